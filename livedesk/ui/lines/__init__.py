"""Ui shelf: what lists of two-language lines share.

Holds: the text block, list model, row delegate and view that captions and chat are made of.
May import: livedesk.core, livedesk.runtime.desk, livedesk.ui, Qt.
Runs on: main only.
Never: opens a file, a socket or a model; decides a rule.
"""
