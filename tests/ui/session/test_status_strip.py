"""The status strip: each part's state in words and shape, and the figures in doubt."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
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


def test_that_a_microphone_that_is_off_says_what_to_do(strip: StatusStrip) -> None:
    microphone = strip.findChildren(HealthItem)[0]
    assert "Press M" in microphone.toolTip()
    assert "type the host's lines" in microphone.toolTip()


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
    figures = next(b for b in strip.findChildren(QPushButton) if "figure" in b.text())
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


CAUSES = {
    ErrorCode.MICROPHONE_MISSING: ("No microphone", "“Lapel” is not plugged in"),
    ErrorCode.MICROPHONE_BUSY: ("Microphone in use", "Close that program"),
    ErrorCode.MICROPHONE_DENIED: ("Microphone not allowed", "privacy settings"),
    ErrorCode.MICROPHONE_GONE: ("Microphone gone", "Plug it in again"),
}


@pytest.mark.parametrize("code", CAUSES)
def test_that_each_failure_of_the_microphone_has_a_name_and_says_what_to_do(
    strip: StatusStrip, code: ErrorCode
) -> None:
    strip.show_health(Health(Part.MICROPHONE, HealthState.FAILED, code=code, detail="Lapel"))
    microphone = strip.findChildren(HealthItem)[0]
    name, what_to_do = CAUSES[code]
    assert microphone.text == name
    assert what_to_do in microphone.toolTip()
    assert "type the host's lines" in microphone.toolTip()
    assert microphone.accessibleName() == name


def test_that_silence_is_told_with_the_microphones_name(strip: StatusStrip) -> None:
    health = Health(Part.MICROPHONE, HealthState.BEHIND, code=ErrorCode.MICROPHONE_SILENT, detail="Lapel")
    strip.show_health(health)
    microphone = strip.findChildren(HealthItem)[0]
    assert microphone.text == "Nothing heard"
    assert "“Lapel” for 10 seconds" in microphone.toolTip()


def test_that_a_microphone_that_is_heard_is_named(strip: StatusStrip) -> None:
    strip.show_health(Health(Part.MICROPHONE, HealthState.OK, detail="Lapel"))
    assert "“Lapel” is heard." in strip.findChildren(HealthItem)[0].toolTip()


def test_that_the_systems_word_for_its_own_choice_is_no_name(strip: StatusStrip) -> None:
    strip.show_health(Health(Part.MICROPHONE, HealthState.OK, detail="default"))
    assert "default" not in strip.findChildren(HealthItem)[0].toolTip()


def test_that_a_missing_speech_model_is_named(strip: StatusStrip) -> None:
    strip.show_health(Health(Part.SPEECH, HealthState.FAILED, code=ErrorCode.SPEECH_MODEL_MISSING))
    assert strip.findChildren(HealthItem)[1].text == "No speech model"


def test_that_captions_that_are_behind_say_by_how_much_and_offer_to_catch_up(
    qtbot: QtBot, strip: StatusStrip, actions: Actions
) -> None:
    catch_up = next(b for b in strip.findChildren(QPushButton) if b.text() == "Catch up")
    assert not catch_up.isVisible()
    strip.show_health(Health(Part.SPEECH, HealthState.BEHIND, lag_ms=6400))
    assert strip.findChildren(HealthItem)[1].text == "Captions behind by 6.4 s"
    assert catch_up.isVisible()
    with qtbot.waitSignal(actions[ActionId.CATCH_UP].triggered):
        QTest.mouseClick(catch_up, Qt.MouseButton.LeftButton)
    strip.show_health(Health(Part.SPEECH, HealthState.OK, lag_ms=800))
    assert not catch_up.isVisible()
    assert not actions[ActionId.CATCH_UP].isEnabled()


def test_that_in_a_narrow_window_everything_that_is_news_has_room(qtbot: QtBot, strip: StatusStrip) -> None:
    offline = next(label for label in strip.findChildren(QLabel) if label.text() == "Works offline")
    assert offline.isVisible()
    strip.show_session(replace(LIVE, doubts=2))
    strip.show_health(Health(Part.MICROPHONE, HealthState.FAILED, code=ErrorCode.MICROPHONE_DENIED))
    strip.show_health(Health(Part.SPEECH, HealthState.BEHIND, lag_ms=12400))
    QApplication.sendPostedEvents()
    assert offline.isVisible()
    strip.resize(strip.sizeHint().width() - 4, 32)
    qtbot.waitUntil(lambda: not offline.isVisible() and strip.sizeHint().width() <= strip.width())
    strip.show_health(Health(Part.SPEECH, HealthState.OK, lag_ms=900))
    qtbot.waitUntil(offline.isVisible)
    strip.show_health(Health(Part.SPEECH, HealthState.BEHIND, lag_ms=12400))
    qtbot.waitUntil(lambda: not offline.isVisible())
