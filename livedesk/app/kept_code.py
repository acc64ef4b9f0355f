"""The key in the phones' QR code, kept while their page is open: a desk that was killed lets them in again by it."""

import contextlib
import json
import time
from collections.abc import Callable
from pathlib import Path

from livedesk.adapters.store.files import write_whole
from livedesk.adapters.web.security import is_key, new_key
from livedesk.core.errors import UserFacing

VALID_S = 12 * 3600.0
"""As long as a day at a fair: a key older than that is not the one on anybody's phone."""


class KeptCode:
    """A file that is there only while phones are let in. Blocking; for one thread at a time."""

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        self._path, self._now = path, now

    def take(self) -> str:
        """Return the key that a desk left which did not end properly, else a new one, and keep it.

        Where it cannot be written down a killed desk gets a new one, no more.
        """
        key = self._left() or new_key()
        with contextlib.suppress(UserFacing):
            data = json.dumps({"key": key, "at": self._now()}).encode("ascii")
            write_whole(self._path, data, is_secret=True)
        return key

    def drop(self) -> None:
        """Forget the key: nobody is let in by it again."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _left(self) -> str:
        try:
            kept = json.loads(self._path.read_bytes())
            key, age_s = kept["key"], self._now() - kept["at"]
        except (OSError, ValueError, TypeError, KeyError):
            return ""
        return key if is_key(key) and 0 <= age_s < VALID_S else ""
