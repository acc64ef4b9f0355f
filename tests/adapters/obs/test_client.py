"""The connection to OBS, against a server that speaks its protocol."""

import asyncio
import inspect
import os
from collections.abc import Awaitable, Callable
from unittest.mock import patch

import pytest
import simpleobsws
import websockets

from livedesk.adapters.obs.client import ObsConnection, ObsState, obs_url
from livedesk.core.errors import ErrorCode, Unavailable
from tests.adapters.obs.obs_server import ObsServer, until

Talk = Callable[[ObsServer, ObsConnection, list[ObsState]], Awaitable[None]]


def with_obs(talk: Talk, server: ObsServer, password: str = "") -> None:
    """Run `talk` with a server and a connection that is not open yet."""

    async def run() -> None:
        await server.start()
        states: list[ObsState] = []
        connection = ObsConnection(server.address, password, states.append)
        try:
            await talk(server, connection, states)
        finally:
            await connection.close()
            await server.quit()

    asyncio.run(run())


def test_that_an_address_may_be_written_short() -> None:
    assert obs_url("192.168.1.5") == "ws://192.168.1.5:4455"
    assert obs_url(" localhost:4456 ") == "ws://localhost:4456"
    assert obs_url("wss://obs.lan/") == "wss://obs.lan:4455"
    assert obs_url("http://10.0.0.2:4455") == "ws://10.0.0.2:4455"
    assert obs_url("[::1]:4455") == "ws://[::1]:4455"
    assert obs_url("") == "ws://127.0.0.1:4455"
    assert obs_url("host:99999") == "ws://host:4455"


def test_that_it_learns_scenes_and_stream_with_the_right_password() -> None:
    async def talk(_server: ObsServer, connection: ObsConnection, states: list[ObsState]) -> None:
        await connection.open()
        assert states == [ObsState(("Booth", "Product", "Break"), "Booth", True)]

    with_obs(talk, ObsServer("geheim 密码", is_streaming=True), "geheim 密码")


@pytest.mark.parametrize("password", ["", "wrong"])
def test_that_a_wrong_password_is_told_from_silence_at_once(password: str) -> None:
    async def talk(_server: ObsServer, connection: ObsConnection, _states: list[ObsState]) -> None:
        async with asyncio.timeout(2):
            with pytest.raises(Unavailable) as raised:
                await connection.open()
        assert raised.value.code is ErrorCode.ACCESS_REFUSED

    with_obs(talk, ObsServer("right"), password)


def test_that_nobody_at_the_address_is_unreachable() -> None:
    async def talk(server: ObsServer, connection: ObsConnection, _states: list[ObsState]) -> None:
        await server.quit()
        with pytest.raises(Unavailable) as raised:
            await connection.open()
        assert raised.value.code is ErrorCode.UNREACHABLE

    with_obs(talk, ObsServer())


def test_that_another_program_at_the_address_is_unreachable() -> None:
    async def run() -> None:
        async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"SSH-2.0-OpenSSH_9.2\r\n")
            await writer.drain()
            writer.close()

        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        connection = ObsConnection(f"127.0.0.1:{port}", "", lambda _: None)
        with pytest.raises(Unavailable) as raised:
            await connection.open()
        assert raised.value.code is ErrorCode.UNREACHABLE
        server.close()
        await server.wait_closed()

    asyncio.run(run())


def test_that_what_changes_in_obs_is_heard() -> None:
    async def talk(server: ObsServer, connection: ObsConnection, states: list[ObsState]) -> None:
        await connection.open()
        await server.show("Break")
        await server.stream(is_on=True)
        server.scenes.append("Warehouse")
        await server.tell("SceneListChanged", {"scenes": [{"sceneName": n} for n in ("Two", "One")]})
        await until(lambda: states[-1] == ObsState(("One", "Two"), "Break", True))

    with_obs(talk, ObsServer())


def test_that_captions_and_scenes_reach_obs() -> None:
    async def talk(server: ObsServer, connection: ObsConnection, states: list[ObsState]) -> None:
        await connection.open()
        await connection.send_caption("The minimum order is 500")
        await connection.switch_to("Product")
        assert server.captions == ["The minimum order is 500"]
        await until(lambda: states[-1].scene == "Product")
        with pytest.raises(Unavailable):
            await connection.switch_to("No such scene")

    with_obs(talk, ObsServer(is_streaming=True))


def test_that_a_caption_without_a_stream_is_refused_and_the_connection_stays() -> None:
    async def talk(server: ObsServer, connection: ObsConnection, _states: list[ObsState]) -> None:
        await connection.open()
        with pytest.raises(Unavailable):
            await connection.send_caption("Hello")
        await connection.switch_to("Break")
        assert server.switched == ["Break"]

    with_obs(talk, ObsServer())


def test_that_the_end_of_obs_ends_the_connection_and_what_is_asked_of_it() -> None:
    async def talk(server: ObsServer, connection: ObsConnection, _states: list[ObsState]) -> None:
        await connection.open()
        server.is_mute = True
        asked = asyncio.create_task(connection.switch_to("Break"))
        await asyncio.sleep(0)
        await server.quit()
        async with asyncio.timeout(2):
            await connection.until_closed()
            with pytest.raises(Unavailable):
                await asked

    with_obs(talk, ObsServer())


@pytest.mark.parametrize("payload", [[], 7, {"op": 5}, {"op": 7, "d": None}, {"op": 99, "d": {}}, {"d": {}}])
def test_that_a_message_outside_the_protocol_ends_the_connection_at_most(payload: object) -> None:
    async def talk(server: ObsServer, connection: ObsConnection, _states: list[ObsState]) -> None:
        await connection.open()
        await server.say_nonsense(payload)
        closed = asyncio.ensure_future(connection.until_closed())
        asked = asyncio.ensure_future(connection.switch_to("Break"))
        async with asyncio.timeout(2):
            await asyncio.wait({closed, asked}, return_when=asyncio.FIRST_COMPLETED)
        closed.cancel()
        await asyncio.gather(asked, return_exceptions=True)

    with_obs(talk, ObsServer())


def test_that_an_event_with_other_fields_than_promised_changes_nothing() -> None:
    async def talk(server: ObsServer, connection: ObsConnection, states: list[ObsState]) -> None:
        await connection.open()
        await server.tell("CurrentProgramSceneChanged", {"sceneName": 5})
        await server.tell("SceneListChanged", {"scenes": "all"})
        await server.tell("StreamStateChanged", {})
        await server.show("Break")
        await until(lambda: states[-1].scene == "Break")
        assert not states[-1].is_streaming

    with_obs(talk, ObsServer())


def test_that_obs_is_reached_without_the_proxy_of_the_system() -> None:
    """simpleobsws 1.4 connects with the defaults of websockets, which since version 15 take the system's proxy."""

    async def talk(_server: ObsServer, connection: ObsConnection, states: list[ObsState]) -> None:
        await connection.open()
        assert states

    proxies = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": ""}
    with patch.dict(os.environ, proxies):
        with_obs(talk, ObsServer())


def test_that_what_is_worked_around_is_still_so_in_the_library() -> None:
    connect = inspect.getsource(simpleobsws.WebSocketClient.connect)
    assert "proxy" not in connect, "simpleobsws can be told not to use a proxy now: use that"
    assert "proxy" in inspect.signature(websockets.connect).parameters
    reader = inspect.getsource(simpleobsws.WebSocketClient._ws_recv_task)
    assert "except Exception" not in reader, "the reader survives what it does not understand now"
