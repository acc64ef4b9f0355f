"""When the recogniser is asked for the next hypothesis, so that a slow computer falls behind as late as possible.

A hypothesis before the last one of an utterance is a courtesy. Where the time is short it is left out first; then
they come further apart; what is still too late then is said. The last word on an utterance is always asked for.
"""

SHORTEST_S = 0.5
"""Hypotheses come no closer together, however quick the computer is: nobody reads faster."""

FIRST_AFTER_S = 0.6
"""Voice before the first hypothesis of an utterance; in less a recogniser guesses."""

SHARE = 0.6
"""The part of the time that hypotheses may take. The rest is for last words, which then wait half as long."""

WAITING_S = 0.5
"""Sound waiting for longer than this makes hypotheses be left out."""

STRETCH, LONGEST_STRETCH = 1.5, 6.0
LEFT_OUT_BEFORE_STRETCH = 3
"""So many left out in a row set the others further apart."""

BEHIND_FROM_S, BEHIND_UNTIL_S = 3.0, 1.0


class HypothesisPace:
    """Keeps the pace of one recogniser. All times are seconds of the same steady clock."""

    def __init__(self) -> None:
        self.dropped = 0
        """How many hypotheses were left out."""
        self.is_behind = False
        """Whether the last words come so late that the operator should know."""
        self.lag_s = 0.0
        """How long the sound of the last utterance waited for the recogniser."""
        self._cost_s = 0.0
        self._stretch = 1.0
        self._in_a_row = 0
        self._next_at = 0.0

    @property
    def interval_s(self) -> float:
        """How far apart hypotheses are now."""
        return max(SHORTEST_S, self._cost_s / SHARE) * self._stretch

    def begin(self, now: float) -> None:
        """An utterance's voice was first heard at `now`."""
        self._next_at = now + FIRST_AFTER_S

    def is_due(self, now: float, waiting_s: float, ends_in_s: float | None = None) -> bool:
        """Whether to ask for a hypothesis now.

        `waiting_s` is how old the newest sound is that the recogniser was given; `ends_in_s` after how much more
        silence the utterance ends: a hypothesis that takes longer would hold up its last word.
        """
        if now < self._next_at or (ends_in_s is not None and self._cost_s > ends_in_s):
            return False
        if waiting_s <= WAITING_S:
            return True
        self.dropped += 1
        self._in_a_row += 1
        if self._in_a_row % LEFT_OUT_BEFORE_STRETCH == 0:
            self._stretch = min(LONGEST_STRETCH, self._stretch * STRETCH)
        self._next_at = now + self.interval_s
        return False

    def took(self, cost_s: float, began_at: float) -> None:
        """A hypothesis asked for at `began_at` took so long."""
        self._cost_s = cost_s if not self._cost_s else (self._cost_s + cost_s) / 2
        if not self._in_a_row:
            self._stretch = max(1.0, self._stretch / STRETCH)
        self._in_a_row = 0
        self._next_at = began_at + self.interval_s

    def waited(self, waiting_s: float) -> None:
        """The sound of an utterance waited so long for the recogniser."""
        self.lag_s = waiting_s
        self.is_behind = waiting_s > (BEHIND_UNTIL_S if self.is_behind else BEHIND_FROM_S)
