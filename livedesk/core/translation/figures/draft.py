"""A text while its figures are being read: what was taken is blanked, so that nothing is read twice."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from livedesk.core.ids import Language
from livedesk.core.translation.figures.figure import Figure, Number, Reading, Strength, Unit, exact
from livedesk.core.translation.figures.numerals_zh import MEASURES
from livedesk.core.translation.figures.units import (
    NO_UNIT,
    PERCENT,
    PERCENT_OF,
    PERCENT_OFF,
    Units,
    currency_before,
    is_money,
    unit_after,
)

Span = tuple[int, int]

_BLANK = "\0"
_MORE_AFTER = re.compile(r"\+|[ -](?:odd|plus|something)(?![a-z])", re.IGNORECASE)
_SIGN = re.compile(
    r"(?:(零下)|((?<!正)负|(?<!plus or )(?<![a-z])(?:minus|negative) )|(?<![A-Za-z0-9.)%/+])-)$",
    re.IGNORECASE,
)
_BELOW_ZERO = re.compile(r" ?(?:degrees?|°)?(?: ?celsius| ?c)? below zero", re.IGNORECASE)
_DEGREES = frozenset(["temperature", "temperature-f"])
_HALF_HAN = re.compile(r"半(?![个年月日天夜价小时斤径自成导]|钟头)")
_HALF_AFTER_PIECE = re.compile(r"半(?!点)")
_HALF_AFTER_CLASSIFIER = re.compile(rf"[{MEASURES}]半(?![个年月日天夜价小时斤径自成导])")
_HALF_WORDS = re.compile(r"[ -]and[ -]a[ -]half(?![a-z])", re.IGNORECASE)
_OFF_AFTER = re.compile(
    r" ?(?:off(?! ?-?(?:grid|line|season))|discount|rebate|reduction|cheaper|less|lower|markdown|的?(?:折扣|优惠))",
    re.IGNORECASE,
)
_OFF_BEFORE = re.compile(
    r"(?:discount(?: of)?|reduced(?: by)?|cut(?: by)?|优惠|便宜|降价?了?|减价?|让利|折扣)[ :]?$",
    re.IGNORECASE,
)
_OF_PRICE = re.compile(
    r" of (?:the |its |our |your |this |that )?(?:[a-z]+ )?(?:price|value|cost|rate)|的(?:价格?|售价|原价)",
    re.IGNORECASE,
)
_OF_PRICE_BEFORE = re.compile(r"(?:原价|售价|标价|定价)的?$")
_PERCENT_BEFORE = re.compile(r"(?:^|[\s(,])(% ?)$")
_LOOK_BACK = 14


class Draft:
    """One text being read. `text` is folded and whole, `rest` the same with blanks for what was taken."""

    def __init__(self, text: str, language: Language, *, lenient: bool) -> None:
        self.text = self.rest = text
        self.language = language
        self.lenient = lenient
        self.figures: list[Figure] = []

    def take(self, pattern: re.Pattern[str], make: Callable[[re.Match[str]], Span | None]) -> None:
        """Let `make` add figures for each match in what is left; it returns the span it took, or None."""
        parts = []
        done = 0
        for match in pattern.finditer(self.rest):
            span = make(match) if match.start() >= done else None
            if span is None:
                continue
            start, end = max(done, span[0]), max(done, span[1])
            parts += [self.rest[done:start], _BLANK * (end - start)]
            done = end
        if done:
            self.rest = "".join(parts) + self.rest[done:]

    def add(
        self,
        span: Span,
        readings: Sequence[Reading],
        strength: Strength,
        *,
        number: Span | None = None,
        in_words: bool = False,
        parts: tuple[Number, ...] = (),
    ) -> Span:
        """Add a figure that is complete, and POSSIBLE ones for its parts; return its span."""
        number = number or span
        self.figures.append(Figure(*span, *number, tuple(readings), strength, in_words, parts))
        for part in parts:
            self.figures.append(Figure(*span, *number, (Reading(part),), Strength.POSSIBLE, in_words))
        return span

    def add_number(
        self,
        number: Span,
        values: Sequence[Number],
        strength: Strength,
        *,
        in_words: bool = False,
        parts: tuple[Number, ...] = (),
    ) -> Span:
        """Add a number with the unit or currency that stands beside it; return the span of both."""
        units, start, end = self.units_beside(*number)
        half_end = self._half_end(number[1], end)
        if half_end:
            values = [exact(value + Fraction(1, 2)) for value in values]
            strength = max(strength, Strength.LIKELY)
            if units == NO_UNIT or self.text[half_end - 2 : half_end] == "个半":
                later, end = unit_after(self.text, half_end)
                units = later if later != NO_UNIT else units
            number, end = (number[0], max(number[1], half_end)), max(end, half_end)
        values, start = self._signed(values, units, start, number)
        readings = [Reading(value, unit) for value in values for unit in units]
        return self.add((start, end), readings, strength, number=number, in_words=in_words, parts=parts)

    def _signed(
        self, values: Sequence[Number], units: Units, start: int, number: Span
    ) -> tuple[Sequence[Number], int]:
        """Return `values` below zero where a sign says so, and both where "minus" may mean less: 40 minus 26."""
        sign = _SIGN.search(self.text[max(0, number[0] - _LOOK_BACK) : number[0]])
        below = _BELOW_ZERO.match(self.text, number[1])
        if not (sign or below) or (sign and sign.group() == "-" and not self.text[number[0]].isdigit()):
            return values, start
        negative = [-value for value in values]
        if sign:
            start = min(start, number[0] - len(sign.group()))
        if below or (sign and sign.group(1)) or any(u and u.dimension in _DEGREES for u in units):
            return negative, start
        return ([*negative, *values] if sign and sign.group(2) else [*values, *negative]), start

    def units_beside(self, start: int, end: int) -> tuple[Units, int, int]:
        """Return what the number from `start` to `end` counts, and the span with that unit or currency."""
        more = _MORE_AFTER.match(self.text, end)
        after, unit_end = unit_after(self.text, more.end() if more else end)
        if after == NO_UNIT:
            unit_end = end
        before, unit_start = currency_before(self.text, start)
        if after == NO_UNIT and (percent := _PERCENT_BEFORE.search(self.text[max(0, start - 3) : start])):
            return (PERCENT,), start - len(percent.group(1)), end
        if before != NO_UNIT:
            both = tuple(unit for unit in before if unit in after)
            return both or before, unit_start, (unit_end if any(map(is_money, after)) else end)
        if after and after[0] == PERCENT:
            after = (self._percent(start, unit_end), *after[1:])
        return after, start, unit_end

    def _percent(self, start: int, end: int) -> Unit:
        before = self.text[max(0, start - _LOOK_BACK) : start]
        if _OFF_AFTER.match(self.text, end) or _OFF_BEFORE.search(before):
            return PERCENT_OFF
        if _OF_PRICE.match(self.text, end) or _OF_PRICE_BEFORE.search(before):
            return PERCENT_OF
        return PERCENT

    def _half_end(self, number_end: int, unit_end: int) -> int:
        """Return where a half behind the number or its unit ends (两米半, "two and a half"), or 0."""
        if unit_end > number_end:
            pattern = _HALF_AFTER_PIECE if self.text[unit_end - 1] == "个" else _HALF_HAN
            match = pattern.match(self.text, unit_end) or _HALF_WORDS.match(self.text, unit_end)
        else:
            match = _HALF_WORDS.match(self.text, number_end) or _HALF_AFTER_CLASSIFIER.match(
                self.text, number_end
            )
        return match.end() if match else 0
