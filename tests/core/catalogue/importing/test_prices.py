"""Prices are read exactly or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.catalogue.importing.prices import CellPrice, read_prices, tiers_of
from livedesk.core.catalogue.importing.problems import BadCell, ProblemCode
from livedesk.core.catalogue.importing.sheet import CellError, Value


def one(value: Value) -> CellPrice:
    """The only price in a cell."""
    (price,) = read_prices(value)
    return price


def refusal(value: Value, *, has_comma_decimals: bool = False) -> ProblemCode:
    """Why a cell is refused."""
    with pytest.raises(BadCell) as caught:
        read_prices(value, has_comma_decimals=has_comma_decimals)
    return caught.value.code


@pytest.mark.parametrize(
    ("value", "price", "currency", "unit"),
    [
        ("￥25", "25", "CNY", ""),
        ("3.5美元", "3.5", "USD", ""),
        ("US$3.50/pc", "3.50", "USD", "pc"),
        ("RMB 25.00元/个", "25.00", "CNY", "个"),
        ("3.50 USD/set", "3.50", "USD", "set"),
        ("$3.5 per piece", "3.5", "USD", "piece"),
        ("3.5/dozen", "3.5", "", "dozen"),
        ("1,234.50", "1234.50", "", ""),
        ("1.234,50", "1234.50", "", ""),
        ("3,50", "3.50", "", ""),
        ("1,234", "1234", "", ""),
        ("1'234.50", "1234.50", "", ""),
        ("１２．５", "12.5", "", ""),
        ("$ .50", "0.50", "USD", ""),
        ("FOB US$ 3.20", "3.20", "USD", ""),
        (3.4500000000000002, "3.45", "", ""),
        (10 / 3, "3.3333", "", ""),
        (25, "25", "", ""),
        ("25元含税", "25", "CNY", ""),
        ("25.00（不含税）", "25", "", ""),
        ("US$ 15（下单后退还）", "15", "USD", ""),
        ("US$ 15 (refundable)", "15", "USD", ""),
    ],
)
def test_that_a_price_is_read_with_currency_and_unit(
    value: Value, price: str, currency: str, unit: str
) -> None:
    found = one(value)
    assert (found.price, found.currency, found.unit) == (Decimal(price), currency, unit)
    assert found.doubt is None


def test_that_of_two_prices_the_higher_one_is_taken_and_doubted() -> None:
    found = one("US$ 3.50-4.20/pc")
    assert (found.price, found.doubt) == (Decimal("4.20"), ProblemCode.PRICE_RANGE)


@pytest.mark.parametrize("text", ["3.5美元起", "from US$ 3.5", "US$ 3.5 up"])
def test_that_a_price_from_is_taken_and_doubted(text: str) -> None:
    found = one(text)
    assert (found.price, found.currency, found.doubt) == (Decimal("3.5"), "USD", ProblemCode.PRICE_FROM)


@pytest.mark.parametrize(
    "text", ["500-999pcs: $3.5; ≥1000: $3.2", "500+ $3.5\n1000+ $3.2", "500个: 3.5美元；1000个以上: 3.2美元"]
)
def test_that_prices_by_quantity_may_stand_in_one_cell(text: str) -> None:
    assert [(p.quantity, p.price, p.currency) for p in read_prices(text)] == [
        (500, Decimal("3.5"), "USD"),
        (1000, Decimal("3.2"), "USD"),
    ]


@pytest.mark.parametrize("text", ["面议", "negotiable", "TBD", "-", "N/A"])
def test_that_a_price_on_request_is_no_price(text: str) -> None:
    assert read_prices(text) == ()


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0", ProblemCode.PRICE_OUT_OF_RANGE),
        (0, ProblemCode.PRICE_OUT_OF_RANGE),
        (-3.5, ProblemCode.PRICE_OUT_OF_RANGE),
        ("-3.50", ProblemCode.PRICE_OUT_OF_RANGE),
        ("US$ -3.50", ProblemCode.PRICE_OUT_OF_RANGE),
        ("(3.50)", ProblemCode.PRICE_OUT_OF_RANGE),
        (10_000_001, ProblemCode.PRICE_OUT_OF_RANGE),
        ("13800138000", ProblemCode.PRICE_OUT_OF_RANGE),
        ("US$3.5 / ¥25", ProblemCode.CURRENCY_DIFFERS),
        ("$350/100pcs", ProblemCode.UNIT_DIFFERS),
        ("5%", ProblemCode.NOT_A_PRICE),
        ("abc", ProblemCode.NOT_A_PRICE),
        ("1.2.3", ProblemCode.NOT_A_PRICE),
        ("3.5*0.8", ProblemCode.NOT_A_PRICE),
        ("3块5", ProblemCode.NOT_A_PRICE),
        ("12块8/个", ProblemCode.NOT_A_PRICE),
        ("1e5", ProblemCode.NOT_A_PRICE),
        ("NaN", ProblemCode.NOT_A_PRICE),
        ("3.5-", ProblemCode.NOT_A_PRICE),
        ("3.5-4-5", ProblemCode.NOT_A_PRICE),
        ("9" * 5000, ProblemCode.NOT_A_PRICE),
        (True, ProblemCode.NOT_A_PRICE),
        (CellError("#REF!"), ProblemCode.FORMULA_ERROR),
        ("#N/A", ProblemCode.FORMULA_ERROR),
    ],
)
def test_that_what_is_no_sure_price_is_refused(value: Value, code: ProblemCode) -> None:
    assert refusal(value) is code


@pytest.mark.parametrize("text", ["1.234", "1,234"])
def test_that_a_figure_with_two_readings_is_refused_beside_comma_decimals(text: str) -> None:
    assert refusal(text, has_comma_decimals=True) is ProblemCode.AMBIGUOUS_NUMBER


def test_that_a_price_that_rises_with_the_quantity_is_refused() -> None:
    assert [t.price for t in tiers_of({1000: Decimal(3), 500: Decimal(4)})] == [4, 3]
    with pytest.raises(BadCell, match="tier_rises"):
        tiers_of({500: Decimal("3.5"), 1000: Decimal(32)})


@given(st.text(max_size=30))
def test_that_any_text_is_a_price_in_range_or_refused(text: str) -> None:
    try:
        found = read_prices(text)
    except BadCell:
        return
    assert all(0 < price.price <= 10_000_000 for price in found)
