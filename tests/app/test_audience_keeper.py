"""The page for phones stays where phones find it, also when this computer gets another address."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from tempfile import TemporaryDirectory

from livedesk.app.audience_keeper import AudienceKeeper
from livedesk.app.kept_code import KeptCode
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.events import DismissNotice, Input, LinkReported, NoticeRaised
from livedesk.core.links import HostAddress, Link, LinkState
from livedesk.core.records import NoticeCode

WIFI = HostAddress("192.168.43.17", "wlan0")
MOVED = HostAddress("192.168.43.99", "wlan0")
CABLE = HostAddress("10.0.0.7", "eth0")
PATIENCE_S = 5.0


class Server:
    """Writes down what it is asked; refuses what is in `refused`."""

    def __init__(self) -> None:
        self.did: list[tuple[str, str]] = []
        self.keys: list[str] = []
        self.refused: dict[str, UserFacing] = {}

    async def open_audience(self, host: str, port: int, key: str) -> str:
        self.keys.append(key)
        return self._at("open", host, port)

    async def move_audience(self, host: str, port: int) -> str:
        return self._at("move", host, port)

    async def close_audience(self) -> None:
        self.did.append(("close", ""))

    def _at(self, what: str, host: str, port: int) -> str:
        self.did.append((what, host))
        if host in self.refused:
            raise self.refused[host]
        return f"http://{host}:{port}/key/"


class Rig:
    """A keeper, its server, and the addresses that this computer has."""

    def __init__(self, code: KeptCode, *addresses: HostAddress) -> None:
        self.addresses = addresses
        self.server = Server()
        self.posted: list[Input] = []
        self.keeper = AudienceKeeper(
            self.server, self.posted.append, lambda: self.addresses, code, check_s=0.01
        )

    @property
    def links(self) -> list[Link]:
        return [given.link for given in self.posted if isinstance(given, LinkReported)]

    @property
    def notices(self) -> list[NoticeCode]:
        """The notices on show."""
        shown: dict[NoticeCode, None] = {}
        for given in self.posted:
            if isinstance(given, NoticeRaised):
                shown[given.notice.code] = None
            elif isinstance(given, DismissNotice):
                shown.pop(given.code, None)
        return list(shown)

    async def until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not is_so():
                await asyncio.sleep(0.005)


def run(test: Callable[[Rig], Coroutine[None, None, None]], *addresses: HostAddress) -> Rig:
    with TemporaryDirectory() as folder:
        return run_with(KeptCode(Path(folder) / "phones.json"), test, *addresses)


def run_with(
    code: KeptCode, test: Callable[[Rig], Coroutine[None, None, None]], *addresses: HostAddress
) -> Rig:
    rig = Rig(code, *addresses)

    async def whole() -> None:
        try:
            await test(rig)
        finally:
            await rig.keeper.close()

    asyncio.run(whole())
    return rig


def test_that_it_opens_at_the_likeliest_address_and_closes_for_good() -> None:
    async def test(rig: Rig) -> None:
        await rig.keeper.open("", 8484)
        assert rig.keeper.is_open

    rig = run(test, CABLE, WIFI)
    assert rig.server.did[-2:] == [("open", WIFI.address), ("close", "")]
    assert rig.links[-1].state is LinkState.OFF
    assert not rig.keeper.is_open


def test_that_a_desk_that_was_killed_lets_phones_in_again_by_their_code(tmp_path: Path) -> None:
    code = KeptCode(tmp_path / "phones.json")

    async def test(rig: Rig) -> None:
        await rig.keeper.open("", 8484)

    killed = code.take()  # as a killed desk leaves it
    assert run_with(code, test, WIFI).server.keys == [killed]
    assert run_with(code, test, WIFI).server.keys != [killed], "who closes it kills the code"


def test_that_the_code_waits_for_the_network_after_a_desk_was_killed(tmp_path: Path) -> None:
    code = KeptCode(tmp_path / "phones.json")
    killed = code.take()

    async def test(rig: Rig) -> None:
        rig.server.refused[WIFI.address] = UserFacing(ErrorCode.PORT_IN_USE, port=8484)
        await rig.keeper.open("", 8484)
        rig.server.refused.clear()
        await rig.keeper.open("", 8484)

    assert run_with(code, test, WIFI).server.keys == [killed, killed]


def test_that_opening_anew_makes_a_new_code() -> None:
    async def test(rig: Rig) -> None:
        await rig.keeper.open("", 8484)
        await rig.keeper.open("", 8484)

    first, second = run(test, WIFI).server.keys
    assert first != second


def test_that_a_new_address_of_the_same_adapter_is_followed_and_told() -> None:
    async def test(rig: Rig) -> None:
        await rig.keeper.open(WIFI.address, 8484)
        rig.addresses = (CABLE, MOVED)
        await rig.until(lambda: ("move", MOVED.address) in rig.server.did)
        await rig.until(lambda: rig.notices == [NoticeCode.AUDIENCE_MOVED])

    run(test, CABLE, WIFI)


def test_that_a_lost_wifi_is_told_and_comes_back_by_itself() -> None:
    async def test(rig: Rig) -> None:
        await rig.keeper.open(WIFI.address, 8484)
        rig.addresses = (CABLE,)
        await rig.until(lambda: bool(rig.links) and rig.links[-1].state is LinkState.WAITING)
        assert rig.links[-1].code == ErrorCode.ADDRESS_GONE
        assert rig.notices == [NoticeCode.AUDIENCE_FAILED]
        assert ("move", CABLE.address) not in rig.server.did  # nobody chose that network
        rig.addresses = (CABLE, MOVED)
        await rig.until(lambda: ("move", MOVED.address) in rig.server.did)
        await rig.until(lambda: NoticeCode.AUDIENCE_FAILED not in rig.notices)

    run(test, CABLE, WIFI)


def test_that_without_a_chosen_address_any_network_of_this_computer_will_do() -> None:
    async def test(rig: Rig) -> None:
        await rig.keeper.open("", 8484)
        rig.addresses = (CABLE,)
        await rig.until(lambda: ("move", CABLE.address) in rig.server.did)

    run(test, CABLE, WIFI)


def test_that_a_better_address_is_no_reason_to_kill_the_codes_in_the_hall() -> None:
    async def test(rig: Rig) -> None:
        await rig.keeper.open("", 8484)
        rig.addresses = (WIFI, CABLE)
        rig.keeper.look()
        await asyncio.sleep(0.05)
        assert all(what != "move" for what, _ in rig.server.did)

    run(test, CABLE)


def test_that_no_network_and_a_gone_address_are_told_apart() -> None:
    async def test(rig: Rig) -> None:
        await rig.keeper.open("", 8484)
        assert (rig.links[-1].state, rig.links[-1].code) == (LinkState.FAILED, ErrorCode.NO_NETWORK)
        await rig.keeper.open("192.168.1.5", 8484)
        assert (rig.links[-1].code, rig.links[-1].params) == (
            ErrorCode.ADDRESS_GONE,
            {"address": "192.168.1.5"},
        )
        assert not rig.keeper.is_open

    run(test, HostAddress("127.0.0.1", "lo"))


def test_that_a_port_in_use_ends_the_try_and_says_so() -> None:
    async def test(rig: Rig) -> None:
        rig.server.refused[WIFI.address] = UserFacing(ErrorCode.PORT_IN_USE, port=8484)
        await rig.keeper.open("", 8484)
        assert (rig.links[-1].state, rig.links[-1].params) == (LinkState.FAILED, {"port": 8484})
        assert rig.notices == [NoticeCode.AUDIENCE_FAILED]

    run(test, WIFI)


def test_that_a_move_that_fails_is_tried_again() -> None:
    async def test(rig: Rig) -> None:
        await rig.keeper.open(WIFI.address, 8484)
        rig.server.refused[MOVED.address] = UserFacing(ErrorCode.PORT_IN_USE, port=8484)
        rig.addresses = (MOVED,)
        await rig.until(lambda: rig.server.did.count(("move", MOVED.address)) > 1)
        assert rig.links[-1].state is LinkState.WAITING
        rig.server.refused.clear()
        await rig.until(lambda: NoticeCode.AUDIENCE_MOVED in rig.notices)

    run(test, WIFI)


def test_that_it_closes_also_after_the_system_could_not_say_its_addresses() -> None:
    async def test(rig: Rig) -> None:
        asked = 0

        def broken() -> tuple[HostAddress, ...]:
            nonlocal asked
            asked += 1
            raise OSError(24, "Too many open files")

        await rig.keeper.open("", 8484)
        rig.keeper._addresses = broken
        await rig.until(lambda: asked > 2)
        rig.keeper._addresses = lambda: (MOVED,)
        await rig.until(lambda: ("move", MOVED.address) in rig.server.did)

    rig = run(test, WIFI)
    assert rig.server.did[-1] == ("close", "")
    assert rig.links[-1].state is LinkState.OFF


def test_that_it_closes_also_where_following_the_address_has_a_bug() -> None:
    async def test(rig: Rig) -> None:
        def broken() -> tuple[HostAddress, ...]:
            raise KeyError("a bug")

        await rig.keeper.open("", 8484)
        rig.keeper._addresses = broken
        task = rig.keeper._task
        assert task is not None
        await rig.until(task.done)

    rig = run(test, WIFI)
    assert rig.server.did[-1] == ("close", "")
