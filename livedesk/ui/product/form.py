"""The product form: one page for each kind of thing that is asked about a product. What one types is kept at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.catalogue.product import Product
from livedesk.core.events import Command
from livedesk.core.ids import Sku
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.product_text import name_text
from livedesk.ui.product.basics_section import BasicsSection
from livedesk.ui.product.checking import problems_of, refusal
from livedesk.ui.product.delivery_section import DeliverySection
from livedesk.ui.product.papers_section import PapersSection
from livedesk.ui.product.prices_section import PricesSection
from livedesk.ui.product.section import Section
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.product.texts_section import TextsSection
from livedesk.ui.product.variants_section import VariantsSection
from livedesk.ui.services import AppServices
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL, GRID
from livedesk.ui.widgets.elided_label import ElidedLabel

_WIDEST_PX = 760


class ProductForm(QFrame):
    """Shows the product chosen with `edit`; `closed` when the operator has had enough of it."""

    closed = Signal()
    product_wanted = Signal(object)  # Sku: another product is to be shown, in the list too

    def __init__(
        self,
        theme: AppTheme,
        state: CatalogueState,
        post: Callable[[Command], None],
        services: AppServices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._state = theme, state
        self.sku: Sku | None = None
        self._title, self._state_label = ElidedLabel(self), QPushButton(self)
        self.undo, self.redo, self.duplicate, self.remove, self.close_button = (
            QToolButton(self) for _ in range(5)
        )
        self.basics = BasicsSection(theme, state, services, self)
        self.texts = TextsSection(state, post, self)
        self.prices = PricesSection(theme, state, self)
        self.delivery = DeliverySection(theme, self)
        self.papers = PapersSection(theme, self)
        self.variants = VariantsSection(theme, state, self)
        self.sections: tuple[Section, ...] = (
            self.basics,
            self.texts,
            self.prices,
            self.delivery,
            self.papers,
            self.variants,
        )
        self.chips = [QPushButton(self) for _ in self.sections]
        self._chips = QButtonGroup(self)
        self.pages = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._recolour()
        self.retranslate()
        self.show_page(0)
        self._tell_history()

    # --- what is shown ---

    @Slot(object)
    def edit(self, sku: Sku) -> None:
        """Show the product `sku`; what was being typed into another one is kept first."""
        self.keep()
        product = self._state.product(sku)
        if product is not None:
            for section in self.sections:
                section.let_go()
            self.sku = sku
            self._show(product)

    def keep(self) -> None:
        """Take what is being typed as finished."""
        if self.sku is not None and self._state.product(self.sku) is not None:
            for section in self.sections:
                section.keep()

    def show_page(self, page: int) -> None:
        """Show a page of the form, from 0."""
        self.keep()
        self.pages.setCurrentIndex(page)
        self.chips[page].setChecked(True)

    def focus_name(self) -> None:
        """Put the cursor where a new product begins: its name."""
        self.show_page(1)
        self.texts.fields["names"].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.setAccessibleName(self.tr("Product"))
        for button, text in (
            (self.undo, self.tr("Undo (Ctrl+Z)")),
            (self.redo, self.tr("Redo (Ctrl+Shift+Z)")),
            (self.duplicate, self.tr("Duplicate this product (Ctrl+D)")),
            (self.remove, self.tr("Remove this product; undo brings it back")),
            (self.close_button, self.tr("Close (Esc)")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._tell_problems()
        if (product := self._state.product(self.sku)) is not None:
            self._tell_title(product)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        elif control and step:
            self.show_page((self.pages.currentIndex() + step) % len(self.sections))
            self.chips[self.pages.currentIndex()].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif control and event.key() == Qt.Key.Key_D:
            self._duplicate()
        else:
            super().keyPressEvent(event)

    @Slot()
    def close_form(self) -> None:
        """Keep what was typed and go."""
        self.keep()
        self.closed.emit()

    # --- building ---

    def _page_names(self) -> tuple[str, ...]:
        return (
            self.tr("Product"),
            self.tr("Texts"),
            self.tr("Prices"),
            self.tr("Delivery"),
            self.tr("Papers"),
            self.tr("Variants"),
        )

    def _lay_out(self) -> None:
        set_role(self, "panel")
        set_role(self._title, "heading")
        set_role(self._state_label, "strip")
        header = QHBoxLayout()
        header.setSpacing(GRID)
        header.addWidget(self._title, 1)
        header.addWidget(self._state_label)
        for button in (self.undo, self.redo, self.duplicate, self.remove, self.close_button):
            set_role(button, "quiet")
            header.addWidget(button)
        chips = QHBoxLayout()
        chips.setSpacing(GAP_S)
        for chip in self.chips:
            set_role(chip, "chip")
            chip.setCheckable(True)
            self._chips.addButton(chip)
            chips.addWidget(chip)
        chips.addStretch(1)
        for section in self.sections:
            self.pages.addWidget(_scrolled(section))
        inside = QWidget(self)
        inside.setMaximumWidth(_WIDEST_PX)
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP_XL, GAP_L, GAP_XL, 0)
        column.setSpacing(GAP_M)
        column.addLayout(header)
        column.addLayout(chips)
        column.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 1000)
        row.addStretch(1)

    def _connect(self) -> None:
        for page, chip in enumerate(self.chips):
            chip.clicked.connect(partial(self._chip_clicked, page))
        for section in self.sections:
            section.edited.connect(self._edited)
            section.refusal = self._refusal
        self.undo.clicked.connect(self._undo)
        self.redo.clicked.connect(self._state.redo)
        self.duplicate.clicked.connect(self._duplicate)
        self.remove.clicked.connect(self._remove)
        self.close_button.clicked.connect(self.close_form)
        self._state_label.clicked.connect(self._to_problem)
        self._state.changed.connect(self._refresh)
        self._state.renamed.connect(self._renamed)
        self._state.history_changed.connect(self._tell_history)
        self._theme.changed.connect(self._recolour)

    @Slot()
    def _recolour(self) -> None:
        for button, icon in (
            (self.undo, "undo"),
            (self.redo, "redo"),
            (self.duplicate, "copy"),
            (self.remove, "trash"),
            (self.close_button, "close"),
        ):
            button.setIcon(self._theme.icon(icon, "mute"))

    # --- showing ---

    def _show(self, product: Product) -> None:
        for section in self.sections:
            section.show_product(product)
        self._tell_title(product)
        self._check_now(product)

    def _tell_title(self, product: Product) -> None:
        number = f"{product.number} · " if product.number else ""
        is_named = bool(any(product.names.values()))
        self._title.set_text(f"{number}{name_text(product) if is_named else self.tr('New product')}")

    def _check_now(self, product: Product) -> None:
        problems = problems_of(product, self._state.rivals(product.sku, product))
        for section in self.sections:
            section.show_problems(problems)
        self._tell_problems()

    def _tell_problems(self) -> None:
        total = 0
        for chip, section, name in zip(self.chips, self.sections, self._page_names(), strict=True):
            count = section.problem_count
            total += count
            chip.setText(f"{name} · {count}" if count else name)
            chip.setAccessibleName(
                self.tr("{page}, %n to check", "", count).format(page=name) if count else name
            )
        set_role(self._state_label, "doubt" if total else "strip")
        self._state_label.setText(self.tr("%n to check", "fields", total) if total else self.tr("Saved"))
        self._state_label.setEnabled(total > 0)

    @Slot()
    def _refresh(self) -> None:
        product = self._state.product(self.sku)
        if product is not None:
            self._show(product)
        elif self.sku is not None:
            self.sku = None
            self.closed.emit()

    @Slot()
    def _tell_history(self) -> None:
        self.undo.setEnabled(self._state.can_undo)
        self.redo.setEnabled(self._state.can_redo)

    # --- doing ---

    def _refusal(self, before: Product, edited: Product) -> str:
        why = refusal(before, edited, self._state.rivals(before.sku, before, edited))
        QTimer.singleShot(0, self, self._tell_problems)  # when the field says so too
        return why

    def _chip_clicked(self, page: int, _checked: bool = False) -> None:
        self.show_page(page)

    @Slot(object)
    def _edited(self, product: Product) -> None:
        before = self._state.product(self.sku)
        if before is not None:
            self._state.put(before, product)

    @Slot(object, object)
    def _renamed(self, before: Sku, now: Sku) -> None:
        if self.sku == before:
            self.sku = now
            self.product_wanted.emit(now)

    @Slot()
    def _undo(self) -> None:
        self.keep()
        self._state.undo()

    @Slot()
    def _duplicate(self) -> None:
        self.keep()
        if self.sku is not None and (copy := self._state.duplicate(self.sku)) is not None:
            self.edit(copy)
            self.product_wanted.emit(copy)

    @Slot()
    def _remove(self) -> None:
        if self.sku is not None:
            self._state.remove((self.sku,))

    @Slot()
    def _to_problem(self) -> None:
        for page, section in enumerate(self.sections):
            if section.problem_count:
                self.show_page(page)
                section.focus_problem()
                return


def _scrolled(section: Section) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, GAP_M, GAP_M, GAP_XL)
    column.addWidget(section)
    area.setWidget(holder)
    area.viewport().setAutoFillBackground(False)
    holder.setAutoFillBackground(False)
    return area
