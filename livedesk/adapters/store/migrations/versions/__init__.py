"""One script per version of the schema, named v<four digits>_<what it brings>.py.

Holds: upgrade steps; each sets `PRAGMA user_version` to its own number.
May import: alembic, sqlalchemy.
Runs on: store, inside one transaction with foreign keys off.
Never: changes once it was released; add the next number instead.
"""
