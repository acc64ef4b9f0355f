"""Writes what the desk tells everyone into the database, for the store lane."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from livedesk.adapters.store import rows, schema
from livedesk.adapters.store.database import OpenedDatabase
from livedesk.adapters.store.failures import store_errors
from livedesk.core.events import (
    CaptionChanged,
    CatalogueChanged,
    Event,
    GlossaryChanged,
    HealthChanged,
    JobChanged,
    LevelChanged,
    LinePreviewed,
    LineRemembered,
    MessageChanged,
    NoticeCleared,
    NoticePosted,
    ReplyChanged,
    SessionChanged,
    TermsImported,
)
from livedesk.core.ids import Language, SessionId, Sku
from livedesk.core.ports import Clock, EventSink
from livedesk.core.records import Caption, Message, Reply, Session, SessionState, ShowItem
from livedesk.core.translation.memory import MOST_LINES
from livedesk.core.translation.remembered import RememberedLine
from livedesk.core.translation.terms import Term
from livedesk.core.typing_compat import override
from livedesk.core.wire import encode

_ON_AIR = (SessionState.LIVE, SessionState.PAUSED)


@dataclass(slots=True)
class _Batch:
    """The newest state of each row that one batch of events touches."""

    session: Session | None
    sessions: dict[SessionId, Session] = field(default_factory=dict)
    captions: dict[tuple[SessionId, int], Caption] = field(default_factory=dict)
    messages: dict[tuple[SessionId, int], Message] = field(default_factory=dict)
    replies: dict[tuple[SessionId, int], Reply] = field(default_factory=dict)
    catalogue: CatalogueChanged | None = None
    terms: tuple[Term, ...] | None = None
    remembered: dict[tuple[Language, Language, str], RememberedLine] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        is_known = self.catalogue is None and self.terms is None
        return is_known and not self.sessions and not self.remembered

    def owner(self) -> SessionId | None:
        """Return the session that the next row belongs to, and see that it is written too."""
        if self.session is None or not self.session.id:
            return None
        self.sessions[self.session.id] = self.session
        return self.session.id


class SqlSink(EventSink):
    """Keeps the newest state of sessions, final captions, chat, replies and the catalogue.

    Captions and chat belong to the session last named by a `SessionChanged`; before the first one there is no
    show to keep them for. A session that is still idle is stored once something belongs to it. A batch that
    failed is to be written again, before any later one; writing a batch twice changes nothing.
    """

    def __init__(self, database: OpenedDatabase, clock: Clock) -> None:
        """`clock` says when a pin came or went; events do not carry it."""
        self._database = database
        self._engine = database.engine.execution_options(begin="IMMEDIATE")
        self._clock = clock
        self._session: Session | None = None
        self._shows: dict[SessionId, tuple[ShowItem, ...]] = {}

    @override
    def write(self, events: Sequence[Event]) -> None:
        """Write `events` in one transaction; raises `Unavailable("store", code)` with nothing written."""
        batch = _gather(events, self._session)
        if not batch.is_empty:
            with store_errors(self._database.path), self._engine.begin() as connection:
                self._write_sessions(connection, batch)
                _write_captions(connection, batch)
                _write_chat(connection, batch)
                if batch.catalogue is not None:
                    _write_catalogue(connection, batch.catalogue, self._clock.now())
                if batch.terms is not None:
                    _replace_all(
                        connection, schema.terms, [rows.term_row(i, t) for i, t in enumerate(batch.terms)]
                    )
                _write_memory(connection, [rows.remembered_row(line) for line in batch.remembered.values()])
        self._session = batch.session
        self._shows.update({session.id: session.show for session in batch.sessions.values()})

    @override
    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _write_sessions(self, connection: Connection, batch: _Batch) -> None:
        _upsert(connection, schema.sessions, [rows.session_row(s) for s in batch.sessions.values()])
        for session in batch.sessions.values():
            if (
                self._shows.get(session.id) != session.show
            ):  # long scripts, while the counters change all the time
                connection.execute(delete(schema.show_items).where(schema.show_items.c.session == session.id))
                _upsert(connection, schema.show_items, rows.show_rows(session))
            _write_air_history(connection, session, self._clock.now())


def _gather(events: Sequence[Event], session: Session | None) -> _Batch:
    batch = _Batch(session)
    for event in events:
        match event:
            case SessionChanged():
                batch.session = event.session
                if event.session.state != SessionState.IDLE:
                    batch.owner()
            case CaptionChanged():
                if event.caption.is_final and (owner := batch.owner()):
                    batch.captions[owner, event.caption.segment] = event.caption
            case MessageChanged():
                if owner := batch.owner():
                    batch.messages[owner, event.message.id] = event.message
            case ReplyChanged():
                if owner := batch.owner():
                    batch.replies[owner, event.reply.id] = event.reply
            case CatalogueChanged():
                batch.catalogue = event
            case GlossaryChanged():
                batch.terms = event.terms
            case LineRemembered(line):
                batch.remembered[line.source_language, line.target_language, line.source] = line
            case (
                HealthChanged()
                | NoticePosted()
                | NoticeCleared()
                | LinePreviewed()
                | TermsImported()
                | LevelChanged()
                | JobChanged()
            ):
                pass  # about this run of the program, not about the show
    return batch


def _upsert(connection: Connection, table: Table, values: list[rows.Row]) -> None:
    """Insert `values`, or overwrite the rows that have the same key."""
    if not values:
        return
    statement = insert(table)
    changes = {c.name: statement.excluded[c.name] for c in table.columns if not c.primary_key}
    connection.execute(statement.on_conflict_do_update(list(table.primary_key), set_=changes), values)


def _write_captions(connection: Connection, batch: _Batch) -> None:
    if not batch.captions:
        return
    _upsert(connection, schema.captions, [rows.caption_row(s, c) for (s, _), c in batch.captions.items()])
    translations = schema.caption_translations
    outdated = delete(translations).where(
        translations.c.session == bindparam("of_session"), translations.c.segment == bindparam("of_segment")
    )
    connection.execute(outdated, [{"of_session": s, "of_segment": n} for s, n in batch.captions])
    _upsert(
        connection,
        translations,
        [row for (s, _), c in batch.captions.items() for row in rows.translation_rows(s, c)],
    )


def _write_chat(connection: Connection, batch: _Batch) -> None:
    _upsert(connection, schema.messages, [rows.message_row(s, m) for (s, _), m in batch.messages.items()])
    _upsert(connection, schema.replies, [rows.reply_row(s, r) for (s, _), r in batch.replies.items()])


def _write_air_history(connection: Connection, session: Session, now: float) -> None:
    """Open and close rows so that those open are what is pinned in a running show."""
    table = schema.air_history
    open_rows = (table.c.session == session.id) & table.c.unpinned_at.is_(None)
    before = set(connection.scalars(select(table.c.sku).where(open_rows)))
    pinned: tuple[Sku, ...] = session.pinned if session.state in _ON_AIR else ()
    gone = before - set(pinned)
    if gone:
        ended_at = session.ended_at or now
        connection.execute(update(table).where(open_rows, table.c.sku.in_(gone)).values(unpinned_at=ended_at))
    new: list[dict[str, Any]] = [
        {"session": session.id, "sku": sku, "pinned_at": now, "unpinned_at": None}
        for sku in pinned
        if sku not in before
    ]
    if new:
        connection.execute(table.insert(), new)


def _write_catalogue(connection: Connection, catalogue: CatalogueChanged, now: float) -> None:
    products = [rows.product_row(i, product) for i, product in enumerate(catalogue.products)]
    _replace_all(connection, schema.products, products)
    facts = {"changed_at": repr(now), "name": json.dumps(encode(catalogue.name), ensure_ascii=False)}
    _upsert(connection, schema.catalogue_meta, [{"key": k, "value": v} for k, v in facts.items()])


def _replace_all(connection: Connection, table: Table, values: list[rows.Row]) -> None:
    """Make `values` the whole content of `table`, which has one key column."""
    (key,) = table.primary_key
    kept = {row[key.name] for row in values}
    gone = [{"gone": found} for found in connection.scalars(select(key)) if found not in kept]
    if gone:
        connection.execute(delete(table).where(key == bindparam("gone")), gone)
    _upsert(connection, table, values)


def _write_memory(connection: Connection, values: list[rows.Row]) -> None:
    if not values:
        return
    table = schema.memory
    _upsert(connection, table, values)
    oldest = connection.scalar(select(table.c.at).order_by(table.c.at.desc()).limit(1).offset(MOST_LINES))
    if oldest is not None:
        connection.execute(delete(table).where(table.c.at <= oldest))
