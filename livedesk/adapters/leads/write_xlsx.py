"""Leads as a workbook: one sheet to sort and filter, one with what was said."""

import io
import unicodedata
from collections.abc import Sequence
from typing import Any

from livedesk.adapters.leads.table import LeadWords, rows, transcript_rows
from livedesk.core.leads.lead import Lead

_LEAST_WIDTH, _MOST_WIDTH, _WIDE = 8, 26, 52
_MOST_CHARACTERS = 32_767
"""What a cell holds."""
_MOST_TITLE = 31


def xlsx_bytes(leads: Sequence[Lead], words: LeadWords) -> bytes:
    """Return the file. Every cell is text: nothing becomes a formula or a link."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    formats = {
        "head": book.add_format({"bold": True, "valign": "vcenter", "bg_color": "#E3F1EE", "border": 1}),
        "plain": book.add_format({"valign": "top"}),
        "wrapped": book.add_format({"valign": "top", "text_wrap": True}),
    }
    for title, table in (
        (words.leads, rows(leads, words)),
        (words.transcripts, transcript_rows(leads, words)),
    ):
        _fill(book.add_worksheet(title[:_MOST_TITLE]), table, formats)
    book.close()
    return file.getvalue()


def _fill(sheet: Any, table: list[list[str]], formats: dict[str, Any]) -> None:
    for index, title in enumerate(table[0]):
        longest = max((_places(row[index]) for row in table[:400]), default=0)
        is_wide = longest > _MOST_WIDTH
        cells = formats["wrapped" if is_wide else "plain"]
        sheet.set_column(index, index, _WIDE if is_wide else max(_LEAST_WIDTH, longest + 2))
        sheet.write_string(0, index, title, formats["head"])
        for number, row in enumerate(table[1:], 1):
            if row[index]:
                sheet.write_string(number, index, _storable(row[index]), cells)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table) - 1), len(table[0]) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _storable(cell: str) -> str:
    """Return what a cell can hold: UTF-8, and not too long."""
    return cell.encode("utf-8", "replace").decode()[:_MOST_CHARACTERS]


def _places(text: str) -> int:
    lines = text[:400].split("\n")
    return max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) for line in lines)
