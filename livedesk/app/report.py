"""Makes reports of stored sessions: for `livedesk report`, and for the window."""

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from livedesk.adapters.report.compose import compose
from livedesk.adapters.report.words import ReportWords
from livedesk.adapters.store.export_words import ExportWords
from livedesk.adapters.store.reading import StoreReader
from livedesk.app.cli_words import EXPORT_WORDS
from livedesk.app.paths import Paths
from livedesk.app.report_words import REPORT_WORDS
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import SessionId
from livedesk.core.report.making import Stored, make_report, message_lines
from livedesk.core.report.page import Page

if TYPE_CHECKING:
    from livedesk.core.report.report import Report


def load(reader: StoreReader, session: SessionId) -> Stored:
    """Return all that is stored of `session` (or the latest); raises `UserFacing(SESSION_UNKNOWN)`."""
    data = reader.load_session(session)
    return Stored(
        data,
        reader.air_history(data.session.id),
        reader.load_leads(),
        reader.load_catalogue(),
        reader.audience_minutes(data.session.id),
    )


def page_of(stored: Stored, words: ReportWords) -> "tuple[Report, Page]":
    """Return the report, and its page in the language of `words`."""
    report = make_report(stored)
    return report, compose(report, words)


def file_of(stored: Stored, form: str, words: ReportWords, export_words: ExportWords) -> bytes:
    """Return the report as a file of kind `form`, html, xlsx, csv or json."""
    if form == "json":
        from livedesk.core.wire import encode

        return (json.dumps(encode(make_report(stored)), ensure_ascii=False, indent=1) + "\n").encode()
    report, page = page_of(stored, words)
    if form == "html":
        from livedesk.adapters.report.html import html

        return html(page).encode()
    from livedesk.adapters.report.formats import Formats
    from livedesk.adapters.report.tables import csv_bytes, question_rows
    from livedesk.adapters.store.export_table import harmless, rows_of

    lines = message_lines(stored)
    if form == "csv":
        return csv_bytes(question_rows(lines, words, Formats(report, words)), harmless)
    from livedesk.adapters.report.workbook import workbook

    return workbook(report, lines, rows_of(stored.data, "both", export_words), words)


def run(arguments: argparse.Namespace, base: Paths) -> int:
    """Write the report of a session, for the command line."""
    from livedesk.adapters.store.database import open_database
    from livedesk.adapters.store.files import write_whole

    session = SessionId(arguments.session)
    if not base.database.exists():
        raise UserFacing(ErrorCode.SESSION_UNKNOWN, session=session)
    database = open_database(base.database)
    try:
        stored = load(StoreReader(database), session)
    finally:
        database.close()
    form = arguments.form
    if form == "pdf" or arguments.lang != "en":
        data = _with_qt(stored, form, arguments.lang)
    else:
        data = file_of(stored, form, REPORT_WORDS, EXPORT_WORDS)
    out = arguments.out or Path(f"{stored.data.session.id}-report.{form}")
    write_whole(out, data)
    print(out)
    return 0


def _with_qt(stored: Stored, form: str, language: str) -> bytes:
    """Return the file with Qt's help: it has the Chinese words, and paints paper; no display is needed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtGui import QGuiApplication
    except ImportError as error:
        raise UserFacing(ErrorCode.QT_MISSING) from error
    from livedesk.app.window import load_translation
    from livedesk.ui.i18n import Translator
    from livedesk.ui.report.paper import pdf

    app = QGuiApplication.instance() or QGuiApplication([])
    translator = Translator(app, load_translation)
    translator.use(language)
    words, export_words = window_words()
    return pdf(page_of(stored, words)[1]) if form == "pdf" else file_of(stored, form, words, export_words)


def window_words() -> tuple[ReportWords, ExportWords]:
    """Return the words in the language that Qt speaks now; called on the main thread."""
    from livedesk.ui.export_words import code_texts, export_texts
    from livedesk.ui.report.words import report_codes, report_texts

    export_words = ExportWords(**export_texts(), codes=code_texts())
    return ReportWords(**report_texts(), codes=report_codes()), export_words
