"""Adapter shelf: what is kept on disk.

Holds: the database and its migrations, settings file, tape file, subtitles, lock.
May import: livedesk.core, sqlalchemy, alembic, pysubs2, filelock.
Runs on: store.
Never: interprets what it stores.
"""
