"""Turns a checked MarianMT folder into a CTranslate2 model without torch, for the engine on CTranslate2.

CTranslate2's own converter needs torch and transformers and starts every MarianMT decoder from a zero embedding.
That is right for OPUS-MT, whose `<pad>` row is zero, and wrong for a model trained with transformers, whose
tied `<pad>` row is learnt. Here the decoder starts from `<pad>` as transformers does, and `<pad>` is kept out of the
output by its bias (transformers: `bad_words_ids`), so that both libraries give the same tokens for either kind.
"""

import hashlib
import json
import os
import shutil
from pathlib import Path

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray
from safetensors import safe_open

from livedesk.adapters.engines.marian_files import EOS, PAD, UNK, MarianFolder, weight_shapes
from livedesk.core.errors import disk_error
from livedesk.core.translation.model import CT2_FOLDER

CONVERTER_VERSION = 1
"""Raised when conversion changes, so that models in the cache are made anew."""


def converted(folder: MarianFolder, cache: Path, quantization: str = "int8") -> Path:
    """Return a folder with `folder`'s model in CTranslate2's form, made in `cache` at the first call.

    `quantization` is "int8" or "float32". The result appears whole or not at all: it is written beside and renamed,
    under a lock, so that a second process waits and a killed one leaves nothing but a part that the next removes.
    Raises `UserFacing` DISK_FULL or FOLDER_NOT_WRITABLE.
    """
    final = cached_path(folder, cache, quantization)
    if final.is_dir():
        return final
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(final.with_suffix(".lock")):
            if not final.is_dir():
                part = final.with_suffix(".part")
                shutil.rmtree(part, ignore_errors=True)
                try:
                    part.mkdir()
                    write_model(folder, part, quantization)
                    part.rename(final)
                finally:
                    shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise disk_error(error, str(cache)) from error
    return final


def cached_path(folder: MarianFolder, cache: Path, quantization: str) -> Path:
    """Return where `converted` keeps the model. Another file in the model folder means another place."""
    key = hashlib.sha256(f"{CONVERTER_VERSION} {folder.path.resolve()}".encode())
    for file in ("config.json", "model.safetensors", "vocab.json", "target_vocab.json"):
        if (folder.path / file).is_file():
            stat = (folder.path / file).stat()
            key.update(f"{file} {stat.st_size} {stat.st_mtime_ns}".encode())
    return cache / f"{folder.name}-{quantization}-{key.hexdigest()[:16]}"


def forget_converted(folder: MarianFolder, cache: Path, quantization: str) -> None:
    """Remove the model that `converted` made, because it turned out to be damaged."""
    shutil.rmtree(cached_path(folder, cache, quantization), ignore_errors=True)


def bundled(folder: MarianFolder) -> Path | None:
    """Return the `ct2` folder inside `folder` if it is there, whole, and gives what the weights beside it give.

    It must have the same vocabulary, and a decoder that starts as the weights want it: one made by CTranslate2's own
    converter from a model with a learnt `<pad>` row is left alone (measured on the interim models: 11 of 180
    lines as in transformers instead of 131, and half a point of chrF less).
    """
    ct2 = folder.path / CT2_FOLDER
    if not (ct2 / "model.bin").is_file():
        return None
    try:
        source, target = _read_tokens(ct2, "source"), _read_tokens(ct2, "target")
        config = json.loads((ct2 / "config.json").read_text("utf-8"))
        starts_from_pad = config["decoder_start_token"] == PAD
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if not _same_tokens(source, folder.source_tokens) or not _same_tokens(target, folder.target_tokens):
        return None
    return ct2 if starts_from_pad or (folder.has_weights and not _has_learnt_pad(folder)) else None


def write_model(folder: MarianFolder, out: Path, quantization: str) -> None:
    """Write `folder`'s model in CTranslate2's form into the existing folder `out`, flushed to the disk.

    Raises `OSError` where the disk does not take it.
    """
    from livedesk.adapters.engines.marian_spec import model_spec

    spec = model_spec(folder.config, read_weights(folder))
    spec.register_source_vocabulary(list(folder.source_tokens))
    spec.register_target_vocabulary(list(folder.target_tokens))
    spec.config.unk_token = UNK
    spec.config.eos_token = EOS
    spec.config.decoder_start_token = PAD
    spec.validate()
    spec.optimize(quantization=quantization)
    spec.save(str(out))
    for file in out.iterdir():
        with file.open("rb+") as stream:
            os.fsync(stream.fileno())


def read_weights(folder: MarianFolder) -> dict[str, NDArray[np.float32]]:
    """Return the tensors that translating needs, as float32 under their names in transformers."""
    with safe_open(folder.path / "model.safetensors", framework="numpy") as file:
        names = weight_shapes(folder.config, set(file.keys()).__contains__)
        return {name: file.get_tensor(name).astype(np.float32) for name in names}


def _has_learnt_pad(folder: MarianFolder) -> bool:
    """Whether the decoder's `<pad>` row, from which it starts, is anything but zero."""
    with safe_open(folder.path / "model.safetensors", framework="numpy") as file:
        names = weight_shapes(folder.config, set(file.keys()).__contains__)
        own, shared = "model.decoder.embed_tokens.weight", "model.shared.weight"
        name = next(n for n in (own, shared, "model.encoder.embed_tokens.weight") if n in names)
        return bool(np.any(file.get_slice(name)[folder.config.pad_id]))


def _read_tokens(ct2: Path, side: str) -> list[str]:
    shared = ct2 / "shared_vocabulary.json"
    tokens = json.loads((shared if shared.is_file() else ct2 / f"{side}_vocabulary.json").read_text("utf-8"))
    if not isinstance(tokens, list):
        raise ValueError(f"{side} vocabulary is not a list")
    return tokens


def _same_tokens(found: list[str], wanted: tuple[str, ...]) -> bool:
    """Whether the vocabularies are the same; CTranslate2's own converter drops a `<pad>` at the end."""
    return found == list(wanted) or (wanted[-1] == PAD and found == list(wanted[:-1]))
