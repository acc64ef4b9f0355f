"""The banner: loudest first, two at most, every notice with the step that helps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.events import Command, DismissNotice
from livedesk.core.records import Notice, NoticeCode, NoticeLevel
from livedesk.ui import words
from livedesk.ui.actions import ActionId, Actions
from livedesk.ui.bridge import Bridge
from livedesk.ui.i18n import Translator
from livedesk.ui.notices.banner import Banner
from livedesk.ui.theme.theme import AppTheme

INFO = Notice(NoticeCode.PIN_LIMIT, NoticeLevel.INFO, {"limit": 3})
WARNING = Notice(NoticeCode.NO_MODEL, NoticeLevel.WARNING)
ERROR = Notice(NoticeCode.STORE_FAILED, NoticeLevel.ERROR)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 300)
    return window


@pytest.fixture
def actions(window: QWidget, theme: AppTheme, translator: Translator) -> Actions:
    return Actions(window, theme)


@pytest.fixture
def banner(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, posted: list[Command], window: QWidget, actions: Actions
) -> Banner:
    banner = Banner(theme, bridge, actions, posted.append, window)
    banner.resize(1280, 200)
    window.show()
    qtbot.waitExposed(window)
    return banner


def _buttons(banner: Banner) -> list[str]:
    return [b.text() for b in banner.findChildren(QAbstractButton) if b.isVisible() and b.text()]


def _click(banner: Banner, name: str) -> None:
    found = [
        b
        for b in banner.findChildren(QAbstractButton)
        if b.isVisible() and name in (b.text(), b.accessibleName())
    ]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_that_there_is_no_banner_without_a_notice(banner: Banner) -> None:
    assert not banner.isVisible()


def test_that_the_loudest_comes_first_and_then_the_newest(banner: Banner) -> None:
    banner.set_most_rows(4)
    second = Notice(NoticeCode.BEHIND, NoticeLevel.WARNING)
    for notice in (INFO, WARNING, second, ERROR):
        banner.show_notice(notice)
    assert banner.shown_texts() == [words.notice_text(n) for n in (ERROR, second, WARNING, INFO)]


def test_that_two_are_shown_and_the_rest_on_demand(banner: Banner) -> None:
    for notice in (INFO, WARNING, ERROR):
        banner.show_notice(notice)
    assert banner.shown_texts() == [words.notice_text(ERROR), words.notice_text(WARNING)]
    _click(banner, "+1 more")
    assert len(banner.shown_texts()) == 3
    _click(banner, "Show fewer")
    assert len(banner.shown_texts()) == 2


def test_that_what_was_just_done_is_in_sight_though_warnings_stand(banner: Banner) -> None:
    behind = Notice(NoticeCode.BEHIND, NoticeLevel.WARNING)
    for notice in (ERROR, WARNING, behind, INFO):
        banner.show_notice(notice)
    assert banner.shown_texts() == [words.notice_text(ERROR), words.notice_text(INFO)]
    banner.show_notice(Notice(NoticeCode.MODEL_BROKEN, NoticeLevel.ERROR))
    banner.show_notice(Notice(NoticeCode.EXPORTED, NoticeLevel.INFO, {"path": "a.srt"}))
    assert words.notice_text(ERROR) in banner.shown_texts()


def test_that_a_notice_of_the_same_code_replaces_the_first(banner: Banner) -> None:
    banner.show_notice(Notice(NoticeCode.EXPORTED, NoticeLevel.INFO, {"path": "a.srt"}))
    banner.show_notice(Notice(NoticeCode.EXPORTED, NoticeLevel.INFO, {"path": "b.srt"}))
    assert banner.shown_texts() == ["Exported to b.srt"]


def test_that_the_cross_asks_the_desk_and_the_desk_takes_it_away(
    qtbot: QtBot, banner: Banner, bridge: Bridge, posted: list[Command]
) -> None:
    banner.show_notice(ERROR)
    _click(banner, "Close (Esc)")
    assert posted == [DismissNotice(NoticeCode.STORE_FAILED)]
    assert banner.isVisible()
    bridge.notice_cleared.emit(NoticeCode.STORE_FAILED)
    assert not banner.isVisible()


def test_that_clearing_a_notice_that_is_not_there_does_nothing(banner: Banner) -> None:
    banner.show_notice(INFO)
    banner.clear_notice(NoticeCode.BEHIND)
    assert banner.shown_texts() == [words.notice_text(INFO)]


def test_that_taking_away_the_row_with_the_more_button_keeps_the_button(qtbot: QtBot, banner: Banner) -> None:
    for notice in (INFO, WARNING, ERROR, Notice(NoticeCode.BEHIND, NoticeLevel.WARNING)):
        banner.show_notice(notice)
    banner.clear_notice(NoticeCode.BEHIND)
    qtbot.waitUntil(lambda: "+1 more" in _buttons(banner))


@pytest.mark.parametrize(
    ("code", "action", "text"),
    [
        (NoticeCode.NO_MODEL, ActionId.INSTALL_MODEL, "Install a model…"),
        (NoticeCode.UNFINISHED_SESSION, ActionId.RESUME_SESSION, "Resume the show"),
        (NoticeCode.UNFINISHED_SESSION, ActionId.CLOSE_UNFINISHED, "Close it"),
        (NoticeCode.SESSION_SAVED, ActionId.EXPORT, "Export the show…"),
    ],
)
def test_that_a_notice_brings_the_step_that_helps(
    qtbot: QtBot, banner: Banner, actions: Actions, code: NoticeCode, action: ActionId, text: str
) -> None:
    banner.show_notice(Notice(code, NoticeLevel.WARNING))
    with qtbot.waitSignal(actions[action].triggered):
        _click(banner, text)


def test_that_escape_takes_the_one_on_top(banner: Banner, posted: list[Command]) -> None:
    assert not banner.dismiss_top()
    banner.show_notice(INFO)
    banner.show_notice(ERROR)
    assert banner.dismiss_top()
    assert posted == [DismissNotice(NoticeCode.STORE_FAILED)]


def test_that_an_open_notice_changes_its_language(
    qtbot: QtBot, banner: Banner, translator: Translator
) -> None:
    banner.show_notice(ERROR)
    english = banner.shown_texts()
    translator.use("zh_CN")
    qtbot.waitUntil(lambda: banner.shown_texts() != english)
    assert "保存" in banner.shown_texts()[0]
