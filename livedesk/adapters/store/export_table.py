"""A session as a table for a spreadsheet: one row per caption, message and reply."""

import csv
import io
from datetime import datetime

from livedesk.adapters.store.export_lines import Kind, Languages, Line, clock, lines_of, start_of
from livedesk.adapters.store.export_words import ExportWords
from livedesk.core.events import SessionRestored

_FORMULA_STARTS = tuple("=+-@＝＋－＠")
_BLANKS = " \t\r\n\0"


def table(data: SessionRestored, languages: Languages, words: ExportWords) -> str:
    """Return the table as CSV text."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    heading, *rows = rows_of(data, languages, words)
    writer.writerow(heading)
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
    return out.getvalue()


def rows_of(data: SessionRestored, languages: Languages, words: ExportWords) -> list[list[str]]:
    """Return the heading and the rows: with "both" one column for the translation, else one for each language."""
    lines = lines_of(data)
    start = start_of(data, lines)
    return [
        _heading(languages, words),
        *(_cells(line, line.at - start, languages, words) for line in lines),
    ]


def harmless(cell: str) -> str:
    """Return `cell` so that a spreadsheet shows it and does not run it as a formula.

    See https://owasp.org/www-community/attacks/CSV_Injection; a buyer's name is the way in.
    """
    is_formula = cell.lstrip(_BLANKS).startswith(_FORMULA_STARTS)
    return f"'{cell}" if is_formula or cell.startswith(("\t", "\r", "\n")) else cell


def _heading(languages: Languages, words: ExportWords) -> list[str]:
    translations = [words.translation_language, words.translation] if languages == "both" else list(languages)
    first = [words.time, words.date, words.kind, words.source, words.name, words.language, words.text]
    last = [words.reason, words.warnings, words.state, words.private, words.country, words.asks]
    return [*first, *translations, *last]


def _cells(line: Line, after_s: float, languages: Languages, words: ExportWords) -> list[str]:
    kinds = {Kind.CAPTION: words.caption, Kind.MESSAGE: words.message, Kind.REPLY: words.reply}
    warnings = [
        f"{words.code(warning.kind.value)} {warning.detail}"
        for translation in line.translated(languages)
        for warning in translation.warnings
    ]
    return [
        clock(after_s),
        datetime.fromtimestamp(line.at).astimezone().strftime("%Y-%m-%d %H:%M:%S"),
        kinds[line.kind],
        line.source,
        line.name or words.host,
        "" if line.gap_s else line.language or "",
        _text(line, words),
        *_translations(line, languages),
        ", ".join(words.code(code) for code in line.reasons(languages)),
        "; ".join(warnings),
        words.code(line.state) if line.state else "",
        words.private if line.is_private else "",
        line.country,
        ", ".join(words.code(code) for code in line.intents),
    ]


def _text(line: Line, words: ExportWords) -> str:
    if line.gap_s:
        return f"({words.gap_of(line.gap_s)})"
    return f"{line.text} ({words.photo})".strip() if line.has_photo else line.text


def _translations(line: Line, languages: Languages) -> list[str]:
    found = {t.language: t.text for t in line.translated(languages)}
    if languages == "both":
        return next(([language, text] for language, text in found.items()), ["", ""])
    return [line.text if name == line.language else found.get(name, "") for name in languages]
