"""Does a translation state a figure that it must? For evaluation with lists of required figures."""

import re
from fractions import Fraction

from livedesk.core.ids import Language
from livedesk.core.translation.figures.comparing import given
from livedesk.core.translation.figures.figure import Number, Reading, exact
from livedesk.core.translation.figures.fold import fold
from livedesk.core.translation.figures.reading import read
from livedesk.core.translation.figures.units import CLOCK, PERCENT_KEPT

_WANTED = re.compile(r"(-?\d+(?:\.\d+)?)(%?)|(\d{1,2}):(\d{2})")


def states(text: str, language: Language, wanted: str) -> bool:
    """Return whether `text` states `wanted`: a normalised figure ("12000", "15%", "9:45") or a code ("XK-350B").

    A code must stand there to the letter, but for case; a number counts with whatever unit it has.
    """
    match = _WANTED.fullmatch(wanted)
    if match is None:
        code = re.compile(rf"(?<![A-Za-z0-9]){re.escape(wanted)}(?![A-Za-z0-9])", re.IGNORECASE)
        return any(code.search(written) for written in (text, fold(text)))
    figures = read(text, language).all
    if match.group(3):
        minutes = int(match.group(3)) * 60 + int(match.group(4))
        return (CLOCK.dimension, minutes % (24 * 60)) in given(figures)
    value = exact(Fraction(match.group(1)))
    is_percent = bool(match.group(2))
    return any(_says(r, value, is_percent) for f in figures for r in f.readings) or (
        not is_percent and any(value in f.parts for f in figures)
    )


def _says(reading: Reading, value: Number, is_percent: bool) -> bool:
    unit = reading.unit
    if unit is not None and unit.dimension == "percent":
        return is_percent and unit != PERCENT_KEPT and reading.value * unit.factor == Fraction(value) / 100
    if is_percent:
        return False
    if reading.value == value:
        return True
    return unit is not None and unit.plain is not None and reading.value * unit.plain == value
