"""A server that speaks the part of YouTube's Data API v3 that livedesk asks, with the errors it really gives."""

import asyncio
import json
from typing import Any

from aiohttp import web

VIDEO, CHAT, KEY = "dQw4w9WgXcQ", "Cg0KC2RRdzR3OVdnWGNR", "AIza-the-key-of-the-user"


def error(status: int, reason: str, *, domain: str = "youtube.liveChat", details: str = "") -> web.Response:
    """Return an error as Google writes them."""
    body: dict[str, Any] = {
        "error": {
            "code": status,
            "message": f"Something about {reason}.",
            "errors": [{"message": f"About {reason}.", "domain": domain, "reason": reason}],
        }
    }
    if details:
        kind = "type.googleapis.com/google.rpc.ErrorInfo"
        body["error"]["details"] = [{"@type": kind, "reason": details, "domain": "googleapis.com"}]
    return web.json_response(body, status=status)


def line(number: int, name: str, text: str, **snippet: Any) -> dict[str, Any]:
    """Return one item of a chat."""
    return {
        "kind": "youtube#liveChatMessage",
        "etag": "x",
        "id": f"LCC.{number}",
        "snippet": {
            "type": "textMessageEvent",
            "liveChatId": CHAT,
            "publishedAt": "2026-11-22T02:00:00.000Z",
            "hasDisplayContent": True,
            "displayMessage": text,
            "textMessageDetails": {"messageText": text},
            **snippet,
        },
        "authorDetails": {"channelId": f"UC-{name}", "displayName": name, "isChatOwner": False},
    }


class YouTubeServer:
    """Serves `items`; `instead` holds answers to give first, one a request; `asked` is what was asked for."""

    def __init__(self) -> None:
        self.items: list[dict[str, Any]] = []
        self.instead: list[web.StreamResponse | bytes] = []
        self.videos: list[dict[str, Any]] = [
            {"kind": "youtube#video", "id": VIDEO, "liveStreamingDetails": {"activeLiveChatId": CHAT}}
        ]
        self.asked: list[tuple[str, dict[str, str], dict[str, str]]] = []
        self.polling_ms: Any = 10
        self.offline_at = ""

    async def start(self) -> "YouTubeServer":
        app = web.Application()
        app.router.add_get("/youtube/v3/videos", self._videos)
        app.router.add_get("/youtube/v3/liveChat/messages", self._messages)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = int(self._runner.addresses[0][1])
        self.api = f"http://127.0.0.1:{self.port}/youtube/v3"
        return self

    async def stop(self) -> None:
        await self._runner.cleanup()

    def say(self, name: str, text: str, **snippet: Any) -> None:
        self.items.append(line(len(self.items) + 1, name, text, **snippet))

    async def _videos(self, request: web.Request) -> web.StreamResponse:
        if answer := await self._first(request, "videos"):
            return answer
        found = [v for v in self.videos if v["id"] == request.query.get("id")]
        return web.json_response({"kind": "youtube#videoListResponse", "items": found})

    async def _messages(self, request: web.Request) -> web.StreamResponse:
        if answer := await self._first(request, "messages"):
            return answer
        if request.query.get("liveChatId") != CHAT:
            return error(404, "liveChatNotFound")
        start = int(request.query.get("pageToken", "page-0").removeprefix("page-"))
        body: dict[str, Any] = {
            "kind": "youtube#liveChatMessageListResponse",
            "pollingIntervalMillis": self.polling_ms,
            "nextPageToken": f"page-{len(self.items)}",
            "items": self.items[start:],
        }
        if self.offline_at:
            body["offlineAt"] = self.offline_at
        return web.json_response(body)

    async def _first(self, request: web.Request, what: str) -> web.StreamResponse | None:
        self.asked.append((what, dict(request.query), dict(request.headers)))
        if request.headers.get("X-Goog-Api-Key") != KEY:
            return error(400, "badRequest", domain="global", details="API_KEY_INVALID")
        if not self.instead:
            return None
        answer = self.instead.pop(0)
        if isinstance(answer, bytes):
            return await _half(request, answer)
        return answer


async def _half(request: web.Request, body: bytes) -> web.StreamResponse:
    """Begin an answer and cut it."""
    answer = web.StreamResponse(headers={"Content-Length": str(len(body) + 100)})
    await answer.prepare(request)
    await answer.write(body)
    if request.transport:
        request.transport.close()
    await asyncio.sleep(0)
    return answer


def half_a_page() -> bytes:
    return json.dumps({"items": [line(1, "Maria", "hola")]}).encode()[:60]
