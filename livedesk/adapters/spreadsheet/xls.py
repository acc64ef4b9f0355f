"""Reads .xls with xlrd, which tells failed formulas from empty cells; calamine does not."""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from livedesk.adapters.spreadsheet.number_formats import NumberFormat, format_of
from livedesk.core.catalogue.importing.sheet import MOST_ROWS, CellError, Progress, Sheet, Value, no_progress
from livedesk.core.errors import ErrorCode, UserFacing

if TYPE_CHECKING:
    from livedesk.adapters.spreadsheet.workbook import SheetPicture

_PICTURE_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1")


@dataclass(frozen=True)
class XlsBook:
    """A workbook of Excel 97 to 2003."""

    path: Path

    @cached_property
    def _book(self) -> Any:
        import xlrd
        from xlrd.compdoc import CompDocError

        try:
            return xlrd.open_workbook(
                str(self.path), logfile=io.StringIO(), on_demand=True, formatting_info=True
            )
        except xlrd.XLRDError as error:
            is_locked = "encrypted" in str(error).lower()
            code = ErrorCode.SHEET_PASSWORD if is_locked else ErrorCode.SHEET_BROKEN
            raise UserFacing(code, file=self.path.name) from error
        except (*_DAMAGED, CompDocError) as error:
            raise UserFacing(ErrorCode.SHEET_BROKEN, file=self.path.name) from error

    @cached_property
    def _formats(self) -> list[NumberFormat | None]:
        """What the formats that cells are in say more than the number, by `xf_index`."""
        codes = {key: format_of(each.format_str or "") for key, each in self._book.format_map.items()}
        return [codes.get(xf.format_key) for xf in self._book.xf_list]

    @property
    def sheets(self) -> tuple[str, ...]:
        """The tables by name, hidden ones left out."""
        names: list[str] = self._book.sheet_names()
        shown = [
            name
            for name, is_hidden in zip(names, self._book._sheet_visibility, strict=False)
            if not is_hidden
        ]
        return tuple(shown or names)

    def read(self, sheet: str, progress: Progress = no_progress) -> Sheet:
        """Return one table; raises `UserFacing(SHEET_...)`."""
        import xlrd

        progress(0, 0)
        try:
            found = self._book.sheet_by_name(sheet)
            if found.nrows > MOST_ROWS:
                raise UserFacing(ErrorCode.SHEET_TOO_LONG, file=self.path.name, most=MOST_ROWS)
            rows = []
            for number in range(found.nrows):
                if number % 200 == 0:
                    progress(0, 0)
                rows.append([self._value(cell) for cell in found.row(number)])
            merged = tuple((a, c, b - 1, d - 1) for a, b, c, d in found.merged_cells)
        except (xlrd.XLRDError, *_DAMAGED) as error:
            raise UserFacing(ErrorCode.SHEET_BROKEN, file=self.path.name) from error
        hidden = frozenset(row for row, info in found.rowinfo_map.items() if info.hidden)
        return Sheet(sheet, rows, merged, hidden)

    def _value(self, cell: Any) -> Value:
        value = _value(cell, self._book.datemode)
        number_format = self._formats[cell.xf_index] if cell.xf_index is not None else None
        return number_format.shown(value) if number_format else value

    def pictures(self, sheet: Sheet) -> "Iterator[SheetPicture]":
        """Yield nothing: the places of pictures are not read from such files."""
        return iter(())

    def picture(self, member: str) -> bytes:
        """Return nothing: there is no picture to ask for."""
        return b""

    @property
    def has_unread_pictures(self) -> bool:
        """Whether there are pictures in the file."""
        data = self.path.read_bytes()
        return any(start in data for start in _PICTURE_STARTS)


_DAMAGED = (
    AssertionError,
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    OSError,
    OverflowError,
    TypeError,
    UnicodeError,
    ValueError,
    struct.error,
)
"""What xlrd lets out of a damaged file, besides its own error."""


def _value(cell: Any, date_mode: int) -> Value:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_ERROR:
        return CellError(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _date(cell.value, date_mode)
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return None
    value: Value = cell.value
    return value


def _date(value: float, date_mode: int) -> date | datetime | float:
    import xlrd

    try:
        found: datetime = xlrd.xldate_as_datetime(value, date_mode)
    except (xlrd.XLDateError, OverflowError, ValueError):
        return value
    return found
