"""What a translation model must not touch: links, addresses, phone numbers, @names, #tags, codes, measures, prices.

Found by form alone, in any language; names with a fixed translation are the glossary's. Figures that are only figures
(1000, 3 weeks, 10k, 1000-3000) are left to the model and to the comparison of figures. Prices and measures are hidden
because it helps: 95 of 376 trade lines with some had all figures right through the interim models, else 42.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from livedesk.core.ids import Language


class Fragile(IntEnum):
    """Kinds of fragile text; a smaller value is the more easily broken and goes first."""

    MARK = 0
    LINK = 1
    EMAIL = 2
    PHONE = 3
    HANDLE = 4
    TAG = 5
    CODE = 6
    TERM = 7
    PRICE = 8
    MEASURE = 9
    ACRONYM = 10


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a text, and what they are."""

    start: int
    end: int
    kind: Fragile


_LINK = re.compile(
    r"(?:https?://|www\.)[\w.~:/?#\[\]@!$&'()*+,;=%-]+"
    r"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:com|net|org|cn|shop|store|biz|info|app|io)(?![\w.-]*\w)(?:/[\w./?&=%#~+-]*)?"
    r"|(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,6}/[\w./?&=%#~+-]+",
    re.ASCII | re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]*\w@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:"
    r"(?:\+|00)\s?\(?\d{1,4}\)?(?:[\s.()-]{0,2}\d{1,8}){1,6}"  # +86 138-0000-0000, 0034 600 00 00 00
    r"|\(?0\d{1,4}\)?[\s.-]\d{3,4}[\s.-]?\d{3,8}(?:[\s.-]\d{2,4})?"  # 0574-8800 0000, (010) 65000000
    r"|\(\d{3}\)\s?\d{3}-\d{4}"
    r"|\d{3,4}-\d{3,4}-\d{3,4}"
    r"|\d{7,15}"  # a number this long without a separator is never a quantity as people write it
    r")(?![\w-]|[.,]\d)",
    re.ASCII,
)
_HANDLE = re.compile(r"(?<![\w.@])@(?!\d)[\w.-]{2,30}")
_TAG = re.compile(r"(?<![\w#&;])#(?!\d)\w{2,30}")
_MARK = re.compile(r"⟦[^⟦⟧]{0,12}⟧")

_NUMBER = r"\d++(?:[.,]\d++)*+"
_UNIT = (
    r"(?:cm|mm|km|ml|mL|cl|oz|kg|lbs?|kW|mAh|Ah|k?Hz|[MG]Hz|[GMT]B|°[CF]|℃|dB|rpm|bar|psi|lm|MPa|kPa|Nm|gsm|dpi|L|W|V"
    r"|c?m[²³]|g(?!\w)|m(?!\w)|l(?!\w))(?![A-Za-z0-9])"
)
_TIMES = r"\s?[×xX*]\s?"
_MEASURE = re.compile(
    rf"(?<![\w.,#-])(?:(?:{_NUMBER}{_TIMES}){{0,3}}{_NUMBER}(?:\s?[-–~]\s?{_NUMBER})?\s?{_UNIT}"
    rf"|{_NUMBER}(?:{_TIMES}{_NUMBER}){{1,3}}(?!\w|{_TIMES}\d))",
    re.ASCII,
)
_MONEY = r"(?:US\$|HK\$|NT\$|[$€£¥￥]|USD|RMB|CNY|EUR|GBP|HKD)"
_PRICE = re.compile(
    rf"(?<!\w)(?:{_MONEY}\s?{_NUMBER}|(?<![.,]){_NUMBER}\s?(?:{_MONEY}))(?![\w]|[.,]\d)", re.ASCII
)

_TOKEN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[-_/.#+]+[A-Za-z0-9]+)*(?![A-Za-z0-9])")
_STANDARD = re.compile(
    r"(?<![A-Za-z0-9])(?:EN ISO|ISO|IEC|EN|IP|ASTM|GB/T|GB|DIN|BS|JIS|ANSI|UL|AQL|RAL|Pantone|Prop)"
    r"[ -]?(?:[A-Z]{1,2}[ -]?)?\d[A-Za-z0-9]*(?:[-:.][A-Za-z0-9]+)*"
)
_FIGURE = re.compile(
    r"\d+(?:[-.,/~:]\d+)*(?:[a-z]*|[KM]|[AP]M)(?:/[A-Za-z]+)?"  # 500pcs, 3.20/pc, 30-40days, 10k, 2PM
    r"|(?:[Nn][Oo]s?|[Nn]r|[Qq][Tt][Yy]|MOQ|FOB|CIF|EXW|USD|US|RMB|CNY|EUR|GBP|HKD|AUD|CAD|INR|[xX])[.-]?\d+(?:[.,]\d+)*"
)
_SHORTEST_LOWER_CASE = 4
"""Shorter ones without capitals are how people write "before" and "great": b4, gr8."""

_TRADE_CODES = (
    "FOB CIF CFR EXW DDP DDU DAP FCA CPT CIP CNF T/T L/C D/P D/A B/L FCL LCL OEM ODM MOQ SKU ETA ETD HS VAT QC AQL"
    " CE RoHS FDA LFGB REACH FCC ETL GS TUV EAC SASO SABER BSCI SGS FSC KC PSE CB UKCA"
    " ABS PP PE PET PVC EVA TPR TPU TPE HDPE PU LED LCD USB HDMI NFC GPS RGB WhatsApp WeChat PayPal Alibaba Amazon"
)
_KEPT_EVERYWHERE = frozenset(_TRADE_CODES.split())
_NAME_IN_HAN = re.compile(
    r"[A-Z]{2,}[a-z]?|[A-Z][a-z]{3,}(?:[A-Z][a-z]+)*|[A-Za-z]+[A-Z][A-Za-z]*|[A-Za-z]+-[A-Z]\w*"
)
_USUAL_WORDS = frozenset(
    {"OK", "LOGO", "APP", "VIP", "HI", "HELLO", "BYE", "PLS", "THX", "THE", "AND", "YES", "NO"}
)
_WRITTEN_IN_HAN = frozenset({Language("zh"), Language("ja")})
_TRAILING = ".,;:!?'\")]*"


def find_fragile(text: str, language: Language) -> list[Span]:
    """Return the fragile spans of `text`, in order and apart; `language` tells whether Latin words are names."""
    kept: list[Span] = []
    taken = bytearray(len(text))
    for span in _all(text, language):
        if taken.find(1, span.start, span.end) < 0:
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def is_code_like(token: str) -> bool:
    """Whether `token` (Latin letters, digits, - _ / . # +) is a code rather than a word or a figure."""
    if not any(c.isdigit() for c in token) or not any(c.isalpha() for c in token):
        return token.count("-") > 0 and any(c.isdigit() for c in token) and _is_digit_code(token)
    if _FIGURE.fullmatch(token):
        return False
    return not (token.isalnum() and token == token.lower() and len(token) < _SHORTEST_LOWER_CASE)


def _is_digit_code(token: str) -> bool:
    """Whether digits and hyphens are a part number rather than a range or a date: "77-1035-02", "04465-02"."""
    parts = token.split("-")
    is_date = len(parts) == 3 and len(parts[0]) == 4 and all(len(p) <= 2 for p in parts[1:])
    return all(p.isdigit() for p in parts) and not is_date and (len(parts) > 2 or token.startswith("0"))


def _all(text: str, language: Language) -> Iterator[Span]:
    """Yield every candidate; where two overlap the one that comes first counts."""
    for kind, pattern in (
        (Fragile.MARK, _MARK),
        (Fragile.EMAIL, _EMAIL),
        (Fragile.LINK, _LINK),
        (Fragile.PRICE, _PRICE),
        (Fragile.MEASURE, _MEASURE),
        (Fragile.PHONE, _PHONE),
        (Fragile.HANDLE, _HANDLE),
        (Fragile.TAG, _TAG),
        (Fragile.CODE, _STANDARD),
    ):
        for match in pattern.finditer(text):
            end = match.end()
            if kind not in (Fragile.MARK, Fragile.MEASURE, Fragile.PRICE, Fragile.PHONE):
                end = match.start() + len(match.group().rstrip(_TRAILING))
            if end > match.start():
                yield Span(match.start(), end, kind)
    for match in _TOKEN.finditer(text):
        if is_code_like(match.group()):
            yield Span(match.start(), match.end(), Fragile.CODE)
        elif _is_kept_word(match.group(), language):
            yield Span(match.start(), match.end(), Fragile.ACRONYM)


def _is_kept_word(token: str, language: Language) -> bool:
    """Whether a Latin word stays as it is: trade codes anywhere; among Chinese characters any name or acronym."""
    if token in _KEPT_EVERYWHERE:
        return True
    is_among_han = language in _WRITTEN_IN_HAN and token.upper() not in _USUAL_WORDS
    return is_among_han and _NAME_IN_HAN.fullmatch(token) is not None
