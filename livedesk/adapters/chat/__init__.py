"""Adapter shelf: where buyers' messages come from and replies go to.

Holds: one module for each chat source.
May import: livedesk.core.
Runs on: desk.
Never: decides what a message means.
"""
