"""What stands in a line to the letter: links, e-mail addresses, @names and codes. For whoever must not touch them.

All patterns take time in proportion to the line, whatever it holds.
"""

import re
from bisect import bisect_left

_ASCII_LINK = r"(?<![A-Za-z0-9])(?:[A-Za-z][A-Za-z0-9+.-]{0,20}://|www\.)[!-~]+"
_MAIL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
_DOMAIN = (
    r"(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,63}\.){1,5}(?:com|net|org|cn|hk|co|io|shop|info|biz|eu|uk|de)(?![A-Za-z0-9])"
    r"(?:/[!-~]*)?"
)
_HANDLE = r"@[A-Za-z0-9_.]{2,64}"
LINK = re.compile("|".join((_ASCII_LINK, _MAIL, _DOMAIN, _HANDLE)))
"""Links, e-mail addresses and @names."""

_CODE = r"(?<![A-Za-z0-9])[#]?(?=[A-Za-z#/._+-]{0,24}[0-9])[A-Za-z0-9][A-Za-z0-9#/._+-]{0,63}"
LITERAL = re.compile(f"{LINK.pattern}|{_CODE}")
"""Those and every number or code with a digit in it: A108-2, 12,000, SKU#77-1035_v2, USB3.0."""

Spans = list[tuple[int, int]]


def spans(text: str, pattern: re.Pattern[str] = LITERAL) -> Spans:
    """Return the places of `pattern` in `text`, ascending."""
    return [match.span() for match in pattern.finditer(text)]


def is_inside(places: Spans, at: int) -> bool:
    """Whether the gap before character `at` falls inside one of `places`."""
    found = bisect_left(places, (at, -1)) - 1
    return found >= 0 and places[found][0] < at < places[found][1]


def is_part(places: Spans, at: int) -> bool:
    """Whether character `at` is part of one of `places`."""
    found = bisect_left(places, (at + 1, -1)) - 1
    return found >= 0 and places[found][0] <= at < places[found][1]
