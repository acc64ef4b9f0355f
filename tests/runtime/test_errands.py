"""One-off jobs: one after the other, and whatever fails is said."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.events import Input, NoticeRaised
from livedesk.core.records import NoticeCode, NoticeLevel
from livedesk.runtime.errands import Errands
from tests.runtime.rig import wait_for


class _Desk:
    """Notes what is posted."""

    def __init__(self) -> None:
        self.posted: list[Input] = []
        self.bugs: list[BaseException] = []
        self.errands = Errands(self.posted.append, self.bugs.append)

    def run(self, *jobs: Callable[[], None]) -> None:
        """Run `jobs` and wait until they are done."""
        done = threading.Event()
        for job in jobs:
            self.errands.run(job, NoticeCode.CATALOGUE_FAILED)
        self.errands.run(done.set, NoticeCode.CATALOGUE_FAILED)
        wait_for(done)


@contextmanager
def _running() -> Iterator[_Desk]:
    desk = _Desk()
    desk.errands.start()
    yield desk
    assert desk.errands.stop(5)


def _fail(error: Exception) -> Callable[[], None]:
    def job() -> None:
        raise error

    return job


def test_that_jobs_run_one_after_the_other_on_their_own_thread() -> None:
    ran: list[tuple[int, str]] = []
    with _running() as desk:
        desk.run(*(lambda n=n: ran.append((n, threading.current_thread().name)) for n in range(5)))
    assert ran == [(n, "errands") for n in range(5)]


def test_that_what_the_user_can_put_right_comes_back_as_a_notice() -> None:
    with _running() as desk:
        desk.run(
            _fail(UserFacing(ErrorCode.BOOTH_BROKEN, file="booth.toml", line=3)),
            _fail(Unavailable("store", ErrorCode.DISK_FULL, folder="/data")),
        )
    notices = [given.notice for given in desk.posted if isinstance(given, NoticeRaised)]
    assert [(n.code, n.level) for n in notices] == [(NoticeCode.CATALOGUE_FAILED, NoticeLevel.ERROR)] * 2
    assert [n.params for n in notices] == [
        {"code": "booth_broken", "file": "booth.toml", "line": 3},
        {"code": "disk_full", "folder": "/data"},
    ]
    assert desk.bugs == []


def test_that_a_bug_in_a_job_is_reported_and_the_next_one_runs() -> None:
    with _running() as desk:
        desk.run(_fail(ValueError("a bug")))
        ran = threading.Event()
        desk.run(ran.set)
    assert ran.is_set()
    assert [str(bug) for bug in desk.bugs] == ["a bug"]
    assert len(desk.posted) == 1


def test_that_stopping_finishes_the_job_in_hand_and_drops_the_others() -> None:
    is_running, go_on, ran = threading.Event(), threading.Event(), []

    def long_job() -> None:
        is_running.set()
        wait_for(go_on)
        ran.append("the job in hand")

    desk = _Desk()
    desk.errands.start()
    desk.errands.run(long_job, NoticeCode.CATALOGUE_FAILED)
    desk.errands.run(lambda: ran.append("another"), NoticeCode.CATALOGUE_FAILED)
    wait_for(is_running)
    assert not desk.errands.stop(0.01)
    go_on.set()
    assert desk.errands.stop(5)
    assert ran == ["the job in hand"]
