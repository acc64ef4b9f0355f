"""The columns of an exported catalogue."""

from dataclasses import replace
from decimal import Decimal

from livedesk.core.catalogue.importing.to_rows import to_table
from livedesk.core.catalogue.product import CustomField, PriceTier, Product
from livedesk.core.ids import EN, Sku

CUP = Product(Sku("A-1"), 1, {EN: "Cup"}, {}, (PriceTier(1, Decimal("1.50")),))


def custom_columns(*orders: str) -> list[str]:
    """Return the users' own columns for products that have them in these orders ("ab": first a, then b)."""
    products = [
        replace(CUP, sku=Sku(f"A-{n}"), custom=tuple(CustomField(name, "1") for name in order))
        for n, order in enumerate(orders)
    ]
    headings = to_table(products).headings
    return [h.split(": ")[1] for h in headings if h.startswith("自定义")]


def test_that_own_fields_keep_their_order_in_every_product() -> None:
    assert custom_columns("b", "ab") == ["a", "b"]
    assert custom_columns("ac", "bc", "ab") == ["a", "b", "c"]


def test_that_products_that_disagree_still_give_each_field_one_column() -> None:
    assert custom_columns("ab", "ba") == ["a", "b"]
