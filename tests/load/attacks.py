"""What a hall full of trouble does to a show: 10,000 connections, phones that never read, frames that are too large.

All against one desk on this machine, each bounded in number and time, while honest phones read along. How a single
attack is answered stands in tests/adapters/web; here counts that the show goes on.
"""

import asyncio
import contextlib
import json
import os
import resource
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import psutil

from tests.load.desks import DeskProcess, Watch
from tests.load.show import MOST_GROWTH_MB, Load, finish, let_in, spread, waited

HONEST = 30
CONNECTIONS = 10_000
SILENT_READERS = 100
LARGE_FRAMES = 200
HALF_REQUESTS = 500
MOST_LATE_MS = 500.0
MOST_HANDLES = 700
"""The house (400), the waiting rooms (2 x 96), a backlog (64), and what a desk has open anyway."""
_SPARE_HANDLES = 300
WARM_UP_S = 5.0
_MEGABYTE = 1024 * 1024


def run(base: Path, connections: int = CONNECTIONS) -> dict[str, Any]:
    """Run all attacks, one after the other, and return the figures with a verdict."""
    load = Load(phones=HONEST, questions_per_s=1.0)
    with DeskProcess(base) as desk:
        url = desk.where["audience"]
        crowds = let_in(load, url)
        handles = _Handles(desk.where["pid"])
        watch = Watch(desk.where["pid"])
        desk.say("大家好，欢迎来到我们的展位。")
        waited(WARM_UP_S)  # models and dictionaries load at the first lines
        watch.start()
        with _speaking(desk) as said:
            attacks = {
                "connections": lambda: _many_connections(url, connections),
                "silent_readers": lambda: _silent_readers(url),
                "large_frames": lambda: _large_frames(url),
                "half_requests": lambda: _half_requests(url),
            }
            done = {name: asyncio.run(_timed(attack)) for name, attack in attacks.items()}
            lets_in_again = asyncio.run(_gets_in(url))
            waited(2.0)
        watch.stop()
        results = [finish(crowd, len(said)) for crowd in crowds]
        most_handles = handles.stop()
        code = desk.end()
    late = [ms for result in results for ms in result["late_ms"]]
    figures = {
        "attacks": done,
        "caption_ms": spread(late),
        "lost": sum(result["lost"] for result in results),
        "cut": sum(result["cut"] for result in results),
        "asked": sum(result["asked"] for result in results),
        "acknowledged": sum(result["acknowledged"] for result in results),
        "lets_in_again": lets_in_again,
        "most_handles": most_handles,
        "memory_growth_mb": round(max(watch.memory_mb) - watch.memory_mb[0], 1),
        "cpu_share": round(watch.cpu_s / max(watch.lasted_s, 0.001), 3),
        "exit_code": code,
    }
    figures["verdict"] = _judge(figures)
    return figures


def _judge(figures: dict[str, Any]) -> list[str]:
    limits = {
        f"captions came later than {MOST_LATE_MS} ms (p95)": figures["caption_ms"]["p95"] > MOST_LATE_MS,
        "captions were lost": figures["lost"] > 0,
        "honest phones were cut": figures["cut"] > 0,
        "questions of honest phones got lost": figures["acknowledged"] < figures["asked"],
        "nobody got in afterwards": not figures["lets_in_again"],
        f"more than {MOST_HANDLES} handles were open": figures["most_handles"] > MOST_HANDLES,
        f"memory grew by more than {MOST_GROWTH_MB} MB": figures["memory_growth_mb"] > MOST_GROWTH_MB,
        "the desk did not end in order": figures["exit_code"] != 0,
    }
    return [text for text, is_so in limits.items() if is_so]


async def _timed(attack: Callable[[], Awaitable[dict[str, Any]]]) -> dict[str, Any]:
    began = time.monotonic()
    done = await attack()
    return {**done, "seconds": round(time.monotonic() - began, 1)}


# --- the attacks ---


async def _many_connections(url: str, count: int) -> dict[str, Any]:
    """Connect `count` times and say nothing; as many at once as this process may have open."""
    host, port = _place(url)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, count + _SPARE_HANDLES)), hard))
    most = min(count, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - _SPARE_HANDLES)
    open_ones: list[asyncio.StreamWriter] = []
    made = failed = 0
    while made + failed < count:
        batch = [asyncio.open_connection(host, port) for _ in range(min(200, count - made - failed))]
        for result in await asyncio.gather(*batch, return_exceptions=True):
            if isinstance(result, BaseException):
                failed += 1
            else:
                made += 1
                open_ones.append(result[1])
        while len(open_ones) > most - 200:
            open_ones.pop(0).close()
    for writer in open_ones:
        writer.close()
    return {"made": made, "failed": failed, "most_at_once": most}


async def _silent_readers(url: str) -> dict[str, Any]:
    """Come in as phones, and never read a byte of what the desk sends."""
    host, port = _place(url)
    path = urlsplit(url).path
    writers = []
    for number in range(SILENT_READERS):
        with contextlib.suppress(OSError):
            _, writer = await asyncio.open_connection(host, port, limit=1024)
            transport = writer.transport
            assert isinstance(transport, asyncio.ReadTransport)
            writer.write(_upgrade(host, port, path))
            hello = {
                "t": "hello",
                "id": f"{0xF00000 + number:032x}",
                "language": "en",
                "locale": "",
                "name": "",
            }
            writer.write(_frame(json.dumps(hello).encode()))
            transport.pause_reading()
            writers.append(writer)
    await asyncio.sleep(5.0)  # captions go on; these buffers fill
    for writer in writers:
        writer.transport.abort()
    return {"phones": len(writers)}


async def _large_frames(url: str) -> dict[str, Any]:
    """Send frames of a megabyte."""
    origin = url[: url.index("/", 8)]
    ended = 0
    async with aiohttp.ClientSession() as session:
        for number in range(LARGE_FRAMES):
            with contextlib.suppress(aiohttp.ClientError, OSError):
                async with session.ws_connect(url + "ws", headers={"Origin": origin}) as socket:
                    await socket.send_json(
                        {
                            "t": "hello",
                            "id": f"{0xE00000 + number:032x}",
                            "language": "en",
                            "locale": "",
                            "name": "",
                        }
                    )
                    await socket.send_str("x" * _MEGABYTE)
                    async for _ in socket:
                        pass
            ended += 1
    return {"ended": ended}


async def _half_requests(url: str) -> dict[str, Any]:
    """Begin requests and send one more byte now and then."""
    host, port = _place(url)
    writers = []
    for _ in range(HALF_REQUESTS):
        with contextlib.suppress(OSError):
            _, writer = await asyncio.open_connection(host, port)
            writer.write(b"GET /")
            writers.append(writer)
    for _ in range(3):
        await asyncio.sleep(1.0)
        for writer in writers:
            if not writer.is_closing():
                writer.write(b"a")
    for writer in writers:
        writer.close()
    return {"begun": len(writers)}


async def _gets_in(url: str) -> bool:
    """Whether a new phone gets in now."""
    origin = url[: url.index("/", 8)]
    try:
        async with (
            asyncio.timeout(15),
            aiohttp.ClientSession() as session,
            session.ws_connect(url + "ws", headers={"Origin": origin}) as socket,
        ):
            await socket.send_json({"t": "hello", "id": "d" * 32, "language": "en", "locale": "", "name": ""})
            return bool((await socket.receive_json())["t"] == "welcome")
    except (aiohttp.ClientError, OSError, TimeoutError):
        return False


# --- what they need ---


def _place(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or 80


def _upgrade(host: str, port: int, path: str) -> bytes:
    return (
        f"GET {path}ws HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: http://{host}:{port}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    ).encode()


def _frame(payload: bytes) -> bytes:
    """Return a masked text frame (RFC 6455, 5.2) of less than 64 KB."""
    length = len(payload)
    head = bytes([0x81, 0x80 | length]) if length < 126 else bytes([0x81, 0xFE]) + length.to_bytes(2, "big")
    return head + bytes(4) + payload


class _Handles:
    """The most handles that a process had open."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self._stop = threading.Event()
        self._most = 0
        self._thread = threading.Thread(target=self._run, name="handles", daemon=True)
        self._thread.start()

    def stop(self) -> int:
        self._stop.set()
        self._thread.join()
        return self._most

    def _run(self) -> None:
        while not self._stop.wait(0.1):
            with contextlib.suppress(psutil.Error, OSError):
                self._most = max(self._most, len(os.listdir(f"/proc/{self._process.pid}/fd")))


@contextlib.contextmanager
def _speaking(desk: DeskProcess) -> Iterator[list[int]]:
    """Say a line every second meanwhile; yields the numbers of the lines."""
    said: list[int] = []
    stop = threading.Event()

    def speak() -> None:
        while not stop.wait(1.0):
            said.append(len(said) + 1)
            desk.say(f"今天的报价是每台一百二十元。 #{len(said)} @{time.time():.4f}")

    thread = threading.Thread(target=speak, name="host", daemon=True)
    thread.start()
    try:
        yield said
    finally:
        stop.set()
        thread.join()
