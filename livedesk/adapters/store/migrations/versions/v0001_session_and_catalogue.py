"""First version: the session with its captions, chat and replies, the catalogue, and what was on air."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _translation(prefix: str = "", *, nullable: bool = False) -> list[sa.Column[object]]:
    """Columns of one translation; a message or reply without one leaves them empty."""
    return [
        sa.Column(f"{prefix}language", sa.Text, nullable=nullable),
        sa.Column(f"{prefix}text", sa.Text, nullable=nullable),
        sa.Column(f"{prefix}source_revision", sa.Integer, nullable=nullable),
        sa.Column(f"{prefix}stable_length", sa.Integer, nullable=nullable),
        sa.Column(f"{prefix}is_final", sa.Boolean, nullable=nullable),
        sa.Column(f"{prefix}reason", sa.Text),
        sa.Column(f"{prefix}warnings", sa.Text, nullable=nullable),
        sa.Column(f"{prefix}lag_ms", sa.Integer, nullable=nullable),
        sa.Column(f"{prefix}model", sa.Text, nullable=nullable),
    ]


def upgrade() -> None:
    """Create every table of the first version in an empty file."""
    _create_sessions()
    _create_captions()
    _create_chat()
    _create_catalogue()
    op.execute("PRAGMA user_version = 1")


def _create_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("is_rehearsal", sa.Boolean, nullable=False),
        sa.Column("host_language", sa.Text, nullable=False),
        sa.Column("audience_languages", sa.Text, nullable=False),
        sa.Column("started_at", sa.Float, nullable=False),
        sa.Column("ended_at", sa.Float, nullable=False),
        sa.Column("ran_s", sa.Float, nullable=False),
        sa.Column("running_since", sa.Float),
        sa.Column("pinned", sa.Text, nullable=False),
        sa.Column("sold_out", sa.Text, nullable=False),
        sa.Column("show_index", sa.Integer, nullable=False),
        sa.Column("show_item_since", sa.Float, nullable=False),
        sa.Column("unanswered", sa.Integer, nullable=False),
        sa.Column("messages", sa.Integer, nullable=False),
        sa.Column("doubts", sa.Integer, nullable=False),
    )
    op.create_index("ix_sessions_state", "sessions", ["state"])
    op.create_table(
        "show_items",
        sa.Column("session", sa.Text, sa.ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("item", sa.Text, nullable=False),
    )


def _create_captions() -> None:
    op.create_table(
        "captions",
        sa.Column("session", sa.Text, sa.ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("segment", sa.Integer, primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("agreed_length", sa.Integer, nullable=False),
        sa.Column("is_final", sa.Boolean, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("t0_s", sa.Float, nullable=False),
        sa.Column("t1_s", sa.Float, nullable=False),
        sa.Column("heard_at", sa.Float, nullable=False),
    )
    op.create_table(
        "caption_translations",
        sa.Column("session", sa.Text, primary_key=True),
        sa.Column("segment", sa.Integer, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *_translation(),
        sa.ForeignKeyConstraint(
            ["session", "segment"], ["captions.session", "captions.segment"], ondelete="CASCADE"
        ),
    )


def _create_chat() -> None:
    op.create_table(
        "messages",
        sa.Column("session", sa.Text, sa.ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("external_id", sa.Text, nullable=False),
        sa.Column("buyer", sa.Text, nullable=False),
        sa.Column("buyer_name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("received_at", sa.Float, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("is_language_sure", sa.Boolean, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("is_answered", sa.Boolean, nullable=False),
        *_translation("translation_", nullable=True),
    )
    op.create_index("ix_messages_buyer", "messages", ["buyer"])
    op.create_table(
        "replies",
        sa.Column("session", sa.Text, sa.ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("message", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("changed_at", sa.Float, nullable=False),
        sa.Column("is_private", sa.Boolean, nullable=False),
        sa.Column("failure", sa.Text, nullable=False),
        *_translation("translation_", nullable=True),
        *_translation("back_", nullable=True),
    )
    op.create_index("ix_replies_message", "replies", ["session", "message"])


def _create_catalogue() -> None:
    op.create_table(
        "products",
        sa.Column("sku", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("names", sa.Text, nullable=False),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("tiers", sa.Text, nullable=False),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("incoterm", sa.Text, nullable=False),
        sa.Column("incoterm_place", sa.Text, nullable=False),
        sa.Column("moq", sa.Integer, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("lead_time_days", sa.Integer),
        sa.Column("sample_price", sa.Text),
        sa.Column("certificates", sa.Text, nullable=False),
        sa.Column("picture", sa.Text, nullable=False),
        sa.Column("description", sa.Text, nullable=False),
        sa.Column("tags", sa.Text, nullable=False),
    )
    op.create_index("ix_products_position", "products", ["position"])
    op.create_index("ix_products_number", "products", ["number"])
    op.create_table(
        "catalogue_meta",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "air_history",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("session", sa.Text, sa.ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
        sa.Column("sku", sa.Text, nullable=False),
        sa.Column("pinned_at", sa.Float, nullable=False),
        sa.Column("unpinned_at", sa.Float),
    )
    op.create_index("ix_air_history_session", "air_history", ["session", "sku"])
    op.create_index("ix_air_history_sku", "air_history", ["sku"])
