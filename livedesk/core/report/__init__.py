"""Core shelf: what a session came to.

Holds: the figures of a report and the rules by which they are counted.
May import: livedesk.core.
Runs on: any thread; it is pure.
Never: writes a sentence or a file.
"""
