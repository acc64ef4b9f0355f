"""Fields of canned answers: a wrong price costs money, so what is not known is a gap that one sees."""

from dataclasses import replace
from decimal import Decimal

import pytest

from livedesk.core.catalogue.product import Certificate, LeadTime, Packing, PriceTier, Product, Variant
from livedesk.core.chat.fill import (
    FIELDS,
    GAP,
    Filled,
    Gap,
    GapWhy,
    OnSale,
    fill,
    has_fields,
    speaks_of_quantity,
)
from livedesk.core.ids import EN, ZH, Language, Sku

ES = Language("es")
JUICER = Product(
    Sku("JZ-03"),
    3,
    {EN: "Juicer cup", ZH: "榨汁杯"},
    {EN: "Kitchen"},
    (PriceTier(500, Decimal("3.50")), PriceTier(2000, Decimal("3.20"))),
    incoterm_place="Ningbo",
    moq=500,
    unit={EN: "pcs"},
    lead_times=(LeadTime(500, 30), LeadTime(5000, 45)),
    sample_price=Decimal(15),
    sample_days=7,
    certificates=(Certificate("CE"), Certificate("RoHS", "2026-01-31")),
    packing=Packing(pieces_per_carton=24),
    stock=12400,
)


class Plain:
    """Writes figures so that a test sees for whom."""

    def money(self, amount: Decimal, currency: str, language: Language) -> str:
        return f"{currency} {amount} ({language})"

    def count(self, number: int, language: Language) -> str:
        return f"{number}"


ON_SALE = OnSale(JUICER, quantity=2000)


def _fill(text: str, sale: OnSale | None = ON_SALE, language: Language = EN) -> Filled:
    return fill(text, sale, language, Plain())


def _why(text: str, sale: OnSale | None) -> GapWhy:
    filled = _fill(text, sale)
    assert GAP in filled.text
    (gap,) = filled.gaps
    assert f"{{{gap.field}}}" == text
    return gap.why


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{name}, no. {number}", "Juicer cup, no. 3"),
        ("from {price}", "from USD 3.50 (en)"),
        ("{price:500}", "USD 3.50 (en)"),
        ("{price:1999}", "USD 3.50 (en)"),
        ("{price:2000}", "USD 3.20 (en)"),
        ("{price:999999}", "USD 3.20 (en)"),
        (
            "{price:quantity} each for {quantity}, {lead_time:quantity} days",
            "USD 3.20 (en) each for 2000, 30 days",
        ),
        ("MOQ {moq} {unit}", "MOQ 500 pcs"),
        ("{lead_time} days", "30 days"),
        ("{lead_time:4999} days", "30 days"),
        ("{lead_time:5000} days", "45 days"),
        ("{sample}, {sample_days} days", "USD 15 (en), 7 days"),
        ("{incoterm} {port}", "FOB Ningbo"),
        ("{stock} in stock, {pack} a carton", "12400 in stock, 24 a carton"),
        ("no field at all", "no field at all"),
        ("{} {Name} { name }", "{} {Name} { name }"),
    ],
)
def test_that_fields_are_filled_from_the_product(text: str, filled: str) -> None:
    assert _fill(text) == Filled(filled)


@pytest.mark.parametrize("field", ["{quantity}", "{price:quantity}", "{lead_time:quantity}"])
def test_that_the_quantity_asked_for_is_never_supposed(field: str) -> None:
    assert _why(field, OnSale(JUICER)) is GapWhy.NO_QUANTITY
    assert _why(field, OnSale(JUICER, quantity=499)) is GapWhy.BELOW_MOQ
    assert speaks_of_quantity(f"so {field}")
    assert not speaks_of_quantity("{price:500}, quantity")


@pytest.mark.parametrize("field", ["{price}", "{price:500}", "{price:quantity}"])
def test_that_a_product_whose_variants_differ_in_price_has_no_one_price(field: str) -> None:
    plain = Variant(Sku("JZ-03-R"), {EN: "red"})
    dear = replace(plain, sku=Sku("JZ-03-XL"), tiers=(PriceTier(500, Decimal(9)),))
    assert _why(field, replace(ON_SALE, product=replace(JUICER, variants=(plain, dear)))) is GapWhy.VARIES
    assert not _fill(field, replace(ON_SALE, product=replace(JUICER, variants=(plain,)))).gaps


def test_that_every_offered_field_can_be_filled() -> None:
    for field in FIELDS:
        assert _fill(f"{{{field}}}").gaps == ()
        assert has_fields(f"a {{{field}}}")
    assert not has_fields("price (500)")


def test_that_figures_are_written_for_the_reader() -> None:
    assert _fill("{price}", language=ES).text == "USD 3.50 (es)"


def test_that_a_name_in_another_language_is_better_than_none_but_a_unit_is_not() -> None:
    filled = _fill("{name}: {unit}", language=ES)
    assert filled == Filled(f"Juicer cup: {GAP}", (Gap("unit", GapWhy.MISSING),))


@pytest.mark.parametrize(
    "field", ["price", "lead_time", "sample", "sample_days", "cert", "port", "stock", "pack", "unit", "name"]
)
def test_that_what_the_product_lacks_is_a_gap(field: str) -> None:
    bare = OnSale(Product(Sku("X"), 0, {}, {}, ()))
    assert _why(f"{{{field}}}", bare) is GapWhy.MISSING


def test_that_without_a_product_every_field_is_a_gap() -> None:
    filled = _fill("{name} costs {price}", None)
    assert filled.text == f"{GAP} costs {GAP}"
    assert [gap.why for gap in filled.gaps] == [GapWhy.NO_PRODUCT] * 2
    assert _fill("Welcome!", None) == Filled("Welcome!")


@pytest.mark.parametrize("quantity", [1, 499])
def test_that_there_is_no_price_below_the_minimum_order(quantity: int) -> None:
    assert _why(f"{{price:{quantity}}}", OnSale(JUICER)) is GapWhy.BELOW_MOQ
    assert _why(f"{{lead_time:{quantity}}}", OnSale(JUICER)) is GapWhy.BELOW_MOQ


def test_that_the_minimum_order_counts_even_where_a_price_for_less_is_kept() -> None:
    product = replace(JUICER, tiers=(PriceTier(1, Decimal(9)), *JUICER.tiers))
    assert _why("{price:100}", OnSale(product)) is GapWhy.BELOW_MOQ


def test_that_a_quantity_below_the_first_price_has_none() -> None:
    assert _why("{price:400}", OnSale(replace(JUICER, moq=100))) is GapWhy.BELOW_MOQ


@pytest.mark.parametrize("price", ["0", "-1"])
def test_that_no_price_of_nothing_is_told(price: str) -> None:
    product = replace(JUICER, tiers=(PriceTier(1, Decimal(price)),), moq=1)
    assert _why("{price}", OnSale(product)) is GapWhy.MISSING


def test_that_a_product_with_an_offer_of_its_own_price_is_left_to_the_operator() -> None:
    assert _why("{price:500}", OnSale(JUICER, has_own_price=True)) is GapWhy.ON_OFFER
    assert _fill("{moq}", OnSale(JUICER, has_own_price=True)).text == "500"


def test_that_what_is_sold_out_is_not_said_to_be_in_stock() -> None:
    assert _why("{stock}", OnSale(JUICER, is_sold_out=True)) is GapWhy.SOLD_OUT
    assert _why("{stock}", OnSale(replace(JUICER, stock=0))) is GapWhy.SOLD_OUT


def test_that_a_certificate_that_ran_out_is_not_named() -> None:
    assert _fill("{cert}", OnSale(JUICER, today="2026-01-31")).text == "CE, RoHS"
    assert _fill("{cert}", OnSale(JUICER, today="2026-02-01")).text == "CE"
    old = replace(JUICER, certificates=(Certificate("CE", "2020-01-01"),))
    assert _why("{cert}", OnSale(old, today="2026-02-01")) is GapWhy.MISSING


@pytest.mark.parametrize("text", ["{prize}", "{moq:500}", "{name:3}"])
def test_that_a_field_that_does_not_exist_is_a_gap(text: str) -> None:
    assert _why(text, OnSale(JUICER)) is GapWhy.UNKNOWN


def test_that_a_gap_is_told_once_however_often_it_stands_there() -> None:
    assert _fill("{price} {price}", None).gaps == (Gap("price", GapWhy.NO_PRODUCT),)
