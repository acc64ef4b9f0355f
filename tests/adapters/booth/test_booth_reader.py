"""A booth folder is read whole or not at all, and what is wrong is named."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from livedesk.app.booth import open_booth
from livedesk.core.catalogue.product import PriceTier
from livedesk.core.errors import ErrorCode, UserFacing

BOOTH = """\
number = "7A01"
host_language = "zh"
audience_languages = ["en", "es"]
[name]
zh = "小店"
[terms]
incoterm_place = "Ningbo"
"""
HEADER = "number,sku,name_zh,name_en,moq,tier1_qty,tier1_price,tier2_qty,tier2_price,sample_price,picture"
CUP = "1,A-1,杯,Cup,500,500,3.50,2000,3.20,15,cup.svg"
PAN = '2,B-2,锅,"Pan, 28 cm",300,,,,,,'
SHOW = """\
[[item]]
minutes = 1.5
skus = ["A-1"]
[item.title]
en = "Cup"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small booth that is right in everything."""
    booth = tmp_path / "展位 1"
    (booth / "pictures").mkdir(parents=True)
    (booth / "pictures" / "cup.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (booth / "booth.toml").write_text(BOOTH, encoding="utf-8")
    (booth / "products.csv").write_text("\n".join((HEADER, CUP, PAN, "")), encoding="utf-8")
    (booth / "show.toml").write_text(SHOW, encoding="utf-8")
    return booth


def fault_of(folder: Path) -> dict[str, str | int]:
    """The parameters of the error that reading `folder` raises, without `value`."""
    with pytest.raises(UserFacing) as caught:
        open_booth(folder)
    assert caught.value.code is ErrorCode.BOOTH_BROKEN
    return {key: value for key, value in caught.value.params.items() if key != "value"}


def write_products(folder: Path, *lines: str) -> None:
    (folder / "products.csv").write_text("\n".join((*lines, "")), encoding="utf-8")


def test_that_a_booth_is_read_with_exact_prices(folder: Path) -> None:
    booth = open_booth(folder)
    cup, pan = booth.products
    assert cup.tiers == (PriceTier(500, Decimal("3.50")), PriceTier(2000, Decimal("3.20")))
    assert cup.sample_price == Decimal("15")
    assert (cup.currency, cup.incoterm, cup.incoterm_place) == ("USD", "FOB", "Ningbo")
    assert pan.names == {"zh": "锅", "en": "Pan, 28 cm"}
    assert (pan.tiers, pan.sample_price, pan.picture) == ((), None, "")
    assert (booth.number, booth.host_language, booth.audience_languages) == ("7A01", "zh", ("en", "es"))
    assert booth.pictures_dir / cup.picture == folder / "pictures" / "cup.svg"
    assert booth.show[0].title == {"en": "Cup"}
    assert booth.show[0].minutes == 1.5


@pytest.mark.parametrize("name", ["booth.toml", "products.csv", "show.toml"])
def test_that_a_byte_order_mark_and_windows_line_ends_change_nothing(folder: Path, name: str) -> None:
    plain = open_booth(folder)
    path = folder / name
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert open_booth(folder) == plain


def test_that_a_booth_without_a_run_of_show_has_an_empty_one(folder: Path) -> None:
    (folder / "show.toml").unlink()
    assert open_booth(folder).show == ()


def test_that_empty_rows_are_passed_over(folder: Path) -> None:
    write_products(folder, HEADER, CUP, "", "," * HEADER.count(","), PAN)
    assert [p.number for p in open_booth(folder).products] == [1, 2]


def test_that_a_missing_folder_is_named(folder: Path) -> None:
    missing = folder / "not there"
    assert fault_of(missing) == {"file": str(missing), "line": 0, "field": "", "fault": "missing"}


@pytest.mark.parametrize("name", ["booth.toml", "products.csv"])
def test_that_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert fault_of(folder) == {"file": name, "line": 0, "field": "", "fault": "missing"}


@pytest.mark.parametrize("name", ["booth.toml", "products.csv", "show.toml"])
def test_that_a_folder_in_the_place_of_a_file_is_unreadable(folder: Path, name: str) -> None:
    (folder / name).unlink()
    (folder / name).mkdir()
    assert fault_of(folder)["fault"] == "unreadable"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_that_a_price_list_may_be_in_the_encoding_of_a_chinese_computer(folder: Path, encoding: str) -> None:
    plain = open_booth(folder)
    text = (folder / "products.csv").read_text(encoding="utf-8")
    (folder / "products.csv").write_bytes(text.encode(encoding))
    assert open_booth(folder) == plain


@pytest.mark.parametrize(
    ("cell", "text", "fault"),
    [
        ("number", "0", "out_of_range"),
        ("number", "1.5", "not_a_number"),
        ("number", "2", "duplicate"),
        ("sku", " ", "missing"),
        ("sku", "A\t1", "malformed"),
        ("sku", "b-2", "duplicate"),
        ("moq", "-500", "out_of_range"),
        ("moq", "5 or so", "not_a_number"),
        ("tier1_price", "-3.50", "out_of_range"),
        ("tier1_price", "0", "out_of_range"),
        ("tier1_price", "NaN", "not_a_number"),
        ("tier1_price", "1e2", "not_a_number"),
        ("tier1_price", "#REF!", "malformed"),
        ("tier1_price", "", "missing"),
        ("tier1_qty", "", "missing"),
        ("tier2_qty", "500", "duplicate"),
        ("tier2_price", "32.0", "out_of_order"),
        ("sample_price", "later", "not_a_number"),
        ("picture", "gone.svg", "missing"),
        ("picture", "cup.exe", "missing"),
        ("picture", "../booth.svg", "missing"),
        ("picture", "/etc/passwd", "missing"),
    ],
)
def test_that_a_bad_cell_is_named_with_its_line(folder: Path, cell: str, text: str, fault: str) -> None:
    cells = dict(zip(HEADER.split(","), CUP.split(","), strict=True))
    cells[cell] = f'"{text}"'
    write_products(folder, HEADER, PAN, ",".join(cells.values()))
    found = fault_of(folder)
    assert (found["file"], found["line"], found["fault"]) == ("products.csv", 3, fault)
    # What is wrong between two cells is told of one of them.
    assert found["field"] == cell or fault in ("missing", "duplicate", "out_of_order")


@pytest.mark.parametrize("text", ["US$ 3.50", "3.50美元", "３.５０", "3,50", "US$ 3.50/pc"])
def test_that_a_price_may_be_written_as_exporters_write_it(folder: Path, text: str) -> None:
    write_products(folder, HEADER, CUP.replace("3.50", f'"{text}"'))
    assert open_booth(folder).products[0].from_price == Decimal("3.50")


def test_that_the_line_of_a_fault_is_the_row_that_a_spreadsheet_shows(folder: Path) -> None:
    write_products(folder, HEADER, '2,B-2,锅,"Pan\nwith lid",300,,,,,,', CUP.replace("3.50", "x"))
    assert fault_of(folder)["line"] == 3


def test_that_a_product_without_a_name_is_refused(folder: Path) -> None:
    write_products(folder, HEADER, "1,A-1,,,500,,,,,,")
    assert fault_of(folder) == {"file": "products.csv", "line": 2, "field": "sku", "fault": "missing"}


@pytest.mark.parametrize(
    ("row", "field"),
    [("1,C-3,碗,Bowl,500,,,,,,", "number"), ("3,a-1,碗,Bowl,500,,,,,,", "sku")],
)
def test_that_a_number_or_sku_cannot_be_given_twice(folder: Path, row: str, field: str) -> None:
    write_products(folder, HEADER, CUP, row)
    assert fault_of(folder) == {"file": "products.csv", "line": 3, "field": field, "fault": "duplicate"}


@pytest.mark.parametrize(("column", "text"), [("currency", "dollars and cents"), ("incoterm", "FOP")])
def test_that_terms_of_trade_are_known_ones(folder: Path, column: str, text: str) -> None:
    write_products(folder, f"{HEADER},{column}", f"{CUP},{text}")
    assert fault_of(folder) == {"file": "products.csv", "line": 2, "field": column, "fault": "not_a_choice"}


@pytest.mark.parametrize(
    ("header", "field", "fault"),
    [
        (HEADER.replace("tier2_price", "tier2_prise"), "tier2_prise", "unknown_field"),
        (HEADER.replace("name_en", "name_zh"), "name_zh", "duplicate"),
    ],
)
def test_that_the_columns_are_checked(folder: Path, header: str, field: str, fault: str) -> None:
    write_products(folder, header, CUP)
    assert fault_of(folder) == {"file": "products.csv", "line": 1, "field": field, "fault": fault}


@pytest.mark.parametrize("header", [HEADER.replace("sku", "tags"), HEADER.replace(",", ";")])
def test_that_a_price_list_without_article_numbers_is_refused(folder: Path, header: str) -> None:
    write_products(folder, header, CUP)
    assert fault_of(folder) == {"file": "products.csv", "line": 0, "field": "sku", "fault": "missing"}


def test_that_a_file_cut_off_in_a_row_is_refused(folder: Path) -> None:
    write_products(folder, HEADER, CUP, PAN[:10])
    assert fault_of(folder) == {"file": "products.csv", "line": 3, "field": "", "fault": "malformed"}
    (folder / "products.csv").write_text(f"{HEADER}\n{CUP}\n{PAN[:12]}", encoding="utf-8")
    assert fault_of(folder)["fault"] == "malformed"


@pytest.mark.parametrize("text", ["", "\n\n", HEADER])
def test_that_a_catalogue_without_products_is_refused(folder: Path, text: str) -> None:
    (folder / "products.csv").write_text(text, encoding="utf-8")
    assert fault_of(folder)["fault"] == "missing"


def test_that_a_link_out_of_the_pictures_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "pictures" / "cup.svg").unlink()
    (folder / "pictures" / "cup.svg").symlink_to(tmp_path / "secret.svg")
    assert fault_of(folder) == {"file": "products.csv", "line": 2, "field": "picture", "fault": "missing"}


@pytest.mark.parametrize(
    ("old", "new", "field", "fault"),
    [
        ('zh = "小店"', "", "name", "missing"),
        ('zh = "小店"', 'zh = ""', "name.zh", "missing"),
        ('zh = "小店"', "zh = 3", "name.zh", "malformed"),
        ('zh = "小店"', 'zh = "小\\u0000店"', "name.zh", "malformed"),
        ('zh = "小店"', 'chinese = "小店"', "name", "not_a_choice"),
        ('"7A01"', "7", "number", "malformed"),
        ('number = "7A01"', 'nummer = "7A01"', "nummer", "unknown_field"),
        ('host_language = "zh"', "", "host_language", "missing"),
        ('host_language = "zh"', 'host_language = "ZH"', "host_language", "not_a_choice"),
        ('["en", "es"]', "[]", "audience_languages", "missing"),
        ('["en", "es"]', '"en"', "audience_languages", "malformed"),
        ('["en", "es"]', '["en", "en"]', "audience_languages", "duplicate"),
        ("incoterm_place", "place", "terms.place", "unknown_field"),
        ('incoterm_place = "Ningbo"', 'incoterm = "FOP"', "terms.incoterm", "not_a_choice"),
        ('incoterm_place = "Ningbo"', 'currency = "usd"', "terms.currency", "not_a_choice"),
    ],
)
def test_that_a_bad_key_of_the_booth_is_named(
    folder: Path, old: str, new: str, field: str, fault: str
) -> None:
    assert old in BOOTH
    (folder / "booth.toml").write_text(BOOTH.replace(old, new), encoding="utf-8")
    assert fault_of(folder) == {"file": "booth.toml", "line": 0, "field": field, "fault": fault}


@pytest.mark.parametrize(
    ("old", "new", "field", "fault"),
    [
        ('["A-1"]', '["A-1", "Z-9"]', "item 1.skus", "unknown_sku"),
        ("1.5", "0", "item 1.minutes", "out_of_range"),
        ("1.5", "-1", "item 1.minutes", "out_of_range"),
        ("1.5", "nan", "item 1.minutes", "not_a_number"),
        ("1.5", "true", "item 1.minutes", "not_a_number"),
        ("minutes = 1.5", "", "item 1.minutes", "missing"),
        ('en = "Cup"', "", "item 1.title", "missing"),
        ("skus", "sku", "item 1.sku", "unknown_field"),
        ("[[item]]", "[[items]]", "items", "unknown_field"),
        ("[[item]]", "[item]", "item", "malformed"),
    ],
)
def test_that_a_bad_step_of_the_show_is_named(
    folder: Path, old: str, new: str, field: str, fault: str
) -> None:
    # "[[items]]" takes its sub-table along, so that only the name is wrong.
    text = SHOW.replace(old, new).replace(
        "[item.title]", "[items.title]" if "items" in new else "[item.title]"
    )
    (folder / "show.toml").write_text(text, encoding="utf-8")
    assert fault_of(folder) == {"file": "show.toml", "line": 0, "field": field, "fault": fault}


@pytest.mark.parametrize("name", ["booth.toml", "show.toml"])
def test_that_half_a_toml_file_is_refused_with_its_line(folder: Path, name: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_text(text + 'half = "', encoding="utf-8")
    fault = fault_of(folder)
    assert (fault["file"], fault["fault"]) == (name, "malformed")
    assert isinstance(fault["line"], int)
    assert 0 <= fault["line"] <= text.count("\n") + 1
    (folder / name).write_text("a = 1\nb = = 2\nc = 3\n", encoding="utf-8")
    assert fault_of(folder)["line"] == 2


def test_that_reading_changes_nothing_in_the_folder(folder: Path, tmp_path: Path) -> None:
    before = shutil.copytree(folder, tmp_path / "before")
    open_booth(folder)
    assert sorted(p.relative_to(folder) for p in folder.rglob("*")) == sorted(
        p.relative_to(before) for p in before.rglob("*")
    )
