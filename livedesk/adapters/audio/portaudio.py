"""PortAudio as the desk uses it: which microphones there are, opening one, and its errors in our codes.

One instance for the process, used on the `asr` thread only: PortAudio is not safe to be called from two threads.
"""

import glob
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol

from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.records import Microphone

if TYPE_CHECKING:  # who only lists microphones need not wait for it
    import numpy as np
    from numpy.typing import NDArray

BUFFER_S = 0.1
"""How long PortAudio may hold sound back for us: Python's lock is sometimes held for tens of milliseconds."""

BLOCKS_PER_S = 50


@dataclass(frozen=True, slots=True)
class Device:
    """A microphone as PortAudio knows it now. `index` is void as soon as the devices are counted anew."""

    index: int
    microphone: Microphone
    channels: int
    rate: float


OnBlock = Callable[["NDArray[np.float32]", float, bool], None]
"""Called on PortAudio's thread with (n, channels) float32 that are only lent, the moment at which the first of them
was taken in (seconds of PortAudio's clock), and whether PortAudio dropped some right before.
"""

Listen = Callable[[float, int], OnBlock]
"""Gets the rate and the channels that a device is about to be opened with; returns who takes its sound."""


class InputStream(Protocol):
    """An open microphone. `close` may be called at any time and does not raise."""

    rate: float
    channels: int

    def has_ended(self) -> bool:
        """Whether PortAudio stopped by itself."""
        ...

    def close(self) -> None:
        """Let the device go."""
        ...


class SoundSystem(Protocol):
    """What the microphone source needs of PortAudio; tests bring their own."""

    def devices(self) -> tuple[Device, ...]:
        """Return the microphones known since the last `reload`; raises `Unavailable`."""
        ...

    def reload(self) -> None:
        """Look which devices there are now; does nothing while a stream is open. Raises `Unavailable`."""
        ...

    def open(self, device: Device, listen: Listen) -> InputStream:
        """Open and start `device`; raises `Unavailable`."""
        ...


class PortAudio:
    """The real one, through the library `sounddevice`."""

    def __init__(self) -> None:
        self._open_streams = 0
        self._is_fresh = False

    def devices(self) -> tuple[Device, ...]:
        """Return the microphones of the host interface that suits people best; raises `Unavailable`."""
        library = self._library()
        try:
            return select(list(library.query_hostapis()), list(library.query_devices()))
        except library.PortAudioError as error:
            raise unavailable(error, "") from error

    def reload(self) -> None:
        """Count the devices anew: PortAudio does so only when it is initialised.

        The two calls are sounddevice's own way (its issue 125), private until it has a public one. They end every
        open stream, so nothing is done while there is one. Measured: 30 to 80 ms on Linux.
        """
        library = self._library()
        if self._open_streams or self._is_fresh:
            self._is_fresh = False
            return
        with suppress(library.PortAudioError):  # it was never initialised, where that failed the last time
            library._terminate()
        try:
            library._initialize()
        except library.PortAudioError as error:
            raise unavailable(error, "") from error

    def open(self, device: Device, listen: Listen) -> InputStream:
        """Open and start `device` at a rate and channel count that it takes; raises `Unavailable`."""
        library = self._library()
        failure: Exception | None = None
        for channels, rate in _shapes(device):
            try:
                stream = _OpenStream(library, device.index, channels, rate, listen, self._closed)
            except library.PortAudioError as error:
                failure = error
                if code_number(error) not in _OTHER_SHAPE:
                    break
            else:
                self._open_streams += 1
                return stream
        assert failure is not None
        raise unavailable(failure, device.microphone.name) from failure

    def _closed(self) -> None:
        self._open_streams -= 1

    def _library(self) -> ModuleType:
        """Return sounddevice; the import initialises PortAudio."""
        self._is_fresh = self._is_fresh or "sounddevice" not in sys.modules
        try:
            import sounddevice
        except (ImportError, OSError) as error:  # OSError: the library is there, PortAudio is not
            raise Unavailable("microphone", ErrorCode.SOUND_LIBRARY_MISSING) from error
        library: ModuleType = sounddevice
        return library


class _OpenStream:
    """An `InputStream` of sounddevice."""

    def __init__(
        self,
        library: ModuleType,
        index: int,
        channels: int,
        rate: float,
        listen: Listen,
        on_closed: Callable[[], None],
    ) -> None:
        self.rate = rate
        self.channels = channels
        self._ended = False
        self._on_closed: Callable[[], None] | None = on_closed

        on_block = listen(rate, channels)

        def receive(frames: "NDArray[np.float32]", _count: int, time: Any, status: Any) -> None:
            on_block(frames, time.inputBufferAdcTime, status.input_overflow)

        self._stream = library.InputStream(
            device=index,
            channels=channels,
            samplerate=rate,
            dtype="float32",
            blocksize=round(rate / BLOCKS_PER_S),
            latency=BUFFER_S,
            callback=receive,
            finished_callback=self._end,
        )
        try:
            self._stream.start()
        except library.PortAudioError:
            self._stream.close(ignore_errors=True)
            raise

    def has_ended(self) -> bool:
        return self._ended

    def close(self) -> None:
        """Throw away what PortAudio still holds: `stop` would wait for a device that may be gone."""
        if self._on_closed:
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)
            self._on_closed()
            self._on_closed = None

    def _end(self) -> None:
        self._ended = True


# --- which devices a person can choose ---------------------------------------------------------------------------

_INTERFACES = ("Windows WASAPI", "Core Audio", "ALSA")
"""Every Windows microphone is there four times; WASAPI has the full names (MME cuts them at 31 letters)."""

_NO_MICROPHONE = frozenset(
    {
        "default",
        "sysdefault",
        "samplerate",
        "speexrate",
        "lavrate",
        "speex",
        "upmix",
        "vdownmix",
        "oss",
        "jack",
        "dmix",
        "dsnoop",
        "a52",
        "null",
    }
)
"""What ALSA calls devices but are converters, or the computer's own choice again."""

_NAMES = {"pulse": "PulseAudio", "pipewire": "PipeWire"}


def select(interfaces: list[dict[str, Any]], found: list[dict[str, Any]]) -> tuple[Device, ...]:
    """Return the microphones among `found`, each once; a lone "default" is better than none.

    The id is the interface and the name without ALSA's card number, which changes when something is plugged in;
    twins are counted.
    """
    inputs = {i: d for i, d in enumerate(found) if d["max_input_channels"] > 0}
    ranked = sorted(
        (i for i in interfaces if any(number in inputs for number in i["devices"])),
        key=lambda i: _INTERFACES.index(i["name"]) if i["name"] in _INTERFACES else len(_INTERFACES),
    )
    if not ranked:
        return ()
    chosen = ranked[0]
    devices = [
        Device(
            number,
            Microphone(
                f"{chosen['name']}|{_plain(inputs[number]['name'])}",
                _NAMES.get(inputs[number]["name"], _plain(inputs[number]["name"])),
                number == chosen["default_input_device"],
            ),
            inputs[number]["max_input_channels"],
            inputs[number]["default_samplerate"],
        )
        for number in chosen["devices"]
        if number in inputs
    ]
    real = [d for d in devices if d.microphone.name not in _NO_MICROPHONE or d.microphone.is_default]
    return tuple(_numbered(real or devices))


def shown(devices: tuple[Device, ...]) -> tuple[Microphone, ...]:
    """Return what a person can choose from: without ALSA's "default" where there is anything else."""
    named = [d.microphone for d in devices if d.microphone.name not in _NO_MICROPHONE]
    return tuple(named or [d.microphone for d in devices])


def _plain(name: str) -> str:
    """Return a device's name without ALSA's "(hw:1,0)"."""
    head, mark, _ = name.rpartition(" (hw:")
    return head if mark else name


def _numbered(devices: list[Device]) -> list[Device]:
    """Tell devices of the same name apart, in their order."""
    seen: dict[str, int] = {}
    result = []
    for device in devices:
        known = device.microphone
        seen[known.id] = count = seen.get(known.id, 0) + 1
        if count > 1:
            known = replace(known, id=f"{known.id}#{count}", name=f"{known.name} ({count})")
        result.append(replace(device, microphone=known))
    return result


def _shapes(device: Device) -> list[tuple[int, float]]:
    """Return the channel counts and rates to try: two channels of 32 are enough, where the device agrees."""
    channels = dict.fromkeys((min(device.channels, 2), 1, device.channels))
    rates = dict.fromkeys((device.rate, 48000.0, 44100.0, 16000.0))
    return [(count, rate) for rate in rates for count in channels]


# --- PortAudio's errors ------------------------------------------------------------------------------------------

_OTHER_SHAPE = frozenset({-9998, -9997})
"""paInvalidChannelCount, paInvalidSampleRate: another shape may do."""

_HOST_CODES = {
    -0x7FFFFFFF - 1 + 0x00070005: ErrorCode.MICROPHONE_DENIED,  # E_ACCESSDENIED 0x80070005
    -0x7FFFFFFF - 1 + 0x0889000A: ErrorCode.MICROPHONE_BUSY,  # AUDCLNT_E_DEVICE_IN_USE
    -0x7FFFFFFF - 1 + 0x08890004: ErrorCode.MICROPHONE_GONE,  # AUDCLNT_E_DEVICE_INVALIDATED
    -0x7FFFFFFF - 1 + 0x08890010: ErrorCode.MICROPHONE_DENIED,  # AUDCLNT_E_SERVICE_NOT_RUNNING
    4: ErrorCode.MICROPHONE_BUSY,  # MMSYSERR_ALLOCATED
    2: ErrorCode.MICROPHONE_MISSING,  # MMSYSERR_BADDEVICEID
    6: ErrorCode.MICROPHONE_MISSING,  # MMSYSERR_NODRIVER
    -1: ErrorCode.MICROPHONE_DENIED,  # ALSA: -EPERM
    -13: ErrorCode.MICROPHONE_DENIED,  # ALSA: -EACCES
    -16: ErrorCode.MICROPHONE_BUSY,  # ALSA: -EBUSY
    -2: ErrorCode.MICROPHONE_MISSING,  # ALSA: -ENOENT
    -19: ErrorCode.MICROPHONE_GONE,  # ALSA: -ENODEV
}
"""From the headers of each system; sounddevice hands the host's own code on as the second of `args[2]`."""


def code_number(error: Exception) -> int:
    """Return PortAudio's number of a `PortAudioError`, 0 where it has none (portaudio.h, PaErrorCode)."""
    return int(error.args[1]) if len(error.args) > 1 else 0


def unavailable(error: Exception, name: str) -> Unavailable:
    """Return what an error at opening means to a person. One that says nothing is most often a busy device."""
    code = ErrorCode.MICROPHONE_BUSY
    match code_number(error):
        case -9999 if len(error.args) > 2:  # paUnanticipatedHostError
            code = _HOST_CODES.get(int(error.args[2][1]), code)
        case -9996:  # paInvalidDevice
            code = ErrorCode.MICROPHONE_MISSING
        case -9993:  # paBadIODeviceCombination: what its ALSA part says when a device cannot be opened
            code = ErrorCode.MICROPHONE_DENIED if is_denied() else ErrorCode.MICROPHONE_MISSING
        case _:
            pass
    named = {"microphone": name} if name else {}
    return Unavailable("microphone", code, **named)


def is_denied(nodes: str = "/dev/snd/pcmC*D*c") -> bool:
    """Whether Linux has microphones that this user may not open; PortAudio lists none of them then."""
    found = glob.glob(nodes)
    return bool(found) and not any(os.access(node, os.R_OK | os.W_OK) for node in found)
