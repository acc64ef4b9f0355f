"""The whole way on a small slice: mix, train, go on, cut, join, pack, load in both engines, be refused by the bar."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from livedesk.core.ids import EN
from models.training import pack
from models.training.prepare import SHARED
from tests.adapters.engines.test_engines_agree import assert_agree

pytest.importorskip("opencc")
pytest.importorskip("sacrebleu")
ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("tatoeba_cmn_eng", "woocommerce_app")


def run(module: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", f"models.training.{module}", *map(str, arguments)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_that_a_model_is_trained_packed_loaded_and_refused(tmp_path: Path) -> None:
    """Some seconds of training give a model that runs everywhere and is good for nothing: none must be installed."""
    if not (SHARED / "train").is_dir() or not (SHARED / "eval").is_dir():
        pytest.skip("../shared/train is not at hand")
    home, prep, sets = tmp_path / "home", tmp_path / "prep", tmp_path / "sets"
    (home / "corpora").mkdir(parents=True)
    for name in SOURCES:
        shutil.copy(SHARED / "train" / "corpora" / f"{name}.tsv.xz", home / "corpora")
    shutil.copytree(SHARED / "train" / "domain", home / "domain")
    small = (
        "--vocab",
        4000,
        "--general",
        4000,
        "--per-template",
        1,
        "--domain-copies",
        1,
        "--spm-rows",
        6000,
    )
    mixed = run("prepare", "mix", "--out", prep, "--from", home, "--threads", 1, *small)
    assert mixed.returncode == 0, mixed.stderr

    quick = ("--data", prep, "--preset", "nano", "--tokens", 1500, "--eval-lines", 4, "--warmup", 20)
    first = run("train_marian", *quick, "--direction", "zh-en", "--out", tmp_path / "zh-en",
                "--total-minutes", 0.15, "--stop-after", 0.1)  # fmt: skip
    assert "to be continued" in first.stdout, first.stderr
    steps = json.loads((tmp_path / "zh-en" / "log.json").read_text())["step"]
    with pytest.raises(pack.UnfitError, match="not finished"):
        pack.pack(tmp_path / "zh-en" / "hf", "zh-en", tmp_path / "too-early")
    for direction, more in (
        ("zh-en", ("--total-minutes", 0.15, "--resume")),
        ("en-zh", ("--total-minutes", 0.05)),
    ):
        trained = run("train_marian", *quick, "--direction", direction, "--out", tmp_path / direction,
                      "--pieces", tmp_path / "pieces", *more)  # fmt: skip
        assert "finished" in trained.stdout, trained.stderr
        joined = run("pack", "join", tmp_path / "pieces", "--direction", direction,
                     "--out", tmp_path / "trained" / direction)  # fmt: skip
        assert joined.returncode == 0, joined.stderr
    log = json.loads((tmp_path / "zh-en" / "log.json").read_text())
    assert log["is_finished"]
    assert log["step"] > steps

    pack.pack(tmp_path / "trained" / "zh-en", "zh-en", tmp_path / "livedesk-zh-en")
    lines = ("这款保温杯多少钱？", "⟦1⟧的起订量是12000个👍", "龘", "不锈钢，三百一十六。" * 20)
    assert_agree(tmp_path / "livedesk-zh-en", EN, tmp_path / "cache", lines)

    sets.mkdir()
    for path in (SHARED / "eval").glob("*.tsv"):
        rows = path.read_text(encoding="utf-8").split("\n")
        (sets / path.name).write_text(
            "\n".join(rows[:12] if path.name != "traps.tsv" else rows), encoding="utf-8"
        )
    models = tmp_path / "models"
    models.mkdir()
    shutil.copy(ROOT / "models" / "manifest.toml", models)
    refused = run("pack", "install", "--from", tmp_path / "trained", "--models", models, "--sets", sets,
                  "--repository", "someone/livedesk", "--licence", "CC-BY-SA-4.0")  # fmt: skip
    assert refused.returncode == 1
    assert "below the bar, nothing is installed" in refused.stderr
    assert "booth.en-zh: chrF" in refused.stderr
    assert [path.name for path in models.iterdir()] == ["manifest.toml"]
    assert (models / "manifest.toml").read_text() == (ROOT / "models" / "manifest.toml").read_text()
