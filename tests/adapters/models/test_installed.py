"""Finding models: what counts, which direction, which first."""

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.adapters.models.installed import describe, find_models, looks_listed
from livedesk.adapters.models.manifest import ListedFile, ListedModel, Manifest
from livedesk.adapters.models.verify import verify
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH
from livedesk.core.translation.model import CT2_WEIGHTS
from tests.adapters.models.conftest import NAME


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "模型 folder"
    path.mkdir()
    return path


def put(built: Path, folder: Path, name: str) -> Path:
    return Path(shutil.copytree(built, folder / name))


def test_that_a_listed_model_is_found_as_listed(built: Path, folder: Path, manifest: Manifest) -> None:
    put(built, folder, NAME)
    (model,) = find_models([folder], manifest)
    assert (model.name, model.source, model.target) == (NAME, ZH, EN)
    assert model.is_listed
    assert model.has_placeholders
    assert model.licence == "CC-BY-4.0"
    assert model.path == folder / NAME


def test_that_listed_models_come_first(built: Path, folder: Path, manifest: Manifest) -> None:
    put(built, folder, "a-zh-en")
    put(built, folder, NAME)
    assert [model.name for model in find_models([folder], manifest)] == [NAME, "a-zh-en"]


@pytest.mark.parametrize(
    ("tokenizer", "name"),
    [
        ({"source_lang": "zho", "target_lang": "eng"}, "anything"),
        ({"source_lang": "zh", "target_lang": "en"}, "en-zh"),
        ({}, "opus-mt-zh-en"),
        ({"source_lang": None}, "opus_mt_zho_eng"),
        (None, "model-cmn-en"),
    ],
)
def test_that_the_direction_comes_from_the_files_or_the_name(
    built: Path, folder: Path, manifest: Manifest, tokenizer: dict[str, str] | None, name: str
) -> None:
    path = put(built, folder, name)
    (path / "tokenizer_config.json").unlink()
    if tokenizer is not None:
        (path / "tokenizer_config.json").write_text(json.dumps(tokenizer))
    (model,) = find_models([folder], manifest)
    assert (model.source, model.target, model.is_listed) == (ZH, EN, False)


def test_that_placeholders_are_seen_in_the_vocabulary(built: Path, folder: Path, manifest: Manifest) -> None:
    path = put(built, folder, "other-zh-en")
    assert find_models([folder], manifest)[0].has_placeholders
    vocabulary = json.loads((path / "vocab.json").read_text("utf-8"))
    del vocabulary["⟦9⟧"]
    (path / "vocab.json").write_text(json.dumps(vocabulary))
    assert not find_models([folder], manifest)[0].has_placeholders


@pytest.mark.parametrize("file", ["vocab.json", "source.spm", "model.safetensors"])
def test_that_a_listed_name_with_other_files_is_not_listed(
    built: Path, folder: Path, manifest: Manifest, file: str
) -> None:
    path = put(built, folder, NAME)
    data = (path / file).read_bytes()
    (path / file).write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert not find_models([folder], manifest)[0].is_listed


def test_that_a_half_copied_model_is_found_so_that_it_can_be_named(
    built: Path, folder: Path, manifest: Manifest
) -> None:
    path = put(built, folder, NAME)
    (path / "model.safetensors").unlink()
    (model,) = find_models([folder], manifest)
    assert not model.is_listed


def test_that_junk_is_passed_over(built: Path, folder: Path, manifest: Manifest, tmp_path: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "file.txt").write_text("x")
    (folder / "broken-zh-en").mkdir()
    (folder / "broken-zh-en" / "config.json").write_bytes(b"\xff")
    (folder / "bert-zh-en").mkdir()
    (folder / "bert-zh-en" / "config.json").write_text('{"model_type": "bert"}')
    put(built, folder, ".installing")
    nameless = put(built, folder, "nameless")
    (nameless / "tokenizer_config.json").unlink()
    assert find_models([folder, tmp_path / "gone", folder / "file.txt"], manifest) == []


def test_that_a_folder_given_twice_counts_once(built: Path, folder: Path, manifest: Manifest) -> None:
    put(built, folder, NAME)
    assert len(find_models([folder, folder / ".." / folder.name], manifest)) == 1


def test_that_a_folder_without_a_model_is_none(tmp_path: Path, manifest: Manifest) -> None:
    assert describe(tmp_path, manifest) is None
    assert describe(tmp_path / "gone", manifest) is None


def starter(built: Path, folder: Path, manifest: Manifest) -> tuple[Path, ListedModel]:
    """Return a copy with weights in both forms, and what lists it."""
    path = put(built, folder, NAME)
    (path / "ct2").mkdir()
    (path / CT2_WEIGHTS).write_bytes(b"weights")
    converted = ListedFile(CT2_WEIGHTS, hashlib.sha256(b"weights").hexdigest(), 7)
    return path, replace(manifest.models[0], files=(*manifest.models[0].files, converted))


def test_that_a_starter_model_of_the_wheel_is_listed_without_its_weights(
    built: Path, folder: Path, manifest: Manifest
) -> None:
    path, listed = starter(built, folder, manifest)
    assert looks_listed(path, listed)
    (path / "model.safetensors").unlink()
    assert looks_listed(path, listed)
    assert verify(path, listed) == ("config.json",)
    (path / CT2_WEIGHTS).unlink()
    assert not looks_listed(path, listed)


def test_that_weights_that_are_there_count_in_both_forms(
    built: Path, folder: Path, manifest: Manifest
) -> None:
    path, listed = starter(built, folder, manifest)
    (path / "model.safetensors").write_bytes(b"other")
    assert not looks_listed(path, listed)
    with pytest.raises(UserFacing) as caught:
        verify(path, listed)
    assert caught.value.code is ErrorCode.MODEL_CHECKSUM
