"""The site that phones open: the page, its WebSocket, the pictures of what is on air, and photos that buyers send."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from livedesk.adapters.web import security
from livedesk.adapters.web.door import Door, nothing
from livedesk.adapters.web.gate import GateLimits
from livedesk.adapters.web.page_words import page_for
from livedesk.adapters.web.phones import Phones
from livedesk.adapters.web.photos import Photos
from livedesk.adapters.web.sockets import opened, text_frames
from livedesk.core.audience import incoming as inc
from livedesk.core.audience import limits
from livedesk.core.audience.incoming import Why
from livedesk.core.audience.limits import Allowance, Bucket, Doing, Rate
from livedesk.core.audience.view import AudienceView, encoded
from livedesk.core.errors import ErrorCode, UserFacing

if TYPE_CHECKING:
    from aiohttp import web

Picture = Callable[[str], tuple[bytes, str] | None]
"""Returns a product's picture, small, with its media type; None where there is none. Called on another thread."""
TakePhoto = Callable[[bytes], Awaitable[str]]
"""Keeps a buyer's photo, made harmless, and returns its name. Raises `UserFacing` for what is no photo."""

HEARTBEAT_S = 20.0
_GOODBYE_S = 1.0
_UPLOAD_S = 60.0
_UPLOADS_AT_ONCE = 4
_KEPT_PICTURES = 16
_PAGE_RATE = Rate(400, 20)
"""The page is put together and packed anew for each phone, some milliseconds of work."""
_STATUS = {Why.RATE: 429, Why.SIZE: 413, Why.PICTURE: 415, Why.BAD: 403, Why.PHOTOS_OFF: 403}


@dataclass(frozen=True, slots=True)
class AudienceParts:
    """What the site is made of: its page, who reads pictures, who keeps photos, and the time."""

    page: bytes
    picture: Picture
    take_photo: TakePhoto
    now: Callable[[], float]
    on_bug: Callable[[BaseException], object]
    limits: GateLimits


class AudienceSite:
    """Open from `open` to `close`, once; its key is new. Belongs to `net`."""

    def __init__(
        self,
        parts: AudienceParts,
        view: AudienceView,
        phones: Phones,
        photos: Photos,
        allowance: Allowance,
        key: str = "",
    ) -> None:
        """A `key` that is given is that of a site which was here before, at an address that is lost."""
        self._parts, self._view, self._allowance = parts, view, allowance
        self._phones, self._photos = phones, photos
        self._pages = Bucket(_PAGE_RATE, parts.now())
        self.key = key or security.new_key()
        self._uploads = asyncio.Semaphore(_UPLOADS_AT_ONCE)
        self._pictures: dict[str, tuple[bytes, str] | None] = {}
        self._reading = asyncio.Lock()
        self._writers: set[asyncio.Task[None]] = set()
        self._closing = asyncio.Event()

    async def open(self, host: str, port: int) -> str:
        """Listen, and return the page's address. Raises `UserFacing` as `Door.open`."""
        from aiohttp import web

        routes = [
            web.get("/{key}/", self._serve_page),
            web.get("/{key}/ws", self._serve_socket, allow_head=False),
            web.get("/{key}/pictures/{name}", self._serve_picture),
            web.post("/{key}/photo", self._take_photo),
        ]
        self._door = Door(routes, self._has_key, self._parts.on_bug, self._parts.limits)
        await self._door.open(host, port)
        self._page = security.page(self._parts.page, self._door.authority)
        return f"http://{self._door.authority}/{self.key}/"

    async def close(self) -> None:
        """Say good-bye to every phone, for a second at most, and close. The key is dead at once."""
        self._closing.set()
        self._phones.end_all("closed")
        if self._writers:
            await asyncio.wait(self._writers, timeout=_GOODBYE_S)
        await self.cut()

    async def cut(self) -> None:
        """Close without a word: phones try to come back."""
        await self._door.close()

    def _has_key(self, key: str) -> bool:
        return security.is_same(key, self.key) and not self._closing.is_set()

    # --- the page ---

    async def _serve_page(self, request: "web.Request") -> "web.StreamResponse":
        from aiohttp import web

        now = self._parts.now()
        if not self._pages.has(now):
            return web.Response(status=429, headers={"Retry-After": "5"})
        self._pages.pay()
        headers = {"Content-Security-Policy": self._page.policy, "X-Frame-Options": "DENY"}
        body = page_for(self._page.body, request.headers.get("Accept-Language", ""), self._view.languages)
        response = web.Response(body=body, content_type="text/html", charset="utf-8", headers=headers)
        response.enable_compression()
        return response

    async def _serve_picture(self, request: "web.Request") -> "web.StreamResponse":
        from aiohttp import web

        path = self._view.picture_path(request.match_info["name"])
        found = await self._read_picture(path) if path else None
        if found is None:
            return nothing()
        return web.Response(
            body=found[0], content_type=found[1], headers={"Cache-Control": "private, max-age=600"}
        )

    async def _read_picture(self, path: str) -> tuple[bytes, str] | None:
        """Return a picture, read once for all phones that ask for it at the same moment."""
        async with self._reading:
            if path not in self._pictures:
                found = await asyncio.to_thread(self._parts.picture, path)
                self._pictures[path] = found
                if len(self._pictures) > _KEPT_PICTURES:
                    del self._pictures[next(iter(self._pictures))]
            return self._pictures[path]

    # --- a phone ---

    async def _serve_socket(self, request: "web.Request") -> "web.StreamResponse":
        if not self._door.is_own_origin(request):
            return nothing()
        socket = await opened(request, most_bytes=limits.FRAME_BYTES, heartbeat_s=HEARTBEAT_S)
        if socket is None:
            return nothing()
        frames = text_frames(socket)
        hello = inc.read(await anext(frames, ""))
        if self._closing.is_set() or not isinstance(hello, inc.Hello):
            await socket.close()
            return socket
        address = self._door.gate.address_of(request.transport)
        is_in = self._allowance.allows(hello.key, Doing.JOIN, self._parts.now(), address)
        if not is_in or not self._door.gate.lets_in(request.transport):
            await socket.send_str(encoded({"t": "bye", "why": "full"}).decode())
            await socket.close()
            return socket
        transport = request.transport
        phone = self._phones.join(hello, socket, transport.abort if transport else _gone, address)
        writer = asyncio.create_task(self._write(phone.feed.run(), socket))
        self._writers.add(writer)
        try:
            async for frame in frames:
                if not self._closing.is_set() and not self._phones.take(phone, frame):
                    break
        finally:
            self._phones.left(phone)
            writer.cancel()
            with suppress(asyncio.CancelledError):
                await writer
            self._writers.discard(writer)
        return socket

    async def _write(self, sending: Awaitable[None], socket: "web.WebSocketResponse") -> None:
        """Send until the feed ends, then close: whoever reads from the phone stops, too.

        After a bug the phone comes back by itself, rather than wait for news that will not come.
        """
        try:
            await sending
        except ConnectionError:
            pass
        except Exception as error:  # noqa: BLE001 - a task's top
            self._parts.on_bug(error)
        await socket.close()

    # --- photos ---

    async def _take_photo(self, request: "web.Request") -> "web.StreamResponse":
        from aiohttp import web

        if not self._door.is_own_origin(request):
            return nothing()
        name, why = await self._photo(request)
        if why:
            return web.json_response({"why": why.value}, status=_STATUS[why])
        return web.json_response({"photo": name})

    async def _photo(self, request: "web.Request") -> tuple[str, Why | None]:
        """Return the name of the photo that is the body of `request`, or why it is refused."""
        key = inc.buyer_key(request.query.get("id", ""))
        if key is None or not self._phones.is_here(key):
            return "", Why.BAD
        if not self._view.rules.takes_photos:
            return "", Why.PHOTOS_OFF
        if (request.content_length or 0) > limits.PHOTO_BYTES:
            return "", Why.SIZE
        address = self._door.gate.address_of(request.transport)
        if self._uploads.locked() or not self._allowance.allows(key, Doing.PHOTO, self._parts.now(), address):
            return "", Why.RATE
        async with self._uploads:
            self._door.gate.serves(request.transport, _UPLOAD_S)
            body = bytearray()
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > limits.PHOTO_BYTES:
                    return "", Why.SIZE
            try:
                name = await self._parts.take_photo(bytes(body))
            except UserFacing as error:
                is_large = error.code is ErrorCode.PICTURE_TOO_LARGE
                return "", Why.SIZE if is_large else Why.PICTURE
        self._photos.came(name, key)
        return name, None


def _gone() -> None:
    pass
