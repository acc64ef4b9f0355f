"""Where products are edited in the window: never over the live panels during a show."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from livedesk.core import events as ev
from livedesk.ui.bridge import Bridge
from livedesk.ui.main_window import MainWindow
from livedesk.ui.product.bulk_dialog import BulkDialog
from livedesk.ui.session.show_editor import ShowEditor
from tests.ui.catalogue.shelf import BOOTH, JUICER, KETTLE, WOK, session
from tests.ui.conftest import bring_to_front
from tests.ui.lines.records import message
from tests.ui.records import IDLE

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot, bridge: Bridge, make_window: Callable[[], MainWindow]) -> Iterator[MainWindow]:
    made = make_window()
    made.resize(1280, 800)
    bring_to_front(qtbot, made)
    bridge.catalogue_changed.emit(BOOTH)
    bridge.session_changed.emit(IDLE)
    yield made
    bridge.session_changed.emit(IDLE)


def _press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def _list_of(window: MainWindow) -> None:
    window.catalogue.show_product(WOK.sku)
    window.catalogue.focus_list()


def test_that_f2_opens_the_form_in_the_middle_before_a_show(window: MainWindow) -> None:
    _list_of(window)
    _press(window, Key.Key_F2)
    assert window.products.form.isVisible()
    assert window.products.form.sku == WOK.sku
    assert not window.live.isVisible()
    _press(window, Key.Key_Escape)
    assert window.live.isVisible()


def test_that_the_form_follows_the_list(window: MainWindow) -> None:
    _list_of(window)
    _press(window, Key.Key_F2)
    window.catalogue.focus_list()
    _press(window, Key.Key_Down)
    assert window.products.form.sku == KETTLE.sku


def test_that_a_show_that_begins_closes_the_form_and_keeps_what_is_typed(
    window: MainWindow, bridge: Bridge, posted: list[ev.Command]
) -> None:
    window.products.edit(WOK.sku)
    brand = window.products.form.basics.brand.editor
    brand.setFocus()
    QTest.keyClicks(brand, "Lumio")
    bridge.session_changed.emit(session())
    assert window.live.isVisible()
    assert posted == [ev.PutProducts((replace(WOK, brand="Lumio"),), based_on=(WOK,))]


def test_that_during_a_show_editing_stays_in_the_catalogues_column(
    window: MainWindow, bridge: Bridge
) -> None:
    bridge.session_changed.emit(session())
    _list_of(window)
    _press(window, Key.Key_F2)
    assert window.products.quick.isVisible()
    assert window.live.isVisible()
    assert window.chat.isVisible()
    _press(window, Key.Key_Escape)
    assert window.catalogue.isVisible()


def test_that_o_opens_the_offer(window: MainWindow, bridge: Bridge) -> None:
    bridge.session_changed.emit(session())
    _list_of(window)
    _press(window, Key.Key_O)
    assert window.products.quick.offer.text.editor.hasFocus()


def test_that_a_new_product_begins_with_its_name(window: MainWindow, posted: list[ev.Command]) -> None:
    _press(window, Key.Key_N, Modifier.ControlModifier)
    assert isinstance(posted[0], ev.PutProducts)
    assert window.products.form.texts.fields["names"].editor.hasFocus()


def test_that_undo_is_about_the_text_first_and_then_about_the_catalogue(
    window: MainWindow, bridge: Bridge, posted: list[ev.Command]
) -> None:
    bridge.catalogue_history_changed.emit(True, False)
    window.products.edit(WOK.sku)
    brand = window.products.form.basics.brand.editor
    brand.setFocus()
    QTest.keyClicks(brand, "Lu")
    _press(window, Key.Key_Z, Modifier.ControlModifier)
    assert brand.text() == ""  # type: ignore[union-attr]
    assert ev.UndoCatalogue() not in posted
    _press(window, Key.Key_Z, Modifier.ControlModifier)
    assert posted[-1] == ev.UndoCatalogue()


def test_that_closing_the_window_keeps_what_is_typed(window: MainWindow, posted: list[ev.Command]) -> None:
    window.products.edit(WOK.sku)
    brand = window.products.form.basics.brand.editor
    brand.setFocus()
    QTest.keyClicks(brand, "Lumio")
    window.close()
    assert posted[-1] == ev.PutProducts((replace(WOK, brand="Lumio"),), based_on=(WOK,))


def test_that_p_in_the_chat_pins_what_the_message_speaks_of(
    window: MainWindow, bridge: Bridge, posted: list[ev.Command]
) -> None:
    bridge.session_changed.emit(session(pinned=(WOK.sku,)))
    bridge.messages_changed.emit([replace(message(1), products=(JUICER.sku, WOK.sku))])
    window.chat.next_unanswered()
    window.chat.view.setFocus()
    _press(window, Key.Key_P)
    assert posted == [ev.PinProduct(JUICER.sku)]
    bridge.session_changed.emit(session(pinned=(WOK.sku, JUICER.sku)))
    _press(window, Key.Key_P)
    assert posted[1:] == [ev.UnpinProduct(JUICER.sku), ev.UnpinProduct(WOK.sku)]


def test_that_a_product_of_the_chat_is_shown_in_the_catalogue(window: MainWindow) -> None:
    window.catalogue.toolbar.search.setText("kettle")
    window.chat.product_wanted.emit(JUICER.sku)
    assert window.catalogue.toolbar.search.text() == ""
    assert window.catalogue.actions_of.menu_groups(window.catalogue._view.selected_products)
    assert [p.sku for p in window.catalogue._view.selected_products] == [JUICER.sku]


@pytest.mark.parametrize("kind", [ShowEditor, BulkDialog])
def test_that_dialogs_open_beside_the_window(window: MainWindow, kind: type[QDialog]) -> None:
    if kind is ShowEditor:
        window.products.edit_show()
        window.products.edit_show()
    else:
        window.products.edit_together(BOOTH[:2])
    opened = [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]
    assert len(opened) == 1
    assert not opened[0].isModal()
    opened[0].close()
