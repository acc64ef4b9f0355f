"""Core shelf: how goods get to a buyer, and where a batch has been.

Holds: pure rules and records of this feature.
May import: livedesk.core and the standard library.
Runs on: any thread.
Never: reads a clock or a file; writes a sentence for a person.
"""
