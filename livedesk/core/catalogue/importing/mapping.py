"""Which column of a table says what: found by the headings, saved by them, changed by a person."""

import hashlib
from collections.abc import Container, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace

from livedesk.core.catalogue.importing.columns import BY_LANGUAGE, Column, Field, column_from_key, column_key
from livedesk.core.catalogue.importing.header import (
    MOST_HEADER_ROWS,
    ROWS_SEARCHED,
    Header,
    find_header,
    header_at,
)
from livedesk.core.catalogue.importing.headings import Match, fold_heading, read_heading
from livedesk.core.catalogue.importing.money import read_currency
from livedesk.core.catalogue.importing.problems import BadCell, Effect, ImportProblem, ProblemCode, shown
from livedesk.core.catalogue.importing.sheet import Sheet
from livedesk.core.ids import EN, ZH

IGNORE = ""
"""The key of a column that is left out on purpose."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What new products are sold under where the table does not say it; "" where nobody said it either."""

    currency: str = ""
    incoterm: str = ""
    incoterm_place: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """How the table `sheet` is read: where its headings stand and what each column says (None: nothing).

    `is_chosen` tells the columns that a person decided about; of the others it is said when they are left out.
    """

    sheet: str
    header: Header
    columns: tuple[Column | None, ...]
    defaults: Defaults = Defaults()
    is_chosen: frozenset[int] = frozenset()

    @property
    def has_sku(self) -> bool:
        """Whether a column names the products; without one nothing can be imported."""
        return any(column is not None and column.field is Field.SKU for column in self.columns)


def match_columns(header: Header) -> tuple[Column | None, ...]:
    """Return what each column says by its heading; of several that say the same, the one with the usual name."""
    matches = [read_heading(text) for text in header.headings]
    if not any(match and match.column.field is Field.NAMES for match in matches):
        # Many English lists have no other name than "Description".
        matches = [_renamed(match, Field.DESCRIPTION, Field.NAMES) for match in matches]
    matches = _told_apart(header, matches)
    best: dict[object, int] = {}
    for index, match in enumerate(matches):
        if match is None or match.column.field is Field.ROW_NUMBER:
            continue
        other = best.get(match.column.target)
        if other is None or _preference(match) > _preference(matches[other]):
            best[match.column.target] = index
    taken = set(best.values())
    return tuple(
        match.column if match and (i in taken or match.column.field is Field.ROW_NUMBER) else None
        for i, match in enumerate(matches)
    )


def _told_apart(header: Header, matches: Sequence[Match | None]) -> list[Match | None]:
    """Give a text that has two columns, 品名 and "Product name", the languages in which they are headed."""
    scripts: dict[Field, set[bool]] = {}
    for heading, match in zip(header.headings, matches, strict=True):
        if match and match.column.field in BY_LANGUAGE and not match.column.language:
            scripts.setdefault(match.column.field, set()).add(_has_han(heading))
    found: list[Match | None] = []
    for heading, match in zip(header.headings, matches, strict=True):
        if match and not match.column.language and len(scripts.get(match.column.field, ())) > 1:
            match = replace(match, column=replace(match.column, language=ZH if _has_han(heading) else EN))
        found.append(match)
    return found


def _has_han(text: str) -> bool:
    return any("一" <= c <= "鿿" for c in text)


def _renamed(match: Match | None, old: Field, new: Field) -> Match | None:
    if match is None or match.column.field is not old:
        return match
    return replace(match, column=replace(match.column, field=new))


def _preference(match: Match | None) -> tuple[bool, int, int]:
    """A price for export (an Incoterm, no yuan) comes before the others; then the usual word, then the longer one."""
    if match is None:
        return False, 0, 0
    is_export = bool(match.column.incoterm) or match.column.currency not in ("", "CNY")
    return is_export, -match.rank, match.weight


def guess_mapping(sheet: Sheet) -> Mapping | None:
    """Return how `sheet` is likely to be read, None where no row looks like headings."""
    header = find_header(sheet)
    return None if header is None else Mapping(sheet.name, header, match_columns(header))


def column_problems(sheet: Sheet, mapping: Mapping) -> list[ImportProblem]:
    """Return what is to be said about columns that are left out although something stands in them."""
    problems = []
    taken = {column.target for column in mapping.columns if column}
    for index, (text, column) in enumerate(zip(mapping.header.headings, mapping.columns, strict=True)):
        if column is not None or not text or index in mapping.is_chosen:
            continue
        match = read_heading(text)
        is_double = match is not None and match.column.target in taken
        code = ProblemCode.COLUMN_TWICE if is_double else ProblemCode.UNKNOWN_COLUMN
        cell = sheet.cell(mapping.header.row, index)
        problems.append(ImportProblem(cell, code, shown(text), Effect.COLUMN_LEFT_OUT))
    return problems


def fingerprint(headings: Sequence[str]) -> str:
    """Return what tells one layout of columns from another, by their headings."""
    folded = "\n".join(fold_heading(text) for text in headings).rstrip("\n")
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def to_data(mapping: Mapping) -> dict[str, object]:
    """Return a mapping as plain data, for a file of columns; see `from_data`."""
    columns = {}
    for text, column in zip(mapping.header.headings, mapping.columns, strict=True):
        if text:
            columns[text] = column_key(column) if column else IGNORE
    defaults = mapping.defaults
    return {
        "sheet": mapping.sheet,
        "header_row": mapping.header.row + 1,
        "header_rows": mapping.header.height,
        "currency": defaults.currency,
        "incoterm": defaults.incoterm,
        "incoterm_place": defaults.incoterm_place,
        "columns": columns,
    }


_KEYS = ("sheet", "header_row", "header_rows", "currency", "incoterm", "incoterm_place", "columns")


def sheet_in(data: Map[str, object]) -> str:
    """Return the table that a file of columns is about, "" where it does not say."""
    name = data.get("sheet", "")
    return name if isinstance(name, str) else ""


def from_data(sheet: Sheet, data: Map[str, object]) -> Mapping:
    """Return the mapping that a file of columns asks for; what it does not say is found as usual.

    `columns` names headings, or columns by their letters ("A"), and what each says; "" leaves one out. Raises
    `BadCell` with what cannot be understood, or is not in the table.
    """
    for key in data:
        if key not in _KEYS:
            raise BadCell(ProblemCode.UNKNOWN_COLUMN, key)
    header = _header_of(sheet, data)
    if header is None:
        raise BadCell(ProblemCode.UNKNOWN_COLUMN, "header_row")
    columns = list(match_columns(header))
    asked = data.get("columns", {})
    if not isinstance(asked, Map):
        raise BadCell(ProblemCode.UNKNOWN_COLUMN, "columns")
    chosen: dict[int, Column | None] = {}
    for name, key in asked.items():
        chosen[_index_of(header, str(name))] = _column_for(header, _index_of(header, str(name)), key)
    targets = {column.target for column in chosen.values() if column}
    columns = [None if column and column.target in targets else column for column in columns]
    for index, column in chosen.items():
        columns[index] = column
    return Mapping(sheet.name, header, tuple(columns), _defaults(data), frozenset(chosen))


def _header_of(sheet: Sheet, data: Map[str, object]) -> Header | None:
    row, height = data.get("header_row"), data.get("header_rows", 1)
    if row is None:
        columns = data.get("columns", {})
        return _header_with(sheet, columns if isinstance(columns, Map) else {})
    if not isinstance(row, int) or not isinstance(height, int) or not 1 <= height <= 3:
        raise BadCell(ProblemCode.UNKNOWN_COLUMN, f"header_row {row}")
    if not 1 <= row <= len(sheet.rows):
        raise BadCell(ProblemCode.UNKNOWN_COLUMN, f"header_row {row}")
    return header_at(sheet, row - 1, height)


def _header_with(sheet: Sheet, names: Map[str, object]) -> Header | None:
    """Return the headings of a table: those found as usual, or else the row with most of `names`."""
    wanted = {fold_heading(str(name)) for name in names}
    usual = find_header(sheet)
    best, most = usual, len(wanted & {fold_heading(text) for text in usual.headings}) if usual else 0
    for row in range(min(len(sheet.rows), ROWS_SEARCHED)):
        header = header_at(sheet, row)
        count = len(wanted & {fold_heading(text) for text in header.headings if text})
        if count > most:
            best, most = header, count
    return best


def header_known(sheet: Sheet, layouts: Container[str]) -> Header | None:
    """Return the headings of a table whose `fingerprint` is among `layouts`, None where none is."""
    for row in range(min(len(sheet.rows), ROWS_SEARCHED)):
        for height in range(1, MOST_HEADER_ROWS + 1):
            header = header_at(sheet, row, height)
            if any(header.headings) and fingerprint(header.headings) in layouts:
                return header
    return None


def _index_of(header: Header, name: str) -> int:
    folded = fold_heading(name)
    found = [i for i, text in enumerate(header.headings) if fold_heading(text) == folded]
    if found:
        return found[0]
    letters = name.strip().upper()
    if letters.isascii() and letters.isalpha() and len(letters) <= 3:
        index = 0
        for letter in letters:
            index = index * 26 + ord(letter) - ord("A") + 1
        if index <= len(header.headings):
            return index - 1
    raise BadCell(ProblemCode.UNKNOWN_COLUMN, name)


def _column_for(header: Header, index: int, key: object) -> Column | None:
    if key in (IGNORE, "-"):
        return None
    column = column_from_key(key) if isinstance(key, str) else None
    if column is None:
        raise BadCell(ProblemCode.UNKNOWN_COLUMN, str(key))
    return with_hints_of(column, header.headings[index])


def with_hints_of(column: Column, heading: str) -> Column:
    """Return `column` as chosen by a person, with the currency and units that its heading states."""
    match = read_heading(heading)
    if match is None:
        return column
    found = match.column
    return replace(
        column, currency=found.currency, incoterm=found.incoterm, place=found.place, unit=found.unit
    )


def _defaults(data: Map[str, object]) -> Defaults:
    texts = []
    for key in ("currency", "incoterm", "incoterm_place"):
        value = data.get(key, "")
        if not isinstance(value, str):
            raise BadCell(ProblemCode.UNKNOWN_COLUMN, key)
        texts.append(value.strip())
    if texts[0] and not read_currency(texts[0]):
        raise BadCell(ProblemCode.CURRENCY_UNKNOWN, texts[0])
    return Defaults(read_currency(texts[0]), texts[1].upper(), texts[2])
