"""Opens a table file, whatever it is called, as what it really is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile, ZipFile

from livedesk.adapters.spreadsheet import guard
from livedesk.adapters.spreadsheet.delimited import read_delimited
from livedesk.adapters.spreadsheet.ods import OdsBook
from livedesk.adapters.spreadsheet.xls import XlsBook
from livedesk.adapters.spreadsheet.xlsx import XlsxBook
from livedesk.core.catalogue.importing.sheet import Progress, Sheet, no_progress
from livedesk.core.errors import ErrorCode, UserFacing

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|table|mso-)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """A picture inside a sheet: the row and column (from 0) it stands at, and what to hand to `Book.picture`."""

    row: int
    column: int
    member: str


class Book(Protocol):
    """A file of one or more tables. Every method raises `UserFacing(SHEET_...)`."""

    @property
    def sheets(self) -> tuple[str, ...]:
        """The tables by name, hidden ones left out; "" for the only one of a text file."""
        ...

    def read(self, sheet: str, progress: Progress = no_progress) -> Sheet:
        """Return one table."""
        ...

    def pictures(self, sheet: Sheet) -> Iterator[SheetPicture]:
        """Yield the pictures in a table."""
        ...

    def picture(self, member: str) -> bytes:
        """Return the file of a picture."""
        ...

    @property
    def has_unread_pictures(self) -> bool:
        """Whether there are pictures that cannot be got out of a file of this kind."""
        ...


@dataclass(frozen=True, slots=True)
class TextBook:
    """A .csv or .tsv file: one table, no pictures."""

    path: Path
    has_unread_pictures: bool = False

    @property
    def sheets(self) -> tuple[str, ...]:
        """The only table."""
        return ("",)

    def read(self, sheet: str, progress: Progress = no_progress) -> Sheet:
        """Return the table."""
        return read_delimited(self.path, progress)

    def pictures(self, sheet: Sheet) -> Iterator[SheetPicture]:
        """Yield nothing."""
        return iter(())

    def picture(self, member: str) -> bytes:
        """Return nothing: there is no picture to ask for."""
        return b""


def open_book(path: Path) -> Book:
    """Return the tables in `path`; raises `UserFacing(SHEET_...)` with the file's name.

    Many programs write a web page or a text file and call it .xls, so it is the content that counts.
    """
    head = guard.check_file(path)
    if head.startswith(_ZIP):
        return _open_zip(path)
    if head.startswith(_OLE):
        guard.check_ole(path)
        return XlsBook(path)
    if _MARKUP.match(head) or head.startswith(b"%PDF"):
        raise UserFacing(ErrorCode.SHEET_FORMAT, file=path.name)
    return TextBook(path)


def _open_zip(path: Path) -> Book:
    try:
        with ZipFile(path) as archive:
            guard.check_zip(archive, path.name)
            names = set(archive.namelist())
            if "content.xml" in names:
                return OdsBook(path)
            if "xl/workbook.xml" in names:
                return XlsxBook(path)
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UserFacing(ErrorCode.SHEET_BROKEN, file=path.name) from error
    raise UserFacing(ErrorCode.SHEET_FORMAT, file=path.name)
