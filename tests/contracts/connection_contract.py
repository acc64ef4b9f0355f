"""What every `ChatConnection` does, whoever is at the other end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Protocol

import pytest

from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.events import ChatReceived, ChatWithdrawn
from livedesk.core.ids import Language, MessageId, ReplyId, buyer_id
from livedesk.core.ports import ChatConnection, ChatListener, ConnectionLost
from livedesk.core.records import Message, Reply, ReplyState, Translation
from livedesk.core.typing_compat import override

PATIENCE_S = 10.0


class Listened(ChatListener):
    """Keeps what a connection tells, and lets a test wait for it."""

    def __init__(self) -> None:
        self.messages: list[ChatReceived] = []
        self.taken_back: list[ChatWithdrawn] = []
        self.paces: list[float] = []
        self._news = asyncio.Event()

    @property
    def texts(self) -> list[str]:
        return [m.text for m in self.messages]

    @override
    def connected(self, pace_s: float = 0.0) -> None:
        self.paces.append(pace_s)
        self._news.set()

    @override
    def received(self, chat: ChatReceived) -> None:
        self.messages.append(chat)
        self._news.set()

    @override
    def withdrawn(self, lines: ChatWithdrawn) -> None:
        self.taken_back.append(lines)
        self._news.set()

    async def until(self, is_there: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not is_there():
                self._news.clear()
                await self._news.wait()


class Running:
    """A connection that runs in a task."""

    def __init__(self, connection: ChatConnection) -> None:
        self.connection = connection
        self.heard = Listened()
        self.task = asyncio.get_running_loop().create_task(connection.run(self.heard))

    async def connected(self, times: int = 1) -> "Running":
        waiting = asyncio.get_running_loop().create_task(
            self.heard.until(lambda: len(self.heard.paces) >= times)
        )
        await asyncio.wait({waiting, self.task}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if not self.heard.paces:
            await self.task
        return self

    async def lost(self) -> ConnectionLost:
        with pytest.raises(ConnectionLost) as caught:
            async with asyncio.timeout(PATIENCE_S):
                await self.task
        return caught.value


@asynccontextmanager
async def running(connection: ChatConnection) -> AsyncIterator[Running]:
    """Run `connection` for as long as the block; it is cancelled at the end, and must be quick about it."""
    run = Running(connection)
    try:
        yield run
    finally:
        run.task.cancel()
        async with asyncio.timeout(2.0):
            await asyncio.gather(run.task, return_exceptions=True)


def asked(
    text: str = "hola", external_id: str = "m-1", name: str = "Maria", source: str = "twitch"
) -> Message:
    return Message(MessageId(1), source, external_id, buyer_id(source, name), name, text, 1_000.0)


def answer(text: str = "4 dólares", *, is_private: bool = False) -> Reply:
    line = Translation(Language("es"), text, 1, len(text), True)
    return Reply(
        ReplyId(1),
        MessageId(1),
        1,
        "四美元",
        Language("zh"),
        ReplyState.SENDING,
        1_000.0,
        line,
        is_private=is_private,
    )


async def refusal(sending: Awaitable[None]) -> Unavailable:
    with pytest.raises(Unavailable) as caught:
        await sending
    assert caught.value.part == "chat"
    return caught.value


class OtherEnd(Protocol):
    """The platform, as a test plays it."""

    connection: ChatConnection

    async def say(self, name: str, text: str) -> None:
        """A buyer writes."""
        ...

    def heard_publicly(self) -> list[str]:
        """What of livedesk's words everybody there can read."""
        ...

    async def close(self) -> None:
        """The platform goes away."""
        ...


class ConnectionContract:
    """Inherit it and give `open_end`."""

    goes_away = True
    """Whether the other end can go away."""

    async def open_end(self) -> OtherEnd:
        raise NotImplementedError

    def play(self, scene: Callable[[OtherEnd], Awaitable[None]]) -> None:
        async def whole() -> None:
            end = await self.open_end()
            try:
                await scene(end)
            finally:
                await end.close()

        asyncio.run(whole())

    def test_that_a_line_arrives_once_under_the_sources_name(self) -> None:
        async def scene(end: OtherEnd) -> None:
            async with running(end.connection) as run:
                await run.connected()
                await end.say("Maria", "¿precio? 😀")
                await end.say("John", "MOQ?")
                await run.heard.until(lambda: len(run.heard.messages) >= 2)
                assert run.heard.texts == ["¿precio? 😀", "MOQ?"]
                assert {m.source for m in run.heard.messages} == {end.connection.name}
                assert len({m.external_id for m in run.heard.messages}) == 2
                assert [m.buyer_name for m in run.heard.messages] == ["Maria", "John"]

        self.play(scene)

    def test_that_it_ends_soon_when_cancelled_and_can_be_run_again(self) -> None:
        async def scene(end: OtherEnd) -> None:
            async with running(end.connection) as run:
                await run.connected()
            async with running(end.connection) as run:
                await run.connected()
                await end.say("Maria", "still there")
                await run.heard.until(lambda: "still there" in run.heard.texts)

        self.play(scene)

    def test_that_a_private_answer_is_never_sent_to_all(self) -> None:
        async def scene(end: OtherEnd) -> None:
            async with running(end.connection) as run:
                await run.connected()
                failure = await refusal(end.connection.send(asked(), answer("secret", is_private=True)))
                assert failure.code in (ErrorCode.PUBLIC_ONLY, ErrorCode.READ_ONLY)
                await end.say("Maria", "after")
                await run.heard.until(lambda: "after" in run.heard.texts)
                assert not any("secret" in line for line in end.heard_publicly())

        self.play(scene)

    def test_that_it_sends_only_where_it_says_so(self) -> None:
        async def scene(end: OtherEnd) -> None:
            async with running(end.connection) as run:
                await run.connected()
                if end.connection.can_send:
                    await end.connection.send(asked(), answer())
                    assert any("4 dólares" in line for line in end.heard_publicly())
                else:
                    assert (await refusal(end.connection.send(asked(), answer()))).code is ErrorCode.READ_ONLY

        self.play(scene)

    def test_that_nothing_is_sent_while_it_is_not_connected(self) -> None:
        async def scene(end: OtherEnd) -> None:
            code = (await refusal(end.connection.send(asked(), answer()))).code
            assert code is (ErrorCode.SOURCE_CLOSED if end.connection.can_send else ErrorCode.READ_ONLY)

        self.play(scene)

    def test_that_it_says_so_when_the_other_end_goes_away(self) -> None:
        async def scene(end: OtherEnd) -> None:
            async with running(end.connection) as run:
                await run.connected()
                await end.close()
                lost = await run.lost()
                assert lost.tries_again
                assert lost.code is ErrorCode.UNREACHABLE
                assert lost.params["host"]

        if self.goes_away:
            self.play(scene)
