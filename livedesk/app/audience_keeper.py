"""Keeps the page for phones open where phones find it, also when this computer gets another network address."""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Protocol
from urllib.parse import urlsplit

from livedesk.app.kept_code import KeptCode
from livedesk.core.audience.addresses import choose
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.events import DismissNotice, Input, LinkReported, NoticeRaised
from livedesk.core.links import HostAddress, Link, LinkKind, LinkState
from livedesk.core.records import Notice, NoticeCode, NoticeLevel

CHECK_S = 5.0
_PROBE_S = 1.0


class AudienceServer(Protocol):
    """What serves phones; see `adapters.web.server.WebServer`."""

    async def open_audience(self, host: str, port: int, key: str) -> str:
        """Let phones in by `key` and return the page's address."""
        ...

    async def move_audience(self, host: str, port: int) -> str:
        """Let phones in at another address by the same key."""
        ...

    async def close_audience(self) -> None:
        """Let nobody in any more."""
        ...


class AudienceKeeper:
    """Belongs to `net`. `addresses` may take a moment and is called on another thread."""

    def __init__(
        self,
        server: AudienceServer,
        post: Callable[[Input], None],
        addresses: Callable[[], tuple[HostAddress, ...]],
        code: KeptCode,
        check_s: float = CHECK_S,
    ) -> None:
        self._server, self._post, self._addresses, self._check_s = server, post, addresses, check_s
        self._code = code
        self._task: asyncio.Task[None] | None = None
        self._looks = asyncio.Event()
        self._acts = asyncio.Lock()
        """Held while the server opens or moves, which must not be cut off in the middle."""

    @property
    def is_open(self) -> bool:
        """Whether phones are let in, or would be if the network were there."""
        return self._task is not None

    async def open(self, wanted: str, port: int) -> None:
        """Open at `wanted`, or where that is "" at the likeliest address; what comes of it is told to the desk.

        The key is a new one, but after a desk that was killed: then phones come back by the code they have.
        """
        await self.close()
        self._tell(LinkState.CONNECTING)
        at = choose(wanted, await asyncio.to_thread(self._addresses))
        try:
            if at is None:
                raise _nowhere(wanted)
            key = await asyncio.to_thread(self._code.take)
            url = await self._server.open_audience(at.address, port, key)
        except UserFacing as error:
            self._failed(LinkState.FAILED, error)
            return
        self._post(DismissNotice(NoticeCode.AUDIENCE_FAILED))
        self._task = asyncio.create_task(self._follow(wanted, at, url))

    async def close(self) -> None:
        """Close, for good: the key is dead."""
        task, self._task = self._task, None
        if task:
            async with self._acts:
                task.cancel()
            await asyncio.wait({task})
        await self._server.close_audience()
        if task:
            await asyncio.to_thread(self._code.drop)
            self._tell(LinkState.OFF)
            self._post(DismissNotice(NoticeCode.AUDIENCE_FAILED))

    def look(self) -> None:
        """Look at the addresses now rather than in a few seconds."""
        self._looks.set()

    async def _follow(self, wanted: str, at: HostAddress, url: str) -> None:
        """Stay where phones are until the address is gone, then go to the one that takes its place."""
        port, is_lost = urlsplit(url).port or 80, False
        while True:
            self._looks.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._looks.wait(), self._check_s)
            try:
                here = await asyncio.to_thread(self._addresses)
            except OSError:  # the system does not say now, for want of file handles for one
                continue
            new = choose(at.address, here, at.adapter) or (choose("", here) if not wanted else None)
            if new is None:
                if not is_lost:
                    is_lost = True
                    self._failed(LinkState.WAITING, _nowhere(at.address))
            elif new.address != at.address or (is_lost and not await _listens(at.address, port)):
                async with self._acts:
                    moved = await self._move(new, port, is_new=new.address != at.address)
                is_lost = not moved
                at, url = (new, moved) if moved else (at, url)
            elif is_lost:
                is_lost = False
                self._tell(LinkState.ON, url)
                self._post(DismissNotice(NoticeCode.AUDIENCE_FAILED))

    async def _move(self, to: HostAddress, port: int, *, is_new: bool) -> str:
        """Go to another address and return the page's new one; "" where that failed and is to be tried again."""
        try:
            url = await self._server.move_audience(to.address, port)
        except UserFacing as error:
            self._failed(LinkState.WAITING, error)
            return ""
        if is_new:
            params: dict[str, str | int] = {"address": to.address}
            self._post(NoticeRaised(Notice(NoticeCode.AUDIENCE_MOVED, NoticeLevel.WARNING, params)))
        self._post(DismissNotice(NoticeCode.AUDIENCE_FAILED))
        return url

    def _failed(self, state: LinkState, error: UserFacing) -> None:
        self._tell(state, code=error.code, params=error.params)
        params = {**error.params, "code": error.code}
        self._post(NoticeRaised(Notice(NoticeCode.AUDIENCE_FAILED, NoticeLevel.WARNING, params)))

    def _tell(
        self,
        state: LinkState,
        address: str = "",
        *,
        code: str = "",
        params: dict[str, str | int] | None = None,
    ) -> None:
        is_on = state is LinkState.ON
        link = Link(LinkKind.AUDIENCE, state, address, code, params or {}, can_send=is_on)
        self._post(LinkReported(link))


def _nowhere(address: str) -> UserFacing:
    """Return that the address is gone, or that there is no network at all."""
    return (
        UserFacing(ErrorCode.ADDRESS_GONE, address=address) if address else UserFacing(ErrorCode.NO_NETWORK)
    )


async def _listens(host: str, port: int) -> bool:
    """Whether someone takes connections there: some systems keep a listener whose address comes back."""
    try:
        _, writer = await asyncio.wait_for(asyncio.open_connection(host, port), _PROBE_S)
    except (OSError, TimeoutError):
        return False
    writer.close()
    return True
