"""What is true, and what follows from it.

Holds: records, events, rules and the booth's state machine.
May import: the standard library (no time, logging, threading, asyncio, sqlite3; no third parties).
Runs on: any thread; everything here is pure.
Never: reads a clock, a file or a setting by name; writes a sentence for a person.
"""
