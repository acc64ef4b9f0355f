"""Phones: how long a caption takes from the desk to each of 300 phones, and what that costs the thread `net`.

    python -m tests.bench.bench_audience [--phones 300] [--seconds 20] [--per-second 3]

The phones are real WebSockets in a process of their own on this machine, so the figures hold the reading of 300
sockets by one Python, too. `p50_ms` and `p95_ms` run from the moment the desk's event is handed over to the moment a
phone has the text. `cpu_percent` is what the thread `net` used of one core meanwhile.
"""

import argparse
import asyncio
import json
import multiprocessing
import threading
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from statistics import median, quantiles

import aiohttp

from livedesk.adapters.web.server import WebParts, WebServer
from livedesk.core.events import CaptionChanged, SessionChanged
from livedesk.core.ids import EN, ZH, Language, SegmentId, SessionId
from livedesk.core.records import Caption, Origin, Session, SessionState, Translation
from livedesk.runtime.net_lane import NetLane

LANGUAGES = (EN, Language("es"), Language("ar"), Language("ru"))
LINE = (
    "This cup keeps water hot for twelve hours, and we can print your logo on it from five hundred pieces. "
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--per-second", type=float, default=3.0)
    given = parser.parse_args()
    print(json.dumps(fan_out(given.phones, given.seconds, given.per_second)))


def fan_out(phones: int, seconds: float, per_second: float) -> dict[str, float]:
    """Return the times in milliseconds and the cost in percent of a core."""
    bugs: list[BaseException] = []
    lane = NetLane(bugs.append)
    lane.start()
    server = lane.spawn(_make).result(5)
    address = lane.spawn(lambda: server.open_audience("127.0.0.1", 0)).result(5)
    here, there = multiprocessing.Pipe()
    count = round(seconds * per_second)
    reading = multiprocessing.get_context("spawn").Process(target=_read, args=(address, phones, count, there))
    reading.start()
    assert here.poll(60), "the phones did not get in"
    here.recv()
    before = lane.spawn(_cpu).result(5)
    begun, pause = time.monotonic(), threading.Event()
    for number in range(1, count + 1):
        lane.call(server.receive, CaptionChanged(_caption(number)))
        pause.wait(max(0.0, begun + number / per_second - time.monotonic()))
    cost = (lane.spawn(_cpu).result(5) - before) / (time.monotonic() - begun)
    assert here.poll(60), "the phones did not get everything"
    times: list[float] = here.recv()
    reading.join(10)
    lane.spawn(server.close).result(10)
    lane.stop(5)
    assert not bugs, bugs
    assert len(times) == phones * count
    return {
        "phones": phones,
        "messages": len(times),
        "p50_ms": round(median(times) * 1000, 2),
        "p95_ms": round(quantiles(times, n=20)[18] * 1000, 2),
        "worst_ms": round(max(times) * 1000, 2),
        "cpu_percent": round(cost * 100, 1),
    }


async def _make() -> WebServer:
    async def take_photo(_body: bytes) -> str:
        return ""

    server = WebServer(
        WebParts(
            post=lambda _given: None,
            now=time.time,
            on_bug=print,
            page=b"<p>page</p>",
            language_name=str,
            consent=str,
            picture=lambda _name: None,
            take_photo=take_photo,
        )
    )
    server.receive(SessionChanged(Session(SessionId("s"), "s", SessionState.LIVE, False, ZH, LANGUAGES)))
    return server


async def _cpu() -> float:
    return time.thread_time()


def _caption(number: int) -> Caption:
    """Return a caption that says, in every language, when it was made."""
    stamped = f"{LINE}@{time.monotonic()}"
    made = tuple(Translation(code, stamped, 1, len(stamped), True) for code in LANGUAGES)
    caption = Caption(SegmentId(number), 1, ZH, "这个杯子", 4, True, Origin.MICROPHONE, 0.0, 1.0, 0.0)
    return replace(caption, translations=made)


def _read(address: str, phones: int, count: int, told: Connection) -> None:
    asyncio.run(_read_all(address, phones, count, told))


async def _read_all(address: str, phones: int, count: int, told: Connection) -> None:
    origin = "/".join(address.split("/")[:3])
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
        sockets = []
        for number in range(phones):
            socket = await client.ws_connect(address + "ws", headers={"Origin": origin})
            sockets.append(socket)
            language = LANGUAGES[number % len(LANGUAGES)]
            await socket.send_json(
                {"t": "hello", "id": f"{number:032x}", "language": language, "locale": "en"}
            )
            while (await socket.receive_json())["t"] != "products":
                pass
        told.send("in")
        times = await asyncio.gather(*(_stamps(socket, count) for socket in sockets))
        told.send([each for one in times for each in one])
        for socket in sockets:
            await socket.close()


async def _stamps(socket: aiohttp.ClientWebSocketResponse, count: int) -> list[float]:
    times = []
    while len(times) < count:
        text = await socket.receive_str()
        now = time.monotonic()
        if '"t":"caption"' in text:
            times.append(now - float(json.loads(text)["text"].rsplit("@", 1)[1]))
    return times


if __name__ == "__main__":
    main()
