"""How work runs, waits and stops.

Holds: the desk, workers, the inbox, the store lane, the clock and the player.
May import: livedesk.core.
Runs on: makes the threads desk, mt and store.
Never: knows Qt, SQL, a model library or a device.
"""
