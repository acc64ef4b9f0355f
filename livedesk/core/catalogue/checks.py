"""What is wrong or doubtful in a product before it is saved, by field; for the form and for an import."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from livedesk.core.catalogue.product import LeadTime, Packing, PriceTier, Product, sku_key
from livedesk.core.catalogue.quotation import INCOTERMS
from livedesk.core.ids import Sku

HIGHEST_PRICE = Decimal(1_000_000)
"""A higher unit price is a slip."""
FINEST_PRICE = Decimal("0.0001")
LONGEST_SIDE_CM = Decimal(600)
"""Half a container: no carton is longer."""
HEAVIEST_CARTON_KG = Decimal(1_000)
LONGEST_LEAD_DAYS = 730
SOON_DAYS = 30
"""A certificate that ends within so many days is told of: the order is not shipped by then."""
DROP = 5
"""A price that falls to less than a fifth from one step to the next is nearly always a slip of the decimal point."""

_HS_CODE = re.compile(r"\d{4}(?:\d{2}){0,3}|\d{13}")
_HS_MARKS = str.maketrans("", "", " .-")
_CURRENCY = re.compile("[A-Z]{3}")


class Fault(StrEnum):
    """What is wrong; one sentence each in `ui/`. Those in `WARNINGS` do not keep a product from being saved."""

    SKU_MISSING = "sku_missing"
    SKU_TAKEN = "sku_taken"
    SKU_UNPRINTABLE = "sku_unprintable"
    NUMBER_NEGATIVE = "number_negative"
    NUMBER_TAKEN = "number_taken"
    NAME_MISSING = "name_missing"
    PRICE_NOT_ABOVE_0 = "price_not_above_0"
    PRICE_TOO_HIGH = "price_too_high"
    PRICE_TOO_FINE = "price_too_fine"
    PRICE_RISES = "price_rises"
    PRICE_DROPS = "price_drops"
    QUANTITY_NOT_ABOVE_0 = "quantity_not_above_0"
    QUANTITY_ORDER = "quantity_order"
    SAMPLE_PRICE_NEGATIVE = "sample_price_negative"
    CURRENCY_FORM = "currency_form"
    INCOTERM_UNKNOWN = "incoterm_unknown"
    MOQ_NOT_ABOVE_0 = "moq_not_above_0"
    MOQ_WITHOUT_PRICE = "moq_without_price"
    MOQ_ABOVE_TIER = "moq_above_tier"
    DAYS_OUT_OF_RANGE = "days_out_of_range"
    STOCK_NEGATIVE = "stock_negative"
    HS_CODE_FORM = "hs_code_form"
    CERTIFICATE_UNNAMED = "certificate_unnamed"
    EXPIRES_FORM = "expires_form"
    EXPIRED = "expired"
    EXPIRES_SOON = "expires_soon"
    PIECES_NOT_ABOVE_0 = "pieces_not_above_0"
    SIDE_NOT_ABOVE_0 = "side_not_above_0"
    SIDE_TOO_LONG = "side_too_long"
    SIDE_MISSING = "side_missing"
    WEIGHT_NOT_ABOVE_0 = "weight_not_above_0"
    WEIGHT_TOO_HIGH = "weight_too_high"
    NET_ABOVE_GROSS = "net_above_gross"
    CUSTOM_UNNAMED = "custom_unnamed"


WARNINGS = frozenset(
    {
        Fault.PRICE_TOO_HIGH,
        Fault.PRICE_TOO_FINE,
        Fault.PRICE_RISES,
        Fault.PRICE_DROPS,
        Fault.MOQ_WITHOUT_PRICE,
        Fault.MOQ_ABOVE_TIER,
        Fault.HS_CODE_FORM,
        Fault.EXPIRED,
        Fault.EXPIRES_SOON,
        Fault.SIDE_TOO_LONG,
        Fault.SIDE_MISSING,
        Fault.WEIGHT_TOO_HIGH,
    }
)
"""Doubtful, but possible."""

Params = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the field `field` of a product ("tiers", "packing.length_cm").

    `params` hold what its sentence needs: "row" counts from 1 where the field has rows, "other" is another product's
    SKU, "value" what stands there, "limit" what would do.
    """

    field: str
    code: Fault
    params: Params = dataclasses.field(default_factory=dict)

    @property
    def is_warning(self) -> bool:
        """Whether the product can be saved all the same."""
        return self.code in WARNINGS


def check(product: Product, others: Iterable[Product] = (), today: str = "") -> tuple[Problem, ...]:
    """Return what is wrong with `product`, in the order of its fields.

    `others` are the other products of the catalogue, without this one; `today` is an ISO date, "" leaves out what
    depends on it.
    """
    return (
        *_identity(product, others),
        *_prices(product.tiers, "tiers"),
        *_terms(product),
        *_lead_times(product.lead_times),
        *_certificates(product, date.fromisoformat(today) if today else None),
        *_packing(product.packing),
        *_variants(product),
        *(
            Problem("custom", Fault.CUSTOM_UNNAMED, {"row": row, "value": custom.value})
            for row, custom in enumerate(product.custom, 1)
            if not custom.name.strip()
        ),
    )


def _identity(product: Product, others: Iterable[Product]) -> Iterator[Problem]:
    skus = [("sku", product.sku, 0), *(("variants", v.sku, row) for row, v in enumerate(product.variants, 1))]
    by_sku, same_number = _owners(product.number, others)
    own = set[str]()
    for name, sku, row in skus:
        key = sku_key(sku)
        where: Params = {"row": row} if row else {}
        params: Params = {**where, "value": sku}
        if not sku.strip():
            yield Problem(name, Fault.SKU_MISSING, where)
        elif not sku.isprintable() or sku != sku.strip():
            yield Problem(name, Fault.SKU_UNPRINTABLE, params)
        elif key in by_sku or key in own:
            yield Problem(name, Fault.SKU_TAKEN, {**params, "other": by_sku.get(key, product.sku)})
        own.add(key)
    if product.number < 0:
        yield Problem("number", Fault.NUMBER_NEGATIVE, {"value": product.number})
    elif same_number is not None:
        yield Problem("number", Fault.NUMBER_TAKEN, {"value": product.number, "other": same_number})
    if not any(name.strip() for name in product.names.values()):
        yield Problem("names", Fault.NAME_MISSING)


def _owners(number: int, others: Iterable[Product]) -> tuple[dict[str, Sku], Sku | None]:
    """Return whose the key of every SKU is, variants' too, and which product has `number`."""
    by_sku: dict[str, Sku] = {}
    same_number = None
    for other in others:
        by_sku[sku_key(other.sku)] = other.sku
        for variant in other.variants:
            by_sku[sku_key(variant.sku)] = other.sku
        if number and other.number == number:
            same_number = other.sku
    return by_sku, same_number


def _prices(tiers: Sequence[PriceTier], name: str, owner: Params | None = None) -> Iterator[Problem]:
    before: PriceTier | None = None
    for number, tier in enumerate(tiers, 1):
        row: Params = owner or {"row": number}
        price: Params = {**row, "value": str(tier.price)}
        if tier.price <= 0:
            yield Problem(name, Fault.PRICE_NOT_ABOVE_0, price)
        elif tier.price > HIGHEST_PRICE:
            yield Problem(name, Fault.PRICE_TOO_HIGH, price)
        elif tier.price != tier.price.quantize(FINEST_PRICE):
            yield Problem(name, Fault.PRICE_TOO_FINE, price)
        if tier.min_quantity < 1:
            yield Problem(name, Fault.QUANTITY_NOT_ABOVE_0, {**row, "value": tier.min_quantity})
        if before:
            if tier.min_quantity <= before.min_quantity:
                yield Problem(name, Fault.QUANTITY_ORDER, {**row, "value": tier.min_quantity})
            elif tier.price > before.price:
                yield Problem(name, Fault.PRICE_RISES, {**price, "limit": str(before.price)})
            elif 0 < tier.price * DROP < before.price:
                yield Problem(name, Fault.PRICE_DROPS, {**price, "limit": str(before.price)})
        before = tier


def _terms(product: Product) -> Iterator[Problem]:
    if not _CURRENCY.fullmatch(product.currency):
        yield Problem("currency", Fault.CURRENCY_FORM, {"value": product.currency})
    if product.incoterm and product.incoterm not in INCOTERMS:
        yield Problem("incoterm", Fault.INCOTERM_UNKNOWN, {"value": product.incoterm})
    if product.moq < 1:
        yield Problem("moq", Fault.MOQ_NOT_ABOVE_0, {"value": product.moq})
    elif product.tiers:
        first = product.tiers[0].min_quantity
        if product.moq < first:
            yield Problem("moq", Fault.MOQ_WITHOUT_PRICE, {"value": product.moq, "limit": first})
        elif any(first < tier.min_quantity <= product.moq for tier in product.tiers[1:2]):
            yield Problem("moq", Fault.MOQ_ABOVE_TIER, {"value": product.moq, "limit": first})
    if product.sample_price is not None and product.sample_price < 0:
        yield Problem("sample_price", Fault.SAMPLE_PRICE_NEGATIVE, {"value": str(product.sample_price)})
    if product.sample_days is not None and not 0 <= product.sample_days <= LONGEST_LEAD_DAYS:
        yield Problem("sample_days", Fault.DAYS_OUT_OF_RANGE, _days(product.sample_days))
    if product.stock is not None and product.stock < 0:
        yield Problem("stock", Fault.STOCK_NEGATIVE, {"value": product.stock})
    if product.hs_code and not _HS_CODE.fullmatch(product.hs_code.translate(_HS_MARKS)):
        yield Problem("hs_code", Fault.HS_CODE_FORM, {"value": product.hs_code})


def _days(days: int) -> Params:
    return {"value": days, "limit": LONGEST_LEAD_DAYS}


def _lead_times(lead_times: Sequence[LeadTime]) -> Iterator[Problem]:
    before: LeadTime | None = None
    for row, lead_time in enumerate(lead_times, 1):
        if not 0 <= lead_time.days <= LONGEST_LEAD_DAYS:
            yield Problem("lead_times", Fault.DAYS_OUT_OF_RANGE, {"row": row, **_days(lead_time.days)})
        if lead_time.min_quantity < 0 or (before and lead_time.min_quantity <= before.min_quantity):
            params: Params = {"row": row, "value": lead_time.min_quantity}
            yield Problem("lead_times", Fault.QUANTITY_ORDER, params)
        before = lead_time


def _certificates(product: Product, today: date | None) -> Iterator[Problem]:
    for row, certificate in enumerate(product.certificates, 1):
        name: Params = {"row": row, "name": certificate.name}
        if not certificate.name.strip():
            yield Problem("certificates", Fault.CERTIFICATE_UNNAMED, {"row": row})
        if not certificate.expires:
            continue
        try:
            expires = date.fromisoformat(certificate.expires)
        except ValueError:
            yield Problem("certificates", Fault.EXPIRES_FORM, {**name, "value": certificate.expires})
            continue
        if today and expires < today:
            yield Problem("certificates", Fault.EXPIRED, {**name, "value": certificate.expires})
        elif today and expires - today <= timedelta(SOON_DAYS):
            yield Problem("certificates", Fault.EXPIRES_SOON, {**name, "value": certificate.expires})


def _packing(packing: Packing) -> Iterator[Problem]:
    if packing.pieces_per_carton is not None and packing.pieces_per_carton < 1:
        value = packing.pieces_per_carton
        yield Problem("packing.pieces_per_carton", Fault.PIECES_NOT_ABOVE_0, {"value": value})
    sides = {name: getattr(packing, name) for name in ("length_cm", "width_cm", "height_cm")}
    for name, side in sides.items():
        if side is None:
            if any(other is not None for other in sides.values()):
                yield Problem(f"packing.{name}", Fault.SIDE_MISSING)
        elif side <= 0:
            yield Problem(f"packing.{name}", Fault.SIDE_NOT_ABOVE_0, {"value": str(side)})
        elif side > LONGEST_SIDE_CM:
            params: Params = {"value": str(side), "limit": str(LONGEST_SIDE_CM)}
            yield Problem(f"packing.{name}", Fault.SIDE_TOO_LONG, params)
    gross, net = packing.gross_weight_kg, packing.net_weight_kg
    for name, weight in (("gross_weight_kg", gross), ("net_weight_kg", net)):
        if weight is not None and weight <= 0:
            yield Problem(f"packing.{name}", Fault.WEIGHT_NOT_ABOVE_0, {"value": str(weight)})
        elif weight is not None and weight > HEAVIEST_CARTON_KG:
            heavy: Params = {"value": str(weight), "limit": str(HEAVIEST_CARTON_KG)}
            yield Problem(f"packing.{name}", Fault.WEIGHT_TOO_HIGH, heavy)
    if gross is not None and net is not None and net > gross:
        both: Params = {"value": str(net), "limit": str(gross)}
        yield Problem("packing.net_weight_kg", Fault.NET_ABOVE_GROSS, both)


def _variants(product: Product) -> Iterator[Problem]:
    for row, variant in enumerate(product.variants, 1):
        params: Params = {"row": row, "sku": variant.sku}
        yield from _prices(variant.tiers, "variants", params)
        if variant.stock is not None and variant.stock < 0:
            yield Problem("variants", Fault.STOCK_NEGATIVE, {**params, "value": variant.stock})
