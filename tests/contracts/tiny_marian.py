"""Builds a tiny MarianMT folder with random weights, for every test that needs a real model file.

Written with numpy, sentencepiece and safetensors only, so that it also serves where torch is not installed.
"""

import io
import json
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import sentencepiece
from safetensors.numpy import save_file

from livedesk.adapters.engines.marian_files import MarianConfig, weight_shapes

LINES = (
    "hello, how much is this one?",
    "we ship 500 pcs to Hamburg in 30 days",
    "what is the minimum order for the red bottle",
    "你好，这款保温杯多少钱？",
    "起订量五百个，三十天发货",
    "我们可以印您的标志，颜色可以选",
)

PREFIXES = (">>cmn_Hans<<", ">>cmn_Hant<<", ">>yue<<")


def build(
    path: Path,
    *,
    source: str = "zho",
    target: str = "eng",
    activation: str = "swish",
    has_learnt_pad: bool = True,
    has_separate_vocabularies: bool = False,
    prefixes: tuple[str, ...] = (),
    max_positions: int = 64,
    dtype: type = np.float32,
    seed: int = 1,
    **config_changes: object,
) -> Path:
    """Write a model into the new folder `path` and return it. The same arguments give the same model."""
    path.mkdir(parents=True)
    source_spm = _train(LINES, 150)
    target_spm = _train(LINES[::-1], 140) if has_separate_vocabularies else source_spm
    source_vocabulary = _vocabulary(source_spm, prefixes)
    target_vocabulary = _vocabulary(target_spm, ()) if has_separate_vocabularies else source_vocabulary
    config = _config(len(source_vocabulary), len(target_vocabulary), activation, max_positions)
    config = replace(config, shares_embeddings=not has_separate_vocabularies)
    (path / "source.spm").write_bytes(source_spm)
    (path / "target.spm").write_bytes(target_spm)
    _write_json(path / "vocab.json", source_vocabulary)
    tokenizer = {"source_lang": source, "target_lang": target, "tokenizer_class": "MarianTokenizer"}
    if has_separate_vocabularies:
        _write_json(path / "target_vocab.json", target_vocabulary)
        tokenizer |= {"separate_vocabs": True}
    _write_json(path / "tokenizer_config.json", tokenizer)
    _write_json(path / "config.json", _config_json(config) | config_changes)
    save_file(
        _weights(config, has_learnt_pad, seed, dtype), path / "model.safetensors", metadata={"format": "pt"}
    )
    return path


def _config(source_size: int, target_size: int, activation: str, max_positions: int) -> MarianConfig:
    return MarianConfig(
        vocabulary_size=source_size,
        target_vocabulary_size=target_size,
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_heads=4,
        decoder_heads=4,
        encoder_ffn_size=64,
        decoder_ffn_size=64,
        activation=activation,
        max_positions=max_positions,
        scales_embeddings=True,
        shares_embeddings=True,
        pad_id=target_size - 1,
        eos_id=0,
        decoder_start_id=target_size - 1,
    )


def _train(lines: tuple[str, ...], size: int) -> bytes:
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines * 4),
        model_writer=model,
        vocab_size=size,
        hard_vocab_limit=False,
        character_coverage=1.0,
        bos_id=-1,
        eos_id=1,
        unk_id=0,
        user_defined_symbols=["⟦1⟧", "⟦9⟧"],
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


def _vocabulary(spm: bytes, prefixes: tuple[str, ...]) -> dict[str, int]:
    processor = sentencepiece.SentencePieceProcessor(model_proto=spm)
    pieces = [processor.id_to_piece(i) for i in range(processor.vocab_size())]
    tokens = dict.fromkeys(["</s>", "<unk>", *prefixes, *pieces])
    return {token: index for index, token in enumerate([*tokens, "<pad>"])}


def _config_json(config: MarianConfig) -> dict[str, object]:
    values = asdict(config)
    names = {
        "vocab_size": "vocabulary_size",
        "decoder_vocab_size": "target_vocabulary_size",
        "d_model": "d_model",
        "encoder_layers": "encoder_layers",
        "decoder_layers": "decoder_layers",
        "encoder_attention_heads": "encoder_heads",
        "decoder_attention_heads": "decoder_heads",
        "encoder_ffn_dim": "encoder_ffn_size",
        "decoder_ffn_dim": "decoder_ffn_size",
        "activation_function": "activation",
        "max_position_embeddings": "max_positions",
        "scale_embedding": "scales_embeddings",
        "share_encoder_decoder_embeddings": "shares_embeddings",
        "pad_token_id": "pad_id",
        "eos_token_id": "eos_id",
        "decoder_start_token_id": "decoder_start_id",
    }
    fixed = {
        "model_type": "marian",
        "architectures": ["MarianMTModel"],
        "is_encoder_decoder": True,
        "bos_token_id": 0,
        "forced_eos_token_id": 0,
        "bad_words_ids": [[config.pad_id]],
        "max_length": 20,
        "num_beams": 4,
        "normalize_before": True,  # as transformers, livedesk must not obey it
        "normalize_embedding": False,
        "static_position_embeddings": True,
        "tie_word_embeddings": True,
    }
    return fixed | {name: values[field] for name, field in names.items()}


def _weights(config: MarianConfig, has_learnt_pad: bool, seed: int, dtype: type) -> dict[str, np.ndarray]:
    random = np.random.default_rng(seed)
    shapes = weight_shapes(config, ("model.shared.weight", "final_logits_bias").__contains__)
    weights = {}
    for name, shape in shapes.items():
        array = random.normal(0.0, _scale(name, shape), shape)
        if name.endswith("layer_norm.weight"):
            array = 1 + 0.1 * random.normal(size=shape)
        if name.endswith(("shared.weight", "embed_tokens.weight")) and not has_learnt_pad:
            array[-1] = 0.0
        if name == "final_logits_bias":
            array[0, config.eos_id] = 8.0  # so that some lines end before the cap and some do not
        weights[name] = array.astype(dtype)
    return weights


def _scale(name: str, shape: tuple[int, ...]) -> float:
    """Spread of the random values; found by trying, or else the decoder repeats one token whatever it reads."""
    if name.endswith(("shared.weight", "embed_tokens.weight")):
        return 1.0
    if name.endswith("bias"):
        return 0.02
    loudness = {"decoder.self_attn": 2.0, "decoder.encoder_attn": 0.6}
    side, part = name.split(".")[1], name.split(".")[4]
    return loudness.get(f"{side}.{part}", 1.0) / float(np.sqrt(shape[-1]))


def _write_json(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
