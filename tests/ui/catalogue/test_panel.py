"""The catalogue column, driven by mouse and keyboard as an operator does."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from livedesk.core.catalogue.product import Product
from livedesk.core.events import Command, MarkSoldOut, PinProduct, UnpinProduct
from livedesk.core.ids import EN, Sku
from livedesk.ui.bridge import Bridge
from livedesk.ui.catalogue.delegate import ProductDelegate
from livedesk.ui.catalogue.list_model import Role
from livedesk.ui.catalogue.panel import CataloguePanel
from livedesk.ui.catalogue.row import RowRects, RowText
from livedesk.ui.catalogue.search_field import SearchField
from livedesk.ui.catalogue.thumbnails import Thumbnails
from livedesk.ui.catalogue.view import CatalogueView
from livedesk.ui.theme.theme import AppTheme
from tests.ui.catalogue.shelf import BOOTH, FRYER, JUICER, KETTLE, SVG, WOK, many, session
from tests.ui.fakes import FakeServices

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class Desk:
    """The panel with the handles a test needs."""

    def __init__(self, panel: CataloguePanel, qtbot: QtBot, posted: list[Command]) -> None:
        self.panel = panel
        self.qtbot = qtbot
        self.posted = posted
        self.field = panel.findChild(SearchField)
        self.view = panel.findChild(CatalogueView)

    def type(self, text: str) -> None:
        self.field.clear()
        for letter in text:  # as an input method does; QTest has no keys for Chinese
            self.field.insert(letter)

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key)

    @property
    def shown(self) -> list[Sku]:
        model = self.view.model()
        return [model.index(row, 0).data(Role.PRODUCT).sku for row in range(model.rowCount())]

    @property
    def selected(self) -> list[Sku]:
        return [index.data(Role.PRODUCT).sku for index in self.view.selectedIndexes()]

    def index(self, row: int) -> QModelIndex:
        return self.view.model().index(row, 0)

    def pin_button(self, row: int) -> QPoint:
        delegate = self.view.itemDelegate()
        assert isinstance(delegate, ProductDelegate)
        return delegate.rects(self.view.visualRect(self.index(row)), self.index(row)).pin.center()

    def click(self, place: QPoint) -> None:
        self.qtbot.mouseMove(self.view.viewport(), place)
        self.qtbot.mouseClick(self.view.viewport(), LEFT, pos=place)

    def select(self, row: int) -> None:
        self.click(self.view.visualRect(self.index(row)).center() - QPoint(60, 0))

    def labels(self) -> list[str]:
        return [label.text() for label in self.panel.findChildren(QLabel) if label.isVisible()]

    def buttons(self) -> dict[str, QPushButton]:
        return {b.text(): b for b in self.panel.findChildren(QPushButton) if b.isVisible()}


@pytest.fixture
def empty(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, posted: list[Command], services: FakeServices
) -> Desk:
    panel = CataloguePanel(theme=theme, bridge=bridge, post=posted.append, services=services)
    qtbot.addWidget(panel)
    panel.resize(360, 700)
    panel.show()
    panel.activateWindow()
    qtbot.waitActive(panel)
    return Desk(panel, qtbot, posted)


@pytest.fixture
def desk(empty: Desk) -> Desk:
    empty.panel.show_products(BOOTH)
    empty.panel.show_session(session())
    return empty


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("zh_CN"))
    yield
    QLocale.setDefault(before)


# --- pins and sold-out marks ---


@pytest.mark.parametrize("key", [Key.Key_P, Key.Key_Return, Key.Key_Enter])
def test_that_a_key_puts_the_selected_product_on_air(desk: Desk, key: Qt.Key) -> None:
    desk.select(1)
    desk.press(key)
    assert desk.posted == [PinProduct(WOK.sku)]


def test_that_the_same_key_takes_it_off_air(desk: Desk) -> None:
    desk.panel.show_session(session(pinned=(WOK.sku,)))
    desk.select(1)
    desk.press(Key.Key_P)
    assert desk.posted == [UnpinProduct(WOK.sku)]


def test_that_a_key_held_down_counts_once(desk: Desk) -> None:
    desk.select(1)
    desk.press(Key.Key_P)
    for key in (Key.Key_P, Key.Key_S):
        repeat = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(desk.view, repeat)
    assert desk.posted == [PinProduct(WOK.sku)]


def test_that_clicking_a_pin_button_posts_once_and_leaves_the_selection(desk: Desk) -> None:
    desk.select(0)
    desk.click(desk.pin_button(2))
    assert desk.posted == [PinProduct(KETTLE.sku)]
    assert desk.selected == [JUICER.sku]


def test_that_a_double_click_on_the_pin_button_counts_once(desk: Desk) -> None:
    place = desk.pin_button(0)
    desk.click(place)
    desk.qtbot.mouseDClick(desk.view.viewport(), LEFT, pos=place)
    assert desk.posted == [PinProduct(JUICER.sku)]


def test_that_letting_go_beside_the_pin_button_posts_nothing(desk: Desk) -> None:
    place = desk.pin_button(0)
    desk.qtbot.mousePress(desk.view.viewport(), LEFT, pos=place)
    desk.qtbot.mouseRelease(desk.view.viewport(), LEFT, pos=place - QPoint(120, 0))
    desk.qtbot.mousePress(desk.view.viewport(), LEFT, pos=place - QPoint(120, 0))
    desk.qtbot.mouseRelease(desk.view.viewport(), LEFT, pos=place)
    assert desk.posted == []


def test_that_the_right_button_does_not_pin(desk: Desk) -> None:
    desk.qtbot.mouseClick(desk.view.viewport(), Qt.MouseButton.RightButton, pos=desk.pin_button(0))
    assert desk.posted == []


def test_that_a_single_click_on_a_row_only_selects(desk: Desk) -> None:
    desk.select(3)
    assert desk.selected == [FRYER.sku]
    assert desk.posted == []


def test_that_a_double_click_on_a_row_puts_it_on_air_once(desk: Desk) -> None:
    place = desk.view.visualRect(desk.index(1)).center() - QPoint(60, 0)
    desk.click(place)
    with desk.qtbot.waitSignal(desk.panel.product_activated) as activated:
        desk.qtbot.mouseDClick(desk.view.viewport(), LEFT, pos=place)
    assert desk.posted == [PinProduct(WOK.sku)]
    assert activated.args == [WOK]


def test_that_a_double_click_never_takes_a_product_off_air(desk: Desk) -> None:
    desk.panel.show_session(session(pinned=(WOK.sku,)))
    place = desk.view.visualRect(desk.index(1)).center() - QPoint(60, 0)
    desk.click(place)
    desk.qtbot.mouseDClick(desk.view.viewport(), LEFT, pos=place)
    assert desk.posted == []


def test_that_s_marks_sold_out_and_clears_the_mark(desk: Desk) -> None:
    desk.select(0)
    desk.press(Key.Key_S)
    desk.panel.show_session(session(sold_out=frozenset({JUICER.sku})))
    desk.press(Key.Key_S)
    assert desk.posted == [
        MarkSoldOut(JUICER.sku, is_sold_out=True),
        MarkSoldOut(JUICER.sku, is_sold_out=False),
    ]


def test_that_a_fourth_pin_is_posted_too_for_the_desk_to_decide(desk: Desk) -> None:
    desk.panel.show_session(session(pinned=(JUICER.sku, WOK.sku, KETTLE.sku)))
    desk.select(3)
    desk.press(Key.Key_P)
    assert desk.posted == [PinProduct(FRYER.sku)]


def test_that_a_product_can_be_pinned_before_any_session(empty: Desk) -> None:
    empty.panel.show_products(BOOTH)
    empty.select(0)
    empty.press(Key.Key_P)
    assert empty.posted == [PinProduct(JUICER.sku)]


def test_that_nothing_is_posted_without_a_selection(desk: Desk) -> None:
    desk.panel.pin_selected()
    desk.panel.toggle_sold_out_selected()
    assert desk.posted == []


def test_that_letters_typed_into_the_search_are_no_commands(desk: Desk) -> None:
    desk.select(0)
    desk.panel.focus_search()
    desk.qtbot.keyClicks(desk.field, "ps")
    assert desk.posted == []
    assert desk.field.text() == "ps"


def test_that_the_menu_does_what_the_keys_do(desk: Desk) -> None:
    desk.panel.show_session(session(pinned=(JUICER.sku,)))
    desk.select(0)
    menu = desk.panel.product_menu()
    actions = {action.text(): action for action in menu.actions()}
    for text in ("Take off air\tP", "Mark sold out\tS"):
        actions[text].trigger()
    menu.close()
    assert desk.posted == [UnpinProduct(JUICER.sku), MarkSoldOut(JUICER.sku, is_sold_out=True)]


def test_that_the_context_menu_opens_for_the_row_under_the_mouse(desk: Desk) -> None:
    desk.select(0)
    desk.view.customContextMenuRequested.emit(desk.view.visualRect(desk.index(2)).center())
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert desk.selected == [KETTLE.sku]
    popup.close()


# --- search ---


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("WOK", [WOK.sku]),
        ("ｗｏｋ", [WOK.sku]),
        ("cg32", [WOK.sku]),
        ("CG-32", [WOK.sku]),
        ("榨汁", [JUICER.sku]),
        ("cafe", [FRYER.sku]),
        ("small appl", [JUICER.sku]),
        ("blender rohs", [JUICER.sku]),
        ("kettle wok", []),
    ],
)
def test_that_the_search_finds_what_is_meant(desk: Desk, text: str, found: list[Sku]) -> None:
    desk.type(text)
    desk.qtbot.waitUntil(lambda: desk.shown == found)


@pytest.mark.parametrize("text", ["3", "#3", "３"])
def test_that_a_number_finds_its_product_first(desk: Desk, text: str) -> None:
    desk.type(text)
    desk.qtbot.waitUntil(lambda: len(desk.shown) < 4 and desk.shown[0] == JUICER.sku)


def test_that_the_header_counts_products_and_hits(desk: Desk) -> None:
    assert "4 products" in desk.labels()
    desk.type("wok")
    desk.qtbot.waitUntil(lambda: "1 of 4" in desk.labels())
    desk.press(Key.Key_Escape)
    assert "4 products" in desk.labels()
    assert desk.field.text() == ""


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Return])
def test_that_the_keyboard_goes_from_search_to_pin_without_the_mouse(desk: Desk, key: Qt.Key) -> None:
    desk.panel.focus_search()
    desk.type("wok")
    desk.qtbot.waitUntil(lambda: desk.shown == [WOK.sku])
    desk.press(key)
    assert QApplication.focusWidget() is desk.view
    desk.press(Key.Key_Return)
    assert desk.posted == [PinProduct(WOK.sku)]


def test_that_up_on_the_first_row_goes_back_to_the_search(desk: Desk) -> None:
    desk.select(1)
    desk.press(Key.Key_Up)
    assert QApplication.focusWidget() is desk.view
    desk.press(Key.Key_Up)
    assert QApplication.focusWidget() is desk.field


def test_that_escape_in_the_list_clears_the_search(desk: Desk) -> None:
    desk.type("wok")
    desk.qtbot.waitUntil(lambda: desk.shown == [WOK.sku])
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Escape)
    assert desk.field.text() == ""
    assert len(desk.shown) == 4


def test_that_a_selection_hidden_by_the_search_cannot_be_pinned_and_comes_back(desk: Desk) -> None:
    desk.select(2)
    desk.type("wok")
    desk.qtbot.waitUntil(lambda: desk.shown == [WOK.sku])
    desk.panel.pin_selected()
    assert desk.posted == []
    desk.field.clear()
    assert desk.selected == [KETTLE.sku]


def test_that_a_search_typed_while_the_index_is_being_made_applies_when_it_is_ready(empty: Desk) -> None:
    empty.panel.show_products(many(3000))
    empty.type("cup 2999")
    empty.qtbot.waitUntil(lambda: empty.shown == ["JZ-02999"])


# --- what changes under the operator's hands ---


def test_that_a_product_that_vanishes_while_selected_is_let_go(desk: Desk) -> None:
    desk.select(1)
    desk.panel.show_products((JUICER, KETTLE))
    assert desk.selected == []
    desk.panel.pin_selected()
    assert desk.posted == []


def test_that_the_selection_follows_its_product_to_another_row(desk: Desk) -> None:
    desk.select(2)
    desk.panel.show_products((KETTLE, JUICER))
    assert desk.selected == [KETTLE.sku]
    desk.panel.pin_selected()
    assert desk.posted == [PinProduct(KETTLE.sku)]


def test_that_a_new_catalogue_keeps_the_search(desk: Desk) -> None:
    desk.type("wok")
    desk.qtbot.waitUntil(lambda: desk.shown == [WOK.sku])
    second = replace(WOK, sku=Sku("CG-36"), names={EN: "Wok 36 cm"})
    desk.panel.show_products((*BOOTH, second))
    desk.qtbot.waitUntil(lambda: desk.shown == [WOK.sku, second.sku])


def test_that_events_reach_the_panel_through_the_bridge(desk: Desk, bridge: Bridge) -> None:
    bridge.catalogue_changed.emit((WOK,))
    bridge.session_changed.emit(session(pinned=(WOK.sku,)))
    desk.select(0)
    desk.press(Key.Key_P)
    assert desk.posted == [UnpinProduct(WOK.sku)]


# --- nothing to list ---


def test_that_an_empty_catalogue_offers_the_sample_booth(empty: Desk, services: FakeServices) -> None:
    assert "No products yet" in empty.labels()
    empty.qtbot.mouseClick(empty.buttons()["Open the sample booth"], LEFT)
    assert services.calls == [("open_sample_booth",)]


def test_that_a_chosen_folder_is_opened_as_booth(empty: Desk, services: FakeServices, tmp_path: Path) -> None:
    empty.qtbot.mouseClick(empty.buttons()["Open a booth folder…"], LEFT)
    (dialog,) = empty.panel.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "我的 展位"))
    dialog.reject()
    assert services.calls == [("open_booth", tmp_path / "我的 展位")]


def test_that_a_search_without_hit_says_so_and_can_be_cleared(desk: Desk) -> None:
    desk.type("<b>zzz")
    desk.qtbot.waitUntil(lambda: "Nothing matches “<b>zzz”" in desk.labels())
    assert "0 of 4" in desk.labels()
    desk.qtbot.mouseClick(desk.buttons()["Show all products"], LEFT)
    assert len(desk.shown) == 4
    assert QApplication.focusWidget() is desk.field


# --- the look ---


def test_that_pictures_arrive_in_the_rows(empty: Desk, services: FakeServices, qtbot: QtBot) -> None:
    services.pictures["JZ-03.svg"] = SVG
    empty.panel.show_products((JUICER,))

    def is_red() -> bool:
        delegate = empty.view.itemDelegate()
        assert isinstance(delegate, ProductDelegate)
        rects = delegate.rects(empty.view.visualRect(empty.index(0)), empty.index(0))
        return empty.view.viewport().grab().toImage().pixelColor(rects.picture.center()).red() > 240

    qtbot.waitUntil(is_red)


def test_that_the_pin_button_appears_under_the_mouse_only(desk: Desk) -> None:
    place = desk.pin_button(1)
    blank = desk.view.viewport().grab().toImage().copy(place.x() - 12, place.y() - 12, 24, 24)
    desk.qtbot.mouseMove(desk.view.viewport(), place - QPoint(80, 0))
    desk.qtbot.waitUntil(
        lambda: desk.view.viewport().grab().toImage().copy(place.x() - 12, place.y() - 12, 24, 24) != blank
    )


def test_that_names_follow_the_window_language(desk: Desk, chinese: None) -> None:
    QApplication.sendEvent(desk.panel, QEvent(QEvent.Type.LanguageChange))
    assert desk.index(0).data(Qt.ItemDataRole.DisplayRole) == "3 · 便携式榨汁杯"


def test_that_every_control_has_a_name_for_screen_readers(desk: Desk) -> None:
    assert desk.field.accessibleName() == "Search products"
    assert desk.view.accessibleName() == "Products"


def test_that_of_ten_thousand_products_only_a_screenful_is_drawn(
    empty: Desk, theme: AppTheme, services: FakeServices
) -> None:
    drawn: set[int] = set()

    class Counting(ProductDelegate):
        def text(self, product: Product, rects: RowRects) -> RowText:
            drawn.add(product.number)
            return super().text(product, rects)

    empty.view.setItemDelegate(Counting(theme, Thumbnails(theme, services, 48, empty.view), empty.view))
    empty.panel.show_products(many(10_000))
    empty.view.viewport().grab()
    assert 5 < len(drawn) < 20
