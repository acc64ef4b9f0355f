"""A session's table as a workbook: the head stays in sight, long texts wrap, every column can be filtered."""

import io
import unicodedata
from collections.abc import Sequence
from typing import Any

from livedesk.adapters.store.export_words import ExportWords

MOST_CHARACTERS = 32_767
"""What a cell holds."""
_LEAST_WIDTH, _MOST_WIDTH, _WIDE = 8, 24, 56
_LOOKED_AT = 400
"""So many rows are measured letter by letter; of the others their length is enough."""


def workbook(rows: Sequence[Sequence[str]], words: ExportWords) -> bytes:
    """Return the file; `rows` begin with the heading. Every cell is text: nothing becomes a formula or a link."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    sheet = book.add_worksheet(words.transcript)
    head = book.add_format({"bold": True, "valign": "vcenter", "bg_color": "#E3F1EE", "border": 1})
    plain = book.add_format({"valign": "top"})
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    heading = rows[0]
    is_wide = [_is_wide([row[index] for row in rows[1:]]) for index in range(len(heading))]
    for index, title in enumerate(heading):
        sheet.write_string(0, index, title, head)
        longest = max((_places(row[index]) for row in rows[:_LOOKED_AT]), default=0)
        width = _WIDE if is_wide[index] else max(_LEAST_WIDTH, min(_MOST_WIDTH, longest + 2))
        sheet.set_column(index, index, width)
    for number, row in enumerate(rows[1:], 1):
        for index, cell in enumerate(row):
            if cell:
                sheet.write_string(number, index, _storable(cell), wrapped if is_wide[index] else plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows) - 1), len(heading) - 1)
    _landscape(sheet)
    book.close()
    return file.getvalue()


def _landscape(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _storable(cell: str) -> str:
    """Return what a cell can hold: UTF-8, and not too long."""
    return cell.encode("utf-8", "replace").decode()[:MOST_CHARACTERS]


def _is_wide(texts: Sequence[str]) -> bool:
    longest = (*map(_places, texts[:_LOOKED_AT]), *map(len, texts[_LOOKED_AT:]))
    return max(longest, default=0) > _MOST_WIDTH


def _places(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text[:200])
