"""The store lane: the `store` thread that writes what happened, a batch every quarter of a second.

A failing disk loses nothing while the program runs: the batch waits and is tried again, and the strip says so.
"""

import contextlib
import threading
from collections.abc import Callable
from typing import Literal, Protocol

from livedesk.core.errors import Unavailable
from livedesk.core.events import (
    Event,
    HealthReported,
    Input,
    LevelChanged,
    LevelMeasured,
    LinkChanged,
    LinkReported,
    NoticeRaised,
)
from livedesk.core.ports import EventSink
from livedesk.core.records import Health, HealthState, Notice, NoticeCode, NoticeLevel, Part
from livedesk.runtime.affinity import on
from livedesk.runtime.worker import Worker

FLUSH_EVERY_S = 0.25
RETRY_AFTER_S = 1.0

Direction = Literal["in", "out"]
"""Whether a line of a tape went to the desk or came from it."""

_NOT_ON_TAPE = (LevelMeasured, LevelChanged, LinkReported, LinkChanged)
"""What comes all the time and says nothing later; and links, whose addresses hold keys."""


class Tape(Protocol):
    """Keeps every input and event of the desk with its time; see `adapters.store.tape_file`."""

    def write(self, at: float, direction: Direction, event: Input | Event) -> None:
        """Append one line; raises `Unavailable("store", ...)` once when it cannot."""
        ...

    def close(self) -> None:
        """Close the file."""
        ...


class StoreLane:
    """Runs an `EventSink` (and a tape, where one records) on the thread `store`."""

    def __init__(
        self,
        open_sink: Callable[[], EventSink],
        post: Callable[[Input], None],
        on_bug: Callable[[BaseException], None],
        tape: Tape | None = None,
    ) -> None:
        self._open_sink = open_sink
        self._post = post
        self._on_bug = on_bug
        self._tape = tape
        self._mutex = threading.Lock()
        self._waiting: list[Event] = []
        self._to_tape: list[tuple[float, Direction, Input | Event]] = []
        self._is_failing = False
        self.failure: Unavailable | None = None
        """What the store complained about last, None while all is well."""
        self._worker = Worker("store", self._work, self._failed)

    def start(self) -> None:
        """Start the thread; the sink is opened there."""
        self._worker.start()

    def stop(self, deadline_s: float) -> bool:
        """Write what waits and stop; return whether that was in time."""
        return self._worker.stop(deadline_s)

    @property
    def unwritten(self) -> int:
        """How many events are not in the store yet; after `stop` they are lost."""
        with self._mutex:
            return len(self._waiting)

    def receive(self, event: Event) -> None:
        """Take an event to keep; called on the desk thread, never blocks."""
        if isinstance(event, LevelChanged):
            return  # ten a second, and nobody asks for them later
        with self._mutex:
            self._waiting.append(event)

    def record(self, at: float, direction: Direction, event: Input | Event) -> None:
        """Take a line for the tape, if one records."""
        if self._tape and not isinstance(event, _NOT_ON_TAPE):
            with self._mutex:
                self._to_tape.append((at, direction, event))

    def _failed(self, error: BaseException) -> None:
        self._say(HealthState.FAILED)
        params: dict[str, str | int] = {"part": Part.STORE}
        self._post(NoticeRaised(Notice(NoticeCode.WORKER_FAILED, NoticeLevel.ERROR, params)))
        self._on_bug(error)

    @on("store")
    def _work(self, stop: threading.Event) -> None:
        sink = self._open_sink()
        self._say(HealthState.OK)
        try:
            while not stop.wait(RETRY_AFTER_S if self._is_failing else FLUSH_EVERY_S):
                self._flush(sink)
            self._flush(sink)
        finally:
            sink.close()
            self._close_tape()

    def _flush(self, sink: EventSink) -> None:
        with self._mutex:
            batch = list(self._waiting)  # stays there until it is written
            lines, self._to_tape = self._to_tape, []
        if batch:
            try:
                sink.write(batch)
            except Unavailable as error:
                self.failure = error
                self._report_failure(error)
            else:
                with self._mutex:
                    del self._waiting[: len(batch)]
                self.failure = None
                if self._is_failing:
                    self._is_failing = False
                    self._say(HealthState.OK)
        self._write_tape(lines)

    def _write_tape(self, lines: list[tuple[float, Direction, Input | Event]]) -> None:
        if self._tape is None:
            return
        try:
            for line in lines:
                self._tape.write(*line)
        except Unavailable as error:
            self._close_tape()
            self._tape = None  # half a tape is no use; the session itself is in the database
            self._report_failure(error)

    def _close_tape(self) -> None:
        if self._tape:
            with contextlib.suppress(Unavailable):  # the disk is full: what could be written is written
                self._tape.close()

    def _report_failure(self, error: Unavailable) -> None:
        if self._is_failing:
            return
        self._is_failing = True
        self._say(HealthState.FAILED, error.code)
        params: dict[str, str | int] = {"code": error.code, **error.params}
        self._post(NoticeRaised(Notice(NoticeCode.STORE_FAILED, NoticeLevel.ERROR, params)))

    def _say(self, state: HealthState, code: str = "") -> None:
        self._post(HealthReported(Health(Part.STORE, state, code=code)))
