"""How many lines go to the engine together, so that a caption does not wait for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.ids import EN, ZH
from livedesk.core.translation.order import BATCH_MS, BATCH_SIZE, CAPTIONS_FLOW_S, MOST_REST_MS, Pace
from livedesk.core.translation.request import TranslateRequest, Work


def chat(*lengths: int) -> list[TranslateRequest]:
    return [
        TranslateRequest(Work.CHAT_MESSAGE, n, 1, "x" * length, EN, ZH, 0.0)
        for n, length in enumerate(lengths)
    ]


CAPTION = [TranslateRequest(Work.FINAL_CAPTION, 1, 1, "你好", ZH, EN, 0.0)]


def test_that_a_full_batch_goes_as_long_as_nothing_was_measured() -> None:
    assert Pace().fitting(chat(*[20] * 20), 0.0) == BATCH_SIZE
    assert Pace().fitting(chat(20, 20), 0.0) == 2


def test_that_a_batch_is_as_large_as_the_time_allows() -> None:
    pace = Pace()
    pace.took(chat(10, 10), 40.0, 1.0)  # 2 ms a letter: 50 letters in 100 ms
    assert pace.fitting(chat(*[20] * 8), 2.0) == 2
    assert pace.fitting(chat(*[10] * 8), 2.0) == 5
    assert pace.fitting(chat(5, 5), 2.0) == 2


def test_that_a_line_longer_than_the_time_goes_alone() -> None:
    pace = Pace()
    pace.took(chat(10), 100.0, 1.0)
    assert pace.fitting(chat(500, 3), 2.0) == 1


def test_that_chat_goes_line_by_line_while_captions_flow() -> None:
    pace = Pace()
    pace.took(chat(100), 1.0, 0.0)
    pace.took(CAPTION, 20.0, 10.0)
    assert pace.fitting(chat(*[20] * 8), 10.0 + CAPTIONS_FLOW_S - 0.1) == 1
    assert pace.fitting(chat(*[20] * 8), 10.0 + CAPTIONS_FLOW_S) == 8


@pytest.mark.parametrize(("took_ms", "rest_ms"), [(4.0, 4.0), (10.0, 10.0), (300.0, MOST_REST_MS)])
def test_that_chat_leaves_the_engine_free_for_a_moment_while_captions_flow(
    took_ms: float, rest_ms: float
) -> None:
    pace = Pace()
    pace.took(CAPTION, 20.0, 10.0)
    pace.took(chat(20), took_ms, 11.0)
    assert pace.rest_s(11.0) == pytest.approx(rest_ms / 1000)
    assert pace.rest_s(11.0 + rest_ms / 1000 + 0.001) == 0.0


def test_that_chat_needs_no_rest_without_captions() -> None:
    pace = Pace()
    pace.took(chat(20), 300.0, 11.0)
    assert pace.rest_s(11.0) == 0.0


def test_that_what_a_caption_took_says_nothing_of_chat() -> None:
    pace = Pace()
    pace.took(CAPTION, 10_000.0, 0.0)
    assert pace.fitting(chat(*[20] * 8), 1000.0) == BATCH_SIZE


def test_that_a_slower_computer_is_learnt_within_a_few_calls() -> None:
    pace = Pace()
    pace.took(chat(10), 1.0, 0.0)
    for _ in range(10):
        pace.took(chat(10), 100.0, 0.0)
    assert pace.fitting(chat(*[10] * 8), 0.0) == 1


lengths = st.lists(st.integers(0, 3000), min_size=1, max_size=20)


@given(lengths, st.lists(st.tuples(lengths, st.floats(0, 1e6)), max_size=5), st.booleans())
def test_that_some_line_always_goes_and_never_too_many(
    waiting: list[int], calls: list[tuple[list[int], float]], with_captions: bool
) -> None:
    pace = Pace()
    for sizes, ms in calls:
        pace.took(chat(*sizes), ms, 0.0)
    if with_captions:
        pace.took(CAPTION, 1.0, 0.0)
    count = pace.fitting(chat(*waiting), 1.0)
    assert 1 <= count <= min(BATCH_SIZE, len(waiting))
    assert pace.rest_s(0.0) >= 0.0
    if len(calls) == 1 and count > 1:
        sizes, ms = calls[0]
        assert sum(waiting[:count]) * ms / max(1, sum(sizes)) <= BATCH_MS * 1.001
