"""Chinese numbers: ordinals, vague numbers, rows of numerals, multiples, 半 and 双."""

import re
from dataclasses import replace
from fractions import Fraction

from livedesk.core.translation.figures.digits import LONGEST_NUMBER, to_number
from livedesk.core.translation.figures.draft import Draft, Span
from livedesk.core.translation.figures.figure import Number, Reading, Strength, exact
from livedesk.core.translation.figures.numerals_zh import (
    DIGIT,
    DIGITS,
    MEASURES,
    NUMBER,
    NUMERAL,
    UNITS,
    Numeral,
    numerals,
    spelled_out,
    value_of,
)
from livedesk.core.translation.figures.units import (
    NO_UNIT,
    PERCENT,
    SPELLINGS,
    TIMES,
    TIMES_MORE,
    VAGUE,
    unit_after,
)

_ORDINAL = re.compile(rf"第({NUMBER})")
_VAGUE = re.compile(
    r"(?<![一二三四五六七八九十百千万亿\d])(?:好几|几|数|上|成|数以)([十百千万亿]{1,2})(?![分一二三四五六七八九])"
)
_TEENS = re.compile(r"(?<![零一二三四五六七八九百千万])十(?:几|来|多|余)([万亿])?")
_ROW = re.compile(
    rf"""(?<!\d)(?<!\d[.,])\d+(?:[.,]\d+)*\ ?
        (?:个?多?[万亿](?![能向用])(?:零?(?:\d|{NUMERAL})+)?|[百千](?:零?(?:\d|{NUMERAL})+)?|[百千]?[多余来几][万亿])
    |{NUMERAL}+(?:点[零一二三四五六七八九]+(?!十)[百千万亿]*)?(?:个?[多余来几]?[万亿])?""",
    re.VERBOSE,
)
_PIECE = re.compile(rf"(\d+(?:[.,]\d+)*|{DIGIT}) ?(?:个?[多余来几]?)([十百千万亿]*)")
_MORE_SCALE = re.compile(r"(?:个[多余来几]?|[多余来几])([万亿])$")
_IN_A_ROW = ("年级", "级", "线", "楼", "层")
"""What digits side by side are of, one by one: 二四五年级."""
_LISTED = "种样款项组份字色句步圈"
"""What is often listed in English without being counted: 三种颜色, "red, blue and green"."""
_JOINED = "到至-~乘x*比或、和/.,，。；！？!?;:：)） \n"
_HALF_OF = re.compile(r"半个[点亿月]")
_HALVES = re.compile(r"一半|半(?![导成自岛决径球夜])")
_DOUBLINGS = re.compile(r"翻[倍番]|加倍|翻([一两二三])番")
_PAIRS = re.compile(r"[双对俩仨]")
_GROWTH = re.compile(r"(?:增长|增加|提高|提升|上涨|涨|[多大高快重长贵])了?$")


def read_numerals(draft: Draft) -> None:
    """Take ordinals, vague numbers and all other numerals."""
    draft.take(_HALF_OF, lambda m: _half_of(draft, m))
    draft.take(_DOUBLINGS, lambda m: _doubling(draft, m))
    draft.take(_ORDINAL, lambda m: _ordinal(draft, m))
    draft.take(_TEENS, lambda m: _teens(draft, m))
    draft.take(_VAGUE, lambda m: _vague(draft, m))
    draft.take(_ROW, lambda m: _row(draft, m))


def read_small_words(draft: Draft) -> None:
    """Take what may stand for a figure: 半, 双, 对, 翻倍."""
    draft.take(_HALVES, lambda m: _half(draft, m))
    draft.take(_PAIRS, lambda m: _pair(draft, m))


def _ordinal(draft: Draft, match: re.Match[str]) -> Span | None:
    value = value_of(match.group(1))
    if value is None:
        return None
    strength = Strength.CERTAIN if value >= 10 else Strength.LIKELY if value > 1 else Strength.POSSIBLE
    return draft.add(match.span(), [Reading(value)], strength, in_words=not match.group(1).isdigit())


def _vague(draft: Draft, match: re.Match[str]) -> Span:
    value = 1
    for character in match.group(1):
        value *= UNITS[character]
    readings = [Reading(value, VAGUE)]
    if match.group()[0] in "上成" or value == 10:
        readings.append(Reading(value))
    return draft.add(match.span(), readings, Strength.LIKELY, in_words=True)


def _teens(draft: Draft, match: re.Match[str]) -> Span:
    factor = UNITS[match.group(1)] if match.group(1) else 1
    readings = [Reading(10 * factor, VAGUE), Reading(10 * factor), Reading(12 * factor)]
    return draft.add(match.span(), readings, Strength.LIKELY, in_words=True)


def _row(draft: Draft, match: re.Match[str]) -> Span | None:
    """Read numerals in a row, which may be several numbers."""
    text = match.group()
    if text[0].isdigit():
        return _mixed(draft, match)
    more = _MORE_SCALE.search(text)
    row, point, rest = text[: more.start() if more else None].partition("点")
    found = numerals(row)
    end = match.start()
    for numeral in found:
        is_last = numeral is found[-1]
        start, stop = match.start() + numeral.start, match.start() + numeral.end
        values: list[Number] = list(numeral.values)
        if is_last and point and values:
            values = [_with_decimals(values[0], rest)]
        if is_last and more:
            values = [value * UNITS[more.group(1)] for value in values]
        if is_last and (point or more):
            stop = match.end()
        _, end = _add_numeral(draft, (start, stop), numeral, values)
    return match.start(), max(end, match.end())


def _with_decimals(whole: Number, rest: str) -> Number:
    digits = spelled_out("".join(c for c in rest if c in DIGITS))
    value = whole + Fraction(f"0.{digits[:LONGEST_NUMBER]}")
    for character in rest:
        value *= UNITS.get(character, 1) if character not in DIGITS else 1
    return exact(value)


def _add_numeral(draft: Draft, span: Span, numeral: Numeral, values: list[Number]) -> Span:
    """Add one number; a range such as 三五 as two."""
    said, behind = draft.text[span[0] : span[1]], draft.text[span[1] : span[1] + 3]
    if behind.startswith("倍"):
        return _multiple(draft, span, values)
    if behind.startswith(("个点", "个半点")):
        return _points(draft, span, values, has_half=behind[1] == "半")
    if numeral.is_spelled_out and behind.startswith(_IN_A_ROW):
        values = [DIGITS[character] for character in said]
    end = span[1]
    for value in values:
        strength = _strength(draft, span, numeral, value)
        _, end = draft.add_number(span, [value], strength, in_words=True)
        if strength is Strength.POSSIBLE and value == 1:
            _strengthen_measured(draft)
        elif numeral.is_alone_unit:
            _add_vague(draft)
    if numeral.is_spelled_out and len(said) == len("三五"):
        for character in said:
            draft.add(span, [Reading(DIGITS[character])], Strength.POSSIBLE, in_words=True)
    return span[0], end


def _strength(draft: Draft, span: Span, numeral: Numeral, value: Number) -> Strength:
    if value.denominator != 1 or "点" in draft.text[span[0] : span[1]]:
        return Strength.CERTAIN
    if len(numeral.values) > 1 or numeral.is_spelled_out:
        return Strength.CERTAIN if value >= 10 else Strength.LIKELY
    if value in (0, 1) or (draft.text[span[0] : span[1]] in UNITS and value != 10):
        return Strength.POSSIBLE
    if numeral.is_alone_unit or draft.text[span[0] : span[1]] == "二":
        return Strength.LIKELY
    if value < 10:
        return _strength_of_digit(draft, span)
    return Strength.CERTAIN


def _strength_of_digit(draft: Draft, span: Span) -> Strength:
    """Return LIKELY for 三 in 三角带 and 三种, CERTAIN where something is counted: 三台, 三到五."""
    behind = draft.text[span[1] : span[1] + 2]
    if (behind[:1] and behind[:1] in _LISTED) or behind == "个字":
        return Strength.LIKELY
    before = draft.text[span[0] - 1 : span[0]]
    is_counted = (
        behind[:1] in MEASURES
        or unit_after(draft.text, span[1]) != (NO_UNIT, span[1])
        or behind[:1] in _JOINED
        or (before != "" and before in "到至-~乘x*比")
    )
    return Strength.CERTAIN if is_counted else Strength.LIKELY


def _points(draft: Draft, span: Span, values: list[Number], *, has_half: bool) -> Span:
    """Add 三个点, three percent."""
    end = span[1] + (3 if has_half else 2)
    for value in values:
        reading = Reading(exact(value + Fraction(int(has_half), 2)), PERCENT)
        draft.add((span[0], end), [reading], Strength.CERTAIN, number=span, in_words=True)
    return span[0], end


def _add_vague(draft: Draft) -> None:
    """Let 百万 be "millions", too."""
    figure = draft.figures[-1]
    draft.figures[-1] = replace(figure, readings=(*figure.readings, Reading(figure.reading.value, VAGUE)))


def _strengthen_measured(draft: Draft) -> None:
    """Make 一年 likely, while 一个 stays possible."""
    figure = draft.figures[-1]
    unit = figure.reading.unit
    if unit is not None and not unit.is_weak:
        draft.figures[-1] = replace(figure, strength=Strength.LIKELY)


def _multiple(draft: Draft, span: Span, values: list[Number]) -> Span:
    """Add 两倍 and 一倍半; after a word of growth (增长两倍) it is three times as much, though often said of two."""
    is_growth = _GROWTH.search(draft.text[max(0, span[0] - 4) : span[0]])
    has_half = draft.text[span[1] + 1 : span[1] + 2] == "半"
    end = span[1] + (2 if has_half else 1)
    for value in values:
        value = exact(value + Fraction(int(has_half), 2))
        readings = [Reading(value, TIMES)]
        if is_growth or value == 1:
            readings = [Reading(value + 1, TIMES), Reading(value, TIMES_MORE), Reading(value * 100, PERCENT)]
        strength = Strength.CERTAIN if value > 1 else Strength.LIKELY
        draft.add((span[0], end), readings, strength, number=span, in_words=True)
    return span[0], end


def _mixed(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 1.2万, 2万5千 and 3千5."""
    total: Number = 0
    last_unit: Number = 0
    for piece in _PIECE.finditer(match.group()):
        digits = piece.group(1).replace(",", "")
        if digits.count(".") > 1 or len(digits) > LONGEST_NUMBER:
            return None
        value = DIGITS[digits] if digits in DIGITS else to_number(digits)
        factor = 1
        for character in piece.group(2):
            factor *= UNITS[character]
        if not piece.group(2):
            factor = last_unit // 10 if last_unit and value < 10 else 1
        total += value * factor
        last_unit = factor
    return draft.add_number(match.span(), [exact(total)], Strength.CERTAIN)


def _half_of(draft: Draft, match: re.Match[str]) -> Span:
    """Take 半个点, 半个亿, and 半个月, which is two weeks as well."""
    half = Fraction(1, 2)
    readings = {
        "点": [Reading(half, PERCENT)],
        "亿": [Reading(UNITS["亿"] // 2)],
        "月": [
            Reading(half, SPELLINGS["个月"][0]),
            Reading(15, SPELLINGS["天"][0]),
            Reading(14, SPELLINGS["天"][0]),
        ],
    }[match.group()[-1]]
    return draft.add(match.span(), readings, Strength.LIKELY, in_words=True)


def _doubling(draft: Draft, match: re.Match[str]) -> Span:
    """Take 翻倍 and 翻两番, four times as much."""
    value = 2 ** DIGITS[match.group(1)] if match.group(1) else 2
    return draft.add(match.span(), [Reading(value, TIMES)], Strength.LIKELY, in_words=True)


def _half(draft: Draft, match: re.Match[str]) -> Span:
    """Take 半年 and 一半."""
    end = match.end()
    units, end = (NO_UNIT, end) if match.group() == "一半" else unit_after(draft.text, end)
    readings = [Reading(Fraction(1, 2), unit) for unit in units]
    return draft.add((match.start(), end), readings, Strength.LIKELY, in_words=True)


def _pair(draft: Draft, match: re.Match[str]) -> Span:
    value = 3 if match.group() == "仨" else 2
    return draft.add(match.span(), [Reading(value)], Strength.POSSIBLE, in_words=True)
