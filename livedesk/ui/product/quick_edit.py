"""What may change during a show, in the catalogue's own column: name, prices, what is left, the offer."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.catalogue.product import Product
from livedesk.core.catalogue.revise import with_text
from livedesk.core.events import Command
from livedesk.core.ids import Sku
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.product_text import title_text
from livedesk.ui.product import readers
from livedesk.ui.product.checking import problems_of, refusal
from livedesk.ui.product.field import Field
from livedesk.ui.product.offer_box import OfferBox
from livedesk.ui.product.prices_section import PricesSection
from livedesk.ui.product.section import Section
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.product.stock_row import StockRow
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID
from livedesk.ui.widgets.elided_label import ElidedLabel


class QuickEdit(QFrame):
    """Stands in the place of the list; captions and chat stay in sight. Esc goes back."""

    closed = Signal()

    def __init__(
        self,
        theme: AppTheme,
        state: CatalogueState,
        post: Callable[[Command], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._state = theme, state
        self.sku: Sku | None = None
        self.back, self._title = QToolButton(self), ElidedLabel(self)
        self._headings = [QLabel(self) for _ in range(2)]
        self.prices = PricesSection(theme, state, self, is_short=True)
        self.first, self.left = Section(self), Section(self)
        self.name = Field(QLineEdit(self), readers.one_line, parent=self)
        self.first.column.addWidget(self.name)
        self.first.bind("names", self.name, self._name, self._with_name)
        self.stock = StockRow(state, self)
        self.left.column.addWidget(self.stock)
        self.left.bind_plain("stock", self.stock.count)
        self.offer = OfferBox(state, post, self)
        self._sections = (self.first, self.prices, self.left)
        for section in self._sections:
            section.edited.connect(self._edited)
            section.refusal = self._refusal
        self._lay_out()
        self.back.clicked.connect(self.close_page)
        state.changed.connect(self._refresh)
        state.renamed.connect(self._renamed)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()

    def edit(self, sku: Sku, *, is_offer: bool = False) -> None:
        """Show the product `sku`, the cursor in its first price or, with `is_offer`, in its offer."""
        self.keep()
        product = self._state.product(sku)
        if product is None:
            return
        for section in self._sections:
            section.let_go()
        self.sku = sku
        self._show(product)
        is_named = bool(any(product.names.values()))
        target = self.prices.tiers.editors(0)[-1] if is_named else self.name.editor
        if is_offer:
            target = self.offer.text.editor
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if is_offer:
            QTimer.singleShot(0, self, self._scroll_to_offer)  # when the page has its height

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.setAccessibleName(self.tr("Change during the show"))
        text = self.tr("Back to the list (Esc)")
        self.back.setToolTip(text)
        self.back.setAccessibleName(text)
        self.name.set_texts(self.tr("Name"))
        for label, heading in zip(self._headings, (self.tr("Prices"), self.tr("What is left")), strict=True):
            label.setText(heading)
        if (product := self._state.product(self.sku)) is not None:
            self._title.set_text(title_text(product))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_page()
        else:
            super().keyPressEvent(event)

    @Slot()
    def close_page(self) -> None:
        """Keep what was typed and go back."""
        self.keep()
        self.closed.emit()

    def _lay_out(self) -> None:
        set_role(self._title, "title")
        header = QHBoxLayout()
        header.setContentsMargins(GAP_S, GAP_S, GAP_M, GAP_S)
        header.setSpacing(GRID)
        set_role(self.back, "quiet")
        header.addWidget(self.back)
        header.addWidget(self._title, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_L)
        column.setSpacing(GAP_M)
        for heading in self._headings:
            set_role(heading, "title")
        column.addWidget(self.first)
        column.addWidget(self._headings[0])
        column.addWidget(self.prices)
        column.addWidget(self._headings[1])
        column.addWidget(self.left)
        column.addWidget(self.offer)
        column.addStretch(1)
        self._area = area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addWidget(area, 1)

    @Slot()
    def _scroll_to_offer(self) -> None:
        self._area.verticalScrollBar().setValue(self._area.verticalScrollBar().maximum())

    @Slot()
    def _recolour(self) -> None:
        self.back.setIcon(self._theme.icon("back", "mute"))

    def keep(self) -> None:
        """Take what is being typed as finished."""
        if self._state.product(self.sku) is not None:
            for section in self._sections:
                section.keep()

    def _name(self, product: Product) -> str:
        return product.names.get(self._state.languages[0], "")

    def _with_name(self, product: Product, text: str) -> Product:
        return with_text(product, "names", self._state.languages[0], text)

    def _show(self, product: Product) -> None:
        self._title.set_text(title_text(product))
        problems = problems_of(product, self._state.rivals(product.sku, product))
        for section in self._sections:
            section.show_product(product)
            section.show_problems(problems)
        self.stock.show_product(product)
        self.offer.show_product(product)

    def _refusal(self, before: Product, edited: Product) -> str:
        return refusal(before, edited, self._state.rivals(before.sku, before, edited))

    @Slot(object)
    def _edited(self, product: Product) -> None:
        before = self._state.product(self.sku)
        if before is not None:
            self._state.put(before, product)

    @Slot(object, object)
    def _renamed(self, before: Sku, now: Sku) -> None:
        if self.sku == before:
            self.sku = now

    @Slot()
    def _refresh(self) -> None:
        product = self._state.product(self.sku)
        if product is not None:
            self._show(product)
        elif self.sku is not None:
            self.sku = None
            self.closed.emit()
