"""The run of show as rows of text: what is done, what runs and for how long, when the rest is due."""

import math
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from livedesk.core.catalogue.product import in_language
from livedesk.core.ids import Language
from livedesk.core.records import Session, SessionState, ShowItem
from livedesk.ui.catalogue.product_text import window_language
from livedesk.ui.words import format_time_of_day

_MINUTE_S = 60
_CALM_FROM_S = 600
"""With ten minutes and more nobody needs to see the seconds run."""


class Progress(Enum):
    """Where an item stands in the show."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class ShowRow:
    """One item: planned time of day (its number while no show runs), title, and how long it takes or has left."""

    progress: Progress
    lead: str
    title: str
    duration: str
    is_over: bool = False

    @property
    def spoken(self) -> str:
        """The row for a screen reader, with its progress in words."""
        return ", ".join(
            part for part in (self.lead, self.title, self.duration, _word(self.progress)) if part
        )


def show_rows(session: Session, now: float) -> tuple[ShowRow, ...]:
    """Return the rows of the run of show at time `now` (seconds since 1970).

    While the current item runs over its time, everything after it is due later, minute by minute.
    """
    is_running = session.state in (SessionState.LIVE, SessionState.PAUSED)
    rows = []
    due_at = session.show_item_since
    for number, item in enumerate(session.show):
        title = item_title(item, session.host_language)
        if number < session.show_index:
            rows.append(ShowRow(Progress.DONE, "", title, _minutes(item)))
            continue
        lead = format_time_of_day(due_at) if is_running else str(number + 1)
        due_at += item.minutes * _MINUTE_S
        if number > session.show_index:
            rows.append(ShowRow(Progress.AHEAD, lead, title, _minutes(item)))
        else:
            left_s = due_at - now
            due_at = max(due_at, now)
            duration = _time_left(item, left_s) if is_running else _minutes(item)
            is_over = is_running and item.minutes > 0 and left_s < 0
            rows.append(ShowRow(Progress.CURRENT, lead, title, duration, is_over))
    return tuple(rows)


def item_title(item: ShowItem, host_language: Language) -> str:
    """Return the item's title in the window's language, else in the host's."""
    return " ".join(in_language(item.title, window_language(), host_language).split())


def _minutes(item: ShowItem) -> str:
    if item.minutes <= 0:
        return ""
    return QCoreApplication.translate("run_of_show", "{minutes} min").format(minutes=f"{item.minutes:g}")


def _time_left(item: ShowItem, left_s: float) -> str:
    """Return "12 min left", then "4:17 left", and "0:30 over" when it is too late; "" where none is planned."""
    if item.minutes <= 0:
        return ""
    if left_s >= 0:
        return QCoreApplication.translate("run_of_show", "{time} left").format(time=_span(math.ceil(left_s)))
    return QCoreApplication.translate("run_of_show", "{time} over").format(time=_span(math.floor(-left_s)))


def _span(seconds: int) -> str:
    if seconds >= _CALM_FROM_S:
        minutes = math.ceil(seconds / _MINUTE_S)
        return QCoreApplication.translate("run_of_show", "{minutes} min").format(minutes=minutes)
    return f"{seconds // _MINUTE_S}:{seconds % _MINUTE_S:02d}"


def _word(progress: Progress) -> str:
    match progress:
        case Progress.DONE:
            return QCoreApplication.translate("run_of_show", "done")
        case Progress.CURRENT:
            return QCoreApplication.translate("run_of_show", "now")
        case Progress.AHEAD:
            return ""
