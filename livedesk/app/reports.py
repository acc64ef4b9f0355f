"""Bugs leave a file: what failed, where, in which version. Nothing is sent anywhere."""

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from livedesk import __version__


def write_report(folder: Path, error: BaseException) -> Path | None:
    """Write a crash report for `error` and return its path; None where even that fails."""
    now = datetime.now(UTC)
    path = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    text = "".join(traceback.format_exception(error))
    head = (
        f"livedesk {__version__}, Python {platform.python_version()}, {platform.platform()}\n{now:%c} UTC\n\n"
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(head + text, encoding="utf-8")
    except OSError:
        path = None  # type: ignore[assignment]  # told below: the report goes to the console instead
    print(head + text, file=sys.stderr)
    return path
