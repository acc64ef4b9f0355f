"""The desk's time: the computer's clock made steady, or a clock that a test or a replay moves by hand."""

import time

from livedesk.core.ports import Clock
from livedesk.core.typing_compat import override


class SystemClock(Clock):
    """Starts at the wall clock and goes on monotonically: a corrected computer clock never reorders a session."""

    def __init__(self) -> None:
        self._offset = time.time() - time.monotonic()

    @override
    def now(self) -> float:
        return self._offset + time.monotonic()


class ManualClock(Clock):
    """Stands still until it is told the time."""

    def __init__(self, now: float = 0.0) -> None:
        self._now = now

    @override
    def now(self) -> float:
        return self._now

    def move_to(self, now: float) -> None:
        """Set the time; a time that has passed is ignored."""
        self._now = max(self._now, now)
