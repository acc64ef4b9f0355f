"""How loud the sound is, for the meter in the window."""

import numpy as np

from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.records import Level

STEP = SAMPLE_RATE // 10
"""Samples that one level is measured over: a tenth of a second."""

_CLIPPED, _CLIPPED_SAMPLES = 0.99, 3


class LevelMeter:
    """Measures 16 kHz mono sound a tenth of a second at a time.

    It is clipped where three samples of a tenth come within 1 % of full scale: one alone may be a click.
    """

    def __init__(self) -> None:
        self._peak = 0.0
        self._squares = 0.0
        self._count = 0
        self._clipped = 0

    def add(self, samples: memoryview) -> Level | None:
        """Take the next samples; return the level of the last tenth that they complete, None where they do not."""
        sound = np.asarray(samples, dtype=np.float32)
        level = None
        while len(sound):
            part, sound = sound[: STEP - self._count], sound[STEP - self._count :]
            size = np.abs(part)
            self._peak = max(self._peak, float(size.max()))
            self._squares += float(np.square(part, dtype=np.float64).sum())
            self._clipped += int(np.count_nonzero(size >= _CLIPPED))
            self._count += len(part)
            if self._count == STEP:
                level = self._take(level)
        return level

    def _take(self, before: Level | None) -> Level:
        """Return the tenth that is complete; a peak or clipping of `before`, which nobody saw, is kept."""
        level = Level(
            peak=max(self._peak, before.peak if before else 0.0),
            rms=(self._squares / STEP) ** 0.5,
            is_clipped=self._clipped >= _CLIPPED_SAMPLES or (before is not None and before.is_clipped),
        )
        self._peak, self._squares, self._count, self._clipped = 0.0, 0.0, 0, 0
        return level
