"""`livedesk live --headless` as a process of its own: what it prints, serves, takes in, and leaves behind."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.reading import LATEST, StoreReader
from livedesk.app.live_arguments import read_address
from livedesk.app.paths import MODELS_VARIABLE, Paths
from livedesk.core.errors import UserFacing
from livedesk.core.records import SessionState
from tests.app.conftest import Cli

PATIENCE_S = 30.0
PHONE = "0123456789abcdef0123456789abcdef"


class Live:
    """One process."""

    def __init__(self, base: Path, *arguments: str) -> None:
        self.base = base
        environment = {**os.environ, MODELS_VARIABLE: "", "XDG_DATA_HOME": str(base / "home")}
        command = [sys.executable, "-m", "livedesk", "--base-dir", str(base), "live", "--headless", "--json"]
        self.process = subprocess.Popen(
            [*command, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
        )

    def where(self) -> dict[str, Any]:
        """Return the one line it prints."""
        assert self.process.stdout is not None
        said = json.loads(self.process.stdout.readline())
        assert isinstance(said, dict)
        return said

    def say(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def end(self, how: signal.Signals = signal.SIGTERM) -> tuple[int, str, str]:
        """Send a signal, and return exit code and what else was printed."""
        self.process.send_signal(how)
        out, err = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, out, err

    def stored(self) -> StoreReader:
        return StoreReader(open_database(Paths(self.base).database))


Start = Callable[..., Live]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[Live] = []

    def begin(*arguments: str) -> Live:
        started.append(Live(tmp_path, *arguments))
        return started[-1]

    yield begin
    for live in started:
        if live.process.poll() is None:
            live.process.kill()
        live.process.communicate()


async def _be_a_phone(where: dict[str, Any], until: Callable[[dict[str, Any]], bool]) -> None:
    """Open the page, say hello, and read until a frame satisfies `until`."""
    url = where["audience"]
    origin = url[: url.index("/", 8)]
    async with aiohttp.ClientSession() as session, asyncio.timeout(PATIENCE_S):
        async with session.get(url) as page:
            assert page.status == 200
            assert b"<html" in await page.read()
        async with session.ws_connect(url + "ws", headers={"Origin": origin}) as socket_:
            hello = {"t": "hello", "id": PHONE, "language": "en", "locale": "en-US", "name": ""}
            await socket_.send_json(hello)
            async for frame in socket_:
                if until(json.loads(frame.data)):
                    return
    raise AssertionError("the connection ended")


async def _hand_in(where: dict[str, Any]) -> None:
    message = {"chatname": "Ann", "chatmessage": "How much is number 3?", "type": "tiktok"}
    async with aiohttp.ClientSession() as session, session.post(where["inlet"], json=message) as answer:
        assert answer.status == 200


def test_that_phones_come_back_by_their_code_after_a_desk_was_killed_and_not_after_it_ended(
    start: Start,
) -> None:
    live = start("--host-lines", "-", "--sample")
    first = live.where()
    live.end(signal.SIGKILL)
    live = start("--host-lines", "-", "--sample")
    where = live.where()
    assert _key(where["audience"]) == _key(first["audience"])
    assert (where["inlet_key"], _overlay_key(where)) == (first["inlet_key"], _overlay_key(first))
    asyncio.run(_be_a_phone(where, lambda frame: frame["t"] == "welcome"))
    assert live.end()[0] == 0
    live = start("--host-lines", "-", "--sample")
    where = live.where()
    assert _key(where["audience"]) != _key(first["audience"])
    assert where["inlet_key"] == first["inlet_key"], "OBS and the extension keep their addresses"


def _key(url: str) -> str:
    return url.rstrip("/").rpartition("/")[2]


def _overlay_key(where: dict[str, str]) -> str:
    return where["overlay"].split("/")[3]


def test_that_a_show_without_a_window_serves_all_its_guests_and_ends_in_order(start: Start) -> None:
    live = start("--host-lines", "-", "--sample")
    where = live.where()
    assert where["inlet_key"] in where["inlet"]
    assert all(where[name].startswith("http://127.0.0.1:") for name in ("audience", "overlay", "inlet"))
    live.say("最低起订量500个")
    asyncio.run(_be_a_phone(where, lambda frame: frame["t"] == "caption" and "500" in frame["text"]))
    asyncio.run(_hand_in(where))
    code, out, err = live.end()
    assert (code, out) == (0, ""), err
    assert "Traceback" not in err
    data = live.stored().load_session(LATEST)
    assert data.session.state is SessionState.ENDED
    assert [caption.text for caption in data.captions] == ["最低起订量500个"]
    assert [message.text for message in data.messages] == ["How much is number 3?"]
    for name in ("audience", "inlet"):  # the ports are free
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # what is over waits a minute else
            again.bind(read_address(where[name].split("/")[2]))


def test_that_a_killed_show_can_be_resumed(start: Start) -> None:
    live = start("--host-lines", "-")
    where = live.where()
    live.say("这款锅没有涂层")
    asyncio.run(_be_a_phone(where, lambda frame: frame["t"] == "caption"))

    def is_stored() -> bool:
        unfinished = live.stored().unfinished_session()
        return unfinished is not None and bool(unfinished.captions)

    deadline = asyncio.new_event_loop()
    try:

        async def wait() -> None:
            async with asyncio.timeout(PATIENCE_S):
                while not is_stored():
                    await asyncio.sleep(0.1)

        deadline.run_until_complete(wait())
    finally:
        deadline.close()
    live.process.kill()
    live.process.wait(PATIENCE_S)
    unfinished = live.stored().unfinished_session()
    assert unfinished is not None
    assert unfinished.session.id == where["session"]


def test_that_a_port_in_use_is_one_line_and_exit_1(cli: Cli, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = cli("--base-dir", tmp_path, "live", "--headless", "--json", "--web", f"127.0.0.1:{port}")
    said = json.loads(done.out)
    assert (done.code, said["error"]) == (1, "port_in_use")
    assert str(port) in said["message"]


@pytest.mark.parametrize(
    "text", ["0.0.0.0:80", "nonsense", "10.0.0.1:99999", "1.2.3:80", "::1:80", "10.0.0.999:80"]
)
def test_that_only_one_address_of_this_computer_will_do(text: str) -> None:
    with pytest.raises(UserFacing):
        read_address(text)


def test_that_an_address_may_come_without_a_port() -> None:
    assert read_address("192.168.1.20") == ("192.168.1.20", 0)
    assert read_address("192.168.1.20:8484") == ("192.168.1.20", 8484)


def test_that_an_address_of_another_computer_is_refused(cli: Cli, tmp_path: Path) -> None:
    done = cli("--base-dir", tmp_path, "live", "--headless", "--web", "203.0.113.7:8484")
    assert done.code == 1
    assert done.is_clear
    assert "203.0.113.7" in done.err


def test_that_a_sound_file_that_is_none_is_refused(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "noise.wav").write_text("no sound", encoding="ascii")
    done = cli("--base-dir", tmp_path, "live", "--headless", "--json", "--host-audio", tmp_path / "noise.wav")
    assert (done.code, json.loads(done.out)["error"]) == (1, "audio_file_broken")


@pytest.mark.parametrize(
    "arguments",
    [("--local-port", "99999"), ("--local-port", "-1"), ("--line-every", "nan"), ("--line-every", "-3")],
    ids=" ".join,
)
def test_that_a_port_and_a_pause_that_cannot_be_are_wrong_arguments(
    cli: Cli, tmp_path: Path, arguments: tuple[str, str]
) -> None:
    result = cli("--base-dir", tmp_path / "base", "live", "--headless", *arguments)
    assert (result.code, result.out) == (2, "")
    assert "usage: livedesk live" in result.err


@pytest.mark.parametrize("lines", ["gbk.txt", "missing.txt", "."])
def test_that_lines_that_cannot_be_read_are_told_before_the_show_begins(
    cli: Cli, tmp_path: Path, lines: str
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "gbk.txt").write_bytes("起订量五百个。".encode("gbk"))
    base = tmp_path / "base"
    result = cli("--base-dir", base, "live", "--headless", "--json", "--host-lines", lines)
    assert result.code == 1
    assert json.loads(result.out)["error"] == "bad_input"
    assert "UTF-8" in json.loads(result.out)["message"]
    assert cli("--base-dir", base, "sessions", "--json").out == "[]\n"


def test_that_an_address_that_cannot_be_is_told_as_json_too(cli: Cli, tmp_path: Path) -> None:
    result = cli("--base-dir", tmp_path / "base", "live", "--headless", "--json", "--web", "0.0.0.0:1")
    assert (result.code, json.loads(result.out)["error"]) == (1, "bad_input")


def test_that_a_show_goes_on_where_standard_input_was_closed_before(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "livedesk", "--base-dir", str(tmp_path), "live", "--headless"]
    program = f"exec {' '.join(command)} --host-lines - <&-"
    environment = {**os.environ, MODELS_VARIABLE: "", "XDG_DATA_HOME": str(tmp_path / "home")}
    process = subprocess.Popen(
        ["sh", "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
    )
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["audience"]
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0
    assert "Traceback" not in err
