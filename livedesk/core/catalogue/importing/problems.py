"""What an import has to say about cells, and the error by which a rule that reads a cell says it."""

from dataclasses import dataclass
from enum import StrEnum


class ProblemCode(StrEnum):
    """What is wrong with a cell; one sentence each in `ui/importing/words.py` and `app/cli_words.py`."""

    NO_SKU = "no_sku"
    BAD_SKU = "bad_sku"
    DUPLICATE_SKU = "duplicate_sku"
    HIDDEN_ROW = "hidden_row"
    NO_NAME = "no_name"
    NO_PARENT = "no_parent"
    FORMULA_ERROR = "formula_error"
    NOT_A_PRICE = "not_a_price"
    PRICE_OUT_OF_RANGE = "price_out_of_range"
    PRICE_RANGE = "price_range"
    PRICE_FROM = "price_from"
    TIER_RISES = "tier_rises"
    TIER_TWICE = "tier_twice"
    TIER_INCOMPLETE = "tier_incomplete"
    CURRENCY_DIFFERS = "currency_differs"
    CURRENCY_UNKNOWN = "currency_unknown"
    NO_CURRENCY = "no_currency"
    UNIT_DIFFERS = "unit_differs"
    NOT_A_NUMBER = "not_a_number"
    AMBIGUOUS_NUMBER = "ambiguous_number"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_DATE = "not_a_date"
    AMBIGUOUS_DATE = "ambiguous_date"
    NOT_A_SIZE = "not_a_size"
    NOT_A_WEIGHT = "not_a_weight"
    NET_ABOVE_GROSS = "net_above_gross"
    CBM_DIFFERS = "cbm_differs"
    NOT_AN_HS_CODE = "not_an_hs_code"
    NOT_AN_INCOTERM = "not_an_incoterm"
    NUMBER_TAKEN = "number_taken"
    TOO_LONG = "too_long"
    PICTURE_MISSING = "picture_missing"
    NOT_A_PICTURE = "not_a_picture"
    PICTURES_NOT_READ = "pictures_not_read"
    UNKNOWN_COLUMN = "unknown_column"
    COLUMN_TWICE = "column_twice"


class Effect(StrEnum):
    """What became of it: row or column are left out, the field stays as it was, or it is taken and to be checked."""

    ROW_LEFT_OUT = "row_left_out"
    FIELD_LEFT = "field_left"
    COLUMN_LEFT_OUT = "column_left_out"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """A cell ("Sheet1!C12"), what is wrong with it, what stands there, and what became of it."""

    cell: str
    code: ProblemCode
    text: str
    effect: Effect


class BadCell(Exception):  # noqa: N818
    """A cell cannot be read as what it should be; `text` is what a person should look at, "" for the whole cell."""

    def __init__(self, code: ProblemCode, text: str = "") -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text


MOST_SHOWN = 80


def shown(text: str) -> str:
    """Return `text` short enough for a line about it."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_SHOWN else f"{line[: MOST_SHOWN - 1]}…"
