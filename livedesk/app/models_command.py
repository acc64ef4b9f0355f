"""`livedesk models`: which there are, installing one from the net, a folder or a stick, removing and verifying."""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from livedesk.adapters.engines.marian_files import read_folder
from livedesk.adapters.models.download import Wanted
from livedesk.adapters.models.manifest import Manifest, read_manifest
from livedesk.adapters.models.speech_folder import check_speech_folder
from livedesk.adapters.models.verify import RECEIPT
from livedesk.adapters.models.verify import verify as verify_files
from livedesk.app import models
from livedesk.app import paths as places
from livedesk.app.cli_words import sentence
from livedesk.app.paths import Paths
from livedesk.app.wiring import load_settings
from livedesk.core.captions.speech_model import SpeechModel
from livedesk.core.errors import Cancelled, ErrorCode, UserFacing
from livedesk.core.model_list import ModelEntry
from livedesk.core.translation.model import InstalledModel

_MB = 1_000_000
_STOPPED = 130


def list_models(base: Paths, *, as_json: bool) -> int:
    """Print what is installed and what the manifest knows beyond that."""
    entries = models.model_list(base).models
    if as_json:
        print(json.dumps([_row(entry) for entry in entries], ensure_ascii=False))
        return 0
    _print_by_pair([entry for entry in entries if not entry.kind.is_speech])
    print()
    for entry in entries:
        if entry.kind.is_speech:
            languages = ", ".join(entry.languages) or "any language"
            print(f"speech   {_columns(entry)}  {languages}{_mark(entry)}")
    return 0


def install(base: Paths, what: str, *, mirror: str | None, source: str, as_json: bool) -> int:
    """Install the model that is called `what`, or the one in the folder `what`; raises `UserFacing`.

    A name that is on the list is downloaded unless it is written as a path ("./whisper-base").
    """
    is_listed = read_manifest(places.manifest()).model(what) is not None
    if is_listed and os.sep not in what:
        return _download(base, what, mirror=mirror, source=source, as_json=as_json)
    folder = Path(what)
    if not folder.exists() and folder.name == what:
        raise UserFacing(ErrorCode.MODEL_UNKNOWN, model=what)
    with _ProgressLine(folder.name) as line:
        model = models.copy(base, folder, line.show)
    _tell_installed(model.name, model.path, _does(model), as_json=as_json)
    return 0


def remove(base: Paths, name: str, *, is_sure: bool) -> int:
    """Delete one of the user's models after asking; raises `UserFacing`."""
    if not is_sure:
        if not can_be_asked():
            raise UserFacing(
                ErrorCode.BAD_INPUT, value="remove", allowed=f"livedesk models remove {name} --yes"
            )
        print(f"Remove {name} from {base.models}? [y/N] ", end="", flush=True)
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            print("Nothing was removed.")
            return 1
    models.remove(base, name)
    print(f"{name} is removed.")
    return 0


def can_be_asked() -> bool:
    """Whether there is someone at a terminal to answer."""
    return sys.stdin.isatty()


def verify(base: Paths, name: str | None, *, as_json: bool) -> int:
    """Read the installed models byte by byte and say of each whether it is the published one; 1 where one is not."""
    manifest = read_manifest(places.manifest())
    entries = [e for e in models.model_list(base).models if e.is_installed and name in (None, e.name)]
    if name is not None and not entries:
        raise UserFacing(ErrorCode.MODEL_UNKNOWN, model=name)
    rows = [_verified(entry, manifest) for entry in entries]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
    else:
        for row in rows:
            print(f"{'ok' if row['ok'] else 'BAD':4} {row['name']:24} {row['found']}")
        if not rows:
            print("No model is installed.")
    return 0 if all(row["ok"] for row in rows) else 1


def _verified(entry: ModelEntry, manifest: Manifest) -> dict[str, Any]:
    listed, path = manifest.model(entry.name), Path(entry.path)
    row: dict[str, Any] = {"name": entry.name, "path": entry.path, "ok": True, "unknown": []}
    try:
        if listed is not None:
            with _ProgressLine(entry.name) as line:
                row["unknown"] = list(verify_files(path, listed, line.show))
        if entry.kind.is_speech:
            check_speech_folder(path, entry.kind)
        else:
            read_folder(path)
    except UserFacing as error:
        return {**row, "ok": False, "found": sentence(error)}
    if listed is None:
        return {**row, "found": "whole; it is not on livedesk's list, so nobody checked it"}
    if row["unknown"]:
        return {**row, "found": f"whole; no checksum is known of {', '.join(row['unknown'])}"}
    came = "as it was downloaded" if (path / RECEIPT).exists() else "the published one"
    return {**row, "found": "the published one" if all(f.sha256 for f in listed.files) else came}


def _download(base: Paths, name: str, *, mirror: str | None, source: str, as_json: bool) -> int:
    if mirror is None:
        mirror = load_settings(base)[0].model_mirror
    with _stopped_by_ctrl_c() as stop, _ProgressLine(name) as line:
        try:
            folder = models.fetch(base, name, Wanted(mirror, source), line.show, stop.is_set)
        except Cancelled:
            line.end()
            print("livedesk: Stopped. The same command goes on from here.", file=sys.stderr)
            return _STOPPED
    entry = models.listed_model(name)
    does = f"{entry.source} > {entry.target}" if entry.source else "speech"
    _tell_installed(name, folder, does, as_json=as_json)
    return 0


def _tell_installed(name: str, path: Path, does: str, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"name": name, "path": str(path), "does": does}, ensure_ascii=False))
    else:
        print(f"{name}: {does} is installed.")


def _does(model: InstalledModel | SpeechModel) -> str:
    return "speech" if isinstance(model, SpeechModel) else f"{model.source} > {model.target}"


def _row(entry: ModelEntry) -> dict[str, Any]:
    row: dict[str, Any] = {
        "name": entry.name,
        "kind": entry.kind.value,
        "from": entry.source,
        "to": entry.target,
        "languages": list(entry.languages),
        "installed": entry.is_installed,
        "listed": entry.is_listed,
        "licence": entry.licence,
        "bytes": entry.size_bytes,
        "bytes_here": entry.here_bytes,
    }
    return row | ({"path": entry.path} if entry.is_installed else {})


def _print_by_pair(entries: Sequence[ModelEntry]) -> None:
    """Print one line a model, both ways of two languages together, Chinese and English first."""

    def pair_of(entry: ModelEntry) -> list[str]:
        codes = (str(entry.source), str(entry.target))
        return sorted(codes, key=lambda code: (code != "zh", code != "en", code))

    def place(entry: ModelEntry) -> tuple[bool, str, str, bool]:
        first, second = pair_of(entry)
        return second != "en", second, first, entry.source != first

    before: list[str] = []
    for entry in sorted(entries, key=place):
        pair = pair_of(entry)
        if before and pair != before:
            print()
        before = pair
        print(f"{entry.source} > {entry.target}  {_columns(entry)}{_mark(entry)}")


def _columns(entry: ModelEntry) -> str:
    state = "installed" if entry.is_installed else "begun" if entry.here_bytes else "not installed"
    size = f"{entry.size_bytes / _MB:,.0f} MB" if entry.size_bytes else "?"
    return f"{entry.name:24} {state:14} {size:>8}  {entry.licence:10}"


def _mark(entry: ModelEntry) -> str:
    return "" if entry.is_listed else "  (not on livedesk's list: check what it says)"


@contextmanager
def _stopped_by_ctrl_c() -> Iterator[threading.Event]:
    """Let Ctrl+C end the download in order, so that what came is kept and nothing is left open."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop  # only the main thread hears of signals
        return
    before = signal.signal(signal.SIGINT, lambda *_: stop.set())
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass(slots=True)
class _ProgressLine:
    """One line that counts up on a terminal; nothing anywhere else."""

    name: str
    begun_at: float = 0.0
    begun_with: int = -1
    is_open: bool = False

    def __enter__(self) -> "_ProgressLine":
        self.begun_at = time.monotonic()
        return self

    def __exit__(self, *_error: object) -> None:
        self.end()

    def show(self, done: int, total: int) -> None:
        """Show how far it is, and how fast it goes."""
        if not sys.stderr.isatty():
            return
        if self.begun_with < 0:
            self.begun_with = done
        took_s = time.monotonic() - self.begun_at
        speed = f"{(done - self.begun_with) / took_s / _MB:.1f} MB/s" if took_s >= 1 else ""
        share = f"{done * 100 // total:3} %" if total else ""
        whole = f" of {total / _MB:.1f}" if total else ""
        print(
            f"\r{self.name}: {done / _MB:.1f}{whole} MB  {share}  {speed}   ",
            end="",
            file=sys.stderr,
            flush=True,
        )
        self.is_open = True

    def end(self) -> None:
        """Begin a new line, where one was begun."""
        if self.is_open:
            print(file=sys.stderr)
            self.is_open = False
