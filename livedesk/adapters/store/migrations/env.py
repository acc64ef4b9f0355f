"""Alembic's environment: runs the steps on the connection that `migrate.py` hands over.

The caller opened the transaction, so all steps are kept together or not at all.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
