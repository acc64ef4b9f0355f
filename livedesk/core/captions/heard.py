"""What a recogniser hears, before and after it was put right. Plain values that pass any door."""

from dataclasses import dataclass
from enum import StrEnum

from livedesk.core.ids import Sku

SAMPLE_RATE = 16_000
"""Samples a second of all audio inside livedesk: mono, float32, -1 to 1."""

FRAME = 512
"""Samples that the voice detector judges at once: 32 ms."""


@dataclass(frozen=True, slots=True)
class HeardWord:
    """One word, or one Chinese character, with its blanks; times are seconds from the start of the utterance."""

    text: str
    t0_s: float
    t1_s: float
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Heard:
    """What an engine thinks was said in one stretch of audio.

    `no_speech` is the engine's own doubt that anyone spoke (0 to 1), `log_probability` the mean over the tokens,
    `compression` the ratio of the text's length to that of its zlib form (repeated text compresses well).
    """

    text: str
    words: tuple[HeardWord, ...] = ()
    no_speech: float = 0.0
    log_probability: float = 0.0
    compression: float = 0.0


class CorrectionKind(StrEnum):
    """Why a heard text was changed."""

    HOT_WORD = "hot_word"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Correction:
    """One change to what was heard: `written` stands at `start` of the shown text in the place of `heard`.

    `sku` is the product that a hot word belongs to, where it is one's.
    """

    kind: CorrectionKind
    start: int
    heard: str
    written: str
    sku: Sku | None = None

    @property
    def end(self) -> int:
        """Where the text goes on after it."""
        return self.start + len(self.written)
