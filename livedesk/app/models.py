"""The models of one base folder, for window and command line: which there are; fetching, copying, removing one."""

from collections.abc import Iterable
from pathlib import Path

from livedesk.adapters.engines.marian_files import read_folder
from livedesk.adapters.models import install
from livedesk.adapters.models.download import Wanted, download, here_bytes
from livedesk.adapters.models.installed import find_models, find_speech_models
from livedesk.adapters.models.manifest import ListedModel, Manifest, read_manifest
from livedesk.app import paths as places
from livedesk.app.paths import Paths
from livedesk.core.captions.speech_model import SpeechModel
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import Language
from livedesk.core.model_list import ModelEntry, ModelKind, ModelList
from livedesk.core.translation.model import InstalledModel
from livedesk.runtime.job_lane import IsCancelled, Progress


def model_list(base: Paths) -> ModelList:
    """Return all models, those on this computer first, then those that could be; raises `UserFacing`."""
    manifest = read_manifest(places.manifest())
    folders = places.model_folders(base)
    installed: list[InstalledModel | SpeechModel] = [
        *find_models(folders, manifest),
        *find_speech_models(folders, manifest),
    ]
    entries = [_installed_entry(model, base) for model in installed]
    names = {entry.name for entry in entries}
    entries += [_listed_entry(model, base) for model in manifest.models if model.name not in names]
    return ModelList(tuple(entries))


def fetch(
    base: Paths, name: str, wanted: Wanted, progress: Progress | None, is_cancelled: IsCancelled
) -> Path:
    """Download the listed model `name` and return its folder; raises as `download` does, or MODEL_UNKNOWN."""
    model = listed_model(name)
    return download(
        model, base.models, wanted, check_folder=read_folder, progress=progress, is_cancelled=is_cancelled
    )


def listed_model(name: str) -> ListedModel:
    """Return the entry of the manifest; raises `UserFacing(MODEL_UNKNOWN)`."""
    model = read_manifest(places.manifest()).model(name)
    if model is None:
        raise UserFacing(ErrorCode.MODEL_UNKNOWN, model=name)
    return model


def copy(base: Paths, folder: Path, progress: Progress | None) -> InstalledModel | SpeechModel:
    """Install the model in `folder`; raises as `install_from_folder` does."""
    manifest: Manifest = read_manifest(places.manifest())
    return install.install_from_folder(
        folder, base.models, manifest, check_folder=read_folder, progress=progress
    )


def remove(base: Paths, name: str) -> None:
    """Delete the user's model `name` and what is left of its download; raises `UserFacing(MODEL_UNKNOWN)`."""
    if Path(name).name != name or name.startswith(".") or not install.remove(base.models / name, base.models):
        raise UserFacing(ErrorCode.MODEL_UNKNOWN, model=name)


def _installed_entry(model: InstalledModel | SpeechModel, base: Paths) -> ModelEntry:
    kind = ModelKind.MARIAN
    source: Language | None = None
    target: Language | None = None
    languages: tuple[Language, ...] = ()
    if isinstance(model, SpeechModel):
        kind, languages = ModelKind(model.engine.value), tuple(sorted(model.languages))
    else:
        source, target = model.source, model.target
    return ModelEntry(
        name=model.name,
        kind=kind,
        source=source,
        target=target,
        languages=languages,
        size_bytes=_bytes_below(model.path),
        licence=model.licence,
        path=str(model.path),
        is_listed=model.is_listed,
        is_ours=model.path.parent == base.models,
    )


def _listed_entry(model: ListedModel, base: Paths) -> ModelEntry:
    return ModelEntry(
        name=model.name,
        kind=model.kind,
        source=model.source,
        target=model.target,
        languages=model.languages,
        size_bytes=model.size,
        licence=model.licence,
        path="",
        is_listed=True,
        here_bytes=here_bytes(model, base.models),
    )


def _bytes_below(folder: Path) -> int:
    """Return what a model takes on the disk; what cannot be looked at counts nothing."""
    total = 0
    for path in _files_below(folder):
        try:
            total += path.stat().st_size
        except OSError:
            continue
    return total


def _files_below(folder: Path) -> Iterable[Path]:
    try:
        return [path for path in folder.rglob("*") if path.is_file()]
    except OSError:
        return []
