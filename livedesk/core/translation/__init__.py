"""Core shelf: requests and their order, sentences, names and codes, figures, guards, remembered lines.

Holds: pure rules and records of this feature.
May import: livedesk.core and the standard library.
Runs on: any thread.
Never: reads a clock or a file; writes a sentence for a person.
"""
