"""Folding: what does not count when terms are compared, and where a folded character came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.translation.fold import fold, fold_with_places


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Non-stick Wok 32 cm", "non stick wok 32CM"),
        ("不粘炒锅 32 cm", "不粘炒锅３２㎝"),
        ("JZ-03", "jz03"),
        ("JZ-03", "ＪＺ－０３"),
        ("café", "CAFE"),
        ("cafe\u0301", "café"),
        ("Type-C", "type c"),
        ("304 不锈钢", "304不锈钢"),
        ("Straße", "STRASSE"),
        ("a\u00adb", "ab"),
    ],
)
def test_that_writing_does_not_count(first: str, second: str) -> None:
    assert fold(first) == fold(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("不粘锅，具体", "不粘锅具体"),
        ("不粘锅 具体", "不粘锅具体"),
        ("pan cake", "pancake"),
        ("12 32", "1232"),
        ("1.5", "15"),
        ("ضة", "صة"),
        ("บาน", "บาท"),
    ],
)
def test_that_what_tells_words_apart_counts(first: str, second: str) -> None:
    assert fold(first) != fold(second)


@given(st.text(max_size=40))
def test_that_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=40))
def test_that_the_quick_way_gives_the_same(text: str) -> None:
    assert fold(text) == fold_with_places(text).text


@given(st.text(max_size=40))
def test_that_places_lie_in_the_text_and_in_order(text: str) -> None:
    folded = fold_with_places(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    for index in range(len(folded.text)):
        start, end = folded.span(index, index + 1)
        assert 0 <= start < end <= len(text)
    assert list(folded.starts) == sorted(folded.starts)


@given(st.text(max_size=20), st.text(max_size=20))
def test_that_a_span_folds_to_what_was_found(before: str, after: str) -> None:
    folded = fold_with_places(f"{before}。不粘锅。{after}")
    at = folded.text.index("不粘锅")
    start, end = folded.span(at, at + 3)
    text = f"{before}。不粘锅。{after}"
    assert text[start:end].startswith("不粘锅")
