"""The stand-in for a chat connection keeps the contract of the real ones."""

from tests.contracts.connection_contract import ConnectionContract, OtherEnd
from tests.contracts.fakes_chat import FakeConnection, FakeEnd


class TestFakeConnection(ConnectionContract):
    async def open_end(self) -> OtherEnd:
        return FakeEnd(FakeConnection())


class TestFakeReader(ConnectionContract):
    async def open_end(self) -> OtherEnd:
        return FakeEnd(FakeConnection(can_send=False))
