"""Sound files of every kind, whole and broken."""

import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from livedesk.adapters.audio.wav_source import FileSource
from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ports import AudioSource
from tests.contracts.audio_contract import AudioSourceContract, blocks_of, drained
from tests.contracts.fakes_audio import tone

SPEECH = Path("../shared/speech")


def write(path: Path, sound: NDArray[np.float32], rate: int = SAMPLE_RATE, **options: str) -> Path:
    soundfile.write(path, sound, rate, **options)
    return path


def all_of(source: AudioSource) -> NDArray[np.float32]:
    """Return everything up to the end of the file; fails if it ends otherwise."""
    blocks, end = drained(source)
    assert isinstance(end, EOFError)
    at = 0
    for block in blocks:
        assert block.start == at
        at += len(block.samples)
    return np.concatenate([np.asarray(block.samples) for block in blocks] or [np.zeros(0, dtype=np.float32)])


def until_broken(path: Path) -> int:
    """Return how many samples a broken file still gives before it says that it is broken."""
    blocks, end = drained(FileSource(path))
    assert isinstance(end, Unavailable)
    assert end.part == "microphone"
    assert end.code is ErrorCode.AUDIO_FILE_BROKEN
    assert end.params == {"file": path.name}
    return sum(len(block.samples) for block in blocks)


class TestFileSource(AudioSourceContract):
    @pytest.fixture
    def source(self, tmp_path: Path) -> AudioSource:
        return FileSource(write(tmp_path / "host.wav", tone(1.0, 44100), 44100))


class TestPacedFileSource(AudioSourceContract):
    @pytest.fixture
    def source(self, tmp_path: Path) -> AudioSource:
        return FileSource(write(tmp_path / "host.flac", tone(1.0)), speed=50.0)


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.ogg", "a.mp3", "a.aiff"])
def test_that_every_common_format_is_read_to_its_end(tmp_path: Path, name: str) -> None:
    heard = all_of(FileSource(write(tmp_path / name, tone(2.0))))
    assert len(heard) == pytest.approx(2 * SAMPLE_RATE, rel=0.05)
    assert np.abs(heard).max() == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("rate", [8000, 16000, 22050, 44100, 48000, 96000])
@pytest.mark.parametrize("channels", [1, 2, 6])
def test_that_every_rate_and_channel_count_becomes_16_khz_mono(
    tmp_path: Path, rate: int, channels: int
) -> None:
    sound = np.repeat(tone(1.0, rate)[:, None], channels, axis=1)
    heard = all_of(FileSource(write(tmp_path / "a.wav", sound, rate)))
    assert len(heard) == pytest.approx(SAMPLE_RATE, abs=2)
    assert np.sqrt(np.mean(heard**2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.03)


def test_that_sound_beyond_full_scale_is_clipped(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", tone(1.0, loud=5.0), subtype="FLOAT")
    heard = all_of(FileSource(path))
    assert np.abs(heard).max() == 1.0


def test_that_samples_that_are_no_numbers_are_silence(tmp_path: Path) -> None:
    sound = tone(0.5)
    sound[100:200] = np.nan
    heard = all_of(FileSource(write(tmp_path / "a.wav", sound, subtype="FLOAT")))
    assert np.isfinite(heard).all()
    assert not heard[100:200].any()


def test_that_a_file_without_a_sample_just_ends(tmp_path: Path) -> None:
    assert len(all_of(FileSource(write(tmp_path / "a.wav", tone(0.0))))) == 0


def test_that_half_an_hour_of_silence_is_read_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "a.flac", np.zeros(1800 * SAMPLE_RATE, dtype=np.float32))
    heard = all_of(FileSource(path))
    assert len(heard) == 1800 * SAMPLE_RATE
    assert not heard.any()


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.ogg", "a.mp3"])
def test_that_a_truncated_file_gives_what_it_has_and_says_so(tmp_path: Path, name: str) -> None:
    noise = np.random.default_rng(3).uniform(-0.3, 0.3, 5 * SAMPLE_RATE).astype(np.float32)
    path = write(tmp_path / name, noise)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 6 // 10])
    assert SAMPLE_RATE < until_broken(path) < 4 * SAMPLE_RATE


@pytest.mark.parametrize(
    "content", [b"", b"RIFF", b"This is a price list, not sound.\n" * 100, b"\x00" * 5000]
)
def test_that_a_file_that_is_no_sound_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    assert until_broken(path) == 0


def test_that_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert until_broken(tmp_path / "nowhere.wav") == 0
    assert until_broken(tmp_path) == 0


def test_that_a_wav_written_to_a_pipe_is_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", tone(1.0))
    data = bytearray(path.read_bytes())
    at = data.index(b"data")
    data[4:8] = data[at + 4 : at + 8] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    assert len(all_of(FileSource(path))) == SAMPLE_RATE


def test_that_a_flac_whose_writer_was_killed_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    script = (
        "import os, signal, sys, numpy, soundfile\n"
        f"f = soundfile.SoundFile(sys.argv[1], 'w', {SAMPLE_RATE}, 1, format='FLAC')\n"
        "f.write(numpy.random.default_rng(1).uniform(-.3, .3, 160000))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    if not hasattr(signal, "SIGKILL"):
        pytest.skip("needs SIGKILL")
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    heard = all_of(FileSource(path))
    assert len(heard) == pytest.approx(160_000, abs=SAMPLE_RATE // 2)


class Time:
    """Time that only the source's own waiting moves."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.waited: list[float] = []

    def now(self) -> float:
        return self.now_s

    def pause(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now_s += seconds


@pytest.mark.parametrize("speed", [1.0, 4.0])
def test_that_a_paced_file_takes_its_time(tmp_path: Path, speed: float) -> None:
    time = Time()
    source = FileSource(write(tmp_path / "a.wav", tone(2.0)), speed, pause=time.pause, now=time.now)
    source.open()
    for _ in range(20):
        block = source.read(1.0)
        assert block is not None
        end_s = (block.start + len(block.samples)) / SAMPLE_RATE
        assert time.now_s == pytest.approx(100.0 + end_s / speed)
    assert end_s == pytest.approx(2.0)


def test_that_a_paced_file_gives_nothing_before_its_time(tmp_path: Path) -> None:
    time = Time()
    source = FileSource(write(tmp_path / "a.wav", tone(1.0)), 1.0, pause=time.pause, now=time.now)
    source.open()
    assert source.read(0.04) is None
    assert time.now_s == pytest.approx(100.04)


def test_that_a_late_reader_of_a_paced_file_loses_nothing(tmp_path: Path) -> None:
    time = Time()
    source = FileSource(write(tmp_path / "a.wav", tone(2.0)), 1.0, pause=time.pause, now=time.now)
    source.open()
    time.now_s += 30
    blocks = blocks_of(source, 2 * SAMPLE_RATE)
    assert sum(len(block.samples) for block in blocks) == 2 * SAMPLE_RATE
    assert not any(block.lost for block in blocks)
    assert time.waited == []


def test_that_a_file_at_full_speed_never_waits(tmp_path: Path) -> None:
    time = Time()
    source = FileSource(write(tmp_path / "a.wav", tone(2.0)), pause=time.pause, now=time.now)
    assert len(all_of(source)) == 2 * SAMPLE_RATE
    assert time.waited == []


def test_that_real_recordings_are_read_whole() -> None:
    files = sorted(SPEECH.rglob("*.flac"))[:40]
    if not files:
        pytest.skip("needs ../shared/speech")
    for path in files:
        expected = soundfile.info(path)
        heard = all_of(FileSource(path))
        assert len(heard) == pytest.approx(expected.duration * SAMPLE_RATE, abs=2)
