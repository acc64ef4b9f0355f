"""The fake that other tests listen with keeps the contract that real engines keep."""

import pytest

from livedesk.core.captions.heard import FRAME
from livedesk.core.ids import ZH
from livedesk.core.ports import SpeechEngine
from tests.contracts.fakes_speech import FakeSpeech, FakeVoice, split_words
from tests.contracts.speech_contract import Sound, SpeechEngineContract, tone


class TestFake(SpeechEngineContract):
    @pytest.fixture
    def engine(self) -> SpeechEngine:
        return FakeSpeech(["你好 hello world " + "说" * 200], languages=frozenset({ZH}))

    @pytest.fixture
    def sound(self) -> Sound:
        return tone(2.0)


def test_that_chinese_characters_are_words_and_blanks_go_before() -> None:
    assert split_words("欢迎 to hall 3 看") == ["欢", "迎", " to", " hall", " 3", " 看"]


def test_that_each_utterance_says_its_own_line_and_the_last_again() -> None:
    engine = FakeSpeech(["一", "二"])
    texts = []
    for _ in range(3):
        stream = engine.stream(ZH)
        stream.feed(memoryview(tone(1.0)))
        texts.append(stream.finish().text)
    assert texts == ["一", "二", "二"]


def test_that_loud_frames_are_voice() -> None:
    voice = FakeVoice()
    assert voice.probability(memoryview(tone(0.032))) > 0.5
    assert voice.probability(memoryview(tone(0.032, loudness=0.01))) < 0.5
    with pytest.raises(ValueError):
        voice.probability(memoryview(tone(0.032))[: FRAME - 1])
