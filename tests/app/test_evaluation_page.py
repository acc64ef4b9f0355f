"""The page of results: what `make evaluate` writes, and what it leaves alone."""

from pathlib import Path

import pytest

from tests.evaluate import BEGIN, END, PAGE, Row, direction, markdown, write_page

SUMMARY = {
    "lines": 45,
    "bleu": 10.63,
    "chrf": 25.87,
    "signature": "BLEU|nrefs:1|tok:zh chrF2|nrefs:1",
    "figures": {"checked": 45, "wrong_marked": 28, "wrong_unmarked": 0},
    "lines_per_s": 276.8,
    "tokens_per_s": 3039.1,
    "ms": {"p50": 2.3, "p95": 5.7},
    "model": "interim-en-zh",
    "engine": "ct2",
}
ROWS = [Row("numbers.en-zh", SUMMARY), Row("booth.en-es", None, "No model translates from en to es.")]


@pytest.mark.parametrize(
    ("name", "languages"),
    [("booth.zh-en.tsv", ("zh", "en")), ("lid.tsv", None), ("traps.tsv", None), ("README.md", None)],
)
def test_that_a_set_names_its_languages(name: str, languages: tuple[str, str] | None) -> None:
    assert direction(Path(name)) == languages


def test_that_each_set_has_its_row() -> None:
    head, _, numbers, missing = (
        [cell.strip() for cell in line.strip("|").split("|")] for line in markdown(ROWS).splitlines()
    )
    row = dict(zip(head, numbers, strict=True))
    assert row["set"] == "numbers.en-zh"
    assert (row["BLEU"], row["chrF"]) == ("10.6", "25.9")
    assert row["wrong figures: marked / not"] == "28 / 0 of 45"
    assert row["model"] == "interim-en-zh (ct2)"
    assert missing[-1] == "No model translates from en to es."


def test_that_only_what_is_between_the_marks_is_written(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    for _ in range(2):
        write_page(page, ROWS, markdown(ROWS))
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"before\n{BEGIN}\n")
    assert text.endswith(f"{END}\nafter\n")
    assert "old" not in text
    assert text.count("numbers.en-zh") == 1
    assert "- `chrF2|nrefs:1`" in text


def test_that_the_page_of_the_repository_can_be_written() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.index(BEGIN) < text.index(END)
