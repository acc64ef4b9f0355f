"""Chinese numerals: what a row of them is worth, and where one number ends and the next begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from livedesk.core.translation.figures.digits import LONGEST_NUMBER, to_number
from livedesk.core.translation.figures.figure import Number, exact

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
DIGIT = "[一二三四五六七八九两]"
_ALL = "零一二三四五六七八九两十百千万亿"
_UNIT_BEHIND = "瓦伏米克帕赫卡牛"
"""千 before these is part of the unit, unless one digit alone stands before it: 二十二千瓦, but 三千瓦."""
NUMERAL = (
    rf"(?:[零一二三四五六七八九两十百万亿]|千(?![{_UNIT_BEHIND}])|(?<={DIGIT})(?<![十百点.\d]{DIGIT})千)"
)
MEASURES = (
    "个件只台套条支瓶把张块片根位人名颗粒枚辆卷袋桶罐本盘架部款种样家间次头节匹盏床顶棵朵份组副包箱打双对盒板托"
    "柜车天年月日号周点分秒小时米斤公克吨升度元毛角折成倍寸尺厘毫平立层级期楼线面档排行页步圈句字顿针词"
)
"""What a lone numeral may count; a digit before one of these begins a new number."""
_COUNTS_ONE = rf"(?<={DIGIT})一(?=[{MEASURES}])(?!点[零一二三四五六七八九])"
NOT_AFTER_NUMERAL = rf"(?<![{_ALL}\d.,])"
NUMBER = (
    rf"{NOT_AFTER_NUMERAL}(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?[百千万亿]{{0,2}}"
    rf"|{NUMERAL}(?:(?!{_COUNTS_ONE}){NUMERAL}){{0,15}}(?:点(?:(?!{_COUNTS_ONE})[零一二三四五六七八九]){{1,6}})?)"
)
"""One number, in numerals or digits, from its first character on; 五一天 is 五 and 一天."""
END = rf"(?={_COUNTS_ONE}|包[邮税运装安]|成交)|(?![{_ALL}\d点.,{MEASURES}])"
"""Where a digit behind a unit ends the number: 六块九, 三毛二一个, but not 五块三个."""
_BIG = 10_000
_ENDLESS = 10**9


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number in a row of numerals, at characters `start` to `end`; no values: it is no number.

    Two values are a range, 三五 as 3 to 5. `is_spelled_out`: digit by digit; `is_alone_unit`: it begins with 百.
    """

    start: int
    end: int
    values: tuple[int, ...]
    has_unit: bool
    is_spelled_out: bool = False
    is_alone_unit: bool = False


def numerals(row: str) -> list[Numeral]:
    """Return the numbers in `row`, which holds numerals only: 一千二一台 begins with 1200 and 1."""
    found = []
    at = 0
    while at < len(row):
        numeral = _digits_only(row, at) or _Reader(row, at).read()
        found.append(numeral)
        at = max(numeral.end, at + 1)
    return found


def value_of(text: str | None) -> Number | None:
    """Return what one number in numerals or digits is worth; None where it is none, or several."""
    if not text or len(text) > LONGEST_NUMBER:
        return None
    if text[0].isdigit():
        factor = 1
        while text[-1] in UNITS:
            factor *= UNITS[text[-1]]
            text = text[:-1]
        return exact(to_number(text.replace(",", "")) * factor)
    whole, point, decimals = text.partition("点")
    value = single(whole)
    if value is None or not point:
        return value
    return exact(value + Fraction(f"0.{spelled_out(decimals)}"))


def spelled_out(text: str) -> str:
    """Return numerals read digit by digit as plain digits: 二零二六 as "2026"."""
    return "".join(str(DIGITS.get(c, c)) for c in text)


def single(row: str) -> Number | None:
    """Return the value of `row` if it is one number and nothing else."""
    if not row or not all(c in DIGITS or c in UNITS for c in row):
        return None
    found = numerals(row)
    return found[0].values[0] if len(found) == 1 and len(found[0].values) == 1 else None


def _digits_only(row: str, at: int) -> Numeral | None:
    """Read digits without units: 二零二六 is 2026, 三五 is 3 to 5. None where a unit makes it a number."""
    end = at
    while end < len(row) and row[end] in DIGITS:
        end += 1
    is_before_unit = end < len(row)
    count = end - at
    if is_before_unit:
        if count < 3 and not (count == 2 and row[at + 1] == "零"):
            return None
        end, count = end - 1, count - 1
    if count == 0:
        return None
    digits = row[at:end]
    if count > LONGEST_NUMBER:
        return Numeral(at, end, (), False)
    if count > 2 and all(is_rising(pair) for pair in pairwise(digits)):
        end, count, digits = at + 1, 1, row[at]  # 三四五六年级: one by one
    if count == 2 and is_rising(digits):
        return Numeral(at, end, (DIGITS[digits[0]], DIGITS[digits[1]]), False)
    return Numeral(at, end, (int(spelled_out(digits)),), False, count > 1)


def is_rising(pair: Sequence[str]) -> bool:
    """Whether two digits side by side are a range: 两三, 三五, 七八; not 五零 or 二一."""
    low, high = DIGITS[pair[0]], DIGITS[pair[1]]
    return low > 0 and (high == low + 1 or (low, high) == (3, 5))


class _Reader:
    """Reads one number that has units."""

    def __init__(self, row: str, at: int) -> None:
        self.row, self.start, self.at = row, at, at
        self.total = [0, 0]  # low and high, above 亿 and 万
        self.section = [0, 0]
        self.pending = ""
        self.has_zero = False
        self.small_limit = self.big_limit = _ENDLESS
        self.last_unit = 1

    def read(self) -> Numeral:
        """Return the number that starts here."""
        while self.at < len(self.row):
            character = self.row[self.at]
            if character in DIGITS:
                if not self._takes_digit(character):
                    break
            elif not self._take_unit(UNITS[character]):
                self.at -= len(self.pending)  # the digit belongs to the next number
                self.pending = ""
                break
            self.at += 1
        self._take_rest()
        low, high = (t + s for t, s in zip(self.total, self.section, strict=True))
        values = (low,) if low == high else (low, high)
        return Numeral(self.start, self.at, values, True, is_alone_unit=self.row[self.start] in "百千万亿")

    def _takes_digit(self, character: str) -> bool:
        if character == "零":
            if self.pending:
                return False
            self.has_zero = True
            return True
        if len(self.pending) == 2 or (self.pending and not is_rising(self.pending + character)):
            return False
        self.pending += character
        return True

    def _take_unit(self, unit: int) -> bool:
        """Multiply with `unit`; False where no number goes on like this (二十 | 二十五, 三万 | 五万)."""
        if not (self._take_big(unit) if unit >= _BIG else self._take_small(unit)):
            return False
        self.pending, self.has_zero, self.last_unit = "", False, unit
        return True

    def _take_small(self, unit: int) -> bool:
        has_begun = self.section != [0, 0]
        if unit >= self.small_limit or (has_begun and not self.pending and unit != 10):
            return False
        digits = self._digits() if self.pending else (1, 1)
        self.section = [s + d * unit for s, d in zip(self.section, digits, strict=True)]
        self.small_limit = unit
        return True

    def _take_big(self, unit: int) -> bool:
        is_bare = self.section == [0, 0] and not self.pending
        if is_bare and (self.last_unit, unit) == (UNITS["万"], UNITS["亿"]):
            self.total = [t * unit for t in self.total]  # 一万亿
        elif unit >= self.big_limit or (is_bare and self.last_unit != 1):
            return False
        else:
            section = [s + d for s, d in zip(self.section, self._digits(), strict=True)]
            self.total = [t + (1 if is_bare else s) * unit for t, s in zip(self.total, section, strict=True)]
        self.section, self.big_limit, self.small_limit = [0, 0], unit, _ENDLESS
        return True

    def _digits(self) -> tuple[int, int]:
        if not self.pending:
            return 0, 0
        return DIGITS[self.pending[0]], DIGITS[self.pending[-1]]

    def _take_rest(self) -> None:
        """Add the last digit: ones in 二十五 and 一百零五, but the next lower unit in 一万二 and 三百八."""
        low, high = self._digits()
        unit = 1 if self.has_zero or self.last_unit < 100 else self.last_unit // 10
        self.section = [s + d * unit for s, d in zip(self.section, (low, high), strict=True)]
