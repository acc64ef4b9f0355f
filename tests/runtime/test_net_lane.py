"""The network thread runs what it is given, survives bugs and cleans up when it stops."""

import asyncio
import threading

import pytest

from livedesk.runtime.net_lane import NetLane


def test_that_what_is_spawned_runs_on_the_thread_and_brings_its_result() -> None:
    lane = NetLane(pytest.fail)

    async def where() -> str:
        return threading.current_thread().name

    lane.start()
    assert lane.spawn(where).result(5) == "net"
    assert lane.stop(5)


def test_that_stopping_cancels_what_runs_and_lets_it_clean_up() -> None:
    lane, cleaned, began = NetLane(pytest.fail), threading.Event(), threading.Event()

    async def wait() -> None:
        began.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            cleaned.set()

    lane.start()
    lane.spawn(wait)
    assert began.wait(5)
    assert lane.stop(5)
    assert cleaned.is_set()


def test_that_after_the_stop_nothing_runs_and_nothing_breaks() -> None:
    lane = NetLane(pytest.fail)
    lane.start()
    assert lane.stop(5)
    lane.call(pytest.fail)

    async def never() -> None:
        pytest.fail("ran")

    assert lane.spawn(never).cancelled()


def test_that_a_lane_that_was_never_started_stops() -> None:
    assert NetLane(pytest.fail).stop(5)


def test_that_a_bug_in_a_call_is_reported_and_the_next_still_runs() -> None:
    bugs: list[BaseException] = []
    lane, ran = NetLane(bugs.append), threading.Event()

    def wrong() -> None:
        raise ZeroDivisionError

    lane.start()
    lane.call(wrong)
    lane.call(ran.set)
    assert ran.wait(5)
    assert lane.stop(5)
    assert [type(bug) for bug in bugs] == [ZeroDivisionError]
