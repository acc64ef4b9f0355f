"""The catalogue's rows for its view: products as found, each with what the show says about it."""

from collections.abc import Sequence
from enum import IntEnum
from operator import is_
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from livedesk.core.catalogue.product import Product
from livedesk.core.ids import Sku
from livedesk.core.records import Session
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.product_text import Mark, facts_html, mark_word, title_text

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row tells besides its text."""

    PRODUCT = Qt.ItemDataRole.UserRole + 1
    MARKS = Qt.ItemDataRole.UserRole + 2


class CatalogueModel(QStringListModel):
    """Shows the products it is given; the session's pins and marks colour the rows.

    Rows change by reset when other products are shown, and by `dataChanged` for exactly the rows whose product or
    state differs otherwise. It stands on Qt's own list of strings (the SKUs) because a view that
    lays out its rows asks for their number at each of them: 10,000 calls into Python would cost 14 ms a
    keystroke.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Product, ...] = ()
        self._rows: dict[Sku, int] = {}
        self._on_air: frozenset[Sku] = frozenset()
        self._next: frozenset[Sku] = frozenset()
        self._sold_out: frozenset[Sku] = frozenset()
        self.can_move = False
        """Whether the rows are all of the catalogue in its order, so that one can be dragged to another place."""

    @property
    def shown(self) -> tuple[Product, ...]:
        """The products in the order of the rows."""
        return self._shown

    @property
    def sold_out(self) -> frozenset[Sku]:
        """What the show has marked sold out."""
        return self._sold_out

    def show(self, products: Sequence[Product]) -> None:
        """Show these rows: in place where they are the same products as before, else all of them anew."""
        before, self._shown = self._shown, tuple(products)
        if len(before) == len(self._shown) and all(map(is_, before, self._shown)):
            return
        if len(before) == len(self._shown) and all(
            old is new or old.sku == new.sku for old, new in zip(before, self._shown, strict=True)
        ):
            for row, (old, new) in enumerate(zip(before, self._shown, strict=True)):
                if old is not new:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return
        self._rows = {product.sku: row for row, product in enumerate(self._shown)}
        self.setStringList([product.sku for product in self._shown])  # resets the model

    def set_session(self, session: Session) -> None:
        """Take pins, sold-out marks and the next item of the run of show from `session`."""
        following = session.show[session.show_index + 1 : session.show_index + 2]
        next_up = frozenset(sku for item in following for sku in item.skus)
        on_air = frozenset(session.pinned)
        changed = (self._on_air ^ on_air) | (self._next ^ next_up) | (self._sold_out ^ session.sold_out)
        self._on_air, self._next, self._sold_out = on_air, next_up, session.sold_out
        roles = [Role.MARKS, Qt.ItemDataRole.AccessibleTextRole]
        for sku in changed:
            if (row := self._rows.get(sku)) is not None:
                self.dataChanged.emit(self.index(row), self.index(row), roles)

    def retranslate(self) -> None:
        """Tell the view that every text is different, after a change of the window's language."""
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def row_of(self, sku: Sku) -> int | None:
        """Return the row of the product `sku`, None where it is not shown."""
        return self._rows.get(sku)

    def product(self, index: Index) -> Product | None:
        """Return the product at `index`, None where there is none."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def is_on_air(self, sku: Sku) -> bool:
        """Whether the product is pinned, also when its row is not shown."""
        return sku in self._on_air

    def is_sold_out(self, sku: Sku) -> bool:
        """Whether the product is marked sold out, also when its row is not shown."""
        return sku in self._sold_out

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        return flags | flag.ItemIsDragEnabled if self.can_move else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        product = self.product(index)
        if product is None:
            return None
        match role:
            case Role.PRODUCT:
                return product
            case Role.MARKS:
                return self._marks(product.sku)
            case Qt.ItemDataRole.DisplayRole:
                return title_text(product)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join((title_text(product), *(mark_word(m) for m in self._marks(product.sku))))
            case Qt.ItemDataRole.ToolTipRole:
                return facts_html(product)
            case _:
                return None

    def _marks(self, sku: Sku) -> tuple[Mark, ...]:
        marks = []
        if sku in self._sold_out:
            marks.append(Mark.SOLD_OUT)
        if sku in self._on_air:
            marks.append(Mark.ON_AIR)
        elif sku in self._next:
            marks.append(Mark.NEXT)
        return tuple(marks)
