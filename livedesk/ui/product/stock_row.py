"""How many are left, and the sold-out mark that the audience sees."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from livedesk.core.catalogue.product import Product
from livedesk.core.typing_compat import override
from livedesk.ui.product import readers
from livedesk.ui.product.field import Field
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.theme.tokens import GAP_M

_LINE_PX = 32


class StockRow(QWidget):
    """`count` is bound by the section it stands in; the mark is the show's and goes to the desk at once."""

    def __init__(self, state: CatalogueState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._product: Product | None = None
        self.count = Field(QLineEdit(self), readers.count_or_none, readers.write_count, self)
        self.sold_out = QCheckBox(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_M)
        row.addWidget(self.count, 1)
        self.sold_out.setFixedHeight(_LINE_PX)
        row.addWidget(self.sold_out, 1, Qt.AlignmentFlag.AlignBottom)
        self.sold_out.clicked.connect(self._clicked)
        state.session_changed.connect(self._show_mark)
        self.retranslate()

    def show_product(self, product: Product) -> None:
        """Show the mark of `product`."""
        self._product = product
        self._show_mark()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        unreadable = self.tr("Write a whole number, such as 500.")
        self.count.set_texts(self.tr("In stock"), self.tr("Empty: not counted"), unreadable)
        self.count.set_placeholder(self.tr("not counted"))
        self.sold_out.setText(self.tr("Sold out"))
        self.sold_out.setToolTip(self.tr("Marked in the catalogue and on air; S does the same"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _show_mark(self) -> None:
        self.sold_out.setChecked(self._product is not None and self._state.is_sold_out(self._product.sku))

    @Slot()
    def _clicked(self) -> None:
        if self._product is not None:
            self._state.mark_sold_out(self._product.sku, is_sold_out=self.sold_out.isChecked())
