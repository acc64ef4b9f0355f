"""The file of sentence pairs: what is read, and what is said of a file that is no such file."""

from pathlib import Path

import pytest

from livedesk.adapters.evaluation.pairs_tsv import (
    LONGEST_LINE,
    PairsFault,
    PairsProblem,
    SentencePair,
    read_pairs,
)

SHARED = Path(__file__).resolve().parents[4] / "shared" / "eval"


def read(tmp_path: Path, data: bytes | str, *, with_figures: bool = False) -> object:
    path = tmp_path / "pairs.tsv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_pairs(path, with_figures=with_figures)


def test_that_each_line_is_a_pair(tmp_path: Path) -> None:
    assert read(tmp_path, "你好\thello\n多少钱？\thow much?\n") == (
        SentencePair("你好", "hello"),
        SentencePair("多少钱？", "how much?"),
    )


def test_that_a_third_column_lists_figures_where_they_are_asked_for(tmp_path: Path) -> None:
    text = "起订量一万二\tMOQ 12,000\t12000 XK-350B\n你好\thello\t\n"
    assert read(tmp_path, text, with_figures=True) == (
        SentencePair("起订量一万二", "MOQ 12,000", ("12000", "XK-350B")),
        SentencePair("你好", "hello", ()),
    )
    assert read(tmp_path, text) == (SentencePair("起订量一万二", "MOQ 12,000"), SentencePair("你好", "hello"))


def test_that_blanks_and_odd_separators_inside_a_sentence_stay(tmp_path: Path) -> None:
    assert read(tmp_path, " 你\u2028好 \t he\x85llo \n") == (SentencePair(" 你\u2028好 ", " he\x85llo "),)


def test_that_windows_files_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" + "你好\thello\r\n好\tok\r\n".encode()) == (
        SentencePair("你好", "hello"),
        SentencePair("好", "ok"),
    )


@pytest.mark.parametrize(
    ("data", "fault", "line"),
    [
        ("", PairsFault.EMPTY, 0),
        ("\n \n", PairsFault.EMPTY, 0),
        ("你好\thello\n你好 hello\n", PairsFault.COLUMNS, 2),
        ("你好\thello\n\n你好\thello\n", PairsFault.COLUMNS, 2),
        ("你好\thello\n\thello\n", PairsFault.BLANK, 2),
        ("你好\t　\n", PairsFault.BLANK, 1),
        ("a\tb\n" + "x" * LONGEST_LINE + "\tb\n", PairsFault.TOO_LONG, 2),
        ("你好\thello\n你好\thello\n".encode("gb18030"), PairsFault.NOT_UTF8, 1),
        ("你好\thello\n".encode() + "你好\thello\n".encode("gb18030"), PairsFault.NOT_UTF8, 2),
        ("你好\thello\n".encode("utf-16"), PairsFault.NOT_UTF8, 1),
    ],
)
def test_that_the_first_fault_is_named_with_its_line(
    tmp_path: Path, data: bytes | str, fault: PairsFault, line: int
) -> None:
    assert read(tmp_path, data) == PairsProblem(fault, line)


def test_that_a_missing_figures_column_is_named(tmp_path: Path) -> None:
    text = "你好\thello\t1\n你好\thello\n"
    assert read(tmp_path, text, with_figures=True) == PairsProblem(PairsFault.COLUMNS, 2)


def test_that_a_file_that_is_not_there_or_a_folder_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "none.tsv", tmp_path):
        assert read_pairs(path, with_figures=False) == PairsProblem(PairsFault.UNREADABLE)


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/eval is not at hand")
def test_that_the_evaluation_sets_are_read() -> None:
    for path in (*SHARED.glob("*.zh-en.tsv"), *SHARED.glob("*.en-zh.tsv")):
        pairs = read_pairs(path, with_figures=path.name.startswith("numbers"))
        assert isinstance(pairs, tuple), path
        assert len(pairs) == len(path.read_text(encoding="utf-8").splitlines())
