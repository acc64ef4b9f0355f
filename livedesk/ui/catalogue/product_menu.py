"""What can be done with the selected products, as a context menu. Other parts of the window add their own lines."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from livedesk.core.catalogue.product import Product

Products = tuple[Product, ...]


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line: its text (asked for whenever the menu opens), what it does, and the key that does the same.

    `is_for_one` leaves it out while several products are selected.
    """

    text: Callable[[], str]
    run: Callable[[Products], None]
    key: str = ""
    is_for_one: bool = False


class ProductMenu(QMenu):
    """The lines in groups, for `products`; a key is written, not bound: it belongs to the list and the window."""

    def __init__(self, products: Products, groups: list[list[MenuEntry]], parent: QWidget) -> None:
        super().__init__(parent)
        self._products = products
        self._entries: dict[QAction, MenuEntry] = {}
        for group in groups:
            shown = [entry for entry in group if len(products) == 1 or not entry.is_for_one]
            if shown and self._entries:
                self.addSeparator()
            for entry in shown:
                text = entry.text()
                action = QAction(f"{text}\t{entry.key}" if entry.key else text, self)
                self._entries[action] = entry
                self.addAction(action)
        self.triggered.connect(self._run)

    def _run(self, action: QAction) -> None:
        self._entries[action].run(self._products)
