"""Currencies as price lists write them."""

import re

_WRITTEN = {
    "USD": "us$ usd u.s.$ 美元 美金 us-dollar us dollars",
    "CNY": "rmb cny ￥ ¥ 元 人民币 块 yuan",
    "EUR": "€ eur 欧元 euro",
    "GBP": "£ gbp 英镑",
    "HKD": "hk$ hkd 港币 港元",
    "JPY": "jpy 日元 円",
    "TWD": "nt$ twd ntd 新台币 台币",
    "AUD": "au$ aud a$ 澳元",
    "CAD": "ca$ cad c$ 加元",
    "SGD": "sgd s$ 新币 新加坡元",
    "KRW": "krw ₩ 韩元",
    "INR": "inr ₹ 卢比",
    "AED": "aed 迪拉姆",
    "RUB": "rub ₽ 卢布",
}
_CODES = {word: code for code, words in _WRITTEN.items() for word in words.split(" ")}
_CODES["$"] = "USD"
CURRENCIES = frozenset(_WRITTEN)
"""ISO codes of the currencies that a sign or word stands for; others are read by their three letters."""


def _pattern() -> re.Pattern[str]:
    parts = []
    for word in sorted(_CODES, key=len, reverse=True):
        escaped = re.escape(word)
        before = r"(?<![a-z])" if word[0].isascii() and word[0].isalpha() else ""
        after = r"(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else ""
        parts.append(f"{before}{escaped}{after}")
    return re.compile("|".join(parts))


_SIGN = _pattern()
_CODE = re.compile(r"[A-Z]{3}")


def currency_in(folded: str) -> tuple[str, str]:
    """Return the currency in a folded text, "" for none or for two that differ, and the text without it.

    "$" alone is the US dollar and "¥" the Chinese yuan, as in the lists of Chinese exporters.
    """
    found = {_CODES[match[0]] for match in _SIGN.finditer(folded)}
    if len(found) != 1:
        return "", folded
    return found.pop(), _SIGN.sub(" ", folded)


def has_currency(folded: str) -> bool:
    """Whether a folded text names any currency."""
    return _SIGN.search(folded) is not None


def read_currency(text: str) -> str:
    """Return the ISO code that a cell names ("USD", "美元"), "" where it names none."""
    stripped = text.strip()
    if _CODE.fullmatch(stripped):
        return "CNY" if stripped == "RMB" else stripped
    code, rest = currency_in(stripped.casefold())
    return code if not rest.strip(" ()/") else ""
