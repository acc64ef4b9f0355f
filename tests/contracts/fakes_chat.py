"""A chat connection without a network, for tests of what runs connections."""

import asyncio

from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.events import ChatReceived
from livedesk.core.links import LinkKind
from livedesk.core.ports import ChatConnection, ChatListener, ConnectionLost
from livedesk.core.records import Message, Reply
from livedesk.core.typing_compat import override


class FakeConnection(ChatConnection):
    """The first runs end as `ends` says (None: it stays connected), the others stay connected until `end`."""

    def __init__(
        self,
        kind: LinkKind = LinkKind.TWITCH,
        *,
        can_send: bool = True,
        ends: tuple[Exception | None, ...] = (),
        address: str = "lumio",
    ) -> None:
        self.kind, self.name, self.address, self.can_send = kind, kind.value, address, can_send
        self.runs = 0
        self.sent: list[str] = []
        self._ends = list(ends)
        self._is_connected = False
        self._said: asyncio.Queue[ChatReceived | Exception | None] = asyncio.Queue()
        self._count = 0

    @override
    async def run(self, listener: ChatListener) -> None:
        self.runs += 1
        if self._ends and (end := self._ends.pop(0)):
            raise end
        listener.connected()
        self._is_connected = True
        try:
            while given := await self._said.get():
                if isinstance(given, Exception):
                    raise given
                listener.received(given)
        finally:
            self._is_connected = False

    @override
    async def send(self, message: Message, reply: Reply) -> None:
        if not self.can_send:
            raise Unavailable("chat", ErrorCode.READ_ONLY)
        if reply.is_private:
            raise Unavailable("chat", ErrorCode.PUBLIC_ONLY)
        if not self._is_connected or reply.translation is None:
            raise Unavailable("chat", ErrorCode.SOURCE_CLOSED)
        self.sent.append(reply.translation.text)

    def say(self, name: str, text: str, external_id: str = "") -> None:
        """Let a buyer write; runs on the connection's loop."""
        self._count += 1
        self._said.put_nowait(ChatReceived(self.name, external_id or f"m-{self._count}", name, text))

    def end(self, error: Exception | None) -> None:
        """Let the run end; runs on the connection's loop."""
        self._said.put_nowait(error)


class FakeEnd:
    """The other end of a `FakeConnection`."""

    def __init__(self, connection: FakeConnection) -> None:
        self.connection = connection

    async def say(self, name: str, text: str) -> None:
        self.connection.say(name, text)

    def heard_publicly(self) -> list[str]:
        return self.connection.sent

    async def close(self) -> None:
        self.connection.end(ConnectionLost(ErrorCode.UNREACHABLE, host="nowhere"))
