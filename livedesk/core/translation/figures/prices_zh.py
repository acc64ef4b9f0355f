"""Chinese shares and prices: 百分之三, 三成, 八五折, 六块九毛八, 一米二, 八两."""

import re
from fractions import Fraction

from livedesk.core.translation.figures.draft import Draft, Span
from livedesk.core.translation.figures.figure import Reading, Strength, exact
from livedesk.core.translation.figures.numerals_zh import (
    DIGIT,
    DIGITS,
    NUMBER,
    NUMERAL,
    spelled_out,
    value_of,
)
from livedesk.core.translation.figures.units import PERCENT, PERCENT_KEPT, PERCENT_OFF, SPELLINGS

_ONE = rf"(?:{DIGIT}|\d)"
_NOT_MORE = (
    r"(?![零一二三四五六七八九两十百千万亿点\d.个件只台套条支瓶包箱打双张把米斤公克天年月盒袋本位人次块])"
)
_NOT_BEFORE = r"(?<![零一二三四五六七八九两十百千万亿点\d.])"
_PERCENT = re.compile(rf"([百千万])分之({NUMBER})(?:(?:到|至|-|~)(?:\1分之)?({NUMBER}))?(?!分之)")
_ALL = re.compile("百分百")
_FRACTION = re.compile(rf"(?:({NUMBER})又)?({NUMBER})分之({NUMBER})")
_DISCOUNT = re.compile(
    rf"""{_NOT_BEFORE}(?:(\d(?:\.\d)?|{DIGIT})\ ?(?:到|至|-|~)\ ?)?
    ({DIGIT}点?{DIGIT}?|对|半|\d(?:\.\d)?|\d\d)折
    (?![叠伞页屏门扇弯线旧算合纸腾断磨])""",
    re.VERBOSE,
)
_TENTHS = re.compile(
    rf"""{_NOT_BEFORE}({DIGIT}|\d|十)成({DIGIT}(?!{NUMERAL}))?
    (?![本为品功人年员都立交分色型熟就效份语长果了组全])""",
    re.VERBOSE,
)
_PRICE = re.compile(
    rf"""({NUMBER})[块元]
    (?:({_ONE})[毛角](?:({_ONE})(?:分|{_NOT_MORE}))?|({_ONE})({_ONE})?{_NOT_MORE})钱?""",
    re.VERBOSE,
)
_SMALL_PRICE = re.compile(rf"({NUMBER})[毛角]({_ONE}){_NOT_MORE}分?钱?")
_LENGTH = re.compile(
    rf"({NUMBER})(米|公尺|英尺|尺|斤|吨|升)({DIGIT}{{1,2}}|\d{{1,2}}){_NOT_MORE}(?![寸成折毛角分])"
)
_LIANG = re.compile(
    rf"""{_NOT_BEFORE}(?:({NUMBER}|半)斤)?([一二三四五六七八九\d半])两
    (?![个件天位年次台条种层边面侧端者三百千万款箱套家张块岁双只瓶度样盒把部])""",
    re.VERBOSE,
)
_BASES = {"百": 1, "千": 10, "万": 100}


def read_shares_and_prices(draft: Draft) -> None:
    """Take per cents, fractions, discounts, prices in 块 and 毛, and measures such as 一米二."""
    draft.take(_PERCENT, lambda m: _percent(draft, m))
    draft.take(_ALL, lambda m: draft.add(m.span(), [Reading(100, PERCENT)], Strength.LIKELY, in_words=True))
    draft.take(_FRACTION, lambda m: _fraction(draft, m))
    draft.take(_DISCOUNT, lambda m: _discount(draft, m))
    draft.take(_TENTHS, lambda m: _tenths(draft, m))
    draft.take(_PRICE, lambda m: _price(draft, m))
    draft.take(_SMALL_PRICE, lambda m: _small_price(draft, m))
    draft.take(_LIANG, lambda m: _liang(draft, m))
    draft.take(_LENGTH, lambda m: _length(draft, m))


def _percent(draft: Draft, match: re.Match[str]) -> Span | None:
    base = _BASES[match.group(1)]
    values = [value_of(g) for g in match.groups()[1:] if g]
    numbers = [v for v in values if v is not None]
    if len(numbers) != len(values):
        return None
    for number in numbers:
        reading = Reading(exact(Fraction(number) / base), PERCENT)
        draft.add(match.span(), [reading], Strength.CERTAIN, in_words=True)
    return match.span()


def _fraction(draft: Draft, match: re.Match[str]) -> Span | None:
    whole, bottom, top = (value_of(g) if g else 0 for g in match.groups())
    if whole is None or not bottom or top is None:
        return None
    value = exact(whole + Fraction(top) / Fraction(bottom))
    return draft.add(match.span(), [Reading(value)], Strength.CERTAIN, in_words=True)


def _discount(draft: Draft, match: re.Match[str]) -> Span:
    """Take 八五折, 15 % off, which leaves 85 %; 八九折 and 8到9折 are two."""
    low, said = match.groups()
    kept = [_kept(low)] if low else []
    if len(said) == 2 and all(c in DIGITS for c in said) and DIGITS[said[1]] == DIGITS[said[0]] + 1:
        kept += [_kept(said[0]), _kept(said[1])]
    else:
        kept.append(_kept(said))
    for value in kept:
        readings = [Reading(100 - value, PERCENT_OFF), Reading(value, PERCENT_KEPT)]
        draft.add(
            match.span(), readings, Strength.CERTAIN, number=match.span(2), in_words=not said[0].isdigit()
        )
    return match.span()


def _kept(said: str) -> int:
    """Return the percentage that 八, 八五, 8.5 or 对 leaves."""
    if said in "对半":
        return 50
    digits = spelled_out(said.replace("点", "").replace(".", ""))
    return int(digits) * (10 if len(digits) == 1 else 1)


def _tenths(draft: Draft, match: re.Match[str]) -> Span | None:
    tens, ones = value_of(match.group(1)), value_of(match.group(2)) or 0
    if tens is None or not 1 <= tens <= 10:
        return None
    reading = Reading(tens * 10 + ones, PERCENT)
    return draft.add(match.span(), [reading], Strength.CERTAIN, in_words=True)


def _digit(text: str | None) -> int:
    return int(value_of(text) or 0)


def _price(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 六块九毛八 and 十一块六."""
    whole, jiao, fen, tenth, hundredth = match.groups()
    value = value_of(whole)
    if value is None:
        return None
    value = exact(value + Fraction(_digit(jiao or tenth), 10) + Fraction(_digit(fen or hundredth), 100))
    return draft.add(match.span(), [Reading(value, SPELLINGS["元"][0])], Strength.CERTAIN, in_words=True)


def _small_price(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 两毛五."""
    value = value_of(match.group(1))
    if value is None:
        return None
    value = exact(Fraction(value, 10) + Fraction(_digit(match.group(2)), 100))
    return draft.add(match.span(), [Reading(value, SPELLINGS["元"][0])], Strength.CERTAIN, in_words=True)


def _length(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 一米二 and 一米七五."""
    value = value_of(match.group(1))
    if value is None:
        return None
    value = exact(value + Fraction(f"0.{spelled_out(match.group(3))}"))
    readings = [Reading(value, unit) for unit in SPELLINGS[match.group(2)] if unit]
    return draft.add(match.span(), readings, Strength.CERTAIN, in_words=True)


def _liang(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 八两 and 三斤二两, in liang of 50 g."""
    jin = Fraction(1, 2) if match.group(1) == "半" else value_of(match.group(1)) if match.group(1) else 0
    liang = Fraction(1, 2) if match.group(2) == "半" else value_of(match.group(2))
    if jin is None or liang is None:
        return None
    if not match.group(1) and liang == 1:
        return None  # 一两 is "one or two" as well
    reading = Reading(exact(jin * 10 + liang), SPELLINGS["liang"][0])
    return draft.add(match.span(), [reading], Strength.CERTAIN, in_words=True)
