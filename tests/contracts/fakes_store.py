"""An event sink that keeps everything in memory, for tests of the desk and its store lane."""

from collections.abc import Sequence
from dataclasses import replace

from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.moderation import Moderation
from livedesk.core.errors import Unavailable
from livedesk.core.events import (
    BatchesChanged,
    BuyerForgotten,
    CannedChanged,
    CaptionChanged,
    CatalogueChanged,
    Event,
    GlossaryChanged,
    LeadsChanged,
    LineRemembered,
    MessageChanged,
    ModerationChanged,
    ReplyChanged,
    SessionChanged,
    SessionRestored,
)
from livedesk.core.ids import BuyerId, Language, SessionId
from livedesk.core.leads.lead import Lead
from livedesk.core.logistics.trace import Batch
from livedesk.core.ports import EventSink
from livedesk.core.records import Caption, Message, Product, Reply, Session, SessionState
from livedesk.core.translation.remembered import RememberedLine
from livedesk.core.translation.terms import Term
from livedesk.core.typing_compat import override


class _Kept:
    """The newest rows of one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.captions: dict[int, Caption] = {}
        self.messages: dict[int, Message] = {}
        self.replies: dict[int, Reply] = {}


class MemorySink(EventSink):
    """Passes the sink's contract without a file. `failure` is raised by `write` as long as it is set."""

    def __init__(self) -> None:
        self.failure: Unavailable | None = None
        self.batches: list[list[Event]] = []
        self.is_closed = False
        self._session: Session | None = None
        self._kept: dict[SessionId, _Kept] = {}
        self._catalogue = CatalogueChanged(())
        self._terms: tuple[Term, ...] = ()
        self._traced: tuple[Batch, ...] = ()
        self._leads: tuple[Lead, ...] = ()
        self._canned: tuple[CannedAnswer, ...] | None = None
        self._moderation = Moderation()
        self._memory: dict[tuple[str, str, str], RememberedLine] = {}

    @override
    def write(self, events: Sequence[Event]) -> None:
        if self.failure:
            raise self.failure
        self.batches.append(list(events))
        for event in events:
            self._write(event)

    @override
    def close(self) -> None:
        self.is_closed = True

    def load_session(self, session: SessionId) -> SessionRestored | None:
        """Return what was kept of `session`."""
        kept = self._kept.get(session)
        return kept and SessionRestored(
            kept.session,
            tuple(kept.captions[n] for n in sorted(kept.captions)),
            tuple(kept.messages[n] for n in sorted(kept.messages)),
            tuple(kept.replies[n] for n in sorted(kept.replies)),
        )

    def unfinished_session(self) -> SessionRestored | None:
        """Return the last session that went live and was not ended."""
        running = (SessionState.LIVE, SessionState.PAUSED)
        ids = sorted(i for i, kept in self._kept.items() if kept.session.state in running)
        return self.load_session(ids[-1]) if ids else None

    def load_catalogue(self) -> tuple[Product, ...]:
        """Return the products kept last."""
        return self._catalogue.products

    def load_booth_name(self) -> dict[Language, str]:
        """Return what the booth is called."""
        return self._catalogue.name

    def load_terms(self) -> tuple[Term, ...]:
        """Return the user's terms kept last."""
        return self._terms

    def load_batches(self) -> tuple[Batch, ...]:
        """Return the batches of products kept last."""
        return self._traced

    def load_leads(self) -> tuple[Lead, ...]:
        """Return the leads kept last."""
        return self._leads

    def load_canned(self) -> tuple[CannedAnswer, ...] | None:
        """Return the canned answers kept last."""
        return self._canned

    def load_moderation(self) -> Moderation:
        """Return the rules of the chat kept last."""
        return self._moderation

    def load_memory(self) -> tuple[RememberedLine, ...]:
        """Return the remembered lines, the oldest first."""
        return tuple(sorted(self._memory.values(), key=lambda line: line.at))

    def _write(self, event: Event) -> None:
        match event:
            case SessionChanged(session):
                self._session = session
                if session.state is not SessionState.IDLE:
                    self._rows()
            case CaptionChanged(caption) if caption.is_final and (rows := self._rows()):
                finals = tuple(t for t in caption.translations if t.is_final)
                rows.captions[caption.segment] = replace(caption, translations=finals)
            case MessageChanged(message) if rows := self._rows():
                rows.messages[message.id] = message
            case ReplyChanged(reply) if rows := self._rows():
                rows.replies[reply.id] = reply
            case CatalogueChanged():
                self._catalogue = event
            case GlossaryChanged(terms):
                self._terms = terms
            case BatchesChanged(batches):
                self._traced = batches
            case LeadsChanged(leads):
                self._leads = leads
            case CannedChanged(answers):
                self._canned = answers
            case ModerationChanged(moderation):
                self._moderation = moderation
            case BuyerForgotten():
                self._forget(event.buyer)
            case LineRemembered(line):
                self._memory[line.source_language, line.target_language, line.source] = line
            case _:
                pass

    def _forget(self, buyer: BuyerId) -> None:
        for kept in self._kept.values():
            gone = {n: m.text for n, m in kept.messages.items() if m.buyer == buyer}
            kept.messages = {n: m for n, m in kept.messages.items() if n not in gone}
            kept.replies = {n: r for n, r in kept.replies.items() if r.message not in gone}
            said = set(gone.values())
            self._memory = {key: line for key, line in self._memory.items() if line.source not in said}
        self._leads = tuple(lead for lead in self._leads if buyer not in lead.buyers)

    def _rows(self) -> _Kept | None:
        if self._session is None or not self._session.id:
            return None
        kept = self._kept.setdefault(self._session.id, _Kept(self._session))
        kept.session = self._session
        return kept
