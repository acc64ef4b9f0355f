"""Figures on the evaluation sets: few false alarms, required figures found, mutilated ones noticed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation import figures

EVAL = Path(__file__).resolve().parents[4] / "shared" / "eval"
pytestmark = pytest.mark.skipif(not EVAL.is_dir(), reason="../shared/eval is not at hand")

TRADE = ["booth.zh-en", "booth.en-zh", "catalogue.zh-en", "numbers.zh-en", "numbers.en-zh"]
OTHERS = [
    "flores-dev.zh-en",
    "flores-dev.en-zh",
    "wmt22general-conversation.zh-en",
    "wmt22general-conversation.en-zh",
    "msctd_dev.zh-en",
]
_NUMBER = re.compile(r"(?<![A-Za-z0-9.,-])(?:\d{2,}|\d{1,3}(?:,\d{3})+|\d+\.\d+)(?![A-Za-z]*[-.,]?\d)")


def rows(name: str) -> list[list[str]]:
    with (EVAL / f"{name}.tsv").open(encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


def direction(name: str) -> tuple[Language, Language]:
    return (ZH, EN) if name.endswith("zh-en") else (EN, ZH)


def alarms(name: str) -> list[str]:
    source, target = direction(name)
    found = [(figures.compare(row[0], source, row[1], target), row) for row in rows(name)]
    return [f"{warning.detail}: {row[0]} || {row[1]}" for warning, row in found if warning]


@pytest.mark.parametrize("name", TRADE)
def test_that_right_trade_lines_raise_no_alarm(name: str) -> None:
    assert alarms(name) == []


@pytest.mark.parametrize("name", OTHERS)
def test_that_right_lines_of_other_fields_rarely_raise_one(name: str) -> None:
    found = alarms(name)
    assert len(found) <= 0.02 * len(rows(name)), "\n".join(found)


@pytest.mark.parametrize("name", ["numbers.zh-en", "numbers.en-zh"])
def test_that_the_required_figures_are_found_in_the_reference(name: str) -> None:
    language = direction(name)[1]
    missed = [
        (wanted, row[1])
        for row in rows(name)
        for wanted in row[2].split()
        if not figures.states(row[1], language, wanted)
    ]
    assert missed == []


def mutilated(text: str) -> Iterator[str]:
    """Yield `text` with one figure of two digits or more changed, in each of several ways."""
    for match in _NUMBER.finditer(text):
        number, start, end = match.group(), match.start(), match.end()
        first = "7" if number[0] != "7" else "3"
        last = "4" if number[-1] != "4" else "9"
        others = [first + number[1:], number[:-1] + last, number + "5", "1" + number, number.replace(".", "")]
        others += [f"{number}0"] if "." not in number else []
        others += [number[:-1]] if number[-1] != "0" or "." not in number else []
        yield from (f"{text[:start]}{other}{text[end:]}" for other in others if other != number)
        if text[end : end + 1] == "%":
            yield text[:end] + text[end + 1 :]
        for scale, wrong in (("万", "亿"), ("亿", "万"), (" million", " billion"), (" billion", " million")):
            if text.startswith(scale, end):
                yield f"{text[:end]}{wrong}{text[end + len(scale) :]}"


def test_that_mutilated_figures_are_noticed_and_never_repaired_otherwise() -> None:
    missed, count = [], 0
    for name in TRADE:
        source, target = direction(name)
        for row in rows(name):
            for text in mutilated(row[1]):
                count += 1
                if figures.compare(row[0], source, text, target) is None:
                    missed.append(f"{row[0]} || {text}")
                    continue
                repaired = figures.repair(row[0], source, text, target)
                if repaired.changes:
                    assert figures.compare(row[1], target, repaired.text, target) is None, repaired
    assert count > 1500
    assert len(missed) <= 0.02 * count, "\n".join(missed)
