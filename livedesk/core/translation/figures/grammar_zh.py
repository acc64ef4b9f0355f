"""Chinese numbers: idioms that only look like one, ordinals, vague numbers, rows of numerals, 半 and 双."""

import re
from dataclasses import replace
from fractions import Fraction

from livedesk.core.translation.figures.digits import LONGEST_NUMBER, to_number
from livedesk.core.translation.figures.draft import Draft, Span
from livedesk.core.translation.figures.figure import Number, Reading, Strength, exact
from livedesk.core.translation.figures.numerals_zh import (
    DIGIT,
    DIGITS,
    NUMBER,
    NUMERAL,
    UNITS,
    Numeral,
    numerals,
    spelled_out,
    value_of,
)
from livedesk.core.translation.figures.units import NO_UNIT, PERCENT, TIMES, TIMES_MORE, VAGUE, unit_after

_IDIOMS = re.compile(
    r"""万一(?=[，,、有出遇]|$)|千万(?=[不别要记注])|万万(?=不)|千千万万|成千上万|[百千十]{2}(?=[种次])
    |[乱胡][七说]八[糟道]|七上八下|一五一十|三三两两|五[颜花]六色|五花[八肉]门?|十全十美|四面八方|三心二意
    |三(?:明治|文鱼|藩|亚|星|脚架|角[架形铁]|轮车|防|鲜|维|国|一学)|再三|第三方|三两(?=[个天件])
    |四(?:川|季|处|驱|周(?![年内后前左]))|五[金官粮香谷彩](?![个件块])|[六五]一(?=[儿节放])|六[角神]
    |七(?:夕|彩|分[裤袖])|八[卦角宝字仙]|九[牧分层]|(?<![一二三四五六七八九])十[分足字]|双十一|十一(?=[长黄假放国])
    |百[货事度搭叶]|千[斤层][顶饼]?|万[能向圣科象用寿]|伊万|[一二三四五六七八九]号(?=电池)
    |二[维手]|两用|两(?=[边侧面端者旁方])|一点(?=[都也儿])""",
    re.VERBOSE,
)
_ORDINAL = re.compile(rf"第({NUMBER})")
_VAGUE = re.compile(r"(?:好几|几|数|上|成)([十百千万亿]{1,2})(?![分一二三四五六七八九])")
_TEENS = re.compile(r"(?<![零一二三四五六七八九百千万])十(?:几|来|多|余)([万亿])?")
_ROW = re.compile(
    rf"""(?<!\d)(?<!\d[.,])\d+(?:[.,]\d+)*\ ?(?:[十百千万亿]+(?:零?[\d{NUMERAL[1:-1]}]+)?|[多余来几][万亿])
    |{NUMERAL}+(?:点[零一二三四五六七八九]+(?!十)[百千万亿]*)?(?:[多余来几][万亿])?""",
    re.VERBOSE,
)
_PIECE = re.compile(rf"(\d+(?:[.,]\d+)*|{DIGIT}) ?[多余来几]?([十百千万亿]*)")
_MORE_SCALE = re.compile(r"[多余来几]([万亿])$")
_IN_A_ROW = ("年级", "级", "线", "楼", "层")
"""What digits side by side are of, one by one: 二四五年级."""
_HALVES = re.compile(r"一半|半(?![导成自岛决径球])")
_PAIRS = re.compile(r"[双对俩仨]|翻[倍番]|加倍")
_GROWTH = re.compile(r"(?:增长|增加|提高|提升|上涨|涨|[多大高快重长贵])了?$")


def read_idioms(draft: Draft) -> None:
    """Take the words that hold a numeral and state no figure: 万一, 五金, 十分."""
    draft.take(_IDIOMS, lambda m: _idiom(draft, m))


def read_numerals(draft: Draft) -> None:
    """Take ordinals, vague numbers and all other numerals."""
    draft.take(_ORDINAL, lambda m: _ordinal(draft, m))
    draft.take(_TEENS, lambda m: _teens(draft, m))
    draft.take(_VAGUE, lambda m: _vague(draft, m))
    draft.take(_ROW, lambda m: _row(draft, m))


def read_small_words(draft: Draft) -> None:
    """Take what may stand for a figure: 半, 双, 对, 翻倍."""
    draft.take(_HALVES, lambda m: _half(draft, m))
    draft.take(_PAIRS, lambda m: _pair(draft, m))


def _idiom(draft: Draft, match: re.Match[str]) -> Span:
    for character in match.group():
        value = DIGITS.get(character) or UNITS.get(character)
        if value:
            draft.add(match.span(), [Reading(value)], Strength.POSSIBLE, in_words=True)
    if match.group() in ("十一", "双十一"):
        draft.add(match.span(), [Reading(11)], Strength.POSSIBLE, in_words=True)
    return match.span()


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
    text = match.group()
    if text[0].isdigit():
        return _mixed(draft, match)
    more = _MORE_SCALE.search(text)
    row, point, rest = text[: more.start() if more else None].partition("点")
    found = numerals(row)
    end = match.start()
    for numeral in found:
        is_last = numeral is found[-1]
        start = match.start() + numeral.start
        values: list[Number] = list(numeral.values)
        stop = match.start() + numeral.end
        if is_last and point and values:
            values = [_with_decimals(values[0], rest)]
            stop = match.end()
        if is_last and more:
            values = [value * UNITS[more.group(1)] for value in values]
            stop = match.end()
        _, end = _add_numeral(draft, (start, stop), numeral, values, has_point=is_last and bool(point))
    return match.start(), max(end, match.end())


def _with_decimals(whole: Number, rest: str) -> Number:
    digits = spelled_out("".join(c for c in rest if c in DIGITS))
    value = whole + Fraction(f"0.{digits[:LONGEST_NUMBER]}")
    for character in rest:
        value *= UNITS.get(character, 1) if character not in DIGITS else 1
    return exact(value)


def _add_numeral(
    draft: Draft, span: Span, numeral: Numeral, values: list[Number], *, has_point: bool
) -> Span:
    """Add one number; a range such as 三五 as two."""
    if draft.text[span[1] : span[1] + 1] == "倍":
        return _multiple(draft, span, values)
    if draft.text[span[1] : span[1] + 2] == "个点":
        reading = Reading(values[0], PERCENT)
        return draft.add((span[0], span[1] + 2), [reading], Strength.CERTAIN, number=span, in_words=True)
    if numeral.is_spelled_out and draft.text.startswith(_IN_A_ROW, span[1]):
        values = [DIGITS[character] for character in draft.text[span[0] : span[1]]]
    end = span[1]
    if draft.text[max(0, span[0] - 2) : span[0]].endswith(("零下", "负")):
        values = [-value for value in values]
    for value in values:
        strength = _strength(draft.text[span[0] : span[1]], numeral, value, has_point=has_point)
        _, end = draft.add_number(span, [value], strength, in_words=True)
        if strength is Strength.POSSIBLE and value == 1:
            _strengthen_measured(draft)
    if numeral.is_spelled_out and len(draft.text[span[0] : span[1]]) == 2:
        for character in draft.text[span[0] : span[1]]:
            draft.add(span, [Reading(DIGITS[character])], Strength.POSSIBLE, in_words=True)
    return span[0], end


def _strength(text: str, numeral: Numeral, value: Number, *, has_point: bool) -> Strength:
    if has_point and value.denominator != 1:
        return Strength.CERTAIN
    if len(numeral.values) > 1 or numeral.is_spelled_out:
        return Strength.CERTAIN if value >= 20 else Strength.LIKELY
    if value in (0, 1) or (len(text) == 1 and text in "百千万亿"):
        return Strength.POSSIBLE
    if text == "二" or (text[0] in "百千万亿" and text[0] != "十"):
        return Strength.LIKELY
    return Strength.CERTAIN


def _strengthen_measured(draft: Draft) -> None:
    """Make 一年 likely, while 一个 stays possible."""
    figure = draft.figures[-1]
    unit = figure.reading.unit
    if unit is not None and not unit.is_weak:
        draft.figures[-1] = replace(figure, strength=Strength.LIKELY)


def _multiple(draft: Draft, span: Span, values: list[Number]) -> Span:
    """Add 两倍; after a word of growth (增长两倍) it is three times as much, though often said of two."""
    is_growth = _GROWTH.search(draft.text[max(0, span[0] - 4) : span[0]])
    for value in values:
        readings = (
            [Reading(value + 1, TIMES), Reading(value, TIMES_MORE)] if is_growth else [Reading(value, TIMES)]
        )
        if value == 1:
            readings = [Reading(2, TIMES), Reading(1, TIMES_MORE)]
        strength = Strength.CERTAIN if value > 1 else Strength.LIKELY
        draft.add((span[0], span[1] + 1), readings, strength, number=span, in_words=True)
    return span[0], span[1] + 1


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


def _half(draft: Draft, match: re.Match[str]) -> Span:
    at = match.end()
    units, end = unit_after(draft.text, at)
    if match.group() == "一半":
        units, end = NO_UNIT, at
    readings = [Reading(Fraction(1, 2), unit) for unit in units]
    return draft.add((match.start(), end), readings, Strength.LIKELY, in_words=True)


def _pair(draft: Draft, match: re.Match[str]) -> Span:
    said = match.group()
    if len(said) > 1:
        readings, strength = [Reading(2, TIMES)], Strength.LIKELY
    else:
        readings, strength = [Reading(3 if said == "仨" else 2)], Strength.POSSIBLE
    return draft.add(match.span(), readings, strength, in_words=True)
