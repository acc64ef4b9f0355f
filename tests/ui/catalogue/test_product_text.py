"""Product facts as text: exact money, all facts, nothing invented, in the window's language."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.ui.catalogue import product_text
from tests.ui.catalogue.shelf import JUICER, WOK

BARE = Product(sku=Sku("X-1"), number=9, names={}, category={}, tiers=(), moq=200)


@pytest.fixture
def chinese() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("zh_CN"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("price", "shown"),
    [
        ("3.50", "US$ 3.50"),
        ("3.5", "US$ 3.50"),
        ("0.0125", "US$ 0.0125"),
        ("0.012345", "US$ 0.012345"),
        ("2.675", "US$ 2.675"),
        ("12400", "US$ 12,400.00"),
        ("1234567890123456.78", "US$ 1,234,567,890,123,456.78"),
    ],
)
def test_that_a_price_is_shown_to_its_last_digit(price: str, shown: str) -> None:
    product = replace(JUICER, tiers=(PriceTier(1, Decimal(price)),))
    assert product_text.price_text(product) == shown


def test_that_a_row_tells_sku_price_quantity_and_lead_time() -> None:
    assert product_text.facts_parts(JUICER) == ("JZ-03", "US$ 3.50", "from 500 pcs", "30 days")


def test_that_other_currencies_carry_their_own_sign() -> None:
    assert product_text.price_text(replace(JUICER, currency="CNY")) == "¥ 3.50"
    assert product_text.price_text(replace(JUICER, currency="eur")) == "€ 3.50"
    assert product_text.price_text(replace(JUICER, currency="XAB")) == "XAB 3.50"


def test_that_a_product_without_price_says_so_and_names_its_least_order() -> None:
    assert product_text.facts_parts(BARE) == ("X-1", "no price yet", "· MOQ 200", "")
    assert product_text.terms_parts(BARE) == ("FOB", "MOQ 200")


def test_that_a_product_without_names_goes_by_its_sku() -> None:
    assert product_text.title_text(BARE) == "9 · X-1"
    assert product_text.other_name_text(BARE) == ""


def test_that_the_name_comes_in_the_window_language_first(chinese: None) -> None:
    assert product_text.name_text(JUICER) == "便携式榨汁杯"
    assert product_text.other_name_text(JUICER) == "Portable juicer cup"
    assert product_text.facts_parts(WOK)[2].endswith("300 个")


def test_that_a_name_in_a_third_language_is_shown_beside_the_first() -> None:
    product = replace(JUICER, names={EN: "Cup", Language("es"): "Vaso"})
    assert product_text.other_name_text(product) == "Vaso"


def test_that_line_breaks_in_a_name_become_spaces() -> None:
    product = replace(JUICER, names={EN: "Portable\njuicer\t cup", ZH: " 榨汁杯\n"})
    assert product_text.name_text(product) == "Portable juicer cup"
    assert product_text.other_name_text(product) == "榨汁杯"


def test_that_the_tooltip_holds_every_fact() -> None:
    html = product_text.facts_html(JUICER)
    for fact in (
        "3 · Portable juicer cup", "便携式榨汁杯", "JZ-03", "Small appliances", "from 500 pcs", "US$ 3.50",
        "from 2,000 pcs", "US$ 3.20", "from 5,000 pcs", "US$ 2.95", "FOB Ningbo", "MOQ", "30 days",
        "US$ 15.00", "CE, RoHS",
    ):  # fmt: skip
        assert fact in html


def test_that_markup_in_catalogue_texts_is_shown_as_typed() -> None:
    html = product_text.facts_html(replace(JUICER, names={EN: "<img src=x>", ZH: "a & b"}))
    assert "<img" not in html
    assert "&lt;img src=x&gt;" in html
    assert "a &amp; b" in html
