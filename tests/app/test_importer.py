"""The import as the window asks for it: read, check, apply; stopped and undone; beside other changes."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from livedesk.app.importer import Importer
from livedesk.app.paths import Paths
from livedesk.app.wiring import Wired, wire
from livedesk.core import events as ev
from livedesk.core.catalogue.importing.columns import Column, Field
from livedesk.core.catalogue.importing.header import header_at
from livedesk.core.catalogue.importing.job import (
    IMPORT_JOB,
    ImportApplied,
    ImportChecked,
    ImportStep,
    TableRead,
)
from livedesk.core.catalogue.importing.mapping import Mapping
from livedesk.core.catalogue.product import Product
from livedesk.core.errors import ErrorCode
from livedesk.core.ids import EN, Sku
from livedesk.core.jobs import Job, JobState
from livedesk.core.settings import Settings
from tests.adapters.spreadsheet.files import png, workbook
from tests.runtime.rig import Heard, wait_for

ROWS = [["货号", "品名 / Name", "单价(US$)"], ["A-1", "杯 / Cup", 3.5], ["A-2", "碗 / Bowl", 2]]


class _Desk:
    """A desk with an importer."""

    def __init__(self, base: Path) -> None:
        self.wired: Wired = wire(Paths(base), Settings(), model_folders=[])
        self.heard = Heard()
        self.wired.desk.subscribe(self.heard.receive)
        self.importer = Importer(self.wired)
        self.wired.start()
        self.importer.start()

    def ended(self, step: ImportStep) -> Job:
        """How the last job of this step ended, once it did."""
        mark = f"after {len(self._jobs())}"
        self.wired.imports.run("test", mark, lambda _progress, _is_cancelled: None)
        self.heard.until(lambda: any(j.name == mark and j.state is JobState.DONE for j in self._jobs()))
        return [job for job in self._jobs() if job.kind == IMPORT_JOB and job.name == step][-1]

    def _jobs(self) -> list[Job]:
        return [event.job for event in list(self.heard.events) if isinstance(event, ev.JobChanged)]

    @property
    def products(self) -> tuple[Product, ...]:
        """The catalogue as the desk told it last."""
        told = [e.products for e in list(self.heard.events) if isinstance(e, ev.CatalogueChanged)]
        return told[-1] if told else ()

    def until_there_are(self, count: int) -> None:
        self.heard.until(lambda: len(self.products) == count)

    def read(self, path: Path) -> TableRead:
        self.importer.read(path, "")
        result = self.ended(ImportStep.READ).result
        assert isinstance(result, TableRead)
        return result

    def check(self, mapping: Mapping | None) -> ImportChecked:
        assert mapping is not None
        self.importer.check(mapping, None)
        result = self.ended(ImportStep.CHECK).result
        assert isinstance(result, ImportChecked)
        return result


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[_Desk]:
    opened = _Desk(tmp_path / "base")
    yield opened
    opened.wired.stop()
    assert opened.wired.bugs == []


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return workbook(tmp_path / "a.xlsx", ROWS, {"D2": png()})


def test_that_an_import_is_read_checked_and_applied_as_one_step_of_undo(desk: _Desk, table: Path) -> None:
    read = desk.read(table)
    assert (read.file, read.sheet, read.row_count) == ("a.xlsx", "报价", 3)
    assert read.rows[1][:2] == ("A-1", "杯 / Cup")
    checked = desk.check(read.mapping)
    assert (checked.new, checked.updated, checked.problems) == (2, 0, ())
    assert desk.products == ()
    desk.importer.apply()
    assert desk.ended(ImportStep.APPLY).result == ImportApplied(2, 0, 0, ())
    desk.until_there_are(2)
    assert (desk.wired.paths.pictures / desk.products[0].picture).exists()
    desk.wired.desk.post(ev.UndoCatalogue())
    desk.until_there_are(0)


def test_that_what_changed_between_check_and_apply_is_not_overwritten(desk: _Desk, table: Path) -> None:
    mapping = desk.read(table).mapping
    desk.check(mapping)
    desk.wired.desk.post(ev.PutProducts((Product(Sku("A-1"), 9, {EN: "Mug"}, {}, (), brand="Lumio"),)))
    desk.until_there_are(1)
    desk.importer.apply()
    assert desk.ended(ImportStep.APPLY).result == ImportApplied(1, 1, 0, ())
    desk.until_there_are(2)
    assert (desk.products[0].brand, desk.products[0].number) == ("Lumio", 9)


def test_that_what_changes_while_pictures_are_written_is_not_overwritten(desk: _Desk, table: Path) -> None:
    mug = Product(Sku("A-1"), 9, {EN: "Mug"}, {}, ())
    desk.wired.desk.post(ev.PutProducts((mug,)))
    desk.until_there_are(1)
    desk.check(desk.read(table).mapping)
    prepared = desk.importer._prepared
    assert prepared is not None
    ((name, source),) = prepared.pictures.items()

    def while_somebody_types() -> bytes:
        desk.wired.desk.post(ev.PutProducts((replace(mug, brand="Lumio"),), (mug,)))
        desk.heard.until(lambda: desk.products[0].brand == "Lumio")
        return source()

    prepared.pictures[name] = while_somebody_types
    desk.importer.apply()
    assert desk.ended(ImportStep.APPLY).result == ImportApplied(1, 1, 0, ())
    desk.until_there_are(2)
    assert (desk.products[0].brand, desk.products[0].pictures) == ("Lumio", (name,))
    assert desk.products[0].tiers[0].price == Decimal("3.5")


def test_that_a_file_that_is_no_table_fails_with_its_code(desk: _Desk, tmp_path: Path) -> None:
    (tmp_path / "offer.pdf").write_bytes(b"%PDF-1.7")
    desk.importer.read(tmp_path / "offer.pdf", "")
    job = desk.ended(ImportStep.READ)
    assert (job.state, job.code, job.params) == (
        JobState.FAILED,
        ErrorCode.SHEET_FORMAT,
        {"file": "offer.pdf"},
    )


def test_that_nothing_is_applied_that_was_not_checked(desk: _Desk) -> None:
    desk.importer.apply()
    assert desk.ended(ImportStep.APPLY).state is JobState.FAILED


def test_that_an_import_can_be_stopped_and_changes_nothing(desk: _Desk, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("sku,name\n" + "".join(f"A-{n},Cup\n" for n in range(5000)), encoding="utf-8")
    mapping = desk.read(path).mapping
    assert mapping is not None
    held, free = threading.Event(), threading.Event()

    def hold(_progress: object, _is_cancelled: object) -> None:
        held.set()
        wait_for(free)

    desk.wired.imports.run("test", "hold", hold)
    wait_for(held)
    desk.importer.check(mapping, None)
    desk.importer.cancel()
    free.set()
    assert desk.ended(ImportStep.CHECK).state is JobState.CANCELLED
    desk.importer.apply()
    assert desk.ended(ImportStep.APPLY).state is JobState.FAILED
    assert desk.products == ()


def test_that_what_a_person_decided_about_columns_is_remembered(desk: _Desk, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("货号,叫法\nA-1,Cup\n", encoding="utf-8")
    mapping = desk.read(path).mapping
    assert mapping is None or not mapping.is_chosen
    header = header_at(desk.read(path).preview(), 0)
    chosen = Mapping("", header, (Column(Field.SKU), Column(Field.NAMES, EN)), is_chosen=frozenset({0, 1}))
    assert desk.check(chosen).new == 1
    desk.importer.apply()
    desk.until_there_are(1)
    again = desk.read(path)
    assert again.is_remembered
    assert again.mapping is not None
    assert [c and c.field for c in again.mapping.columns] == [Field.SKU, Field.NAMES]
    assert replace(again.mapping, header=header).columns == chosen.columns
