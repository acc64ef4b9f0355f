"""The microphone as an `AudioSource`: PortAudio's callback fills a ring, `read` turns it into 16 kHz mono."""

import threading
import time
from collections import deque
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from livedesk.adapters.audio.convert import Converter
from livedesk.adapters.audio.devices import find
from livedesk.adapters.audio.portaudio import InputStream, OnBlock, PortAudio, SoundSystem
from livedesk.adapters.audio.ring import Ring, Taken
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ports import AudioBlock, AudioSource
from livedesk.core.records import Microphone
from livedesk.core.typing_compat import override

RING_S = 30.0
"""Sound kept while the recogniser is busy; older sound is lost, and counted."""

START_S, STALL_S = 6.0, 2.0
"""A microphone that sends nothing for so long is gone: CoreAudio and some drivers never say so themselves."""

_LOOK_S = 0.02


class Intake:
    """What PortAudio's thread runs: it copies into the ring, and counts what PortAudio itself had to drop."""

    def __init__(self, rate: float, channels: int) -> None:
        self._rate = rate
        self._ring = Ring(round(rate * RING_S * 2 / max(2, channels)), channels)  # 12 MB at 48 kHz stereo
        self._next_at = 0.0

    def receive(self, frames: NDArray[np.float32], taken_in_at: float, has_overflowed: bool) -> None:
        """Take a block. How much was dropped before it is what PortAudio's clock says, at least one frame."""
        if has_overflowed:
            missing = (taken_in_at - self._next_at) * self._rate if self._next_at else 0.0
            self._ring.skip(max(1, round(missing)))
        self._ring.write(frames)
        self._next_at = taken_in_at + len(frames) / self._rate

    def take(self) -> Taken | None:
        """Return what came in, for the reader's thread."""
        return self._ring.take()


class MicrophoneSource(AudioSource):
    """One microphone, opened at the rate and channels that it has; `asr` thread only.

    Each `open` counts the devices anew unless it is the first, so one that was plugged in meanwhile is found.
    `microphone` is the one that is open, None else.
    """

    def __init__(
        self,
        microphone: str = "",
        system: SoundSystem | None = None,
        *,
        pause: Callable[[float], object] | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`microphone` is a `Microphone.id`, "" for the computer's own choice.

        `pause` waits for so many seconds: give a worker's `stop.wait` and stopping never has to wait. `system` is
        shared by all sources of a process.
        """
        self.name = ""
        self.microphone: Microphone | None = None
        self._wanted = microphone
        self._system = system or PortAudio()
        self._pause = pause or threading.Event().wait
        self._now = now
        self._stream: InputStream | None = None
        self._intake = Intake(1.0, 1)
        self._converter = Converter(1.0)
        self._ready: deque[AudioBlock] = deque()
        self._heard_at = 0.0
        self._patience_s = START_S

    @override
    def open(self) -> None:
        self.close()
        self._system.reload()
        device = find(self._system, self._wanted)
        self.name = device.microphone.name
        self._stream = self._system.open(device, self._listen)
        self.microphone = device.microphone
        self._converter = Converter(self._stream.rate)
        self._heard_at = self._now()
        self._patience_s = START_S

    @override
    def read(self, timeout_s: float) -> AudioBlock | None:
        deadline = self._now() + timeout_s
        while True:
            if self._ready:
                return self._ready.popleft()
            if self._fill():
                continue
            left = deadline - self._now()
            if left <= 0:
                return None
            self._pause(min(_LOOK_S, left))

    @override
    def close(self) -> None:
        if self._stream:
            self._stream.close()
        self._stream = None
        self.microphone = None
        self._ready.clear()

    def _fill(self) -> bool:
        """Move what has come in to `_ready`; return whether there was anything. Raises when the device is gone."""
        if self._stream is None:
            raise Unavailable("microphone", ErrorCode.MICROPHONE_GONE, microphone=self.name)
        has_ended = self._stream.has_ended()  # asked first: what came before the end is still taken
        taken = self._intake.take()
        if taken:
            self._heard_at = self._now()
            self._patience_s = STALL_S
            self._ready.extend(self._converter.feed(taken.frames, taken.start))
            return True
        if not has_ended and self._now() - self._heard_at < self._patience_s:
            return False
        self._ready.extend(self._converter.finish())
        self._stream.close()
        self._stream = None
        return True

    def _listen(self, rate: float, channels: int) -> OnBlock:
        self._intake = Intake(rate, channels)
        return self._intake.receive
