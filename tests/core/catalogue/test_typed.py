"""Figures and dates as people type them."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.catalogue.typed import NotReadable, read_count, read_date, read_decimal, read_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.5", "3.5"),
        ("3,50", "3.50"),
        ("３．５０", "3.50"),
        (" 1,250 ", "1250"),
        ("1,250.75", "1250.75"),
        ("1.250,75", "1250.75"),
        ("1,250,000", "1250000"),
        ("1.250.000", "1250000"),
        ("1 250,5", "1250.5"),
        ("1'250.5", "1250.5"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("1.250", "1.250"),
        (".5", "0.5"),
        ("US$ 3.50", "3.50"),
        ("$3.50", "3.50"),
        ("USD 3.50", "3.50"),
        ("¥25", "25"),
        ("25元", "25"),
        ("€ 3,50", "3.50"),
        ("-2", "-2"),
        ("12", "12"),
    ],
)
def test_that_a_figure_is_read_in_the_users_way(text: str, expected: str) -> None:
    result = read_decimal(text)
    assert result == Decimal(expected)
    assert isinstance(result, Decimal)


def test_that_the_language_decides_what_one_mark_before_three_digits_is() -> None:
    assert read_decimal("1.250", ".") == 1250
    assert read_decimal("1,250", ".") == Decimal("1.250")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "abc",
        "3.50-4.20",
        "3.5.",
        "1,25,3",
        "12,3456,789",
        "1.2.3",
        "--3",
        "3%",
        "1e5",
        "NaN",
        "9" * 30,
        "½",
        "1,,2",
    ],
)
def test_that_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(NotReadable):
        read_decimal(text)


def test_that_a_count_is_whole_and_not_negative() -> None:
    assert read_count("1,000") == 1000
    assert read_count("500.0") == 500
    for text in ("1.5", "-1", "many"):
        with pytest.raises(NotReadable):
            read_count(text)


@pytest.mark.parametrize(
    "text", ["2027-03-31", "2027/3/31", "2027.3.31", "2027年3月31日", "20270331", "２０２７-３-３１"]
)
def test_that_a_day_is_read_year_first(text: str) -> None:
    assert read_date(text) == "2027-03-31"


@pytest.mark.parametrize(
    "text", ["31.03.2027", "03/31/2027", "2027-02-30", "2027-13-01", "soon", "", "0000-01-01"]
)
def test_that_a_day_that_could_be_another_is_refused(text: str) -> None:
    with pytest.raises(NotReadable):
        read_date(text)


def test_that_tags_are_set_apart_by_any_comma() -> None:
    assert read_words(" gift , kitchen，礼品、gift ;  two  words\n") == (
        "gift",
        "kitchen",
        "礼品",
        "two words",
    )
    assert read_words(" ,, ") == ()


@given(st.text(max_size=60))
def test_that_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(NotReadable):
        assert read_decimal(text).is_finite()


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_that_what_is_shown_is_read_again(number: Decimal) -> None:
    assert read_decimal(f"{number:,.2f}") == number
