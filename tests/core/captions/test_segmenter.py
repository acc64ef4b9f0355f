"""Growing hypotheses become captions: nothing that was heard is lost at a cut, and nothing comes twice."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core.captions.heard import Correction, CorrectionKind
from livedesk.core.captions.segmenter import (
    MAX_HAN_CHARACTERS,
    MAX_OTHER_CHARACTERS,
    SILENCE_CLOSES_AFTER_S,
    Segmenter,
    SegmentHeard,
)
from livedesk.core.events import Hypothesis
from livedesk.core.ids import SegmentId
from livedesk.core.records import Origin


def _segmenter() -> Segmenter:
    numbers = itertools.count(1)
    return Segmenter(lambda: SegmentId(next(numbers)))


def _heard(
    text: str, revision: int, *, utterance: int = 1, end: bool = False, origin: Origin = Origin.MICROPHONE
) -> Hypothesis:
    return Hypothesis(utterance, revision, text, utterance * 10.0, utterance * 10.0 + revision, end, origin)


def _finals(heard: list[SegmentHeard]) -> list[str]:
    return [h.text for h in heard if h.is_final]


def _without_spaces(*texts: str) -> str:
    return "".join("".join(texts).split())


# --- one utterance ---


def test_that_an_endpoint_closes_the_segment() -> None:
    segmenter = _segmenter()
    assert _finals(segmenter.feed(_heard("hello every", 1), 0.0)) == []
    (final,) = segmenter.feed(_heard("hello everyone", 2, end=True), 0.5)
    assert (final.text, final.is_final, final.agreed_length) == ("hello everyone", True, 14)


def test_that_each_utterance_has_a_segment_of_its_own() -> None:
    segmenter = _segmenter()
    (first,) = segmenter.feed(_heard("one", 1, end=True), 0.0)
    (second,) = segmenter.feed(_heard("two", 1, utterance=2, end=True), 1.0)
    assert (first.segment, second.segment) == (1, 2)


def test_that_times_come_from_the_sample_count() -> None:
    segmenter = _segmenter()
    segmenter.feed(Hypothesis(1, 1, "hello", 3.125, 3.5, is_endpoint=False), 1_700_000_000.0)
    (final,) = segmenter.feed(Hypothesis(1, 2, "hello", 3.125, 4.25, is_endpoint=True), 1_700_000_009.0)
    assert (final.t0_s, final.t1_s) == (3.125, 4.25)


def test_that_the_endpoint_may_correct_what_was_agreed() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("fifteen pieces", 1), 0.0)
    segmenter.feed(_heard("fifteen pieces a", 2), 0.1)
    assert _finals(segmenter.feed(_heard("fifty pieces a box", 3, end=True), 0.2)) == ["fifty pieces a box"]


def test_that_text_that_may_still_become_a_number_is_not_agreed() -> None:
    segmenter = _segmenter()
    for revision, (text, steady) in enumerate((("起订量五百", 3), ("起订量五百", 3), ("起订量500个", 7)), 1):
        (heard,) = segmenter.feed(replace(_heard(text, revision), steady_length=steady), 0.0)
    assert (heard.text, heard.agreed_length) == ("起订量500个", 3)


def test_that_what_is_steady_counts_from_the_start_of_the_utterance() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("今天很好。", 1), 0.0)
    segmenter.close_after_silence(SILENCE_CLOSES_AFTER_S)
    for revision in (2, 3):
        hypothesis = replace(_heard("今天很好。起订量五百", revision), steady_length=8)
        (heard,) = segmenter.feed(hypothesis, 5.0)
    assert (heard.text, heard.agreed_length) == ("起订量五百", 3)


def test_that_an_empty_endpoint_keeps_what_was_heard() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("hello", 1), 0.0)
    assert _finals(segmenter.feed(_heard("", 2, end=True), 0.1)) == ["hello"]


def test_that_a_caption_once_shown_is_closed_even_if_its_text_was_taken_back() -> None:
    segmenter = _segmenter()
    shown = segmenter.feed(_heard("嗯", 1), 0.0)
    shown += segmenter.feed(_heard("", 2), 0.1)
    shown += segmenter.feed(_heard("", 3, end=True), 0.2)
    assert shown[-1].is_final
    assert {h.segment for h in shown} == {shown[-1].segment}


def test_that_an_utterance_without_words_makes_no_segment() -> None:
    segmenter = _segmenter()
    assert segmenter.feed(_heard("  ", 1), 0.0) == []
    assert segmenter.feed(_heard("", 2, end=True), 0.1) == []
    (next_one,) = segmenter.feed(_heard("hello", 1, utterance=2, end=True), 0.2)
    assert next_one.segment == 1


@pytest.mark.parametrize(
    ("texts", "agreed"),
    [
        (["hello"], 0),
        (["hello wor", "hello world"], len("hello ")),
        (["hello world", "hello wor"], len("hello ")),
        (["你好各", "你好各位"], len("你好各")),
        (["你好个", "你好各位"], len("你好")),
        (["hello", "hello"], len("hello")),
    ],
)
def test_that_only_what_two_hypotheses_share_is_agreed_and_never_half_a_word(
    texts: list[str], agreed: int
) -> None:
    segmenter = _segmenter()
    last: list[SegmentHeard] = []
    for revision, text in enumerate(texts, 1):
        last = segmenter.feed(_heard(text, revision), revision / 10)
    assert last[-1].agreed_length == agreed


def test_that_the_agreed_prefix_is_never_taken_back_before_the_endpoint() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("we ship on", 1), 0.0)
    segmenter.feed(_heard("we ship on Monday", 2), 0.1)
    (third,) = segmenter.feed(_heard("he sips on Monday or", 3), 0.2)
    assert third.text.startswith("we ship on")
    assert third.agreed_length >= len("we ship on")


# --- late and repeated news ---


def test_that_an_older_or_repeated_revision_changes_nothing() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("hello everyone", 3), 0.0)
    assert segmenter.feed(_heard("hello", 2), 0.1) == []
    assert segmenter.feed(_heard("hello everyone", 3), 0.1) == []


def test_that_nothing_follows_the_endpoint_of_an_utterance() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("hello", 5, end=True), 0.0)
    assert segmenter.feed(_heard("hello everyone", 6), 0.1) == []


def test_that_a_late_word_on_an_older_utterance_leaves_the_open_segment_alone() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("first", 1, end=True), 0.0)
    segmenter.feed(_heard("the second", 1, utterance=2), 0.1)
    assert segmenter.feed(_heard("first", 1, end=True), 0.2) == []
    assert _finals(segmenter.feed(_heard("the second line", 2, utterance=2, end=True), 0.3)) == [
        "the second line"
    ]


def test_that_a_new_utterance_closes_the_one_before_it() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("first", 1), 0.0)
    heard = segmenter.feed(_heard("second", 1, utterance=2), 0.1)
    assert [(h.text, h.is_final) for h in heard] == [("first", True), ("second", False)]


def test_that_two_recognisers_count_their_utterances_apart() -> None:
    segmenter = _segmenter()
    heard = segmenter.feed(_heard("from the tape", 1, utterance=7, end=True, origin=Origin.TAPE), 0.0)
    heard += segmenter.feed(_heard("from the microphone", 1, utterance=1, end=True), 0.1)
    assert [(h.text, h.origin) for h in heard] == [
        ("from the tape", Origin.TAPE),
        ("from the microphone", Origin.MICROPHONE),
    ]


# --- silence ---


def test_that_silence_closes_a_segment() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("hello", 1), 100.0)
    assert segmenter.close_after_silence(100.0 + SILENCE_CLOSES_AFTER_S - 0.01) == []
    assert _finals(segmenter.close_after_silence(100.0 + SILENCE_CLOSES_AFTER_S)) == ["hello"]
    assert segmenter.close_after_silence(200.0) == []


def test_that_an_endpoint_after_the_silence_brings_nothing_twice() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("hello", 1), 0.0)
    segmenter.close_after_silence(9.0)
    assert segmenter.feed(_heard("hello", 2, end=True), 9.1) == []


def test_that_what_a_slow_recogniser_adds_after_the_silence_is_not_lost() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("the price", 1), 0.0)
    segmenter.close_after_silence(9.0)
    (final,) = segmenter.feed(_heard("the price is four dollars", 8, end=True), 9.1)
    assert (final.segment, final.text) == (2, "is four dollars")
    assert (final.t0_s, final.t1_s) == (11.0, 18.0)


def test_that_speech_goes_on_after_a_pause_of_the_show() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("大家好", 1), 0.0)
    assert _finals(segmenter.close()) == ["大家好"]
    assert _finals(segmenter.feed(_heard("大家好，欢迎", 2, end=True), 60.0)) == ["，欢迎"]


def test_that_silence_before_the_first_word_costs_no_word() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("", 1), 0.0)
    segmenter.close_after_silence(9.0)
    assert _finals(segmenter.feed(_heard("hello", 2, end=True), 9.1)) == ["hello"]


# --- length ---


@pytest.mark.parametrize(
    ("unit", "limit"),
    [("我们的杯子很好，", MAX_HAN_CHARACTERS), ("our cups are good, ", MAX_OTHER_CHARACTERS)],
)
def test_that_a_long_agreed_prefix_is_cut_at_a_clause(unit: str, limit: int) -> None:
    segmenter = _segmenter()
    text = (unit * 40).strip()
    segmenter.feed(_heard(text, 1), 0.0)
    heard = segmenter.feed(_heard(text, 2), 0.1)
    assert len(_finals(heard)) > 2
    assert all(len(final) <= limit and final[-1] in "，," for final in _finals(heard))


def test_that_the_times_of_cut_segments_follow_each_other() -> None:
    segmenter = _segmenter()
    text = "我们的杯子很好，" * 40
    segmenter.feed(_heard(text, 1), 0.0)
    finals = [h for h in segmenter.feed(_heard(text, 2), 0.1) if h.is_final]
    finals += segmenter.feed(_heard(text, 3, end=True), 0.2)
    assert finals[0].t0_s == 10.0
    assert finals[-1].t1_s == 13.0
    for before, after in itertools.pairwise(finals):
        assert before.t0_s < before.t1_s <= after.t0_s


def test_that_a_prefix_without_any_clause_is_cut_all_the_same() -> None:
    segmenter = _segmenter()
    text = "啊" * (MAX_HAN_CHARACTERS * 2)
    segmenter.feed(_heard(text, 1), 0.0)
    heard = segmenter.feed(_heard(text, 2), 0.1)
    heard += segmenter.feed(_heard(text, 3, end=True), 0.2)
    assert "".join(_finals(heard)) == text


def test_that_a_beginning_written_otherwise_costs_no_character_after_the_cut() -> None:
    segmenter = _segmenter()
    text = "第一款是保温杯，" * 8 + "下一款是水壶"
    segmenter.feed(_heard(text, 1), 0.0)
    head, _ = segmenter.feed(_heard(text, 2), 0.1)
    assert head.is_final
    other = text.replace("第一款", "第1款", 2).replace("，", "", 1)
    (rest,) = _finals(segmenter.feed(_heard(other, 3, end=True), 0.2))
    assert _without_spaces(head.text, rest) == _without_spaces(text)


def test_that_a_beginning_written_otherwise_brings_no_character_twice() -> None:
    segmenter = _segmenter()
    segmenter.feed(_heard("一共1200件", 1), 0.0)
    segmenter.feed(_heard("一共1200件", 2), 0.1)
    (heard,) = segmenter.feed(_heard("一共一千二百件，发货", 3), 0.2)
    assert heard.text == "一共1200件，发货"


# --- what was changed since it was heard ---

_CUP = Correction(CorrectionKind.HOT_WORD, 3, "报文杯", "保温杯")


def _standing(segments: list[SegmentHeard]) -> list[list[str]]:
    for segment in segments:
        assert all(segment.text[c.start : c.end] == c.written for c in segment.corrections)
    return [[c.written for c in segment.corrections] for segment in segments]


def test_that_a_correction_stands_where_it_is_in_its_segment() -> None:
    segmenter = _segmenter()
    first = replace(_heard("  这款是保温杯", 1), corrections=(replace(_CUP, start=5),))
    (shown,) = segmenter.feed(first, 0.0)
    assert (shown.text, shown.corrections) == ("这款是保温杯", (_CUP,))


def test_that_corrections_after_a_cut_count_from_the_new_segment() -> None:
    segmenter = _segmenter()
    clause = "这款是保温杯，"
    text = clause * 12
    corrections = tuple(replace(_CUP, start=3 + 7 * number) for number in range(12))
    for revision in (1, 2):
        heard = segmenter.feed(replace(_heard(text, revision), corrections=corrections), 0.0)
    heard += segmenter.feed(replace(_heard(text, 3, end=True), corrections=corrections), 0.1)
    finals = [segment for segment in heard if segment.is_final]
    assert len(finals) > 1
    assert sum(map(len, _standing(finals))) == 12


def test_that_a_correction_whose_text_is_gone_is_dropped() -> None:
    segmenter = _segmenter()
    heard = segmenter.feed(replace(_heard("这款是水杯", 1), corrections=(_CUP,)), 0.0)
    assert _standing(heard) == [[]]


def test_that_what_is_agreed_keeps_its_corrections_when_it_is_heard_otherwise() -> None:
    segmenter = _segmenter()
    for revision in (1, 2):
        segmenter.feed(replace(_heard("这款是保温杯，很", revision), corrections=(_CUP,)), 0.0)
    (heard,) = segmenter.feed(_heard("这款是报文杯，很好看", 3), 0.1)
    assert (heard.text, heard.corrections) == ("这款是保温杯，很好看", (_CUP,))


@given(
    before=st.text("报文杯，好", max_size=8),
    after=st.text("报文杯，好 ", max_size=150),
    steps=st.lists(st.tuples(st.integers(0, 160), st.booleans()), max_size=6),
)
@settings(deadline=None)
def test_that_corrections_always_stand_in_the_text_of_their_segment(
    before: str, after: str, steps: list[tuple[int, bool]]
) -> None:
    segmenter = _segmenter()
    correction = replace(_CUP, start=len(before))
    text = before + "保温杯" + after
    shown: list[SegmentHeard] = []
    for revision, (length, is_kept) in enumerate(steps, 1):
        part = text[:length] if is_kept else text[1 : length + 1]
        shown += segmenter.feed(replace(_heard(part, revision), corrections=(correction,)), 0.0)
    shown += segmenter.feed(replace(_heard(text, 99, end=True), corrections=(correction,)), 0.0)
    _standing(shown)


# --- whatever a recogniser may send ---

_WORDS = st.sampled_from(
    ["hello", "four dollars,", "we ship.", "a", "我们", "一万二，", "好。", "，", " ", "  ", "MOQ 500", "3.5"]
)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=120).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words), "  " + " ".join(words) + " "])
)


@st.composite
def _utterances(draw: st.DrawFn) -> list[tuple[str, list[Hypothesis]]]:
    """Several utterances, each a text and the hypotheses that grow towards it, some of them repeated."""
    told = []
    for utterance in range(1, draw(st.integers(1, 3)) + 1):
        text = draw(_TEXTS)
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
        grown = [_heard(text[:cut], n, utterance=utterance) for n, cut in enumerate(cuts, 1)]
        grown.append(_heard(text, len(cuts) + 1, utterance=utterance, end=True))
        for _ in range(draw(st.integers(0, 2))):
            late = draw(st.sampled_from(grown))
            grown.insert(draw(st.integers(grown.index(late), len(grown))), late)
        told.append((text, grown))
    return told


@given(told=_utterances(), ticks=st.sets(st.integers(0, 60)), pauses=st.sets(st.integers(0, 60), max_size=2))
@settings(deadline=None)
def test_that_the_finals_are_what_was_said(
    told: list[tuple[str, list[Hypothesis]]], ticks: set[int], pauses: set[int]
) -> None:
    segmenter = _segmenter()
    for text, hypotheses in told:
        finals: list[str] = []
        for number, hypothesis in enumerate(hypotheses):
            finals += _finals(segmenter.feed(hypothesis, number * 0.1))
            if number in ticks:
                finals += _finals(segmenter.close_after_silence(number * 0.1 + SILENCE_CLOSES_AFTER_S))
            if number in pauses:
                finals += _finals(segmenter.close())
        assert _without_spaces(*finals) == _without_spaces(text)


@st.composite
def _with_wrong_guesses(draw: st.DrawFn) -> tuple[str, list[Hypothesis]]:
    """As a recogniser does: the text grows, and the last few characters are a guess that changes next time."""
    text = draw(_TEXTS.filter(str.strip))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=1, max_size=8)))
    guesses = [text[:cut] + draw(st.sampled_from(["", "xyz", "错", " uh"])) for cut in cuts]
    unsteady = [g if n % 2 else text[: cuts[n]] for n, g in enumerate(guesses)]
    heard = [_heard(guess, n) for n, guess in enumerate(unsteady, 1)]
    return text, [*heard, _heard(text, len(heard) + 1, end=True)]


@given(told=_with_wrong_guesses())
@settings(deadline=None)
def test_that_a_guess_that_was_taken_back_is_in_no_final(told: tuple[str, list[Hypothesis]]) -> None:
    text, hypotheses = told
    segmenter = _segmenter()
    finals: list[str] = []
    for hypothesis in hypotheses:
        finals += _finals(segmenter.feed(hypothesis, 0.0))
    assert _without_spaces(*finals) == _without_spaces(text)


@given(
    hypotheses=st.lists(
        st.builds(
            Hypothesis,
            utterance=st.integers(0, 3),
            revision=st.integers(0, 5),
            text=st.one_of(_TEXTS, st.text(max_size=200)),
            t0_s=st.floats(0, 100),
            t1_s=st.floats(0, 100),
            is_endpoint=st.booleans(),
            origin=st.sampled_from([Origin.MICROPHONE, Origin.TAPE]),
        ),
        max_size=30,
    )
)
@settings(deadline=None)
def test_that_any_hypotheses_give_revisions_that_go_up_and_one_final_at_most(
    hypotheses: list[Hypothesis],
) -> None:
    segmenter = _segmenter()
    seen: dict[SegmentId, SegmentHeard] = {}
    for heard in _all(segmenter, hypotheses):
        before = seen.get(heard.segment)
        assert before is None or (not before.is_final and heard.revision > before.revision)
        assert heard.text == heard.text.strip() != ""
        assert 0 <= heard.agreed_length <= len(heard.text)
        seen[heard.segment] = heard
    assert sorted(seen) == list(range(1, len(seen) + 1))
    assert all(heard.is_final for heard in seen.values())


def _all(segmenter: Segmenter, hypotheses: list[Hypothesis]) -> Iterator[SegmentHeard]:
    for number, hypothesis in enumerate(hypotheses):
        yield from segmenter.feed(replace(hypothesis), float(number))
    yield from segmenter.close()
