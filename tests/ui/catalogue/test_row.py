"""The layout of a row: nothing overlaps, nothing leaves the row, figures stay whole."""

from dataclasses import fields, replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from livedesk.core.ids import EN, ZH, Sku
from livedesk.ui.catalogue.row import (
    ROW_HEIGHT,
    RowRects,
    arrange,
    bold_lines,
    fit_facts,
    metrics,
    number_width,
    row_text,
)
from livedesk.ui.theme.tokens import Step
from tests.ui.catalogue.shelf import JUICER, LONG_CHINESE, LONG_GERMAN

pytestmark = pytest.mark.usefixtures("qapp")

WIDTHS = (260, 300, 344, 360, 520)
PARTS = ("JZ-03", "US$ 3.50", "from 500 pcs", "30 days")
OFFER = "US$ 3.50 from 500 pcs"


def rects_at(width: int, number: int = 24, marks_px: int = 0) -> RowRects:
    return arrange(QRect(0, 3 * ROW_HEIGHT, width, ROW_HEIGHT), number_width(number), marks_px)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("marks_px", [0, 34, 76])
@pytest.mark.parametrize("number", [9, 10_000])
def test_that_no_two_parts_of_a_row_overlap(width: int, marks_px: int, number: int) -> None:
    rects = rects_at(width, number, marks_px)
    row = QRect(0, 3 * ROW_HEIGHT, width, ROW_HEIGHT)
    parts = {f.name: getattr(rects, f.name) for f in fields(rects) if getattr(rects, f.name).width() > 0}
    assert all(row.contains(part) for part in parts.values())
    may_meet = {
        frozenset({"pin", "second_mark"}),  # the button replaces the second mark while the mouse is there
        frozenset({"pin", "first_mark"}),  # the mark's letters end above the button, see below
        frozenset({"pin", "facts"}),
    }
    for (one, a), (other, b) in combinations(parts.items(), 2):
        if a.intersects(b):
            assert frozenset({one, other}) in may_meet, (one, other)


def test_that_the_pin_button_keeps_clear_of_the_letters_around_it() -> None:
    rects = rects_at(360, marks_px=50)
    small = metrics(Step.SMALL, is_bold=True)
    base_line = rects.first_mark.y() + (rects.first_mark.height() + small.ascent() - small.descent()) / 2
    assert rects.pin.top() >= base_line
    facts = metrics(Step.SMALL)
    tops = rects.facts.y() + (rects.facts.height() + facts.ascent() - facts.descent()) / 2 - facts.capHeight()
    assert rects.pin.bottom() < tops


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [LONG_GERMAN, LONG_CHINESE, "W" * 300, "🥤" * 80, "Cup", "مكواة بخار"])
def test_that_texts_are_cut_to_their_rectangles(width: int, name: str) -> None:
    product = replace(JUICER, names={EN: name, ZH: LONG_CHINESE}, sku=Sku("HT-BOTTLE-750-STAINLESS"))
    rects = rects_at(width, marks_px=50)
    text = row_text(product, rects)
    bold = metrics(is_bold=True)
    assert bold.horizontalAdvance(text.first) <= rects.first_line.width()
    second_px = bold.horizontalAdvance(text.second) if text.second else 0.0
    assert second_px + metrics().horizontalAdvance(text.rest) <= rects.second_line.width() + 1
    assert metrics(Step.SMALL).horizontalAdvance(text.facts) <= rects.facts.width()


def test_that_a_long_name_takes_two_lines_and_then_an_ellipsis() -> None:
    text = row_text(replace(JUICER, names={EN: LONG_GERMAN}), rects_at(300))
    assert LONG_GERMAN.startswith(text.first)
    assert text.second.endswith("…")


def test_that_a_short_name_leaves_the_second_line_to_the_other_language() -> None:
    text = row_text(JUICER, rects_at(360))
    assert (text.first, text.second, text.rest) == ("Portable juicer cup", "", "便携式榨汁杯")


def test_that_a_figure_and_its_unit_stay_on_one_line() -> None:
    name = "Non-stick frying pan 28 cm"
    room = metrics(is_bold=True).horizontalAdvance(name) - 4
    assert bold_lines(name, room) == ("Non-stick frying pan", "28\u00a0cm")


def test_that_a_wide_row_holds_all_facts() -> None:
    assert fit_facts(PARTS, 400) == "JZ-03 · US$ 3.50 from 500 pcs · 30 days"


def test_that_the_lead_time_goes_before_anything_is_cut() -> None:
    full = metrics(Step.SMALL).horizontalAdvance("JZ-03 · US$ 3.50 from 500 pcs · 30 days")
    assert fit_facts(PARTS, full - 1) == "JZ-03 · US$ 3.50 from 500 pcs"


def test_that_a_long_sku_is_cut_in_its_middle_and_the_price_stays_whole() -> None:
    text = fit_facts(("HT-BOTTLE-750-STAINLESS", *PARTS[1:]), 200)
    assert text.endswith(f" · {OFFER}")
    assert text.startswith("HT")
    assert "…" in text


def test_that_no_figure_is_cut_however_narrow_the_row_is() -> None:
    small = metrics(Step.SMALL)
    assert fit_facts(PARTS, small.horizontalAdvance(OFFER) + 1) == OFFER
    assert fit_facts(PARTS, small.horizontalAdvance(OFFER) - 1) == "US$ 3.50 …"
    assert fit_facts(PARTS, 40) == "…"


def test_that_the_number_column_holds_five_digits() -> None:
    assert number_width(10_000) >= metrics(is_bold=True).horizontalAdvance("10000")
    assert number_width(0) == number_width(24)
