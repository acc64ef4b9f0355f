"""A number is read as its cell shows it: with the sign of a currency, and with leading zeros."""

from pathlib import Path

import openpyxl
import pytest

from livedesk.adapters.spreadsheet.workbook import open_book
from livedesk.core.catalogue.importing.mapping import guess_mapping
from livedesk.core.catalogue.importing.plan import plan_import
from livedesk.core.catalogue.importing.sheet import Amount, Sheet, Value, as_text
from tests.adapters.spreadsheet.files import ods, ods_cell

FORMATS_XLS = Path(__file__).parents[2] / "data" / "sheets" / "formats.xls"


def read(path: Path, cells: dict[str, tuple[object, str]]) -> Sheet:
    """A price list whose second row has these values in these formats."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["SKU", "name", "price"])
    sheet.append(["A-1", "Cup", 3.5])
    for cell, (value, number_format) in cells.items():
        sheet[cell] = value
        sheet[cell].number_format = number_format
    book.save(path)
    opened = open_book(path)
    return opened.read(opened.sheets[0])


@pytest.mark.parametrize(
    ("number_format", "currency"),
    [
        ('"¥"#,##0.00', "CNY"),
        ('"¥"#,##0.00;[Red]"¥"\\-#,##0.00', "CNY"),
        ("[$¥-804]#,##0.00", "CNY"),
        ("[$¥-411]#,##0", "JPY"),
        ("[$$-409]#,##0.00", "USD"),
        ("[$$-C09]#,##0.00", "AUD"),
        ('_("$"* #,##0.00_);_("$"* \\(#,##0.00\\)', "USD"),
        ("[$USD] #,##0.00", "USD"),
        ('#,##0.00\\ "€"', "EUR"),
        ('0.00"元"', "CNY"),
    ],
)
def test_that_a_price_has_the_currency_that_its_cell_shows(
    number_format: str, currency: str, tmp_path: Path
) -> None:
    sheet = read(tmp_path / "a.xlsx", {"C2": (25, number_format)})
    mapping = guess_mapping(sheet)
    assert mapping is not None
    found = plan_import(sheet, mapping, ())
    assert [(p.currency, str(p.tiers[0].price)) for p in found.new] == [(currency, "25")]
    assert found.problems == ()


@pytest.mark.parametrize(
    "number_format",
    ["General", "0.00", "_-* #,##0.00 _€_-", "[$$-80A]#,##0.00", "[Red]0.00", "0%", '0" pcs"', "[$-409]0.00"],
)
def test_that_a_format_without_a_known_currency_names_none(number_format: str, tmp_path: Path) -> None:
    value = read(tmp_path / "a.xlsx", {"C2": (25, number_format)}).value(1, 2)
    assert not isinstance(value, Amount)
    assert value == 25


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (123, "00000", "00123"),
        (123456, "00000", "123456"),
        (7, '"JZ-"000', "JZ-007"),
        (1.5, "000", 1.5),
        (-7, "000", -7),
        ("A-7", "000", "A-7"),
        (True, "000", True),
    ],
)
def test_that_leading_zeros_are_kept(value: Value, number_format: str, shown: Value, tmp_path: Path) -> None:
    assert read(tmp_path / "a.xlsx", {"A2": (value, number_format)}).value(1, 0) == shown


def test_that_an_old_workbook_is_read_as_it_shows_its_numbers() -> None:
    """Its cells: 123 as 00000, 25 as "¥"#,##0.00, 25."""
    (row,) = open_book(FORMATS_XLS).read("a").rows
    assert list(row) == ["00123", 25, 25]
    assert [as_text(value) for value in row] == ["00123", "CNY 25", "25"]


def test_that_a_table_of_libreoffice_is_read_as_it_shows_its_numbers(tmp_path: Path) -> None:
    cells = ods_cell("00123", 'office:value-type="float" office:value="123"')
    cells += ods_cell("25,00 €", 'office:value-type="currency" office:currency="EUR" office:value="25"')
    cells += ods_cell("0", 'office:value-type="float" office:value="0"')
    path = ods(tmp_path / "a.ods", f"<table:table-row>{cells}</table:table-row>")
    (row,) = open_book(path).read("报价").rows
    assert [as_text(value) for value in row] == ["00123", "EUR 25", "0"]


def test_that_an_amount_is_told_with_its_currency() -> None:
    assert as_text(Amount(25.5, "CNY")) == "CNY 25.5"
