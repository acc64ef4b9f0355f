"""Finding products while one types."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core.catalogue.product import Certificate, CustomField, PriceTier, Product, Variant
from livedesk.core.catalogue.query import CatalogueIndex, fold
from livedesk.core.ids import EN, ZH, Sku
from livedesk.core.ports import NearestText, Phonetics
from livedesk.core.typing_compat import override

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


SYLLABLES = {
    "便": "bian",
    "携": "xie",
    "式": "shi",
    "榨": "zha",
    "汁": "zhi",
    "杯": "bei",
    "机": "ji",
    "盘": "pan",
    "子": "zi",
}


class Sounds(Phonetics):
    """Knows the characters of this file."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    @override
    def syllables(self, text: str) -> list[str]:
        self.asked.append(text)
        return [SYLLABLES.get(c, "x") for c in text]


class Nearest(NearestText):
    """Takes the first text that has the same letters but one."""

    @override
    def nearest(self, text: str, among: Sequence[str], least: float) -> int | None:
        alike = (n for n, other in enumerate(among) if len(set(other) ^ set(text)) < 2)
        return next(alike, None)


def _found(text: str) -> list[str]:
    return [p.sku for p in CatalogueIndex(PRODUCTS).search(text)]


def _heard(text: str, *products: Product) -> list[str]:
    index = CatalogueIndex(products or PRODUCTS, None, Sounds(), Nearest())
    return [p.sku for p in index.search(text)]


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
    ("text", "skus"),
    [
        ("bianxie", ["JZ-03"]),
        ("BianX", ["JZ-03"]),
        ("zhazhibei", ["JZ-03"]),
        ("bxszzb", ["JZ-03"]),
        ("zzb", ["JZ-03"]),
        ("bian bei", ["JZ-03"]),
        ("便携 zzb", ["JZ-03"]),
        ("ianxie", []),
        ("zzx", []),
        ("b", ["JZ-03", "KZ-45", "BX-5S"]),
    ],
)
def test_that_chinese_names_are_found_by_sound_and_initials(text: str, skus: list[str]) -> None:
    assert _heard(text) == skus


def test_that_products_found_by_sound_come_after_those_that_have_the_word() -> None:
    plate = Product(Sku("P-1"), 1, {ZH: "盘子", EN: "Plate"}, {}, ())
    pan = Product(Sku("P-2"), 2, {EN: "Frying pan"}, {}, ())
    assert _heard("pan", plate, pan) == ["P-2", "P-1"]
    assert _heard("zzzz pan", plate, pan) == []


@pytest.mark.parametrize(
    ("text", "skus"),
    [
        ("bxj", ["J"]),
        ("bxzj", ["J"]),
        ("便携榨机", ["J"]),
        ("便榨机", ["J"]),
        ("便机", []),
        ("bj", []),
        ("jxb", []),
        ("b.j", []),
    ],
)
def test_that_characters_may_be_left_out_where_nothing_else_is_found(text: str, skus: list[str]) -> None:
    assert _heard(text, Product(Sku("J"), 1, {ZH: "便携榨汁机"}, {}, ())) == skus


def test_that_a_whole_match_keeps_those_with_gaps_away() -> None:
    juicer = Product(Sku("J"), 1, {ZH: "便携榨汁机"}, {}, ())
    assert _heard("bxj", juicer, Product(Sku("BXJ-2"), 2, {EN: "Box"}, {}, ())) == ["BXJ-2"]


def test_that_the_word_most_like_it_is_looked_for_when_nothing_is_found() -> None:
    index = CatalogueIndex(PRODUCTS, nearest=Nearest())
    assert [p.sku for p in index.search("juicr portable")] == ["JZ-03"]
    assert index.meant == "juicer portable"
    assert index.search("juicer chopsticks") == []
    assert index.meant == ""
    assert CatalogueIndex(PRODUCTS).search("juicr") == []


@pytest.mark.parametrize(
    ("text", "skus"),
    [
        ("<3.5", ["A"]),
        ("<=3.50", ["A", "B"]),
        ("＜ 5", ["A", "B"]),
        ("≥3.5", ["B", "C"]),
        (">$3.5", []),
        (">¥3.5", ["C"]),
        ("3-5", ["A", "B"]),
        ("$3-5", ["A", "B"]),
        ("us$3–$5", ["A", "B"]),
        ("￥20-30", ["C"]),
        ("¥25", ["C"]),
        ("$3", ["A", "B"]),
        ("$3.5", ["B"]),
        ("€3-5", []),
        ("5-3", []),
        ("28-32", ["D"]),
        ("cup <5", ["A", "B"]),
    ],
)
def test_that_prices_are_found_by_range(text: str, skus: list[str]) -> None:
    def priced(sku: str, price: str, currency: str = "USD") -> Product:
        return Product(Sku(sku), 0, {EN: "Cup"}, {}, (PriceTier(1, Decimal(price)),), currency)

    sized = Product(Sku("D"), 0, {EN: "Pan 28-32 cm"}, {}, ())
    products = (priced("A", "3.00"), priced("B", "3.50"), priced("C", "25", "CNY"), sized)
    assert [p.sku for p in CatalogueIndex(products).search(text)] == skus


def test_that_all_that_a_buyer_may_name_is_searched() -> None:
    product = Product(
        Sku("MUG.1"),
        7,
        {},
        {},
        (),
        brand="Lumio",
        materials={EN: "stoneware"},
        colours={ZH: "天蓝"},
        sizes={EN: "350 ml"},
        hs_code="6912.00",
        variants=(Variant(Sku("MUG.1-R"), {EN: "crimson"}),),
        custom=(CustomField("Glaze", "lead-free"),),
    )
    index = CatalogueIndex((product,))
    for text in ("lumio", "stoneware", "天蓝", "350", "6912", "mug1r", "crimson", "lead-free", "#7"):
        assert index.search(text) == [product], text


def test_that_only_changed_products_are_folded_again() -> None:
    first = CatalogueIndex(PRODUCTS, None, sounds := Sounds())
    assert first.prepare(10)
    sounds.asked.clear()
    changed = replace(PRODUCTS[1], names={ZH: "盘子", EN: "Plate"})
    after = CatalogueIndex((changed, PRODUCTS[0]), first, sounds)
    assert after.prepare(10)
    assert sounds.asked == ["盘子"]
    assert [[p.sku for p in after.search(text)] for text in ("plate", "zzb", "set")] == [
        ["KZ-45"],
        ["JZ-03"],
        [],
    ]


def test_that_an_index_that_was_not_finished_helps_the_next_one_all_the_same() -> None:
    first = CatalogueIndex(PRODUCTS)
    first.prepare(1)
    after = CatalogueIndex(PRODUCTS, first)
    assert [p.sku for p in after.search("cafe")] == ["KZ-45"]
    assert [p.sku for p in after.search("juicer")] == ["JZ-03"]


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
    index = CatalogueIndex(PRODUCTS, None, Sounds(), Nearest())
    found = index.search(text)
    assert len({p.sku for p in found}) == len(found) <= len(PRODUCTS)


def test_that_an_index_prepared_in_steps_finds_the_same() -> None:
    index = CatalogueIndex(PRODUCTS)
    assert [index.prepare(1) for _ in range(4)] == [False, False, True, True]
    assert [p.sku for p in index.search("cafe")] == _found("cafe")


@given(text=st.text(max_size=30))
def test_that_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
