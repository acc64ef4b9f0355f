"""Adapter shelf: product pictures as files.

Holds: the reading, turning and shrinking of pictures, and the folder they are kept in.
May import: livedesk.core, Pillow, pi-heif.
Runs on: errands only.
Never: keeps what a camera wrote into a picture; deletes a picture while the desk runs.
"""
