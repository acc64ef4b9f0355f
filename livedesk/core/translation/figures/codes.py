"""What looks like a figure but is none: links, addresses, telephone and article numbers.

They are kept to the letter by `protect`; here they are only set aside. The numbers in them stay possible figures,
because a translation may well set "XK 350" apart.
"""

import re
from fractions import Fraction

from livedesk.core.translation.figures.digits import LONGEST_NUMBER, to_number
from livedesk.core.translation.figures.draft import Draft, Span
from livedesk.core.translation.figures.figure import Reading, Strength
from livedesk.core.translation.figures.units import SPELLINGS

_LINK = re.compile(
    r"(?:https?://|www\.)[!-~]+|(?<![\w.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*|[@#][A-Za-z0-9_]+[A-Za-z_][A-Za-z0-9_]*"
)
_PHONE = re.compile(
    r"\+\d{1,3}[ -]?(?:\(\d{1,4}\))?(?:[ -]?\d{2,})+|(?<![\d-])\d{3,4}-\d{3,4}-\d{4}(?![\d-])"
)
_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-_.#][A-Za-z0-9]+)*")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_SIZE = re.compile(r"\d+[A-Za-z]{0,2}(?:[xX]\d+[A-Za-z]{0,3})+")
_TWO_QUANTITIES = re.compile(r"(?:\d+(?:\.\d+)?)([A-Za-z]+)-(?:\d+(?:\.\d+)?)([A-Za-z]+)")
_WITH_WORD = re.compile(
    r"(?:moq|qty|no|nos|usd|us|rmb|cny|eur|euro|gbp|approx|about|fob|cif|exw|ddp|size|sz|max|min|only|x|up|by|rs|rp|rm"
    r"|hkd|aed|inr|jpy|top|under|over|sub|pcs|ctn|pre|mid|non|post|day|age|ages|aged)[-.:#]?\d+(?:[.,]\d+)*(?:[a-z]{1,5})?",
    re.IGNORECASE,
)
_LETTER_THEN_DIGIT = re.compile(r"[A-Za-z][-_#]?\d")
_DIGITS_IN_HYPHENS = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)([A-Za-z]*)")
_COMMA_BEFORE = re.compile(r"\d,$")
_COMMA_AFTER = re.compile(r",\d{3}(?!\d)")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_SUFFIXES = frozenset(["am", "pm", "k", "m", "mm", "bn", "mn", "st", "nd", "rd", "th", "x", "pcs"])


def set_aside(draft: Draft) -> None:
    """Take links, addresses, numbers to call and article numbers out of `draft`."""
    draft.take(_LINK, lambda m: m.span())
    draft.take(_PHONE, lambda m: _aside(draft, m))
    draft.take(_TOKEN, lambda m: _aside(draft, m) if is_code(m.group()) and not _is_cut(m) else None)


def _is_cut(match: re.Match[str]) -> bool:
    """Whether a comma of thousands cuts the word out of a longer number: 4,500-5,000."""
    if any(c.isalpha() for c in match.group().partition("-")[0]):
        return False
    return bool(_COMMA_BEFORE.search(match.string[max(0, match.start() - 2) : match.start()])) or bool(
        _COMMA_AFTER.match(match.string, match.end())
    )


def is_code(token: str) -> bool:
    """Whether a word of ASCII letters, digits and - _ . # is an article number rather than a quantity."""
    if not any(c.isdigit() for c in token):
        return False
    if len(token) > LONGEST_NUMBER:
        return True
    if _SIZE.fullmatch(token) or _WITH_WORD.fullmatch(token):
        return False
    quantities = _TWO_QUANTITIES.fullmatch(token)
    if quantities:
        return not all(_is_suffix(word) for word in quantities.groups())
    if _LETTER_THEN_DIGIT.search(token):
        return True
    return _is_digit_code(token)


def _is_digit_code(token: str) -> bool:
    """Whether digits with hyphens or points are a code: "6205-2RS", "1035-88", "3.5.2"; "25-30days" is not."""
    hyphenated = _DIGITS_IN_HYPHENS.fullmatch(token)
    if hyphenated:
        low, high, suffix = hyphenated.groups()
        is_number = "." in low + high or not (low.startswith("0") and len(low) > 1)
        rises = Fraction(low) < Fraction(high) and is_number
        return not rises or (bool(suffix) and not _is_suffix(suffix))
    if token.count("-") > 1 or "_" in token or "#" in token:
        return all(any(c.isdigit() for c in part) for part in re.split("[-_#]", token))
    return token.count(".") > 1 and token.replace(".", "").isdigit() and not _GROUPED.fullmatch(token)


def _is_suffix(word: str) -> bool:
    return word.lower() in SPELLINGS or word.lower() in _SUFFIXES


def _aside(draft: Draft, match: re.Match[str]) -> Span:
    for digits in _DIGITS.finditer(match.group()):
        if len(digits.group()) <= LONGEST_NUMBER:
            span = (match.start() + digits.start(), match.start() + digits.end())
            draft.add(span, [Reading(to_number(digits.group()))], Strength.POSSIBLE)
    return match.span()
