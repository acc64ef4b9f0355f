"""Adapter shelf: a booth folder.

Holds: reading products, run of show and tape of a booth from files.
May import: livedesk.core and the standard library.
Runs on: main at start.
Never: writes into a booth folder.
"""
