"""Ui shelf: what the operator can set, and what livedesk is.

Holds: widgets of this part.
May import: livedesk.core, livedesk.runtime.desk, livedesk.ui, Qt.
Runs on: main only.
Never: opens a file, a socket or a model; decides a rule.
"""
