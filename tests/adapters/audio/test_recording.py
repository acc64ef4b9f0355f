"""The recording of the host."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import soundfile

from livedesk.adapters.audio.recording import HostTrack, free_path
from livedesk.adapters.audio.wav_source import FileSource
from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ports import AudioBlock
from tests.contracts.audio_contract import drained
from tests.contracts.fakes_audio import tone


def block(seconds: float, start: int = 0, lost: int = 0) -> AudioBlock:
    return AudioBlock(memoryview(tone(seconds)), start, lost)


def test_that_what_was_said_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "recordings" / "show.flac"
    with HostTrack(path) as track:
        track.write(block(1.0))
        track.write(block(0.5, SAMPLE_RATE))
    sound, rate = soundfile.read(path, dtype="float32")
    assert rate == SAMPLE_RATE
    assert np.allclose(sound, np.concatenate([tone(1.0), tone(0.5)]), atol=1e-4)


def test_that_lost_sound_is_silence_so_that_times_stay_right(tmp_path: Path) -> None:
    path = tmp_path / "show.flac"
    with HostTrack(path) as track:
        track.write(block(1.0))
        track.write(block(1.0, SAMPLE_RATE * 26, lost=SAMPLE_RATE * 25))
    sound, _ = soundfile.read(path, dtype="float32")
    assert len(sound) == 27 * SAMPLE_RATE
    assert not sound[SAMPLE_RATE : 26 * SAMPLE_RATE].any()
    assert np.allclose(sound[26 * SAMPLE_RATE :], tone(1.0), atol=1e-4)


def test_that_an_earlier_recording_is_never_written_over(tmp_path: Path) -> None:
    first = free_path(tmp_path, "show")
    with HostTrack(first) as track:
        track.write(block(0.1))
    second = free_path(tmp_path, "show")
    assert second.name == "show-2.flac"
    with pytest.raises(Unavailable):
        HostTrack(first)
    assert soundfile.info(first).frames == SAMPLE_RATE // 10


def test_that_a_folder_that_takes_no_files_is_told(unwritable_folder: Path) -> None:
    with pytest.raises(Unavailable) as raised:
        HostTrack(unwritable_folder / "show.flac")
    assert raised.value.part == "recording"
    assert raised.value.code is ErrorCode.FOLDER_NOT_WRITABLE


def test_that_a_full_disk_ends_the_recording_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.name == "nt":
        pytest.skip("needs a limit on the size of files")
    import resource

    track = HostTrack(tmp_path / "show.flac")
    noise = np.random.default_rng(1).uniform(-0.5, 0.5, SAMPLE_RATE * 10).astype(np.float32)
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, before[1]))
    try:
        with pytest.raises(Unavailable) as raised:
            track.write(AudioBlock(memoryview(noise), 0))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert raised.value.part == "recording"
    assert raised.value.code is ErrorCode.DISK_FULL
    track.write(block(1.0))  # whoever did not hear it is not told again
    track.close()


def test_that_a_killed_process_leaves_a_recording_that_can_be_read(tmp_path: Path) -> None:
    if not hasattr(signal, "SIGKILL"):
        pytest.skip("needs SIGKILL")
    path = tmp_path / "show.flac"
    script = (
        "import os, signal, sys, numpy\n"
        "from pathlib import Path\n"
        "from livedesk.adapters.audio.recording import HostTrack\n"
        "from livedesk.core.ports import AudioBlock\n"
        "track, random = HostTrack(Path(sys.argv[1])), numpy.random.default_rng(1)\n"
        "for number in range(100):\n"
        "    noise = random.uniform(-.3, .3, 1600).astype('f')\n"
        "    track.write(AudioBlock(memoryview(noise), number * 1600))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    blocks, end = drained(FileSource(path))
    assert isinstance(end, EOFError)
    assert 160_000 - SAMPLE_RATE // 2 <= sum(len(each.samples) for each in blocks) <= 160_000
