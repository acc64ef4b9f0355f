"""Keeps the host's sound as a FLAC file while the show runs, for those who asked for it."""

import shutil
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np

from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.errors import ErrorCode, Unavailable, disk_error
from livedesk.core.ports import AudioBlock

_ROOM = 1 << 20
_SILENCE = SAMPLE_RATE * 10


class HostTrack:
    """One FLAC file, 16 kHz mono 16 bit: some 60 MB an hour. What was lost is silence, so times stay right.

    Each compressed frame is written when it is full. A killed process loses a quarter of a second at most, and what
    is there can be played and read: only the length in the header is missing.
    """

    def __init__(self, path: Path) -> None:
        """Begin a new file at `path`, which must not be there; raises `Unavailable("recording", ...)`."""
        import soundfile

        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(exist_ok=False)  # says why it fails, which libsndfile does not
            self._file: Any = soundfile.SoundFile(
                path, "w", SAMPLE_RATE, channels=1, format="FLAC", subtype="PCM_16"
            )
        except OSError as error:
            failed = disk_error(error, str(path.parent))
            raise Unavailable("recording", failed.code, **failed.params) from error
        except soundfile.SoundFileError as error:
            raise self._failed() from error

    def write(self, block: AudioBlock) -> None:
        """Add a block, behind silence for what was lost before it; raises `Unavailable`, then the file is closed."""
        import soundfile

        if self._file is None:
            return
        try:
            for begin in range(0, block.lost, _SILENCE):
                self._file.write(np.zeros(min(_SILENCE, block.lost - begin), dtype=np.float32))
            self._file.write(np.asarray(block.samples, dtype=np.float32))
        except (soundfile.SoundFileError, OSError) as error:
            self.close()
            raise self._failed() from error

    def close(self) -> None:
        """Finish the file. A full disk is no reason to fail here: `write` has said so."""
        import soundfile

        if self._file is not None:
            with suppress(soundfile.SoundFileError):
                self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _failed(self) -> Unavailable:
        """libsndfile does not say why a write failed; the free room does."""
        folder = self.path.parent
        try:
            is_full = shutil.disk_usage(folder).free < _ROOM
        except OSError:
            is_full = False
        code = ErrorCode.DISK_FULL if is_full else ErrorCode.FOLDER_NOT_WRITABLE
        return Unavailable("recording", code, folder=str(folder))


def free_path(folder: Path, stem: str) -> Path:
    """Return a file of `folder` that is not there yet: "stem.flac", else "stem-2.flac" and so on."""
    path, number = folder / f"{stem}.flac", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.flac"
    return path
