"""Chinese shares and prices: 百分之三, 三成, 八五折, 六块九毛八, 一米二, 八两."""

import re
from fractions import Fraction

from livedesk.core.translation.figures.draft import Draft, Span
from livedesk.core.translation.figures.figure import Number, Reading, Strength, Unit, exact
from livedesk.core.translation.figures.numerals_zh import (
    DIGIT,
    DIGITS,
    END,
    NOT_AFTER_NUMERAL,
    NUMBER,
    NUMERAL,
    is_rising,
    spelled_out,
    value_of,
)
from livedesk.core.translation.figures.units import PERCENT, PERCENT_KEPT, PERCENT_OFF, SPELLINGS

_ONE = rf"(?:{DIGIT}|\d)"
_CURRENCIES = (
    "美元 美金 美刀 欧元 英镑 日元 韩元 港元 港币 台币 新台币 澳元 澳币 加元 新币 人民币 卢比 卢布 泰铢 比索 令吉"
    " 马币 里拉 兰特 奈拉 瑞郎 迪拉姆 里亚尔 越南盾 印尼盾"
)
_CURRENCY = "|".join(sorted(_CURRENCIES.split(), key=len, reverse=True))
_PRICE_END = rf"(?={_CURRENCY})|{END}"
_NOT_BEFORE = rf"{NOT_AFTER_NUMERAL}(?<!点)"
_PERCENT = re.compile(rf"([百千万])分之({NUMBER})(?:(?:到|至|-|~)(?:\1分之)?({NUMBER}))?(?!分之)")
_ALL = re.compile("百分百")
_FRACTION = re.compile(rf"(?:({NUMBER})又)?({NUMBER})分之({NUMBER})")
_DISCOUNT = re.compile(
    rf"""{_NOT_BEFORE}(?:(\d(?:\.\d)?|{DIGIT})\ ?(?:到|至|-|~)\ ?)?
    ({DIGIT}点?{DIGIT}?|对|半|\d(?:\.\d)?|\d\d)折
    (?![叠伞页屏门扇弯线旧算合纸腾断磨次]|十次)""",
    re.VERBOSE,
)
_TENTHS = re.compile(
    rf"""{_NOT_BEFORE}(?:({DIGIT}|\d)(?:到|至|-|~))?({DIGIT}|\d|十|半)({DIGIT})?成(半|{DIGIT}(?!{NUMERAL}))?
    (?![本为品功人年员立交分色型熟效份语长果了组全]|就(?!是))""",
    re.VERBOSE,
)
_PRICE = re.compile(
    rf"""({NUMBER})(块|元|{_CURRENCY})多?
    (?:零?({_ONE})[毛角](?:零?({_ONE})(?:分|{_PRICE_END}))?|零({_ONE})(?:分|{_PRICE_END})|({_ONE})({_ONE})?(?:{_PRICE_END}))?
    钱?({_CURRENCY})?""",
    re.VERBOSE,
)
_SMALL_PRICE = re.compile(
    rf"({NUMBER})[毛角](?:({_ONE})(?:分|(?<=毛.)(?:{_PRICE_END})))?多?钱?({_CURRENCY})?"
)
_CENTS = re.compile(rf"({NUMBER})分({_CURRENCY})")
_MEASURE = re.compile(
    rf"""({NUMBER})(米|厘米|公分|毫米|公尺|英尺|尺|寸|公斤|千克|斤|吨|升|度)
    (?:零({DIGIT}{{1,2}})|({DIGIT}{{1,2}}|(?<=米)\d{{1,2}}))(?:{END})(?!{_CURRENCY})""",
    re.VERBOSE,
)
_LIANG = re.compile(
    rf"""{_NOT_BEFORE}(?:({NUMBER}|半)斤)?([一二三四五六七八九\d半])两
    (?![个件天位年次台条种层边面侧端者三百千万款箱套家张块岁双只瓶度种样盒把部])""",
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
    draft.take(_CENTS, lambda m: _cents(draft, m))
    draft.take(_LIANG, lambda m: _liang(draft, m))
    draft.take(_MEASURE, lambda m: _measure(draft, m))


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
    return draft.add_number(match.span(), [value], Strength.CERTAIN, in_words=True)


def _discount(draft: Draft, match: re.Match[str]) -> Span:
    """Take 八五折, 15 % off, which leaves 85 %; 八九折 and 8到9折 are two."""
    low, said = match.groups()
    kept = [_kept(low)] if low else []
    if len(said) == 2 and all(c in DIGITS for c in said) and DIGITS[said[1]] == DIGITS[said[0]] + 1:
        kept += [_kept(said[0]), _kept(said[1])]
    else:
        kept.append(_kept(said))
    strength = Strength.LIKELY if said in ("对", "半", "一") else Strength.CERTAIN  # 对折 is folded, too
    for value in kept:
        readings = [Reading(100 - value, PERCENT_OFF), Reading(value, PERCENT_KEPT)]
        draft.add(match.span(), readings, strength, number=match.span(2), in_words=not said[0].isdigit())
    return match.span()


def _kept(said: str) -> int:
    """Return the percentage that 八, 八五, 8.5 or 对 leaves."""
    if said in "对半":
        return 50
    digits = spelled_out(said.replace("点", "").replace(".", ""))
    return int(digits) * (10 if len(digits) == 1 else 1)


def _tenths(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 三成, 七成五, 三成半, 半成, and 七八成, which is a range."""
    low, said, second, more = match.groups()
    tens = [Fraction(1, 2) if g == "半" else value_of(g) for g in (low, said, second) if g]
    ones: Number = 5 if more == "半" else value_of(more) or 0
    if second and (said not in DIGITS or not is_rising(said + second)):
        return None
    for value in tens:
        if value is None or not 0 < value <= 10:
            return None
    for value in tens:
        if value is not None:
            reading = Reading(exact(Fraction(value) * 10 + ones), PERCENT)
            draft.add(match.span(), [reading], Strength.CERTAIN, in_words=True)
    return match.span()


def _digit(text: str | None) -> int:
    return int(value_of(text) or 0)


def _currency(*names: str | None) -> Unit | None:
    """Return the currency that a price ends in, 三块五美金, or else the one in it."""
    name = next((n for n in reversed(names) if n and n != "块"), "元")
    return SPELLINGS[name][0]


def _price(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 六块九毛八, 十一块六, 一块零五, 三块五美金, 十七美元六."""
    whole, said, jiao, fen, cents, tenth, hundredth, after = match.groups()
    value = value_of(whole)
    is_plain = not (jiao or cents or tenth)
    if value is None or (is_plain and (not after or said not in ("块", "元"))):
        return None
    if value.denominator != 1 and not is_plain:
        return None
    if tenth and said != "块" and tenth.isdigit():
        return None  # 20美元5件
    hundredths = _digit(jiao or tenth) * 10 + _digit(fen or hundredth or cents)
    price = exact(value + Fraction(hundredths, 100))
    parts: tuple[Number, ...] = ()
    if tenth and hundredth and _digit(hundredth) == _digit(tenth) + 1:  # 一块五六: 1.5 to 1.6
        parts = tuple(exact(value + Fraction(_digit(g), 10)) for g in (tenth, hundredth))
    readings = [Reading(price, _currency(said, after))]
    return draft.add(match.span(), readings, Strength.CERTAIN, in_words=True, parts=parts)


def _small_price(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 两毛五 and 七毛美金."""
    whole, fen, after = match.groups()
    value = value_of(whole)
    if value is None or not (fen or after):
        return None
    value = exact(Fraction(value, 10) + Fraction(_digit(fen), 100))
    return draft.add(match.span(), [Reading(value, _currency(after))], Strength.CERTAIN, in_words=True)


def _cents(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 五分美金."""
    value = value_of(match.group(1))
    if value is None:
        return None
    reading = Reading(exact(Fraction(value, 100)), _currency(match.group(2)))
    return draft.add(match.span(), [reading], Strength.CERTAIN, in_words=True)


def _measure(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 一米二, 一米七五, 两米零五, 四公斤二."""
    whole, name, hundredths, tenths = match.groups()
    value = value_of(whole)
    if value is None or value.denominator != 1:
        return None
    value = exact(value + Fraction(f"0.{'0' if hundredths else ''}{spelled_out(hundredths or tenths)}"))
    readings = [Reading(value, unit) for unit in SPELLINGS[name] if unit]
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
