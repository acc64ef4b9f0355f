"""Adapter shelf: QR codes.

Holds: what turns a text into the modules of a QR code.
May import: livedesk.core, segno.
Runs on: main only; a code takes some milliseconds.
Never: draws or writes a file; imports another shelf, runtime or ui.
"""
