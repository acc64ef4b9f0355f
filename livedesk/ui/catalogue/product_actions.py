"""What the operator does with the selected products: each a command to the desk, or a wish to the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.core.catalogue.product import Product
from livedesk.core.events import (
    Command,
    FillTexts,
    MarkSoldOut,
    MoveProduct,
    PinProduct,
    SetShow,
    UnpinProduct,
)
from livedesk.core.ids import Sku
from livedesk.core.records import ShowItem
from livedesk.ui.catalogue.list_model import CatalogueModel
from livedesk.ui.catalogue.product_menu import MenuEntry, Products
from livedesk.ui.catalogue.view import CatalogueView
from livedesk.ui.product.state import CatalogueState

_NEW_STEP_MINUTES = 5.0


class ProductActions(QObject):
    """Works on what is selected in `view`."""

    activated = Signal(object)  # Product: pinned, unpinned or double-clicked
    edit_wanted = Signal(object)  # Sku
    bulk_wanted = Signal(object)  # tuple[Product, ...]
    offer_wanted = Signal(object)  # Sku
    removed = Signal(int)

    def __init__(
        self,
        state: CatalogueState,
        model: CatalogueModel,
        view: CatalogueView,
        post: Callable[[Command], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._state, self._model, self._view, self._post = state, model, view, post
        self.more: list[MenuEntry] = []
        """Lines that other parts of the window add to the menu."""

    @property
    def chosen(self) -> Products:
        """The selected products; where none is, those on air."""
        session = self._state.session
        pinned = session.pinned if session is not None else ()
        on_air = (self._state.product(sku) for sku in pinned)
        return self._view.selected_products or tuple(p for p in on_air if p is not None)

    def toggle_pin(self, product: Product) -> None:
        """Put one product on air, or take it off."""
        is_on_air = self._model.is_on_air(product.sku)
        self._post(UnpinProduct(product.sku) if is_on_air else PinProduct(product.sku))
        self.activated.emit(product)

    @Slot()
    def pin(self) -> None:
        """Put the selected product on air or take it off; of several, put on air those that are not."""
        products = self._view.selected_products
        if len(products) == 1:
            self.toggle_pin(products[0])
            return
        are_all_on_air = all(self._model.is_on_air(p.sku) for p in products)
        for product in products:
            if self._model.is_on_air(product.sku) is are_all_on_air:
                self.toggle_pin(product)

    @Slot()
    def put_on_air(self) -> None:
        """What a double click does: on air during a show, into the form before and after it."""
        product = self._view.selected
        if product is None:
            return
        if not self._state.is_running:
            self.edit_wanted.emit(product.sku)
        elif not self._model.is_on_air(product.sku):
            # It never takes anything off air: it is too easily made by accident.
            self.toggle_pin(product)

    @Slot()
    def toggle_sold_out(self) -> None:
        """Mark the selected products sold out, or available again where all of them are marked."""
        products = self._view.selected_products
        is_sold_out = not all(self._model.is_sold_out(p.sku) for p in products)
        for product in products:
            if self._model.is_sold_out(product.sku) is not is_sold_out:
                self._post(MarkSoldOut(product.sku, is_sold_out=is_sold_out))

    @Slot()
    def edit(self) -> None:
        """Open the form for the selected product; of several, what can be set for all of them."""
        products = self._view.selected_products
        if len(products) == 1:
            self.edit_wanted.emit(products[0].sku)
        elif products:
            self.bulk_wanted.emit(products)

    @Slot()
    def offer(self) -> None:
        """Write an offer for the selected product."""
        if (product := self._view.selected) is not None:
            self.offer_wanted.emit(product.sku)

    @Slot()
    def remove(self) -> None:
        """Take the selected products out of the catalogue."""
        skus = tuple(product.sku for product in self._view.selected_products)
        if skus:
            self._state.remove(skus)
            self.removed.emit(len(skus))

    @Slot()
    def duplicate(self) -> None:
        """Add a copy of the selected product, and open it."""
        product = self._view.selected
        if product is not None and (copy := self._state.duplicate(product.sku)) is not None:
            self.edit_wanted.emit(copy)

    @Slot()
    def new(self) -> None:
        """Add a product and open it."""
        self.edit_wanted.emit(self._state.new())

    @Slot(object, int)
    def move(self, sku: Sku, index: int) -> None:
        """Put a product before the one at place `index` of the catalogue."""
        self._post(MoveProduct(sku, index))

    def fill_texts(self, products: Products) -> None:
        """Have the empty texts of these products translated into the languages of the show."""
        self._post(FillTexts(tuple(product.sku for product in products), self._state.languages))

    def add_to_show(self, products: Products) -> None:
        """Add a step about these products at the end of the run of show, titled like the first of them."""
        session = self._state.session
        if session is not None and products:
            first = products[0]
            step = ShowItem(
                dict(first.names), _NEW_STEP_MINUTES, tuple(p.sku for p in products), dict(first.script)
            )
            self._post(SetShow((*session.show, step)))

    def menu_groups(self, products: Products) -> list[list[MenuEntry]]:
        """Return the lines of the context menu for `products`."""
        are_on_air = all(self._model.is_on_air(p.sku) for p in products)
        are_sold_out = all(self._model.is_sold_out(p.sku) for p in products)

        def text(source: str) -> Callable[[], str]:
            return lambda: source

        edit = self.tr("Edit together…") if len(products) > 1 else self.tr("Edit…")
        return [
            [
                MenuEntry(
                    text(edit),
                    self._do(self.edit),
                    "F2",
                ),
                MenuEntry(text(self.tr("Duplicate")), self._do(self.duplicate), is_for_one=True),
                MenuEntry(text(self.tr("Translate the empty texts")), self.fill_texts),
            ],
            [
                MenuEntry(
                    text(self.tr("Take off air") if are_on_air else self.tr("Put on air")),
                    self._do(self.pin),
                    "P",
                ),
                MenuEntry(
                    text(self.tr("Available again") if are_sold_out else self.tr("Mark sold out")),
                    self._do(self.toggle_sold_out),
                    "S",
                ),
                MenuEntry(text(self.tr("Offer…")), self._do(self.offer), "O", is_for_one=True),
                MenuEntry(text(self.tr("Add to the run of show")), self.add_to_show),
            ],
            self.more,
            [MenuEntry(text(self.tr("Remove")), self._do(self.remove), self.tr("Del"))],
        ]

    def _do(self, function: Callable[[], None]) -> Callable[[Products], None]:
        def run(_products: Products) -> None:
            function()

        return run
