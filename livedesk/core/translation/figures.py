"""Do the figures of a line and its translation agree?

Figures are compared as values: 一万二 = 12,000 = 12k. Each side gives the figures it certainly states (digits and
compound numerals) and those it may state (a lone 一, "one", "a"); a figure that is certain on one side must at
least be possible on the other. Chinese and English are read in full, other languages by their digits.
"""

import re
import unicodedata
from collections import Counter
from decimal import Decimal

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.records import LineWarning, WarningKind

_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_HAN_NUMERAL = re.compile(
    r"(?:(?:[零〇]?[一二三四五六七八九两]?[十百千万亿])+[零〇]?(?:[一二三四五六七八九](?![一二三四五六七八九十百千万亿]))?"
    r"|[零〇一二三四五六七八九两俩]+)(?:点(?!钟|半)[零〇一二三四五六七八九]+)?半?"
)
_DIGITS = re.compile(
    r"(?<![A-Za-z])\d[\d,.]*(?:\s*(?:万|亿|千(?!瓦|克|米)|百|打|[kK](?![A-Za-z])|billion\b|million\b|thousand\b|dozen\b))?"
)
_SCALES = {
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "亿": 100_000_000,
    "打": 12,
    "k": 1000,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "dozen": 12,
}
_CODE = re.compile(
    r"https?://\S+|\S+@\S+|(?=[A-Za-z0-9]*[A-Za-z])(?=[A-Za-z-]*\d)[A-Za-z]{1,6}-?\d[A-Za-z0-9-]*|\b\d+[A-Za-z]+\d\w*"
)
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_ONES = f"zero one two three four five six seven eight nine {_TEENS}"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_EN_SMALL = {word: i for i, word in enumerate(_ONES.split())}
_EN_SMALL |= {word: i * 10 for i, word in enumerate(_TENS.split(), start=2)}
_EN_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_EN_NUMERAL = re.compile(
    rf"\b(?:(?:{'|'.join([*_EN_SMALL, *_EN_SCALES])})(?:[\s-]+(?:and\s+)?|\b))+", re.IGNORECASE
)
_MAYBE_ONE = "a an once first single"
_MAYBE_TWO = "both twice double second pair couple"
_MAYBE_EN = dict.fromkeys(_MAYBE_ONE.split(), 1) | dict.fromkeys(_MAYBE_TWO.split(), 2) | {"third": 3}
_YEAR = "january february march april may june july august september october november december"
_MONTHS = {month: i for i, month in enumerate(_YEAR.split(), start=1)}
_SPOKEN_DECIMAL = re.compile(
    r"([零〇一二三四五六七八九十百千万亿两]+)(块|米|元|毛)([一二三四五六七八九])(?![十百千万亿点块毛])"
)
_CENTS = re.compile(r"([零〇一二三四五六七八九十两]+)(毛|角|分钱|成(?!本|为|品|功))")
_CENT_VALUES = {"毛": "0.1", "角": "0.1", "分钱": "0.01", "成": "10"}
_DISCOUNT = re.compile(r"([一二三四五六七八九])([一二三四五六七八九])?折|(\d(?:\.\d)?|\d\d)折")
_CERTAIN_FROM = 10
"""A lone numeral word below this is only possible: 一个 is often just "a"."""


class Figures:
    """The figures of one text: `certain` and `possible` values, counted."""

    def __init__(self) -> None:
        self.certain: Counter[Decimal] = Counter()
        self.possible: Counter[Decimal] = Counter()

    def add(self, value: Decimal | int, *, is_certain: bool) -> None:
        """Count one value; 0 is never certain, since "nothing" and 零 have many faces."""
        value = Decimal(value).normalize()
        (self.certain if is_certain and value else self.possible)[value] += 1


def read(text: str, language: Language) -> Figures:
    """Return the figures in `text`. Codes with letters (SKUs), links and addresses are no figures."""
    figures = Figures()
    text = _CODE.sub(" ", unicodedata.normalize("NFKC", text))
    if language == ZH:
        text = text.replace("百分之", "%").replace("千分之", "‰")
        text = _DISCOUNT.sub(lambda m: _take_discount(m, figures), text)
        text = _SPOKEN_DECIMAL.sub(lambda m: _take_spoken_decimal(m, figures), text)
        text = _CENTS.sub(lambda m: _take_cents(m, figures), text)
    for match in _DIGITS.finditer(text):
        _take_digits(match.group(), figures)
    text = _DIGITS.sub(" # ", text)
    if language == ZH:
        for match in _HAN_NUMERAL.finditer(text):
            _take_han(match.group(), figures)
    elif language == EN:
        _take_english(text, figures)
    return figures


def compare(
    source: str, source_language: Language, target: str, target_language: Language
) -> LineWarning | None:
    """Return a warning with the figures that only one side has, None where the sides agree."""
    left, right = read(source, source_language), read(target, target_language)
    if ZH not in (source_language, target_language) and EN not in (source_language, target_language):
        left.possible.clear()
        right.possible.clear()
    only_left = _missing(left.certain, right)
    only_right = _missing(right.certain, left)
    if not only_left and not only_right:
        return None
    return LineWarning(WarningKind.FIGURES, _shown(only_left), _shown(only_right))


def _missing(certain: Counter[Decimal], other: Figures) -> list[Decimal]:
    """Return the values that are certain here and not even possible there. Said twice or once is the same."""
    return [value for value in certain if value not in other.certain and value not in other.possible]


def _shown(values: list[Decimal]) -> tuple[str, ...]:
    return tuple(f"{value:f}" for value in values)


def _take_digits(text: str, figures: Figures) -> None:
    match = re.match(r"[\d,.]+", text)
    assert match is not None
    number, scale = match.group().rstrip(",."), text[match.end() :].strip().lower()
    for plain in _plain_numbers(number):
        figures.add(Decimal(plain) * _SCALES.get(scale, 1), is_certain=True)


def _plain_numbers(number: str) -> list[str]:
    """Return "12,000" as 12000 and "3,5" as 3.5; a list such as "1,2,3" as its parts."""
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", number):
        return [number.replace(",", "")]
    if re.fullmatch(r"\d{1,3}(\.\d{3})+,\d+", number) or re.fullmatch(r"\d{1,3}(\.\d{3}){2,}", number):
        return [number.replace(".", "").replace(",", ".")]
    if re.fullmatch(r"\d+,\d{1,2}", number):
        return [number.replace(",", ".")]
    if number.count(".") <= 1 and "," not in number:
        return [number]
    return [n for n in re.split(r"[,.]", number) if n]


def _take_discount(match: re.Match[str], figures: Figures) -> str:
    if match.group(3):
        digits = match.group(3).replace(".", "")
    else:
        digits = "".join(str(_HAN_DIGITS[c]) for c in match.group(1, 2) if c)
    kept = int(digits) * (10 if len(digits) == 1 else 1)
    figures.add(100 - kept, is_certain=True)
    figures.add(kept, is_certain=False)
    return " "


def _take_spoken_decimal(match: re.Match[str], figures: Figures) -> str:
    """Take 十一块六 as 11.6, 一米二 as 1.2 and 两毛五 as 0.25."""
    value = _han_value(match.group(1)) + Decimal(_HAN_DIGITS[match.group(3)]) / 10
    figures.add(value / 10 if match.group(2) == "毛" else value, is_certain=True)
    return " "


def _take_cents(match: re.Match[str], figures: Figures) -> str:
    """Take 四毛 as 0.4, 八分钱 as 0.08 and 三成 as 30 (per cent)."""
    figures.add(_han_value(match.group(1)) * Decimal(_CENT_VALUES[match.group(2)]), is_certain=True)
    return " "


def _take_han(numeral: str, figures: Figures) -> None:
    has_half = numeral.endswith("半")
    numeral = numeral.removesuffix("半")
    whole, _, decimals = numeral.partition("点")
    has_unit = any(c in _HAN_UNITS for c in whole)
    if not has_unit and len(whole) > 1 and not decimals:
        digits = "".join(str(_HAN_DIGITS[c]) for c in whole)  # 二零二六: read out digit by digit
        figures.add(Decimal(digits), is_certain=len(digits) > 2 or has_half)
        for digit in digits:
            figures.add(int(digit), is_certain=False)  # 三五个: three to five
        return
    value = Decimal(_han_value(whole))
    if decimals:
        value += Decimal("0." + "".join(str(_HAN_DIGITS[c]) for c in decimals))
    if has_half:
        figures.add(value + Decimal("0.5"), is_certain=False)
    figures.add(value, is_certain=bool(decimals) or (value >= _CERTAIN_FROM and not has_half))


def _han_value(numeral: str) -> int:
    """Return the value of a Chinese numeral with units; 一万二 is 12,000, 十 is 10."""
    total = section = digit = 0
    last_unit = 1
    for character in numeral:
        if character in _HAN_DIGITS:
            digit = _HAN_DIGITS[character]
            if character in "零〇":
                last_unit = 10
            continue
        unit = _HAN_UNITS[character]
        if unit >= 10_000:
            total = (total + section + digit) * unit if unit > 10_000 else total + (section + digit) * unit
            section = 0
        else:
            section += (digit or 1) * unit
        digit, last_unit = 0, unit
    return total + section + digit * (last_unit // 10 if last_unit >= 100 else 1)


def _take_english(text: str, figures: Figures) -> None:
    for match in _EN_NUMERAL.finditer(text):
        words = re.split(r"[\s-]+", match.group().lower().strip(" -"))
        total = current = 0
        for word in words:
            if word in _EN_SMALL:
                current += _EN_SMALL[word]
            elif word == "hundred":
                current = max(1, current) * 100
            elif word in _EN_SCALES:
                total += max(1, current) * _EN_SCALES[word]
                current = 0
        figures.add(total + current, is_certain=total + current >= _CERTAIN_FROM)
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _MAYBE_EN:
            figures.add(_MAYBE_EN[word], is_certain=False)
        elif word in _MONTHS:
            figures.add(_MONTHS[word], is_certain=False)
