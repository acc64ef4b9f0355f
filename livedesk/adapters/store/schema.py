"""Today's tables, for everyone who reads or writes the database.

The column names are the field names of the core records. To change a table, change it here and add a migration
that brings old files to the same shape; a test compares the two.
"""

import json
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
)
from sqlalchemy import Text as PlainText
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from livedesk.core.typing_compat import override

metadata = MetaData()
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Text(TypeDecorator[str]):
    """Any text. Half a surrogate pair, which chat delivers and UTF-8 cannot hold, becomes U+FFFD."""

    impl = PlainText
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else _storable(value)


class Json(TypeDecorator[Any]):
    """Lists and dictionaries as JSON text; money inside is text too, never a float."""

    impl = PlainText
    cache_ok = True

    @override
    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return _storable(_JSON.encode(value))

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def _storable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _translation(prefix: str = "", *, nullable: bool = False) -> list[Column[Any]]:
    return [
        Column(f"{prefix}language", Text, nullable=nullable),
        Column(f"{prefix}text", Text, nullable=nullable),
        Column(f"{prefix}source_revision", Integer, nullable=nullable),
        Column(f"{prefix}stable_length", Integer, nullable=nullable),
        Column(f"{prefix}is_final", Boolean, nullable=nullable),
        Column(f"{prefix}reason", Text),
        Column(f"{prefix}warnings", Json, nullable=nullable),
        Column(f"{prefix}lag_ms", Integer, nullable=nullable),
        Column(f"{prefix}model", Text, nullable=nullable),
        Column(f"{prefix}is_corrected", Boolean, nullable=nullable),
    ]


def _session_key() -> Column[Any]:
    return Column("session", Text, ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)


sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("is_rehearsal", Boolean, nullable=False),
    Column("host_language", Text, nullable=False),
    Column("audience_languages", Json, nullable=False),
    Column("started_at", Float, nullable=False),
    Column("ended_at", Float, nullable=False),
    Column("ran_s", Float, nullable=False),
    Column("running_since", Float),
    Column("pinned", Json, nullable=False),
    Column("sold_out", Json, nullable=False),
    Column("show_index", Integer, nullable=False),
    Column("show_item_since", Float, nullable=False),
    Column("unanswered", Integer, nullable=False),
    Column("messages", Integer, nullable=False),
    Column("doubts", Integer, nullable=False),
    Column("offer", Json),
    Index("ix_sessions_state", "state"),
)
"""One row per show or rehearsal. Its run of show is in `show_items`, which changes far less often."""

show_items = Table(
    "show_items",
    metadata,
    _session_key(),
    Column("position", Integer, primary_key=True),
    Column("item", Json, nullable=False),
)

captions = Table(
    "captions",
    metadata,
    _session_key(),
    Column("segment", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("agreed_length", Integer, nullable=False),
    Column("is_final", Boolean, nullable=False),
    Column("origin", Text, nullable=False),
    Column("t0_s", Float, nullable=False),
    Column("t1_s", Float, nullable=False),
    Column("heard_at", Float, nullable=False),
    Column("corrections", Json, nullable=False),
    Column("gap_s", Float, nullable=False),
)
"""Finals only; a partial is never stored."""

caption_translations = Table(
    "caption_translations",
    metadata,
    Column("session", Text, primary_key=True),
    Column("segment", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    *_translation(),
    ForeignKeyConstraint(
        ["session", "segment"], ["captions.session", "captions.segment"], ondelete="CASCADE"
    ),
)
"""Final translations only; `position` keeps the order of the audience languages."""

messages = Table(
    "messages",
    metadata,
    _session_key(),
    Column("id", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("external_id", Text, nullable=False),
    Column("buyer", Text, nullable=False),
    Column("buyer_name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("received_at", Float, nullable=False),
    Column("language", Text),
    Column("is_language_sure", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("is_answered", Boolean, nullable=False),
    Column("products", Json, nullable=False),
    Column("platform", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("photo", Text, nullable=False),
    Column("hidden", Text),
    Column("intents", Json, nullable=False),
    *_translation("translation_", nullable=True),
    Index("ix_messages_buyer", "buyer"),
)

replies = Table(
    "replies",
    metadata,
    _session_key(),
    Column("id", Integer, primary_key=True),
    Column("message", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("changed_at", Float, nullable=False),
    Column("is_private", Boolean, nullable=False),
    Column("failure", Text, nullable=False),
    Column("others", Json, nullable=False),
    *_translation("translation_", nullable=True),
    *_translation("back_", nullable=True),
    Index("ix_replies_message", "session", "message"),
)

products = Table(
    "products",
    metadata,
    Column("sku", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("names", Json, nullable=False),
    Column("category", Json, nullable=False),
    Column("tiers", Json, nullable=False),
    Column("currency", Text, nullable=False),
    Column("incoterm", Text, nullable=False),
    Column("incoterm_place", Text, nullable=False),
    Column("moq", Integer, nullable=False),
    Column("unit", Json, nullable=False),
    Column("lead_times", Json, nullable=False),
    Column("sample_price", Text),
    Column("sample_days", Integer),
    Column("certificates", Json, nullable=False),
    Column("pictures", Json, nullable=False),
    Column("description", Json, nullable=False),
    Column("tags", Json, nullable=False),
    Column("brand", Text, nullable=False),
    Column("materials", Json, nullable=False),
    Column("colours", Json, nullable=False),
    Column("sizes", Json, nullable=False),
    Column("packing", Json, nullable=False),
    Column("hs_code", Text, nullable=False),
    Column("stock", Integer),
    Column("selling_points", Json, nullable=False),
    Column("script", Json, nullable=False),
    Column("variants", Json, nullable=False),
    Column("custom", Json, nullable=False),
    Column("machine_texts", Json, nullable=False),
    Index("ix_products_position", "position"),
    Index("ix_products_number", "number"),
)
"""The catalogue in its own order (`position`)."""

catalogue_meta = Table(
    "catalogue_meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Facts about the catalogue as a whole: "changed_at", seconds since 1970; "name", the booth's by language, JSON."""

terms = Table(
    "terms",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("texts", Json, nullable=False),
    Column("kind", Text, nullable=False),
    Column("is_case_sensitive", Boolean, nullable=False),
    Column("sku", Text),
)
"""The user's own glossary in its own order; what the catalogue says about names is not stored twice."""

batches = Table(
    "batches",
    metadata,
    Column("code", Text, primary_key=True),
    Column("sku", Text, nullable=False),
    Column("events", Json, nullable=False),
    Index("ix_batches_sku", "sku"),
)
"""Batches of products and what happened to each. The batch of a removed product stays."""

leads = Table(
    "leads",
    metadata,
    Column("id", Text, primary_key=True),
    Column("buyer", Text),
    Column("created_at", Float, nullable=False),
    Column("lead", Json, nullable=False),
    Index("ix_leads_buyer", "buyer"),
)
"""Leads outlive the show they came from, so they hold their transcript; `lead` is the whole record."""

canned_answers = Table(
    "canned_answers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("texts", Json, nullable=False),
    Column("intents", Json, nullable=False),
)

desk_state = Table(
    "desk_state",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Json, nullable=False),
)
"""What outlives a show and has no table of its own: "moderation", the rules of the chat and who is barred."""

memory = Table(
    "memory",
    metadata,
    Column("source_language", Text, primary_key=True),
    Column("target_language", Text, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("at", Float, nullable=False),
    Index("ix_memory_at", "at"),
)
"""Lines that a person corrected or approved; the oldest go when there are too many."""

air_history = Table(
    "air_history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("session", Text, ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("sku", Text, nullable=False),
    Column("began_at", Float, nullable=False),
    Column("ended_at", Float),
    Column("offer", Json),
    Index("ix_air_history_session", "session", "sku"),
    Index("ix_air_history_sku", "sku"),
)
"""What was on air when, by `core.session.air`: products, offers, sold-out marks. `ended_at` is empty while it still
is; a removed SKU keeps its history."""

audience_minutes = Table(
    "audience_minutes",
    metadata,
    _session_key(),
    Column("minute", Integer, primary_key=True),
    Column("phones", Integer, nullable=False),
    Column("languages", Json, nullable=False),
    Column("reactions", Json, nullable=False),
)
"""The most phones in each minute (counted since 1970) of a show, what they read then, and its reactions by then."""
