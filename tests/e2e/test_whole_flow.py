"""A newcomer's first hour, each command in a process of its own: look, rehearse, list, export."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from livedesk.app.paths import sample_booth

ROOT = Path(__file__).parents[2]
MODELS = ROOT.parent / "shared" / "models"
KEYS = [
    "captions",
    "messages",
    "translated",
    "skipped",
    "warnings",
    "latency_ms",
    "partials_superseded",
    "out",
]


def _livedesk(base: Path, *arguments: object, models: Path | None = None) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LIVEDESK_MODELS": str(models or "")}
    done = subprocess.run(
        [sys.executable, "-m", "livedesk", "--base-dir", str(base), *map(str, arguments)],
        cwd=base.parent,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def _flow(base: Path, speed: int, models: Path | None) -> tuple[dict[str, Any], str]:
    """Return the rehearsal's summary and the transcript."""
    assert _livedesk(base, "doctor")
    summary: dict[str, Any] = json.loads(
        _livedesk(base, "rehearse", "--headless", "--json", "--speed", speed, models=models)
    )
    (session,) = json.loads(_livedesk(base, "sessions", "--json"))
    assert (session["captions"], session["messages"]) == (summary["captions"], summary["messages"])
    exported = _livedesk(base, "export", session["id"], "--format", "txt").strip()
    text = (base.parent / exported).read_text(encoding="utf-8")
    assert text == (Path(summary["out"]) / "transcript.txt").read_text(encoding="utf-8")
    return summary, text


def test_that_without_a_model_the_show_is_kept_in_its_own_words(tmp_path: Path) -> None:
    summary, text = _flow(tmp_path / "base", 500, None)
    assert summary["translated"] == 0
    assert "大家好" in text
    assert "hi from Nairobi" in text


@pytest.mark.slow
def test_that_with_a_model_the_show_is_bilingual(tmp_path: Path) -> None:
    if not (MODELS / "interim-zh-en").is_dir():
        pytest.skip("needs the interim models in ../shared/models")
    summary, text = _flow(tmp_path / "base", 300, MODELS)
    tape = (sample_booth() / "tape.jsonl").read_text(encoding="utf-8").splitlines()
    hosts = sum('"host"' in line for line in tape)
    assert list(summary) == KEYS
    assert summary["captions"] >= hosts > 90
    assert summary["translated"] > hosts / 2
    assert 0 < summary["latency_ms"]["median"] <= summary["latency_ms"]["p95"]
    assert "[en]" in text
