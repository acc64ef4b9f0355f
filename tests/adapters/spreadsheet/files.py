"""Table files as other programs write them, and damaged ones."""

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import openpyxl
from openpyxl.drawing.image import Image
from PIL import Image as Pillow

XLSX_SHEET = "xl/worksheets/sheet1.xml"
ODS_HEAD = (
    '<?xml version="1.0"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="报价">'
)
ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"


def png(colour: str = "red") -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Pillow.new("RGB", (24, 24), colour).save(out, "PNG")
    return out.getvalue()


def workbook(path: Path, rows: Iterable[Iterable[object]], pictures: dict[str, bytes] | None = None) -> Path:
    """Write an .xlsx with openpyxl: a sheet 报价 with `rows` and `pictures` by the cell they stand at."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "报价"
    for row in rows:
        sheet.append(list(row))
    for cell, data in (pictures or {}).items():
        sheet.add_image(Image(io.BytesIO(data)), cell)
    book.save(path)
    return path


def changed(path: Path, part: str, change: Callable[[bytes], bytes], **added: bytes) -> Path:
    """Write the archive `path` again with one part changed and others added (a__b for a/b)."""
    with zipfile.ZipFile(path) as old:
        parts = {info.filename: old.read(info) for info in old.infolist()}
    parts[part] = change(parts[part])
    parts |= {name.replace("__", "/"): data for name, data in added.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return path


def ods(path: Path, rows: str) -> Path:
    """Write an .ods with one table of these rows, as XML."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS_HEAD + rows + ODS_TAIL)
    return path


def ods_cell(text: str, attributes: str = 'office:value-type="string"') -> str:
    """One cell of an .ods."""
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"
