"""Leads as CSV that Excel opens with every script right, and runs nothing of."""

import csv
import io
import re
from collections.abc import Sequence

from livedesk.adapters.leads.table import LeadWords, rows
from livedesk.core.leads.lead import Lead

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBERS = re.compile(r"\+\d\d \d[\d+; ]*")


def csv_bytes(leads: Sequence[Lead], words: LeadWords) -> bytes:
    """Return the leads as CSV in UTF-8 with a mark, without which Excel takes it for the computer's own encoding."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    for row in rows(leads, words):
        writer.writerow([harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def harmless(text: str) -> str:
    """Return `text` so that a spreadsheet shows it and does not run it; phone numbers are no formulas.

    https://owasp.org/www-community/attacks/CSV_Injection
    """
    return f"'{text}" if text.startswith(_RUNS) and not _NUMBERS.fullmatch(text) else text
