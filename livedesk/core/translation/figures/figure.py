"""What a figure is: a value, perhaps with a unit, at a place in a text, stated with more or less certainty."""

from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

Number = int | Fraction
"""An exact value; whole numbers are always `int`."""


_MOST_PLACES = 12


class Strength(IntEnum):
    """How surely a figure is stated.

    CERTAIN must be on the other side too. LIKELY is often said without a figure ("half", 第三): it counts only
    where the other side has an unmatched figure as well. POSSIBLE (一, "a", "both") can be matched, no more.
    """

    POSSIBLE = 0
    LIKELY = 1
    CERTAIN = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or currency.

    `factor` leads to the base unit of the `dimension`; `plain` to what a number without a unit would have to
    say (15 % is 0.15, two dozen 24; None: nothing does). A weak unit (个, "sets") contradicts no other.
    """

    name: str
    dimension: str
    factor: Number = 1
    plain: Number | None = 1
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a figure."""

    value: Number
    unit: Unit | None = None

    @property
    def shown(self) -> str:
        """The normalised figure without its unit, but for per cent and times: "12000", "15%", "9:45"."""
        if self.unit is not None and self.unit.dimension == "clock":
            return f"{int(self.value) // 60 % 24}:{int(self.value) % 60:02d}"
        percent = "%" if self.unit is not None and self.unit.dimension == "percent" else ""
        return f"{plain_text(self.value)}{percent}"

    @property
    def shown_with_unit(self) -> str:
        """The normalised figure with its unit, if it states one: "12.5 USD"."""
        if self.unit is None or self.unit.dimension in ("clock", "percent"):
            return self.shown
        return f"{self.shown} {self.unit.name}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text: characters `start` to `end` with its unit, `number_start` to `number_end` without.

    `readings` has the preferred one first. `parts` are numbers that together say the same ("2/3" as 2 and 3).
    """

    start: int
    end: int
    number_start: int
    number_end: int
    readings: tuple[Reading, ...]
    strength: Strength
    in_words: bool = False
    parts: tuple[Number, ...] = ()

    @property
    def reading(self) -> Reading:
        """The preferred reading."""
        return self.readings[0]

    @property
    def is_certain(self) -> bool:
        """Whether the other side must state it too."""
        return self.strength is Strength.CERTAIN

    def span_of(self, names: frozenset[str]) -> tuple[int, int] | None:
        """Return where this figure is to be marked if it is one of `names`, values of a `LineWarning`."""
        if self.reading.shown_with_unit in names and self.reading.shown_with_unit != plain_text(
            self.reading.value
        ):
            return self.start, self.end
        return (self.number_start, self.number_end) if self.reading.shown in names else None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one text, in the order in which they stand."""

    all: tuple[Figure, ...]

    @property
    def certain(self) -> tuple[Figure, ...]:
        """The figures that the other side must state too."""
        return tuple(f for f in self.all if f.is_certain)


def exact(value: Number) -> Number:
    """Return `value` as `int` where it is whole."""
    return value.numerator if value.denominator == 1 else value


def plain_text(value: Number) -> str:
    """Return "2.5", "12000", or "2/3" for what has no decimal form."""
    if isinstance(value, int):
        return str(value)
    for places in range(1, _MOST_PLACES + 1):
        shifted = value * 10**places
        if shifted.denominator == 1:
            digits = str(abs(shifted.numerator)).rjust(places + 1, "0")
            return f"{'-' * (value < 0)}{digits[:-places]}.{digits[-places:]}"
    return f"{value.numerator}/{value.denominator}"
