"""Stand-ins for microphones: a source with sound made up here, and a PortAudio whose devices come and go."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from livedesk.adapters.audio.portaudio import Device, InputStream, Listen, OnBlock, SoundSystem
from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ports import AudioBlock, AudioSource
from livedesk.core.records import Microphone
from livedesk.core.typing_compat import override


def tone(
    seconds: float, rate: float = SAMPLE_RATE, hertz: float = 440.0, loud: float = 0.5
) -> NDArray[np.float32]:
    """Return a sine of this length, (n,) float32."""
    at = np.arange(round(seconds * rate)) / rate
    return (loud * np.sin(2 * np.pi * hertz * at)).astype(np.float32)


class FakeSource(AudioSource):
    """Gives prepared blocks of 16 kHz sound, one a call, and then fails as told or ends.

    A block is (samples, how many were lost before it).
    """

    def __init__(
        self, blocks: Sequence[tuple[NDArray[np.float32], int]], failure: ErrorCode | None = None
    ) -> None:
        self.name = "Fake microphone"
        self._blocks = blocks
        self._failure = failure
        self._next = -1
        self._at = 0

    @override
    def open(self) -> None:
        self._next, self._at = 0, 0

    @override
    def read(self, timeout_s: float) -> AudioBlock | None:
        if self._next >= len(self._blocks):
            if self._failure:
                raise Unavailable("microphone", self._failure, microphone=self.name)
            raise EOFError(self.name)
        samples, lost = self._blocks[self._next]
        self._next += 1
        block = AudioBlock(memoryview(samples), self._at + lost, lost)
        self._at += lost + len(samples)
        return block

    @override
    def close(self) -> None:
        self._next = -1


class FakeStream(InputStream):
    """An open device; the test plays into it by `FakeSystem.play`."""

    def __init__(self, rate: float, channels: int, on_block: OnBlock) -> None:
        self.rate = rate
        self.channels = channels
        self.on_block = on_block
        self.is_open = True
        self.ended = False

    @override
    def has_ended(self) -> bool:
        return self.ended

    @override
    def close(self) -> None:
        self.is_open = False


class FakeSystem(SoundSystem):
    """A computer's sound devices. What is plugged in or out shows after `reload`, as with PortAudio."""

    def __init__(self, *plugged: Device) -> None:
        self.plugged = list(plugged)
        self.known = tuple(plugged)
        self.streams: list[FakeStream] = []
        self.refusal: ErrorCode | None = None
        self.on_open: Callable[[], None] = lambda: None
        self.reloads = 0
        self._clock = 0.0

    @override
    def devices(self) -> tuple[Device, ...]:
        return self.known

    @override
    def reload(self) -> None:
        if not any(stream.is_open for stream in self.streams):
            self.reloads += 1
            self.known = tuple(self.plugged)

    @override
    def open(self, device: Device, listen: Listen) -> InputStream:
        if self.refusal:
            raise Unavailable("microphone", self.refusal, microphone=device.microphone.name)
        stream = FakeStream(device.rate, device.channels, listen(device.rate, device.channels))
        self.streams.append(stream)
        self.on_open()
        return stream

    def play(self, frames: NDArray[np.float32], dropped: int = 0) -> None:
        """Let the open device deliver (n,) or (n, channels), after PortAudio itself dropped so many frames."""
        stream = self.streams[-1]
        shaped = frames.reshape(-1, 1) if frames.ndim == 1 else frames
        self._clock += dropped / stream.rate
        stream.on_block(shaped, 100.0 + self._clock, dropped > 0)
        self._clock += len(shaped) / stream.rate

    def unplug(self) -> None:
        """Take the open device away in mid-word."""
        self.streams[-1].ended = True
        self.plugged.clear()


def device(
    name: str = "Lapel", *, rate: float = 48000.0, channels: int = 1, index: int = 0, is_default: bool = True
) -> Device:
    """Return a microphone of the fake computer."""
    return Device(index, Microphone(f"Fake|{name}", name, is_default), channels, rate)
