"""What is seen and asked.

Holds: the window, its list models, words and theme.
May import: livedesk.core, livedesk.runtime.desk, Qt.
Runs on: main only.
Never: opens a file, a socket or a model; decides a rule.
"""
