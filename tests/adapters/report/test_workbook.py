"""The report as a workbook and as CSV: the lists in full, as text, with Excel's own charts."""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace

from python_calamine import CalamineWorkbook

from livedesk.adapters.report.formats import Formats
from livedesk.adapters.report.tables import csv_bytes, question_rows
from livedesk.adapters.report.workbook import MOST_CHARACTERS, workbook
from livedesk.adapters.store.export_table import harmless, rows_of
from livedesk.app.cli_words import EXPORT_WORDS
from livedesk.app.report_words import REPORT_WORDS
from livedesk.core.events import SessionRestored
from livedesk.core.report.making import Stored, make_report, message_lines
from tests.report_scene import stored


def book_of(show: Stored) -> bytes:
    transcript = rows_of(show.data, "both", EXPORT_WORDS)
    return workbook(make_report(show), message_lines(show), transcript, REPORT_WORDS)


def sheets(data: bytes) -> dict[str, Sequence[Sequence[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_that_every_list_is_there_in_full() -> None:
    show = stored()
    report = make_report(show)
    found = sheets(book_of(show))
    assert list(found) == ["Summary", "Questions", "Transcript", "Leads", "On air"]
    assert len(found["Questions"]) == 1 + report.chat.messages
    assert len(found["Leads"]) == 1 + 5
    assert len(found["On air"]) == 1 + len(report.on_air)
    assert len(found["Transcript"]) == len(rows_of(show.data, "both", EXPORT_WORDS))
    states = [row[10] for row in found["Questions"][1:]]
    assert states.count("no answer") == report.chat.unanswered
    assert states.count("answered") == report.chat.answered


def test_that_the_summary_has_the_figures_and_a_chart_for_each_table() -> None:
    show = stored()
    report = make_report(show)
    data = book_of(show)
    summary = {row[0]: row[1] for row in sheets(data)["Summary"] if row[0]}
    assert summary["minutes live"] == 55
    assert summary["questions without an answer"] == report.chat.unanswered
    assert summary["Leads: Hot"] == 2
    assert summary["Spanish"] == next(c.count for c in report.chat.by_language if c.key == "es")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        assert len(charts) == 6
        assert all(b"Summary!$B$" in parts.read(name) for name in charts)


def test_that_no_cell_is_run_and_a_long_one_is_cut() -> None:
    show = stored()
    first, *rest = show.data.messages
    first = replace(first, text="=HYPERLINK(1)", buyer_name="https://evil.example", platform="長" * 40_000)
    show = replace(show, data=replace(show.data, messages=(first, *rest)))
    data = book_of(show)
    row = next(row for row in sheets(data)["Questions"] if row[2] == "https://evil.example")
    assert row[8] == "=HYPERLINK(1)"
    assert row[5] == "長" * MOST_CHARACTERS
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        written = b"".join(parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name)
    assert b"<f>" not in written
    assert b"<hyperlink" not in written


def test_that_an_empty_show_makes_a_workbook_that_opens() -> None:
    show = stored()
    found = sheets(book_of(Stored(SessionRestored(show.data.session, (), (), ()))))
    assert [len(rows) for name, rows in found.items() if name != "Summary"] == [1, 1, 1, 1]


def test_that_the_csv_has_the_questions_and_no_formula() -> None:
    show = stored()
    first, *rest = show.data.messages
    show = replace(show, data=replace(show.data, messages=(replace(first, text="+1"), *rest)))
    report = make_report(show)
    rows = question_rows(message_lines(show), REPORT_WORDS, Formats(report, REPORT_WORDS))
    written = csv_bytes(rows, harmless)
    assert written.startswith(b"\xef\xbb\xbf")
    heading, *body = csv.reader(io.StringIO(written.decode("utf-8-sig")))
    assert heading[2:6] == ["Buyer", "Country", "Language", "Platform"]
    assert len(body) == report.chat.messages
    assert body[0][8] == "'+1"
