"""What may change during a show, and the offer, beside the live panels."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from livedesk.core import events as ev
from livedesk.core.catalogue.product import PriceTier
from livedesk.core.ids import ZH
from livedesk.core.records import Offer
from livedesk.ui.product.field import Field
from livedesk.ui.product.offer_box import OfferBox
from livedesk.ui.product.quick_edit import QuickEdit
from livedesk.ui.theme.theme import AppTheme
from tests.ui.catalogue.shelf import JUICER, WOK
from tests.ui.product.conftest import Desk


@pytest.fixture
def quick(qtbot: QtBot, theme: AppTheme, desk: Desk) -> QuickEdit:
    widget = QuickEdit(theme, desk.state, desk.post)
    qtbot.addWidget(widget)
    widget.resize(300, 560)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    desk.go_live()
    widget.edit(JUICER.sku)
    desk.posted.clear()
    return widget


def _write(field: Field, text: str) -> None:
    assert isinstance(field.editor, QLineEdit)
    field.editor.setText(text)
    field.keep()


def test_that_a_price_changes_during_the_show(quick: QuickEdit, desk: Desk) -> None:
    first = quick.prices.tiers.editors(0)[1]
    assert first.hasFocus()
    first.setText("3.40")
    first.textEdited.emit("3.40")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert desk.booth.products[0].tiers[0] == PriceTier(500, Decimal("3.40"))


def test_that_a_product_added_during_the_show_begins_with_its_name(quick: QuickEdit, desk: Desk) -> None:
    sku = desk.state.new()
    quick.edit(sku)
    assert quick.name.editor.hasFocus()
    _write(quick.name, "新杯子")
    assert desk.booth.products[-1].names == {ZH: "新杯子"}


def test_that_the_stock_and_the_mark_change_during_the_show(quick: QuickEdit, desk: Desk) -> None:
    _write(quick.stock.count, "20")
    assert desk.booth.products[0].stock == 20
    quick.stock.sold_out.click()
    assert JUICER.sku in desk.booth.session.sold_out


def test_that_escape_keeps_what_is_typed_and_goes_back(qtbot: QtBot, quick: QuickEdit, desk: Desk) -> None:
    first = quick.prices.tiers.editors(0)[1]
    first.setText("3.40")
    first.textEdited.emit("3.40")
    with qtbot.waitSignal(quick.closed):
        QTest.keyClick(first, Qt.Key.Key_Escape)
    assert desk.booth.products[0].tiers[0].price == Decimal("3.40")


def test_that_a_negative_price_never_goes_on_air(quick: QuickEdit, desk: Desk) -> None:
    first = quick.prices.tiers.editors(0)[1]
    first.setText("-3")
    quick.prices.tiers.keep()
    assert desk.posted == []
    assert "above 0" in quick.prices.tiers.problem


def test_that_a_product_removed_meanwhile_leads_back(qtbot: QtBot, quick: QuickEdit, desk: Desk) -> None:
    with qtbot.waitSignal(quick.closed):
        desk.feed(ev.RemoveProducts((JUICER.sku,)))


# --- the offer ---


@pytest.fixture
def box(qtbot: QtBot, desk: Desk) -> OfferBox:
    desk.go_live()
    widget = OfferBox(desk.state, desk.post, now=lambda: desk.now)
    qtbot.addWidget(widget)
    widget.show()
    widget.show_product(JUICER)
    desk.posted.clear()
    return widget


def test_that_an_offer_goes_on_air_with_its_product(box: OfferBox, desk: Desk) -> None:
    _write(box.text, "前一百单免费印标志")
    _write(box.price, "3,20")
    box.minutes.pick("10")
    now = desk.now
    box.put.click()
    pin, put = desk.posted
    assert pin == ev.PinProduct(JUICER.sku)
    assert isinstance(put, ev.PutOffer)
    assert (put.sku, put.text, put.price) == (JUICER.sku, "前一百单免费印标志", Decimal("3.20"))
    assert put.ends_at == pytest.approx(now + 600, abs=5)
    assert desk.booth.session.offer is not None
    assert "left" in box.status.text()


def test_that_enter_puts_the_offer_on_air_once(box: OfferBox, desk: Desk) -> None:
    editor = box.text.editor
    editor.setFocus()
    QTest.keyClicks(editor, "free logo")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert sum(isinstance(command, ev.PutOffer) for command in desk.posted) == 1


def test_that_an_offer_needs_words_or_a_price(box: OfferBox, desk: Desk) -> None:
    assert not box.put.isEnabled()
    _write(box.price, "cheap")
    _write(box.text, "free logo")
    box.put.click()
    assert desk.posted == []
    assert box.price.problem


def test_that_an_offer_without_an_end_stands_until_it_is_taken_off(box: OfferBox, desk: Desk) -> None:
    _write(box.text, "free logo")
    box.minutes.pick("0")
    box.put.click()
    assert desk.booth.session.offer is not None
    assert desk.booth.session.offer.ends_at is None
    assert box.status.text() == "On air until you take it off."
    box.clear.click()
    assert desk.posted[-1] == ev.ClearOffer()
    assert desk.booth.session.offer is None
    assert box.clear.isHidden()


def test_that_an_offer_for_another_product_is_told(box: OfferBox, desk: Desk) -> None:
    offer = Offer(WOK.sku, {ZH: "特价"}, None, "USD", None)
    desk.state.take_session(replace(desk.booth.session, offer=offer))
    assert "another product" in box.status.text()


def test_that_the_offer_on_air_is_shown_to_be_changed(qtbot: QtBot, desk: Desk, box: OfferBox) -> None:
    _write(box.text, "free logo")
    box.put.click()
    other = OfferBox(desk.state, desk.post, now=lambda: desk.now)
    qtbot.addWidget(other)
    other.show_product(JUICER)
    assert other.text.value == "free logo"
    assert other.put.text() == "Change the offer"
