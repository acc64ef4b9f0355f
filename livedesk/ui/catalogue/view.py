"""The catalogue's list: rows of equal height, its keys, and clicks that are not about the pin button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from livedesk.core.catalogue.product import Product
from livedesk.core.ids import Sku
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.delegate import ProductDelegate
from livedesk.ui.catalogue.list_model import CatalogueModel


class CatalogueView(QListView):
    """Says what the operator wants of the selected product; the panel turns it into commands."""

    pin_wanted = Signal()
    put_on_air_wanted = Signal()
    sold_out_wanted = Signal()
    left_upwards = Signal()
    """Up on the first row: back to the search field."""
    escaped = Signal()

    def __init__(self, model: CatalogueModel, delegate: ProductDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._products = model
        self._delegate = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)

    @property
    def selected(self) -> Product | None:
        """The selected product among those shown."""
        rows = self.selectionModel().selectedIndexes()
        return self._products.product(rows[0]) if rows else None

    def select(self, sku: Sku | None) -> None:
        """Select the row of `sku` and bring it into view; nothing is selected where it is not shown."""
        row = None if sku is None else self._products.row_of(sku)
        if row is None:
            self.selectionModel().clear()
            return
        self.setCurrentIndex(self._products.index(row))

    def select_any(self) -> None:
        """Select the first row where none is selected."""
        if self.selected is None and self._products.shown:
            self.select(self._products.shown[0].sku)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: P and S are commands, and the search field finds more."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_P | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self.pin_wanted.emit()
            case Qt.Key.Key_S:
                if not event.isAutoRepeat():
                    self.sold_out_wanted.emit()
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case Qt.Key.Key_Up if self.currentIndex().row() <= 0:
                self.left_upwards.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        if not self._delegate.is_over_pin(event.position().toPoint(), self.visualRect(index), index):
            self.put_on_air_wanted.emit()
