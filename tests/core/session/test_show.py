"""The show's states, its clock and its id."""

from dataclasses import replace

import pytest

from livedesk.core.ids import EN, ZH, SessionId, Sku
from livedesk.core.records import Offer, Session, SessionState
from livedesk.core.session import show

IDLE = show.idle(ZH, (EN,))


def _live(now: float = 1_000.0) -> Session:
    return show.started(IDLE, "Fair", now, is_rehearsal=False)


def test_that_the_clock_counts_time_live_and_leaves_pauses_out() -> None:
    session = show.paused(_live(1_000.0), 1_060.0)
    assert show.time_s(session, 9_999.0) == 60.0
    session = show.continued(session, 2_000.0)
    assert show.time_s(session, 2_005.0) == 65.0
    session = show.ended(session, 2_010.0)
    assert show.time_s(session, 9_999.0) == 70.0
    assert session.ended_at == 2_010.0


def test_that_an_offer_ends_with_the_show() -> None:
    session = replace(_live(), offer=Offer(Sku("A"), {ZH: "八折"}, ends_at=9_000.0))
    assert show.paused(session, 1_001.0).offer is not None
    assert show.ended(session, 1_002.0).offer is None


@pytest.mark.parametrize(
    ("session", "step", "state"),
    [
        (IDLE, show.paused, SessionState.IDLE),
        (IDLE, show.continued, SessionState.IDLE),
        (IDLE, show.ended, SessionState.IDLE),
        (_live(), show.continued, SessionState.LIVE),
        (show.paused(_live(), 1_001.0), show.paused, SessionState.PAUSED),
        (show.paused(_live(), 1_001.0), show.ended, SessionState.ENDED),
        (show.ended(_live(), 1_001.0), show.paused, SessionState.ENDED),
        (show.ended(_live(), 1_001.0), show.continued, SessionState.ENDED),
        (show.ended(_live(), 1_001.0), show.ended, SessionState.ENDED),
    ],
)
def test_that_a_step_that_does_not_fit_changes_nothing(session: Session, step: object, state: object) -> None:
    assert callable(step)
    after = step(session, 1_100.0)
    assert after.state is state
    assert (after == session) == (after.state is session.state)


def test_that_session_ids_sort_by_time() -> None:
    times = [0.0, 1_700_000_000.001, 1_700_000_000.002, 1_700_000_001.0, 4_000_000_000.0]
    ids = [show.session_id(now) for now in times]
    assert ids == sorted(set(ids))
    assert show.session_id(1_763_753_525.25) == SessionId("20251121-193205-250")


def test_that_an_idle_session_has_no_id() -> None:
    assert IDLE.id == ""


def test_that_two_sessions_in_one_millisecond_are_two() -> None:
    first = _live(1_000.0)
    second = show.started(show.ended(first, 1_000.0), "Fair", 1_000.0, is_rehearsal=False)
    assert first.id < second.id
