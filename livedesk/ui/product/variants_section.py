"""The forms a product is sold in: each with an article number, what tells it apart, a price of its own, stock."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from livedesk.core.catalogue.product import PriceTier, Product, Variant, in_language
from livedesk.core.ids import Language, Sku
from livedesk.core.typing_compat import override
from livedesk.ui.product import readers
from livedesk.ui.product.rows_editor import Column, RowsEditor
from livedesk.ui.product.section import Section
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme


class VariantsSection(Section):
    """A table of variants. What it does not show of one, further price steps and its picture, stays as it is."""

    def __init__(self, theme: AppTheme, state: CatalogueState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        set_role(self._hint, "mute")
        text = readers.write_text
        self.variants = RowsEditor(
            theme,
            (
                Column(readers.one_line, text, 3),
                Column(readers.one_line, text, 4),
                Column(readers.price_or_none, readers.write_price, 2, is_required=False),
                Column(readers.count_or_none, readers.write_count, 2, is_required=False),
            ),
            self,
        )
        self.bind("variants", self.variants, self._rows, self._with_rows)
        self.column.addWidget(self._hint)
        self.column.addWidget(self.variants)
        self.column.addStretch()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._hint.setText(self.tr("A variant without a price costs what the product costs."))
        self.variants.set_texts(
            (self.tr("SKU"), self.tr("What tells it apart"), self.tr("Price"), self.tr("Stock")),
            self.tr("Remove the variant"),
            self.tr("A variant needs a SKU and what tells it apart."),
            self.tr("Write a price such as 3.50 and the stock as a whole number."),
            ("JZ-03-R", self.tr("red, 500 ml"), "3.50", "200"),
        )

    @property
    def _language(self) -> Language:
        return self._state.languages[0]

    def _rows(self, product: Product) -> tuple[tuple[object, ...], ...]:
        return tuple(
            (
                variant.sku,
                in_language(variant.options, self._language),
                variant.tiers[0].price if variant.tiers else None,
                variant.stock,
            )
            for variant in product.variants
        )

    def _with_rows(self, product: Product, rows: tuple[tuple[Any, ...], ...]) -> Product:
        known = {variant.sku: variant for variant in product.variants}
        # A row whose SKU is new takes the variant that stood in its place, so that a typing mistake loses nothing.
        kept = {Sku(row[0]) for row in rows}
        variants = []
        for place, row in enumerate(rows):
            sku = Sku(row[0])
            before = known.get(sku)
            if before is None and place < len(product.variants) and product.variants[place].sku not in kept:
                before = product.variants[place]
            variants.append(self._variant(product, before or Variant(sku, {}), row))
        return replace(product, variants=tuple(variants))

    def _variant(self, product: Product, before: Variant, row: tuple[Any, ...]) -> Variant:
        sku, options, price, stock = row
        texts = before.options
        if options != in_language(texts, self._language):
            texts = {**texts, self._language: options}
        return replace(before, sku=Sku(sku), options=texts, tiers=_tiers(product, before, price), stock=stock)


def _tiers(product: Product, before: Variant, price: Decimal | None) -> tuple[PriceTier, ...]:
    if price is None:
        return ()
    if before.tiers:
        return (replace(before.tiers[0], price=price), *before.tiers[1:])
    return (PriceTier(product.tiers[0].min_quantity if product.tiers else product.moq, price),)
