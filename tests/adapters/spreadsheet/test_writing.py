"""What is exported is readable, harmless and whole; a file of columns is read or refused."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from livedesk.adapters.spreadsheet.map_file import read_map, remember_layout, remembered_layouts
from livedesk.adapters.spreadsheet.write_csv import csv_bytes
from livedesk.adapters.spreadsheet.write_xlsx import write_xlsx
from livedesk.core.catalogue.importing.to_rows import to_table
from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH, Sku
from tests.adapters.spreadsheet.files import png

CUP = Product(
    Sku("=A1"),
    3,
    {ZH: "杯", EN: "=HYPERLINK(1)"},
    {},
    (PriceTier(500, Decimal("3.50")),),
    pictures=("cup.png",),
)


def test_that_a_workbook_has_frozen_heads_pictures_and_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    write_xlsx(path, to_table([CUP]), lambda name: png() if name == "cup.png" else b"")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.freeze_panes == "C2"
    assert len(sheet._images) == 1
    assert sheet["B2"].value == "=A1"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert not list(tmp_path.glob(".*"))


def test_that_a_picture_that_is_none_leaves_its_name(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    write_xlsx(path, to_table([CUP]), lambda _: b"<svg/>")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet._images == []
    assert "cup.png" in [cell.value for cell in sheet[2]]


def test_that_a_text_table_opens_right_in_excel_and_holds_no_formula() -> None:
    data = csv_bytes(to_table([CUP]))
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert '"\'=A1"' in text
    assert '"=' not in text


def test_that_a_workbook_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    with pytest.raises(UserFacing) as caught:
        write_xlsx(folder / "out.xlsx", to_table([CUP]), lambda _: b"")
    assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE


@pytest.mark.parametrize(
    ("name", "text"), [("m.json", '{"columns": {"A": "sku"}}'), ("m.toml", '[columns]\nA = "sku"\n')]
)
def test_that_a_file_of_columns_may_be_json_or_toml(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_map(tmp_path / name) == {"columns": {"A": "sku"}}


@pytest.mark.parametrize(
    ("name", "data"), [("m.json", b"{"), ("m.json", b"[]"), ("m.toml", b"a = "), ("m.toml", b"\xff")]
)
def test_that_a_damaged_file_of_columns_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserFacing) as caught:
        read_map(tmp_path / name)
    assert caught.value.code is ErrorCode.SHEET_MAP_BROKEN


def test_that_layouts_are_remembered_and_a_damaged_memory_is_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "layouts.json"
    assert remembered_layouts(path) == {}
    remember_layout(path, "one", {"columns": {"货号": "sku"}})
    remember_layout(path, "two", {"columns": {}})
    assert remembered_layouts(path)["one"] == {"columns": {"货号": "sku"}}
    path.write_text("{", encoding="utf-8")
    assert remembered_layouts(path) == {}
