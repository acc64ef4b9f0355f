"""The microphones a person can choose from, found from here or, while one is open, from a second process.

PortAudio lists devices only when it is initialised, and initialising it anew ends every open stream. So the list
for the window is made by a process of its own (`look`): a fifth of a second of one core, no gap in the sound, and a
driver that crashes takes nothing along.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from livedesk.adapters.audio.portaudio import Device, PortAudio, SoundSystem, is_denied, shown
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.records import Microphone

LOOK_COMMAND = (sys.executable, "-m", "livedesk.adapters.audio.devices")
LOOK_DEADLINE_S = 10.0


def microphones(system: SoundSystem) -> tuple[Microphone, ...]:
    """Return what PortAudio knows in this process; raises `Unavailable`."""
    return shown(system.devices())


def find(system: SoundSystem, microphone: str) -> Device:
    """Return the device with this `Microphone.id`, "" for the computer's own choice; raises `Unavailable`."""
    devices = system.devices()
    if microphone:
        chosen = next((d for d in devices if d.microphone.id == microphone), None)
    else:
        chosen = next((d for d in devices if d.microphone.is_default), devices[0] if devices else None)
    if chosen is None:
        denied = not devices and is_denied()
        code = ErrorCode.MICROPHONE_DENIED if denied else ErrorCode.MICROPHONE_MISSING
        raise Unavailable("microphone", code, microphone=name_of(microphone))
    return chosen


def name_of(microphone: str) -> str:
    """Return the name in a `Microphone.id`, also of one that is not there: "ALSA|USB Mic" is "USB Mic"."""
    return microphone.partition("|")[2]


def look(in_use: Microphone | None = None, command: Sequence[str] = LOOK_COMMAND) -> tuple[Microphone, ...]:
    """Return the microphones that are there now, for the `errands` thread; takes about 0.2 s, raises `Unavailable`.

    `in_use` is the one that this process has open: ALSA hides it from others, so it is put back. A program that is
    not run by Python's own executable (an installer's) gives its `command`, which must print what `main` does.
    """
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            timeout=LOOK_DEADLINE_S,
            check=True,
            env={**os.environ, "PYTHONPATH": _python_path()},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        found = tuple(Microphone(*entry) for entry in json.loads(done.stdout))
    except (OSError, subprocess.SubprocessError, ValueError, TypeError) as error:
        raise Unavailable("microphone", ErrorCode.SOUND_LIBRARY_MISSING) from error
    if in_use and in_use.id not in {each.id for each in found}:
        found = (*found, in_use)
    return found


def _python_path() -> str:
    """Return where the second process finds this package, whatever its working directory is."""
    here = str(Path(__file__).resolve().parents[3])
    return os.pathsep.join(part for part in (here, os.environ.get("PYTHONPATH", "")) if part)


def main() -> int:
    """Print the microphones as JSON, [id, name, is default] each; exit code 1 where sound cannot be used."""
    try:
        found = microphones(PortAudio())
    except Unavailable:
        return 1
    print(json.dumps([[each.id, each.name, each.is_default] for each in found]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
