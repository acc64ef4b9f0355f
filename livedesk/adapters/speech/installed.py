"""Finds the speech models on this computer."""

from collections.abc import Callable, Iterable
from pathlib import Path

from livedesk.adapters.speech import whisper_folder, zipformer_folder
from livedesk.core.captions.speech_model import SpeechEngineKind, SpeechModel
from livedesk.core.ids import Language

_KINDS: tuple[tuple[SpeechEngineKind, Callable[[Path], bool], Callable[[Path], frozenset[Language]]], ...] = (
    (SpeechEngineKind.WHISPER, whisper_folder.is_whisper, whisper_folder.languages_of),
    (SpeechEngineKind.ZIPFORMER, zipformer_folder.is_zipformer, zipformer_folder.languages_of),
)


def find_speech_models(folders: Iterable[Path]) -> list[SpeechModel]:
    """Return the speech models in `folders` (each model a folder of its own), in the order of the folders.

    A folder that lacks a file is no model; one whose files are damaged is returned, so that opening it can say what
    is wrong. Of two with the same name the first counts. Folders that are missing and those with a leading dot
    (parts of an installation under way) are passed over. `is_listed` and `licence` are the manifest's to fill in.
    """
    found: dict[str, SpeechModel] = {}
    for folder in folders:
        for path in _subfolders(folder):
            model = describe(path)
            if model is not None:
                found.setdefault(model.name, model)
    return list(found.values())


def describe(path: Path) -> SpeechModel | None:
    """Return what the folder `path` holds, None where that is no speech model."""
    for kind, is_one, languages_of in _KINDS:
        if is_one(path):
            return SpeechModel(path.name, kind, languages_of(path), path)
    return None


def _subfolders(folder: Path) -> list[Path]:
    try:
        return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))
    except OSError:  # missing, or may not be looked into: then no model is there to be had
        return []
