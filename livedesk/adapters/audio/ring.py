"""Carries sound from PortAudio's thread to the recogniser without a lock; its memory is made once."""

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Taken:
    """Frames taken out of the ring: (n, channels) float32, the reader's own copy.

    `start` counts the frames since the ring was made, lost ones included.
    """

    frames: NDArray[np.float32]
    start: int


class Ring:
    """Keeps the newest `capacity` frames of `channels` samples; what the reader was too late for is lost.

    The writer never waits: it claims a stretch, copies, and then says that it is there. The reader copies and looks
    afterwards which part of it the writer had claimed meanwhile; that part is lost, and counted. (A Python integer
    is read and replaced whole, so the counters need no lock.)
    """

    def __init__(self, capacity: int, channels: int) -> None:
        self._frames: NDArray[np.float32] = np.zeros((capacity, channels), dtype=np.float32)
        self._capacity = capacity
        self._claimed = 0
        self._written = 0
        self._taken = 0
        self._gaps: deque[tuple[int, int]] = deque()  # (frames written before it, frames that never came)
        self._skipped = 0

    def write(self, frames: NDArray[np.float32]) -> None:
        """Add `frames` (n, channels). For the writer's thread; copies, and does nothing else."""
        count = min(len(frames), self._capacity)
        begin = self._written + len(frames) - count  # a block longer than the ring loses its head
        self._claimed = begin + count
        place = begin % self._capacity
        head = min(count, self._capacity - place)
        self._frames[place : place + head] = frames[len(frames) - count : len(frames) - count + head]
        if head < count:
            self._frames[: count - head] = frames[len(frames) - count + head :]
        self._written = begin + count

    def skip(self, count: int) -> None:
        """Say that `count` frames never came, before what is written next. For the writer's thread; it is rare."""
        self._gaps.append((self._written, count))

    def take(self) -> Taken | None:
        """Return what is there up to the next gap, None where nothing is. For the reader's thread."""
        end = self._written
        first = max(self._taken, self._claimed - self._capacity)
        self._pass_gaps(first)
        if self._gaps and self._gaps[0][0] < end:
            end = self._gaps[0][0]
        if end <= first:
            self._taken = max(self._taken, first)
            return None
        places = np.arange(first, end) % self._capacity
        copy: NDArray[np.float32] = self._frames[places]
        torn = max(0, self._claimed - self._capacity - first)  # written over while it was copied
        self._taken = end
        if torn >= len(copy):
            return None
        return Taken(copy[torn:], first + torn + self._skipped)

    def _pass_gaps(self, first: int) -> None:
        """Count the gaps that lie before frame `first`, or right there."""
        while self._gaps and self._gaps[0][0] <= first:
            self._skipped += self._gaps.popleft()[1]
