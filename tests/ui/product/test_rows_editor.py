"""Price steps and the like, typed into a small table."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from livedesk.ui.product import readers
from livedesk.ui.product.rows_editor import Column, RowsEditor
from livedesk.ui.theme.theme import AppTheme

TWO = ((500, Decimal("3.50")), (2000, Decimal("3.20")))


class Table:
    """The editor in a window, and what it kept."""

    def __init__(self, qtbot: QtBot, theme: AppTheme) -> None:
        self.window = QWidget()
        self.rows = RowsEditor(
            theme,
            (
                Column(readers.count_or_none, readers.write_count),
                Column(readers.price_or_none, readers.write_price),
            ),
            self.window,
        )
        self.rows.set_texts(("From", "Price"), "Remove", "Both, please.", "Write figures.", ("500", "3.50"))
        self.other = QLineEdit(self.window)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.kept: list[object] = []
        self.rows.finished.connect(self._keep)

    def _keep(self) -> None:
        self.kept.append(self.rows.value)

    def type(self, row: int, column: int, text: str) -> None:
        editor = self.rows.editors(row)[column]
        editor.setFocus()
        editor.selectAll()
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        QTest.keyClicks(editor, text)

    def texts(self) -> list[list[str]]:
        return [[editor.text() for editor in self.rows.editors(row)] for row in range(self.rows.row_count)]


@pytest.fixture
def table(qtbot: QtBot, theme: AppTheme) -> Table:
    made = Table(qtbot, theme)
    made.rows.show_value(TWO)
    return made


def test_that_a_blank_row_waits_below_the_others(table: Table) -> None:
    assert table.texts() == [["500", "3.50"], ["2,000", "3.20"], ["", ""]]


def test_that_a_new_row_is_kept_when_one_leaves_it(qtbot: QtBot, table: Table) -> None:
    table.type(2, 0, "5000")
    assert table.rows.row_count == 4
    table.type(2, 1, "2,95")
    table.other.setFocus()
    qtbot.waitUntil(lambda: table.kept == [(*TWO, (5000, Decimal("2.95")))])
    assert table.texts()[2] == ["5,000", "2.95"]


def test_that_half_a_row_is_not_kept_and_says_so(qtbot: QtBot, table: Table) -> None:
    table.type(2, 0, "5000")
    table.other.setFocus()
    qtbot.waitUntil(lambda: table.rows.problem == "Both, please.")
    assert table.kept == []
    assert table.texts()[2] == ["5000", ""]


def test_that_what_is_no_figure_is_told(qtbot: QtBot, table: Table) -> None:
    table.type(0, 1, "cheap")
    table.other.setFocus()
    qtbot.waitUntil(lambda: table.rows.problem == "Write figures.")
    assert table.kept == []


def test_that_an_emptied_row_goes(qtbot: QtBot, table: Table) -> None:
    table.type(0, 0, "")
    table.type(0, 1, "")
    table.other.setFocus()
    qtbot.waitUntil(lambda: table.kept == [TWO[1:]])
    assert table.texts() == [["2,000", "3.20"], ["", ""]]


def test_that_the_button_takes_its_row_away(qtbot: QtBot, table: Table) -> None:
    qtbot.mouseClick(table.rows.remove_button(0), Qt.MouseButton.LeftButton)
    assert table.kept == [TWO[1:]]
    table.other.setFocus()
    qtbot.waitUntil(lambda: table.texts() == [["2,000", "3.20"], ["", ""]])


def test_that_enter_goes_down_a_row(table: Table) -> None:
    table.type(0, 1, "3.60")
    QTest.keyClick(table.rows.editors(0)[1], Qt.Key.Key_Return)
    assert table.rows.editors(1)[0].hasFocus()
    assert table.kept == [((500, Decimal("3.60")), TWO[1])]


def test_that_a_pause_keeps_complete_rows(qtbot: QtBot, table: Table) -> None:
    table.type(1, 1, "3.10")
    qtbot.waitUntil(lambda: table.kept == [(TWO[0], (2000, Decimal("3.10")))])
    assert table.rows.editors(1)[1].hasFocus()


def test_that_what_one_types_is_not_overwritten(table: Table) -> None:
    table.type(0, 1, "9")
    table.rows.show_value(TWO[:1])
    assert table.texts()[0] == ["500", "9"]


def test_that_every_cell_and_button_has_a_name(table: Table) -> None:
    assert [editor.accessibleName() for editor in table.rows.editors(1)] == ["From 2", "Price 2"]
    assert table.rows.remove_button(1).accessibleName() == "Remove 2"
