"""The microphone source, against a computer whose devices come and go, and against a real one where there is one."""

import sys
from collections.abc import Iterator

import numpy as np
import pytest

from livedesk.adapters.audio.capture import RING_S, STALL_S, START_S, MicrophoneSource
from livedesk.adapters.audio.portaudio import PortAudio
from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ports import AudioBlock, AudioSource
from tests.contracts.audio_contract import AudioSourceContract, blocks_of
from tests.contracts.fakes_audio import FakeSource, FakeSystem, device, tone


class Time:
    """Stands still but for the waiting that the source does."""

    def __init__(self) -> None:
        self.now_s = 50.0

    def now(self) -> float:
        return self.now_s

    def pause(self, seconds: float) -> None:
        self.now_s += seconds


def source_of(system: FakeSystem, time: Time, microphone: str = "") -> MicrophoneSource:
    return MicrophoneSource(microphone, system, pause=time.pause, now=time.now)


def refusal_of(source: AudioSource) -> Unavailable:
    with pytest.raises(Unavailable) as raised:
        source.open()
    assert raised.value.part == "microphone"
    return raised.value


class TestMicrophoneOnAFakeComputer(AudioSourceContract):
    @pytest.fixture
    def source(self) -> Iterator[AudioSource]:
        system, time = FakeSystem(device(rate=44100.0, channels=2)), Time()
        sound = np.repeat(tone(1.0, 44100)[:, None], 2, axis=1)
        system.on_open = lambda: system.play(sound)
        source = source_of(system, time)
        yield source
        source.close()


class TestFakeSource(AudioSourceContract):
    @pytest.fixture
    def source(self) -> AudioSource:
        return FakeSource([(tone(0.5), 0), (tone(0.25), 160), (tone(0.25), 0)])


class TestRealMicrophone(AudioSourceContract):
    @pytest.fixture
    def source(self) -> Iterator[AudioSource]:
        source = MicrophoneSource()
        try:
            source.open()
        except Unavailable as error:
            pytest.skip(f"this computer has no microphone to test with ({error.code})")
        source.close()
        yield source
        source.close()


@pytest.mark.parametrize("rate", [8000.0, 16000.0, 44100.0, 48000.0, 96000.0])
@pytest.mark.parametrize("channels", [1, 2, 4])
def test_that_any_rate_and_channel_count_becomes_16_khz_mono(rate: float, channels: int) -> None:
    system, time = FakeSystem(device(rate=rate, channels=channels)), Time()
    source = source_of(system, time)
    source.open()
    system.play(np.repeat(tone(1.0, rate)[:, None], channels, axis=1))
    heard = sum(len(block.samples) for block in blocks_of(source, SAMPLE_RATE))
    assert heard == pytest.approx(SAMPLE_RATE, rel=0.05)


def test_that_reading_gives_up_when_its_time_is_over() -> None:
    time = Time()
    source = source_of(FakeSystem(device()), time)
    source.open()
    assert source.read(0.5) is None
    assert time.now_s == pytest.approx(50.5)


def test_that_sound_that_came_in_meanwhile_is_read_at_once() -> None:
    system, time = FakeSystem(device(rate=16000.0)), Time()
    source = source_of(system, time)
    source.open()
    system.play(tone(0.1))
    system.play(tone(0.1))
    block = source.read(1.0)
    assert block is not None
    assert (block.start, len(block.samples), block.lost) == (0, 3200, 0)
    assert time.now_s == 50.0


def test_that_a_busy_reader_loses_the_oldest_sound_and_knows_how_much() -> None:
    system, time = FakeSystem(device(rate=16000.0)), Time()
    source = source_of(system, time)
    source.open()
    for _ in range(round(RING_S) + 10):
        system.play(tone(1.0))
    block = source.read(1.0)
    assert block is not None
    assert block.lost == 10 * SAMPLE_RATE
    assert block.start == 10 * SAMPLE_RATE
    assert len(block.samples) == RING_S * SAMPLE_RATE


def test_that_what_the_system_drops_is_counted() -> None:
    system, time = FakeSystem(device(rate=48000.0)), Time()
    source = source_of(system, time)
    source.open()
    system.play(tone(0.5, 48000))
    system.play(tone(0.5, 48000), dropped=4800)
    blocks = blocks_of(source, 15000)
    assert sum(block.lost for block in blocks) == pytest.approx(1600, abs=1)


def test_that_a_microphone_unplugged_in_mid_word_gives_its_last_sound_and_then_says_so() -> None:
    system, time = FakeSystem(device("Lapel", rate=48000.0)), Time()
    source = source_of(system, time)
    source.open()
    system.play(tone(0.5, 48000))
    system.unplug()
    heard: list[AudioBlock] = []
    while len(heard) < 2 and (block := source.read(1.0)):
        heard.append(block)
    with pytest.raises(Unavailable) as raised:
        source.read(1.0)
    assert raised.value.code is ErrorCode.MICROPHONE_GONE
    assert raised.value.params == {"microphone": "Lapel"}
    assert sum(len(block.samples) for block in heard) == pytest.approx(8000, abs=1)
    assert not system.streams[-1].is_open


def test_that_a_microphone_that_falls_silent_for_good_is_gone() -> None:
    system, time = FakeSystem(device(rate=16000.0)), Time()
    source = source_of(system, time)
    source.open()
    system.play(tone(0.1))
    assert source.read(1.0) is not None
    with pytest.raises(Unavailable) as raised:
        source.read(STALL_S + 1)
    assert raised.value.code is ErrorCode.MICROPHONE_GONE


def test_that_a_microphone_may_take_some_seconds_to_begin() -> None:
    system, time = FakeSystem(device(rate=16000.0)), Time()
    source = source_of(system, time)
    source.open()
    assert source.read(START_S - 1) is None
    system.play(tone(0.1))
    assert source.read(1.0) is not None


def test_that_a_reader_that_was_away_does_not_take_the_microphone_for_gone() -> None:
    system, time = FakeSystem(device(rate=16000.0)), Time()
    source = source_of(system, time)
    source.open()
    system.play(tone(0.1))
    time.now_s += 60
    assert source.read(1.0) is not None
    assert source.read(1.0) is None


def test_that_a_microphone_that_is_back_can_be_opened_again() -> None:
    lapel = device("Lapel", rate=16000.0)
    system, time = FakeSystem(lapel), Time()
    source = source_of(system, time, lapel.microphone.id)
    source.open()
    system.unplug()
    with pytest.raises(Unavailable):
        source.read(1.0)
    assert refusal_of(source).code is ErrorCode.MICROPHONE_MISSING
    system.plugged.append(device("Lapel", rate=44100.0, index=5))
    source.open()
    system.play(tone(1.0, 44100))
    assert blocks_of(source, 8000)


@pytest.mark.parametrize(
    "code", [ErrorCode.MICROPHONE_BUSY, ErrorCode.MICROPHONE_DENIED, ErrorCode.MICROPHONE_GONE]
)
def test_that_a_refusal_to_open_is_passed_on(code: ErrorCode) -> None:
    system = FakeSystem(device("Lapel"))
    system.refusal = code
    refusal = refusal_of(source_of(system, Time()))
    assert refusal.code is code
    assert refusal.params == {"microphone": "Lapel"}


def test_that_a_computer_without_microphones_says_so() -> None:
    assert refusal_of(source_of(FakeSystem(), Time())).code is ErrorCode.MICROPHONE_MISSING


def test_that_the_chosen_microphone_is_never_silently_another() -> None:
    system = FakeSystem(device("Built-in"))
    refusal = refusal_of(source_of(system, Time(), "Fake|Lapel"))
    assert refusal.code is ErrorCode.MICROPHONE_MISSING
    assert refusal.params == {"microphone": "Lapel"}
    assert not system.streams


def test_that_the_open_microphone_is_known() -> None:
    lapel = device("Lapel", is_default=False)
    source = source_of(FakeSystem(device("Built-in"), lapel), Time(), lapel.microphone.id)
    assert source.microphone is None
    source.open()
    assert source.microphone == lapel.microphone
    assert source.name == "Lapel"
    source.close()
    assert source.microphone is None


def test_that_a_second_look_does_not_end_an_open_microphone() -> None:
    system = FakeSystem(device())
    first, second = source_of(system, Time()), source_of(system, Time())
    first.open()
    second.open()
    assert system.reloads == 1
    assert all(stream.is_open for stream in system.streams)


def test_that_the_real_library_lists_the_same_devices_again() -> None:
    system = PortAudio()
    try:
        found = system.devices()
    except Unavailable as error:
        pytest.skip(f"PortAudio is not installed ({error.code})")
    system.reload()
    system.reload()
    assert {each.microphone.id for each in system.devices()} == {each.microphone.id for each in found}


class _BrokenLibrary:
    """A sounddevice whose sound system does not start."""

    class PortAudioError(Exception):
        pass

    def __init__(self) -> None:
        self.started = 0

    def query_hostapis(self) -> list[object]:
        raise self.PortAudioError("PortAudio not initialized", -10000)

    def query_devices(self) -> list[object]:
        return []

    def _terminate(self) -> None:
        raise self.PortAudioError("PortAudio not initialized", -10000)

    def _initialize(self) -> None:
        self.started += 1
        raise self.PortAudioError("Unanticipated host error", -9999, (0, -13, "Permission denied"))


def test_that_a_sound_system_that_does_not_start_is_tried_again_and_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = _BrokenLibrary()
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    source = MicrophoneSource(system=PortAudio())
    for attempt in (1, 2):
        assert refusal_of(source).code is ErrorCode.MICROPHONE_DENIED
        assert library.started == attempt
    with pytest.raises(Unavailable):
        PortAudio().devices()
