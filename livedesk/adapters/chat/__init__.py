"""Adapter shelf: where buyers' messages come from and replies go to.

Holds: one module for each chat source: pasted, rehearsal, recorded, Twitch (IRC), YouTube (its Data API);
and the canned answers that livedesk brings.
May import: livedesk.core, aiohttp, truststore and the standard library.
Runs on: desk (pasted, rehearsal) and net (what connects by itself).
Never: decides what a message means; writes a token or key into a log, an error or an address.
"""
