"""Adapter shelf: which models exist and which are on this computer.

Holds: the manifest, finding, verifying and installing models.
May import: livedesk.core and the standard library.
Runs on: main at start, or a worker.
Never: loads a model into memory.
"""
