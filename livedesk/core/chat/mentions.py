"""Which products a buyer's message speaks of: by number, article number or name. Rather none than a wrong one.

- A bare number counts only when the message is nothing else; within a sentence it needs "#3", "3号", "第3款",
  "no. 3", "item 3" or the like, and no unit behind it.
- An article number counts with or without its dashes, in any case and width; a short one, or one of digits or
  letters only, just as the whole message.
- A name counts whole, in any language, as far as it is long enough and only one product has it.

A message costs dictionary look-ups for its own words, however large the catalogue is.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise

from livedesk.core.catalogue.product import Product
from livedesk.core.ids import Sku
from livedesk.core.records import Message
from livedesk.core.translation.terms import without_size

MOST_LINKS = 5
"""A message that names more products is a list, and a list says nothing."""

_FEW = 20
"""So many changed products are forgotten at once; of an import they go in steps, and messages are linked again."""

_LONGEST_TEXT = 600
"""Letters that are looked through."""

_UNITS = (
    r"pcs?|pieces?|units?|sets?|ctns?|cartons?|box(?:es)?|pairs?|dozens?|kgs?|g|grams?|tons?|cm|mm|m|inch(?:es)?|ft|"
    r"ml|l|lit(?:er|re)s?|usd|eur|rmb|cny|dollars?|euros?|yuan|cents?|k|w|v|hours?|days?|weeks?|months?|years?|times|"
    r"million|thousand|hundred|percent|of|x"
)
_END = rf"(?![\d.,:/%-]*\d|\s*(?:%|[个件套箱只台元块美条双打千万百天年月周时点]|(?:{_UNITS})(?![a-z])))"
"""What may not stand behind the number: more digits, or what it counts."""
_LABELS = (
    r"#|no[.:]|item(?: (?:no|number|nr)?[.:]?)?|number|product(?: (?:no|number)[.:]?)?|art(?:icle|\.)|model|link|"
    r"nr\.?|nummer|num(?:ero|\.)|articulo|producto|produit|artikel|номер|товар|артикул|رقم|منتج|san pham|nomor|urun|"
    r"链接|款号|编号|产品|宝贝|商品|番号|번호|상품"
)
_LABELLED = re.compile(rf"(?<![a-zа-я])(?:{_LABELS})\s?[#:]?\s?(\d{{1,6}}){_END}")
_NO = re.compile(r"(?<![a-zа-я])no (\d{1,6})(?=\s*(?:$|[?!.,;]\D|[?!.,;]$))")
"""Without its dot "no 3 pieces" is another thing."""
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_DATE = re.compile(r"\d{1,2}\s?月\s?\d{1,2}\s?[号日]?")
_DAY = (
    r"\s?(?:楼|馆|门|店|厅|线|仓|库|桌|台|位|街|路|晚|早|前|后|到|发|出货|送|走|开|结|截|起|止|上午|下午|之前|以前|以后"
    r"|左右|交|装|提货|那天|当天|能发|能到|能送|才|[\d一二三四五六七八九十])"
)
"""Behind a 号 it is a day of the month or a place."""
_COUNTED = re.compile(
    rf"(?<![\d.月年,:/到至-])(?:第\s?)?(\d{{1,6}}|{_NUMERAL})\s?号(?!{_DAY})"
    rf"|第\s?(\d{{1,6}}|{_NUMERAL})\s?(?:款|个产品|个商品|个链接|件商品)"
    r"|(?<![\d.,:/-])(\d{1,6})\s?(?:번(?!째)|番(?!目))"
)
_ALONE = re.compile(r"[^\w$€£¥₽₩₫฿%/:<>=*-]*(\d{1,6})[^\w$€£¥₽₩₫฿%/:<>=*-]*")
_NUMERO = re.compile("№|\\b[Nn][º°]")
_CODE = re.compile(r"[a-z0-9]+")
_GLUE = re.compile(r" ?[-_./] ?| ")
_MOST_PARTS = 6
_SHORT_WORDS = frozenset(
    "a an and are at buy by can do for from get go has have i if in is it me my need no not of off on only or pay "  # noqa: SIM905 - a list of words
    "per pls please qty so take than the to up us usd want was we with you your pcs cm mm kg ml eur rmb".split()
)
"""Beside a blank they are words of the sentence, not letters of an article number."""
_HAS_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_LEAST_HAN = 3
_LEAST_LETTERS = 7
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九十")}


def fold(text: str) -> str:
    """Return `text` as it is compared: half-width, lower case, accents dropped, one space between words."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", _NUMERO.sub("#", text))
        plain = (
            str(unicodedata.digit(c)) if c.isdigit() else c for c in apart if not unicodedata.combining(c)
        )
        text = unicodedata.normalize("NFC", "".join(plain))
    return " ".join(text.casefold().split())


class Mentions:
    """What the products of a catalogue are called, ready to be found in messages.

    Taking in 10,000 products takes some 300 ms, so `catch_up` does it in steps; `is_ready` says when all are in.
    """

    def __init__(self) -> None:
        self._waiting: dict[Sku, Product] = {}
        self._outdated: dict[Sku, Product] = {}
        self._numbers: dict[int, Sku] = {}
        self._codes: dict[str, list[Sku]] = {}
        self._whole_codes: dict[str, list[Sku]] = {}
        self._names: dict[str, list[Sku]] = {}
        self._lengths: dict[str, dict[int, int]] = {}

    @property
    def is_ready(self) -> bool:
        """Whether every product is taken in as it is."""
        return not self._waiting and not self._outdated

    def change(self, pairs: Iterable[tuple[Product | None, Product | None]]) -> None:
        """Take in what changed: each product before and after, None where it was not there or is gone."""
        for old, new in pairs:
            if old and self._waiting.pop(old.sku, None) is None:
                self._outdated[old.sku] = old
            if new:
                self._waiting[new.sku] = new
        if len(self._outdated) <= _FEW:
            self._forget(_FEW)

    def catch_up(self, count: int) -> None:
        """Forget or take in up to `count` more products."""
        left = count - self._forget(count)
        while self._waiting and left:
            self._put(self._waiting.pop(next(iter(self._waiting))), is_gone=False)
            left -= 1

    def _forget(self, count: int) -> int:
        """Forget up to `count` products that changed; return how many there were."""
        done = 0
        while self._outdated and done < count:
            self._put(self._outdated.pop(next(iter(self._outdated))), is_gone=True)
            done += 1
        return done

    def of(self, message: Message) -> tuple[Sku, ...]:
        """Return the products that `message` speaks of, in the buyer's words or in their translation."""
        texts = [message.text]
        if message.translation and message.translation.text:
            texts.append(message.translation.text)
        found = tuple(dict.fromkeys(sku for text in texts for sku in self.find(text)))
        return found if len(found) <= MOST_LINKS else ()

    def find(self, text: str) -> list[Sku]:
        """Return the products that `text` names, in the order of ways: number, article number, name."""
        folded = fold(text[:_LONGEST_TEXT])
        skus = [sku for number in _numbers(folded) if (sku := self._numbers.get(number))]
        whole = _plain(folded)
        skus += _only(self._whole_codes.get(whole))
        skus += self._find_codes(folded)
        skus += self._find_names(folded)
        return list(dict.fromkeys(skus))

    def _find_codes(self, text: str) -> Iterator[Sku]:
        parts = list(_CODE.finditer(text))
        at = 0
        while at < len(parts):
            for end in range(min(len(parts), at + _MOST_PARTS), at, -1):
                if sku := self._code(text, parts[at:end]):
                    yield sku
                    at = end
                    break
            else:
                at += 1

    def _code(self, text: str, parts: list[re.Match[str]]) -> Sku | None:
        """Return the product whose article number these parts are, if they belong together."""
        code = "".join(part[0] for part in parts)
        found = self._codes.get(code)
        if not found:
            return None
        for before, after in pairwise(parts):
            gap = text[before.end() : after.start()]
            if not _GLUE.fullmatch(gap):
                return None
            if gap == " " and (before[0] in _SHORT_WORDS or after[0] in _SHORT_WORDS):
                return None
        return next(_only(found), None)

    def _find_names(self, text: str) -> Iterator[Sku]:
        at = 0
        while at < len(text) - 1:
            is_start = at == 0 or not (_is_letter(text[at - 1]) and _is_letter(text[at]))
            name = self._name_at(text, at) if is_start else ""
            if name:
                yield from _only(self._names[name])
            at += len(name) or 1

    def _name_at(self, text: str, at: int) -> str:
        """Return the longest name that stands at `at` as words of its own, "" where there is none."""
        for length in sorted(self._lengths.get(text[at : at + 2], ()), reverse=True):
            name = text[at : at + length]
            if name in self._names and _ends_there(text, at + length):
                return name
        return ""

    # --- taking in ---

    def _put(self, product: Product, *, is_gone: bool) -> None:
        if is_gone:
            if self._numbers.get(product.number) == product.sku:
                del self._numbers[product.number]
        elif product.number > 0:
            self._numbers[product.number] = product.sku
        put = partial(_drop if is_gone else _add, sku=product.sku)
        for sku in dict.fromkeys((product.sku, *(v.sku for v in product.variants))):
            code = _plain(fold(sku))
            put(self._codes if _is_telling_code(code) else self._whole_codes, code)
        for name in _names(product):
            put(self._names, name)
            lengths = self._lengths.setdefault(name[:2], {})
            lengths[len(name)] = lengths.get(len(name), 0) + (-1 if is_gone else 1)
            if not lengths[len(name)]:
                del lengths[len(name)]


def _numbers(text: str) -> Iterator[int]:
    alone = _ALONE.fullmatch(text)
    if alone:
        yield int(alone[1])
        return
    text = _DATE.sub(" ", text)
    for pattern in (_LABELLED, _NO, _COUNTED):
        for found in pattern.finditer(text):
            yield _value(next(group for group in found.groups() if group))


def _value(numeral: str) -> int:
    """Return the value of digits, or of a Chinese numeral up to 99; 0 where it is none."""
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十") if "十" in numeral else ("", "", numeral)
    if len(tens) > 1 or len(ones) > 1:
        return 0
    return (_DIGITS[tens] if tens else 1) * 10 * bool(ten) + (_DIGITS[ones] if ones else 0)


def _names(product: Product) -> set[str]:
    """Return the folded names that can stand for the product, with and without their size."""
    texts = (*product.names.values(), *without_size(product.names).values())
    return {name for name in map(fold, texts) if _is_telling_name(name)}


def _is_telling_name(name: str) -> bool:
    if _HAS_HAN.search(name):
        return len(name) >= _LEAST_HAN
    letters = sum(map(str.isalpha, name))
    return letters >= _LEAST_LETTERS or (letters > 3 and " " in name)


def _is_telling_code(code: str) -> bool:
    """Whether a code within a sentence is the product's: it has letters and digits, and enough of them."""
    return len(code) > 3 and code.isascii() and any(map(str.isdigit, code)) and any(map(str.isalpha, code))


def _plain(folded: str) -> str:
    return "".join(c for c in folded if c.isalnum())


def _is_letter(character: str) -> bool:
    return character.isalnum() and not _HAS_HAN.match(character)


def _ends_there(text: str, end: int) -> bool:
    """Whether a word ends at `end`, a plural's s left out of account."""
    if end >= len(text) or not (_is_letter(text[end - 1]) and _is_letter(text[end])):
        return True
    return text[end] == "s" and (end + 1 == len(text) or not _is_letter(text[end + 1]))


def _only(skus: list[Sku] | None) -> Iterator[Sku]:
    """Yield the one product that is meant; of several nobody knows which."""
    if skus and len(skus) == 1:
        yield skus[0]


def _add(table: dict[str, list[Sku]], key: str, sku: Sku) -> None:
    if key:
        table.setdefault(key, []).append(sku)


def _drop(table: dict[str, list[Sku]], key: str, sku: Sku) -> None:
    skus = table.get(key, [])
    if sku in skus:
        skus.remove(sku)
    if not skus:
        table.pop(key, None)
