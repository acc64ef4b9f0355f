"""The shortcuts overlay: everything in the table that has a key, gone with Esc, the keyboard back in place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from livedesk.ui.actions import SPECS, action_text, shortcut_text
from livedesk.ui.i18n import Translator
from livedesk.ui.session.shortcuts_overlay import ShortcutsOverlay
from livedesk.ui.theme.theme import AppTheme


@pytest.fixture
def window(qtbot: QtBot, theme: AppTheme, translator: Translator) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 640)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def overlay(window: QWidget) -> ShortcutsOverlay:
    return ShortcutsOverlay(window)


def test_that_every_action_with_a_key_is_listed_with_it(overlay: ShortcutsOverlay) -> None:
    overlay.toggle()
    shown = [label.text() for label in overlay.findChildren(QLabel)]
    for spec in SPECS:
        if spec.keys:
            assert action_text(spec.id).rstrip("…") in shown
            assert shortcut_text(spec.id) in shown


def test_that_keys_with_a_name_change_their_language(
    qtbot: QtBot, overlay: ShortcutsOverlay, translator: Translator
) -> None:
    overlay.toggle()
    translator.use("zh_CN")
    qtbot.waitUntil(lambda: "空格" in [label.text() for label in overlay.findChildren(QLabel)])
    assert "Space" not in [label.text() for label in overlay.findChildren(QLabel)]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_the_list_fits_the_smallest_window(
    qtbot: QtBot, overlay: ShortcutsOverlay, translator: Translator, language: str
) -> None:
    translator.use(language)
    overlay.toggle()
    (card,) = [frame for frame in overlay.findChildren(QFrame) if frame.property("role") == "card"]
    qtbot.waitUntil(lambda: overlay.rect().contains(card.geometry()))
    labels = [label for label in overlay.findChildren(QLabel) if label.text()]
    qtbot.waitUntil(lambda: all(label.width() >= label.minimumSizeHint().width() for label in labels))
    for label in labels:
        assert card.rect().contains(label.mapTo(card, label.rect().bottomRight())), label.text()
    bar = overlay.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_that_a_list_longer_than_the_window_scrolls_by_keyboard(
    qtbot: QtBot, window: QWidget, overlay: ShortcutsOverlay
) -> None:
    window.resize(1024, 400)
    overlay.toggle()
    bar = overlay.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(overlay, Qt.Key.Key_Down)
    assert 0 < bar.value() < bar.maximum()
    QTest.keyClick(overlay, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(overlay, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_that_escape_closes_it_and_gives_the_keyboard_back(
    qtbot: QtBot, window: QWidget, overlay: ShortcutsOverlay
) -> None:
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    overlay.toggle()
    qtbot.waitUntil(overlay.hasFocus)
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    assert QApplication.focusWidget() is field


def test_that_a_click_beside_the_list_closes_it(overlay: ShortcutsOverlay) -> None:
    overlay.toggle()
    QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not overlay.isVisible()


def test_that_a_click_on_the_list_leaves_it_open(overlay: ShortcutsOverlay) -> None:
    overlay.toggle()
    QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=overlay.rect().center())
    assert overlay.isVisible()


def test_that_it_covers_the_window_when_that_grows(
    qtbot: QtBot, window: QWidget, overlay: ShortcutsOverlay
) -> None:
    overlay.toggle()
    window.resize(1400, 900)
    qtbot.waitUntil(lambda: overlay.size() == window.size())
