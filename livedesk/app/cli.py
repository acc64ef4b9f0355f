"""The `livedesk` command. Everything but `run` and `screenshots` works without Qt.

Exit codes: 0 done; 1 it could not be done, and the message says what to do; 2 wrong arguments; 130 interrupted.
"""

import argparse
import io
import json
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from livedesk import __version__
from livedesk.app import models_arguments
from livedesk.app import paths as places
from livedesk.app.cli_words import EXPORT_WORDS, notice_sentence, sentence
from livedesk.app.paths import Paths, paths_for
from livedesk.app.reports import write_report
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.ids import Language, SessionId
from livedesk.core.records import Notice, NoticeCode, NoticeLevel

if TYPE_CHECKING:
    from livedesk.adapters.store.database import OpenedDatabase


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a program with a window has none
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = _parser().parse_args(argv)
    base = paths_for(arguments.base_dir)
    command: Callable[[argparse.Namespace, Paths], int] = arguments.command
    try:
        return command(arguments, base)
    except (UserFacing, Unavailable) as error:
        print(f"livedesk: {sentence(error)}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of a pipe went away; Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        report = write_report(base.reports, error)
        print(f"livedesk: something went wrong that should not. Report: {report}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="livedesk",
        description="Sell by livestream from a trade-fair booth, translated on this computer.",
    )
    parser.add_argument("--version", action="version", version=f"livedesk {__version__}")
    parser.add_argument("--base-dir", metavar="DIR", help="keep all data below DIR")
    parser.set_defaults(command=_run, booth=None, tape=None, out=None, speed=None)
    commands = parser.add_subparsers(metavar="COMMAND")

    def add(
        name: str, command: Callable[[argparse.Namespace, Paths], int], text: str
    ) -> argparse.ArgumentParser:
        # SUPPRESS: a --base-dir before the command is not overwritten by the missing one after it.
        sub = commands.add_parser(name, help=text, description=text, argument_default=argparse.SUPPRESS)
        sub.add_argument("--base-dir", metavar="DIR", help="keep all data below DIR")
        sub.set_defaults(command=command)
        return sub

    run = add("run", _run, "Open the desk (the same as no command).")
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
    run.add_argument("--tape", type=Path, metavar="FILE", default=None, help="record everything to FILE")
    run.add_argument(
        "--out", type=Path, metavar="DIR", default=None, help="without a display: where pictures go"
    )
    run.add_argument("--speed", type=_speed, default=None, help="without a display: how fast to rehearse")

    rehearse = add("rehearse", _rehearse, "Play a booth's tape through the real desk.")
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
    rehearse.add_argument("--tape", type=Path, metavar="FILE", default=None, help="record everything to FILE")

    translate = add("translate", _translate, "Translate lines; - or no text reads them from standard input.")
    translate.add_argument("--from", dest="source", required=True, metavar="LANG", type=_language)
    translate.add_argument("--to", dest="target", required=True, metavar="LANG", type=_language)
    translate.add_argument("--engine", default="ct2", choices=("ct2", "transformers"))
    translate.add_argument("--model", type=Path, default=None, metavar="DIR", help="a MarianMT folder")
    translate.add_argument("--json", action="store_true", default=False, help="one JSON object a line")
    translate.add_argument("text", nargs="*", default=[], metavar="TEXT")

    measure = add("evaluate", _evaluate, "Measure translations of a file of sentence pairs.")
    measure.add_argument("--pairs", required=True, type=Path, metavar="FILE", help="source TAB reference")
    measure.add_argument("--from", dest="source", required=True, metavar="LANG", type=Language)
    measure.add_argument("--to", dest="target", required=True, metavar="LANG", type=Language)
    measure.add_argument("--figures", action="store_true", default=False, help="a third column lists figures")
    measure.add_argument("--engine", default="ct2", choices=("ct2", "transformers"))
    measure.add_argument("--model", type=Path, default=None, metavar="DIR", help="a MarianMT folder")
    measure.add_argument("--json", action="store_true", default=False, help="print one JSON object")

    hear = add("transcribe", _transcribe, "Write down, and translate, what is said in a sound file.")
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

    doctor = add("doctor", _doctor, "Check that everything is there, and say what to do where it is not.")
    doctor.add_argument("--json", action="store_true", default=False)

    export = add("export", _export, "Write a session as subtitles, text or a table.")
    export.add_argument("session", nargs="?", default="latest", help='a session id, or "latest"')
    export.add_argument("--format", dest="file_format", choices=("srt", "vtt", "txt", "csv"), default="txt")
    export.add_argument(
        "--language",
        default="both",
        type=_language,
        metavar="LANG|both",
        help="which language (default: both)",
    )
    export.add_argument("--out", type=Path, metavar="FILE", default=None, help="default: SESSION.FORMAT here")

    sessions = add("sessions", _sessions, "List the sessions that are stored.")
    sessions.add_argument("--json", action="store_true", default=False)

    models_arguments.add_arguments(add("models", models_arguments.run, models_arguments.SUMMARY))

    glossary = add(
        "glossary", _glossary, "Your own terms: read them from a table, write them to one, list them."
    )
    glossary.add_argument("action", choices=("import", "export", "list"))
    glossary.add_argument("file", nargs="?", type=Path, default=None, help="import, export: a CSV file")
    glossary.add_argument("--json", action="store_true", default=False)

    catalogue = add("catalogue", _catalogue, "The catalogue: read it from a table, write it to one.")
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

    add("selfcheck", _selfcheck, "Check this installation: resources, engines, a round through the store.")
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


def _run(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.doctor import has_display

    if has_display():
        from livedesk.app.window import run_window

        return run_window(base, arguments.booth, arguments.tape)
    from livedesk.app.offscreen import run_off_screen

    out = arguments.out or Path("out")
    return run_off_screen(base, arguments.booth or places.sample_booth(), out, arguments.speed or 30.0)


def _rehearse(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.doctor import has_display

    out = arguments.out or base.base / "rehearsal"
    if not arguments.headless:
        if not has_display():
            raise UserFacing(ErrorCode.NO_DISPLAY)
        from livedesk.app.window import run_window

        return run_window(base, arguments.booth, arguments.tape, rehearse_at=arguments.speed)
    from livedesk.app.rehearsal import rehearse
    from livedesk.app.wiring import load_settings

    settings, was_broken = load_settings(base)
    if was_broken:
        _tell([Notice(NoticeCode.SETTINGS_RESET, NoticeLevel.WARNING)])
    folders = [arguments.models] if arguments.models else None
    done = rehearse(
        base,
        settings,
        arguments.booth,
        out,
        speed=arguments.speed,
        model_folders=folders,
        tape=arguments.tape,
    )
    _tell(done.notices)
    summary = done.summary
    if arguments.json:
        print(json.dumps(summary, ensure_ascii=False))
        return 0
    latency = summary["latency_ms"]
    print(
        f"{summary['captions']} captions, {summary['messages']} messages, {summary['translated']} translated"
    )
    print(
        f"{summary['skipped']} skipped, {summary['warnings']} with figures to check, {done.left} left waiting"
    )
    if latency["median"] is not None:
        print(f"translated after {latency['median']} ms (median), {latency['p95']} ms (95 of 100)")
    else:
        print("Nothing was translated: no usable model. See: livedesk doctor")
    print(f"Transcript and subtitles: {out}")
    return 0


def _tell(notices: Iterable[Notice]) -> None:
    """Say what a window would show as a banner."""
    for notice in notices:
        if text := notice_sentence(notice):
            print(f"livedesk: {text}", file=sys.stderr)


def _open_database(base: Paths) -> "OpenedDatabase":
    """Open the database of a command that reads it, and say so where a damaged one was put aside."""
    from livedesk.adapters.store.database import open_database

    database = open_database(base.database)
    if database.kept_aside:
        _tell([Notice(NoticeCode.DATABASE_KEPT_ASIDE, NoticeLevel.ERROR, {"path": str(database.kept_aside)})])
    return database


def _translate(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.translate import translate_lines

    texts = arguments.text
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")  # some programs begin with a BOM
    lines = (line.rstrip("\n") for line in sys.stdin) if texts in ([], ["-"]) else iter(texts)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    return translate_lines(
        base,
        lines,
        arguments.source,
        arguments.target,
        engine=arguments.engine,
        model=arguments.model,
        as_json=arguments.json,
    )


def _evaluate(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.evaluate import evaluate

    return evaluate(
        base,
        arguments.pairs,
        arguments.source,
        arguments.target,
        with_figures=arguments.figures,
        engine=arguments.engine,
        model=arguments.model,
        as_json=arguments.json,
    )


def _transcribe(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.booth import open_booth
    from livedesk.app.transcribe import transcribe
    from livedesk.app.wiring import load_settings
    from livedesk.core.events import CatalogueLoaded

    settings, _ = load_settings(base)
    language = arguments.lang or settings.host_language
    if arguments.target == language:
        raise UserFacing(ErrorCode.BAD_INPUT, value=f"--to {language}", allowed=f"any but {language}")
    booth = open_booth(arguments.booth) if arguments.booth else None
    signal.signal(signal.SIGINT, signal.default_int_handler)
    return transcribe(
        base,
        arguments.file,
        replace(settings, host_language=language),
        target=arguments.target,
        is_real_time=arguments.realtime,
        model=arguments.model,
        booth=CatalogueLoaded(booth.products, booth.show, booth.name) if booth else None,
        as_json=arguments.json,
    )


def _doctor(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.doctor import examine, verdict

    checks = examine(base)
    worst = verdict(checks)
    if arguments.json:
        lines = [asdict(check) for check in checks]
        print(json.dumps({"verdict": worst, "checks": lines}, ensure_ascii=False, default=str))
    else:
        for check in checks:
            print(f"{check.verdict:4}  {check.name:12} {check.found}")
            if check.todo:
                print(f"      {'':12} {check.todo}")
    return 1 if worst == "fail" else 0


def _export(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.adapters.store.export import Languages, export_session
    from livedesk.adapters.store.reading import StoreReader

    session = SessionId(arguments.session)
    if not base.database.exists():
        raise UserFacing(ErrorCode.SESSION_UNKNOWN, session=session)
    database = _open_database(base)
    try:
        data = StoreReader(database).load_session(session)
    finally:
        database.close()
    there = [data.session.host_language, *data.session.audience_languages]
    there += [t.language for caption in data.captions for t in caption.translations]
    if arguments.language not in ("both", *there):
        allowed = " ".join(dict.fromkeys(("both", *there)))
        raise UserFacing(ErrorCode.BAD_INPUT, value=arguments.language, allowed=allowed)
    languages: Languages = "both" if arguments.language == "both" else (arguments.language,)
    out = arguments.out or Path(f"{data.session.id}.{arguments.file_format}")
    export_session(data, arguments.file_format, languages, out, EXPORT_WORDS)
    print(out)
    return 0


def _sessions(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.adapters.store.reading import StoreReader
    from livedesk.core.wire import encode

    if not base.database.exists():
        print("[]" if arguments.json else "No sessions yet.")
        return 0
    database = _open_database(base)
    try:
        found = StoreReader(database).sessions()
    finally:
        database.close()
    if arguments.json:
        print(json.dumps([encode(s) for s in found], ensure_ascii=False))
        return 0
    for session in found:
        counts = f"{session.captions:5} captions {session.messages:5} messages"
        print(f"{session.id}  {session.state:7} {counts}  {session.name}")
    return 0


def _glossary(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.glossary_command import export_terms, import_terms, list_terms

    if arguments.action == "list":
        return list_terms(base, as_json=arguments.json)
    if arguments.file is None:
        allowed = f"livedesk glossary {arguments.action} FILE"
        raise UserFacing(ErrorCode.BAD_INPUT, value=arguments.action, allowed=allowed)
    if arguments.action == "import":
        return import_terms(base, arguments.file)
    return export_terms(base, arguments.file)


def _catalogue(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.catalogue_command import export_catalogue, import_catalogue

    if arguments.action == "export":
        return export_catalogue(base, arguments.file, as_json=arguments.json)
    return import_catalogue(
        base,
        arguments.file,
        is_dry_run=arguments.dry_run,
        columns=arguments.map,
        sheet=arguments.sheet,
        pictures=arguments.pictures,
        as_json=arguments.json,
    )


def _selfcheck(_arguments: argparse.Namespace, _base: Paths) -> int:
    from livedesk.app.selfcheck import selfcheck

    return selfcheck()
