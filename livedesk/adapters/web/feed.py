"""What goes out to one phone: each thing once, as it is by then, as fast as the phone reads and no faster."""

import asyncio
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from livedesk.core.audience.changes import Key

if TYPE_CHECKING:
    from aiohttp import web

MOST_WAITING = 150
"""A phone that is this far behind gets everything as it is now instead of what it missed."""
_MOST_WORDS = 64
"""So many answers to what a phone itself sent may wait; one that sends and does not read is cut."""

Render = Callable[[Key], bytes | None]


class Feed:
    """The one writer of a WebSocket. All on the loop."""

    def __init__(
        self, socket: "web.WebSocketResponse", render: Render, everything: Callable[[], Iterable[Key]]
    ) -> None:
        """`render` writes down a thing in this phone's language, `everything` lists all it may see."""
        self._socket, self._render, self._everything = socket, render, everything
        self._loop = asyncio.get_running_loop()
        self._things: dict[Key, None] = {}
        self._words: list[bytes] = []
        self._has_news = asyncio.Event()
        self._is_ending = False
        self.stuck_since: float | None = None

    def put(self, key: Key) -> None:
        """This thing is new or different."""
        if key in self._things or self._is_ending:
            return
        if len(self._things) >= MOST_WAITING:
            self.begin_anew()
        else:
            self._things[key] = None
            self._has_news.set()

    def begin_anew(self) -> None:
        """Tell everything, whatever was told before."""
        if not self._is_ending:
            self._things = dict.fromkeys(self._everything())
            self._has_news.set()

    def say(self, words: bytes) -> bool:
        """Tell this phone alone; False for one that does not listen."""
        if self._is_ending:
            return True
        if len(self._words) >= _MOST_WORDS:
            return False
        self._words.append(words)
        self._has_news.set()
        return True

    def end(self, words: bytes) -> None:
        """Say these last words instead of all that waits, and no more."""
        self._things.clear()
        self._words[:] = [words]
        self._is_ending = True
        self._has_news.set()

    async def run(self) -> None:
        """Send until the last words are said or the connection is gone; raises `ConnectionError` for that."""
        while True:
            await self._has_news.wait()
            self._has_news.clear()
            while self._words or self._things:
                if self._words:
                    line: bytes | None = self._words.pop(0)
                else:
                    key = next(iter(self._things))
                    del self._things[key]
                    line = self._render(key)
                if line is not None:
                    await self._send(line)
            if self._is_ending:
                return

    async def _send(self, line: bytes) -> None:
        from aiohttp import WSMsgType

        self.stuck_since = self._loop.time()
        await self._socket.send_frame(line, WSMsgType.TEXT)
        self.stuck_since = None
