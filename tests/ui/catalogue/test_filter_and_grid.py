"""Filter, grid, several products at once, and products put in another order."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from livedesk.core import events as ev
from livedesk.core.catalogue.filters import CatalogueFilter
from livedesk.core.ids import EN, ZH, Sku
from livedesk.core.records import SessionState, ShowItem
from livedesk.ui.bridge import Bridge
from livedesk.ui.catalogue.card_delegate import CARD_HEIGHT
from livedesk.ui.catalogue.list_model import CatalogueModel, Role
from livedesk.ui.catalogue.panel import CataloguePanel
from livedesk.ui.catalogue.product_menu import MenuEntry
from livedesk.ui.catalogue.view import CatalogueView
from livedesk.ui.theme.theme import AppTheme
from tests.ui.catalogue.shelf import BOOTH, FRYER, JUICER, KETTLE, SHOW, SVG, WOK, many, session
from tests.ui.fakes import FakeServices

Key, Modifier, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


class Column:
    """The panel with the handles a test needs."""

    def __init__(self, panel: CataloguePanel, posted: list[ev.Command]) -> None:
        self.panel, self.posted = panel, posted
        self.view = panel.findChild(CatalogueView)

    @property
    def shown(self) -> list[Sku]:
        model = self.view.model()
        return [model.index(row, 0).data(Role.PRODUCT).sku for row in range(model.rowCount())]

    @property
    def selected(self) -> list[Sku]:
        return [product.sku for product in self.view.selected_products]

    def select(self, *rows: int) -> None:
        skus = [self.shown[row] for row in rows]
        self.view.select(skus[0])
        self.view.select_all_of(skus)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        QTest.keyClick(self.view, key, modifier)

    def filter(self, **wanted: object) -> None:
        self.panel.toolbar.filter_changed.emit(CatalogueFilter(**wanted))  # type: ignore[arg-type]

    def drop(self, row: int, place: QPoint) -> None:
        self.select(row)

        class _Drop(QDropEvent):
            def source(self) -> object:
                return view

        view = self.view
        event = _Drop(QPointF(place), Qt.DropAction.MoveAction, QMimeData(), LEFT, Modifier.NoModifier)
        view.dropEvent(event)


@pytest.fixture
def column(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, posted: list[ev.Command], services: FakeServices
) -> Column:
    services.pictures = {"JZ-03.svg": SVG}
    panel = CataloguePanel(theme=theme, bridge=bridge, post=posted.append, services=services)
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.show()
    panel.show_products(BOOTH)
    panel.show_session(session())
    return Column(panel, posted)


# --- filter ---


def test_that_a_filter_narrows_the_list_and_shows_chips(qtbot: QtBot, column: Column) -> None:
    column.filter(category=("Cookware",), least=Decimal("6.00"))
    assert column.shown == [WOK.sku, KETTLE.sku, FRYER.sku]
    chips = column.panel.toolbar.chips.chips
    assert [chip.text() for chip in chips] == ["Cookware  ×", "≥ 6.00  ×"]
    assert column.panel.toolbar.count.text() == "3 of 4"
    qtbot.mouseClick(chips[0], LEFT)
    assert column.shown == [WOK.sku, KETTLE.sku, FRYER.sku]
    qtbot.mouseClick(column.panel.toolbar.chips.chips[0], LEFT)
    assert len(column.shown) == 4
    assert column.panel.toolbar.chips.isHidden()


def test_that_the_sold_out_filter_follows_the_show(column: Column) -> None:
    column.filter(is_sold_out=True)
    assert column.shown == []
    column.panel.show_session(session(sold_out=frozenset({WOK.sku})))
    assert column.shown == [WOK.sku]


def test_that_a_filter_without_hit_says_so_and_can_be_cleared(qtbot: QtBot, column: Column) -> None:
    column.filter(least=Decimal(900))
    buttons = {b.text(): b for b in column.panel.findChildren(QPushButton) if b.isVisible()}
    qtbot.mouseClick(buttons["Show all products"], LEFT)
    assert len(column.shown) == 4


def test_that_search_and_filter_apply_together(qtbot: QtBot, column: Column) -> None:
    column.filter(category=("Cookware",))
    column.panel.toolbar.search.setText("fryer")
    qtbot.waitUntil(lambda: column.shown == [FRYER.sku])


def test_that_the_popover_offers_what_the_catalogue_has(column: Column) -> None:
    column.panel.show_products((*BOOTH, replace(WOK, sku=Sku("X"), number=99, currency="EUR")))
    column.panel._open_filters()
    popover = column.panel.toolbar.popover
    model = popover.tree.model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert rows == ["All categories", "Small appliances  1", "Cookware  4"]
    popover.tree.setCurrentIndex(model.index(1, 0))
    assert column.shown == [JUICER.sku]
    popover.currency.pick("EUR")
    popover.currency.activated.emit(popover.currency.currentIndex())
    assert column.shown == []
    popover.clear_button.click()
    assert len(column.shown) == 5


def test_that_a_price_that_is_no_figure_filters_nothing(column: Column) -> None:
    column.panel._open_filters()
    least = column.panel.toolbar.popover.least
    least.editor.setText("cheap")  # type: ignore[union-attr]
    least.keep()
    assert len(column.shown) == 4
    assert least.problem


# --- grid ---


def test_that_the_grid_stands_side_by_side_and_keeps_the_selection(column: Column) -> None:
    column.select(2)
    column.panel.switch_view()
    first, second = (column.view.visualRect(column.view.model().index(row, 0)) for row in (0, 1))
    assert first.y() == second.y()
    assert first.right() < second.x() + 1
    assert first.height() == CARD_HEIGHT
    assert column.selected == [KETTLE.sku]
    column.panel.switch_view()
    rect = column.view.visualRect(column.view.model().index(1, 0))
    assert rect.x() == 0


def test_that_arrows_go_through_the_grid_and_p_pins(column: Column) -> None:
    column.panel.switch_view()
    column.select(0)
    column.press(Key.Key_Right)
    column.press(Key.Key_P)
    assert column.posted == [ev.PinProduct(WOK.sku)]


def test_that_up_on_the_first_line_of_cards_goes_back_to_the_search(qtbot: QtBot, column: Column) -> None:
    column.panel.switch_view()
    column.select(1)
    with qtbot.waitSignal(column.view.left_upwards):
        column.press(Key.Key_Up)
    column.select(2)
    column.press(Key.Key_Up)
    assert column.selected == [JUICER.sku]


def test_that_the_pin_button_of_a_card_pins(qtbot: QtBot, column: Column) -> None:
    column.panel.switch_view()
    card = column.view.visualRect(column.view.model().index(1, 0))
    place = next(
        QPoint(x, y)
        for y in range(card.y(), card.bottom(), 2)
        for x in range(card.right(), card.x(), -2)
        if column.panel._cards.is_over_pin(QPoint(x, y), card, column.view.model().index(1, 0))
    )
    qtbot.mouseClick(column.view.viewport(), LEFT, pos=place)
    assert column.posted == [ev.PinProduct(WOK.sku)]


def test_that_a_card_is_drawn_with_its_picture(qtbot: QtBot, column: Column) -> None:
    column.panel.switch_view()

    def has_red() -> bool:
        image = column.view.grab().toImage()
        card = column.view.visualRect(column.view.model().index(0, 0))
        colour = image.pixelColor(card.center().x(), card.y() + 60)
        return colour.red() > 200 and colour.green() < 60

    qtbot.waitUntil(has_red)


# --- several ---


def test_that_several_are_put_on_air_and_taken_off(column: Column) -> None:
    column.panel.show_session(session(pinned=(WOK.sku,)))
    column.select(1, 2)
    column.press(Key.Key_P)
    assert column.posted == [ev.PinProduct(KETTLE.sku)]
    column.panel.show_session(session(pinned=(WOK.sku, KETTLE.sku)))
    column.press(Key.Key_P)
    assert column.posted[1:] == [ev.UnpinProduct(WOK.sku), ev.UnpinProduct(KETTLE.sku)]


def test_that_several_are_marked_sold_out_and_available_again(column: Column) -> None:
    column.panel.show_session(session(sold_out=frozenset({WOK.sku})))
    column.select(1, 2)
    column.press(Key.Key_S)
    assert column.posted == [ev.MarkSoldOut(KETTLE.sku, True)]


def test_that_the_bar_counts_the_selected_and_edits_them_together(qtbot: QtBot, column: Column) -> None:
    assert column.panel.bar.isHidden()
    column.select(0, 1, 3)
    assert not column.panel.bar.isHidden()
    with qtbot.waitSignal(column.panel.actions_of.bulk_wanted) as wanted:
        column.panel.bar.edit.click()
    assert [product.sku for product in wanted.args[0]] == [JUICER.sku, WOK.sku, FRYER.sku]


def test_that_a_changed_catalogue_keeps_the_selection(column: Column) -> None:
    column.select(1, 2)
    column.panel.show_products((*BOOTH, replace(WOK, sku=Sku("X"), number=99)))
    assert column.selected == [WOK.sku, KETTLE.sku]
    column.panel.show_products(tuple(reversed(BOOTH)))
    assert set(column.selected) == {WOK.sku, KETTLE.sku}


def test_that_removed_products_come_back_with_one_click(qtbot: QtBot, column: Column, bridge: Bridge) -> None:
    column.select(0, 1)
    column.press(Key.Key_Delete)
    assert column.posted == [ev.RemoveProducts((JUICER.sku, WOK.sku))]
    bridge.catalogue_history_changed.emit(True, False)
    assert column.panel.undo_note.isVisible()
    qtbot.mouseClick(column.panel.undo_note.button, LEFT)
    assert column.posted[-1] == ev.UndoCatalogue()


# --- what else a key and the menu do ---


def test_that_f2_and_o_say_what_is_wanted(qtbot: QtBot, column: Column) -> None:
    column.select(1)
    with qtbot.waitSignal(column.panel.actions_of.edit_wanted) as edit:
        column.press(Key.Key_F2)
    with qtbot.waitSignal(column.panel.actions_of.offer_wanted) as offer:
        column.press(Key.Key_O)
    assert (edit.args, offer.args) == ([WOK.sku], [WOK.sku])


def test_that_a_double_click_before_the_show_opens_the_form(qtbot: QtBot, column: Column) -> None:
    column.panel.show_session(session(state=SessionState.IDLE))
    place = column.view.visualRect(column.view.model().index(1, 0)).center() - QPoint(60, 0)
    qtbot.mouseClick(column.view.viewport(), LEFT, pos=place)
    with qtbot.waitSignal(column.panel.actions_of.edit_wanted):
        qtbot.mouseDClick(column.view.viewport(), LEFT, pos=place)
    assert column.posted == []


def test_that_the_menu_adds_a_step_and_asks_for_texts(column: Column) -> None:
    column.panel.show_session(session(show=SHOW[:1]))
    column.select(1, 2)
    menu = column.panel.product_menu()
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert "Duplicate" not in actions
    actions["Add to the run of show"].trigger()
    actions["Translate the empty texts"].trigger()
    show, fill = column.posted
    assert show == ev.SetShow((SHOW[0], ShowItem(WOK.names, 5.0, (WOK.sku, KETTLE.sku))))
    assert fill == ev.FillTexts((WOK.sku, KETTLE.sku), (ZH, EN))
    menu.close()


def test_that_other_parts_of_the_window_add_lines_to_the_menu(column: Column) -> None:
    got: list[object] = []
    column.panel.actions_of.more.append(MenuEntry(lambda: "Quotation…", got.append, "Q"))
    column.select(3)
    menu = column.panel.product_menu()
    next(action for action in menu.actions() if action.text() == "Quotation…\tQ").trigger()
    assert got == [(FRYER,)]
    menu.close()


# --- order ---


def test_that_alt_and_arrows_move_a_product(column: Column) -> None:
    column.select(1)
    column.press(Key.Key_Down, Modifier.AltModifier)
    column.press(Key.Key_Up, Modifier.AltModifier)
    assert column.posted == [ev.MoveProduct(WOK.sku, 3), ev.MoveProduct(WOK.sku, 0)]


def test_that_nothing_moves_beyond_the_ends(column: Column) -> None:
    column.select(0)
    column.press(Key.Key_Up, Modifier.AltModifier)
    column.select(3)
    column.press(Key.Key_Down, Modifier.AltModifier)
    assert column.posted == []


def test_that_a_product_dropped_between_two_goes_there(column: Column) -> None:
    third = column.view.visualRect(column.view.model().index(2, 0))
    column.drop(0, third.bottomLeft() - QPoint(-20, 4))
    column.drop(3, QPoint(20, 2))
    assert column.posted == [ev.MoveProduct(JUICER.sku, 3), ev.MoveProduct(FRYER.sku, 0)]


def test_that_a_product_dropped_where_it_stands_does_not_move(column: Column) -> None:
    own = column.view.visualRect(column.view.model().index(1, 0))
    column.drop(1, own.topLeft() + QPoint(20, 4))
    column.drop(1, own.bottomLeft() + QPoint(20, -4))
    assert column.posted == []


def test_that_found_products_cannot_be_moved(column: Column) -> None:
    column.filter(category=("Cookware",))
    column.select(0)
    column.press(Key.Key_Down, Modifier.AltModifier)
    assert column.posted == []
    flags = column.view.model().flags(column.view.model().index(0, 0))
    assert not flags & Qt.ItemFlag.ItemIsDragEnabled


# --- the model ---


def test_that_an_edited_product_changes_its_row_alone(qtbot: QtBot) -> None:
    model = CatalogueModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    products = many(50)
    model.show(products)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last, _roles: changed.append(first.row()))
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    edited = (*products[:7], replace(products[7], brand="Lumio"), *products[8:])
    model.show(edited)
    assert (changed, resets) == ([7], [])
    model.can_move = True
    model.show(edited[1:])
    assert resets == [1]


# --- the first start ---


def test_that_an_empty_catalogue_offers_every_way_in(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, posted: list[ev.Command], services: FakeServices
) -> None:
    panel = CataloguePanel(theme=theme, bridge=bridge, post=posted.append, services=services)
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.import_wanted):
        qtbot.mouseClick(panel.empty.import_button, LEFT)
    qtbot.mouseClick(panel.empty.sample, LEFT)
    assert services.calls == [("open_sample_booth",)]
    with qtbot.waitSignal(panel.actions_of.edit_wanted):
        qtbot.mouseClick(panel.empty.new, LEFT)
    assert isinstance(posted[-1], ev.PutProducts)


def test_that_every_button_has_a_name_for_screen_readers(column: Column) -> None:
    for button in column.panel.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
