"""Chinese dates, weekdays and times of day."""

import re

from livedesk.core.translation.figures.draft import Draft, Span
from livedesk.core.translation.figures.figure import Reading, Strength, exact
from livedesk.core.translation.figures.grammar_any import clock_readings
from livedesk.core.translation.figures.numerals_zh import (
    DIGIT,
    DIGITS,
    NUMERAL,
    is_rising,
    numerals,
    spelled_out,
    value_of,
)
from livedesk.core.translation.figures.units import DAY_OF_MONTH, HOUR_SAID, MONTH, SPELLINGS, WEEKDAY

_NOT_NUMBER = r"(?<![零一二三四五六七八九两十百千万亿\d.])"
_DATE = re.compile(
    rf"""(?:((?<![\d.])\d{{4}}|(?<![\d.])\d{{2}}|[零一二三四五六七八九]{{2,4}})年\ ?)?
    {_NOT_NUMBER}({NUMERAL}{{1,2}}|\d{{1,2}})\ ?月份?
    (?:\ ?({NUMERAL}{{1,3}}|\d{{1,2}})\ ?[日号])?
    (?![饼嫂光球])""",
    re.VERBOSE,
)
_YEAR = re.compile(r"(?<![\d.])(\d{4}|[一二][零一二三四五六七八九]{3}) ?年(?![代级])")
_SHORT_YEAR = re.compile(
    r"""(?<![\d.,])(?<![零一二三四五六七八九十百千万])
    (?:(\d{2})年(?![代级前后内以之多来间的])|([零一二三四五六七八九]{2})年(?![代级]))""",
    re.VERBOSE,
)
_DECADE = re.compile(rf"(?:(\d{{1,2}}|{NUMERAL}{{1,3}}) ?世纪 ?)?(\d{{2,4}}|{DIGIT}十) ?年代")
_WEEKDAYS = re.compile(
    r"""(?<![零一二三四五六七八九两十几\d])(?<![一二三四五六七八九两十几\d]个)  # 三周, 三个星期 are weeks
    (?:星期|礼拜|周)([一二三四五六日天])(?![年岁次趟批回个班票柜十百千万])(?!天(?!气))
    (?:(?:到|至|-|~)(?:星期|礼拜|周)?([一二三四五六日天]))?""",
    re.VERBOSE,
)
_HALVES = {
    **dict.fromkeys(["凌晨", "清晨", "早上", "早晨", "早", "上午", "今早", "明早", "半夜"], "a"),
    **dict.fromkeys(["下午", "傍晚", "晚上", "晚", "今晚", "明晚", "昨晚", "当晚", "夜里", "中午"], "p"),
}
_HALF = "|".join(sorted(_HALVES, key=len, reverse=True))
_HOUR = r"\d{1,2}|[零一二两三四五六七八九十]{1,3}"
_TIME = re.compile(
    rf"""(?:({_HALF})\ ?)?{_NOT_NUMBER}(?<!个)({_HOUR})\ ?
    (?:点(钟|整)?|时(?=\ ?\d|{NUMERAL}{{1,3}}分))\ ?
    (?:(半|一刻|三刻)|({_HOUR})(\ ?分(?!之))?)?
    (?![零一二三四五六七八九两十百千万亿\d.])""",
    re.VERBOSE,
)
_FROM_EARLY_TO_LATE = re.compile(rf"早({_HOUR})点?(?:到|至|-|~)?晚({_HOUR})(?![点\d])")
_TO_THE_HOUR = re.compile(rf"差(一刻|{_HOUR}分)钟?(?:({_HALF}))?({_HOUR})点")
_QUARTERS = re.compile(r"([一两三])刻钟")
_PARTS = {"半": 30, "一刻": 15, "三刻": 45}


def read_dates_and_times(draft: Draft) -> None:
    """Take dates, years, weekdays and times of day."""
    draft.take(_DECADE, lambda m: _decade(draft, m))
    draft.take(_DATE, lambda m: _date(draft, m))
    draft.take(_YEAR, lambda m: _year(draft, m))
    draft.take(_SHORT_YEAR, lambda m: _short_year(draft, m))
    draft.take(_WEEKDAYS, lambda m: _weekdays(draft, m))
    draft.take(_TO_THE_HOUR, lambda m: _to_the_hour(draft, m))
    draft.take(_TIME, lambda m: _time(draft, m))
    draft.take(_FROM_EARLY_TO_LATE, lambda m: _from_early_to_late(draft, m))
    draft.take(_QUARTERS, lambda m: _quarters(draft, m))


def _decade(draft: Draft, match: re.Match[str]) -> Span | None:
    century, value = value_of(match.group(1)), value_of(match.group(2))
    if value is None:
        return None
    if century:
        values = [(century - 1) * 100 + value]
    else:
        values = [value, 1900 + value] if value < 100 else [value, value % 100]
    return draft.add(match.span(), [Reading(exact(v)) for v in values], Strength.CERTAIN, in_words=True)


def _date(draft: Draft, match: re.Match[str]) -> Span | None:
    year, month, day = match.groups()
    month_value, day_value = value_of(month), value_of(day)
    if (
        month_value is None
        or not 1 <= month_value <= 12
        or (day and not (day_value and 1 <= day_value <= 31))
    ):
        return None
    if year:
        digits = spelled_out(year)
        values = [int(digits)] if len(digits) == 4 else [2000 + int(digits), int(digits)]
        draft.add(match.span(1), [Reading(v) for v in values], Strength.CERTAIN, in_words=not year.isdigit())
    draft.add(match.span(2), [Reading(month_value, MONTH)], Strength.CERTAIN, in_words=not month.isdigit())
    if day_value:
        reading = Reading(day_value, DAY_OF_MONTH)
        draft.add(match.span(3), [reading], Strength.CERTAIN, in_words=not day.isdigit())
    return match.span()


def _year(draft: Draft, match: re.Match[str]) -> Span:
    digits = spelled_out(match.group(1))
    return draft.add(match.span(), [Reading(int(digits))], Strength.CERTAIN, number=match.span(1))


def _short_year(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 25年, which is 25 years or the year 2025, and 零八年; 三四年 is a range."""
    digits, numerals_said = match.groups()
    if numerals_said and is_rising(numerals_said):
        return None
    value = int(digits or spelled_out(numerals_said))
    readings = [Reading(2000 + value), Reading(1900 + value), Reading(value, SPELLINGS["年"][0])]
    if digits:
        readings = [readings[2], *readings[:2]]
    return draft.add(match.span(), readings, Strength.CERTAIN, number=match.span(1 if digits else 2))


def _weekdays(draft: Draft, match: re.Match[str]) -> Span:
    for name in match.groups():
        if name:
            reading = Reading(7 if name in "日天" else DIGITS[name], WEEKDAY)
            draft.add(match.span(), [reading], Strength.LIKELY, in_words=True)
    return match.span()


def _time(draft: Draft, match: re.Match[str]) -> Span | None:
    said, hour, exactly, part, minute, has_minutes = match.groups()
    hours, minutes = _hours(hour), value_of(minute) if minute else 0
    if part:
        minutes = _PARTS[part]
    if hours is None or minutes is None or minutes > 59 or minutes.denominator != 1:
        return None
    is_decimal = minute is not None and not minute.isdigit() and "十" not in minute
    if is_decimal and not (said or has_minutes):
        return None  # 三点五 is 3.5
    is_sure = said or exactly or part or (minute and len(minute) > 1)
    for value in hours:
        readings = _clock(value, int(minutes), said)
        if not minutes:
            readings.append(Reading(value, HOUR_SAID))
        strength = Strength.CERTAIN if is_sure or value > 1 else Strength.POSSIBLE
        parts = (value, int(minutes)) if minutes else ()
        draft.add(match.span(), readings, strength, in_words=not hour.isdigit(), parts=parts)
    return match.span()


def _from_early_to_late(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 早八晚十, from 8 a.m. to 10 p.m."""
    hours = [_hours(group) for group in match.groups()]
    for found, said in zip(hours, ("早", "晚"), strict=True):
        if found is None:
            return None
        draft.add(match.span(), _clock(found[0], 0, said), Strength.CERTAIN, in_words=True)
    return match.span()


def _to_the_hour(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 差一刻三点, a quarter to three."""
    before, said, hour = match.groups()
    minutes = _PARTS["一刻"] if before == "一刻" else value_of(before.removesuffix("分"))
    hours = _hours(hour)
    if hours is None or not hours[0] or minutes is None or not 0 < minutes < 60:
        return None
    readings = _clock(hours[0] - 1 or 12, 60 - int(minutes), said)
    return draft.add(match.span(), readings, Strength.CERTAIN, in_words=True)


def _quarters(draft: Draft, match: re.Match[str]) -> Span:
    """Take 一刻钟 and 三刻钟."""
    value = 15 * DIGITS[match.group(1)]
    return draft.add(match.span(), [Reading(value, SPELLINGS["分钟"][0])], Strength.CERTAIN, in_words=True)


def _clock(hour: int, minute: int, said: str | None) -> list[Reading]:
    half = _HALVES[said] if said else ""
    if said and half == "p" and (hour == 12 or (hour < 5 and said not in ("下午", "中午"))):
        half = "p" if said == "中午" else "a"  # 晚上十二点 is midnight, 晚上一点 an hour later
    if said == "中午" and hour == 11:
        half = "a"
    return clock_readings(hour, minute, half)


def _hours(text: str) -> list[int] | None:
    """Return the hour, or the two of 五六点."""
    if text.isdigit():
        found = [int(text)]
    else:
        row = numerals(text)
        if len(row) != 1:
            return None
        found = list(row[0].values)
    return found if all(h <= 24 for h in found) else None
