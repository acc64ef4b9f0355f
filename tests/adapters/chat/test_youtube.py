"""YouTube's connection against a server that speaks its API, its errors and its limits."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import web

from livedesk.adapters.chat.youtube import (
    CHAT_UNITS,
    DAILY_UNITS,
    LASTS_S,
    VIDEO_UNITS,
    Allowance,
    YouTubeConnection,
    video_id,
)
from livedesk.core.errors import ErrorCode
from livedesk.core.events import ChatWithdrawn
from livedesk.runtime.clock import ManualClock
from tests.adapters.chat.youtube_server import CHAT, KEY, VIDEO, YouTubeServer, error, half_a_page
from tests.contracts.connection_contract import ConnectionContract, OtherEnd, running

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC).timestamp()
RENEWED = datetime(2026, 11, 23, 8, 0, tzinfo=UTC).timestamp()
"""Midnight, Pacific standard time."""
QUICK = 0.001


def connection(server: YouTubeServer, video: str = VIDEO, key: str = KEY) -> YouTubeConnection:
    return YouTubeConnection(video, key, ManualClock(NOON), server.api, QUICK)


class YouTubeEnd:
    def __init__(self, server: YouTubeServer) -> None:
        self.connection = connection(server)
        self._server = server

    async def say(self, name: str, text: str) -> None:
        self._server.say(name, text)

    def heard_publicly(self) -> list[str]:
        return []  # the API has no way to write with a key

    async def close(self) -> None:
        await self._server.stop()


class TestYouTube(ConnectionContract):
    async def open_end(self) -> OtherEnd:
        return YouTubeEnd(await YouTubeServer().start())


def play(scene: Callable[[YouTubeServer, YouTubeConnection], Awaitable[None]]) -> None:
    async def whole() -> None:
        server = await YouTubeServer().start()
        try:
            await scene(server, connection(server))
        finally:
            await server.stop()

    asyncio.run(whole())


def test_that_the_chat_goes_on_where_it_stopped() -> None:
    async def scene(server: YouTubeServer, chat: YouTubeConnection) -> None:
        server.say("Maria", "one")
        async with running(chat) as run:
            await run.heard.until(lambda: run.heard.texts == ["one"])
            server.instead.append(web.Response(status=503, text="<html>busy</html>"))
            assert (await run.lost()).code is ErrorCode.UNREACHABLE
        server.say("Maria", "two")
        async with running(chat) as run:
            await run.heard.until(lambda: run.heard.texts == ["two"])
        assert [what for what, _, _ in server.asked].count("videos") == 1

    play(scene)


def test_that_the_key_is_in_no_address() -> None:
    async def scene(server: YouTubeServer, chat: YouTubeConnection) -> None:
        async with running(chat) as run:
            await run.connected()
        assert server.asked
        assert not any(KEY in str(query) for _, query, _ in server.asked)

    play(scene)


def test_that_buyers_are_told_apart_by_their_channel() -> None:
    async def scene(server: YouTubeServer, chat: YouTubeConnection) -> None:
        server.say("@maria", "hola")
        async with running(chat) as run:
            await run.heard.until(lambda: bool(run.heard.messages))
            message = run.heard.messages[0]
            assert (message.external_id, message.buyer_key) == ("LCC.1", "UC-@maria")

    play(scene)


def test_that_only_what_people_wrote_is_a_message() -> None:
    async def scene(server: YouTubeServer, chat: YouTubeConnection) -> None:
        server.say("a", "", type="newSponsorEvent", displayMessage="Welcome!")
        server.say(
            "b", "", type="superChatEvent", superChatDetails={"userComment": "MOQ?", "amountMicros": "1"}
        )
        server.say("c", "", type="superStickerEvent", displayMessage="$5 sticker")
        server.say("d", "", type="messageDeletedEvent", messageDeletedDetails={"deletedMessageId": "LCC.9"})
        server.say(
            "e", "", type="userBannedEvent", userBannedDetails={"bannedUserDetails": {"channelId": "UC-x"}}
        )
        server.items += [{}, {"id": 5, "snippet": []}, {"id": "z", "snippet": {"type": "textMessageEvent"}}]
        server.items.append("no item")  # type: ignore[arg-type]
        server.say("f", "last")
        async with running(chat) as run:
            await run.heard.until(lambda: run.heard.texts[-1:] == ["last"])
            assert run.heard.texts == ["MOQ?", "last"]
            assert run.heard.taken_back == [
                ChatWithdrawn("youtube", "LCC.9"),
                ChatWithdrawn("youtube", buyer_key="UC-x"),
            ]

    play(scene)


@pytest.mark.parametrize(
    ("answer", "code", "tries_again"),
    [
        (lambda: error(400, "keyInvalid", domain="usageLimits"), ErrorCode.ACCESS_REFUSED, False),
        (lambda: error(400, "badRequest", details="API_KEY_INVALID"), ErrorCode.ACCESS_REFUSED, False),
        (lambda: error(403, "ipRefererBlocked", domain="usageLimits"), ErrorCode.ACCESS_REFUSED, False),
        (lambda: error(403, "accessNotConfigured", details="SERVICE_DISABLED"), ErrorCode.API_OFF, False),
        (lambda: error(403, "quotaExceeded", domain="youtube.quota"), ErrorCode.QUOTA_USED_UP, True),
        (lambda: error(403, "rateLimitExceeded"), ErrorCode.TOO_MANY, True),
        (lambda: error(429, "x", details="RATE_LIMIT_EXCEEDED"), ErrorCode.TOO_MANY, True),
        (lambda: error(403, "liveChatEnded"), ErrorCode.NOT_LIVE, False),
        (lambda: error(403, "liveChatDisabled"), ErrorCode.NOT_LIVE, False),
        (lambda: error(404, "liveChatNotFound"), ErrorCode.NOT_LIVE, True),
        (lambda: error(400, "pageTokenInvalid"), ErrorCode.UNREACHABLE, True),
        (lambda: web.Response(status=500), ErrorCode.UNREACHABLE, True),
        (
            lambda: web.Response(status=200, text="<html>Log in to the hotel</html>"),
            ErrorCode.UNREACHABLE,
            True,
        ),
        (lambda: web.Response(status=302, headers={"Location": "/x"}), ErrorCode.UNREACHABLE, True),
        (lambda: web.json_response([1]), ErrorCode.UNREACHABLE, True),
        (lambda: web.Response(status=200, text="[" * 100_000), ErrorCode.UNREACHABLE, True),
        (lambda: web.json_response({"error": "invalid"}, status=403), ErrorCode.ACCESS_REFUSED, False),
        (half_a_page, ErrorCode.UNREACHABLE, True),
    ],
)
def test_that_what_the_api_refuses_is_said(
    answer: Callable[[], Any], code: ErrorCode, tries_again: bool
) -> None:
    async def scene(server: YouTubeServer, chat: YouTubeConnection) -> None:
        async with running(chat) as run:
            await run.connected()
            server.instead.append(answer())
            lost = await run.lost()
            assert (lost.code, lost.tries_again) == (code, tries_again)
            assert KEY not in f"{lost} {lost.params}"

    play(scene)


def test_that_a_wrong_key_is_said() -> None:
    async def scene(server: YouTubeServer, _: YouTubeConnection) -> None:
        for key in ("wrong", "", "schlüssel", "a\nb"):
            async with running(connection(server, key=key)) as run:
                assert (await run.lost()).code is ErrorCode.ACCESS_REFUSED

    play(scene)


def test_that_a_video_that_is_not_there_is_said() -> None:
    async def scene(server: YouTubeServer, _: YouTubeConnection) -> None:
        for video in ("aaaaaaaaaaa", "https://example.com/x"):
            async with running(connection(server, video)) as run:
                lost = await run.lost()
                assert (lost.code, lost.tries_again) == (ErrorCode.CHANNEL_UNKNOWN, False)

    play(scene)


@pytest.mark.parametrize(
    ("details", "tries_again"),
    [
        ({"scheduledStartTime": "2026-11-22T13:00:00Z"}, True),
        ({"actualEndTime": "2026-11-22T11:00:00Z"}, False),
        ({}, False),
    ],
)
def test_that_a_broadcast_that_has_not_begun_is_waited_for(
    details: dict[str, str], tries_again: bool
) -> None:
    async def scene(server: YouTubeServer, chat: YouTubeConnection) -> None:
        server.videos = [{"id": VIDEO, "liveStreamingDetails": details}]
        async with running(chat) as run:
            lost = await run.lost()
            assert (lost.code, lost.tries_again) == (ErrorCode.NOT_LIVE, tries_again)
        server.videos[0]["liveStreamingDetails"] = {"activeLiveChatId": CHAT}
        async with running(chat) as run:
            await run.connected()

    play(scene)


def test_that_the_end_of_the_broadcast_is_said_after_its_last_words() -> None:
    async def scene(server: YouTubeServer, chat: YouTubeConnection) -> None:
        server.say("Maria", "bye")
        server.offline_at = "2026-11-22T14:00:00Z"
        async with running(chat) as run:
            assert not (await run.lost()).tries_again
            assert run.heard.texts == ["bye"]

    play(scene)


def test_that_a_used_up_allowance_is_waited_out_until_midnight_in_california() -> None:
    async def scene(server: YouTubeServer, chat: YouTubeConnection) -> None:
        async with running(chat) as run:
            await run.connected()
            server.instead.append(error(403, "quotaExceeded", domain="youtube.quota"))
            assert (await run.lost()).wait_s == pytest.approx((RENEWED - NOON) * QUICK)

    play(scene)


def test_that_a_wait_the_api_asks_for_is_kept() -> None:
    async def scene(server: YouTubeServer, chat: YouTubeConnection) -> None:
        async with running(chat) as run:
            await run.connected()
            server.instead.append(web.Response(status=429, headers={"Retry-After": "7"}))
            assert (await run.lost()).wait_s == 7.0

    play(scene)


@pytest.mark.parametrize("polling", [0, -5, None, "soon", 2.5, True, 10**30])
def test_that_any_polling_interval_is_survived(polling: Any) -> None:
    async def scene(server: YouTubeServer, chat: YouTubeConnection) -> None:
        server.polling_ms = polling
        async with running(chat) as run:
            await run.connected()
            assert 1.0 <= run.heard.paces[0] <= 600.0

    play(scene)


def test_that_the_api_s_own_interval_is_kept_where_it_is_longer() -> None:
    async def scene(server: YouTubeServer, chat: YouTubeConnection) -> None:
        server.polling_ms = 45_000
        async with running(chat) as run:
            await run.connected()
            assert run.heard.paces == [45.0]

    play(scene)


def test_that_the_allowance_lasts_a_whole_show() -> None:
    """Asked as often as it allows, from the first minute on, there is always something left."""
    clock = ManualClock(NOON)
    allowance = Allowance(clock)
    allowance.spend(VIDEO_UNITS)
    assert allowance.pause_s() == pytest.approx(LASTS_S * CHAT_UNITS / DAILY_UNITS, rel=0.01)
    looks, slowest = 0, 0.0
    while clock.now() < NOON + 8 * 3600:
        allowance.spend(CHAT_UNITS)
        pause_s = allowance.pause_s()
        slowest = max(slowest, pause_s)
        clock.move_to(clock.now() + pause_s)
        looks += 1
    assert looks * CHAT_UNITS < DAILY_UNITS
    assert slowest < 60.0


def test_that_the_allowance_is_whole_again_after_midnight() -> None:
    clock = ManualClock(NOON)
    allowance = Allowance(clock)
    assert allowance.used_up() == pytest.approx(RENEWED - NOON)
    assert allowance.pause_s() > 3_600
    clock.move_to(RENEWED + 1)
    assert allowance.pause_s() == pytest.approx(LASTS_S * CHAT_UNITS / DAILY_UNITS)


@pytest.mark.parametrize(
    "typed",
    [
        VIDEO,
        f"  {VIDEO} ",
        f"https://www.youtube.com/watch?v={VIDEO}&t=5s",
        f"https://youtu.be/{VIDEO}?si=abc",
        f"youtube.com/live/{VIDEO}?feature=share",
        f"https://m.youtube.com/watch?app=m&v={VIDEO}",
        f"https://www.youtube-nocookie.com/embed/{VIDEO}",
        f"https://youtube.com/shorts/{VIDEO}",
        f"https://studio.youtube.com/video/{VIDEO}/livestreaming",
        f"https://www.youtube.com/live_chat?is_popout=1&v={VIDEO}",
    ],
)
def test_that_a_video_is_understood_as_people_give_it(typed: str) -> None:
    assert video_id(typed) == VIDEO


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "short",
        "https://example.com/watch?v=" + VIDEO,
        "https://youtube.com/@lumio",
        "https://[bad",
        "youtu.be",
    ],
)
def test_that_anything_else_is_no_video(typed: str) -> None:
    assert video_id(typed) == ""
