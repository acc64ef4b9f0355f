"""Ui shelf: small controls that several panels share.

Holds: a button that follows an action, a label that shortens its text, what goes on paper.
May import: livedesk.core, livedesk.ui, Qt.
Runs on: main only.
Never: opens a file, a socket or a model; decides a rule.
"""
