"""Batches of products, with what happened to each."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add one table; nothing moves."""
    op.create_table(
        "batches",
        sa.Column("code", sa.Text, primary_key=True),
        sa.Column("sku", sa.Text, nullable=False),
        sa.Column("events", sa.Text, nullable=False),
    )
    op.create_index("ix_batches_sku", "batches", ["sku"])
    op.execute("PRAGMA user_version = 4")
