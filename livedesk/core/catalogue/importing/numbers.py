"""Reading the figures in cells: exact, and only where there is one way to read them."""

import re
from decimal import ROUND_HALF_UP, Decimal

from livedesk.core.catalogue.importing.problems import BadCell, ProblemCode
from livedesk.core.catalogue.importing.sheet import CellError, Value, as_text
from livedesk.core.ids import EN
from livedesk.core.translation.figures.digits import values_of
from livedesk.core.translation.figures.fold import fold

_FIGURE = re.compile(r"\d[\d.,' \u00a0]*\d|\d|\.\d+")
_PLAIN = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_COMMA_DECIMALS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})*,\d{1,2}(?![\d,.])")
_ONE_MARK_THREE = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_ONE_OR_THOUSAND = re.compile(r"[1-9]\d{0,2}(?:\.000)+")
_PLACES = Decimal("0.0001")
_MOST_PLACES = 6
_MOST = Decimal(10) ** 15
LONGEST_FIGURE = 24


def writes_comma_decimals(texts: list[str]) -> bool:
    """Whether a column writes "3,50" for three and a half; then "1.234" in it has two readings."""
    return any(_COMMA_DECIMALS.search(text) for text in texts)


def fold_cell(value: Value) -> str:
    """Return a cell as the rules of reading see it: half-width, on one line, lower case."""
    return " ".join(fold(as_text(value)).casefold().split())


def exact(value: int | float) -> Decimal:
    """Return a number cell: the 15 figures that a spreadsheet keeps, no more places than meant. Raises `BadCell`.

    A spreadsheet holds 3.45 as 3.4500000000000002. What a formula made of a division is rounded to four places.
    """
    number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    if not number.is_finite():
        raise BadCell(ProblemCode.NOT_A_NUMBER)
    if abs(number) >= _MOST:
        raise BadCell(ProblemCode.OUT_OF_RANGE)
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > _MOST_PLACES:
        number = number.quantize(_PLACES, ROUND_HALF_UP)
    return number if number != number.to_integral_value() else number.quantize(Decimal(1))


def figure(text: str, *, has_comma_decimals: bool = False) -> Decimal:
    """Return what a folded text such as "1,234.50" is worth.

    Raises `BadCell`: NOT_A_NUMBER, or AMBIGUOUS_NUMBER for one with two readings ("1.234" beside "3,50").
    """
    text = text.strip()
    if len(text) > LONGEST_FIGURE:
        raise BadCell(ProblemCode.NOT_A_NUMBER)
    if _PLAIN.fullmatch(text) and not (has_comma_decimals and _ONE_MARK_THREE.fullmatch(text)):
        return Decimal(text)
    if has_comma_decimals and _ONE_MARK_THREE.fullmatch(text):
        raise BadCell(ProblemCode.AMBIGUOUS_NUMBER)
    if not _FIGURE.fullmatch(text):
        raise BadCell(ProblemCode.NOT_A_NUMBER)
    values = values_of(text, EN, lenient=False)
    if len(values) != 1:
        raise BadCell(ProblemCode.NOT_A_NUMBER)
    value = values[0]
    return Decimal(value.numerator) / Decimal(value.denominator)


def quantity(value: Value, most: int = 10**9) -> int:
    """Return a whole number of pieces, days or cartons that stands alone in a cell; raises `BadCell`."""
    number = plain_number(value)
    if number != number.to_integral_value():
        raise BadCell(ProblemCode.NOT_A_NUMBER)
    if not 0 <= number <= most:
        raise BadCell(ProblemCode.OUT_OF_RANGE)
    return int(number)


def plain_number(value: Value) -> Decimal:
    """Return the number that stands alone in a cell; raises `BadCell`."""
    refuse_error(value)
    if isinstance(value, bool):
        raise BadCell(ProblemCode.NOT_A_NUMBER)
    if isinstance(value, int | float):
        return exact(value)
    text = fold_cell(value)
    refuse_thousand(text)
    if text.startswith("-"):
        figure(text[1:])
        raise BadCell(ProblemCode.OUT_OF_RANGE)
    return figure(text)


def refuse_thousand(text: str) -> None:
    """Raise AMBIGUOUS_NUMBER for a count such as "1.000": one piece to some, a thousand to others."""
    if _ONE_OR_THOUSAND.fullmatch(text.strip()):
        raise BadCell(ProblemCode.AMBIGUOUS_NUMBER)


def refuse_error(value: Value) -> None:
    """Raise FORMULA_ERROR for a formula that failed."""
    if isinstance(value, CellError) or (isinstance(value, str) and is_formula_error(value)):
        raise BadCell(ProblemCode.FORMULA_ERROR)


_ERRORS = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"}
)
_ODS_ERROR = re.compile(r"Err:5\d\d")


def is_formula_error(text: str) -> bool:
    """Whether a text is what a spreadsheet shows for a formula that failed, as it stands in a CSV file."""
    plain = text.strip()
    return plain.upper() in _ERRORS or _ODS_ERROR.fullmatch(plain) is not None
