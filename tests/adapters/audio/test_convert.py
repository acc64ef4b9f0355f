"""Any rate and channel count to 16 kHz mono, every sample in its place."""

import numpy as np
import pytest

from livedesk.adapters.audio.convert import Converter
from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.ports import AudioBlock
from tests.contracts.fakes_audio import tone


def joined(blocks: list[AudioBlock]) -> np.ndarray:
    return np.concatenate([np.asarray(block.samples) for block in blocks])


@pytest.mark.parametrize("rate", [8000, 11025, 16000, 22050, 44100, 48000, 96000, 192000])
def test_that_a_second_stays_a_second_and_a_tone_its_pitch(rate: int) -> None:
    converter = Converter(rate)
    sound = tone(1.0, rate, hertz=1000.0).reshape(-1, 1)
    blocks = [
        block
        for begin in range(0, len(sound), rate // 50)
        for block in converter.feed(sound[begin : begin + rate // 50], begin)
    ]
    heard = joined(blocks + converter.finish())
    assert len(heard) == pytest.approx(SAMPLE_RATE, abs=2)
    strongest = np.abs(np.fft.rfft(heard[:SAMPLE_RATE])).argmax() * SAMPLE_RATE / min(len(heard), SAMPLE_RATE)
    assert strongest == pytest.approx(1000.0, abs=2)
    assert np.sqrt(np.mean(heard**2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.03)


@pytest.mark.parametrize("channels", [1, 2, 3, 8])
def test_that_channels_are_mixed_by_their_mean(channels: int) -> None:
    frames = np.zeros((320, channels), dtype=np.float32)
    frames[:, 0] = 0.8
    heard = joined(Converter(16000).feed(frames, 0))
    assert heard == pytest.approx(0.8 / channels)


def test_that_a_gap_is_as_long_in_the_result_as_in_the_source() -> None:
    converter = Converter(48000)
    sound = tone(1.0, 48000).reshape(-1, 1)
    blocks = converter.feed(sound, 0)
    blocks += converter.feed(sound, 48000 + 24000)  # half a second never came
    blocks += converter.finish()
    ends = 0
    for block in blocks:
        assert block.start == ends + block.lost
        ends = block.start + len(block.samples)
    assert sum(block.lost for block in blocks) == pytest.approx(8000, abs=1)
    assert ends == pytest.approx(2.5 * SAMPLE_RATE, abs=3)


def test_that_sound_before_a_gap_is_delivered_to_its_end() -> None:
    converter = Converter(48000)
    sound = tone(0.1, 48000).reshape(-1, 1)
    before = converter.feed(sound, 0)
    after = converter.feed(sound, 48000)
    whole = before + [block for block in after if block.start < 1600]
    assert sum(len(block.samples) for block in whole) == pytest.approx(1600, abs=1)


def test_that_sound_over_full_scale_and_broken_samples_become_sound() -> None:
    frames = np.array([[2.0], [-3.0], [np.nan], [np.inf], [-np.inf], [0.25]], dtype=np.float32)
    heard = joined(Converter(16000).feed(frames, 0))
    assert heard.tolist() == [1.0, -1.0, 0.0, 1.0, -1.0, 0.25]


def test_that_clipped_sound_stays_within_full_scale_when_it_is_resampled() -> None:
    frames = np.clip(tone(0.5, 44100, loud=4.0), -1, 1).reshape(-1, 1)
    converter = Converter(44100)
    heard = joined(converter.feed(frames, 0) + converter.finish())
    assert np.abs(heard).max() <= 1.0


def test_that_times_do_not_drift_over_an_hour_of_odd_blocks() -> None:
    converter = Converter(44100)
    block = np.zeros((44100 * 60 + 7, 1), dtype=np.float32)
    at = ends = 0
    for _ in range(60):
        for done in converter.feed(block, at):
            ends = done.start + len(done.samples)
        at += len(block)
    for done in converter.finish():
        ends = done.start + len(done.samples)
    assert ends == pytest.approx(at * SAMPLE_RATE / 44100, abs=2)
