"""What phones send: every frame is read or refused, and a text stays a text."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.audience.incoming import (
    Ask,
    Choose,
    Hello,
    Ping,
    Quote,
    React,
    Refusal,
    Why,
    buyer_key,
    external_id,
    read,
    ref_of,
    region,
    wished_language,
)
from livedesk.core.leads.lead import LeadItem

ID = "0123456789abcdef" * 2
ASK: dict[str, Any] = {"t": "ask", "ref": 7, "text": "MOQ?", "name": "Maria", "sku": "A-1", "photo": ""}
QUOTE: dict[str, Any] = {
    "t": "quote",
    "ref": 3,
    "name": "Maria",
    "company": "ACME",
    "country": "mx",
    "contact": "maria@acme.mx",
    "items": [{"sku": "A-1", "quantity": 500}, {"sku": "B-2", "quantity": None}],
    "note": "soon",
    "consent": True,
}


def said(fields: dict[str, Any], **other: Any) -> Any:
    return read(json.dumps(fields | other))


def test_that_a_hello_is_known_by_a_key_from_which_the_secret_id_cannot_be_had() -> None:
    hello = said({"t": "hello", "id": ID, "language": "es", "locale": "es-MX", "name": "Maria"})
    assert hello == Hello(buyer_key(ID) or "", wished_language("es"), "MX")
    assert ID not in hello.key


@pytest.mark.parametrize("wrong", ["", "x" * 32, ID.upper(), ID + "0", ID[:-1], 7, None, [ID]])
def test_that_a_hello_without_a_proper_id_is_refused(wrong: object) -> None:
    assert said({"t": "hello", "id": wrong, "language": "es", "locale": "es"}) == Refusal(Why.BAD)


def test_that_the_browser_is_asked_where_no_language_is_chosen() -> None:
    assert said({"t": "hello", "id": ID, "language": "", "locale": "pt-BR"}).wished == "pt"


@pytest.mark.parametrize(
    ("tag", "language", "country"),
    [
        ("es-MX", "es", "MX"),
        ("zh-Hans-CN", "zh", "CN"),
        ("zh_TW", "zh", "TW"),
        ("es-419", "es", ""),
        ("FIL", "fil", ""),
        ("", "", ""),
        ("<b>", "", ""),
        ("en-gb-oxendict", "en", "GB"),
    ],
)
def test_that_a_tag_tells_language_and_country(tag: str, language: str, country: str) -> None:
    assert (wished_language(tag), region(tag)) == (language, country)


def test_that_a_question_is_read() -> None:
    assert said(ASK) == Ask(7, "MOQ?", "Maria", ASK["sku"], "")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "'; DROP TABLE messages; --",
        "{price} {0} %s",
        "مرحبا، كم السعر؟",
        "👩‍🌾 ok",
    ],
)
def test_that_markup_queries_and_placeholders_are_just_text(text: str) -> None:
    assert said(ASK, text=text).text == text


def test_that_control_and_bidi_characters_are_left_out_and_lone_surrogates_too() -> None:
    frame = (
        json.dumps(ASK | {"text": "a\x00b\u202ec\u2066d\x1b[31me"})[:-1] + ', "name": "M\\ud800aria\\n\\tX"}'
    )
    assert read(frame) == Ask(7, "abcd[31me", "Maria X", ASK["sku"], "")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"text": ""}, Why.EMPTY),
        ({"text": " \n\u202e "}, Why.EMPTY),
        ({"text": "x" * 501}, Why.LONG),
        ({"text": 5}, Why.BAD),
        ({"text": ["a"]}, Why.BAD),
        ({"photo": "../../etc/passwd"}, Why.BAD),
        ({"photo": "a b"}, Why.BAD),
    ],
)
def test_that_a_question_that_does_not_fit_is_refused_by_its_number(other: dict[str, Any], why: Why) -> None:
    assert said(ASK, **other) == Refusal(why, 7)


@pytest.mark.parametrize("ref", [None, -1, 1.5, "7", True, 2**53, 10**400])
def test_that_a_question_needs_a_number_that_both_sides_can_count_with(ref: object) -> None:
    assert said(ASK, ref=ref) == Refusal(Why.BAD)


def test_that_five_hundred_characters_are_taken_and_a_long_name_is_cut() -> None:
    ask = said(ASK, text="x" * 500, name="n" * 60)
    assert (len(ask.text), len(ask.name)) == (500, 40)


def test_that_a_photo_needs_no_words() -> None:
    assert said(ASK, text="", photo="ab.jpg").photo == "ab.jpg"


def test_that_a_quote_is_read() -> None:
    assert said(QUOTE) == Quote(
        3,
        "Maria",
        "ACME",
        "MX",
        "maria@acme.mx",
        (LeadItem(ASK["sku"], 500), LeadItem(type(ASK["sku"])("B-2"), None)),
        "soon",
    )


@pytest.mark.parametrize("consent", [False, None, 1, "true", "yes"])
def test_that_a_quote_without_consent_is_refused(consent: object) -> None:
    assert said(QUOTE, consent=consent) == Refusal(Why.CONSENT, 3)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"contact": " "}, Why.EMPTY),
        ({"contact": "x" * 201}, Why.LONG),
        ({"note": "x" * 501}, Why.LONG),
        ({"items": [{"sku": "A", "quantity": 1}] * 11}, Why.LONG),
        ({"items": {}}, Why.BAD),
        ({"items": ["A"]}, Why.BAD),
        ({"items": [{"sku": "", "quantity": 1}]}, Why.BAD),
        ({"items": [{"sku": "A", "quantity": 0}]}, Why.BAD),
        ({"items": [{"sku": "A", "quantity": -5}]}, Why.BAD),
        ({"items": [{"sku": "A", "quantity": 1.5}]}, Why.BAD),
        ({"items": [{"sku": "A", "quantity": True}]}, Why.BAD),
        ({"items": [{"sku": "A", "quantity": 10**12}]}, Why.BAD),
        ({"items": [{"sku": "A", "quantity": "500"}]}, Why.BAD),
    ],
)
def test_that_a_quote_that_does_not_fit_is_refused(other: dict[str, Any], why: Why) -> None:
    assert said(QUOTE, **other) == Refusal(why, 3)


def test_that_a_country_that_is_no_code_is_left_out() -> None:
    assert said(QUOTE, country="Mexico").country == ""


def test_that_the_rest_is_read_or_refused() -> None:
    assert said({"t": "ping"}) == Ping()
    assert said({"t": "react", "kind": "heart"}) == React("heart")
    assert said({"t": "react", "kind": "skull"}) == Refusal(Why.BAD)
    assert said({"t": "react", "kind": ["heart"]}) == Refusal(Why.BAD)
    assert said({"t": "language", "language": "AR"}) == Choose(wished_language("ar"))
    assert said({"t": "something", "ref": 4}) == Refusal(Why.BAD, 4)


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "{",
        "[]",
        "null",
        "7",
        '"x"',
        "NaN",
        '{"t": NaN}',
        "[" * 8000,
        '{"a":' * 2000,
        "9" * 9000,
        "\ufeff{}",
    ],
)
def test_that_what_is_no_object_is_refused(frame: str) -> None:
    assert read(frame) == Refusal(Why.BAD)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = [
    "ref",
    "text",
    "name",
    "sku",
    "photo",
    "id",
    "language",
    "locale",
    "kind",
    "items",
    "consent",
    "contact",
]


@given(
    st.sampled_from(["hello", "language", "ask", "react", "quote", "forget", "ping", "x"]),
    st.dictionaries(st.sampled_from(NAMES), values),
)
def test_that_no_object_breaks_the_reading(kind: str, fields: dict[str, Any]) -> None:
    said(fields | {"t": kind})


@given(st.text(max_size=200))
def test_that_no_text_breaks_the_reading(frame: str) -> None:
    read(frame)


@given(st.text(max_size=60), st.integers(min_value=0, max_value=2**53 - 1))
def test_that_a_question_sent_again_has_the_same_id_and_another_text_another(text: str, ref: int) -> None:
    key = buyer_key(ID) or ""
    first = external_id(key, Ask(ref, text, "a", ASK["sku"], ""))
    assert external_id(key, Ask(ref, text, "b", ASK["sku"], "")) == first
    assert external_id(key, Ask(ref, text + "?", "a", ASK["sku"], "")) != first
    assert ref_of(first) == ref


def test_that_an_id_of_another_source_is_no_phones_number() -> None:
    assert [ref_of(text) for text in ("", "id-1", "a:b:c", "a:1", "a:²:c")] == [None] * 5
