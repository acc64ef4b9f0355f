"""Finding products while one types: in any language, by sound, by number, SKU and price.

Every word must be found in a product: in its texts, or in how its Chinese names sound ("bianxie", and the initials
"bxzzj"; products found by sound only come last). "#12" is the product with that number, "<5", ">5", "3-5" and
"$3-5" are about its first price. Where nothing is found, a word may lack letters or characters: initials
("bxj" for 便携榨汁机), Chinese characters, and then the most similar word that occurs in names.

A `CatalogueIndex` keeps one folded line a product in memory. SQLite's FTS5 with its trigram tokeniser was measured
against that over 10,000 products (SQLite 3.40, median of 15): 锅 0.4 ms in memory, FTS5 finds none; 榨汁 2.3 ms,
none; 榨汁杯 1.8 against 0.3 ms; the initials zz 0.3 ms, none; kettle 1.4 against 0.6 ms. Words of one or two
characters are most of what is typed in Chinese, trigrams have none of them, and LIKE over that table loses 锅 too.
Both are far below the 50 ms a keystroke may take; so no database stands behind the window, and no second copy of
the catalogue can be out of step.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from livedesk.core.catalogue.product import Product
from livedesk.core.ids import ZH
from livedesk.core.ports import NearestText, Phonetics

_LONGEST_NUMBER = 18
"""Digits; Python refuses to read a number of some thousand digits, which a mistaken paste may bring."""

_SOUND = re.compile("[a-z]{2,}")
_LONGEST_INITIALS = 8
_HAN = re.compile("[\u3400-\u9fff]+")
_GAP = "[^\n]{0,2}"
"""So many characters may be missing between two of a word."""
_LOOSE = re.compile(f"[a-z]{{3,{_LONGEST_INITIALS}}}|[\u3400-\u9fff]{{3,}}")
_ALIKE = re.compile(r"[^\W\d_]{4,}")
"""Words that may stand for a similar one; shorter ones are like too many."""
_SKU_MARKS = re.compile(r"[-_./\s]+")

_SIGNS = {
    "$": frozenset({"USD", "HKD", "AUD", "CAD", "SGD", "NZD", "TWD", "MXN"}),
    "us$": frozenset({"USD"}),
    "hk$": frozenset({"HKD"}),
    "¥": frozenset({"CNY", "JPY"}),
    "€": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
}
"""Currencies by the sign that people type for them."""
_SIGN = r"(?:us|hk)?\$|[¥€£]"
_MONEY = r"\d{1,9}(?:\.\d{1,4})?"
_PRICE = re.compile(
    rf"(?P<side><=|>=|[<>≤≥])(?P<side_sign>{_SIGN})?(?P<end>{_MONEY})"
    rf"|(?P<sign>{_SIGN})?(?P<least>{_MONEY})(?:[-~](?:{_SIGN})?(?P<most>{_MONEY}))?"
)
_SPACED_SIDE = re.compile(r"([<>]=?|[≤≥])\s+(?=[\d$¥€£])")
_DASHES = str.maketrans("–—", "--")


def fold(text: str) -> str:
    """Return `text` as it is compared: full-width to half-width, lower case, accents dropped."""
    if text.isascii():
        return text.lower()
    # Lower case after taking apart: № becomes No, ℃ becomes °C. Taken apart again, for İ becomes i and a dot.
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in folded if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class PriceRange:
    """What a word says about first prices: ends included as `has_ends` says; `currencies` empty: any."""

    least: Decimal = Decimal(0)
    most: Decimal | None = None
    has_ends: bool = True
    currencies: frozenset[str] = frozenset()
    is_only_price: bool = True
    """False where the word may as well be a text: "28-32" is a size too."""

    def holds(self, product: Product) -> bool:
        """Whether the first price of `product` is one of these."""
        price = product.from_price
        if price is None or (self.currencies and product.currency not in self.currencies):
            return False
        if self.has_ends:
            return self.least <= price and (self.most is None or price <= self.most)
        return self.least < price and (self.most is None or price < self.most)


def price_range(word: str) -> PriceRange | None:
    """Return what a folded word says about prices: "<5", ">=3.5", "3-5", "$3-5", "us$3"; None where nothing."""
    found = _PRICE.fullmatch(word)
    if found is None:
        return None
    currencies = _SIGNS.get(found["sign"] or found["side_sign"] or "", frozenset[str]())
    if found["side"]:
        end, has_ends = Decimal(found["end"]), found["side"] in ("<=", ">=", "≤", "≥")
        is_below = found["side"] in ("<", "<=", "≤")
        least, most = (Decimal(-1), end) if is_below else (end, None)
        return PriceRange(least, most, has_ends, currencies)
    least = Decimal(found["least"])
    if found["most"]:
        most = Decimal(found["most"])
        return PriceRange(least, most, True, currencies, bool(currencies)) if least <= most else None
    if not currencies:
        return None
    whole = least == least.to_integral_value() and "." not in found["least"]
    return PriceRange(least, least + Decimal("0.9999") if whole else least, True, currencies)


class CatalogueIndex:
    """Search over one catalogue; make a new one when the catalogue changes.

    Folding 10,000 products takes some 150 ms, with `phonetics` 400, so a window calls `prepare` in small steps
    beforehand; a search folds what is still missing. Products that were in the index `before` too are taken from it.
    """

    def __init__(
        self,
        products: Iterable[Product],
        before: "CatalogueIndex | None" = None,
        phonetics: Phonetics | None = None,
        nearest: NearestText | None = None,
    ) -> None:
        """Without `phonetics` nothing is found by sound, without `nearest` nothing by likeness."""
        self.products: tuple[Product, ...] = tuple(products)
        self.meant = ""
        """What the last search looked for in the place of a word that nothing has, "" where there was no need."""
        self._phonetics = phonetics
        self._nearest = nearest
        self._lines: list[str] = []
        self._sounds: list[str] = []
        self._initials: list[str] = []
        self._by_number = {p.number: p for p in self.products}
        self._vocabulary = set[str]()
        self._spoken: dict[str, tuple[str, str]] = {}
        self._before: CatalogueIndex | None = None
        self._old_rows: dict[int, int] = {}
        if before and before._phonetics is phonetics:
            self._spoken = before._spoken
            self._vocabulary = set(before._vocabulary)
            self._before = before
            self._old_rows = {id(p): row for row, p in enumerate(before.products[: len(before._lines)])}

    def prepare(self, count: int) -> bool:
        """Fold up to `count` more products; return whether all of them are done."""
        done = len(self._lines)
        for product in self.products[done : done + count]:
            self._add(product)
        is_done = len(self._lines) == len(self.products)
        if is_done:
            self._before, self._old_rows = None, {}
        return is_done

    def search(self, text: str) -> Sequence[Product]:
        """Return the products that have every word of `text`, in catalogue order, those found by sound last.

        A bare number that is some product's number gives that product first.
        """
        self.meant = ""
        words = _SPACED_SIDE.sub(r"\1", fold(text).translate(_DASHES)).split()
        if not words:
            return self.products
        self.prepare(len(self.products))
        found = [self.products[row] for row in self._rows(words) or self._nearly(words)]
        number = words[0].lstrip("#") if len(words) == 1 else ""
        if number.isdecimal() and len(number) <= _LONGEST_NUMBER:
            exact = self._by_number.get(int(number))
            if exact is not None:
                found = [exact, *(p for p in found if p is not exact)]
        return found

    # --- what is looked through ---

    def _add(self, product: Product) -> None:
        row = self._old_rows.get(id(product)) if self._before else None
        if row is not None and self._before:
            self._lines.append(self._before._lines[row])
            self._sounds.append(self._before._sounds[row])
            self._initials.append(self._before._initials[row])
            return
        line = _line(product)
        self._lines.append(line)
        self._vocabulary.update(_ALIKE.findall(line.partition("\0")[0]))
        sounds, initials = "", ""
        if self._phonetics:
            texts = f"{product.names.get(ZH, '')}\n{product.category.get(ZH, '')}"
            spoken = [self._sound(run, self._phonetics) for run in dict.fromkeys(_HAN.findall(texts))]
            sounds = "".join(sound for sound, _ in spoken)
            initials = "\n".join(initial for _, initial in spoken)
        self._sounds.append(sounds)
        self._initials.append(initials)

    def _sound(self, run: str, phonetics: Phonetics) -> tuple[str, str]:
        """Return how a run of Chinese sounds from each of its characters on, and its initials."""
        known = self._spoken.get(run)
        if known is None:
            syllables = phonetics.syllables(run)
            from_each = ("".join(syllables[start:]) for start in range(len(syllables)))
            known = "".join(f"\n{sound}" for sound in from_each), "".join(s[:1] for s in syllables)
            self._spoken[run] = known
        return known

    # --- searching: by row numbers, for 10,000 tuples a keystroke would set off the garbage collector ---

    def _rows(self, words: Sequence[str]) -> list[int]:
        """Return the rows that have every word: first those that have them written, then those by sound too."""
        lines = self._lines
        written: Sequence[int] = range(len(lines))
        heard: list[int] = []
        for word in words:
            price = price_range(word)
            if price:
                written = [row for row in written if self._is_priced(row, word, price)]
                heard = [row for row in heard if self._is_priced(row, word, price)]
                continue
            here = [row for row in written if word in lines[row]]
            if _SOUND.fullmatch(word) and self._phonetics:
                rest = [row for row in written if word not in lines[row] and self._sounds_like(row, word)]
                also = [row for row in heard if word in lines[row] or self._sounds_like(row, word)]
                heard = sorted(also + rest)
            else:
                heard = [row for row in heard if word in lines[row]]
            written = here
        return [*written, *heard]

    def _is_priced(self, row: int, word: str, price: PriceRange) -> bool:
        return price.holds(self.products[row]) or (not price.is_only_price and word in self._lines[row])

    def _sounds_like(self, row: int, word: str) -> bool:
        if f"\n{word}" in self._sounds[row]:
            return True
        return len(word) <= _LONGEST_INITIALS and word in self._initials[row]

    def _nearly(self, words: Sequence[str]) -> list[int]:
        """Return the rows that have words from which something is missing, else words most like them."""
        return self._with_gaps(words) or self._alike(words)

    def _with_gaps(self, words: Sequence[str]) -> list[int]:
        rows: Sequence[int] = range(len(self._lines))
        is_loose = False
        for word in words:
            exact = [row for row in rows if word in self._lines[row]]
            if not exact and _LOOSE.fullmatch(word):
                pattern = re.compile(_GAP.join(word))
                texts = self._initials if word.isascii() else self._lines
                exact = [row for row in rows if pattern.search(texts[row])]
                is_loose = True
            rows = exact
        return list(rows) if is_loose else []

    def _alike(self, words: Sequence[str]) -> list[int]:
        if self._nearest is None:
            return []
        meant = [self._likest(word, self._nearest) for word in words]
        if meant == list(words):
            return []
        rows = self._rows(meant)
        self.meant = " ".join(meant) if rows else ""
        return rows

    def _likest(self, word: str, nearest: NearestText) -> str:
        """Return the word of the catalogue's names that `word`, which nothing has, was probably meant to be."""
        if not _ALIKE.fullmatch(word) or any(word in line for line in self._lines):
            return word
        words = sorted(self._vocabulary)
        # A letter more or less, or from five letters on another one: one minus the share of letters that differ.
        least = 1 - (1 / len(word) if len(word) > 4 else 1 / 9)
        found = nearest.nearest(word, words, least)
        return word if found is None else words[found]


def _line(product: Product) -> str:
    """Return all that a product is found by; what it is called stands before the NUL."""
    called = [product.brand, *product.names.values(), *product.category.values(), *product.tags]
    skus = [product.sku, *(variant.sku for variant in product.variants)]
    rest = [*skus, *(_SKU_MARKS.sub("", sku) for sku in skus), f"#{product.number}", product.hs_code]
    for texts in (product.description, product.materials, product.colours, product.sizes):
        rest += texts.values()
    for variant in product.variants:
        rest += variant.options.values()
    rest += (certificate.name for certificate in product.certificates)
    rest += (custom.value for custom in product.custom)
    return fold("\n".join([*called, "\0", *rest]))
