"""Finds the models on this computer and says what they do: directions of translation, languages of speech."""

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from livedesk.adapters.models.manifest import ListedFile, ListedModel, Manifest
from livedesk.adapters.models.speech_folder import speech_kind
from livedesk.core.captions.speech_model import SpeechEngineKind, SpeechModel
from livedesk.core.ids import Language
from livedesk.core.translation.model import InstalledModel, language_from_code

_QUICK_BYTES = 4 << 20
"""Files up to this size are compared by checksum while looking, in milliseconds; larger ones by size only."""

_PAIR_IN_NAME = re.compile(r"(?:^|[-_])([a-z]{2,3})[-_]([a-z]{2,3})$", re.IGNORECASE)


def find_models(folders: Iterable[Path], manifest: Manifest) -> list[InstalledModel]:
    """Return the translation models in `folders` (each a folder of its own), listed ones first, then in folder order.

    A damaged model is returned too, so that opening it can say what is wrong. What is no MarianMT model, or does not
    tell its languages, is passed over; so are folders that are missing and those with a leading dot (parts of
    an installation under way).
    """
    found: dict[Path, InstalledModel] = {}
    for folder in folders:
        for path in _subfolders(folder):
            model = describe(path, manifest)
            if model is not None:
                found.setdefault(path.resolve(), model)
    return sorted(found.values(), key=lambda model: not model.is_listed)


def find_speech_models(folders: Iterable[Path], manifest: Manifest) -> list[SpeechModel]:
    """Return the speech models in `folders`, listed ones first, then in folder order.

    A damaged model is returned too, so that opening it can say what is wrong.
    """
    found: dict[Path, SpeechModel] = {}
    for folder in folders:
        for path in _subfolders(folder):
            model = describe_speech(path, manifest)
            if model is not None:
                found.setdefault(path.resolve(), model)
    return sorted(found.values(), key=lambda model: not model.is_listed)


def describe_speech(path: Path, manifest: Manifest) -> SpeechModel | None:
    """Return what the folder `path` holds, None if that is no speech model."""
    kind = speech_kind(path)
    if kind is None:
        return None
    engine = SpeechEngineKind(kind.value)
    listed = manifest.model(path.name)
    if listed is not None and listed.kind is kind:
        languages = frozenset(listed.languages)
        return SpeechModel(path.name, engine, languages, path, looks_listed(path, listed), listed.licence)
    parts = (language_from_code(part) for part in re.split(r"[-_.]", path.name) if len(part) == 2)
    # "whisper-small.en" and "zipformer-zh-en" say what they were trained for; Whisper otherwise knows them all.
    return SpeechModel(path.name, engine, frozenset(language for language in parts if language), path)


def describe(path: Path, manifest: Manifest) -> InstalledModel | None:
    """Return what the folder `path` holds, None if that is no MarianMT model or its languages cannot be told."""
    listed = manifest.model(path.name)
    if listed and listed.source and listed.target and (path / "config.json").is_file():
        return InstalledModel(
            name=path.name,
            path=path,
            source=listed.source,
            target=listed.target,
            is_listed=looks_listed(path, listed),
            has_placeholders=listed.has_placeholders,
            licence=listed.licence,
        )
    if _read_json(path / "config.json").get("model_type") != "marian":
        return None
    pair = _direction(path)
    if pair is None:
        return None
    vocabulary = _read_json(path / "vocab.json")
    return InstalledModel(
        name=path.name,
        path=path,
        source=pair[0],
        target=pair[1],
        is_listed=False,
        has_placeholders="⟦1⟧" in vocabulary and "⟦9⟧" in vocabulary,
        licence="",
    )


def _subfolders(folder: Path) -> list[Path]:
    try:
        return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))
    except OSError:  # missing, or may not be looked into: then no model is there to be had
        return []


def _read_json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def looks_listed(path: Path, listed: ListedModel) -> bool:
    """Whether the files in `path` are those of `listed`, as far as that is seen without reading large ones."""
    try:
        return all(_looks_as_listed(path / file.name, file) for file in listed.files_of(path))
    except OSError:
        return False


def _looks_as_listed(path: Path, file: ListedFile) -> bool:
    size = path.stat().st_size
    if file.size and size != file.size:
        return False
    if not file.sha256 or size > _QUICK_BYTES:
        return True
    return hashlib.sha256(path.read_bytes()).hexdigest() == file.sha256


def _direction(path: Path) -> tuple[Language, Language] | None:
    """Return the languages that `tokenizer_config.json` names, else those at the end of the folder's name."""
    config = _read_json(path / "tokenizer_config.json")
    codes: list[tuple[object, object]] = [(config.get("source_lang"), config.get("target_lang"))]
    match = _PAIR_IN_NAME.search(path.name)
    if match:
        codes.append((match[1], match[2]))
    for source_code, target_code in codes:
        if isinstance(source_code, str) and isinstance(target_code, str):
            source, target = language_from_code(source_code), language_from_code(target_code)
            if source is not None and target is not None and source != target:
                return source, target
    return None
