"""The import as the window does it: read, look, check, apply; each step a job that can be watched and stopped."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from livedesk.app.exporting import write_table
from livedesk.app.importing import Prepared, Table, keep_pictures, open_table, prepare, remember
from livedesk.app.wiring import Wired
from livedesk.core.catalogue.importing.job import (
    IMPORT_JOB,
    PREVIEW_ROWS,
    ImportApplied,
    ImportChecked,
    ImportStep,
    TableRead,
)
from livedesk.core.catalogue.importing.mapping import Mapping
from livedesk.core.catalogue.importing.sheet import MOST_COLUMNS, Progress, as_text
from livedesk.core.catalogue.product import Product
from livedesk.core.errors import Cancelled, ErrorCode, UserFacing
from livedesk.core.events import CatalogueChanged, Event, PutProducts
from livedesk.runtime.job_lane import IsCancelled


class Importer:
    """Holds the table in hand; its fields but `_products` belong to the lane's thread."""

    def __init__(self, wired: Wired) -> None:
        self._wired = wired
        self._products: tuple[Product, ...] = ()
        self._table: Table | None = None
        self._prepared: Prepared | None = None
        self._checked_against: tuple[Product, ...] = ()
        self._folder: Path | None = None

    def start(self) -> None:
        """Follow the catalogue from now on."""
        self._wired.desk.subscribe(self._receive)

    def read(self, path: Path, sheet: str) -> None:
        """Read a table, the one that looks like a catalogue where `sheet` is ""."""

        def work(tell: Progress) -> TableRead:
            self._prepared = None
            layouts = self._wired.paths.layouts
            self._table = table = open_table(path, layouts, sheet=sheet, progress=tell)
            rows = table.sheet.rows
            shown = tuple(tuple(map(as_text, row[:MOST_COLUMNS])) for row in rows[:PREVIEW_ROWS])
            mapping = table.mapping
            is_remembered = mapping is not None and bool(mapping.is_chosen)
            return TableRead(
                path.name,
                table.sheets,
                table.sheet.name,
                shown,
                len(rows),
                table.sheet.merged,
                mapping,
                is_remembered,
            )

        self._run(ImportStep.READ, work)

    def check(self, mapping: Mapping, folder: Path | None) -> None:
        """Work out what importing the table by `mapping` would do; `folder` has pictures named by SKU."""

        def work(tell: Progress) -> ImportChecked:
            if self._table is None:
                raise UserFacing(ErrorCode.SHEET_EMPTY, file="")
            self._table, self._folder = replace(self._table, mapping=mapping), folder
            plan = self._prepare(tell).plan
            counts = len(plan.new), len(plan.updated), len(plan.unchanged)
            return ImportChecked(*counts, plan.rows, plan.problems)

        self._run(ImportStep.CHECK, work)

    def apply(self) -> None:
        """Do what was checked, as one step of undo."""

        def work(tell: Progress) -> ImportApplied:
            prepared = self._prepared
            if prepared is None:
                raise UserFacing(ErrorCode.SHEET_EMPTY, file="")
            if self._products is not self._checked_against:
                prepared = self._prepare(tell)  # somebody changed a product meanwhile
            plan = prepared.plan
            products, problems = keep_pictures(prepared, self._wired.paths.pictures, tell)
            remember(prepared.table, self._wired.paths.layouts)
            if products:
                # Pictures take their time, and somebody may have changed a product since.
                seen = {product.sku: product for product in self._checked_against}
                based_on = tuple(seen[product.sku] for product in plan.updated)
                self._wired.desk.post(PutProducts(products, based_on))
            return ImportApplied(len(plan.new), len(plan.updated), len(plan.unchanged), problems)

        self._run(ImportStep.APPLY, work)

    def cancel(self) -> None:
        """Stop the step in hand; nothing comes of it."""
        for step in ImportStep:
            self._wired.imports.cancel(IMPORT_JOB, step)

    def export(self, path: Path) -> None:
        """Write the catalogue to an .xlsx or .csv file; raises `UserFacing`. Errands only."""
        write_table(path, self._products, self._wired.paths.pictures)

    def _prepare(self, tell: Progress) -> Prepared:
        if self._table is None:
            raise UserFacing(ErrorCode.SHEET_EMPTY, file="")
        self._checked_against = self._products
        kept = self._wired.paths.pictures
        self._prepared = prepare(self._table, self._checked_against, kept, self._folder, tell)
        return self._prepared

    def _run(self, step: ImportStep, work: Callable[[Progress], object]) -> None:
        def job(done: Progress, is_cancelled: IsCancelled) -> object:
            with _unswept():
                return work(_watched(done, is_cancelled))

        self._wired.imports.run(IMPORT_JOB, step, job)

    def _receive(self, event: Event) -> None:
        if isinstance(event, CatalogueChanged):
            self._products = event.products


@contextmanager
def _unswept() -> Iterator[None]:
    """Keep Python from looking for unused objects meanwhile, and among those that are there at the end.

    Ten thousand products are half a million objects; to look through them stops every thread for half a second. None
    of them refer to each other in circles, so nothing is missed.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _watched(done: Progress, is_cancelled: IsCancelled) -> Progress:
    def tell(count: int, total: int) -> None:
        if is_cancelled():
            raise Cancelled
        done(count, total)

    return tell
