"""What is shown of a growing translation hardly changes, however bad the model is; and the final always wins."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.captions.stability import normalised_erasure
from livedesk.core.captions.steadiness import Shown, Steadiness, tokens
from livedesk.core.ids import EN, ZH, Language, SegmentId
from livedesk.core.settings import CaptionMode

ONE, TWO = SegmentId(1), SegmentId(2)
LIMITS = {CaptionMode.STEADY: 0.18, CaptionMode.FAST: 0.55, CaptionMode.FINALS: 0.0}
OPENING_CREDIT = 6


def _texts(steadiness: Steadiness, *translations: str, language: Language = EN) -> list[str]:
    """Return what is shown after each partial translation of line one."""
    shown = [""]
    for text in translations:
        part = steadiness.partial(ONE, language, text)
        shown.append(part.text if part else shown[-1])
    return shown[1:]


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Hello all.", ["Hello", " all."]),
        ("你好，JZ-03 很好", ["你", "好", "，JZ-03", " 很", "好"]),
        ("สวัสดี", list("สวัสดี")),
        ("", []),
        ("  ", []),
    ],
)
def test_that_tokens_are_words_or_characters(text: str, split: list[str]) -> None:
    assert tokens(text) == split


@given(st.text())
def test_that_tokens_put_together_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text.rstrip()


def test_that_the_last_words_are_held_back() -> None:
    shown = _texts(
        Steadiness(CaptionMode.FAST), "one", "one two three", "one two three four", "one two three four five"
    )
    assert shown == ["", "", "one", "one two"]


def test_that_the_last_characters_are_held_back_in_chinese() -> None:
    assert _texts(Steadiness(CaptionMode.FAST), "大家好欢迎", language=ZH) == ["大家"]


def test_that_steady_mode_waits_for_two_translations_to_agree() -> None:
    steady = Steadiness()
    assert _texts(steady, "one two three four", "one two x y z", "one two x y q r") == [
        "",
        "one two",
        "one two x y",
    ]


def test_that_steady_mode_takes_nothing_back_before_the_final() -> None:
    steady = Steadiness()
    shown = _texts(steady, "a b c d", "a b c d e", "x y z u v w", "x y z u v w q")
    assert shown == ["", "a b c", "a b c", "a b c"]


def test_that_fast_mode_corrects_itself_if_it_can_pay_for_it() -> None:
    assert _texts(Steadiness(CaptionMode.FAST), "a b c d e", "a x y z u v") == ["a b", "a x y"]


def test_that_fast_mode_says_what_is_not_agreed_yet() -> None:
    fast = Steadiness(CaptionMode.FAST)
    assert fast.partial(ONE, EN, "a b c d e") == Shown("a b", 0)
    assert fast.partial(ONE, EN, "a b c d e f") == Shown("a b c", len("a b c"))
    assert fast.partial(ONE, EN, "a b c x y z u") == Shown("a b c x", len("a b c"))


def test_that_finals_mode_shows_no_partial() -> None:
    finals = Steadiness(CaptionMode.FINALS)
    assert not finals.shows_partials
    assert _texts(finals, "a b c d", "a b c d e") == ["", ""]


def test_that_nothing_is_shown_twice() -> None:
    fast = Steadiness(CaptionMode.FAST)
    assert fast.partial(ONE, EN, "a b c d") is not None
    assert fast.partial(ONE, EN, "a b c d") is None


def test_that_lines_and_languages_are_apart() -> None:
    fast = Steadiness(CaptionMode.FAST)
    fast.partial(ONE, EN, "a b c d")
    assert fast.partial(TWO, EN, "x y z u") == Shown("x", 0)
    assert fast.partial(ONE, Language("es"), "x y z u") == Shown("x", 0)


def test_that_a_model_whose_finals_say_something_else_shows_less() -> None:
    steady, shown = Steadiness(), []
    for number in range(1, 9):
        line = SegmentId(number)
        for _ in range(2):
            part = steady.partial(line, EN, "one two three four five six seven eight")
        shown.append(len(tokens(part.text)) if part else 0)
        steady.final(line, EN, "all of this is quite another thing now")
    assert shown[0] == 6
    assert sum(shown) <= LIMITS[CaptionMode.STEADY] * 8 * 8 + OPENING_CREDIT


def test_that_a_model_that_keeps_its_word_shows_everything() -> None:
    steady = Steadiness()
    for number in range(1, 9):
        line = SegmentId(number)
        for _ in range(2):
            part = steady.partial(line, EN, "one two three four five six seven eight")
        assert part is not None
        assert part.text == "one two three four five six"
        steady.final(line, EN, "one two three four five six seven eight")


def test_that_what_fast_mode_saved_up_is_not_for_steady_mode() -> None:
    mixed = Steadiness(CaptionMode.FAST)
    for number in range(2, 20):
        mixed.final(SegmentId(number), EN, "one two three four five six seven eight")
    mixed.set_mode(CaptionMode.STEADY)
    long = " ".join(map(str, range(40)))
    assert len(tokens(_texts(mixed, long, long)[-1])) <= OPENING_CREDIT / (1 - 0.18)


_WORDS = st.lists(st.sampled_from("abcd"), min_size=0, max_size=14).map(" ".join)
_LINES = st.lists(st.tuples(st.lists(_WORDS, max_size=6), _WORDS.filter(bool)), min_size=1, max_size=12)


@given(_LINES, st.sampled_from(CaptionMode))
def test_that_the_limit_holds_whatever_the_model_says(
    lines: list[tuple[list[str], str]], mode: CaptionMode
) -> None:
    """Finals as long as what was shown; a shorter one cannot pay for more than it is long."""
    steadiness = Steadiness(mode)
    erased = written = short = 0.0
    for number, (partials, final) in enumerate(lines, 1):
        shown: list[list[str]] = []
        for text in partials:
            part = steadiness.partial(SegmentId(number), EN, text)
            if part:
                shown.append(part.text.split())
        steadiness.final(SegmentId(number), EN, final)
        end = final.split()
        short += max(0, len(shown[-1] if shown else []) - len(end))
        erased += normalised_erasure([*shown, end]) * len(end)
        written += len(end)
    assert erased <= LIMITS[mode] * written + OPENING_CREDIT + short


@given(st.lists(_WORDS, max_size=8))
def test_that_steady_mode_only_ever_adds(partials: list[str]) -> None:
    shown = _texts(Steadiness(), *partials)
    assert all(after.startswith(before) for before, after in pairwise(shown))
