"""What narrows the catalogue down, in a small window below its button: category, price, what is left."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.catalogue.filters import CatalogueFilter, CategoryNode, CategoryPath
from livedesk.core.typing_compat import override
from livedesk.ui.product import readers
from livedesk.ui.product.field import Field
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_M, GAP_S
from livedesk.ui.widgets.picker import Picker
from livedesk.ui.words import format_count

_WIDTH, _TREE_PX = 280, 200
_PATH = Qt.ItemDataRole.UserRole + 1
_EITHER, _LEFT, _GONE = 0, 1, 2
_IS_SOLD_OUT = {_EITHER: None, _LEFT: False, _GONE: True}


class FilterPopover(QFrame):
    """Every choice applies at once; Esc or a click beside it closes."""

    changed = Signal(object)  # CatalogueFilter

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._filter = CatalogueFilter()
        self._is_showing = False
        self._tree_model = QStandardItemModel(self)
        self.tree = QTreeView(self)
        self.tree.setModel(self._tree_model)
        self.least = Field(QLineEdit(self), readers.price_or_none, readers.write_price, self)
        self.most = Field(QLineEdit(self), readers.price_or_none, readers.write_price, self)
        self.currency = Picker(self)
        self._category_label, self._price_label = QLabel(self), QLabel(self)
        self.availability = [QPushButton(self) for _ in range(3)]
        self._availability = QButtonGroup(self)
        self.clear_button = QPushButton(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def open_below(self, widget: QWidget, tree: Sequence[CategoryNode], currencies: Sequence[str]) -> None:
        """Open below `widget`, with the categories and currencies that the catalogue has."""
        self._fill(tree, currencies)
        self.show_filter(self._filter)
        right = widget.mapToGlobal(widget.rect().bottomRight())
        self.adjustSize()
        self.move(QPoint(max(0, right.x() - self.width() + 1), right.y() + GAP_S // 2))
        self.show()
        self.tree.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_filter(self, wanted: CatalogueFilter) -> None:
        """Show what is chosen."""
        self._is_showing = True
        self._filter = wanted
        self.least.show_value(wanted.least)
        self.most.show_value(wanted.most)
        self.currency.pick(wanted.currency)
        states = {value: number for number, value in _IS_SOLD_OUT.items()}
        self.availability[states[wanted.is_sold_out]].setChecked(True)
        item = self._item_of(wanted.category)
        if item is not None:
            self.tree.setCurrentIndex(item.index())
        self.clear_button.setEnabled(not wanted.is_empty)
        self._is_showing = False

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.setAccessibleName(self.tr("Filter"))
        self._category_label.setText(self.tr("Category"))
        self.tree.setAccessibleName(self.tr("Category"))
        self._price_label.setText(self.tr("First price"))
        figure = self.tr("Write a figure, such as 3.50.")
        self.least.set_texts(self.tr("From"), "", figure)
        self.most.set_texts(self.tr("To"), "", figure)
        self.currency.setAccessibleName(self.tr("Currency"))
        for button, text in zip(
            self.availability, (self.tr("All"), self.tr("Available"), self.tr("Sold out")), strict=True
        ):
            button.setText(text)
        self.clear_button.setText(self.tr("Show all products"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        set_role(self, "card")
        for label in (self._category_label, self._price_label):
            set_role(label, "small")
        set_role(self.tree, "rows")
        self.tree.setHeaderHidden(True)
        self.tree.setFixedHeight(_TREE_PX)
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        chips = QHBoxLayout()
        chips.setSpacing(GAP_S)
        for number, button in enumerate(self.availability):
            set_role(button, "chip")
            button.setCheckable(True)
            self._availability.addButton(button, number)
            chips.addWidget(button)
        chips.addStretch(1)
        prices = QHBoxLayout()
        prices.setSpacing(GAP_S)
        prices.addWidget(self.least, 1)
        prices.addWidget(self.most, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        column.setSpacing(GAP_S)
        column.addLayout(chips)
        column.addWidget(self._category_label)
        column.addWidget(self.tree)
        column.addWidget(self._price_label)
        column.addWidget(self.currency)
        column.addLayout(prices)
        column.addWidget(self.clear_button)
        self.setFixedWidth(_WIDTH)

    def _connect(self) -> None:
        self.tree.selectionModel().currentChanged.connect(self._chosen)
        self.least.finished.connect(self._chosen)
        self.most.finished.connect(self._chosen)
        self.currency.activated.connect(self._chosen)
        self._availability.idClicked.connect(self._chosen)
        self.clear_button.clicked.connect(self._clear)

    def _fill(self, tree: Sequence[CategoryNode], currencies: Sequence[str]) -> None:
        self._is_showing = True
        self._tree_model.clear()
        root = self._tree_model.invisibleRootItem()
        everything = QStandardItem(self.tr("All categories"))
        everything.setData((), _PATH)
        root.appendRow(everything)
        _grow(root, tree)
        self.tree.expandToDepth(0)
        self.currency.clear()
        self.currency.addItem(self.tr("Any currency"), "")
        for code in currencies:
            self.currency.addItem(code, code)
        self.currency.setVisible(len(currencies) > 1)
        self._is_showing = False

    def _item_of(self, path: CategoryPath) -> QStandardItem | None:
        waiting = [self._tree_model.invisibleRootItem()]
        while waiting:
            item = waiting.pop()
            children = [item.child(row) for row in range(item.rowCount())]
            for child in children:
                if tuple(child.data(_PATH)) == path:
                    return child
            waiting += children
        return None

    @Slot()
    def _chosen(self) -> None:
        if self._is_showing:
            return
        index = self.tree.currentIndex()
        category = tuple(index.data(_PATH)) if index.isValid() else ()
        wanted = CatalogueFilter(
            category,
            _decimal(self.least.value),
            _decimal(self.most.value),
            str(self.currency.currentData() or ""),
            _IS_SOLD_OUT[self._availability.checkedId()],
        )
        if wanted != self._filter:
            self._filter = wanted
            self.clear_button.setEnabled(not wanted.is_empty)
            self.changed.emit(wanted)

    @Slot()
    def _clear(self) -> None:
        self.show_filter(CatalogueFilter())
        self.changed.emit(CatalogueFilter())
        self.close()


def _decimal(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def _grow(parent: QStandardItem, nodes: Sequence[CategoryNode]) -> None:
    for node in nodes:
        item = QStandardItem(f"{node.name}  {format_count(node.count)}")
        item.setData(node.path, _PATH)
        parent.appendRow(item)
        _grow(item, node.branches)
