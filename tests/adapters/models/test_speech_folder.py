"""Folders with speech models: found, told apart, installed from a stick; half a model is never taken for one."""

import shutil
from pathlib import Path

import pytest

from livedesk.adapters.engines.marian_files import read_folder
from livedesk.adapters.models.install import install_from_folder, remove, unfinished
from livedesk.adapters.models.installed import find_models, find_speech_models
from livedesk.adapters.models.manifest import ListedFile, ListedModel, Manifest
from livedesk.adapters.models.speech_folder import check_speech_folder, speech_kind
from livedesk.core.captions.speech_model import SpeechModel
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.model_list import ModelKind
from tests.adapters.models.speech_files import ctranslate2, onnx, put, whisper_files, zipformer_files
from tests.adapters.models.test_download import listed

FILES = {ModelKind.WHISPER: whisper_files, ModelKind.ZIPFORMER: zipformer_files}
MANIFEST = Manifest((listed(whisper_files()),))


def install(src: Path, root: Path, manifest: Manifest = MANIFEST) -> SpeechModel:
    model = install_from_folder(src, root, manifest, check_folder=read_folder)
    assert isinstance(model, SpeechModel)
    return model


@pytest.mark.parametrize("kind", FILES)
def test_that_a_whole_folder_passes(tmp_path: Path, kind: ModelKind) -> None:
    folder = put(tmp_path / "模型", FILES[kind]())
    assert speech_kind(folder) is kind
    check_speech_folder(folder, kind)


@pytest.mark.parametrize(("kind", "file"), [(kind, name) for kind, make in FILES.items() for name in make()])
def test_that_a_missing_file_is_named(tmp_path: Path, kind: ModelKind, file: str) -> None:
    folder = put(tmp_path / "m", {name: data for name, data in FILES[kind]().items() if name != file})
    with pytest.raises(UserFacing) as raised:
        check_speech_folder(folder, kind)
    assert raised.value.code == ErrorCode.MODEL_INCOMPLETE
    assert file.startswith(str(raised.value.params["file"]).removesuffix(".onnx"))


CUTS = [
    (kind, name, share)
    for kind, make in FILES.items()
    for name in make()
    for share in (0.0, 0.3, 0.999)
    if not share or not name.endswith(".txt")  # a list of words does not say how long it is
]


@pytest.mark.parametrize(("kind", "file", "share"), CUTS)
def test_that_a_file_that_was_cut_off_is_named(
    tmp_path: Path, kind: ModelKind, file: str, share: float
) -> None:
    files = FILES[kind]()
    files[file] = files[file][: int(len(files[file]) * share)]
    folder = put(tmp_path / "m", files)
    with pytest.raises(UserFacing) as raised:
        check_speech_folder(folder, kind)
    assert (raised.value.code, raised.value.params["file"]) == (ErrorCode.MODEL_BROKEN, file)


@pytest.mark.parametrize(
    ("kind", "file", "data"),
    [
        (ModelKind.WHISPER, "model.bin", ctranslate2(spec="TransformerSpec")),
        (ModelKind.WHISPER, "model.bin", ctranslate2() + b"more"),
        (ModelKind.WHISPER, "model.bin", b"<html>log in</html>" * 50),
        (ModelKind.WHISPER, "config.json", b"[]"),
        (ModelKind.WHISPER, "tokenizer.json", b"<html>"),
        (ModelKind.ZIPFORMER, "joiner-1.int8.onnx", b"<html>log in</html>" * 50),
        (ModelKind.ZIPFORMER, "joiner-1.int8.onnx", b"\x08\x08"),
        (ModelKind.ZIPFORMER, "joiner-1.int8.onnx", onnx() + b"\xff" * 12),
    ],
)
def test_that_a_file_that_is_something_else_is_named(
    tmp_path: Path, kind: ModelKind, file: str, data: bytes
) -> None:
    folder = put(tmp_path / "m", {**FILES[kind](), file: data})
    with pytest.raises(UserFacing) as raised:
        check_speech_folder(folder, kind)
    assert (raised.value.code, raised.value.params["file"]) == (ErrorCode.MODEL_BROKEN, file)


def test_that_a_form_of_the_future_is_left_to_the_library(tmp_path: Path) -> None:
    folder = put(tmp_path / "m", {**whisper_files(), "model.bin": ctranslate2(version=9)})
    check_speech_folder(folder, ModelKind.WHISPER)


@pytest.mark.parametrize(
    ("name", "kind", "languages"),
    [
        ("whisper-large", ModelKind.WHISPER, frozenset()),
        ("faster-whisper-small.en", ModelKind.WHISPER, {EN}),
        ("sherpa-onnx-streaming-zipformer-zh-en", ModelKind.ZIPFORMER, {ZH, EN}),
        ("zipformer-ko", ModelKind.ZIPFORMER, {Language("ko")}),
    ],
)
def test_that_an_unlisted_model_is_found_with_the_languages_of_its_name(
    tmp_path: Path, name: str, kind: ModelKind, languages: set[Language]
) -> None:
    put(tmp_path / name, FILES[kind]())
    (model,) = find_speech_models([tmp_path], MANIFEST)
    assert (model.engine.value, model.languages, model.is_listed) == (kind, frozenset(languages), False)
    assert find_models([tmp_path], MANIFEST) == []


def test_that_a_listed_model_is_found_as_listed_and_first(tmp_path: Path) -> None:
    put(tmp_path / "a", whisper_files())
    put(tmp_path / "whisper-base", whisper_files())
    put(tmp_path / ".downloading", whisper_files())
    found = find_speech_models([tmp_path, tmp_path / "gone"], MANIFEST)
    assert [(m.name, m.is_listed, m.licence) for m in found] == [
        ("whisper-base", True, "MIT"),
        ("a", False, ""),
    ]


@pytest.mark.parametrize("name", ["whisper-base", "model", "snapshot-0f845cf"])
def test_that_a_listed_model_gets_its_name_whatever_the_stick_calls_it(tmp_path: Path, name: str) -> None:
    src = put(tmp_path / "stick" / name, {**whisper_files(), "virus.exe": b"x"})
    model = install(src, tmp_path / "models")
    assert (model.name, model.is_listed) == ("whisper-base", True)
    assert {path.name for path in model.path.iterdir()} == set(whisper_files())


def test_that_an_unlisted_model_is_installed_as_unlisted(tmp_path: Path) -> None:
    src = put(
        tmp_path / "stick" / "zipformer-ko", {**zipformer_files(), "virus.exe": b"x", "bpe.model": b"x"}
    )
    model = install(src, tmp_path / "models")
    assert (model.name, model.is_listed, model.engine.value) == ("zipformer-ko", False, ModelKind.ZIPFORMER)
    assert {path.name for path in model.path.iterdir()} == {*zipformer_files(), "bpe.model"}


def test_that_a_changed_copy_of_a_listed_model_is_refused(tmp_path: Path) -> None:
    src = put(tmp_path / "whisper-base", {**whisper_files(), "model.bin": ctranslate2(b"\7" * 4_000)})
    with pytest.raises(UserFacing) as raised:
        install(src, tmp_path / "models")
    assert (raised.value.code, raised.value.params["file"]) == (ErrorCode.MODEL_CHECKSUM, "model.bin")
    assert list((tmp_path / "models").glob("[!.]*")) == []


def test_that_installing_a_model_over_itself_changes_nothing(tmp_path: Path) -> None:
    first = install(put(tmp_path / "whisper-base", whisper_files()), tmp_path / "models")
    assert install(first.path, tmp_path / "models") == first


def test_that_a_removed_model_is_gone_with_what_a_download_left(tmp_path: Path) -> None:
    model = install(put(tmp_path / "whisper-base", whisper_files()), tmp_path / "models")
    for folder in unfinished(tmp_path / "models", model.name):
        folder.mkdir(parents=True)
    assert remove(model.path, tmp_path / "models")
    assert find_speech_models([tmp_path / "models"], MANIFEST) == []
    assert not any(folder.exists() for folder in unfinished(tmp_path / "models", model.name))
    assert not remove(model.path, tmp_path / "models")


def test_that_a_model_is_never_half_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = install(put(tmp_path / "whisper-base", whisper_files()), tmp_path / "models")

    def stuck(path: Path, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise PermissionError(13, "in use")

    monkeypatch.setattr(shutil, "rmtree", stuck)
    with pytest.raises(UserFacing) as raised:
        remove(model.path, tmp_path / "models")
    assert raised.value.code == ErrorCode.FOLDER_NOT_WRITABLE
    assert find_speech_models([tmp_path / "models"], MANIFEST) == []


def test_that_a_listed_file_is_not_needed_by_a_model_of_another_kind(tmp_path: Path) -> None:
    entry = ListedModel(
        "x-en", ModelKind.ZIPFORMER, None, None, "MIT", "a/x", "", False, (ListedFile("tokens.txt", "", 0),)
    )
    put(tmp_path / "x-en", whisper_files())
    (model,) = find_speech_models([tmp_path], Manifest((entry,)))
    assert (model.engine.value, model.is_listed) == (ModelKind.WHISPER, False)
