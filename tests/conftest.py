"""What holds in every test: no connection leaves this machine, and no thread outlives its test."""

import socket
import threading
import traceback
from collections.abc import Iterator
from typing import Any

# Before a test freezes the collector's objects: a plugin that trio (of selenium) has for hypothesis looks for them
# when hypothesis is first loaded, which without this is at the end of a run, and warns.
import hypothesis  # noqa: F401
import pytest

_LOCAL = ("127.", "::1", "localhost")
_PATIENCE_S = 3.0
"""How long a thread that was asked to stop may take after the test."""


@pytest.fixture(autouse=True, scope="session")
def _no_outgoing_connections() -> Iterator[None]:
    """Refuse connections to anything but this machine: offline is a promise."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(_LOCAL):
            raise AssertionError(f"a test reached out to {address}")
        connect(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign]  # put back below
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]  # as it was


@pytest.fixture(autouse=True)
def _no_thread_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a thread of livedesk's running, and say where it was started."""
    started: dict[threading.Thread, str] = {}
    start = threading.Thread.start

    def remembered(self: threading.Thread) -> None:
        started[self] = "".join(traceback.format_stack(limit=8)[:-1])
        start(self)

    monkeypatch.setattr(threading.Thread, "start", remembered)
    yield
    for thread, where in started.items():
        if thread.name in ("desk", "mt", "asr", "store", "errands", "files", "downloads"):
            thread.join(_PATIENCE_S)
            assert not thread.is_alive(), f"the thread {thread.name!r} was left running, started at\n{where}"
