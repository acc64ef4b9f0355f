"""Ui shelf: the stage window, which the audience at the booth reads on a second screen.

Holds: what stands on it, where it opens, its few words in the audience's languages.
May import: livedesk.core, livedesk.ui, Qt.
Runs on: main only.
Never: shows what is for the operator only: notices, errors, chat, doubts.
"""
