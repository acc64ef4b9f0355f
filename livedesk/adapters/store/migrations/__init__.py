"""How the database came to its present shape, step by step (alembic).

Holds: alembic's environment and one script per version of the schema.
May import: alembic, sqlalchemy.
Runs on: store, before anything else is read or written.
Never: imports livedesk code; an old step must not change when today's tables do.
"""
