"""The smallest folders that are whole speech models, by their form; nothing in them can listen."""

import json
import struct
from pathlib import Path


def ctranslate2(weights: bytes = b"\1" * 4_000, spec: str = "WhisperSpec", version: int = 6) -> bytes:
    """Return a `model.bin` with one variable, as CTranslate2's converter writes it."""

    def text(value: str) -> bytes:
        data = value.encode() + b"\0"
        return struct.pack("<H", len(data)) + data

    head = struct.pack("<I", version) + text(spec) + struct.pack("<II", 3, 1)
    variable = text("encoder/w") + struct.pack("<BI", 1, len(weights)) + struct.pack("<BI", 1, len(weights))
    return head + variable + weights + struct.pack("<I", 1) + text("a") + text("encoder/w")


def onnx(weights: bytes = b"\2" * 3_000) -> bytes:
    """Return a file in ONNX's outer form: a version, a graph of `weights`, an opset."""

    def varint(value: int) -> bytes:
        out = b""
        while value > 0x7F:
            out += bytes([value & 0x7F | 0x80])
            value >>= 7
        return out + bytes([value])

    return b"\x08\x08" + b"\x3a" + varint(len(weights)) + weights + b"\x42\x02\x10\x0d"


def whisper_files() -> dict[str, bytes]:
    """Return the files of a Whisper folder by name."""
    return {
        "config.json": json.dumps({"lang_ids": [1, 2]}).encode(),
        "model.bin": ctranslate2(),
        "tokenizer.json": b'{"version": "1.0"}',
        "vocabulary.txt": b"a\nb\n",
    }


def zipformer_files() -> dict[str, bytes]:
    """Return the files of a streaming zipformer's folder by name."""
    names = ("encoder-1.int8.onnx", "decoder-1.onnx", "joiner-1.int8.onnx")
    return {**{name: onnx(name.encode() * 200) for name in names}, "tokens.txt": b"a 0\n"}


def put(folder: Path, files: dict[str, bytes]) -> Path:
    """Write `files` into `folder`, which is made, and return it."""
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder
