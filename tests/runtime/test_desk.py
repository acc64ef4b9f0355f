"""The desk's thread: one owner, in order, and nobody else's trouble stops it."""

import asyncio
import gc
import threading
import time
from collections.abc import Callable

import pytest

from livedesk.core import events as ev
from livedesk.core.captions.segmenter import SILENCE_CLOSES_AFTER_S
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ids import EN, ZH, MessageId, ReplyId, Sku
from livedesk.core.records import (
    Health,
    HealthState,
    Message,
    MessageState,
    Origin,
    Part,
    Reason,
    Reply,
    ReplyState,
)
from livedesk.core.session.booth import Booth
from livedesk.core.session.outcome import Outcome
from livedesk.core.translation.request import TranslateResult, Work
from livedesk.runtime import desk as desk_module
from livedesk.runtime.affinity import WrongThreadError
from livedesk.runtime.clock import ManualClock
from livedesk.runtime.desk import DRAIN_S, Closed, Desk
from livedesk.runtime.inbox import Inbox
from tests.core.session.rig import products
from tests.runtime.rig import Heard, MemoryTape, OpenSource, RunningDesk, running_desk, wait_for


@pytest.fixture
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the length of a wait is not the point."""
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)
    monkeypatch.setattr(desk_module, "SEND_TIMEOUT_S", 0.05)


class _TroubleError(Exception):
    pass


def _raise_on_captions(event: ev.Event) -> None:
    if isinstance(event, ev.CaptionChanged):
        raise _TroubleError


# --- in order, on one thread ---


def test_that_inputs_are_handled_in_the_order_in_which_they_were_posted(short_waits: None) -> None:
    with running_desk() as desk:
        desk.live().post(*(ev.AddHostLine(f"line {n}") for n in range(200))).settled()
        assert [c.text for c in desk.heard.captions.values()] == [f"line {n}" for n in range(200)]
        assert desk.heard.threads == {"desk"}


def test_that_what_was_posted_before_the_start_is_not_lost(short_waits: None) -> None:
    running = RunningDesk(ManualClock(1_000.0))
    running.live().post(ev.AddHostLine("early"))
    running.start().settled()
    running.stop()
    assert [(c.text, c.is_final) for c in running.booth.captions._captions.values()] == [("early", True)]


def test_that_a_subscriber_begins_with_the_state_so_far() -> None:
    with running_desk() as desk:
        desk.live().settled()
        late = Heard()
        desk.desk.subscribe(late.receive)
        late.until(lambda: len(late.healths) == len(Part))
        (session,) = (e.session for e in late.events if isinstance(e, ev.SessionChanged))
        assert session.name == "Fair"


def test_that_only_the_desks_own_thread_may_take_an_input() -> None:
    with running_desk() as desk, pytest.raises(WrongThreadError):
        desk.desk.take(ev.Ticked())


# --- somebody else's bugs ---


def test_that_a_bug_in_one_input_is_reported_and_the_desk_goes_on() -> None:
    class BuggyBooth(Booth):
        def handle(self, given: ev.Input, now: float) -> Outcome:
            if isinstance(given, ev.DismissNotice):
                raise _TroubleError
            return super().handle(given, now)

    running = RunningDesk(ManualClock(1_000.0), booth=BuggyBooth())
    running.start().post(ev.DismissNotice("behind")).live().settled()  # type: ignore[arg-type]
    assert running.stop().in_time
    assert [type(bug) for bug in running.bugs] == [_TroubleError]


def test_that_a_bug_in_a_tick_does_not_stop_the_clock() -> None:
    ticks = threading.Semaphore(0)

    class BuggyBooth(Booth):
        def handle(self, given: ev.Input, now: float) -> Outcome:
            if isinstance(given, ev.Ticked):
                ticks.release()
                raise _TroubleError
            return super().handle(given, now)

    running = RunningDesk(ManualClock(1_000.0), booth=BuggyBooth())
    running.start()
    assert all(ticks.acquire(timeout=5) for _ in range(2))
    running.stop()


def test_that_a_subscribers_bug_costs_the_others_nothing(short_waits: None) -> None:
    running = RunningDesk(ManualClock(1_000.0))
    running.desk.start()
    running.desk.subscribe(_raise_on_captions)
    running.desk.subscribe(running.heard.receive)
    running.live().post(ev.AddHostLine("hello")).settled()
    assert len(running.heard.captions) == 1
    assert len(running.work()) == 1
    assert running.stop() == Closed(1, True)
    assert {type(bug) for bug in running.bugs} == {_TroubleError}


def test_that_a_bug_in_a_coroutine_is_reported() -> None:
    async def trouble() -> None:
        raise _TroubleError

    running = RunningDesk(ManualClock(1_000.0)).start()
    running.desk.spawn(trouble)
    running.settled()
    running.stop()
    gc.collect()
    assert [type(bug) for bug in running.bugs] == [_TroubleError]


# --- deliveries ---


def _reply(desk: RunningDesk, text: str = "四美元") -> None:
    desk.live().post(ev.ChatReceived("phone", "id-1", "Maria", "price?"))
    (request,) = desk.work()
    desk.answer(request).post(ev.SendReply(MessageId(1), text))
    (to_send,) = desk.work()
    assert to_send.work is Work.REPLY_TO_SEND
    desk.answer(to_send, "four dollars")


def _state_of_reply(desk: RunningDesk) -> Callable[[], bool]:
    return lambda: (
        bool(desk.heard.replies)
        and desk.heard.replies[1].state
        in (
            ReplyState.SENT,
            ReplyState.FAILED,
        )
    )


def test_that_a_reply_goes_through_the_source_its_message_came_from() -> None:
    with running_desk() as desk:
        phone, youtube = OpenSource("phone"), OpenSource("youtube")
        desk.desk.add_source(youtube)
        desk.desk.add_source(phone)
        _reply(desk)
        desk.heard.until(_state_of_reply(desk))
        assert desk.heard.replies[1].state is ReplyState.SENT
        assert [r.translation.text for r in phone.sent if r.translation] == ["four dollars"]
        assert youtube.sent == []
        desk.heard.until(lambda: desk.heard.messages[1].is_answered)


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (Unavailable("chat", ErrorCode.SOURCE_CLOSED), ErrorCode.SOURCE_CLOSED),
        (TimeoutError(), ErrorCode.CANNOT_SEND),
    ],
)
def test_that_a_reply_that_was_not_taken_says_why(failure: Exception, code: ErrorCode) -> None:
    with running_desk() as desk:
        source = OpenSource()
        source.failure = failure
        desk.desk.add_source(source)
        _reply(desk)
        desk.heard.until(_state_of_reply(desk))
        assert (desk.heard.replies[1].state, desk.heard.replies[1].failure) == (ReplyState.FAILED, code)
        source.failure = None
        desk.post(ev.RetryReply(ReplyId(1)))
        desk.heard.until(lambda: desk.heard.replies[1].state is ReplyState.SENT)


def test_that_a_reply_to_a_closed_source_fails() -> None:
    with running_desk() as desk:
        _reply(desk)
        desk.heard.until(_state_of_reply(desk))
        assert desk.heard.replies[1].failure == ErrorCode.SOURCE_CLOSED


def test_that_a_source_that_never_answers_is_given_up(short_waits: None) -> None:
    class Silent(OpenSource):
        async def send(self, message: Message, reply: Reply) -> None:
            await asyncio.Event().wait()

    with running_desk() as desk:
        desk.desk.add_source(Silent())
        _reply(desk)
        desk.heard.until(_state_of_reply(desk))
        assert desk.heard.replies[1].failure == ErrorCode.CANNOT_SEND


def test_that_a_bug_in_a_source_fails_the_reply_and_is_reported() -> None:
    running = RunningDesk(ManualClock(1_000.0)).start()
    source = OpenSource()
    source.failure = _TroubleError()
    running.desk.add_source(source)
    _reply(running)
    running.heard.until(_state_of_reply(running))
    running.stop()
    assert running.heard.replies[1].failure == ErrorCode.CANNOT_SEND
    assert [type(bug) for bug in running.bugs] == [_TroubleError]


def test_that_a_delivery_of_an_earlier_session_counts_for_no_later_one() -> None:
    class Slow(OpenSource):
        def __init__(self) -> None:
            super().__init__()
            self.asked: list[asyncio.Event] = []

        async def send(self, message: Message, reply: Reply) -> None:
            self.asked.append(asyncio.Event())
            await self.asked[-1].wait()
            self.sent.append(reply)

    clock = ManualClock(1_000.0)
    with running_desk(clock=clock) as desk:
        slow = Slow()
        desk.desk.add_source(slow)
        _reply(desk)
        desk.settled().post(ev.EndSession()).settled()
        clock.move_to(2_000.0)
        _reply(desk)
        desk.settled()
        is_taken = threading.Event()

        async def let_the_first_one_go() -> None:
            slow.asked[0].set()
            while not slow.sent:
                await asyncio.sleep(0)
            is_taken.set()

        desk.desk.spawn(let_the_first_one_go)
        wait_for(is_taken)
        desk.settled().settled()
        assert len(slow.asked) == 2
        assert desk.heard.replies[1].state is ReplyState.SENDING
        assert not desk.heard.messages[1].is_answered


# --- the timer ---


def test_that_silence_closes_a_caption_by_the_desks_own_timer(short_waits: None) -> None:
    clock = ManualClock(1_000.0)
    with running_desk(clock=clock) as desk:
        heard = ev.Hypothesis(1, 1, "大家好", 1.0, 2.0, is_endpoint=False, origin=Origin.MICROPHONE)
        desk.live().post(heard).settled()
        assert not desk.heard.captions[1].is_final
        clock.move_to(1_000.0 + SILENCE_CLOSES_AFTER_S)
        desk.heard.until(lambda: desk.heard.captions[1].is_final)


# --- the end ---


def test_that_closing_waits_for_finals_and_says_that_nothing_was_left() -> None:
    running = RunningDesk(ManualClock(1_000.0)).start()
    running.live().post(ev.AddHostLine("大家好"))
    (request,) = running.work()
    answering = threading.Thread(target=lambda: running.answer(request, "Hello"), name="answering")
    closed: list[Closed] = []
    stopping = threading.Thread(target=lambda: closed.append(running.stop()), name="stopping")
    stopping.start()
    answering.start()
    for thread in (answering, stopping):
        thread.join(5)
    assert closed == [Closed(0, True)]
    assert [t.text for t in running.heard.captions[1].translations] == ["Hello"]


def test_that_closing_drains_for_two_seconds_at_most_and_says_what_was_left() -> None:
    running = RunningDesk(ManualClock(1_000.0)).start()
    running.live().post(ev.AddHostLine("大家好"), ev.AddHostLine("欢迎"))
    running.post(ev.ChatReceived("phone", "id-1", "Maria", "price?")).settled()
    started = time.monotonic()
    closed = running.stop()
    assert closed == Closed(3, True)
    assert time.monotonic() - started >= DRAIN_S == 2.0
    assert [t.reason for c in running.heard.captions.values() for t in c.translations] == [
        Reason.STOPPED,
        Reason.STOPPED,
    ]
    assert running.heard.messages[1].state is MessageState.SKIPPED


def test_that_closing_does_not_wait_for_chat() -> None:
    running = RunningDesk(ManualClock(1_000.0)).start()
    running.live().post(ev.ChatReceived("phone", "id-1", "Maria", "price?")).settled()
    assert running.stop() == Closed(1, True)


def test_that_texts_that_are_not_filled_yet_are_no_lines_left() -> None:
    running = RunningDesk(ManualClock(1_000.0)).start()
    running.post(ev.CatalogueLoaded(products("A")), ev.FillTexts((Sku("A"),), (ZH,)))
    request, _ = running.work()
    running.answer(request, "杯子").settled()
    assert running.stop() == Closed(0, True)
    told = [e.products for e in running.heard.events if isinstance(e, ev.CatalogueChanged)]
    assert told[-1][0].names[ZH] == "杯子"


def test_that_a_stuck_subscriber_does_not_hold_the_end_up_for_ever(short_waits: None) -> None:
    is_stuck, go_on = threading.Event(), threading.Event()

    def stuck(event: ev.Event) -> None:
        if isinstance(event, ev.SessionChanged) and event.session.name:
            is_stuck.set()
            go_on.wait(30)

    running = RunningDesk(ManualClock(1_000.0)).start()
    running.desk.subscribe(stuck)
    running.live()
    wait_for(is_stuck)
    assert not running.desk.stop(deadline_s=0.05).in_time
    go_on.set()
    assert running.desk.stop(deadline_s=5).in_time


def test_that_nothing_happens_after_the_end() -> None:
    running = RunningDesk(ManualClock(1_000.0)).start()
    running.stop()
    told = len(running.heard.events)
    running.live()
    running.desk.subscribe(running.heard.receive)
    running.desk.add_source(OpenSource())
    running.desk.spawn(lambda: asyncio.sleep(0))
    assert running.stop().in_time
    assert len(running.heard.events) == told


def test_that_a_desk_that_never_started_can_be_stopped() -> None:
    desk = Desk(Booth(), ManualClock(), Inbox(), lambda _: None)
    desk.post(ev.Ticked())
    assert desk.stop() == Closed(0, True)
    assert desk.stop() == Closed(0, True)


# --- the tape ---


def test_that_the_tape_holds_what_came_in_and_what_followed() -> None:
    tape = MemoryTape()
    with running_desk(tape=tape) as desk:
        desk.live().post(ev.HealthReported(Health(Part.STORE, HealthState.OK))).settled()
    directions = [direction for _, direction, _ in tape.lines]
    assert directions[:4] == ["in", "out", "in", "out"]
    assert tape.inputs()[0] == (1_000.0, ev.StartSession("Fair", is_rehearsal=False))


def test_that_ticks_without_consequence_are_not_taped() -> None:
    tape = MemoryTape()
    ticked = threading.Semaphore(0)

    class Counting(ManualClock):
        def now(self) -> float:
            ticked.release()
            return super().now()

    with running_desk(clock=Counting(1_000.0), tape=tape):
        assert all(ticked.acquire(timeout=5) for _ in range(3))
    assert [event for _, event in tape.inputs() if isinstance(event, ev.Ticked)] == []


def test_that_a_translators_result_is_taped_as_it_came() -> None:
    tape = MemoryTape()
    with running_desk(tape=tape) as desk:
        desk.live().post(ev.AddHostLine("大家好"))
        (request,) = desk.work()
        desk.answer(request, "Hello").settled()
    (result,) = (event for _, event in tape.inputs() if isinstance(event, TranslateResult))
    assert (result.text, result.request.target) == ("Hello", EN)
