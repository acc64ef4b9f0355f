"""What goes into the {slots} of a template: figures, measures and dates in the four forms that two directions need.

What is read may be said or typed in many ways, what is written should be written in one way only. A template whose
figures are filled thus gives a line for Chinese to English and another one for English to Chinese.
"""

import math
import random
import re
from dataclasses import dataclass

PLACEHOLDERS = tuple(f"⟦{i}⟧" for i in range(1, 10))
"""Stand for names and codes that livedesk masks; the model learns to copy them."""

DIGITS = "零一二三四五六七八九"
_ZH_UNITS = ((10**8, "亿"), (10**4, "万"))
_EN_UNITS = ((10**9, " billion"), (10**6, " million"))
_SKU_SERIES = ("A", "B", "K", "LX", "MX", "JS", "TW", "SP", "HD", "QF", "ZR", "DT")
_NAMES = frozenset(
    {"product", "person", "company", "brand", "city", "port", "sku", "gift", "material", "country"}
)
_MASKED = 0.12


@dataclass(frozen=True, slots=True)
class Filled:
    """One value: Chinese as heard and English as typed are read, the two others are written."""

    zh_heard: str
    en_written: str
    en_typed: str
    zh_written: str


def same(zh: str, en: str) -> Filled:
    """Return a value that has one form in each language."""
    return Filled(zh, en, en, zh)


def zh_int(n: int) -> str:
    """Write a non-negative integer below 10**12 in spoken Chinese."""
    if n == 0:
        return "零"
    out = ""
    for unit, name in ((10**8, "亿"), (10**4, "万")):
        if n >= unit:
            out += zh_int(n // unit) + name
            n %= unit
            if n and n < unit // 10:
                out += "零"
    zero = out.endswith("零")
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, unit)
        if digit:
            out += ("零" if zero and not out.endswith("零") else "") + DIGITS[digit] + name
            zero = False
        elif out and n:
            zero = True
    return out[1:] if out.startswith("一十") else out


def zh_heard(n: int, rng: random.Random) -> str:
    """Return `n` in one of the ways in which Chinese is said, recognised or typed."""
    style = rng.random()
    if style < 0.35:
        return str(n)
    if style < 0.45:
        return f"{n:,}"
    if style < 0.6 and (short := _in_units(n, _ZH_UNITS)):
        return short
    said = zh_int(n)
    if n % 1000 == 0 and 10000 < n < 100000 and n % 10000 and rng.random() < 0.4:
        said = f"{zh_int(n // 10000)}万{DIGITS[n % 10000 // 1000]}"  # 一万二
    if rng.random() < 0.75:
        said = re.sub("(?<!十)二(?=[千万亿])|二(?=百)", "两", said)
    return said


def zh_written(n: int) -> str:
    """Return `n` as a translation should show it: in figures, from a million on with 万 or 亿 where exact."""
    return (_in_units(n, _ZH_UNITS) if n >= 10**6 else "") or str(n)


def en_written(n: int) -> str:
    """Return `n` as a translation should show it: 12,000, from a million on 1.5 million where that is exact."""
    return _in_units(n, _EN_UNITS) or f"{n:,}"


def _in_units(n: int, units: tuple[tuple[int, str], ...]) -> str:
    """Return `n` in the largest of `units` that it reaches, "" unless two decimals say it exactly."""
    for unit, name in units:
        if n >= unit:
            return f"{n / unit:.10g}{name}" if n % (unit // 100) == 0 else ""
    return ""


def en_typed(n: int, rng: random.Random) -> str:
    """Return `n` in one of the ways in which buyers type it: 12,000, 12000, 12k, 1.5 million, 5 lakh."""
    style = rng.random()
    if style < 0.2 and n >= 1000:
        if n >= 10**6:
            return en_written(n)
        if n % 100 == 0:
            return f"{n / 1000:g}k"
    if style < 0.23 and 10**5 <= n < 10**7 and n % 10**4 == 0:
        return f"{n / 10**5:g} lakh"
    return f"{n:,}" if style > 0.6 else str(n)


def number(n: int, rng: random.Random) -> Filled:
    """Return the four forms of `n`."""
    return Filled(zh_heard(n, rng), en_written(n), en_typed(n, rng), zh_written(n))


def round_int(rng: random.Random, low: int, high: int) -> int:
    """Return a number between `low` and `high`, each size alike, mostly round."""
    n = int(10 ** rng.uniform(math.log10(low), math.log10(high)))
    for step in (10**8, 10**7, 10**6, 10**5, 10**4, 1000, 100, 10):
        if n >= step * 2 and rng.random() < 0.6:
            return n // step * step
    return max(1, n)


def fill_number(slot: str, rng: random.Random) -> Filled | None:
    """Return a value for a slot of figures, None for any other slot."""
    maker = _MAKERS.get(slot)
    return maker(rng) if maker else None


def _quantity(rng: random.Random) -> Filled:
    return number(round_int(rng, 2, 500_000 if rng.random() < 0.93 else 5_000_000_000), rng)


def _in_full(n: int, rng: random.Random) -> Filled:
    """Return `n` as it stands before a unit: nobody types 6kmAh."""
    return Filled(zh_heard(n, rng), en_written(n), rng.choice([f"{n:,}", str(n)]), zh_written(n))


def _capacity(rng: random.Random) -> Filled:
    zh, en = rng.choice([("毫升", "ml"), ("毫安时", "mAh"), ("升", "L"), ("mAh", "mAh"), ("L", "L")])
    return _measure(_in_full(round_int(rng, 50, 20000), rng), zh, en, rng)


def _power(rng: random.Random) -> Filled:
    return _measure(_in_full(round_int(rng, 3, 9000), rng), rng.choice(["瓦", "W"]), "W", rng)


def _weight(rng: random.Random) -> Filled:
    n = str(rng.choice([rng.randint(1, 999), round(rng.uniform(0.1, 30), 1)]))
    zh, en = rng.choice([("公斤", "kg"), ("千克", "kg"), ("克", "g"), ("吨", "tons"), ("kg", "kg")])
    return _measure(same(n, n), zh, en, rng)


def _measure(value: Filled, zh: str, en: str, rng: random.Random) -> Filled:
    """Return `value` with its unit; buyers type 500ml as often as 500 ml."""
    gap = "" if len(en) <= 3 and rng.random() < 0.5 else " "
    return Filled(
        value.zh_heard + zh, f"{value.en_written} {en}", value.en_typed + gap + en, value.zh_written + zh
    )


def _days(rng: random.Random) -> Filled:
    a = rng.choice([3, 5, 7, 10, 12, 15, 20, 25, 30, 35, 45, 60, 90])
    if rng.random() >= 0.4:
        return number(a, rng)
    b = a + rng.choice([2, 3, 5, 10])
    heard = f"{a}到{b}" if rng.random() < 0.5 else f"{zh_int(a)}到{zh_int(b)}"
    return Filled(heard, f"{a} to {b}", rng.choice([f"{a} to {b}", f"{a}-{b}"]), f"{a}到{b}")


def _percent(rng: random.Random) -> Filled:
    p = rng.choice([1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 35, 40, 50, 60, 70, 80, 90, 95, 99])
    heard = f"{p}%" if rng.random() < 0.5 else f"百分之{zh_int(p)}"
    return Filled(heard, f"{p}%", rng.choice([f"{p}%", f"{p}%", f"{p} percent"]), f"{p}%")


def _price(rng: random.Random) -> Filled:
    cents = rng.randint(5, 99900) if rng.random() < 0.7 else rng.randint(0, 9990) * 100 + 100
    whole, part = divmod(cents, 100)
    decimals = f"{part:02d}".rstrip("0")
    tail = f".{decimals}" if decimals else ""
    written = f"{whole:,}{tail}"
    heard = written
    if rng.random() < 0.35:
        heard = zh_int(whole) + ("点" + "".join(DIGITS[int(c)] for c in decimals) if decimals else "")
    typed = written if rng.random() < 0.5 else f"{whole}{tail}"
    return Filled(heard, written, typed, f"{whole}{tail}")


def _size(rng: random.Random) -> Filled:
    sides = [str(rng.randint(3, 240)) for _ in range(rng.choice([2, 3]))]
    zh, en = rng.choice([("厘米", "cm"), ("毫米", "mm"), ("cm", "cm"), ("米", "m")])
    heard = rng.choice(["×", "乘", "*", "x"]).join(sides) + zh
    typed = rng.choice([" × ", "x", "*", " x "]).join(sides) + rng.choice(["", " "]) + en
    return Filled(heard, " × ".join(sides) + f" {en}", typed, "×".join(sides) + zh)


def _temperature(rng: random.Random) -> Filled:
    n = rng.randint(-40, 300)
    if n < 0:
        return Filled(f"零下{zh_int(-n)}度", f"{n}°C", rng.choice([f"{n}°C", f"{n} C"]), f"零下{-n}度")
    heard = zh_heard(n, rng) + rng.choice(["度", "摄氏度", "℃"])
    return Filled(heard, f"{n}°C", rng.choice([f"{n}°C", f"{n} degrees"]), f"{n}度")


def _year(rng: random.Random) -> Filled:
    year = str(rng.randint(1985, 2035))
    return same(year, year)


def _sku(rng: random.Random) -> Filled:
    code = rng.choice(_SKU_SERIES) + rng.choice(["", "-"]) + str(rng.randint(1, 9999))
    if rng.random() < 0.3:
        code += rng.choice(["-2", "B", "Pro", " Plus", "S", "-XL"])
    return same(code, code)


_MAKERS = {
    "capacity": _capacity,
    "qty": _quantity,
    "number": _quantity,
    "days": _days,
    "percent": _percent,
    "price": _price,
    "size": _size,
    "weight": _weight,
    "power": _power,
    "temperature": _temperature,
    "year": _year,
    "sku": _sku,
}


def fill(
    zh: str, en: str, slots: dict[str, list[tuple[str, str]]], rng: random.Random
) -> list[tuple[str, str, str]]:
    """Return the lines (zh, en, tag) that one filling of a template gives; none if a slot has no values.

    Tag "" serves both directions, "z" only Chinese to English and "e" only English to Chinese. One filling in eight
    has placeholders for its names, counted from 1 in the order of the Chinese.
    """
    read_zh, wrote_en, read_en, wrote_zh = zh, en, en, zh
    is_masked, masks = rng.random() < _MASKED, iter(PLACEHOLDERS)
    names = list(dict.fromkeys(re.findall(r"\{(\w+)\}", zh + en)))
    for name in names:
        if is_masked and name in _NAMES:
            value: Filled | None = same(mask := next(masks), mask)
        else:
            value = fill_number(name, rng) or (same(*rng.choice(slots[name])) if name in slots else None)
        if value is None:
            return []
        slot = f"{{{name}}}"
        read_zh, wrote_en = read_zh.replace(slot, value.zh_heard), wrote_en.replace(slot, value.en_written)
        read_en, wrote_zh = read_en.replace(slot, value.en_typed), wrote_zh.replace(slot, value.zh_written)
    wrote_en, read_en = (re.sub(r"\b(our|the|The|your|a) the ", r"\1 ", text) for text in (wrote_en, read_en))
    if (read_zh, wrote_en) == (wrote_zh, read_en):
        return [(read_zh, wrote_en, "")]
    return [(read_zh, wrote_en, "z"), (wrote_zh, read_en, "e")]
