"""Changing products as an editor does: one text, one field, or the same for many of them."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from livedesk.core.catalogue.product import TEXT_FIELDS, LeadTime, PriceTier, Product
from livedesk.core.ids import Language, Sku

_HUNDRED = Decimal(100)


def rebased(current: Product, base: Product, edited: Product) -> Product:
    """Return `current` with what differs between `base`, which the editor saw, and `edited`, which came of it.

    Texts are compared language by language: who types one does not blank another that was translated meanwhile.
    """
    changes: dict[str, object] = {}
    for field in fields(Product):
        before, after = getattr(base, field.name), getattr(edited, field.name)
        if before == after:
            continue
        if field.name in TEXT_FIELDS:
            after = _merged_texts(getattr(current, field.name), before, after)
        elif field.name == "machine_texts":
            after = (current.machine_texts | (after - before)) - (before - after)
        changes[field.name] = after
    return replace(current, **changes) if changes else current  # type: ignore[arg-type]  # by name from the record


def _merged_texts(
    current: dict[Language, str], before: dict[Language, str], after: dict[Language, str]
) -> dict[Language, str]:
    changed = {
        language for language in before.keys() | after.keys() if before.get(language) != after.get(language)
    }
    kept = {language: text for language, text in current.items() if language not in changed}
    return kept | {language: text for language, text in after.items() if language in changed}


def with_text(product: Product, field: str, language: Language, text: str) -> Product:
    """Return `product` with a text that a person wrote: "" empties it; it is no machine's any more."""
    if field not in TEXT_FIELDS:
        raise ValueError(field)
    texts = {key: value for key, value in getattr(product, field).items() if key != language}
    if text:
        texts[language] = text
    marks = product.machine_texts - {f"{field}.{language}"}
    return replace(product, **{field: texts}, machine_texts=marks)  # type: ignore[arg-type]  # a text field


def duplicate(product: Product, taken: frozenset[Sku], number: int) -> Product:
    """Return a copy with `number` and a SKU that is not `taken`: "JZ-03-2"; its variants' SKUs are not copied."""
    return replace(product, sku=free_sku(f"{product.sku}-", taken, 2), number=number, variants=(), stock=None)


def free_sku(stem: str, taken: frozenset[Sku], first: int = 1) -> Sku:
    """Return the first of "stem1", "stem2"... that is not `taken`, counting from `first`."""
    number = first
    while Sku(f"{stem}{number}") in taken:
        number += 1
    return Sku(f"{stem}{number}")


class Rounding(StrEnum):
    """To what a raised price is rounded, half upwards; NINE goes up to the next price that ends in 9."""

    CENT = "cent"
    FIVE_CENTS = "five_cents"
    TEN_CENTS = "ten_cents"
    WHOLE = "whole"
    NINE = "nine"


_STEPS = {
    Rounding.CENT: Decimal("0.01"),
    Rounding.FIVE_CENTS: Decimal("0.05"),
    Rounding.TEN_CENTS: Decimal("0.10"),
    Rounding.WHOLE: Decimal(1),
    Rounding.NINE: Decimal("0.01"),
}


def raised(price: Decimal, percent: Decimal, rounding: Rounding) -> Decimal:
    """Return `price` raised by `percent` (negative: lowered) and rounded; a price above 0 stays above 0."""
    exact = price * (_HUNDRED + percent) / _HUNDRED
    step = _STEPS[rounding]
    result = ((exact / step).quantize(Decimal(1), ROUND_HALF_UP) * step).quantize(Decimal("0.01"))
    if rounding is Rounding.NINE:
        result += (Decimal("0.09") - result % Decimal("0.10")) % Decimal("0.10")
    return max(result, step) if price > 0 else result


@dataclass(frozen=True, slots=True)
class BulkChange:
    """The same change for many products; what is None stays as it is in each of them.

    `category` is by language and changes those languages only. `add_tags` and `remove_tags` leave other tags alone.
    `percent` raises all prices, those of samples and variants included.
    """

    category: dict[Language, str] | None = None
    brand: str | None = None
    currency: str | None = None
    incoterm: str | None = None
    incoterm_place: str | None = None
    lead_times: tuple[LeadTime, ...] | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    percent: Decimal | None = None
    rounding: Rounding = Rounding.CENT


def changed(product: Product, change: BulkChange) -> Product:
    """Return `product` with `change`; the same object where nothing is different."""
    values: dict[str, object] = {}
    for name in ("brand", "currency", "incoterm", "incoterm_place", "lead_times"):
        if (value := getattr(change, name)) is not None:
            values[name] = value
    if change.category is not None:
        kept = {key: text for key, text in product.category.items() if key not in change.category}
        values["category"] = kept | {key: text for key, text in change.category.items() if text}
        values["machine_texts"] = product.machine_texts - {f"category.{key}" for key in change.category}
    tags = tuple(tag for tag in product.tags if tag not in change.remove_tags)
    values["tags"] = tags + tuple(tag for tag in change.add_tags if tag not in tags)
    if change.percent is not None:
        values |= _raised_prices(product, change.percent, change.rounding)
    result = replace(product, **values)  # type: ignore[arg-type]  # by name from the record
    return product if result == product else result


def _raised_prices(product: Product, percent: Decimal, rounding: Rounding) -> dict[str, object]:
    def price(old: Decimal) -> Decimal:
        return raised(old, percent, rounding)

    return {
        "tiers": _tiers(product.tiers, price),
        "sample_price": None if product.sample_price is None else price(product.sample_price),
        "variants": tuple(replace(v, tiers=_tiers(v.tiers, price)) for v in product.variants),
    }


def _tiers(tiers: tuple[PriceTier, ...], price: Callable[[Decimal], Decimal]) -> tuple[PriceTier, ...]:
    return tuple(replace(tier, price=price(tier.price)) for tier in tiers)
