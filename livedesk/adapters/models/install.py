"""Installs a model from a folder on a disk or USB stick: copy, verify, then appear all at once."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from livedesk.adapters.models.installed import describe
from livedesk.adapters.models.manifest import ListedFile, Manifest
from livedesk.adapters.models.verify import Progress
from livedesk.adapters.models.verify import check as check_listed
from livedesk.core.errors import ErrorCode, UserFacing, disk_error
from livedesk.core.translation.model import CT2_FOLDER, OPTIONAL_FILES, REQUIRED_FILES, InstalledModel

_CHUNK_BYTES = 1 << 20
_SPARE_BYTES = 64 << 20
"""Left free on the disk, so that installing a model never stops the recording of a session."""

CheckFolder = Callable[[Path], object]
"""Raises `UserFacing` unless the folder holds a model that can be opened (`engines.marian_files.read_folder`)."""


def install_from_folder(
    src: Path,
    dest_root: Path,
    manifest: Manifest,
    *,
    check_folder: CheckFolder,
    progress: Progress | None = None,
) -> InstalledModel:
    """Copy the model folder `src` below `dest_root` and return it as installed there.

    Only the files of a MarianMT folder are copied, into a hidden folder that gets its name at the end, so that
    an interrupted copy is never taken for a model. An installed model of the same name is replaced. Raises
    `UserFacing`: what `check_folder` raises, MODEL_FOREIGN where the languages cannot be told, MODEL_INCOMPLETE or
    MODEL_CHECKSUM against the manifest, MODEL_BROKEN where `src` cannot be read, DISK_FULL, FOLDER_NOT_WRITABLE.
    """
    check_folder(src)
    model = describe(src, manifest)
    if model is None:
        raise UserFacing(
            ErrorCode.MODEL_FOREIGN, model=src.name, file="tokenizer_config.json", detail="languages"
        )
    final = dest_root / model.name
    if final.exists() and final.samefile(src):
        return model
    listed = manifest.model(model.name)
    files = _files_to_copy(src, listed.files if listed else (), model.name)
    try:
        _install(src, final, files, check_folder, progress)
    except OSError as error:
        raise disk_error(error, str(dest_root)) from error
    installed = describe(final, manifest)
    if installed is None:
        raise UserFacing(ErrorCode.MODEL_BROKEN, model=model.name, file="config.json", detail="after copying")
    return installed


def _install(
    src: Path,
    final: Path,
    files: dict[str, ListedFile | None],
    check_folder: CheckFolder,
    progress: Progress | None,
) -> None:
    """Copy into a hidden folder, check it there, and only then give it its name."""
    part = final.parent / ".installing" / final.name
    part.parent.mkdir(parents=True, exist_ok=True)
    _require_space(src, files, final.parent)
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        _copy_all(src, part, files, final.name, progress)
        check_folder(part)
        _swap(part, final)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _files_to_copy(src: Path, listed: tuple[ListedFile, ...], model: str) -> dict[str, ListedFile | None]:
    """Return the relative names of the files to copy, each with what the manifest says of it."""
    names = [name for name in (*REQUIRED_FILES, *OPTIONAL_FILES) if (src / name).is_file()]
    if (src / CT2_FOLDER).is_dir():
        names += [f"{CT2_FOLDER}/{file.name}" for file in (src / CT2_FOLDER).iterdir() if file.is_file()]
    files: dict[str, ListedFile | None] = dict.fromkeys(names)
    for file in listed:
        if not (src / file.name).is_file():
            raise UserFacing(ErrorCode.MODEL_INCOMPLETE, model=model, file=file.name)
        files[file.name] = file
    return files


def _require_space(src: Path, files: Iterable[str], dest_root: Path) -> None:
    need = sum((src / name).stat().st_size for name in files) + _SPARE_BYTES
    free = shutil.disk_usage(dest_root).free
    if free < need:
        raise UserFacing(ErrorCode.DISK_FULL, folder=str(dest_root), need_bytes=need, free_bytes=free)


def _copy_all(
    src: Path, part: Path, files: dict[str, ListedFile | None], model: str, progress: Progress | None
) -> None:
    total = sum((src / name).stat().st_size for name in files)
    done = 0
    for name, listed in files.items():
        (part / name).parent.mkdir(exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with (part / name).open("wb") as out:
            for chunk in _chunks(src / name, model, name):
                out.write(chunk)
                digest.update(chunk)
                size += len(chunk)
                if progress:
                    progress(done + size, total)
            out.flush()
            os.fsync(out.fileno())
        done += size
        if listed is not None:
            check_listed(model, listed, size, digest.hexdigest())


def _chunks(path: Path, model: str, file: str) -> Iterator[bytes]:
    """Yield the content of `path`; a stick that is pulled out is the model's fault, not the target disk's."""
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                yield chunk
    except OSError as error:
        raise UserFacing(ErrorCode.MODEL_BROKEN, model=model, file=file, detail=str(error)) from error


def _swap(part: Path, final: Path) -> None:
    """Give `part` the name `final`; what had it before goes only once the new one is in place."""
    old = part.with_name(f"{part.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    try:
        part.rename(final)
    except OSError:
        if old.exists():
            old.rename(final)
        raise
    shutil.rmtree(old, ignore_errors=True)
