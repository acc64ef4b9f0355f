"""How fields turn texts into values and back, in the language of the window. A pair for each kind of value."""

from collections.abc import Callable
from decimal import Decimal

from livedesk.core.catalogue.typed import NotReadable, read_count, read_date, read_decimal, read_words
from livedesk.ui.figures import format_count, format_figure, group_mark


def decimal_or_none(text: str) -> Decimal | None:
    """Read a figure; an empty field is None."""
    return read_decimal(text, group_mark()) if text.strip() else None


def price_or_none(text: str) -> Decimal | None:
    """Read a price: a figure with at least two decimal places, as prices are written; an empty field is None."""
    number = decimal_or_none(text)
    if number is None or int(number.as_tuple().exponent) <= -2:
        return number
    return number.quantize(Decimal("0.01"))


def count_or_none(text: str) -> int | None:
    """Read a whole number; an empty field is None."""
    return read_count(text, group_mark()) if text.strip() else None


def count_or(default: int) -> Callable[[str], int]:
    """Return a reader for which an empty field is `default`."""

    def read(text: str) -> int:
        count = count_or_none(text)
        return default if count is None else count

    return read


def day(text: str) -> str:
    """Read a day; an empty field is ""."""
    return read_date(text) if text.strip() else ""


def one_line(text: str) -> str:
    """Read a text on one line."""
    return " ".join(text.split())


def required_line(text: str) -> str:
    """Read a text on one line that must not be empty."""
    line = one_line(text)
    if not line:
        raise NotReadable(text)
    return line


def lines(text: str) -> str:
    """Read a text of several lines."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def words(text: str) -> tuple[str, ...]:
    """Read tags."""
    return read_words(text)


def write_words(value: object) -> str:
    """Write tags."""
    return ", ".join(value) if isinstance(value, tuple) else ""


def write_decimal(value: object) -> str:
    """Write a figure, "" for None."""
    return format_figure(str(value)) if isinstance(value, Decimal) else ""


def write_price(value: object) -> str:
    """Write a price with all its decimal places, two at least; "" for None."""
    if not isinstance(value, Decimal):
        return ""
    places = max(2, -int(value.as_tuple().exponent))
    return format_figure(str(value), places)


def write_count(value: object) -> str:
    """Write a whole number, "" for None."""
    return format_count(value) if isinstance(value, int) else ""


def write_text(value: object) -> str:
    """Write a text, "" for None."""
    return "" if value is None else str(value)
