"""What the product costs: price steps by quantity, on which terms, from how many, and what a sample costs."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from livedesk.core.catalogue.product import PriceTier, Product, in_language
from livedesk.core.catalogue.quotation import INCOTERMS
from livedesk.core.catalogue.revise import with_text
from livedesk.core.ids import EN
from livedesk.core.typing_compat import override
from livedesk.ui.product import readers
from livedesk.ui.product.field import Field
from livedesk.ui.product.rows_editor import Column, RowsEditor
from livedesk.ui.product.section import Section
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.widgets.picker import Picker

CURRENCIES = (
    "USD",
    "EUR",
    "CNY",
    "GBP",
    "JPY",
    "HKD",
    "AUD",
    "CAD",
    "AED",
    "SAR",
    "BRL",
    "MXN",
    "INR",
    "RUB",
    "TRY",
)


class PricesSection(Section):
    """With `is_short`, only what may change during a show: the price steps."""

    def __init__(
        self, theme: AppTheme, state: CatalogueState, parent: QWidget | None = None, *, is_short: bool = False
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._is_short = is_short
        self.tiers = RowsEditor(
            theme,
            (
                Column(readers.count_or_none, readers.write_count, 2),
                Column(readers.price_or_none, readers.write_price, 3),
            ),
            self,
        )
        self.currency, self.incoterm = Picker(self), Picker(self)
        for code in CURRENCIES:
            self.currency.addItem(code, code)
        for code in INCOTERMS:
            self.incoterm.addItem(code, code)
        self._currency, self._incoterm = Field(self.currency), Field(self.incoterm)
        self.place = Field(QLineEdit(self), readers.one_line)
        self.moq = Field(QLineEdit(self), readers.count_or(1), readers.write_count)
        self.unit = Field(QLineEdit(self), readers.one_line)
        self.sample_price = Field(QLineEdit(self), readers.price_or_none, readers.write_price)
        self.sample_days = Field(QLineEdit(self), readers.count_or_none, readers.write_count)
        self._lay_out()
        self._bind()
        self.retranslate()

    def _lay_out(self) -> None:
        terms = (self._currency, self._incoterm, self.place)
        amounts = (self.moq, self.unit, self.sample_price, self.sample_days)
        for field in (*terms, *amounts):
            field.setParent(self)
            field.setVisible(not self._is_short)
        if not self._is_short:
            self.row((self._currency, 2), (self._incoterm, 2), (self.place, 4))
        self.column.addWidget(self.tiers)
        if not self._is_short:
            self.row(*((field, 2) for field in amounts))
        self.column.addStretch()

    @override
    def retranslate(self) -> None:
        figure = self.tr("Write a figure, such as 3.50.")
        count = self.tr("Write a whole number, such as 500.")
        self.tiers.set_texts(
            (self.tr("From quantity"), self.tr("Price each")),
            self.tr("Remove the price step"),
            self.tr("A price step needs a quantity and a price."),
            self.tr("Write a quantity such as 500 and a price such as 3.50."),
            ("500", "3.50"),
        )
        self._currency.set_texts(self.tr("Currency"))
        self._incoterm.set_texts(self.tr("Incoterm"), self.tr("Incoterms 2020: what the price includes"))
        self.place.set_texts(
            self.tr("Place"), self.tr("The port or place that belongs to the Incoterm: Ningbo")
        )
        self.moq.set_texts(self.tr("Least order (MOQ)"), "", count)
        self.unit.set_texts(self.tr("Unit"), self.tr("What one counts: pcs, sets, pairs"))
        self.sample_price.set_texts(self.tr("Sample price"), "", figure)
        self.sample_days.set_texts(self.tr("Sample ready in days"), "", count)

    def _bind(self) -> None:
        self.bind("tiers", self.tiers, _tier_rows, _with_tiers)
        if self._is_short:
            return
        for name, field in (
            ("currency", self._currency),
            ("incoterm", self._incoterm),
            ("incoterm_place", self.place),
            ("moq", self.moq),
            ("sample_price", self.sample_price),
            ("sample_days", self.sample_days),
        ):
            self.bind_plain(name, field)
        self.bind("unit", self.unit, self._unit, self._with_unit)

    def _unit(self, product: Product) -> str:
        return product.unit.get(self._state.languages[0], "") or in_language(product.unit, EN)

    def _with_unit(self, product: Product, text: str) -> Product:
        return with_text(product, "unit", self._state.languages[0], text)


def _tier_rows(product: Product) -> tuple[tuple[object, ...], ...]:
    return tuple((tier.min_quantity, tier.price) for tier in product.tiers)


def _with_tiers(product: Product, rows: tuple[tuple[Any, ...], ...]) -> Product:
    tiers = (PriceTier(quantity, price) for quantity, price in rows)
    return replace(product, tiers=tuple(sorted(tiers, key=_by_quantity)))


def _by_quantity(tier: PriceTier) -> int:
    return tier.min_quantity
