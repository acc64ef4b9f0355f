"""Sound on its way to the recogniser: taken from the microphone as it comes, measured, kept if wished, in line."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.captions.live_time import LiveStretch, stretch_at
from livedesk.core.events import Input, LevelMeasured
from livedesk.core.records import Level
from livedesk.runtime.host_recording import HostRecorder
from livedesk.runtime.microphone import MicrophoneInput

_PIECE = SAMPLE_RATE // 2


class Meter(Protocol):
    """Measures how loud sound is."""

    def add(self, samples: memoryview) -> Level | None:
        """Take the next samples; return the level of the last tenth of a second that they complete."""
        ...


@dataclass(frozen=True, slots=True)
class Sound:
    """Float32 samples taken in from `began_at` on (seconds since 1970), after `lost` ones that never came.

    `is_break`: the microphone stopped here; there are no samples.
    """

    samples: memoryview
    began_at: float
    lost: int = 0
    is_break: bool = False

    @property
    def end_at(self) -> float:
        """When its last sample was taken in."""
        return self.began_at + len(self.samples) / SAMPLE_RATE

    def pieces(self) -> "list[Sound]":
        """Return it in pieces short enough to look around between them."""
        starts = range(0, max(1, len(self.samples)), _PIECE)
        return [
            Sound(
                self.samples[start : start + _PIECE],
                self.began_at + start / SAMPLE_RATE,
                0 if start else self.lost,
            )
            for start in starts
        ]

    def within(self, live: LiveStretch) -> "Sound":
        """Return the part of it that belongs to `live`."""
        first = max(0, round((live.since - self.began_at) * SAMPLE_RATE))
        end = round(min(len(self.samples), (live.until - self.began_at) * SAMPLE_RATE))
        samples = self.samples[first : max(first, end)]
        return Sound(samples, self.began_at + first / SAMPLE_RATE, 0 if first else self.lost)


class SoundIntake:
    """Keeps the microphone's sound until the recogniser has time for it. For the `asr` thread."""

    def __init__(
        self,
        microphone: MicrophoneInput,
        meter: Meter,
        recorder: HostRecorder,
        *,
        now: Callable[[], float],
        post: Callable[[Input], None],
    ) -> None:
        self.lost = 0
        """Samples that never came, so far."""
        self._microphone = microphone
        self._meter = meter
        self._recorder = recorder
        self._now = now
        self._post = post
        self._line: deque[Sound] = deque()
        self._filled_at = now()

    @property
    def waits_since(self) -> float | None:
        """When the oldest sound in line was taken in, None where none is."""
        return self._line[0].began_at if self._line else None

    def fill(self, live: tuple[LiveStretch, ...], timeout_s: float, *, keeps: bool) -> None:
        """Take in what came since the last call; waits for it up to `timeout_s` where none is in line.

        `keeps` says whether sound of the show goes to the recorder. Raises `EOFError` at the end of a file.
        """
        if not self._line and not self._take_in(live, timeout_s, keeps):
            self._filled_at = self._now()
            return
        # No more than fits into the time since: a file could be read to its end.
        due_s = self._now() - self._filled_at
        while due_s > 0 and (taken_s := self._take_in(live, 0.0, keeps)):
            due_s -= taken_s
        self._filled_at = self._now()

    def take(self) -> Sound | None:
        """Return what is first in line."""
        return self._line.popleft() if self._line else None

    def note_break(self) -> None:
        """The microphone stopped here."""
        self._line.append(Sound(memoryview(b""), self._now(), is_break=True))

    def skip(self) -> Sound | None:
        """Forget all that is in line; return the first of it."""
        first = self.take()
        self._line.clear()
        return first

    def _take_in(self, live: tuple[LiveStretch, ...], timeout_s: float, keeps: bool) -> float:
        """Take in one block; return how long it is, 0 where there is none."""
        block = self._microphone.read(timeout_s)
        if block is None:
            return 0.0
        self.lost += block.lost
        sound = Sound(block.samples, self._microphone.anchor + block.start / SAMPLE_RATE, block.lost)
        self._line += sound.pieces()
        level = self._meter.add(block.samples)
        if level:
            self._post(LevelMeasured(level))
        stretch = stretch_at(live, sound.began_at, sound.end_at) if keeps else None
        if stretch:
            part = sound.within(stretch)
            self._recorder.write(stretch, part.samples, part.began_at)
        return len(block.samples) / SAMPLE_RATE
