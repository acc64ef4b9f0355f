"""One listener: an address and port with a gate, that answers nobody but who comes to its own address with a key.

Everyone else gets 404 without a word: who has no key learns nothing of what is here.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import TYPE_CHECKING

from livedesk.adapters.web import security
from livedesk.adapters.web.gate import Gate, GateLimits

if TYPE_CHECKING:
    from aiohttp import web

Handler = Callable[["web.Request"], Awaitable["web.StreamResponse"]]

_BACKLOG = 64
"""So many connections are taken in at one go, which also bounds the file handles that a flood can take."""
_QUEUE = 1024
"""So many wait in the system's own queue, which costs us nothing; beyond that a phone has to try again."""
_SEND_BUFFER = 64 * 1024
"""What the system keeps for a reader that is slow, before we know that it is."""
_SHUTDOWN_S = 2.0
_SERVED_S = 30.0
"""How long a page may take on a bad Wi-Fi."""


class Door:
    """Open from `open` to `close`, once. All on the loop."""

    def __init__(
        self,
        routes: "Sequence[web.RouteDef]",
        has_key: Callable[[str], bool],
        on_bug: Callable[[BaseException], object],
        limits: GateLimits,
    ) -> None:
        """The paths of `routes` begin with "/{key}/", for which `has_key` is asked."""
        self._routes, self._has_key, self._on_bug = routes, has_key, on_bug
        self._limits = limits
        self._hosts: Collection[str] = ()
        self._server: asyncio.Server | None = None
        self._runner: web.AppRunner | None = None
        self._gate: Gate | None = None
        self.authority = ""

    @property
    def gate(self) -> Gate:
        """Who is connected; while the door is open."""
        assert self._gate is not None
        return self._gate

    async def open(self, host: str, port: int, *aliases: str) -> None:
        """Listen; port 0 takes a free one. `aliases` are other names that this address is asked for by.

        Raises `UserFacing`: PORT_IN_USE with `port`, ADDRESS_GONE with `address`.
        """
        from aiohttp import web

        from livedesk.adapters.web.quiet import quiet_handler

        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._guard(request, handler)

        app = web.Application(middlewares=[guard])
        app.on_response_prepare.append(_finish)
        app.add_routes(self._routes)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_SHUTDOWN_S)
        await self._runner.setup()
        server = self._runner.server
        assert server is not None
        self._gate = Gate(self._limits, quiet_handler(server, self._limits.wait_s))
        try:
            listening = _listening_socket(host, port)
        except OSError as error:
            await self.close()
            raise security.listen_error(error, host, port) from error
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._gate.connection, sock=listening, backlog=_BACKLOG)
        listening.listen(_QUEUE)  # asyncio has one number for both
        bound = listening.getsockname()[1]
        self.authority = security.authority(host, bound)
        self._hosts = {self.authority, *(security.authority(alias, bound) for alias in aliases)}

    async def close(self) -> None:
        """Stop listening and cut what is connected."""
        if self._server:
            self._server.close()
        if self._gate:
            self._gate.abort_all()
        if self._runner:
            await self._runner.cleanup()
        if self._server:
            await self._server.wait_closed()

    def is_own_origin(self, request: "web.Request") -> bool:
        """Whether a page of this very door sent the request."""
        return request.headers.get("Origin", "") in {f"http://{host}" for host in self._hosts}

    async def _guard(self, request: "web.Request", handler: Handler) -> "web.StreamResponse":
        from aiohttp import web

        response: web.StreamResponse = nothing()
        # By another name this address is reached only by a page that had a name of its own point here.
        is_asked_for = request.headers.get("Host", "").lower() in self._hosts
        if is_asked_for and self._has_key(request.match_info.get("key", "")):
            self.gate.serves(request.transport, _SERVED_S)
            try:
                response = await handler(request)
            except (ConnectionError, TimeoutError, web.HTTPException, web.RequestPayloadError):
                pass  # no such thing here, or the other side is gone
            except Exception as error:  # noqa: BLE001 - a task's top: one caller's bug must not cost the others
                self._on_bug(error)
        if not response.prepared:
            response.force_close()
        return response


def nothing() -> "web.Response":
    """Return the answer to whoever has no business here."""
    from aiohttp import web

    return web.Response(status=404)


async def _finish(_request: "web.Request", response: "web.StreamResponse") -> None:
    """Say what every answer says, and not which program gives it."""
    for name, value in security.HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.popall("Server", None)


def _listening_socket(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setblocking(False)
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise
    return listening
