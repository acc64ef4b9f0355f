"""`livedesk glossary`: the user's terms in, out and listed."""

import json
from pathlib import Path

import pytest

from livedesk.adapters.store.instance_lock import InstanceLock
from livedesk.app.cli_words import TERMS_FAULTS
from livedesk.core.translation.terms_file import TermsFault
from tests.app.conftest import Cli

TABLE = "zh,en,kind\n唛头,shipping mark,\n红米,Redmi,brand\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "terms.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_that_terms_come_in_and_go_out_again(cli: Cli, tmp_path: Path, table: Path) -> None:
    base, out = tmp_path / "data", tmp_path / "out.csv"
    result = cli("--base-dir", base, "glossary", "import", table)
    assert (result.code, result.out, result.err) == (0, "2 terms taken from terms.csv.\n", "")
    assert cli("--base-dir", base, "glossary", "export", out).code == 0
    assert out.read_text("utf-8-sig").splitlines() == [
        '"zh","en","kind","case"',
        '"唛头","shipping mark","user",""',
        '"红米","Redmi","brand",""',
    ]


def test_that_a_second_import_changes_and_adds(cli: Cli, tmp_path: Path, table: Path) -> None:
    base = tmp_path / "data"
    cli("--base-dir", base, "glossary", "import", table)
    table.write_text("zh,en\n唛头,carton mark\n交期,lead time\n", encoding="utf-8")
    cli("--base-dir", base, "glossary", "import", table)
    terms = json.loads(cli("--base-dir", base, "glossary", "list", "--json").out)
    assert [(t["id"], t["texts"]["en"]) for t in terms] == [
        ("own:1", ["carton mark"]),
        ("own:2", ["Redmi"]),
        ("own:3", ["lead time"]),
    ]


def test_that_the_list_is_readable(cli: Cli, tmp_path: Path, table: Path) -> None:
    base = tmp_path / "data"
    assert "glossary import" in cli("--base-dir", base, "glossary", "list").out
    assert cli("--base-dir", base, "glossary", "list", "--json").out == "[]\n"
    cli("--base-dir", base, "glossary", "import", table)
    assert cli("--base-dir", base, "glossary", "list").out.splitlines() == [
        "user      zh: 唛头  en: shipping mark",
        "brand     zh: 红米  en: Redmi",
    ]


def test_that_every_bad_line_is_told_and_the_others_are_taken(cli: Cli, tmp_path: Path, table: Path) -> None:
    table.write_text("zh,en,kind\n唛头,mark,poem\n红米,\n交期,lead time,\n", encoding="utf-8")
    result = cli("--base-dir", tmp_path / "data", "glossary", "import", table)
    assert (result.code, result.out) == (1, "1 terms taken from terms.csv.\n")
    assert result.err.splitlines() == [
        "livedesk: terms.csv, line 2: poem is no kind of term.",
        "livedesk: terms.csv, line 3: 红米 stands there in one language only.",
    ]


def test_that_a_file_that_is_not_there_is_told(cli: Cli, tmp_path: Path) -> None:
    result = cli("--base-dir", tmp_path / "data", "glossary", "import", tmp_path / "no.csv")
    assert result.code == 1
    assert result.is_clear
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("action", ["import", "export"])
def test_that_a_file_must_be_named(cli: Cli, tmp_path: Path, action: str) -> None:
    result = cli("--base-dir", tmp_path, "glossary", action)
    assert result.code == 1
    assert result.is_clear


def test_that_the_open_desk_is_not_overruled(cli: Cli, tmp_path: Path, table: Path) -> None:
    base = tmp_path / "data"
    with InstanceLock(base):
        result = cli("--base-dir", base, "glossary", "import", table)
    assert result.code == 1
    assert result.is_clear
    assert "already running" in result.err


def test_that_every_fault_has_its_sentence() -> None:
    assert set(TERMS_FAULTS) == set(TermsFault)


def test_that_terms_are_not_written_as_text_under_the_name_of_a_workbook(cli: Cli, tmp_path: Path) -> None:
    result = cli("--base-dir", tmp_path / "base", "glossary", "export", "terms.xlsx")
    assert (result.code, result.out) == (1, "")
    assert ".csv" in result.err
    assert not (tmp_path / "here" / "terms.xlsx").exists()
