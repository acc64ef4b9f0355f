"""Adapter shelf: OBS Studio, by its WebSocket protocol.

Holds: the connection, what is sent to OBS and what it answers.
May import: livedesk.core, simpleobsws (and websockets, which it brings).
Runs on: net.
Never: connects unless the operator switched it on.
"""
