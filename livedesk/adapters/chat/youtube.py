"""YouTube's live chat over its Data API v3 with a key of the user's (https://developers.google.com/youtube/v3/live).

It only reads: to write, the API wants the user to sign in with Google (OAuth), which livedesk does not ask for. The
API is asked at intervals, and a key may ask only so much a day (10,000 units; a look at the chat costs 5), so the
interval grows as the allowance shrinks, and it never runs out in the middle of a show.
"""

import asyncio
import json
import re
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from livedesk.adapters.chat.youtube_errors import lost_of
from livedesk.core.chat.sources import YOUTUBE
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.events import ChatReceived, ChatWithdrawn
from livedesk.core.links import LinkKind
from livedesk.core.ports import ChatConnection, ChatListener, Clock, ConnectionLost
from livedesk.core.records import Message, Reply
from livedesk.core.typing_compat import override

if TYPE_CHECKING:
    import aiohttp

API = "https://www.googleapis.com/youtube/v3"
DAILY_UNITS = 10_000
"""What Google gives a key by default."""
VIDEO_UNITS, CHAT_UNITS = 1, 5
LASTS_S = 4 * 3600.0
"""At every moment the rest of the allowance lasts so long, or until it is renewed."""

_TIMEOUT_S = 20.0
_MOST_BYTES = 8 * 1024 * 1024
_LEAST_PAUSE_S, _MOST_PAUSE_S = 1.0, 600.0
_NOT_YET_S = 60.0
"""How long to wait before asking again whether a broadcast has begun."""
_ID = re.compile(r"[\w-]{11}")
_PATHS = ("live", "embed", "shorts", "v", "watch")


class YouTubeConnection(ChatConnection):
    """The chat of one live video. `key` goes to Google in a header, so that no address in any log has it."""

    name = YOUTUBE
    kind = LinkKind.YOUTUBE
    can_send = False

    def __init__(
        self,
        video: str,
        key: str,
        clock: Clock,
        api: str = API,
        scale: float = 1.0,
        allowance: "Allowance | None" = None,
    ) -> None:
        """`allowance` is what is left of the key's; `scale` shortens every pause, for tests."""
        self._video, self._key = video_id(video), key.strip()
        self._api, self._scale = api, scale
        self._chat, self._page = "", ""
        self.allowance = allowance or Allowance(clock)
        self.address = self._video or video.strip()

    @override
    async def run(self, listener: ChatListener) -> None:
        import aiohttp
        import truststore

        if not self._video:
            raise ConnectionLost(ErrorCode.CHANNEL_UNKNOWN, tries_again=False, channel=self.address)
        if not (self._key and self._key.isascii() and self._key.isprintable()):
            raise ConnectionLost(ErrorCode.ACCESS_REFUSED, tries_again=False)
        connector = aiohttp.TCPConnector(ssl=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        async with aiohttp.ClientSession(
            connector=connector, trust_env=True, timeout=aiohttp.ClientTimeout(total=_TIMEOUT_S)
        ) as session:
            if not self._chat:
                self._chat = await self._find_chat(session)
            while True:
                await self._look(session, listener)

    @override
    async def send(self, message: Message, reply: Reply) -> None:
        raise Unavailable("chat", ErrorCode.READ_ONLY)

    async def _find_chat(self, session: "aiohttp.ClientSession") -> str:
        query = {"part": "liveStreamingDetails", "id": self._video}
        videos = list(_dicts(await self._ask(session, "videos", query, VIDEO_UNITS), "items"))
        if not videos:
            raise ConnectionLost(ErrorCode.CHANNEL_UNKNOWN, tries_again=False, channel=self._video)
        details = _dict(videos[0], "liveStreamingDetails")
        chat = _text(details, "activeLiveChatId")
        if not chat:
            is_over = bool(_text(details, "actualEndTime")) or not details
            raise ConnectionLost(
                ErrorCode.NOT_LIVE,
                tries_again=not is_over,
                wait_s=_NOT_YET_S * self._scale,
                channel=self._video,
            )
        return chat

    async def _look(self, session: "aiohttp.ClientSession", listener: ChatListener) -> None:
        """Fetch what is new, tell it, and wait as long as the API and the allowance ask."""
        query = {"part": "snippet,authorDetails", "liveChatId": self._chat, "maxResults": "200"}
        if self._page:
            query["pageToken"] = self._page
        page = await self._ask(session, "liveChat/messages", query, CHAT_UNITS)
        asked_s = _number(page, "pollingIntervalMillis") / 1000.0
        pause_s = max(min(asked_s, _MOST_PAUSE_S), self.allowance.pause_s(), _LEAST_PAUSE_S)
        listener.connected(round(pause_s, 1))
        for item in _dicts(page, "items"):
            _tell(item, listener)
        self._page = _text(page, "nextPageToken") or self._page
        if _text(page, "offlineAt"):
            self._chat, self._page = "", ""
            raise ConnectionLost(ErrorCode.NOT_LIVE, tries_again=False, channel=self._video)
        await asyncio.sleep(pause_s * self._scale)

    async def _ask(
        self, session: "aiohttp.ClientSession", what: str, query: dict[str, str], units: int
    ) -> dict[str, Any]:
        """Return the API's answer; raises `ConnectionLost` for everything that can go wrong on the way."""
        import aiohttp

        self.allowance.spend(units)
        try:
            async with session.get(
                f"{self._api}/{what}",
                params=query,
                headers={"X-Goog-Api-Key": self._key},
                allow_redirects=False,
            ) as response:
                body = await response.content.read(_MOST_BYTES)
                while len(body) < _MOST_BYTES and (
                    more := await response.content.read(_MOST_BYTES - len(body))
                ):
                    body += more
                status, retry_after = response.status, response.headers.get("Retry-After", "")
        except aiohttp.ClientConnectorCertificateError:
            raise ConnectionLost(ErrorCode.UNTRUSTED_SERVER, host=_host(self._api)) from None
        except (aiohttp.ClientError, OSError, TimeoutError):
            raise ConnectionLost(ErrorCode.UNREACHABLE, host=_host(self._api)) from None
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError):
            answer = None
        if status == 200 and isinstance(answer, dict):
            return answer
        lost = lost_of(status, answer, retry_after, self._video, _host(self._api))
        if lost.code is ErrorCode.QUOTA_USED_UP:
            lost.wait_s = self.allowance.used_up() * self._scale
        if lost.code is ErrorCode.NOT_LIVE or status == 400:
            self._chat, self._page = "", ""  # another broadcast of the video has another chat
        raise lost


class Allowance:
    """What is left of a day's units, as far as this desk spent them; renewed at midnight, Pacific time."""

    def __init__(self, clock: Clock, units: int = DAILY_UNITS) -> None:
        self._clock, self._daily = clock, units
        self._left, self._until = units, _next_renewal(clock.now())

    def spend(self, units: int) -> None:
        """Take units off."""
        self._renew()
        self._left = max(0, self._left - units)

    def pause_s(self) -> float:
        """Return the pause between looks with which the rest lasts."""
        self._renew()
        rest_s = min(LASTS_S, self._until - self._clock.now())
        return rest_s * CHAT_UNITS / max(self._left, CHAT_UNITS)

    def used_up(self) -> float:
        """Note that nothing is left (another program uses the key as well); return seconds until it is renewed."""
        self._renew()
        self._left = 0
        return self._until - self._clock.now()

    def _renew(self) -> None:
        if self._clock.now() >= self._until:
            self._left, self._until = self._daily, _next_renewal(self._clock.now())


def _next_renewal(now: float) -> float:
    try:
        zone = ZoneInfo("America/Los_Angeles")
        local = datetime.fromtimestamp(now, zone)
        return datetime(local.year, local.month, local.day, tzinfo=zone).timestamp() + _day_s(local, zone)
    except ZoneInfoNotFoundError:  # Windows has no time zones of its own: midnight there in winter
        day = timedelta(days=1)
        west = datetime.fromtimestamp(now, UTC) - timedelta(hours=8)
        return (
            west.replace(hour=0, minute=0, second=0, microsecond=0) + day + timedelta(hours=8)
        ).timestamp()


def _day_s(local: datetime, zone: ZoneInfo) -> float:
    """Return the length of the day `local` is in: 23 to 25 hours."""
    first = datetime(local.year, local.month, local.day, tzinfo=zone)
    after = first + timedelta(days=1)
    return after.timestamp() - first.timestamp()


def video_id(typed: str) -> str:
    """Return the id of the video that a person gave as an id or any of YouTube's links; "" for anything else."""
    typed = typed.strip()
    if _ID.fullmatch(typed):
        return typed
    if "//" not in typed:
        typed = f"https://{typed}"
    try:
        address = urlsplit(typed)
    except ValueError:
        return ""
    host = (address.hostname or "").lower()
    parts = [part for part in address.path.split("/") if part]
    if host == "youtu.be":
        found = parts[0] if parts else ""
    elif host == "youtube.com" or host.endswith((".youtube.com", ".youtube-nocookie.com")):
        query = parse_qs(address.query).get("v", [""])[0]
        # Also the studio's: studio.youtube.com/video/ID/livestreaming
        after = parts[1] if len(parts) > 1 and parts[0] in (*_PATHS, "video") else ""
        found = query or after
    else:
        return ""
    return found if _ID.fullmatch(found) else ""


def _tell(item: dict[str, Any], listener: ChatListener) -> None:
    """Tell the listener of one item of the chat; what nobody wrote is left out."""
    snippet, author = _dict(item, "snippet"), _dict(item, "authorDetails")
    number, kind = _text(item, "id"), _text(snippet, "type")
    match kind:
        case "textMessageEvent":
            text = _text(snippet, "displayMessage") or _text(
                _dict(snippet, "textMessageDetails"), "messageText"
            )
        case "superChatEvent":
            text = _text(_dict(snippet, "superChatDetails"), "userComment")
        case "messageDeletedEvent" | "messageRetractedEvent" | "tombstone":
            details = _dict(snippet, "messageDeletedDetails") or _dict(snippet, "messageRetractedDetails")
            deleted = _text(details, "deletedMessageId") or _text(details, "retractedMessageId") or number
            listener.withdrawn(ChatWithdrawn(YOUTUBE, deleted))
            return
        case "userBannedEvent":
            banned = _dict(_dict(snippet, "userBannedDetails"), "bannedUserDetails")
            if channel := _text(banned, "channelId"):
                listener.withdrawn(ChatWithdrawn(YOUTUBE, buyer_key=channel))
            return
        case _:
            return
    if number and text:
        name, channel = _text(author, "displayName"), _text(author, "channelId")
        listener.received(ChatReceived(YOUTUBE, number, name, text, channel or name))


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


# The API's answers are read as what they might be, never as what they should be: a field of another type is absent.


def _dict(data: dict[str, Any], name: str) -> dict[str, Any]:
    value = data.get(name)
    return value if isinstance(value, dict) else {}


def _dicts(data: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    value = data.get(name)
    return (item for item in (value if isinstance(value, list) else []) if isinstance(item, dict))


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""


def _number(data: dict[str, Any], name: str) -> float:
    value = data.get(name)
    return float(value) if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0.0
