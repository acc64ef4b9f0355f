"""Which arguments `livedesk report` takes; apart from what it does, whose libraries take long to load."""

import argparse
from collections.abc import Callable
from pathlib import Path

FORMATS = ("html", "pdf", "xlsx", "csv", "json")
SUMMARY = "What a session came to: leads, open questions, figures, charts."


def add_arguments(parser: argparse.ArgumentParser, language: Callable[[str], str]) -> None:
    """Say what the command takes; `language` reads one."""
    parser.add_argument("session", nargs="?", default="latest", help='a session id, or "latest"')
    parser.add_argument(
        "--format", dest="form", choices=FORMATS, default=None, help="default: as --out ends, else html"
    )
    parser.add_argument(
        "--lang",
        type=language,
        choices=("en", "zh"),
        default="en",
        help="language of the report (default: en)",
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", default=None, help="default: SESSION-report.FORMAT here"
    )
