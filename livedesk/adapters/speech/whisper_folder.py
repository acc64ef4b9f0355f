"""What a Whisper model's folder holds: the form that faster-whisper and CTranslate2 use."""

import json
from dataclasses import dataclass
from pathlib import Path

from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import Language

WEIGHTS = "model.bin"
CONFIG = "config.json"
VOCABULARIES = ("vocabulary.json", "vocabulary.txt")

_MULTILINGUAL_TOKENS = 51865
"""Vocabularies of this size and more are multilingual; the English-only ones have one token less.

Source: openai/whisper, whisper/model.py, `is_multilingual`.
"""

_OWN_CODES = {"he": ("he", "iw"), "jv": ("jw",)}
"""ISO 639-1 codes for which Whisper writes another one."""


@dataclass(frozen=True, slots=True)
class WhisperFolder:
    """A folder that looks whole. `tokens` is the vocabulary in the order of its ids, `code_of` how Whisper calls
    a language it knows."""

    path: Path
    tokens: tuple[str, ...]
    code_of: dict[Language, str]

    @property
    def name(self) -> str:
        """What the model is called: its folder's name."""
        return self.path.name

    @property
    def is_multilingual(self) -> bool:
        """Whether it is told the language; the others know English only."""
        return len(self.tokens) >= _MULTILINGUAL_TOKENS


def read_folder(path: Path) -> WhisperFolder:
    """Read all but the weights; raises `UserFacing` SPEECH_MODEL_MISSING or SPEECH_MODEL_BROKEN."""
    if not path.is_dir():
        raise UserFacing(ErrorCode.SPEECH_MODEL_MISSING, model=path.name, folder=str(path))
    for name in (CONFIG, WEIGHTS):
        if not (path / name).is_file():
            raise broken(path, name, "missing")
    _read_json(path, CONFIG, dict)
    tokens = _read_vocabulary(path)
    return WhisperFolder(path, tokens, _languages(tokens))


def broken(path: Path, file: str, detail: object) -> UserFacing:
    """Return the error for a file of the model in `path` that is gone, damaged or does not fit the others."""
    return UserFacing(ErrorCode.SPEECH_MODEL_BROKEN, model=path.name, file=file, detail=str(detail))


def _read_json(path: Path, name: str, kind: type) -> list[object] | dict[str, object]:
    try:
        data = json.loads((path / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise broken(path, name, error) from error
    if not isinstance(data, kind):
        raise broken(path, name, f"not a JSON {kind.__name__}")
    return data  # type: ignore[return-value]  # one of the two kinds that are asked for


def _read_vocabulary(path: Path) -> tuple[str, ...]:
    as_json, as_text = VOCABULARIES
    if (path / as_json).is_file():
        tokens = tuple(str(token) for token in _read_json(path, as_json, list))
        name = as_json
    else:
        name = as_text
        try:
            tokens = tuple((path / as_text).read_text(encoding="utf-8").removesuffix("\n").split("\n"))
        except (OSError, ValueError) as error:
            raise broken(path, as_text, error) from error
    if not {"<|startoftranscript|>", "<|notimestamps|>", "<|endoftext|>"} <= set(tokens):
        raise broken(path, name, "Whisper's special tokens are missing")
    return tokens


def _languages(tokens: tuple[str, ...]) -> dict[Language, str]:
    if len(tokens) < _MULTILINGUAL_TOKENS:
        return {Language("en"): "en"}
    known = {token[2:-2] for token in tokens if token.startswith("<|") and token.endswith("|>")}
    own = {code: iso for iso, codes in _OWN_CODES.items() for code in codes}
    return {
        Language(own.get(code, code)): code
        for code in sorted(known)
        if len(code) == 2 and code.isascii() and code.isalpha()
    }
