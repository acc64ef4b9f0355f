"""A Whisper model that fits on a page, in CTranslate2's form, for tests where real weights are absent.

It hears the same words in any sound: its decoder's answer hangs on the position alone, written into it by hand, while
its attention is random. So the real library loads, encodes, decodes and aligns, and the tests know the words.
"""

from pathlib import Path

import numpy as np
from ctranslate2.specs import attention_spec, common_spec, transformer_spec, whisper_spec

SAID = ("ä½ł", "å¥½", "ï¼Į", "å", "ģľ", "ä¸Ģä¸ĭ", "Ġhall", "Ġ3", ".")
"""The tokens of its one line as the vocabulary writes them: a mark, a character in two parts, two in one token."""

TEXT = "你好，停一下 hall 3."

_SIZE, _HEADS, _MELS = 32, 2, 80
_POSITIONS, _FRAMES = 448, 1500
_LANGUAGES, _STAMPS = 99, 1501
_EOT, _EOT_ENGLISH = 50257, 50256
_PROMPT, _PROMPT_ENGLISH = 4, 2
"""Tokens before the first word: the start, the language, the task, and that no times are wanted."""


def write_whisper(folder: Path, *, is_english_only: bool = False) -> Path:
    """Write the model's files into `folder`, which is made, and return it.

    An English-only model has a vocabulary smaller by one, and is told neither language nor task.
    """
    folder.mkdir(parents=True)
    random = np.random.default_rng(7)
    end = _EOT_ENGLISH if is_english_only else _EOT
    spec = whisper_spec.WhisperSpec(1, _HEADS, 1, _HEADS)
    _fill_encoder(spec.encoder, random)
    _fill_decoder(spec.decoder, random, end, _PROMPT_ENGLISH if is_english_only else _PROMPT)
    spec.register_vocabulary(_tokens(end))
    spec.config.suppress_ids = [1]
    spec.config.suppress_ids_begin = [220, end]
    spec.config.lang_ids = list(range(end + 2, end + 2 + _LANGUAGES))
    spec.config.alignment_heads = [[0, 0], [0, 1]]
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))
    return folder


def _tokens(end: int) -> list[str]:
    tokens = [f"unused{number}" for number in range(end)]
    tokens[300 : 300 + len(SAID)] = SAID
    codes = ["en", "zh", "es", "he", "jw", "haw", "yue"]
    languages = codes + [f"x{number:02d}" for number in range(_LANGUAGES - len(codes))]
    tokens += ["<|endoftext|>", "<|startoftranscript|>", *(f"<|{code}|>" for code in languages)]
    tokens += ["<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>", "<|nospeech|>"]
    tokens += ["<|notimestamps|>"]
    return tokens + [f"<|{step * 0.02:.2f}|>" for step in range(_STAMPS)]


def _fill_encoder(encoder: whisper_spec.WhisperEncoderSpec, random: np.random.Generator) -> None:
    for conv, channels in ((encoder.conv1, _MELS), (encoder.conv2, _SIZE)):
        conv.weight = _noise(random, _SIZE, channels, 3)
        conv.bias = np.zeros(_SIZE, dtype=np.float32)
    encoder.position_encodings.encodings = _noise(random, _FRAMES, _SIZE)
    _fill_norm(encoder.layer_norm)
    for layer in encoder.layer:
        _fill_attention(layer.self_attention, random, rows=(3 * _SIZE, _SIZE))
        _fill_feed_forward(layer.ffn)


def _fill_decoder(
    decoder: transformer_spec.TransformerDecoderSpec, random: np.random.Generator, end: int, prompt: int
) -> None:
    vocabulary = len(_tokens(end))
    decoder.embeddings.weight = 0.001 * _noise(random, vocabulary, _SIZE)
    places = np.eye(_SIZE, dtype=np.float32)
    last = prompt - 1 + len(SAID)
    decoder.position_encodings.encodings = places[np.minimum(np.arange(_POSITIONS), last)]
    decoder.projection.weight = np.zeros((vocabulary, _SIZE), dtype=np.float32)
    for number in range(len(SAID)):
        decoder.projection.weight[300 + number] = 2 * places[prompt - 1 + number]
    decoder.projection.weight[end] = 2 * places[last]
    _fill_norm(decoder.layer_norm)
    for layer in decoder.layer:
        _fill_attention(layer.self_attention, random, rows=(3 * _SIZE, _SIZE))
        _fill_attention(layer.attention, random, rows=(_SIZE, 2 * _SIZE, _SIZE))
        _fill_feed_forward(layer.ffn)


def _fill_attention(
    attention: attention_spec.MultiHeadAttentionSpec, random: np.random.Generator, rows: tuple[int, ...]
) -> None:
    _fill_norm(attention.layer_norm)
    for linear, count in zip(attention.linear, rows, strict=True):
        linear.weight = _noise(random, count, _SIZE)
        linear.bias = np.zeros(count, dtype=np.float32)
    attention.linear[-1].weight[:] = 0.0  # it looks, and passes nothing on


def _fill_feed_forward(ffn: transformer_spec.FeedForwardSpec) -> None:
    _fill_norm(ffn.layer_norm)
    for linear in (ffn.linear_0, ffn.linear_1):
        linear.weight = np.zeros((_SIZE, _SIZE), dtype=np.float32)
        linear.bias = np.zeros(_SIZE, dtype=np.float32)


def _fill_norm(norm: common_spec.LayerNormSpec) -> None:
    norm.gamma = np.ones(_SIZE, dtype=np.float32)
    norm.beta = np.zeros(_SIZE, dtype=np.float32)


def _noise(random: np.random.Generator, *shape: int) -> np.ndarray:
    return random.normal(size=shape).astype(np.float32)
