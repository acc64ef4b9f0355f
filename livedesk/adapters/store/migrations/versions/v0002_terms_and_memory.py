"""The user's own terms, the lines a person corrected, and the mark on those that were."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add two tables, and to every stored translation whether a person wrote it: none of the old ones."""
    op.create_table(
        "terms",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("texts", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("is_case_sensitive", sa.Boolean, nullable=False),
        sa.Column("sku", sa.Text),
    )
    op.create_table(
        "memory",
        sa.Column("source_language", sa.Text, primary_key=True),
        sa.Column("target_language", sa.Text, primary_key=True),
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.Float, nullable=False),
    )
    op.create_index("ix_memory_at", "memory", ["at"])
    is_corrected = sa.Column("is_corrected", sa.Boolean, nullable=False, server_default="0")
    op.add_column("caption_translations", is_corrected)
    for table, prefix in (("messages", "translation_"), ("replies", "translation_"), ("replies", "back_")):
        op.add_column(table, sa.Column(f"{prefix}is_corrected", sa.Boolean))
        op.execute(f"UPDATE {table} SET {prefix}is_corrected = 0 WHERE {prefix}language IS NOT NULL")
    op.execute("PRAGMA user_version = 2")
