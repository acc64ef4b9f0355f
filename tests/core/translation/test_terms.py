"""What the catalogue says about names, and how the user's list takes changes."""

from dataclasses import replace

import pytest

from livedesk.core.catalogue.product import Certificate, Product
from livedesk.core.ids import EN, ZH, Language, Sku, TermId
from livedesk.core.translation.terms import (
    ANY_LANGUAGE,
    Term,
    TermKind,
    are_named_alike,
    merged,
    terms_of_catalogue,
    tidy,
    without_size,
)

ES = Language("es")
WOK = Product(
    Sku("CG-32"),
    4,
    {ZH: "不粘炒锅 32 cm", EN: "Non-stick wok 32 cm"},
    {ZH: "锅具", EN: "Cookware"},
    (),
    certificates=(Certificate("LFGB"), Certificate("FDA"), Certificate("X")),
    tags=("wok", "炒锅=stir-fry pan", "a=b", "炒=菜"),
)


def own(number: int, zh: str, en: str) -> Term:
    return Term(TermId(f"own:{number}"), {ZH: (zh,), EN: (en,)})


def by_id(*products: Product, name: dict[Language, str] | None = None) -> dict[str, Term]:
    return {term.id: term for term in terms_of_catalogue(products, name or {})}


def test_that_a_product_gives_its_names_number_category_certificates_and_paired_tags() -> None:
    terms = by_id(WOK)
    assert terms["name:CG-32"].texts == {ZH: ("不粘炒锅 32 cm",), EN: ("Non-stick wok 32 cm",)}
    assert terms["short:CG-32"].texts == {ZH: ("不粘炒锅",), EN: ("Non-stick wok",)}
    assert terms["code:CG-32"].texts == {ANY_LANGUAGE: ("CG-32",)}
    assert terms["category:en=Cookware|zh=锅具"].kind is TermKind.CATEGORY
    assert {"certificate:LFGB", "certificate:FDA"} <= terms.keys()
    assert terms["tag:炒锅=stir-fry pan"].texts == {ZH: ("炒锅",), EN: ("stir-fry pan",)}
    assert len(terms) == 7
    assert terms["name:CG-32"].sku == "CG-32"


def test_that_a_code_is_the_same_in_every_language() -> None:
    assert by_id(WOK)["code:CG-32"].text(Language("ar")) == "CG-32"


def test_that_the_booths_own_name_is_a_brand() -> None:
    term = by_id(name={ZH: "朗汐厨具", EN: "Lumio Kitchen"})["booth"]
    assert (term.kind, term.text(EN)) == (TermKind.BRAND, "Lumio Kitchen")
    assert by_id(name={ZH: "朗汐厨具"}) == {}


@pytest.mark.parametrize("sku", ["304", "A-1", "WOK", ""])
def test_that_an_article_number_that_could_be_anything_is_no_term(sku: str) -> None:
    assert f"code:{sku}" not in by_id(replace(WOK, sku=Sku(sku)))


def test_that_a_name_in_one_language_only_is_no_term() -> None:
    assert "name:CG-32" not in by_id(replace(WOK, names={ZH: "不粘炒锅 32 cm", EN: " "}))


@pytest.mark.parametrize(
    ("zh", "en", "short"),
    [
        ("竹制砧板三件套", "Bamboo board set, 3 pieces", {ZH: "竹制砧板", EN: "Bamboo board"}),
        ("旋转调味架 12 瓶", "Revolving spice rack, 12 jars", {ZH: "旋转调味架", EN: "Revolving spice rack"}),
        ("空气炸锅 4.5 L", "Air fryer 4.5 L", {ZH: "空气炸锅", EN: "Air fryer"}),
        ("四面刨丝器", "Four-sided grater", {}),
        ("四面刨丝器", "Four-sided grater 24 cm", {}),
        ("锅 32 cm", "Pan 32 cm", {}),
        ("32 cm", "32 cm", {}),
    ],
)
def test_that_the_size_goes_only_where_it_goes_in_both_languages(
    zh: str, en: str, short: dict[Language, str]
) -> None:
    assert without_size({ZH: zh, EN: en}) == short


def test_that_what_follows_a_comma_need_not_be_said() -> None:
    mill = replace(WOK, names={ZH: "榉木研磨器对装", EN: "Salt and pepper mill pair, beech"})
    assert by_id(mill)["name:CG-32"].forms(EN) == (
        "Salt and pepper mill pair, beech",
        "Salt and pepper mill pair",
    )


# --- the user's list ---


def test_that_new_terms_get_the_next_numbers() -> None:
    new = [replace(own(0, zh, en), id=TermId("")) for zh, en in (("红米", "Redmi"), ("离岸价", "FOB"))]
    assert [t.id for t in merged((own(7, "唛头", "shipping mark"),), new)] == ["own:7", "own:8", "own:9"]


def test_that_a_new_term_with_a_known_name_takes_its_place() -> None:
    changed = Term(TermId(""), {ZH: ("唛头 ",), EN: ("carton mark",)})
    assert merged((own(7, "唛头", "shipping mark"),), [changed, changed]) == (own(7, "唛头", "carton mark"),)


def test_that_a_term_with_an_id_is_changed_or_put_back() -> None:
    changed = own(7, "唛头", "carton mark")
    assert merged((own(7, "唛头", "shipping mark"),), [changed]) == (changed,)
    assert merged((), [changed]) == (changed,)


def test_that_the_number_of_a_term_put_back_is_not_given_again() -> None:
    new = Term(TermId(""), {ZH: ("红米",), EN: ("Redmi",)})
    assert [t.id for t in merged((), [own(3, "唛头", "shipping mark"), new])] == ["own:3", "own:4"]


@pytest.mark.parametrize(
    "texts",
    [
        {},
        {ZH: ("红米",)},
        {ZH: ("红米",), EN: ()},
        {ZH: ("红米",), EN: ("  ",)},
        {ZH: ("-",), EN: ("Redmi",)},
    ],
)
def test_that_a_term_in_one_language_is_left_out(texts: dict[Language, tuple[str, ...]]) -> None:
    assert merged((), [Term(TermId(""), texts)]) == ()


def test_that_texts_are_tidied() -> None:
    term = Term(TermId("own:1"), {ZH: (" 红米 ", "红米"), EN: ("Red \n Mi",), ES: ("",)})
    assert tidy(term).texts == {ZH: ("红米",), EN: ("Red Mi",)}


@pytest.mark.parametrize(
    ("changes", "is_alike"),
    [
        ({"stock": 3, "moq": 7}, True),
        (
            {
                "names": {ZH: "锅", EN: "Pot", Language("es"): "Olla"},
                "machine_texts": frozenset({"names.es"}),
            },
            True,
        ),
        ({"names": {ZH: "锅", EN: "Pot", Language("es"): "Olla"}}, False),
        ({"names": {ZH: "锅"}}, False),
        ({"sku": Sku("X")}, False),
        ({"brand": "Lumio"}, False),
        ({"tags": ("锅=pot",)}, False),
    ],
)
def test_that_catalogues_are_compared_by_what_they_say_about_names(
    changes: dict[str, object], is_alike: bool
) -> None:
    pot = Product(Sku("P-1"), 1, {ZH: "锅", EN: "Pot"}, {}, ())
    changed = replace(pot, **changes)  # type: ignore[arg-type]
    assert are_named_alike((pot,), (changed,)) is is_alike
    assert not are_named_alike((pot,), (pot, replace(pot, sku=Sku("P-2"))))
