"""`livedesk doctor`: is everything there that the desk needs? Each check says ok, warn or fail and what to do."""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from livedesk.app import paths as places
from livedesk.app.cli_words import sentence
from livedesk.app.paths import Paths
from livedesk.core.errors import Unavailable, UserFacing
from livedesk.core.settings import Settings

Verdict = Literal["ok", "warn", "fail"]
MIN_FREE_BYTES = 500 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the doctor's answer; `todo` is empty when all is well."""

    name: str
    verdict: Verdict
    found: str
    todo: str = ""


def examine(base: Paths) -> list[Check]:
    """Run every check; none of them raises or changes anything that lasts."""
    checks: list[Callable[[Paths], list[Check]]] = [
        _python,
        _qt,
        _audio,
        _speech,
        _models,
        _folder,
        _disk,
        _settings,
    ]
    return [line for check in checks for line in check(base)]


def _python(_base: Paths) -> list[Check]:
    found = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    if (3, 11) <= sys.version_info[:2] <= (3, 13):
        return [Check("python", "ok", found)]
    return [Check("python", "warn", found, "Use Python 3.11, 3.12 or 3.13; others are not tested.")]


def _qt(_base: Paths) -> list[Check]:
    try:
        from PySide6 import QtWidgets
    except ImportError as error:
        todo = "Install PySide6-Essentials, and on Linux the packages libegl1 libgl1 libxkbcommon0 libfontconfig1."
        return [Check("qt", "fail", str(error), todo)]
    found = f"Qt {metadata.version('PySide6-Essentials')}, {QtWidgets.__name__} loads"
    if has_display():
        return [Check("qt", "ok", found)]
    todo = "The window needs a display. Without one, livedesk runs the rehearsal off screen."
    return [Check("qt", "warn", f"{found}, no display", todo)]


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, by its variables elsewhere."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _audio(_base: Paths) -> list[Check]:
    from livedesk.adapters.audio.devices import microphones
    from livedesk.adapters.audio.portaudio import PortAudio

    try:
        found = microphones(PortAudio())
    except Unavailable as error:
        return [Check("audio", "warn", error.code, f"{sentence(error)} Captions can still be typed.")]
    if not found:
        return [Check("audio", "warn", "no microphone", "Plug in a microphone. Captions can still be typed.")]
    return [Check("audio", "ok", ", ".join(each.name for each in found))]


def _speech(base: Paths) -> list[Check]:
    from livedesk.adapters.store import settings_file
    from livedesk.app.speech import choose_model, speech_models, wanted_of

    # Loading a broken file would put it aside.
    is_readable = base.settings.exists() and settings_file.is_readable(base.settings)
    wanted = wanted_of(settings_file.load(base.settings)[0] if is_readable else Settings())
    try:
        model = choose_model(speech_models(base), wanted)
    except UserFacing as error:
        return [Check("speech", "warn", error.code, f"Captions can still be typed. {sentence(error)}")]
    found = f"{wanted.language}: {model.name} ({model.path})"
    if model.is_listed:
        return [Check("speech", "ok", found)]
    todo = "This model is not on livedesk's list. Check what it writes before you use it on air."
    return [Check("speech", "warn", found, todo)]


def _models(base: Paths) -> list[Check]:
    from livedesk.app.wiring import installed_models

    try:
        _, models = installed_models(base)
    except UserFacing as error:
        return [Check("models", "fail", error.code, sentence(error))]
    if not models:
        todo = "Install one: livedesk models install opus-mt-zh-en (or a folder). Nothing is translated yet."
        return [Check("models", "warn", "no translation model", todo)]
    checks = []
    for model in models:
        found = f"{model.source} > {model.target}: {model.name} ({model.path})"
        if model.is_listed:
            checks.append(Check("models", "ok", found))
        else:
            todo = "This model is not on livedesk's list. Check its translations before you use it on air."
            checks.append(Check("models", "warn", found, todo))
    return checks


def _folder(base: Paths) -> list[Check]:
    try:
        with tempfile.TemporaryFile(dir=_nearest(base.base)):
            pass
    except OSError as error:
        return [
            Check("data folder", "fail", f"{base.base}: {error.strerror}", "Choose another: --base-dir DIR")
        ]
    return [Check("data folder", "ok", str(base.base))]


def _nearest(folder: Path) -> Path:
    """Return `folder`, or the one it would be made in."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _disk(base: Paths) -> list[Check]:
    free = shutil.disk_usage(_nearest(base.base)).free
    found = f"{free // (1024 * 1024):,} MB free"
    if free < MIN_FREE_BYTES:
        return [Check("disk", "warn", found, "Free some space: a show and its models need about 500 MB.")]
    return [Check("disk", "ok", found)]


def _settings(base: Paths) -> list[Check]:
    checks = []
    if not places.sample_booth().is_dir():
        checks.append(Check("resources", "fail", f"{places.resources()}: missing", "Install livedesk again."))
    if base.settings.exists():
        from livedesk.adapters.store import settings_file

        readable = settings_file.is_readable(base.settings)
        todo = "" if readable else "livedesk will keep the file aside and start with its defaults."
        checks.append(Check("settings", "ok" if readable else "warn", str(base.settings), todo))
    return checks


def verdict(checks: list[Check]) -> Verdict:
    """Return the worst verdict."""
    found = {check.verdict for check in checks}
    return "fail" if "fail" in found else "warn" if "warn" in found else "ok"
