"""The rehearsal: a booth's tape arrives as a recogniser and chat would deliver it."""

import threading
from collections.abc import Sequence

import pytest

from livedesk.core import events as ev
from livedesk.core.ids import Sku
from livedesk.core.records import MessageState, Origin, ReplyState, SessionState
from livedesk.core.session.tape_lines import (
    ChatLine,
    HostLine,
    PinLine,
    ReplyLine,
    ShowLine,
    SoldOutLine,
    TapeLine,
)
from livedesk.runtime import desk as desk_module
from livedesk.runtime import player as player_module
from livedesk.runtime.clock import SystemClock
from livedesk.runtime.player import HYPOTHESIS_EVERY_S, Player
from tests.core.session.rig import products, show_items
from tests.runtime.rig import MemoryTape, OpenSource, RunningDesk, running_desk, wait_for

FAST = 1_000.0


@pytest.fixture(autouse=True)
def _short_drain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody translates here: the end need not wait for it."""
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.01)


def _play(desk: RunningDesk, lines: Sequence[TapeLine], speed: float = FAST) -> threading.Event:
    """Start playing; the event is set at the end."""
    player, done = Player(desk.desk, lines, speed), threading.Event()

    async def play() -> None:
        await player.play()
        done.set()

    desk.desk.spawn(play)
    return done


def _played(*lines: TapeLine, speed: float = FAST) -> list[ev.Input]:
    """Return what the tape gave to a live desk, the commands of the test left out."""
    tape = MemoryTape()
    with running_desk(clock=SystemClock(), tape=tape) as desk:
        desk.post(ev.CatalogueLoaded(products("A", "B"), show_items(3))).live().settled()
        wait_for(_play(desk, lines, speed))
        desk.settled()
    outside = (ev.CatalogueLoaded, ev.StartSession, ev.HealthReported, ev.Ticked)
    return [given for _, given in tape.inputs() if not isinstance(given, outside)]


def _hypotheses(*lines: TapeLine) -> list[ev.Hypothesis]:
    return [given for given in _played(*lines) if isinstance(given, ev.Hypothesis)]


@pytest.mark.parametrize(
    "text",
    ["大家好，欢迎来到我们的直播间，MOQ 500个。", "Hello everyone, we're live: 3.5 dollars!", "¿Qué tal? 👋"],
)
def test_that_a_host_line_grows_and_ends_with_an_endpoint(text: str) -> None:
    heard = _hypotheses(HostLine(1.0, text, 6.0))
    texts = [h.text for h in heard]
    assert 4 <= len(texts) <= int(6.0 / HYPOTHESIS_EVERY_S)
    assert texts == sorted(texts, key=len)
    assert all(text.startswith(t) for t in texts)
    assert texts[-1] == text
    assert [h.is_endpoint for h in heard] == [False] * (len(heard) - 1) + [True]
    assert {h.origin for h in heard} == {Origin.TAPE}


def test_that_the_times_are_those_of_the_tape() -> None:
    heard = _hypotheses(HostLine(100.0, "大家好，欢迎来到我们的直播间", 6.0))
    assert {h.t0_s for h in heard} == {100.0}
    assert [h.revision for h in heard] == sorted({h.revision for h in heard})
    assert heard[-1].t1_s == 106.0
    assert [h.t1_s for h in heard] == sorted({h.t1_s for h in heard})


@pytest.mark.parametrize(
    "text",
    ["Hello everyone, welcome to our livestream", "¿Qué tal amigos? Está aquí", "Привет всем, начинаем"],
)
def test_that_words_of_a_spaced_script_are_never_cut(text: str) -> None:
    words = {word.strip("¿?,") for word in text.split()} | {""}
    heard = _hypotheses(HostLine(0.0, text, 8.0))
    assert all(word.strip("¿?,") in words for h in heard for word in h.text.split())


def test_that_each_host_line_is_an_utterance_of_its_own() -> None:
    heard = _hypotheses(HostLine(0.0, "一句", 0.5), HostLine(1.0, "两句", 0.5))
    assert [(h.utterance, h.text) for h in heard] == [(1, "一句"), (2, "两句")]


def test_that_every_kind_of_line_is_played() -> None:
    given = _played(
        ShowLine(0.0, 1),
        PinLine(1.0, Sku("A"), is_pinned=True),
        ChatLine(2.0, "phone", "p-1", "Maria", "hola"),
        SoldOutLine(3.0, Sku("B")),
        PinLine(4.0, Sku("A"), is_pinned=False),
        ReplyLine(5.0, "p-1", "你好"),
    )
    assert [type(g) for g in given] == [
        ev.GoToShowItem,
        ev.PinProduct,
        ev.ChatReceived,
        ev.MarkSoldOut,
        ev.UnpinProduct,
        ev.SendReply,
    ]


def test_that_a_tapes_buyers_are_never_those_of_a_real_source() -> None:
    (chat,) = _played(ChatLine(2.0, "twitch", "t-1", "Maria", "hola"))
    assert chat == ev.ChatReceived("practice", "t-1", "Maria", "hola", "Maria@twitch", platform="twitch")


def test_that_a_reply_to_a_message_that_was_not_taken_is_left_out() -> None:
    lines = (ChatLine(0.0, "phone", "p-1", "Maria", "\u202e"), ReplyLine(1.0, "p-1", "你好"))
    assert [type(g) for g in _played(*lines)] == [ev.ChatReceived]


def test_that_lines_are_played_by_their_time() -> None:
    given = _played(
        HostLine(0.0, "大家好，欢迎来到我们的直播间", 6.0), ChatLine(3.0, "phone", "p-1", "Maria", "hola")
    )
    kinds = [type(g) for g in given]
    assert 0 < kinds.index(ev.ChatReceived) < len(kinds) - 1


def test_that_a_tape_knows_its_length() -> None:
    with running_desk() as desk:
        lines = (ChatLine(3.0, "phone", "p-1", "Maria", "hola"), HostLine(1.0, "大家好", 6.0))
        assert Player(desk.desk, lines).duration_s == 7.0
        assert Player(desk.desk, ()).duration_s == 0.0


def test_that_an_empty_tape_ends_at_once() -> None:
    assert _played() == []


# --- pausing and ending ---


class _Sleeps:
    """Stands in for `asyncio.sleep` in the player: counts the waits and tells of each."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.passed = threading.Semaphore(0)
        sleep = player_module.asyncio.sleep

        async def counted(delay: float) -> None:
            self.passed.release()
            await sleep(0.001)

        monkeypatch.setattr(player_module.asyncio, "sleep", counted)

    def wait_for(self, count: int) -> None:
        assert all(self.passed.acquire(timeout=5) for _ in range(count))


def test_that_a_pause_holds_the_tape(monkeypatch: pytest.MonkeyPatch) -> None:
    with running_desk(clock=SystemClock()) as desk:
        sleeps = _Sleeps(monkeypatch)
        desk.live().post(ev.PauseSession()).settled()
        done = _play(desk, [ChatLine(1.0, "phone", "p-1", "Maria", "hola")], speed=1.0)
        sleeps.wait_for(30)
        assert desk.settled().heard.messages == {}
        assert not done.is_set()
        desk.post(ev.ContinueSession())
        wait_for(done)
        assert len(desk.settled().heard.messages) == 1


@pytest.mark.parametrize("is_another", [False, True])
def test_that_the_end_of_the_session_stops_the_tape(
    monkeypatch: pytest.MonkeyPatch, is_another: bool
) -> None:
    with running_desk(clock=SystemClock()) as desk:
        sleeps = _Sleeps(monkeypatch)
        desk.live().settled()
        done = _play(desk, [ChatLine(3_600.0, "phone", "p-1", "Maria", "hola")], speed=1.0)
        sleeps.wait_for(3)
        desk.post(ev.EndSession())
        if is_another:
            desk.live()
        wait_for(done)
        assert desk.settled().heard.messages == {}


def test_that_a_caption_cut_by_a_pause_goes_on_after_it() -> None:
    text = "大家好欢迎来到我们的直播间"
    with running_desk(clock=SystemClock()) as desk:
        desk.live().settled()
        done = _play(desk, [HostLine(0.0, text, 14.0)], speed=100.0)
        desk.heard.until(lambda: bool(desk.heard.captions))
        desk.post(ev.PauseSession(), ev.ContinueSession())
        wait_for(done)
        said = [c.text for c in desk.settled().heard.captions.values()]
    assert len(said) == 2
    assert "".join(said) == text


# --- settling ---


def test_that_settling_waits_until_all_is_translated() -> None:
    with running_desk(clock=SystemClock()) as desk:
        source = OpenSource("practice")
        desk.desk.add_source(source)
        lines = (
            HostLine(0.0, "大家好", 0.5),
            ChatLine(1.0, "phone", "p-1", "Maria", "hola"),
            ReplyLine(2.0, "p-1", "你好"),
        )
        player, done = Player(desk.desk, lines, FAST), threading.Event()

        async def play() -> None:
            await player.play()
            await player.settle(desk.inbox, 30.0)
            done.set()

        desk.live().desk.spawn(play)
        desk.heard.until(lambda: bool(desk.heard.replies))
        assert not done.is_set()
        for request in desk.work():
            desk.answer(request)
        wait_for(done)
        assert desk.heard.messages[1].state is MessageState.TRANSLATED
        assert desk.heard.replies[1].state is ReplyState.SENT
        assert desk.booth.session.state is SessionState.LIVE


def test_that_settling_gives_up_after_its_time() -> None:
    with running_desk(clock=SystemClock()) as desk:
        player, done = Player(desk.desk, (HostLine(0.0, "大家好", 0.5),), FAST), threading.Event()

        async def play() -> None:
            await player.play()
            await player.settle(desk.inbox, 0.15)
            done.set()

        desk.live().desk.spawn(play)
        wait_for(done)
        assert desk.booth.is_waiting
