"""One line of a quotation being written: which product, in which form, how many, and what it comes to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from livedesk.core.catalogue.product import Product, in_language
from livedesk.core.catalogue.quotation import MOST_QUANTITY, QuoteDoubt, QuoteItem, QuoteLine
from livedesk.core.catalogue.typed import NotReadable, read_count
from livedesk.core.ids import Sku
from livedesk.ui.catalogue.product_text import title_text, unit_text, window_language
from livedesk.ui.figures import format_count, format_figure, group_mark
from livedesk.ui.quotation.doubts import doubt_text
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_S, GRID
from livedesk.ui.widgets.picker import Picker
from livedesk.ui.words import format_price

_QUANTITY_PX = 104


class LineRow(QWidget):
    """`changed` when another form or quantity was chosen, `removed` by the cross."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: AppTheme, product: Product, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._product = theme, product
        self._title, self._sum, self._doubts = QLabel(self), QLabel(self), QLabel(self)
        self.form = Picker(self)
        self.quantity = QLineEdit(self)
        self.remove = QToolButton(self)
        self.remove.clicked.connect(self.removed)
        first = product.tiers[0].min_quantity if product.tiers else 1
        self.quantity.setText(format_count(max(product.moq, first, 1)))
        self.form.currentIndexChanged.connect(self.changed)
        self.quantity.textChanged.connect(self.changed)
        self._lay_out()
        self._recolour()
        theme.changed.connect(self._recolour)
        self.retranslate()

    @property
    def sku(self) -> Sku:
        """The product's article number."""
        return self._product.sku

    def show_product(self, product: Product) -> None:
        """Go on with the product as it now is."""
        self._product = product
        self.retranslate()

    def item(self) -> QuoteItem | None:
        """Return what is asked for, None where the quantity is not one."""
        try:
            quantity = read_count(self.quantity.text(), group_mark())
        except NotReadable:
            return None
        variant = self.form.currentData()
        if not 1 <= quantity <= MOST_QUANTITY:
            return None
        return QuoteItem(self._product, quantity, Sku(variant) if variant else None)

    def show_line(self, line: QuoteLine | None, currency: str) -> None:
        """Show what the line comes to, and what is doubtful; None: the quantity is not one."""
        if line is None:
            self._sum.hide()
            self._say(self.tr("Enter a quantity, for example 500"))
            return
        parts = []
        if line.unit_price is not None and line.amount is not None:
            price, amount = format_price(line.unit_price, currency), format_price(line.amount, currency)
            parts.append(f"× {price} = {amount}")
        if line.cartons is not None:
            parts.append(self.tr("%n carton(s)", "", line.cartons))
        if line.cbm is not None:
            parts.append(f"{format_figure(str(line.cbm))} m³")
        self._sum.setText(" · ".join(parts))
        self._sum.setVisible(bool(parts))
        self._say("\n".join(doubt_text(doubt, line) for doubt in line.doubts if _matters(doubt)))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._title.setText(title_text(self._product))
        self._title.setToolTip(self._product.sku)
        chosen = self.form.currentData()
        self.form.blockSignals(True)
        self.form.clear()
        self.form.addItem(self._product.sku, "")
        for variant in self._product.variants:
            options = in_language(variant.options, window_language())
            self.form.addItem(" · ".join(filter(None, (variant.sku, options))), variant.sku)
        self.form.pick(chosen)
        self.form.blockSignals(False)
        self.form.setVisible(bool(self._product.variants))
        self.form.setAccessibleName(self.tr("Variant"))
        self.quantity.setAccessibleName(self.tr("Quantity"))
        self._unit.setText(unit_text(self._product))
        self.remove.setAccessibleName(self.tr("Take this product off the quotation"))
        self.remove.setToolTip(self.tr("Take this product off the quotation"))

    def _lay_out(self) -> None:
        self._unit = QLabel(self)
        set_role(self._title, "title")
        set_role(self._unit, "mute")
        set_role(self._sum, "mute")
        set_role(self._doubts, "warn")
        set_role(self.remove, "quiet")
        self._doubts.setWordWrap(True)
        self._sum.setWordWrap(True)
        self.quantity.setFixedWidth(_QUANTITY_PX)
        self.quantity.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.quantity.setMaxLength(16)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_S)
        grid.setVerticalSpacing(GRID)
        grid.addWidget(self._title, 0, 0, 1, 4)
        grid.addWidget(self.remove, 0, 4, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.quantity, 1, 0)
        grid.addWidget(self._unit, 1, 1)
        grid.addWidget(self.form, 1, 2, 1, 3)
        grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP_S, 0, GAP_S)
        column.setSpacing(GRID)
        column.addLayout(grid)
        column.addWidget(self._sum)
        column.addWidget(self._doubts)

    def _say(self, text: str) -> None:
        self._doubts.setText(text)
        self._doubts.setVisible(bool(text))

    def _recolour(self) -> None:
        self.remove.setIcon(self._theme.icon("close"))


def _matters(doubt: QuoteDoubt) -> bool:
    """Whether a doubt is said at the line; one that holds for the whole paper is said once below."""
    return doubt is not QuoteDoubt.OTHER_INCOTERM
