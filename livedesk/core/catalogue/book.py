"""The catalogue as the operator changes it: products in their order, the numbers that buyers type, undo and redo.

A product that did not change stays the same object, so whoever shows or stores the catalogue compares by identity.

Numbers are unique. Who has a number keeps it; a product that is put with a number of another one keeps its own, and
a new one gets the next free number: one above the highest, so that a number which buyers have seen does not soon
name something else. `Change.renumbered` says who wanted what.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, zip_longest

from livedesk.core.catalogue.product import TEXT_FIELDS, Product
from livedesk.core.catalogue.revise import rebased
from livedesk.core.events import CatalogueChanged
from livedesk.core.ids import Language, Sku
from livedesk.core.records import Offer

MOST_STEPS = 50
"""So many changes can be taken back."""

HIGHEST_NUMBER = 9_999
"""New numbers go no further while there is a lower one free: buyers type them."""


@dataclass(frozen=True, slots=True)
class TakenOff:
    """What a change took off air because its product went: it comes back with it."""

    pinned: tuple[Sku, ...] = ()
    offer: Offer | None = None


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A product that got another number than the one it was put with."""

    sku: Sku
    wanted: int
    given: int


@dataclass(frozen=True, slots=True)
class Change:
    """What a change did: each product before and after, None where it was not there or is gone.

    `renamed` are SKUs that became others; `refused` those that a product did not get because another one has them.
    """

    pairs: tuple[tuple[Product | None, Product | None], ...] = ()
    is_reordered: bool = False
    renumbered: tuple[Renumbered, ...] = ()
    renamed: tuple[tuple[Sku, Sku], ...] = ()
    refused: tuple[Sku, ...] = ()
    back_on_air: TakenOff = field(default_factory=TakenOff)

    @property
    def is_empty(self) -> bool:
        """Whether the catalogue is as it was."""
        return not self.pairs and not self.is_reordered


@dataclass(slots=True)
class _Step:
    """The catalogue on the other side of a change. `kind` is the same for changes that are taken back together."""

    products: tuple[Product, ...]
    name: Mapping[Language, str]
    kind: object = None
    renamed: tuple[tuple[Sku, Sku], ...] = ()
    taken_off: TakenOff = field(default_factory=TakenOff)


class CatalogueBook:
    """The products, and what the booth is called in each language."""

    def __init__(self) -> None:
        self.products: tuple[Product, ...] = ()
        self.name: Mapping[Language, str] = {}
        self._places: dict[Sku, int] = {}
        self._numbers: dict[int, Sku] = {}
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._last: _Step | None = None

    def get(self, sku: Sku) -> Product | None:
        """Return the product, None where there is none."""
        place = self._places.get(sku)
        return None if place is None else self.products[place]

    def __contains__(self, sku: Sku) -> bool:
        return sku in self._places

    def event(self) -> CatalogueChanged:
        """Return the event that tells everyone of the catalogue as it is."""
        return CatalogueChanged(self.products, dict(self.name), bool(self._undo), bool(self._redo))

    # --- changes ---

    def load(self, products: Sequence[Product], name: Mapping[Language, str]) -> Change:
        """Take other products in place of those there are; where there are some, that can be taken back."""
        unique = {p.sku: p for p in reversed(products) if p.sku}
        wanted = [p for p in products if unique.get(p.sku) is p]
        numbered, renumbered = _numbered(wanted, {}, {})
        is_first = not self.products
        change = self._step(tuple(old if (old := self.get(p.sku)) and old == p else p for p in numbered))
        if is_first:
            self._undo.clear()
        self.name = name
        return replace(change, renumbered=renumbered)

    def put(self, products: Sequence[Product], based_on: Sequence[Product] = ()) -> Change:
        """Add products at the end, or change those with their SKUs; the last one of a SKU counts.

        `based_on` are the same products as an editor saw them: what they differ in is changed, the SKU too, unless it
        is another product's.
        """
        given: dict[Sku, tuple[Product | None, Product]] = {}
        refused = []
        for product, base in zip_longest(products, based_on[: len(products)]):
            old = self.get(base.sku if base and base.sku in self else product.sku)
            new = rebased(old, base, product) if old and base and old is not base else product
            if old and new.sku != old.sku and (new.sku in self or not new.sku):
                refused.append(new.sku)
                new = replace(new, sku=old.sku)
            if new.sku:
                given[new.sku] = old, _unmarked(old, new)
        taken = dict(self._numbers)
        for old, _ in given.values():
            if old:
                taken.pop(old.number, None)
        numbered, renumbered = _numbered([new for _, new in given.values()], taken, given)
        after = list(self.products)
        for product in numbered:
            old, _ = given[product.sku]
            if old is None:
                after.append(product)
            elif old != product:
                after[self._places[old.sku]] = product
        renamed = tuple((old.sku, sku) for sku, (old, _) in given.items() if old and old.sku != sku)
        change = self._step(tuple(after))
        if self._last and renamed:
            self._last.renamed = _backwards(renamed)
        return replace(change, renumbered=renumbered, renamed=renamed, refused=tuple(refused))

    def remove(self, skus: Iterable[Sku]) -> Change:
        """Take products out."""
        gone = {sku for sku in skus if sku in self}
        return self._step(tuple(p for p in self.products if p.sku not in gone)) if gone else Change()

    def move(self, sku: Sku, index: int) -> Change:
        """Put a product before the one that stands at place `index` (from 0), or at the end."""
        place = self._places.get(sku)
        if place is None:
            return Change()
        index = max(0, min(index, len(self.products)))
        after = list(self.products)
        after.insert(index, after[place])
        del after[place + (index <= place)]
        return self._step(tuple(after))

    def revise(self, products: Iterable[Product], kind: object = None) -> Change:
        """Put changed products in the place of those with their SKUs, as they are.

        A change of the same `kind` as the one before it (not None) is taken back together with it.
        """
        after = list(self.products)
        for product in products:
            after[self._places[product.sku]] = product
        return self._step(tuple(after), kind)

    def took_off_air(self, taken_off: TakenOff) -> None:
        """Note what the last change took off air, for when it is taken back."""
        if self._last:
            self._last.taken_off = taken_off

    def undo(self) -> Change:
        """Take back the last change."""
        return self._go(self._undo, self._redo)

    def redo(self) -> Change:
        """Do again what was taken back last."""
        return self._go(self._redo, self._undo)

    # --- how ---

    def _go(self, steps: list[_Step], other: list[_Step]) -> Change:
        if not steps:
            return Change()
        step = steps.pop()
        self._last = _Step(self.products, self.name, renamed=_backwards(step.renamed))
        other.append(self._last)
        change = self._set(step.products)
        self.name = step.name
        return replace(change, renamed=step.renamed, back_on_air=step.taken_off)

    def _step(self, after: tuple[Product, ...], kind: object = None) -> Change:
        before = self.products
        change = self._set(after)
        if change.is_empty:
            return change
        if kind is None or not self._undo or self._undo[-1].kind != kind:
            self._undo.append(_Step(before, self.name, kind))
            del self._undo[:-MOST_STEPS]
        self._last = self._undo[-1]
        self._redo.clear()
        return change

    def _set(self, products: tuple[Product, ...]) -> Change:
        """Take other products; what is looked up follows from where they begin to differ to where they end to."""
        before = self.products
        start, end = _span(before, products)
        change = _difference(before[start : len(before) - end], products[start : len(products) - end])
        if change.is_empty:
            return change
        self.products = products
        for old, _ in change.pairs:
            if old:
                self._places.pop(old.sku, None)
                if self._numbers.get(old.number) == old.sku:
                    del self._numbers[old.number]
        for _, new in change.pairs:
            if new:
                self._numbers[new.number] = new.sku
        last = len(products) - (end if len(products) == len(before) else 0)
        for place in range(start, last):
            self._places[products[place].sku] = place
        return change


def _backwards(renamed: tuple[tuple[Sku, Sku], ...]) -> tuple[tuple[Sku, Sku], ...]:
    return tuple((new, old) for old, new in renamed)


def _span(before: tuple[Product, ...], after: tuple[Product, ...]) -> tuple[int, int]:
    """Return how many products are the same objects at the start and at the end of both."""
    shorter = min(len(before), len(after))
    start = next((n for n, (p, q) in enumerate(zip(before, after, strict=False)) if p is not q), shorter)
    ends = zip(reversed(before), reversed(after), strict=False)
    end = next((n for n, (p, q) in enumerate(islice(ends, shorter - start)) if p is not q), shorter - start)
    return start, end


def _difference(before: tuple[Product, ...], after: tuple[Product, ...]) -> Change:
    if len(before) == len(after):
        changed = [(p, q) for p, q in zip(before, after, strict=True) if p is not q]
        if all(p.sku == q.sku for p, q in changed):
            return Change(tuple(changed))
    old = {p.sku: p for p in before}
    kept = [p.sku for p in after if p.sku in old]
    pairs = [(was, p) for p in after if (was := old.pop(p.sku, None)) is not p]
    gone = set(old)
    is_reordered = kept != [p.sku for p in before if p.sku not in gone]
    return Change((*pairs, *((p, None) for p in old.values())), is_reordered)


def _unmarked(old: Product | None, product: Product) -> Product:
    """Return `product` without a machine's mark on texts that are gone, or that are other than in `old`."""
    if not product.machine_texts:
        return product
    marks = frozenset(mark for mark in product.machine_texts if _is_still_a_machines(mark, old, product))
    return product if marks == product.machine_texts else replace(product, machine_texts=marks)


def _is_still_a_machines(mark: str, old: Product | None, product: Product) -> bool:
    name, _, code = mark.partition(".")
    if name not in TEXT_FIELDS:
        return False
    text = getattr(product, name).get(code)
    return bool(text) and (
        old is None or mark not in old.machine_texts or getattr(old, name).get(code) == text
    )


def _numbered(
    products: Sequence[Product],
    taken: Mapping[int, Sku],
    given: Mapping[Sku, tuple[Product | None, Product]],
) -> tuple[tuple[Product, ...], tuple[Renumbered, ...]]:
    """Return `products` with a number of its own each, and which wanted one that another product has."""
    used = dict(taken)
    for product in products:
        if product.number > 0:
            used.setdefault(product.number, product.sku)
    highest = max((number for number in used if number <= HIGHEST_NUMBER), default=0)
    numbered, renumbered = [], []
    for product in products:
        if product.number > 0 and used[product.number] == product.sku:
            numbered.append(product)
            continue
        old, _ = given.get(product.sku, (None, product))
        number = old.number if old and old.number > 0 and old.number not in used else 0
        if not number:
            highest = number = _free_number(used, highest)
        used[number] = product.sku
        numbered.append(replace(product, number=number))
        if product.number > 0:
            renumbered.append(Renumbered(product.sku, product.number, number))
    return tuple(numbered), tuple(renumbered)


def _free_number(used: Mapping[int, Sku], highest: int) -> int:
    number = highest + 1
    if number > HIGHEST_NUMBER:
        number = next((n for n in range(1, HIGHEST_NUMBER + 1) if n not in used), number)
    while number in used:
        number += 1
    return number
