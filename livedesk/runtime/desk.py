"""The desk: an asyncio loop on its own thread that owns the booth's state. Everyone else posts and listens.

`post` takes commands and facts from any thread. Subscribers (window, store, phones) are called on the desk thread
with each event and must return at once.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Literal

from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.events import (
    CaptionChanged,
    Event,
    Input,
    MessageChanged,
    ReplyChanged,
    ReplyFailed,
    ReplySent,
    Ticked,
)
from livedesk.core.ports import ChatSource, Clock
from livedesk.core.records import Message, Reply
from livedesk.core.session.booth import Booth
from livedesk.core.session.outcome import Outcome
from livedesk.runtime.affinity import on
from livedesk.runtime.inbox import Inbox

TICK_S = 0.2
DRAIN_S = 2.0
"""How long closing waits for final captions to be translated."""

SEND_TIMEOUT_S = 10.0

_LINES = (CaptionChanged, MessageChanged, ReplyChanged)

Subscriber = Callable[[Event], None]
Recorder = Callable[[float, Literal["in", "out"], Input | Event], None]


@dataclass(frozen=True, slots=True)
class Closed:
    """How closing went: how many lines were left without a translation or an answer, and if in time."""

    left: int
    in_time: bool


class Desk:
    """The one owner of session state."""

    def __init__(
        self,
        booth: Booth,
        clock: Clock,
        inbox: Inbox,
        on_bug: Callable[[BaseException], None],
        record: Recorder | None = None,
    ) -> None:
        """`booth` belongs to the desk thread from `start` on; nobody else touches it."""
        self.booth = booth
        self.clock = clock
        self._inbox = inbox
        self._on_bug = on_bug
        self._record = record
        self._subscribers: list[Subscriber] = []
        self._sources: dict[str, ChatSource] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._left = 0
        self._drained = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="desk", daemon=True)

    # --- for everyone ---

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def post(self, given: Input) -> None:
        """Hand over a command or a fact; returns at once. After the desk stopped it is ignored."""
        self._call(self.take, given)

    def subscribe(self, subscriber: Subscriber) -> None:
        """Call `subscriber` on the desk thread for every event from now on, beginning with the state so far."""
        self._call(self._add_subscriber, subscriber)

    def add_source(self, source: ChatSource) -> None:
        """Let replies to messages from `source.name` go through `source`."""
        self._call(self._sources.__setitem__, source.name, source)

    def spawn(self, make: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run a coroutine on the desk's loop; it is cancelled when the desk stops."""
        self._call(self._spawn, make)

    def stop(self, deadline_s: float = DRAIN_S + 1.0) -> Closed:
        """Wait for finals (at most 2 s), give what is left its reason, end the thread."""
        if self._thread.ident is None:
            self._loop.close()
            return Closed(0, True)
        self._call(self._spawn, self._close)
        self._thread.join(deadline_s)
        return Closed(self._left, not self._thread.is_alive())

    # --- on the desk thread ---

    @on("desk")
    def take(self, given: Input) -> None:
        """Take an input now; for code that already runs on the desk."""
        now = self.clock.now()
        outcome = self.booth.handle(given, now)
        if self._record and (outcome.events or not isinstance(given, Ticked)):
            self._record(now, "in", given)
        self._route(outcome, now)

    def _route(self, outcome: Outcome, now: float) -> None:
        for work, item in outcome.withdrawn:
            self._inbox.withdraw(work, item)
        for request in outcome.requests:
            self._inbox.put(request)
        for event in outcome.events:
            if self._record:
                self._record(now, "out", event)
            for subscriber in self._subscribers:
                self._tell(subscriber, event)
        for message, reply in outcome.deliveries:
            self._keep(self._loop.create_task(self._deliver(message, reply)))
        if not self.booth.is_waiting_for_finals:
            self._drained.set()

    def _tell(self, subscriber: Subscriber, event: Event) -> None:
        try:
            subscriber(event)
        except Exception as error:  # noqa: BLE001 - one subscriber's bug must not cost the others their news
            self._on_bug(error)

    async def _deliver(self, message: Message, reply: Reply) -> None:
        session = self.booth.session.id
        source = self._sources.get(message.source)
        report: ReplySent | ReplyFailed = ReplySent(reply.id)
        try:
            if source is None:
                raise Unavailable("chat", ErrorCode.SOURCE_CLOSED)
            await asyncio.wait_for(source.send(message, reply), SEND_TIMEOUT_S)
        except Unavailable as error:
            report = ReplyFailed(reply.id, error.code)
        except TimeoutError:
            report = ReplyFailed(reply.id, ErrorCode.CANNOT_SEND)
        except Exception as error:  # noqa: BLE001 - a task's top: the reply fails, and says so
            self._on_bug(error)
            report = ReplyFailed(reply.id, ErrorCode.CANNOT_SEND)
        if self.booth.session.id == session:  # else the same number is another reply by now
            self.take(report)

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            self._loop.call_soon(self.take, Ticked())  # apart, so that a bug in it does not end the timer

    async def _close(self) -> None:
        try:
            self._drained.clear()
            if self.booth.is_waiting_for_finals:
                with contextlib.suppress(TimeoutError):  # what is left gets its reason below
                    await asyncio.wait_for(self._drained.wait(), DRAIN_S)
            left = self.booth.abandon(self.clock.now())
            self._left = sum(isinstance(event, _LINES) for event in left.events)
            self._route(left, self.clock.now())
        finally:
            self._loop.stop()

    def _add_subscriber(self, subscriber: Subscriber) -> None:
        for event in self.booth.snapshot():
            self._tell(subscriber, event)
        self._subscribers.append(subscriber)

    def _spawn(self, make: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._keep(self._loop.create_task(make()))

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _call(self, function: Callable[..., None], *args: object) -> None:
        """Run `function` on the desk thread; after the desk stopped nothing happens."""
        try:
            self._loop.call_soon_threadsafe(function, *args)
        except RuntimeError:
            if not self._loop.is_closed():
                raise

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.set_exception_handler(self._handle_bug)
        self._spawn(self._tick)
        try:
            self._loop.run_forever()
        finally:
            for task in self._tasks:
                task.cancel()
            self._loop.run_until_complete(asyncio.gather(*self._tasks, return_exceptions=True))
            self._loop.close()

    def _handle_bug(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """A bug in one input is reported; the desk goes on with the next."""
        self._on_bug(context.get("exception") or RuntimeError(context.get("message", "")))
