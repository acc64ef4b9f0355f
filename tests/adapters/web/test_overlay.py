"""The overlay over its real connection: what it is told, in which order, and what a stranger gets."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest

from livedesk.adapters.web.overlay import MOST_OVERLAYS, _Overlay
from livedesk.core.audience.overlay import CAPTIONS_KEPT, OverlayWish
from livedesk.core.events import LinkChanged
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.records import SessionState
from tests.adapters.web.overlay_site import EN, JUICER, OverlaySite, caption, juicer, session

PATIENCE_S = 5


@pytest.fixture
def site() -> Iterator[OverlaySite]:
    made = OverlaySite()
    made.start()
    yield made
    made.stop()
    assert made.bugs == []


async def told(socket: aiohttp.ClientWebSocketResponse, kind: str) -> dict[str, Any]:
    """Return the next frame of `kind`; those between are left out."""
    while True:
        message = await asyncio.wait_for(socket.receive(), PATIENCE_S)
        assert message.type is aiohttp.WSMsgType.TEXT, message
        frame: dict[str, Any] = json.loads(message.data)
        if frame["t"] == kind:
            return frame


def test_that_an_overlay_gets_how_everything_is_and_then_what_changes(site: OverlaySite) -> None:
    site.sell(juicer())
    site.show(session(pinned=(JUICER,)), caption(1, "大家好", {EN: "Hello everyone"}))

    async def watch() -> None:
        async with (
            aiohttp.ClientSession() as client,
            client.ws_connect(f"{site.address}/overlay/ws?part=both&lang=en") as socket,
        ):
            show = await told(socket, "show")
            assert (show["session"], show["live"], show["languages"]) == ("one", True, ["en"])
            first = await told(socket, "caption")
            assert [line["text"] for line in first["lines"]] == ["Hello everyone"]
            products = await told(socket, "products")
            assert products["items"][0]["number"] == 3
            assert products["now"] == site.now
            await asyncio.to_thread(site.show, session(), caption(2, "欢迎", {EN: "Welcome"}))
            assert (await told(socket, "products"))["items"] == []
            assert (await told(socket, "caption"))["lines"][0]["text"] == "Welcome"
            await asyncio.to_thread(site.show, session(SessionState.ENDED))
            assert (await told(socket, "show"))["live"] is False

    asyncio.run(watch())


def test_that_another_show_begins_without_the_lines_of_the_last(site: OverlaySite) -> None:
    site.show(session(), caption(1, "一", {EN: "Old"}))
    site.show(session(name="two"), caption(1, "二", {EN: "New"}))

    async def watch() -> None:
        async with (
            aiohttp.ClientSession() as client,
            client.ws_connect(f"{site.address}/overlay/ws?part=captions") as socket,
        ):
            assert (await told(socket, "show"))["session"] == "two"
            assert (await told(socket, "caption"))["lines"][0]["text"] == "New"

    asyncio.run(watch())


def test_that_a_code_follows_the_address_of_the_audience_page(site: OverlaySite) -> None:
    site.show(session())

    async def watch() -> None:
        async with (
            aiohttp.ClientSession() as client,
            client.ws_connect(f"{site.address}/overlay/ws?part=product&qr=1") as socket,
        ):
            assert (await told(socket, "qr"))["rows"] == []
            codes = []
            for address in ("http://192.168.1.20:8484/a/", "http://192.168.7.20:8484/a/"):
                link = Link(LinkKind.AUDIENCE, LinkState.ON, address)
                await asyncio.to_thread(site.tell, LinkChanged(link))
                codes.append((await told(socket, "qr"))["rows"])
            assert codes[0] != codes[1]
            assert len(codes[1]) >= 21

    asyncio.run(watch())


def test_that_a_page_may_load_nothing_but_itself_and_a_stranger_gets_no_file(site: OverlaySite) -> None:
    site.sell(juicer())

    async def ask() -> None:
        async with aiohttp.ClientSession() as client:
            async with client.get(f"{site.address}/overlay/both") as page:
                policy = page.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "unsafe" not in policy
                assert page.headers["X-Content-Type-Options"] == "nosniff"
            async with client.get(f"{site.address}/overlay/pictures/juicer.svg") as picture:
                assert picture.status == 200
            for name in ("secret.svg", "..%2f..%2fsettings.json"):
                async with client.get(f"{site.address}/overlay/pictures/{name}") as other:
                    assert other.status == 404

    asyncio.run(ask())


def test_that_one_overlay_too_many_is_refused_and_the_others_go_on(site: OverlaySite) -> None:
    site.show(session())

    async def crowd() -> None:
        async with aiohttp.ClientSession() as client:
            address = f"{site.address}/overlay/ws?part=captions"
            sockets = [await client.ws_connect(address) for _ in range(MOST_OVERLAYS)]
            for socket in sockets:
                await told(socket, "show")
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await client.ws_connect(address)
            await asyncio.to_thread(site.show, session(), caption(1, "一", {EN: "One"}))
            assert (await told(sockets[0], "caption"))["lines"][0]["text"] == "One"
            for socket in sockets:
                await socket.close()

    asyncio.run(crowd())


def test_that_what_waits_for_a_page_that_does_not_read_is_the_newest_only() -> None:
    async def fill() -> tuple[list[str], int]:
        sent: list[str] = []
        waiting = asyncio.Event()

        class Slow:
            async def send_str(self, text: str) -> None:
                sent.append(text)
                await waiting.wait()

        slow: Any = Slow()
        page = _Overlay(OverlayWish(), slow)
        sending = asyncio.create_task(page.send())
        for number in range(1000):
            page.put(("caption", number), {"t": "caption", "n": number})
            page.put("products", {"t": "products", "items": [number]})
            await asyncio.sleep(0)
        waiting.set()
        while len(sent) < 3 or json.loads(sent[-1])["t"] != "caption" or json.loads(sent[-1])["n"] < 999:
            await asyncio.sleep(0)
        sending.cancel()
        return sent, sum(json.loads(text)["t"] == "products" for text in sent)

    sent, products = asyncio.run(asyncio.wait_for(fill(), PATIENCE_S))
    assert len(sent) < 4 * CAPTIONS_KEPT
    assert products <= 2
