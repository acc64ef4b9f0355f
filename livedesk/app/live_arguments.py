"""What `livedesk live` takes on the command line; light, since every command reads it."""

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from livedesk.app import paths as places
from livedesk.app.paths import Paths
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import Language

SUMMARY = (
    "A show with buyers' phones, overlay and inlet; headless it runs without a window until it is stopped."
)


NO_SOUND, MICROPHONE = "none", "mic"
STANDARD_INPUT = "-"
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class LiveOptions:
    """What the command line asks for; `web` is where phones find the page, "" this computer and any free port."""

    web: str = ""
    local_port: int = 0
    sound: str = NO_SOUND
    lines: str = ""
    line_every_s: float = 3.0
    booth: Path | None = None
    languages: tuple[Language, ...] = ()
    takes_photos: bool = False
    models: Path | None = None
    tape: Path | None = None
    as_json: bool = False


def read_address(text: str) -> tuple[str, int]:
    """Return host and port of "192.168.1.20:8484"; raises `UserFacing` BAD_INPUT, also for "everywhere"."""
    host, colon, port = text.rpartition(":")
    if not colon:
        host, port = text, "0"
    parts = host.split(".")
    is_address = len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)
    if not is_address or host == "0.0.0.0" or not port.isdigit() or int(port) > 65535:
        raise UserFacing(
            ErrorCode.BAD_INPUT, value=text, allowed="one address of this computer, 192.168.1.20:8484"
        )
    return host, int(port)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `livedesk live`."""
    add = parser.add_argument
    add("--headless", action="store_true", default=False, help="no window")
    add(
        "--web",
        metavar="ADDR:PORT",
        default="",
        help="where phones find the page (default: headless this computer only and a free port, else the settings)",
    )
    add(
        "--local-port",
        type=_port,
        default=0,
        metavar="PORT",
        help="headless: where overlay and inlet listen (default: a free one)",
    )
    add(
        "--host-audio",
        default=NO_SOUND,
        metavar=f"FILE|{MICROPHONE}|{NO_SOUND}",
        help="headless: what the host says (default: none)",
    )
    add(
        "--host-lines",
        default="",
        metavar=f"FILE|{STANDARD_INPUT}",
        help="headless: lines typed for the host",
    )
    add(
        "--line-every",
        type=_seconds,
        default=3.0,
        metavar="S",
        help="headless: seconds between lines of a FILE",
    )
    add("--booth", type=Path, default=None, metavar="DIR", help="load the products of a booth folder")
    add(
        "--sample",
        dest="booth",
        action="store_const",
        const=places.sample_booth(),
        help="load the sample booth",
    )
    add("--languages", default="", metavar="en,es", help="headless: what buyers can read (default: as set)")
    add("--photos", action="store_true", default=False, help="headless: take photos from phones")
    add("--models", type=Path, default=None, metavar="DIR", help="headless: look for models only in DIR")
    add("--tape", type=Path, default=None, metavar="FILE", help="record everything to FILE")
    add("--json", action="store_true", default=False, help="headless: also errors as one JSON line")


def run(arguments: argparse.Namespace, base: Paths) -> int:
    """Run the show; raises `UserFacing`."""
    if not arguments.headless:
        return _run_window(arguments, base)
    from livedesk.app.live import run_live

    return run_live(
        base,
        LiveOptions(
            web=arguments.web,
            local_port=arguments.local_port,
            sound=arguments.host_audio,
            lines=arguments.host_lines,
            line_every_s=arguments.line_every,
            booth=arguments.booth,
            languages=_languages(arguments.languages.split(",")),
            takes_photos=arguments.photos,
            models=arguments.models,
            tape=arguments.tape,
            as_json=arguments.json,
        ),
    )


def _run_window(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.doctor import has_display

    if not has_display():
        raise UserFacing(ErrorCode.NO_DISPLAY)
    from livedesk.app.window import run_window

    at = read_address(arguments.web) if arguments.web else None
    return run_window(base, arguments.booth, arguments.tape, opens_audience=True, audience_at=at)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port, 0 to 65535")
    return int(text)


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 3600:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds, 0 to 3600")
    return value


def _languages(codes: Sequence[str]) -> tuple[Language, ...]:
    return tuple(dict.fromkeys(Language(code.strip().lower()) for code in codes if code.strip()))
