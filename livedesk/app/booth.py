"""A booth folder with its products, which are read by the same import as any exporter's table."""

import re
from pathlib import Path

from livedesk.adapters.booth.fault import Fault, broken
from livedesk.adapters.booth.reader import BoothFiles, BoothFolder, read_booth, read_tape
from livedesk.adapters.spreadsheet.workbook import open_book
from livedesk.core.catalogue.importing.mapping import Defaults, Mapping, guess_mapping
from livedesk.core.catalogue.importing.pictures import FoundPictures
from livedesk.core.catalogue.importing.plan import plan_import
from livedesk.core.catalogue.importing.problems import Effect, ImportProblem, ProblemCode
from livedesk.core.catalogue.product import Product
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.session.tape_lines import TapeLine

TABLES = ("products.xlsx", "products.ods", "products.csv")
"""The first of these that a booth folder has is its price list."""

_CELL = re.compile(r"(?:.*!)?([A-Z]+)(\d+)")
_FAULTS = {
    ProblemCode.NO_SKU: Fault.MISSING,
    ProblemCode.NO_NAME: Fault.MISSING,
    ProblemCode.TIER_INCOMPLETE: Fault.MISSING,
    ProblemCode.PICTURE_MISSING: Fault.MISSING,
    ProblemCode.DUPLICATE_SKU: Fault.DUPLICATE,
    ProblemCode.NUMBER_TAKEN: Fault.DUPLICATE,
    ProblemCode.TIER_TWICE: Fault.DUPLICATE,
    ProblemCode.COLUMN_TWICE: Fault.DUPLICATE,
    ProblemCode.NO_PARENT: Fault.UNKNOWN_SKU,
    ProblemCode.UNKNOWN_COLUMN: Fault.UNKNOWN_FIELD,
    ProblemCode.NOT_A_PRICE: Fault.NOT_A_NUMBER,
    ProblemCode.NOT_A_NUMBER: Fault.NOT_A_NUMBER,
    ProblemCode.AMBIGUOUS_NUMBER: Fault.NOT_A_NUMBER,
    ProblemCode.PRICE_OUT_OF_RANGE: Fault.OUT_OF_RANGE,
    ProblemCode.OUT_OF_RANGE: Fault.OUT_OF_RANGE,
    ProblemCode.TIER_RISES: Fault.OUT_OF_ORDER,
    ProblemCode.CURRENCY_UNKNOWN: Fault.NOT_A_CHOICE,
    ProblemCode.CURRENCY_DIFFERS: Fault.NOT_A_CHOICE,
    ProblemCode.NOT_AN_INCOTERM: Fault.NOT_A_CHOICE,
    ProblemCode.UNIT_DIFFERS: Fault.NOT_A_CHOICE,
}


def open_booth(folder: Path) -> BoothFolder:
    """Return the booth in `folder`; raises `UserFacing(BOOTH_BROKEN)`: it is read whole or not at all."""
    return read_booth(folder, _read_products)


def open_tape(folder: Path) -> tuple[TapeLine, ...]:
    """Return the tape in `folder`, checked against its products and run of show; raises `UserFacing`."""
    return read_tape(open_booth(folder))


def _read_products(files: BoothFiles) -> tuple[Product, ...]:
    name = next((name for name in TABLES if (files.folder / name).exists()), TABLES[-1])
    try:
        book = open_book(files.folder / name)
        sheet = book.read(book.sheets[0])
    except UserFacing as error:
        raise _unreadable(name, error) from error
    mapping = guess_mapping(sheet)
    if mapping is None or not mapping.has_sku:
        raise broken(name, Fault.MISSING, field="sku")
    terms = files.terms
    mapping = Mapping(
        mapping.sheet,
        mapping.header,
        mapping.columns,
        Defaults(terms.currency, terms.incoterm, terms.incoterm_place),
    )
    plan = plan_import(sheet, mapping, (), FoundPictures(by_name=files.pictures))
    for problem in plan.problems:
        if problem.effect is not Effect.TAKEN:
            raise _broken(name, problem, mapping)
    if not plan.new:
        raise broken(name, Fault.MISSING, field="sku")
    return plan.new


def _broken(name: str, problem: ImportProblem, mapping: Mapping) -> UserFacing:
    place = _CELL.fullmatch(problem.cell)
    index = line = 0
    if place:
        for letter in place[1]:
            index = index * 26 + ord(letter) - ord("A") + 1
        line = int(place[2])
    heading = mapping.header.headings[index - 1] if 0 < index <= len(mapping.header.headings) else ""
    fault = _FAULTS.get(problem.code, Fault.MALFORMED)
    return broken(name, fault, line=line, field=heading, value=problem.text)


def _unreadable(name: str, error: UserFacing) -> UserFacing:
    line = error.params.get("line", 0)
    match error.code:
        case ErrorCode.SHEET_MISSING | ErrorCode.SHEET_EMPTY:
            return broken(name, Fault.MISSING)
        case ErrorCode.SHEET_BROKEN:
            return broken(name, Fault.MALFORMED, line=line if isinstance(line, int) else 0)
        case _:
            return broken(name, Fault.UNREADABLE)
