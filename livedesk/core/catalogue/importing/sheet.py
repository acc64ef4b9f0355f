"""A table as it stands in a file, before anyone knows what its columns mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

MOST_ROWS = 50_000
MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class CellError:
    """A formula that failed: "#REF!", "#N/A"."""

    text: str


class Amount(float):
    """A number that its cell shows with the sign of a currency (its ISO code)."""

    currency: str

    def __new__(cls, number: float, currency: str) -> "Amount":
        """Return `number` of `currency`."""
        amount = super().__new__(cls, number)
        amount.currency = currency
        return amount


Value = str | int | float | bool | date | datetime | time | timedelta | CellError | None
"""What one cell holds; None or blank text where it holds nothing."""

Row = Sequence[Value]
Area = tuple[int, int, int, int]
"""Merged cells: first row, first column, last row, last column, from 0."""
Progress = Callable[[int, int], None]
"""Told how many of how many steps are done (0 of 0: not known); may raise `Cancelled`."""


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file: `rows` from the first one on, `merged` areas; `name` "" where a file has only one.

    `hidden_rows` are counted from 0: hidden by hand or by a filter, so that who looks at the file does not see them.
    """

    name: str
    rows: Sequence[Row]
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()

    def value(self, row: int, column: int) -> Value:
        """Return what stands in a cell, None beyond the table."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        return self.rows[row][column]

    def cell(self, row: int, column: int) -> str:
        """Return what a person calls a cell: "Sheet1!C12"."""
        return cell_name(self.name, row, column)


def cell_name(sheet: str, row: int, column: int) -> str:
    """Return the name of a cell, row and column from 0: "Sheet1!C12", "C12" in a file of one table."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    place = f"{letters}{row + 1}"
    return f"{sheet}!{place}" if sheet else place


def is_blank(value: Value) -> bool:
    """Whether a cell holds nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def as_text(value: Value) -> str:
    """Return a cell as a person sees it, on one line where it has one; "" for nothing."""
    match value:
        case None:
            return ""
        case str():
            return (
                value.replace("\r\n", "\n")
                .replace("\r", "\n")
                .replace("\u200b", "")
                .strip("\ufeff \t\n\u3000\xa0")
            )
        case bool():
            return "TRUE" if value else "FALSE"
        case Amount():
            return f"{value.currency} {as_text(float(value))}"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
        case CellError():
            return value.text
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
        case date():
            return value.isoformat()
        case _:
            return str(value)
