"""Which microphones a person can choose from, and what PortAudio's errors mean."""

import sys
from pathlib import Path
from typing import Any

import pytest

from livedesk.adapters.audio.devices import find, look, microphones, name_of
from livedesk.adapters.audio.portaudio import is_denied, select, shown, unavailable
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.records import Microphone
from tests.contracts.fakes_audio import FakeSystem, device


def found(name: str, channels: int = 2, rate: float = 48000.0) -> dict[str, Any]:
    """Return a device as sounddevice describes it, as far as it is read."""
    return {"name": name, "max_input_channels": channels, "default_samplerate": rate}


def interface(name: str, devices: list[int], default: int = -1) -> dict[str, Any]:
    return {"name": name, "devices": devices, "default_input_device": default}


def test_that_windows_lists_each_microphone_once_with_its_full_name() -> None:
    devices = select(
        [
            interface("MME", [0, 1], 0),
            interface("Windows DirectSound", [2], 2),
            interface("Windows WASAPI", [3, 4], 4),
        ],
        [
            found("Microphone (Realtek(R) Audio) c"),
            found("Speakers", channels=0),
            found("Microphone (Realtek(R) Audio) complete"),
            found("Microphone (Realtek(R) Audio) complete"),
            found("Lapel (2- Wireless PRO RX)", channels=1, rate=44100.0),
        ],
    )
    assert [(d.index, d.microphone.name, d.microphone.is_default) for d in devices] == [
        (3, "Microphone (Realtek(R) Audio) complete", False),
        (4, "Lapel (2- Wireless PRO RX)", True),
    ]
    assert (devices[1].channels, devices[1].rate) == (1, 44100.0)


def test_that_outputs_are_no_microphones() -> None:
    assert select([interface("ALSA", [0], -1)], [found("HDMI", channels=0)]) == ()
    assert select([], []) == ()


def test_that_an_id_survives_another_card_number_and_another_order() -> None:
    before = select(
        [interface("ALSA", [0, 1])], [found("PCH: ALC257 (hw:0,0)"), found("USB Mic: Audio (hw:1,0)")]
    )
    after = select(
        [interface("ALSA", [0, 1])], [found("USB Mic: Audio (hw:3,0)"), found("PCH: ALC257 (hw:0,0)")]
    )
    assert {d.microphone.id for d in before} == {d.microphone.id for d in after}
    assert before[1].microphone == Microphone("ALSA|USB Mic: Audio", "USB Mic: Audio")


def test_that_twins_are_told_apart() -> None:
    devices = select([interface("Core Audio", [0, 1], 1)], [found("USB Mic"), found("USB Mic")])
    assert [d.microphone.name for d in devices] == ["USB Mic", "USB Mic (2)"]
    assert len({d.microphone.id for d in devices}) == 2


def test_that_converters_of_alsa_are_not_offered() -> None:
    devices = select(
        [interface("ALSA", [0, 1, 2, 3], 3)],
        [found("USB Mic (hw:1,0)"), found("sysdefault"), found("pulse", 32), found("default", 32)],
    )
    assert [m.name for m in shown(devices)] == ["USB Mic", "PulseAudio"]
    assert [d.index for d in devices if d.microphone.is_default] == [3]


def test_that_a_computer_with_a_default_only_offers_that() -> None:
    devices = select([interface("ALSA", [0], 0)], [found("default")])
    assert [m.name for m in shown(devices)] == ["default"]


def test_that_an_unknown_interface_is_better_than_none() -> None:
    devices = select(
        [interface("ALSA", []), interface("JACK Audio Connection Kit", [0], 0)], [found("system")]
    )
    assert [d.microphone.id for d in devices] == ["JACK Audio Connection Kit|system"]


def test_that_the_computers_own_choice_is_the_default_device() -> None:
    system = FakeSystem(device("Built-in", is_default=False), device("Lapel"))
    assert find(system, "").microphone.name == "Lapel"
    assert find(system, "Fake|Built-in").microphone.name == "Built-in"
    assert [m.name for m in microphones(system)] == ["Built-in", "Lapel"]


def test_that_without_a_default_the_first_device_is_taken() -> None:
    assert find(FakeSystem(device("Only one", is_default=False)), "").microphone.name == "Only one"


def test_that_a_missing_device_is_named() -> None:
    with pytest.raises(Unavailable) as raised:
        find(FakeSystem(device("Lapel")), "Fake|Handheld|left")
    assert raised.value.params == {"microphone": "Handheld|left"}
    assert name_of("") == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("Device unavailable", -9985), ErrorCode.MICROPHONE_BUSY),
        (("Invalid device", -9996), ErrorCode.MICROPHONE_MISSING),
        (("Illegal combination of I/O devices", -9993), ErrorCode.MICROPHONE_MISSING),
        (("Invalid sample rate", -9997), ErrorCode.MICROPHONE_BUSY),
        (("Unanticipated host error", -9999, (0, -2147024891, "")), ErrorCode.MICROPHONE_DENIED),
        (("Unanticipated host error", -9999, (0, -2004287478, "")), ErrorCode.MICROPHONE_BUSY),
        (("Unanticipated host error", -9999, (0, -2004287484, "")), ErrorCode.MICROPHONE_GONE),
        (("Unanticipated host error", -9999, (0, -13, "Permission denied")), ErrorCode.MICROPHONE_DENIED),
        (("Unanticipated host error", -9999, (0, -16, "Busy")), ErrorCode.MICROPHONE_BUSY),
        (("Unanticipated host error", -9999, (0, 4, "")), ErrorCode.MICROPHONE_BUSY),
        (("Unanticipated host error", -9999, (0, 12345, "")), ErrorCode.MICROPHONE_BUSY),
        (("Error querying device 7",), ErrorCode.MICROPHONE_BUSY),
    ],
)
def test_that_portaudios_errors_say_what_to_do(
    arguments: tuple[Any, ...], code: ErrorCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("livedesk.adapters.audio.portaudio.is_denied", lambda: False)
    error = unavailable(Exception(*arguments), "Lapel")
    assert (error.part, error.code, error.params) == ("microphone", code, {"microphone": "Lapel"})


def test_that_sound_devices_nobody_may_read_are_denied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pattern = str(tmp_path / "pcmC*D*c")
    assert not is_denied(pattern)  # there are none
    (tmp_path / "pcmC0D0c").touch()
    assert not is_denied(pattern)
    monkeypatch.setattr("os.access", lambda *_: False)
    assert is_denied(pattern)


def test_that_a_second_process_lists_what_this_one_knows() -> None:
    from livedesk.adapters.audio.portaudio import PortAudio

    try:
        here = microphones(PortAudio())
    except Unavailable:
        with pytest.raises(Unavailable):
            look()
        return
    assert look() == here


def test_that_the_open_microphone_stays_on_the_list_though_the_system_hides_it() -> None:
    lapel = Microphone("ALSA|Lapel", "Lapel", True)
    command = (sys.executable, "-c", 'print(\'[["ALSA|Built-in", "Built-in", false]]\')')
    assert look(lapel, command) == (Microphone("ALSA|Built-in", "Built-in"), lapel)
    assert look(Microphone("ALSA|Built-in", "Built-in"), command) == (
        Microphone("ALSA|Built-in", "Built-in"),
    )


@pytest.mark.parametrize("answer", ["print('no json')", "print('[[1]]')", "raise SystemExit(1)"])
def test_that_a_look_that_fails_is_told(answer: str) -> None:
    with pytest.raises(Unavailable) as raised:
        look(command=(sys.executable, "-c", answer))
    assert raised.value.code is ErrorCode.SOUND_LIBRARY_MISSING


def test_that_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(Unavailable):
        look(command=("/nowhere/livedesk",))
