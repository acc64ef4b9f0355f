"""Writes the catalogue as a workbook with pictures, made to be read: frozen heads, sensible widths, filters."""

import io
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from livedesk.core.catalogue.importing.sheet import Progress, no_progress
from livedesk.core.catalogue.importing.to_rows import ExportTable, ExportValue
from livedesk.core.errors import disk_error

SHEET = "产品目录 Catalogue"
PICTURE_HEADING = "缩略图 Preview"
"""The pictures count as the product's only where no column names them: the cells show them small."""
_PICTURE_PX = 88
_ROW_PT = 69
_LEAST_WIDTH, _MOST_WIDTH, _WIDE = 8, 28, 48
_PLACES = 6
_EMBEDDED = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")


def write_xlsx(
    path: Path,
    table: ExportTable,
    picture: Callable[[str], bytes],
    progress: Progress = no_progress,
) -> None:
    """Write `table` to `path`; `picture` returns the file of a picture by its name, b"" for none.

    Drawings (SVG) are named but not shown: a cell holds no such picture. Raises `UserFacing(DISK_FULL |
    FOLDER_NOT_WRITABLE)`, and then `path` is as it was.
    """
    import xlsxwriter

    part = path.with_name(f".{path.name}.part")
    try:
        book = xlsxwriter.Workbook(str(part), {"strings_to_formulas": False, "strings_to_urls": False})
        _fill(book, table, picture, progress)
        book.close()
        part.replace(path)
    except xlsxwriter.exceptions.FileCreateError as error:
        raise disk_error(
            error.args[0] if isinstance(error.args[0], OSError) else OSError(), str(path.parent)
        ) from error
    except OSError as error:
        raise disk_error(error, str(path.parent)) from error
    finally:
        part.unlink(missing_ok=True)


def _fill(book: Any, table: ExportTable, picture: Callable[[str], bytes], progress: Progress) -> None:
    sheet = book.add_worksheet(SHEET)
    head = book.add_format(
        {
            "bold": True,
            "text_wrap": True,
            "valign": "vcenter",
            "bg_color": "#E3F1EE",
            "border": 1,
            "border_color": "#E4E1DA",
        }
    )
    plain = book.add_format({"valign": "vcenter"})
    wrapped = book.add_format({"valign": "vcenter", "text_wrap": True})
    money = book.add_format({"valign": "vcenter", "num_format": "0.00##"})
    has_pictures = any(table.pictures)
    first = 1 if has_pictures else 0
    if has_pictures:
        sheet.write_string(0, 0, PICTURE_HEADING, head)
        sheet.set_column(0, 0, 13)
    for index, column in enumerate(table.columns):
        sheet.write_string(0, first + index, column.heading, head)
        sheet.set_column(first + index, first + index, _width(table, index))
    sheet.set_row(0, 36)
    for number, values in enumerate(table.rows, 1):
        if number % 50 == 0:
            progress(number, len(table.rows))
        for index, value in enumerate(values):
            style = wrapped if table.columns[index].is_wide or _has_lines(value) else plain
            _write(sheet, number, first + index, value, money if isinstance(value, Decimal) else style)
        if has_pictures:
            _insert(sheet, number, table.pictures[number - 1], picture)
    sheet.freeze_panes(1, first + 1)
    sheet.autofilter(0, 0, len(table.rows), first + len(table.columns) - 1)


def _write(sheet: Any, row: int, column: int, value: ExportValue, style: Any) -> None:
    match value:
        case None:
            return
        case str():
            sheet.write_string(row, column, value, style)  # never as a formula or link
        case Decimal() if not _fits(value):
            sheet.write_string(row, column, f"{value:f}", style)
        case _:
            sheet.write_number(row, column, value, style)


def _fits(value: Decimal) -> bool:
    """Whether a number cell keeps `value` exactly: it has 15 figures, and the import rounds after six places."""
    exponent = value.normalize().as_tuple().exponent
    is_short = isinstance(exponent, int) and -exponent <= _PLACES
    return is_short and Decimal(f"{float(value):.15g}") == value


def _has_lines(value: ExportValue) -> bool:
    return isinstance(value, str) and "\n" in value


def _width(table: ExportTable, index: int) -> int:
    """Return a width in which most of the column can be read; a Chinese character takes two places."""
    if table.columns[index].is_wide:
        return _WIDE
    texts = [table.columns[index].heading.split(" ")[0], *(str(row[index] or "") for row in table.rows[:200])]
    longest = max(_places(line) for text in texts for line in text.splitlines() or [""])
    return max(_LEAST_WIDTH, min(_MOST_WIDTH, longest + 2))


def _places(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _insert(sheet: Any, row: int, name: str, picture: Callable[[str], bytes]) -> None:
    data = picture(name) if name else b""
    if not data.startswith(_EMBEDDED):
        data = _as_png(data)
    if not data:
        return
    width, height = _size(data)
    if not width or not height:
        return
    scale = min(_PICTURE_PX / width, _PICTURE_PX / height)
    sheet.set_row(row, _ROW_PT)
    sheet.insert_image(
        row,
        0,
        name,
        {
            "image_data": io.BytesIO(data),
            "x_scale": scale,
            "y_scale": scale,
            "x_offset": 2,
            "y_offset": 2,
            "object_position": 1,
            "description": name,
        },
    )


def _as_png(data: bytes) -> bytes:
    """Return a picture that workbooks do not know (WebP) as one that they do, b"" for what is no such picture."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as image:
            out = io.BytesIO()
            image.convert("RGBA").save(out, "PNG")
            return out.getvalue()
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return b""


def _size(data: bytes) -> tuple[int, int]:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as image:
            # What xlsxwriter takes for a picture's size depends on the dots per inch it states.
            horizontal, vertical = image.info.get("dpi", (96, 96))
            return int(image.width * 96 / (horizontal or 96)), int(image.height * 96 / (vertical or 96))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return 0, 0
