"""English numbers: words, fractions, ordinals, vague numbers, and the small words that may stand for one."""

import re
from fractions import Fraction

from livedesk.core.translation.figures.draft import Draft, Span
from livedesk.core.translation.figures.figure import Reading, Strength, exact
from livedesk.core.translation.figures.numerals_en import ONES, ROW, TENS, spoken_numbers
from livedesk.core.translation.figures.units import NO_UNIT, SPELLINGS, TIMES, VAGUE, unit_after

_VAGUE = re.compile(
    r"""(?<![a-z])(?:
    (tens|dozens|hundreds|thousands|millions|billions)(?:\ of)?(?:\ (thousands|millions|billions))?(?:\ of)?
    |(?:few|several|some)\ (dozen|hundred|thousand|million|billion)s?(?:\ (thousand|million|billion))?)(?![a-z])""",
    re.IGNORECASE | re.VERBOSE,
)
_VAGUE_VALUES = {
    "ten": 10,
    "dozen": 10,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
}
_PARTS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}
_DECADES = {f"{word.removesuffix('y')}ies": value for word, value in TENS.items()}
_DECADE = re.compile(rf"(?<![a-z])({'|'.join(_DECADES)})(?![a-z])", re.IGNORECASE)
_FIFTY_FIFTY = re.compile(r"(?<![a-z\d])(?:fifty-fifty|50[-/: ]50)(?![a-z\d])", re.IGNORECASE)
_AND_A_HALF = re.compile(r"(?<![a-z])(?:an?|one) ([a-z]+(?: day)?) and a half(?![a-z])", re.IGNORECASE)
_FRACTION = re.compile(
    rf"(?<![a-z-])(a|an|{'|'.join(list(ONES)[1:11])}|\d)[ -]({'|'.join(_PARTS)})s?(?![a-z])", re.IGNORECASE
)
_HALF = re.compile(r"(?<![a-z])half(?:[ -]an?(?![a-z])|-| (?!past)|(?![a-z]))", re.IGNORECASE)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINAL_VALUES = {word: value for value, word in enumerate(_ORDINALS.split(), start=1)} | {"thirtieth": 30}
_ORDINAL = re.compile(
    rf"(?<![a-z])(?:(twenty|thirty)[ -])?({'|'.join(_ORDINAL_VALUES)})(?![a-z])", re.IGNORECASE
)
_MULTIPLES = {
    **dict.fromkeys(["twice", "double", "doubled", "doubles", "doubling", "twofold"], 2),
    **dict.fromkeys(["triple", "triples", "tripled", "tripling", "threefold", "thrice"], 3),
    **dict.fromkeys(["quadruple", "quadrupled", "fourfold"], 4),
    "tenfold": 10,
}
_SMALL_WORDS = {
    **dict.fromkeys(["a", "an", "one", "once", "single", "sole"], 1),
    **dict.fromkeys(["both", "pair", "couple", "twin", "dual", "duo", "fortnight"], 2),
    **dict.fromkeys(["either", "neither", "duplicate"], 2),
    **dict.fromkeys(["trio", "triplicate", "triplex"], 3),
    **dict.fromkeys(["octa", "octagonal"], 8),
    **dict.fromkeys(["hex", "hexagonal"], 6),
    **dict.fromkeys(["quad", "quadcopter"], 4),
    "tri": 3,
    "teens": 10,
    **_MULTIPLES,
}
_ALL_DAY = re.compile(r"(?:a|the )?round[ -]the[ -]clock", re.IGNORECASE)
_COUNTING_ONE = frozenset(["a", "an", "one", "single"])
_SMALL_WORD = re.compile(
    rf"(?<![a-z])({'|'.join(sorted(_SMALL_WORDS, key=len, reverse=True))})(?![a-z])", re.IGNORECASE
)


def read_words(draft: Draft) -> None:
    """Take fractions and numbers in words."""
    draft.take(_FIFTY_FIFTY, lambda m: _fifty_fifty(draft, m))
    draft.take(_DECADE, lambda m: _decade(draft, m))
    draft.take(_AND_A_HALF, lambda m: _and_a_half(draft, m))
    draft.take(_VAGUE, lambda m: _vague(draft, m))
    draft.take(_FRACTION, lambda m: _fraction(draft, m))
    draft.take(ROW, lambda m: _row(draft, m))


def read_small_words(draft: Draft) -> None:
    """Take what may stand for a figure: ordinals, halves, "a", "both"."""
    draft.take(_ALL_DAY, lambda m: draft.add(m.span(), [Reading(24)], Strength.POSSIBLE, in_words=True))
    draft.take(_HALF, lambda m: _half(draft, m))
    draft.take(_ORDINAL, lambda m: _ordinal(draft, m))
    draft.take(_SMALL_WORD, lambda m: _small_word(draft, m))


def _vague(draft: Draft, match: re.Match[str]) -> Span:
    many, many_times, few, few_times = (g.lower() if g else "" for g in match.groups())
    first, times = (many or few).removesuffix("s"), (many_times or few_times).removesuffix("s")
    value = _VAGUE_VALUES[first] * (_VAGUE_VALUES[times] if times else 1)
    values = [value, value // 10 * 12] if first == "dozen" else [value]
    return draft.add(match.span(), [Reading(v, VAGUE) for v in values], Strength.LIKELY, in_words=True)


def _fifty_fifty(draft: Draft, match: re.Match[str]) -> Span:
    readings = [Reading(Fraction(1, 2)), Reading(50)]
    return draft.add(match.span(), readings, Strength.LIKELY, in_words=True, parts=(5,))


def _decade(draft: Draft, match: re.Match[str]) -> Span:
    """Take "the eighties" and "in his eighties"."""
    value = _DECADES[match.group(1).lower()]
    readings = [Reading(value), Reading(1900 + value)]
    return draft.add(match.span(), readings, Strength.CERTAIN, in_words=True)


def _and_a_half(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take "a year and a half"."""
    units, end = unit_after(draft.text, match.start(1))
    if end > match.end(1):
        units = NO_UNIT
    readings = [Reading(Fraction(3, 2), unit) for unit in units]
    return draft.add(match.span(), readings, Strength.CERTAIN, in_words=True)


def _fraction(draft: Draft, match: re.Match[str]) -> Span | None:
    top_word, part = match.group(1).lower(), match.group(2).lower()
    if top_word in ("a", "an") and part in ("half",):
        return None
    bottom = _PARTS[part]
    top = 1 if top_word in ("a", "an") else (int(top_word) if top_word.isdigit() else ONES[top_word])
    is_sure = top_word not in ("a", "an") and (top > 1 or part not in ("half",))
    units, end = unit_after(draft.text, match.end())
    if units == NO_UNIT or SPELLINGS["of an hour"] != units:
        units, end = NO_UNIT, match.end()
    readings = [Reading(exact(Fraction(top, bottom)), unit) for unit in units]
    if part == "quarter":
        readings.append(Reading(top, SPELLINGS["quarter"][0]))
    if top == 1:
        readings.append(Reading(bottom))  # "a third" in a row of firsts and seconds
    strength = Strength.CERTAIN if is_sure else Strength.LIKELY
    return draft.add((match.start(), end), readings, strength, number=match.span(), in_words=True)


def _half(draft: Draft, match: re.Match[str]) -> Span:
    units, end = unit_after(draft.text, match.end())
    end = end if units != NO_UNIT else match.start() + 4
    readings = [Reading(Fraction(1, 2), unit) for unit in units]
    return draft.add((match.start(), end), readings, Strength.LIKELY, in_words=True)


def _ordinal(draft: Draft, match: re.Match[str]) -> Span:
    word = match.group(2).lower()
    value = _ORDINAL_VALUES[word]
    if match.group(1):
        value += TENS[match.group(1).lower()]
    readings = [Reading(value)]
    if word in _PARTS and not match.group(1):
        readings.append(Reading(Fraction(1, _PARTS[word])))
    strength = Strength.CERTAIN if value >= 10 else Strength.LIKELY if value > 1 else Strength.POSSIBLE
    return draft.add(match.span(), readings, strength, in_words=True)


def _small_word(draft: Draft, match: re.Match[str]) -> Span:
    word = match.group(1).lower()
    value = _SMALL_WORDS[word]
    strength = Strength.LIKELY if value > 2 else Strength.POSSIBLE
    if word in _MULTIPLES:
        return draft.add(match.span(), [Reading(value, TIMES)], strength, in_words=True)
    units, end = unit_after(draft.text, match.end())
    if word not in _COUNTING_ONE:
        units, end = NO_UNIT, match.end()
    if word == "one" and any(unit is not None and not unit.is_weak for unit in units):
        strength = Strength.LIKELY
    return draft.add(
        (match.start(), end), [Reading(value, u) for u in units], strength, number=match.span(), in_words=True
    )


def _row(draft: Draft, match: re.Match[str]) -> Span | None:
    """Add the numbers of a row of number words."""
    if match.group().lower() == "one":
        return None  # left to the small words
    at = end = match.start()
    for start, stop, value in spoken_numbers(match.group()):
        strength = Strength.CERTAIN if value > 1 or value.denominator != 1 else Strength.POSSIBLE
        _, end = draft.add_number((at + start, at + stop), [value], strength, in_words=True)
    return match.start(), max(end, match.end())
