"""Whatever stands in a table, an import ends, says what it left out, and lets no impossible product through."""

from dataclasses import fields, replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livedesk.core.catalogue.importing.columns import Column, Field, column_from_key
from livedesk.core.catalogue.importing.header import find_header, header_at
from livedesk.core.catalogue.importing.mapping import Mapping, guess_mapping
from livedesk.core.catalogue.importing.plan import plan_import
from livedesk.core.catalogue.importing.problems import Effect
from livedesk.core.catalogue.importing.sheet import CellError, Sheet, Value
from livedesk.core.catalogue.product import Product
from tests.core.catalogue.importing.tidy import products

_TYPICAL = st.sampled_from(
    ["A-1", "a-1", "B", "US$ 3.50-4.20/pc", "￥25", "3.5美元起", "500-999pcs", "≥1000", "MOQ 500 pcs", "25-30天",
     "面议",
     "60x40x35cm", "12.5/11kg", "CE, RoHS (2027-05)", "8509.40.00", "2027年5月", "#REF!", "-3", "0", "1.234",
     "1,234.50", "3,50", "FOB Ningbo", "USD", "杯 / Cup", "货号", "Price (USD)", "=1+1", "\n", "有", "free"]
)  # fmt: skip
values: st.SearchStrategy[Value] = (
    st.none()
    | _TYPICAL
    | st.text(max_size=12)
    | st.integers(-10, 10**12)
    | st.floats(allow_nan=True, allow_infinity=True)
    | st.booleans()
    | st.dates()
    | st.just(date(2027, 5, 1))
    | st.just(CellError("#N/A"))
)
tables = st.lists(st.lists(values, max_size=8), max_size=8)
keys = [field.value for field in Field if field is not Field.SKU and field is not Field.CUSTOM]
keys += ["names.zh", "names.en", "price.500", "price.1000", "custom.Shelf", "option.en"]
keys += [f"{name}.{step}" for name in ("tier_quantity", "tier_price") for step in (1, 2)]
columns = st.lists(st.sampled_from(keys).map(column_from_key), min_size=7, max_size=7, unique=True)


def is_possible(product: Product) -> bool:
    """Whether a product may stand in the catalogue."""
    prices = [tier.price for tier in product.tiers]
    quantities = [tier.min_quantity for tier in product.tiers]
    return (
        bool(product.sku.strip())
        and bool(product.names)
        and product.number > 0
        and product.moq >= 1
        and all(0 < price <= 10**7 for price in prices)
        and prices == sorted(prices, reverse=True)
        and quantities == sorted(set(quantities))
        and (product.stock is None or product.stock >= 0)
        and all(time.days > 0 for time in product.lead_times)
        and len(product.currency) == 3
    )


@settings(max_examples=300, deadline=None)
@given(rows=tables, meanings=columns)
def test_that_any_table_is_planned_without_an_impossible_product(
    rows: list[list[Value]], meanings: list[Column | None]
) -> None:
    sheet = Sheet("S", [["h"] * 8, *rows])
    mapping = Mapping("S", header_at(sheet, 0), (Column(Field.SKU), *meanings))
    plan = plan_import(sheet, mapping, ())
    assert all(map(is_possible, plan.new))
    taken = {product.sku for product in plan.new} | {v.sku for p in plan.new for v in p.variants}
    left_out = {
        p.cell.rpartition("!")[2].lstrip("ABCDEFGH") for p in plan.problems if p.effect is Effect.ROW_LEFT_OUT
    }
    assert plan.rows == len(taken) + len(left_out)
    again = plan_import(sheet, mapping, plan.new)
    assert (again.new, again.updated) == ((), ())


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(product=products(), cells=st.lists(values, min_size=7, max_size=7), meanings=columns)
def test_that_no_row_blanks_what_a_product_has(
    product: Product, cells: list[Value], meanings: list[Column | None]
) -> None:
    product = replace(product, number=1)
    sheet = Sheet("S", [["h"] * 8, [product.sku, *cells]])
    mapping = Mapping("S", header_at(sheet, 0), (Column(Field.SKU), *meanings))
    plan = plan_import(sheet, mapping, (product,))
    (after,) = plan.updated or (product,)
    for field in fields(Product):
        before, now = getattr(product, field.name), getattr(after, field.name)
        if isinstance(before, dict):
            assert set(before) <= set(now), field.name
        elif field.name not in (
            "machine_texts",
            "incoterm_place",
        ):  # other texts, another term: other marks and place
            assert now or not before or (field.name, now) in (("stock", 0), ("sample_price", 0)), field.name


@settings(max_examples=200, deadline=None)
@given(rows=tables)
def test_that_headings_are_looked_for_in_any_table(rows: list[list[Value]]) -> None:
    sheet = Sheet("", rows)
    header = find_header(sheet)
    mapping = guess_mapping(sheet)
    assert (header is None) is (mapping is None)
    if mapping is not None and mapping.has_sku:
        assert all(map(is_possible, plan_import(sheet, mapping, ()).new))
