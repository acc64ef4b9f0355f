"""One field of a form: kept when it is finished, left alone while one types."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from livedesk.ui.product import readers
from livedesk.ui.product.field import Field
from livedesk.ui.widgets.picker import Picker


class Form:
    """A field beside another one to go to."""

    def __init__(self, qtbot: QtBot, field: Field) -> None:
        self.window = QWidget()
        self.field, self.other = field, QLineEdit(self.window)
        field.setParent(self.window)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.kept: list[object] = []
        field.finished.connect(self._keep)

    def _keep(self) -> None:
        self.kept.append(self.field.value)

    def type(self, text: str) -> None:
        editor = self.field.editor
        editor.setFocus()
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        editor.selectAll()
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        QTest.keyClicks(editor, text)

    def leave(self) -> None:
        self.other.setFocus()


@pytest.fixture
def price(qtbot: QtBot) -> Form:
    field = Field(QLineEdit(), readers.price_or_none, readers.write_price)
    field.set_texts("Price", "", "Write a figure.")
    return Form(qtbot, field)


def test_that_leaving_a_field_keeps_it_and_writes_it_as_prices_are_written(price: Form) -> None:
    price.type("3,5")
    price.leave()
    assert price.kept == [Decimal("3.50")]
    assert price.field.editor.text() == "3.50"  # type: ignore[union-attr]


def test_that_what_cannot_be_read_stays_and_is_told_beside_the_field(price: Form) -> None:
    price.field.show_value(Decimal("2.00"))
    price.type("3.50-4.20")
    price.leave()
    assert price.kept == []
    assert price.field.problem == "Write a figure."
    assert price.field.editor.text() == "3.50-4.20"  # type: ignore[union-attr]
    assert price.field.editor.accessibleDescription() == "Write a figure."
    price.type("3.5")
    price.leave()
    assert price.field.problem == ""
    assert price.kept == [Decimal("3.50")]


def test_that_a_pause_keeps_what_was_typed_with_the_cursor_where_it_is(qtbot: QtBot, price: Form) -> None:
    price.type("3.5")
    qtbot.waitUntil(lambda: price.kept == [Decimal("3.50")])
    assert price.field.editor.text() == "3.5"  # type: ignore[union-attr]
    assert price.field.editor.hasFocus()


def test_that_nothing_typed_is_overwritten_by_what_the_desk_tells(price: Form) -> None:
    price.field.show_value(Decimal("2.00"))
    price.type("3.5")
    price.field.show_value(Decimal("2.50"))
    assert price.field.editor.text() == "3.5"  # type: ignore[union-attr]
    price.leave()
    assert price.kept == [Decimal("3.50")]


def test_that_the_same_value_is_not_kept_again(price: Form) -> None:
    price.field.show_value(Decimal("3.50"))
    price.type("3,50")
    price.leave()
    assert price.kept == []


def test_that_an_empty_field_is_no_price(price: Form) -> None:
    price.field.show_value(Decimal("3.50"))
    price.type("")
    price.leave()
    assert price.kept == [None]


def test_that_a_refused_text_is_held_until_it_is_another_one(price: Form) -> None:
    price.field.show_value(Decimal("3.50"))
    price.type("-2")
    price.leave()
    price.field.hold("A price is above 0.")
    price.field.show_value(Decimal("3.50"))
    assert price.field.editor.text() == "-2.00"  # type: ignore[union-attr]
    assert price.field.problem == "A price is above 0."
    price.field.hold("")
    price.field.show_value(Decimal("3.50"))
    assert price.field.editor.text() == "3.50"  # type: ignore[union-attr]


def test_that_a_long_text_is_kept_without_blanks_at_its_ends(qtbot: QtBot) -> None:
    form = Form(qtbot, Field(QPlainTextEdit(), readers.lines, readers.write_text))
    form.field.show_value("old")
    assert form.kept == []
    form.type(" new ")
    form.leave()
    assert form.kept == ["new"]


def test_that_a_field_that_must_not_be_empty_shows_its_first_value(qtbot: QtBot) -> None:
    form = Form(qtbot, Field(QLineEdit(), readers.required_line))
    form.field.show_value("JZ-03")
    assert form.field.editor.text() == "JZ-03"  # type: ignore[union-attr]


def test_that_a_picker_shows_a_value_that_is_not_in_its_list(qtbot: QtBot) -> None:
    picker = Picker()
    picker.addItem("USD", "USD")
    form = Form(qtbot, Field(picker))
    form.field.show_value("XAU")
    assert picker.currentData() == "XAU"
    picker.setCurrentIndex(0)
    picker.activated.emit(0)
    assert form.kept == ["USD"]


def test_that_a_mark_stands_behind_the_name(price: Form) -> None:
    price.field.set_mark("by machine")
    assert price.field.label.whole_text == "Price · by machine"
    assert price.field.editor.accessibleName() == "Price · by machine"
