"""A flood of chat: captions go first, the oldest lines are skipped and said to be, a click brings them back."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH, MessageId
from livedesk.core.ports import EngineLine, GaveWay
from livedesk.core.records import MessageState
from livedesk.core.translation.order import MAX_WAITING_MESSAGES
from livedesk.runtime.pipeline import TranslationLane
from livedesk.runtime.translating import Translator
from tests.contracts.fakes import FakeEngine, FakeEngineSource, FakeLanguageIdentifier
from tests.runtime.rig import PATIENCE_S, RunningDesk, running_desk

FLOOD = 400


class Gated(FakeEngine):
    """Answers Chinese to chat. Until the gate is open every call waits there, and gives way where it should."""

    def __init__(self, running: RunningDesk) -> None:
        super().__init__(ZH)
        self._inbox = running.inbox
        self.gate = threading.Event()
        self.has_begun = threading.Event()

    def translate(self, lines: Sequence[str], prefixes: Sequence[Sequence[str]] = ()) -> list[EngineLine]:
        self.has_begun.set()
        assert self.gate.wait(PATIENCE_S)
        if self._inbox.is_possible() and self._inbox.is_wanted():
            raise GaveWay
        self.calls.append(list(lines))
        return [EngineLine("这个多少钱", ("这个", "多少钱"), hit_limit=False) for _ in lines]


@contextmanager
def flooded() -> Iterator[tuple[RunningDesk, Gated]]:
    """A desk with its lane whose engine holds the first chat line while `FLOOD` messages come in."""
    with running_desk() as running:
        engine = Gated(running)
        source = FakeEngineSource([(ZH, EN), (EN, ZH)])
        source.engines[EN, ZH] = engine
        source.engines[ZH, EN] = FakeEngine(EN, answers={"大家好，欢迎": "hello everyone, welcome"})
        lane = TranslationLane(
            running.inbox,
            lambda: Translator(source, FakeLanguageIdentifier(EN)),
            [(ZH, EN), (EN, ZH)],
            running.desk.post,
            running.bugs.append,
        )
        lane.start()
        try:
            running.live()
            for number in range(1, FLOOD + 1):
                running.post(
                    ev.ChatReceived("phone", str(number), f"buyer {number % 7}", f"price of no {number}")
                )
                if number == 1:
                    assert engine.has_begun.wait(PATIENCE_S)
            yield running.settled(), engine
        finally:
            engine.gate.set()
            assert lane.stop(PATIENCE_S)


def states(running: RunningDesk) -> dict[int, MessageState]:
    return {number: message.state for number, message in running.heard.messages.items()}


def test_that_a_flood_never_waits_for_more_than_the_limit() -> None:
    with flooded() as (running, _):
        assert len(running.inbox) <= MAX_WAITING_MESSAGES
        waiting = [n for n, state in states(running).items() if state is MessageState.WAITING]
        assert waiting == list(range(FLOOD - MAX_WAITING_MESSAGES + 1, FLOOD + 1))


def test_that_every_line_of_a_flood_is_translated_or_marked() -> None:
    with flooded() as (running, engine):
        engine.gate.set()
        running.heard.until(lambda: MessageState.WAITING not in states(running).values())
        found = states(running)
        # The first one was in the engine's hands when it was skipped: what it then said is shown.
        done = {1, *range(FLOOD - MAX_WAITING_MESSAGES + 1, FLOOD + 1)}
        assert {n for n, state in found.items() if state is MessageState.TRANSLATED} == done
        assert {n for n, state in found.items() if state is MessageState.SKIPPED} == set(found) - done


def test_that_a_caption_goes_before_all_that_waits() -> None:
    with flooded() as (running, engine):
        running.post(ev.AddHostLine("大家好，欢迎")).settled()
        engine.gate.set()
        running.heard.until(lambda: any(c.translations for c in running.heard.captions.values()))
        (caption,) = running.heard.captions.values()
        translation = caption.translation(EN)
        assert translation is not None
        assert translation.reason is None
        translated = [
            e.message.id
            for e in running.heard.events[: _place(running, caption.segment)]
            if isinstance(e, ev.MessageChanged) and e.message.state is MessageState.TRANSLATED
        ]
        assert translated == []


def _place(running: RunningDesk, segment: int) -> int:
    """Return where in the events the caption's translation came."""
    return next(
        place
        for place, event in enumerate(list(running.heard.events))
        if isinstance(event, ev.CaptionChanged)
        and event.caption.segment == segment
        and event.caption.translations
    )


def test_that_a_skipped_line_is_translated_by_a_click() -> None:
    with flooded() as (running, engine):
        engine.gate.set()
        running.heard.until(lambda: MessageState.WAITING not in states(running).values())
        assert states(running)[7] is MessageState.SKIPPED
        running.post(ev.TranslateMessage(MessageId(7)))
        running.heard.until(lambda: states(running)[7] is MessageState.TRANSLATED)
        translation = running.heard.messages[7].translation
        assert translation is not None
        assert translation.text == "这个多少钱"
