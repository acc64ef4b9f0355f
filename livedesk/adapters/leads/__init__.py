"""Adapter shelf: files of leads for other programs.

Holds: one module for each kind of file.
May import: livedesk.core, third-party writers.
Runs on: errands.
Never: leaves out or changes what a lead says.
"""
