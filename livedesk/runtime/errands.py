"""One-off jobs that may block (copying a model, writing an export), one after the other on their own thread."""

import queue
import threading
from collections.abc import Callable

from livedesk.core.errors import Unavailable, UserFacing
from livedesk.core.events import Input, NoticeRaised
from livedesk.core.records import Notice, NoticeCode, NoticeLevel
from livedesk.runtime.worker import Worker

Job = Callable[[], None]


class Errands:
    """Runs jobs first-in-first-out; what a user can put right comes back as a notice."""

    def __init__(self, post: Callable[[Input], None], on_bug: Callable[[BaseException], None]) -> None:
        self._post = post
        self._on_bug = on_bug
        self._jobs: queue.SimpleQueue[tuple[Job, NoticeCode] | None] = queue.SimpleQueue()
        self._worker = Worker("errands", self._work, on_bug, wake=lambda: self._jobs.put(None))

    def start(self) -> None:
        """Start the thread."""
        self._worker.start()

    def stop(self, deadline_s: float) -> bool:
        """Finish the job in hand, drop the others; return whether that was in time."""
        return self._worker.stop(deadline_s)

    def run(self, job: Job, failure: NoticeCode) -> None:
        """Queue `job`; if it fails the notice `failure` says why."""
        self._jobs.put((job, failure))

    def _work(self, stop: threading.Event) -> None:
        while (item := self._jobs.get()) is not None and not stop.is_set():
            job, failure = item
            try:
                job()
            except (UserFacing, Unavailable) as error:
                params: dict[str, str | int] = {"code": error.code, **error.params}
                self._post(NoticeRaised(Notice(failure, NoticeLevel.ERROR, params)))
            except Exception as error:  # noqa: BLE001 - a thread's top: the next job still runs
                self._on_bug(error)
                params = {"part": "errands"}
                self._post(NoticeRaised(Notice(failure, NoticeLevel.ERROR, params)))
