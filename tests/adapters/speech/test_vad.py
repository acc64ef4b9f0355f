"""The voice detector that ships with livedesk."""

import math
from array import array
from pathlib import Path

import pytest

from livedesk.adapters.speech.vad import SileroVoice
from livedesk.core.captions.heard import FRAME, SAMPLE_RATE
from livedesk.core.errors import ErrorCode, UserFacing
from tests.adapters.speech.conftest import SILERO, VoicedSeconds, hiss, music, recording, silence
from tests.contracts.speech_contract import Sound, tone


def frames(sound: Sound) -> list[memoryview]:
    return [memoryview(sound)[at : at + FRAME] for at in range(0, len(sound) - FRAME + 1, FRAME)]


@pytest.fixture
def fresh(voice: SileroVoice) -> SileroVoice:
    voice.reset()
    return voice


@pytest.mark.parametrize(
    "sound",
    [silence(3), tone(3, 50), tone(3, 1000), hiss(3), music(3)],
    ids=["silence", "hum", "tone", "hiss", "music"],
)
def test_that_nothing_but_voice_is_voice(voiced_s: VoicedSeconds, sound: Sound) -> None:
    assert voiced_s(sound) < 0.16


@pytest.mark.parametrize(
    "name", ["zh/host-02.flac", "en/line-07.flac", "real/cosy-prompt.flac", "zh/noisy5db-02.flac"]
)
def test_that_speech_is_voice(voiced_s: VoicedSeconds, name: str) -> None:
    sound = recording(name)
    assert voiced_s(sound) > 0.5 * len(sound) / SAMPLE_RATE


@pytest.mark.parametrize("name", ["noise-60s.flac", "silence-30s.flac"])
def test_that_a_hall_without_a_speaker_is_not(voiced_s: VoicedSeconds, name: str) -> None:
    assert voiced_s(recording(name)) == 0


def test_that_it_remembers_until_it_is_reset(fresh: SileroVoice) -> None:
    sound = frames(recording("zh/host-02.flac"))[10:30]
    first = [fresh.probability(frame) for frame in sound]
    assert [fresh.probability(frame) for frame in sound] != first
    fresh.reset()
    assert [fresh.probability(frame) for frame in sound] == first


def test_that_two_detectors_do_not_mix(fresh: SileroVoice) -> None:
    sound = frames(tone(0.5, 300))
    alone = [fresh.probability(frame) for frame in sound]
    fresh.reset()
    other = SileroVoice(SILERO)
    mixed = []
    for frame in sound:
        mixed.append(fresh.probability(frame))
        other.probability(memoryview(hiss(0.032)))
    assert mixed == alone


@pytest.mark.parametrize("length", [0, 1, FRAME - 1, FRAME + 1])
def test_that_a_frame_of_another_length_is_refused(fresh: SileroVoice, length: int) -> None:
    with pytest.raises(ValueError, match="512"):
        fresh.probability(memoryview(array("f", bytes(4 * length))))


def test_that_broken_samples_do_not_stay_in_its_memory(fresh: SileroVoice) -> None:
    frame = array("f", [math.nan, math.inf, -math.inf, 1e30] * (FRAME // 4))
    assert 0 <= fresh.probability(memoryview(frame)) <= 1
    assert fresh.probability(frames(silence(0.1))[0]) < 0.5


def test_that_a_missing_or_damaged_model_is_named(tmp_path: Path) -> None:
    damaged = tmp_path / "vad.onnx"
    damaged.write_bytes(SILERO.read_bytes()[:5000])
    for file in (damaged, tmp_path / "gone.onnx"):
        with pytest.raises(UserFacing) as raised:
            SileroVoice(file)
        assert (raised.value.code, raised.value.params["file"]) == (ErrorCode.SPEECH_MODEL_BROKEN, file.name)
