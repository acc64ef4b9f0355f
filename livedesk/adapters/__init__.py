"""How livedesk touches the outside.

Holds: one shelf for each kind of outside thing; a shelf implements ports of core.
May import: livedesk.core and third parties.
Runs on: the thread it is given.
Never: imports another adapter shelf, runtime or ui.
"""
