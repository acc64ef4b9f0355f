"""What SQLite and the file system complain about, as error codes; for every module of this shelf."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from livedesk.core.errors import ErrorCode, Unavailable, UserFacing

STORE = "store"
"""The part that `Unavailable` names."""

_LEAST_FREE_BYTES = 256 * 1024
"""With less than this left, an unexplained I/O error is put down to the full disk."""

_CODES = {
    sqlite3.SQLITE_FULL: ErrorCode.DISK_FULL,
    sqlite3.SQLITE_BUSY: ErrorCode.DATABASE_LOCKED,
    sqlite3.SQLITE_LOCKED: ErrorCode.DATABASE_LOCKED,
    sqlite3.SQLITE_CORRUPT: ErrorCode.DATABASE_CORRUPT,
    sqlite3.SQLITE_NOTADB: ErrorCode.DATABASE_CORRUPT,
    sqlite3.SQLITE_READONLY: ErrorCode.FOLDER_NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: ErrorCode.FOLDER_NOT_WRITABLE,
    sqlite3.SQLITE_PERM: ErrorCode.FOLDER_NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: ErrorCode.FOLDER_NOT_WRITABLE,
}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_ROOM_SHOWS_AS = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}


def code_of_sqlite(error: sqlite3.Error, path: Path) -> ErrorCode | None:
    """Return the code for `error` on the file `path`; None where it is a bug of ours."""
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the extended codes keep the primary one below
    if primary in _NO_ROOM_SHOWS_AS and _is_nearly_full(path.parent):
        return ErrorCode.DISK_FULL  # growing the -shm file fails as an I/O error, not as SQLITE_FULL
    return _CODES.get(primary)


def code_of_os(error: OSError) -> ErrorCode:
    """Return the code for a file that could not be written."""
    return ErrorCode.DISK_FULL if error.errno in _FULL else ErrorCode.FOLDER_NOT_WRITABLE


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Turn what goes wrong with the database at `path` into `Unavailable("store", ...)`; bugs pass as they are."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        code = code_of_sqlite(original, path) if isinstance(original, sqlite3.Error) else None
        if code is None:
            raise
        raise Unavailable(STORE, code, folder=str(path.parent), file=path.name) from error
    except OSError as error:
        raise Unavailable(STORE, code_of_os(error), folder=str(path.parent), file=path.name) from error


@contextmanager
def file_errors(folder: Path) -> Iterator[None]:
    """Turn an `OSError` into `UserFacing(DISK_FULL | FOLDER_NOT_WRITABLE, folder=)`."""
    try:
        yield
    except OSError as error:
        raise UserFacing(code_of_os(error), folder=str(folder)) from error


def _is_nearly_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST_FREE_BYTES
    except OSError:
        return False
