"""What the desk does over networks, with the real desk and real sockets of this computer."""

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from livedesk.app.network import Network
from livedesk.app.paths import Paths
from livedesk.app.wiring import Wired, wire
from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH
from livedesk.core.links import HostAddress, Link, LinkKind, LinkState
from livedesk.core.settings import Settings
from livedesk.runtime import desk as desk_module
from tests.runtime.rig import Heard

PATIENCE_S = 10.0
HERE = "127.0.0.1"
KEY = "a-key-that-nobody-can-guess"


@pytest.fixture(autouse=True)
def _short_drain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)


class Rig:
    """A desk with its network, at addresses that the test gives."""

    def __init__(self, base: Path) -> None:
        settings = Settings(
            host_language=ZH, audience_languages=(EN,), audience_address=HERE, audience_port=0, local_port=0
        )
        self.wired: Wired = wire(Paths(base), settings, model_folders=[])
        self.addresses = (HostAddress(HERE, "lo"),)
        parts = replace(self.wired.network._parts, addresses=lambda: self.addresses)
        self.network = self.wired.network = Network(parts)
        self.heard = Heard()
        self._links: dict[LinkKind, Link] = {}
        self._changed = threading.Condition()
        self.wired.desk.subscribe(self.heard.receive)
        self.wired.desk.subscribe(self._receive)
        self.wired.start()
        self.network.start()

    def use(self, **changed: Any) -> None:
        self.wired.settings = replace(self.wired.settings, **changed)
        self.network.apply(self.wired.settings)

    def link(self, kind: LinkKind, *states: LinkState) -> Link:
        """Wait until a connection is in one of `states` and return it."""
        with self._changed:
            assert self._changed.wait_for(
                lambda: kind in self._links and self._links[kind].state in states, PATIENCE_S
            ), (kind, self._links)
            return self._links[kind]

    def until(self, is_so: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(is_so, PATIENCE_S)

    def _receive(self, event: ev.Event) -> None:
        with self._changed:
            if isinstance(event, ev.LinkChanged):
                self._links[event.link.kind] = event.link
            self._changed.notify_all()


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path)
    yield rig
    rig.wired.stop()
    assert rig.wired.bugs == []


async def _first_captions(url: str, wanted: int) -> list[dict[str, Any]]:
    """Be a phone until `wanted` captions have come."""
    got: list[dict[str, Any]] = []
    async with aiohttp.ClientSession() as session, asyncio.timeout(PATIENCE_S):
        async with session.get(url) as page:
            assert page.status == 200
        origin = url.split("/", 3)
        headers = {"Origin": "/".join(origin[:3])}
        async with session.ws_connect(url + "ws", headers=headers) as socket:
            await socket.send_json(
                {"t": "hello", "id": "0" * 31 + "1", "language": "en", "locale": "en", "name": ""}
            )
            async for frame in socket:
                said = json.loads(frame.data)
                if said["t"] == "caption":
                    got.append(said)
                    if len(got) >= wanted:
                        break
    return got


def test_that_nothing_listens_before_it_is_asked_for(rig: Rig) -> None:
    rig.network.addresses()
    rig.wired.desk.post(ev.StartSession("Show", is_rehearsal=False))
    rig.until(lambda: any(isinstance(e, ev.SessionChanged) and e.session.id for e in rig.heard.events))
    links = [e.link for e in list(rig.heard.events) if isinstance(e, ev.LinkChanged)]
    assert all(link.state is LinkState.OFF for link in links)


def test_that_a_phone_that_comes_later_reads_what_was_said(rig: Rig) -> None:
    rig.wired.desk.post(ev.StartSession("Show", is_rehearsal=False))
    rig.wired.desk.post(ev.AddHostLine("最低起订量500个"))
    rig.network.open_audience()
    link = rig.link(LinkKind.AUDIENCE, LinkState.ON)
    (caption,) = asyncio.run(_first_captions(link.address, 1))
    assert "500" in caption["text"]
    rig.network.close_audience()
    rig.link(LinkKind.AUDIENCE, LinkState.OFF)


def test_that_a_port_in_use_is_told_and_another_try_works(rig: Rig) -> None:
    taken = asyncio.new_event_loop()
    server = taken.run_until_complete(asyncio.start_server(lambda *_: None, HERE, 0))
    try:
        port = server.sockets[0].getsockname()[1]
        rig.use(audience_port=port)
        rig.network.open_audience()
        failed = rig.link(LinkKind.AUDIENCE, LinkState.FAILED)
        assert (failed.code, failed.params) == ("port_in_use", {"port": port})
    finally:
        server.close()
        taken.run_until_complete(server.wait_closed())
        taken.close()
    rig.network.open_audience()
    assert f":{port}/" in rig.link(LinkKind.AUDIENCE, LinkState.ON).address


def test_that_overlay_and_inlet_follow_the_settings(rig: Rig) -> None:
    rig.use(is_overlay_on=True, overlay_key=KEY + "-o")
    assert KEY in rig.link(LinkKind.OVERLAY, LinkState.ON).address
    rig.use(is_inlet_on=True, inlet_key=KEY + "-i")
    inlet = rig.link(LinkKind.INLET, LinkState.ON).address
    rig.wired.desk.post(ev.StartSession("Show", is_rehearsal=False))

    async def hand_in() -> int:
        async with aiohttp.ClientSession() as session:
            message = {"chatname": "Ann", "chatmessage": "price?", "type": "tiktok"}
            async with session.post(inlet, json=message) as answer:
                return answer.status

    assert asyncio.run(hand_in()) == 200
    rig.until(lambda: any(isinstance(e, ev.MessageChanged) for e in rig.heard.events))
    rig.use(is_overlay_on=False, is_inlet_on=False)
    rig.link(LinkKind.OVERLAY, LinkState.OFF)
    rig.link(LinkKind.INLET, LinkState.OFF)


def test_that_the_page_moves_with_the_address_and_keeps_its_key(rig: Rig) -> None:
    first, second = HostAddress("127.0.0.2", "wlan0"), HostAddress("127.0.0.3", "wlan0")
    rig.addresses = (first,)
    rig.use(audience_address=first.address)
    rig.network.open_audience()
    before = rig.link(LinkKind.AUDIENCE, LinkState.ON).address
    rig.addresses = (second,)
    rig.network.retry(LinkKind.AUDIENCE)
    rig.until(lambda: second.address in rig._links[LinkKind.AUDIENCE].address)
    after = rig._links[LinkKind.AUDIENCE].address
    assert after == before.replace(first.address, second.address)
    rig.addresses = ()
    rig.network.retry(LinkKind.AUDIENCE)
    lost = rig.link(LinkKind.AUDIENCE, LinkState.WAITING)
    assert lost.params == {"address": second.address}
    rig.addresses = (second,)
    rig.network.retry(LinkKind.AUDIENCE)
    assert rig.link(LinkKind.AUDIENCE, LinkState.ON).address == after


def test_that_the_desk_loses_little_time_to_the_network(rig: Rig) -> None:
    """The brief's limit is 50 microseconds an event; the generous one here only catches a change of kind."""
    import time

    event = ev.SessionChanged(rig.wired.desk.booth.session)
    began = time.perf_counter()
    for _ in range(2000):
        rig.network._burst.put(event)
    assert (time.perf_counter() - began) / 2000 < 0.001


def test_that_addresses_come_likeliest_first(rig: Rig) -> None:
    rig.addresses = (
        HostAddress(HERE, "lo"),
        HostAddress("10.0.0.1", "eth0"),
        HostAddress("10.0.1.1", "wlan0"),
    )
    rig.network.addresses()
    rig.wired.net.spawn(rig.network._look).result(PATIENCE_S)
    assert [each.adapter for each in rig.network.addresses()] == ["wlan0", "eth0", "lo"]
