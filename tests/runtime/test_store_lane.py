"""What happened is written in batches; a failing disk loses nothing while the program runs, and says so."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

import pytest

from livedesk.core import events as ev
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ids import EN, ZH, SegmentId
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.records import (
    Caption,
    Health,
    HealthState,
    Level,
    NoticeCode,
    NoticeLevel,
    Origin,
    Part,
    Translation,
)
from livedesk.core.session import show
from livedesk.runtime import store_lane
from livedesk.runtime.clock import ManualClock
from livedesk.runtime.store_lane import StoreLane
from tests.contracts.fakes_store import MemorySink
from tests.runtime.rig import PATIENCE_S, MemoryTape, running_desk, wait_for

FULL = Unavailable("store", ErrorCode.DISK_FULL, folder="/data")


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_lane, "FLUSH_EVERY_S", 0.005)
    monkeypatch.setattr(store_lane, "RETRY_AFTER_S", 0.005)


class _Sink(MemorySink):
    """Counts its writes, so that a test can wait for one; `bug` is raised by the next."""

    def __init__(self) -> None:
        super().__init__()
        self.tries = threading.Semaphore(0)
        self.threads: set[str] = set()
        self.bug: Exception | None = None

    def write(self, events: Sequence[ev.Event]) -> None:
        self.threads.add(threading.current_thread().name)
        try:
            if self.bug:
                raise self.bug
            super().write(events)
        finally:
            self.tries.release()

    def events(self) -> list[ev.Event]:
        return [event for batch in self.batches for event in batch]


class _Lane:
    def __init__(self, tape: MemoryTape | None = None) -> None:
        self.sink = _Sink()
        self.bugs: list[BaseException] = []
        self._posted: list[ev.Input] = []
        self._news = threading.Condition()
        self.lane = StoreLane(lambda: self.sink, self._post, self.bugs.append, tape)

    def _post(self, given: ev.Input) -> None:
        with self._news:
            self._posted.append(given)
            self._news.notify_all()

    def until(self, is_there: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(is_there, PATIENCE_S), "it never happened"

    @property
    def healths(self) -> list[Health]:
        return [g.health for g in list(self._posted) if isinstance(g, ev.HealthReported)]

    @property
    def notices(self) -> list[tuple[NoticeCode, NoticeLevel, dict[str, str | int]]]:
        raised = [g.notice for g in list(self._posted) if isinstance(g, ev.NoticeRaised)]
        return [(n.code, n.level, n.params) for n in raised]

    def states(self) -> list[tuple[HealthState, str]]:
        return [(h.state, h.code) for h in self.healths if h.part is Part.STORE]


@contextmanager
def _running(tape: MemoryTape | None = None) -> Iterator[_Lane]:
    lane = _Lane(tape)
    lane.lane.start()
    yield lane
    assert lane.lane.stop(5)
    assert lane.sink.is_closed


def _health(number: int) -> ev.Event:
    return ev.HealthChanged(Health(Part.MICROPHONE, HealthState.OK, lag_ms=number))


def test_that_the_microphones_level_is_neither_stored_nor_taped() -> None:
    tape, level = MemoryTape(), Level(0.5, 0.1)
    with _running(tape) as lane:
        lane.lane.receive(ev.LevelChanged(level))
        lane.lane.record(1.0, "in", ev.LevelMeasured(level))
        lane.lane.record(1.0, "out", ev.LevelChanged(level))
    assert lane.sink.events() == []
    assert tape.lines == []


def test_that_the_keys_in_a_links_address_are_neither_stored_nor_taped() -> None:
    tape, link = MemoryTape(), Link(LinkKind.AUDIENCE, LinkState.ON, "http://192.168.1.20:8484/secret/")
    with _running(tape) as lane:
        lane.lane.receive(ev.LinkChanged(link))
        lane.lane.record(1.0, "in", ev.LinkReported(link))
        lane.lane.record(1.0, "out", ev.LinkChanged(link))
    assert tape.lines == []


def test_that_everything_is_written_in_order_on_the_stores_own_thread() -> None:
    with _running() as lane:
        for number in range(100):
            lane.lane.receive(_health(number))
        assert lane.sink.tries.acquire(timeout=5)
    assert lane.sink.events() == [_health(n) for n in range(100)]
    assert lane.sink.threads == {"store"}
    assert lane.states() == [(HealthState.OK, "")]


def test_that_what_waits_is_written_before_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_lane, "FLUSH_EVERY_S", 30.0)
    with _running() as lane:
        lane.lane.receive(_health(1))
    assert lane.sink.events() == [_health(1)]


def test_that_a_failing_disk_loses_nothing_and_says_so_once() -> None:
    with _running() as lane:
        lane.sink.failure = FULL
        lane.lane.receive(_health(1))
        assert all(lane.sink.tries.acquire(timeout=5) for _ in range(3))
        lane.lane.receive(_health(2))
        lane.sink.failure = None
        lane.until(lambda: lane.states()[-1] == (HealthState.OK, "") and len(lane.states()) > 1)
    assert lane.sink.events() == [_health(1), _health(2)]
    assert lane.lane.failure is None
    assert lane.states() == [
        (HealthState.OK, ""),
        (HealthState.FAILED, ErrorCode.DISK_FULL),
        (HealthState.OK, ""),
    ]
    assert lane.notices == [
        (NoticeCode.STORE_FAILED, NoticeLevel.ERROR, {"code": ErrorCode.DISK_FULL, "folder": "/data"})
    ]


def test_that_a_second_failure_is_said_again() -> None:
    with _running() as lane:
        for _ in range(2):
            lane.sink.failure = FULL
            lane.lane.receive(_health(1))
            lane.until(lambda: lane.states()[-1][0] is HealthState.FAILED)
            lane.sink.failure = None
            lane.until(lambda: lane.states()[-1][0] is HealthState.OK)
    assert len(lane.notices) == 2


def test_that_what_could_not_be_written_at_the_end_is_counted() -> None:
    lane = _Lane()
    lane.sink.failure = FULL
    lane.lane.start()
    lane.lane.receive(_health(1))
    lane.lane.receive(_health(2))
    assert lane.lane.stop(5)
    assert lane.lane.unwritten == 2
    assert lane.lane.failure is FULL
    assert lane.sink.is_closed


def test_that_a_bug_in_the_sink_is_reported_and_shown() -> None:
    lane = _Lane()
    lane.sink.bug = ValueError("a bug")
    lane.lane.start()
    lane.lane.receive(_health(1))
    lane.until(lambda: bool(lane.notices))
    assert lane.lane.stop(5)
    assert [str(bug) for bug in lane.bugs] == ["a bug"]
    assert lane.states()[-1][0] is HealthState.FAILED
    assert lane.notices[0][0] is NoticeCode.WORKER_FAILED
    assert lane.lane.unwritten == 1


# --- the tape ---


class _BrokenTape(MemoryTape):
    def __init__(self) -> None:
        super().__init__()
        self.is_closed = threading.Event()

    def write(self, at: float, direction: Literal["in", "out"], event: ev.Input | ev.Event) -> None:
        if len(self.lines) == 1:
            raise FULL
        super().write(at, direction, event)

    def close(self) -> None:
        self.is_closed.set()


def test_that_the_tape_records_in_order() -> None:
    tape = MemoryTape()
    with _running(tape) as lane:
        lane.lane.record(1.0, "in", ev.Ticked())
        lane.lane.record(1.0, "out", _health(1))
    assert tape.lines == [(1.0, "in", ev.Ticked()), (1.0, "out", _health(1))]
    assert lane.sink.events() == []


def test_that_a_tape_that_fails_ends_and_the_session_is_stored_all_the_same() -> None:
    tape = _BrokenTape()
    with _running(tape) as lane:
        for number in range(3):
            lane.lane.record(float(number), "in", ev.Ticked())
        wait_for(tape.is_closed)
        lane.lane.record(9.0, "in", ev.Ticked())
        lane.lane.receive(_health(1))
    assert [at for at, _, _ in tape.lines] == [0.0]
    assert lane.sink.events() == [_health(1)]
    assert [code for code, _, _ in lane.notices] == [NoticeCode.STORE_FAILED]
    assert lane.bugs == []


# --- partials ---


def _session() -> ev.SessionChanged:
    return ev.SessionChanged(show.started(show.idle(ZH, (EN,)), "Fair", 1_000.0, is_rehearsal=False))


def _caption(revision: int, *, final: bool) -> ev.CaptionChanged:
    line = Translation(EN, "Hello", revision, 5, is_final=final)
    return ev.CaptionChanged(
        Caption(SegmentId(1), revision, ZH, "大家好", 3, final, Origin.MICROPHONE, 0.0, 1.0, 1_000.0, (line,))
    )


def test_that_partials_are_never_stored() -> None:
    session = _session()
    with _running() as lane:
        for event in (session, _caption(1, final=False)):
            lane.lane.receive(event)
    stored = lane.sink.load_session(session.session.id)
    assert stored is not None
    assert stored.captions == ()


def test_that_a_desk_and_its_store_agree_at_the_end() -> None:
    lane = _Lane()
    lane.lane.start()
    clock = ManualClock(1_000.0)
    with running_desk(clock=clock) as desk:
        desk.desk.subscribe(lane.lane.receive)
        desk.live().post(
            ev.Hypothesis(1, 1, "大家", 0.0, 1.0, is_endpoint=False),
            ev.Hypothesis(1, 2, "大家好", 0.0, 1.5, is_endpoint=True),
            ev.ChatReceived("phone", "id-1", "Maria", "price?"),
        )
        for request in desk.work():
            desk.answer(request, "translated")
        desk.post(ev.EndSession()).settled()
        session = desk.booth.session
    assert lane.lane.stop(5)
    stored = lane.sink.load_session(session.id)
    assert stored is not None
    assert stored.session == session
    assert {c.segment: c for c in stored.captions} == desk.heard.captions
    assert {m.id: m for m in stored.messages} == desk.heard.messages
    assert lane.sink.unfinished_session() is None
