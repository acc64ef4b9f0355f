"""Arguments that are wrong, the ways a command can end, and what is loaded on the way."""

import argparse
import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from livedesk import __version__
from livedesk.app import cli as cli_module
from livedesk.app import commands
from livedesk.app.cli_words import ERRORS, NO_ROOM, REASONS, sentence
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.records import Reason
from tests.app.conftest import Cli, run_python, start


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["translate", "你好"],
        ["translate", "--from", "zh", "--to"],
        ["translate", "--from", "zh", "--to", "en", "--engine", "abacus", "你好"],
        ["rehearse", "--headless", "--speed", "0"],
        ["rehearse", "--headless", "--speed", "-3"],
        ["rehearse", "--headless", "--speed", "nan"],
        ["rehearse", "--headless", "--speed", "fast"],
        ["run", "--speed", "-1"],
        ["run", "--speed", "0"],
        ["export", "--format", "docx"],
        ["models", "burn"],
        ["doctor", "--everything"],
    ],
    ids=" ".join,
)
def test_that_wrong_arguments_exit_with_2_and_say_what_is_right(cli: Cli, arguments: list[str]) -> None:
    result = cli(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "usage: livedesk" in result.err
    assert "_" not in result.err.splitlines()[-1]


def test_that_installing_a_model_needs_a_folder(cli: Cli, tmp_path: Path) -> None:
    result = cli("--base-dir", tmp_path, "models", "install")
    assert result.code == 1
    assert result.is_clear


def test_that_the_version_can_be_asked_for(cli: Cli) -> None:
    assert cli("--version").out == f"livedesk {__version__}\n"


def test_that_the_base_folder_may_stand_before_or_after_the_command(cli: Cli, rehearsed: Path) -> None:
    before, after = cli("--base-dir", rehearsed, "sessions"), cli("sessions", "--base-dir", rehearsed)
    assert before.out == after.out != ""


def test_that_a_bug_leaves_a_report_and_a_sentence(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "sessions", lambda arguments, base: 1 / 0)
    result = cli("--base-dir", tmp_path / "base", "sessions")
    (report,) = (tmp_path / "base" / "reports").iterdir()
    assert result.code == 1
    assert str(report) in result.err.splitlines()[-1]
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_that_a_program_without_a_console_still_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert cli_module.main(["--base-dir", str(tmp_path), "sessions"]) == 0


# --- every code has its sentence ---


@pytest.mark.parametrize("code", ErrorCode)
def test_that_every_error_has_a_sentence(code: ErrorCode) -> None:
    params: dict[str, str | int] = {"fault": "missing"} if code is ErrorCode.BOOTH_BROKEN else {}
    text = sentence(UserFacing(code, **params))
    assert text.endswith(
        (".", "?", "list", "whisper-base", "FOLDER", "DIR", "sessions", "]'", "Possible:")
    ), text
    assert "{" not in text
    assert "  " not in text
    assert sentence(Unavailable("store", code, **params)) == text


@pytest.mark.parametrize("reason", Reason)
def test_that_every_reason_has_words(reason: Reason) -> None:
    assert REASONS[reason]
    assert set(ERRORS) == set(ErrorCode)


# --- ends ---


def test_that_interrupting_exits_with_130(tmp_path: Path) -> None:
    arguments = ("--base-dir", tmp_path / "base", "translate", "--from", "zh", "--to", "zh", "-")
    with start(*arguments, cwd=tmp_path) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("你好\n")
        process.stdin.flush()
        assert process.stdout.readline() == "你好\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


def test_that_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    arguments = ("--base-dir", tmp_path / "base", "translate", "--from", "zh", "--to", "zh", "-")
    lines = tmp_path / "lines.txt"
    lines.write_text("你好\n" * 100_000, encoding="utf-8")
    with start(*arguments, cwd=tmp_path, stdin=lines) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "你好\n"
        process.stdout.close()
        assert process.wait(30) == 1
        assert process.stderr.read() == ""


# --- what is loaded ---

_WATCHED = """
import sys
from livedesk.app.cli import main
code = main(sys.argv[1:])
named = "PySide6 torch transformers aiohttp ifaddr simpleobsws websockets segno PIL searoute networkx"
loaded = [name for name in named.split() if name in sys.modules]
print("LOADED", *loaded)
sys.exit(code)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["translate", "--from", "zh", "--to", "zh", "你好"],
        ["sessions"],
        ["models", "list"],
        ["export"],
        ["rehearse", "--headless", "--speed", "500", "--booth", "BOOTH"],
    ],
    ids=lambda a: a[0],
)
def test_that_the_command_line_loads_neither_qt_nor_what_only_some_shows_need(
    tmp_path: Path, small_booth: Path, arguments: list[str]
) -> None:
    given = [str(small_booth) if a == "BOOTH" else a for a in arguments]
    result = run_python(_WATCHED, tmp_path, ["--base-dir", tmp_path / "base", *given])
    assert result.out.splitlines()[-1] == "LOADED", result.err


def test_that_a_translation_loads_no_torch_once_its_model_is_converted(
    cli: Cli, tmp_path: Path, models: Path
) -> None:
    given = ["--base-dir", tmp_path / "base", "translate", "--from", "zh", "--to", "en", "--model"]
    assert cli(*given, models / "interim-zh-en", "你好").code == 0
    result = run_python(_WATCHED, tmp_path, [*given, models / "interim-zh-en", "你好"])
    assert (result.code, result.out.splitlines()[-1]) == (0, "LOADED")


@pytest.mark.parametrize(
    "arguments",
    [
        ["leads", "export", "--score", "hot", "leads.csv"],
        ["glossary", "export", "--json", "terms.csv"],
        ["leads", "export", "leads.csv", "--score", "hot"],
    ],
    ids=" ".join,
)
def test_that_options_may_stand_before_the_file(cli: Cli, tmp_path: Path, arguments: list[str]) -> None:
    result = cli("--base-dir", tmp_path / "base", *arguments)
    assert (result.code, result.err) == (0, "")
    assert len(list((tmp_path / "here").iterdir())) == 1


def test_that_argparse_still_gives_away_the_place_of_a_name_on_python_3_11() -> None:
    """Where this fails on the oldest Python that livedesk takes, `_Parser` can go."""
    if sys.version_info[:2] != (3, 11):
        pytest.skip("mended in argparse of Python 3.12.7 and 3.13")
    parser = argparse.ArgumentParser()
    parser.add_argument("action")
    parser.add_argument("file", nargs="?")
    parser.add_argument("--score")
    assert parser.parse_known_args(["export", "--score", "hot", "leads.csv"])[1] == ["leads.csv"]


def test_that_a_full_disk_behind_standard_output_is_told(tmp_path: Path) -> None:
    if not Path("/dev/full").is_char_device():
        pytest.skip("needs /dev/full")
    command = [sys.executable, "-m", "livedesk", "--base-dir", str(tmp_path / "base"), "sessions", "--json"]
    for unbuffered in ("", "1"):
        environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                command, stdout=full, stderr=subprocess.PIPE, text=True, env=environment, check=False
            )
        assert (done.returncode, done.stderr) == (1, f"livedesk: {NO_ROOM}\n")


def test_that_a_file_that_this_user_may_not_open_is_told(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", "/somewhere/livedesk.db")

    monkeypatch.setattr(commands, "sessions", refuse)
    result = cli("sessions")
    assert (result.code, result.out) == (1, "")
    assert result.is_clear
    assert "/somewhere/livedesk.db" in result.err
