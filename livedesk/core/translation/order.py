"""Which translation work goes first, and which may be thrown away.

Precious work is first-in-first-out and is never dropped by the inbox. Disposable work keeps one slot per
item: the newest request replaces the waiting one. What may go to the engine together goes in batches, as large as
the time allows for which another line may have to wait.
"""

from collections.abc import Sequence

from livedesk.core.translation.request import TranslateRequest, Work

DISPOSABLE = frozenset({Work.CAPTION_PARTIAL, Work.REPLY_PREVIEW})

BATCHED = frozenset({Work.CHAT_MESSAGE, Work.CATALOGUE})
"""Kinds of which several waiting requests go to the engine in one call."""

BATCH_SIZE = 8
"""So many lines at the most go into one engine call."""

BATCH_MS = 100.0
"""A call with several lines is kept shorter than this, by what such calls took before."""

CAPTIONS_FLOW_S = 5.0
"""For so long after a caption the next one is expected; until then chat lines go to the engine one by one, and leave
it free for as long as they used it, `MOST_REST_MS` at the most."""

MOST_REST_MS = 10.0
"""A call can be stopped at each token, the work around it cannot: with small models that is where a caption waits."""

URGENT = frozenset({Work.FINAL_CAPTION, Work.REPLY_TO_SEND})
"""What does not wait for a call with other work to end: that call is stopped, and its lines wait again."""

MAX_WAITING_MESSAGES = 40
"""Untranslated messages beyond this number are marked skipped, oldest first; a click translates them."""


_MEMORY = 0.2
"""How much the newest measurement counts beside all earlier ones."""


def is_disposable(work: Work) -> bool:
    """Whether a newer request replaces a waiting one for the same item."""
    return work in DISPOSABLE


class Pace:
    """How many waiting lines the engine takes at once, so that no caption waits long for them.

    Belongs to whoever calls the engine; `now` is in seconds, of any steady clock.
    """

    def __init__(self) -> None:
        self._ms_per_letter = 0.0
        self._captions_until = 0.0
        self._resting_until = 0.0

    def took(self, batch: Sequence[TranslateRequest], ms: float, now: float) -> None:
        """Learn from a call that took `ms` and ended `now`."""
        if batch[0].work in (Work.FINAL_CAPTION, Work.CAPTION_PARTIAL):
            self._captions_until = now + CAPTIONS_FLOW_S
        elif batch[0].work in BATCHED:
            rest_ms = min(ms, MOST_REST_MS) if now < self._captions_until else 0.0
            self._resting_until = now + rest_ms / 1000
            measured = ms / max(1, sum(len(request.text) for request in batch))
            known = self._ms_per_letter
            self._ms_per_letter = known + _MEMORY * (measured - known) if known else measured

    def rest_s(self, now: float) -> float:
        """Return for how many seconds from `now` no line of a `BATCHED` kind goes to the engine."""
        return max(0.0, self._resting_until - now)

    def fitting(self, waiting: Sequence[TranslateRequest], now: float) -> int:
        """Return how many of the `waiting` lines, from the first on, go into the next call; at least 1."""
        if now < self._captions_until:
            return 1
        left_ms = BATCH_MS
        for count, request in enumerate(waiting[:BATCH_SIZE]):
            left_ms -= len(request.text) * self._ms_per_letter
            if left_ms < 0:
                return max(1, count)
        return min(BATCH_SIZE, len(waiting))
