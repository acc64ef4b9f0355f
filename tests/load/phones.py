"""A crowd of phones in a process of its own: reads captions, asks questions, and counts what came and how late.

    python -m tests.load.phones URL COUNT FIRST QUESTIONS_PER_S

Prints "ready" when all are in, goes on until its standard input ends, then prints one JSON object.
"""

import asyncio
import itertools
import json
import random
import re
import sys
import time
from dataclasses import dataclass, field
from typing import Any

import aiohttp

LANGUAGES = ("zh", "en", "es")
LINE = re.compile(r"#(\d+) @([\d.]+)")
"""What the driver says: which line it is, and when it was said."""
_JOINS_PER_S = 40
_GIVES_UP_S = 30.0


@dataclass
class Crowd:
    """What all phones of this process saw."""

    late_ms: list[float] = field(default_factory=list)
    round_trips_ms: list[float] = field(default_factory=list)
    frames: int = 0
    asked: int = 0
    acknowledged: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    doubled: int = 0
    cut: int = 0

    def as_dict(self) -> dict[str, Any]:
        """Return it for JSON."""
        return dict(self.__dict__)


class Phone:
    """One phone, from hello to the end."""

    def __init__(self, url: str, number: int, crowd: Crowd) -> None:
        self._url, self._crowd = url, crowd
        self._id = f"{number:032x}"
        self._language = LANGUAGES[number % len(LANGUAGES)]
        self._seen: dict[int, None] = {}
        self._shown: dict[int, str] = {}
        self._asked: dict[int, float] = {}
        self._refs = itertools.count(1)
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self.is_in = asyncio.Event()
        self._first: int | None = None

    async def run(self, session: aiohttp.ClientSession) -> None:
        """Say hello and read until cancelled."""
        origin = self._url[: self._url.index("/", 8)]
        async with session.ws_connect(
            self._url + "ws", headers={"Origin": origin}, heartbeat=None, compress=0
        ) as socket:
            self._socket = socket
            hello = {"t": "hello", "id": self._id, "language": self._language, "locale": "en-US", "name": ""}
            await socket.send_json(hello)
            async for frame in socket:
                if frame.type is aiohttp.WSMsgType.TEXT:
                    self._take(json.loads(frame.data))
        self._crowd.cut += 1

    async def ask(self) -> None:
        """Ask a question, as far as it is connected."""
        if self._socket is None or self._socket.closed:
            return
        ref = next(self._refs)
        self._asked[ref] = time.monotonic()
        self._crowd.asked += 1
        text = f"How much for {random.randrange(100, 9000)} pieces of number {ref}?"
        await self._socket.send_json(
            {"t": "ask", "ref": ref, "text": text, "name": "", "sku": "", "photo": ""}
        )

    def finish(self, last: int) -> None:
        """Count the lines that never came between the first one seen and `last`."""
        if self._first is not None:
            self._crowd.lost += sum(n not in self._seen for n in range(self._first, last + 1))

    def _take(self, said: dict[str, Any]) -> None:
        self._crowd.frames += 1
        match said["t"]:
            case "welcome":
                self.is_in.set()
            case "caption":
                self._caption(said)
            case "question":
                self._acknowledged(said)
            case "refused":
                why = str(said["why"])
                self._crowd.refused[why] = self._crowd.refused.get(why, 0) + 1
            case _:
                pass

    def _caption(self, said: dict[str, Any]) -> None:
        found = LINE.search(said["text"])
        if found is None:
            return
        line, at = int(found[1]), float(found[2])
        if self._first is None:
            self._first = line
        shown = json.dumps(said, sort_keys=True)
        if self._shown.get(said["n"]) == shown:
            self._crowd.doubled += 1
        self._shown[said["n"]] = shown
        if line not in self._seen:
            self._seen[line] = None
            self._crowd.late_ms.append(1000 * (time.time() - at))

    def _acknowledged(self, said: dict[str, Any]) -> None:
        asked = self._asked.pop(int(said["ref"]), None)
        if asked is not None:
            self._crowd.acknowledged += 1
            self._crowd.round_trips_ms.append(1000 * (time.monotonic() - asked))


async def crowd(url: str, count: int, first: int, questions_per_s: float) -> dict[str, Any]:
    """Let `count` phones in, and stay until standard input ends; its last line is the number of the last line."""
    seen = Crowd()
    phones = [Phone(url, first + number, seen) for number in range(count)]
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        reading = []
        for phone in phones:
            reading.append(asyncio.create_task(phone.run(session)))
            await asyncio.sleep(1 / _JOINS_PER_S)
        async with asyncio.timeout(_GIVES_UP_S):
            await asyncio.gather(*(phone.is_in.wait() for phone in phones))
        seen.late_ms.clear()  # what was said before they came is not late
        print("ready", flush=True)
        asking = asyncio.create_task(_ask(phones, questions_per_s))
        last = await asyncio.to_thread(sys.stdin.readline)
        asking.cancel()
        await asyncio.sleep(1.0)
        for phone in phones:
            phone.finish(int(last or 0))
        result = seen.as_dict()
        for task in reading:
            task.cancel()
        await asyncio.gather(*reading, return_exceptions=True)
    return result


async def _ask(phones: list[Phone], per_s: float) -> None:
    """Ask `per_s` questions a second, each by the next phone: nobody asks more than is allowed."""
    if not per_s:
        return
    turn = 0
    while True:
        await phones[turn % len(phones)].ask()
        turn += 1
        await asyncio.sleep(1 / per_s)


def main(arguments: list[str]) -> int:
    """Run the crowd and print what it saw."""
    url, count, first, per_s = arguments[0], int(arguments[1]), int(arguments[2]), float(arguments[3])
    print(json.dumps(asyncio.run(crowd(url, count, first, per_s))), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
