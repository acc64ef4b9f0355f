"""The spectrogram is Whisper's own."""

import numpy as np
import pytest

from livedesk.adapters.speech.mel import at_speaking_level, log_mel
from tests.contracts.speech_contract import tone

CHIRP = np.sin(2 * np.pi * (200 * (t := np.arange(16000, dtype=np.float64) / 16000) + 1500 * t * t)).astype(
    "f"
)

OF_FASTER_WHISPER = {
    80: [1.31639, 0.79029, 0.49075, 1.23891, 1.29197, -0.40253, -0.03594, -0.1295, -0.40253],
    128: [1.24063, 1.34393, -0.3314, -0.35346, -0.35346, -0.35346, 0.12249, 0.21569, -0.35346],
}
"""What FeatureExtractor of faster-whisper 1.2.1 makes of a second of `CHIRP` before a second of silence, at
[bin, frame] of `PLACES`."""

PLACES = ((0, 0), (10, 3), (20, 25), (33, 40), (45, 60), (60, 80), (70, 99), (79, 101), (5, 150))


@pytest.mark.parametrize("bins", [80, 128])
def test_that_it_is_what_faster_whisper_makes(bins: int) -> None:
    mel = log_mel(CHIRP, bins, 200)
    assert mel.shape == (bins, 200)
    assert mel.dtype == np.float32
    assert [float(mel[place]) for place in PLACES] == pytest.approx(OF_FASTER_WHISPER[bins], abs=1e-4)


def test_that_every_figure_is_that_of_faster_whisper_where_it_is_installed() -> None:
    extractors = pytest.importorskip("faster_whisper.feature_extractor")
    padded = np.pad(CHIRP, (0, 16000))
    for bins in (80, 128):
        expected = extractors.FeatureExtractor(feature_size=bins)(padded, padding=0)[:, :200]
        assert np.abs(log_mel(CHIRP, bins, 200) - expected).max() < 1e-5


def test_that_sound_longer_than_the_window_is_cut() -> None:
    sound = np.asarray(tone(2.0), dtype=np.float32)
    assert np.array_equal(log_mel(sound, 80, 100)[:, :90], log_mel(sound[:16000], 80, 100)[:, :90])


def test_that_silence_is_flat_and_finite() -> None:
    mel = log_mel(np.zeros(1600, dtype=np.float32), 80, 100)
    assert np.all(mel == mel[0, 0])
    assert np.isfinite(mel[0, 0])


@pytest.mark.parametrize("level", [0.005, 0.02, 0.2])
def test_that_quiet_sound_is_raised_to_speaking_level(level: float) -> None:
    assert np.abs(at_speaking_level(level * CHIRP)).max() == pytest.approx(0.5, rel=1e-3)


@pytest.mark.parametrize("level", [0.25, 0.7, 1.0])
def test_that_loud_sound_stays_as_it_is(level: float) -> None:
    sound = np.float32(level) * CHIRP
    assert np.array_equal(at_speaking_level(sound), sound)


def test_that_silence_is_not_raised_to_noise() -> None:
    assert np.abs(at_speaking_level(np.float32(1e-5) * CHIRP)).max() == pytest.approx(1e-3, rel=1e-3)
    for silent in (np.zeros(100, dtype=np.float32), np.zeros(0, dtype=np.float32)):
        assert np.array_equal(at_speaking_level(silent), silent)
