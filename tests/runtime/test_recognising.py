"""Whatever the blocks of sound are like, the engine is given each sample of an utterance once and in order."""

from array import array
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core.captions.heard import FRAME, SAMPLE_RATE, Heard
from livedesk.core.captions.hearing import Ears, Hearing
from livedesk.core.captions.live_time import LiveStretch
from livedesk.core.captions.utterances import LIMIT, ONSET, PRE_ROLL
from livedesk.core.events import AudioLost, Hypothesis
from livedesk.core.ids import ZH, Language, SessionId
from livedesk.core.ports import SpeechStream
from livedesk.core.typing_compat import override
from livedesk.runtime.recognising import Recogniser, Tally, Tools
from tests.contracts.fakes_speech import FakeSpeech, FakeVoice
from tests.contracts.fakes_text import (
    FakeCommonWords,
    FakeConverter,
    FakeNearest,
    FakeNumbers,
    FakePhonetics,
)

LIVE = LiveStretch(SessionId("s"), 100.0, 0.0, inf)


class _Keeping(FakeSpeech):
    """Keeps the samples of each utterance."""

    def __init__(self) -> None:
        super().__init__(["好"])
        self.given: list[array[float]] = []

    @override
    def stream(self, language: Language) -> SpeechStream:
        self.given.append(array("f"))
        return _KeepingStream(self.given[-1])


class _KeepingStream(SpeechStream):
    def __init__(self, kept: "array[float]") -> None:
        self._kept = kept

    @override
    def feed(self, samples: memoryview) -> None:
        self._kept.extend(samples)

    @override
    def hypothesis(self) -> Heard:
        return Heard("")

    @override
    def finish(self) -> Heard:
        return Heard("欢迎")


def _recogniser(engine: FakeSpeech, posted: list[Hypothesis | AudioLost], clock: list[float]) -> Recogniser:
    ears = Ears(FakeConverter(), FakePhonetics(), FakeNumbers(), FakeNearest(), FakeCommonWords())
    failures: list[Exception | None] = []
    return Recogniser(
        Tools(engine, FakeVoice(), Hearing(ears)),
        ZH,
        Tally(),
        now=lambda: clock[0],
        post=lambda live, fact: posted.append(fact),
        told=failures.append,
    )


def _numbered(runs: list[tuple[bool, int]]) -> "array[float]":
    """Return sound whose every sample is different: loud or not, its place shows in the last digits."""
    samples = array("f")
    for is_loud, frames in runs:
        for _ in range(frames * FRAME // 4):
            at = len(samples)
            samples.append((0.5 if is_loud else 0.0) + at * 1e-7)
    return samples


@given(
    runs=st.lists(st.tuples(st.booleans(), st.integers(1, 90)), max_size=12),
    sizes=st.lists(st.integers(50, 9_000), min_size=1, max_size=5),
)
@settings(deadline=None, max_examples=30)
def test_that_every_sample_of_an_utterance_is_given_once_and_in_order(
    runs: list[tuple[bool, int]], sizes: list[int]
) -> None:
    sound, engine, posted, clock = _numbered(runs), _Keeping(), list[Hypothesis | AudioLost](), [100.0]
    recogniser = _recogniser(engine, posted, clock)
    recogniser.begin(LIVE, 100.0)
    at, number = 0, 0
    while at < len(sound):
        size = sizes[number % len(sizes)]
        recogniser.take(memoryview(sound)[at : at + size])
        at, number = at + size, number + 1
        clock[0] = 100.0 + min(at, len(sound)) / SAMPLE_RATE
        recogniser.think()
    recogniser.end()
    padded = sound + array("f", bytes(4 * (-len(sound) % FRAME)))
    end = 0
    for utterance in engine.given:
        begin = padded.index(utterance[0], end)
        assert padded[begin : begin + len(utterance)] == utterance
        end = begin + len(utterance)
        assert len(utterance) <= LIMIT * FRAME


def test_that_an_utterance_begins_before_its_voice_and_its_time_with_it() -> None:
    engine, posted, clock = _Keeping(), list[Hypothesis | AudioLost](), [100.0]
    recogniser = _recogniser(engine, posted, clock)
    recogniser.begin(LIVE, 100.0)
    recogniser.take(memoryview(array("f", [0.0] * FRAME * 50 + [0.5] * FRAME * 20 + [0.0] * FRAME * 50)))
    (utterance,), (last,) = engine.given, posted
    assert len(utterance) == (PRE_ROLL + 20 + 16) * FRAME
    assert isinstance(last, Hypothesis)
    assert (last.t0_s, last.t1_s) == pytest.approx((50 * FRAME / SAMPLE_RATE, 70 * FRAME / SAMPLE_RATE))


def test_that_a_click_reaches_no_engine() -> None:
    engine, posted, clock = _Keeping(), list[Hypothesis | AudioLost](), [100.0]
    recogniser = _recogniser(engine, posted, clock)
    recogniser.begin(LIVE, 100.0)
    recogniser.take(memoryview(array("f", [0.5] * FRAME * (ONSET - 1) + [0.0] * FRAME * 50)))
    recogniser.end()
    assert engine.given == []


def test_that_sound_outside_a_stretch_is_left_alone() -> None:
    engine, posted, clock = _Keeping(), list[Hypothesis | AudioLost](), [100.0]
    recogniser = _recogniser(engine, posted, clock)
    recogniser.take(memoryview(array("f", [0.5] * FRAME * 50)))
    recogniser.think()
    recogniser.end()
    assert (engine.given, posted) == ([], [])
