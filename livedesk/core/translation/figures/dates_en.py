"""English months, weekdays, decades and times of day in words."""

import re

from livedesk.core.translation.figures.draft import Draft, Span
from livedesk.core.translation.figures.figure import Reading, Strength, Unit
from livedesk.core.translation.figures.grammar_any import clock_readings
from livedesk.core.translation.figures.numerals_en import ONES
from livedesk.core.translation.figures.units import MONTH, WEEKDAY

_YEAR = "january february march april may june july august september october november december"
_WEEK = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = {name: value for value, name in enumerate(_YEAR.split(), start=1)}
_SHORT_MONTHS = {name[:3]: value for name, value in _MONTHS.items()} | {"sept": 9}
_DAYS = {name: value for value, name in enumerate(_WEEK.split(), start=1)}
_ANY_MONTH = "|".join(sorted([*_MONTHS, *_SHORT_MONTHS], key=len, reverse=True))
_SURE_MONTHS = "|".join(name for name in _MONTHS if name not in ("may", "march"))
_TWELVE = "|".join(list(ONES)[1:13])
_MONTH_AND_DAY = re.compile(
    rf"""(?<![a-z])({_ANY_MONTH})\.?(?=\ ?\d)(?![a-z])
    |(?:(?<=\d)|(?<=\dth)|(?<=\dst)|(?<=\dnd)|(?<=\drd))(?:\ of)?\ ?({_ANY_MONTH})(?![a-z])""",
    re.IGNORECASE | re.VERBOSE,
)
_MONTH = re.compile(rf"(?<![a-z])({_SURE_MONTHS})(?![a-z])", re.IGNORECASE)
_BEFORE_MONTH = "in|of|by|to|since|until|till|before|after|early|mid|late|from|next|last|this|every"
_MAY_OR_MARCH = re.compile(rf"(?<![a-z])(?:({_BEFORE_MONTH})[ -])?(may|march)(?![a-z])", re.IGNORECASE)
_SHORT_AFTER = re.compile(
    rf"(?<![a-z])(?:{_BEFORE_MONTH})[ -](jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])", re.IGNORECASE
)
_DAY = re.compile(
    rf"""(?<![a-z])({_ANY_MONTH})\.?(?=\ ?\d)(?![a-z])
    |(?:(?<=\d)|(?<=\dth)|(?<=\dst)|(?<=\dnd)|(?<=\drd))(?:\ of)?\ ?({_ANY_MONTH})(?![a-z])""",
    re.IGNORECASE | re.VERBOSE,
)
_MONTH = re.compile(rf"(?<![a-z])({_SURE_MONTHS})(?![a-z])", re.IGNORECASE)
_CAPITAL_MONTH = re.compile(
    r"""(?<![A-Za-z])
    (?:(in|of|by|to|since|until|till|before|after|early|mid|late|from|next|last|this|every)[ -])?
    (May|March)(?![A-Za-z])""",
    re.VERBOSE,
)
_DAY = re.compile(rf"(?<![a-z])({'|'.join(_DAYS)})s?(?![a-z])", re.IGNORECASE)
_DECADE = re.compile(r"(?<![\d'.,])(?:(1[5-9]|20)(\d)0|'?(\d)0)'?s(?![A-Za-z])")
_PAST = re.compile(
    rf"""(?<![a-z])(half|a?\ ?quarter|ten|five|twenty|\d{{1,2}})(?:\ minutes)?\ (past|to)\ ({_TWELVE}|\d{{1,2}})
    (?![a-z\d])(?:\ ?([ap])\.?m)?""",
    re.IGNORECASE | re.VERBOSE,
)
_HOUR = re.compile(
    rf"(?<![a-z])({_TWELVE})(?: ([ap])\.? ?m(?:\.|(?![a-z]))| o'?clock(?![a-z]))", re.IGNORECASE
)
_MAYBE_MONTH = Unit("month", MONTH.dimension, 1, None)
"""What may be a month matches no bare number."""
_MORNING = "in the morning|this morning|tomorrow morning|yesterday morning".replace(" ", r"\ ")
_LATER = (
    "in the afternoon|this afternoon|tomorrow afternoon|in the evening|this evening|tomorrow evening|at night"
    "|tonight|last night|tomorrow night"
).replace(" ", r"\ ")
_HOUR_AND_HALF = re.compile(
    rf"""(?<![a-z\d:.,$])(?:({_TWELVE}|\d{{1,2}})\ (?:to|and|or|until)\ )?
    ({_TWELVE}|\d{{1,2}})(?::(\d{{2}}))?(?:\ o'?clock)?\ (?:sharp\ )?
    (?:({_MORNING})|({_LATER}))(?![a-z])""",
    re.IGNORECASE | re.VERBOSE,
)
_NOON = re.compile(r"(?<![a-z])(noon|midday|midnight)(?![a-z])", re.IGNORECASE)


def read_dates_and_times(draft: Draft) -> None:
    """Take months, weekdays, decades and times in words."""
    draft.take(_MONTH_AND_DAY, lambda m: _month(draft, m))
    draft.take(_MAY_OR_MARCH, lambda m: _may_or_march(draft, m))
    draft.take(_SHORT_AFTER, lambda m: _month(draft, m))
    draft.take(_MONTH, lambda m: _month(draft, m))
    draft.take(_DAY, lambda m: _weekday(draft, m))
    draft.take(_DECADE, lambda m: _decade(draft, m))
    draft.take(_PAST, lambda m: _past(draft, m))
    draft.take(_HOUR_AND_HALF, lambda m: _hour_and_half(draft, m))
    draft.take(_HOUR, lambda m: _hour(draft, m))
    draft.take(_NOON, lambda m: _noon(draft, m))


def _weekday(draft: Draft, match: re.Match[str]) -> Span:
    reading = Reading(_DAYS[match.group(1).lower()], WEEKDAY)
    return draft.add(match.span(), [reading], Strength.LIKELY, in_words=True)


def _month(draft: Draft, match: re.Match[str]) -> Span:
    name = next(g for g in match.groups() if g).lower()
    value = _MONTHS.get(name) or _SHORT_MONTHS[name]
    return draft.add(match.span(), [Reading(value, MONTH)], Strength.CERTAIN, in_words=True)


def _may_or_march(draft: Draft, match: re.Match[str]) -> Span:
    """Take May and March, which without a preposition may be a verb; "this may" may be one with it."""
    name = match.group(2)
    before = (match.group(1) or "").lower()
    is_sure = bool(before) and (name[0].isupper() or before not in ("to", "this", "by", "of"))
    unit = MONTH if is_sure else _MAYBE_MONTH
    strength = Strength.CERTAIN if is_sure else Strength.POSSIBLE
    return draft.add(match.span(2), [Reading(_MONTHS[name.lower()], unit)], strength, in_words=True)


def _decade(draft: Draft, match: re.Match[str]) -> Span:
    century, tens, short = match.groups()
    values = (
        [int(f"{century}{tens}0"), int(tens) * 10] if century else [int(short) * 10, 1900 + int(short) * 10]
    )
    return draft.add(match.span(), [Reading(v) for v in values], Strength.CERTAIN)


def _clock_number(word: str) -> int:
    return int(word) if word.isdigit() else ONES[word.lower()]


def _hour(draft: Draft, match: re.Match[str]) -> Span:
    readings = clock_readings(_clock_number(match.group(1)), 0, (match.group(2) or "").lower())
    return draft.add(match.span(), readings, Strength.CERTAIN, in_words=True)


def _hour_and_half(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take "eight last night" and "six to nine in the evening"."""
    first, hour_word, minute, morning, _ = match.groups()
    for word in (first, hour_word):
        hour = _clock_number(word) if word else 0
        if hour > 12 or int(minute or 0) > 59:
            return None
    for word in (first, hour_word):
        if word:
            hour = _clock_number(word)
            minutes = int(minute or 0) if word is hour_word else 0
            readings = clock_readings(hour, minutes, "a" if morning else "p")
            if "night" in match.group().lower() and (hour == 12 or hour < 5):
                readings = clock_readings(hour, minutes, "a")
            draft.add(match.span(), readings, Strength.CERTAIN, in_words=not word.isdigit())
    return match.span()


def _noon(draft: Draft, match: re.Match[str]) -> Span:
    half = "a" if match.group(1).lower() == "midnight" else "p"
    return draft.add(match.span(), clock_readings(12, 0, half), Strength.LIKELY, in_words=True)


def _past(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take "half past eight" and "a quarter to nine"; "five to eight" is a range more often than a time."""
    said, side, hour_word, half = match.groups()
    said = said.lower().removeprefix("a").strip()
    minutes = {"half": 30, "quarter": 15, "twenty": 20}.get(said) or _clock_number(said)
    hour = _clock_number(hour_word)
    if hour > 12 or minutes > 59:
        return None
    if side.lower() == "to":
        if said != "quarter":
            return None
        hour, minutes = hour - 1, 60 - minutes
    readings = clock_readings(hour % 12 or 12, minutes, (half or "").lower())
    return draft.add(match.span(), readings, Strength.CERTAIN, in_words=True)
