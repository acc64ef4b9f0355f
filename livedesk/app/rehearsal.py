"""Runs a booth's tape through the real desk without a window, and says how it went."""

import statistics
import threading
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from livedesk.adapters.chat.practice import PracticeSource
from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.export import ExportFormat, ExportWords, export_session
from livedesk.adapters.store.reading import StoreReader
from livedesk.app.booth import open_booth, open_tape
from livedesk.app.cli_words import EXPORT_WORDS
from livedesk.app.paths import Paths
from livedesk.app.wiring import Wired, wire
from livedesk.core.catalogue.product import in_language
from livedesk.core.errors import disk_error
from livedesk.core.events import (
    CaptionChanged,
    CatalogueLoaded,
    EndSession,
    Event,
    MessageChanged,
    NoticePosted,
    SessionChanged,
    StartSession,
)
from livedesk.core.ids import EN
from livedesk.core.records import (
    Caption,
    Message,
    MessageState,
    Notice,
    NoticeLevel,
    Session,
    SessionState,
    Translation,
)
from livedesk.core.settings import Settings
from livedesk.runtime.player import Player

SETTLE_S = 120.0
"""How long the translator may take, after the tape's end, for what still waits."""

_FILES: tuple[ExportFormat, ...] = ("srt", "vtt", "txt", "csv", "xlsx")


@dataclass(slots=True)
class Collected:
    """What a rehearsal showed, newest state per row; filled on the desk thread, read after its end."""

    captions: dict[int, Caption] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    session: Session | None = None
    has_ended: threading.Event = field(default_factory=threading.Event)

    def receive(self, event: Event) -> None:
        """Take an event of the desk."""
        match event:
            case CaptionChanged():
                self.captions[event.caption.segment] = event.caption
            case MessageChanged():
                self.messages[event.message.id] = event.message
            case SessionChanged():
                self.session = event.session
                if event.session.state is SessionState.ENDED:
                    self.has_ended.set()
            case NoticePosted():
                self.notices.append(event.notice)
            case _:
                pass  # health is for the window

    def translations(self) -> list[Translation]:
        """Return the translations that the rehearsal ended with."""
        of_captions = [t for c in self.captions.values() for t in c.translations if t.is_final]
        return of_captions + [m.translation for m in self.messages.values() if m.translation]

    def summary(self) -> dict[str, Any]:
        """Return the figures of the JSON summary that come from the lines."""
        translated = [t for t in self.translations() if t.reason is None]
        lags = sorted(t.lag_ms for t in translated)
        return {
            "captions": len(self.captions),
            "messages": len(self.messages),
            "translated": len(translated),
            "skipped": sum(m.state is MessageState.SKIPPED for m in self.messages.values()),
            "warnings": sum(len(t.warnings) for t in translated),
            "latency_ms": {
                "median": round(statistics.median(lags)) if lags else None,
                "p95": lags[min(len(lags) - 1, int(len(lags) * 0.95))] if lags else None,
            },
        }


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """How a rehearsal went: the JSON summary, how many lines were left waiting, what the operator should know."""

    summary: dict[str, Any]
    left: int
    notices: tuple[Notice, ...]


def rehearse(
    base: Paths,
    settings: Settings,
    booth_dir: Path,
    out: Path,
    *,
    speed: float,
    model_folders: list[Path] | None = None,
    tape: Path | None = None,
) -> Rehearsed:
    """Play the tape of `booth_dir` at `speed`, write transcript and subtitles to `out`, and say how it went.

    Raises `UserFacing`, and `Unavailable("store", ...)` where the store could not take all of it. The booth's
    languages are used, whatever the settings say.
    """
    booth, lines = open_booth(booth_dir), open_tape(booth_dir)
    settings = replace(
        settings, host_language=booth.host_language, audience_languages=booth.audience_languages
    )
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_error(error, str(out)) from error
    wired = wire(base, settings, model_folders=model_folders, tape=tape)
    collected = Collected()
    wired.desk.subscribe(collected.receive)  # before the start, to miss nothing
    wired.start()
    try:
        wired.desk.post(CatalogueLoaded(booth.products, booth.show, booth.name))
        wired.desk.add_source(PracticeSource())
        wired.desk.post(StartSession(in_language(booth.name, EN), is_rehearsal=True))
        player = Player(wired.desk, lines, speed)
        wired.desk.spawn(lambda: _play_and_end(wired, player))
        while not collected.has_ended.wait(0.5):
            if wired.bugs:
                raise wired.bugs[0]
    finally:
        closed = wired.stop()
    if wired.bugs:
        raise wired.bugs[0]
    if wired.store.unwritten and wired.store.failure:
        raise wired.store.failure
    assert collected.session is not None
    write_files(base, collected.session, out)
    summary = collected.summary() | {"partials_superseded": wired.inbox.superseded, "out": str(out)}
    told = [n for n in collected.notices if n.level is not NoticeLevel.INFO]
    return Rehearsed(summary, closed.left, tuple(told))


async def _play_and_end(wired: Wired, player: Player) -> None:
    await player.play()
    await player.settle(wired.inbox, SETTLE_S)
    wired.desk.take(EndSession())


def write_files(base: Paths, session: Session, out: Path, words: ExportWords = EXPORT_WORDS) -> None:
    """Write the stored session in every export format to `out`, in the host's language and the first audience's."""
    database = open_database(base.database)
    try:
        data = StoreReader(database).load_session(session.id)
    finally:
        database.close()
    for file_format in _FILES:
        export_session(data, file_format, "both", out / f"transcript.{file_format}", words)
