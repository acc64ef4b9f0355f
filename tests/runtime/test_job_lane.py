"""Long jobs: watched, stopped, and told how they ended."""

import threading
from collections.abc import Callable, Iterator

import pytest

from livedesk.core.errors import Cancelled, ErrorCode, Unavailable, UserFacing
from livedesk.core.events import Input, JobReported
from livedesk.core.jobs import Job, JobState
from livedesk.runtime.job_lane import IsCancelled, JobLane, Progress
from tests.runtime.rig import wait_for


class _Desk:
    """Notes what is posted, and can be waited for."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.bugs: list[BaseException] = []
        self.now = 0.0
        self._news = threading.Condition()
        self.lane = JobLane("downloads", self._post, self.bugs.append, lambda: self.now)

    def _post(self, given: Input) -> None:
        assert isinstance(given, JobReported)
        with self._news:
            self.jobs.append(given.job)
            self._news.notify_all()

    def ended(self, name: str) -> Job:
        """Wait until the job called `name` has ended, and return how."""
        with self._news:
            assert self._news.wait_for(
                lambda: any(j.name == name and j.state is not JobState.RUNNING for j in self.jobs), 10
            )
        return next(j for j in self.jobs if j.name == name and j.state is not JobState.RUNNING)


@pytest.fixture
def desk() -> Iterator[_Desk]:
    made = _Desk()
    made.lane.start()
    yield made
    assert made.lane.stop(5)


def _returns(value: object) -> Callable[[Progress, IsCancelled], object]:
    return lambda progress, is_cancelled: value


def _waits(reached: threading.Event) -> Callable[[Progress, IsCancelled], object]:
    def work(progress: Progress, is_cancelled: IsCancelled) -> object:
        progress(1, 2)
        reached.set()
        while not is_cancelled():
            threading.Event().wait(0.01)
        raise Cancelled

    return work


def test_that_a_job_is_told_of_from_the_moment_it_is_asked_for(desk: _Desk) -> None:
    desk.lane.run("model", "a", _returns(7))
    assert desk.ended("a") == Job("model", "a", JobState.DONE, result=7)
    assert desk.jobs[0] == Job("model", "a", JobState.RUNNING)


def test_that_progress_is_told_now_and_then(desk: _Desk) -> None:
    def work(progress: Progress, is_cancelled: IsCancelled) -> object:
        for done in range(100):
            desk.now += 0.02
            progress(done, 100)
        return None

    desk.lane.run("model", "a", work)
    assert (desk.ended("a").done, desk.ended("a").total) == (99, 100)
    told = [job.done for job in desk.jobs if job.state is JobState.RUNNING and job.total]
    assert 10 <= len(told) <= 21
    assert told == sorted(told)


@pytest.mark.parametrize(
    "error",
    [UserFacing(ErrorCode.NO_CONNECTION, host="h"), Unavailable("net", ErrorCode.NO_CONNECTION, host="h")],
)
def test_that_a_failure_is_told_with_its_values(desk: _Desk, error: Exception) -> None:
    def work(progress: Progress, is_cancelled: IsCancelled) -> object:
        progress(3, 9)
        raise error

    desk.lane.run("model", "a", work)
    ended = desk.ended("a")
    assert (ended.state, ended.code, ended.params, ended.done) == (
        JobState.FAILED, "no_connection", {"host": "h"}, 3,
    )  # fmt: skip


def test_that_a_bug_is_reported_and_the_next_job_runs(desk: _Desk) -> None:
    def work(progress: Progress, is_cancelled: IsCancelled) -> object:
        raise ZeroDivisionError

    desk.lane.run("model", "a", work)
    desk.lane.run("model", "b", _returns(None))
    assert desk.ended("b").state is JobState.DONE
    assert desk.ended("a").state is JobState.FAILED
    assert [type(bug) for bug in desk.bugs] == [ZeroDivisionError]


def test_that_a_running_job_is_cancelled_and_the_next_one_runs(desk: _Desk) -> None:
    reached = threading.Event()
    desk.lane.run("model", "a", _waits(reached))
    desk.lane.run("model", "b", _returns(None))
    wait_for(reached)
    desk.lane.cancel("model", "a")
    assert (desk.ended("a").state, desk.ended("a").done) == (JobState.CANCELLED, 1)
    assert desk.ended("b").state is JobState.DONE


def test_that_a_waiting_job_is_cancelled_before_it_begins(desk: _Desk) -> None:
    reached = threading.Event()
    desk.lane.run("model", "a", _waits(reached))
    desk.lane.run("model", "b", _returns(None))
    wait_for(reached)
    desk.lane.cancel("model", "b")
    desk.lane.cancel("model", "a")
    assert desk.ended("b").state is JobState.CANCELLED


def test_that_a_job_is_not_done_twice_at_once_but_again_later(desk: _Desk) -> None:
    reached = threading.Event()
    desk.lane.run("model", "a", _waits(reached))
    wait_for(reached)
    desk.lane.run("model", "a", _returns(None))
    desk.lane.cancel("model", "a")
    assert desk.ended("a").state is JobState.CANCELLED
    desk.lane.run("model", "b", _returns(None))
    desk.ended("b")
    assert [job.name for job in desk.jobs if job.state is JobState.DONE] == ["b"]
    desk.jobs.clear()
    desk.lane.run("model", "a", _returns(None))
    assert desk.ended("a").state is JobState.DONE


def test_that_stopping_cancels_what_runs_and_drops_what_waits() -> None:
    desk, reached = _Desk(), threading.Event()
    desk.lane.start()
    desk.lane.run("model", "a", _waits(reached))
    desk.lane.run("model", "b", _returns(None))
    wait_for(reached)
    assert desk.lane.stop(5)
    assert [job.state for job in desk.jobs if job.name == "a"][-1] is JobState.CANCELLED
    assert not any(job.state is JobState.DONE for job in desk.jobs)


def test_that_cancelling_what_is_not_there_is_harmless(desk: _Desk) -> None:
    desk.lane.cancel("model", "a")
    desk.lane.run("model", "a", _returns(None))
    assert desk.ended("a").state is JobState.DONE
