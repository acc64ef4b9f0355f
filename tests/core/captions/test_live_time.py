"""Which sound belongs to the show, by when it was taken in."""

from math import inf

from livedesk.core.captions.live_time import LiveStretch, noted, stretch_at
from livedesk.core.ids import EN, ZH
from livedesk.core.records import Session
from livedesk.core.session import show

IDLE = show.idle(ZH, (EN,))
STARTED = show.started(IDLE, "Fair", 100.0, is_rehearsal=False)


def _after(*sessions: tuple[Session, float]) -> tuple[LiveStretch, ...]:
    stretches: tuple[LiveStretch, ...] = ()
    for session, now in sessions:
        stretches = noted(stretches, session, now)
    return stretches


def test_that_nothing_belongs_to_a_show_that_has_not_begun() -> None:
    assert _after((IDLE, 1.0)) == ()


def test_that_the_show_runs_from_its_start() -> None:
    stretches = _after((IDLE, 1.0), (STARTED, 100.0), (STARTED, 110.0))
    assert stretches == (LiveStretch(STARTED.id, 100.0, 0.0, inf),)
    assert stretches[0].session_s(103.5) == 3.5


def test_that_pauses_are_left_out_of_the_sessions_clock() -> None:
    paused = show.paused(STARTED, 110.0)
    stretches = _after(
        (STARTED, 100.0), (paused, 110.0), (paused, 150.0), (show.continued(paused, 200.0), 200.0)
    )
    assert [(s.since, s.until) for s in stretches] == [(100.0, 110.0), (200.0, inf)]
    assert stretches[1].session_s(201.0) == 11.0


def test_that_a_new_session_is_a_stretch_of_its_own() -> None:
    ended = show.ended(STARTED, 110.0)
    again = show.started(ended, "Fair", 110.0, is_rehearsal=False)
    stretches = _after((STARTED, 100.0), (ended, 110.0), (again, 110.0))
    assert [(s.session, s.since) for s in stretches] == [(STARTED.id, 100.0), (again.id, 110.0)]


def test_that_sound_belongs_to_the_stretch_it_was_taken_in() -> None:
    stretches = _after((STARTED, 100.0), (show.paused(STARTED, 110.0), 110.0))
    found = [stretch_at(stretches, at, at + 0.1) for at in (99.8, 99.95, 105.0, 109.95, 110.0)]
    assert [stretch is not None for stretch in found] == [False, True, True, True, False]


def test_that_old_stretches_are_forgotten() -> None:
    session, stretches = STARTED, _after((STARTED, 100.0))
    for number in range(100):
        session = show.paused(session, 110.0 + number)
        stretches = noted(stretches, session, 110.0 + number)
        session = show.continued(session, 110.5 + number)
        stretches = noted(stretches, session, 110.5 + number)
    assert len(stretches) < 10
    assert stretches[-1].since == session.running_since
