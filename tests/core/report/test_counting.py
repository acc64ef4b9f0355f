"""The small rules of counting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.report.counting import MOST_STRETCHES, counts, percentile, stretch_of, words_in
from livedesk.core.report.report import Count


def test_that_the_most_frequent_comes_first_and_the_unknown_last() -> None:
    assert counts(["", "", "", "b", "a", "c", "c"]) == (
        Count("c", 2),
        Count("a", 1),
        Count("b", 1),
        Count("", 3),
    )


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [([], 50, None), ([7], 95, 7), ([3, 1, 2], 50, 2), ([4, 1, 2, 3], 50, 2), (list(range(1, 11)), 90, 9)],
)
def test_that_a_percentile_is_a_value_that_was_there(
    values: list[float], percent: float, expected: float | None
) -> None:
    assert percentile(values, percent) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("12,000 pieces", 3),
        ("大家好", 3),
        ("BX-5S 好", 3),
        ("¿Qué tal?", 2),
        ("カップ", 3),
        ("안녕 하세요", 2),
    ],
)
def test_that_words_are_counted_as_people_do(text: str, words: int) -> None:
    assert words_in(text) == words


@given(st.floats(0, 4e9))
def test_that_a_show_of_any_length_has_few_stretches(length: float) -> None:
    assert stretch_of(length) >= 60
    assert length <= stretch_of(length) * MOST_STRETCHES
    assert stretch_of(length) % 60 == 0
