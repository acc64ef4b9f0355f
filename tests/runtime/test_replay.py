"""A recorded session replays to the same events: the booth reads no clock and rolls no dice."""

import itertools
import json
import threading
from dataclasses import replace
from typing import Any

import pytest

from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH, Language, MessageId, ReplyId, Sku
from livedesk.core.session.booth import Booth
from livedesk.core.session.tape_lines import ChatLine, HostLine, PinLine, ReplyLine, TapeLine
from livedesk.core.wire import decode, encode
from livedesk.runtime import desk as desk_module
from livedesk.runtime.clock import SystemClock
from livedesk.runtime.player import Player
from livedesk.runtime.replay import replay
from tests.core.session.rig import products, show_items
from tests.runtime.rig import MemoryTape, OpenSource, RunningDesk, running_desk, wait_for

ES = Language("es")


@pytest.fixture(autouse=True)
def _short_drain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.01)


class _Answering:
    """Answers the desk's requests on a thread of its own, as the translator would."""

    def __init__(self, desk: RunningDesk) -> None:
        self._desk = desk
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._work, name="mt")

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._desk.inbox.wake()
        self._thread.join(5)

    def _work(self) -> None:
        while not self._is_over.is_set():
            for request in self._desk.inbox.take(self._is_over.is_set):
                self._desk.answer(request, f"<{request.text}>")


def _lines() -> list[TapeLine]:
    lines: list[TapeLine] = [PinLine(0.0, Sku("A"), is_pinned=True)]
    for n in range(12):
        lines.append(HostLine(n * 4.0, f"第{n}句，我们的杯子一万二千个起订，欢迎提问" * (1 + n % 3), 3.5))
        lines.append(ChatLine(n * 4.0 + 1, "phone", f"p-{n}", f"buyer {n % 3}", f"price {n}?"))
        if n % 3 == 0:
            lines.append(ReplyLine(n * 4.0 + 3, f"p-{n}", "四美元"))
    return lines


def _recorded() -> MemoryTape:
    """A session through the real desk, with threads, pauses, failures and a second session."""
    tape = MemoryTape()
    with running_desk(EN, ES, clock=SystemClock(), tape=tape) as desk, _Answering(desk):
        source = OpenSource()
        desk.desk.add_source(source)
        desk.post(ev.CatalogueLoaded(products("A", "B", "C", "D"), show_items(3))).live().settled()
        player, done = Player(desk.desk, _lines(), 200.0), threading.Event()

        async def play() -> None:
            await player.play()
            await player.settle(desk.inbox, 30.0)
            done.set()

        desk.desk.spawn(play)
        desk.post(ev.DraftReply(MessageId(1), "五美元"), ev.PauseSession(), ev.GoToShowItem(2))
        desk.post(ev.ContinueSession(), *(ev.PinProduct(Sku(s)) for s in "BCD"))
        wait_for(done)
        desk.post(ev.SetMessageLanguage(MessageId(2), ES), ev.RetryReply(ReplyId(1)), ev.EndSession())
        desk.live().post(ev.AddHostLine("再来一场")).settled()
    return tape


def test_that_a_recorded_session_replays_to_the_same_events() -> None:
    tape = _recorded()
    last = tape.inputs()[-1][0]
    recorded = list(itertools.takewhile(lambda line: line[0] <= last, tape.events()))
    replayed = list(replay(tape.inputs(), Booth(ZH, (EN, ES))))
    assert len(recorded) > 100
    assert replayed[: len(recorded)] == recorded


def test_that_a_tape_replays_from_its_json_too() -> None:
    tape = _recorded()
    lines = [json.loads(json.dumps({"t": at, "in": encode(given)})) for at, given in tape.inputs()]
    inputs = [(line["t"], decode(line["in"])) for line in lines]
    assert list(replay(inputs, Booth(ZH, (EN, ES)))) == list(replay(tape.inputs(), Booth(ZH, (EN, ES))))


def test_that_two_replays_are_the_same() -> None:
    inputs: list[tuple[float, Any]] = [
        (1_000.0, ev.StartSession("Fair", is_rehearsal=False)),
        (1_001.0, ev.AddHostLine("大家好")),
        (1_002.0, ev.ChatReceived("phone", "1", "Maria", "hola")),
        (1_009.0, ev.Ticked()),
        (1_010.0, ev.EndSession()),
    ]
    first, second = (list(replay(inputs, Booth())) for _ in range(2))
    assert first == second
    moved = [(at + 1.0, given) for at, given in inputs]
    captions = [e.caption for _, e in replay(moved, Booth()) if isinstance(e, ev.CaptionChanged)]
    assert captions == [replace(c, heard_at=1_002.0) for c in captions]
