"""Ui shelf: the models, which there are and getting one.

Holds: widgets, list models and delegates of this part.
May import: livedesk.core, livedesk.runtime.desk, livedesk.ui, Qt.
Runs on: main only.
Never: opens a file, a socket or a model; decides a rule.
"""
