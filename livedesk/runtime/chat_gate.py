"""What of a chat source reaches the desk: each line once, and in a flood no more than the desk can take."""

from collections.abc import Callable

from livedesk.core.events import ChatReceived

RATE_PER_S = 50.0
"""Lines a second that one source may bring for long; a chat that nobody can read is no use to the operator."""
BURST = 300
MEMORY = 5_000
"""Ids remembered, so that what a platform sends again after a cut counts once. The desk remembers all of a show."""


class ChatGate:
    """Counts what one source `received` and `dropped`. One thread at a time."""

    def __init__(self, now: Callable[[], float], rate_per_s: float = RATE_PER_S, burst: int = BURST) -> None:
        """`now` is any clock in seconds that never runs backwards."""
        self._now = now
        self._rate_per_s, self._burst = rate_per_s, float(burst)
        self._room, self._filled_at = float(burst), now()
        self._seen: dict[str, None] = {}
        self.received = 0
        self.dropped = 0

    def takes(self, chat: ChatReceived) -> bool:
        """Whether `chat` is to go on to the desk. One that was dropped may come again."""
        if chat.external_id in self._seen:
            return False
        now = self._now()
        self._room = min(self._burst, self._room + (now - self._filled_at) * self._rate_per_s)
        self._filled_at = now
        if self._room < 1.0:
            self.dropped += 1
            return False
        self._room -= 1.0
        self._seen[chat.external_id] = None
        if len(self._seen) > MEMORY:
            del self._seen[next(iter(self._seen))]
        self.received += 1
        return True
