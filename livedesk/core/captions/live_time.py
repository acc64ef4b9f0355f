"""Which sound belongs to the show, by when it was taken in: what was said before a pause still counts after it."""

from dataclasses import dataclass, replace
from math import inf

from livedesk.core.ids import SessionId
from livedesk.core.records import Session, SessionState

_KEPT = 8
"""Stretches remembered; no sound waits so long that more are needed."""


@dataclass(frozen=True, slots=True)
class LiveStretch:
    """The show ran from `since` to `until` (seconds since 1970) and had run for `ran_s` before."""

    session: SessionId
    since: float
    ran_s: float
    until: float = inf

    def session_s(self, at: float) -> float:
        """Return the time on the session's clock at the time `at` of this stretch."""
        return self.ran_s + max(0.0, at - self.since)


def noted(stretches: tuple[LiveStretch, ...], session: Session, now: float) -> tuple[LiveStretch, ...]:
    """Return the stretches after the session was seen to be as it is, at `now`."""
    *before, last = stretches or (None,)
    if session.state is SessionState.LIVE and session.running_since is not None:
        new = LiveStretch(session.id, session.running_since, session.ran_s)
        if last and (last.session, last.since, last.until) == (new.session, new.since, inf):
            return stretches
    else:
        new = None
    ended = replace(last, until=now) if last and last.until == inf else last
    return tuple(s for s in (*before, ended, new) if s)[-_KEPT:]


def stretch_at(stretches: tuple[LiveStretch, ...], start: float, end: float) -> LiveStretch | None:
    """Return the first stretch that holds a part of the time from `start` to `end`."""
    return next((s for s in stretches if s.since < end and start < s.until), None)
