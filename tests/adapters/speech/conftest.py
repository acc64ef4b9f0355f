"""What the speech tests share: the voice detector's file, real weights and real speech where they are."""

import os
from array import array
from pathlib import Path

import pytest

from livedesk.core.captions.heard import SAMPLE_RATE
from tests.contracts.speech_contract import Sound, tone
from tests.contracts.tiny_zipformer import TONES_HZ, write_zipformer

ROOT = Path(__file__).resolve().parents[3]
SPEECH = ROOT.parent / "shared" / "speech"
SILERO = ROOT / "resources" / "speech" / "silero_vad_v6.onnx"


@pytest.fixture(scope="session")
def whisper_folder() -> Path:
    """Return a folder with a whole Whisper model; `LIVEDESK_SPEECH_MODELS` names the folder that holds it."""
    from livedesk.adapters.speech.whisper_folder import is_whisper

    places = [os.environ.get("LIVEDESK_SPEECH_MODELS", ""), os.environ.get("LIVEDESK_MODELS", "")]
    for place in (Path(part) for text in places for part in text.split(os.pathsep) if part):
        for folder in sorted(place.iterdir()) if place.is_dir() else []:
            if is_whisper(folder):
                return folder
    pytest.skip("no Whisper model in LIVEDESK_SPEECH_MODELS")


@pytest.fixture
def zipformer_folder(tmp_path: Path) -> Path:
    """Return the folder of the tiny zipformer."""
    return write_zipformer(tmp_path / "tiny-zh-en")


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
