"""Chat connections are kept, each apart from the others; replies find their way to them."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from livedesk.core import events as ev
from livedesk.core.errors import ErrorCode
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.ports import ConnectionLost
from livedesk.core.records import NoticeCode, ReplyState
from livedesk.runtime import chat_links as module
from livedesk.runtime.chat_links import ChatLinks, Patience
from livedesk.runtime.clock import SystemClock
from livedesk.runtime.linked_source import LinkedSource
from livedesk.runtime.net_lane import NetLane
from tests.contracts.fakes_chat import FakeConnection
from tests.runtime.rig import PATIENCE_S, RunningDesk, running_desk

QUICK = Patience(first_s=0.001, most_s=0.01)
CUT = ConnectionLost(ErrorCode.UNREACHABLE, host="irc.example")
REFUSED = ConnectionLost(ErrorCode.ACCESS_REFUSED, tries_again=False)


class Net:
    """A desk, the thread `net` and the links between them."""

    def __init__(self, desk: RunningDesk, patience: Patience) -> None:
        self.desk = desk
        self.bugs: list[BaseException] = []
        self.lane = NetLane(self.bugs.append)
        self.links = ChatLinks(self.lane, desk.desk.post, desk.clock, patience, lambda: 0.0)

    def link(self, kind: LinkKind = LinkKind.TWITCH) -> Link:
        found = [
            e.link
            for e in list(self.desk.heard.events)
            if isinstance(e, ev.LinkChanged) and e.link.kind is kind
        ]
        return found[-1] if found else Link(kind, LinkState.OFF)

    def states(self, kind: LinkKind = LinkKind.TWITCH) -> list[LinkState]:
        events = [e.link for e in list(self.desk.heard.events) if isinstance(e, ev.LinkChanged)]
        return [link.state for link in events if link.kind is kind]

    def until(self, is_there: Callable[[], bool]) -> "Net":
        self.desk.heard.until(is_there)
        return self

    def until_state(self, state: LinkState, kind: LinkKind = LinkKind.TWITCH) -> "Net":
        return self.until(lambda: self.link(kind).state is state)

    def on_net(self, act: Callable[..., object], *args: object) -> None:
        """Run on the thread and wait for it."""
        done = threading.Event()
        self.lane.call(act, *args)
        self.lane.call(done.set)
        assert done.wait(PATIENCE_S)

    @property
    def texts(self) -> list[str]:
        return [m.text for m in self.desk.heard.messages.values()]

    @property
    def notices(self) -> list[ev.Event]:
        kinds = (ev.NoticePosted, ev.NoticeCleared)
        found = [e for e in list(self.desk.heard.events) if isinstance(e, kinds)]
        codes = (NoticeCode.CHAT_FAILED,)
        return [e for e in found if (e.notice.code if isinstance(e, ev.NoticePosted) else e.code) in codes]


@contextmanager
def net(patience: Patience = QUICK) -> Iterator[Net]:
    with running_desk(clock=SystemClock()) as desk:
        opened = Net(desk, patience)
        opened.lane.start()
        try:
            yield opened
        finally:
            opened.lane.spawn(opened.links.stop).result(PATIENCE_S)
            assert opened.lane.stop(PATIENCE_S)


def test_that_what_is_said_reaches_the_desk_once() -> None:
    with net() as n:
        n.desk.live().settled()
        chat = FakeConnection()
        n.links.open(chat)
        n.until_state(LinkState.ON)
        for text, number in (("hola", "1"), ("hola", "1"), ("MOQ?", "2")):
            n.on_net(chat.say, "Maria", text, number)
        n.until(lambda: n.texts == ["hola", "MOQ?"])
        assert n.link() == Link(LinkKind.TWITCH, LinkState.ON, "lumio", can_send=True)


def test_that_a_line_sent_again_after_a_cut_counts_once() -> None:
    with net() as n:
        n.desk.live().settled()
        chat = FakeConnection()
        n.links.open(chat)
        n.until_state(LinkState.ON).on_net(chat.say, "Maria", "hola", "1")
        n.on_net(chat.end, CUT)
        n.until(lambda: chat.runs == 2 and n.link().state is LinkState.ON)
        n.on_net(chat.say, "Maria", "hola", "1")
        n.on_net(chat.say, "Maria", "MOQ?", "2")
        n.until(lambda: n.texts == ["hola", "MOQ?"])


def test_that_counts_are_told_once_in_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COUNTS_EVERY_S", 0.02)
    with net() as n:
        chat = FakeConnection()
        n.links.open(chat)
        n.until_state(LinkState.ON)
        for number in range(400):
            n.on_net(chat.say, "Maria", "hola", str(number))
        n.until(lambda: n.link().received + n.link().dropped == 400)
        assert n.link().dropped > 0
        assert len(n.states()) < 60


def test_that_a_cut_connection_is_tried_again_and_says_when() -> None:
    with net(Patience(first_s=1_000.0, most_s=1_000.0)) as n:
        chat = FakeConnection(ends=(CUT,))
        n.links.open(chat)
        n.until_state(LinkState.WAITING)
        link = n.link()
        assert (link.code, link.params) == ("unreachable", {"host": "irc.example"})
        assert 400.0 < link.retry_at - n.desk.clock.now() <= 500.0
        n.links.retry(LinkKind.TWITCH)
        n.until_state(LinkState.ON)
        assert n.link().code == ""


def test_that_a_refused_connection_waits_for_a_person() -> None:
    with net() as n:
        chat = FakeConnection(ends=(REFUSED,))
        n.links.open(chat)
        n.until_state(LinkState.FAILED)
        assert chat.runs == 1
        n.links.retry(LinkKind.TWITCH)
        n.until_state(LinkState.ON)


def test_that_waits_grow_and_keep_what_the_other_side_asks_for() -> None:
    patience = Patience()
    assert [patience.wait_s(n, 0.0, 1.0) for n in (1, 2, 3, 4, 7, 8, 10_000)] == [1, 2, 4, 8, 60, 60, 60]
    assert patience.wait_s(1, 0.0, 0.0) == 0.5
    assert patience.wait_s(1, 300.0, 1.0) == 300.0


@pytest.mark.parametrize(("stable_s", "expected"), [(0.0, 0.5), (3_600.0, 4.0)])
def test_that_only_a_stable_connection_starts_the_waits_anew(stable_s: float, expected: float) -> None:
    with net(Patience(first_s=1.0, stable_s=stable_s)) as n:
        chat = FakeConnection()
        n.links.open(chat)
        for cuts in range(1, 5):
            n.until(lambda cuts=cuts: n.states().count(LinkState.ON) == cuts)
            before = n.desk.clock.now()
            n.on_net(chat.end, CUT)
            n.until(lambda cuts=cuts: n.states().count(LinkState.WAITING) == cuts)
            wait_s = n.link().retry_at - before
            n.links.retry(LinkKind.TWITCH)
        assert wait_s == pytest.approx(expected, abs=0.4)


def test_that_a_bug_in_one_chat_is_reported_and_the_others_go_on() -> None:
    with net() as n:
        n.desk.live().settled()
        bad, good = FakeConnection(LinkKind.YOUTUBE), FakeConnection()
        n.links.open(bad)
        n.links.open(good)
        n.until_state(LinkState.ON).until_state(LinkState.ON, LinkKind.YOUTUBE)
        n.on_net(bad.end, KeyError("bug"))
        n.until(lambda: LinkState.WAITING in n.states(LinkKind.YOUTUBE))
        n.until(lambda: bad.runs == 2)
        n.on_net(good.say, "Maria", "hola")
        n.until(lambda: n.texts == ["hola"])
        assert n.states() == [LinkState.CONNECTING, LinkState.ON]
        assert [type(bug) for bug in n.bugs] == [KeyError]


def test_that_one_notice_tells_of_a_chat_that_does_not_come_back_and_goes_when_it_does() -> None:
    with net() as n:
        n.links.open(FakeConnection(ends=(CUT,) * 6))
        n.until_state(LinkState.ON)
        n.until(lambda: len(n.notices) == 2)
        posted, cleared = n.notices
        assert isinstance(posted, ev.NoticePosted)
        assert posted.notice.params == {"chat": "twitch", "code": "unreachable", "host": "irc.example"}
        assert isinstance(cleared, ev.NoticeCleared)


def test_that_a_short_cut_is_no_notice() -> None:
    with net() as n:
        n.links.open(FakeConnection(ends=(CUT, CUT)))
        n.until_state(LinkState.ON)
        n.desk.settled()
        assert n.notices == []


def test_that_the_notice_stays_while_another_chat_is_in_trouble() -> None:
    with net() as n:
        n.links.open(FakeConnection(LinkKind.YOUTUBE, ends=(REFUSED,)))
        n.links.open(FakeConnection(ends=(REFUSED,)))
        n.until_state(LinkState.FAILED).until_state(LinkState.FAILED, LinkKind.YOUTUBE)
        n.links.retry(LinkKind.TWITCH)
        n.until_state(LinkState.ON).desk.settled()
        assert isinstance(n.notices[-1], ev.NoticePosted)
        n.links.close(LinkKind.YOUTUBE)
        n.until(lambda: isinstance(n.notices[-1], ev.NoticeCleared))


def test_that_a_connection_that_came_to_its_end_is_off() -> None:
    with net() as n:
        chat = FakeConnection(LinkKind.REPLAY)
        n.links.open(chat)
        n.until_state(LinkState.ON, LinkKind.REPLAY)
        n.on_net(chat.end, None)
        n.until_state(LinkState.OFF, LinkKind.REPLAY)
        assert chat.runs == 1


def test_that_nothing_of_a_closed_chat_reaches_the_desk() -> None:
    with net() as n:
        n.desk.live().settled()
        chat = FakeConnection()
        n.links.open(chat)
        n.until_state(LinkState.ON)
        n.on_net(lambda: (chat.say("Maria", "too late"), n.links._close(LinkKind.TWITCH)))
        n.until_state(LinkState.OFF)
        n.desk.settled()
        assert n.texts == []


def test_that_another_connection_of_a_kind_takes_the_place_of_the_first() -> None:
    with net() as n:
        n.desk.live().settled()
        first, second = FakeConnection(), FakeConnection(address="other")
        n.links.open(first)
        n.until_state(LinkState.ON)
        n.links.open(second)
        n.until(lambda: n.link().address == "other" and n.link().state is LinkState.ON)
        n.on_net(first.say, "Maria", "old", "a")
        n.on_net(second.say, "Maria", "new", "b")
        n.until(lambda: n.texts == ["new"])


# --- the way back ---


def _asked(n: Net, chat: FakeConnection, copied: list[str] | None = None) -> None:
    source = LinkedSource(chat.kind, n.links, n.lane, n.desk.desk.post)
    source.hand_over = copied.append if copied is not None else None
    n.desk.desk.add_source(source)
    n.desk.live().settled()
    n.links.open(chat)
    n.until_state(LinkState.ON, chat.kind).on_net(chat.say, "@Maria", "hola")
    n.until(lambda: n.texts == ["hola"])


def _answered(n: Net, text: str, *, is_private: bool = False) -> tuple[ReplyState, str]:
    for request in n.desk.work():
        n.desk.answer(request)
    n.desk.post(ev.SendReply(n.desk.heard.messages[1].id, text, is_private=is_private)).settled()
    for request in n.desk.work():
        n.desk.answer(request, "4 dólares")
    done = (ReplyState.SENT, ReplyState.FAILED)
    n.until(lambda: bool(n.desk.heard.replies) and n.desk.heard.replies[1].state in done)
    reply = n.desk.heard.replies[1]
    return reply.state, reply.failure


def _copied_notice(n: Net) -> dict[str, str | int]:
    posted = (e.notice for e in list(n.desk.heard.events) if isinstance(e, ev.NoticePosted))
    return next(notice.params for notice in posted if notice.code is NoticeCode.REPLY_COPIED)


def test_that_a_reply_goes_to_the_platform() -> None:
    with net() as n:
        chat = FakeConnection()
        _asked(n, chat, [])
        assert _answered(n, "四美元") == (ReplyState.SENT, "")
        assert chat.sent == ["4 dólares"]


def test_that_a_reply_to_a_chat_that_is_only_read_is_copied_with_the_buyers_name() -> None:
    with net() as n:
        chat, copied = FakeConnection(LinkKind.YOUTUBE, can_send=False), list[str]()
        _asked(n, chat, copied)
        assert _answered(n, "四美元") == (ReplyState.SENT, "")
        assert copied == ["@Maria 4 dólares"]
        assert _copied_notice(n) == {"buyer": "@Maria"}


def test_that_a_private_reply_is_copied_rather_than_sent_to_all() -> None:
    with net() as n:
        chat, copied = FakeConnection(), list[str]()
        _asked(n, chat, copied)
        assert _answered(n, "四美元", is_private=True) == (ReplyState.SENT, "")
        assert (chat.sent, copied) == ([], ["4 dólares"])
        assert _copied_notice(n) == {"private_to": "@Maria"}


@pytest.mark.parametrize(("can_send", "code"), [(True, "public_only"), (False, "read_only")])
def test_that_without_a_clipboard_the_reply_fails_with_the_reason(can_send: bool, code: str) -> None:
    with net() as n:
        chat = FakeConnection(can_send=can_send)
        _asked(n, chat)
        assert _answered(n, "四美元", is_private=True) == (ReplyState.FAILED, code)
        assert chat.sent == []


def test_that_a_reply_to_a_chat_that_was_closed_fails_and_can_be_tried_again() -> None:
    with net() as n:
        chat = FakeConnection()
        _asked(n, chat, [])
        n.links.close(LinkKind.TWITCH)
        n.until_state(LinkState.OFF)
        assert _answered(n, "四美元") == (ReplyState.FAILED, "source_closed")


def test_that_a_reply_after_the_network_stopped_fails() -> None:
    with net() as n:
        chat = FakeConnection()
        _asked(n, chat, [])
        n.lane.spawn(n.links.stop).result(PATIENCE_S)
        stopped = NetLane(n.bugs.append)
        assert stopped.stop(PATIENCE_S)
        n.desk.desk.add_source(LinkedSource(LinkKind.TWITCH, n.links, stopped, n.desk.desk.post))
        assert _answered(n, "四美元") == (ReplyState.FAILED, "source_closed")
