"""Narrowing a catalogue down."""

from dataclasses import replace
from decimal import Decimal

import pytest

from livedesk.core.catalogue.filters import CatalogueFilter, category_path, category_tree
from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.ids import EN, ZH, Sku


def product(sku: str, category: str = "", price: str = "", currency: str = "USD") -> Product:
    tiers = (PriceTier(1, Decimal(price)),) if price else ()
    texts = {EN: category} if category else {}
    return Product(sku=Sku(sku), number=1, names={}, category=texts, tiers=tiers, currency=currency)


CUP = product("CUP", "Kitchen > Juicers", "3.50")
WOK = product("WOK", "Kitchen›Pans", "6.80")
LAMP = product("LAMP", "Lights", "12.00", "EUR")
BARE = product("BARE")
ALL = (CUP, WOK, LAMP, BARE)


def skus(wanted: CatalogueFilter, sold_out: frozenset[Sku] = frozenset()) -> list[str]:
    return [p.sku for p in wanted.narrow(ALL, sold_out, EN)]


def test_that_an_empty_filter_wants_the_very_same_products() -> None:
    assert CatalogueFilter().narrow(ALL, frozenset(), EN) is ALL


def test_that_categories_grow_into_a_tree_with_counts() -> None:
    kitchen, lights = category_tree(ALL, EN)
    assert (kitchen.name, kitchen.count, [b.name for b in kitchen.branches]) == (
        "Kitchen",
        2,
        ["Juicers", "Pans"],
    )
    assert (lights.path, lights.count, lights.branches) == (("Lights",), 1, ())


def test_that_a_category_takes_what_lies_below_it() -> None:
    assert skus(CatalogueFilter(category=("Kitchen",))) == ["CUP", "WOK"]
    assert skus(CatalogueFilter(category=("Kitchen", "Pans"))) == ["WOK"]
    assert skus(CatalogueFilter(category=("Kitch",))) == []


def test_that_a_category_is_read_in_the_language_of_the_window() -> None:
    both = replace(CUP, category={EN: "Kitchen", ZH: "厨房 ＞ 榨汁机"})
    assert category_path(both, ZH) == ("厨房", "榨汁机")
    assert category_path(both, EN) == ("Kitchen",)
    assert category_path(BARE, EN) == ()


@pytest.mark.parametrize(
    ("least", "most", "currency", "expected"),
    [
        ("3.50", None, "", ["CUP", "WOK", "LAMP"]),
        ("3.51", None, "", ["WOK", "LAMP"]),
        (None, "6.80", "", ["CUP", "WOK"]),
        ("1", "100", "EUR", ["LAMP"]),
        ("9", "8", "", []),
        (None, None, "EUR", ["LAMP"]),
    ],
)
def test_that_prices_are_compared_with_both_ends(
    least: str | None, most: str | None, currency: str, expected: list[str]
) -> None:
    wanted = CatalogueFilter(
        least=Decimal(least) if least else None, most=Decimal(most) if most else None, currency=currency
    )
    assert skus(wanted) == expected


def test_that_sold_out_is_what_the_show_says() -> None:
    gone = frozenset({Sku("WOK")})
    assert skus(CatalogueFilter(is_sold_out=True), gone) == ["WOK"]
    assert skus(CatalogueFilter(is_sold_out=False), gone) == ["CUP", "LAMP", "BARE"]
