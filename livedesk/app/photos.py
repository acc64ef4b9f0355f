"""The photos that buyers send: made small and harmless before anything else sees them, deleted with their buyer."""

import asyncio
import contextlib
import re
import secrets
import threading
from pathlib import Path

from livedesk.adapters.pictures.normalise import normalise
from livedesk.adapters.store.files import write_whole
from livedesk.core.errors import ErrorCode, UserFacing

MOST_IN_A_RUN = 2000
"""Some 800 MB; who sends more fills the disk on purpose."""
_NAME = re.compile(r"[0-9a-f]{32}\.(jpg|png)\Z")
_NAME_BYTES = 16
_SVG = ".svg"


class Photos:
    """A folder of photos under names nobody can guess. Its methods may be called from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken = 0
        self._one_at_a_time = threading.Lock()
        """A picture takes up to 256 MB while it is decoded."""

    async def take(self, data: bytes) -> str:
        """Keep the photo in `data`, decoded and written anew, and return its name.

        Raises `UserFacing`: PICTURE_UNREADABLE, also for a drawing, PICTURE_TOO_LARGE, or the disk's.
        """
        if self._taken >= MOST_IN_A_RUN:
            raise UserFacing(ErrorCode.PICTURE_TOO_LARGE)
        self._taken += 1
        return await asyncio.to_thread(self._keep, data)

    def read(self, name: str) -> bytes:
        """Return a photo's file, b"" where it is gone."""
        with contextlib.suppress(OSError):
            if _NAME.fullmatch(name):
                return (self._folder / name).read_bytes()
        return b""

    def drop(self, name: str) -> None:
        """Delete a photo; one that is gone already is no trouble."""
        with contextlib.suppress(OSError):
            if _NAME.fullmatch(name):
                (self._folder / name).unlink()

    def _keep(self, data: bytes) -> str:
        with self._one_at_a_time:
            picture = normalise(data)
        if picture.suffix == _SVG:
            raise UserFacing(ErrorCode.PICTURE_UNREADABLE)
        name = secrets.token_hex(_NAME_BYTES) + picture.suffix
        write_whole(self._folder / name, picture.data, is_secret=True)
        return name
