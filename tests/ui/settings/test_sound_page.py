"""The page for microphone and captions."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from livedesk.core.errors import ErrorCode
from livedesk.core.records import Health, HealthState, Level, Microphone, Part
from livedesk.core.settings import CaptionMode, Settings
from livedesk.ui.bridge import Bridge
from livedesk.ui.i18n import Translator
from livedesk.ui.session.level_bar import LevelBar
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.settings.sound_page import SoundPage
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.widgets.picker import Picker
from tests.ui.fakes import FakeServices

BUILT_IN = Microphone("ALSA|Built-in", "Built-in", is_default=True)
LAPEL = Microphone("ALSA|Lapel", "Lapel")
HEARD = Health(Part.MICROPHONE, HealthState.OK, detail="Lapel")


@pytest.fixture
def preferences(theme: AppTheme, translator: Translator, services: FakeServices) -> Preferences:
    services.plugged = (BUILT_IN, LAPEL)
    return Preferences(theme, translator, services)


@pytest.fixture
def page(qtbot: QtBot, theme: AppTheme, preferences: Preferences, bridge: Bridge) -> Iterator[SoundPage]:
    page = SoundPage(theme, preferences, bridge, {part: Health(part, HealthState.OFF) for part in Part})
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


def _offered(page: SoundPage) -> list[str]:
    box = page.findChild(Picker)
    return [box.itemText(row) for row in range(box.count())]


def _pick(page: SoundPage, value: str) -> None:
    box = page.findChild(Picker)
    box.pick(value)
    box.activated.emit(box.currentIndex())


def _button(page: SoundPage, text: str) -> QRadioButton | QCheckBox:
    buttons = [*page.findChildren(QRadioButton), *page.findChildren(QCheckBox)]
    return next(button for button in buttons if text in button.text())


def _says(page: SoundPage, text: str) -> bool:
    return any(text in label.text() for label in page.findChildren(QLabel))


def test_that_the_microphones_are_offered_behind_the_computers_own_choice(page: SoundPage) -> None:
    assert _offered(page) == ["As the computer chooses (Built-in)", "Built-in", "Lapel"]


def test_that_a_microphone_is_chosen_by_its_id(page: SoundPage, services: FakeServices) -> None:
    _pick(page, LAPEL.id)
    assert services.kept == replace(Settings(), microphone=LAPEL.id)
    _pick(page, "")
    assert services.kept.microphone == ""


def test_that_a_microphone_plugged_in_meanwhile_appears(
    qtbot: QtBot, page: SoundPage, services: FakeServices
) -> None:
    services.plugged = (BUILT_IN, LAPEL, Microphone("ALSA|Handheld", "Handheld"))
    qtbot.waitUntil(lambda: _offered(page)[-1] == "Handheld", timeout=5000)


def test_that_the_chosen_microphone_stays_listed_while_it_is_unplugged(
    qtbot: QtBot, page: SoundPage, services: FakeServices
) -> None:
    _pick(page, LAPEL.id)
    services.plugged = (BUILT_IN,)
    qtbot.waitUntil(lambda: _offered(page)[-1] == "Lapel (not plugged in)", timeout=5000)
    assert page.findChild(Picker).currentText() == "Lapel (not plugged in)"
    assert services.kept.microphone == LAPEL.id


def test_that_a_hidden_page_does_not_look_for_microphones(page: SoundPage, services: FakeServices) -> None:
    page.hide()
    services.plugged = ()
    QTest.qWait(50)
    assert not page._timer.isActive()
    assert _offered(page)[-1] == "Lapel"


@pytest.mark.parametrize(
    ("text", "mode"),
    [("Fast", CaptionMode.FAST), ("Whole sentences", CaptionMode.FINALS), ("Steady", CaptionMode.STEADY)],
)
def test_that_a_caption_mode_is_kept(
    page: SoundPage, services: FakeServices, text: str, mode: CaptionMode
) -> None:
    _button(page, "Fast").click()
    _button(page, text).click()
    assert services.kept.caption_mode is mode
    assert _button(page, text).accessibleDescription()


def test_that_the_host_is_recorded_only_when_asked_for(page: SoundPage, services: FakeServices) -> None:
    box = _button(page, "recording")
    assert not box.isChecked()
    assert _says(page, "recordings")
    box.click()
    assert services.kept.records_host


def test_that_the_microphone_is_switched_here_and_by_its_key_alike(
    page: SoundPage, preferences: Preferences, services: FakeServices
) -> None:
    box = _button(page, "Listen to the microphone (M)")
    box.click()
    assert not services.kept.is_microphone_on
    preferences.switch_microphone()
    assert services.kept.is_microphone_on
    assert box.isChecked()


def test_that_the_level_is_seen_while_the_microphone_is_heard(page: SoundPage, bridge: Bridge) -> None:
    bar = page.findChild(LevelBar)
    bridge.level_changed.emit(Level(0.5, 0.3))
    assert bar.filled == 0.0
    bridge.health_changed.emit(HEARD)
    bridge.level_changed.emit(Level(0.5, 0.3))
    assert bar.filled > 0.5
    assert _says(page, "the bar should move")
    bridge.health_changed.emit(replace(HEARD, state=HealthState.FAILED, code=ErrorCode.MICROPHONE_GONE))
    assert bar.filled == 0.0
    assert _says(page, "“Lapel” stopped sending sound")


def test_that_the_speech_model_in_use_is_named_or_asked_for(page: SoundPage, bridge: Bridge) -> None:
    bridge.health_changed.emit(Health(Part.SPEECH, HealthState.OK, detail="whisper-base"))
    assert _says(page, "whisper-base is in use.")
    bridge.health_changed.emit(Health(Part.SPEECH, HealthState.FAILED, code=ErrorCode.SPEECH_MODEL_MISSING))
    assert _says(page, "No speech model is installed")
