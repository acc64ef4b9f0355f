"""Chats as the settings want them: real servers on this machine, the real desk, its network thread and its tape."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from livedesk.adapters.chat.recorded import RecordedLine
from livedesk.adapters.chat.twitch import TwitchServer
from livedesk.app.chat_errands import ChatErrands
from livedesk.app.chat_sources import ChatSources, Elsewhere, InletGate
from livedesk.app.paths import Paths
from livedesk.app.wiring import wire
from livedesk.core import events as ev
from livedesk.core.ids import MessageId
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.records import NoticeCode, ReplyState
from livedesk.core.settings import Settings
from livedesk.runtime import desk as desk_module
from livedesk.runtime.chat_gate import BURST
from livedesk.runtime.chat_links import Patience
from livedesk.runtime.clock import ManualClock, SystemClock
from livedesk.runtime.net_lane import NetLane
from tests.adapters.chat.ngircd import CHANNEL, IrcClient, IrcServer
from tests.adapters.chat.youtube_server import KEY, VIDEO, YouTubeServer
from tests.runtime.rig import PATIENCE_S, Heard, RunningDesk, running_desk

TOKEN = "s3cret"
QUICK = Patience(first_s=0.02, most_s=0.05)


class World:
    """Other servers on a loop of their own, and a desk that connects to them."""

    def __init__(self, desk: RunningDesk, folder: Path) -> None:
        self.desk = desk
        self.bugs: list[BaseException] = []
        self.outside, self.net = NetLane(self.bugs.append), NetLane(self.bugs.append)
        self.outside.start()
        self.net.start()
        self.irc = IrcServer(folder, password=f"oauth:{TOKEN}")
        self.youtube = YouTubeServer()
        self.copied: list[str] = []

    def there(self, make: Callable[[], Any]) -> Any:
        """Run a coroutine beside the servers."""
        return self.outside.spawn(make).result(PATIENCE_S)

    def open(self) -> "World":
        self.there(self.irc.start)
        self.there(self.youtube.start)
        twitch = TwitchServer("127.0.0.1", self.irc.port, tls=None)
        self.chats = ChatSources(self.desk.desk, self.net, Elsewhere(twitch, self.youtube.api, 0.002, QUICK))
        self.chats.use_clipboard(self.copied.append)
        self.chats.start()
        return self

    def close(self) -> None:
        self.net.spawn(self.chats.stop).result(PATIENCE_S)
        self.there(self.youtube.stop)
        self.irc.kill()
        assert self.net.stop(PATIENCE_S)
        assert self.outside.stop(PATIENCE_S)
        assert self.bugs == []

    def until_state(self, state: LinkState, kind: LinkKind = LinkKind.TWITCH, times: int = 1) -> Link:
        def found() -> list[Link]:
            links = (e.link for e in list(self.desk.heard.events) if isinstance(e, ev.LinkChanged))
            return [link for link in links if link.kind is kind and link.state is state]

        self.desk.heard.until(lambda: len(found()) >= times)
        return found()[-1]

    @property
    def texts(self) -> list[str]:
        return [m.text for m in self.desk.heard.messages.values()]

    def answer(self, message: int, text: str) -> ReplyState:
        for request in self.desk.work():
            self.desk.answer(request)
        before = len(self.desk.heard.replies)
        self.desk.post(ev.SendReply(MessageId(message), text)).settled()
        for request in self.desk.work():
            self.desk.answer(request, "four dollars")
        replies = self.desk.heard.replies
        done = (ReplyState.SENT, ReplyState.FAILED)
        self.desk.heard.until(
            lambda: (
                len(self.desk.heard.replies) > before
                and [*self.desk.heard.replies.values()][-1].state in done
            )
        )
        replies = self.desk.heard.replies
        return [*replies.values()][-1].state


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with running_desk(clock=SystemClock()) as desk:
        world = World(desk, tmp_path).open()
        try:
            yield world
        finally:
            world.close()


ON = replace(
    Settings(),
    is_twitch_on=True,
    twitch_channel=CHANNEL,
    twitch_login="lumiobooth",
    twitch_token=TOKEN,
    is_youtube_on=True,
    youtube_video=VIDEO,
    youtube_key=KEY,
)


def test_that_nothing_connects_before_it_is_switched_on(world: World) -> None:
    world.chats.apply(replace(ON, is_twitch_on=False, is_youtube_on=False))
    world.desk.settled()
    assert not any(isinstance(e, ev.LinkChanged) for e in world.desk.heard.events)
    assert world.youtube.asked == []


def test_that_buyers_of_two_platforms_are_heard_and_answered_each_its_own_way(world: World) -> None:
    world.desk.live().settled()
    world.chats.apply(ON)
    world.until_state(LinkState.ON)
    world.until_state(LinkState.ON, LinkKind.YOUTUBE)
    maria = world.there(IrcClient(world.irc.port, "maria", f"oauth:{TOKEN}").enter)
    world.outside.call(maria.say, "price?")
    world.desk.heard.until(lambda: world.texts == ["price?"])
    assert world.answer(1, "四美元") is ReplyState.SENT
    assert world.there(lambda: maria.until("PRIVMSG")).endswith(":@maria four dollars")
    world.youtube.say("@john", "MOQ?")
    world.desk.heard.until(lambda: "MOQ?" in world.texts)
    assert world.answer(2, "五百个") is ReplyState.SENT
    assert world.copied == ["@john four dollars"]
    world.there(maria.leave)


def test_that_the_chat_comes_back_by_itself_after_the_server_was_killed(world: World) -> None:
    world.desk.live().settled()
    world.chats.apply(replace(ON, is_youtube_on=False))
    world.until_state(LinkState.ON)
    world.irc.kill()
    world.until_state(LinkState.WAITING, times=4)
    codes = [e.notice.code for e in world.desk.heard.events if isinstance(e, ev.NoticePosted)]
    assert codes == [NoticeCode.CHAT_FAILED]
    world.there(world.irc.start)
    world.until_state(LinkState.ON, times=2)
    maria = world.there(IrcClient(world.irc.port, "maria", f"oauth:{TOKEN}").enter)
    world.outside.call(maria.say, "back again")
    world.desk.heard.until(lambda: world.texts == ["back again"])
    world.there(maria.leave)


def test_that_what_did_not_change_stays_connected_and_what_is_switched_off_goes(world: World) -> None:
    world.chats.apply(ON)
    world.until_state(LinkState.ON)
    world.until_state(LinkState.ON, LinkKind.YOUTUBE)
    world.chats.apply(replace(ON, is_youtube_on=False, seller="Lumio"))
    world.until_state(LinkState.OFF, LinkKind.YOUTUBE)
    world.desk.settled()
    states = [
        e.link.state
        for e in world.desk.heard.events
        if isinstance(e, ev.LinkChanged) and e.link.kind is LinkKind.TWITCH
    ]
    assert states == [LinkState.CONNECTING, LinkState.ON]


def test_that_recorded_chat_is_played_into_the_show(world: World) -> None:
    world.desk.live().settled()
    lines = (RecordedLine(0.0, "Maria", "one", "tiktok"), RecordedLine(5.0, "John", "two"))
    world.chats.replay(lines, "chat.csv", speed=100.0)
    world.until_state(LinkState.OFF, LinkKind.REPLAY)
    world.desk.heard.until(lambda: world.texts == ["one", "two"])
    first = world.desk.heard.messages[1]
    assert (first.source, first.platform) == ("replay", "tiktok")


def test_that_recorded_chat_can_be_stopped(world: World) -> None:
    world.desk.live().settled()
    world.chats.replay((RecordedLine(0.0, "M", "one"), RecordedLine(3_600.0, "M", "two")), "chat.csv", 1.0)
    world.desk.heard.until(lambda: world.texts == ["one"])
    world.chats.stop_replay()
    world.until_state(LinkState.OFF, LinkKind.REPLAY)


def test_that_a_flood_at_the_inlet_is_cut_and_its_link_says_so() -> None:
    given: list[ev.Input] = []
    gate = InletGate(given.append, ManualClock().now)
    for number in range(1_000):
        gate.post(ev.ChatReceived("inlet", str(number), "Maria", "spam"))
    gate.post(ev.ChatReceived("phone", "1", "John", "hello"))
    gate.post(ev.LinkReported(Link(LinkKind.INLET, LinkState.ON, "http://x", received=1_000)))
    messages = [g for g in given if isinstance(g, ev.ChatReceived)]
    assert len(messages) == BURST + 1
    link = next(g.link for g in given if isinstance(g, ev.LinkReported))
    assert (link.received, link.dropped) == (BURST, 1_000 - BURST)


# --- through the whole application ---


@contextmanager
def _application(folder: Path, tape: Path) -> Iterator[tuple[Any, Heard]]:
    wired = wire(Paths(folder), Settings(), model_folders=[], tape=tape)
    heard = Heard()
    wired.desk.subscribe(heard.receive)
    wired.start()
    wired.network.start()
    try:
        yield wired, heard
    finally:
        wired.stop()
    assert wired.bugs == []


def _errands_done(wired: Any) -> None:
    done = threading.Event()
    wired.errands.run(done.set, NoticeCode.STORE_FAILED)
    assert done.wait(PATIENCE_S)


def test_that_a_file_of_chat_is_played_and_a_bad_one_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)
    good, bad = tmp_path / "chat.csv", tmp_path / "bad.csv"
    good.write_bytes(
        "时间,姓名,内容\n0:00,王先生,这个产品的价格是多少？\n0:02,李女士,起订量是多少？\n".encode("gb18030")
    )
    bad.write_text("time,name,text\n1,A,x\nsoon,B,y\n")
    with _application(tmp_path / "base", tmp_path / "tape.jsonl") as (wired, heard):
        wired.desk.post(ev.StartSession("Fair", is_rehearsal=False))
        ChatErrands(wired).start_replay(good, 100.0)
        heard.until(lambda: [m.buyer_name for m in heard.messages.values()] == ["王先生", "李女士"])
        for path in (bad, tmp_path / "gone.csv"):
            ChatErrands(wired).start_replay(path, 1.0)
        _errands_done(wired)
        posted = lambda: [e.notice for e in list(heard.events) if isinstance(e, ev.NoticePosted)]  # noqa: E731
        heard.until(lambda: sum(n.code is NoticeCode.REPLAY_FAILED for n in posted()) == 2)
        first, second = (n.params for n in posted() if n.code is NoticeCode.REPLAY_FAILED)
        assert first == {"code": "replay_line", "file": "bad.csv", "line": 3}
        assert second["code"] == "sheet_missing"


def test_that_tokens_and_keys_are_on_no_tape_and_in_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)
    tape = tmp_path / "tape.jsonl"
    secrets = {"twitch_token": "tok-9d1", "youtube_key": "key-4c2", "inlet_key": "inlet-7e3"}
    with _application(tmp_path / "base", tape) as (wired, heard):
        wired.desk.post(ev.StartSession("Fair", is_rehearsal=False))
        settings = replace(
            Settings(),
            is_inlet_on=True,
            local_port=0,
            is_youtube_on=True,
            youtube_video="no video",
            **secrets,
        )
        wired.network.apply(settings)
        states = lambda: {  # noqa: E731
            e.link.kind: e.link.state for e in list(heard.events) if isinstance(e, ev.LinkChanged)
        }
        heard.until(lambda: states().get(LinkKind.YOUTUBE) is LinkState.FAILED)
        heard.until(lambda: states().get(LinkKind.INLET) is LinkState.ON)
    text = tape.read_text() + "".join(p.read_text() for p in (tmp_path / "base").rglob("*.txt"))
    assert "StartSession" in text
    assert not [name for name, secret in secrets.items() if secret in text]
    assert all(json.loads(line) for line in tape.read_text().splitlines())
