"""Do the figures of a line and its translation agree?"""

from collections.abc import Callable, Iterable

from livedesk.core.ids import Language
from livedesk.core.records import LineWarning, WarningKind
from livedesk.core.translation.figures.figure import Figure, Number, Reading, Strength
from livedesk.core.translation.figures.reading import WORDS_READ, read
from livedesk.core.translation.figures.units import PERCENT_KEPT, PERCENT_OF, PERCENT_OFF, is_money

_MOST_SHOWN = 12
_BARE, _COUNTED = "a bare number", "a number of things"
_PLAIN, _PLAIN_PRICE = "what a number would have to say", "what a price would have to say"
_ANY, _OFF, _OF, _KEPT = "percent", "percent off", "percent of the price", "percent kept"
_SIDES = {
    PERCENT_OFF.name: (_OFF, _ANY),
    PERCENT_OF.name: (_OF, _ANY, _KEPT),
    PERCENT_KEPT.name: (_KEPT, _OF),
}
"""What a percentage gives: its own side first. "80 %" alone may be meant either way, but not by 八折."""

Key = tuple[str, Number]


def compare(
    source: str, source_language: Language, target: str, target_language: Language
) -> LineWarning | None:
    """Return a warning with the figures that only one side has, None where the sides agree."""
    missing, added = differences(source, source_language, target, target_language)
    if not missing and not added:
        return None
    names = _names(missing, added)
    return LineWarning(WarningKind.FIGURES, _shown(missing, names), _shown(added, names))


def differences(
    source: str, source_language: Language, target: str, target_language: Language
) -> tuple[list[Figure], list[Figure]]:
    """Return the figures that only the source has, and those that only the target has."""
    left = read(source, source_language, lenient=True)
    right = read(target, target_language)
    strength_left = _strengths(target_language)
    strength_right = _strengths(source_language)
    in_left, in_right = given(left.all), given(right.all)
    missing = [f for f in left.all if strength_left(f) and not is_covered(f, in_right)]
    added = [f for f in right.all if strength_right(f) and not is_covered(f, in_left)]
    if any(strength_left(f) is Strength.CERTAIN for f in missing) or any(
        strength_right(f) is Strength.CERTAIN for f in added
    ):
        return missing, added
    return (missing, added) if missing and added else ([], [])


def _strengths(other: Language) -> Callable[[Figure], Strength]:
    """Return how strongly a figure must be met in `other`; words may be met by words that nobody here reads."""
    if other in WORDS_READ:
        return lambda figure: figure.strength
    return lambda figure: Strength.POSSIBLE if figure.in_words and _is_small(figure) else figure.strength


def _is_small(figure: Figure) -> bool:
    unit = figure.reading.unit
    return -10 < figure.reading.value < 10 or (unit is not None and unit.plain != 1)


def given(figures: Iterable[Figure]) -> frozenset[Key]:
    """Return everything that these figures can be matched by."""
    return frozenset(key for figure in figures for reading in figure.readings for key in _given(reading))


def is_covered(figure: Figure, other: frozenset[Key]) -> bool:
    """Whether a figure, or all the parts it may be made of, are given on the other side."""
    if any(key in other for reading in figure.readings for key in _wanted(reading)):
        return True
    return bool(figure.parts) and all(
        any((kind, part) in other for kind in (_BARE, _COUNTED, _PLAIN, _PLAIN_PRICE))
        for part in figure.parts
    )


def _given(reading: Reading) -> list[Key]:
    unit, value = reading.unit, reading.value
    if unit is None:
        return [(_BARE, value)]
    base = value * unit.factor
    if unit.is_weak:
        return [(_COUNTED, value), (unit.dimension, base)]
    dimensions = _SIDES.get(unit.name, (_ANY, _OFF, _OF)) if unit.dimension == _ANY else (unit.dimension,)
    keys = [(dimension, base) for dimension in dimensions]
    if unit.plain is not None:
        keys.append((_PLAIN_PRICE if is_money(unit) else _PLAIN, value * unit.plain))
    return keys


def _wanted(reading: Reading) -> list[Key]:
    """Return what a figure can be met by: a weak unit (个) by any other, but not by a price."""
    unit, value = reading.unit, reading.value
    if unit is None:
        return [(_BARE, value), (_COUNTED, value), (_PLAIN, value), (_PLAIN_PRICE, value)]
    base = value * unit.factor
    if unit.is_weak:
        return [(_BARE, value), (_COUNTED, value), (_PLAIN, value), (unit.dimension, base)]
    dimension = _SIDES.get(unit.name, (_ANY,))[0] if unit.dimension == _ANY else unit.dimension
    keys: list[Key] = [(dimension, base)]
    if unit.plain is not None:
        keys.append((_BARE, value * unit.plain))
        if not is_money(unit):
            keys.append((_COUNTED, value * unit.plain))
    return keys


def _names(missing: list[Figure], added: list[Figure]) -> frozenset[str]:
    """Return the values that both sides show, so that only their units tell them apart."""
    return frozenset(f.reading.shown for f in missing) & frozenset(f.reading.shown for f in added)


def _shown(figures: list[Figure], same: frozenset[str]) -> tuple[str, ...]:
    names = (f.reading.shown_with_unit if f.reading.shown in same else f.reading.shown for f in figures)
    return tuple(dict.fromkeys(names))[:_MOST_SHOWN]
