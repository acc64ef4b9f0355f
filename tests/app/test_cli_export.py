"""`livedesk sessions` and `livedesk export`: what a rehearsal left, in every format."""

import csv
import io
import json
import os
import re
from pathlib import Path

import pytest

from tests.app.conftest import Cli


def test_that_sessions_are_listed(cli: Cli, rehearsed: Path) -> None:
    (session,) = json.loads(cli("--base-dir", rehearsed, "sessions", "--json").out)
    assert (session["name"], session["state"], session["is_rehearsal"]) == ("Mugs & Co", "ended", True)
    assert (session["captions"], session["messages"], session["replies"]) == (3, 2, 1)
    listed = cli("--base-dir", rehearsed, "sessions").out
    assert session["id"] in listed
    assert "Mugs & Co" in listed


def test_that_an_empty_base_folder_has_no_sessions(cli: Cli, tmp_path: Path) -> None:
    assert cli("--base-dir", tmp_path / "base", "sessions", "--json").out == "[]\n"
    assert cli("--base-dir", tmp_path / "base", "sessions").out == "No sessions yet.\n"
    assert not (tmp_path / "base").exists()


@pytest.mark.parametrize("file_format", ["srt", "vtt", "txt", "csv"])
def test_that_a_session_is_exported_in_every_format(cli: Cli, rehearsed: Path, file_format: str) -> None:
    result = cli("--base-dir", rehearsed, "export", "--format", file_format)
    (session,) = json.loads(cli("--base-dir", rehearsed, "sessions", "--json").out)
    path = Path(result.out.strip())
    assert result.code == 0
    assert path.name == f"{session['id']}.{file_format}"
    text = (rehearsed.parent / "here" / path).read_bytes().decode("utf-8-sig")
    assert "起订量一万二千个" in text


def test_that_subtitles_can_be_played(cli: Cli, rehearsed: Path, tmp_path: Path) -> None:
    out = tmp_path / "show.srt"
    assert cli("--base-dir", rehearsed, "export", "latest", "--format", "srt", "--out", out).code == 0
    times = re.findall(r"(\d\d:\d\d:\d\d,\d{3}) --> (\d\d:\d\d:\d\d,\d{3})", out.read_text(encoding="utf-8"))
    assert len(times) == 3
    assert all(start < end for start, end in times)
    assert times == sorted(times)


def test_that_a_table_has_a_row_for_every_line(cli: Cli, rehearsed: Path, tmp_path: Path) -> None:
    out = tmp_path / "show.csv"
    assert cli("--base-dir", rehearsed, "export", "--format", "csv", "--out", out).code == 0
    rows = list(csv.reader(io.StringIO(out.read_bytes().decode("utf-8-sig"))))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == 1 + 3 + 2 + 1


@pytest.mark.parametrize("language", ["zh", "EN", "both"])
def test_that_one_language_can_be_chosen(cli: Cli, rehearsed: Path, tmp_path: Path, language: str) -> None:
    out = tmp_path / "show.txt"
    assert cli("--base-dir", rehearsed, "export", "--language", language, "--out", out).code == 0
    assert out.read_text(encoding="utf-8").strip()


def test_that_a_language_that_is_not_there_is_refused(cli: Cli, rehearsed: Path, tmp_path: Path) -> None:
    result = cli("--base-dir", rehearsed, "export", "--language", "sw", "--out", tmp_path / "show.txt")
    assert result.code == 1
    assert result.is_clear
    assert "both zh en" in result.err
    assert not (tmp_path / "show.txt").exists()


@pytest.mark.parametrize("session", ["latest", "20200101-000000-000", "../../etc/passwd", "'; DROP TABLE"])
def test_that_an_unknown_session_is_told(cli: Cli, tmp_path: Path, session: str) -> None:
    result = cli("--base-dir", tmp_path / "base", "export", session)
    assert (result.code, result.out) == (1, "")
    assert result.is_clear
    assert "livedesk sessions" in result.err


def test_that_an_unknown_session_among_others_is_told(cli: Cli, rehearsed: Path) -> None:
    result = cli("--base-dir", rehearsed, "export", "20200101-000000-000")
    assert result.code == 1
    assert result.is_clear


def test_that_a_place_that_takes_no_file_is_told(cli: Cli, rehearsed: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    result = cli("--base-dir", rehearsed, "export", "--out", tmp_path / "file" / "show.txt")
    assert result.code == 1
    assert result.is_clear


def test_that_an_export_replaces_an_older_one_as_a_whole(cli: Cli, rehearsed: Path, tmp_path: Path) -> None:
    out = tmp_path / "show.txt"
    out.write_text("old " * 100_000, encoding="utf-8")
    assert cli("--base-dir", rehearsed, "export", "--out", out).code == 0
    assert "old" not in out.read_text(encoding="utf-8")
    assert [p.name for p in tmp_path.iterdir() if ".tmp" in p.name] == []


def test_that_the_name_of_the_file_says_the_format_where_nothing_else_does(
    cli: Cli, rehearsed: Path, tmp_path: Path
) -> None:
    out = tmp_path / "show.SRT"
    assert cli("--base-dir", rehearsed, "export", "--out", out).code == 0
    assert out.read_text(encoding="utf-8-sig").startswith("1\n00:00:0")
    assert cli("--base-dir", rehearsed, "export", "--format", "txt", "--out", out).code == 0
    assert "-->" not in out.read_text(encoding="utf-8-sig")
    table = tmp_path / "report.json"
    assert cli("--base-dir", rehearsed, "report", "--out", table).code == 0
    assert json.loads(table.read_text(encoding="utf-8"))["is_rehearsal"]


@pytest.mark.parametrize("command", ["export", "report"])
def test_that_a_folder_is_no_file_to_write_to(
    cli: Cli, rehearsed: Path, tmp_path: Path, command: str
) -> None:
    for out in (".", tmp_path / "here", "/"):
        result = cli("--base-dir", rehearsed, command, "--out", out)
        assert (result.code, result.out) == (1, "")
        assert result.is_clear
        assert f"cannot write to {tmp_path / 'here' if out == '.' else out}." in result.err
    assert list((tmp_path / "here").iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe with a name")
def test_that_a_pipe_is_written_to_and_not_replaced(cli: Cli, rehearsed: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert cli("--base-dir", rehearsed, "export", "--out", pipe).code == 0
        assert pipe.is_fifo()
        assert os.read(reader, 100)
    finally:
        os.close(reader)


def test_that_a_store_without_sessions_says_so(cli: Cli, tmp_path: Path) -> None:
    base = tmp_path / "base"
    terms = tmp_path / "terms.csv"
    terms.write_text("zh,en\n唛头,shipping mark\n", encoding="utf-8")
    assert cli("--base-dir", base, "glossary", "import", terms).code == 0
    assert cli("--base-dir", base, "sessions").out == "No sessions yet.\n"
