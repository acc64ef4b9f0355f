"""Reads .ods from its XML, one row at a time.

Calamine reads it too, but gives failed formulas as empty cells and writes a row that is "repeated 1,048,576 times"
out as often.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from livedesk.core.catalogue.importing.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    Amount,
    Area,
    CellError,
    Progress,
    Sheet,
    Value,
    no_progress,
)
from livedesk.core.errors import ErrorCode, UserFacing

if TYPE_CHECKING:
    from livedesk.adapters.spreadsheet.workbook import SheetPicture

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")

_WITH_ZEROS = re.compile(r"0[0-9]+")


@dataclass(frozen=True)
class OdsBook:
    """A workbook of LibreOffice."""

    path: Path

    @property
    def sheets(self) -> tuple[str, ...]:
        """The tables by name."""
        with self._content() as content:
            found = []
            for _, element in ET.iterparse(content, ["start"]):
                if element.tag == f"{_TABLE}table":
                    found.append(element.get(f"{_TABLE}name", ""))
                element.clear()
            return tuple(found)

    def read(self, sheet: str, progress: Progress = no_progress) -> Sheet:
        """Return one table; raises `UserFacing(SHEET_...)`."""
        rows: list[list[Value]] = []
        merged: list[Area] = []
        hidden: set[int] = set()
        blank_rows, is_here = 0, False
        with self._content() as content:
            for event, element in ET.iterparse(content, ["start", "end"]):
                if event == "start":
                    if element.tag == f"{_TABLE}table":
                        is_here = element.get(f"{_TABLE}name", "") == sheet
                    continue
                if element.tag != f"{_TABLE}table-row":
                    continue
                if is_here:
                    if len(rows) % 200 == 0:
                        progress(0, 0)
                    times = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
                    values = self._row(element, len(rows) + blank_rows, merged)
                    if values:
                        if len(rows) + blank_rows + times > MOST_ROWS:
                            raise self._too_long()
                        rows += [[] for _ in range(blank_rows)]
                        if element.get(f"{_TABLE}visibility", "visible") != "visible":
                            hidden.update(range(len(rows), len(rows) + times))
                        rows += [values] * times
                        blank_rows = 0
                    else:
                        blank_rows += times
                element.clear()
        return Sheet(sheet, rows, tuple(merged), frozenset(hidden))

    def _row(self, element: ET.Element, row: int, merged: list[Area]) -> list[Value]:
        values: list[Value] = []
        blank = 0
        for cell in element:
            if cell.tag not in _CELLS:
                continue
            times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            value = _value(cell)
            if value is None:
                blank += times
                continue
            if len(values) + blank + times > MOST_COLUMNS:
                raise self._too_long()
            values += [None] * blank
            blank = 0
            down, right = (int(cell.get(f"{_TABLE}number-{n}-spanned", "1")) for n in ("rows", "columns"))
            if down > 1 or right > 1:
                column = len(values)
                merged.append(
                    (row, column, row + min(down, MOST_ROWS) - 1, column + min(right, MOST_COLUMNS) - 1)
                )
            values += [value] * times
        return values

    def _too_long(self) -> UserFacing:
        return UserFacing(
            ErrorCode.SHEET_TOO_LONG, file=self.path.name, most=MOST_ROWS, most_columns=MOST_COLUMNS
        )

    def _content(self) -> "_Content":
        return _Content(self.path)

    def pictures(self, sheet: Sheet) -> "Iterator[SheetPicture]":
        """Yield nothing: the places of pictures are not read from such files."""
        return iter(())

    def picture(self, member: str) -> bytes:
        """Return nothing: there is no picture to ask for."""
        return b""

    @property
    def has_unread_pictures(self) -> bool:
        """Whether there are pictures in the file."""
        with ZipFile(self.path) as archive:
            return any(name.startswith("Pictures/") and name != "Pictures/" for name in archive.namelist())


class _Content:
    """The table part of the file, open; what is wrong with it becomes `UserFacing(SHEET_BROKEN)`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> IO[bytes]:
        try:
            self._archive = ZipFile(self._path)
            self._part = self._archive.open("content.xml")
        except (BadZipFile, KeyError, OSError) as error:
            raise UserFacing(ErrorCode.SHEET_BROKEN, file=self._path.name) from error
        return self._part

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        self._part.close()
        self._archive.close()
        if isinstance(error, ET.ParseError | BadZipFile | ValueError | OSError):
            raise UserFacing(ErrorCode.SHEET_BROKEN, file=self._path.name) from error


def _value(cell: ET.Element) -> Value:
    kind = cell.get(f"{_OFFICE}value-type", "")
    text = "\n".join("".join(paragraph.itertext()) for paragraph in cell.findall(f"{_TEXT}p"))
    if cell.get(f"{_CALC}value-type") == "error" or (
        kind == "string" and text.startswith(("#", "Err:5")) and cell.get(f"{_TABLE}formula")
    ):
        return CellError(text)
    if kind in ("float", "percentage", "currency"):
        number = float(cell.get(f"{_OFFICE}value", "nan"))
        if number != number or (_WITH_ZEROS.fullmatch(text) and number == int(text)):
            return text
        currency = cell.get(f"{_OFFICE}currency", "")
        return Amount(number, currency) if currency else number
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    if kind == "date":
        return _date(cell.get(f"{_OFFICE}date-value", ""), text)
    return text or None


def _date(iso: str, text: str) -> Value:
    try:
        return datetime.fromisoformat(iso) if "T" in iso else date.fromisoformat(iso)
    except ValueError:
        return text
