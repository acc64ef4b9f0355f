"""Small files written whole, and broken ones put aside; for settings and exports."""

import os
from datetime import UTC, datetime
from pathlib import Path

from livedesk.adapters.store.failures import file_errors
from livedesk.core.errors import ErrorCode, UserFacing

_OWNER_ONLY, _AS_USUAL = 0o600, 0o666


def write_whole(path: Path, data: bytes, *, is_secret: bool = False) -> None:
    """Put `data` into `path` so that a reader sees the old file or the new one, never half of it.

    Missing folders are made. What `is_secret` no other user of this computer can read. To a device or a pipe
    (/dev/stdout) it is written as it is: a file must not take its place.
    Raises `UserFacing(FOLDER_NOT_WRITABLE | DISK_FULL, folder=)`.
    """
    with file_errors(path.parent):
        if path.is_dir():
            raise UserFacing(ErrorCode.FOLDER_NOT_WRITABLE, folder=str(path.absolute()))
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            temporary.unlink(missing_ok=True)  # a killed process left it, perhaps for all to read
            mode = _OWNER_ONLY if is_secret else _AS_USUAL
            with open(temporary, "wb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise


def name_aside(path: Path, why: str) -> Path:
    """Return a free name beside `path` for what is kept: "livedesk.db.damaged-20261121T193205Z"."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    first = path.with_name(f"{path.name}.{why}-{stamp}")
    aside, count = first, 1
    while aside.exists():
        count += 1
        aside = first.with_name(f"{first.name}-{count}")
    return aside
