"""Reads back what the sink wrote, as the same core records."""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Result, Select, Table, func, select

from livedesk.adapters.store import rows, schema
from livedesk.adapters.store.database import OpenedDatabase
from livedesk.adapters.store.failures import STORE, store_errors
from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.moderation import Moderation
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.events import SessionRestored
from livedesk.core.ids import Language, SessionId
from livedesk.core.leads.lead import Lead
from livedesk.core.logistics.trace import Batch
from livedesk.core.records import Caption, Product, SessionState
from livedesk.core.report.minutes import AudienceMinute
from livedesk.core.session.air import AirTime
from livedesk.core.translation.remembered import RememberedLine
from livedesk.core.translation.terms import Term
from livedesk.core.wire import decode_as

LATEST = SessionId("latest")
"""Stands for the id of the last session wherever one is asked for."""


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One stored session in a list, with how much it holds."""

    id: SessionId
    name: str
    state: SessionState
    is_rehearsal: bool
    started_at: float
    ended_at: float
    captions: int
    messages: int
    replies: int


class StoreReader:
    """Reads an open database, for the start of the desk and for the command line.

    Every method raises `Unavailable("store", code)`; DATABASE_CORRUPT also where a row makes no sense.
    """

    def __init__(self, database: OpenedDatabase) -> None:
        self._database = database

    def unfinished_session(self, but: SessionId | None = None) -> SessionRestored | None:
        """Return the last session that went live and was not ended, `but` apart, None if there is none."""
        running = schema.sessions.c.state.in_([SessionState.LIVE.value, SessionState.PAUSED.value])
        with self._reading() as connection:
            found = connection.scalar(_newest_session().where(running, schema.sessions.c.id != (but or "")))
            return None if found is None else _load(connection, SessionId(found))

    def load_session(self, session: SessionId) -> SessionRestored:
        """Return everything stored of `session` or of the `LATEST`; raises `UserFacing(SESSION_UNKNOWN)`."""
        with self._reading() as connection:
            found = connection.scalar(_newest_session()) if session == LATEST else session
            data = None if found is None else _load(connection, SessionId(found))
        if data is None:
            raise UserFacing(ErrorCode.SESSION_UNKNOWN, session=session)
        return data

    def sessions(self) -> list[SessionSummary]:
        """Return all sessions, the newest first."""
        table = schema.sessions
        counts = [_count(t) for t in (schema.captions, schema.messages, schema.replies)]
        columns = [table.c[n] for n in ("id", "name", "state", "is_rehearsal", "started_at", "ended_at")]
        with self._reading() as connection:
            found = connection.execute(select(*columns, *counts).order_by(table.c.id.desc()))
            return [
                SessionSummary(SessionId(id_), name, SessionState(state), *rest)
                for id_, name, state, *rest in found
            ]

    def load_catalogue(self) -> tuple[Product, ...]:
        """Return the products in the catalogue's order."""
        with self._reading() as connection:
            found = connection.execute(select(schema.products).order_by(schema.products.c.position))
            products = tuple(rows.product_from(row) for row in _rows(found))
        self._database.catalogue.was_read(products)
        return products

    def load_booth_name(self) -> dict[Language, str]:
        """Return what the stored booth is called in each language, empty where it has no name."""
        meta = schema.catalogue_meta
        with self._reading() as connection:
            value = connection.scalar(select(meta.c.value).where(meta.c.key == "name"))
            names = json.loads(value) if value else {}
            if not isinstance(names, dict):
                raise ValueError(f"name of the booth: {names!r}")
            return {Language(language): str(name) for language, name in names.items()}

    def load_terms(self) -> tuple[Term, ...]:
        """Return the user's own terms in their order."""
        with self._reading() as connection:
            found = connection.execute(select(schema.terms).order_by(schema.terms.c.position))
            return tuple(rows.term_from(row) for row in _rows(found))

    def load_batches(self) -> tuple[Batch, ...]:
        """Return the batches by their code."""
        with self._reading() as connection:
            found = connection.execute(select(schema.batches).order_by(schema.batches.c.code))
            return tuple(rows.batch_from(row) for row in _rows(found))

    def load_leads(self) -> tuple[Lead, ...]:
        """Return the leads, the newest first."""
        newest = select(schema.leads).order_by(schema.leads.c.created_at.desc())
        with self._reading() as connection:
            leads = tuple(rows.lead_from(row) for row in _rows(connection.execute(newest)))
        self._database.leads.was_read(leads)
        return leads

    def load_canned(self) -> tuple[CannedAnswer, ...] | None:
        """Return the canned answers in their order, None where none were ever kept."""
        table = schema.canned_answers
        with self._reading() as connection:
            found = connection.execute(select(table).order_by(table.c.position))
            return tuple(rows.canned_from(row) for row in _rows(found)) or None

    def load_moderation(self) -> Moderation:
        """Return the rules of the chat and who is barred."""
        state = schema.desk_state
        with self._reading() as connection:
            value = connection.scalar(select(state.c.value).where(state.c.key == rows.MODERATION))
            return Moderation() if value is None else decode_as(Moderation, value)

    def load_memory(self) -> tuple[RememberedLine, ...]:
        """Return the lines that people corrected or approved, the oldest first."""
        with self._reading() as connection:
            found = connection.execute(select(schema.memory).order_by(schema.memory.c.at))
            return tuple(rows.remembered_from(row) for row in _rows(found))

    def catalogue_changed_at(self) -> float | None:
        """Return when the catalogue was last written (seconds since 1970), None if it never was."""
        meta = schema.catalogue_meta
        with self._reading() as connection:
            value = connection.scalar(select(meta.c.value).where(meta.c.key == "changed_at"))
            return None if value is None else float(value)

    def air_history(self, session: SessionId) -> tuple[AirTime, ...]:
        """Return what was on air in `session`, in the order it went there."""
        table = schema.air_history
        own = select(table).where(table.c.session == session).order_by(table.c.began_at, table.c.id)
        with self._reading() as connection:
            return tuple(rows.air_time_from(row) for row in _rows(connection.execute(own)))

    def audience_minutes(self, session: SessionId) -> tuple[AudienceMinute, ...]:
        """Return how many phones there were in `session`, minute by minute where there were any."""
        table = schema.audience_minutes
        own = select(table).where(table.c.session == session).order_by(table.c.minute)
        with self._reading() as connection:
            return tuple(rows.audience_minute_from(row) for row in _rows(connection.execute(own)))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with store_errors(self._database.path), self._database.engine.begin() as connection:
            try:
                yield connection
            except UserFacing as error:  # from core.wire: a column does not fit its record
                raise Unavailable(STORE, ErrorCode.DATABASE_CORRUPT, **error.params) from error
            except ValueError as error:  # no JSON, no such state
                raise Unavailable(STORE, ErrorCode.DATABASE_CORRUPT, detail=str(error)) from error


def _newest_session() -> Select[str]:
    return select(schema.sessions.c.id).order_by(schema.sessions.c.id.desc()).limit(1)


def _count(table: Table) -> Any:
    own = table.c.session == schema.sessions.c.id
    return select(func.count()).select_from(table).where(own).correlate(schema.sessions).scalar_subquery()


def _load(connection: Connection, session: SessionId) -> SessionRestored | None:
    own = select(schema.sessions).where(schema.sessions.c.id == session)
    found = next(_rows(connection.execute(own)), None)
    if found is None:
        return None
    show = (row["item"] for row in _of_session(connection, schema.show_items, session, "position"))
    messages = _of_session(connection, schema.messages, session, "id")
    replies = _of_session(connection, schema.replies, session, "id")
    return SessionRestored(
        session=rows.session_from(found, show),
        captions=_captions(connection, session),
        messages=tuple(rows.message_from(row) for row in messages),
        replies=tuple(rows.reply_from(row) for row in replies),
    )


def _captions(connection: Connection, session: SessionId) -> tuple[Caption, ...]:
    translations: dict[int, list[rows.Row]] = defaultdict(list)
    for row in _of_session(connection, schema.caption_translations, session, "segment", "position"):
        translations[row["segment"]].append(row)
    found = _of_session(connection, schema.captions, session, "segment")
    return tuple(rows.caption_from(row, translations[row["segment"]]) for row in found)


def _of_session(connection: Connection, table: Table, session: SessionId, *order: str) -> Iterator[rows.Row]:
    ordered = select(table).where(table.c.session == session).order_by(*(table.c[name] for name in order))
    return _rows(connection.execute(ordered))


def _rows(found: Result[Any]) -> Iterator[rows.Row]:
    names = tuple(found.keys())
    return (dict(zip(names, row, strict=True)) for row in found)
