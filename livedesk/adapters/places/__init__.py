"""Adapter shelf: cities, ports, airports, railway terminals, sea ways and the outline of the land, all offline.

Holds: the atlas that routes are planned with.
May import: livedesk.core, searoute.
Runs on: the errands thread.
Never: reaches the network; imports another shelf, runtime or ui.
"""
