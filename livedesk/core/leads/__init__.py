"""Core shelf: leads, the buyers worth writing to after the fair.

Holds: what a lead is, how one is made from chat, how it is scored, merged, exported and forgotten.
May import: livedesk.core.
Runs on: any thread; it is pure.
Never: keeps personal data without the consent or the message it came from.
"""
