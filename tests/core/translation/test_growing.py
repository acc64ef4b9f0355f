"""What the next translation of a growing line begins with: whole words that two translations agree on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.translation.growing import Grown, grown, prefix


def _settled(*answers: str, source: str = "我们的水壶") -> tuple[str, ...]:
    """Return what is settled after these answers, their tokens with blanks between, to a source that grows."""
    last: Grown | None = None
    for number, answer in enumerate(answers, 1):
        last = grown(last, source[:number], answer.split())
    assert last is not None
    return last.settled


@pytest.mark.parametrize(
    ("first", "second", "settled"),
    [
        ("▁we ▁have ▁cups", "▁we ▁have ▁kettles ▁here", ("▁we", "▁have")),
        ("▁kett le ▁of", "▁kett les ▁of ▁steel", ()),  # never half a word
        ("▁we ▁have .", "▁we ▁have , ▁too", ("▁we", "▁have")),
        ("▁we ▁have .", "▁we ▁have .", ("▁we", "▁have")),  # a made-up end
        ("▁we , ▁too", "▁we , ▁and", ("▁we",)),  # nor a mark
        ("▁ 5 0", "▁ 5 0 0 ▁cups", ()),  # nor half a number
        ("我 们 的 水", "我 们 的 壶 好", ("我", "们", "的")),
        ("▁a", "▁a", ()),
        ("", "▁a ▁b", ()),
    ],
)
def test_that_whole_words_that_two_answers_begin_with_are_settled(
    first: str, second: str, settled: tuple[str, ...]
) -> None:
    assert _settled(first, second) == settled


def test_that_what_is_settled_stays_settled() -> None:
    assert _settled("▁we ▁have ▁a ▁b", "▁we ▁have ▁a ▁c", "▁we ▁x") == ("▁we", "▁have", "▁a")


def test_that_a_source_that_did_not_grow_settles_nothing() -> None:
    last = grown(grown(None, "我们", ("▁a", "▁b", "▁c")), "我们的", ("▁a", "▁b", "▁c"))
    assert prefix(last, "我们的水壶") == last.settled
    assert prefix(last, "你们的") == ()
    assert grown(last, "你们的", ("a", "b", "c")).settled == ()


def test_that_nothing_is_asked_of_the_first() -> None:
    assert prefix(None, "我们") == ()


@given(st.lists(st.lists(st.text(max_size=3), max_size=6), min_size=1, max_size=5))
def test_that_what_is_settled_was_answered(answers: list[list[str]]) -> None:
    last: Grown | None = None
    for number, answer in enumerate(answers):
        last = grown(last, "水" * number, answer)
    assert last is not None
    assert any(list(last.settled) == answer[: len(last.settled)] for answer in answers)
