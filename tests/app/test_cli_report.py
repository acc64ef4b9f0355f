"""`livedesk report`: what a rehearsal came to, in every form, with and without Qt."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.app.conftest import Cli, run_python

_MAIN = "import sys; from livedesk.app.cli import main; sys.exit(main(sys.argv[1:]))"
_REPORT = ("report", "--format")


def test_that_the_report_is_a_web_page_named_after_its_show(cli: Cli, rehearsed: Path) -> None:
    result = cli("--base-dir", rehearsed, "report")
    (session,) = json.loads(cli("--base-dir", rehearsed, "sessions", "--json").out)
    assert (result.code, result.out.strip()) == (0, f"{session['id']}-report.html")
    page = (rehearsed.parent / "here" / result.out.strip()).read_text(encoding="utf-8")
    assert '<h1 dir="auto">Mugs &amp; Co</h1>' in page
    assert '<div class="tag">Rehearsal</div>' in page


def test_that_the_figures_are_there_as_json(cli: Cli, rehearsed: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    assert cli("--base-dir", rehearsed, "report", "latest", "--format", "json", "--out", out).code == 0
    report = json.loads(out.read_text(encoding="utf-8"))
    assert report["is_rehearsal"] is True
    assert (report["captions"]["lines"], report["chat"]["messages"]) == (3, 2)


def test_that_a_workbook_and_a_table_are_written(cli: Cli, rehearsed: Path, tmp_path: Path) -> None:
    for form in ("xlsx", "csv"):
        out = tmp_path / f"report.{form}"
        assert cli("--base-dir", rehearsed, "report", "--format", form, "--out", out).code == 0
    assert zipfile.is_zipfile(tmp_path / "report.xlsx")
    rows = list(csv.reader(io.StringIO((tmp_path / "report.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == 1 + 2


def test_that_paper_is_written_in_chinese_without_a_display(rehearsed: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    done = run_python(
        _MAIN, tmp_path, ["--base-dir", rehearsed, *_REPORT, "pdf", "--lang", "zh", "--out", out]
    )
    assert (done.code, done.out.strip()) == (0, str(out)), done.err
    assert out.read_bytes().startswith(b"%PDF-")


def test_that_without_qt_it_says_what_to_install_and_a_web_page_needs_none(
    rehearsed: Path, tmp_path: Path
) -> None:
    without = "import sys; sys.modules['PySide6'] = None; sys.modules['PySide6.QtGui'] = None; " + _MAIN
    refused = run_python(without, tmp_path, ["--base-dir", rehearsed, *_REPORT, "pdf"])
    assert refused.code == 1
    assert refused.is_clear
    assert "PySide6" in refused.err
    page = run_python(without, tmp_path, ["--base-dir", rehearsed, *_REPORT, "html"])
    assert (page.code, page.err) == (0, "")


@pytest.mark.parametrize("session", ["latest", "20200101-000000-000"])
def test_that_a_show_that_is_not_there_is_said_so(cli: Cli, tmp_path: Path, session: str) -> None:
    result = cli("--base-dir", tmp_path / "base", "report", session)
    assert result.code == 1
    assert result.is_clear
    assert not (tmp_path / "base").exists()
