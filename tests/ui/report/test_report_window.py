"""The window of the report: this show or an earlier one, to read, to go from, to keep."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from livedesk.adapters.report.compose import compose
from livedesk.adapters.report.words import ReportWords
from livedesk.app.report_words import CODES, REPORT_WORDS
from livedesk.core.errors import ErrorCode
from livedesk.core.events import SessionRestored
from livedesk.core.ids import MessageId, SessionId
from livedesk.core.jobs import Job, JobState
from livedesk.core.report.job import REPORT_JOB, SHOWS_JOB, ReportMade, ShowLine, Shows
from livedesk.core.report.making import Stored, make_report
from livedesk.core.settings import Theme
from livedesk.ui.bridge import Bridge
from livedesk.ui.i18n import CHINESE, ENGLISH, Translator
from livedesk.ui.report.dialog import ReportDialog
from livedesk.ui.report.paper import pdf
from livedesk.ui.report.state import ReportState
from livedesk.ui.report.words import report_codes, report_texts
from livedesk.ui.theme.theme import AppTheme
from tests.report_scene import SHOW, stored
from tests.ui.fakes import FakeServices

STORED = stored()
REPORT = make_report(STORED)
MADE = ReportMade(REPORT, compose(REPORT, REPORT_WORDS))
EARLIER = SessionId("20261101-080000-000")
SHOWS = Shows(
    (
        ShowLine(SHOW, "Hall 11", False, REPORT.began_at, 300, 165),
        ShowLine(EARLIER, "Trial", True, REPORT.began_at - 90_000, 12, 3),
    )
)


class Open:
    """The window and what it stands on."""

    def __init__(
        self, qtbot: QtBot, theme: AppTheme, bridge: Bridge, services: FakeServices, session: SessionId | None
    ) -> None:
        self.bridge, self.services = bridge, services
        self.state = ReportState(bridge)
        self.dialog = ReportDialog(theme, self.state, services, session)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # qtbot closes it again
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        qtbot.waitExposed(self.dialog)

    def told(self, kind: str, name: str, result: object = None, code: str = "") -> None:
        state = JobState.FAILED if result is None else JobState.DONE
        self.bridge.job_changed.emit(Job(kind, name, state, result=result, code=code))

    def chosen(self, name: str, path: Path) -> None:
        """Click the button that begins with `name` and choose `path`."""
        (button,) = [b for b in (self.dialog.pdf, self.dialog.excel, self.dialog.html) if name in b.text()]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        chooser = self.dialog.findChildren(QFileDialog)[-1]
        chooser.fileSelected.emit(str(path))
        chooser.close()


@pytest.fixture
def opened(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, services: FakeServices, translator: Translator
) -> Open:
    return Open(qtbot, theme, bridge, services, SHOW)


def test_that_the_report_of_the_show_on_the_desk_is_asked_for_and_shown(opened: Open) -> None:
    assert opened.services.reported.calls == [("list_shows",), ("make", SHOW)]
    assert opened.dialog.told() == "Counting…"
    assert not opened.dialog.pdf.isEnabled()
    opened.told(SHOWS_JOB, "", SHOWS)
    opened.told(REPORT_JOB, SHOW, MADE)
    assert opened.dialog.told() == ""
    assert "María Fernanda López" in opened.dialog.view.toPlainText()
    assert opened.dialog.pdf.isEnabled()
    assert opened.dialog.shows.currentData() == SHOW


def test_that_an_earlier_show_can_be_chosen_and_what_comes_late_is_left_aside(opened: Open) -> None:
    opened.told(SHOWS_JOB, "", SHOWS)
    opened.dialog.shows.pick(EARLIER)
    opened.dialog.shows.activated.emit(1)
    assert opened.services.reported.calls[-1] == ("make", EARLIER)
    opened.told(REPORT_JOB, SHOW, MADE)
    assert opened.dialog.told() == "Counting…"
    assert "rehearsal" in opened.dialog.shows.currentText()


def test_that_without_a_show_on_the_desk_the_newest_one_is_shown(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, services: FakeServices, translator: Translator
) -> None:
    opened = Open(qtbot, theme, bridge, services, None)
    assert services.reported.calls == [("list_shows",)]
    opened.told(SHOWS_JOB, "", SHOWS)
    assert services.reported.calls[-1] == ("make", SHOW)


def test_that_before_the_first_show_it_says_what_to_do(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, services: FakeServices, translator: Translator
) -> None:
    opened = Open(qtbot, theme, bridge, services, None)
    opened.told(SHOWS_JOB, "", Shows(()))
    assert opened.dialog.told().startswith("No show yet.")
    assert not opened.dialog.shows.isEnabled()


def test_that_a_report_that_failed_says_why_and_waits_no_more(opened: Open) -> None:
    opened.told(REPORT_JOB, SHOW, code=ErrorCode.DATABASE_LOCKED)
    assert "database" in opened.dialog.told()
    opened.told(REPORT_JOB, SHOW)
    assert opened.dialog.told() == "The report could not be made."


def test_that_a_question_leads_to_its_message_in_the_show_on_the_desk_only(
    opened: Open, qtbot: QtBot
) -> None:
    opened.told(REPORT_JOB, SHOW, MADE)
    first = REPORT.open_questions[0].message
    html = opened.dialog.view.toHtml()
    assert f'href="message:{first}"' in html
    with qtbot.waitSignal(opened.dialog.message_wanted) as wanted:
        opened.dialog.view.anchorClicked.emit(QUrl(f"message:{first}"))
    assert wanted.args == [MessageId(first)]
    opened.dialog.view.show_page(MADE.page, has_links=False)
    assert "href=" not in opened.dialog.view.toHtml()


def test_that_a_buyer_cannot_write_markup_or_links_into_the_window(opened: Open) -> None:
    nasty = '<a href="message:1">x</a><img src="file:///etc/passwd">\ue000'
    messages = tuple(
        replace(m, text=nasty, buyer_name=nasty, is_answered=False) for m in STORED.data.messages[:3]
    )
    report = make_report(Stored(SessionRestored(STORED.data.session, (), messages, ())))
    opened.dialog.view.show_page(compose(report, REPORT_WORDS), has_links=False)
    html = opened.dialog.view.toHtml()
    assert 'href="' not in html
    assert "<img" not in html
    assert "etc/passwd" in opened.dialog.view.toPlainText()


def test_that_paper_workbook_and_web_page_go_where_they_are_wanted(opened: Open, tmp_path: Path) -> None:
    opened.told(REPORT_JOB, SHOW, MADE)
    opened.chosen("PDF", tmp_path / "a.pdf")
    (written,) = [call[1] for call in opened.services.calls if call[0] == "write_file"]
    assert isinstance(written, tuple)
    assert written[0] == tmp_path / "a.pdf"
    assert written[1].startswith(b"%PDF-")
    opened.chosen("Excel", tmp_path / "a.xlsx")
    opened.chosen("web page", tmp_path / "a.html")
    assert opened.services.reported.calls[-2:] == [
        ("save", SHOW, "xlsx", tmp_path / "a.xlsx"),
        ("save", SHOW, "html", tmp_path / "a.html"),
    ]


def test_that_another_language_makes_the_report_anew(
    opened: Open, translator: Translator, qtbot: QtBot
) -> None:
    opened.told(REPORT_JOB, SHOW, MADE)
    opened.services.reported.calls.clear()
    translator.use(CHINESE)
    qtbot.waitUntil(lambda: opened.dialog.windowTitle() == "场次报告")
    assert opened.services.reported.calls == [("make", SHOW)]
    translator.use(ENGLISH)


def test_that_the_charts_take_the_colours_of_the_theme(opened: Open, theme: AppTheme) -> None:
    opened.told(REPORT_JOB, SHOW, MADE)
    theme.use(Theme.DARK)
    try:
        bar = opened.dialog.view.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        image = opened.dialog.view.viewport().grab().toImage()
        seen = {
            image.pixelColor(x, y).name()
            for x in range(0, image.width(), 4)
            for y in range(0, image.height(), 4)
        }
        assert theme.colours.accent in seen
    finally:
        theme.use(Theme.LIGHT)


def test_that_the_words_are_those_of_the_command_line_in_english(translator: Translator) -> None:
    words = ReportWords(**report_texts(), codes=report_codes())
    assert replace(words, locale="en", codes=CODES) == REPORT_WORDS
    assert report_codes() == {**CODES, "waiting": report_codes()["waiting"]}


def test_that_every_word_has_its_chinese(translator: Translator) -> None:
    english = report_texts() | report_codes()
    translator.use(CHINESE)
    chinese = report_texts() | report_codes()
    same = {code for code, said in english.items() if chinese[code] == said}
    names = {"contact.whatsapp", "contact.telegram", "platform.twitch", "platform.youtube", "platform.tiktok"}
    assert same <= names | {"reaction.heart"}


def test_that_paper_has_numbered_pages_with_their_fonts() -> None:
    data = pdf(MADE.page)
    pages = len(re.findall(rb"/Type /Page\b", data))
    assert 3 <= pages <= 6
    assert b"/FontFile" in data


def test_that_an_empty_show_is_one_page() -> None:
    empty = make_report(Stored(SessionRestored(STORED.data.session, (), (), ())))
    assert len(re.findall(rb"/Type /Page\b", pdf(compose(empty, REPORT_WORDS)))) == 1
