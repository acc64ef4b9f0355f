"""Files that say what the columns of a table mean: written by a person, or remembered for each layout."""

import json
import os
import tomllib
from pathlib import Path

from livedesk.core.errors import ErrorCode, UserFacing, disk_error

_MOST_BYTES = 1 << 20
_MOST_LAYOUTS = 200


def read_map(path: Path) -> dict[str, object]:
    """Return what a JSON or TOML file of columns says; raises `UserFacing(SHEET_MAP_BROKEN | SHEET_MISSING)`."""
    try:
        data = path.read_bytes()[:_MOST_BYTES]
    except FileNotFoundError as error:
        raise UserFacing(ErrorCode.SHEET_MISSING, file=str(path)) from error
    except OSError as error:
        raise UserFacing(ErrorCode.SHEET_UNREADABLE, file=path.name) from error
    try:
        text = data.decode("utf-8-sig")
        found = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except (UnicodeDecodeError, json.JSONDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UserFacing(ErrorCode.SHEET_MAP_BROKEN, file=path.name, value=str(error)) from error
    if not isinstance(found, dict):
        raise UserFacing(ErrorCode.SHEET_MAP_BROKEN, file=path.name, value=type(found).__name__)
    return found


def remembered_layouts(path: Path) -> dict[str, dict[str, object]]:
    """Return what each layout's columns mean, by its fingerprint; {} where nothing usable is kept."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(key): data for key, data in found.items() if isinstance(data, dict)}


def remember_layout(path: Path, layout: str, data: dict[str, object]) -> None:
    """Keep what the columns of `layout` mean, the newest layouts only; raises `UserFacing` for a full disk."""
    layouts = remembered_layouts(path)
    layouts.pop(layout, None)
    layouts[layout] = data
    kept = dict(list(layouts.items())[-_MOST_LAYOUTS:])
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
        os.replace(part, path)
    except OSError as error:
        raise disk_error(error, str(path.parent)) from error
