"""Reads .xlsx with python-calamine, after looking for what calamine does not tell.

Calamine (0.9) gives a failed formula as an empty cell, and makes room for every cell up to the last one: one entry in
XFD1048576 takes 500 GB and ends the process. So each sheet is scanned first: for failed formulas, which are put back,
and for how far it reaches.
"""

import posixpath
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from livedesk.adapters.spreadsheet import anchors, guard
from livedesk.adapters.spreadsheet.number_formats import NumberFormat, cells_of, formats_in
from livedesk.core.catalogue.importing.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    CellError,
    Progress,
    Sheet,
    Value,
    no_progress,
)
from livedesk.core.errors import ErrorCode, UserFacing

if TYPE_CHECKING:
    from livedesk.adapters.spreadsheet.workbook import SheetPicture

_CHUNK = 1 << 18
_FILLED = re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]*(?<!/)>\s*<(?!/)""")
_FAILED = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*\bt=["']e["'][^>]*)>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]{1,20})<""",
    re.DOTALL,
)
_NOT_WORKED_OUT = re.compile(
    rb"""<(?:\w+:)?c\s((?:(?!\bt=["']str["'])[^>])*?)>\s*<(?:\w+:)?f\b(?:[^>]*/>|(?:(?!</(?:\w+:)?c>).)*?</(?:\w+:)?f>)"""
    rb"""\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>""",
    re.DOTALL,
)
"""A formula without a result, as programs write it that do not calculate."""
NOT_WORKED_OUT = "=?"
_PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_HIDDEN = re.compile(rb"""<(?:\w+:)?row\s(?=[^>]*\shidden=["'](?:1|true)["'])[^>]*?\br=["'](\d{1,7})["']""")
_CELL_END = b"</c>"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class XlsxBook:
    """A workbook as Excel, WPS and LibreOffice write it."""

    path: Path
    has_unread_pictures: bool = False

    @cached_property
    def _parts(self) -> dict[str, str]:
        """Visible sheets by name, and the part of the archive that holds each."""
        try:
            with ZipFile(self.path) as archive:
                return _sheet_parts(archive)
        except (BadZipFile, ET.ParseError, KeyError, OSError) as error:
            raise UserFacing(ErrorCode.SHEET_BROKEN, file=self.path.name) from error

    @property
    def sheets(self) -> tuple[str, ...]:
        """The tables by name."""
        return tuple(self._parts)

    def read(self, sheet: str, progress: Progress = no_progress) -> Sheet:
        """Return one table; raises `UserFacing(SHEET_...)`."""
        from python_calamine import CalamineError, load_workbook

        progress(0, 0)
        failed, formats, hidden = self._scan(sheet, progress)
        try:
            found = load_workbook(self.path).get_sheet_by_name(sheet)
            # Calamine's rows begin with the first column that holds anything, though with the first row of all.
            left: list[Value] = [None] * (found.start[1] if found.start else 0)
            # Row by row: `to_python` makes all rows at once and holds up every other thread meanwhile.
            rows: list[list[Value]] = []
            for number, row in enumerate(found.iter_rows()):
                if number % 200 == 0:
                    progress(0, 0)
                rows.append([*left, *row])
        except (CalamineError, OSError) as error:
            raise UserFacing(ErrorCode.SHEET_BROKEN, file=self.path.name) from error
        if len(rows) > MOST_ROWS:
            raise UserFacing(ErrorCode.SHEET_TOO_LONG, file=self.path.name, most=MOST_ROWS)
        merged = tuple((a, b, c, d) for (a, b), (c, d) in found.merged_cell_ranges or ())
        return Sheet(sheet, _with_errors(_as_shown(rows, formats), failed), merged, hidden)

    def _scan(
        self, sheet: str, progress: Progress
    ) -> tuple[dict[tuple[int, int], CellError], dict[tuple[int, int], NumberFormat], frozenset[int]]:
        """Return failed formulas and telling formats by row and column, and which rows are hidden.

        Raises `UserFacing` if the table reaches too far.
        """
        hidden: set[int] = set()
        failed: dict[tuple[int, int], CellError] = {}
        formats: dict[tuple[int, int], NumberFormat] = {}
        with ZipFile(self.path) as archive, archive.open(self._parts[sheet]) as part:
            known = self._formats(archive)
            cells = cells_of(known)
            left = b""
            while chunk := part.read(_CHUNK):
                progress(0, 0)
                data = left + chunk
                end = data.rfind(_CELL_END) + len(_CELL_END)
                whole, left = (data[:end], data[end:]) if end >= len(_CELL_END) else (b"", data)
                self._check_reach(whole)
                failed |= _failed_in(whole)
                hidden.update(int(row) - 1 for row in _HIDDEN.findall(whole))
                formats |= _formats_in(whole, known, cells) if known else {}
            self._check_reach(left)
            failed |= _failed_in(left)
            hidden.update(int(row) - 1 for row in _HIDDEN.findall(left))
        return failed, formats, frozenset(hidden)

    def _formats(self, archive: ZipFile) -> dict[int, NumberFormat]:
        try:
            return formats_in(archive)
        except (BadZipFile, ET.ParseError, OSError) as error:
            raise UserFacing(ErrorCode.SHEET_BROKEN, file=self.path.name) from error

    def _check_reach(self, data: bytes) -> None:
        found = _FILLED.findall(data)
        if not found:
            return
        last_row = max(int(row) for _, row in found)
        last_column = max(_column(letters) for letters in {letters for letters, _ in found})
        if last_row > MOST_ROWS or last_column >= MOST_COLUMNS:
            raise UserFacing(
                ErrorCode.SHEET_TOO_LONG, file=self.path.name, most=MOST_ROWS, most_columns=MOST_COLUMNS
            )

    def pictures(self, sheet: Sheet) -> "Iterator[SheetPicture]":
        """Yield the pictures in a table, those that float over cells and WPS's own inside cells."""
        try:
            with ZipFile(self.path) as archive:
                yield from anchors.pictures_in(archive, self._parts[sheet.name], sheet)
        except (BadZipFile, ET.ParseError, KeyError, OSError) as error:
            raise UserFacing(ErrorCode.SHEET_BROKEN, file=self.path.name) from error

    def picture(self, member: str) -> bytes:
        """Return the file of a picture, b"" for one that is too large to be one; raises `UserFacing`."""
        try:
            with ZipFile(self.path) as archive:
                if archive.getinfo(member).file_size > guard.MOST_PICTURE_BYTES:
                    return b""
                return archive.read(member)
        except (BadZipFile, KeyError, OSError) as error:
            raise UserFacing(ErrorCode.SHEET_BROKEN, file=self.path.name) from error


def _sheet_parts(archive: ZipFile) -> dict[str, str]:
    targets = anchors.relations(archive, "xl/workbook.xml")
    book = ET.fromstring(archive.read("xl/workbook.xml"))
    parts: dict[str, str] = {}
    hidden: dict[str, str] = {}
    for element in book.iter():
        if element.tag.rpartition("}")[2] != "sheet":
            continue
        part = targets.get(element.get(_REL, ""), "")
        # A chart sheet has no cells; calamine does not list it either.
        if "worksheets" in posixpath.dirname(part):
            is_visible = element.get("state", "visible") == "visible"
            (parts if is_visible else hidden)[element.get("name", "")] = part
    return parts or hidden


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _failed_in(data: bytes) -> dict[tuple[int, int], CellError]:
    found = {}
    for match in _FAILED.finditer(data):
        place = _PLACE.search(match[1])
        if place:
            found[int(place[2]) - 1, _column(place[1])] = CellError(match[2].decode("ascii", "replace"))
    for match in _NOT_WORKED_OUT.finditer(data) if b"<f" in data or b":f" in data else ():
        place = _PLACE.search(match[1])
        if place:
            found[int(place[2]) - 1, _column(place[1])] = CellError(NOT_WORKED_OUT)
    return found


def _formats_in(
    data: bytes, known: dict[int, NumberFormat], cells: re.Pattern[bytes]
) -> dict[tuple[int, int], NumberFormat]:
    found = {}
    for match in cells.finditer(data):
        place = _PLACE.search(b" " + match["head"])
        if place:
            found[int(place[2]) - 1, _column(place[1])] = known[int(match["style"])]
    return found


def _as_shown(rows: list[list[Value]], formats: dict[tuple[int, int], NumberFormat]) -> list[list[Value]]:
    for (row, column), number_format in formats.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = number_format.shown(rows[row][column])
    return rows


def _with_errors(rows: list[list[Value]], failed: dict[tuple[int, int], CellError]) -> list[list[Value]]:
    for (row, column), error in failed.items():
        while len(rows) <= row:
            rows.append([])
        rows[row].extend([None] * (column + 1 - len(rows[row])))
        rows[row][column] = error
    return rows
