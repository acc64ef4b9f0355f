"""The catalogue column: what I sell. Search, list, and what to do when there is nothing to list."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from livedesk.core.catalogue.product import Product
from livedesk.core.catalogue.query import CatalogueIndex
from livedesk.core.events import Command, MarkSoldOut, PinProduct, UnpinProduct
from livedesk.core.ids import Sku
from livedesk.core.records import Session
from livedesk.core.typing_compat import override
from livedesk.ui.bridge import Bridge
from livedesk.ui.catalogue.delegate import ProductDelegate
from livedesk.ui.catalogue.empty_state import EmptyState
from livedesk.ui.catalogue.list_model import CatalogueModel
from livedesk.ui.catalogue.row import THUMBNAIL_PX
from livedesk.ui.catalogue.search_field import SearchField
from livedesk.ui.catalogue.thumbnails import Thumbnails
from livedesk.ui.catalogue.view import CatalogueView
from livedesk.ui.services import AppServices
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, GAP_S
from livedesk.ui.words import format_count

_PREPARED_PER_TURN = 250
"""Products folded for the search in one turn of the event loop: some 4 ms."""
_WIDTH = 360
"""A row's facts fit on one line: "JZ-03 · US$ 3.50 from 500 pcs · 30 days"."""


class CataloguePanel(QWidget):
    """Shows the products and posts what the operator does with them."""

    product_activated = Signal(object)  # Product: pinned, unpinned or double-clicked here

    def __init__(
        self, theme: AppTheme, bridge: Bridge, post: Callable[[Command], None], services: AppServices
    ) -> None:
        super().__init__()
        self._post = post
        self._services = services
        self._index = CatalogueIndex(())
        self._is_index_ready = True
        self._wanted: Sku | None = None  # selected last, also while a search hides it
        self._is_showing = False
        self._thumbnails = Thumbnails(theme, services, THUMBNAIL_PX, self)
        self._model = CatalogueModel(self)
        self._delegate = ProductDelegate(theme, self._thumbnails, self)
        self._title, self._count = QLabel(), QLabel()
        self._search = SearchField(theme)
        self._view = CatalogueView(self._model, self._delegate, self)
        self._no_products, self._no_hit = EmptyState(theme, "catalogue"), EmptyState(theme, "search")
        self._pages = QStackedWidget()
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
        if (product := self._view.selected) is not None:
            self._toggle_pin(product)

    @Slot()
    def toggle_sold_out_selected(self) -> None:
        """Mark the selected product sold out, or available again."""
        if (product := self._view.selected) is not None:
            self._post(MarkSoldOut(product.sku, is_sold_out=not self._model.is_sold_out(product.sku)))

    # --- what the desk tells ---

    @Slot(object)
    def show_products(self, products: tuple[Product, ...]) -> None:
        """Show another catalogue; the search text stays and applies to it."""
        if products is self._index.products:
            return
        self._thumbnails.forget()
        self._delegate.set_largest_number(max((p.number for p in products), default=0))
        self._index = CatalogueIndex(products)
        self._is_index_ready = False
        self._preparing.start()
        self._show_hits()

    @Slot(object)
    def show_session(self, session: Session) -> None:
        """Show the session's pins and marks."""
        self._model.set_session(session)

    # --- search ---

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
        wanted = self._wanted
        self._is_showing = True
        self._model.show(self._index.search(text))
        self._view.select(wanted)
        if self._view.selected is None:
            self._view.scrollToTop()
        self._is_showing = False
        self._count_hits()

    def _count_hits(self) -> None:
        total, hits = len(self._index.products), len(self._model.shown)
        is_filtered = bool(self._search.text().strip())
        if is_filtered:
            text = self.tr("{hits} of {total}").format(hits=format_count(hits), total=format_count(total))
        else:
            text = self.tr("%n products", "", total)
        self._count.setText(text)
        self._count.setVisible(total > 0)
        self._search.setEnabled(total > 0)
        self._word_no_hit()
        page: QWidget = self._view
        if not total:
            page = self._no_products
        elif not hits:
            page = self._no_hit
        self._pages.setCurrentWidget(page)

    @Slot()
    def _clear_search(self) -> None:
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
        if not self._is_showing and (product := self._view.selected) is not None:
            self._wanted = product.sku

    # --- what the operator does with a product ---

    def _toggle_pin(self, product: Product) -> None:
        is_on_air = self._model.is_on_air(product.sku)
        self._post(UnpinProduct(product.sku) if is_on_air else PinProduct(product.sku))
        self.product_activated.emit(product)

    @Slot(object)
    def _pin_clicked(self, product: Product) -> None:
        self._toggle_pin(product)

    @Slot()
    def _put_on_air(self) -> None:
        # A double click never takes anything off air: it is too easily made by accident.
        product = self._view.selected
        if product is not None and not self._model.is_on_air(product.sku):
            self._toggle_pin(product)

    @Slot(QPoint)
    def _open_menu(self, position: QPoint) -> None:
        product = self._model.product(self._view.indexAt(position))
        if product is None:
            return
        self._view.select(product.sku)
        menu = self.product_menu(product)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._view.viewport().mapToGlobal(position))

    def product_menu(self, product: Product) -> QMenu:
        """Return the context menu of `product`, for the one who shows it to delete."""
        menu = QMenu(self)
        is_on_air = self._model.is_on_air(product.sku)
        pin = QAction(self.tr("Take off air") if is_on_air else self.tr("Put on air"), menu)
        is_sold_out = self._model.is_sold_out(product.sku)
        sold_out = QAction(self.tr("Available again") if is_sold_out else self.tr("Mark sold out"), menu)
        for action, key, slot in (
            (pin, "P", self.pin_selected),
            (sold_out, "S", self.toggle_sold_out_selected),
        ):
            # Written, not bound: the key itself belongs to the list and to the window's actions.
            action.setText(f"{action.text()}\t{key}")
            action.triggered.connect(slot)
            menu.addAction(action)
        return menu

    @Slot()
    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a booth folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._open_folder)
        dialog.open()

    @Slot(str)
    def _open_folder(self, folder: str) -> None:
        self._services.open_booth(Path(folder))

    # --- texts and layout ---

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._title.setText(self.tr("Catalogue"))
        self._search.setPlaceholderText(self.tr("Search name, SKU, number"))
        self._search.setAccessibleName(self.tr("Search products"))
        self._view.setAccessibleName(self.tr("Products"))
        self.setAccessibleName(self.tr("Catalogue"))
        self._delegate.forget()
        self._model.retranslate()
        self._search.set_clear_text(self.tr("Clear the search"))
        self._no_products.set_texts(
            self.tr("No products yet"),
            self.tr(
                "A booth folder holds your products, their pictures and the run of show. "
                "Look around in the sample booth, or open your own."
            ),
            self.tr("Open the sample booth"),
            self.tr("Open a booth folder…"),
        )
        self._count_hits()

    def _word_no_hit(self) -> None:
        self._no_hit.set_texts(
            self.tr("Nothing matches “{text}”").format(text=self._search.text().strip()[:80]),
            self.tr("Every word must occur in a name, SKU, number, category or tag."),
            self.tr("Clear the search"),
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 600)

    def _lay_out(self) -> None:
        set_role(self._title, "title")
        set_role(self._count, "small")
        header = QHBoxLayout()
        header.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_S)
        header.addWidget(self._title)
        header.addStretch()
        header.addWidget(self._count)
        search = QHBoxLayout()
        search.setContentsMargins(GAP_M, 0, GAP_M, GAP_S)
        search.addWidget(self._search)
        for page in (self._view, self._no_products, self._no_hit):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addLayout(search)
        layout.addWidget(self._pages, 1)
        self.setMinimumWidth(260)
        self.setFocusProxy(self._search)

    def _connect(self, bridge: Bridge, theme: AppTheme) -> None:
        bridge.catalogue_changed.connect(self.show_products)
        bridge.session_changed.connect(self.show_session)
        theme.changed.connect(self._view.viewport().update)
        self._thumbnails.decoded.connect(self._view.viewport().update)
        self._preparing.timeout.connect(self._prepare_index)
        self._search.textChanged.connect(self._show_hits)
        self._search.to_list.connect(self._to_list)
        self._view.escaped.connect(self._clear_search)
        self._view.left_upwards.connect(self.focus_search)
        self._view.pin_wanted.connect(self.pin_selected)
        self._view.put_on_air_wanted.connect(self._put_on_air)
        self._view.sold_out_wanted.connect(self.toggle_sold_out_selected)
        self._view.customContextMenuRequested.connect(self._open_menu)
        self._view.selectionModel().selectionChanged.connect(self._remember_selected)
        self._delegate.pin_clicked.connect(self._pin_clicked)
        self._no_products.first_wanted.connect(self._services.open_sample_booth)
        self._no_products.second_wanted.connect(self._choose_folder)
        self._no_hit.first_wanted.connect(self._clear_search)
