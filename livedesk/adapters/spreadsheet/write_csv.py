"""Writes the catalogue as a text table that Excel opens with its Chinese right."""

import csv
import io

from livedesk.adapters.spreadsheet.delimited import QUOTE, needs_quote
from livedesk.core.catalogue.importing.to_rows import ExportTable, ExportValue


def csv_bytes(table: ExportTable) -> bytes:
    """Return `table` as CSV in UTF-8 with a mark, without which Excel takes it for the computer's own encoding."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    for row in (table.headings, *table.rows):
        writer.writerow([_text(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _text(value: ExportValue) -> str:
    if value is None:
        return ""
    return (
        harmless(value)
        if isinstance(value, str)
        else f"{value:f}"
        if not isinstance(value, int)
        else str(value)
    )


def harmless(text: str) -> str:
    """Return `text` so that a spreadsheet shows it and does not run it; `read_delimited` takes the mark off again.

    https://owasp.org/www-community/attacks/CSV_Injection
    """
    return QUOTE + text if needs_quote(text) else text
