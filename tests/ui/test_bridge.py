"""The bridge: newest per row, one wake-up per burst, always on the main thread."""

import threading
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.qtbot import QtBot

from livedesk.core.events import (
    BuyerForgotten,
    CaptionChanged,
    CatalogueChanged,
    MessageChanged,
    NoticeCleared,
    NoticePosted,
    ReplyChanged,
    SessionChanged,
)
from livedesk.core.ids import ZH, MessageId, ReplyId, SegmentId, SessionId
from livedesk.core.records import (
    Caption,
    Notice,
    NoticeCode,
    NoticeLevel,
    Origin,
    Session,
    SessionState,
)
from livedesk.ui.bridge import MOST_ROWS, Bridge
from tests.ui.lines.records import message, reply

CAPTION = Caption(SegmentId(1), 0, ZH, "", 0, False, Origin.MICROPHONE, 0.0, 0.0, 0.0)


class Listener(QObject):
    """Keeps what a bridge delivers, in order, and on which thread."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.got: list[tuple[str, object]] = []
        self.threads: set[bool] = set()
        bridge.captions_changed.connect(self.captions)
        bridge.session_changed.connect(self.session)
        bridge.catalogue_changed.connect(self.catalogue)
        bridge.notice_posted.connect(self.posted)
        bridge.notice_cleared.connect(self.cleared)

    def _keep(self, name: str, value: object) -> None:
        self.threads.add(threading.current_thread() is threading.main_thread())
        self.got.append((name, value))

    @Slot(list)
    def captions(self, captions: list[Caption]) -> None:
        self._keep("captions", captions)

    @Slot(object)
    def session(self, session: Session) -> None:
        self._keep("session", session)

    @Slot(object)
    def catalogue(self, products: tuple[object, ...]) -> None:
        self._keep("catalogue", products)

    @Slot(object)
    def posted(self, notice: Notice) -> None:
        self._keep("posted", notice.code)

    @Slot(object)
    def cleared(self, code: NoticeCode) -> None:
        self._keep("cleared", code)


def _from_another_thread(work: object) -> None:
    thread = threading.Thread(target=work, name="desk")  # type: ignore[arg-type]
    thread.start()
    thread.join()


def test_that_a_burst_arrives_once_with_the_newest_state_of_each_row(qtbot: QtBot, bridge: Bridge) -> None:
    listener = Listener(bridge)

    def burst() -> None:
        for revision in range(50):
            for segment in (1, 2, 3):
                caption = replace(CAPTION, segment=SegmentId(segment), revision=revision)
                bridge.receive(CaptionChanged(caption))

    _from_another_thread(burst)
    qtbot.waitUntil(lambda: bool(listener.got))
    assert len(listener.got) == 1
    ((_, captions),) = listener.got
    assert [(c.segment, c.revision) for c in captions] == [(1, 49), (2, 49), (3, 49)]  # type: ignore[attr-defined]
    assert listener.threads == {True}


def test_that_the_products_come_before_what_refers_to_them(qtbot: QtBot, bridge: Bridge) -> None:
    listener = Listener(bridge)
    session = Session(SessionId("1"), "", SessionState.LIVE, False, ZH, ())
    bridge.receive(SessionChanged(session))
    bridge.receive(CaptionChanged(CAPTION))
    bridge.receive(CatalogueChanged(()))
    qtbot.waitUntil(lambda: len(listener.got) == 3)
    assert [name for name, _ in listener.got] == ["catalogue", "session", "captions"]


def test_that_lines_of_the_show_before_do_not_reach_the_next(qtbot: QtBot, bridge: Bridge) -> None:
    listener = Listener(bridge)
    bridge.receive(SessionChanged(Session(SessionId("1"), "", SessionState.ENDED, False, ZH, ())))
    bridge.receive(CaptionChanged(CAPTION))
    bridge.receive(SessionChanged(Session(SessionId("2"), "", SessionState.LIVE, False, ZH, ())))
    qtbot.waitUntil(lambda: bool(listener.got))
    assert [name for name, _ in listener.got] == ["session"]


def test_that_many_rows_come_in_several_deliveries(qtbot: QtBot, bridge: Bridge) -> None:
    listener = Listener(bridge)
    for segment in range(1, 2 * MOST_ROWS + 2):
        bridge.receive(CaptionChanged(replace(CAPTION, segment=SegmentId(segment))))
    qtbot.waitUntil(lambda: len(listener.got) == 3)
    counts = [len(captions) for _, captions in listener.got]  # type: ignore[arg-type]
    assert counts == [MOST_ROWS, MOST_ROWS, 1]


def test_that_a_notice_taken_back_at_once_is_not_shown(qtbot: QtBot, bridge: Bridge) -> None:
    listener = Listener(bridge)
    bridge.receive(NoticePosted(Notice(NoticeCode.BEHIND, NoticeLevel.WARNING)))
    bridge.receive(NoticeCleared(NoticeCode.BEHIND))
    qtbot.waitUntil(lambda: bool(listener.got))
    assert listener.got == [("cleared", NoticeCode.BEHIND)]


def test_that_ten_thousand_events_lose_no_last_state(qtbot: QtBot, bridge: Bridge) -> None:
    listener = Listener(bridge)
    total = 10_000

    def flood() -> None:
        for number in range(total):
            caption = replace(CAPTION, segment=SegmentId(number % 100), revision=number)
            bridge.receive(CaptionChanged(caption))

    _from_another_thread(flood)

    def newest() -> dict[int, int]:
        rows: dict[int, int] = {}
        for _, captions in listener.got:
            for caption in captions:  # type: ignore[attr-defined]
                rows[caption.segment] = caption.revision
        return rows

    qtbot.waitUntil(lambda: newest() == {n: total - 100 + n for n in range(100)})
    assert len(listener.got) < total / 100
    assert listener.threads == {True}


class Emitter(QObject):
    """Emits like any of our widgets."""

    happened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.happened.connect(self.take)

    @Slot(object)
    def take(self, value: object) -> None:
        self.count += 1


def test_that_a_signal_survives_five_thousand_emits(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to True at each emit and aborts after some hundred."""
    emitter = Emitter()
    for _ in range(5000):
        emitter.happened.emit(True)
    assert emitter.count == 5000


def test_that_lines_of_a_forgotten_buyer_that_still_wait_are_not_delivered_after_it(qtbot: QtBot) -> None:
    bridge = Bridge()
    shown: list[int] = []
    answered: list[int] = []
    bridge.messages_changed.connect(lambda messages: shown.extend(m.id for m in messages))
    bridge.replies_changed.connect(lambda replies: answered.extend(r.id for r in replies))
    for number in (1, 2):
        bridge.receive(MessageChanged(message(number)))
        bridge.receive(ReplyChanged(reply(number, number)))
    with qtbot.waitSignal(bridge.buyer_forgotten):
        bridge.receive(BuyerForgotten(message(1).buyer, (MessageId(1),), (ReplyId(1),)))
    assert (shown, answered) == ([2], [2])
