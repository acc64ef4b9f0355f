"""Compares a model folder with the manifest, file by file."""

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from livedesk.adapters.models.manifest import ListedFile, ListedModel
from livedesk.core.errors import ErrorCode, UserFacing

Progress = Callable[[int, int], None]
"""Called with (bytes done, bytes in all) as work goes on; both grow from 0 and end equal."""

RECEIPT = "livedesk-model.json"
"""What a downloaded model's folder holds beside its files: where they came from and their checksums."""

_CHUNK_BYTES = 1 << 20


def verify(folder: Path, model: ListedModel, progress: Progress | None = None) -> tuple[str, ...]:
    """Read every listed file of `folder` and return the names of those whose checksum is not known.

    A checksum that the manifest does not have is taken from the receipt of the download, which says what came.
    Raises `UserFacing`: MODEL_INCOMPLETE for a missing file, MODEL_CHECKSUM for one of another size or content,
    MODEL_BROKEN for one that cannot be read; params `model` and `file`.
    """
    files = model.files_of(folder)
    for file in files:
        if not (folder / file.name).is_file():
            raise UserFacing(ErrorCode.MODEL_INCOMPLETE, model=model.name, file=file.name)
    total = sum((folder / file.name).stat().st_size for file in files)
    came = _receipt(folder)
    done = 0
    unknown = []
    for file in files:
        digest, size = hashlib.sha256(), 0
        for chunk in _chunks(folder / file.name, model.name, file.name):
            digest.update(chunk)
            size += len(chunk)
            done += len(chunk)
            if progress:
                progress(done, total)
        known = file if file.sha256 else came.get(file.name, file)
        check(model.name, known, size, digest.hexdigest())
        if not known.sha256:
            unknown.append(file.name)
    return tuple(unknown)


def check(model: str, file: ListedFile, size: int, sha256: str) -> None:
    """Raise `UserFacing(MODEL_CHECKSUM)` unless a file of `size` bytes and checksum `sha256` is the listed one."""
    if (file.size and file.size != size) or (file.sha256 and file.sha256 != sha256):
        raise UserFacing(ErrorCode.MODEL_CHECKSUM, model=model, file=file.name)


def write_receipt(folder: Path, model: ListedModel, origin: str, at: str) -> None:
    """Check every file of a model that came from `origin` and write down what it is; raises as `verify` does."""
    found: dict[str, ListedFile] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest, size, name = hashlib.sha256(), 0, path.relative_to(folder).as_posix()
        for chunk in _chunks(path, model.name, name):
            digest.update(chunk)
            size += len(chunk)
        found[name] = ListedFile(name, digest.hexdigest(), size)
    for file in model.files:
        if file.name not in found:
            raise UserFacing(ErrorCode.MODEL_INCOMPLETE, model=model.name, file=file.name)
        check(model.name, file, found[file.name].size, found[file.name].sha256)
    files = {name: {"size": file.size, "sha256": file.sha256} for name, file in found.items()}
    receipt = {"model": model.name, "from": origin, "at": at, "files": files}
    (folder / RECEIPT).write_text(json.dumps(receipt, indent=2), encoding="utf-8")


def _receipt(folder: Path) -> dict[str, ListedFile]:
    """Return what came by download, by name; nothing for a model that came another way."""
    try:
        files = json.loads((folder / RECEIPT).read_text(encoding="utf-8"))["files"]
        return {name: ListedFile(name, str(f["sha256"]), int(f["size"])) for name, f in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _chunks(path: Path, model: str, file: str) -> Iterator[bytes]:
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                yield chunk
    except OSError as error:
        raise UserFacing(ErrorCode.MODEL_BROKEN, model=model, file=file, detail=str(error)) from error
