"""A report as a workbook: the figures with Excel's own charts, and every list it was counted from."""

import io
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from livedesk.adapters.report.formats import Formats
from livedesk.adapters.report.tables import Rows, Value, air_rows, lead_rows, question_rows
from livedesk.adapters.report.words import ReportWords
from livedesk.core.report.report import Count, MessageLine, Report

MOST_CHARACTERS = 32_767
"""What a cell holds."""
_LEAST_WIDTH, _MOST_WIDTH, _WIDE = 8, 26, 56
_LOOKED_AT = 400
"""So many rows are measured letter by letter; of the others their length is enough."""
_FULL, _SOFT = "#0F6B5C", "#B9DDD5"
_CHART_COLUMN, _CHART_ROWS = 5, 16


def workbook(
    report: Report, lines: Sequence[MessageLine], transcript: Sequence[Sequence[str]], words: ReportWords
) -> bytes:
    """Return the file; `transcript` are the rows of the session's own table. No cell is a formula or a link."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    say = Formats(report, words)
    _Summary(book, report, words, say).write()
    _list(book, words.questions, question_rows(lines, words, say))
    _list(book, words.transcript, [list(row) for row in transcript])
    _list(book, words.leads, lead_rows(report, words, say))
    _list(book, words.on_air_sheet, air_rows(report, words, say))
    book.close()
    return file.getvalue()


class _Summary:
    """The first sheet: figures, then tables with a chart beside each."""

    def __init__(self, book: Any, report: Report, words: ReportWords, say: Formats) -> None:
        self._book, self._report, self._words, self._say = book, report, words, say
        self._sheet = book.add_worksheet(words.summary)
        self._title = book.add_format({"bold": True, "font_size": 16})
        self._head = book.add_format({"bold": True, "bg_color": "#E3F1EE"})
        self._mute = book.add_format({"font_color": "#6A655C"})
        self._left = book.add_format({"align": "left"})
        self._row = 0

    def write(self) -> None:
        """Write the sheet."""
        report, words, say, sheet = self._report, self._words, self._say, self._sheet
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, 3, 14)
        sheet.write_string(0, 0, storable(report.name or words.report), self._title)
        sheet.write_string(1, 0, say.span(report.began_at, report.until_at), self._mute)
        if report.is_rehearsal:
            sheet.write_string(2, 0, words.rehearsal, self._head)
        self._row = 4
        for label, value in self._figures():
            sheet.write_string(self._row, 0, label)
            _write(sheet, self._row, 1, value, self._left)
            self._row += 1
        self._row += 1
        of_intent: Rows = [
            [words.code(f"intent.{f.intent}"), f.messages - f.unanswered, f.unanswered]
            for f in report.intents
        ]
        parts = (words.answered, words.unanswered)
        self._table(words.by_question, of_intent, parts)
        chat = report.chat
        self._counts(words.by_language, chat.by_language, say.language_name)
        self._counts(words.by_country, chat.by_country, say.country)
        self._counts(words.by_platform, chat.by_platform, say.platform)
        of_product: Rows = [
            [say.named(p.sku), p.asked - p.unanswered, p.unanswered] for p in report.products if p.asked
        ]
        self._table(words.most_asked, of_product, parts)
        over_time: Rows = [[say.time(s.at), s.messages, s.phones or 0] for s in report.stretches]
        minutes = words.messages_over_time.format(minutes=report.stretch_s // 60)
        self._table(minutes, over_time, (words.messages, words.phones), kind="column")
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def _figures(self) -> list[tuple[str, Value]]:
        report, words, chat = self._report, self._words, self._report.chat
        figures: list[tuple[str, Value]] = [
            (words.minutes_live, round(report.live_s / 60, 1)),
            (words.minutes_paused, round(report.paused_s / 60, 1)),
            (words.caption_lines, report.captions.lines),
            (words.figures_to_check, report.captions.to_check),
            (words.buyers, chat.buyers),
            (words.messages, chat.messages),
            (words.answered, chat.answered),
            (words.unanswered_questions, chat.unanswered),
            (words.no_answer_needed, chat.greetings),
            (words.hidden.format(count="").strip(), chat.hidden),
            (words.undelivered, chat.failed_replies),
        ]
        if chat.response.median_s is not None and chat.response.p90_s is not None:
            figures.append((words.half_wait_seconds, round(chat.response.median_s)))
            figures.append((words.nine_wait_seconds, round(chat.response.p90_s)))
        for count in report.leads.by_score:
            figures.append((f"{words.leads}: {words.code(f'score.{count.key}')}", count.count))
        if report.leads.value:
            figures.append((words.value, self._say.money(report.leads.value)))
        if report.audience:
            figures.append((words.most_phones, report.audience.peak))
            figures.append((words.reactions, sum(count.count for count in report.audience.reactions)))
        return figures

    def _counts(self, title: str, counts: Sequence[Count], name: Callable[[str], str]) -> None:
        self._table(title, [[name(count.key), count.count] for count in counts], (self._words.messages,))

    def _table(self, title: str, rows: Rows, parts: Sequence[str], *, kind: str = "bar") -> None:
        """Write a table with a heading, and beside it the chart of its columns."""
        if not rows:
            return
        sheet, first = self._sheet, self._row
        for column, text in enumerate((title, *parts)):
            sheet.write_string(first, column, text, self._head)
        for number, row in enumerate(rows, first + 1):
            for column, value in enumerate(row):
                _write(sheet, number, column, value, None)
        last = first + len(rows)
        chart = self._book.add_chart(
            {"type": kind, "subtype": "stacked"} if kind == "bar" else {"type": kind}
        )
        for place, _ in enumerate(parts, 1):
            colour = _FULL if place == 1 else _SOFT
            chart.add_series(
                {
                    "name": [sheet.name, first, place],
                    "categories": [sheet.name, first + 1, 0, last, 0],
                    "values": [sheet.name, first + 1, place, last, place],
                    "fill": {"color": colour},
                    "border": {"color": _FULL},
                    "gap": 60,
                }
            )
        chart.set_title({"name": title, "name_font": {"size": 11}})
        chart.set_legend({"position": "bottom"} if len(parts) > 1 else {"none": True})
        if kind == "bar":
            chart.set_y_axis({"reverse": True})
            chart.set_x_axis({"major_gridlines": {"visible": False}})
        height = max(220, 60 + 20 * len(rows)) if kind == "bar" else 300
        chart.set_size({"width": 560, "height": min(600, height)})
        sheet.insert_chart(first, _CHART_COLUMN, chart)
        self._row = first + max(len(rows) + 2, round(min(600, height) / 20) + 2)


def _list(book: Any, name: str, rows: Rows) -> None:
    """Write a sheet of rows below a heading that stays in sight and can be filtered."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bg_color": "#E3F1EE", "border": 1, "valign": "vcenter"})
    plain = book.add_format({"valign": "top"})
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    heading = rows[0]
    for index, title in enumerate(heading):
        texts = [str(row[index]) for row in rows[1:]]
        longest = max((*map(_places, texts[:_LOOKED_AT]), *map(len, texts[_LOOKED_AT:])), default=0)
        is_wide = longest > _MOST_WIDTH or any("\n" in text for text in texts)
        own = max(longest, _places(str(title))) + 2
        width = _WIDE if longest > _MOST_WIDTH else max(_LEAST_WIDTH, min(_MOST_WIDTH, own))
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, storable(str(title)), head)
        for number, row in enumerate(rows[1:], 1):
            _write(sheet, number, index, row[index], wrapped if is_wide else plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows) - 1), len(heading) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Any, row: int, column: int, value: Value, style: Any) -> None:
    if isinstance(value, str):
        if value:
            sheet.write_string(row, column, storable(value), style)
    else:
        sheet.write_number(row, column, value, style)


def storable(text: str) -> str:
    """Return what a cell can hold: UTF-8, and not too long."""
    return text.encode("utf-8", "replace").decode()[:MOST_CHARACTERS]


def _places(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text[:200].split("\n")[0])
