"""The site for programs on this computer: who may hand messages in, and who sees the overlay."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from livedesk.core import events as ev
from livedesk.core.chat.inlet import MOST_BYTES
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.links import LinkKind, LinkState
from tests.adapters.web.booth_site import Site, until

OVERLAY_KEY, INLET_KEY = "overlay-key-0123456789", "inlet-key-0123456789ab"
LINE = {"chatname": "Bob", "chatmessage": "price?", "type": "tiktok", "id": 7, "textonly": True}


class Painter:
    """An overlay that says which path it was asked for."""

    def __init__(self) -> None:
        self.heard: list[ev.Event] = []
        self.is_closed = False

    async def answer(self, request: web.Request, path: str) -> web.StreamResponse:
        if path == "missing":
            raise web.HTTPNotFound
        if path == "ws":
            painting = web.WebSocketResponse()
            await painting.prepare(request)
            await painting.send_str("hello")
            await painting.receive()
            return painting
        return web.Response(text=path)

    def receive(self, event: ev.Event) -> None:
        self.heard.append(event)

    async def close(self) -> None:
        self.is_closed = True


@asynccontextmanager
async def local(
    overlay_key: str = OVERLAY_KEY, inlet_key: str = INLET_KEY
) -> AsyncIterator[tuple[Site, str, Any]]:
    """Yield a site with its address and a client."""
    site = Site(overlay=Painter())
    site.go_live()
    await site.server.open_local(0, overlay_key, inlet_key)
    link = next(g.link for g in site.of(ev.LinkReported) if g.link.state is LinkState.ON)
    try:
        async with aiohttp.ClientSession() as client:
            yield site, "/".join(link.address.split("/")[:3]), client
    finally:
        await site.server.close()
        assert site.bugs == []


def test_that_the_links_say_where_both_are() -> None:
    async def run() -> None:
        async with local() as (site, base, _):
            links = {g.link.kind: g.link for g in site.of(ev.LinkReported)}
            assert links[LinkKind.OVERLAY].address == f"{base}/{OVERLAY_KEY}/overlay/"
            assert links[LinkKind.INLET].address == f"{base}/{INLET_KEY}/inlet"
            assert base.startswith("http://127.0.0.1:")
        states = [(g.link.kind, g.link.state) for g in site.of(ev.LinkReported)]
        assert states[-2:] == [(LinkKind.OVERLAY, LinkState.OFF), (LinkKind.INLET, LinkState.OFF)]

    asyncio.run(run())


def test_that_a_message_that_is_handed_in_reaches_the_desk() -> None:
    async def run() -> None:
        async with local() as (site, base, client):
            async with client.post(f"{base}/{INLET_KEY}/inlet", json=[LINE, LINE | {"id": 8}]) as answer:
                assert (answer.status, (await answer.json())["taken"]) == (200, 2)
            async with client.ws_connect(f"{base}/{INLET_KEY}/inlet") as inlet:
                await inlet.send_str(json.dumps(LINE | {"id": 9}))
                assert (await inlet.receive_json())["taken"] == 1
                await inlet.send_str("{nonsense")
                assert (await inlet.receive_json())["problems"][0]["code"] == "not_json"
            assert [message.platform for message in site.of(ev.ChatReceived)] == ["tiktok"] * 3
            await until(lambda: site.of(ev.LinkReported)[-1].link.received == 3)

    asyncio.run(run())


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"{nonsense", 400), (b"[" * 100_000, 400), (b" " * (MOST_BYTES + 1), 413), (b"", 400)],
)
def test_that_what_cannot_be_read_is_refused_and_said(body: bytes, status: int) -> None:
    async def run() -> None:
        async with local() as (site, base, client):
            async with client.post(f"{base}/{INLET_KEY}/inlet", data=body) as answer:
                assert answer.status == status
            assert site.of(ev.ChatReceived) == []

    asyncio.run(run())


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (None, 200),
        ("chrome-extension://cppibjhfemifednoimlblfcmjgfhfjeg", 200),
        ("https://socialstream.ninja", 200),
        ("BASE", 200),
        ("https://evil.example", 404),
        ("http://localhost:3000", 404),
    ],
)
def test_that_no_foreign_page_hands_in(origin: str | None, status: int) -> None:
    async def run() -> None:
        async with local() as (_, base, client):
            headers = {"Origin": origin.replace("BASE", base)} if origin else {}
            async with client.post(f"{base}/{INLET_KEY}/inlet", json=LINE, headers=headers) as answer:
                assert answer.status == status

    asyncio.run(run())


@pytest.mark.parametrize(
    "path", ["inlet", f"{OVERLAY_KEY}/inlet", "wrong/inlet", f"{INLET_KEY}/overlay/captions"]
)
def test_that_each_key_opens_its_own_part_only(path: str) -> None:
    async def run() -> None:
        async with local() as (site, base, client):
            for method in ("POST", "GET"):
                async with client.request(method, f"{base}/{path}", json=LINE) as answer:
                    assert (answer.status, await answer.read()) == (404, b"")
            assert site.of(ev.ChatReceived) == []

    asyncio.run(run())


def test_that_a_part_without_a_key_is_off() -> None:
    async def run() -> None:
        async with local(inlet_key="") as (site, base, client):
            for path in ("//inlet", "/inlet", "/%20/inlet"):
                async with client.post(base + path, json=LINE) as answer:
                    assert answer.status == 404
            assert {g.link.kind for g in site.of(ev.LinkReported)} == {LinkKind.OVERLAY}

    asyncio.run(run())


def test_that_the_overlay_is_served_with_its_key_and_to_its_own_pages_only() -> None:
    async def run() -> None:
        async with local() as (_, base, client):
            async with client.get(f"{base}/{OVERLAY_KEY}/overlay/captions") as answer:
                assert (await answer.text(), "X-Frame-Options" in answer.headers) == ("captions", False)
            async with client.get(f"{base}/{OVERLAY_KEY}/overlay/missing") as answer:
                assert (answer.status, await answer.read()) == (404, b"")
            socket_ = f"{base}/{OVERLAY_KEY}/overlay/ws"
            for origin in ({}, {"Origin": "http://evil.example"}):
                with pytest.raises(aiohttp.WSServerHandshakeError, match="404"):
                    await client.ws_connect(socket_, headers=origin)
            async with client.ws_connect(socket_, headers={"Origin": base}) as painting:
                assert await painting.receive_str() == "hello"

    asyncio.run(run())


def test_that_the_overlay_hears_from_the_desk_and_is_closed() -> None:
    async def run() -> None:
        async with local() as (site, _, _):
            site.post(ev.AddHostLine("大家好"))
        painter = site.overlay
        assert isinstance(painter, Painter)
        assert any(isinstance(event, ev.CaptionChanged) for event in painter.heard)
        assert painter.is_closed

    asyncio.run(run())


def test_that_localhost_is_this_computer_and_another_name_is_not() -> None:
    async def run() -> None:
        async with local() as (_, base, client):
            port = base.rsplit(":", 1)[1]
            for host, status in ((f"localhost:{port}", 200), (f"rebound.example:{port}", 404)):
                async with client.post(
                    f"{base}/{INLET_KEY}/inlet", json=LINE, headers={"Host": host}
                ) as answer:
                    assert answer.status == status

    asyncio.run(run())


def test_that_a_flood_of_deliveries_is_held_back() -> None:
    async def run() -> None:
        async with local() as (site, base, client), client.ws_connect(f"{base}/{INLET_KEY}/inlet") as inlet:
            for number in range(300):
                await inlet.send_str(json.dumps(LINE | {"id": number}))
            answers = [await inlet.receive_json() for _ in range(300)]
            assert sum(answer["taken"] for answer in answers) == 200
            assert len(site.of(ev.ChatReceived)) == 200

    asyncio.run(run())


def test_that_a_port_in_use_is_said_by_each_link() -> None:
    async def run() -> None:
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            site = Site()
            with pytest.raises(UserFacing) as refused:
                await site.server.open_local(port, OVERLAY_KEY, INLET_KEY)
            assert refused.value.code is ErrorCode.PORT_IN_USE
            links = [(g.link.kind, g.link.state, g.link.params) for g in site.of(ev.LinkReported)]
            said = {"port": port}
            assert links == [
                (LinkKind.OVERLAY, LinkState.FAILED, said),
                (LinkKind.INLET, LinkState.FAILED, said),
            ]
            await site.server.close()

    asyncio.run(run())
