"""A real desk on its thread, and what tests need to follow it without ever sleeping."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.ports import ChatSource, Clock
from livedesk.core.records import Caption, Health, HealthState, Message, Part, Reply
from livedesk.core.session.booth import Booth
from livedesk.core.translation.request import TranslateRequest, TranslateResult
from livedesk.runtime.clock import ManualClock
from livedesk.runtime.desk import Closed, Desk
from livedesk.runtime.inbox import Inbox

PATIENCE_S = 10.0


class Heard:
    """A subscriber that keeps every event and lets a test wait for one."""

    def __init__(self) -> None:
        self.events: list[ev.Event] = []
        self.threads: set[str] = set()
        self._news = threading.Condition()

    def receive(self, event: ev.Event) -> None:
        with self._news:
            self.events.append(event)
            self.threads.add(threading.current_thread().name)
            self._news.notify_all()

    def until(self, is_there: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(is_there, PATIENCE_S), "it never happened"

    @property
    def captions(self) -> dict[int, Caption]:
        return {e.caption.segment: e.caption for e in list(self.events) if isinstance(e, ev.CaptionChanged)}

    @property
    def messages(self) -> dict[int, Message]:
        return {e.message.id: e.message for e in list(self.events) if isinstance(e, ev.MessageChanged)}

    @property
    def replies(self) -> dict[int, Reply]:
        return {e.reply.id: e.reply for e in list(self.events) if isinstance(e, ev.ReplyChanged)}

    @property
    def healths(self) -> list[Health]:
        return [e.health for e in list(self.events) if isinstance(e, ev.HealthChanged)]


class MemoryTape:
    """Keeps what a desk records."""

    def __init__(self) -> None:
        self.lines: list[tuple[float, Literal["in", "out"], ev.Input | ev.Event]] = []

    def write(self, at: float, direction: Literal["in", "out"], event: ev.Input | ev.Event) -> None:
        self.lines.append((at, direction, event))

    def close(self) -> None:
        pass

    def inputs(self) -> list[tuple[float, ev.Input]]:
        return [(at, event) for at, direction, event in self.lines if direction == "in"]  # type: ignore[misc]

    def events(self) -> list[tuple[float, ev.Event]]:
        return [(at, event) for at, direction, event in self.lines if direction == "out"]  # type: ignore[misc]


class OpenSource(ChatSource):
    """Takes every reply, unless `failure` is set."""

    def __init__(self, name: str = "phone") -> None:
        self.name = name
        self.sent: list[Reply] = []
        self.failure: Exception | None = None

    async def send(self, message: Message, reply: Reply) -> None:
        if self.failure:
            raise self.failure
        self.sent.append(reply)


class RunningDesk:
    """A started desk. `bugs` is what it reported as such."""

    def __init__(
        self,
        clock: Clock,
        *audience: Language,
        tape: MemoryTape | None = None,
        booth: Booth | None = None,
    ) -> None:
        self.clock = clock
        self.inbox = Inbox()
        self.bugs: list[BaseException] = []
        self.booth = booth or Booth(ZH, audience or (EN,))
        self.desk = Desk(self.booth, clock, self.inbox, self.bugs.append, tape.write if tape else None)
        self.heard = Heard()
        self._marks = 0

    def start(self) -> "RunningDesk":
        self.desk.start()
        self.desk.subscribe(self.heard.receive)
        return self

    def post(self, *inputs: ev.Input) -> "RunningDesk":
        for given in inputs:
            self.desk.post(given)
        return self

    def live(self) -> "RunningDesk":
        return self.post(ev.StartSession("Fair", is_rehearsal=False))

    def settled(self) -> "RunningDesk":
        """Wait until all that was posted before has been handled."""
        self._marks += 1
        mark = Health(Part.MICROPHONE, HealthState.OK, lag_ms=self._marks)
        self.desk.post(ev.HealthReported(mark))
        self.heard.until(lambda: mark in self.heard.healths)
        return self

    def work(self) -> list[TranslateRequest]:
        """Take what waits for the translator."""
        self.settled()
        taken: list[TranslateRequest] = []
        while len(self.inbox):
            taken += self.inbox.take(lambda: False)
        return taken

    def answer(self, request: TranslateRequest, text: str = "translated") -> "RunningDesk":
        spoken = request.source or EN
        return self.post(TranslateResult(request, text, spoken, True, None, (), 5.0, "m", "fake"))

    def stop(self) -> Closed:
        return self.desk.stop()


@contextmanager
def running_desk(
    *audience: Language, clock: Clock | None = None, tape: MemoryTape | None = None
) -> Iterator[RunningDesk]:
    """A desk that is stopped at the end, and that met no bug."""
    running = RunningDesk(clock or ManualClock(1_000.0), *audience, tape=tape).start()
    try:
        yield running
    finally:
        running.stop()
    assert running.bugs == []


def wait_for(event: threading.Event) -> None:
    assert event.wait(PATIENCE_S), "it never happened"
