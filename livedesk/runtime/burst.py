"""Hands the desk's events to the thread `net`: one call for each burst, not one for each event."""

from collections import deque
from collections.abc import Callable
from typing import Any

from livedesk.core.events import CaptionChanged, Event, MessageChanged, ReplyChanged, SessionChanged, row_of
from livedesk.core.ids import SessionId

_LINES = (CaptionChanged, MessageChanged, ReplyChanged)


class Burst:
    """`put` is called on the desk thread and costs it an append; `deliver` gets what came since, on the other thread.

    Of each row only the newest state comes, in the order of the last changes: a caption that grew twice is told once.
    """

    def __init__(self, call: Callable[..., None], deliver: Callable[[list[Event]], None]) -> None:
        """`call` runs a function on the other thread soon (`NetLane.call`)."""
        self._call = call
        self._deliver = deliver
        self._waiting: deque[Event] = deque()  # appending and taking off are atomic: no lock
        self._is_called = False
        self._session = SessionId("")

    def put(self, event: Event) -> None:
        """Take an event, on the desk thread."""
        self._waiting.append(event)
        if not self._is_called:
            self._is_called = True
            self._call(self._hand_over)

    def _hand_over(self) -> None:
        self._is_called = False  # before the taking: what is put meanwhile calls again, at worst for nothing
        rows: dict[tuple[str, Any], Event] = {}
        while self._waiting:
            event = self._waiting.popleft()
            row = row_of(event)
            if isinstance(event, SessionChanged) and event.session.id != self._session:
                # Line ids count from 1 again: the lines of the show before are other rows. That there is another
                # show stays before its lines, whatever is told of it after them.
                self._session = event.session.id
                rows = {row: each for row, each in rows.items() if not isinstance(each, _LINES)}
                row = ("show", self._session)
            rows.pop(row, None)
            rows[row] = event
        if rows:
            self._deliver(list(rows.values()))
