"""Named threads with deadlines, the marks that say who may call what, and the desk's clock."""

import threading

import pytest

from livedesk.runtime.affinity import WrongThreadError, on
from livedesk.runtime.clock import ManualClock, SystemClock
from livedesk.runtime.worker import Worker
from tests.runtime.rig import wait_for


def _no_bug(error: BaseException) -> None:
    raise AssertionError(error)


def test_that_a_worker_runs_on_a_thread_of_its_name() -> None:
    names: list[str] = []
    worker = Worker("mt", lambda stop: names.append(threading.current_thread().name), _no_bug)
    worker.start()
    assert worker.stop(5)
    assert names == ["mt"]


def test_that_a_worker_is_told_to_stop_and_ends_in_time() -> None:
    is_running = threading.Event()

    def work(stop: threading.Event) -> None:
        is_running.set()
        stop.wait(30)

    worker = Worker("mt", work, _no_bug)
    worker.start()
    wait_for(is_running)
    assert worker.stop(5)


def test_that_a_worker_that_waits_for_something_else_is_woken() -> None:
    go_on = threading.Event()
    worker = Worker("mt", lambda stop: wait_for(go_on), _no_bug, wake=go_on.set)
    worker.start()
    assert worker.stop(5)


def test_that_stopping_keeps_its_deadline_and_says_that_it_was_missed() -> None:
    go_on = threading.Event()
    worker = Worker("mt", lambda stop: wait_for(go_on), _no_bug)
    worker.start()
    assert not worker.stop(0.01)
    go_on.set()
    assert worker.stop(5)


def test_that_a_bug_in_a_worker_is_reported() -> None:
    bugs: list[BaseException] = []

    def work(stop: threading.Event) -> None:
        raise ValueError("a bug")

    worker = Worker("mt", work, bugs.append)
    worker.start()
    assert worker.stop(5)
    assert [str(bug) for bug in bugs] == ["a bug"]


def test_that_a_worker_that_never_started_can_be_stopped() -> None:
    assert Worker("mt", lambda stop: None, _no_bug).stop(0.01)


@on("desk")
def _owned_by_the_desk(number: int) -> int:
    """Doubles."""
    return number * 2


def test_that_a_function_runs_on_its_own_thread_only() -> None:
    results: list[int] = []
    thread = threading.Thread(target=lambda: results.append(_owned_by_the_desk(21)), name="desk")
    thread.start()
    thread.join(5)
    assert results == [42]
    with pytest.raises(WrongThreadError, match="_owned_by_the_desk belongs to 'desk', called on"):
        _owned_by_the_desk(21)


def test_that_a_thread_mark_keeps_name_and_text() -> None:
    assert (_owned_by_the_desk.__name__, _owned_by_the_desk.__doc__) == ("_owned_by_the_desk", "Doubles.")


def test_that_the_system_clock_never_runs_backwards(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SystemClock()
    first = clock.now()
    monkeypatch.setattr("time.time", lambda: 0.0)
    assert first <= clock.now() < first + 60


def test_that_a_manual_clock_moves_forward_only() -> None:
    clock = ManualClock(10.0)
    clock.move_to(20.0)
    clock.move_to(15.0)
    assert clock.now() == 20.0
