"""Fills the fields of a canned answer from a product. What is not known stays a gap to see, never a guess."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from livedesk.core.catalogue.product import Product, in_language, price_at
from livedesk.core.ids import Language

GAP = "[?]"
"""Stands where a field could not be filled; an answer that holds one is not sent."""

FIELDS = (
    "name",
    "number",
    "price",
    "price:500",
    "quantity",
    "price:quantity",
    "moq",
    "unit",
    "lead_time",
    "lead_time:1000",
    "lead_time:quantity",
    "sample",
    "sample_days",
    "cert",
    "port",
    "incoterm",
    "stock",
    "pack",
)
"""Every field there is, as an editor offers them; the figures are examples, `quantity` is what the buyer asks for."""

_FIELD = re.compile(r"\{([a-z_]+)(?::(\d{1,9}|quantity))?\}")
_OF_QUANTITY = ("price", "lead_time")


class GapWhy(StrEnum):
    """Why a field could not be filled."""

    NO_PRODUCT = "no_product"
    MISSING = "missing"
    BELOW_MOQ = "below_moq"
    SOLD_OUT = "sold_out"
    ON_OFFER = "on_offer"
    """The product is on air at a price of its own, which is not the one in the catalogue."""
    VARIES = "varies"
    """Variants of the product have prices of their own."""
    NO_QUANTITY = "no_quantity"
    """The buyer names no quantity, or several."""
    UNKNOWN = "unknown"
    """There is no such field."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A field as it stands in the text, "price:500", and why it could not be filled."""

    field: str
    why: GapWhy


@dataclass(frozen=True, slots=True)
class Filled:
    """An answer with its fields filled in, or with `GAP` where `gaps` says why not."""

    text: str
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class OnSale:
    """A product as it is for sale now. `today` ("2026-11-22") tells which certificates have run out.

    `quantity` is what the buyer asks for, in pieces, None where that is not known. `is_assumed`: the message names
    no product, and this one is only the last that went on air.
    """

    product: Product
    is_sold_out: bool = False
    has_own_price: bool = False
    today: str = ""
    quantity: int | None = None
    is_assumed: bool = False


class Figures(Protocol):
    """How figures are written for readers of a language."""

    def money(self, amount: Decimal, currency: str, language: Language) -> str:
        """Return an amount with its currency: "US$ 3.20"."""
        ...

    def count(self, number: int, language: Language) -> str:
        """Return a whole number: "12,400"."""
        ...


def has_fields(text: str) -> bool:
    """Whether `text` has fields at all."""
    return _FIELD.search(text) is not None


def speaks_of_quantity(text: str) -> bool:
    """Whether `text` answers for the quantity that a buyer asks for."""
    return any("quantity" in found for found in _FIELD.findall(text))


def fill(text: str, sale: OnSale | None, language: Language, figures: Figures) -> Filled:
    """Return `text` for readers of `language` with what is known of `sale`, the product it is about."""
    gaps: dict[Gap, None] = {}

    def value(found: re.Match[str]) -> str:
        given = _value(found[1], found[2], sale, language, figures)
        if not isinstance(given, GapWhy):
            return given
        gaps[Gap(found[0][1:-1], given)] = None
        return GAP

    filled = _FIELD.sub(value, text)
    return Filled(filled, tuple(gaps))


def _value(
    name: str, quantity: str | None, sale: OnSale | None, language: Language, figures: Figures
) -> str | GapWhy:
    read = _READERS.get(name)
    if read is None or (quantity is not None and name not in _OF_QUANTITY):
        return GapWhy.UNKNOWN
    if sale is None:
        return GapWhy.NO_PRODUCT
    is_asked = "quantity" in (name, quantity)
    if is_asked and sale.quantity is None:
        return GapWhy.NO_QUANTITY
    pieces = sale.quantity if is_asked else int(quantity) if quantity else None
    return read(_Asked(sale, pieces, language, figures))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of a product: for how many pieces, if that matters, and for readers of which language."""

    sale: OnSale
    quantity: int | None
    language: Language
    figures: Figures

    @property
    def product(self) -> Product:
        return self.sale.product

    @property
    def is_below_moq(self) -> bool:
        return self.quantity is not None and self.quantity < self.product.moq

    def count(self, number: int | None) -> str | GapWhy:
        return GapWhy.MISSING if number is None else self.figures.count(number, self.language)

    def money(self, amount: Decimal | None) -> str | GapWhy:
        if amount is None or amount < 0:
            return GapWhy.MISSING
        return self.figures.money(amount, self.product.currency, self.language)


def _text(text: str) -> str | GapWhy:
    return text.strip() or GapWhy.MISSING


def _price(asked: _Asked) -> str | GapWhy:
    product = asked.product
    if asked.sale.has_own_price:
        return GapWhy.ON_OFFER
    if any(variant.tiers for variant in product.variants):
        return GapWhy.VARIES
    if not product.tiers:
        return GapWhy.MISSING
    if asked.quantity is None:
        amount = product.from_price
    elif asked.is_below_moq or (amount := price_at(product.tiers, asked.quantity)) is None:
        return GapWhy.BELOW_MOQ
    return GapWhy.MISSING if not amount else asked.money(amount)  # a price of nothing was never filled in


def _lead_time(asked: _Asked) -> str | GapWhy:
    times = asked.product.lead_times
    if asked.quantity is None:
        return asked.count(asked.product.lead_time_days)
    if asked.is_below_moq:
        return GapWhy.BELOW_MOQ
    days = [time.days for time in times if time.min_quantity <= asked.quantity]
    # What is made for the smallest order's time is made for less, too.
    return asked.count(days[-1] if days else asked.product.lead_time_days)


def _certificates(asked: _Asked) -> str | GapWhy:
    today = asked.sale.today
    valid = (c.name for c in asked.product.certificates if not (c.expires and today and c.expires < today))
    return _text(", ".join(dict.fromkeys(name.strip() for name in valid if name.strip())))


def _stock(asked: _Asked) -> str | GapWhy:
    stock = asked.product.stock
    if asked.sale.is_sold_out or stock == 0:
        return GapWhy.SOLD_OUT
    return asked.count(stock)


_READERS: dict[str, Callable[[_Asked], str | GapWhy]] = {
    "name": lambda asked: _text(in_language(asked.product.names, asked.language)),
    "number": lambda asked: str(asked.product.number) if asked.product.number else GapWhy.MISSING,
    "price": _price,
    "quantity": lambda asked: GapWhy.BELOW_MOQ if asked.is_below_moq else asked.count(asked.quantity),
    "moq": lambda asked: asked.count(asked.product.moq),
    # A unit in another language would stand out in the middle of a sentence.
    "unit": lambda asked: _text(asked.product.unit.get(asked.language, "")),
    "lead_time": _lead_time,
    "sample": lambda asked: asked.money(asked.product.sample_price),
    "sample_days": lambda asked: asked.count(asked.product.sample_days),
    "cert": _certificates,
    "port": lambda asked: _text(asked.product.incoterm_place),
    "incoterm": lambda asked: _text(asked.product.incoterm),
    "stock": _stock,
    "pack": lambda asked: asked.count(asked.product.packing.pieces_per_carton),
}
