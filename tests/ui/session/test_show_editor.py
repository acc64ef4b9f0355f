"""The run of show being written; a real desk answers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH
from livedesk.core.records import ShowItem
from livedesk.ui.bridge import Bridge
from livedesk.ui.product.field import Field
from livedesk.ui.session.show_editor import ShowEditor
from tests.ui.catalogue.shelf import FRYER, JUICER, KETTLE, SHOW, WOK
from tests.ui.product.conftest import Desk


@pytest.fixture
def desk(bridge: Bridge) -> Desk:
    return Desk(bridge)


@pytest.fixture
def editor(qtbot: QtBot, desk: Desk) -> ShowEditor:
    made = ShowEditor(desk.state, desk.post)
    qtbot.addWidget(made)
    made.show()
    made.steps.setCurrentRow(1)
    return made


def _write(field: Field, text: str) -> None:
    if isinstance(field.editor, QLineEdit):
        field.editor.setText(text)
    else:
        assert isinstance(field.editor, QPlainTextEdit)
        field.editor.setPlainText(text)
    field.keep()


def _show(desk: Desk) -> tuple[ShowItem, ...]:
    return desk.booth.session.show


def test_that_the_steps_are_listed_with_their_time(editor: ShowEditor) -> None:
    assert [editor.steps.item(row).text() for row in range(2)] == [
        "1  Welcome  ·  2 min",
        "2  Juicer: live test  ·  5 min",
    ]
    assert editor.title.value == "榨汁杯"


def test_that_title_script_and_time_are_kept_in_their_language(editor: ShowEditor, desk: Desk) -> None:
    editor.language.pick(EN)
    editor.language.activated.emit(editor.language.currentIndex())
    _write(editor.title, "Juicer, with ice")
    _write(editor.script, "Look here.")
    _write(editor.minutes, "2,5")
    step = _show(desk)[1]
    assert step.title == {ZH: "榨汁杯", EN: "Juicer, with ice"}
    assert step.script == {ZH: "放冰块。", EN: "Look here."}
    assert step.minutes == 2.5


def test_that_a_time_that_is_no_figure_is_told(editor: ShowEditor, desk: Desk) -> None:
    _write(editor.minutes, "soon")
    assert editor.minutes.problem
    assert _show(desk) == SHOW


def test_that_steps_are_added_moved_and_removed(editor: ShowEditor, desk: Desk) -> None:
    editor.add.click()
    assert len(_show(desk)) == 5
    assert editor.steps.currentRow() == 2
    _write(editor.title, "提问")
    assert _show(desk)[2].title == {ZH: "提问"}
    editor.up.click()
    assert _show(desk)[1].title == {ZH: "提问"}
    QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _show(desk)[2].title == {ZH: "提问"}
    editor.remove.click()
    assert _show(desk) == SHOW


def test_that_undo_takes_back_step_by_step(editor: ShowEditor, desk: Desk) -> None:
    assert not editor.undo.isEnabled()
    editor.remove.click()
    editor.remove.click()
    assert len(_show(desk)) == 2
    editor.undo.click()
    editor.undo.click()
    assert _show(desk) == SHOW
    assert not editor.undo.isEnabled()


@pytest.mark.parametrize("text", ["13", "kz-45", "13 · Café air fryer 4.5 L (KZ-45)"])
def test_that_a_product_is_added_by_number_sku_or_name(editor: ShowEditor, desk: Desk, text: str) -> None:
    editor.product.setText(text)
    QTest.keyClick(editor.product, Qt.Key.Key_Return)
    assert _show(desk)[1].skus == (JUICER.sku, FRYER.sku)
    assert editor.isVisible()


def test_that_a_product_that_there_is_not_adds_nothing(editor: ShowEditor, desk: Desk) -> None:
    editor.product.setText("zzz")
    QTest.keyClick(editor.product, Qt.Key.Key_Return)
    assert desk.posted == []
    assert editor.product.text() == "zzz"


def test_that_a_product_is_taken_out_of_its_step(editor: ShowEditor, desk: Desk) -> None:
    editor.steps.setCurrentRow(2)
    editor.products.setCurrentRow(0)
    editor.drop.click()
    assert _show(desk)[2].skus == (KETTLE.sku,)


def test_that_a_show_without_steps_begins_with_one(editor: ShowEditor, desk: Desk) -> None:
    for _ in range(4):
        editor.remove.click()
    assert _show(desk) == ()
    assert not editor.title.isEnabled()
    editor.add.click()
    assert len(_show(desk)) == 1
    assert editor.title.isEnabled()


def test_that_the_current_step_stays_current_while_the_show_runs(editor: ShowEditor, desk: Desk) -> None:
    desk.go_live()
    desk.feed(ev.GoToShowItem(2))
    editor.steps.setCurrentRow(0)
    editor.remove.click()
    session = desk.booth.session
    assert session.show[session.show_index].skus == (WOK.sku, KETTLE.sku)
