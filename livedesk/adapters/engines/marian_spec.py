"""Lays a MarianMT model's weights out as CTranslate2 wants them, for the converter.

Imports `ctranslate2.specs`, which is slow where torch is installed; so import this module only to convert.
"""

import math
from collections.abc import Mapping

import numpy as np
from ctranslate2.specs import common_spec, transformer_spec
from ctranslate2.specs.model_spec import LayerSpec
from numpy.typing import NDArray

from livedesk.adapters.engines.marian_files import MarianConfig

Weights = Mapping[str, NDArray[np.float32]]

_NEVER = np.float32(-1e9)

_ACTIVATIONS = {
    "relu": common_spec.Activation.RELU,
    "gelu": common_spec.Activation.GELU,
    "swish": common_spec.Activation.SWISH,
    "silu": common_spec.Activation.SWISH,
}


def model_spec(config: MarianConfig, weights: Weights) -> transformer_spec.TransformerSpec:
    """Return the model as a CTranslate2 specification, without vocabularies.

    `weights` holds float32 arrays under their names in transformers, of the shapes `weight_shapes` lists. The bias
    of `<pad>` in the output is set so low that it is never chosen.
    """
    spec = transformer_spec.TransformerSpec.from_config(
        (config.encoder_layers, config.decoder_layers),
        config.encoder_heads,
        pre_norm=False,
        activation=_ACTIVATIONS[config.activation],
    )
    source, target, projection = _embeddings(config, weights)
    spec.encoder.embeddings[0].weight = source
    spec.decoder.embeddings.weight = target
    spec.decoder.projection.weight = projection
    bias = np.zeros(config.target_vocabulary_size, np.float32)
    if "final_logits_bias" in weights:
        bias += weights["final_logits_bias"].reshape(-1)
    bias[config.pad_id] = _NEVER
    spec.decoder.projection.bias = bias
    positions = sinusoids(config.max_positions, config.d_model)
    for side, side_spec in (("encoder", spec.encoder), ("decoder", spec.decoder)):
        side_spec.scale_embeddings = math.sqrt(config.d_model) if config.scales_embeddings else 1.0
        side_spec.position_encodings.encodings = positions
        for index, layer in enumerate(side_spec.layer):
            _set_layer(layer, weights, f"model.{side}.layers.{index}")
    return spec


def sinusoids(positions: int, size: int) -> NDArray[np.float32]:
    """Return Marian's position encodings, shape (positions, size): all sines first, then all cosines.

    As in transformers' `MarianSinusoidalPositionalEmbedding`; OPUS-MT's files do not hold them.
    """
    columns = np.arange(size)
    angles = np.arange(positions)[:, None] / np.power(10000.0, 2 * (columns // 2) / size)
    return np.concatenate([np.sin(angles[:, 0::2]), np.cos(angles[:, 1::2])], axis=1).astype(np.float32)


def _embeddings(config: MarianConfig, weights: Weights) -> tuple[NDArray[np.float32], ...]:
    if config.shares_embeddings:
        names = ("model.shared.weight", "model.encoder.embed_tokens.weight")
        source = target = next(weights[name] for name in names if name in weights)
    else:
        source = weights["model.encoder.embed_tokens.weight"]
        target = weights["model.decoder.embed_tokens.weight"]
    return source, target, weights.get("lm_head.weight", target)


def _set_layer(spec: LayerSpec, weights: Weights, name: str) -> None:
    _set_attention(spec.self_attention, weights, f"{name}.self_attn")
    if hasattr(spec, "attention"):
        _set_attention(spec.attention, weights, f"{name}.encoder_attn")
    _set_linear(spec.ffn.linear_0, weights, f"{name}.fc1")
    _set_linear(spec.ffn.linear_1, weights, f"{name}.fc2")
    _set_norm(spec.ffn.layer_norm, weights, f"{name}.final_layer_norm")


def _set_attention(spec: LayerSpec, weights: Weights, name: str) -> None:
    # CTranslate2 keeps query, key and value in one matrix for self-attention, key and value for the encoder's.
    groups = [["q", "k", "v"]] if len(spec.linear) == 2 else [["q"], ["k", "v"]]
    for linear, group in zip(spec.linear, groups, strict=False):
        linear.weight = np.concatenate([weights[f"{name}.{p}_proj.weight"] for p in group])
        linear.bias = np.concatenate([weights[f"{name}.{p}_proj.bias"] for p in group])
    _set_linear(spec.linear[-1], weights, f"{name}.out_proj")
    _set_norm(spec.layer_norm, weights, f"{name}_layer_norm")


def _set_linear(spec: common_spec.LinearSpec, weights: Weights, name: str) -> None:
    spec.weight, spec.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _set_norm(spec: common_spec.LayerNormSpec, weights: Weights, name: str) -> None:
    spec.gamma, spec.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]
