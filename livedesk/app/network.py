"""What the desk does over networks: lets phones in, serves overlay and inlet, reads platforms, feeds OBS.

All of it runs on the thread `net`. Nothing listens or connects before someone asked for it; aiohttp and the other
libraries are loaded only then.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from livedesk.adapters.pictures.folder import kept_picture
from livedesk.adapters.pictures.small import small
from livedesk.adapters.qr.modules import qr_modules
from livedesk.adapters.web.addresses import this_computers
from livedesk.adapters.web.overlay import OverlayHub
from livedesk.adapters.web.page_words import whole_page
from livedesk.adapters.web.phone_source import PhoneSource
from livedesk.adapters.web.security import new_key
from livedesk.adapters.web.server import WebParts, WebServer
from livedesk.app import paths as places
from livedesk.app.audience_keeper import AudienceKeeper
from livedesk.app.audience_words import consent_in, own_name
from livedesk.app.chat_sources import ChatSources, InletGate
from livedesk.app.kept_code import KeptCode
from livedesk.app.obs import ObsLink
from livedesk.app.photos import Photos
from livedesk.core.audience.addresses import ranked
from livedesk.core.errors import UserFacing
from livedesk.core.events import Event
from livedesk.core.links import HostAddress, LinkKind
from livedesk.core.settings import Settings
from livedesk.runtime.burst import Burst
from livedesk.runtime.desk import Desk
from livedesk.runtime.net_lane import NetLane

CLOSE_S = 4.0


@dataclass(frozen=True, slots=True)
class NetworkParts:
    """What the network needs of the others.

    `settings` returns those in use, `pictures` is the folder of the catalogue's. `addresses` are those of this
    computer.
    """

    desk: Desk
    net: NetLane
    settings: Callable[[], Settings]
    pictures: Path
    code: KeptCode
    photos: Photos
    on_bug: Callable[[BaseException], None]
    addresses: Callable[[], tuple[HostAddress, ...]] = field(default=this_computers)


class Network:
    """Its methods may be called from any thread and return at once; what comes of them is told by `LinkReported`."""

    def __init__(self, parts: NetworkParts) -> None:
        self._parts = parts
        self._desk, self._net = parts.desk, parts.net
        self._burst = Burst(parts.net.call, self._deliver)
        self.chats = ChatSources(parts.desk, parts.net)
        self._on_net: _OnNet | None = None
        self._seen: tuple[HostAddress, ...] = ()
        self._is_started = False

    def start(self) -> None:
        """Begin to follow the desk, and switch on what the settings say; phones are let in only when asked."""
        self._is_started = True
        self._desk.add_source(PhoneSource())
        self.chats.start()
        self._net.call(self._begin, self._parts.settings())
        self._desk.subscribe(self._burst.put)

    def apply(self, settings: Settings) -> None:
        """Follow changed settings."""
        self._on(lambda on_net: on_net.apply(settings))

    def open_audience(self) -> None:
        """Let phones in, at the address and port of the settings, with a new key."""
        settings = self._parts.settings()
        self._on(lambda on_net: on_net.open_audience(settings))

    def close_audience(self) -> None:
        """Let no phone in any more; tells those that are connected."""
        self._on(lambda on_net: on_net.close_audience())

    def retry(self, kind: LinkKind) -> None:
        """Try a connection that failed, or waits, again now."""
        settings = self._parts.settings()
        self._on(lambda on_net: on_net.retry(kind, settings))

    def obs_scenes(self) -> tuple[str, ...]:
        """Return the scenes of OBS as last seen."""
        on_net = self._on_net
        return on_net.obs.scenes if on_net else ()

    def photo(self, name: str) -> bytes:
        """Return a photo that a buyer sent, b"" where it is gone."""
        return self._parts.photos.read(name)

    def addresses(self) -> tuple[HostAddress, ...]:
        """Return this computer's addresses as last seen, the likeliest for phones first, and look again."""
        if self._is_started:
            self._net.spawn(self._look)
        return self._seen

    def stop(self) -> None:
        """Close everything in order and wait for it; the desk has stopped before."""
        if self._is_started:
            self._is_started = False
            closing = self._net.spawn(self._close)
            # What does not close in time is cut off when the thread ends.
            with contextlib.suppress(Exception):
                closing.result(CLOSE_S)

    def _on(self, act: "Callable[[_OnNet], None]") -> None:
        self._net.call(self._act, act)

    # --- on the thread `net` ---

    def _begin(self, settings: Settings) -> None:
        self._on_net = _OnNet(self._parts, self.chats)
        self._on_net.apply(settings)

    def _act(self, act: "Callable[[_OnNet], None]") -> None:
        if self._on_net:
            act(self._on_net)

    def _deliver(self, events: list[Event]) -> None:
        if self._on_net:
            self._on_net.receive(events)

    async def _look(self) -> None:
        self._seen = ranked(await asyncio.to_thread(self._parts.addresses))

    async def _close(self) -> None:
        on_net, self._on_net = self._on_net, None
        if on_net:
            await on_net.close()


class _OnNet:
    """Everything that lives on the thread `net`. What takes a while is done one after the other."""

    def __init__(self, parts: NetworkParts, chats: ChatSources) -> None:
        post, now = parts.desk.post, parts.desk.clock.now
        self._parts, self._chats = parts, chats
        web = places.resources() / "web"
        self._overlay = OverlayHub((web / "overlay.html").read_bytes(), self._picture, qr_modules, now)
        self._server = WebServer(
            WebParts(
                post=InletGate(post, now).post,
                now=now,
                on_bug=parts.on_bug,
                page=whole_page((web / "audience.html").read_bytes(), (web / "words.json").read_bytes()),
                language_name=own_name,
                consent=consent_in(lambda: parts.settings().consent),
                picture=self._picture,
                take_photo=parts.photos.take,
                drop_photo=parts.photos.drop,
                overlay=self._overlay,
            )
        )
        self._keeper = AudienceKeeper(self._server, post, parts.addresses, parts.code)
        self.obs = ObsLink(post, parts.desk.clock)
        self._own_keys = {LinkKind.OVERLAY: new_key(), LinkKind.INLET: new_key()}
        self._local: tuple[int, str, str] = (0, "", "")
        self._queue = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    def apply(self, settings: Settings) -> None:
        """Switch on and off what the settings say."""
        self.obs.apply(settings)
        self._chats.apply(settings)
        self._do(self._serve_local(settings))

    def open_audience(self, settings: Settings) -> None:
        """Let phones in."""
        self._do(self._keeper.open(settings.audience_address, settings.audience_port))

    def close_audience(self) -> None:
        """Let no phone in any more."""
        self._do(self._keeper.close())

    def retry(self, kind: LinkKind, settings: Settings) -> None:
        """Try again now."""
        match kind:
            case LinkKind.AUDIENCE if self._keeper.is_open:
                self._keeper.look()
            case LinkKind.AUDIENCE:
                self.open_audience(settings)
            case LinkKind.OVERLAY | LinkKind.INLET:
                self._local = (0, "", "")
                self._do(self._serve_local(settings))
            case LinkKind.OBS:
                self.obs.retry()
            case LinkKind.TWITCH | LinkKind.YOUTUBE | LinkKind.REPLAY:
                self._chats.retry(kind)

    def receive(self, events: list[Event]) -> None:
        """Tell everyone what the desk said; one part's bug must not cost the others their news."""
        for event in events:
            for take in (self._server.receive, self.obs.receive):
                try:
                    take(event)
                except Exception as error:
                    self._parts.on_bug(error)

    async def close(self) -> None:
        """Close everything, at once."""
        for task in self._tasks:
            task.cancel()
        parts = (self._keeper.close(), self.obs.close(), self._chats.stop())
        for failure in await asyncio.gather(*parts, return_exceptions=True):
            if isinstance(failure, Exception):
                self._parts.on_bug(failure)
        await self._server.close()

    async def _serve_local(self, settings: Settings) -> None:
        overlay = settings.overlay_key or self._own_keys[LinkKind.OVERLAY]
        inlet = settings.inlet_key or self._own_keys[LinkKind.INLET]
        wanted = (
            settings.local_port,
            overlay if settings.is_overlay_on else "",
            inlet if settings.is_inlet_on else "",
        )
        if wanted != self._local:
            self._local = wanted
            with contextlib.suppress(UserFacing):  # the links say it
                await self._server.open_local(*wanted)

    def _do(self, work: "Awaitable[None]") -> None:
        task = asyncio.ensure_future(self._in_turn(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _in_turn(self, work: "Awaitable[None]") -> None:
        async with self._queue:
            try:
                await work
            except Exception as error:
                self._parts.on_bug(error)

    def _picture(self, name: str) -> tuple[bytes, str] | None:
        return small(kept_picture(self._parts.pictures, name))
