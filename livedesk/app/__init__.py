"""Who meets whom.

Holds: start-up, the command line, the doctor, wiring of rooms.
May import: everything.
Runs on: main, at start and stop.
Never: holds logic that another room could hold.
"""
