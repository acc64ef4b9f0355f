"""The status strip: each part's state in words and shape, and the figures in doubt."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.errors import ErrorCode
from livedesk.core.records import Health, HealthState, Part
from livedesk.ui import words
from livedesk.ui.actions import ActionId, Actions
from livedesk.ui.i18n import Translator
from livedesk.ui.session.health_item import HealthItem
from livedesk.ui.session.status_strip import StatusStrip
from livedesk.ui.theme.theme import AppTheme
from tests.ui.records import LIVE


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 100)
    return window


@pytest.fixture
def actions(window: QWidget, theme: AppTheme, translator: Translator) -> Actions:
    return Actions(window, theme)


@pytest.fixture
def strip(qtbot: QtBot, theme: AppTheme, window: QWidget, actions: Actions) -> StatusStrip:
    strip = StatusStrip(theme, actions, window)
    strip.resize(1280, 32)
    window.show()
    qtbot.waitExposed(window)
    return strip


def _texts(strip: StatusStrip) -> list[str]:
    return [item.text for item in strip.findChildren(HealthItem)]


def test_that_everything_is_off_until_it_reports(strip: StatusStrip) -> None:
    assert _texts(strip) == ["Microphone off", "Speech off", "Translation off", "Not saving"]


def test_that_a_silent_microphone_says_what_to_do(strip: StatusStrip) -> None:
    microphone = strip.findChildren(HealthItem)[0]
    assert "Type the host's lines" in microphone.toolTip()


def test_that_a_report_is_shown_with_its_lag(strip: StatusStrip) -> None:
    strip.show_health(Health(Part.TRANSLATION, HealthState.OK, lag_ms=310))
    strip.show_health(Health(Part.STORE, HealthState.OK))
    assert _texts(strip)[2:] == ["Translation 0.3 s", "Saved"]


def test_that_a_failure_gives_its_reason(strip: StatusStrip) -> None:
    strip.show_health(Health(Part.STORE, HealthState.FAILED, code=ErrorCode.DISK_FULL))
    store = strip.findChildren(HealthItem)[3]
    assert store.text == "Not saved"
    assert words.error_text(ErrorCode.DISK_FULL) in store.toolTip()


@pytest.mark.parametrize("part", Part)
def test_that_ok_behind_and_failed_differ_in_words(qtbot: QtBot, theme: AppTheme, part: Part) -> None:
    texts = []
    for state in HealthState:
        item = HealthItem(theme, Health(part, state))
        qtbot.addWidget(item)
        texts.append(item.text)
    assert len(set(texts)) == len(HealthState)


def test_that_doubtful_figures_are_counted_and_can_be_asked_for(qtbot: QtBot, strip: StatusStrip) -> None:
    (figures,) = [b for b in strip.findChildren(QPushButton) if b.property("role") == "doubt"]
    strip.show_session(replace(LIVE, doubts=0))
    assert not figures.isVisible()
    strip.show_session(replace(LIVE, doubts=1))
    assert figures.text() == "1 figure to check"
    strip.show_session(replace(LIVE, doubts=2))
    assert figures.text() == "2 figures to check"
    with qtbot.waitSignal(strip.figures_wanted):
        QTest.mouseClick(figures, Qt.MouseButton.LeftButton)


def test_that_the_strip_opens_the_shortcuts(qtbot: QtBot, strip: StatusStrip, actions: Actions) -> None:
    (button,) = [b for b in strip.findChildren(QPushButton) if b.property("role") == "strip"]
    assert button.text() == "? shortcuts"
    with qtbot.waitSignal(actions[ActionId.SHORTCUTS].triggered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
