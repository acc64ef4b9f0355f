"""Which terms are found in a line: longest first, whole words, the product on air where a word is ambiguous."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.catalogue.product import Product
from livedesk.core.ids import EN, ZH, Language, Sku, TermId
from livedesk.core.translation.glossary import Glossary, Match, TermList
from livedesk.core.translation.terms import Term, TermKind, terms_of_catalogue
from tests.contracts.fakes_terms import PlainMatcher

ES, KO = Language("es"), Language("ko")


def product(sku: str, zh: str, en: str, category: tuple[str, str] = ("锅具", "Cookware")) -> Product:
    return Product(Sku(sku), 1, {ZH: zh, EN: en}, {ZH: category[0], EN: category[1]}, ())


WOK = product("CG-32", "不粘炒锅 32 cm", "Non-stick wok 32 cm")
CUP = product("JZ-03", "便携式榨汁杯", "Portable juicer cup", ("小家电", "Small appliances"))
BOARD = product("ZB-3S", "竹制砧板三件套", "Bamboo board set, 3 pieces")
RICE = product("HM-05", "红米", "Red rice", ("粮食", "Grain"))
CASE = product("SK-11", "红米手机壳", "Redmi phone case", ("手机配件", "Phone accessories"))


def term(zh: str, en: str, kind: TermKind = TermKind.USER, **more: bool) -> Term:
    return Term(TermId(f"own:{zh}"), {ZH: (zh,), EN: (en,)}, kind, **more)


BRAND = term("红米", "Redmi", TermKind.BRAND)


def glossary(*products: Product, own: tuple[Term, ...] = ()) -> Glossary:
    catalogue = TermList(terms_of_catalogue(products, {}), PlainMatcher, is_own=False)
    return Glossary(TermList(own, PlainMatcher, is_own=True), catalogue, products)


def found(text: str, matches: tuple[Match, ...]) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.target) for m in matches]


def to_english(text: str, among: Glossary, on_air: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return found(text, among.find(text, ZH, EN, tuple(map(Sku, on_air))))


def to_chinese(text: str, among: Glossary) -> list[tuple[str, str]]:
    return found(text, among.find(text, EN, ZH))


def test_that_the_longest_name_wins_and_nothing_overlaps() -> None:
    among = glossary(WOK, own=(term("炒锅", "frying pan"), term("粘炒锅 32 cm", "x")))
    assert to_english("这款不粘炒锅 32cm 和炒锅", among) == [
        ("不粘炒锅 32cm", "Non-stick wok 32 cm"),
        ("炒锅", "frying pan"),
    ]


def test_that_a_name_is_found_without_its_size() -> None:
    assert to_english("来看不粘炒锅，三十二厘米", glossary(WOK)) == [("不粘炒锅", "Non-stick wok")]
    assert to_chinese("is the non-stick wok in stock?", glossary(WOK)) == [("non-stick wok", "不粘炒锅")]


@pytest.mark.parametrize(
    "text",
    ["Portable Juicer Cups", "portable juicer cup", "PORTABLE JUICER CUPS?", "3 portable  juicer-cups, pls"],
)
def test_that_case_plural_and_spacing_do_not_count_in_english(text: str) -> None:
    assert [t for _, t in to_chinese(text, glossary(CUP))] == ["便携式榨汁杯"]


def test_that_a_plural_is_known_as_one() -> None:
    among = glossary(CUP)
    assert [m.is_plural for m in among.find("portable juicer cups or a portable juicer cup", EN, ZH)] == [
        True,
        False,
    ]


@pytest.mark.parametrize("text", ["nonstick wok", "non stick wok", "non–stick wok"])
def test_that_a_hyphen_may_be_left_out(text: str) -> None:
    assert to_chinese(text, glossary(WOK)) == [(text, "不粘炒锅")]


@pytest.mark.parametrize("text", ["wok", "a wokshop", "supermarkets", "non-stick woks32 x", "mycup"])
def test_that_only_whole_words_are_found(text: str) -> None:
    own = (term("锅", "shop"), term("市场", "market"), term("杯", "cup"))
    assert to_chinese(text, glossary(WOK, own=own)) in ([], [("non-stick woks", "不粘炒锅")])


@pytest.mark.parametrize("text", ["JZ-03", "jz03", "ＪＺ－０３", "jz 03", "SKU JZ-03?"])
def test_that_an_article_number_is_found_however_it_is_typed(text: str) -> None:
    assert [t for _, t in to_chinese(text, glossary(CUP))] == ["JZ-03"]


@pytest.mark.parametrize("text", ["JZ-031", "XJZ-03", "JZ-03B", "5JZ-03"])
def test_that_part_of_another_number_is_no_article_number(text: str) -> None:
    assert to_chinese(text, glossary(CUP)) == []


@pytest.mark.parametrize("text", ["132 cm", "1.32 cm", "32 cms"])
def test_that_part_of_another_figure_is_no_term(text: str) -> None:
    assert to_chinese(text, glossary(own=(term("三十二公分", "32 cm"),))) == []


def test_that_a_case_sensitive_term_wants_its_case() -> None:
    among = glossary(own=(term("多芬", "Dove", TermKind.BRAND, is_case_sensitive=True),))
    assert to_chinese("is it like Dove, or a dove?", among) == [("Dove", "多芬")]


def test_that_a_term_without_a_form_in_the_target_is_left_alone() -> None:
    assert glossary(WOK).find("不粘炒锅", ZH, ES) == ()


def test_that_a_code_has_its_form_in_every_language() -> None:
    assert [m.target for m in glossary(CUP).find("JZ-03", ES, Language("ar"))] == ["JZ-03"]


def test_that_a_brand_is_known_in_any_letters() -> None:
    among = glossary(own=(BRAND,))
    assert to_english("红米就是Redmi", among) == [("红米", "Redmi"), ("Redmi", "Redmi")]
    assert found("redmi?", among.find("redmi?", ES, ZH)) == [("redmi", "红米")]
    assert found("红米?", among.find("红米?", ZH, ES)) == [("红米", "Redmi")]


def test_that_a_korean_particle_may_follow() -> None:
    own = Term(TermId("own:1"), {KO: ("보온병",), ZH: ("保温杯",)})
    text = "보온병은 얼마예요?"
    assert found(text, glossary(own=(own,)).find(text, KO, ZH)) == [("보온병", "保温杯")]


# --- one word, two things ---


def test_that_an_ambiguous_word_follows_the_product_on_air() -> None:
    among = glossary(RICE, CASE, own=(BRAND,))
    assert to_english("红米有货", among, ("HM-05",)) == [("红米", "Red rice")]
    assert to_english("红米有货", among, ("SK-11",)) == [("红米", "Redmi")]


def test_that_it_is_the_users_term_when_nothing_on_air_tells() -> None:
    among = glossary(RICE, WOK, own=(BRAND,))
    assert to_english("红米有货", among) == [("红米", "Redmi")]
    assert to_english("红米有货", among, ("CG-32",)) == [("红米", "Redmi")]


def test_that_it_is_left_alone_when_nothing_tells() -> None:
    other = replace(RICE, sku=Sku("HM-06"), names={ZH: "红米", EN: "Brown rice"})
    assert to_english("红米有货", glossary(RICE, other)) == []
    assert to_english("红米有货", glossary(RICE, other), ("HM-06",)) == [("红米", "Brown rice")]
    assert to_english("红米有货", glossary(RICE, other), ("HM-05", "HM-06")) == []


def test_that_nothing_within_an_undecided_word_is_touched() -> None:
    other = replace(RICE, sku=Sku("HM-06"), names={ZH: "红米", EN: "Brown rice"})
    assert to_english("红米有货", glossary(RICE, other, own=(term("米", "metre"),))) == []


def test_that_two_products_of_one_name_agree() -> None:
    small = product("CG-28", "不粘炒锅 28 cm", "Non-stick wok 28 cm")
    assert to_english("不粘炒锅", glossary(WOK, small)) == [("不粘炒锅", "Non-stick wok")]


def test_that_the_users_name_for_a_product_wins_also_on_air() -> None:
    renamed = term("便携式榨汁杯", "Travel blender", TermKind.PRODUCT)
    assert to_english("便携式榨汁杯", glossary(CUP, own=(renamed,)), ("JZ-03",)) == [
        ("便携式榨汁杯", "Travel blender")
    ]


# --- any text ---

_PIECES = [
    "不粘炒锅",
    "32",
    " ",
    "cm",
    "JZ-03",
    "s",
    "红米",
    "，",
    "Portable juicer cup",
    "😀",
    "\n",
    "\u0301",
]
_LINES = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=8).map("".join)


@given(text=_LINES, source=st.sampled_from([ZH, EN, ES]), target=st.sampled_from([ZH, EN]))
def test_that_matches_lie_in_order_and_apart_in_any_text(
    text: str, source: Language, target: Language
) -> None:
    among = glossary(WOK, CUP, BOARD, RICE, CASE, own=(BRAND,))
    end = 0
    for match in among.find(text, source, target, (Sku("JZ-03"),)):
        assert end <= match.start < match.end <= len(text)
        assert match.target == match.term.text(target) != ""
        end = match.end
