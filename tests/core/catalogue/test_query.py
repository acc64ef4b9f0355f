"""Finding products while one types."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core.catalogue.product import Certificate, Product
from livedesk.core.catalogue.query import CatalogueIndex, fold
from livedesk.core.ids import EN, ZH, Sku

PRODUCTS = (
    Product(
        Sku("JZ-03"), 3, {ZH: "便携式榨汁杯", EN: "Portable juicer"}, {EN: "Blenders"}, (), tags=("usb-c",)
    ),
    Product(Sku("KZ-45"), 12, {ZH: "不锈钢筷子", EN: "Café chopsticks"}, {EN: "Tableware"}, ()),
    Product(
        Sku("BX-5S"),
        30,
        {ZH: "保鲜盒三件套", EN: "Storage box № 7, set of 3"},
        {},
        (),
        certificates=(Certificate("LFGB"),),
    ),
)


def _found(text: str) -> list[str]:
    return [p.sku for p in CatalogueIndex(PRODUCTS).search(text)]


@pytest.mark.parametrize(
    ("text", "skus"),
    [
        ("juicer", ["JZ-03"]),
        ("JUICER portable", ["JZ-03"]),
        ("榨汁", ["JZ-03"]),
        ("ｋｚ－４５", ["KZ-45"]),
        ("kz45", ["KZ-45"]),
        ("cafe", ["KZ-45"]),
        ("№", ["BX-5S"]),
        ("no 7", ["BX-5S"]),
        ("lfgb", ["BX-5S"]),
        ("usb", ["JZ-03"]),
        ("tableware chop", ["KZ-45"]),
        ("juicer chopsticks", []),
        ("", ["JZ-03", "KZ-45", "BX-5S"]),
        ("  ", ["JZ-03", "KZ-45", "BX-5S"]),
    ],
)
def test_that_every_word_must_occur_somewhere(text: str, skus: list[str]) -> None:
    assert _found(text) == skus


@pytest.mark.parametrize(
    ("text", "skus"), [("3", ["JZ-03", "BX-5S"]), ("#3", ["JZ-03", "BX-5S"]), ("３０", ["BX-5S"])]
)
def test_that_a_products_own_number_comes_first(text: str, skus: list[str]) -> None:
    assert _found(text) == skus


@pytest.mark.parametrize("text", ["9" * 5000, "#" + "1" * 5000, "#", "٣", "²", "-3"])
def test_that_a_number_no_product_has_finds_nothing_by_number(text: str) -> None:
    assert set(_found(text)) <= {"JZ-03", "KZ-45", "BX-5S"}


@given(text=st.text(max_size=30))
@settings(deadline=None)
def test_that_any_text_can_be_searched_for(text: str) -> None:
    index = CatalogueIndex(PRODUCTS)
    found = index.search(text)
    assert len({p.sku for p in found}) == len(found) <= len(PRODUCTS)


def test_that_an_index_prepared_in_steps_finds_the_same() -> None:
    index = CatalogueIndex(PRODUCTS)
    assert [index.prepare(1) for _ in range(4)] == [False, False, True, True]
    assert [p.sku for p in index.search("cafe")] == _found("cafe")


@given(text=st.text(max_size=30))
def test_that_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
