"""A sound file as an `AudioSource`: in real time, faster, or as fast as it is read."""

import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from livedesk.adapters.audio.convert import Converter
from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ports import AudioBlock, AudioSource
from livedesk.core.typing_compat import override

_CHUNK_S = 0.1
_UNKNOWN_FRAMES = 1 << 62
"""libsndfile says 2**63 - 1 for a FLAC whose header was never finished."""

_STREAMED = frozenset({0, 0x7FFFFFFF, 0xFFFFFFFF})
"""Sizes in the header of a WAV that was written to a pipe; within 64 bytes, for the header's own length."""

_TOLERANCE_S = 0.25


class FileSource(AudioSource):
    """Any file libsndfile reads (wav, flac, ogg, mp3, aiff...) at any rate and channel count.

    `speed` 1.0 is real time, 4.0 four times faster, None as fast as `read` is called. `read` raises `EOFError` at
    the end. A file that is no sound, or ends before its own header says so, raises `Unavailable("microphone",
    AUDIO_FILE_BROKEN, file=...)`: the second one after all the sound that is there.
    """

    def __init__(
        self,
        path: Path,
        speed: float | None = None,
        *,
        pause: Callable[[float], object] | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`pause` waits for so many seconds: give a worker's `stop.wait` and stopping never has to wait."""
        self.name = path.name
        self._path = path
        self._speed = speed
        self._pause = pause or threading.Event().wait
        self._now = now
        self._file: Any = None
        self._converter = Converter(1.0)
        self._ready: deque[AudioBlock] = deque()
        self._read_frames = 0
        self._began_at = 0.0

    @override
    def open(self) -> None:
        import soundfile

        self.close()
        try:
            self._file = soundfile.SoundFile(self._path)
        except (soundfile.SoundFileError, OSError) as error:
            raise self._broken() from error
        self._converter = Converter(self._file.samplerate)
        self._read_frames = 0
        self._began_at = self._now()

    @override
    def read(self, timeout_s: float) -> AudioBlock | None:
        while not self._ready:
            self._fill()
        due_in_s = self._due_in_s(self._ready[0])
        if due_in_s > 0:
            self._pause(min(due_in_s, timeout_s))
            if due_in_s > timeout_s:
                return None
        return self._ready.popleft()

    @override
    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file = None
        self._ready.clear()

    def _due_in_s(self, block: AudioBlock) -> float:
        """Return how long it is until the last sample of `block` would have been spoken."""
        if self._speed is None:
            return 0.0
        end_s = (block.start + len(block.samples)) / SAMPLE_RATE
        return self._began_at + end_s / self._speed - self._now()

    def _fill(self) -> None:
        """Read the next tenth of a second; raises `EOFError` or `Unavailable` when there is none."""
        import soundfile

        if self._file is None:
            raise EOFError(self.name)
        is_whole = True
        try:
            frames = self._file.read(
                max(1, round(self._file.samplerate * _CHUNK_S)), dtype="float32", always_2d=True
            )
        except soundfile.SoundFileError:
            # A header that was never finished (the writer was killed) tells libsndfile no end to stop at.
            is_whole = self._file.frames >= _UNKNOWN_FRAMES
            frames = ()
        if len(frames):
            self._ready.extend(self._converter.feed(frames, self._read_frames))
            self._read_frames += len(frames)
            return
        self._ready.extend(self._converter.finish())
        if self._ready:
            return
        if not (is_whole and self._has_all()):
            raise self._broken()
        raise EOFError(self.name)

    def _has_all(self) -> bool:
        """Whether the file held as much as its own header says."""
        promised = self._file.frames
        missing = promised - self._read_frames if promised < _UNKNOWN_FRAMES else 0
        if missing > self._file.samplerate * _TOLERANCE_S:
            return False
        match self._file.format:
            case "WAV" | "WAVEX" | "AIFF" | "W64" | "RF64":
                return not _is_cut_off(self._file.extra_info)
            case "OGG":
                return _has_last_page(self._path)
            case _:
                return True

    def _broken(self) -> Unavailable:
        return Unavailable("microphone", ErrorCode.AUDIO_FILE_BROKEN, file=self.name)


def _is_cut_off(libsndfile_log: str) -> bool:
    """Whether libsndfile noted a data chunk that is longer than the file: "data : 160000 (should be 95982)"."""
    for line in libsndfile_log.splitlines():
        name, _, rest = line.partition(":")
        if name.strip() not in ("data", "SSND") or "(should be" not in rest:
            continue
        promised = int(rest.split()[0])
        if not any(abs(promised - size) <= 64 for size in _STREAMED):
            return True
    return False


def _has_last_page(path: Path) -> bool:
    """Whether the last page of an Ogg file is marked as the last one (RFC 3533, section 6: bit 4 of the type)."""
    data = path.read_bytes()[-70_000:]  # a page has 65,307 bytes at most
    at = data.rfind(b"OggS")
    return at >= 0 and len(data) > at + 5 and bool(data[at + 5] & 4)
