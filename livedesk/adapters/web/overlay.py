"""The overlay in the video: OBS shows these pages as browser sources, and each keeps a WebSocket open.

An overlay that connects gets how everything is, then what changes. Of a row that changed twice before it could be
sent only the newest goes out, so that a page that is slow to read costs nothing.
"""

import asyncio
import base64
import hashlib
import json
import re
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from livedesk.core.audience import overlay
from livedesk.core.audience.overlay import CAPTIONS_KEPT, Frame, OverlayWish
from livedesk.core.events import CaptionChanged, CatalogueChanged, Event, LinkChanged, SessionChanged
from livedesk.core.ids import SegmentId, Sku
from livedesk.core.links import Link, LinkKind
from livedesk.core.records import Caption, Product, Session

if TYPE_CHECKING:
    from aiohttp import web

PARTS = ("captions", "product", "both")
MOST_OVERLAYS = 16
_PICTURES = "pictures/"
_HEARTBEAT_S = 20.0
_LONGEST_MESSAGE = 1024
_SEND_TIMEOUT_S = 10.0
_INLINE = re.compile(rb"<(style|script)>(.*?)</\1>", re.DOTALL)

Picture = Callable[[str], tuple[bytes, str] | None]
"""Returns a product's picture, small, with its media type; None where there is none."""
QrModules = Callable[[str], tuple[tuple[bool, ...], ...]]


class OverlayHub:
    """Knows what is on air and tells every overlay. Belongs to `net`."""

    def __init__(
        self, page: bytes, picture: Picture, qr_modules: QrModules, now: Callable[[], float] = time.time
    ) -> None:
        """`page` is resources/web/overlay.html. `picture` may read a file: it is called on another thread.

        `now` is the desk's clock, which offers end by.
        """
        self._now = now
        self._page, self._policy = page, _content_policy(page)
        self._picture, self._qr_modules = picture, qr_modules
        self._session: Session | None = None
        self._products: dict[Sku, Product] = {}
        self._captions: dict[SegmentId, tuple[Caption, float]] = {}
        self._audience: Link | None = None
        self._code: tuple[tuple[bool, ...], ...] = ()
        self._overlays: set[_Overlay] = set()

    @property
    def count(self) -> int:
        """How many overlays are connected."""
        return len(self._overlays)

    async def answer(self, request: "web.Request", path: str) -> "web.StreamResponse":
        """Answer what is asked for below `/KEY/overlay/`; who calls has checked the key."""
        from aiohttp import web

        if path in PARTS:
            return self._serve_page()
        if path == "ws":
            return await self._serve_socket(request)
        if path.startswith(_PICTURES):
            return await self._serve_picture(path.removeprefix(_PICTURES))
        raise web.HTTPNotFound

    async def close(self) -> None:
        """Close every overlay's connection; the pages try again by themselves."""
        for each in list(self._overlays):
            await each.close()

    # --- what the desk says ---

    def receive(self, event: Event) -> None:
        """Take an event of the desk's."""
        match event:
            case SessionChanged():
                self._take_session(event.session)
            case CaptionChanged():
                self._take_caption(event.caption)
            case CatalogueChanged():
                self._products = {product.sku: product for product in event.products}
                self._tell_all(self._put_products)
            case LinkChanged() if event.link.kind is LinkKind.AUDIENCE:
                self._audience = event.link
                self._code = self._qr_modules(event.link.address) if event.link.address else ()
                self._tell_all(self._put_code)
            case _:
                pass

    def _take_session(self, session: Session) -> None:
        before, self._session = self._session, session
        if before is not None and before.id != session.id:
            self._captions.clear()
        self._tell_all(self._put_show)

    def _take_caption(self, caption: Caption) -> None:
        now = asyncio.get_running_loop().time()
        self._captions[caption.segment] = caption, now
        for old in sorted(self._captions)[:-CAPTIONS_KEPT]:
            del self._captions[old]
        if caption.segment in self._captions:
            for each in self._overlays:
                self._put_caption(each, caption, 0.0)

    def _tell_all(self, put: "Callable[[_Overlay], None]") -> None:
        for each in self._overlays:
            put(each)

    def _put_show(self, to: "_Overlay") -> None:
        if self._session is None:
            return
        if to.put("show", overlay.show_frame(to.wish, self._session)):
            to.forget_captions()
            now = asyncio.get_running_loop().time()
            for _, (caption, changed_at) in sorted(self._captions.items()):
                self._put_caption(to, caption, now - changed_at)
        self._put_products(to)

    def _put_caption(self, to: "_Overlay", caption: Caption, age_s: float) -> None:
        if to.wish.has_captions and self._session is not None:
            frame = overlay.caption_frame(to.wish, self._session, caption, age_s)
            to.put(("caption", caption.segment), frame)

    def _put_products(self, to: "_Overlay") -> None:
        if to.wish.has_products and self._session is not None:
            to.put("products", overlay.products_frame(to.wish, self._session, self._products))

    def _put_code(self, to: "_Overlay") -> None:
        if to.wish.has_qr:
            to.put("qr", overlay.qr_frame(self._audience, self._code))

    # --- what a page asks ---

    def _serve_page(self) -> "web.Response":
        from aiohttp import web

        headers = {**_HEADERS, "Content-Security-Policy": self._policy, "Cache-Control": "no-store"}
        return web.Response(body=self._page, content_type="text/html", charset="utf-8", headers=headers)

    async def _serve_picture(self, name: str) -> "web.Response":
        from aiohttp import web

        if name not in {picture for product in self._products.values() for picture in product.pictures}:
            raise web.HTTPNotFound
        found = await asyncio.to_thread(self._picture, name)
        if found is None:
            raise web.HTTPNotFound
        return web.Response(body=found[0], content_type=found[1], headers=_HEADERS)

    async def _serve_socket(self, request: "web.Request") -> "web.StreamResponse":
        from aiohttp import web

        if len(self._overlays) >= MOST_OVERLAYS:
            raise web.HTTPServiceUnavailable
        part = request.query.get("part", "both")
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT_S, max_msg_size=_LONGEST_MESSAGE, timeout=2.0)
        await socket.prepare(request)
        each = _Overlay(overlay.read_wish(part, request.query), socket, self._now)
        self._overlays.add(each)
        sending = asyncio.create_task(each.send())
        try:
            self._put_show(each)
            self._put_code(each)
            async for _ in socket:
                pass  # an overlay has nothing to say
        finally:
            self._overlays.discard(each)
            sending.cancel()
            with suppress(asyncio.CancelledError):
                await sending
        return socket


class _Overlay:
    """One page that is connected: what it wants, what it was told, what is still to be sent."""

    def __init__(
        self, wish: OverlayWish, socket: "web.WebSocketResponse", now: Callable[[], float] = time.time
    ) -> None:
        self.wish, self._now = wish, now
        self._socket = socket
        self._told: dict[object, Frame] = {}
        self._waiting: dict[object, Frame] = {}
        self._has_news = asyncio.Event()

    def put(self, row: object, frame: Frame) -> bool:
        """Tell the page that `row` is now `frame`; return whether that is news."""
        if self._told.get(row) == frame:
            return False
        self._told[row] = frame
        self._waiting[row] = frame
        captions = [known for known in self._told if isinstance(known, tuple)]
        for old in captions[: -2 * CAPTIONS_KEPT]:
            del self._told[old]
            self._waiting.pop(old, None)
        self._has_news.set()
        return True

    def forget_captions(self) -> None:
        """What was said before is another show's, or in other languages."""
        for row in [known for known in self._told if isinstance(known, tuple)]:
            del self._told[row]
            self._waiting.pop(row, None)

    async def send(self) -> None:
        """Send what waits, for as long as the page reads."""
        while True:
            await self._has_news.wait()
            self._has_news.clear()
            while self._waiting:
                frame = self._waiting.pop(next(iter(self._waiting)))
                if frame["t"] == "products":
                    frame = {**frame, "now": self._now()}
                try:
                    text = json.dumps(frame, ensure_ascii=False)
                    await asyncio.wait_for(self._socket.send_str(text), _SEND_TIMEOUT_S)
                except (ConnectionError, TimeoutError):
                    await self.close()
                    return

    async def close(self) -> None:
        """Close the connection, within a moment."""
        with suppress(ConnectionError, TimeoutError):
            await asyncio.wait_for(self._socket.close(), _SEND_TIMEOUT_S / 5)


_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


def _content_policy(page: bytes) -> str:
    """Return what the page may do: its own style and script, known by their sums; requests to where it is from."""
    allowed: dict[bytes, str] = {}
    for kind, content in _INLINE.findall(page):
        allowed[kind] = base64.b64encode(hashlib.sha256(content).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{allowed.get(b'style', '')}'; "
        f"script-src 'sha256-{allowed.get(b'script', '')}'; img-src 'self'; "
        "connect-src 'self' ws://127.0.0.1:* ws://localhost:*; base-uri 'none'; form-action 'none'"
    )
