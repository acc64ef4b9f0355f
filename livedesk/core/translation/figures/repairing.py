"""Putting a wrong figure right where nothing else can be meant. Never a guess: what is not certain is only marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from livedesk.core.ids import ZH, Language
from livedesk.core.records import LineWarning, WarningKind
from livedesk.core.translation.figures import digits
from livedesk.core.translation.figures.comparing import compare, differences
from livedesk.core.translation.figures.figure import Figure, Number, exact, plain_text
from livedesk.core.translation.figures.reading import read
from livedesk.core.translation.figures.units import PERCENT_OFF, SPELLINGS, is_money

_NOT_WRITTEN = frozenset(["clock", "month of the year", "weekday", "vague", "multiple", "multiple more"])
"""Dimensions whose figures are not written as a number and a unit."""
_PIECES = SPELLINGS["pcs"][0]
_FEWEST = 10
"""Below this one digit is easily another word altogether."""
_FEWEST_DIGITS = 3
_MANY_DIGITS = 5
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "CNY": "¥"}
_ZH_NAMES = {
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "CNY": "元",
    "JPY": "日元",
    "HKD": "港元",
    "KRW": "韩元",
}
_EN_NAMES = {
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "CNY": "yuan",
    "JPY": "yen",
    "HKD": "HK dollars",
}
_BIG_ZH = (("亿", 10**8), ("万", 10**4))
_BIG_EN = (("billion", 10**9), ("million", 10**6))


@dataclass(frozen=True, slots=True)
class Repair:
    """A translation with its figures put right; `changes` are (old, new) pieces of text, none where it was fine."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()
    in_source: tuple[str, ...] = ()
    in_translation: tuple[str, ...] = ()

    @property
    def warning(self) -> LineWarning | None:
        """What to show softly: the figures of the source and those that the model had written."""
        if not self.changes:
            return None
        return LineWarning(WarningKind.FIGURES_REPAIRED, self.in_source, self.in_translation)


def repair(source: str, source_language: Language, translation: str, target_language: Language) -> Repair:
    """Return `translation` with one wrong figure or currency put right, or unchanged where that is not certain.

    It is certain where exactly one figure of each side has no counterpart, all others are matched one by one,
    and the two are of one kind: the same unit, or nearly the same digits. Afterwards `compare` finds nothing.
    """
    unchanged = Repair(translation)
    missing, added = differences(source, source_language, translation, target_language)
    if len(missing) != 1 or len(added) != 1 or not (missing[0].is_certain and added[0].is_certain):
        return unchanged
    right, wrong = missing[0], added[0]
    if not _is_clear(source, source_language, translation, target_language, wrong):
        return unchanged
    change = _change(right, wrong, translation, target_language)
    if change is None or (right.reading.value == wrong.reading.value and _is_spoken_price(right, source)):
        return unchanged
    start, end, new = change
    old = translation[start:end]
    text = translation[:start] + new + translation[end:]
    if compare(source, source_language, text, target_language) is not None:
        return unchanged
    names = (right.reading.shown, wrong.reading.shown)
    if names[0] == names[1]:
        names = (right.reading.shown_with_unit, wrong.reading.shown_with_unit)
    return Repair(text, ((old, new),), names[:1], names[1:])


def _is_clear(source: str, source_language: Language, text: str, language: Language, wrong: Figure) -> bool:
    """Whether both sides state as many figures, and the wrong one stands alone at its place."""
    left = read(source, source_language, lenient=True).certain
    right = read(text, language).certain
    others = [f for f in right if f is not wrong and f.start < wrong.end and wrong.start < f.end]
    return len(left) == len(right) and not others


def _is_spoken_price(figure: Figure, text: str) -> bool:
    """Whether a price is said in 块 or 毛, which are yuan, but on air often the dollars of the product card."""
    return any(sign in text[figure.start : figure.end] for sign in "块毛塊")


def _change(right: Figure, wrong: Figure, text: str, language: Language) -> tuple[int, int, str] | None:
    """Return what to replace, from where to where, and with what; None where that is not certain."""
    if any(u is not None and u.dimension in _NOT_WRITTEN for u in (right.reading.unit, wrong.reading.unit)):
        return None
    if right.reading.value == wrong.reading.value:
        return _other_unit(right, wrong, text, language)
    if not _is_same_kind(right, wrong):
        return None
    new = _written(right, text[wrong.number_start : wrong.number_end], text[wrong.number_end :], language)
    return None if new is None else (wrong.number_start, wrong.number_end, new)


def _other_unit(right: Figure, wrong: Figure, text: str, language: Language) -> tuple[int, int, str] | None:
    unit = right.reading.unit
    if unit is None:
        return None
    if unit.dimension == "percent" and wrong.reading.unit is None:
        if wrong.in_words or text[wrong.number_end : wrong.number_end + 1] == "折":
            return None
        return wrong.number_start, wrong.number_end, f"{text[wrong.number_start : wrong.number_end]}%"
    if not is_money(unit) or not is_money(wrong.reading.unit) or unit.factor != 1 or wrong.in_words:
        return None
    if sum(f.reading.unit == wrong.reading.unit for f in read(text, language).all) > 1:
        return None  # all prices are in the wrong currency, or this one is a translation of its own
    names = _ZH_NAMES if language == ZH else _EN_NAMES
    if unit.name not in names:
        return None
    number = text[wrong.number_start : wrong.number_end]
    if wrong.start < wrong.number_start and wrong.end == wrong.number_end and unit.name in _SIGNS:
        new = f"{_SIGNS[unit.name]}{number}"
    else:
        new = f"{number}{'' if language == ZH else ' '}{names[unit.name]}"
    return wrong.start, wrong.end, new


def _is_same_kind(right: Figure, wrong: Figure) -> bool:
    """Whether two figures that differ must be one and the same: by their unit, or without one by their digits.

    A unit that only the translation states ("1200 W" for 120 vases) was invented too, and is left to be marked.
    """
    first, second = _kind(right), _kind(wrong)
    if second is not None:
        return first == second
    return _is_alike(right.reading.value, wrong.reading.value)


def _kind(figure: Figure) -> tuple[str, Number] | None:
    """Return what a figure measures; None for what is merely counted."""
    units = [r.unit for r in figure.readings]
    if any(unit is None or unit.is_weak for unit in units):
        return None
    unit = units[0]
    return None if unit is None or unit == _PIECES else (unit.dimension, unit.factor)


def _is_alike(right: Number, wrong: Number) -> bool:
    """Whether two values differ by a power of ten, or by a slip in one or two of several digits."""
    if min(right, wrong) <= 0 or right in range(_FEWEST):
        return False
    ratio = Fraction(right) / wrong
    if {str(ratio.numerator).strip("0"), str(ratio.denominator).strip("0")} == {"1"}:
        return True
    first, second = (plain_text(v).replace(".", "") for v in (right, wrong))
    if first[0] != second[0] or max(len(first), len(second)) < _FEWEST_DIGITS or "/" in first + second:
        return False
    return _slips(first, second) <= (2 if min(len(first), len(second)) >= _MANY_DIGITS else 1)


def _slips(first: str, second: str) -> int:
    """Return how many digits were changed, lost or added (edit distance)."""
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, start=1):
        previous, row[0] = row[0], i
        for j, b in enumerate(second, start=1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]


def _written(right: Figure, old: str, behind: str, language: Language) -> str | None:
    """Return the right value as it is written in place of `old`."""
    value, unit = right.reading.value, right.reading.unit
    if behind.startswith("折"):
        kept = 100 - value if unit == PERCENT_OFF else None
        return (
            None
            if kept is None
            else plain_text(exact(Fraction(kept, 10) if kept % 10 == 0 else Fraction(kept)))
        )
    scales: Sequence[tuple[str, int]] = _BIG_ZH if language == ZH else _BIG_EN
    for name, scale in scales:
        if value >= scale and any(word in old.lower() for word, _ in scales):
            short = digits.write(exact(Fraction(value) / scale), language)
            if short is not None:
                return f"{short}{name}" if language == ZH else f"{short} {name}"
    return digits.write(value, language)
