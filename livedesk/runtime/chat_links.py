"""Keeps the chats connected that livedesk connects to by itself, each apart from the others, on the thread `net`.

A connection that is cut is run again after 1 to 60 seconds, each time about twice as long, or after what the other
side asks for; a minute without a cut counts as well again. What goes wrong in one, a bug included, is its link's
state, and after a few tries one notice; the others go on.
"""

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.events import ChatReceived, ChatWithdrawn, DismissNotice, Input, LinkReported, NoticeRaised
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.ports import ChatConnection, ChatListener, Clock, ConnectionLost
from livedesk.core.records import Message, Notice, NoticeCode, NoticeLevel, Reply
from livedesk.core.typing_compat import override
from livedesk.runtime.chat_gate import ChatGate
from livedesk.runtime.net_lane import NetLane

Post = Callable[[Input], None]

COUNTS_EVERY_S = 1.0
"""How often a link's counts are told at most."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait before a connection is tried again, and after how many cuts the operator is told."""

    first_s: float = 1.0
    most_s: float = 60.0
    stable_s: float = 60.0
    cuts_to_tell: int = 3

    def wait_s(self, cuts: int, least_s: float, chance: float) -> float:
        """Return the wait after so many cuts in a row; `chance` (0 to 1) keeps many desks from coming at once."""
        usual = min(self.most_s, self.first_s * 2.0 ** min(cuts - 1, 16))
        return max(least_s, usual * (0.5 + chance / 2))


class ChatLinks:
    """The chat connections that are open, at most one of each kind."""

    def __init__(
        self,
        net: NetLane,
        post: Post,
        clock: Clock,
        patience: Patience | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._net, self._post, self._clock = net, post, clock
        self._patience, self._chance = patience or Patience(), chance
        self._links: dict[LinkKind, _Keeper] = {}

    # --- from any thread ---

    def open(self, connection: ChatConnection) -> None:
        """Connect, and stay connected; what was open of the same kind is closed first."""
        self._net.call(self._open, connection)

    def close(self, kind: LinkKind) -> None:
        """Close a connection, if it is open."""
        self._net.call(self._close, kind)

    def retry(self, kind: LinkKind) -> None:
        """Try a connection that waits or failed again now."""
        self._net.call(self._retry, kind)

    # --- on the thread `net` ---

    async def send(self, kind: LinkKind, message: Message, reply: Reply) -> None:
        """Deliver a reply by the open connection; raises `Unavailable`."""
        keeper = self._links.get(kind)
        if keeper is None:
            raise Unavailable("chat", ErrorCode.SOURCE_CLOSED)
        await keeper.connection.send(message, reply)

    async def stop(self) -> None:
        """Close all and wait until they are closed."""
        tasks = [task for kind in list(self._links) if (task := self._close(kind))]
        await asyncio.gather(*tasks, return_exceptions=True)

    def told(self, kind: LinkKind, *, is_in_trouble: bool) -> None:
        """Take the notice away when the last link that was in trouble is well again."""
        if not is_in_trouble and not any(k.is_told for k in self._links.values() if k.kind is not kind):
            self._post(DismissNotice(NoticeCode.CHAT_FAILED))

    def _open(self, connection: ChatConnection) -> None:
        self._close(connection.kind)
        keeper = _Keeper(connection, self._post, self._clock, self._patience, self._chance, self.told)
        self._links[connection.kind] = keeper
        keeper.start()

    def _close(self, kind: LinkKind) -> asyncio.Task[None] | None:
        keeper = self._links.pop(kind, None)
        return keeper.stop() if keeper else None

    def _retry(self, kind: LinkKind) -> None:
        if kind in self._links:
            self._links[kind].again.set()


class _Keeper(ChatListener):
    """Runs one connection again and again, and tells the desk how it is."""

    def __init__(
        self,
        connection: ChatConnection,
        post: Post,
        clock: Clock,
        patience: Patience,
        chance: Callable[[], float],
        told: Callable[..., None],
    ) -> None:
        self.connection, self.kind = connection, connection.kind
        self.again = asyncio.Event()
        self.is_told = False
        self._post, self._clock, self._patience, self._chance = post, clock, patience, chance
        self._told = told
        self._loop = asyncio.get_running_loop()
        self._gate = ChatGate(self._loop.time)
        self._link = Link(self.kind, LinkState.CONNECTING, connection.address, can_send=connection.can_send)
        self._is_open = True
        self._cuts = 0
        self._connected_at: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to connect."""
        self._task = self._loop.create_task(self._keep())

    def stop(self) -> asyncio.Task[None] | None:
        """Begin to close; nothing of this connection reaches the desk any more."""
        self._report(LinkState.OFF)
        self._is_open = False
        if self._timer:
            self._timer.cancel()
        if self.is_told:
            self._set_told(is_in_trouble=False)
        if self._task:
            self._task.cancel()
        return self._task

    # --- ChatListener ---

    @override
    def connected(self, pace_s: float = 0.0) -> None:
        if self._connected_at is None:
            self._connected_at = self._loop.time()
        if self._link.state is not LinkState.ON or self._link.pace_s != pace_s:
            self._report(LinkState.ON, pace_s=pace_s)
        if self.is_told:
            self._set_told(is_in_trouble=False)

    @override
    def received(self, chat: ChatReceived) -> None:
        if self._is_open and self._gate.takes(chat):
            self._post(chat)
        self._count()

    @override
    def withdrawn(self, lines: ChatWithdrawn) -> None:
        if self._is_open:
            self._post(lines)

    # --- keeping it connected ---

    async def _keep(self) -> None:
        while lost := await self._run_once():
            if self._connected_at is not None:
                if self._loop.time() - self._connected_at >= self._patience.stable_s:
                    self._cuts = 0
                self._connected_at = None
            self._cuts += 1
            self.again.clear()
            wait_s: float | None = None
            if lost.tries_again:
                wait_s = self._patience.wait_s(self._cuts, lost.wait_s, self._chance())
            self._lost(lost, wait_s)
            # Not wait_for: Python 3.11's loses a cancellation that comes as the event is set.
            with suppress(TimeoutError):  # then it is time to try again
                async with asyncio.timeout(wait_s):
                    await self.again.wait()

    async def _run_once(self) -> ConnectionLost | None:
        """Run until the connection ends; return why it was cut, None where it came to its end."""
        self._report(LinkState.CONNECTING)
        try:
            await self.connection.run(self)
        except ConnectionLost as lost:
            return lost
        except Exception as error:  # noqa: BLE001 - a task's top: the bug is reported, the other chats go on
            self._loop.call_exception_handler({"message": "chat connection", "exception": error})
            return ConnectionLost(ErrorCode.LINK_BROKEN)
        self._report(LinkState.OFF)
        return None

    def _lost(self, lost: ConnectionLost, wait_s: float | None) -> None:
        state = LinkState.FAILED if wait_s is None else LinkState.WAITING
        retry_at = 0.0 if wait_s is None else self._clock.now() + wait_s
        self._report(state, code=lost.code.value, params=dict(lost.params), retry_at=retry_at)
        if (wait_s is None or self._cuts >= self._patience.cuts_to_tell) and not self.is_told:
            params = {"chat": self.kind.value, "code": lost.code.value, **lost.params}
            self._post(NoticeRaised(Notice(NoticeCode.CHAT_FAILED, NoticeLevel.WARNING, params)))
            self._set_told(is_in_trouble=True)

    # --- telling ---

    def _set_told(self, *, is_in_trouble: bool) -> None:
        self.is_told = is_in_trouble
        self._told(self.kind, is_in_trouble=is_in_trouble)

    def _report(
        self,
        state: LinkState,
        *,
        code: str = "",
        params: dict[str, str | int] | None = None,
        retry_at: float = 0.0,
        pace_s: float = 0.0,
    ) -> None:
        if not self._is_open:
            return
        self._link = replace(
            self._link, state=state, code=code, params=params or {}, retry_at=retry_at, pace_s=pace_s
        )
        self._tell()

    def _count(self) -> None:
        """Tell the counts soon."""
        if self._timer is None and self._is_open:
            self._timer = self._loop.call_later(COUNTS_EVERY_S, self._tell)

    def _tell(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        self._link = replace(self._link, received=self._gate.received, dropped=self._gate.dropped)
        self._post(LinkReported(self._link))
