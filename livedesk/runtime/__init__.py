"""How work runs, waits and stops.

Holds: the desk, workers, the inbox, the store lane, the network lane and the chats on it, the clock, the player.
May import: livedesk.core.
Runs on: makes the threads desk, mt and store.
Never: knows Qt, SQL, a model library or a device.
"""
