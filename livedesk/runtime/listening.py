"""The listening lane: the `asr` thread that owns microphone and speech model and tells the desk what it hears."""

import threading
from collections.abc import Callable
from dataclasses import replace

from livedesk.core.captions.live_time import noted
from livedesk.core.errors import ErrorCode
from livedesk.core.events import Event, HealthReported, Input, NoticeRaised, SessionChanged
from livedesk.core.ports import Clock
from livedesk.core.records import Health, HealthState, Notice, NoticeCode, NoticeLevel, Part
from livedesk.runtime.affinity import on
from livedesk.runtime.listener import Equipment, Listener, OnAir, Wanted
from livedesk.runtime.recognising import Tally
from livedesk.runtime.worker import Worker


class ListeningLane:
    """Runs a `Listener` on the thread `asr`.

    It listens from the start, so that the level can be seen before the show, and recognises what is said while the
    show is live. `post` hands facts to the desk; `on_end` is called on that thread when the source was a file and has
    been heard to its end.
    """

    def __init__(
        self,
        equipment: Equipment,
        wanted: Wanted,
        clock: Clock,
        post: Callable[[Input], None],
        on_bug: Callable[[BaseException], None],
        on_end: Callable[[], None] = lambda: None,
    ) -> None:
        self.tally = Tally()
        self._equipment = equipment
        self._wanted = wanted
        self._clock = clock
        self._post = post
        self._on_bug = on_bug
        self._on_end = on_end
        self._on_air = OnAir()
        self._mutex = threading.Lock()
        self._called = threading.Event()
        self._orders: list[Callable[[Listener], None]] = []
        self._worker = Worker("asr", self._work, self._failed, wake=self._called.set)

    def start(self) -> None:
        """Start the thread; the model loads there."""
        self._worker.start()

    def stop(self, deadline_s: float) -> bool:
        """Make what is being said a final and stop; return whether that was in time."""
        return self._worker.stop(deadline_s)

    def reload(self, wanted: Wanted, *, has_new_models: bool = False) -> None:
        """Go on with these settings; with `has_new_models` look for a model also where they are the same."""
        self._wanted = wanted
        self._order(lambda listener: listener.change(wanted, has_new_models=has_new_models))

    def catch_up(self) -> None:
        """Leave out what waits to be recognised and go on with what is said now; only where the operator asks."""
        self._order(Listener.catch_up)

    def hold(self, is_held: bool) -> None:
        """Recognise nothing for now, or again: a tape speaks for the host. On the desk's thread."""
        self._on_air = replace(self._on_air, is_held=is_held)

    def receive(self, event: Event) -> None:
        """Learn when the show is live and what its host speaks. On the desk's thread."""
        if not isinstance(event, SessionChanged):
            return
        session = event.session
        live = noted(self._on_air.live, session, self._clock.now())
        self._on_air = replace(self._on_air, live=live, session=session.id)
        if session.host_language != self._wanted.language:  # a session that was taken up again, say
            self.reload(replace(self._wanted, language=session.host_language))

    def _order(self, order: Callable[[Listener], None]) -> None:
        with self._mutex:
            self._orders.append(order)
        self._called.set()

    @on("asr")
    def _work(self, stop: threading.Event) -> None:
        listener = Listener(
            self._equipment,
            self._wanted,
            self._clock,
            self.tally,
            lambda: self._on_air,
            post=self._post,
            on_bug=self._on_bug,
            wait=self._called.wait,
        )
        try:
            listener.open()
            while not stop.is_set():
                self._called.clear()
                with self._mutex:
                    orders, self._orders = self._orders, []
                for order in orders:
                    order(listener)
                self._round(listener)
        finally:
            listener.close()

    def _round(self, listener: Listener) -> None:
        try:
            listener.round()
        except EOFError:
            listener.drain()
            self._on_end()

    def _failed(self, error: BaseException) -> None:
        for part in (Part.MICROPHONE, Part.SPEECH):
            self._post(HealthReported(Health(part, HealthState.FAILED, code=ErrorCode.SPEECH_FAILED)))
        params: dict[str, str | int] = {"part": Part.SPEECH}
        self._post(NoticeRaised(Notice(NoticeCode.WORKER_FAILED, NoticeLevel.ERROR, params)))
        self._on_bug(error)
