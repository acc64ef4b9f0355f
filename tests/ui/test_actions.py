"""The table of actions: complete, without clashes, and out of the way of someone typing."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from livedesk.ui.actions import SPECS, ActionId, Actions, Group, action_text, group_text, shortcut_text
from livedesk.ui.theme.theme import AppTheme
from tests.ui.conftest import ICONS

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Desk(QWidget):
    """A window with one control of each kind that takes keys, and a record of the actions that fired."""

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self.fired: list[str] = []
        self.actions_table = Actions(self, theme)
        for spec in SPECS:
            self.actions_table[spec.id].triggered.connect(self._fired)
        self.line, self.text = QLineEdit(self), QPlainTextEdit(self)
        self.button, self.list = QPushButton("Press", self), QListWidget(self)
        self.list.addItems([f"row {n}" for n in range(100)])
        column = QVBoxLayout(self)
        for widget in (self.line, self.text, self.button, self.list):
            column.addWidget(widget)

    def _fired(self) -> None:
        self.fired.append(self.sender().objectName())


@pytest.fixture
def desk(qtbot: QtBot, theme: AppTheme) -> Desk:
    desk = Desk(theme)
    qtbot.addWidget(desk)
    desk.show()
    qtbot.waitExposed(desk)
    desk.activateWindow()
    desk.setFocus()
    qtbot.waitUntil(desk.hasFocus)
    return desk


def _focus(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def test_that_every_action_is_in_the_table_once() -> None:
    assert sorted(spec.id for spec in SPECS) == sorted(ActionId)


def test_that_no_two_actions_share_a_key() -> None:
    keys = Counter(QKeySequence(key).toString() for spec in SPECS for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


def test_that_no_two_actions_share_a_text() -> None:
    assert len({action_text(action) for action in ActionId}) == len(ActionId)
    assert all(group_text(group) for group in Group)


def test_that_number_keys_stay_free_for_canned_answers() -> None:
    of_digits = [spec.id for spec in SPECS for key in spec.keys if key in "0123456789"]
    assert of_digits == [ActionId.CANNED]


def test_that_every_icon_is_drawn() -> None:
    assert [spec.icon for spec in SPECS if spec.icon and not (ICONS / f"{spec.icon}.svg").exists()] == []


def test_that_tooltip_and_text_come_from_the_table(desk: Desk) -> None:
    action = desk.actions_table[ActionId.GO_LIVE]
    assert action.text() == "Go live"
    assert action.toolTip() == f"Go live ({shortcut_text(ActionId.GO_LIVE)})"
    assert desk.actions_table[ActionId.ABOUT].toolTip() == "About livedesk"


@pytest.mark.parametrize(
    "spec", [spec for spec in SPECS if spec.keys and not spec.is_local], ids=lambda s: s.id
)
def test_that_every_key_fires_its_action(desk: Desk, spec: object) -> None:
    from livedesk.ui.actions import ActionSpec

    assert isinstance(spec, ActionSpec)
    for key in spec.keys:
        desk.fired.clear()
        QTest.keySequence(desk, QKeySequence(key))
        assert desk.fired == [spec.id], key


@pytest.mark.parametrize("spec", [spec for spec in SPECS if spec.is_local], ids=lambda s: s.id)
def test_that_a_key_of_a_single_field_is_not_bound_to_the_window(desk: Desk, spec: object) -> None:
    from livedesk.ui.actions import ActionSpec

    assert isinstance(spec, ActionSpec)
    assert desk.actions_table[spec.id].shortcuts() == []


@pytest.mark.parametrize("field", ["line", "text"])
def test_that_someone_typing_fires_nothing(qtbot: QtBot, desk: Desk, field: str) -> None:
    widget = getattr(desk, field)
    _focus(qtbot, widget)
    QTest.keyClicks(widget, "Pins, F? S N T space ")
    assert desk.fired == []
    typed = widget.text() if field == "line" else widget.toPlainText()
    assert typed == "Pins, F? S N T space "


@pytest.mark.parametrize("field", ["line", "text"])
def test_that_control_keys_work_while_typing(qtbot: QtBot, desk: Desk, field: str) -> None:
    widget = getattr(desk, field)
    _focus(qtbot, widget)
    QTest.keyClick(widget, Key.Key_E, Modifier.ControlModifier)  # "end of line" in fields on Linux
    QTest.keyClick(widget, Key.Key_Return, Modifier.ControlModifier)
    assert desk.fired == [ActionId.END_SHOW, ActionId.SEND_REPLY]


def test_that_copying_stays_with_the_field(qtbot: QtBot, desk: Desk) -> None:
    desk.line.setText("12,400")
    _focus(qtbot, desk.line)
    desk.line.selectAll()
    QTest.keyClick(desk.line, Key.Key_X, Modifier.ControlModifier)
    assert desk.line.text() == ""
    assert desk.fired == []


def test_that_space_presses_a_focused_button_and_does_not_pause(qtbot: QtBot, desk: Desk) -> None:
    _focus(qtbot, desk.button)
    with qtbot.waitSignal(desk.button.clicked):
        QTest.keyClick(desk.button, Key.Key_Space)
    assert desk.fired == []


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_that_enter_presses_a_focused_button_once(qtbot: QtBot, desk: Desk, key: Key) -> None:
    presses: list[bool] = []
    desk.button.clicked.connect(lambda: presses.append(True))
    _focus(qtbot, desk.button)
    QTest.keyClick(desk.button, key)
    assert len(presses) == 1
    desk.button.setEnabled(False)
    QTest.keyClick(desk.button, key)
    assert len(presses) == 1


def test_that_space_pauses_while_a_list_has_the_keyboard(qtbot: QtBot, desk: Desk) -> None:
    _focus(qtbot, desk.list)
    QTest.keyClick(desk.list, Key.Key_Space)
    assert desk.fired == [ActionId.PAUSE]


def test_that_a_letter_acts_while_a_list_has_the_keyboard(qtbot: QtBot, desk: Desk) -> None:
    _focus(qtbot, desk.list)
    QTest.keyClick(desk.list, Key.Key_P)
    assert desk.fired == [ActionId.PIN]


def test_that_paging_scrolls_a_list_and_leaves_the_run_of_show(qtbot: QtBot, desk: Desk) -> None:
    _focus(qtbot, desk.list)
    desk.list.setCurrentRow(0)
    QTest.keyClick(desk.list, Key.Key_PageDown)
    assert desk.list.currentRow() > 0
    assert desk.fired == []


def test_that_a_disabled_action_does_not_fire(desk: Desk) -> None:
    desk.actions_table[ActionId.END_SHOW].setEnabled(False)
    QTest.keySequence(desk, QKeySequence("Ctrl+E"))
    assert desk.fired == []


def test_that_the_guard_lets_go_of_a_deleted_widget(qtbot: QtBot, desk: Desk) -> None:
    _focus(qtbot, desk.line)
    desk.line.deleteLater()
    qtbot.waitUntil(lambda: not desk.findChildren(QLineEdit))
    _focus(qtbot, desk.list)
    QTest.keyClick(desk.list, Key.Key_P)
    assert desk.fired == [ActionId.PIN]
