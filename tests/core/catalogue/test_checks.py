"""What the form and an import say about a product: every rule with what breaks it and what just does not."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from livedesk.core.catalogue.checks import Fault, check
from livedesk.core.catalogue.product import (
    Certificate,
    CustomField,
    LeadTime,
    Packing,
    PriceTier,
    Product,
    Variant,
)
from livedesk.core.ids import EN, ZH, Sku

TODAY = "2026-11-21"
MUG = Product(
    Sku("MUG-01"),
    1,
    {ZH: "马克杯"},
    {},
    (PriceTier(100, Decimal("1.20")), PriceTier(1000, Decimal("0.95"))),
    moq=100,
    lead_times=(LeadTime(0, 25), LeadTime(5000, 40)),
    certificates=(Certificate("CE"), Certificate("LFGB", "2027-06-30")),
    packing=Packing(36, Decimal(40), Decimal(30), Decimal(35), Decimal(15), Decimal(14)),
    hs_code="6912.00.10",
    stock=0,
)
OTHERS = (
    replace(MUG, sku=Sku("MUG-02"), number=2, variants=(Variant(Sku("MUG-02-B"), {}),)),
    replace(MUG, sku=Sku("MUG-03"), number=3),
)


def tiers(*steps: tuple[int, str]) -> tuple[PriceTier, ...]:
    return tuple(PriceTier(quantity, Decimal(price)) for quantity, price in steps)


def carton(**changes: object) -> Packing:
    return replace(MUG.packing, **changes)  # type: ignore[arg-type]


def test_that_a_sound_product_has_no_problem() -> None:
    assert check(MUG, OTHERS, TODAY) == ()
    assert check(replace(MUG, number=0), OTHERS, TODAY) == ()


BROKEN: list[tuple[dict[str, object], str, Fault]] = [
    ({"sku": " "}, "sku", Fault.SKU_MISSING),
    ({"sku": "A\x00"}, "sku", Fault.SKU_UNPRINTABLE),
    ({"sku": "MUG-02"}, "sku", Fault.SKU_TAKEN),
    ({"sku": "mug-02"}, "sku", Fault.SKU_TAKEN),
    ({"sku": "ＭＵＧ－０２"}, "sku", Fault.SKU_TAKEN),
    ({"sku": "MUG-02-B"}, "sku", Fault.SKU_TAKEN),
    ({"number": -1}, "number", Fault.NUMBER_NEGATIVE),
    ({"number": 3}, "number", Fault.NUMBER_TAKEN),
    ({"names": {ZH: " ", EN: ""}}, "names", Fault.NAME_MISSING),
    ({"tiers": tiers((100, "0"))}, "tiers", Fault.PRICE_NOT_ABOVE_0),
    ({"tiers": tiers((100, "-1.20"))}, "tiers", Fault.PRICE_NOT_ABOVE_0),
    ({"tiers": tiers((100, "1000000.01"))}, "tiers", Fault.PRICE_TOO_HIGH),
    ({"tiers": tiers((100, "1.23456"))}, "tiers", Fault.PRICE_TOO_FINE),
    ({"tiers": tiers((100, "1.20"), (1000, "1.21"))}, "tiers", Fault.PRICE_RISES),
    ({"tiers": tiers((100, "3.50"), (1000, "0.32"))}, "tiers", Fault.PRICE_DROPS),
    ({"tiers": tiers((0, "1.20"))}, "tiers", Fault.QUANTITY_NOT_ABOVE_0),
    ({"tiers": tiers((100, "1.20"), (100, "1.10"))}, "tiers", Fault.QUANTITY_ORDER),
    ({"currency": "US$"}, "currency", Fault.CURRENCY_FORM),
    ({"incoterm": "FOBB"}, "incoterm", Fault.INCOTERM_UNKNOWN),
    ({"moq": 0}, "moq", Fault.MOQ_NOT_ABOVE_0),
    ({"moq": 50}, "moq", Fault.MOQ_WITHOUT_PRICE),
    ({"moq": 1000}, "moq", Fault.MOQ_ABOVE_TIER),
    ({"sample_price": Decimal("-0.01")}, "sample_price", Fault.SAMPLE_PRICE_NEGATIVE),
    ({"sample_days": 731}, "sample_days", Fault.DAYS_OUT_OF_RANGE),
    ({"stock": -1}, "stock", Fault.STOCK_NEGATIVE),
    ({"hs_code": "69120"}, "hs_code", Fault.HS_CODE_FORM),
    ({"hs_code": "6912.OO"}, "hs_code", Fault.HS_CODE_FORM),
    ({"lead_times": (LeadTime(0, -1),)}, "lead_times", Fault.DAYS_OUT_OF_RANGE),
    ({"lead_times": (LeadTime(500, 20), LeadTime(500, 30))}, "lead_times", Fault.QUANTITY_ORDER),
    ({"certificates": (Certificate(" "),)}, "certificates", Fault.CERTIFICATE_UNNAMED),
    ({"certificates": (Certificate("CE", "30.6.2027"),)}, "certificates", Fault.EXPIRES_FORM),
    ({"certificates": (Certificate("CE", "2026-11-20"),)}, "certificates", Fault.EXPIRED),
    ({"certificates": (Certificate("CE", "2026-12-21"),)}, "certificates", Fault.EXPIRES_SOON),
    ({"packing": carton(pieces_per_carton=0)}, "packing.pieces_per_carton", Fault.PIECES_NOT_ABOVE_0),
    ({"packing": carton(width_cm=Decimal(0))}, "packing.width_cm", Fault.SIDE_NOT_ABOVE_0),
    ({"packing": carton(width_cm=Decimal(601))}, "packing.width_cm", Fault.SIDE_TOO_LONG),
    ({"packing": carton(height_cm=None)}, "packing.height_cm", Fault.SIDE_MISSING),
    ({"packing": carton(net_weight_kg=Decimal(0))}, "packing.net_weight_kg", Fault.WEIGHT_NOT_ABOVE_0),
    ({"packing": carton(gross_weight_kg=Decimal(1500))}, "packing.gross_weight_kg", Fault.WEIGHT_TOO_HIGH),
    ({"packing": carton(net_weight_kg=Decimal("15.1"))}, "packing.net_weight_kg", Fault.NET_ABOVE_GROSS),
    ({"variants": (Variant(Sku(""), {}),)}, "variants", Fault.SKU_MISSING),
    ({"variants": (Variant(Sku("MUG-01"), {}),)}, "variants", Fault.SKU_TAKEN),
    ({"variants": (Variant(Sku("X"), {}), Variant(Sku("X"), {}))}, "variants", Fault.SKU_TAKEN),
    ({"variants": (Variant(Sku("X"), {}, stock=-2),)}, "variants", Fault.STOCK_NEGATIVE),
    ({"variants": (Variant(Sku("X"), {}, tiers((1, "-1"))),)}, "variants", Fault.PRICE_NOT_ABOVE_0),
    ({"custom": (CustomField("", "x"),)}, "custom", Fault.CUSTOM_UNNAMED),
]


@pytest.mark.parametrize(("changes", "field", "code"), BROKEN)
def test_that_each_rule_finds_what_breaks_it(changes: dict[str, object], field: str, code: Fault) -> None:
    (problem,) = check(replace(MUG, **changes), OTHERS, TODAY)  # type: ignore[arg-type]
    assert (problem.field, problem.code) == (field, code)
    assert field.partition(".")[0] in {f.name for f in fields(Product)}


def test_that_every_rule_is_broken_by_a_test() -> None:
    assert {code for _, _, code in BROKEN} == set(Fault)


@pytest.mark.parametrize(
    "changes",
    [
        {"hs_code": "691200"},
        {"hs_code": "6912 0010 90"},
        {"hs_code": "6912001090123"},
        {"tiers": tiers((100, "1000000"))},
        {"tiers": tiers((100, "1.2345"), (500, "1.2345"))},
        {"tiers": (), "moq": 7},
        {"moq": 999},
        {"sample_price": Decimal(0), "sample_days": 0},
        {"packing": Packing()},
        {"packing": carton(net_weight_kg=Decimal(15))},
        {"certificates": (Certificate("CE", "2026-12-22"),)},
        {"incoterm": ""},
        {"lead_times": (LeadTime(0, 0),)},
    ],
)
def test_that_what_is_just_right_passes(changes: dict[str, object]) -> None:
    assert check(replace(MUG, **changes), OTHERS, TODAY) == ()  # type: ignore[arg-type]


def test_that_a_problem_says_where_and_what() -> None:
    (rises,) = check(replace(MUG, tiers=tiers((100, "1.20"), (500, "1.10"), (1000, "1.15"))))
    assert rises.params == {"row": 3, "value": "1.15", "limit": "1.10"}
    (taken,) = check(replace(MUG, number=3), OTHERS)
    assert taken.params == {"value": 3, "other": "MUG-03"}
    assert (rises.is_warning, taken.is_warning) == (True, False)


def test_that_nothing_is_said_of_dates_without_one() -> None:
    assert check(replace(MUG, certificates=(Certificate("CE", "2001-01-01"),))) == ()
