"""Importing a table into the catalogue: the spreadsheet, the rules and the pictures brought together.

The command line, the window and the sample booth all go this way.
"""

import hashlib
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from livedesk.adapters.pictures.normalise import normalise
from livedesk.adapters.spreadsheet.map_file import remember_layout, remembered_layouts
from livedesk.adapters.spreadsheet.workbook import Book, open_book
from livedesk.adapters.store.files import write_whole
from livedesk.core.catalogue.importing.columns import Field
from livedesk.core.catalogue.importing.mapping import (
    Mapping,
    fingerprint,
    from_data,
    guess_mapping,
    header_known,
    sheet_in,
    to_data,
)
from livedesk.core.catalogue.importing.pictures import PICTURE_ENDINGS, FoundPictures, sku_of_file
from livedesk.core.catalogue.importing.plan import ImportPlan, plan_import
from livedesk.core.catalogue.importing.problems import BadCell, Effect, ImportProblem, ProblemCode
from livedesk.core.catalogue.importing.sheet import Progress, Sheet, as_text, no_progress
from livedesk.core.catalogue.product import Product, sku_key
from livedesk.core.errors import ErrorCode, UserFacing

_STARTS = {
    b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF8": ".png",
    b"BM": ".png",
    b"RIFF": ".png",
    b"II*\0": ".png",
    b"MM\0*": ".png",
}
"""How picture files begin, and the ending under which the catalogue keeps them."""
_MOST_SHEETS = 40
_MOST_FILES = 100_000


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file as it is going to be read."""

    path: Path
    sheets: tuple[str, ...]
    sheet: Sheet
    mapping: Mapping | None
    book: Book


@dataclass(frozen=True, slots=True)
class Prepared:
    """An import worked out but not done: the plan, and how to get each picture that it names."""

    table: Table
    plan: ImportPlan
    pictures: dict[str, Callable[[], bytes]] = field(default_factory=dict)


def open_table(
    path: Path,
    layouts: Path | None = None,
    columns: dict[str, object] | None = None,
    sheet: str = "",
    progress: Progress = no_progress,
) -> Table:
    """Return the table in `path` that looks like a catalogue, or the one asked for; raises `UserFacing(SHEET_...)`.

    `columns` is what a file of columns says, `layouts` where remembered ones are kept.
    """
    book = open_book(path)
    names = book.sheets
    wanted = sheet or (sheet_in(columns) if columns else "")
    if wanted and wanted not in names:
        raise UserFacing(ErrorCode.SHEET_UNKNOWN, file=path.name, sheet=wanted, sheets=", ".join(names))
    found = [book.read(name, progress) for name in ([wanted] if wanted else names[:_MOST_SHEETS])]
    if not any(rows.rows for rows in found):
        raise UserFacing(ErrorCode.SHEET_EMPTY, file=path.name)
    known = remembered_layouts(layouts) if layouts is not None and columns is None else {}
    guesses = [(rows, _remembered(rows, known) or guess_mapping(rows)) for rows in found]
    rows, mapping = max(guesses, key=lambda pair: _likelihood(*pair))
    if columns is not None:
        try:
            mapping = from_data(rows, columns)
        except BadCell as error:
            raise UserFacing(ErrorCode.SHEET_MAP_BROKEN, file=path.name, value=error.text) from error
    return Table(path, names, rows, mapping, book)


def _remembered(sheet: Sheet, layouts: dict[str, dict[str, object]]) -> Mapping | None:
    """The sheet may be called otherwise next month and begin on another row; what counts are the headings."""
    header = header_known(sheet, layouts) if layouts else None
    if header is None:
        return None
    data = {
        **layouts[fingerprint(header.headings)],
        "header_row": header.row + 1,
        "header_rows": header.height,
    }
    try:
        return from_data(sheet, data)
    except BadCell:
        return None


def _likelihood(sheet: Sheet, mapping: Mapping | None) -> tuple[bool, bool, int]:
    return mapping is not None, mapping is not None and mapping.has_sku, len(sheet.rows)


def remember(table: Table, layouts: Path) -> None:
    """Keep what a person decided about the columns of `table` for the next file with the same headings."""
    mapping = table.mapping
    if mapping is not None and mapping.is_chosen:
        remember_layout(layouts, fingerprint(mapping.header.headings), to_data(mapping))


def prepare(
    table: Table,
    products: Sequence[Product],
    kept: Path | None = None,
    folder: Path | None = None,
    progress: Progress = no_progress,
) -> Prepared:
    """Work out what importing `table` into `products` would do; raises `UserFacing(SHEET_NO_SKU...)`, `Cancelled`.

    `kept` is the folder of the catalogue's own pictures, `folder` one with pictures named by SKU.
    """
    mapping = table.mapping
    if mapping is None or not mapping.has_sku:
        raise UserFacing(ErrorCode.SHEET_NO_SKU, file=table.path.name)
    sources: dict[str, Callable[[], bytes]] = {}
    problems: list[ImportProblem] = []
    skus = _skus_by_row(table.sheet, mapping)
    in_row = _pictures_in_sheet(table, mapping, skus, sources, problems, progress)
    by_name = {name.casefold(): name for name in _files(kept)} if kept else {}
    by_sku: dict[str, tuple[str, ...]] = {}
    if folder is not None:
        by_sku = _pictures_in_folder(folder, frozenset(skus.values()), by_name, sources, problems, progress)
    found = FoundPictures(in_row, by_sku, by_name)
    plan = plan_import(table.sheet, mapping, products, found, progress)
    if table.book.has_unread_pictures:
        cell = table.sheet.cell(mapping.header.row, 0)
        problems.append(ImportProblem(cell, ProblemCode.PICTURES_NOT_READ, "", Effect.FIELD_LEFT))
    return Prepared(table, replace(plan, problems=plan.problems + tuple(problems)), sources)


def keep_pictures(
    prepared: Prepared, folder: Path, progress: Progress = no_progress
) -> tuple[tuple[Product, ...], tuple[ImportProblem, ...]]:
    """Write the pictures of the plan into `folder`; return its products without those that turned out to be none.

    Raises `UserFacing` for a folder that takes nothing, `Cancelled`; files already written do no harm.
    """
    products = prepared.plan.products
    wanted = dict.fromkeys(name for product in products for name in _names_in(product))
    bad: dict[str, str] = {}
    for done, name in enumerate(wanted):
        progress(done, len(wanted))
        source = prepared.pictures.get(name)
        if source is None or (folder / name).exists():
            continue
        try:
            picture = normalise(source())
        except UserFacing as error:
            bad[name] = error.code.value
            continue
        write_whole(folder / name, picture.data)
    progress(len(wanted), len(wanted))
    if not bad:
        return products, ()
    problems = tuple(
        ImportProblem(p.sku, ProblemCode.NOT_A_PICTURE, name, Effect.FIELD_LEFT)
        for p in products
        for name in _names_in(p)
        if name in bad
    )
    return tuple(_without(product, bad) for product in products), problems


def _names_in(product: Product) -> tuple[str, ...]:
    return product.pictures + tuple(v.picture for v in product.variants if v.picture)


def _without(product: Product, bad: dict[str, str]) -> Product:
    variants = tuple(replace(v, picture="") if v.picture in bad else v for v in product.variants)
    return replace(product, pictures=tuple(n for n in product.pictures if n not in bad), variants=variants)


def merged(products: Sequence[Product], changed: Sequence[Product]) -> tuple[Product, ...]:
    """Return the catalogue with `changed` in it: each in its place, new ones at the end."""
    by_sku = {product.sku: product for product in changed}
    kept = tuple(by_sku.pop(product.sku, product) for product in products)
    return kept + tuple(by_sku.values())


def _skus_by_row(sheet: Sheet, mapping: Mapping) -> dict[int, str]:
    index = next(i for i, c in enumerate(mapping.columns) if c is not None and c.field is Field.SKU)
    found = {}
    for row in range(mapping.header.first_row, len(sheet.rows)):
        sku = sku_key(as_text(sheet.value(row, index)))
        if sku:
            found[row] = sku
    return found


def _pictures_in_sheet(
    table: Table,
    mapping: Mapping,
    skus: dict[int, str],
    sources: dict[str, Callable[[], bytes]],
    problems: list[ImportProblem],
    progress: Progress,
) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for picture in table.book.pictures(table.sheet):
        progress(0, 0)
        if picture.row < mapping.header.first_row or picture.row not in skus:
            continue  # a logo beside the title, a stamp under the table
        member = picture.member

        def source(member: str = member) -> bytes:
            return table.book.picture(member)

        name = _name_for(skus[picture.row], source())
        if name is None:
            cell = table.sheet.cell(picture.row, picture.column)
            problems.append(ImportProblem(cell, ProblemCode.NOT_A_PICTURE, member, Effect.FIELD_LEFT))
            continue
        sources[name] = source
        names = found.setdefault(picture.row, [])
        if name not in names:
            names.append(name)
    return {row: tuple(names) for row, names in found.items()}


def _pictures_in_folder(
    folder: Path,
    skus: frozenset[str],
    by_name: dict[str, str],
    sources: dict[str, Callable[[], bytes]],
    problems: list[ImportProblem],
    progress: Progress,
) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[tuple[int, str, str]]] = {}
    for name in _files(folder):
        progress(0, 0)
        path = folder / name
        if path.suffix.lower() not in PICTURE_ENDINGS:
            continue
        owner = sku_of_file(path.stem, skus)
        data = _read(path)
        stored = _name_for(owner[0] if owner else path.stem, data)
        if stored is None:
            problems.append(ImportProblem(name, ProblemCode.NOT_A_PICTURE, name, Effect.FIELD_LEFT))
            continue

        def source(path: Path = path) -> bytes:
            return _read(path)

        sources[stored] = source
        by_name[name.casefold()] = stored
        if owner:
            found.setdefault(owner[0], []).append((owner[1], name, stored))
    return {sku: tuple(stored for _, _, stored in sorted(files)) for sku, files in found.items()}


def _files(folder: Path) -> list[str]:
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
    except OSError:
        return []
    return names[:_MOST_FILES]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _name_for(sku: str, data: bytes) -> str | None:
    """Return the name under which a picture is kept, from its product and its content; None for what is none."""
    ending = next((e for start, e in _STARTS.items() if data.startswith(start)), "")
    if not ending and data[4:8] == b"ftyp":
        ending = ".jpg"  # HEIC and AVIF
    if not ending and b"<svg" in data[:2048]:
        ending = ".svg"
    if not ending:
        return None
    stem = re.sub(r"[^A-Za-z0-9_-]+", "_", sku.upper())[:40] or "product"
    return f"{stem}-{hashlib.sha256(data).hexdigest()[:12]}{ending}"
