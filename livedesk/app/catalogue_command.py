"""`livedesk catalogue`: the stored catalogue on the command line, read from a table or written to one."""

import json
import sys
from collections import Counter
from pathlib import Path

from livedesk.adapters.spreadsheet.map_file import read_map
from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.instance_lock import InstanceLock
from livedesk.adapters.store.reading import StoreReader
from livedesk.adapters.store.sink import SqlSink
from livedesk.app.exporting import write_table
from livedesk.app.import_words import problem_sentence
from livedesk.app.importing import Prepared, keep_pictures, merged, open_table, prepare, remember
from livedesk.app.paths import Paths
from livedesk.core.catalogue.importing.problems import ImportProblem
from livedesk.core.catalogue.product import Product
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.events import CatalogueChanged
from livedesk.core.ids import Language
from livedesk.runtime.clock import SystemClock

MOST_TOLD = 50
"""Problems printed one by one; the rest is counted. `--json` gives all."""


def import_catalogue(
    base: Paths,
    path: Path,
    *,
    is_dry_run: bool = False,
    columns: Path | None = None,
    sheet: str = "",
    pictures: Path | None = None,
    as_json: bool = False,
) -> int:
    """Import the table in `path` into the stored catalogue; raises `UserFacing`, `Unavailable`, then nothing changed.

    Returns 1 where no row of the table could be taken. Not while the desk is open (ALREADY_RUNNING), but for a dry
    run: the desk would go on with the catalogue it has, and write that.
    """
    if pictures is not None and not pictures.is_dir():
        raise UserFacing(ErrorCode.SHEET_MISSING, file=str(pictures))
    asked = read_map(columns) if columns else None
    table = open_table(path, base.layouts, asked, sheet)
    if is_dry_run:
        products, _ = _stored(base)
        prepared = prepare(table, products, base.pictures, pictures)
        return _tell(prepared, (), as_json=as_json, is_dry_run=True)
    with InstanceLock(base.base):
        database = open_database(base.database)
        try:
            reader = StoreReader(database)
            products = reader.load_catalogue()
            prepared = prepare(table, products, base.pictures, pictures)
            changed, problems = keep_pictures(prepared, base.pictures)
            if changed:
                catalogue = CatalogueChanged(merged(products, changed), reader.load_booth_name())
                SqlSink(database, SystemClock()).write([catalogue])
            remember(table, base.layouts)
        finally:
            database.close()
    return _tell(prepared, problems, as_json=as_json, is_dry_run=False)


def export_catalogue(base: Paths, path: Path, *, as_json: bool = False) -> int:
    """Write the stored catalogue to an .xlsx or .csv file; raises `UserFacing`, `Unavailable`."""
    products, _ = _stored(base)
    write_table(path, products, base.pictures)
    print(json.dumps({"file": str(path), "products": len(products)}, ensure_ascii=False) if as_json else path)
    return 0


def _stored(base: Paths) -> tuple[tuple[Product, ...], dict[Language, str]]:
    if not base.database.exists():
        return (), {}
    database = open_database(base.database)
    try:
        reader = StoreReader(database)
        return reader.load_catalogue(), reader.load_booth_name()
    finally:
        database.close()


def _tell(prepared: Prepared, more: tuple[ImportProblem, ...], *, as_json: bool, is_dry_run: bool) -> int:
    plan = prepared.plan
    problems = plan.problems + more
    counts = {"new": len(plan.new), "updated": len(plan.updated), "unchanged": len(plan.unchanged)}
    if as_json:
        listed = [
            {"cell": p.cell, "code": p.code.value, "text": p.text, "effect": p.effect.value} for p in problems
        ]
        print(json.dumps({**counts, "problems": listed}, ensure_ascii=False))
    else:
        for problem in problems[:MOST_TOLD]:
            print(f"livedesk: {problem_sentence(problem)}", file=sys.stderr)
        for code, count in Counter(p.code for p in problems[MOST_TOLD:]).items():
            print(f"livedesk: ... and {count} more: {code.value}", file=sys.stderr)
        summary = ", ".join(f"{count} {name}" for name, count in counts.items())
        print(f"{'Would be ' if is_dry_run else ''}{summary}, {len(problems)} problems")
    return int(bool(plan.rows) and not any(counts.values()))
