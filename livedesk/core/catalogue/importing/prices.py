"""Reading prices: "US$ 3.50-4.20/pc", "￥25", "3.5美元起", "500-999pcs: $3.50; ≥1000: $3.20"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from livedesk.core.catalogue.importing.money import currency_in, has_currency
from livedesk.core.catalogue.importing.numbers import exact, figure, fold_cell, refuse_error
from livedesk.core.catalogue.importing.problems import BadCell, ProblemCode
from livedesk.core.catalogue.importing.sheet import Amount, Value, as_text
from livedesk.core.catalogue.importing.units import SOLD_BY
from livedesk.core.catalogue.product import PriceTier
from livedesk.core.catalogue.quotation import INCOTERMS

MOST_MONEY = Decimal(10_000_000)
"""Above this a price is a slip: a phone number, a bar code, or the total of an order."""


@dataclass(frozen=True, slots=True)
class CellPrice:
    """A price as one cell states it; `currency`, `unit` and `incoterm` are "" where the cell does not say.

    `quantity` 0: for the smallest order. `doubt` PRICE_RANGE: the cell names two prices and this is the higher one;
    PRICE_FROM: it says "from".
    """

    price: Decimal
    quantity: int = 0
    currency: str = ""
    unit: str = ""
    incoterm: str = ""
    doubt: ProblemCode | None = None


_UNIT_WORDS = "|".join(sorted(map(re.escape, SOLD_BY), key=len, reverse=True))
_PER = re.compile(
    rf"(?:/|per |each |每)\s*(?P<count>\d*)\s*(?P<unit>{_UNIT_WORDS})\.?(?![a-z])|\beach\b|\bea\b"
)
_INCOTERM = re.compile(rf"(?<![a-z])(?:{'|'.join(INCOTERMS)})(?![a-z])", re.IGNORECASE)
_FROM = re.compile(r"起步?|以上|(?<![a-z])(?:from|up|starting at|starts at)(?![a-z])")
_ABOUT = re.compile(
    r"\([^()]*(?:退|refund)[^()]*\)|不?含税|(?<![a-z])(?:incl|excl)[a-z.]* (?:tax|vat)(?![a-z])"
    r"|约|大概|单价|价格?|[:=@]"
    r"|(?<![a-z])(?:approx\.?|about|ca\.?|only|net|price|unit|refundable)(?![a-z])"
)
"""What may stand beside a price and does not change it: that it is about, with tax, or given back with an order."""
_RANGE = re.compile(r"\s*(?:-|~|—|至|到|(?<![a-z])to(?![a-z]))\s*")
_ON_REQUEST = re.compile(
    r"面议|电议|待定|询价|议价|另议|[-/—]+"
    r"|(?:price )?(?:negotiable|tbd|tba|on request|n/a|na|ask|to be (?:quoted|confirmed))"
)
_QUANTITY = re.compile(
    rf"(?:(?:>=|≥|>|满)\s*(?P<least>\d[\d,]*)|(?P<first>\d[\d,]*)\s*(?:{_UNIT_WORDS})?\s*(?:-|~|至|到)\s*\d[\d,]*"
    rf"|(?P<plus>\d[\d,]*)\s*(?:{_UNIT_WORDS})?\s*(?:\+|以上|及以上|起|up)|(?P<plain>\d[\d,]*)\s*(?={_UNIT_WORDS}))"
    rf"\s*(?:{_UNIT_WORDS})?\s*(?:\+|以上)?\s*(?P<mark>[:=@]?)\s*"
)
_COINS = re.compile(r"\d\s*块\s*\d")
"""3块5 is three and a half yuan, and no five from three pieces (块) on."""
_PIECE = re.compile(r"[\n;；]+")
FREE = frozenset({"free", "免费", "free of charge", "foc", "免费 free"})


def read_prices(value: Value, *, has_comma_decimals: bool = False) -> tuple[CellPrice, ...]:
    """Return the prices in a cell, () where it says that the price is to be asked for; raises `BadCell`."""
    refuse_error(value)
    if isinstance(value, bool):
        raise BadCell(ProblemCode.NOT_A_PRICE)
    if isinstance(value, int | float):
        currency = value.currency if isinstance(value, Amount) else ""
        return (CellPrice(_checked(exact(value)), currency=currency),)
    if not isinstance(value, str):
        raise BadCell(ProblemCode.NOT_A_PRICE)
    parts = [fold_cell(part) for part in _PIECE.split(as_text(value)) if part.strip()]
    if len(parts) == 1 and not _quantity_of(parts[0])[0]:
        if _ON_REQUEST.fullmatch(parts[0]):
            return ()
        return (_one(parts[0], has_comma_decimals),)
    return tuple(_with_quantity(part, has_comma_decimals) for part in parts)


def _with_quantity(part: str, has_comma_decimals: bool) -> CellPrice:
    quantity, rest = _quantity_of(part)
    if not quantity:
        raise BadCell(ProblemCode.NOT_A_PRICE, part)
    price = _one(rest, has_comma_decimals)
    return CellPrice(price.price, quantity, price.currency, price.unit, price.incoterm, price.doubt)


def _quantity_of(part: str) -> tuple[int, str]:
    """Return from which quantity the price in `part` holds and the rest of it; 0 where it names none."""
    match = _QUANTITY.match(part)
    if match is None or _COINS.search(part):
        return 0, part
    rest = part[match.end() :]
    digits = next(g for g in match.group("least", "first", "plus", "plain") if g)
    if not rest or not (match["mark"] or has_currency(rest[:6]) or rest[:1].isdigit()) or "." in match[0]:
        return 0, part
    return int(digits.replace(",", "")), rest


def _one(text: str, has_comma_decimals: bool) -> CellPrice:
    doubt: ProblemCode | None = None
    rest = text
    per = _PER.search(rest)
    unit = ""
    if per:
        if per["count"] not in (None, "", "1"):
            raise BadCell(ProblemCode.UNIT_DIFFERS, text)
        unit = per["unit"] or ""
        rest = rest[: per.start()] + " " + rest[per.end() :]
    term = _INCOTERM.search(rest)
    rest = _INCOTERM.sub(" ", rest)
    currency, rest = currency_in(rest)
    if not currency and has_currency(rest):
        raise BadCell(ProblemCode.CURRENCY_DIFFERS)
    if _FROM.search(rest):
        rest, doubt = _FROM.sub(" ", rest), ProblemCode.PRICE_FROM
    rest = _ABOUT.sub(" ", rest).strip(" ,;").rstrip(".")
    if rest.startswith(("-", "(")):
        _refuse_negative(rest)
    numbers = _RANGE.split(rest.strip("() "))
    if not all(numbers) or len(numbers) > 2:
        raise BadCell(ProblemCode.NOT_A_PRICE)
    try:
        prices = [_checked(figure(part, has_comma_decimals=has_comma_decimals)) for part in numbers]
    except BadCell as error:
        if error.code is ProblemCode.NOT_A_NUMBER:
            raise BadCell(ProblemCode.NOT_A_PRICE) from error
        raise
    if len(prices) == 2 and prices[0] != prices[1]:
        doubt = ProblemCode.PRICE_RANGE
    return CellPrice(max(prices), 0, currency, unit, term[0].upper() if term else "", doubt)


def _refuse_negative(text: str) -> None:
    """Say of "-3.50" and of the book-keepers' "(3.50)" what they are."""
    try:
        figure(text.strip("-() "))
    except BadCell:
        return
    raise BadCell(ProblemCode.PRICE_OUT_OF_RANGE)


def _checked(price: Decimal) -> Decimal:
    if not 0 < price <= MOST_MONEY:
        raise BadCell(ProblemCode.PRICE_OUT_OF_RANGE)
    return price


def tiers_of(prices: dict[int, Decimal]) -> tuple[PriceTier, ...]:
    """Return prices by quantity as tiers; raises `BadCell(TIER_RISES)` where more pieces cost more each.

    A price that rises with the quantity is nearly always a slip of the decimal point; better refused than said.
    """
    tiers: list[PriceTier] = []
    for quantity in sorted(prices):
        if tiers and prices[quantity] > tiers[-1].price:
            raise BadCell(ProblemCode.TIER_RISES, f"{tiers[-1].price} < {prices[quantity]}")
        tiers.append(PriceTier(quantity, prices[quantity]))
    return tuple(tiers)
