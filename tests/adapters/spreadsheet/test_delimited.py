"""Text tables are read in the encodings and with the separators that are about; a damaged one is refused whole."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livedesk.adapters.spreadsheet.delimited import read_delimited
from livedesk.adapters.spreadsheet.write_csv import harmless
from livedesk.core.catalogue.importing.sheet import MOST_COLUMNS, MOST_ROWS
from livedesk.core.errors import ErrorCode, UserFacing

SIMPLIFIED = "货号,品名,单价\nX-1,不锈钢保温杯,25.5\nX-2,碗,3\n"
TRADITIONAL = "貨號,品名,單價\nX-1,不鏽鋼保溫杯,25.5\nX-2,碗,3\n"


def rows(path: Path) -> list[list[object]]:
    """The rows of a text table."""
    return [list(row) for row in read_delimited(path).rows]


def refusal(path: Path) -> UserFacing:
    """Why a text table is refused."""
    with pytest.raises(UserFacing) as caught:
        read_delimited(path)
    return caught.value


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "gb18030"),
    ],
)
def test_that_the_encoding_is_found(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(encoding))
    assert rows(path) == [line.split(",") for line in text.splitlines()]


def test_that_a_table_of_western_letters_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = "sku;name\nA-1;Crème brûlée à la carte, façon maître d'hôtel\nA-2;Théière déjà préparée\n" * 5
    path.write_bytes(text.encode("cp1252"))
    assert rows(path)[1][1] == "Crème brûlée à la carte, façon maître d'hôtel"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_that_the_separator_is_found(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "a.txt"
    lines = [["sku", "name", "note"], ["A-1", "Cup", "a"], ["A-2", "Bowl", "b"]]
    path.write_text("\n".join(separator.join(line) for line in lines), encoding="utf-8")
    assert rows(path) == lines


def test_that_commas_inside_quotation_marks_are_no_separators(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('sku;name\nA-1;"Cup, with lid, blue"\nA-2;"Bowl; ""deep"""\n', encoding="utf-8")
    assert rows(path)[1:] == [["A-1", "Cup, with lid, blue"], ["A-2", 'Bowl; "deep"']]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('sku,name\nA-1,"Cup\nA-2,Bowl\n', 2),
        ('sku,name\nA-1,Cup\nA-2,"5" pan"\n', 3),
        ('sku,name\nA-1,"two\nlines"\nA-2,"5" pan"\n', 4),
    ],
)
def test_that_a_broken_quotation_mark_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    error = refusal(path)
    assert (error.code, error.params) == (ErrorCode.SHEET_BROKEN, {"file": "a.csv", "line": line})


def test_that_a_mark_inside_a_plain_cell_is_a_sign_for_inches(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('sku,name\nA-1,5" pan\n', encoding="utf-8")
    assert rows(path)[1] == ["A-1", '5" pan']


def test_that_a_table_too_long_or_too_wide_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sku,name\n" * (MOST_ROWS + 1), encoding="utf-8")
    assert refusal(path).code is ErrorCode.SHEET_TOO_LONG
    path.write_text("," * MOST_COLUMNS, encoding="utf-8")
    assert refusal(path).code is ErrorCode.SHEET_TOO_LONG


def test_that_half_a_character_of_utf_16_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(SIMPLIFIED.encode("utf-16")[:-1])
    assert refusal(path).code is ErrorCode.SHEET_BROKEN


def test_that_figures_kept_as_formulas_for_their_zeros_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('sku,name\n="00123",Cup\n', encoding="utf-8")
    assert rows(path)[1][0] == "00123"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum(A1)", "\tx", " =1", "＝1", "'=1", "''x"])
def test_that_what_a_spreadsheet_would_run_is_written_as_text_and_read_back(
    tmp_path: Path, text: str
) -> None:
    assert harmless(text) == f"'{text}"
    path = tmp_path / "a.csv"
    path.write_text(f'a,b\n"{harmless(text)}",x\n', encoding="utf-8")
    assert rows(path)[1][0] == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=200))
def test_that_no_bytes_do_harm(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    with suppress(UserFacing):
        assert read_delimited(path).name == ""
