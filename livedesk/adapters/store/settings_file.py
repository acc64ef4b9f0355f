"""Keeps the settings in a small JSON file that a person may edit and a newer livedesk may have written."""

import json
import math
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

from livedesk.adapters.store.files import name_aside, write_whole
from livedesk.core.errors import UserFacing
from livedesk.core.settings import CAPTION_SCALE_MAX, CAPTION_SCALE_MIN, Settings
from livedesk.core.wire import decode_as, encode

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_UI_LANGUAGE = re.compile(r"([a-z]{2,3}(_[A-Z][A-Za-z]+)?)?")
_MOST_THREADS = 256

_ALLOWED: dict[str, Callable[[Any], bool]] = {
    "ui_language": lambda v: _UI_LANGUAGE.fullmatch(v) is not None,
    "host_language": lambda v: _LANGUAGE.fullmatch(v) is not None,
    "audience_languages": lambda v: bool(v) and all(_LANGUAGE.fullmatch(name) for name in v),
    "caption_scale": lambda v: CAPTION_SCALE_MIN <= v <= CAPTION_SCALE_MAX,
    "engine": lambda v: v in ("ct2", "transformers"),
    "threads": lambda v: 0 <= v <= _MOST_THREADS,
}
"""What a value of the right type must also be, where the type allows more than makes sense."""


def load(path: Path) -> tuple[Settings, bool]:
    """Return the settings and whether any of them had to fall back to their defaults.

    A file that cannot be read as JSON is kept as "<name>.broken-<UTC time>"; a single value that makes no sense
    falls back alone. No file means defaults and False. Never raises.
    """
    data = _read(path)
    if data is None:
        _keep_aside(path)
        return Settings(), True
    hints = get_type_hints(Settings)
    known = [f.name for f in fields(Settings) if f.name in data]
    good = {name: data[name] for name in known if _makes_sense(name, hints[name], data[name])}
    return decode_as(Settings, good), len(good) < len(known)


def is_readable(path: Path) -> bool:
    """Return whether the file can be used as it is; for the doctor, changes nothing."""
    return _read(path) is not None


def save(path: Path, settings: Settings) -> None:
    """Write `settings`, keeping keys that only a newer livedesk knows; the file changes as a whole.

    Raises `UserFacing(FOLDER_NOT_WRITABLE | DISK_FULL, folder=)`.
    """
    data = _read(path)
    if data is None:
        _keep_aside(path)
    text = json.dumps({**(data or {}), **encode(settings)}, ensure_ascii=False, indent=2)
    write_whole(path, (text + "\n").encode(), is_secret=True)  # keys and tokens are in it


def _read(path: Path) -> dict[str, Any] | None:
    """Return what the file holds, {} where there is none, None where it cannot be used."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))  # some editors begin the file with a BOM
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _keep_aside(path: Path) -> None:
    with suppress(OSError):  # a folder that cannot be written to is reported when something must be saved
        path.rename(name_aside(path, "broken"))


def _makes_sense(name: str, hint: Any, value: Any) -> bool:
    """A value fits its type if it comes back unchanged from being one."""
    if isinstance(value, bool) != (hint is bool) or (isinstance(value, float) and not math.isfinite(value)):
        return False
    try:
        fits = encode(decode_as(hint, value)) == value
    except (UserFacing, OverflowError):
        return False
    return bool(fits and _ALLOWED.get(name, lambda _: True)(value))
