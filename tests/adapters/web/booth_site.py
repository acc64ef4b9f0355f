"""A show with phones, served on this computer: what tests of the audience's site are made of."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

import aiohttp

from livedesk.adapters.web.gate import GateLimits
from livedesk.adapters.web.local_site import Overlay
from livedesk.adapters.web.phone_source import PhoneSource
from livedesk.adapters.web.server import WebParts, WebServer
from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.session.booth import Booth

ES, AR = Language("es"), Language("ar")
PAGE = b"<!doctype html><style>p{color:red}</style><p>Hello</p><script>document.title='x'</script>"
PATIENCE_S = 5.0
T = TypeVar("T")


@dataclass
class Site:
    """A booth's state machine with the web server beside it; what one posts the other takes at once.

    Translations are given by hand (`translate`), so that a test says when they come.
    """

    limits: GateLimits = field(default_factory=GateLimits)
    overlay: Overlay | None = None
    pictures: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    take_photo: Callable[[bytes], Any] | None = None
    now: float = 1_800_000_000.0
    given: list[ev.Input] = field(default_factory=list)
    told: list[ev.Event] = field(default_factory=list)
    bugs: list[BaseException] = field(default_factory=list)
    address: str = ""

    def __post_init__(self) -> None:
        self.booth = Booth(ZH, (EN, ES))
        self.requests: list[Any] = []
        self.photos: list[bytes] = []
        self.dropped: list[str] = []
        self.server = WebServer(self.parts())
        for event in self.booth.snapshot():
            self.server.receive(event)

    def parts(self) -> WebParts:
        return WebParts(
            post=self.post,
            now=lambda: self.now,
            on_bug=self.bugs.append,
            page=PAGE,
            language_name=lambda code: f"<{code}>",
            consent=lambda code: f"I agree ({code})",
            picture=self.pictures.get,
            take_photo=self.take_photo or self._keep_photo,
            drop_photo=self.dropped.append,
            overlay=self.overlay,
            limits=self.limits,
        )

    async def _keep_photo(self, body: bytes) -> str:
        self.photos.append(body)
        return f"photo-{len(self.photos)}.jpg"

    def post(self, given: ev.Input) -> None:
        """Give the booth a command or fact; phones hear at once what follows."""
        self.given.append(given)
        outcome = self.booth.handle(given, self.now)
        self.requests += outcome.requests
        for event in outcome.events:
            self.told.append(event)
            self.server.receive(event)
        for message, reply in outcome.deliveries:
            if message.source == PhoneSource.name:
                asyncio.get_running_loop().call_soon(self.post, ev.ReplySent(reply.id))

    def go_live(self) -> None:
        """Start a show."""
        self.post(ev.StartSession("Show", is_rehearsal=False))

    def translate(self, **texts: str) -> None:
        """Answer every request for a translation that waits: by language, else by the text and the language."""
        waiting, self.requests = self.requests, []
        for request in waiting:
            text = texts.get(request.target) or f"{request.text} [{request.target}]"
            language = request.source or EN
            self.post(ev.TranslateResult(request, text, language, True))

    def of(self, kind: type[T]) -> list[T]:
        """Return what was posted of one kind."""
        return [given for given in self.given if isinstance(given, kind)]

    @property
    def authority(self) -> str:
        return self.address.split("/")[2]


@asynccontextmanager
async def serving(site: Site | None = None, *, is_live: bool = True) -> AsyncIterator[Site]:
    """Open the audience's site on a free port; what went wrong inside fails the test."""
    made = site or Site()
    if is_live:
        made.go_live()
    made.address = await made.server.open_audience("127.0.0.1", 0)
    try:
        yield made
    finally:
        await made.server.close()
        assert made.bugs == []


class Phone:
    """A phone at the booth: a real WebSocket."""

    def __init__(self, site: Site, phone_id: str = "", *, address: str = "") -> None:
        self.id = phone_id or uuid.uuid4().hex
        self._site, self._address = site, address or site.address
        self._refs = 0

    async def __aenter__(self) -> Self:
        self._client = aiohttp.ClientSession()
        origin = "/".join(self._address.split("/")[:3])
        try:
            self.socket = await self._client.ws_connect(self._address + "ws", headers={"Origin": origin})
        except BaseException:
            await self._client.close()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.socket.close()
        await self._client.close()

    async def send(self, **fields: object) -> None:
        await self.socket.send_str(json.dumps(fields))

    async def hello(self, language: str = "en", locale: str = "en-US") -> dict[str, Any]:
        """Come in and return the welcome."""
        await self.send(t="hello", id=self.id, language=language, locale=locale, name="")
        return await self.next("welcome")

    async def ask(self, text: str, **more: object) -> int:
        self._refs += 1
        await self.send(
            t="ask", **{"ref": self._refs, "text": text, "name": "Maria", "sku": "", "photo": ""} | more
        )
        return self._refs

    async def next(self, kind: str = "") -> dict[str, Any]:
        """Return the next message, of `kind`; others before it are left out."""
        while True:
            message = await asyncio.wait_for(self.socket.receive(), PATIENCE_S)
            assert message.type is aiohttp.WSMsgType.TEXT, message
            shown: dict[str, Any] = json.loads(message.data)
            if kind in ("", shown["t"]):
                return shown

    async def all_until_pong(self) -> list[dict[str, Any]]:
        """Return all that was sent before now."""
        await self.send(t="ping")
        seen = []
        while (shown := await self.next())["t"] != "pong":
            seen.append(shown)
        return seen

    async def closed(self) -> int | None:
        """Wait until the desk ends the connection; return the code."""
        while True:
            message = await asyncio.wait_for(self.socket.receive(), PATIENCE_S)
            if message.type is not aiohttp.WSMsgType.TEXT:
                return self.socket.close_code


async def until(condition: Callable[[], object]) -> None:
    """Wait until `condition` holds."""
    async with asyncio.timeout(PATIENCE_S):
        while not condition():
            await asyncio.sleep(0.005)
