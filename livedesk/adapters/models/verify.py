"""Compares a model folder with the manifest, file by file."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from livedesk.adapters.models.manifest import ListedFile, ListedModel
from livedesk.core.errors import ErrorCode, UserFacing

Progress = Callable[[int, int], None]
"""Called with (bytes done, bytes in all) as work goes on; both grow from 0 and end equal."""

_CHUNK_BYTES = 1 << 20


def verify(folder: Path, model: ListedModel, progress: Progress | None = None) -> tuple[str, ...]:
    """Read every listed file of `folder` and return the names of those whose checksum is not known.

    Raises `UserFacing`: MODEL_INCOMPLETE for a missing file, MODEL_CHECKSUM for one of another size or content,
    MODEL_BROKEN for one that cannot be read; params `model` and `file`.
    """
    for file in model.files:
        if not (folder / file.name).is_file():
            raise UserFacing(ErrorCode.MODEL_INCOMPLETE, model=model.name, file=file.name)
    total = sum((folder / file.name).stat().st_size for file in model.files)
    done = 0
    for file in model.files:
        digest = hashlib.sha256()
        size = 0
        try:
            with (folder / file.name).open("rb") as stream:
                while chunk := stream.read(_CHUNK_BYTES):
                    digest.update(chunk)
                    size += len(chunk)
                    done += len(chunk)
                    if progress:
                        progress(done, total)
        except OSError as error:
            raise UserFacing(
                ErrorCode.MODEL_BROKEN, model=model.name, file=file.name, detail=str(error)
            ) from error
        check(model.name, file, size, digest.hexdigest())
    return tuple(file.name for file in model.files if not file.sha256)


def check(model: str, file: ListedFile, size: int, sha256: str) -> None:
    """Raise `UserFacing(MODEL_CHECKSUM)` unless a file of `size` bytes and checksum `sha256` is the listed one."""
    if (file.size and file.size != size) or (file.sha256 and file.sha256 != sha256):
        raise UserFacing(ErrorCode.MODEL_CHECKSUM, model=model, file=file.name)
