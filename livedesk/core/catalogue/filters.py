"""Narrowing a catalogue down: by category, price and what is left, beside what one types into the search."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from livedesk.core.catalogue.product import Product, in_language
from livedesk.core.ids import Language, Sku

CategoryPath = tuple[str, ...]
"""A category from its trunk to its leaf: ("Kitchen", "Juicers")."""
_JOINT = re.compile(r"\s*[>›＞»]\s*")


def category_path(product: Product, language: Language) -> CategoryPath:
    """Return where the product stands in the category tree: "Kitchen > Juicers" is two steps, no category none."""
    text = " ".join(in_language(product.category, language).split())
    return tuple(step for step in _JOINT.split(text) if step)


@dataclass(frozen=True, slots=True)
class CategoryNode:
    """One category, how many products are in it and below, and its branches by name."""

    path: CategoryPath
    count: int
    branches: tuple["CategoryNode", ...] = ()

    @property
    def name(self) -> str:
        """The last step of its path."""
        return self.path[-1] if self.path else ""


def category_tree(products: Iterable[Product], language: Language) -> tuple[CategoryNode, ...]:
    """Return the categories there are, in the order in which the catalogue first names them."""
    counts: dict[CategoryPath, int] = {}
    for product in products:
        path = category_path(product, language)
        for depth in range(1, len(path) + 1):
            counts[path[:depth]] = counts.get(path[:depth], 0) + 1
    return _branches((), counts)


def _branches(trunk: CategoryPath, counts: dict[CategoryPath, int]) -> tuple[CategoryNode, ...]:
    depth = len(trunk) + 1
    return tuple(
        CategoryNode(path, count, _branches(path, counts))
        for path, count in counts.items()
        if len(path) == depth and path[:-1] == trunk
    )


@dataclass(frozen=True, slots=True)
class CatalogueFilter:
    """What of a catalogue is wanted; nothing set wants all of it.

    `category` also takes what lies below it. Prices are first prices, both ends included; with
    `currency` only those in it are wanted, so that figures of different currencies are not compared. `is_sold_out`
    None: either.
    """

    category: CategoryPath = ()
    least: Decimal | None = None
    most: Decimal | None = None
    currency: str = ""
    is_sold_out: bool | None = None

    @property
    def is_empty(self) -> bool:
        """Whether all of the catalogue is wanted."""
        return self == CatalogueFilter()

    @property
    def has_price(self) -> bool:
        """Whether the price matters."""
        return self.least is not None or self.most is not None

    def narrow(
        self, products: Sequence[Product], sold_out: frozenset[Sku], language: Language
    ) -> Sequence[Product]:
        """Return the products that are wanted, in their order; the same sequence where all are."""
        if self.is_empty:
            return products
        return [product for product in products if self._wants(product, sold_out, language)]

    def _wants(self, product: Product, sold_out: frozenset[Sku], language: Language) -> bool:
        if self.is_sold_out is not None and (product.sku in sold_out) is not self.is_sold_out:
            return False
        if self.currency and product.currency != self.currency:
            return False
        if self.has_price and not self._is_in_range(product):
            return False
        return not self.category or category_path(product, language)[: len(self.category)] == self.category

    def _is_in_range(self, product: Product) -> bool:
        price = product.from_price
        if price is None:
            return False
        return (self.least is None or price >= self.least) and (self.most is None or price <= self.most)
