"""The `livedesk` command. Everything but `run` and `screenshots` works without Qt.

Exit codes: 0 done; 1 it could not be done, and the message says what to do; 2 wrong arguments; 130 interrupted.
"""

import argparse
import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from livedesk import __version__
from livedesk.app import commands, live_arguments, models_arguments, report_arguments
from livedesk.app import paths as places
from livedesk.app.cli_words import NO_ROOM, NOT_ALLOWED, sentence
from livedesk.app.paths import Paths, paths_for
from livedesk.app.reports import write_report
from livedesk.core.errors import Unavailable, UserFacing
from livedesk.core.ids import Language
from livedesk.core.typing_compat import override


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a program with a window has none
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = _parser().parse_args(argv)
    base = paths_for(arguments.base_dir)
    command: Callable[[argparse.Namespace, Paths], int] = arguments.command
    try:
        code = command(arguments, base)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where what goes wrong is told
        return code
    except (UserFacing, Unavailable) as error:
        print(f"livedesk: {sentence(error)}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        _give_up_output()  # the reader of a pipe went away
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if told := _refused(error):
            print(f"livedesk: {told}", file=sys.stderr)
            return 1
        report = write_report(base.reports, error)
        print(f"livedesk: something went wrong that should not. Report: {report}", file=sys.stderr)
        return 1


def _give_up_output() -> None:
    """Let nobody hear the rest; Python would complain once more when it flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(error: Exception) -> str:
    """Return what the user can do about a file or an output that the system refused; "" for a bug."""
    if isinstance(error, PermissionError) and error.filename:
        return NOT_ALLOWED.format(file=error.filename)
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        if error.filename is None:
            _give_up_output()
        return NO_ROOM
    return ""


class _Parser(argparse.ArgumentParser):
    """Takes options before a NAME that may be missing: "leads export --score hot FILE".

    A workaround for argparse of Python 3.11 and 3.12.0 to 3.12.6 (gh-59317), which gives the place of the NAME away
    as soon as it meets the option.
    """

    @override
    def _match_arguments_partial(self, actions: Sequence[argparse.Action], pattern: str) -> list[int]:
        counts = super()._match_arguments_partial(actions, pattern)
        while "O" in pattern and counts and counts[-1] == 0:
            counts.pop()
        return counts


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="livedesk",
        description="Sell by livestream from a trade-fair booth, translated on this computer.",
    )
    parser.add_argument("--version", action="version", version=f"livedesk {__version__}")
    parser.add_argument("--base-dir", metavar="DIR", help="keep all data below DIR")
    parser.set_defaults(command=commands.run, booth=None, tape=None, out=None, speed=None)
    choices = parser.add_subparsers(metavar="COMMAND")

    def add(
        name: str, command: Callable[[argparse.Namespace, Paths], int], text: str
    ) -> argparse.ArgumentParser:
        # SUPPRESS: a --base-dir before the command is not overwritten by the missing one after it.
        sub = choices.add_parser(name, help=text, description=text, argument_default=argparse.SUPPRESS)
        sub.add_argument("--base-dir", metavar="DIR", help="keep all data below DIR")
        sub.set_defaults(command=command)
        return sub

    run = add("run", commands.run, "Open the desk (the same as no command).")
    run.add_argument(
        "--booth", type=Path, metavar="DIR", default=None, help="load the products of a booth folder"
    )
    run.add_argument(
        "--sample",
        dest="booth",
        action="store_const",
        const=places.sample_booth(),
        help="load the sample booth",
    )
    run.add_argument(
        "--tape",
        type=Path,
        metavar="FILE",
        default=None,
        help="for developers: record everything to FILE, buyers' words too; nobody deletes it",
    )
    run.add_argument(
        "--out", type=Path, metavar="DIR", default=None, help="without a display: where pictures go"
    )
    run.add_argument("--speed", type=_speed, default=None, help="without a display: how fast to rehearse")

    rehearse = add("rehearse", commands.rehearse, "Play a booth's tape through the real desk.")
    rehearse.add_argument("--headless", action="store_true", default=False, help="no window")
    rehearse.add_argument("--speed", type=_speed, default=1.0, help="times the tape's own pace (default 1)")
    rehearse.add_argument(
        "--booth", type=Path, metavar="DIR", default=places.sample_booth(), help="booth folder"
    )
    rehearse.add_argument(
        "--out", type=Path, metavar="DIR", default=None, help="where transcript and subtitles go"
    )
    rehearse.add_argument("--json", action="store_true", default=False, help="print one JSON object")
    rehearse.add_argument(
        "--models", type=Path, metavar="DIR", default=None, help="look for models only in DIR"
    )
    rehearse.add_argument(
        "--tape",
        type=Path,
        metavar="FILE",
        default=None,
        help="for developers: record everything to FILE, buyers' words too; nobody deletes it",
    )

    live_arguments.add_arguments(add("live", live_arguments.run, live_arguments.SUMMARY))

    translate = add(
        "translate", commands.translate, "Translate lines; - or no text reads them from standard input."
    )
    translate.add_argument("--from", dest="source", required=True, metavar="LANG", type=_language)
    translate.add_argument("--to", dest="target", required=True, metavar="LANG", type=_language)
    translate.add_argument("--engine", default="ct2", choices=("ct2", "transformers"))
    translate.add_argument("--model", type=Path, default=None, metavar="DIR", help="a MarianMT folder")
    translate.add_argument("--json", action="store_true", default=False, help="one JSON object a line")
    translate.add_argument("text", nargs="*", default=[], metavar="TEXT")

    measure = add("evaluate", commands.evaluate, "Measure translations of a file of sentence pairs.")
    measure.add_argument("--pairs", required=True, type=Path, metavar="FILE", help="source TAB reference")
    measure.add_argument("--from", dest="source", required=True, metavar="LANG", type=_language)
    measure.add_argument("--to", dest="target", required=True, metavar="LANG", type=_language)
    measure.add_argument("--figures", action="store_true", default=False, help="a third column lists figures")
    measure.add_argument("--engine", default="ct2", choices=("ct2", "transformers"))
    measure.add_argument("--model", type=Path, default=None, metavar="DIR", help="a MarianMT folder")
    measure.add_argument("--json", action="store_true", default=False, help="print one JSON object")

    hear = add("transcribe", commands.transcribe, "Write down, and translate, what is said in a sound file.")
    hear.add_argument("file", type=Path, metavar="FILE", help="wav, flac, ogg, mp3...")
    hear.add_argument(
        "--lang", type=_language, default=None, metavar="LANG", help="what is spoken (default: the host's)"
    )
    hear.add_argument("--to", dest="target", type=_language, default=None, metavar="LANG", help="translate")
    hear.add_argument(
        "--realtime", action="store_true", default=False, help="as from a microphone; only this measures lags"
    )
    hear.add_argument("--json", action="store_true", default=False, help="print one JSON object")
    hear.add_argument("--model", type=Path, default=None, metavar="DIR", help="a folder with a speech model")
    hear.add_argument(
        "--booth", type=Path, default=None, metavar="DIR", help="know the names of a booth folder"
    )

    doctor = add(
        "doctor", commands.doctor, "Check that everything is there, and say what to do where it is not."
    )
    doctor.add_argument("--json", action="store_true", default=False)

    export = add("export", commands.export, "Write a session as subtitles, text or a table.")
    export.add_argument("session", nargs="?", default="latest", help='a session id, or "latest"')
    export.add_argument(
        "--format",
        dest="file_format",
        choices=commands.EXPORT_FORMATS,
        default=None,
        help="default: as --out ends, else txt",
    )
    export.add_argument(
        "--language",
        default="both",
        type=_language,
        metavar="LANG|both",
        help="which language (default: both)",
    )
    export.add_argument("--out", type=Path, metavar="FILE", default=None, help="default: SESSION.FORMAT here")

    report_arguments.add_arguments(add("report", commands.report, report_arguments.SUMMARY), _language)

    sessions = add("sessions", commands.sessions, "List the sessions that are stored.")
    sessions.add_argument("--json", action="store_true", default=False)

    models_arguments.add_arguments(add("models", models_arguments.run, models_arguments.SUMMARY))

    glossary = add(
        "glossary", commands.glossary, "Your own terms: read them from a table, write them to one, list them."
    )
    glossary.add_argument("action", choices=("import", "export", "list"))
    glossary.add_argument("file", nargs="?", type=Path, default=None, help="import, export: a CSV file")
    glossary.add_argument("--json", action="store_true", default=False)

    catalogue = add("catalogue", commands.catalogue, "The catalogue: read it from a table, write it to one.")
    catalogue.add_argument("action", choices=("import", "export"))
    catalogue.add_argument("file", type=Path, help="import: .xlsx .xls .ods .csv .tsv; export: .xlsx .csv")
    catalogue.add_argument(
        "--dry-run", action="store_true", default=False, help="import: only say what it would do"
    )
    catalogue.add_argument(
        "--map",
        type=Path,
        metavar="FILE",
        default=None,
        help="import: what the columns mean, as JSON or TOML",
    )
    catalogue.add_argument("--sheet", default="", metavar="NAME", help="import: which sheet (default: found)")
    catalogue.add_argument(
        "--pictures", type=Path, metavar="DIR", default=None, help="import: a folder of pictures named by SKU"
    )
    catalogue.add_argument("--json", action="store_true", default=False, help="print one JSON object")

    leads = add("leads", commands.leads, "The leads: list them, or write them to a file.")
    leads.add_argument("action", choices=("list", "export"))
    leads.add_argument("file", nargs="?", type=Path, default=None, help="export: .xlsx .csv .vcf")
    leads.add_argument("--score", choices=("hot", "warm", "cold"), default="", help="only these")
    leads.add_argument(
        "--vcard", choices=("3.0", "4.0"), default="3.0", help="export: version of the address cards"
    )
    leads.add_argument("--json", action="store_true", default=False, help="list: print one JSON array")

    add(
        "selfcheck",
        commands.selfcheck,
        "Check this installation: resources, engines, a round through the store.",
    )
    return parser


def _speed(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= 1000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0 and at most 1000")
    return value


def _language(text: str) -> Language:
    return Language(text.strip().lower())
