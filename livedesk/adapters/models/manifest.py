"""Reads `models/manifest.toml`: the translation models that livedesk knows, and the checksums of their files."""

import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import Language
from livedesk.core.translation.model import REQUIRED_FILES, language_from_code

_VERSION = 1
_MODEL_KEYS = {
    "name",
    "kind",
    "source",
    "target",
    "licence",
    "repository",
    "homepage",
    "has_placeholders",
    "files",
}
_UNVERIFIED = tuple({"name": name, "sha256": "", "size": 0} for name in REQUIRED_FILES)
"""What a model without `files` lists."""

_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class ListedFile:
    """One file of a model. `name` may lie in a folder ("ct2/model.bin"); `sha256` "" and `size` 0 are unknown."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ListedModel:
    """One model that the manifest knows. `kind` is "marian"; `repository` is its name on the model hub."""

    name: str
    kind: str
    source: Language
    target: Language
    licence: str
    repository: str
    homepage: str
    has_placeholders: bool
    files: tuple[ListedFile, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """All models that the manifest knows, in its order."""

    models: tuple[ListedModel, ...]

    @property
    def pairs(self) -> frozenset[tuple[Language, Language]]:
        """The directions for which a model could be installed."""
        return frozenset((model.source, model.target) for model in self.models)

    def model(self, name: str) -> ListedModel | None:
        """Return the model called `name`, None if it is not listed."""
        return next((model for model in self.models if model.name == name), None)


def read_manifest(path: Path) -> Manifest:
    """Return the manifest in the file `path`.

    Strict, since a mistyped key would mean a file that nobody verifies. Raises `UserFacing(MANIFEST_BROKEN)` with
    `file` and, for experts, `detail`.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        if data.keys() != {"version", "model"} or data["version"] != _VERSION:
            raise ValueError(f"version {data.get('version')}, keys {sorted(data)}")
        models = tuple(_model(entry) for entry in data["model"])
        if len({model.name for model in models}) != len(models):
            raise ValueError("a name occurs twice")
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise UserFacing(ErrorCode.MANIFEST_BROKEN, file=str(path), detail=str(error)) from error
    return Manifest(models)


def _model(entry: dict[str, Any]) -> ListedModel:
    entry = {"files": _UNVERIFIED, **entry}
    if entry.keys() != _MODEL_KEYS:
        raise ValueError(f"keys of {entry.get('name')}: {sorted(entry.keys() ^ _MODEL_KEYS)}")
    model = ListedModel(
        name=_one_part(_text(entry["name"])),
        kind=_text(entry["kind"]),
        source=_language(entry["source"]),
        target=_language(entry["target"]),
        licence=_text(entry["licence"]),
        repository=_text(entry["repository"]),
        homepage=_text(entry["homepage"]),
        has_placeholders=entry["has_placeholders"] is True,
        files=tuple(_file(file) for file in entry["files"]),
    )
    if model.kind != "marian":
        raise ValueError(f"kind {model.kind} of {model.name}")
    missing = set(REQUIRED_FILES) - {file.name for file in model.files}
    if missing:
        raise ValueError(f"{model.name} lists no {sorted(missing)}")
    return model


def _file(entry: dict[str, Any]) -> ListedFile:
    if entry.keys() != {"name", "sha256", "size"}:
        raise ValueError(f"keys of file {entry.get('name')}: {sorted(entry)}")
    name, sha256, size = _text(entry["name"]), entry["sha256"], entry["size"]
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name or ":" in name:
        raise ValueError(f"file {name} lies outside the model")
    if not isinstance(sha256, str) or len(sha256) not in (0, 64) or not set(sha256) <= _HEX:
        raise ValueError(f"sha256 of {name}")
    if not isinstance(size, int) or size < 0:
        raise ValueError(f"size of {name}")
    return ListedFile(name, sha256, size)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{value!r} is not a text")
    return value


def _one_part(name: str) -> str:
    if PurePosixPath(name).name != name or "\\" in name or ":" in name or name.startswith("."):
        raise ValueError(f"{name} is not a folder's name")
    return name


def _language(code: object) -> Language:
    language = language_from_code(_text(code))
    if language is None:
        raise ValueError(f"language {code}")
    return language
