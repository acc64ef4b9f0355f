"""Adapter shelf: which models exist, which are on this computer, and how one gets there.

Holds: the manifest, finding, verifying, installing, downloading and removing models.
May import: livedesk.core, aiohttp, truststore, filelock and the standard library.
Runs on: main at start, or a worker; a download on a thread of its own.
Never: loads a model into memory, or fetches anything that nobody asked for.
"""
