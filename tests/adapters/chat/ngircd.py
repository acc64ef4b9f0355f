"""A real IRC server (Debian's ngircd) on this machine, and a plain client in a channel of it."""

import asyncio
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

PROGRAM = shutil.which("ngircd", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
CHANNEL = "lumio"

_CONFIGURATION = """
[Global]
    Name = irc.livedesk.test
    Info = test
    Listen = 127.0.0.1
    Ports = {port}
    MotdPhrase = "hello"
    {password}
[Limits]
    MaxConnectionsIP = 0
    MaxNickLength = 20
    MaxPenaltyTime = 0
    PingTimeout = 120
    PongTimeout = 20
[Options]
    DNS = no
    Ident = no
    PAM = no
    RequireAuthPing = {pings}
    SyslogFacility = local1
"""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class IrcServer:
    """Started and killed as a test likes, always on the same port."""

    def __init__(self, folder: Path, *, password: str = "", pings: bool = False) -> None:
        if PROGRAM is None:
            pytest.skip("ngircd is not installed: make test-packages")
        self.port = free_port()
        self._file = folder / "ngircd.conf"
        said = f"Password = {password}" if password else ""
        self._file.write_text(
            _CONFIGURATION.format(port=self.port, password=said, pings="yes" if pings else "no")
        )
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> "IrcServer":
        assert PROGRAM is not None
        self._process = subprocess.Popen(
            [PROGRAM, "--config", str(self._file), "--nodaemon"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        async with asyncio.timeout(10.0):
            while True:
                try:
                    _, writer = await asyncio.open_connection("127.0.0.1", self.port)
                except OSError:
                    await asyncio.sleep(0.02)
                    continue
                writer.close()
                await writer.wait_closed()
                return self

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None


class IrcClient:
    """Someone else in the channel: what it saw is in `lines`."""

    def __init__(self, port: int, nick: str, password: str = "") -> None:
        self._port, self._nick, self._password = port, nick, password
        self.lines: list[str] = []
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def enter(self) -> "IrcClient":
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        if self._password:
            self.put(f"PASS {self._password}")
        self.put(f"NICK {self._nick}")
        self.put(f"USER {self._nick} 0 * :buyer")
        self._task = asyncio.get_running_loop().create_task(self._read())
        await self.until(" 001 ")
        self.put(f"JOIN #{CHANNEL}")
        await self.until(" 366 ")
        return self

    def put(self, line: str) -> None:
        self._writer.write(f"{line}\r\n".encode())

    def say(self, text: str) -> None:
        self.put(f"PRIVMSG #{CHANNEL} :{text}")

    async def until(self, part: str) -> str:
        async with asyncio.timeout(10.0):
            while not (found := [line for line in self.lines if part in line]):
                self._news.clear()
                await self._news.wait()
        return found[0]

    async def leave(self) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._writer.close()
        await asyncio.gather(self._writer.wait_closed(), return_exceptions=True)

    async def _read(self) -> None:
        while line := await self._reader.readline():
            text = line.decode("utf-8", "replace").rstrip()
            if text.startswith("PING"):
                self.put(text.replace("PING", "PONG", 1))
            self.lines.append(text)
            self._news.set()
