"""Buyers on phones and platforms: leads, canned answers, moderation, and what is new in messages and replies."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add four tables and columns; the defaults fill the old rows."""
    op.create_table(
        "leads",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("buyer", sa.Text),
        sa.Column("created_at", sa.Float, nullable=False),
        sa.Column("lead", sa.Text, nullable=False),
    )
    op.create_index("ix_leads_buyer", "leads", ["buyer"])
    op.create_table(
        "canned_answers",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("texts", sa.Text, nullable=False),
        sa.Column("intents", sa.Text, nullable=False),
    )
    op.create_table(
        "desk_state",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "audience_minutes",
        sa.Column("session", sa.Text, sa.ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("minute", sa.Integer, primary_key=True),
        sa.Column("phones", sa.Integer, nullable=False),
        sa.Column("languages", sa.Text, nullable=False),
        sa.Column("reactions", sa.Text, nullable=False),
    )
    for name in ("platform", "country", "photo"):
        op.add_column("messages", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.add_column("messages", sa.Column("hidden", sa.Text))
    op.add_column("messages", sa.Column("intents", sa.Text, nullable=False, server_default="[]"))
    op.add_column("replies", sa.Column("others", sa.Text, nullable=False, server_default="[]"))
    op.execute("PRAGMA user_version = 5")
