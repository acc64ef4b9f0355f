"""A session as JSON lines: what came in and what the desk told everyone, to be replayed with a fake clock.

One line per event: {"t": 12.25, "in": {"kind": "AddHostLine", ...}} or "out" in place of "in".
"""

import json
import math
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from livedesk.adapters.store.failures import STORE, code_of_os, file_errors
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.typing_compat import override
from livedesk.core.wire import decode, encode

Direction = Literal["in", "out"]
FLUSH_EVERY_S = 0.5


@dataclass(frozen=True, slots=True)
class TapeLine:
    """One event; `t` is the recorder's clock, in seconds."""

    t: float
    direction: Direction
    event: Any


class TapeWriter:
    """Appends events to a tape and writes them out every half second at most; for one thread.

    The first write that fails raises `Unavailable("store", ...)`; after it `is_stopped` is True and further
    events are ignored, for a tape with a gap would replay as something that never happened.
    """

    def __init__(self, path: Path, now: Callable[[], float] = time.monotonic) -> None:
        """Open `path` to go on after its last whole line; raises `UserFacing(FOLDER_NOT_WRITABLE | DISK_FULL)`."""
        self.path = path
        self.is_stopped = False
        self._now = now
        self._waiting: list[bytes] = []
        self._flushed_at = now()
        with file_errors(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("ab+", buffering=0)
            _cut_half_line(self._file)

    def write(self, at: float, direction: str, event: object) -> None:
        """Append `event`, "in" or "out" of the desk at the time `at` (seconds, finite)."""
        if self.is_stopped:
            return
        line = json.dumps({"t": at, direction: encode(event)}, allow_nan=False, separators=(",", ":"))
        self._waiting.append(line.encode() + b"\n")
        if self._now() - self._flushed_at >= FLUSH_EVERY_S:
            self.flush()

    def flush(self) -> None:
        """Write out what is waiting; raises `Unavailable("store", DISK_FULL | FOLDER_NOT_WRITABLE)` once."""
        data = memoryview(b"".join(self._waiting))
        self._waiting.clear()
        self._flushed_at = self._now()
        try:
            while data and not self.is_stopped:
                data = data[self._file.write(data) :]  # an unbuffered file may take a part only
        except OSError as error:
            self.is_stopped = True
            raise Unavailable(STORE, code_of_os(error), folder=str(self.path.parent)) from error

    def close(self) -> None:
        """Write out the rest and release the file; raises as `flush` does."""
        try:
            self.flush()
        finally:
            with suppress(OSError):
                self._file.close()


class TapeReader(Iterator[TapeLine]):
    """The lines of a tape in order. `was_cut`: its last line was half written and was left out."""

    def __init__(self, path: Path) -> None:
        """Raise `UserFacing(TAPE_BROKEN, file=, line=0)` where the file cannot be read."""
        self._path = path
        self.was_cut = False
        try:
            self._lines = enumerate(path.read_bytes().splitlines(keepends=True), start=1)
        except OSError as error:
            raise self._broken(0, type(error).__name__) from error

    @override
    def __iter__(self) -> "TapeReader":
        return self

    @override
    def __next__(self) -> TapeLine:
        """Raise `UserFacing(TAPE_BROKEN, file=, line=)` for a line that is no event."""
        number, line = next(self._lines)
        try:
            return _parse(line)
        except (UserFacing, ValueError, KeyError, TypeError, RecursionError) as error:
            if line.endswith(b"\n"):
                raise self._broken(number, str(error)) from error
            self.was_cut = True
            raise StopIteration from error

    def _broken(self, line: int, detail: str) -> UserFacing:
        return UserFacing(ErrorCode.TAPE_BROKEN, file=str(self._path), line=line, detail=detail)


def read_tape(path: Path) -> TapeReader:
    """Return an iterator over the lines of the tape at `path`; see `TapeReader` for what it raises."""
    return TapeReader(path)


def _parse(line: bytes) -> TapeLine:
    data = json.loads(line)
    if not isinstance(data, dict) or len(data) != 2:
        raise ValueError("not {t, in} or {t, out}")
    t = data["t"]
    if isinstance(t, bool) or not isinstance(t, int | float) or not math.isfinite(t):
        raise ValueError("t is not a time")
    direction: Direction = "in" if "in" in data else "out"
    if not isinstance(data[direction], dict):
        raise ValueError("not an event")
    return TapeLine(float(t), direction, decode(data[direction]))


def _cut_half_line(file: Any) -> None:
    """Remove what a killed process left behind the last line end, else it would spoil the next line too."""
    file.seek(0)
    whole = file.read()
    if not whole.endswith(b"\n"):
        file.truncate(whole.rfind(b"\n") + 1)
    file.seek(0, 2)
