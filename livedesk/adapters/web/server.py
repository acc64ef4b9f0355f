"""What this computer serves: the audience's site to phones, the local site to OBS and other programs.

`receive` takes every event of the desk, also while nothing is open: a phone that comes later sees what was said.
Everything here runs on the thread `net`; nothing listens before it is asked to.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from livedesk.adapters.web.audience_site import AudienceParts, AudienceSite, Picture, TakePhoto
from livedesk.adapters.web.gate import GateLimits
from livedesk.adapters.web.local_site import LocalParts, LocalSite, Overlay
from livedesk.adapters.web.phones import Phones
from livedesk.adapters.web.photos import Photos
from livedesk.core import events as ev
from livedesk.core.audience.limits import Allowance, Rate
from livedesk.core.audience.view import AudienceView
from livedesk.core.errors import UserFacing
from livedesk.core.ids import Language
from livedesk.core.links import Link, LinkKind, LinkState

TICK_S = 1.0
PHONE_SENDS = Rate(256 * 1024, 16 * 1024)
"""Bytes. All that a busy buyer sends in a show is some 20 KB; photos come by connections of their own."""
LOCAL_LIMITS = GateLimits(inside=64, inside_from_one=64)


def _nothing(_name: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class WebParts:
    """What the server needs of the others.

    `post` gives the desk a fact, `now` is its clock. `page` is `page_words.whole_page`. `language_name` says what
    a language calls itself, `consent` what a buyer agrees to in a language. `picture` may read a file and is called
    on another thread. `take_photo` keeps a buyer's photo and returns its name; `drop_photo` has one deleted that no
    question came with, and returns at once.
    """

    post: Callable[[ev.Input], object]
    now: Callable[[], float]
    on_bug: Callable[[BaseException], object]
    page: bytes
    language_name: Callable[[Language], str]
    consent: Callable[[Language], str]
    picture: Picture
    take_photo: TakePhoto
    drop_photo: Callable[[str], object] = _nothing
    overlay: Overlay | None = None
    limits: GateLimits = field(default_factory=lambda: GateLimits(sends=PHONE_SENDS))


class WebServer:
    """Both sites. Belongs to `net`."""

    def __init__(self, parts: WebParts) -> None:
        self._parts = parts
        self._view = AudienceView(parts.language_name, parts.consent)
        self._allowance = Allowance()
        self._photos = Photos(parts.drop_photo)
        self._phones = Phones(self._view, parts.post, parts.now, self._allowance, self._photos)
        self._audience: AudienceSite | None = None
        self._local: LocalSite | None = None
        self._moving = ""
        """The key of a site that was cut and has no address to stand at."""
        self._told_received = 0
        self._ticking: asyncio.Task[None] | None = None

    def receive(self, event: ev.Event) -> None:
        """Take an event of the desk's and tell those whom it concerns."""
        changes = self._view.receive(event)
        if changes:
            self._phones.follow(changes)
        if self._parts.overlay:
            self._parts.overlay.receive(event)

    # --- phones ---

    async def open_audience(self, host: str, port: int, key: str = "") -> str:
        """Let phones in by a new key and return the page's address; codes with an older key are dead.

        A `key` that is given takes the place of the new one. Port 0 takes a free one. Raises `UserFacing`, which the
        link says, too: PORT_IN_USE, ADDRESS_GONE.
        """
        await self.close_audience()
        self._moving = ""
        return await self._open_audience(host, port, key)

    async def move_audience(self, host: str, port: int) -> str:
        """Let phones in at another address by the key that they have; raises as `open_audience`.

        For when this computer lost the address it had: who is still connected is cut without a good-bye, and comes
        back. May be tried again where it failed.
        """
        site, self._audience = self._audience, None
        if site:
            self._moving = site.key
            await site.cut()
        return await self._open_audience(host, port, self._moving)

    async def _open_audience(self, host: str, port: int, key: str = "") -> str:
        parts = self._parts
        site = AudienceSite(
            AudienceParts(parts.page, parts.picture, parts.take_photo, parts.now, parts.on_bug, parts.limits),
            self._view,
            self._phones,
            self._photos,
            self._allowance,
            key,
        )
        try:
            address = await site.open(host, port)
        except UserFacing as error:
            self._report(LinkKind.AUDIENCE, LinkState.FAILED, code=error.code, params=error.params)
            raise
        self._audience = site
        self._report(LinkKind.AUDIENCE, LinkState.ON, address, can_send=True)
        self._tick_on()
        return address

    async def close_audience(self) -> None:
        """Let nobody in any more, and tell those who are; the key is dead."""
        site, self._audience = self._audience, None
        if site is None:
            return
        await site.close()
        self._report(LinkKind.AUDIENCE, LinkState.OFF)
        self._phones.tick()

    # --- programs on this computer ---

    async def open_local(self, port: int, overlay_key: str, inlet_key: str) -> None:
        """Serve the overlay and the inlet, each where its key is not "", in place of what was served before.

        Raises `UserFacing`, which the links say, too: PORT_IN_USE.
        """
        await self.close_local()
        if not overlay_key and not inlet_key:
            return
        parts = self._parts
        local = LocalParts(parts.overlay, parts.post, parts.now, parts.on_bug, LOCAL_LIMITS)
        site = LocalSite(local, overlay_key, inlet_key)
        kinds = {LinkKind.OVERLAY: overlay_key, LinkKind.INLET: inlet_key}
        try:
            await site.open(port)
        except UserFacing as error:
            for kind in (kind for kind, key in kinds.items() if key):
                self._report(kind, LinkState.FAILED, code=error.code, params=error.params)
            raise
        self._local, self._told_received = site, 0
        if overlay_key:
            self._report(LinkKind.OVERLAY, LinkState.ON, site.overlay_address)
        if inlet_key:
            self._report(LinkKind.INLET, LinkState.ON, site.inlet_address)
        self._tick_on()

    async def close_local(self) -> None:
        """Serve neither any more."""
        site, self._local = self._local, None
        if site is None:
            return
        await site.close()
        for kind, address in (
            (LinkKind.OVERLAY, site.overlay_address),
            (LinkKind.INLET, site.inlet_address),
        ):
            if address:
                self._report(kind, LinkState.OFF)

    async def close(self) -> None:
        """Close everything."""
        if self._ticking:
            self._ticking.cancel()
            self._ticking = None
        await self.close_audience()
        await self.close_local()
        self._photos.drop_all()

    # --- what the desk is told ---

    def _report(
        self,
        kind: LinkKind,
        state: LinkState,
        address: str = "",
        *,
        code: str = "",
        params: dict[str, str | int] | None = None,
        received: int = 0,
        can_send: bool = False,
    ) -> None:
        link = Link(kind, state, address, code, params or {}, received=received, can_send=can_send)
        self._parts.post(ev.LinkReported(link))

    def _tick_on(self) -> None:
        if self._ticking is None:
            self._ticking = asyncio.create_task(self._tick())

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            self._phones.tick()
            local = self._local
            if local and local.received != self._told_received:
                self._told_received = local.received
                self._report(LinkKind.INLET, LinkState.ON, local.inlet_address, received=local.received)
