"""Tables are read from every kind of file, with failed formulas, merged cells and pictures; bad files are refused."""

import datetime
import re
import zipfile
from pathlib import Path

import pytest

from livedesk.adapters.spreadsheet import guard
from livedesk.adapters.spreadsheet.workbook import open_book
from livedesk.core.catalogue.importing.sheet import MOST_ROWS, CellError, Sheet
from livedesk.core.errors import Cancelled, ErrorCode, UserFacing
from tests.adapters.spreadsheet.files import XLSX_SHEET, changed, ods, ods_cell, png, workbook

ROWS = [["货号", "品名", "单价"], ["A-1", "杯", 3.5], ["A-2", "碗", 2]]
XLS = Path(__file__).parents[2] / "data" / "sheets" / "quotation.xls"


def read(path: Path) -> Sheet:
    """The first table of a file."""
    book = open_book(path)
    return book.read(book.sheets[0])


def refusal(path: Path) -> ErrorCode:
    """Why a file is refused."""
    with pytest.raises(UserFacing) as caught:
        read(path)
    assert caught.value.params["file"] in (path.name, str(path))
    return caught.value.code


def test_that_a_workbook_is_read_with_its_numbers_dates_and_merged_cells(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [*ROWS, ["A-3", "=1+1", datetime.date(2027, 5, 1)]])
    book = open_book(path)
    assert book.sheets == ("报价",)
    sheet = book.read("报价")
    assert sheet.rows[1][:3] == ["A-1", "杯", 3.5]
    assert sheet.rows[3][2] == datetime.date(2027, 5, 1)


def test_that_rows_and_columns_left_empty_keep_their_places(tmp_path: Path) -> None:
    sheet = read(workbook(tmp_path / "a.xlsx", [[], [None, "货号"], [], [None, "A-1"]]))
    assert sheet.value(1, 1) == "货号"
    assert sheet.value(3, 1) == "A-1"
    assert sheet.cell(3, 1) == "报价!B4"


def test_that_a_failed_formula_is_told_from_an_empty_cell(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [*ROWS, ["A-3", "杯", "=1/0"], ["A-4", "碗", "=C2*2"]])
    assert read(path).rows[3][2] == CellError("=?")  # openpyxl does not calculate
    failed = b'<c r="C4" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    changed(path, XLSX_SHEET, lambda xml: re.sub(rb'<c r="C4">.*?</c>', failed, xml))
    assert read(path).rows[3][2] == CellError("#DIV/0!")


def test_that_merged_cells_are_known(tmp_path: Path) -> None:
    import openpyxl

    path = workbook(tmp_path / "a.xlsx", ROWS)
    book = openpyxl.load_workbook(path)
    book["报价"].merge_cells("A1:C1")
    book.create_sheet("条款")
    book.create_sheet("secret").sheet_state = "hidden"
    book.save(path)
    assert open_book(path).sheets == ("报价", "条款")
    assert read(path).merged == ((0, 0, 0, 2),)


def test_that_rows_hidden_by_hand_or_by_a_filter_are_known(tmp_path: Path) -> None:
    import openpyxl

    path = workbook(tmp_path / "a.xlsx", [*ROWS, *([f"B-{number}", "杯"] for number in range(9000))])
    book = openpyxl.load_workbook(path)
    for row in (2, 3, 4000, 9000):
        book["报价"].row_dimensions[row].hidden = True
    book.save(path)
    assert read(path).hidden_rows == {1, 2, 3999, 8999}
    assert read(XLS.with_name("hidden.xls")).hidden_rows == {2}
    cell = ods_cell("A-1")
    rows = (
        f"<table:table-row>{cell}</table:table-row>"
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f'<table:table-row table:visibility="filter" table:number-rows-repeated="2">{cell}</table:table-row>'
        f'<table:table-row table:visibility="visible">{cell}</table:table-row>'
    )
    assert read(ods(tmp_path / "a.ods", rows)).hidden_rows == {4, 5}


def test_that_pictures_are_found_with_their_rows(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ROWS, {"D2": png("red"), "D3": png("blue")})
    book = open_book(path)
    found = list(book.pictures(book.read("报价")))
    assert [(p.row, p.column) for p in found] == [(1, 3), (2, 3)]
    assert book.picture(found[0].member) == png("red")


def test_that_pictures_of_wps_inside_cells_are_found(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [*ROWS, ["A-3", "盘", '=DISPIMG("ID_1",1)']])
    drawing = (
        b'<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"'
        b' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
        b' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        b'<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="ID_1"/></xdr:nvPicPr>'
        b'<xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></etc:cellImage></etc:cellImages>'
    )
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="x" Target="media/image1.png"/></Relationships>'
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/cellimages.xml", drawing)
        archive.writestr("xl/_rels/cellimages.xml.rels", rels)
        archive.writestr("xl/media/image1.png", png())
    changed(
        path,
        XLSX_SHEET,
        lambda xml: (
            xml.replace(b'<c r="C4">', b'<c r="C4" t="str">')
            .replace(b"<v />", b'<v>=DISPIMG("ID_1",1)</v>')
            .replace(b"<v></v>", b'<v>=DISPIMG("ID_1",1)</v>')
        ),
    )
    book = open_book(path)
    assert [(p.row, book.picture(p.member)) for p in book.pictures(book.read("报价"))] == [(3, png())]


def test_that_an_old_workbook_is_read_with_its_failed_formulas() -> None:
    sheet = read(XLS)
    assert sheet.name == "报价"
    assert sheet.rows[0][:3] == ["货号", "品名", "单价(￥)"]
    assert sheet.rows[1][:3] == ["X-1", "不锈钢杯", 25.5]
    assert sheet.rows[2][2] == CellError("#DIV/0!")
    assert sheet.rows[1][3] == datetime.datetime(2027, 5, 1)


def test_that_an_old_workbook_cut_off_is_refused(tmp_path: Path) -> None:
    for size in (600, 1500, 3000):
        path = tmp_path / f"{size}.xls"
        path.write_bytes(XLS.read_bytes()[:size])
        assert refusal(path) in (ErrorCode.SHEET_BROKEN, ErrorCode.SHEET_FORMAT)


def test_that_a_libreoffice_table_is_read_with_repeats_and_failed_formulas(tmp_path: Path) -> None:
    rows = (
        f"<table:table-row>{ods_cell('货号')}{ods_cell('品名')}{ods_cell('单价')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f"<table:table-row>{ods_cell('A-1')}<table:table-cell/>"
        + ods_cell("3.50", 'office:value-type="float" office:value="3.5"')
        + ods_cell("x", 'office:value-type="date" office:date-value="2027-05-01"')
        + ods_cell("#DIV/0!", 'table:formula="of:=1/0" calcext:value-type="error" office:value-type="string"')
        + "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    sheet = read(ods(tmp_path / "a.ods", rows))
    assert len(sheet.rows) == 4
    assert sheet.rows[3] == ["A-1", None, 3.5, datetime.date(2027, 5, 1), CellError("#DIV/0!")]


def test_that_a_libreoffice_row_repeated_a_million_times_is_refused(tmp_path: Path) -> None:
    row = f'<table:table-row table:number-rows-repeated="1000000">{ods_cell("x")}</table:table-row>'
    assert refusal(ods(tmp_path / "a.ods", row)) is ErrorCode.SHEET_TOO_LONG
    many = ods_cell("x", 'table:number-columns-repeated="1000000" office:value-type="string"')
    wide = f"<table:table-row>{many}</table:table-row>"
    assert refusal(ods(tmp_path / "b.ods", wide)) is ErrorCode.SHEET_TOO_LONG


def test_that_a_cell_at_the_far_end_of_a_workbook_is_refused_before_it_takes_the_memory(
    tmp_path: Path,
) -> None:
    import openpyxl

    path = workbook(tmp_path / "far.xlsx", ROWS)
    book = openpyxl.load_workbook(path)
    book["报价"]["XFD1048576"] = "x"
    book.save(path)
    assert refusal(path) is ErrorCode.SHEET_TOO_LONG


def test_that_a_workbook_of_too_many_rows_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ROWS)
    many = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(4, MOST_ROWS + 10))
    changed(path, XLSX_SHEET, lambda xml: xml.replace(b"</sheetData>", many + b"</sheetData>"))
    assert refusal(path) is ErrorCode.SHEET_TOO_LONG


def test_that_a_zip_bomb_is_refused_unread(tmp_path: Path) -> None:
    path = workbook(tmp_path / "bomb.xlsx", ROWS)
    changed(path, XLSX_SHEET, lambda xml: xml + b" " * (guard.MOST_UNPACKED_BYTES + 1))
    assert path.stat().st_size < 1 << 20
    assert refusal(path) is ErrorCode.SHEET_TOO_LARGE
    small = workbook(tmp_path / "small.xlsx", ROWS)
    changed(small, XLSX_SHEET, lambda xml: xml + b" " * (8 << 20))
    assert refusal(small) is ErrorCode.SHEET_TOO_LARGE


def test_that_a_workbook_that_declares_entities_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "laughs.xlsx", ROWS)
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    changed(path, "xl/workbook.xml", lambda xml: laughs + xml.partition(b"?>")[2])
    assert refusal(path) is ErrorCode.SHEET_BROKEN


def test_that_an_archive_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ROWS)
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(XLSX_SHEET)
    size = info.file_size.to_bytes(4, "little")
    path.write_bytes(data.replace(size, (10).to_bytes(4, "little")))
    assert refusal(path) is ErrorCode.SHEET_BROKEN


def test_that_a_large_text_or_old_workbook_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MOST_PLAIN_BYTES", 100)
    path = tmp_path / "large.csv"
    path.write_text("sku,name\n" + "A-1,Cup\n" * 50)
    with pytest.raises(UserFacing) as caught:
        open_book(path)
    assert caught.value.code is ErrorCode.SHEET_TOO_LARGE
    assert caught.value.params["file"] == "large.csv"


def test_that_a_file_with_a_password_says_so(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    path = tmp_path / "locked.xlsx"
    path.write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    assert refusal(path) is ErrorCode.SHEET_PASSWORD
    locked = ods(tmp_path / "locked.ods", "")
    with zipfile.ZipFile(locked, "a") as archive:
        archive.writestr("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>")
    assert refusal(locked) is ErrorCode.SHEET_PASSWORD


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.xlsx", b"", ErrorCode.SHEET_EMPTY),
        ("zeros.csv", b"\0" * 5000, ErrorCode.SHEET_EMPTY),
        ("cut.xlsx", b"PK\x03\x04" + b"\1" * 500, ErrorCode.SHEET_BROKEN),
        ("page.xls", b"<html><table><tr><td>x</td></tr></table></html>", ErrorCode.SHEET_FORMAT),
        ("offer.pdf", b"%PDF-1.7\n", ErrorCode.SHEET_FORMAT),
        ("letter.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ErrorCode.SHEET_FORMAT),
        ("picture.csv", png(), ErrorCode.SHEET_FORMAT),
    ],
)
def test_that_a_file_that_is_no_table_is_named(
    tmp_path: Path, name: str, data: bytes, code: ErrorCode
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path) is code


def test_that_another_kind_of_archive_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(path) is ErrorCode.SHEET_FORMAT


def test_that_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.xlsx") is ErrorCode.SHEET_MISSING
    (tmp_path / "folder.xlsx").mkdir()
    assert refusal(tmp_path / "folder.xlsx") is ErrorCode.SHEET_UNREADABLE


def test_that_a_workbook_called_csv_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ROWS)
    assert read(path.rename(tmp_path / "a.csv")).rows[1][0] == "A-1"


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_that_reading_can_be_stopped(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name.endswith("csv"):
        path.write_text("sku,name\n" + "A,Cup\n" * 2000, encoding="utf-8")
    else:
        workbook(path, [*ROWS, *(["A", "Cup", 1] for _ in range(1000))])
    calls = []

    def progress(done: int, total: int) -> None:
        calls.append(done)
        if len(calls) > 2:
            raise Cancelled

    book = open_book(path)
    with pytest.raises(Cancelled):
        book.read(book.sheets[0], progress)


def test_that_pictures_that_cannot_be_got_out_are_told(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", f"<table:table-row>{ods_cell('x')}</table:table-row>")
    assert not open_book(path).has_unread_pictures
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("Pictures/1.png", png())
    assert open_book(path).has_unread_pictures
    assert not open_book(XLS).has_unread_pictures
