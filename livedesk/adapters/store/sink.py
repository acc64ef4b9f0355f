"""Writes what the desk tells everyone into the database, for the store lane."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, delete, select

from livedesk.adapters.store import rows, schema
from livedesk.adapters.store.air_history import write_air_history
from livedesk.adapters.store.audience_minutes import write_audience
from livedesk.adapters.store.catalogue import write_catalogue
from livedesk.adapters.store.database import OpenedDatabase
from livedesk.adapters.store.failures import store_errors
from livedesk.adapters.store.forgetting import empty_log, forget_buyer, forget_in_copies
from livedesk.adapters.store.leads import write_leads
from livedesk.adapters.store.tables import replace_all, upsert
from livedesk.core.audience.audience import Audience
from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.moderation import Moderation
from livedesk.core.events import (
    AudienceChanged,
    BatchesChanged,
    BuyerForgotten,
    CannedChanged,
    CaptionChanged,
    CatalogueChanged,
    Event,
    GlossaryChanged,
    HealthChanged,
    JobChanged,
    LeadsChanged,
    LevelChanged,
    LinePreviewed,
    LineRemembered,
    LinkChanged,
    MessageChanged,
    ModerationChanged,
    NoticeCleared,
    NoticePosted,
    ReplyChanged,
    SessionChanged,
    TermsImported,
)
from livedesk.core.ids import BuyerId, Language, SessionId
from livedesk.core.leads.lead import Lead
from livedesk.core.logistics.trace import Batch
from livedesk.core.ports import Clock, EventSink
from livedesk.core.records import Caption, Message, Reply, Session, SessionState, ShowItem
from livedesk.core.translation.memory import MOST_LINES
from livedesk.core.translation.remembered import RememberedLine
from livedesk.core.translation.terms import Term
from livedesk.core.typing_compat import override


@dataclass(slots=True)
class _Batch:
    """The newest state of each row that one batch of events touches."""

    session: Session | None
    sessions: dict[SessionId, Session] = field(default_factory=dict)
    captions: dict[tuple[SessionId, int], Caption] = field(default_factory=dict)
    messages: dict[tuple[SessionId, int], Message] = field(default_factory=dict)
    replies: dict[tuple[SessionId, int], Reply] = field(default_factory=dict)
    audience: dict[SessionId, list[Audience]] = field(default_factory=dict)
    catalogue: CatalogueChanged | None = None
    terms: tuple[Term, ...] | None = None
    batches: tuple[Batch, ...] | None = None
    leads: tuple[Lead, ...] | None = None
    canned: tuple[CannedAnswer, ...] | None = None
    moderation: Moderation | None = None
    forgotten: list[BuyerId] = field(default_factory=list)
    photos: list[str] = field(default_factory=list)
    remembered: dict[tuple[Language, Language, str], RememberedLine] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        whole = (self.catalogue, self.terms, self.batches, self.leads, self.canned, self.moderation)
        has_whole = any(each is not None for each in whole)
        return not (has_whole or self.sessions or self.remembered or self.forgotten)

    def drop(self, buyer: BuyerId) -> None:
        """Write nothing of a buyer who is forgotten."""
        gone = {key: m for key, m in self.messages.items() if m.buyer == buyer}
        self.messages = {key: m for key, m in self.messages.items() if key not in gone}
        self.replies = {key: r for key, r in self.replies.items() if (key[0], r.message) not in gone}
        said = {m.text for m in gone.values()}
        self.remembered = {key: line for key, line in self.remembered.items() if line.source not in said}

    @property
    def is_running(self) -> bool:
        """Whether a show is on air, or paused."""
        return self.session is not None and self.session.state in (SessionState.LIVE, SessionState.PAUSED)

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

    def __init__(
        self, database: OpenedDatabase, clock: Clock, delete_photo: Callable[[str], None] = lambda _name: None
    ) -> None:
        """`clock` says when something went on or off air; events do not carry it.

        `delete_photo` is told of each photo of a buyer who is forgotten, those of earlier shows too; it never raises.
        """
        self._database = database
        self._engine = database.engine.execution_options(begin="IMMEDIATE")
        self._clock = clock
        self._delete_photo = delete_photo
        self._session: Session | None = None
        self._shows: dict[SessionId, tuple[ShowItem, ...]] = {}
        self._is_log_to_empty = False

    @override
    def write(self, events: Sequence[Event]) -> None:
        """Write `events` in one transaction; raises `Unavailable("store", code)` with nothing written."""
        batch = _gather(events, self._session)
        photos = batch.photos
        if not batch.is_empty:
            with store_errors(self._database.path), self._engine.begin() as connection:
                for buyer in batch.forgotten:  # before what that buyer wrote since
                    photos += forget_buyer(connection, buyer)
                self._write_sessions(connection, batch)
                _write_captions(connection, batch)
                _write_chat(connection, batch)
                for owner, counted in batch.audience.items():
                    write_audience(connection, owner, counted, self._clock.now())
                if batch.catalogue is not None:
                    known = self._database.catalogue.products
                    write_catalogue(connection, batch.catalogue, known, self._clock.now())
                if batch.terms is not None:
                    replace_all(
                        connection, schema.terms, [rows.term_row(i, t) for i, t in enumerate(batch.terms)]
                    )
                if batch.batches is not None:
                    replace_all(connection, schema.batches, [rows.batch_row(b) for b in batch.batches])
                self._write_what_outlives_a_show(connection, batch)
                _write_memory(connection, [rows.remembered_row(line) for line in batch.remembered.values()])
        if batch.catalogue is not None:
            self._database.catalogue.was_written(batch.catalogue.products)
        if batch.leads is not None:
            self._database.leads.was_written(batch.leads)
        for photo in dict.fromkeys(photos):
            self._delete_photo(photo)
        self._clean_up_after(batch.forgotten)
        self._session = batch.session
        self._shows.update({session.id: session.show for session in batch.sessions.values()})

    def _clean_up_after(self, forgotten: list[BuyerId]) -> None:
        """Leave nothing of these buyers in the log and the copies; where a reader is in the way, the next time."""
        with store_errors(self._database.path):
            if forgotten:
                self._is_log_to_empty = True
                forget_in_copies(self._database.path, forgotten)
            if self._is_log_to_empty:
                self._is_log_to_empty = not empty_log(self._engine)

    def _write_what_outlives_a_show(self, connection: Connection, batch: _Batch) -> None:
        if batch.leads is not None:
            write_leads(connection, batch.leads, self._database.leads.leads)
        if batch.canned is not None:
            answers = [rows.canned_row(place, answer) for place, answer in enumerate(batch.canned)]
            replace_all(connection, schema.canned_answers, answers)
        if batch.moderation is not None:
            upsert(connection, schema.desk_state, [rows.moderation_row(batch.moderation)])

    @override
    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _write_sessions(self, connection: Connection, batch: _Batch) -> None:
        upsert(connection, schema.sessions, [rows.session_row(s) for s in batch.sessions.values()])
        for session in batch.sessions.values():
            # Long scripts, while the counters change all the time.
            if self._shows.get(session.id) != session.show:
                connection.execute(delete(schema.show_items).where(schema.show_items.c.session == session.id))
                upsert(connection, schema.show_items, rows.show_rows(session))
            write_air_history(connection, session, self._clock.now())


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
            case BatchesChanged():
                batch.batches = event.batches
            case LineRemembered(line):
                batch.remembered[line.source_language, line.target_language, line.source] = line
            case LeadsChanged():
                batch.leads = event.leads
            case CannedChanged():
                batch.canned = event.answers
            case ModerationChanged():
                batch.moderation = event.moderation
            case AudienceChanged(audience):
                if batch.is_running and (owner := batch.owner()):
                    batch.audience.setdefault(owner, []).append(audience)
            case BuyerForgotten():
                batch.forgotten.append(event.buyer)
                batch.photos += event.photos
                batch.drop(event.buyer)
            case (
                HealthChanged()
                | LinkChanged()
                | NoticePosted()
                | NoticeCleared()
                | LinePreviewed()
                | TermsImported()
                | LevelChanged()
                | JobChanged()
            ):
                pass  # about this run of the program, not about the show
    return batch


def _write_captions(connection: Connection, batch: _Batch) -> None:
    if not batch.captions:
        return
    upsert(connection, schema.captions, [rows.caption_row(s, c) for (s, _), c in batch.captions.items()])
    translations = schema.caption_translations
    outdated = delete(translations).where(
        translations.c.session == bindparam("of_session"), translations.c.segment == bindparam("of_segment")
    )
    connection.execute(outdated, [{"of_session": s, "of_segment": n} for s, n in batch.captions])
    upsert(
        connection,
        translations,
        [row for (s, _), c in batch.captions.items() for row in rows.translation_rows(s, c)],
    )


def _write_chat(connection: Connection, batch: _Batch) -> None:
    upsert(connection, schema.messages, [rows.message_row(s, m) for (s, _), m in batch.messages.items()])
    upsert(connection, schema.replies, [rows.reply_row(s, r) for (s, _), r in batch.replies.items()])


def _write_memory(connection: Connection, values: list[rows.Row]) -> None:
    if not values:
        return
    table = schema.memory
    upsert(connection, table, values)
    oldest = connection.scalar(select(table.c.at).order_by(table.c.at.desc()).limit(1).offset(MOST_LINES))
    if oldest is not None:
        connection.execute(delete(table).where(table.c.at <= oldest))
