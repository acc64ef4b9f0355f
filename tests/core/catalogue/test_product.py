"""Prices by quantity, and a product's texts in the language that is wanted."""

from decimal import Decimal

import pytest

from livedesk.core.catalogue.product import PriceTier, Product, in_language, price_at
from livedesk.core.ids import EN, ZH, Language, Sku

TIERS = (PriceTier(100, Decimal("4.20")), PriceTier(500, Decimal("3.90")), PriceTier(2000, Decimal("3.55")))


def _product(tiers: tuple[PriceTier, ...] = TIERS) -> Product:
    return Product(Sku("JZ-03"), 3, {ZH: "榨汁杯", EN: "Juicer"}, {}, tiers)


@pytest.mark.parametrize(
    ("quantity", "price"),
    [(1, None), (99, None), (100, "4.20"), (499, "4.20"), (500, "3.90"), (2000, "3.55"), (10**9, "3.55")],
)
def test_that_the_price_is_that_of_the_highest_tier_reached(quantity: int, price: str | None) -> None:
    assert price_at(TIERS, quantity) == (price and Decimal(price))


def test_that_the_price_shown_is_the_one_of_the_smallest_quantity() -> None:
    assert _product().from_price == Decimal("4.20")


def test_that_a_product_without_prices_has_none() -> None:
    assert _product(()).from_price is None
    assert price_at((), 100) is None


@pytest.mark.parametrize(
    ("texts", "wanted", "expected"),
    [
        ({ZH: "杯子", EN: "Cup"}, ZH, "杯子"),
        ({ZH: "杯子", EN: "Cup"}, Language("es"), "Cup"),
        ({ZH: "杯子", EN: ""}, EN, "杯子"),
        ({Language("es"): "Taza"}, EN, "Taza"),
        ({EN: ""}, EN, ""),
        ({}, EN, ""),
    ],
)
def test_that_a_text_comes_in_the_nearest_language_filled_in(
    texts: dict[Language, str], wanted: Language, expected: str
) -> None:
    assert in_language(texts, wanted) == expected
