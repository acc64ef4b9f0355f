"""Ui shelf: what a show came to, on screen and on paper.

Holds: widgets, painters and the words of this part.
May import: livedesk.core, livedesk.runtime.desk, livedesk.ui, Qt.
Runs on: main only.
Never: opens a file, a socket or a model; decides a rule.
"""
