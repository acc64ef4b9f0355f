"""`livedesk catalogue`: tables in and out of the stored catalogue, for people and for programs."""

import json
import zipfile
from pathlib import Path

import pytest

from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.instance_lock import InstanceLock
from livedesk.adapters.store.reading import StoreReader
from livedesk.core.catalogue.product import Product
from tests.adapters.spreadsheet.files import changed, ods, ods_cell, png, workbook
from tests.app.conftest import Cli

ROWS = [
    ["朗汐厨具 报价单"],
    ["货号", "品名 / Name", "FOB Ningbo (US$)", "MOQ", "备注"],
    ["A-1", "杯 / Cup", "US$ 3.50-4.20/pc", "500 pcs", "x"],
    ["A-2", "碗 / Bowl", 2.5, 300, None],
    ["A-2", "再来一个", 2.5, 300, None],
    ["A-3", "盘 / Plate", -2, 300, None],
]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return tmp_path / "base"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return workbook(tmp_path / "quotation.xlsx", ROWS, {"F4": png()})


def stored(base: Path) -> tuple[Product, ...]:
    """The catalogue below `base`."""
    database = open_database(base / "livedesk.db")
    try:
        return StoreReader(database).load_catalogue()
    finally:
        database.close()


def test_that_an_import_adds_updates_and_tells_every_problem_with_its_cell(
    cli: Cli, base: Path, table: Path
) -> None:
    done = cli("--base-dir", base, "catalogue", "import", table, "--json")
    assert done.code == 0, done.err
    told = json.loads(done.out)
    assert {key: told[key] for key in ("new", "updated", "unchanged")} == {
        "new": 2,
        "updated": 0,
        "unchanged": 0,
    }
    assert [(p["cell"], p["code"]) for p in told["problems"]] == [
        ("报价!E2", "unknown_column"),
        ("报价!C3", "price_range"),
        ("报价!A5", "duplicate_sku"),
        ("报价!C6", "price_out_of_range"),
    ]
    assert all(set(p) >= {"cell", "code", "text"} for p in told["problems"])
    cup, bowl = stored(base)
    assert (cup.names, cup.number, bowl.number) == ({"zh": "杯", "en": "Cup"}, 1, 2)
    assert (base / "pictures" / bowl.picture).read_bytes()
    again = json.loads(cli("--base-dir", base, "catalogue", "import", table, "--json").out)
    assert (again["new"], again["updated"], again["unchanged"]) == (0, 0, 2)


def test_that_a_dry_run_changes_nothing(cli: Cli, base: Path, table: Path) -> None:
    done = cli("--base-dir", base, "catalogue", "import", table, "--dry-run")
    assert done.code == 0
    assert "2 new, 0 updated, 0 unchanged, 4 problems" in done.out
    assert "报价!C6" in done.err
    assert not base.exists()


def test_that_nothing_is_imported_while_the_desk_is_open(cli: Cli, base: Path, table: Path) -> None:
    with InstanceLock(base):
        done = cli("--base-dir", base, "catalogue", "import", table)
        assert done.code == 1
        assert "already running" in done.err
        assert cli("--base-dir", base, "catalogue", "import", table, "--dry-run").code == 0


def test_that_a_file_of_columns_is_followed_and_remembered(cli: Cli, base: Path, tmp_path: Path) -> None:
    table = tmp_path / "odd.csv"
    table.write_text("货号,叫法,几块\nA-1,Cup,3.5\n", encoding="gb18030")
    columns = tmp_path / "columns.toml"
    columns.write_text(
        'currency = "USD"\n[columns]\n"叫法" = "names.en"\n"几块" = "price"\n', encoding="utf-8"
    )
    assert cli("--base-dir", base, "catalogue", "import", table, "--map", columns).code == 0
    assert stored(base)[0].names == {"en": "Cup"}
    table.write_text("货号,叫法,几块\nA-1,Mug,3.5\n", encoding="gb18030")
    done = json.loads(cli("--base-dir", base, "catalogue", "import", table, "--json").out)
    assert (done["updated"], done["problems"]) == (1, [])
    assert stored(base)[0].names == {"en": "Mug"}


def test_that_pictures_of_a_folder_find_their_products_and_what_is_none_is_told(
    cli: Cli, base: Path, tmp_path: Path
) -> None:
    table, folder = tmp_path / "a.csv", tmp_path / "photos"
    table.write_text("sku,name\nA-1,Cup\nA-2,Bowl\n", encoding="utf-8")
    folder.mkdir()
    (folder / "a-1.png").write_bytes(png("red"))
    (folder / "A-1_2.png").write_bytes(png("blue"))
    (folder / "A-2.jpg").write_bytes(b"no picture")
    done = cli("--base-dir", base, "catalogue", "import", table, "--pictures", folder, "--json")
    assert [(p["cell"], p["code"]) for p in json.loads(done.out)["problems"]] == [
        ("A-2.jpg", "not_a_picture")
    ]
    cup, bowl = stored(base)
    assert (len(cup.pictures), bowl.pictures) == (2, ())
    assert all((base / "pictures" / name).exists() for name in cup.pictures)


def test_that_a_picture_in_the_sheet_that_is_none_is_told_with_its_cell(
    cli: Cli, base: Path, table: Path
) -> None:
    changed(table, "xl/media/image1.png", lambda _: b"no picture")
    done = cli("--base-dir", base, "catalogue", "import", table, "--json")
    assert ("报价!F4", "not_a_picture") in [(p["cell"], p["code"]) for p in json.loads(done.out)["problems"]]
    assert [p.pictures for p in stored(base)] == [(), ()]


def test_that_pictures_in_a_kind_of_file_they_are_not_read_from_are_told(
    cli: Cli, base: Path, tmp_path: Path
) -> None:
    cells = ods_cell("货号") + ods_cell("品名"), ods_cell("A-1") + ods_cell("杯")
    path = ods(tmp_path / "a.ods", "".join(f"<table:table-row>{row}</table:table-row>" for row in cells))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("Pictures/1.png", png())
    done = json.loads(cli("--base-dir", base, "catalogue", "import", path, "--json").out)
    assert (done["new"], [p["code"] for p in done["problems"]]) == (1, ["pictures_not_read"])


def test_that_a_picture_that_begins_well_and_is_damaged_is_left_out(
    cli: Cli, base: Path, tmp_path: Path
) -> None:
    table, folder = tmp_path / "a.csv", tmp_path / "photos"
    table.write_text("sku,name\nA-1,Cup\n", encoding="utf-8")
    folder.mkdir()
    (folder / "A-1.png").write_bytes(png()[:40])
    done = cli("--base-dir", base, "catalogue", "import", table, "--pictures", folder, "--json")
    assert [p["code"] for p in json.loads(done.out)["problems"]] == ["not_a_picture"]
    assert stored(base)[0].pictures == ()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_that_an_export_is_imported_as_it_was(
    cli: Cli, base: Path, table: Path, tmp_path: Path, ending: str
) -> None:
    cli("--base-dir", base, "catalogue", "import", table)
    out = tmp_path / f"out.{ending}"
    assert cli("--base-dir", base, "catalogue", "export", out).code == 0
    done = json.loads(cli("--base-dir", base, "catalogue", "import", out, "--json").out)
    assert done == {"new": 0, "updated": 0, "unchanged": 2, "problems": []}
    other = tmp_path / "other"
    cli("--base-dir", other, "catalogue", "import", out)
    assert [p.names for p in stored(other)] == [p.names for p in stored(base)]
    if ending == "xlsx":  # a workbook brings its pictures to another computer
        assert [bool(p.pictures) for p in stored(other)] == [False, True]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("import", "gone.xlsx"), "There is no file"),
        (("import", "empty.csv"), "holds no table"),
        (("import", "nameless.csv"), "No column of nameless.csv"),
        (("import", "broken.csv"), "row that begins on line 2"),
        (("import", "good.csv", "--map", "gone.toml"), "There is no file"),
        (("import", "good.csv", "--map", "bad.toml"), "has a mistake"),
        (("import", "good.csv", "--sheet", "Tabelle1"), "no sheet Tabelle1"),
        (("import", "good.csv", "--pictures", "gone"), "There is no file"),
        (("export", "out.pdf"), ".xlsx .csv"),
    ],
)
def test_that_what_cannot_be_done_is_said_and_changes_nothing(
    cli: Cli, base: Path, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    (tmp_path / "empty.csv").write_text("\n\n")
    (tmp_path / "nameless.csv").write_text("品名,单价\n杯,3\n", encoding="utf-8")
    (tmp_path / "broken.csv").write_text('sku,name\nA-1,"Cup\n', encoding="utf-8")
    (tmp_path / "good.csv").write_text("sku,name\nA-1,Cup\n", encoding="utf-8")
    (tmp_path / "bad.toml").write_text('[columns]\n"A" = "nothing"\n', encoding="utf-8")
    places = [tmp_path / a if "." in a or a == "gone" else a for a in arguments]
    done = cli("--base-dir", base, "catalogue", *places)
    assert done.code == 1
    assert words in done.err
    assert not (base / "livedesk.db").exists() or stored(base) == ()
