"""The catalogue as a list or a grid: its keys, its selection, and products dragged to another place."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from livedesk.core.catalogue.product import Product
from livedesk.core.ids import Sku
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.card_delegate import CARD_HEIGHT, LEAST_CARD_PX, CardDelegate
from livedesk.ui.catalogue.delegate import ProductDelegate
from livedesk.ui.catalogue.list_model import CatalogueModel

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CatalogueView(QListView):
    """Says what the operator wants of the selected products; the panel turns it into commands."""

    pin_wanted = Signal()
    put_on_air_wanted = Signal()
    sold_out_wanted = Signal()
    offer_wanted = Signal()
    edit_wanted = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(object, int)  # Sku, the place it is to stand before
    left_upwards = Signal()
    """Up on the first row: back to the search field."""
    escaped = Signal()

    def __init__(
        self, model: CatalogueModel, rows: ProductDelegate, cards: CardDelegate, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._products = model
        self._rows, self._cards = rows, cards
        self._gap: int | None = None
        self.is_grid = False
        self.setModel(model)
        self.setItemDelegate(rows)
        rows.setParent(self)
        cards.setParent(self)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)

    # --- what is selected ---

    @property
    def selected(self) -> Product | None:
        """The product that single keys are about: the current one among those selected."""
        rows = self.selectionModel().selectedIndexes()
        current = self.currentIndex()
        if not rows:
            return None
        return self._products.product(current if current in rows else rows[0])

    @property
    def selected_products(self) -> tuple[Product, ...]:
        """All selected products, in the order of the rows."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._products.shown[row] for row in rows)

    def select(self, sku: Sku | None) -> None:
        """Select the row of `sku` and bring it into view; nothing is selected where it is not shown."""
        row = None if sku is None else self._products.row_of(sku)
        if row is None:
            self.selectionModel().clear()
            return
        self.setCurrentIndex(self._products.index(row))

    def select_all_of(self, skus: Iterable[Sku]) -> None:
        """Add the rows of `skus` to what is selected, as far as they are shown."""
        selection = QItemSelection()
        for sku in skus:
            if (row := self._products.row_of(sku)) is not None:
                index = self._products.index(row)
                selection.select(index, index)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def select_any(self) -> None:
        """Select the first row where none is selected."""
        if self.selected is None and self._products.shown:
            self.select(self._products.shown[0].sku)

    # --- list or grid ---

    def show_as_grid(self, is_grid: bool) -> None:
        """Show cards side by side, or rows."""
        if is_grid == self.is_grid:
            return
        self.is_grid = is_grid
        current = self.currentIndex()
        self.setItemDelegate(self._cards if is_grid else self._rows)
        self.setFlow(QListView.Flow.LeftToRight if is_grid else QListView.Flow.TopToBottom)
        self.setWrapping(is_grid)
        self.setResizeMode(QListView.ResizeMode.Adjust if is_grid else QListView.ResizeMode.Fixed)
        self._share_width()
        self.scrollTo(current)

    def _share_width(self) -> None:
        if not self.is_grid:
            self.setGridSize(QSize())
            return
        # The bar counts also where it is hidden: cards must not change their size as it comes and goes.
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 1
        width = room // max(1, room // LEAST_CARD_PX)
        self._cards.set_width(width)
        self.setGridSize(QSize(width, CARD_HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_width()
        super().resizeEvent(event)

    # --- keys and clicks ---

    @override
    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: P, S and O are commands, and the search field finds more."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and step:
            self._move_by(step)
            return
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
            case Qt.Key.Key_O:
                self.offer_wanted.emit()
            case Qt.Key.Key_F2:
                self.edit_wanted.emit()
            case Qt.Key.Key_Delete:
                if not event.isAutoRepeat():
                    self.remove_wanted.emit()
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case Qt.Key.Key_Up if self._is_on_first_line():
                self.left_upwards.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        delegate = self._cards if self.is_grid else self._rows
        if not delegate.is_over_pin(event.position().toPoint(), self.visualRect(index), index):
            self.put_on_air_wanted.emit()

    def _is_on_first_line(self) -> bool:
        first, current = self._products.index(0), self.currentIndex()
        return not current.isValid() or self.visualRect(current).y() == self.visualRect(first).y()

    # --- dragging ---

    def _move_by(self, step: int) -> None:
        product, row = self.selected, self.currentIndex().row()
        if product is not None and self._products.can_move and 0 <= row + step < len(self._products.shown):
            self.move_wanted.emit(product.sku, row + (2 if step > 0 else -1))

    def gap_at(self, place: QPoint) -> int:
        """Return the number of the row that a product dropped at `place` stands before."""
        index = self.indexAt(place)
        if not index.isValid():
            return len(self._products.shown)
        middle = self.visualRect(index).center()
        is_behind = place.x() > middle.x() if self.is_grid else place.y() > middle.y()
        return index.row() + is_behind

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drag_over(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drag_over(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_gap(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._show_gap(None)
        product = self.selected
        if event.source() is not self or product is None:
            return
        # A copy, so that the view does not take the row away: the catalogue comes back in its new order.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        gap, row = self.gap_at(event.position().toPoint()), self._products.row_of(product.sku)
        if row is not None and gap not in (row, row + 1):
            self.move_wanted.emit(product.sku, gap)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is not None and self._products.shown:
            painter = QPainter(self.viewport())
            painter.fillRect(self._gap_rect(self._gap), self.palette().highlight())
            painter.end()

    def _drag_over(self, event: QDragMoveEvent) -> None:
        if event.source() is self and self._products.can_move:
            event.acceptProposedAction()
            self._show_gap(self.gap_at(event.position().toPoint()))
        else:
            event.ignore()

    def _show_gap(self, gap: int | None) -> None:
        self._gap = gap
        self.viewport().update()

    def _gap_rect(self, gap: int) -> QRect:
        is_last = gap >= len(self._products.shown)
        rect = self.visualRect(self._products.index(gap - is_last))
        if self.is_grid:
            return QRect(rect.right() - 1 if is_last else rect.x() - 1, rect.y(), 3, rect.height())
        return QRect(rect.x(), rect.bottom() - 1 if is_last else rect.y() - 1, rect.width(), 3)
