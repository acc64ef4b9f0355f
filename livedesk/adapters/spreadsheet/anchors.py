"""Finds the pictures in an .xlsx sheet and the cells they stand at.

Read from the drawing parts themselves: openpyxl would read every cell of the workbook once more (five seconds for
10,000 rows), decode every picture, drop silently what it cannot decode, and does not know the pictures that WPS
Office puts inside cells (DISPIMG), which many Chinese price lists have.
"""

import posixpath
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from livedesk.core.catalogue.importing.sheet import Sheet

if TYPE_CHECKING:
    from livedesk.adapters.spreadsheet.workbook import SheetPicture

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_CELL_PICTURE = re.compile(r'DISPIMG\(\s*"([^"]+)"', re.IGNORECASE)
_CELL_IMAGES = "xl/cellimages.xml"


def pictures_in(archive: ZipFile, part: str, sheet: Sheet) -> "Iterator[SheetPicture]":
    """Yield the pictures of the sheet in `part`, in the order of rows and columns; one outside is left out."""
    from livedesk.adapters.spreadsheet.workbook import SheetPicture

    found = [*_floating(archive, part), *_inside_cells(archive, sheet)]
    for row, column, member in sorted(found):
        if member in archive.NameToInfo:
            yield SheetPicture(row, column, member)


def relations(archive: ZipFile, part: str) -> dict[str, str]:
    """Return what the ids in a part of the archive stand for, {} for a part that refers to nothing."""
    folder, name = posixpath.split(part)
    path = f"{folder}/_rels/{name}.rels"
    if path not in archive.NameToInfo:
        return {}
    found = {}
    for element in ET.fromstring(archive.read(path)):
        target = element.get("Target", "")
        if element.get("TargetMode") != "External":
            whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[element.get("Id", "")] = posixpath.normpath(whole)
    return found


def _floating(archive: ZipFile, part: str) -> Iterator[tuple[int, int, str]]:
    drawings = [target for target in relations(archive, part).values() if "/drawings/drawing" in target]
    for drawing in drawings:
        targets = relations(archive, drawing)
        for anchor in ET.fromstring(archive.read(drawing)):
            start = anchor.find(f"{_DRAWING}from")
            blip = next(anchor.iter(f"{_MAIN}blip"), None)
            if start is None or blip is None:
                continue
            row, column = (int(start.findtext(f"{_DRAWING}{name}") or 0) for name in ("row", "col"))
            yield row, column, targets.get(blip.get(_EMBED, ""), "")


def _inside_cells(archive: ZipFile, sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    if _CELL_IMAGES not in archive.NameToInfo:
        return
    targets = relations(archive, _CELL_IMAGES)
    by_name = {}
    for picture in ET.fromstring(archive.read(_CELL_IMAGES)).iter(f"{_DRAWING}pic"):
        properties = next(picture.iter(f"{_DRAWING}cNvPr"), None)
        blip = next(picture.iter(f"{_MAIN}blip"), None)
        if properties is not None and blip is not None:
            by_name[properties.get("name", "")] = targets.get(blip.get(_EMBED, ""), "")
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            match = _CELL_PICTURE.search(value) if isinstance(value, str) and len(value) < 200 else None
            if match and match[1] in by_name:
                yield row, column, by_name[match[1]]
