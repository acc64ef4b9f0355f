"""Too many, too slow, too large, nonsense: phones that are in notice nothing, and others still get in."""

import asyncio
import contextlib
import json
import socket
import tracemalloc
from collections.abc import Awaitable, Callable

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livedesk.adapters.web import phones
from livedesk.adapters.web.gate import GateLimits
from livedesk.adapters.web.server import PHONE_SENDS
from livedesk.core import events as ev
from livedesk.core.audience.incoming import buyer_key
from livedesk.core.audience.limits import PER_PHONE, Doing
from livedesk.core.chat.sources import PHONE
from livedesk.core.ids import buyer_id
from tests.adapters.web.booth_site import PATIENCE_S, Phone, Site, serving, until


def show(test: Callable[[Site], Awaitable[None]], site: Site | None = None) -> None:
    async def run() -> None:
        async with serving(site) as made:
            await test(made)

    asyncio.run(run())


def gate_of(site: Site) -> object:
    audience = site.server._audience
    assert audience is not None
    return audience._door.gate


async def dial(site: Site, source: str = "127.0.0.1") -> socket.socket:
    """Return a connection that has said nothing yet, from another address of this computer."""
    host, port = site.authority.split(":")
    connection = socket.socket()
    connection.setblocking(False)
    connection.bind((source, 0))
    await asyncio.get_running_loop().sock_connect(connection, (host, int(port)))
    return connection


async def is_cut(connection: socket.socket) -> bool:
    loop = asyncio.get_running_loop()
    try:
        return await asyncio.wait_for(loop.sock_recv(connection, 1), PATIENCE_S) == b""
    except ConnectionError:
        return True


def test_that_a_connection_that_says_nothing_is_cut_in_time() -> None:
    async def test(site: Site) -> None:
        silent, half = await dial(site), await dial(site)
        await asyncio.get_running_loop().sock_sendall(half, b"GET /x/ HTTP/1.1\r\nHost: ")
        assert await is_cut(silent)
        assert await is_cut(half)
        silent.close()
        half.close()
        await until(lambda: len(gate_of(site)) == 0)  # type: ignore[arg-type]

    show(test, Site(limits=GateLimits(wait_s=0.1)))


def test_that_who_connects_and_never_says_hello_is_cut_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("livedesk.adapters.web.door._SERVED_S", 0.1)

    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.closed()

    show(test)


def test_that_a_flood_of_connections_costs_no_phone_that_is_in_and_lets_others_in() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()
            flood: list[socket.socket] = []
            most = 0
            for number in range(10_000):
                flood.append(await dial(site, f"127.0.0.{2 + number % 50}"))
                most = max(most, len(gate_of(site)))  # type: ignore[arg-type]
                if len(flood) > 300:
                    flood.pop(0).close()
            assert most <= 2 * site.limits.waiting
            site.post(ev.AddHostLine("大家好"))
            site.translate(en="Hello")
            assert (await phone.next("caption"))["text"] == "Hello"
            async with Phone(site) as other:
                await other.hello()
            for connection in flood:
                connection.close()

    show(test, Site(limits=GateLimits(waiting=32, waiting_from_one=8)))


def test_that_one_address_cannot_take_the_waiting_room_from_the_others() -> None:
    async def test(site: Site) -> None:
        quiet = await dial(site, "127.0.0.9")
        gate = gate_of(site)
        await until(lambda: len(gate) == 1)  # type: ignore[arg-type]
        flood = [await dial(site, "127.0.0.8") for _ in range(60)]
        await until(lambda: len(gate) == 5)  # type: ignore[arg-type]
        assert sorted(c.address for c in gate._connections.values()) == ["127.0.0.8"] * 4 + ["127.0.0.9"]  # type: ignore[attr-defined]
        for connection in (quiet, *flood):
            connection.close()

    show_apart(test, Site(limits=GateLimits(waiting=8, waiting_from_one=4)))


def show_apart(test: Callable[[Site], Awaitable[None]], site: Site) -> None:
    """As `show`, with this computer's own addresses counted as others' are."""
    from livedesk.adapters.web import gate

    before = gate._LOOPBACK
    gate._LOOPBACK = ()  # type: ignore[assignment]
    try:
        show(test, site)
    finally:
        gate._LOOPBACK = before


def test_that_a_full_house_says_so_and_takes_the_next_when_one_leaves() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as one, Phone(site) as two, Phone(site) as late:
            await one.hello()
            await two.hello()
            await late.send(t="hello", id=late.id, language="en", locale="en", name="")
            assert await late.next() == {"t": "bye", "why": "full"}
            await late.closed()
        await until(lambda: len(site.server._phones) == 0)
        async with Phone(site) as late:
            await late.hello()

    show(test, Site(limits=GateLimits(inside=2)))


def test_that_one_address_cannot_fill_the_house() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as one, Phone(site) as two:
            await one.hello()
            await two.send(t="hello", id=two.id, language="en", locale="en", name="")
            assert await two.next() == {"t": "bye", "why": "full"}

    show_apart(test, Site(limits=GateLimits(inside=9, inside_from_one=1)))


def test_that_a_phone_that_never_reads_costs_the_others_nothing_and_is_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(phones, "STUCK_S", 0.2)

    async def test(site: Site) -> None:
        host, port = site.authority.split(":")
        deaf = socket.socket()
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.setblocking(False)
        await asyncio.get_running_loop().sock_connect(deaf, (host, int(port)))
        await asyncio.get_running_loop().sock_sendall(deaf, upgrade(site) + text_frame(hello()))
        await until(lambda: len(site.server._phones) == 1)
        (stuck,) = site.server._phones._phones
        long = "x" * 4_000
        async with Phone(site) as phone:
            await phone.hello()
            sent = 0
            while stuck.feed.stuck_since is None or len(stuck.feed._things) < 5:
                sent += 1
                site.post(ev.AddHostLine(f"第{sent}句"))
                site.translate(en=f"{sent} {long}")
                assert (await phone.next("caption"))["n"] == sent
                assert sent < 500
            for _ in range(200):  # it is told none of these one by one
                sent += 1
                site.post(ev.AddHostLine(f"第{sent}句"))
                site.translate(en=f"{sent} {long}")
                assert (await phone.next("caption"))["n"] == sent
            assert len(stuck.feed._things) <= 150
            assert ("caption", sent) in stuck.feed._things
            await until(lambda: (site.server._phones.tick(), len(site.server._phones) == 1)[1])
        deaf.close()

    show(test)


def test_that_a_phone_whose_wifi_is_gone_is_noticed_and_one_that_is_only_quiet_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("livedesk.adapters.web.audience_site.HEARTBEAT_S", 0.1)

    async def test(site: Site) -> None:
        gone = await dial(site)
        await asyncio.get_running_loop().sock_sendall(gone, upgrade(site) + text_frame(hello()))
        async with Phone(site) as quiet:
            await quiet.hello()
            assert len(site.server._phones) == 2
            reading = asyncio.create_task(quiet.closed())  # which answers the desk's pings
            await until(lambda: len(site.server._phones) == 1)
            (left,) = site.server._phones._of_buyer
            assert left == buyer_id(PHONE, buyer_key(quiet.id) or "")
            assert not reading.done()
            reading.cancel()
        gone.close()

    show(test)


def test_that_a_slow_reader_gets_how_things_are_and_not_what_they_were() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()
            await phone.all_until_pong()
            (one,) = site.server._phones._phones
            for revision in range(1, 50):  # before its writer has had a turn
                site.post(ev.Hypothesis(1, revision, "大家好" + "好" * revision, 0.0, revision / 10, False))
                for request in list(site.requests):
                    site.requests.clear()
                    text = " ".join(f"w{n}" for n in range(revision))
                    site.post(ev.TranslateResult(request, text, request.source or "zh", True))  # type: ignore[arg-type]
            assert len(one.feed._things) == 1
            shown = [each for each in await phone.all_until_pong() if each["t"] == "caption"]
            assert len(shown) == 1
            assert shown[0]["text"].startswith("w0 w1 w2")

    show(test)


@pytest.mark.parametrize("size", [16 * 1024 + 1, 1024 * 1024])
def test_that_too_large_a_frame_ends_that_connection_and_no_other(size: int) -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone, Phone(site) as other:
            await phone.hello()
            await other.hello()
            await phone.socket.send_str("x" * size)
            assert await phone.closed() == aiohttp.WSCloseCode.MESSAGE_TOO_BIG
            await other.all_until_pong()
        assert site.of(ev.ChatReceived) == []

    show(test)


def test_that_a_binary_frame_ends_the_connection() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()
            await phone.socket.send_bytes(b"{}")
            assert await phone.closed() == aiohttp.WSCloseCode.UNSUPPORTED_DATA

    show(test)


def test_that_a_phone_that_sends_too_much_is_told_to_wait_and_others_are_heard() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone, Phone(site) as other:
            await phone.hello()
            await other.hello()
            for number in range(20):
                await phone.ask(f"{number}?")
            await phone.send(t="ping")
            seen = [shown["t"] for shown in await phone.all_until_pong()]
            burst = int(PER_PHONE[Doing.QUESTION].burst)
            assert (seen.count("question"), seen.count("refused")) == (burst, 20 - burst)
            await other.ask("MOQ?")
            await other.next("question")

    show(test)


def test_that_a_phone_that_does_not_stop_sending_is_cut_and_the_others_stay() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone, Phone(site) as other:
            await phone.hello()
            await other.hello()
            reading = asyncio.create_task(phone.closed())
            with contextlib.suppress(
                ConnectionError
            ):  # cut while it still sends, though it reads what it is told
                for _ in range(2_000):
                    await phone.send(t="react", kind="heart")
                    await asyncio.sleep(0)
            await reading
            await other.all_until_pong()

    show(test)


def test_that_pings_are_answered_and_a_flood_of_them_is_cut() -> None:
    async def test(site: Site) -> None:
        async with aiohttp.ClientSession() as client:
            headers = {"Origin": f"http://{site.authority}"}
            async with client.ws_connect(f"{site.address}ws", headers=headers, autoping=False) as phone:
                await phone.send_str(hello())
                await phone.ping(b"one")
                while (
                    frame := await asyncio.wait_for(phone.receive(), PATIENCE_S)
                ).type is aiohttp.WSMsgType.TEXT:
                    pass
                assert (frame.type, frame.data) == (aiohttp.WSMsgType.PONG, b"one")
                with contextlib.suppress(ConnectionError):
                    for _ in range(2_000):
                        await phone.ping()
                got = [frame.type]
                while not phone.closed:
                    got.append((await asyncio.wait_for(phone.receive(), PATIENCE_S)).type)
                assert got.count(aiohttp.WSMsgType.PONG) < 30

    show(test)


def test_that_phones_made_up_at_one_address_do_not_use_up_everyones_questions() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()
            (one,) = site.server._phones._phones
            assert one.address == "127.0.0.1"
            for number in range(100):
                site.server._allowance.allows(number, Doing.QUESTION, site.now, one.address)
            await phone.ask("MOQ?")
            assert (await phone.next("refused"))["why"] == "rate"
            assert site.server._allowance.allows("another", Doing.QUESTION, site.now, "10.0.0.7")

    show_apart(test, Site())


def test_that_a_flood_of_pongs_is_cut() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone, Phone(site) as other:
            await phone.hello()
            await other.hello()
            with contextlib.suppress(ConnectionError):
                for _ in range(200):
                    await phone.socket.pong()
            assert await phone.closed() == aiohttp.WSCloseCode.UNSUPPORTED_DATA
            await other.all_until_pong()

    show(test)


def test_that_a_phone_that_sends_bytes_without_end_is_cut_though_they_make_no_message() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as other:
            await other.hello()
            nothing = b"\x00\x80\0\0\0\0" * 10_000  # parts of a frame, each empty
            sender = await dial(site)
            loop = asyncio.get_running_loop()
            await loop.sock_sendall(sender, upgrade(site) + text_frame(hello()))
            await until(lambda: len(site.server._phones) == 2)
            with contextlib.suppress(ConnectionError):
                await loop.sock_sendall(sender, b"\x01\x80\0\0\0\0")
                for _ in range(20):
                    await loop.sock_sendall(sender, nothing)
            await until(lambda: len(site.server._phones) == 1)
            await other.all_until_pong()
            sender.close()

    show(test, Site(limits=GateLimits(sends=PHONE_SENDS)))


def test_that_the_page_is_not_made_more_often_than_phones_can_want_it() -> None:
    async def test(site: Site) -> None:
        async with aiohttp.ClientSession() as client:
            answers = []
            for _ in range(410):
                async with client.get(site.address) as answer:
                    answers.append(answer.status)
        assert (answers[:400], set(answers[400:])) == ([200] * 400, {429})

    show(test)


def test_that_forgetting_over_and_over_is_refused() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()
            for _ in range(10):
                await phone.send(t="forget")
            await phone.next("refused")
            assert len(site.of(ev.ForgetBuyer)) == PER_PHONE[Doing.FORGET].burst

    show(test)


def test_that_a_clock_put_back_by_a_day_stops_nobody() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()
            site.now -= 86_400
            await phone.ask("MOQ?")
            await phone.next("question")
            site.now += 7 * 86_400
            await phone.ask("Price?")
            await phone.next("question")

    show(test)


frames = st.one_of(
    st.text(max_size=60),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=8,
    ).map(json.dumps),
    st.fixed_dictionaries(
        {"t": st.sampled_from(["ask", "react", "language", "quote", "hello", "ping"])},
        optional={
            "ref": st.integers() | st.none() | st.text(max_size=3),
            "text": st.text(max_size=600) | st.integers(),
            "language": st.text(max_size=8),
            "kind": st.sampled_from(["heart", "clap"]) | st.lists(st.integers(), max_size=2),
            "items": st.lists(
                st.dictionaries(st.sampled_from(["sku", "quantity"]), st.integers(), max_size=2)
            ),
            "consent": st.booleans(),
            "contact": st.text(max_size=30),
        },
    ).map(json.dumps),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(frames, max_size=40))
def test_that_nothing_a_phone_sends_breaks_the_desk_or_another_phone(sent: list[str]) -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone, Phone(site) as other:
            await phone.hello()
            await other.hello()
            for frame in sent:
                await phone.socket.send_str(frame)
            await phone.all_until_pong()
            await other.ask("MOQ?")
            await other.next("question")

    show(test)


def test_that_phones_that_come_and_go_leave_nothing_behind() -> None:
    async def visit(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()

    async def test(site: Site) -> None:
        for _ in range(10):
            await visit(site)
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(100):
            await visit(site)
        await until(lambda: len(site.server._phones) == len(gate_of(site)) == 0)  # type: ignore[arg-type]
        grown = tracemalloc.get_traced_memory()[0] - before
        tracemalloc.stop()
        assert grown < 400_000  # the accounts of a hundred phones
        assert not site.server._phones._of_buyer

    show(test)


def hello() -> str:
    return json.dumps({"t": "hello", "id": "0" * 32, "language": "en", "locale": "en", "name": ""})


def upgrade(site: Site) -> bytes:
    path = site.address.removeprefix(f"http://{site.authority}")
    return (
        f"GET {path}ws HTTP/1.1\r\nHost: {site.authority}\r\nOrigin: http://{site.authority}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    ).encode()


def text_frame(text: str) -> bytes:
    """Return a masked text frame of less than 126 bytes, the mask all zero."""
    body = text.encode()
    assert len(body) < 126
    return bytes([0x81, 0x80 | len(body)]) + bytes(4) + body
