"""Long jobs that can be watched and stopped (a download), one after the other on a thread of their own."""

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import replace

from livedesk.core.errors import Cancelled, Unavailable, UserFacing
from livedesk.core.events import Input, JobReported
from livedesk.core.jobs import Job, JobState
from livedesk.runtime.worker import Worker

REPORT_S = 0.1
"""Least time between two words on how far a job is."""

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


Work = Callable[[Progress, IsCancelled], object]
"""What a job does: it says how far it is, stops soon after it is cancelled by raising `Cancelled`, and returns a
frozen record, or None. Raises `UserFacing` or `Unavailable` for what the user can put right."""


class JobLane:
    """Runs jobs first-in-first-out on the thread `name`; each tells the desk how far it is and how it ended.

    One that waits or runs is not queued twice.
    """

    def __init__(
        self,
        name: str,
        post: Callable[[Input], None],
        on_bug: Callable[[BaseException], None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._post, self._on_bug, self._now = post, on_bug, now
        self._queue: queue.SimpleQueue[tuple[Job, Work] | None] = queue.SimpleQueue()
        self._mutex = threading.Lock()
        self._wanted: dict[tuple[str, str], threading.Event] = {}
        self._worker = Worker(name, self._run, on_bug, wake=self._wake)

    def start(self) -> None:
        """Start the thread."""
        self._worker.start()

    def stop(self, deadline_s: float) -> bool:
        """Cancel the job in hand, drop the others; return whether that was in time."""
        return self._worker.stop(deadline_s)

    def run(self, kind: str, name: str, work: Work) -> None:
        """Queue a job; what is known of it comes as `JobReported`."""
        with self._mutex:
            if (kind, name) in self._wanted:
                return
            self._wanted[kind, name] = threading.Event()
        job = Job(kind, name, JobState.RUNNING)
        self._post(JobReported(job))
        self._queue.put((job, work))

    def cancel(self, kind: str, name: str) -> None:
        """Stop a job that waits or runs; harmless for any other."""
        with self._mutex:
            if stop := self._wanted.get((kind, name)):
                stop.set()

    def _wake(self) -> None:
        with self._mutex:
            for stop in self._wanted.values():
                stop.set()
        self._queue.put(None)

    def _run(self, stop: threading.Event) -> None:
        while (item := self._queue.get()) is not None and not stop.is_set():
            job, work = item
            ended = self._do(job, work, self._wanted[job.kind, job.name])
            with self._mutex:
                del self._wanted[job.kind, job.name]
            self._post(JobReported(ended))

    def _do(self, job: Job, work: Work, cancelled: threading.Event) -> Job:
        """Do one job and return how it ended."""
        newest, told_at = job, self._now()

        def progress(done: int, total: int) -> None:
            nonlocal newest, told_at
            newest = replace(job, done=done, total=total)
            if self._now() - told_at >= REPORT_S:
                told_at = self._now()
                self._post(JobReported(newest))

        try:
            if cancelled.is_set():
                raise Cancelled
            result = work(progress, cancelled.is_set)
            return replace(newest, state=JobState.DONE, result=result)
        except Cancelled:
            return replace(newest, state=JobState.CANCELLED)
        except (UserFacing, Unavailable) as error:
            return replace(newest, state=JobState.FAILED, code=error.code, params=dict(error.params))
        except Exception as error:  # noqa: BLE001 - a thread's top: the next job still runs
            self._on_bug(error)
            return replace(newest, state=JobState.FAILED)
