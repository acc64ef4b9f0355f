"""Turns sound of any rate and channel count into blocks of 16 kHz mono, with every sample in its place in time."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.ports import AudioBlock


class Converter:
    """One stretch of sound from one source. Mixes by the mean of the channels, resamples by libsoxr (HQ).

    The blocks are numbered from 0 in samples of 16 kHz; a gap in the input is one of the same length in the output,
    to the sample, so that times never drift. libsoxr keeps some 10 ms back until more comes or `finish` is called.
    """

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._resampler: Any = None
        self._next_in = 0
        self._next_out = 0
        self._lost = 0

    def feed(self, frames: NDArray[np.float32], start: int) -> list[AudioBlock]:
        """Take (n, channels) float32 that begin at frame `start` of the source; return what is ready."""
        blocks = []
        if start > self._next_in:
            blocks = self.finish()
            at = round(start * SAMPLE_RATE / self._rate)
            self._lost += max(0, at - self._next_out)
            self._next_out = max(at, self._next_out)
        self._next_in = start + len(frames)
        mono = frames[:, 0] if frames.shape[1] == 1 else frames.mean(axis=1, dtype=np.float32)
        mono = np.clip(np.nan_to_num(mono, nan=0.0, posinf=1.0, neginf=-1.0), -1.0, 1.0)
        return blocks + self._blocks(self._resampled(mono, is_last=False))

    def finish(self) -> list[AudioBlock]:
        """Return what the resampler still holds; the next `feed` begins afresh."""
        if self._resampler is None:
            return []
        rest = self._resampled(np.zeros(0, dtype=np.float32), is_last=True)
        self._resampler = None
        return self._blocks(rest)

    def _resampled(self, mono: NDArray[np.float32], *, is_last: bool) -> NDArray[np.float32]:
        if self._rate == SAMPLE_RATE:
            return mono
        if self._resampler is None:
            import soxr

            self._resampler = soxr.ResampleStream(self._rate, SAMPLE_RATE, 1, dtype="float32")
        samples: NDArray[np.float32] = self._resampler.resample_chunk(mono, last=is_last)
        return np.clip(samples, -1.0, 1.0)  # the filter rings a little above full scale

    def _blocks(self, samples: NDArray[np.float32]) -> list[AudioBlock]:
        if not len(samples):
            return []
        block = AudioBlock(np.ascontiguousarray(samples).data, self._next_out, self._lost)
        self._next_out += len(samples)
        self._lost = 0
        return [block]
