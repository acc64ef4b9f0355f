"""Figures that look alike in every language: numeric dates, times with a colon, and numbers in digits."""

import re
from fractions import Fraction

from livedesk.core.ids import ZH
from livedesk.core.translation.figures import digits
from livedesk.core.translation.figures.draft import Draft, Span
from livedesk.core.translation.figures.figure import Number, Reading, Strength, exact
from livedesk.core.translation.figures.units import (
    CLOCK,
    DAY_OF_MONTH,
    MONTH,
    NO_UNIT,
    SPELLINGS,
    currency_before,
    unit_after,
)

_DATE_BIG_FIRST = re.compile(r"(?<![\w.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\w-]|[./]\d)", re.ASCII)
_DATE_BIG_LAST = re.compile(r"(?<![\w.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\w-]|[./]\d)", re.ASCII)
_COLON_TIME = re.compile(
    r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?!:?\d)(?: ?([AaPp])\.? ?[Mm](?:\.|(?![A-Za-z])))?"
)
_HOUR_TIME = re.compile(
    r"(?<![\w.,:/])(\d{1,2})(?:\.(\d{2}))?(?: ?([AaPp])\.? ?[Mm](?:\.|(?![A-Za-z]))|( ?o'?clock)(?![a-z]))",
    re.ASCII,
)
_HALF_BEFORE = re.compile(r"(?:(凌晨|清晨|早上|早晨|早|上午)|下午|傍晚|晚上?) ?$")
_FRACTION = re.compile(r"(?<![\d/.,\w])(?:(\d{1,3})[ -])?(\d{1,3})/(\d{1,3})(?![\d/\w]|[.,]\d)", re.ASCII)
_VULGAR = re.compile(r"(\d*)([½⅓⅔¼¾⅕⅛⅜⅝⅞])")
_VULGAR_NAMES = "1/2 1/3 2/3 1/4 3/4 1/5 1/8 3/8 5/8 7/8"
_VULGAR_VALUES = dict(zip("½⅓⅔¼¾⅕⅛⅜⅝⅞", map(Fraction, _VULGAR_NAMES.split()), strict=True))
_RATIO = re.compile(r"(?<![\d:.,])(\d{1,4}|\d{1,3},\d{3}):(\d{1,4})(?![\d:]|[.,]\d)")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)(?![a-z])", re.IGNORECASE)
_NAME_END = re.compile(r"[B-FH-JL-UX-Z](?![A-Za-z0-9])")
"""What makes a name of a number: 3D, 3C, 2XL; A, G, K, V and W are units."""
_LETTER = re.compile(r"[^\W\d_一-鿿]")
_KARATS = frozenset([9, 10, 14, 18, 21, 22, 24])
_KELVIN = SPELLINGS["kelvin"][0]


def read_dates(draft: Draft) -> None:
    """Take numeric dates: 2027-06-30, 30.06.2027, 6/30/2027. The month is what can be one."""
    draft.take(_DATE_BIG_FIRST, lambda m: _date(draft, m, m.group(1), m.group(3), m.group(4)))
    draft.take(_DATE_BIG_LAST, lambda m: _date(draft, m, m.group(4), m.group(3), m.group(1)))


def _date(draft: Draft, match: re.Match[str], year: str, month: str, day: str) -> Span | None:
    if not (1 <= int(month) <= 31 and 1 <= int(day) <= 31) or min(int(month), int(day)) > 12:
        return None
    years = [int(year)] if len(year) == 4 else [2000 + int(year), 1900 + int(year), int(year)]
    draft.add(match.span(), [Reading(value) for value in years], Strength.CERTAIN)
    for number in (int(month), int(day)):
        units = (MONTH, DAY_OF_MONTH) if number <= 12 else (DAY_OF_MONTH,)
        draft.add(match.span(), [Reading(number, unit) for unit in units], Strength.CERTAIN)
    return match.span()


def read_times(draft: Draft) -> None:
    """Take times of day: 9:45, 3:20 a.m., 8 pm, 20:00."""
    draft.take(_COLON_TIME, lambda m: _time(draft, m, m.group(1), m.group(2), m.group(4)))
    draft.take(_HOUR_TIME, lambda m: _time(draft, m, m.group(1), m.group(2) or "0", m.group(3)))
    draft.take(_RATIO, lambda m: _ratio(draft, m))


def clock_readings(hour: int, minute: int, half: str) -> list[Reading]:
    """Return the minutes after midnight that a time may mean; `half` is "a", "p" or "" where nothing says it."""
    if half == "p":
        hours = [hour % 12 + 12] if hour <= 12 else [hour]
    elif half == "a":
        hours = [hour % 12]
    else:
        hours = [hour % 24, (hour + 12) % 24] if hour <= 12 else [hour % 24]
    return [Reading(h * 60 + minute, CLOCK) for h in hours]


def half_of_day(before: str) -> str:
    """Return "a" or "p" where the words right before a time say so: 下午3:20."""
    match = _HALF_BEFORE.search(before)
    return "" if match is None else "a" if match.group(1) else "p"


def _time(draft: Draft, match: re.Match[str], hour: str, minute: str, half: str | None) -> Span | None:
    if int(hour) > 24 or int(minute) > 59:
        return None
    half = half or half_of_day(draft.text[max(0, match.start() - 3) : match.start()])
    readings = clock_readings(int(hour), int(minute), half.lower())
    if len(hour) == 2 and hour.startswith("0") and not half:
        readings = readings[:1]
    is_ratio = not half and ":" in match.group()
    parts: tuple[Number, ...] = (int(hour), int(minute)) if is_ratio else ()
    return draft.add(match.span(), readings, Strength.CERTAIN, parts=parts)


def _ratio(draft: Draft, match: re.Match[str]) -> Span:
    for group in (1, 2):
        value = int(match.group(group).replace(",", ""))
        draft.add(match.span(group), [Reading(value)], Strength.CERTAIN)
    return match.span()


def read_numbers(draft: Draft) -> None:
    """Take fractions and all other numbers in digits, with the scale behind them ("2.3 billion", "12k")."""
    draft.take(_VULGAR, lambda m: _vulgar(draft, m))
    draft.take(_FRACTION, lambda m: _fraction(draft, m))
    draft.take(digits.number_pattern(draft.language), lambda m: _number(draft, m))


def _vulgar(draft: Draft, match: re.Match[str]) -> Span | None:
    if len(match.group(1)) > digits.LONGEST_NUMBER:
        return None
    value = int(match.group(1) or 0) + _VULGAR_VALUES[match.group(2)]
    return draft.add_number(match.span(), [value], Strength.CERTAIN)


def _fraction(draft: Draft, match: re.Match[str]) -> Span | None:
    whole, top, bottom = (int(g or 0) for g in match.groups())
    if bottom == 0:
        return None
    if match.group(1) and not 0 < top < bottom:
        return None
    parts = (top, bottom) if not match.group(1) else ()
    strength = Strength.LIKELY if match.group() == "24/7" else Strength.CERTAIN
    return draft.add_number(match.span(), [exact(whole + Fraction(top, bottom))], strength, parts=parts)


def _number(draft: Draft, match: re.Match[str]) -> Span | None:
    token = match.group()
    if len(token) > digits.LONGEST_NUMBER:
        return match.span()
    values = digits.values_of(token, draft.language, lenient=draft.lenient)
    if not values:
        return _list(draft, match)
    start = match.start()
    factor, end = digits.scale_after(draft.text, match.end(), draft.language)
    more, end = digits.compound_after(draft.text, end, factor, draft.language)
    values = [exact(value * factor + more) for value in values]
    letter = draft.text[match.end() : end].strip(" -")
    if letter in ("k", "K") or end == match.end():
        span = _lettered(draft, (start, match.end()), values, factor)
        if span is not None:
            return span
    ordinal = _ORDINAL_END.match(draft.text, end)
    if ordinal:
        return _ordinal(draft, (start, ordinal.end()), values)
    parts = _list_parts(token, values)
    strength = Strength.LIKELY if _is_name_or_one(draft, end, values) else Strength.CERTAIN
    return draft.add_number((start, end), values, strength, parts=parts)


def _is_name_or_one(draft: Draft, end: int, values: list[Number]) -> bool:
    """Whether a number is part of a name (3D), or the 1 of "1 pc", for which "each" will do."""
    if _NAME_END.match(draft.text, end):
        return True
    return values[0] == 1 and any(u and u.dimension == "count" for u in unit_after(draft.text, end)[0])


def _list_parts(token: str, values: list[Number]) -> tuple[Number, ...]:
    """Return 1 and 2 for "1,2", which may be a list as well as 1.2."""
    head, comma, tail = token.partition(",")
    if comma and head.isdecimal() and tail.isdecimal() and values[0].denominator != 1:
        return (int(head), int(tail))
    return ()


def _list(draft: Draft, match: re.Match[str]) -> Span:
    """Take "1,2,3" as its parts."""
    for part in re.finditer(r"\d+", match.group()):
        span = (match.start() + part.start(), match.start() + part.end())
        draft.add(span, [Reading(int(part.group()))], Strength.CERTAIN)
    return match.span()


def _ordinal(draft: Draft, span: Span, values: list[Number]) -> Span:
    strength = (
        Strength.CERTAIN if values[0] >= 10 else Strength.LIKELY if values[0] > 1 else Strength.POSSIBLE
    )
    return draft.add(span, [Reading(value) for value in values], strength)


def _lettered(draft: Draft, number: Span, values: list[Number], factor: int) -> Span | None:
    """Add a number with a letter of several meanings: 18K, 6500K, 1.5m, and the Chinese 5w (5 万)."""
    text, end = draft.text, number[1]
    if text[end : end + 2] in (" K", "\u00a0K"):
        end += 1
    letter = text[end : end + 1]
    if letter not in ("K", "m", "M", "w", "W") or _LETTER.match(text, end + 1):
        return None
    (value, *_), currency = values, currency_before(text, number[0])[0]
    if letter == "K" and factor == 1000:
        plain = exact(Fraction(value) / 1000)
        if plain in _KARATS or (plain >= 1000 and plain % 50 == 0):
            return draft.add((number[0], end + 1), [Reading(plain, _KELVIN)], Strength.CERTAIN)
        return None
    if letter in "mM" and draft.language != ZH:
        million = [Reading(value * 10**6, unit) for unit in currency]
        metre = [Reading(value, unit) for unit in SPELLINGS["m"]] if currency == NO_UNIT else []
        if letter == "M" or currency != NO_UNIT:
            metre.reverse()
            return draft.add(
                (number[0], end + 1), million + metre, Strength.CERTAIN, number=(number[0], end + 1)
            )
        return draft.add((number[0], end + 1), metre + million, Strength.CERTAIN)
    if letter in "wW" and draft.language == ZH:
        units, unit_end = unit_after(text, end + 1)
        watt = [Reading(value, SPELLINGS["w"][0])]
        return draft.add(
            (number[0], unit_end), watt + [Reading(value * 10**4, u) for u in units], Strength.CERTAIN
        )
    return None
