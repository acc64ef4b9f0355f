"""What a row says about money: currency, unit, smallest order and prices by quantity, checked against each other."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from livedesk.core.catalogue.importing.columns import Field
from livedesk.core.catalogue.importing.mapping import Defaults
from livedesk.core.catalogue.importing.prices import tiers_of
from livedesk.core.catalogue.importing.problems import BadCell, Effect, ProblemCode
from livedesk.core.catalogue.importing.row import RowRead
from livedesk.core.catalogue.importing.units import same_unit, unit_texts
from livedesk.core.catalogue.product import PriceTier, Product, Variant
from livedesk.core.ids import Language

Complain = Callable[[int, BadCell, Field, Effect | None], None]
"""Note a problem with the cell in a column; see `RowReader.complain`."""

USUAL_CURRENCY = "USD"


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one row, as they are to stand in the product. `is_currency_known`: table or person said it."""

    currency: str
    is_currency_known: bool
    moq: int
    unit: dict[Language, str]
    tiers: tuple[PriceTier, ...]
    incoterm: str
    incoterm_place: str
    sample_price: Decimal | None


def read_terms(read: RowRead, existing: Product | None, defaults: Defaults, complain: Complain) -> Terms:
    """Return the terms of a product whose row is `read`; what is wrong goes to `complain`."""
    currency, is_known = _currency(read, existing, defaults, complain)
    unit = _unit(read, existing, complain)
    moq = _moq(read, existing)
    incoterm, place = _incoterm(read, existing, defaults)
    return Terms(
        currency,
        is_known,
        moq,
        unit,
        _product_tiers(read, existing, moq, complain),
        incoterm,
        place,
        _sample_price(read, existing, currency, complain),
    )


def variant_tiers(
    read: RowRead, existing: Variant | None, product: Product, complain: Complain
) -> tuple[PriceTier, ...]:
    """Return the prices of a variant, () where it costs what the product costs."""
    for price, column, index in read.prices:
        stated = price.currency or column.currency
        if stated and stated != product.currency:
            complain(index, BadCell(ProblemCode.CURRENCY_DIFFERS), Field.PRICE, None)
    before = existing.tiers if existing else ()
    return _tiers(read, before, product.moq, complain) if read.prices else before


def _currency(
    read: RowRead, existing: Product | None, defaults: Defaults, complain: Complain
) -> tuple[str, bool]:
    """Return the currency of a row and whether anyone said it; two in a row, or a silent change, are problems."""
    stated = [(p.currency or column.currency, index) for p, column, index in read.prices]
    named = {code for code, _ in stated if code}
    # A cell that says otherwise than its heading: "￥25" below "US$".
    named |= {column.currency for p, column, _ in read.prices if p.currency and column.currency}
    if Field.CURRENCY in read.values:
        named.add(read.values[Field.CURRENCY])
    index = read.cells.get(Field.PRICE, stated[0][1] if stated else read.cells.get(Field.CURRENCY, 0))
    if len(named) > 1:
        complain(index, BadCell(ProblemCode.CURRENCY_DIFFERS), Field.CURRENCY, None)
    currency = next(iter(named), "") or (defaults.currency if read.prices else "")
    has_money = existing is not None and (
        existing.tiers or existing.sample_price is not None or any(v.tiers for v in existing.variants)
    )
    if existing is not None and has_money and currency not in ("", existing.currency):
        keeps_old = not read.prices or any(v.tiers for v in existing.variants)
        if keeps_old or (existing.sample_price is not None and read.sample is None):
            complain(index, BadCell(ProblemCode.CURRENCY_DIFFERS), Field.CURRENCY, None)
    if currency:
        return currency, True
    if existing is not None:
        return existing.currency, True
    return defaults.currency or USUAL_CURRENCY, bool(defaults.currency) or not read.prices


def _unit(read: RowRead, existing: Product | None, complain: Complain) -> dict[Language, str]:
    """Return by what a product is sold; a price per dozen of what is sold by the piece is a problem."""
    given = dict(read.texts.get(Field.UNIT, {}))
    before = existing.unit if existing else {}
    counted = read.values.get(Field.UNIT, "")
    per = [(p.unit or column.unit, index) for p, column, index in read.prices if p.unit or column.unit]
    if counted:
        per.append((counted, read.cells.get(Field.MOQ, 0)))
    words = [word for text in given.values() for word in text.replace("/", " ").split()]
    words = (
        words or [word for text in before.values() for word in text.split()] or [unit for unit, _ in per[:1]]
    )
    for unit, index in per:
        if not any(same_unit(unit, word) for word in words):
            complain(index, BadCell(ProblemCode.UNIT_DIFFERS), Field.PRICE, None)
            break
    if not given and not before and per:
        given = unit_texts(per[0][0])
    return {**before, **given}


def _moq(read: RowRead, existing: Product | None) -> int:
    if Field.MOQ in read.values:
        return int(read.values[Field.MOQ])
    if existing is not None:
        return existing.moq
    quantities = [price.quantity or column.quantity for price, column, _ in read.prices]
    return min((q for q in quantities if q), default=1)


def _incoterm(read: RowRead, existing: Product | None, defaults: Defaults) -> tuple[str, str]:
    given, _, place = read.values.get(Field.INCOTERM, "").partition(" ")
    for price, column, _ in read.prices:
        given = given or price.incoterm or column.incoterm
        place = place or column.place
    place = read.values.get(Field.INCOTERM_PLACE, place)
    if existing is not None:
        if given and given != existing.incoterm and not place:
            return given, ""  # FOB Ningbo became EXW: that is no longer in Ningbo as anybody knows
        return given or existing.incoterm, place or existing.incoterm_place
    if given and given != defaults.incoterm:
        return given, place
    return given or defaults.incoterm, place or defaults.incoterm_place


def _product_tiers(
    read: RowRead, existing: Product | None, moq: int, complain: Complain
) -> tuple[PriceTier, ...]:
    before = existing.tiers if existing else ()
    if not read.prices:
        return before
    return _tiers(read, before, moq, complain)


def _tiers(
    read: RowRead, before: tuple[PriceTier, ...], moq: int, complain: Complain
) -> tuple[PriceTier, ...]:
    """Return the prices of a row by quantity; one that names no quantity holds from the smallest order on."""
    found: dict[int, Decimal] = {}
    for price, column, index in read.prices:
        if price.doubt:
            complain(index, BadCell(price.doubt), Field.PRICE, Effect.TAKEN)
        quantity = price.quantity or column.quantity or moq
        if found.get(quantity, price.price) != price.price:
            complain(index, BadCell(ProblemCode.TIER_TWICE), Field.PRICE, None)
        found[quantity] = price.price
    is_single = all(not price.quantity and not column.quantity for price, column, _ in read.prices)
    if is_single and before and before[0].price == found.get(moq):
        return before  # the list names the first price only, and it is still the same
    try:
        return tiers_of(found)
    except BadCell as error:
        complain(read.prices[-1][2], error, Field.PRICE, None)
        return before


def _sample_price(
    read: RowRead, existing: Product | None, currency: str, complain: Complain
) -> Decimal | None:
    before = existing.sample_price if existing else None
    if read.sample is None:
        return before
    index = read.cells.get(Field.SAMPLE_PRICE, 0)
    if read.sample.currency not in ("", currency) and read.sample.price:
        complain(index, BadCell(ProblemCode.CURRENCY_DIFFERS), Field.SAMPLE_PRICE, None)
        return before
    if read.sample.doubt:
        complain(index, BadCell(read.sample.doubt), Field.SAMPLE_PRICE, Effect.TAKEN)
    return read.sample.price
