"""From a text to its figures."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation.figures import (
    codes,
    dates_en,
    dates_zh,
    grammar_any,
    grammar_en,
    grammar_zh,
    idioms_zh,
    prices_zh,
)
from livedesk.core.translation.figures.draft import Draft
from livedesk.core.translation.figures.figure import Figure, Figures, Reading, Strength, Unit, exact
from livedesk.core.translation.figures.fold import fold
from livedesk.core.translation.figures.units import CLOCK, is_money

WORDS_READ = frozenset([ZH, EN])
"""Languages whose number words are read; of the others only digits are."""
_JAPANESE = Language("ja")

_ROW = re.compile(r" ?(?:x|\*|乘以?|by|到|至|-|~|to|or|and|或者?|和|、|/) ?", re.IGNORECASE)
_RANGE = re.compile(r" ?(?:到|至|-|~|to|or|或者?) ?", re.IGNORECASE)
_BETWEEN = re.compile(r"between $|介于$", re.IGNORECASE)
_LONGEST_JOIN = 5
_SCALES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_SCALE_WORDS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "k": 1000}
_SCALE_END = re.compile(rf"([百千万亿])$|({'|'.join(_SCALE_WORDS)})$", re.IGNORECASE)
_SPOKEN_YUAN = re.compile(r"[块毛角分]")
_WRITTEN_YUAN = re.compile(r"元|人民币|rmb|cny|¥", re.IGNORECASE)
_NOT_SPREAD = frozenset(["month of the year", "weekday", "vague"])


@lru_cache(maxsize=256)
def read(text: str, language: Language, *, lenient: bool = False) -> Figures:
    """Return the figures in `text`. With `lenient` separators may be those of another country, as in chat."""
    draft = Draft(fold(text), language, lenient=lenient)
    grammar_any.read_dates(draft)
    codes.set_aside(draft)
    if language in (ZH, _JAPANESE):
        idioms_zh.read_idioms(draft)
        dates_zh.read_dates_and_times(draft)
    if language == EN:
        dates_en.read_dates_and_times(draft)
    grammar_any.read_times(draft)
    if language in (ZH, _JAPANESE):
        prices_zh.read_shares_and_prices(draft)
        grammar_zh.read_numerals(draft)
    grammar_any.read_numbers(draft)
    if language == EN:
        grammar_en.read_words(draft)
    if language == ZH:
        grammar_zh.read_small_words(draft)
    if language == EN:
        grammar_en.read_small_words(draft)
    figures = sorted(draft.figures, key=lambda f: (f.start, f.end))
    figures = _spread(figures, draft)
    return Figures(tuple(_without_spoken_yuan(figures, draft.text)))


def _spread(figures: list[Figure], draft: Draft) -> list[Figure]:
    """Give each member of a row or range the unit and scale that are said once: 52 x 38 x 41 cm, 三到五万."""
    done = list(figures)
    for index in range(len(done) - 2, -1, -1):
        first, second = done[index], done[index + 1]
        if Strength.POSSIBLE in (first.strength, second.strength) or second.start - first.end > _LONGEST_JOIN:
            continue
        join = draft.text[first.end : second.start]
        if not _ROW.fullmatch(join):
            continue
        is_range = _RANGE.fullmatch(join) is not None
        scaled = _with_scale_of(second, first, draft) if is_range else first
        is_between = _BETWEEN.search(draft.text[max(0, first.start - _LONGEST_JOIN * 2) : first.start])
        done[index] = _with_unit_of(second, scaled, is_range or is_between is not None)
        if is_range and second.reading.unit is None and is_money(done[index].reading.unit):
            units = [r.unit for r in done[index].readings]
            done[index + 1] = _with_units(second, units)
    return done


def _with_units(figure: Figure, units: Sequence[Unit | None]) -> Figure:
    values = dict.fromkeys(r.value for r in figure.readings)
    readings = tuple(Reading(value, unit) for value in values for unit in dict.fromkeys(units))
    return replace(figure, readings=readings)


def _with_unit_of(second: Figure, first: Figure, is_range: bool) -> Figure:
    unit = second.reading.unit
    if any(r.unit for r in first.readings) or unit is None or unit.dimension in _NOT_SPREAD:
        return first
    if unit is CLOCK:
        hour = first.reading.value
        if not is_range or not isinstance(hour, int) or not 0 <= hour <= 12:
            return first
        return replace(first, readings=(*grammar_any.clock_readings(hour, 0, ""), Reading(hour)))
    if unit.plain != 1 and not is_range:
        return first
    return _with_units(first, [r.unit for r in second.readings])


def _with_scale_of(second: Figure, first: Figure, draft: Draft) -> Figure:
    """Read 三到五万 as 30,000 to 50,000, but 500到1万 as it stands."""
    match = _SCALE_END.search(draft.text[second.number_start : second.number_end])
    own = _SCALE_END.search(draft.text[first.number_start : first.number_end])
    if not match or own:
        return first
    scale = _SCALES[match.group(1)] if match.group(1) else _SCALE_WORDS[match.group(2).lower()]
    if first.reading.value * scale >= second.reading.value:
        return first
    return replace(first, readings=tuple(Reading(exact(r.value * scale), r.unit) for r in first.readings))


def _without_spoken_yuan(figures: list[Figure], text: str) -> list[Figure]:
    """Take 块 and 毛 as no currency in a line that names another one: 九美元 ... 九块六 are dollars all along."""
    named = {r.unit.dimension for f in figures for r in f.readings if r.unit and is_money(r.unit)}
    if named <= {"CNY"}:
        return figures
    return [_spoken(f) if _is_spoken_yuan(f, text) else f for f in figures]


def _is_spoken_yuan(figure: Figure, text: str) -> bool:
    said = text[figure.start : figure.end]
    unit = figure.reading.unit
    is_yuan = unit is not None and unit.dimension == "CNY"
    return is_yuan and _SPOKEN_YUAN.search(said) is not None and not _WRITTEN_YUAN.search(said)


def _spoken(figure: Figure) -> Figure:
    readings = (Reading(exact(r.value * (r.unit.factor if r.unit else 1))) for r in figure.readings)
    return replace(figure, readings=tuple(dict.fromkeys(readings)))
