"""Joining what was cut, packing, and the entry in the manifest."""

import json
import shutil
from pathlib import Path

import pytest

from livedesk.adapters.engines.marian_convert import bundled
from livedesk.adapters.engines.marian_files import read_folder
from livedesk.adapters.models.manifest import read_manifest
from livedesk.adapters.models.verify import verify
from models.training import pack
from models.training.bar import Check
from tests.contracts import tiny_marian

np = pytest.importorskip("numpy")
write_pieces = pytest.importorskip("models.training.train_marian", reason="needs torch").write_pieces

MANIFEST = Path(__file__).resolve().parents[2] / "models" / "manifest.toml"


@pytest.fixture
def trained(tmp_path: Path) -> Path:
    """A folder as training leaves it, with random weights."""
    folder = tiny_marian.build(
        tmp_path / "trained" / "zh-en", dtype=np.float16, source="zh", target="en", prefixes=pack.PLACEHOLDERS
    )
    log = {"direction": "zh-en", "is_finished": True}
    (folder / "training.json").write_text(json.dumps(log), encoding="utf-8")
    (folder / "generation_config.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture
def pieces(trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("models.training.train_marian.PIECE_BYTES", 20_000)
    write_pieces(trained, "zh-en", tmp_path / "pieces")
    return tmp_path / "pieces"


def join(pieces: Path, out: Path) -> int:
    return pack.main(["join", str(pieces), "--direction", "zh-en", "--out", str(out)])


def test_that_a_cut_model_is_joined_to_the_last_byte(trained: Path, pieces: Path, tmp_path: Path) -> None:
    shutil.move(trained, trained.parent / "hf")
    write_pieces(trained.parent / "hf", "zh-en", pieces)
    assert len(list(pieces.iterdir())) > 3
    assert join(pieces, tmp_path / "joined") == 0
    assert {p.name: p.read_bytes() for p in (tmp_path / "joined").iterdir()} == {
        p.name: p.read_bytes() for p in (trained.parent / "hf").iterdir()
    }


@pytest.mark.parametrize(("change", "said"), [("remove", "did not come"), ("alter", "is damaged")])
def test_that_a_piece_that_is_missing_or_damaged_is_named(
    pieces: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: str, said: str
) -> None:
    piece = pieces / "zh-en.tar.01"
    if change == "remove":
        piece.unlink()
    else:
        piece.write_bytes(piece.read_bytes()[:-1] + b"?")
    assert join(pieces, tmp_path / "joined") == 1
    assert f"zh-en.tar.01 {said}" in capsys.readouterr().err
    assert not (tmp_path / "joined").exists()


def test_that_a_packed_model_runs_with_and_without_its_weights(trained: Path, tmp_path: Path) -> None:
    pack.pack(trained, "zh-en", tmp_path / "livedesk-zh-en")
    folder = read_folder(tmp_path / "livedesk-zh-en")
    assert bundled(folder) == tmp_path / "livedesk-zh-en" / "ct2"
    (tmp_path / "livedesk-zh-en" / "model.safetensors").unlink()
    assert bundled(read_folder(tmp_path / "livedesk-zh-en", may_be_converted=True))


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("unfinished", "not finished"),
        ("other direction", "not en-zh"),
        ("float32", "not all in fp16"),
        ("no placeholders", "no placeholders"),
        ("no weights", "model_incomplete"),
    ],
)
def test_that_what_is_not_a_finished_model_is_refused(
    trained: Path, tmp_path: Path, fault: str, said: str
) -> None:
    direction = "zh-en"
    if fault == "unfinished":
        (trained / "training.json").write_text(
            '{"direction": "zh-en", "is_finished": false}', encoding="utf-8"
        )
    elif fault == "other direction":
        direction = "en-zh"
    elif fault == "float32":
        other = tiny_marian.build(tmp_path / "other", prefixes=pack.PLACEHOLDERS)
        shutil.copy(other / "model.safetensors", trained)
    elif fault == "no placeholders":
        other = tiny_marian.build(tmp_path / "other", dtype=np.float16)
        for name in ("model.safetensors", "vocab.json", "config.json"):
            shutil.copy(other / name, trained)
    else:
        (trained / "model.safetensors").unlink()
    with pytest.raises(pack.UnfitError, match=said):
        pack.pack(trained, direction, tmp_path / "out")


def test_that_models_that_are_too_large_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(bytes(2_000_000))
    (tmp_path / "model.bin").write_bytes(bytes(1_000_000))
    pack.check_sizes([tmp_path])
    monkeypatch.setattr(pack, "MOST_MB_IN_GIT", 2.9)
    with pytest.raises(pack.UnfitError):
        pack.check_sizes([tmp_path])
    monkeypatch.setattr(pack, "MOST_MB_IN_GIT", 3.1)
    monkeypatch.setattr(pack, "MOST_MB_IN_WHEEL", 0.9)
    with pytest.raises(pack.UnfitError):
        pack.check_sizes([tmp_path])


def test_that_the_manifest_gets_one_entry_that_verifies(trained: Path, tmp_path: Path) -> None:
    folder = tmp_path / "livedesk-zh-en"
    pack.pack(trained, "zh-en", folder)
    before = MANIFEST.read_text(encoding="utf-8")
    once = pack.with_entry(before, folder, "zh-en", "someone/livedesk-zh-en", "CC-BY-SA-4.0")
    assert pack.with_entry(once, folder, "zh-en", "someone/livedesk-zh-en", "CC-BY-SA-4.0") == once
    (tmp_path / "manifest.toml").write_text(once, encoding="utf-8")
    manifest = read_manifest(tmp_path / "manifest.toml")
    assert len(manifest.models) == len(read_manifest(MANIFEST).models) + 1
    listed = manifest.model("livedesk-zh-en")
    assert listed is not None
    assert verify(folder, listed) == ()
    (folder / "model.safetensors").unlink()
    assert verify(folder, listed) == ()


@pytest.mark.parametrize(("found", "is_met"), [(55.0, True), (54.99, False), (None, False)])
def test_that_a_requirement_is_met_only_when_it_was_measured(found: float | None, is_met: bool) -> None:
    assert Check("chrF", 55.0, found).is_met is is_met


def test_that_the_wheel_takes_the_starter_models_in_the_form_the_desk_runs_on(
    trained: Path, tmp_path: Path
) -> None:
    hatch_build = pytest.importorskip("hatch_build", reason="needs hatchling")
    assert hatch_build.starter_models(tmp_path) == {}
    (tmp_path / "models").mkdir()
    folder = tmp_path / "models" / "livedesk-zh-en"
    pack.pack(trained, "zh-en", folder)
    wheel = tmp_path / "wheel"
    for source, place in hatch_build.starter_models(tmp_path).items():
        (wheel / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, wheel / place)
    bundle = wheel / "livedesk" / "_bundled" / "models" / "livedesk-zh-en"
    assert not (bundle / "model.safetensors").exists()
    assert bundled(read_folder(bundle, may_be_converted=True)) == bundle / "ct2"
