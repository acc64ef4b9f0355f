"""Terms and corrections from one start of the desk to the next, and from file to file."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from livedesk.app import paths as places
from livedesk.app.paths import Paths
from livedesk.app.services import Services
from livedesk.app.wiring import Wired, wire
from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH, SegmentId, TermId
from livedesk.core.records import NoticeCode
from livedesk.core.settings import Settings
from livedesk.core.translation.request import MEMORY
from livedesk.core.translation.terms import Term
from livedesk.runtime import desk as desk_module
from tests.runtime.rig import Heard, wait_for

NEW = Term(TermId(""), {ZH: ("唛头",), EN: ("shipping mark",)})
KEPT = Term(TermId("own:1"), {ZH: ("唛头",), EN: ("shipping mark",)})


class Running:
    """A desk without models, and what it said."""

    def __init__(self, base: Path) -> None:
        self.wired: Wired = wire(Paths(base), Settings(), model_folders=[])
        self.services = Services(self.wired, lambda text: None)
        self.heard = Heard()
        self.wired.desk.subscribe(self.heard.receive)
        self.wired.start()

    @property
    def terms(self) -> tuple[Term, ...]:
        told = [e.terms for e in list(self.heard.events) if isinstance(e, ev.GlossaryChanged)]
        return told[-1] if told else ()

    def tell(self, *inputs: ev.Input) -> None:
        for given in inputs:
            self.wired.desk.post(given)

    def until(self, is_there: Callable[[], bool]) -> None:
        self.heard.until(is_there)

    def until_seen(self, kind: type[ev.Event]) -> None:
        self.until(lambda: any(isinstance(event, kind) for event in self.heard.events))


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Running]]:
    """Start the desk on the same folder again; what ran before is stopped first."""
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)
    running: list[Running] = []

    def begin() -> Running:
        for before in running:
            before.wired.stop()
        running[:] = [Running(tmp_path / "base")]
        return running[0]

    yield begin
    for last in running:
        last.wired.stop()


def test_that_terms_are_there_at_the_next_start(start: Callable[[], Running]) -> None:
    first = start()
    first.tell(ev.PutTerms((NEW,)))
    first.until(lambda: first.terms == (KEPT,))
    second = start()
    second.until(lambda: second.terms == (KEPT,))


def test_that_a_correction_answers_at_the_next_start(start: Callable[[], Running]) -> None:
    first = start()
    first.tell(
        ev.StartSession("Fair", is_rehearsal=False),
        ev.AddHostLine("支持贴牌。"),
        ev.CorrectCaption(SegmentId(1), EN, "We do private label."),
    )
    first.until_seen(ev.LineRemembered)
    second = start()
    second.tell(ev.StartSession("Fair, day 2", is_rehearsal=False), ev.AddHostLine("支持贴牌"))
    second.until(lambda: any(t.text for c in second.heard.captions.values() for t in c.translations))
    (translation,) = second.heard.captions[1].translations
    assert translation.text == "We do private label."


def test_that_a_correction_answers_the_very_next_line(start: Callable[[], Running]) -> None:
    running = start()
    running.tell(
        ev.StartSession("Fair", is_rehearsal=False),
        ev.AddHostLine("支持贴牌。"),
        ev.CorrectCaption(SegmentId(1), EN, "We do private label."),
        ev.AddHostLine("支持贴牌！"),
    )
    running.until(lambda: 2 in running.heard.captions and bool(running.heard.captions[2].translations))
    assert running.heard.captions[2].translations[0].text == "We do private label."


def test_that_a_preview_shows_what_the_sample_booth_calls_things(start: Callable[[], Running]) -> None:
    running = start()
    running.services.start(places.sample_booth())
    running.until(
        lambda: any(isinstance(e, ev.CatalogueChanged) and e.products for e in running.heard.events)
    )
    running.tell(ev.PreviewLine("欢迎来到朗汐厨具，看便携式榨汁杯", ZH, EN))
    running.until_seen(ev.LinePreviewed)
    (shown,) = [e.result for e in running.heard.events if isinstance(e, ev.LinePreviewed)]
    assert [use.target for use in shown.terms] == ["Lumio Kitchen", "Portable juicer cup"]
    assert shown.engine != MEMORY


def test_that_the_booths_name_is_known_at_the_next_start(start: Callable[[], Running]) -> None:
    first = start()
    first.services.start(places.sample_booth())
    first.until(lambda: any(isinstance(e, ev.CatalogueChanged) and e.products for e in first.heard.events))
    second = start()
    second.services.start(None)
    second.until(
        lambda: any(isinstance(e, ev.CatalogueChanged) and bool(e.name) for e in second.heard.events)
    )


def test_that_terms_are_read_from_a_file_and_written_to_one(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    running = start()
    table, out = tmp_path / "terms.csv", tmp_path / "out.csv"
    table.write_text("zh,en\n唛头,shipping mark\n红米,\n", encoding="utf-8")
    running.services.start(None)
    running.services.import_terms(table)
    running.until_seen(ev.TermsImported)
    (told,) = [e for e in running.heard.events if isinstance(e, ev.TermsImported)]
    assert (told.file, told.taken, [p.line for p in told.problems]) == ("terms.csv", 1, [3])
    running.until(lambda: running.terms == (KEPT,))
    running.services.export_terms(out)
    done = threading.Event()
    running.wired.errands.run(done.set, NoticeCode.TERMS_NOT_WRITTEN)
    wait_for(done)
    assert "shipping mark" in out.read_text("utf-8-sig")


def test_that_a_file_that_cannot_be_written_is_told(start: Callable[[], Running], tmp_path: Path) -> None:
    running = start()
    running.services.export_terms(tmp_path / "no" / "such" / "folder.csv")
    running.until(
        lambda: any(
            isinstance(e, ev.NoticePosted) and e.notice.code is NoticeCode.TERMS_NOT_WRITTEN
            for e in running.heard.events
        )
    )


def test_that_the_desk_starts_without_terms_it_cannot_read(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    first = start()
    first.tell(ev.PutTerms((NEW,)))
    first.until(lambda: first.terms == (KEPT,))
    first.wired.stop()
    with closing(sqlite3.connect(tmp_path / "base" / "livedesk.db")) as connection, connection:
        connection.execute("UPDATE terms SET kind = 'poem'")
    second = start()
    second.until(
        lambda: any(
            isinstance(e, ev.NoticePosted) and e.notice.code is NoticeCode.TERMS_NOT_READ
            for e in second.heard.events
        )
    )
