"""Where an utterance begins and ends, by how likely each 32 ms of sound are voice. For the lane that listens.

The sound is divided exactly: a frame belongs to one utterance at most, voice belongs to one, and where one that is
too long is cut, the next begins with the very next frame.
"""

from dataclasses import dataclass, replace

from livedesk.core.captions.heard import FRAME, SAMPLE_RATE

FRAME_S = FRAME / SAMPLE_RATE

VOICE_FROM, VOICE_UNTIL = 0.5, 0.35
"""Voice begins at a probability of the first and goes on down to the second, so that it does not flutter."""

ONSET = 3
"""Frames of voice in a row that begin an utterance; a click is shorter."""

PRE_ROLL = 10
"""Frames before the onset that belong to the utterance (0.32 s): voice detectors miss a soft first consonant."""

PAUSE, PAUSE_AFTER_CLAUSE, PAUSE_IN_LONG, PAUSE_IN_LONGER = 16, 10, 6, 3
"""Frames without voice that end an utterance: 0.5 s; 0.3 s after a clause's end; less and less in a long one."""

LONG, LONGER, LIMIT = 250, 375, 468
"""Lengths in frames: 8, 12 and 15 s. At the last an utterance is cut even where nobody pauses."""

WINDOW = 31
"""The quietest of so many frames before the limit (1 s) is where it is cut."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An utterance begins with `frame`; the voice was first heard in `voice_from`."""

    frame: int
    voice_from: int


@dataclass(frozen=True, slots=True)
class Grown:
    """All frames before `until` belong to the utterance in hand."""

    until: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The utterance ended before `frame`, its voice before `voice_until`; `voiced` frames of it were surely voice."""

    frame: int
    voice_until: int
    voiced: int


Step = Begun | Grown | Ended


@dataclass(slots=True)
class _InHand:
    """The utterance in hand: all frames before `given` were given out, the last `silent` ones taken had no voice."""

    begin: int
    given: int
    voice_until: int
    voiced: int
    silent: int = 0


class Utterances:
    """Divides one stretch of sound without gaps, whose frames count from 0."""

    def __init__(self) -> None:
        self._next = 0
        self._free = 0
        self._onset = 0
        self._in_hand: _InHand | None = None
        self._held: list[tuple[float, bool]] = []  # loudness, and whether it surely was voice

    @property
    def taken(self) -> int:
        """How many frames were taken."""
        return self._next

    @property
    def kept_from(self) -> int:
        """The first frame that an utterance may still ask for."""
        if self._in_hand:
            return self._in_hand.given
        return max(self._free, self._next - ONSET - PRE_ROLL)

    @property
    def voice_until(self) -> int:
        """Where the voice of the utterance in hand ended so far; 0 between two."""
        return self._in_hand.voice_until if self._in_hand else 0

    @property
    def voiced(self) -> int:
        """How many frames of the utterance in hand surely were voice; 0 between two."""
        return self._in_hand.voiced if self._in_hand else 0

    @property
    def ends_in(self) -> int | None:
        """After how many more frames without voice the utterance in hand ends; None while there is voice."""
        if self._in_hand is None or not self._in_hand.silent:
            return None
        return max(0, PAUSE - self._in_hand.silent)

    def take(self, probability: float, loudness: float, *, is_clause_end: bool = False) -> list[Step]:
        """Take the next frame; return what follows, in order.

        `loudness` is any measure that is lowest in the quietest frame; `is_clause_end` says that what was heard so
        far ends a clause.
        """
        frame, self._next = self._next, self._next + 1
        if self._in_hand is None:
            return self._wait(frame, probability)
        return self._go_on(self._in_hand, frame, probability, loudness, is_clause_end)

    def break_off(self) -> list[Step]:
        """End the utterance in hand with the last frame that was taken: the sound ends here."""
        self._onset = 0
        return self._end(self._in_hand, self._next) if self._in_hand else []

    def _wait(self, frame: int, probability: float) -> list[Step]:
        self._onset = self._onset + 1 if probability >= VOICE_FROM else 0
        if self._onset < ONSET:
            return []
        self._onset = 0
        voice_from = frame - ONSET + 1
        begin = max(self._free, voice_from - PRE_ROLL)
        self._in_hand = _InHand(begin, frame + 1, frame + 1, ONSET)
        return [Begun(begin, voice_from), Grown(frame + 1)]

    def _go_on(
        self, hand: _InHand, frame: int, probability: float, loudness: float, is_clause_end: bool
    ) -> list[Step]:
        is_voiced = probability >= VOICE_FROM
        hand.voiced += is_voiced
        if probability >= VOICE_UNTIL:
            hand.silent, hand.voice_until = 0, frame + 1
        else:
            hand.silent += 1
        length = frame + 1 - hand.begin
        if hand.silent >= _pause(length, is_clause_end):
            return self._end(hand, frame + 1)
        if length <= LIMIT - WINDOW:
            hand.given = frame + 1
            return [Grown(frame + 1)]
        self._held.append((loudness, is_voiced))
        return [] if length < LIMIT else self._cut(hand, frame)

    def _cut(self, hand: _InHand, frame: int) -> list[Step]:
        """End the utterance after the quietest frame held back; the others begin the next."""
        kept = min(range(len(self._held)), key=self._held.__getitem__) + 1
        cut = hand.given + kept
        voiced = sum(is_voiced for _, is_voiced in self._held[kept:])
        steps = self._end(replace(hand, voiced=hand.voiced - voiced), cut)
        if hand.voice_until <= cut:
            return steps
        self._in_hand = _InHand(cut, frame + 1, hand.voice_until, voiced, hand.silent)
        return [*steps, Begun(cut, cut), Grown(frame + 1)]

    def _end(self, hand: _InHand, frame: int) -> list[Step]:
        self._free, self._in_hand, self._held = frame, None, []
        return [Grown(frame), Ended(frame, min(hand.voice_until, frame), hand.voiced)]


def _pause(length: int, is_clause_end: bool) -> int:
    """Return how many frames without voice end an utterance of this length."""
    if length >= LONGER:
        return PAUSE_IN_LONGER
    if length >= LONG:
        return PAUSE_IN_LONG
    return PAUSE_AFTER_CLAUSE if is_clause_end else PAUSE
