"""Who gets nothing: a wrong key, another Host, a foreign page, a path that leads elsewhere, what is no HTTP."""

import asyncio
import base64
import hashlib
import re
import socket
from collections.abc import Awaitable, Callable

import aiohttp
import pytest

from livedesk.adapters.web import security
from livedesk.core import events as ev
from livedesk.core.audience.showing import picture_name
from livedesk.core.catalogue.product import Product
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, Sku
from livedesk.core.links import LinkState
from tests.adapters.web.booth_site import PAGE, PATIENCE_S, Phone, Site, serving

PICTURE = b"\x89PNG picture"


def show(test: Callable[[Site, aiohttp.ClientSession], Awaitable[None]], site: Site | None = None) -> None:
    async def run() -> None:
        async with serving(site) as made, aiohttp.ClientSession() as client:
            await test(made, client)

    asyncio.run(run())


async def raw(site: Site, request: bytes) -> bytes:
    """Send bytes as they are and return all that comes back."""
    host, port = site.authority.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(request)
    await writer.drain()
    answer = await asyncio.wait_for(reader.read(), PATIENCE_S)
    writer.close()
    await writer.wait_closed()
    return answer


def assert_nothing(answer: bytes) -> None:
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith((b"HTTP/1.1 404", b"HTTP/1.0 404"))
    assert body == b""
    assert b"aiohttp" not in answer.lower()
    assert b"python" not in answer.lower()


def test_that_the_page_comes_with_every_lock_and_nothing_about_the_server() -> None:
    async def test(site: Site, client: aiohttp.ClientSession) -> None:
        async with client.get(site.address) as answer:
            assert await answer.read() == PAGE
            assert answer.content_type == "text/html"
            head = answer.headers
        assert head["X-Content-Type-Options"] == "nosniff"
        assert head["Referrer-Policy"] == "no-referrer"
        assert head["Cache-Control"] == "no-store"
        assert head["X-Frame-Options"] == "DENY"
        assert "camera=()" in head["Permissions-Policy"]
        assert "Server" not in head
        assert "Set-Cookie" not in head

    show(test)


def test_that_only_the_scripts_and_styles_of_the_page_may_run() -> None:
    async def test(site: Site, client: aiohttp.ClientSession) -> None:
        async with client.get(site.address) as answer:
            policy = dict(
                part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";")
            )
        script = base64.b64encode(hashlib.sha256(b"document.title='x'").digest()).decode()
        assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
        assert policy["script-src"] == f"'sha256-{script}'"
        assert policy["style-src"].startswith("'sha256-")
        assert policy["connect-src"] == f"'self' ws://{site.authority}"
        assert policy["img-src"] == "'self' blob: data:"
        assert policy["frame-ancestors"] == "'none'"

    show(test)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/favicon.ico",
        "/robots.txt",
        "/KEY",
        "/KEY/other",
        "/KEY/ws",
        "/KEY//",
        "/key/",
        "/KEYx/",
        "/KE/",
        "/../KEY/x",
    ],
)
def test_that_any_other_path_is_404_without_a_word(path: str) -> None:
    async def test(site: Site, _client: aiohttp.ClientSession) -> None:
        key = site.address.split("/")[3]
        wanted = path.replace("KEY", key).replace("key", key.swapcase()).replace("KE/", key[:-1] + "/")
        request = f"GET {wanted} HTTP/1.1\r\nHost: {site.authority}\r\nConnection: close\r\n\r\n"
        assert_nothing(await raw(site, request.encode()))

    show(test)


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost:PORT", "127.0.0.1", "127.0.0.1:1", "", "127.0.0.1:PORT.evil"]
)
def test_that_another_host_name_gets_nothing_even_with_the_key(host: str) -> None:
    async def test(site: Site, _client: aiohttp.ClientSession) -> None:
        key, port = site.address.split("/")[3], site.authority.split(":")[1]
        request = f"GET /{key}/ HTTP/1.1\r\nHost: {host.replace('PORT', port)}\r\nConnection: close\r\n\r\n"
        assert_nothing(await raw(site, request.encode()))

    show(test)


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:PORT", "http://127.0.0.1", None]
)
def test_that_a_foreign_page_gets_no_socket_and_sends_no_photo(origin: str | None) -> None:
    async def test(site: Site, client: aiohttp.ClientSession) -> None:
        port = site.authority.split(":")[1]
        headers = {"Origin": origin.replace("PORT", port)} if origin else {}
        with pytest.raises(aiohttp.WSServerHandshakeError, match="404"):
            await client.ws_connect(site.address + "ws", headers=headers)
        async with client.post(site.address + "photo", headers=headers, data=b"x") as answer:
            assert (answer.status, await answer.read()) == (404, b"")

    show(test)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "POST", "PATCH", "TRACE", "BREW"])
def test_that_only_the_methods_that_are_named_are_answered(method: str) -> None:
    async def test(site: Site, _client: aiohttp.ClientSession) -> None:
        request = f"{method} {site.address[len('http://' + site.authority) :]} HTTP/1.1\r\nHost: {site.authority}\r\n"
        assert_nothing(await raw(site, (request + "Connection: close\r\n\r\n").encode()))

    show(test)


@pytest.mark.parametrize(
    "request_",
    [
        b"hello\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 64 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nbroken header\r\n\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n",
        b"GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /%ff%fe%ed%a0%80/ws HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    ],
)
def test_that_what_is_no_proper_request_gets_no_word_either(request_: bytes) -> None:
    async def test(site: Site, _client: aiohttp.ClientSession) -> None:
        assert_nothing(await raw(site, request_))

    show(test)


def on_air(site: Site) -> str:
    product = Product(Sku("A"), 1, {EN: "Cup"}, {}, (), pictures=("a/1.png",))
    other = Product(Sku("B"), 2, {EN: "Mug"}, {}, (), pictures=("b/1.png",))
    site.pictures |= {"a/1.png": (PICTURE, "image/png"), "b/1.png": (PICTURE, "image/png")}
    site.post(ev.CatalogueLoaded((product, other)))
    site.post(ev.PinProduct(Sku("A")))
    return picture_name("a/1.png")


def test_that_a_picture_on_air_is_served_and_kept_by_the_phone_for_a_while() -> None:
    async def test(site: Site, client: aiohttp.ClientSession) -> None:
        name = on_air(site)
        async with client.get(f"{site.address}pictures/{name}") as answer:
            assert (await answer.read(), answer.content_type) == (PICTURE, "image/png")
            assert "max-age" in answer.headers["Cache-Control"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"

    show(test)


@pytest.mark.parametrize(
    "name",
    [
        "a/1.png",
        "..%2f..%2fetc%2fpasswd",
        "../../../../etc/passwd",
        "%2e%2e/a",
        "a%00",
        "b/1.png",
        "",
        picture_name("b/1.png"),
    ],
)
def test_that_no_path_leads_to_another_file(name: str) -> None:
    async def test(site: Site, _client: aiohttp.ClientSession) -> None:
        on_air(site)
        key = site.address.split("/")[3]
        request = (
            f"GET /{key}/pictures/{name} HTTP/1.1\r\nHost: {site.authority}\r\nConnection: close\r\n\r\n"
        )
        assert_nothing(await raw(site, request.encode()))

    show(test)


def test_that_a_key_has_at_least_128_bits_and_is_never_the_same() -> None:
    keys = {security.new_key() for _ in range(1000)}
    assert len(keys) == 1000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{27}", key) for key in keys)  # 27 x 6 > 160 bits


def test_that_a_port_in_use_is_said_with_its_number() -> None:
    async def run() -> None:
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            site = Site()
            with pytest.raises(UserFacing) as refused:
                await site.server.open_audience("127.0.0.1", port)
            assert (refused.value.code, refused.value.params) == (ErrorCode.PORT_IN_USE, {"port": port})
            link = site.of(ev.LinkReported)[-1].link
            assert (link.state, link.code, link.params) == (LinkState.FAILED, "port_in_use", {"port": port})
        await site.server.open_audience("127.0.0.1", port)
        await site.server.close()
        assert site.bugs == []

    asyncio.run(run())


def test_that_an_address_this_computer_does_not_have_is_said() -> None:
    async def run() -> None:
        site = Site()
        with pytest.raises(UserFacing) as refused:
            await site.server.open_audience("192.0.2.1", 0)
        assert (refused.value.code, refused.value.params) == (
            ErrorCode.ADDRESS_GONE,
            {"address": "192.0.2.1"},
        )
        await site.server.close()

    asyncio.run(run())


def test_that_nothing_listens_before_it_is_asked_to_and_after_it_is_closed() -> None:
    async def run() -> None:
        async with serving() as site:
            host, port = site.authority.split(":")
            async with Phone(site) as phone:
                await phone.hello()
                await site.server.close_audience()
            with pytest.raises(OSError, match=r".*"):
                await asyncio.open_connection(host, int(port))

    asyncio.run(run())


def test_that_an_expectation_is_answered_as_any_other_knock() -> None:
    async def test(site: Site, _: aiohttp.ClientSession) -> None:
        key = site.address.split("/")[3]
        for path, host in (("/x/", site.authority), (f"/{key}/", "evil.example")):
            asked = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nExpect: foo\r\n\r\n"
            assert_nothing(await raw(site, asked.encode()))

    show(test)


def test_that_a_body_that_cannot_be_unpacked_fills_no_log(caplog: pytest.LogCaptureFixture) -> None:
    async def test(site: Site, _: aiohttp.ClientSession) -> None:
        key = site.address.split("/")[3]
        asked = (
            f"POST /{key}/photo?id={'a' * 32} HTTP/1.1\r\nHost: {site.authority}\r\n"
            f"Origin: http://{site.authority}\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"
        )
        assert (await raw(site, asked.encode())).startswith(b"HTTP/1.1 403")

    show(test)
    assert caplog.records == []
