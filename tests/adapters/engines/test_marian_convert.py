"""Converting to CTranslate2's form: whole or not at all, whatever happens meanwhile."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import ctranslate2
import pytest

from livedesk.adapters.engines.marian_convert import bundled, cached_path, converted, write_model
from livedesk.adapters.engines.marian_ct2 import MarianCt2
from livedesk.adapters.engines.marian_files import MarianFolder, read_folder
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN
from tests.adapters.engines.conftest import shared
from tests.contracts import tiny_marian

ROOT = Path(__file__).resolve().parents[3]

CONVERT = """
import sys
sys.modules["torch"] = sys.modules["transformers"] = None  # as on a computer without the extra
from pathlib import Path
from livedesk.adapters.engines.marian_convert import converted
from livedesk.adapters.engines.marian_files import read_folder
from livedesk.core.errors import UserFacing
{before}
try:
    print(converted(read_folder(Path(sys.argv[1])), Path(sys.argv[2])))
except UserFacing as error:
    print(error.code)
"""

DIE_BEFORE_RENAME = """
import os, signal
sys.addaudithook(lambda event, _: event == "os.rename" and os.kill(os.getpid(), signal.SIGKILL))
"""

DIE_WHILE_WRITING = """
import os, signal
def die(event, args):
    if event == "open" and str(args[0]).endswith("model.bin"):
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(die)
"""

NO_ROOM = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
"""


def child(folder: Path, cache: Path, before: str = "") -> subprocess.Popen[str]:
    """Convert in a process of its own, which runs `before` first."""
    command = [sys.executable, "-c", CONVERT.format(before=before), str(folder), str(cache)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")


@pytest.fixture
def folder(tiny_folder: Path) -> MarianFolder:
    return read_folder(tiny_folder)


def test_that_a_model_is_converted_once(folder: MarianFolder, tmp_path: Path) -> None:
    first = converted(folder, tmp_path)
    made = (first / "model.bin").stat().st_mtime_ns
    assert ctranslate2.contains_model(str(first))
    assert converted(folder, tmp_path) == first
    assert (first / "model.bin").stat().st_mtime_ns == made


def test_that_changed_weights_are_converted_anew(tiny_folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(tiny_folder, tmp_path / "copy-zh-en"))
    first = converted(read_folder(copy), tmp_path / "cache")
    os.utime(copy / "model.safetensors", ns=(1, 1))
    assert converted(read_folder(copy), tmp_path / "cache") != first


def test_that_conversion_needs_no_torch(folder: MarianFolder, tmp_path: Path) -> None:
    out, _ = child(folder.path, tmp_path).communicate()
    assert out.strip() == str(cached_path(folder, tmp_path, "int8"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("death", [DIE_WHILE_WRITING, DIE_BEFORE_RENAME], ids=["writing", "renaming"])
def test_that_a_killed_conversion_leaves_no_half_model(
    folder: MarianFolder, tmp_path: Path, death: str
) -> None:
    process = child(folder.path, tmp_path, death)
    process.communicate()
    assert process.returncode == -9
    final = cached_path(folder, tmp_path, "int8")
    assert not final.exists()
    assert ctranslate2.contains_model(str(converted(folder, tmp_path)))
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [final.name]


def test_that_two_processes_may_convert_at_once(folder: MarianFolder, tmp_path: Path) -> None:
    processes = [child(folder.path, tmp_path) for _ in range(2)]
    outputs = {process.communicate()[0].strip() for process in processes}
    assert outputs == {str(cached_path(folder, tmp_path, "int8"))}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file sizes")
def test_that_a_full_disk_is_said_to_be_full(folder: MarianFolder, tmp_path: Path) -> None:
    out, _ = child(folder.path, tmp_path, NO_ROOM).communicate()
    assert out.strip() == ErrorCode.DISK_FULL
    assert not [path for path in tmp_path.iterdir() if path.is_dir()]


def test_that_a_cache_that_cannot_be_written_is_named(folder: MarianFolder, unwritable_folder: Path) -> None:
    with pytest.raises(UserFacing) as raised:
        converted(folder, unwritable_folder / "cache")
    assert raised.value.code == ErrorCode.FOLDER_NOT_WRITABLE
    assert raised.value.params["folder"] == str(unwritable_folder / "cache")


def test_that_a_damaged_model_in_the_cache_is_made_anew(folder: MarianFolder, tmp_path: Path) -> None:
    model = converted(folder, tmp_path) / "model.bin"
    model.write_bytes(model.read_bytes()[:1000])
    engine = MarianCt2(folder, EN, is_listed=True, cache=tmp_path, threads=1)
    assert len(engine.translate(["hello"])) == 1
    assert model.stat().st_size > 1000


def with_bundle(folder: Path, source: MarianFolder) -> MarianFolder:
    """Put the model of `source` into `folder`/ct2."""
    (folder / "ct2").mkdir()
    write_model(source, folder / "ct2", "int8")
    return read_folder(folder)


def test_that_a_bundled_model_is_used(tmp_path: Path) -> None:
    path = tiny_marian.build(tmp_path / "tiny-zh-en")
    folder = with_bundle(path, read_folder(path))
    assert bundled(folder) == path / "ct2"
    MarianCt2(folder, EN, is_listed=True, cache=tmp_path / "cache", threads=1)
    assert not (tmp_path / "cache").exists()


def test_that_the_bundled_model_of_another_vocabulary_is_left_alone(tmp_path: Path) -> None:
    path = tiny_marian.build(tmp_path / "tiny-zh-en")
    other = read_folder(tiny_marian.build(tmp_path / "other-zh-en", prefixes=tiny_marian.PREFIXES))
    assert bundled(with_bundle(path, other)) is None


@pytest.mark.parametrize(
    ("file", "data"),
    [("model.bin", b""), ("shared_vocabulary.json", b"{"), ("config.json", b"[]"), ("config.json", b"{}")],
)
def test_that_a_damaged_bundle_gives_way_to_the_weights(tmp_path: Path, file: str, data: bytes) -> None:
    path = tiny_marian.build(tmp_path / "tiny-zh-en")
    folder = with_bundle(path, read_folder(path))
    (path / "ct2" / file).write_bytes(data)
    engine = MarianCt2(folder, EN, is_listed=True, cache=tmp_path / "cache", threads=1)
    assert len(engine.translate(["hello"])) == 1
    assert (tmp_path / "cache").exists()


@pytest.mark.filterwarnings("ignore:Recommended. pip install sacremoses:UserWarning")
@pytest.mark.parametrize("has_learnt_pad", [False, True])
def test_that_a_bundle_of_the_official_converter_is_used_where_it_is_right(
    tmp_path: Path, has_learnt_pad: bool
) -> None:
    """It starts every decoder from zero: right for OPUS-MT, wrong where transformers learnt the start."""
    pytest.importorskip("torch")
    path = tiny_marian.build(tmp_path / "tiny-zh-en", has_learnt_pad=has_learnt_pad)
    ctranslate2.converters.TransformersConverter(str(path)).convert(str(path / "ct2"), quantization="int8")
    folder = read_folder(path)
    assert bundled(folder) == (None if has_learnt_pad else path / "ct2")
    theirs = ctranslate2.Translator(str(path / "ct2"), compute_type="int8")
    ours = ctranslate2.Translator(str(converted(folder, tmp_path / "cache")), compute_type="int8")
    start = [["▁", "h", "</s>"], ["你", "好", "</s>"], ["▁", "5", "0", "</s>"]]
    scores = [
        [
            result.scores[0]
            for result in model.translate_batch(start, beam_size=1, return_scores=True, max_decoding_length=1)
        ]
        for model in (theirs, ours)
    ]
    assert (scores[0] == pytest.approx(scores[1], abs=1e-3)) is not has_learnt_pad


def test_that_the_bundles_of_the_interim_models_are_left_alone() -> None:
    """They were made by the official converter from models with a learnt `<pad>` row."""
    assert bundled(read_folder(shared("models/interim-zh-en"))) is None


def test_that_a_model_in_ctranslate2s_form_alone_gives_the_same_tokens(tmp_path: Path) -> None:
    """What the wheel brings: half the size, and the desk needs no more."""
    path = tiny_marian.build(tmp_path / "tiny-zh-en")
    with_bundle(path, read_folder(path))
    options = {"is_listed": True, "cache": tmp_path / "cache", "threads": 1}
    whole = MarianCt2(read_folder(path), EN, **options).translate(tiny_marian.LINES)
    (path / "model.safetensors").unlink()
    light = MarianCt2(read_folder(path, may_be_converted=True), EN, **options).translate(tiny_marian.LINES)
    assert light == whole
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("file", ["model.bin", "shared_vocabulary.json", "config.json"])
def test_that_a_damaged_model_without_weights_is_named(tmp_path: Path, file: str) -> None:
    path = tiny_marian.build(tmp_path / "tiny-zh-en")
    with_bundle(path, read_folder(path))
    (path / "model.safetensors").unlink()
    (path / "ct2" / file).write_bytes(b"{")
    folder = read_folder(path, may_be_converted=True)
    with pytest.raises(UserFacing) as caught:
        MarianCt2(folder, EN, is_listed=True, cache=tmp_path / "cache", threads=1)
    assert (caught.value.code, caught.value.params["model"]) == (ErrorCode.MODEL_BROKEN, "tiny-zh-en")


def test_that_the_reference_engine_still_asks_for_the_weights(tmp_path: Path) -> None:
    path = tiny_marian.build(tmp_path / "tiny-zh-en")
    with_bundle(path, read_folder(path))
    (path / "model.safetensors").unlink()
    with pytest.raises(UserFacing) as caught:
        read_folder(path)
    assert caught.value.code is ErrorCode.MODEL_INCOMPLETE
