"""Reads and checks a standard MarianMT folder, for both engines, before any library touches it.

The form is the one of the transformers library (`MarianMTModel.save_pretrained` and `MarianTokenizer`), in which
Helsinki-NLP publish OPUS-MT. Every failure here is a `UserFacing` error that names the model and the file, because
the libraries themselves would answer with anything from a stack trace to random weights: transformers fills weights
that are missing from the file at random and only logs it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open
from sentencepiece import SentencePieceProcessor

from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.translation.model import CT2_WEIGHTS, REQUIRED_FILES, WEIGHTS

EOS, UNK, PAD = "</s>", "<unk>", "<pad>"

ACTIVATIONS = frozenset({"relu", "gelu", "swish", "silu"})
"""What MarianMT models use, under the names of transformers."""

_READABLE_DTYPES = frozenset({"F32", "F16"})
_MIN_KNOWN_PIECES = 0.9
"""Share of a .spm file's pieces that the vocabulary must know: 99.9 % in OPUS-MT zh-en, 14 to 85 % in mix-ups."""


@dataclass(frozen=True, slots=True)
class MarianConfig:
    """What `config.json` says, as far as translating depends on it.

    `normalize_before` and `normalize_embedding` are left out on purpose: transformers' MarianMT ignores both
    (its layers are always post-norm), and the weights were exported for it.
    """

    vocabulary_size: int
    target_vocabulary_size: int
    d_model: int
    encoder_layers: int
    decoder_layers: int
    encoder_heads: int
    decoder_heads: int
    encoder_ffn_size: int
    decoder_ffn_size: int
    activation: str
    max_positions: int
    scales_embeddings: bool
    shares_embeddings: bool
    pad_id: int
    eos_id: int
    decoder_start_id: int


@dataclass(frozen=True, slots=True)
class MarianFolder:
    """A folder that passed every check. `source_tokens` and `target_tokens` are in the order of their ids."""

    path: Path
    config: MarianConfig
    source_tokens: tuple[str, ...]
    target_tokens: tuple[str, ...]
    source_spm: bytes
    target_spm: bytes

    @property
    def name(self) -> str:
        """The folder's name, which is the model's."""
        return self.path.name

    @property
    def has_weights(self) -> bool:
        """Whether the weights are there to be read, not only converted ones."""
        return (self.path / WEIGHTS).is_file()


def read_folder(path: Path, *, may_be_converted: bool = False) -> MarianFolder:
    """Check the model folder at `path` and return what the engines need, without loading the weights.

    With `may_be_converted` weights in CTranslate2's form are enough.
    Raises `UserFacing`: MODEL_MISSING (no such folder), MODEL_INCOMPLETE (a file is missing),
    MODEL_NOT_SAFETENSORS (weights only in the older `pytorch_model.bin`), MODEL_FOREIGN (not a MarianMT model, or a
    kind of it that livedesk cannot run) or MODEL_BROKEN (a file is empty, cut off, or does not fit the others);
    params `model`, `file` and, for experts, `detail`.
    """
    try:
        _check_files(path, may_be_converted=may_be_converted)
    except OSError as error:  # a folder that may not be looked into
        raise broken(path.name, str(path), error) from error
    config = read_config(path)
    source_tokens = _read_vocabulary(path, "vocab.json", config.vocabulary_size)
    target_tokens = _read_target_vocabulary(path, config, source_tokens)
    _check_special_tokens(path.name, config, source_tokens, target_tokens)
    folder = MarianFolder(
        path=path,
        config=config,
        source_tokens=source_tokens,
        target_tokens=target_tokens,
        source_spm=_read_spm(path, "source.spm", source_tokens),
        target_spm=_read_spm(path, "target.spm", target_tokens),
    )
    if folder.has_weights:
        _check_weights(folder)
    return folder


def broken(model: str, file: str, detail: object = "") -> UserFacing:
    """Return the error for a file of `model` that is damaged or does not fit the others."""
    return UserFacing(ErrorCode.MODEL_BROKEN, model=model, file=file, detail=str(detail))


def _foreign(model: str, detail: str) -> UserFacing:
    return UserFacing(ErrorCode.MODEL_FOREIGN, model=model, file="config.json", detail=detail)


def _check_files(path: Path, *, may_be_converted: bool) -> None:
    if not path.is_dir():
        raise UserFacing(ErrorCode.MODEL_MISSING, model=path.name, folder=str(path))
    for file in REQUIRED_FILES:
        if (path / file).is_file():
            if (path / file).stat().st_size == 0:
                raise broken(path.name, file, "empty")
        elif file == WEIGHTS and may_be_converted and (path / CT2_WEIGHTS).is_file():
            continue
        elif file == WEIGHTS and (path / "pytorch_model.bin").is_file():
            raise UserFacing(ErrorCode.MODEL_NOT_SAFETENSORS, model=path.name, file="pytorch_model.bin")
        else:
            raise UserFacing(ErrorCode.MODEL_INCOMPLETE, model=path.name, file=file)


def _read_json(path: Path, file: str) -> dict[str, Any]:
    try:
        data = json.loads((path / file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise broken(path.name, file, error) from error
    if not isinstance(data, dict):
        raise broken(path.name, file, "not a JSON object")
    return data


def read_config(path: Path) -> MarianConfig:
    """Return what `config.json` in the model folder `path` says; raises as `read_folder` does."""
    model, raw = path.name, _read_json(path, "config.json")
    if raw.get("model_type") != "marian":
        raise _foreign(model, f"model_type {raw.get('model_type')!r}")
    try:
        shares_embeddings = bool(raw.get("share_encoder_decoder_embeddings", True))
        target_size = None if shares_embeddings else raw.get("decoder_vocab_size")
        config = MarianConfig(
            vocabulary_size=int(raw["vocab_size"]),
            target_vocabulary_size=int(target_size or raw["vocab_size"]),
            d_model=int(raw["d_model"]),
            encoder_layers=int(raw["encoder_layers"]),
            decoder_layers=int(raw["decoder_layers"]),
            encoder_heads=int(raw["encoder_attention_heads"]),
            decoder_heads=int(raw["decoder_attention_heads"]),
            encoder_ffn_size=int(raw["encoder_ffn_dim"]),
            decoder_ffn_size=int(raw["decoder_ffn_dim"]),
            activation=str(raw["activation_function"]),
            max_positions=int(raw["max_position_embeddings"]),
            scales_embeddings=bool(raw.get("scale_embedding", False)),
            shares_embeddings=shares_embeddings,
            pad_id=int(raw["pad_token_id"]),
            eos_id=int(raw["eos_token_id"]),
            decoder_start_id=int(raw["decoder_start_token_id"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise broken(model, "config.json", repr(error)) from error
    if config.activation not in ACTIVATIONS:
        raise _foreign(model, f"activation_function {config.activation}")
    if config.encoder_heads != config.decoder_heads:
        raise _foreign(model, "encoder and decoder differ in attention heads")
    if config.decoder_start_id != config.pad_id:
        raise _foreign(model, f"decoder_start_token_id {config.decoder_start_id}")
    return config


def _read_vocabulary(path: Path, file: str, size: int) -> tuple[str, ...]:
    vocabulary = _read_json(path, file)
    tokens = [""] * len(vocabulary)
    for token, index in vocabulary.items():
        if not isinstance(index, int) or not 0 <= index < len(tokens) or tokens[index]:
            raise broken(path.name, file, f"id {index!r} of {token!r}")
        tokens[index] = token
    if len(tokens) != size:
        raise broken(path.name, file, f"{len(tokens)} tokens, config.json says {size}")
    return tuple(tokens)


def _read_target_vocabulary(path: Path, config: MarianConfig, source: tuple[str, ...]) -> tuple[str, ...]:
    file = "target_vocab.json"
    if not config.shares_embeddings and (path / file).is_file():
        return _read_vocabulary(path, file, config.target_vocabulary_size)
    if config.target_vocabulary_size != config.vocabulary_size:
        raise UserFacing(ErrorCode.MODEL_INCOMPLETE, model=path.name, file=file)
    return source


def _check_special_tokens(
    model: str, config: MarianConfig, source: tuple[str, ...], target: tuple[str, ...]
) -> None:
    for token in (EOS, UNK, PAD):
        if token not in source:
            raise broken(model, "vocab.json", f"no {token}")
        if token not in target:
            raise broken(model, "target_vocab.json", f"no {token}")
    for token, index in ((EOS, config.eos_id), (PAD, config.pad_id)):
        if target.index(token) != index:
            raise broken(model, "config.json", f"{token} is token {target.index(token)}, not {index}")


def _read_spm(path: Path, file: str, tokens: tuple[str, ...]) -> bytes:
    try:
        data = (path / file).read_bytes()
        processor = SentencePieceProcessor(model_proto=data)
    except (OSError, RuntimeError) as error:
        raise broken(path.name, file, error) from error
    known = set(tokens)
    size = processor.vocab_size()
    shared = sum(processor.id_to_piece(i) in known for i in range(size))
    if shared < _MIN_KNOWN_PIECES * size:
        raise broken(path.name, file, f"{shared} of {size} pieces are in the vocabulary")
    return data


def weight_shapes(config: MarianConfig, has: Callable[[str], bool]) -> dict[str, tuple[int, ...]]:
    """Return the tensors that a model of this `config` must hold, under their names in transformers.

    `has` tells whether the file holds a name: shared or tied tensors may be written under either of their names.
    """
    shapes: dict[str, tuple[int, ...]] = {}
    d = config.d_model
    embeddings = (config.vocabulary_size, d)
    if config.shares_embeddings:
        alias = "model.encoder.embed_tokens.weight"
        shared = "model.shared.weight"
        shapes[shared if has(shared) or not has(alias) else alias] = embeddings
    else:
        shapes["model.encoder.embed_tokens.weight"] = embeddings
        shapes["model.decoder.embed_tokens.weight"] = (config.target_vocabulary_size, d)
    if has("lm_head.weight"):
        shapes["lm_head.weight"] = (config.target_vocabulary_size, d)
    if has("final_logits_bias"):
        shapes["final_logits_bias"] = (1, config.target_vocabulary_size)
    sides = (
        ("encoder", config.encoder_layers, config.encoder_ffn_size, ("self_attn",)),
        ("decoder", config.decoder_layers, config.decoder_ffn_size, ("self_attn", "encoder_attn")),
    )
    for side, layers, ffn_size, attentions in sides:
        for layer in range(layers):
            prefix = f"model.{side}.layers.{layer}"
            linear = {f"{name}.{p}_proj": (d, d) for name in attentions for p in ("q", "k", "v", "out")}
            linear |= {"fc1": (ffn_size, d), "fc2": (d, ffn_size)}
            for name, shape in linear.items():
                shapes[f"{prefix}.{name}.weight"] = shape
                shapes[f"{prefix}.{name}.bias"] = shape[:1]
            for name in (*(f"{a}_layer_norm" for a in attentions), "final_layer_norm"):
                shapes[f"{prefix}.{name}.weight"] = shapes[f"{prefix}.{name}.bias"] = (d,)
    return shapes


def _check_weights(folder: MarianFolder) -> None:
    file = WEIGHTS
    try:
        with safe_open(folder.path / file, framework="numpy") as weights:
            names = set(weights.keys())
            for name, shape in weight_shapes(folder.config, names.__contains__).items():
                if name not in names:
                    raise broken(folder.name, file, f"no {name}")
                tensor = weights.get_slice(name)
                if tuple(tensor.get_shape()) != shape:
                    raise broken(folder.name, file, f"{name} is {tensor.get_shape()}, not {list(shape)}")
                if tensor.get_dtype() not in _READABLE_DTYPES:
                    raise _foreign(folder.name, f"weights in {tensor.get_dtype()}")
    except (SafetensorError, OSError) as error:
        raise broken(folder.name, file, error) from error
