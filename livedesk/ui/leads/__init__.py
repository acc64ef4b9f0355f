"""Ui shelf: the leads, where a person sees who is worth writing to, puts them right and writes to them.

Holds: widgets, list models and delegates of this part.
May import: livedesk.core, livedesk.runtime.desk, livedesk.ui, Qt.
Runs on: main only.
Never: opens a file, a socket or a model; decides a rule.
"""
