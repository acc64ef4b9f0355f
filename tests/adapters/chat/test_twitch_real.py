"""Twitch's connection against a real IRC server: it speaks the protocol that Twitch's chat is made of."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from livedesk.adapters.chat.twitch import TwitchConnection, TwitchServer
from livedesk.core.errors import ErrorCode
from livedesk.core.ports import ChatConnection
from tests.adapters.chat.ngircd import CHANNEL, IrcClient, IrcServer
from tests.contracts.connection_contract import ConnectionContract, OtherEnd, answer, asked, refusal, running

PASSWORD = "oauth:s3cret"


def connection(server: IrcServer, *, login: str = "lumiobooth", token: str = PASSWORD) -> TwitchConnection:
    return TwitchConnection(CHANNEL, login, token, TwitchServer("127.0.0.1", server.port, tls=None))


class RealEnd:
    """A channel on the server, with buyers in it as they write."""

    def __init__(self, server: IrcServer, chat: ChatConnection) -> None:
        self.connection = chat
        self._server, self._password = server, PASSWORD if chat.can_send else ""
        self._buyers: dict[str, IrcClient] = {}

    async def open(self) -> "RealEnd":
        self._watcher = await IrcClient(self._server.port, "watcher", self._password).enter()
        return self

    async def say(self, name: str, text: str) -> None:
        if name not in self._buyers:
            self._buyers[name] = await IrcClient(self._server.port, name, self._password).enter()
        self._buyers[name].say(text)
        await self._watcher.until(f":{text}")  # one after the other, as they were said

    def heard_publicly(self) -> list[str]:
        return [line for line in self._watcher.lines if " PRIVMSG #" in line]

    async def close(self) -> None:
        for client in (*self._buyers.values(), self._watcher):
            await client.leave()
        self._server.kill()


class TestTwitchAsReader(ConnectionContract):
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self.folder = tmp_path

    async def open_end(self) -> OtherEnd:
        server = await IrcServer(self.folder).start()
        return await RealEnd(server, connection(server, login="", token="")).open()


class TestTwitchAsWriter(ConnectionContract):
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self.folder = tmp_path

    async def open_end(self) -> OtherEnd:
        server = await IrcServer(self.folder, password=PASSWORD).start()
        end = await RealEnd(server, connection(server)).open()
        real_send = end.connection.send

        async def send_and_see(message: object, reply: object) -> None:
            await real_send(message, reply)  # type: ignore[arg-type]
            await end._watcher.until(" PRIVMSG #")

        end.connection.send = send_and_see  # type: ignore[method-assign,assignment]
        return end


def play(folder: Path, scene: Callable[[IrcServer], Awaitable[None]], **options: object) -> None:
    async def whole() -> None:
        server = await IrcServer(folder, **options).start()  # type: ignore[arg-type]
        try:
            await scene(server)
        finally:
            server.kill()

    asyncio.run(whole())


def test_that_it_comes_back_after_the_server_was_killed(tmp_path: Path) -> None:
    async def scene(server: IrcServer) -> None:
        chat = connection(server, login="", token="")
        async with running(chat) as run:
            await run.connected()
            server.kill()
            assert (await run.lost()).code is ErrorCode.UNREACHABLE
        async with running(chat) as run:
            assert (await run.lost()).code is ErrorCode.UNREACHABLE  # still away
        await server.start()
        buyer = await IrcClient(server.port, "maria").enter()
        async with running(chat) as run:
            await run.connected()
            buyer.say("hello again")
            await run.heard.until(lambda: run.heard.texts == ["hello again"])
        await buyer.leave()

    play(tmp_path, scene)


def test_that_a_ping_of_the_server_is_answered(tmp_path: Path) -> None:
    """ngircd asks whoever comes, and lets nobody in who does not answer."""

    async def scene(server: IrcServer) -> None:
        wire: list[bytes] = []
        taps: list[asyncio.Task[None]] = []

        def tapped(*ends: Any) -> None:
            taps.append(asyncio.get_running_loop().create_task(_tap(server.port, wire, *ends)))

        tap = await asyncio.start_server(tapped, "127.0.0.1", 0)
        port = tap.sockets[0].getsockname()[1]
        chat = TwitchConnection(CHANNEL, server=TwitchServer("127.0.0.1", port, tls=None))
        async with running(chat) as run:
            await run.connected()
            sent = b"".join(wire)
            assert sent.count(b"PING :") == sent.count(b"PONG :") == 1
        tap.close()
        await asyncio.gather(*taps)

    play(tmp_path, scene, pings=True)


async def _tap(
    port: int, wire: list[bytes], reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Pass everything on, both ways, and keep it."""
    there, here = await asyncio.open_connection("127.0.0.1", port)

    async def pass_on(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while data := await source.read(4096):
            wire.append(data)
            sink.write(data)
        sink.close()

    await asyncio.gather(pass_on(reader, here), pass_on(there, writer))


def test_that_a_name_in_use_is_waited_for(tmp_path: Path) -> None:
    async def scene(server: IrcServer) -> None:
        other = await IrcClient(server.port, "lumiobooth", PASSWORD).enter()
        async with running(connection(server)) as run:
            lost = await run.lost()
            assert (lost.code, lost.tries_again) == (ErrorCode.TOO_MANY, True)
        await other.leave()

    play(tmp_path, scene, password=PASSWORD)


def test_that_a_wrong_token_is_said_and_not_tried_again(tmp_path: Path) -> None:
    async def scene(server: IrcServer) -> None:
        async with running(connection(server, token="w0rng")) as run:
            lost = await run.lost()
            assert (lost.code, lost.tries_again) == (ErrorCode.ACCESS_REFUSED, False)
            assert "w0rng" not in str(lost)

    play(tmp_path, scene, password=PASSWORD)


def test_that_an_answer_reaches_the_channel_in_one_line_with_the_buyers_name(tmp_path: Path) -> None:
    async def scene(server: IrcServer) -> None:
        buyer = await IrcClient(server.port, "maria", PASSWORD).enter()
        chat = connection(server)
        async with running(chat) as run:
            await run.connected()
            await chat.send(asked(), answer("uno\r\nQUIT :gone\ndos"))
            assert (await buyer.until("PRIVMSG")).endswith(f"PRIVMSG #{CHANNEL} :@Maria uno QUIT :gone dos")
            assert not run.task.done()
        await buyer.leave()

    play(tmp_path, scene, password=PASSWORD)


def test_that_a_channel_that_takes_nothing_is_said(tmp_path: Path) -> None:
    async def scene(server: IrcServer) -> None:
        owner = await IrcClient(server.port, "owner", PASSWORD).enter()
        owner.put(f"MODE #{CHANNEL} +m")
        await owner.until("+m")
        chat = connection(server)
        async with running(chat) as run:
            await run.connected()
            assert (await refusal(chat.send(asked(), answer()))).code is ErrorCode.CANNOT_SEND
        await owner.leave()

    play(tmp_path, scene, password=PASSWORD)
