"""What two hypotheses agree on, and how much of what was shown was taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.captions.stability import (
    agreed_length,
    common_prefix_length,
    is_han,
    normalised_erasure,
    prefix_end,
)


@pytest.mark.parametrize(
    ("previous", "current", "agreed"),
    [
        ("", "hello", ""),
        ("hello", "hello world", "hello"),
        ("hello wor", "hello world", "hello "),
        ("hello world", "hello wor", "hello "),
        ("one", "ones", ""),
        ("one two", "one too", "one "),
        ("我们的杯", "我们的碗", "我们的"),
        ("我们ship", "我们ships", "我们"),
        ("我们 ship", "我们 ships", "我们 "),
        ("3.5 dollars", "3.5 dollars", "3.5 dollars"),
        ("done.", "done. Next", "done."),
    ],
)
def test_that_the_agreed_prefix_ends_at_a_words_end(previous: str, current: str, agreed: str) -> None:
    assert current[: agreed_length(previous, current)] == agreed


@given(previous=st.text(max_size=40), current=st.text(max_size=40))
def test_that_the_agreed_prefix_is_shared_by_both(previous: str, current: str) -> None:
    length = agreed_length(previous, current)
    assert previous[:length] == current[:length]
    assert 0 <= length <= common_prefix_length(previous, current)


@pytest.mark.parametrize(
    ("character", "expected"), [("中", True), ("㐂", True), ("a", False), ("，", False), ("ア", False)]
)
def test_that_chinese_characters_are_known(character: str, expected: bool) -> None:
    assert is_han(character) is expected


def test_that_text_that_only_grows_has_no_erasure() -> None:
    assert normalised_erasure([["we"], ["we", "ship"], ["we", "ship", "today"]]) == 0.0


def test_that_erasure_counts_what_was_taken_back_per_token_of_the_last_text() -> None:
    updates = [["we", "sip", "two"], ["we", "ship"], ["we", "ship", "today", "."]]
    assert normalised_erasure(updates) == 2 / 4


def test_that_nothing_shown_is_nothing_taken_back() -> None:
    assert normalised_erasure([]) == 0.0
    assert normalised_erasure([["we"], []]) == 0.0


@pytest.mark.parametrize(
    ("settled", "text", "end"),
    [
        ("", "hello", ""),
        ("hello", "hello world", "hello"),
        ("fifteen pieces", "fifty pieces a box", "fifty pieces"),
        ("一共一千二百件", "一共1200件，发货", "一共1200件"),
        ("大家好，", "大家好 欢迎", "大家好 "),
        ("大家好", "大家", "大家"),
        ("大家好", "", ""),
    ],
)
def test_that_the_end_of_what_was_settled_is_found_in_newer_text(settled: str, text: str, end: str) -> None:
    assert text[: prefix_end(settled, text)] == end


@given(
    settled=st.text("ab ，好", max_size=20), text=st.text("ab ，好", max_size=30), rest=st.text(max_size=5)
)
def test_that_the_end_is_in_the_text_and_after_all_that_is_unchanged(
    settled: str, text: str, rest: str
) -> None:
    assert common_prefix_length(settled, text) <= prefix_end(settled, text) <= len(text)
    assert prefix_end(settled, settled + rest) == len(settled)
