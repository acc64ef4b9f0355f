"""What the heading of a column says: which field, in which language, from which quantity, in which currency."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from livedesk.core.catalogue.importing.columns import (
    BY_LANGUAGE,
    MOST_STEPS,
    PRICES,
    STEPPED,
    Column,
    Field,
)
from livedesk.core.catalogue.importing.heading_words import BARE_KEYS, LANGUAGES, OTHERS, TRADITIONAL, WORDS
from livedesk.core.catalogue.importing.money import currency_in
from livedesk.core.catalogue.importing.units import CENTIMETRES, KILOGRAMS, SOLD_BY
from livedesk.core.catalogue.quotation import INCOTERMS
from livedesk.core.ids import Language
from livedesk.core.translation.model import language_from_code

LONGEST_HEADING = 80
"""Letters; what is longer is a note."""
_LEAST_KNOWN = 0.45
"""How much of a heading must be understood. A note that happens to hold the word 价格 says nothing about a column."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a heading says, how much of it says so (`weight`) and how usual the word is (`rank`, 0 the most)."""

    column: Column
    weight: int
    rank: int = 0


_BOOTH = re.compile(r"([a-z_]+?)_([a-z]{2})")
_BOOTH_STEP = re.compile(r"tier([1-9])_(qty|price)")
_BOOTH_NAMES = {
    "lead_time_days": Field.LEAD_TIME,
    "certificates": Field.CERTIFICATES,
    "picture": Field.PICTURES,
    "hs_code": Field.HS_CODE,
    "sample_price": Field.SAMPLE_PRICE,
    "sample_days": Field.SAMPLE_DAYS,
    "incoterm_place": Field.INCOTERM_PLACE,
}
_CUSTOM = re.compile(r"自定义 custom: (.+)", re.DOTALL | re.IGNORECASE)

_UNIT_WORDS = "|".join(sorted(map(re.escape, SOLD_BY), key=len, reverse=True))
_PIECES = rf"(?:\s*(?:{_UNIT_WORDS}))?(?![a-z])"
_FROM_QUANTITY = (
    re.compile(rf"(\d[\d,]*){_PIECES}\s*(?:-|~|—|to|至|到)\s*\d[\d,]*{_PIECES}"),
    re.compile(rf"(?:>=|≥|>|⩾|from|起|满)\s*(\d[\d,]*){_PIECES}\s*(?:\+|以上|起)?"),
    re.compile(rf"(\d[\d,]*){_PIECES}\s*(?:\+|以上|及以上|起|up|and up|and above|or more)"),
    re.compile(rf"(\d[\d,]*)\s*(?:{_UNIT_WORDS})(?![a-z])"),
    re.compile(r"(?<![\d.])(\d{2,9})(?![\d.])"),
)
_BELOW = re.compile(
    rf"(?:<=?|≤|below|under|less than|低于|小于)\s*\d[\d,]*{_PIECES}|\d[\d,]*{_PIECES}\s*以下"
)
_STEP = re.compile(r"(?<![\d.])([1-9]|1\d|20)(?!\d)")
_STEP_QUANTITY = re.compile(r"数量|起批量|起订量|qty|quantity|moq|pcs")
_HAN = re.compile(r"[一-鿿]+")
_NOTHING = re.compile(r"[\s()\[\]{}<>:,.;/|*_+\-=~、，。：；（）【】\"'#°@!?]+")
_PER = re.compile(r"(?:/|per\s+|每)\s*([a-z]{1,8}|[一-鿿]{1,2})(?![a-z])")
_INCOTERM = re.compile(rf"(?<![a-z])({'|'.join(sorted(INCOTERMS)).lower()})(?![a-z])")
_LATIN_LANGUAGE = re.compile(
    rf"(?<![a-z])({'|'.join(sorted((w for w in LANGUAGES if w.isascii()), key=len, reverse=True))})(?![a-z])"
)
_HAN_LANGUAGE = re.compile("|".join(sorted((w for w in LANGUAGES if not w.isascii()), key=len, reverse=True)))
_LANGUAGE_CODE = re.compile(r"[(\[ _.]([a-z]{2})(?:[-_][a-z]{2,4})?[)\]]?$")
_FILLER = re.compile(
    r"(?<![a-z])(?:the|of|in|per|and|for|by|with|our|your|only|approx|about|total|no|days?|pls|net)(?![a-z])"
    r"|[的（）]|以上|天数?|工作日|含|不|可选|填写|必填|列表|信息|编码"
)
_OTHERS = re.compile(
    "|".join(
        rf"(?<![a-z]){word.replace('-', ' ?')}(?![a-z])" if word.isascii() else word
        for word in OTHERS.split()
    )
)
_PLACE = re.compile(r"[a-z]{3,}(?: [a-z]{3,})?|[一-鿿]{2,4}")
_SIDE = re.compile(r"(?:^|[^a-z])(长|宽|高|length|width|height|l|w|h)(?:[^a-z]|$)")
_SIDES = {
    "长": Field.CARTON_LENGTH,
    "length": Field.CARTON_LENGTH,
    "l": Field.CARTON_LENGTH,
    "宽": Field.CARTON_WIDTH,
    "width": Field.CARTON_WIDTH,
    "w": Field.CARTON_WIDTH,
    "高": Field.CARTON_HEIGHT,
    "height": Field.CARTON_HEIGHT,
    "h": Field.CARTON_HEIGHT,
}


def fold_heading(text: str) -> str:
    """Return a heading as it is compared: half-width, lower case, Simplified, on one line, no space at the ends."""
    folded = unicodedata.normalize("NFKC", text).translate(TRADITIONAL).casefold()
    return " ".join(folded.replace("＃", "#").split())


@lru_cache(maxsize=4096)
def read_heading(text: str) -> Match | None:
    """Return what a heading says, None where it says nothing known."""
    custom = _CUSTOM.fullmatch(" ".join(text.split()))
    if custom:
        return Match(Column(Field.CUSTOM, name=custom[1].strip()), 2 * len(text))
    if not text.strip() or len(text) > LONGEST_HEADING:
        return None
    folded = fold_heading(text)
    return _booth_name(folded) or (None if _OTHERS.search(folded) else _read(folded))


def _booth_name(folded: str) -> Match | None:
    """Read the column names of a booth folder: name_zh, tier1_qty, lead_time_days."""
    weight = 2 * len(folded)
    if folded in _BOOTH_NAMES:
        return Match(Column(_BOOTH_NAMES[folded]), weight)
    step = _BOOTH_STEP.fullmatch(folded)
    if step:
        field = Field.TIER_QUANTITY if step[2] == "qty" else Field.TIER_PRICE
        return Match(Column(field, step=int(step[1])), weight)
    by_language = _BOOTH.fullmatch(folded)
    if by_language and by_language[1] in BARE_KEYS and language_from_code(by_language[2]):
        return Match(Column(BARE_KEYS[by_language[1]], language_from_code(by_language[2])), weight)
    return None


def _read(folded: str) -> Match | None:
    found = _best_words(folded)
    rest = folded
    for _, start, end, _ in found:
        rest = rest[:start] + "\0" * (end - start) + rest[end:]
    field = found[0][0] if found else None
    rank = found[0][3] if found else 0
    weight = sum(_weight(folded[start:end]) for name, start, end, _ in found if name is field)
    language, rest = _language(rest)
    column = Column(field or Field.PRICE, language=language)
    tier, after = _tier(column if field else None, rest)
    if tier is not None:
        column, rest = tier, after
        weight += 2
    elif field is None:
        return None
    column, rest = _with_hints(column, folded, rest)
    if column.field not in BY_LANGUAGE:
        column = replace(column, language=None)
    return Match(column, weight, rank) if _is_understood(folded, rest) else None


def _is_understood(folded: str, rest: str) -> bool:
    unknown = _weight(_FILLER.sub("", rest.replace("\0", " ")))
    return unknown <= (1 - _LEAST_KNOWN) * max(1, _weight(folded))


def _weight(text: str) -> int:
    """How much a text says: a Chinese character as much as two letters."""
    return sum(2 if "一" <= c <= "鿿" else 1 for c in _NOTHING.sub("", text).replace("\0", ""))


@cache
def _patterns() -> list[tuple[re.Pattern[str], Field, int]]:
    # Made when the first heading is read: some 500 patterns take a tenth of a second, which the start has not.
    found = []
    for field, words in WORDS.items():
        for rank, word in enumerate(words.split(", ")):
            word = word.strip()
            if word.isascii():
                spaced = r"[\s./_-]*".join(re.escape(part) for part in re.split(r"[\s]+", word))
                is_word = word[-1].isalnum()
                pattern = rf"(?<![a-z]){spaced}(?![a-z])\.?" if is_word else rf"(?<![a-z]){spaced}"
            else:
                pattern = re.escape(word)
            found.append((re.compile(pattern), field, rank))
    return found


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for pattern, _, _ in _patterns()))


def _best_words(folded: str) -> list[tuple[Field, int, int, int]]:
    """Return the words that a heading is made of, (field, start, end, rank): none overlaps, the weightiest first."""
    if not _any_word().search(folded):
        return []
    hits = []
    for pattern, field, rank in _patterns():
        for match in pattern.finditer(folded):
            hits.append((field, match.start(), match.end(), rank))
    hits.sort(key=lambda hit: (-_weight(folded[hit[1] : hit[2]]), hit[1], hit[3]))
    taken: list[tuple[Field, int, int, int]] = []
    for hit in hits:
        if all(hit[2] <= start or hit[1] >= end for _, start, end, _ in taken):
            taken.append(hit)
    return _settled(folded, taken)


def _settled(folded: str, words: list[tuple[Field, int, int, int]]) -> list[tuple[Field, int, int, int]]:
    """Decide what a heading with words of several fields says; its field comes first."""
    fields = {word[0] for word in words}
    if {Field.GROSS_WEIGHT, Field.NET_WEIGHT} <= fields:
        return [(Field.WEIGHTS, start, end, rank) for _, start, end, rank in words]
    if {Field.CARTON_SIZE, Field.SIZES} & fields and not re.search(r"长.?宽|l.{1,3}w", folded):
        rest = folded
        for _, start, end, _ in words:
            rest = rest[:start] + " " * (end - start) + rest[end:]
        side = _SIDE.search(rest)
        if side and Field.CARTON_SIZE not in fields:
            return []  # one side of the product: no field of its own, and not its size
        if side:
            return [(_SIDES[side[1]], start, end, rank) for _, start, end, rank in words]
    if len(fields) > 1:
        totals = {f: sum(_weight(folded[s:e]) for g, s, e, _ in words if g is f) for f in fields}
        # A word that only says how something is counted yields to one that says what it is: "Price unit USD".
        for weak in (Field.UNIT, Field.ROW_NUMBER, Field.STOCK):
            if weak in totals:
                totals[weak] -= 3
        best = max(totals.values())
        first = next(word[0] for word in sorted(words, key=lambda w: w[1]) if totals[word[0]] == best)
        words = sorted(words, key=lambda w: (w[0] is not first, w[1]))
    return words


def _language(rest: str) -> tuple[Language | None, str]:
    for pattern in (_HAN_LANGUAGE, _LATIN_LANGUAGE):
        match = pattern.search(rest)
        if match:
            return Language(LANGUAGES[match[0]]), rest[: match.start()] + "\0" + rest[match.end() :]
    code = _LANGUAGE_CODE.search(rest)
    language = language_from_code(code[1]) if code else None
    if code and language and (code[1] not in ("no", "id") or "(" in code[0]):
        return language, rest[: code.start()]
    return None, rest


def _tier(column: Column | None, rest: str) -> tuple[Column | None, str]:
    """Return a price from some quantity, or a price or quantity of a step; None where the heading is neither."""
    field = column.field if column else None
    if field not in (None, Field.PRICE, Field.MOQ, Field.STOCK):
        return None, rest
    plain = rest.replace(",", "")
    is_price = field is Field.PRICE
    step = _STEP.search(plain)
    if step and (is_price or field is Field.MOQ or _STEP_QUANTITY.search(plain)):
        after = plain[: step.start()] + plain[step.end() :]
        if not re.search(rf"[-~+≥>]|以上|{step[1]}\s*(?:{_UNIT_WORDS})(?![a-z])", plain):
            kind = Field.TIER_PRICE if is_price else Field.TIER_QUANTITY
            return Column(kind, step=min(int(step[1]), MOST_STEPS)), _STEP_QUANTITY.sub("", after)
    if field is Field.STOCK:
        return None, rest
    if field is Field.MOQ:
        least = _FROM_QUANTITY[-1].search(plain)
        return (Column(Field.PRICE, quantity=int(least[1])), "") if least else (None, rest)  # "MOQ 500"
    below = _BELOW.search(plain)
    if below:
        return Column(Field.PRICE, quantity=1), plain[: below.start()] + plain[below.end() :]
    for pattern in _FROM_QUANTITY:
        match = pattern.search(plain)
        if match and int(match[1]) > 0:
            return Column(Field.PRICE, quantity=int(match[1])), plain[: match.start()] + plain[match.end() :]
    return None, rest


def _with_hints(column: Column, folded: str, rest: str) -> tuple[Column, str]:
    """Add currency, Incoterm and units that the heading states, and take them out of `rest`."""
    if column.field in PRICES or column.field in STEPPED or column.field is Field.CURRENCY:
        currency, rest = currency_in(rest)
        column = replace(column, currency=currency)
        per = _PER.search(rest)
        if per and per[1] in SOLD_BY:
            column = replace(column, unit=per[1])
            rest = rest[: per.start()] + rest[per.end() :]
        term = _INCOTERM.search(folded)
        if term and column.field is not Field.CURRENCY:
            column = replace(column, incoterm=term[1].upper())
            rest = _INCOTERM.sub("", rest)
            place = _NOTHING.sub(" ", _FILLER.sub("", rest.replace("\0", " "))).strip()
            if _PLACE.fullmatch(place):
                column, rest = replace(column, place=place.title()), ""
    known = SOLD_BY
    if column.field in (Field.GROSS_WEIGHT, Field.NET_WEIGHT, Field.WEIGHTS):
        known = dict.fromkeys(KILOGRAMS, "")
    elif column.field.value.startswith("carton_"):
        known = dict.fromkeys(CENTIMETRES, "")
    for word in re.findall(r"[a-z]+|[一-鿿]+|\"", rest):
        if word in known or word in CENTIMETRES or word in KILOGRAMS:
            if word in known and known is not SOLD_BY:
                column = replace(column, unit=word)
            rest = re.sub(rf"(?<![a-z]){re.escape(word)}(?![a-z])", "", rest, count=1)
    return column, rest
