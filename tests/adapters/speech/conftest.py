"""What the speech tests share: the voice detector's file, real weights and real speech where they are."""

import math
import os
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from livedesk.adapters.speech.vad import SileroVoice
from livedesk.core.captions.heard import FRAME, SAMPLE_RATE
from livedesk.core.captions.phantoms import VOICE
from tests.contracts.speech_contract import Sound, tone
from tests.contracts.tiny_zipformer import TONES_HZ, write_zipformer

ROOT = Path(__file__).resolve().parents[3]
SPEECH = ROOT.parent / "shared" / "speech"
VoicedSeconds = Callable[[Sound], float]
SILERO = ROOT / "resources" / "speech" / "silero_vad_v6.onnx"


@pytest.fixture(scope="session")
def whisper_folder() -> Path:
    """Return whisper-base's folder, from one of those that the two variables or the checkout's `models` hold."""
    variables = (os.environ.get(name, "") for name in ("LIVEDESK_SPEECH_MODELS", "LIVEDESK_MODELS"))
    places = [Path(place) for text in variables for place in text.split(os.pathsep) if place]
    for place in (*places, ROOT / "models"):
        if (place / "whisper-base" / "model.bin").is_file():
            return place / "whisper-base"
    pytest.skip("no whisper-base in the folder LIVEDESK_SPEECH_MODELS")


@pytest.fixture(params=["zipformer", "zipformer2"])
def zipformer_folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Return the folder of a tiny zipformer, of the first kind and of the second."""
    return write_zipformer(tmp_path / "tiny-zh-en", kind=request.param)


def silence(seconds: float) -> Sound:
    """Return sound in which there is none."""
    return array("f", bytes(4 * round(seconds * SAMPLE_RATE)))


def tones(*tokens: str) -> Sound:
    """Return the tones that the tiny zipformer hears as `tokens`, half a second each, pauses between."""
    sound = silence(0.3)
    for token in tokens:
        sound += tone(0.5, TONES_HZ[token]) + silence(0.3)
    return sound


def recording(name: str) -> Sound:
    """Return a recording of the speech set, mono at 16 kHz; skips where the set is absent."""
    file = SPEECH / name
    if not file.is_file():
        pytest.skip("the speech set is not here")
    soundfile = pytest.importorskip("soundfile")
    samples, rate = soundfile.read(file, dtype="float32", always_2d=True)
    mono = samples.mean(axis=1)
    if rate != SAMPLE_RATE:
        mono = pytest.importorskip("soxr").resample(mono, rate, SAMPLE_RATE)
    return array("f", mono.astype("float32").tobytes())


def hiss(seconds: float) -> Sound:
    """Return loud noise that is the same in every run."""
    state, samples = 1, []
    for _ in range(round(seconds * SAMPLE_RATE)):
        state = (1103515245 * state + 12345) % 2**31
        samples.append(0.1 * (state / 2**30 - 1))
    return array("f", samples)


def music(seconds: float) -> Sound:
    """Return a plucked tune over a drum: half a second a note."""
    notes = (220.0, 277.2, 329.6, 440.0, 329.6, 293.7)
    samples = []
    for place in range(round(seconds * SAMPLE_RATE)):
        at = place / SAMPLE_RATE
        hertz, since = notes[int(at * 2) % len(notes)], at % 0.5
        pluck = sum(math.sin(2 * math.pi * hertz * n * since) / n for n in range(1, 5)) * math.exp(-3 * since)
        drum = math.sin(2 * math.pi * 60 * since) * math.exp(-30 * since)
        samples.append(0.15 * (pluck + 2 * drum))
    return array("f", samples)


@pytest.fixture(scope="session")
def voice() -> SileroVoice:
    """Return the real voice detector."""
    return SileroVoice(SILERO)


@pytest.fixture
def voiced_s(voice: SileroVoice) -> VoicedSeconds:
    """Return what says for how many seconds there is voice in a sound."""

    def count(sound: Sound) -> float:
        voice.reset()
        frames = [memoryview(sound)[at : at + FRAME] for at in range(0, len(sound) - FRAME + 1, FRAME)]
        return sum(voice.probability(frame) >= VOICE for frame in frames) * FRAME / SAMPLE_RATE

    return count
