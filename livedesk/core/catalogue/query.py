"""Finding products while one types: every word must occur somewhere in the product's texts.

A `CatalogueIndex` folds all texts of a product into one line once, so that a keystroke over 10,000 products
costs substring tests only.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from livedesk.core.catalogue.product import Product

_LONGEST_NUMBER = 18
"""Digits; Python refuses to read a number of some thousand digits, which a mistaken paste may bring."""


def fold(text: str) -> str:
    """Return `text` as it is compared: full-width to half-width, lower case, accents dropped."""
    # Lower case after taking apart: № becomes No, ℃ becomes °C. Taken apart again, for İ becomes i and a dot.
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in folded if not unicodedata.combining(c))


def _haystack(product: Product) -> str:
    parts: list[str] = [product.sku, product.sku.replace("-", ""), f"#{product.number}"]
    for texts in (product.names, product.category, product.description):
        parts += texts.values()
    parts += product.tags
    parts += (c.name for c in product.certificates)
    return fold("\n".join(parts))


class CatalogueIndex:
    """Search over one catalogue; make a new one when the catalogue changes.

    Folding 10,000 products takes some 150 ms, so a window calls `prepare` in small steps beforehand; a search
    folds what is still missing.
    """

    def __init__(self, products: Iterable[Product]) -> None:
        self.products: tuple[Product, ...] = tuple(products)
        self._lines: list[str] = []
        self._by_number = {p.number: p for p in self.products}

    def prepare(self, count: int) -> bool:
        """Fold up to `count` more products; return whether all of them are done."""
        done = len(self._lines)
        self._lines += [_haystack(p) for p in self.products[done : done + count]]
        return len(self._lines) == len(self.products)

    def search(self, text: str) -> Sequence[Product]:
        """Return the products that contain every word of `text`, in catalogue order.

        A bare number that is some product's number gives that product first.
        """
        words = fold(text).split()
        if not words:
            return self.products
        self.prepare(len(self.products))
        # By row numbers: 10,000 tuples a keystroke would set off the garbage collector.
        rows: Sequence[int] = range(len(self._lines))
        for word in words:
            rows = [row for row in rows if word in self._lines[row]]
        found = [self.products[row] for row in rows]
        number = words[0].lstrip("#") if len(words) == 1 else ""
        if number.isdecimal() and len(number) <= _LONGEST_NUMBER:
            exact = self._by_number.get(int(number))
            if exact is not None:
                found = [exact, *(p for p in found if p is not exact)]
        return found
