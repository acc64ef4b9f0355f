"""English names in a sentence: plural, capital, article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.translation.english import in_sentence, is_plural_before, plural, with_article


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("Portable juicer cup", "Portable juicer cups"),
        ("Non-stick wok 32 cm", "Non-stick woks 32 cm"),
        ("Glass teapot with infuser 800 ml", "Glass teapots with infuser 800 ml"),
        ("Bamboo board set, 3 pieces", "Bamboo board sets, 3 pieces"),
        ("Salt and pepper mill pair, beech", "Salt and pepper mill pairs, beech"),
        ("French press 1 L", "French presses 1 L"),
        ("Silicone lunch box", "Silicone lunch boxes"),
        ("ceramic knife", "ceramic knives"),
        ("battery", "batteries"),
        ("tray", "trays"),
        ("bottle (500 ml)", "bottles (500 ml)"),
        ("lid for jar", "lids for jar"),
        ("LED", "LEDS"),
    ],
)
def test_that_the_head_noun_takes_the_plural(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    "name", ["Small appliances", "Cookware", "scissors", "knives", "", "32 cm", "锅", "-"]
)
def test_that_what_has_no_other_plural_stays(name: str) -> None:
    assert plural(name) == name


@given(st.text(max_size=30))
def test_that_a_plural_of_a_plural_is_the_plural(name: str) -> None:
    assert plural(plural(name)) == plural(name)


@pytest.mark.parametrize(
    "before",
    [
        "I need 500 ",
        "500",
        "500 pcs of ",
        "2,000 pieces of the ",
        "10k ",
        "these ",
        "Both ",
        "three new ",
        "1.5 ",
        "all our ",
    ],
)
def test_that_many_ask_for_the_plural(before: str) -> None:
    assert is_plural_before(before)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "1 ",
        "a ",
        "No. 3 ",
        "number 3 ",
        "#3 ",
        "$3 ",
        "this ",
        "each ",
        "JZ-03 ",
        "a 32 cm ",
        "USD 3.20, ",
        "and ",
    ],
)
def test_that_one_or_a_number_of_something_does_not(before: str) -> None:
    assert not is_plural_before(before)


@pytest.mark.parametrize(
    ("name", "before", "shown"),
    [
        ("Portable juicer cup", "", "Portable juicer cup"),
        ("portable juicer cup", "Hello. ", "Portable juicer cup"),
        ("Portable juicer cup", "Look at the ", "portable juicer cup"),
        ("Portable juicer cup", "No. 3, ", "portable juicer cup"),
        ("French press 1 L", "one ", "French press 1 L"),
        ("LED lamp", "one ", "LED lamp"),
        ("USB-C cable", "one ", "USB-C cable"),
        ("Portable Juicer Cup", "one ", "Portable Juicer Cup"),
        ("Non-stick wok 32 cm", "our ", "non-stick wok 32 cm"),
        ("", "our ", ""),
    ],
)
def test_that_a_capital_follows_the_place_in_the_sentence(name: str, before: str, shown: str) -> None:
    assert in_sentence(name, before) == shown


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("This is a ", "air fryer", "This is an "),
        ("This is an ", "wok", "This is a "),
        ("A ", "insulated bottle", "An "),
        ("a ", "LED lamp", "an "),
        ("an ", "USB cable", "a "),
        ("an ", "unit", "a "),
        ("a ", "umbrella", "an "),
        ("a ", "EU plug", "a "),
        ("the ", "air fryer", "the "),
        ("a ", "", "a "),
    ],
)
def test_that_the_article_fits_the_name(before: str, name: str, after: str) -> None:
    assert with_article(before, name) == after
