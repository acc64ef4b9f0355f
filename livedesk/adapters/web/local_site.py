"""The site for programs on this computer: the overlay for OBS, and the inlet that takes other programs' chat."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from livedesk.adapters.web import security
from livedesk.adapters.web.door import Door, nothing
from livedesk.adapters.web.gate import GateLimits
from livedesk.adapters.web.sockets import opened, text_frames
from livedesk.core import events as ev
from livedesk.core.audience.limits import Bucket, Rate
from livedesk.core.chat.inlet import MOST_BYTES, read_inlet

if TYPE_CHECKING:
    from aiohttp import web

HOST = "127.0.0.1"
_HEARTBEAT_S = 30.0
_INLET_RATE = Rate(200, 50)
"""Deliveries; each may have many messages."""
_FOREIGN = ("http://", "https://")
_INLET_PAGES = ("https://socialstream.ninja",)


class Overlay(Protocol):
    """Serves what is below `/KEY/overlay/`, and hears from the desk."""

    async def answer(self, request: "web.Request", path: str) -> "web.StreamResponse":
        """Answer a request for `path` ("captions"), whose key is right."""
        ...

    def receive(self, event: ev.Event) -> None:
        """Take an event of the desk's."""
        ...

    async def close(self) -> None:
        """Close every overlay's connection."""
        ...


@dataclass(frozen=True, slots=True)
class LocalParts:
    """What the site is made of."""

    overlay: Overlay | None
    post: Callable[[ev.Input], object]
    now: Callable[[], float]
    on_bug: Callable[[BaseException], object]
    limits: GateLimits


class LocalSite:
    """Open from `open` to `close`, once. Belongs to `net`. A key that is "" means that this part is off."""

    def __init__(self, parts: LocalParts, overlay_key: str, inlet_key: str) -> None:
        self._parts = parts
        self._overlay_key, self._inlet_key = overlay_key, inlet_key
        self._allowance = Bucket(_INLET_RATE, parts.now())
        self.received = 0
        """How many messages came in by the inlet."""

    async def open(self, port: int) -> None:
        """Listen. Raises `UserFacing` as `Door.open`."""
        from aiohttp import web

        routes = [
            web.get("/{key}/overlay/{path:.+}", self._serve_overlay),
            web.get("/{key}/inlet", self._serve_inlet, allow_head=False),
            web.post("/{key}/inlet", self._take_delivery),
        ]
        self._door = Door(routes, self._has_key, self._parts.on_bug, self._parts.limits)
        await self._door.open(HOST, port, "localhost")

    async def close(self) -> None:
        """Cut all connections; what was connected tries again by itself."""
        if self._parts.overlay:
            await self._parts.overlay.close()
        await self._door.close()

    @property
    def overlay_address(self) -> str:
        """Where the overlay's pages are, without the page: "http://127.0.0.1:8485/KEY/overlay/"; "" if off."""
        return f"http://{self._door.authority}/{self._overlay_key}/overlay/" if self._overlay_key else ""

    @property
    def inlet_address(self) -> str:
        """Where messages are handed in: "http://127.0.0.1:8485/KEY/inlet"; "" if off."""
        return f"http://{self._door.authority}/{self._inlet_key}/inlet" if self._inlet_key else ""

    def _has_key(self, key: str) -> bool:
        return self._is(key, self._overlay_key) or self._is(key, self._inlet_key)

    def _is(self, key: str, wanted: str) -> bool:
        return bool(wanted) and security.is_same(key, wanted)

    # --- the overlay ---

    async def _serve_overlay(self, request: "web.Request") -> "web.StreamResponse":
        overlay, path = self._parts.overlay, request.match_info["path"]
        if overlay is None or not self._is(request.match_info["key"], self._overlay_key):
            return nothing()
        if request.headers.get("Upgrade") and not self._may_stay(request):
            return nothing()
        return await overlay.answer(request, path)

    def _may_stay(self, request: "web.Request") -> bool:
        return self._door.is_own_origin(request) and self._door.gate.lets_in(request.transport)

    # --- the inlet ---

    def _may_hand_in(self, request: "web.Request") -> bool:
        """Whether a program, an extension or a page that is known for it hands in, and it has the key."""
        origin = request.headers.get("Origin", "")
        is_page = origin.startswith(_FOREIGN)
        is_known = not is_page or origin in _INLET_PAGES or self._door.is_own_origin(request)
        return is_known and self._is(request.match_info["key"], self._inlet_key)

    async def _take_delivery(self, request: "web.Request") -> "web.StreamResponse":
        from aiohttp import web

        if not self._may_hand_in(request):
            return nothing()
        body = bytearray()
        async for chunk in request.content.iter_any():
            body += chunk
            if len(body) > MOST_BYTES:
                break
        status, answer = self._hand_in(bytes(body))
        return web.json_response(answer, status=status)

    async def _serve_inlet(self, request: "web.Request") -> "web.StreamResponse":
        if not self._may_hand_in(request):
            return nothing()
        socket = await opened(request, most_bytes=MOST_BYTES, heartbeat_s=_HEARTBEAT_S)
        if socket is None:
            return nothing()
        if not self._door.gate.lets_in(request.transport):
            await socket.close()
            return socket
        async for frame in text_frames(socket):
            _, answer = self._hand_in(frame)
            await socket.send_json(answer)
        return socket

    def _hand_in(self, body: bytes | str) -> tuple[int, dict[str, object]]:
        """Give the desk what a delivery holds; return the status and what to answer."""
        now = self._parts.now()
        if not self._allowance.has(now):
            return 429, {"taken": 0, "ignored": 0, "problems": [{"code": "too_many", "at": 0, "field": ""}]}
        self._allowance.pay()
        read = read_inlet(body, now)
        for message in read.messages:
            self._parts.post(message)
        self.received += len(read.messages)
        return read.status, read.answer()
