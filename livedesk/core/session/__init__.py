"""Core shelf: the show: state, run of show, and Booth, which owns it all.

Holds: pure rules and records of this feature.
May import: livedesk.core and the standard library.
Runs on: any thread.
Never: reads a clock or a file; writes a sentence for a person.
"""
