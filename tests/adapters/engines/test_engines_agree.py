"""The two engines, token for token: greedy, float32, on models built here and on the interim pair."""

from pathlib import Path

import numpy as np
import pytest

from livedesk.adapters.engines.marian_ct2 import MarianCt2
from livedesk.adapters.engines.marian_files import read_folder
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH, Language
from tests.adapters.engines.conftest import SHARED, shared
from tests.bench import bench_engines
from tests.contracts import tiny_marian
from tests.contracts.engine_contract import CHAT, STRANGE

pytest.importorskip("torch")

LINES = (*tiny_marian.LINES, *CHAT, *STRANGE, "hello how much " * 40)


def assert_agree(path: Path, target: Language, cache: Path, lines: tuple[str, ...]) -> None:
    from livedesk.adapters.engines.marian_transformers import MarianTransformers

    folder = read_folder(path)
    ct2 = MarianCt2(folder, target, is_listed=True, cache=cache, threads=1, precision="float32")
    reference = MarianTransformers(folder, target, is_listed=True, threads=1)
    answers = ct2.translate(lines)
    for line, ours, theirs in zip(lines, answers, reference.translate(lines), strict=True):
        assert ours == theirs, line
    # What another line was answered with makes the model go where it would not have gone.
    begun = [answer.tokens[: number % 4] for number, answer in enumerate((*answers[1:], answers[0]))]
    both = zip(lines, ct2.translate(lines, begun), reference.translate(lines, begun), strict=True)
    for line, ours, theirs in both:
        assert ours == theirs, line


@pytest.mark.parametrize(
    "options",
    [
        {"activation": "swish", "seed": 1},
        {"activation": "relu", "seed": 2},
        {"activation": "gelu", "seed": 3},
        {"activation": "silu", "seed": 4, "dtype": np.float16},
        {"has_learnt_pad": False, "seed": 5},
        {"has_separate_vocabularies": True, "seed": 6},
        {"scale_embedding": False, "seed": 7},
    ],
    ids=str,
)
def test_that_both_engines_give_the_same_tokens(
    options: dict[str, object], tmp_path: Path, cache: Path
) -> None:
    path = tiny_marian.build(tmp_path / "tiny-zh-en", **options)  # type: ignore[arg-type]  # a table of keywords
    assert_agree(path, EN, cache, LINES)


def test_that_both_engines_agree_with_a_target_mark(tmp_path: Path, cache: Path) -> None:
    path = tiny_marian.build(tmp_path / "tiny-en-zh", prefixes=tiny_marian.PREFIXES, seed=8)
    assert_agree(path, ZH, cache, LINES)


def test_that_a_folder_saved_by_transformers_is_read_alike(tmp_path: Path, cache: Path) -> None:
    from transformers import MarianConfig, MarianMTModel, set_seed

    tiny = tiny_marian.build(tmp_path / "tiny-zh-en")
    size = read_folder(tiny).config.vocabulary_size
    config = MarianConfig(
        vocab_size=size,
        d_model=32,
        encoder_layers=3,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=48,
        decoder_ffn_dim=40,
        activation_function="swish",
        max_position_embeddings=80,
        pad_token_id=size - 1,
        decoder_start_token_id=size - 1,
        eos_token_id=0,
        init_std=0.4,
    )
    set_seed(1)
    MarianMTModel(config).save_pretrained(tiny)
    assert_agree(tiny, EN, cache, LINES)


def test_that_weights_in_the_older_form_can_be_rewritten_as_the_readme_says(tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file
    from transformers import MarianMTModel

    folder = tiny_marian.build(tmp_path / "tiny-zh-en")
    torch.save(load_file(folder / "model.safetensors"), folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()
    with pytest.raises(UserFacing) as raised:
        read_folder(folder)
    assert raised.value.code == ErrorCode.MODEL_NOT_SAFETENSORS
    MarianMTModel.from_pretrained(folder).save_pretrained(folder)
    assert read_folder(folder).config.vocabulary_size > 0


@pytest.mark.parametrize("pair", ["zh-en", "en-zh"])
def test_that_both_engines_agree_on_the_interim_models(pair: str, cache: Path) -> None:
    path = shared(f"models/interim-{pair}")
    rows = (SHARED / f"eval/booth.{pair}.tsv").read_text("utf-8").splitlines()[:40]
    lines = tuple(row.split("\t")[0] for row in rows)
    assert_agree(path, Language(pair[-2:]), cache, lines)


@pytest.mark.slow
def test_that_a_model_of_opus_mts_size_is_read_and_agrees(tmp_path: Path) -> None:
    """OPUS-MT's own config and tokeniser files; its weights are not at hand, so random ones."""
    shared("tokenizer-opus-mt-zh-en")
    bench_engines.build(tmp_path / "opus-mt-zh-en")
    assert_agree(tmp_path / "opus-mt-zh-en", EN, tmp_path / "cache", tiny_marian.LINES[:3])
