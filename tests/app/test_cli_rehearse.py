"""`livedesk rehearse --headless`: a booth's tape through the real desk, and what comes of it."""

import contextlib
import json
import signal
import sqlite3
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from livedesk.adapters.store.sink import SqlSink
from livedesk.core.errors import ErrorCode, Unavailable
from tests.app.conftest import Cli, start

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


def _summary(out: str) -> dict[str, Any]:
    (line,) = out.splitlines()
    summary: dict[str, Any] = json.loads(line)
    assert list(summary) == KEYS
    assert list(summary["latency_ms"]) == ["median", "p95"]
    return summary


def test_that_the_summary_has_exactly_its_keys(cli: Cli, tmp_path: Path, small_booth: Path) -> None:
    arguments = ("rehearse", "--headless", "--json", "--speed", 200, "--booth", small_booth)
    result = cli("--base-dir", tmp_path / "base", *arguments, "--out", tmp_path / "out")
    summary = _summary(result.out)
    assert result.code == 0
    assert (summary["captions"], summary["messages"], summary["out"]) == (3, 2, str(tmp_path / "out"))


def test_that_nothing_is_pretended_without_a_model(cli: Cli, tmp_path: Path, small_booth: Path) -> None:
    arguments = ("--base-dir", tmp_path / "base", "rehearse", "--headless", "--speed", 200)
    result = cli(*arguments, "--booth", small_booth, "--json")
    summary = _summary(result.out)
    assert (summary["translated"], summary["latency_ms"]) == (0, {"median": None, "p95": None})
    assert "No model translates from zh to en" in result.err
    transcript = (tmp_path / "base" / "rehearsal" / "transcript.txt").read_text(encoding="utf-8")
    assert "not translated" in transcript
    text = cli(*arguments, "--booth", small_booth).out
    assert "Nothing was translated: no usable model." in text


def test_that_transcript_and_subtitles_are_written(cli: Cli, tmp_path: Path, small_booth: Path) -> None:
    out = tmp_path / "new" / "out"
    arguments = ("rehearse", "--headless", "--speed", 200, "--booth", small_booth, "--out", out)
    assert cli("--base-dir", tmp_path / "base", *arguments).code == 0
    assert {p.name for p in out.iterdir()} == {
        f"transcript.{f}" for f in ("srt", "vtt", "txt", "csv", "xlsx")
    }
    texts = [p for p in out.iterdir() if p.suffix != ".xlsx"]
    assert all("起订量一万二千个" in p.read_text(encoding="utf-8-sig") for p in texts)


def test_that_a_slow_tape_loses_no_word(
    cli: Cli, tmp_path: Path, small_booth: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a third of its pace a hypothesis comes later than silence would close the caption."""
    monkeypatch.setattr("livedesk.core.captions.segmenter.SILENCE_CLOSES_AFTER_S", 0.02)
    arguments = ("rehearse", "--headless", "--speed", 10, "--booth", small_booth)
    assert cli("--base-dir", tmp_path / "base", *arguments, "--out", tmp_path).code == 0
    lines = (tmp_path / "transcript.srt").read_text(encoding="utf-8").splitlines()
    said = "".join(line for line in lines if line and "-->" not in line and not line.isdigit())
    assert said == "大家好，欢迎来到我们的直播间。起订量一万二千个。谢谢大家。"
    assert len([line for line in lines if "-->" in line]) > 3


def test_that_a_tape_is_recorded_where_one_is_asked_for(cli: Cli, tmp_path: Path, small_booth: Path) -> None:
    from livedesk.adapters.store.tape_file import read_tape
    from livedesk.core import events as ev

    tape = tmp_path / "show.jsonl"
    arguments = ("rehearse", "--headless", "--speed", 200, "--booth", small_booth, "--tape", tape)
    assert cli("--base-dir", tmp_path / "base", *arguments).code == 0
    kinds = {type(line.event) for line in read_tape(tape)}
    assert {ev.StartSession, ev.Hypothesis, ev.CaptionChanged, ev.EndSession} <= kinds


# --- what can be wrong ---


@pytest.mark.parametrize("what", ["missing", "empty", "no products", "a wrong tape", "no tape"])
def test_that_a_broken_booth_says_which_file(cli: Cli, tmp_path: Path, small_booth: Path, what: str) -> None:
    booth, named = small_booth, "tape.jsonl"
    match what:
        case "missing":
            booth, named = tmp_path / "nowhere", "nowhere"
        case "empty":
            booth, named = tmp_path / "empty", "booth.toml"
            booth.mkdir()
        case "no products":
            (booth / "products.csv").unlink()
            named = "products.csv"
        case "a wrong tape":
            (booth / "tape.jsonl").write_text('{"at": 0.0, "sing": "la"}\n', encoding="utf-8")
        case _:
            (booth / "tape.jsonl").unlink()
    result = cli("--base-dir", tmp_path / "base", "rehearse", "--headless", "--booth", booth)
    assert (result.code, result.out) == (1, "")
    assert result.is_clear
    assert named in result.err


def test_that_a_folder_for_the_files_that_is_none_is_told(
    cli: Cli, tmp_path: Path, small_booth: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    arguments = ("rehearse", "--headless", "--speed", 200, "--booth", small_booth)
    result = cli("--base-dir", tmp_path / "base", *arguments, "--out", tmp_path / "file")
    assert result.code == 1
    assert result.is_clear
    assert str(tmp_path / "file") in result.err


def test_that_a_tape_that_cannot_be_written_is_told_and_the_lock_let_go(
    cli: Cli, tmp_path: Path, small_booth: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    arguments = ("--base-dir", tmp_path / "base", "rehearse", "--headless", "--booth", small_booth)
    result = cli(*arguments, "--speed", 200, "--tape", tmp_path / "file" / "show.jsonl")
    assert result.code == 1
    assert result.is_clear
    assert cli(*arguments, "--speed", 200).code == 0


def test_that_without_a_display_the_window_is_not_tried(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    result = cli("--base-dir", tmp_path, "rehearse")
    assert result.code == 1
    assert result.is_clear


def test_that_a_disk_that_fills_up_is_an_error_and_not_a_short_transcript(
    cli: Cli, tmp_path: Path, small_booth: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: object, events: object) -> None:
        raise Unavailable("store", ErrorCode.DISK_FULL, folder="/data")

    monkeypatch.setattr(SqlSink, "write", full)
    result = cli(
        "--base-dir", tmp_path / "base", "rehearse", "--headless", "--speed", 200, "--booth", small_booth
    )
    assert result.code == 1
    assert result.is_clear
    assert "The disk is full (/data)" in result.err


def test_that_interrupting_stops_in_time_and_leaves_the_session_unfinished(
    cli: Cli, tmp_path: Path, small_booth: Path
) -> None:
    base = tmp_path / "base"
    arguments = ("--base-dir", base, "rehearse", "--headless", "--speed", 1, "--booth", small_booth)
    with start(*arguments, "--tape", tmp_path / "tape.jsonl", cwd=tmp_path) as process:
        while "CaptionChanged" not in _text(tmp_path / "tape.jsonl"):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()
    (session,) = json.loads(cli("--base-dir", base, "sessions", "--json").out)
    assert (session["state"], session["captions"]) == ("live", 1) or session["messages"] > 0


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_that_with_a_window_the_tape_speaks_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, small_booth: Path
) -> None:
    """The booth is loaded beside the window; a rehearsal that began before it was silent."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("DISPLAY", "not looked at")
    base = tmp_path / "base"
    process = start("--base-dir", base, "rehearse", "--speed", 100, "--booth", small_booth, cwd=tmp_path)
    try:
        until = time.monotonic() + 30
        while _captions(base) < 3:
            assert time.monotonic() < until
            assert process.poll() is None, process.communicate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.2)
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
        assert (base / "window.ini").stat().st_size > 100
    finally:
        process.kill()
        process.communicate()


def _captions(base: Path) -> int:
    """How many captions are stored in `base` while a desk writes there."""
    with contextlib.suppress(sqlite3.OperationalError):
        database = sqlite3.connect(f"file:{base / 'livedesk.db'}?mode=ro", uri=True)
        with contextlib.closing(database):
            (count,) = database.execute("SELECT COUNT(*) FROM captions").fetchone()
            return int(count)
    return 0


@pytest.mark.parametrize("option", [("--json",), ("--out", "x"), ("--models", "x")])
def test_that_what_a_window_would_not_do_is_refused(
    cli: Cli, tmp_path: Path, option: tuple[str, ...]
) -> None:
    result = cli("--base-dir", tmp_path / "base", "rehearse", *option)
    assert result.code == 1
    assert f"{option[0]} is not possible here. Possible: --headless {option[0]}" in result.err
