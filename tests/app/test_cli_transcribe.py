"""`livedesk transcribe`: sound files of every kind through the real lane and voice detector, with a tiny model."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import soxr
from numpy.typing import NDArray

from tests.app.conftest import ROOT, Cli, Result
from tests.contracts.tiny_whisper import TEXT as SAID
from tests.contracts.tiny_whisper import write_whisper
from tests.contracts.tiny_zipformer import write_zipformer

SPEECH = ROOT.parent / "shared" / "speech"
LINE = SPEECH / "zh" / "host-19.flac"
RATE = 16_000
TEXT = SAID.replace(".", "。")
KEYS = ["segments", "real_time_factor", "normalised_erasure", "lost_frames", "engine", "model"]
SEGMENT = ["t0", "t1", "text", "translation", "initial_lag_s", "final_lag_s"]

needs_speech = pytest.mark.skipif(not LINE.exists(), reason="../shared/speech is not at hand")


@pytest.fixture(scope="module")
def ears(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of models that holds a tiny Whisper."""
    folder = tmp_path_factory.mktemp("ears")
    write_whisper(folder / "whisper-tiny")
    return folder


def _sound(path: Path = LINE) -> NDArray[np.float32]:
    sound, rate = soundfile.read(path, dtype="float32")
    assert rate == RATE
    return np.concatenate([np.zeros(RATE, np.float32), sound, np.zeros(RATE, np.float32)])


def _written(path: Path, sound: NDArray[np.float32], rate: int = RATE) -> Path:
    soundfile.write(path, sound, rate)
    return path


def _json(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.out)
    return found


# --- what is said ---


@needs_speech
def test_that_the_json_is_what_others_read(cli: Cli, ears: Path, tmp_path: Path) -> None:
    result = cli("transcribe", _written(tmp_path / "a.wav", _sound()), "--json", models=ears)
    found = _json(result)
    assert result.code == 0
    assert list(found) == KEYS
    (segment,) = found["segments"]
    assert list(segment) == SEGMENT
    assert segment["text"] == TEXT
    assert 0.9 < segment["t0"] < segment["t1"] < len(_sound()) / RATE
    assert (segment["translation"], segment["initial_lag_s"], segment["final_lag_s"]) == (None, None, None)
    assert (found["lost_frames"], found["engine"], found["model"]) == (0, "whisper", "whisper-tiny")
    assert found["real_time_factor"] > 0


@needs_speech
def test_that_in_real_time_the_lags_are_measured(cli: Cli, ears: Path) -> None:
    (segment,) = _json(cli("transcribe", LINE, "--json", "--realtime", models=ears))["segments"]
    assert 0 < segment["initial_lag_s"] < 10
    assert 0 < segment["final_lag_s"] < 10


@needs_speech
def test_that_without_a_translation_model_there_is_none_and_it_is_said(cli: Cli, ears: Path) -> None:
    result = cli("transcribe", LINE, "--to", "en", "--json", models=ears)
    assert result.code == 0
    assert [segment["translation"] for segment in _json(result)["segments"]] == [None]
    assert "No model translates from zh to en" in result.err


@needs_speech
def test_that_a_person_reads_times_and_lines(cli: Cli, ears: Path) -> None:
    result = cli("transcribe", LINE, "--model", ears / "whisper-tiny")
    assert result.out.split("  ")[-1].strip() == TEXT
    assert "whisper-tiny took" in result.err


@needs_speech
def test_that_a_streaming_model_is_used_by_the_same_lane(cli: Cli, tmp_path: Path) -> None:
    model = write_zipformer(tmp_path / "zipformer-zh-en")
    result = cli("transcribe", LINE, "--json", "--model", model)
    found = _json(result)
    assert (result.code, found["engine"], found["model"]) == (0, "zipformer", "zipformer-zh-en")
    assert found["lost_frames"] == 0


# --- sound of every kind ---


@needs_speech
@pytest.mark.parametrize(
    ("rate", "channels", "gain"), [(8_000, 1, 1.0), (96_000, 2, 1.0), (44_100, 2, 1.0), (16_000, 1, 30.0)]
)
def test_that_any_rate_channels_and_loudness_will_do(
    cli: Cli, ears: Path, tmp_path: Path, rate: int, channels: int, gain: float
) -> None:
    sound = np.clip(soxr.resample(_sound(), RATE, rate) * gain, -1.0, 1.0)
    path = _written(tmp_path / "a.wav", np.stack([sound] * channels, axis=1), rate)
    (segment,) = _json(cli("transcribe", path, "--json", models=ears))["segments"]
    assert segment["text"] == TEXT
    assert segment["t0"] == pytest.approx(1.1, abs=0.25)


def test_that_silence_says_nothing(cli: Cli, ears: Path, tmp_path: Path) -> None:
    path = _written(tmp_path / "a.flac", np.zeros(20 * RATE, np.float32))
    result = cli("transcribe", path, "--json", models=ears)
    assert (result.code, _json(result)["segments"]) == (0, [])


@pytest.mark.slow
def test_that_half_an_hour_of_silence_says_nothing(cli: Cli, ears: Path, tmp_path: Path) -> None:
    path = _written(tmp_path / "a.flac", np.zeros(30 * 60 * RATE, np.float32))
    result = cli("transcribe", path, "--json", models=ears)
    assert (result.code, _json(result)["segments"]) == (0, [])


def test_that_music_is_no_trouble(cli: Cli, ears: Path, tmp_path: Path) -> None:
    at = np.arange(10 * RATE) / RATE
    beat = 0.6 + 0.4 * np.sign(np.sin(2 * np.pi * 2 * at))
    chord = sum(np.sin(2 * np.pi * hertz * at) for hertz in (220.0, 277.2, 329.6, 440.0)) / 5
    result = cli(
        "transcribe", _written(tmp_path / "a.wav", (beat * chord).astype(np.float32)), "--json", models=ears
    )
    assert result.code == 0
    assert _json(result)["lost_frames"] == 0


# --- what cannot be done ---


def test_that_a_missing_speech_model_is_said(cli: Cli, tmp_path: Path) -> None:
    result = cli("transcribe", _written(tmp_path / "a.wav", np.zeros(RATE, np.float32)))
    assert result.code == 1
    assert result.is_clear
    assert "No speech model is installed" in result.err


@pytest.mark.parametrize("content", [b"", b"this is no sound", b"RIFF\x00\x00\x00\x00WAVE", b"\x00" * 5000])
def test_that_a_file_that_is_no_sound_is_refused(
    cli: Cli, ears: Path, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    result = cli("transcribe", path, models=ears)
    assert (result.code, result.out, result.is_clear) == (1, "", True)
    assert "a.wav" in result.err


@pytest.mark.parametrize("name", ["missing.wav", "."])
def test_that_a_file_that_is_not_there_is_said(cli: Cli, ears: Path, tmp_path: Path, name: str) -> None:
    result = cli("transcribe", tmp_path / name, models=ears)
    assert (result.code, result.is_clear) == (1, True)


@needs_speech
def test_that_a_file_that_is_cut_off_is_heard_as_far_as_it_goes(cli: Cli, ears: Path, tmp_path: Path) -> None:
    path = _written(tmp_path / "a.wav", np.concatenate([_sound()] * 2))
    path.write_bytes(path.read_bytes()[: len(path.read_bytes()) * 6 // 10])
    result = cli("transcribe", path, "--json", models=ears)
    assert result.code == 1
    assert result.is_clear
    assert [segment["text"] for segment in _json(result)["segments"]] == [TEXT]


@pytest.mark.parametrize(
    "arguments", [("--lang", "zh", "--to", "zh"), ("--lang", "xx"), ("--model", "no-such-folder")]
)
def test_that_what_does_not_fit_is_refused(
    cli: Cli, ears: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    path = _written(tmp_path / "a.wav", np.zeros(RATE, np.float32))
    result = cli("transcribe", path, *arguments, models=ears)
    assert (result.code, result.out, result.is_clear) == (1, "", True)


def test_that_a_damaged_model_is_said(cli: Cli, ears: Path, tmp_path: Path) -> None:
    folder = write_whisper(tmp_path / "whisper-broken")
    weights = (folder / "model.bin").read_bytes()
    (folder / "model.bin").write_bytes(weights[: len(weights) // 2])
    path = _written(tmp_path / "a.wav", np.zeros(RATE, np.float32))
    result = cli("transcribe", path, "--model", folder)
    assert (result.code, result.is_clear) == (1, True)
    assert "whisper-broken" in result.err


# --- with real weights ---

WHISPER = ROOT / ".speech" / "models" / "whisper-base"


@needs_speech
@pytest.mark.slow
@pytest.mark.skipif(not WHISPER.exists(), reason="no real speech model: make bench-speech fetches one")
def test_that_a_second_language_in_mid_show_costs_no_other_line(cli: Cli, tmp_path: Path) -> None:
    lines = ["zh/host-05", "en/line-02", "zh/host-11"]
    sound = np.concatenate([_sound(SPEECH / f"{name}.flac") for name in lines])
    result = cli("transcribe", _written(tmp_path / "a.wav", sound), "--json", "--model", WHISPER)
    texts = [segment["text"] for segment in _json(result)["segments"]]
    assert "客户" in texts[0]
    assert "老" in texts[-1]
