"""Bugs leave a file: what failed, where, in which version, nothing that anybody said. Nothing is sent anywhere."""

import platform
import re
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from livedesk import __version__

MOST_REPORTS = 50
"""In one run: a bug that comes back with every line must not fill the disk."""
_QUOTED = re.compile(r"""'[^'"]*'|"[^'"]*["]""")
_QUOTES = re.compile("['\"]")
_NAME = re.compile(r"[A-Za-z_][\w.<>]{0,60}", re.ASCII)
_MOST_MESSAGE = 300


def note_bug(bugs: list[BaseException], folder: Path, error: BaseException) -> None:
    """Add a bug to those of this run, and write its report."""
    if len(bugs) < MOST_REPORTS:
        bugs.append(error)
        write_report(folder, error)


def write_report(folder: Path, error: BaseException) -> Path | None:
    """Write a crash report for `error` and return its path; None where even that fails."""
    now = datetime.now(UTC)
    path = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    text = "".join(_lines(error))
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


def _lines(error: BaseException) -> Iterator[str]:
    """Yield where it happened as it is, and what the exceptions say without other people's words.

    A report goes to whoever is asked for help; messages of Python and of libraries quote what they choked on.
    """
    for part in traceback.TracebackException.from_exception(error).format():
        kind, colon, message = part.partition(": ")
        if colon and not part.lstrip(" |").startswith(("File ", "Traceback ", "The above ", "During ")):
            yield f"{kind}: {_harmless(message.rstrip(), keeps_names='KeyError' not in kind)}\n"
        else:
            yield part


def _harmless(message: str, *, keeps_names: bool) -> str:
    """Return a message without what it quotes, but for the names of things in the program."""
    rest, found = _QUOTED.sub("", message), _QUOTED.findall(message)
    is_names = not _QUOTES.search(rest) and all(_NAME.fullmatch(quoted[1:-1]) for quoted in found)
    if not (keeps_names and is_names):
        message = _QUOTES.split(message, maxsplit=1)[0] + "…"
    return "".join(c if c.isascii() else "…" for c in message)[:_MOST_MESSAGE]
