"""What each command of `livedesk` does with its arguments; `cli.py` says which arguments it takes."""

import argparse
import io
import json
import signal
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from livedesk.app import paths as places
from livedesk.app.cli_words import EXPORT_WORDS, notice_sentence
from livedesk.app.paths import Paths
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import SessionId
from livedesk.core.records import Notice, NoticeCode, NoticeLevel

if TYPE_CHECKING:
    from livedesk.adapters.store.database import OpenedDatabase

EXPORT_FORMATS = ("srt", "vtt", "txt", "csv", "xlsx")


def run(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.doctor import has_display

    if has_display():
        from livedesk.app.window import run_window

        return run_window(base, arguments.booth, arguments.tape)
    from livedesk.app.offscreen import run_off_screen

    out = arguments.out or Path("out")
    return run_off_screen(base, arguments.booth or places.sample_booth(), out, arguments.speed or 30.0)


def rehearse(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.doctor import has_display

    out = arguments.out or base.base / "rehearsal"
    if not arguments.headless:
        for option, given in (
            ("--out", arguments.out),
            ("--json", arguments.json),
            ("--models", arguments.models),
        ):
            if given:
                raise UserFacing(ErrorCode.BAD_INPUT, value=option, allowed=f"--headless {option}")
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


def translate(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.translate import translate_lines

    texts = arguments.text
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")  # some programs begin with a BOM
    source = sys.stdin or ()  # None where it was closed before livedesk began
    lines = (line.rstrip("\r\n") for line in source) if texts in ([], ["-"]) else iter(texts)
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


def evaluate(arguments: argparse.Namespace, base: Paths) -> int:
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


def transcribe(arguments: argparse.Namespace, base: Paths) -> int:
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


def doctor(arguments: argparse.Namespace, base: Paths) -> int:
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


def export(arguments: argparse.Namespace, base: Paths) -> int:
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
    arguments.file_format = arguments.file_format or format_by_name(arguments.out, EXPORT_FORMATS) or "txt"
    out = arguments.out or Path(f"{data.session.id}.{arguments.file_format}")
    export_session(data, arguments.file_format, languages, out, EXPORT_WORDS)
    print(out)
    return 0


def format_by_name(out: Path | None, formats: Sequence[str]) -> str:
    """Return which of the formats the name of the file ends with, "" where it is none of them."""
    ending = out.suffix.lower().removeprefix(".") if out else ""
    return ending if ending in formats else ""


def report(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.report import run
    from livedesk.app.report_arguments import FORMATS

    arguments.form = arguments.form or format_by_name(arguments.out, FORMATS) or "html"
    return run(arguments, base)


def sessions(arguments: argparse.Namespace, base: Paths) -> int:
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
    if not found:
        print("No sessions yet.")
    for session in found:
        counts = f"{session.captions:5} captions {session.messages:5} messages"
        print(f"{session.id}  {session.state:7} {counts}  {session.name}")
    return 0


def glossary(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.glossary_command import export_terms, import_terms, list_terms

    if arguments.action == "list":
        return list_terms(base, as_json=arguments.json)
    if arguments.file is None:
        allowed = f"livedesk glossary {arguments.action} FILE"
        raise UserFacing(ErrorCode.BAD_INPUT, value=arguments.action, allowed=allowed)
    if arguments.action == "import":
        return import_terms(base, arguments.file)
    return export_terms(base, arguments.file)


def catalogue(arguments: argparse.Namespace, base: Paths) -> int:
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


def leads(arguments: argparse.Namespace, base: Paths) -> int:
    from livedesk.app.leads_command import export_leads, list_leads
    from livedesk.core.leads.lead import LeadScore

    score = LeadScore(arguments.score) if arguments.score else None
    if arguments.action == "list":
        return list_leads(base, score, as_json=arguments.json)
    if arguments.file is None:
        allowed = "livedesk leads export FILE.xlsx, FILE.csv or FILE.vcf"
        raise UserFacing(ErrorCode.BAD_INPUT, value=arguments.action, allowed=allowed)
    return export_leads(base, arguments.file, score, arguments.vcard)


def selfcheck(_arguments: argparse.Namespace, _base: Paths) -> int:
    from livedesk.app.selfcheck import selfcheck

    return selfcheck()
