"""Whisper with real weights; skipped where there are none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from livedesk.adapters.speech.whisper import WhisperEngine
from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.ids import EN, ZH
from livedesk.core.ports import SpeechEngine
from tests.adapters.speech.conftest import recording
from tests.contracts.speech_contract import Sound, SpeechEngineContract


@pytest.fixture
def opened(whisper_folder: Path) -> Iterator[WhisperEngine]:
    engine = WhisperEngine(whisper_folder, threads=1)
    yield engine
    engine.close()


@pytest.mark.slow
class TestWhisper(SpeechEngineContract):
    @pytest.fixture
    def engine(self, opened: WhisperEngine) -> SpeechEngine:
        return opened

    @pytest.fixture
    def sound(self) -> Sound:
        return recording("zh/host-02.flac")

    @pytest.fixture
    def long_sound(self) -> Sound:
        return recording("zh/show.flac")[: 40 * SAMPLE_RATE]


def heard(engine: SpeechEngine, name: str) -> str:
    stream = engine.stream(EN if name.startswith("en/") else ZH)
    stream.feed(memoryview(recording(name)))
    return stream.finish().text


@pytest.mark.slow
def test_that_real_speech_is_heard(opened: WhisperEngine) -> None:
    assert "关门没声音" in heard(opened, "zh/host-02.flac").replace("關門沒聲音", "关门没声音")
    assert "type the product number in the chat" in heard(opened, "en/line-07.flac")


@pytest.mark.slow
def test_that_words_stand_where_they_were_said(opened: WhisperEngine) -> None:
    sound = recording("en/line-07.flac")
    stream = opened.stream(EN)
    stream.feed(memoryview(sound))
    words = {word.text.strip(" .,").lower(): word for word in stream.finish().words}
    assert words["please"].t0_s < 1.0
    assert words["please"].t1_s <= words["number"].t0_s <= words["chat"].t0_s
    assert words["you"].t1_s > 0.6 * len(sound) / SAMPLE_RATE
