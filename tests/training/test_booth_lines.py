"""The booth lines that the project keeps: well formed, each once, none of an evaluation set, figures the same."""

import re
from collections import Counter
from pathlib import Path

import pytest

from livedesk.core.ids import EN, ZH
from livedesk.core.translation.figures import compare
from models.training.prepare import BOOTH, SHARED, held_out, key

HAN = re.compile("[\u3400-\u9fff]")
FILES = sorted(BOOTH.glob("*.tsv"))
KINDS = {"catalogue", "chat", "dialogue", "everyday", "host", "numbers", "terms"}


def pairs(path: Path) -> list[tuple[str, ...]]:
    return [tuple(line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_that_every_line_is_a_chinese_and_an_english_text(path: Path) -> None:
    assert path.stem.split("_")[0] in KINDS
    for pair in pairs(path):
        assert len(pair) == 2, pair
        zh, en = pair
        assert HAN.search(zh), pair
        assert not HAN.search(en), pair
        assert (zh.strip(), en.strip()) == pair


def test_that_no_line_comes_twice() -> None:
    counts = Counter((key(pair[0]), key(pair[1])) for path in FILES for pair in pairs(path))
    assert len(counts) > 30_000
    assert [pair for pair, count in counts.items() if count > 1] == []


def test_that_no_line_of_an_evaluation_set_is_among_them() -> None:
    if not (SHARED / "eval").is_dir():
        pytest.skip("../shared/eval is not at hand")
    lines = held_out(SHARED / "eval")
    assert [pair for path in FILES for pair in pairs(path) if lines.holds(pair[0], pair[1])] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_that_the_figures_are_the_same_on_both_sides(path: Path) -> None:
    differing = [pair for pair in pairs(path)[::10] if compare(pair[0], ZH, pair[1], EN) is not None]
    assert differing == []
