"""Lets one livedesk at a time work on a base folder."""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from livedesk.adapters.store.failures import file_errors
from livedesk.core.errors import ErrorCode, UserFacing


class InstanceLock:
    """The lock on `base_dir`, held until `release` or as long as this object lives.

    The system lets go of it when the process ends, however it ends.
    """

    def __init__(self, base_dir: Path) -> None:
        self._folder = base_dir
        self._lock = FileLock(base_dir / "livedesk.lock", thread_local=False)
        self._pid_file = (
            base_dir / "livedesk.pid"
        )  # apart, since some versions of filelock empty the lock file

    def acquire(self) -> None:
        """Take the lock or raise `UserFacing(ALREADY_RUNNING, pid=)` (0: unknown) at once.

        Raises `UserFacing(FOLDER_NOT_WRITABLE | DISK_FULL, folder=)` where the folder takes no files.
        """
        with file_errors(self._folder):
            # What buyers wrote is no other user's business. A folder that is there stays as it is.
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                self._lock.acquire(blocking=False)
            except Timeout as error:
                raise UserFacing(ErrorCode.ALREADY_RUNNING, pid=self._holder()) from error
            try:
                self._pid_file.write_text(f"{os.getpid()}\n", encoding="ascii")
            except OSError:
                self._lock.release()
                raise

    def release(self) -> None:
        """Let go of the lock; harmless when it is not held."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._pid_file.unlink()
            self._lock.release()

    def _holder(self) -> int:
        try:
            return int(self._pid_file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0

    def __enter__(self) -> "InstanceLock":
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
