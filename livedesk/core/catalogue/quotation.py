"""What an order costs and how much room it takes: the rules behind a quotation.

Amounts are exact decimals; rounding is half up (as on paper) and happens at the unit price, so that quantity times
unit price is the amount that stands beside them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from livedesk.core.catalogue.product import PriceTier, Product, Variant, price_at
from livedesk.core.ids import Sku
from livedesk.core.settings import ExchangeRate

INCOTERMS = ("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP")
"""Incoterms 2020, in their usual order. Source: ICC publication 723E."""

_WITHOUT_CENTS = frozenset({"JPY", "KRW", "VND", "CLP", "PYG", "ISK", "UGX"})
"""Currencies without a smaller unit (ISO 4217 lists them with 0 decimals)."""

MOST_QUANTITY = 1_000_000_000


class QuoteDoubt(StrEnum):
    """Why a quotation should not go out as it is."""

    NO_PRICE = "no_price"
    BELOW_MOQ = "below_moq"
    BELOW_FIRST_TIER = "below_first_tier"
    NO_RATE = "no_rate"
    OLD_RATE = "old_rate"
    NO_PACKING = "no_packing"
    SOLD_OUT = "sold_out"
    NOT_ENOUGH_STOCK = "not_enough_stock"
    OTHER_INCOTERM = "other_incoterm"


@dataclass(frozen=True, slots=True)
class QuoteItem:
    """What a buyer asks for: so many pieces of a product, or of one of its variants."""

    product: Product
    quantity: int
    variant: Sku | None = None

    @property
    def form(self) -> Variant | None:
        """The variant asked for, None for the product itself."""
        return next((v for v in self.product.variants if v.sku == self.variant), None)


@dataclass(frozen=True, slots=True)
class QuoteTerms:
    """On which terms: the currency, who pays for which way (`incoterm`, `place`), where it goes, the ISO date."""

    currency: str
    incoterm: str
    place: str
    destination: str
    date: str
    valid_days: int = 15


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One priced line. What cannot be computed is None; `doubts` say why. CBM and kilograms are for all cartons."""

    item: QuoteItem
    unit_price: Decimal | None
    amount: Decimal | None
    cartons: int | None
    cbm: Decimal | None
    gross_weight_kg: Decimal | None
    rate: ExchangeRate | None = None
    doubts: tuple[QuoteDoubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A whole quotation. A total is None as soon as one line lacks that figure: a part is never called the sum."""

    terms: QuoteTerms
    lines: tuple[QuoteLine, ...]
    total: Decimal | None
    cartons: int | None
    cbm: Decimal | None
    gross_weight_kg: Decimal | None

    @property
    def doubts(self) -> frozenset[QuoteDoubt]:
        """Everything that is doubtful in any line."""
        return frozenset(doubt for line in self.lines for doubt in line.doubts)


def quote(
    items: Sequence[QuoteItem], terms: QuoteTerms, rates: Sequence[ExchangeRate], rates_age_days: int = 7
) -> Quotation:
    """Return the quotation for `items`; a rate dated more than `rates_age_days` before the quotation is doubtful.

    Raises ValueError for a quantity that is not between 1 and a billion.
    """
    lines = tuple(_line(item, terms, rates, rates_age_days) for item in items)
    return Quotation(
        terms,
        lines,
        total=_sum([line.amount for line in lines]),
        cartons=_count([line.cartons for line in lines]),
        cbm=_sum([line.cbm for line in lines]),
        gross_weight_kg=_sum([line.gross_weight_kg for line in lines]),
    )


def decimals(currency: str) -> int:
    """Return how many decimals an amount of `currency` has."""
    return 0 if currency in _WITHOUT_CENTS else 2


def find_rate(base: str, target: str, rates: Sequence[ExchangeRate]) -> ExchangeRate | None:
    """Return what one unit of `base` costs in `target`: as entered, or turned round; the newest entry counts."""
    fitting = [r for r in rates if {r.base, r.quote} == {base, target} and r.rate > 0]
    if not fitting:
        return None
    newest = max(fitting, key=lambda r: r.dated)
    if newest.base == base:
        return newest
    return ExchangeRate(base, target, 1 / newest.rate, newest.dated)


def _line(
    item: QuoteItem, terms: QuoteTerms, rates: Sequence[ExchangeRate], rates_age_days: int
) -> QuoteLine:
    if not 1 <= item.quantity <= MOST_QUANTITY:
        raise ValueError(f"quantity: {item.quantity}")
    product, form = item.product, item.form
    tiers = form.tiers if form and form.tiers else product.tiers
    price = price_at(tiers, item.quantity)
    doubts = _order_doubts(item, tiers, price, terms)
    rate = None
    if price is not None and product.currency != terms.currency:
        rate = find_rate(product.currency, terms.currency, rates)
        if rate is None:
            doubts.append(QuoteDoubt.NO_RATE)
            price = None
        else:
            if days_between(rate.dated, terms.date) > rates_age_days:
                doubts.append(QuoteDoubt.OLD_RATE)
            price = _round(price * rate.rate, max(decimals(terms.currency), _places(price)))
    amount = None if price is None else _round(price * item.quantity, decimals(terms.currency))
    cartons, cbm, weight = volume(product, item.quantity)
    if cbm is None:
        doubts.append(QuoteDoubt.NO_PACKING)
    return QuoteLine(item, price, amount, cartons, cbm, weight, rate, tuple(doubts))


def _order_doubts(
    item: QuoteItem, tiers: tuple[PriceTier, ...], price: Decimal | None, terms: QuoteTerms
) -> list[QuoteDoubt]:
    product, form = item.product, item.form
    doubts = []
    if not tiers:
        doubts.append(QuoteDoubt.NO_PRICE)
    elif price is None:
        doubts.append(QuoteDoubt.BELOW_FIRST_TIER)
    if item.quantity < product.moq:
        doubts.append(QuoteDoubt.BELOW_MOQ)
    stock = form.stock if form else product.stock
    if stock == 0:
        doubts.append(QuoteDoubt.SOLD_OUT)
    elif stock is not None and stock < item.quantity:
        doubts.append(QuoteDoubt.NOT_ENOUGH_STOCK)
    if (product.incoterm, product.incoterm_place) != (terms.incoterm, terms.place):
        doubts.append(QuoteDoubt.OTHER_INCOTERM)
    return doubts


def volume(product: Product, quantity: int) -> tuple[int | None, Decimal | None, Decimal | None]:
    """Return cartons (the last may be part full and still takes its room), cubic metres and gross kilograms."""
    packing = product.packing
    if not packing.pieces_per_carton:
        return None, None, None
    cartons = -(-quantity // packing.pieces_per_carton)
    carton_cbm, weight = packing.carton_cbm, packing.gross_weight_kg
    cbm = None if carton_cbm is None else _round(carton_cbm * cartons, 3)
    return cartons, cbm, None if weight is None else _round(weight * cartons, 1)


def valid_until(terms: QuoteTerms) -> str:
    """Return the last ISO date on which the quotation holds."""
    return (date.fromisoformat(terms.date) + timedelta(days=terms.valid_days)).isoformat()


def days_between(earlier: str, later: str) -> int:
    """Return the days from one ISO date to another. Raises ValueError for what is not a date."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _places(price: Decimal) -> int:
    exponent = price.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _round(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(values) else None


def _count(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None
