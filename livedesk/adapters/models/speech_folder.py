"""What a folder with a speech model must hold, and whether its files are whole; without loading a model.

A weights file that was cut off looks like any other to a file list, and the libraries answer it with a stack trace or
worse; both formats say how long they are, so reading the lengths is enough.
"""

import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.model_list import ModelKind

_WHISPER_SPEC = "WhisperSpec"
_CT2_VERSIONS = range(4, 7)
"""Forms of `model.bin` whose lengths are known; a later one is left to the library."""
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_ONNX_NEEDS = {7, 8}
"""The fields of an ONNX file that it cannot be without: the graph, the set of operators."""
ZIPFORMER_PARTS = ("encoder", "decoder", "joiner")


def speech_kind(folder: Path) -> ModelKind | None:
    """Return what kind of speech model `folder` looks like, None for none."""
    if (folder / "model.bin").is_file() and (folder / "config.json").is_file():
        return ModelKind.WHISPER
    if (folder / "tokens.txt").is_file() and any(folder.glob("encoder*.onnx")):
        return ModelKind.ZIPFORMER
    return None


def speech_files(folder: Path, kind: ModelKind) -> list[str]:
    """Return the names of the files in `folder` that belong to a speech model of `kind`."""
    patterns = {
        ModelKind.WHISPER: (
            "config.json",
            "model.bin",
            "tokenizer.json",
            "vocabulary.*",
            "preprocessor_config.json",
        ),
        ModelKind.ZIPFORMER: (*(f"{part}*.onnx" for part in ZIPFORMER_PARTS), "tokens.txt", "bpe.*"),
    }[kind]
    found = [
        path.name for pattern in (*patterns, "README.md", "LICENSE") for path in sorted(folder.glob(pattern))
    ]
    return [name for name in dict.fromkeys(found) if (folder / name).is_file()]


def check_speech_folder(folder: Path, kind: ModelKind) -> None:
    """Raise `UserFacing` unless the speech model in `folder` has all its files, each to its last byte.

    MODEL_INCOMPLETE for a missing file, MODEL_BROKEN for one that is cut off or something else; params `model`,
    `file` and, for experts, `detail`.
    """
    if kind is ModelKind.WHISPER:
        # Without tokenizer.json faster-whisper would ask the hub for one, in the middle of a show.
        for file in ("config.json", "tokenizer.json"):
            _check(folder, file, _check_json)
        _check(folder, _one_of(folder, "vocabulary.json", "vocabulary.txt"), _check_not_empty)
        _check(folder, "model.bin", _check_ctranslate2)
        return
    _check(folder, "tokens.txt", _check_not_empty)
    for part in ZIPFORMER_PARTS:
        graphs = sorted(path.name for path in folder.glob(f"{part}*.onnx"))
        for graph in graphs or [f"{part}.onnx"]:
            _check(folder, graph, _check_onnx)


def _one_of(folder: Path, *names: str) -> str:
    return next((name for name in names if (folder / name).is_file()), names[-1])


def _check(folder: Path, file: str, check: Callable[[Path], None]) -> None:
    path = folder / file
    if not path.is_file():
        raise UserFacing(ErrorCode.MODEL_INCOMPLETE, model=folder.name, file=file)
    try:
        check(path)
    except (OSError, ValueError, struct.error) as error:
        raise UserFacing(ErrorCode.MODEL_BROKEN, model=folder.name, file=file, detail=str(error)) from error


def _check_json(path: Path) -> None:
    if not isinstance(json.loads(path.read_text(encoding="utf-8")), dict):
        raise ValueError("not a JSON object")


def _check_not_empty(path: Path) -> None:
    if not path.stat().st_size:
        raise ValueError("empty")


def _check_ctranslate2(path: Path) -> None:
    """Walk through a CTranslate2 `model.bin` (`ModelReader` in its src/models/model.cc) from length to length."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        (version,) = struct.unpack("<I", stream.read(4))
        if version < _CT2_VERSIONS.start or _ct2_text(stream) != _WHISPER_SPEC:
            raise ValueError(f"not a Whisper model (version {version})")
        if version not in _CT2_VERSIONS:
            return
        _revision, variables = struct.unpack("<II", stream.read(8))
        for _ in range(variables):
            _ct2_text(stream)
            (rank,) = struct.unpack("<B", stream.read(1))
            _dimensions = stream.read(4 * rank)
            _kind, length = struct.unpack("<BI", stream.read(5))
            _skip(stream, length, size)
        (aliases,) = struct.unpack("<I", stream.read(4))
        for _ in range(2 * aliases):
            _ct2_text(stream)
        if stream.tell() != size:
            raise ValueError(f"{size - stream.tell()} bytes too many")


def _ct2_text(stream: BinaryIO) -> str:
    (length,) = struct.unpack("<H", stream.read(2))
    data = stream.read(length)
    if len(data) != length:
        raise ValueError("cut off")
    return data.rstrip(b"\0").decode("ascii")


def _check_onnx(path: Path) -> None:
    """Walk through the fields of an ONNX file (one protobuf message, `ModelProto`); its weights are in the graph."""
    size = path.stat().st_size
    fields = set()
    with path.open("rb") as stream:
        while stream.tell() < size:
            tag = _varint(stream)
            fields.add(tag >> 3)
            if tag & 7 == _VARINT:
                _varint(stream)
            elif tag & 7 in (_FIXED64, _FIXED32):
                _skip(stream, 8 if tag & 7 == _FIXED64 else 4, size)
            elif tag & 7 == _BYTES:
                _skip(stream, _varint(stream), size)
            else:
                raise ValueError("not an ONNX file")
    if not fields >= _ONNX_NEEDS:
        raise ValueError("no network in it")


def _varint(stream: BinaryIO) -> int:
    value = 0
    for shift in range(0, 64, 7):
        byte = stream.read(1)
        if not byte:
            raise ValueError("cut off")
        value |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return value
    raise ValueError("not an ONNX file")


def _skip(stream: BinaryIO, length: int, size: int) -> None:
    if stream.tell() + length > size:
        raise ValueError("cut off")
    stream.seek(length, 1)
