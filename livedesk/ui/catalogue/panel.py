"""The catalogue column: what I sell. Search, filter, list or grid, and what to do when there is nothing to list."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.catalogue.filters import CatalogueFilter, category_tree
from livedesk.core.catalogue.product import Product
from livedesk.core.catalogue.query import CatalogueIndex
from livedesk.core.events import Command
from livedesk.core.ids import Sku
from livedesk.core.records import Session
from livedesk.core.typing_compat import override
from livedesk.ui.bridge import Bridge
from livedesk.ui.catalogue.card_delegate import PICTURE_PX, CardDelegate
from livedesk.ui.catalogue.delegate import ProductDelegate
from livedesk.ui.catalogue.empty_catalogue import EmptyCatalogue
from livedesk.ui.catalogue.empty_state import EmptyState
from livedesk.ui.catalogue.list_model import CatalogueModel
from livedesk.ui.catalogue.product_actions import ProductActions
from livedesk.ui.catalogue.product_menu import ProductMenu
from livedesk.ui.catalogue.product_text import window_language
from livedesk.ui.catalogue.row import THUMBNAIL_PX
from livedesk.ui.catalogue.selection_bar import SelectionBar
from livedesk.ui.catalogue.thumbnails import Thumbnails
from livedesk.ui.catalogue.toolbar import CatalogueToolbar
from livedesk.ui.catalogue.view import CatalogueView
from livedesk.ui.glossary.notes import Note
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.services import AppServices
from livedesk.ui.session.choosers import choose_folder
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.words import format_count

_PREPARED_PER_TURN = 120
"""Products folded for the search in one turn of the event loop: some 4 ms."""
_WIDTH = 360
"""A row's facts fit on one line: "JZ-03 · US$ 3.50 from 500 pcs · 30 days"."""


class CataloguePanel(QWidget):
    """Shows the products and posts what the operator does with them."""

    product_activated = Signal(object)  # Product: pinned, unpinned or double-clicked here
    selected_changed = Signal(object)  # Sku of the current product, None for none
    import_wanted = Signal()

    def __init__(
        self, theme: AppTheme, bridge: Bridge, post: Callable[[Command], None], services: AppServices
    ) -> None:
        super().__init__()
        self._services = services
        self.state = CatalogueState(bridge, post, self)
        self._index = CatalogueIndex(())
        self._is_index_ready = True
        self._filter = CatalogueFilter()
        self._wanted: Sku | None = None  # selected last, also while a search hides it
        self._all_wanted: tuple[Sku, ...] = ()
        self._is_showing = False
        self._thumbnails = Thumbnails(theme, services, THUMBNAIL_PX, self)
        self._large = Thumbnails(theme, services, PICTURE_PX, self)
        self._model = CatalogueModel(self)
        self._delegate = ProductDelegate(theme, self._thumbnails, self)
        self._cards = CardDelegate(theme, self._large, self)
        self.toolbar = CatalogueToolbar(theme)
        self._search = self.toolbar.search
        self._view = CatalogueView(self._model, self._delegate, self._cards, self)
        self.actions_of = ProductActions(self.state, self._model, self._view, post, self)
        self.empty, self._no_hit = EmptyCatalogue(theme), EmptyState(theme, "search")
        self._pages, self.bar, self.undo_note = QStackedWidget(), SelectionBar(), Note("notice-info", self)
        self._preparing = QTimer(self)
        self._preparing.setInterval(0)
        self._lay_out()
        self._connect(bridge, theme)
        self.retranslate()
        self._show_hits()

    # --- what the window's actions call ---

    @Slot()
    def focus_search(self) -> None:
        """Put the cursor into the search field, its text selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @Slot()
    def pin_selected(self) -> None:
        """Put the selected product on air, or take it off."""
        self.actions_of.pin()

    @Slot()
    def toggle_sold_out_selected(self) -> None:
        """Mark the selected product sold out, or available again."""
        self.actions_of.toggle_sold_out()

    @property
    def is_grid(self) -> bool:
        """Whether cards are shown, not rows."""
        return self._view.is_grid

    @Slot()
    def switch_view(self) -> None:
        """Show rows instead of cards, or cards instead of rows."""
        self._view.show_as_grid(not self._view.is_grid)
        self.toolbar.show_view(is_grid=self._view.is_grid)

    def show_product(self, sku: Sku) -> None:
        """Select the product `sku`; what hides it is cleared."""
        self._wanted, self._all_wanted = sku, (sku,)
        if self._model.row_of(sku) is None and self.state.product(sku) is not None:
            self._take_filter(CatalogueFilter())
            self._search.clear()
        self._view.select(sku)

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to the search where there is none."""
        target: QWidget = self._view if self._model.shown else self._search
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def renamed(self, before: Sku, now: Sku) -> None:
        """Go on with a product under its new SKU."""
        self._wanted = now if self._wanted == before else self._wanted
        self._all_wanted = tuple(now if sku == before else sku for sku in self._all_wanted)

    # --- what the desk tells ---

    @Slot(object)
    def show_products(self, products: tuple[Product, ...]) -> None:
        """Show another catalogue; search text and filter stay and apply to it."""
        self.state.take_products(products)
        before = self._index.products
        if products is before:
            return
        if not {p.sku for p in before} & {
            p.sku for p in products
        }:  # another booth: its pictures may be called alike
            self._thumbnails.forget()
            self._large.forget()
        self._delegate.set_largest_number(max((p.number for p in products), default=0))
        self._index = CatalogueIndex(products, self._index, *self._services.search_aids())
        self._is_index_ready = False
        self._preparing.start()
        self._show_hits()

    @Slot(object)
    def show_session(self, session: Session) -> None:
        """Show the session's pins and marks."""
        if session is not self.state.session:
            self.state.take_session(session)
        self._model.set_session(session)
        if self._filter.is_sold_out is not None:
            self._show_hits()

    # --- search and filter ---

    @Slot()
    def _prepare_index(self) -> None:
        if self._index.prepare(_PREPARED_PER_TURN):
            self._preparing.stop()
            self._is_index_ready = True
            if self._search.text().strip():
                self._show_hits()

    @Slot()
    def _show_hits(self) -> None:
        text = self._search.text()
        if text.strip() and not self._is_index_ready:
            return  # comes again when the index is ready, a moment later
        wanted, all_wanted = self._wanted, self._all_wanted
        place = self._view.verticalScrollBar().value()
        self._is_showing = True
        found = self._filter.narrow(self._index.search(text), self._model.sold_out, window_language())
        self._model.can_move = not text.strip() and self._filter.is_empty
        self._model.show(found)
        if self._view.selected is None or self._view.selected.sku != wanted:
            self._view.select(wanted)
            self._view.select_all_of(all_wanted)
        if self._view.selected is None:
            self._view.verticalScrollBar().setValue(place if self._model.can_move else 0)
        self._is_showing = False
        self._count_hits()

    @Slot(object)
    def _take_filter(self, wanted: CatalogueFilter) -> None:
        self._filter = wanted
        self.toolbar.show_filter(wanted)
        self._show_hits()

    @Slot()
    def _open_filters(self) -> None:
        products = self._index.products
        currencies = sorted({product.currency for product in products})
        tree = category_tree(products, window_language())
        self.toolbar.popover.open_below(self.toolbar.filter, tree, currencies)

    def _count_hits(self) -> None:
        total, hits = len(self._index.products), len(self._model.shown)
        if self._search.text().strip() or not self._filter.is_empty:
            text = self.tr("{hits} of {total}").format(hits=format_count(hits), total=format_count(total))
            if self._search.text().strip() and self._index.meant:
                text = self.tr("{hits} for “{word}”").format(hits=format_count(hits), word=self._index.meant)
        else:
            text = self.tr("%n products", "", total)
        self.toolbar.count.setText(text)
        self.toolbar.show_tools(are_wanted=total > 0)
        self._word_no_hit()
        page: QWidget = self._view
        if not total:
            page = self.empty
        elif not hits:
            page = self._no_hit
        focused: QWidget | None = self.window().focusWidget()
        if (
            total
            and self._pages.currentWidget() is self.empty
            and (focused is None or self.isAncestorOf(focused))
        ):
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)  # the keyboard was with the first buttons
        self._pages.setCurrentWidget(page)

    @Slot()
    def _clear_search(self) -> None:
        self._take_filter(CatalogueFilter())
        self._search.clear()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _to_list(self) -> None:
        if self._model.shown:
            self._view.select_any()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _remember_selected(self) -> None:
        # A reset clears the selection; only what the operator selects is remembered.
        if self._is_showing:
            return
        self.undo_note.hide()  # the operator goes on
        products = self._view.selected_products
        self.bar.show_count(len(products))
        self._all_wanted = tuple(product.sku for product in products)
        if (product := self._view.selected) is not None:
            self._wanted = product.sku
        self.selected_changed.emit(product.sku if product is not None and len(products) == 1 else None)

    # --- what the operator does with products ---

    @Slot(object)
    def _pin_clicked(self, product: Product) -> None:
        self.actions_of.toggle_pin(product)

    @Slot(QPoint)
    def _open_menu(self, position: QPoint) -> None:
        product = self._model.product(self._view.indexAt(position))
        if product is None:
            return
        if product not in self._view.selected_products:
            self._view.select(product.sku)
        menu = self.product_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._view.viewport().mapToGlobal(position))

    def product_menu(self) -> ProductMenu:
        """Return the context menu of what is selected, for the one who shows it to delete."""
        products = self._view.selected_products
        return ProductMenu(products, self.actions_of.menu_groups(products), self)

    @Slot(int)
    def _tell_removed(self, count: int) -> None:
        self.undo_note.tell(self.tr("%n product(s) removed.", "", count))

    @Slot()
    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Open a booth folder"), self._services.open_booth)

    # --- texts and layout ---

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._view.setAccessibleName(self.tr("Products"))
        self.setAccessibleName(self.tr("Catalogue"))
        self.undo_note.button.setText(self.tr("Undo"))
        self._delegate.forget()
        self._cards.forget()
        self._model.retranslate()
        self._count_hits()

    def _word_no_hit(self) -> None:
        text = self._search.text().strip()[:80]
        if text:
            title = self.tr("Nothing matches “{text}”").format(text=text)
            why = self.tr("Every word must occur in a name, SKU, number, category or tag.")
        else:
            title, why = self.tr("Nothing matches the filter"), ""
        if text and not self._filter.is_empty:
            why = self.tr("The filter leaves out products, too.")
        self._no_hit.set_texts(title, why, self.tr("Show all products"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 600)

    def _lay_out(self) -> None:
        for page in (self._view, self.empty, self._no_hit):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.undo_note)
        layout.addWidget(self.bar)
        self.setMinimumWidth(260)
        self.setFocusProxy(self._search)

    def _connect(self, bridge: Bridge, theme: AppTheme) -> None:
        bridge.catalogue_changed.connect(self.show_products)
        bridge.session_changed.connect(self.show_session)
        theme.changed.connect(self._view.viewport().update)
        for thumbnails in (self._thumbnails, self._large):
            thumbnails.decoded.connect(self._view.viewport().update)
        self._preparing.timeout.connect(self._prepare_index)
        self._search.textChanged.connect(self._show_hits)
        self._search.to_list.connect(self._to_list)
        self.toolbar.filter_changed.connect(self._take_filter)
        self.toolbar.filters_wanted.connect(self._open_filters)
        self._connect_view()
        self.toolbar.new.clicked.connect(self.actions_of.new)
        self.toolbar.view.clicked.connect(self.switch_view)
        self.bar.edit_wanted.connect(self.actions_of.edit)
        self.bar.remove_wanted.connect(self.actions_of.remove)
        self.actions_of.activated.connect(self.product_activated)
        self.actions_of.removed.connect(self._tell_removed)
        self.undo_note.wanted.connect(self.state.undo)
        self.empty.import_wanted.connect(self.import_wanted)
        self.empty.new_wanted.connect(self.actions_of.new)
        self.empty.sample_wanted.connect(self._services.open_sample_booth)
        self.empty.folder_wanted.connect(self._choose_folder)
        self._no_hit.first_wanted.connect(self._clear_search)

    def _connect_view(self) -> None:
        view, do = self._view, self.actions_of
        for signal, slot in (
            (view.escaped, self._clear_search),
            (view.left_upwards, self.focus_search),
            (view.pin_wanted, self.pin_selected),
            (view.put_on_air_wanted, do.put_on_air),
            (view.sold_out_wanted, self.toggle_sold_out_selected),
            (view.offer_wanted, do.offer),
            (view.edit_wanted, do.edit),
            (view.remove_wanted, do.remove),
            (view.move_wanted, do.move),
            (view.customContextMenuRequested, self._open_menu),
            (view.selectionModel().selectionChanged, self._remember_selected),
            (self._delegate.pin_clicked, self._pin_clicked),
            (self._cards.pin_clicked, self._pin_clicked),
        ):
            signal.connect(slot)
