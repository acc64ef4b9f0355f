"""The settings: each change applies at once and is kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.records import Health, HealthState, Part
from livedesk.core.settings import Settings, Theme
from livedesk.core.translation.route import Pair
from livedesk.ui.bridge import Bridge
from livedesk.ui.i18n import Translator
from livedesk.ui.settings.dialog import SettingsDialog
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.widgets.picker import Picker
from tests.ui.fakes import FakeServices

ES = Language("es")


@pytest.fixture
def preferences(theme: AppTheme, translator: Translator, services: FakeServices) -> Preferences:
    return Preferences(theme, translator, services)


@pytest.fixture
def dialog(qtbot: QtBot, theme: AppTheme, preferences: Preferences, bridge: Bridge) -> SettingsDialog:
    health = {part: Health(part, HealthState.OFF) for part in Part}
    dialog = SettingsDialog(theme, preferences, bridge, health)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # qtbot closes it again
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def _picker(dialog: SettingsDialog, name: str) -> Picker:
    (picker,) = [p for p in dialog.findChildren(Picker) if p.accessibleName() == name]
    return picker


def _pick(dialog: SettingsDialog, name: str, value: object) -> None:
    picker = _picker(dialog, name)
    picker.pick(value)
    picker.activated.emit(picker.currentIndex())


def _chip(dialog: SettingsDialog, text: str) -> QPushButton:
    (chip,) = [b for b in dialog.findChildren(QPushButton) if b.text() == text]
    return chip


def _click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_it_opens_with_the_settings_in_use(dialog: SettingsDialog) -> None:
    assert _picker(dialog, "Caption size").currentText() == "100 %"
    assert _picker(dialog, "Translation threads").currentText() == "Automatic"
    assert _picker(dialog, "The host speaks").currentText() == "中文 (Chinese)"
    assert _chip(dialog, "English").isChecked()
    assert not dialog.isModal()


def test_that_each_choice_is_kept(dialog: SettingsDialog, services: FakeServices, theme: AppTheme) -> None:
    _pick(dialog, "Colours", "dark")
    _pick(dialog, "Caption size", 15)
    _pick(dialog, "Translation threads", 2)
    assert services.kept == replace(Settings(), theme=Theme.DARK, caption_scale=1.5, threads=2)
    assert theme.is_dark


def test_that_audience_languages_are_added_and_taken_back(
    dialog: SettingsDialog, services: FakeServices
) -> None:
    _click(_chip(dialog, "Español"))
    assert services.kept.audience_languages == (EN, ES)
    _click(_chip(dialog, "English"))
    assert services.kept.audience_languages == (ES,)


def test_that_the_last_audience_language_cannot_be_taken_away(
    dialog: SettingsDialog, services: FakeServices
) -> None:
    _click(_chip(dialog, "English"))
    assert services.kept.audience_languages == (EN,)


def test_that_nobody_translates_into_the_language_the_host_speaks(
    dialog: SettingsDialog, services: FakeServices
) -> None:
    _pick(dialog, "The host speaks", "en")
    assert services.kept.host_language == EN
    assert services.kept.audience_languages == (ZH,)
    assert not _chip(dialog, "English").isEnabled()


def test_that_the_open_dialog_changes_its_language(qtbot: QtBot, dialog: SettingsDialog) -> None:
    _pick(dialog, "Language of this window", "zh_CN")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "设置")


def test_that_a_change_by_shortcut_shows_in_the_open_dialog(
    dialog: SettingsDialog, preferences: Preferences
) -> None:
    preferences.larger()
    assert _picker(dialog, "Caption size").currentText() == "110 %"


def test_that_the_same_settings_are_not_saved_again(
    qtbot: QtBot, preferences: Preferences, services: FakeServices
) -> None:
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.apply(services.kept)


def test_that_a_scale_nobody_offers_leaves_the_picker_alone(dialog: SettingsDialog) -> None:
    dialog.show_settings(replace(Settings(), caption_scale=1.234))
    assert _picker(dialog, "Caption size").currentText() == "120 %"
    dialog.show_settings(replace(Settings(), caption_scale=9.0))
    assert _picker(dialog, "Caption size").currentText() == "120 %"


# --- which languages can be translated ---

ZH_EN, EN_ES = (ZH, EN), (EN, ES)


def _with_models(services: FakeServices, *installed: Pair, listed: tuple[Pair, ...] = ()) -> None:
    services.installed, services.listed = frozenset(installed), frozenset(listed)


def _hint(dialog: SettingsDialog) -> QLabel:
    (hint,) = [label for label in dialog.findChildren(QLabel) if label.text().startswith("Grey languages")]
    return hint


def test_that_a_language_without_a_model_is_grey_and_says_what_it_needs(
    services: FakeServices, dialog: SettingsDialog
) -> None:
    _with_models(services, ZH_EN, listed=(EN_ES, (EN, Language("de"))))
    dialog.show_settings(Settings())
    chip = _chip(dialog, "Español")
    assert not chip.isEnabled()
    assert chip.toolTip() == "Spanish\nNeeds a translation model first: English → Spanish"
    assert chip.accessibleDescription() == "Needs a translation model first: English → Spanish"
    assert not _hint(dialog).isHidden()


def test_that_a_language_that_no_model_is_known_for_says_so(
    services: FakeServices, dialog: SettingsDialog
) -> None:
    _with_models(services, ZH_EN)
    dialog.show_settings(Settings())
    assert not _chip(dialog, "ไทย").isEnabled()
    assert "cannot translate between these languages" in _chip(dialog, "ไทย").toolTip()


def test_that_a_language_behind_english_can_be_chosen(services: FakeServices, dialog: SettingsDialog) -> None:
    _with_models(services, ZH_EN, EN_ES)
    dialog.show_settings(Settings())
    assert _chip(dialog, "Español").isEnabled()
    assert _chip(dialog, "Español").toolTip() == "Spanish"
    _click(_chip(dialog, "Español"))
    assert services.kept.audience_languages == (EN, ES)


def test_that_a_chosen_language_can_be_taken_back_when_its_model_is_gone(
    services: FakeServices, dialog: SettingsDialog
) -> None:
    services.kept = replace(Settings(), audience_languages=(EN, ES))
    _with_models(services, ZH_EN)
    dialog.show_settings(services.kept)
    assert _chip(dialog, "Español").isEnabled()
    assert "cannot translate" in _chip(dialog, "Español").toolTip()
    _click(_chip(dialog, "Español"))
    assert services.kept.audience_languages == (EN,)
    assert not _chip(dialog, "Español").isEnabled()


def test_that_the_host_s_language_decides_what_can_be_read(
    services: FakeServices, dialog: SettingsDialog
) -> None:
    _with_models(services, ZH_EN, (EN, ZH), EN_ES)
    _pick(dialog, "The host speaks", "en")
    assert _chip(dialog, "Español").isEnabled()
    _pick(dialog, "The host speaks", "es")
    assert not _chip(dialog, "Français").isEnabled()


def test_that_a_model_installed_meanwhile_counts_when_the_window_is_back(
    services: FakeServices, dialog: SettingsDialog
) -> None:
    _with_models(services, ZH_EN)
    dialog.show_settings(Settings())
    assert not _chip(dialog, "Español").isEnabled()
    _with_models(services, ZH_EN, EN_ES)
    dialog.changeEvent(QEvent(QEvent.Type.ActivationChange))
    assert _chip(dialog, "Español").isEnabled() is dialog.isActiveWindow()


def test_that_nothing_is_grey_until_the_models_were_looked_for(dialog: SettingsDialog) -> None:
    assert all(_chip(dialog, name).isEnabled() for name in ("Español", "ไทย"))
    assert _hint(dialog).isHidden()
