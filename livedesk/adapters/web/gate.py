"""Who may stay connected: a limit of connections, and a time for each to say what it wants.

A connection waits at the gate, then it is served if it knows the key, and phones, overlays and inlets are let in for
good. Of those that wait or are served the oldest go when there are too many, so that neither a flood nor connections
that say nothing keep a buyer out for long, and none that is in is ever put out for another one.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from livedesk.core.audience.limits import Bucket, Rate
from livedesk.core.typing_compat import override

if TYPE_CHECKING:
    from aiohttp import web

_LOOPBACK = ("127.", "::1")


@dataclass(frozen=True, slots=True)
class GateLimits:
    """How many connections there may be, and how long one may wait at the gate.

    `..._from_one` is for one address; several phones share one behind a router. Connections from this computer itself
    are not counted by address. All together stay well below the 1024 files that a program may have open on Linux.
    """

    inside: int = 400
    inside_from_one: int = 200
    served: int = 200
    served_from_one: int = 100
    waiting: int = 96
    waiting_from_one: int = 48
    wait_s: float = 10.0
    sends: Rate | None = None
    """How many bytes one that is inside may send; whatever they are, reading them costs time. None: no limit."""


class Gate:
    """All connections of one listener."""

    def __init__(self, limits: GateLimits, make: "Callable[[], web.RequestHandler]") -> None:
        """`make` returns what speaks HTTP on one connection."""
        self._limits = limits
        self._make = make
        self._waiting = _Pool(limits.waiting, limits.waiting_from_one)
        self._served = _Pool(limits.served, limits.served_from_one)
        self._inside = _Pool(limits.inside, limits.inside_from_one)
        self._connections: dict[asyncio.BaseTransport, _Connection] = {}

    def __len__(self) -> int:
        return len(self._connections)

    def connection(self) -> "_Connection":
        """Return what a new connection talks to; for `create_server`."""
        return _Connection(self, self._make)

    def serves(self, transport: asyncio.BaseTransport | None, seconds: float) -> None:
        """Note that a connection knows the key: what only waits does not push it out; it is done in `seconds`."""
        connection = self._connections.get(transport) if transport else None
        if connection and connection.pool is not self._inside:
            self._move(connection, self._served)
            connection.set_deadline(seconds)

    def lets_in(self, transport: asyncio.BaseTransport | None) -> bool:
        """Whether a connection may stay for good."""
        connection = self._connections.get(transport) if transport else None
        if connection is None:
            return False
        if self._inside.is_full or self._inside.is_full_of(connection.address):
            return False
        connection.drop_deadline()
        connection.limit_to(self._limits.sends)
        self._move(connection, self._inside)
        return True

    def address_of(self, transport: asyncio.BaseTransport | None) -> str:
        """Return where a connection comes from; "" for this computer itself, and for one that is gone."""
        connection = self._connections.get(transport) if transport else None
        address = connection.address if connection else ""
        return "" if address.startswith(_LOOPBACK) else address

    def abort_all(self) -> None:
        """Cut every connection."""
        for connection in list(self._connections.values()):
            connection.abort()

    def came(self, connection: "_Connection") -> None:
        """Take a new connection in."""
        self._connections[connection.transport] = connection
        self._move(connection, self._waiting)
        connection.set_deadline(self._limits.wait_s)

    def left(self, connection: "_Connection") -> None:
        """Note that a connection is gone."""
        connection.drop_deadline()
        self._connections.pop(connection.transport, None)
        if connection.pool:
            connection.pool.remove(connection)
            connection.pool = None

    def _move(self, connection: "_Connection", pool: "_Pool") -> None:
        """Put a connection elsewhere, at the cost of the oldest there where that is full."""
        if connection.pool:
            connection.pool.remove(connection)
        connection.pool = None
        while too_old := pool.surplus(connection.address):
            too_old.abort()
        pool.add(connection)
        connection.pool = pool


class _Pool:
    """Connections that are equally far, the oldest first."""

    def __init__(self, most: int, most_from_one: int) -> None:
        self._most, self._most_from_one = most, most_from_one
        self._connections: dict[_Connection, None] = {}
        self._from: Counter[str] = Counter()

    @property
    def is_full(self) -> bool:
        return len(self._connections) >= self._most

    def is_full_of(self, address: str) -> bool:
        return self._from[address] >= self._most_from_one and not address.startswith(_LOOPBACK)

    def surplus(self, address: str) -> "_Connection | None":
        """Return who must go before another one from `address` comes; None where there is room."""
        if self.is_full_of(address):
            return next(c for c in self._connections if c.address == address)
        return next(iter(self._connections)) if self.is_full else None

    def add(self, connection: "_Connection") -> None:
        self._connections[connection] = None
        self._from[connection.address] += 1

    def remove(self, connection: "_Connection") -> None:
        del self._connections[connection]
        self._from[connection.address] -= 1
        if not self._from[connection.address]:
            del self._from[connection.address]


class _Connection(asyncio.Protocol):
    """One connection; hands everything on to aiohttp's handler."""

    transport: asyncio.Transport

    def __init__(self, gate: Gate, make: "Callable[[], web.RequestHandler]") -> None:
        self._gate, self._make = gate, make
        self._inner: web.RequestHandler | None = None
        self._deadline: asyncio.TimerHandle | None = None
        self._sends: Bucket | None = None
        self.pool: _Pool | None = None
        self.address = ""

    def set_deadline(self, seconds: float) -> None:
        """Cut the connection then, unless it is let in before."""
        self.drop_deadline()
        self._deadline = asyncio.get_running_loop().call_later(seconds, self.abort)

    def drop_deadline(self) -> None:
        """Let the connection stay."""
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None

    def limit_to(self, rate: Rate | None) -> None:
        """Cut the connection when it sends more bytes than this."""
        self._sends = Bucket(rate, asyncio.get_running_loop().time()) if rate else None

    def abort(self) -> None:
        """Cut the connection now."""
        self._gate.left(self)
        self.transport.abort()

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        peer = transport.get_extra_info("peername")
        self.address = str(peer[0]) if peer else ""
        self._gate.came(self)
        self._inner = self._make()
        self._inner.connection_made(transport)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._gate.left(self)
        if self._inner:
            self._inner.connection_lost(exc)

    @override
    def data_received(self, data: bytes) -> None:
        if self._sends:
            if not self._sends.has(asyncio.get_running_loop().time()):
                self.abort()
                return
            self._sends.pay(len(data))
        if self._inner:
            self._inner.data_received(data)

    @override
    def eof_received(self) -> None:
        if self._inner:
            self._inner.eof_received()

    @override
    def pause_writing(self) -> None:
        if self._inner:
            self._inner.pause_writing()

    @override
    def resume_writing(self) -> None:
        if self._inner:
            self._inner.resume_writing()
