"""Adapter shelf: the report of a session as files.

Holds: one module for each kind of file.
May import: livedesk.core, third-party writers.
Runs on: errands, or a command of its own.
Never: works out a figure; core.report does.
"""
