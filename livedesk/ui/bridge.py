"""The only crossing from the desk to the window.

`receive` is called on the desk thread for every event; it keeps the newest state per row and wakes the
main thread once per burst. The signals then come on the main thread. Connect bound methods of QObjects only:
PySide6 runs a lambda or plain function connected to another thread's signal in that thread, even when queued.
"""

import threading
from itertools import islice

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

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
    row_of,
)
from livedesk.core.ids import SessionId

FRAME_MS = 33
"""Least time between two deliveries: what arrives in between is drawn once."""

MOST_ROWS = 500
"""Rows in one delivery: a restored session comes in several, so that the window is never blocked for long."""

_LINES = (CaptionChanged, MessageChanged, ReplyChanged)


class Bridge(QObject):
    """Turns events into Qt signals; a burst is delivered together, newest state per row."""

    session_changed = Signal(object)  # Session
    captions_changed = Signal(list)  # list[Caption]
    messages_changed = Signal(list)  # list[Message]
    replies_changed = Signal(list)  # list[Reply]
    catalogue_changed = Signal(object)  # tuple[Product, ...]
    catalogue_history_changed = Signal(bool, bool)  # whether a change can be undone, and done again
    glossary_changed = Signal(object)  # tuple[Term, ...]: the user's own
    batches_changed = Signal(object)  # tuple[Batch, ...]
    leads_changed = Signal(object)  # tuple[Lead, ...]
    canned_changed = Signal(object)  # tuple[CannedAnswer, ...]
    moderation_changed = Signal(object)  # Moderation
    audience_changed = Signal(object)  # Audience
    link_changed = Signal(object)  # Link
    buyer_forgotten = Signal(object)  # BuyerForgotten
    terms_imported = Signal(object)  # TermsImported
    line_previewed = Signal(object)  # TranslateResult
    booth_named = Signal(object)  # dict[Language, str]
    health_changed = Signal(object)  # Health
    notice_posted = Signal(object)  # Notice
    notice_cleared = Signal(object)  # NoticeCode
    level_changed = Signal(object)  # Level
    job_changed = Signal(object)  # Job
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mutex = threading.Lock()  # the one lock outside runtime/: it guards a dict swap, nothing else
        self._waiting: dict[tuple[str, object], Event] = {}
        self._session_id = SessionId("")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._deliver)
        self._woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)

    def receive(self, event: Event) -> None:
        """Take an event from any thread."""
        with self._mutex:
            was_empty = not self._waiting
            if isinstance(event, SessionChanged) and event.session.id != self._session_id:
                # Line ids count from 1 again: what still waits belongs to the show before.
                self._session_id = event.session.id
                self._waiting = {r: e for r, e in self._waiting.items() if not isinstance(e, _LINES)}
            if isinstance(event, BuyerForgotten):
                # Lines go to the window after what else is in a burst: these would come back.
                for row in (
                    *(("message", m) for m in event.messages),
                    *(("reply", r) for r in event.replies),
                ):
                    self._waiting.pop(row, None)
            self._waiting[row_of(event)] = event
        if was_empty:
            self._woken.emit()

    @Slot()
    def _wake(self) -> None:
        if not self._timer.isActive():
            self._deliver()
            self._timer.start()

    @Slot()
    def _deliver(self) -> None:
        with self._mutex:
            rows = list(islice(self._waiting, MOST_ROWS))
            events = [self._waiting.pop(row) for row in rows]
        if not events:
            return
        self._timer.start()
        # Products first: other rows refer to them.
        for event in events:
            if isinstance(event, CatalogueChanged):
                self.catalogue_changed.emit(event.products)
                self.booth_named.emit(event.name)
                self.catalogue_history_changed.emit(event.can_undo, event.can_redo)
        for event in events:
            match event:
                case SessionChanged():
                    self.session_changed.emit(event.session)
                case HealthChanged():
                    self.health_changed.emit(event.health)
                case NoticePosted():
                    self.notice_posted.emit(event.notice)
                case NoticeCleared():
                    self.notice_cleared.emit(event.code)
                case GlossaryChanged():
                    self.glossary_changed.emit(event.terms)
                case BatchesChanged():
                    self.batches_changed.emit(event.batches)
                case LeadsChanged():
                    self.leads_changed.emit(event.leads)
                case CannedChanged():
                    self.canned_changed.emit(event.answers)
                case ModerationChanged():
                    self.moderation_changed.emit(event.moderation)
                case AudienceChanged():
                    self.audience_changed.emit(event.audience)
                case LinkChanged():
                    self.link_changed.emit(event.link)
                case BuyerForgotten():
                    self.buyer_forgotten.emit(event)
                case TermsImported():
                    self.terms_imported.emit(event)
                case LinePreviewed():
                    self.line_previewed.emit(event.result)
                case LevelChanged():
                    self.level_changed.emit(event.level)
                case JobChanged():
                    self.job_changed.emit(event.job)
                case CatalogueChanged() | CaptionChanged() | MessageChanged() | ReplyChanged():
                    pass
                case LineRemembered():
                    pass  # for the translator; the line itself comes as a caption or a message
        if captions := [e.caption for e in events if isinstance(e, CaptionChanged)]:
            self.captions_changed.emit(captions)
        if messages := [e.message for e in events if isinstance(e, MessageChanged)]:
            self.messages_changed.emit(messages)
        if replies := [e.reply for e in events if isinstance(e, ReplyChanged)]:
            self.replies_changed.emit(replies)
