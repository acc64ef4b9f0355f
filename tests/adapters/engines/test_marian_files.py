"""Bad model folders: each must be named for what it is, and never reach a library."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from livedesk.adapters.engines.marian_files import read_folder
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.translation.model import REQUIRED_FILES
from tests.adapters.engines.conftest import shared
from tests.contracts import tiny_marian


@pytest.fixture
def folder(tiny_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_folder, tmp_path / "copy-zh-en"))


def failure(folder: Path) -> UserFacing:
    with pytest.raises(UserFacing) as raised:
        read_folder(folder)
    assert raised.value.params["model"] == folder.name
    return raised.value


def change_config(folder: Path, **changes: object) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def test_that_a_whole_folder_is_read(folder: Path) -> None:
    model = read_folder(folder)
    assert model.name == "copy-zh-en"
    assert model.source_tokens[0] == "</s>"
    assert model.source_tokens[-1] == "<pad>"
    assert model.config.max_positions == 64


@pytest.mark.parametrize("name", ["models/interim-zh-en", "models/interim-en-zh"])
def test_that_the_interim_models_are_read(name: str) -> None:
    assert read_folder(shared(name)).config.vocabulary_size == 8001


def test_that_a_missing_folder_is_missing(tmp_path: Path) -> None:
    assert failure(tmp_path / "gone").code == ErrorCode.MODEL_MISSING


def test_that_a_file_instead_of_a_folder_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert failure(tmp_path / "file").code == ErrorCode.MODEL_MISSING


@pytest.mark.parametrize("file", REQUIRED_FILES)
def test_that_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    error = failure(folder)
    assert (error.code, error.params["file"]) == (ErrorCode.MODEL_INCOMPLETE, file)


@pytest.mark.parametrize("file", REQUIRED_FILES)
def test_that_an_empty_file_is_broken(folder: Path, file: str) -> None:
    (folder / file).write_bytes(b"")
    error = failure(folder)
    assert (error.code, error.params["file"]) == (ErrorCode.MODEL_BROKEN, file)


@pytest.mark.parametrize("file", REQUIRED_FILES)
def test_that_a_truncated_file_is_broken(folder: Path, file: str) -> None:
    data = (folder / file).read_bytes()
    (folder / file).write_bytes(data[: len(data) * 2 // 3])
    error = failure(folder)
    assert (error.code, error.params["file"]) == (ErrorCode.MODEL_BROKEN, file)


@pytest.mark.parametrize("file", REQUIRED_FILES)
def test_that_garbage_is_broken(folder: Path, file: str) -> None:
    (folder / file).write_bytes(bytes(np.random.default_rng(1).integers(0, 256, 4096, np.uint8)))
    error = failure(folder)
    assert (error.code, error.params["file"]) == (ErrorCode.MODEL_BROKEN, file)


def test_that_weights_in_the_older_form_get_their_own_code(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    assert failure(folder).code == ErrorCode.MODEL_NOT_SAFETENSORS


@pytest.mark.parametrize(
    "changes",
    [
        {"model_type": "m2m_100"},
        {"model_type": None},
        {"activation_function": "gelu_fast"},
        {"decoder_attention_heads": 2},
        {"decoder_start_token_id": 0},
    ],
)
def test_that_another_kind_of_model_is_foreign(folder: Path, changes: dict[str, object]) -> None:
    change_config(folder, **changes)
    assert failure(folder).code == ErrorCode.MODEL_FOREIGN


@pytest.mark.parametrize("text", ["[]", "null", '"marian"', "{"])
def test_that_a_config_that_is_no_object_is_broken(folder: Path, text: str) -> None:
    (folder / "config.json").write_text(text)
    assert failure(folder).code == ErrorCode.MODEL_BROKEN


@pytest.mark.parametrize(
    ("changes", "file"),
    [
        ({"d_model": "many"}, "config.json"),
        ({"d_model": None}, "config.json"),
        ({"vocab_size": 7}, "vocab.json"),
        ({"eos_token_id": 3}, "config.json"),
        ({"pad_token_id": 3, "decoder_start_token_id": 3}, "config.json"),
        ({"d_model": 64}, "model.safetensors"),
        ({"encoder_layers": 3}, "model.safetensors"),
        ({"decoder_ffn_dim": 128}, "model.safetensors"),
    ],
)
def test_that_files_which_do_not_fit_each_other_are_broken(
    folder: Path, changes: dict[str, object], file: str
) -> None:
    change_config(folder, **changes)
    error = failure(folder)
    assert (error.code, error.params["file"]) == (ErrorCode.MODEL_BROKEN, file)


@pytest.mark.parametrize("vocabulary", [{"</s>": 0, "<unk>": 0}, {"</s>": 0, "<unk>": 5}, {"</s>": "0"}, {}])
def test_that_a_vocabulary_with_gaps_is_broken(folder: Path, vocabulary: dict[str, object]) -> None:
    (folder / "vocab.json").write_text(json.dumps(vocabulary))
    error = failure(folder)
    assert (error.code, error.params["file"]) == (ErrorCode.MODEL_BROKEN, "vocab.json")


def test_that_the_spm_file_of_another_model_is_broken(folder: Path) -> None:
    shutil.copy(shared("tokenizer-opus-mt-zh-en") / "target.spm", folder / "target.spm")
    error = failure(folder)
    assert (error.code, error.params["file"]) == (ErrorCode.MODEL_BROKEN, "target.spm")


def test_that_a_missing_target_vocabulary_is_named(tmp_path: Path) -> None:
    folder = tiny_marian.build(tmp_path / "two-zh-en", has_separate_vocabularies=True)
    (folder / "target_vocab.json").unlink()
    error = failure(folder)
    assert (error.code, error.params["file"]) == (ErrorCode.MODEL_INCOMPLETE, "target_vocab.json")


def test_that_weights_of_an_unreadable_type_are_foreign(folder: Path) -> None:
    weights = load_file(folder / "model.safetensors")
    save_file({name: array.astype(np.int32) for name, array in weights.items()}, folder / "model.safetensors")
    assert failure(folder).code == ErrorCode.MODEL_FOREIGN
