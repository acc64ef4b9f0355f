"""How often the comparison of figures cries wolf on right translations, and how often it sees a wrong figure."""

import random
import re
from pathlib import Path

import pytest

from livedesk.core.ids import Language
from livedesk.core.translation import figures

EVAL = Path(__file__).parents[4] / "shared" / "eval"
BOOTH, NUMBERS = ("booth.zh-en", "booth.en-zh"), ("numbers.zh-en", "numbers.en-zh")
MOST_FALSE_ALARMS = 0.05
LEAST_CAUGHT = 0.9
_FIGURE = re.compile(r"(?<![A-Za-z0-9.,-])\d[\d,.]*(?![A-Za-z0-9-])")
"""A number that stands by itself, and is no part of a code."""


def _pairs(name: str) -> list[tuple[str, Language, str, Language]]:
    path = EVAL / f"{name}.tsv"
    if not path.exists():
        pytest.skip("needs the evaluation pairs in ../shared/eval")
    source, target = (Language(code) for code in name.split(".")[1].split("-"))
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [(row[0], source, row[1], target) for row in rows]


def _with_a_wrong_digit(text: str, rng: random.Random) -> str | None:
    """Return `text` with one digit of one figure changed, None where it has no figure."""
    found = list(_FIGURE.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    at = rng.choice([i for i in range(*match.span()) if text[i].isdecimal()])
    digit = rng.choice([d for d in "123456789" if d != text[at]])
    return text[:at] + digit + text[at + 1 :]


@pytest.mark.parametrize("name", BOOTH + NUMBERS)
def test_that_right_translations_are_hardly_ever_flagged(name: str) -> None:
    pairs = _pairs(name)
    flagged = [(pair[0], pair[2], doubt.detail) for pair in pairs if (doubt := figures.compare(*pair))]
    assert len(flagged) <= MOST_FALSE_ALARMS * len(pairs), flagged


@pytest.mark.parametrize("name", BOOTH + NUMBERS)
def test_that_a_wrong_figure_is_nearly_always_caught(name: str) -> None:
    rng = random.Random(20261121)
    missed, tried = [], 0
    for source, source_language, reference, target_language in _pairs(name):
        if wrong := _with_a_wrong_digit(reference, rng):
            tried += 1
            if figures.compare(source, source_language, wrong, target_language) is None:
                missed.append((source, wrong))
    assert tried >= 15
    assert len(missed) <= (1 - LEAST_CAUGHT) * tried, missed
