"""The rules of a quotation: tiers, currencies, cartons, and never a part of a sum called the sum."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.catalogue.product import Packing, PriceTier, Product, Variant
from livedesk.core.catalogue.quotation import QuoteDoubt, QuoteItem, QuoteTerms, find_rate, quote
from livedesk.core.ids import EN, Sku
from livedesk.core.settings import ExchangeRate

CUP = Product(
    Sku("JZ-03"),
    3,
    {EN: "Juicer cup"},
    {},
    (PriceTier(500, Decimal("3.50")), PriceTier(2000, Decimal("3.20"))),
    incoterm_place="Ningbo",
    moq=500,
    packing=Packing(24, Decimal(60), Decimal(40), Decimal("35.5"), Decimal("12.4")),
    variants=(
        Variant(Sku("JZ-03-R"), {EN: "red"}, stock=0),
        Variant(Sku("JZ-03-XL"), {EN: "700 ml"}, (PriceTier(100, Decimal("4.10")),)),
    ),
)
TERMS = QuoteTerms("USD", "FOB", "Ningbo", "Hamburg", "2026-11-21")


def one(quantity: int, product: Product = CUP, terms: QuoteTerms = TERMS, *rates: ExchangeRate, **more: Sku):
    return quote([QuoteItem(product, quantity, **more)], terms, rates)


def test_that_the_tier_of_the_quantity_gives_price_and_total() -> None:
    assert one(500).total == Decimal("1750.00")
    assert one(1999).lines[0].unit_price == Decimal("3.50")
    assert one(2000).lines[0].unit_price == Decimal("3.20")
    assert one(500).doubts == frozenset()


def test_that_a_part_full_carton_takes_a_whole_cartons_room() -> None:
    line = one(500).lines[0]  # 20.83 cartons of 0.0852 m3
    assert (line.cartons, line.cbm, line.gross_weight_kg) == (21, Decimal("1.789"), Decimal("260.4"))


def test_that_below_the_first_tier_there_is_no_price_and_no_total() -> None:
    small = one(100)
    assert (small.lines[0].unit_price, small.total) == (None, None)
    assert small.doubts == {QuoteDoubt.BELOW_FIRST_TIER, QuoteDoubt.BELOW_MOQ}


def test_that_a_total_is_missing_when_one_line_has_no_price() -> None:
    both = quote([QuoteItem(CUP, 500), QuoteItem(replace(CUP, tiers=()), 500)], TERMS, ())
    assert both.total is None
    assert both.cartons == 42
    assert QuoteDoubt.NO_PRICE in both.doubts


def test_that_a_variant_has_its_own_price_and_stock() -> None:
    assert one(500, variant=Sku("JZ-03-XL")).total == Decimal("2050.00")
    assert one(500, variant=Sku("JZ-03-R")).doubts == {QuoteDoubt.SOLD_OUT}
    assert one(500, replace(CUP, stock=400)).doubts == {QuoteDoubt.NOT_ENOUGH_STOCK}


def test_that_the_unit_price_is_rounded_before_it_is_multiplied() -> None:
    rate = ExchangeRate("USD", "EUR", Decimal("0.9177"), "2026-11-20")
    line = one(500, CUP, replace(TERMS, currency="EUR"), rate).lines[0]
    assert (line.unit_price, line.amount) == (Decimal("3.21"), Decimal("1605.00"))


def test_that_small_prices_keep_their_decimals_and_yen_have_none() -> None:
    screw = replace(CUP, tiers=(PriceTier(1, Decimal("0.0355")),), moq=1)
    rate = ExchangeRate("USD", "EUR", Decimal("0.9"), "2026-11-20")
    line = one(1000, screw, replace(TERMS, currency="EUR"), rate).lines[0]
    assert (line.unit_price, line.amount) == (Decimal("0.0320"), Decimal("32.00"))
    yen = ExchangeRate("USD", "JPY", Decimal("155.2"), "2026-11-20")
    assert one(500, CUP, replace(TERMS, currency="JPY"), yen).total == Decimal("271600")


def test_that_no_rate_gives_no_price_and_an_old_rate_a_doubt() -> None:
    euro = replace(TERMS, currency="EUR")
    assert one(500, CUP, euro).lines[0].amount is None
    assert QuoteDoubt.NO_RATE in one(500, CUP, euro).doubts
    old = ExchangeRate("EUR", "USD", Decimal("1.10"), "2026-11-01")
    assert QuoteDoubt.OLD_RATE in one(500, CUP, euro, old).doubts


def test_that_the_newest_rate_counts_in_either_direction() -> None:
    old = ExchangeRate("USD", "EUR", Decimal("0.9"), "2026-10-01")
    new = ExchangeRate("EUR", "USD", Decimal("1.25"), "2026-11-01")
    found = find_rate("USD", "EUR", [new, old])
    assert found is not None
    assert (found.rate, found.dated) == (Decimal("0.8"), "2026-11-01")
    assert find_rate("USD", "CNY", [new, old]) is None


def test_that_other_terms_than_the_products_own_are_pointed_out() -> None:
    assert one(500, CUP, replace(TERMS, incoterm="CIF", place="Hamburg")).doubts == {
        QuoteDoubt.OTHER_INCOTERM
    }


def test_that_a_product_without_packing_has_no_volume() -> None:
    line = one(500, replace(CUP, packing=Packing())).lines[0]
    assert (line.cartons, line.cbm, line.gross_weight_kg) == (None, None, None)
    assert line.doubts == (QuoteDoubt.NO_PACKING,)


@pytest.mark.parametrize("quantity", [0, -5, 1_000_000_001])
def test_that_a_quantity_nobody_orders_is_refused(quantity: int) -> None:
    with pytest.raises(ValueError):
        one(quantity)


@given(st.lists(st.integers(500, 100_000), min_size=1, max_size=5))
def test_that_the_total_is_the_sum_of_what_stands_on_the_lines(quantities: list[int]) -> None:
    quotation = quote([QuoteItem(CUP, quantity) for quantity in quantities], TERMS, ())
    amounts = [line.amount for line in quotation.lines]
    assert all(
        a == line.unit_price * line.item.quantity for a, line in zip(amounts, quotation.lines, strict=True)
    )
    assert quotation.total == sum(amounts)
