"""What a person types into a product's fields, read as figures and dates. Decimals all the way, never floats."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

_MOST_CHARACTERS = 40
_MOST_DIGITS = 15
_SIGNS = re.compile(
    r"(?i)^(?:us\$|hk\$|nt\$|r\$|c\$|a\$|rmb|[a-z]{3}(?=[\d\s])|[$€£¥₹₽₩])|(?:[$€£¥₹₽₩]|[a-z]{3}|元|块)$"
)
_BLANKS = str.maketrans("", "", " \u00a0\u202f'’`")
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{4})(\d\d)(\d\d)")


class NotReadable(ValueError):  # noqa: N818 - named for what it is, as the conventions ask
    """The text is no figure, or no date, of the kind asked for."""


def read_decimal(text: str, group_mark: str = ",") -> Decimal:
    """Return the figure in `text`; `group_mark` stands between thousands in the language of the window.

    A comma or full stop that cannot be one between thousands is a decimal mark, whatever the language: "3,50" and
    "3.50" are the same price, "1,250" is what the language says. Full-width digits, a currency's sign and blanks
    are taken. Raises `NotReadable`.
    """
    plain = unicodedata.normalize("NFKC", text[: _MOST_CHARACTERS + 1]).strip()
    plain = _SIGNS.sub("", plain).translate(_BLANKS).replace("٫", ".")
    sign, digits = (plain[:1], plain[1:]) if plain[:1] in ("-", "−", "+") else ("", plain)
    whole, fraction = _parts(digits, group_mark)
    if len(whole) + len(fraction) > _MOST_DIGITS:
        raise NotReadable(text)
    number = Decimal(f"{whole or '0'}.{fraction}" if fraction else whole)
    return -number if sign in ("-", "−") else number


def _parts(digits: str, group_mark: str) -> tuple[str, str]:
    """Return the digits before and after the decimal mark."""
    if not re.fullmatch(r"[0-9.,]*[0-9]", digits):
        raise NotReadable(digits)
    marks = [c for c in digits if c in ".,"]
    if not marks:
        return digits, ""
    last = marks[-1]
    whole, _, tail = digits.rpartition(last)
    if marks.count(last) > 1 or (len(set(marks)) == 1 and last == group_mark and _is_group(whole, tail)):
        whole, tail = digits, ""  # the mark stands between thousands
    groups = re.split(r"[.,]", whole)
    if len(groups) > 1 and not (
        1 <= len(groups[0]) <= 3
        and all(len(group) == 3 for group in groups[1:])
        and len({c for c in whole if c in ".,"}) == 1
    ):
        raise NotReadable(digits)
    return "".join(groups), tail


def _is_group(whole: str, tail: str) -> bool:
    return len(tail) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")


def read_count(text: str, group_mark: str = ",") -> int:
    """Return the whole number in `text`, 0 or more. Raises `NotReadable`."""
    number = read_decimal(text, group_mark)
    if number < 0 or number != number.to_integral_value():
        raise NotReadable(text)
    return int(number)


def read_date(text: str) -> str:
    """Return the day in `text`, year first ("2027-3-31", "2027年3月31日"), as ISO. Raises `NotReadable`."""
    found = _DATE.fullmatch(unicodedata.normalize("NFKC", text[:_MOST_CHARACTERS]).strip())
    if found is None:
        raise NotReadable(text)
    year, month, day = (int(group) for group in found.groups() if group)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise NotReadable(text) from None


def read_words(text: str) -> tuple[str, ...]:
    """Return words set apart by commas of any script, each once: tags."""
    parts = (" ".join(part.split()) for part in re.split(r"[,，、;；\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))
