"""Ui shelf: cards that are shown on air, the shipping route and where a batch has been.

Holds: the forms for both, their drawing, and the clean window they are shown in.
May import: livedesk.core, livedesk.ui, Qt.
Runs on: main only.
Never: opens a file, a socket or a model; decides a rule.
"""
