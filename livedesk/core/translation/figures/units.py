"""Which unit or currency stands beside a number."""

import re
from fractions import Fraction

from livedesk.core.translation.figures import unit_table
from livedesk.core.translation.figures.figure import Number, Unit, exact

Units = tuple[Unit | None, ...]
"""What a spelling may stand for; None: perhaps no unit at all."""

NO_UNIT: Units = (None,)
PERCENT = Unit("%", "percent", Fraction(1, 100), Fraction(1, 100))
PERCENT_OFF = Unit("% off", "percent", Fraction(1, 100), Fraction(1, 100))
PERCENT_OF = Unit("% of the price", "percent", Fraction(1, 100), Fraction(1, 100))
PERCENT_KEPT = Unit("% kept", "percent", Fraction(1, 100), None)
"""What a discount in 折 leaves. It agrees with nothing but an explicit "80 % of the price"."""
PER_MILLE = Unit("%", "percent", Fraction(1, 1000), Fraction(1, 1000))
CLOCK = Unit("o'clock", "clock", 1, Fraction(1, 60))
"""A time of day, in minutes after midnight."""
HOUR_SAID = Unit("o'clock", "hour as said")
"""八 of 晚上八点: matches a bare "eight", but not "8 a.m."."""
MONTH = Unit("month", "month of the year")
DAY_OF_MONTH = Unit("day of the month", "day of the month")
WEEKDAY = Unit("weekday", "weekday", 1, None)
VAGUE = Unit("or so", "vague", 1, None)
TIMES = Unit("times", "multiple")
TIMES_MORE = Unit("times more", "multiple more")
PIECE = Unit("pcs", "count", is_weak=True)

_OFTEN_NONE = 'point points mil in min mo d c f x s " 丝 里 方 平 节 卡 兆 对 码 安 度 开 两 托 号 镑 角 升'
_MAYBE_NONE = frozenset(_OFTEN_NONE.split())
"""Spellings that are often no unit at all: "5 in stock", "500 min", "3D", 对."""
_ATTACHED_ONLY = frozenset(["c", "f", "d", "s", "h", "x"])
_SHORT = re.compile(r" ?-?(°[CcFf]?|℃|℉|[\"'](?![\w])|%|‰|[¢€£$¥₩₹₽฿₫₺₱₦₪])")
_LATIN = re.compile(
    r"[  ]?-?((?:u\.s\. )?[^\W\d_一-鿿]+[²³23]?(?:/(?:m2|m²|min)|\$)?(?:[ -][^\W\d_一-鿿]+){0,2})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:US|HK|AU|CA|NT|MX|[ACSRU])?\$|[€£¥₩₹₽฿₫₺₱₦₪]"
    r"|(?<![A-Za-z])(?:USD|CNY|RMB|EUR|GBP|JPY|KRW|HKD|TWD|AUD|CAD|SGD|INR|Rs|AED|SAR|THB|VND|IDR|Rp|MYR|RM|PHP|MXN|BRL"
    r"|TRY|ZAR|NGN|CHF|PLN)|人民币|美金|欧元)[  ]?$",
    re.IGNORECASE,
)
_LAST_BEFORE = frozenset("$€£¥₩₹₽฿₫₺₱₦₪币金元") | frozenset("DYBPRSMNFdybprsmnf")
_LONGEST_BEFORE = 8
_LONGEST_HAN = 5
_LONGEST_LATIN = 40
_NO_END = re.compile(r"\d|'t(?![a-z])|[ -](?:pallets?|sizes?|plugs?|style)(?![a-z])")
"""What shows that a word is no unit after all: "40 M8", "100 won't", "24 Euro pallets"."""
_CODES_ONLY = frozenset(["try", "sar", "cad", "all"])
_CAPITAL = re.compile(r"[AGKP](?![A-Za-z])")
_MORE = re.compile(r"[多余来几]")
_NOT_A_UNIT = re.compile(
    r"打(?=[折样印包开磨孔算款板个听给到动扰电])|度(?=[假过])|升(?=[级降])|天(?=[然猫线])|平(?=[板均])|方(?=[案便面向])|安(?=[装全卓])"
    r"|对(?=[于不此比])|台(?=[湾阶])|套(?=餐)|元(?=[素件旦])|里(?=[面程])|克(?=[隆服])|年(?=[代级])|瓦(?=楞)|码(?=头)"
    r"|米(?=[色粉])|件(?=套)|双(?=[十方面重])|节(?=[能日约])|托(?=运)|兆(?=[瓦帕赫])|周(?=[一二三四五六末边])|头(?=部)|节"
    r"|卡(?=[口车])|家|里(?=[有])|人(?=民币)|周(?=[日])"
)


def _amount(text: str) -> Number:
    return exact(Fraction(text))


def _spellings() -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}

    def add(unit: Unit, names: str, separator: str = ", ") -> None:
        for name in names.split(separator) if separator else names.split():
            found.setdefault(name, []).append(unit)

    for line in (unit_table.PHYSICAL + unit_table.COUNTED).strip().splitlines():
        if line:
            what, names = line.split(": ", 1)
            dimension, name, factor = what.split(" ")
            value = _amount(factor)
            plain = value if dimension in ("count", "pixel") else 1
            add(Unit(name, dimension, value, plain), names)
    for line in unit_table.MONEY.strip().splitlines():
        what, names = line.split(": ", 1)
        code, factor = what.split(" ")
        add(Unit(code, code, _amount(factor), _amount(factor)), names)
    for code in unit_table.DOLLARS.split():
        add(Unit(code, code), unit_table.DOLLAR_SPELLINGS)
        add(Unit(code, code, Fraction(1, 100), Fraction(1, 100)), unit_table.CENT_SPELLINGS)
    add(PERCENT, unit_table.PERCENT)
    add(PER_MILLE, unit_table.PER_MILLE)
    add(PIECE, unit_table.WEAK, "")
    for name in ("times", "x", "fold"):
        found[name] = [TIMES, TIMES_MORE]
    for name in ("point", "points"):
        found[name] = [PERCENT]
    return found


SPELLINGS: dict[str, Units] = {
    name: (*units, None) if name in _MAYBE_NONE else tuple(units) for name, units in _spellings().items()
}
_CAPITALS: dict[str, Units] = {
    "A": (Unit("A", "current"), Unit("Ah", "charge")),
    "G": (*SPELLINGS["gb"], None),
    "K": (SPELLINGS["kelvin"][0], None),
    "P": (SPELLINGS["hp"][0], None),
}
"""What a capital right behind a number is: 16A, 64G and 5G, 1.5P."""
CURRENCIES = frozenset(line.split(" ")[0] for line in unit_table.MONEY.strip().splitlines()) | frozenset(
    unit_table.DOLLARS.split()
)
_DAYS: dict[str, Units] = {"日": (*SPELLINGS["日"], DAY_OF_MONTH), "号": (DAY_OF_MONTH,)}


_HAN_STARTS = frozenset(name[0] for name in SPELLINGS) | frozenset("多余来几号")
"""What a Chinese unit, or the word for "more than" before one, may begin with."""


def is_money(unit: Unit | None) -> bool:
    """Whether `unit` is a currency."""
    return unit is not None and unit.dimension in CURRENCIES


def unit_after(text: str, at: int) -> tuple[Units, int]:
    """Return what the unit that starts at `at` may be, and where it ends; (NO_UNIT, at) where none is."""
    if at >= len(text):
        return NO_UNIT, at
    short = _SHORT.match(text, at)
    if short:
        return SPELLINGS[short.group(1).lower()], short.end()
    start = at + 1 if text[at] in " \u00a0" and at + 1 < len(text) else at
    if "\u4e00" <= text[start : start + 1] <= "\u9fff" or text[start : start + 1] in "㎡円":
        return _han_unit(text, start, at)
    return _latin_unit(text, at)


def _han_unit(text: str, start: int, at: int) -> tuple[Units, int]:
    if text[start] not in _HAN_STARTS:
        return NO_UNIT, at
    begin = start + 1 if _MORE.match(text, start) else start
    for length in range(_LONGEST_HAN, 0, -1):
        name = text[begin : begin + length]
        is_known = len(name) == length and (name in SPELLINGS or name in _DAYS)
        if is_known and not (length == 1 and _NOT_A_UNIT.match(text, begin)):
            return _DAYS.get(name) or SPELLINGS[name], begin + length
    if begin > start and text[begin : begin + 1] == "个":
        return SPELLINGS["个"], begin + 1
    return NO_UNIT, at


def _latin_unit(text: str, at: int) -> tuple[Units, int]:
    match = _LATIN.match(text[at : at + _LONGEST_LATIN])
    if not match:
        return NO_UNIT, at
    words = match.group(1)
    is_attached = match.start(1) == 0
    letter = _CAPITAL.match(words) if is_attached else None
    if letter:
        return _CAPITALS[letter.group()], at + 1
    gaps = [m.start() for m in re.finditer(r"[ -]", words)]
    for end in (len(words), *reversed(gaps)):
        name = words[:end].lower().replace("-", " ")
        if _NO_END.match(text, at + match.start(1) + end):
            continue
        if name in _CODES_ONLY and not words[:end].isupper():
            continue
        if name in SPELLINGS and (is_attached or name not in _ATTACHED_ONLY):
            if name in ("x", "times") and re.match(r"\s*\d", text[at + match.start(1) + end :][:4]):
                break
            return SPELLINGS[name], at + match.start(1) + end
    return NO_UNIT, at


def currency_before(text: str, start: int) -> tuple[Units, int]:
    """Return which currency stands right before `start`, and where it starts; (NO_UNIT, start) where none does."""
    begin = max(0, start - _LONGEST_BEFORE)
    if text[begin:start].rstrip(" \u00a0")[-1:] not in _LAST_BEFORE:
        return NO_UNIT, start
    match = _BEFORE.search(text[begin:start])
    if not match or (match.group().strip(" \u00a0").lower() in _CODES_ONLY and not match.group().isupper()):
        return NO_UNIT, start
    return SPELLINGS[match.group().strip(" \u00a0").lower()], begin + match.start()
