"""The same change for several products: what is left empty stays as it is in each of them."""

from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.catalogue.product import LeadTime, Product
from livedesk.core.catalogue.quotation import INCOTERMS
from livedesk.core.catalogue.revise import BulkChange, Rounding, changed
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.product_text import title_text
from livedesk.ui.figures import format_amount, format_count, format_price
from livedesk.ui.product import readers
from livedesk.ui.product.field import Field
from livedesk.ui.product.prices_section import CURRENCIES
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL
from livedesk.ui.widgets.picker import Picker

_SIZE = (620, 560)
_SHOWN = 50


class BulkDialog(QDialog):
    """Shows the prices before and after; one step of undo takes all of it back."""

    def __init__(
        self, state: CatalogueState, products: tuple[Product, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*_SIZE)
        self._state = state
        self._skus = tuple(product.sku for product in products)
        self._heading, self._hint, self.summary = QLabel(self), QLabel(self), QLabel(self)
        line = readers.one_line
        self.category = Field(QLineEdit(self), line, parent=self)
        self.brand = Field(QLineEdit(self), line, parent=self)
        self.currency = Field(self._picker(CURRENCIES), parent=self)
        self.incoterm = Field(self._picker(INCOTERMS), parent=self)
        self.place = Field(QLineEdit(self), line, parent=self)
        self.lead_days = Field(QLineEdit(self), readers.count_or_none, readers.write_count, self)
        self.add_tags = Field(QLineEdit(self), readers.words, readers.write_words, self)
        self.remove_tags = Field(QLineEdit(self), readers.words, readers.write_words, self)
        self.percent = Field(QLineEdit(self), readers.decimal_or_none, readers.write_decimal, self)
        self.rounding = Field(
            self._picker([rounding.value for rounding in Rounding], has_blank=False), parent=self
        )
        self.preview = QListWidget(self)
        self.apply, self.sold_out, self.cancel = QPushButton(self), QPushButton(self), QPushButton(self)
        for field in self._fields:
            field.show_value(() if field in (self.add_tags, self.remove_tags) else None)
            field.finished.connect(self._show_preview)
        self.rounding.show_value(Rounding.CENT.value)
        self._lay_out()
        self.apply.clicked.connect(self._apply)
        self.sold_out.clicked.connect(self._sold_out)
        self.cancel.clicked.connect(self.close)
        state.changed.connect(self._show_preview)
        self.retranslate()

    @property
    def _fields(self) -> tuple[Field, ...]:
        return (
            self.category,
            self.brand,
            self.currency,
            self.incoterm,
            self.place,
            self.lead_days,
            self.add_tags,
            self.remove_tags,
            self.percent,
            self.rounding,
        )

    @property
    def products(self) -> tuple[Product, ...]:
        """The products as they now are; one that was removed meanwhile is left out."""
        found = (self._state.product(sku) for sku in self._skus)
        return tuple(product for product in found if product is not None)

    @property
    def change(self) -> BulkChange:
        """What is asked for."""
        days, percent = self.lead_days.value, self.percent.value
        category = str(self.category.value or "")
        return BulkChange(
            category={self._state.languages[0]: category} if category else None,
            brand=str(self.brand.value or "") or None,
            currency=str(self.currency.value or "") or None,
            incoterm=str(self.incoterm.value or "") or None,
            incoterm_place=str(self.place.value or "") or None,
            lead_times=(LeadTime(1, days),) if isinstance(days, int) else None,
            add_tags=self.add_tags.value if isinstance(self.add_tags.value, tuple) else (),
            remove_tags=self.remove_tags.value if isinstance(self.remove_tags.value, tuple) else (),
            percent=percent if isinstance(percent, Decimal) and percent else None,
            rounding=Rounding(str(self.rounding.value)),
        )

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setWindowTitle(self.tr("Edit together"))
        self._heading.setText(self.tr("Edit %n products together", "", len(self._skus)))
        self._hint.setText(self.tr("What you leave empty stays as it is in each of them."))
        count, figure = (
            self.tr("Write a whole number, such as 30."),
            self.tr("Write a figure, such as 5 or -10."),
        )
        self.category.set_texts(self.tr("Category"))
        self.brand.set_texts(self.tr("Brand"))
        self.currency.set_texts(self.tr("Currency"), self.tr("The figures stay; only the currency changes"))
        self.incoterm.set_texts(self.tr("Incoterm"))
        self.place.set_texts(self.tr("Place"))
        self.lead_days.set_texts(self.tr("Lead time, days"), self.tr("For any quantity"), count)
        self.add_tags.set_texts(self.tr("Add tags"), self.tr("Set apart by commas"))
        self.remove_tags.set_texts(self.tr("Remove tags"), self.tr("Set apart by commas"))
        self.percent.set_texts(self.tr("Raise prices by %"), self.tr("-10 lowers them by a tenth"), figure)
        self.rounding.set_texts(self.tr("Round to"))
        self._name_roundings()
        self.preview.setAccessibleName(self.tr("Prices before and after"))
        self.sold_out.setText(self.tr("Mark all sold out"))
        self.cancel.setText(self.tr("Cancel"))
        self._show_preview()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _picker(self, codes: tuple[str, ...] | list[str], *, has_blank: bool = True) -> Picker:
        picker = Picker(self)
        if has_blank:
            picker.addItem("", "")
        for code in codes:
            picker.addItem(code, code)
        return picker

    def _name_roundings(self) -> None:
        names = {
            Rounding.CENT: self.tr("0.01"),
            Rounding.FIVE_CENTS: self.tr("0.05"),
            Rounding.TEN_CENTS: self.tr("0.10"),
            Rounding.WHOLE: self.tr("1"),
            Rounding.NINE: self.tr("the next price ending in 9"),
        }
        assert isinstance(self.rounding.editor, Picker)
        for row, rounding in enumerate(Rounding):
            self.rounding.editor.setItemText(row, names[rounding])

    def _lay_out(self) -> None:
        set_role(self._heading, "heading")
        set_role(self._hint, "mute")
        set_role(self.summary, "mute")
        set_role(self.apply, "primary")
        set_role(self.preview, "rows")
        set_role(self.cancel, "quiet")
        self.summary.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_M)
        grid.setVerticalSpacing(GAP_M)
        for place, field in enumerate(self._fields):
            grid.addWidget(field, place // 3, place % 3, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        for button in (self.sold_out, self.cancel, self.apply):
            button.setAutoDefault(False)
        buttons.addWidget(self.sold_out)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        column.addLayout(grid)
        column.addWidget(self.summary)
        column.addWidget(self.preview, 1)
        column.addLayout(buttons)

    # --- showing and doing ---

    def _pairs(self) -> list[tuple[Product, Product]]:
        change = self.change
        pairs = ((product, changed(product, change)) for product in self.products)
        return [(before, after) for before, after in pairs if before is not after]

    @Slot()
    def _show_preview(self) -> None:
        pairs = self._pairs()
        self.apply.setEnabled(bool(pairs))
        self.apply.setText(self.tr("Change %n product(s)", "", len(pairs)))
        self.summary.setText(
            self.tr("%n of {total} products would change.", "", len(pairs)).format(
                total=format_count(len(self.products))
            )
        )
        self.preview.clear()
        repriced = [(a, b) for a, b in pairs if a.tiers != b.tiers]
        self.preview.addItems([_prices_line(before, after) for before, after in repriced[:_SHOWN]])
        if len(repriced) > _SHOWN:
            self.preview.addItem(self.tr("and %n more", "", len(repriced) - _SHOWN))

    @Slot()
    def _apply(self) -> None:
        for field in self._fields:
            field.keep()
        if all(field.is_readable for field in self._fields):
            self._state.put_all(self._pairs())
            self.close()

    @Slot()
    def _sold_out(self) -> None:
        for product in self.products:
            if not self._state.is_sold_out(product.sku):
                self._state.mark_sold_out(product.sku, is_sold_out=True)
        self.close()


def _prices_line(before: Product, after: Product) -> str:
    """Return "3 · Juicer cup: US$ 3.50 → 3.68, 3.20 → 3.36"."""
    steps = [
        f"{format_amount(old.price, before.currency)} → {format_amount(new.price, after.currency)}"
        for old, new in zip(before.tiers, after.tiers, strict=True)
    ]
    sign = format_price(before.tiers[0].price, after.currency).split(" ")[0]
    return f"{title_text(before)}: {sign} {', '.join(steps)}"
