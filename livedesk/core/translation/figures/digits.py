"""Numbers written in digits: separators as each language uses them, and the words and letters for scale."""

import re
from collections.abc import Sequence
from fractions import Fraction

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation.figures.figure import Number, exact

LONGEST_NUMBER = 40
"""Characters; a longer row of digits is no number."""

_MOST_PLACES = 5
_DECIMAL_COMMA = "es fr pt it de nl ru uk pl cs tr vi id el sv da nb no fi ro bg hu kk"
_COMMA_IS_DECIMAL = frozenset(_DECIMAL_COMMA.split())
_EITHER = frozenset(["es"])
"""Languages in whose countries both "1,234.5" and "1.234,5" are at home."""
_THOUSANDS_SPACE = "fr ru uk pl cs sv nb no fi bg hu kk es pt it"
_SPACED = frozenset(_THOUSANDS_SPACE.split())

_MARKED = r"\d+(?:[.,](?=\d)\d+|'\d{3}(?!\d)|\u00a0\d{3}(?!\d)|%s)*|(?<![\d\w])\.\d+"
_NUMBER = re.compile(_MARKED % r" 000(?!\d)")
_NUMBER_SPACED = re.compile(_MARKED % r" \d{3}(?!\d)")
_PART = re.compile(r" ?(\d{1,4})(?![\d.,])")
_SPACES = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?")

_HUNDRED, _THOUSAND, _MILLION, _BILLION = 100, 1000, 10**6, 10**9
_LAKH, _CRORE = 10**5, 10**7
_SCALES: dict[str, dict[str, int]] = {
    "en": {
        "hundred": _HUNDRED,
        "thousand": _THOUSAND,
        "grand": _THOUSAND,
        "k": _THOUSAND,
        "lakh": _LAKH,
        "lakhs": _LAKH,
        "lac": _LAKH,
        "crore": _CRORE,
        "crores": _CRORE,
        "million": _MILLION,
        "millions": _MILLION,
        "mln": _MILLION,
        "mn": _MILLION,
        "mio": _MILLION,
        "billion": _BILLION,
        "billions": _BILLION,
        "bn": _BILLION,
        "trillion": 10**12,
    },
    "es": {
        "cientos": 100,
        "mil millones": _BILLION,
        "mil": _THOUSAND,
        "millón": _MILLION,
        "millones": _MILLION,
    },
    "fr": {
        "mille": _THOUSAND,
        "million": _MILLION,
        "millions": _MILLION,
        "milliard": _BILLION,
        "milliards": _BILLION,
    },
    "pt": {
        "mil": _THOUSAND,
        "milhão": _MILLION,
        "milhões": _MILLION,
        "mil milhões": _BILLION,
        "bilhão": _BILLION,
        "bilhões": _BILLION,
    },
    "it": {
        "mila": _THOUSAND,
        "milione": _MILLION,
        "milioni": _MILLION,
        "miliardo": _BILLION,
        "miliardi": _BILLION,
    },
    "de": {
        "tausend": _THOUSAND,
        "million": _MILLION,
        "millionen": _MILLION,
        "mio": _MILLION,
        "milliarde": _BILLION,
        "milliarden": _BILLION,
        "mrd": _BILLION,
    },
    "ru": {
        "тыс": _THOUSAND,
        "тысяча": _THOUSAND,
        "тысячи": _THOUSAND,
        "тысяч": _THOUSAND,
        "млн": _MILLION,
        "миллион": _MILLION,
        "миллиона": _MILLION,
        "миллионов": _MILLION,
        "млрд": _BILLION,
        "миллиарда": _BILLION,
        "миллиардов": _BILLION,
    },
    "ar": {"ألف": _THOUSAND, "آلاف": _THOUSAND, "مليون": _MILLION, "ملايين": _MILLION, "مليار": _BILLION},
    "tr": {"bin": _THOUSAND, "milyon": _MILLION, "milyar": _BILLION},
    "vi": {"nghìn": _THOUSAND, "ngàn": _THOUSAND, "triệu": _MILLION, "tỷ": _BILLION, "tỉ": _BILLION},
    "id": {"ribu": _THOUSAND, "juta": _MILLION, "miliar": _BILLION},
    "th": {"ร้อย": 100, "พัน": _THOUSAND, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": _MILLION},
    "hi": {"हजार": _THOUSAND, "हज़ार": _THOUSAND, "लाख": _LAKH, "करोड़": _CRORE},
    "ko": {"백": 100, "천": _THOUSAND, "만": 10**4, "억": 10**8},
}
_JOINED = frozenset(["th", "ko"])
"""Languages that write no space behind the scale."""


def _scale_pattern(language: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _SCALES[language]), key=len, reverse=True))
    end = "" if language in _JOINED else r"(?![^\W\d_一-鿿])"
    return re.compile(rf"[ \u00a0-]?({words}){end}", re.IGNORECASE)


_SCALE_PATTERNS = {language: _scale_pattern(language) for language in _SCALES}


def scale_after(text: str, at: int, language: Language) -> tuple[int, int]:
    """Return the factor that a scale word at `at` stands for, and where it ends; (1, at) where there is none."""
    known = language if language in _SCALES else EN
    match = _SCALE_PATTERNS[known].match(text, at)
    factor = _SCALES[known].get(match.group(1).lower()) if match else None
    return (factor, match.end()) if match and factor else (1, at)


def compound_after(text: str, at: int, scale: int, language: Language) -> tuple[Number, int]:
    """Return what is added behind a scale where numbers are written in parts, 1만 2천, and where that ends."""
    total: Number = 0
    while language in _JOINED and scale > 1:
        match = _PART.match(text, at)
        factor, end = scale_after(text, match.end(), language) if match else (1, at)
        if match is None or not 1 < factor < scale:
            break
        total += to_number(match.group(1)) * factor
        at, scale = end, factor
    return total, at


def to_number(digits: str) -> Number:
    """Return the value of plain digits with at most one decimal point."""
    return exact(Fraction(digits)) if "." in digits else int(digits)


def values_of(digits: str, language: Language, *, lenient: bool) -> Sequence[Number]:
    """Return what a number such as "12,000" or "1.234,5" may be worth, the likeliest first; () for a mere list.

    With `lenient` the writer may have used another country's separators ("12.000 pcs" in English).
    """
    plain = digits.replace("'", "")
    if _SPACES.fullmatch(plain):
        plain = plain.replace(" ", "").replace("\u00a0", "")
    if plain.isdecimal() or plain.startswith("."):
        return (to_number(plain),)
    if " " in plain or "\u00a0" in plain:
        return ()
    if "," in plain and "." in plain:
        return _mixed(plain)
    mark = "," if "," in plain else "."
    head, *groups = plain.split(mark)
    if len(groups) > 1:
        return _grouped(head, groups)
    return [to_number(n) for n in _one_mark(head, groups[0], mark, language, lenient)]


def _mixed(digits: str) -> Sequence[Number]:
    """Read "1,000.50" and "1.000,50": the mark that comes last parts the decimals."""
    decimal = max(",.", key=digits.rfind)
    group = "," if decimal == "." else "."
    whole, _, decimals = digits.rpartition(decimal)
    if decimal in whole or not all(len(g) == 3 for g in whole.split(group)[1:]):
        return ()
    return (to_number(f"{whole.replace(group, '')}.{decimals}"),)


def _grouped(head: str, groups: Sequence[str]) -> Sequence[Number]:
    """Read "1,000,000" and the Indian "1,00,000"."""
    is_western = len(head) <= 3 and all(len(g) == 3 for g in groups)
    is_indian = len(head) <= 2 and len(groups[-1]) == 3 and all(len(g) == 2 for g in groups[:-1])
    return (int(head + "".join(groups)),) if is_western or is_indian else ()


def _one_mark(head: str, tail: str, mark: str, language: Language, lenient: bool) -> list[str]:
    """Return the readings of a number with one comma or point, as plain digits."""
    decimal, whole = f"{head}.{tail}", head + tail
    if len(tail) != 3 or len(head) > 3 or head.startswith("0"):
        return [decimal]
    groups_with = "." if language in _COMMA_IS_DECIMAL or language in _EITHER else ","
    if language in _EITHER:
        return [whole, decimal] if mark == "," else [whole]
    if mark == groups_with:
        return [whole]
    if lenient and mark == ".":
        return [decimal, whole]
    return [decimal]


def number_pattern(language: Language) -> re.Pattern[str]:
    """Return what a number in digits looks like; only some languages part thousands by spaces."""
    return _NUMBER_SPACED if language in _SPACED else _NUMBER


def write(value: Number, language: Language) -> str | None:
    """Return `value` in digits as `language` writes them; None where it has no short decimal form."""
    sign = "-" if value < 0 else ""
    for places in range(_MOST_PLACES):
        shifted: Number = (-value if sign else value) * 10**places
        if shifted.denominator == 1:
            break
    else:
        return None
    digits = str(shifted.numerator).rjust(places + 1, "0")
    whole, decimals = (digits[:-places], digits[-places:]) if places else (digits, "")
    has_comma = language in _COMMA_IS_DECIMAL
    if language != ZH and len(whole) > (4 if has_comma else 3):
        parted = f"{int(whole):,}"
        whole = parted if not has_comma else parted.replace(",", "\u00a0" if language in _SPACED else ".")
    return f"{sign}{whole}{(',' if has_comma else '.') + decimals if decimals else ''}"
