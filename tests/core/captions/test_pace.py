"""How a slow computer falls behind: hypotheses go first, then they come further apart, then it is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.captions.pace import (
    BEHIND_FROM_S,
    BEHIND_UNTIL_S,
    FIRST_AFTER_S,
    LEFT_OUT_BEFORE_STRETCH,
    LONGEST_STRETCH,
    SHARE,
    SHORTEST_S,
    WAITING_S,
    HypothesisPace,
)


def test_that_the_first_hypothesis_waits_for_some_voice() -> None:
    pace = HypothesisPace()
    pace.begin(10.0)
    assert not pace.is_due(10.0 + FIRST_AFTER_S - 0.01, 0.0)
    assert pace.is_due(10.0 + FIRST_AFTER_S, 0.0)


@pytest.mark.parametrize(("cost_s", "interval_s"), [(0.1, SHORTEST_S), (0.45, 0.75), (0.6, 1.0), (1.2, 2.0)])
def test_that_hypotheses_come_as_often_as_the_machine_allows(cost_s: float, interval_s: float) -> None:
    pace = HypothesisPace()
    pace.took(cost_s, 10.0)
    assert pace.interval_s == pytest.approx(interval_s)
    assert not pace.is_due(10.0 + interval_s - 0.01, 0.0)
    assert pace.is_due(10.0 + interval_s + 0.01, 0.0)


def test_that_a_hypothesis_that_would_hold_up_the_last_word_is_not_asked_for() -> None:
    pace = HypothesisPace()
    pace.took(0.4, 0.0)
    assert not pace.is_due(5.0, 0.0, ends_in_s=0.3)
    assert pace.is_due(5.0, 0.0, ends_in_s=0.5)
    assert pace.dropped == 0


def test_that_hypotheses_are_left_out_first_and_then_come_further_apart() -> None:
    pace = HypothesisPace()
    pace.took(0.3, 0.0)
    now, intervals = 0.0, []
    for _ in range(2 * LEFT_OUT_BEFORE_STRETCH):
        now += pace.interval_s + 0.01
        assert not pace.is_due(now, WAITING_S + 0.1)
        intervals.append(pace.interval_s)
    assert pace.dropped == 2 * LEFT_OUT_BEFORE_STRETCH
    assert intervals[: LEFT_OUT_BEFORE_STRETCH - 1] == [SHORTEST_S] * (LEFT_OUT_BEFORE_STRETCH - 1)
    assert SHORTEST_S < intervals[LEFT_OUT_BEFORE_STRETCH - 1] < intervals[-1]


def test_that_the_pace_recovers() -> None:
    pace, now = HypothesisPace(), 0.0
    for _ in range(30):
        now += pace.interval_s + 0.01
        pace.is_due(now, 9.0)
    assert pace.interval_s == pytest.approx(SHORTEST_S * LONGEST_STRETCH)
    for _ in range(10):
        now += pace.interval_s + 0.01
        assert pace.is_due(now, 0.0)
        pace.took(0.1, now)
    assert pace.interval_s == SHORTEST_S


def test_that_behind_is_said_late_and_taken_back_later_still() -> None:
    pace = HypothesisPace()
    said = []
    for waiting_s in (
        BEHIND_FROM_S,
        BEHIND_FROM_S + 0.1,
        BEHIND_UNTIL_S + 0.1,
        BEHIND_UNTIL_S,
        BEHIND_FROM_S,
    ):
        pace.waited(waiting_s)
        said.append(pace.is_behind)
    assert said == [False, True, True, False, False]
    assert pace.lag_s == BEHIND_FROM_S


@given(costs=st.lists(st.floats(0.0, 20.0), min_size=1, max_size=20))
def test_that_hypotheses_never_take_more_than_their_share(costs: list[float]) -> None:
    pace, now = HypothesisPace(), 0.0
    for cost_s in costs:
        while not pace.is_due(now, 0.0):
            now += 0.05
        pace.took(cost_s, now)
        assert pace.interval_s >= SHORTEST_S
    for _ in range(20):  # the same cost again and again
        began = now
        pace.took(costs[-1], began)
        while not pace.is_due(now, 0.0):
            now += 0.05
    assert costs[-1] <= (now - began) * SHARE + 0.05
