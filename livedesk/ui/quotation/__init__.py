"""Ui shelf: quotations, on paper and as an answer in the chat.

Holds: widgets, list models and delegates of this part.
May import: livedesk.core, livedesk.runtime.desk, livedesk.ui, Qt.
Runs on: main only.
Never: opens a file, a socket or a model; decides a rule.
"""
