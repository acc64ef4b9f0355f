"""The same change for several products."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from livedesk.core import events as ev
from livedesk.core.catalogue.product import LeadTime
from livedesk.core.catalogue.revise import Rounding
from livedesk.core.ids import ZH
from livedesk.ui.product.bulk_dialog import BulkDialog
from livedesk.ui.product.field import Field
from tests.ui.catalogue.shelf import BOOTH, JUICER, WOK
from tests.ui.product.conftest import Desk


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> BulkDialog:
    made = BulkDialog(desk.state, BOOTH[:3])
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def _write(field: Field, text: str) -> None:
    assert isinstance(field.editor, QLineEdit)
    field.editor.setText(text)
    field.keep()


def _lines(dialog: BulkDialog) -> list[str]:
    return [dialog.preview.item(row).text() for row in range(dialog.preview.count())]


def test_that_nothing_changes_while_nothing_is_filled_in(dialog: BulkDialog) -> None:
    assert not dialog.apply.isEnabled()
    assert dialog.summary.text() == "0 of 3 products would change."


def test_that_prices_are_shown_before_and_after(dialog: BulkDialog, desk: Desk) -> None:
    _write(dialog.percent, "10")
    assert _lines(dialog)[1] == "4 · Non-stick wok 32 cm: US$ 6.80 → 7.48"
    picker = dialog.rounding.editor
    picker.setCurrentIndex(list(Rounding).index(Rounding.NINE))  # type: ignore[union-attr]
    dialog.rounding.keep()
    assert _lines(dialog)[1] == "4 · Non-stick wok 32 cm: US$ 6.80 → 7.49"
    assert desk.posted == []
    dialog.apply.click()
    assert desk.booth.products[1].tiers[0].price == Decimal("7.49")
    assert desk.booth.products[3] is BOOTH[3]


def test_that_all_of_it_is_one_step_of_undo(dialog: BulkDialog, desk: Desk) -> None:
    _write(dialog.category, "厨房")
    _write(dialog.brand, "Lumio")
    _write(dialog.lead_days, "20")
    _write(dialog.add_tags, "fair, new")
    _write(dialog.remove_tags, "blender")
    dialog.apply.click()
    product = desk.booth.products[0]
    assert (product.category[ZH], product.brand, product.tags) == ("厨房", "Lumio", ("fair", "new"))
    assert product.lead_times == (LeadTime(1, 20),)
    desk.state.undo()
    assert desk.booth.products == BOOTH


def test_that_what_is_no_figure_changes_nothing(dialog: BulkDialog, desk: Desk) -> None:
    _write(dialog.brand, "Lumio")
    _write(dialog.percent, "a lot")
    dialog.apply.click()
    assert desk.posted == []
    assert dialog.percent.problem


def test_that_all_are_marked_sold_out(dialog: BulkDialog, desk: Desk) -> None:
    desk.feed(ev.MarkSoldOut(WOK.sku, is_sold_out=True))
    dialog.sold_out.click()
    assert {c.sku for c in desk.posted if isinstance(c, ev.MarkSoldOut)} == {JUICER.sku, BOOTH[2].sku}


def test_that_a_product_removed_meanwhile_is_left_out(dialog: BulkDialog, desk: Desk) -> None:
    _write(dialog.brand, "Lumio")
    desk.feed(ev.RemoveProducts((WOK.sku,)))
    assert dialog.summary.text() == "2 of 2 products would change."
    dialog.apply.click()
    assert [p.sku for p in desk.booth.products] == [JUICER.sku, BOOTH[2].sku, BOOTH[3].sku]
