"""What an import would change, worked out before anything is changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from livedesk.core.catalogue.importing.build import product_of, variant_of
from livedesk.core.catalogue.importing.columns import Field
from livedesk.core.catalogue.importing.mapping import Mapping, column_problems
from livedesk.core.catalogue.importing.pictures import FoundPictures
from livedesk.core.catalogue.importing.problems import BadCell, Effect, ImportProblem, ProblemCode
from livedesk.core.catalogue.importing.row import RowRead, RowReader
from livedesk.core.catalogue.importing.sheet import Progress, Sheet, no_progress
from livedesk.core.catalogue.importing.terms import USUAL_CURRENCY, Complain
from livedesk.core.catalogue.product import Product, sku_key
from livedesk.core.ids import Sku

_STEP = 50
"""Rows between two words on how far it is."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The products an import adds and changes, those that it finds as they are, and what is to be said.

    A row with a problem is left out whole where the problem concerns its SKU, its name or its terms (price, quantity,
    currency, unit, Incoterm, MOQ); else only the field stays as it was. Both are said.
    """

    new: tuple[Product, ...] = ()
    updated: tuple[Product, ...] = ()
    unchanged: tuple[Sku, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    rows: int = 0

    @property
    def products(self) -> tuple[Product, ...]:
        """What is to be put into the catalogue."""
        return self.updated + self.new

    @property
    def left_out(self) -> int:
        """How many problems keep a row out."""
        return sum(problem.effect is Effect.ROW_LEFT_OUT for problem in self.problems)


def plan_import(
    sheet: Sheet,
    mapping: Mapping,
    products: Iterable[Product],
    pictures: FoundPictures | None = None,
    progress: Progress = no_progress,
) -> ImportPlan:
    """Return what importing `sheet` into the catalogue `products` would do.

    The key is the SKU, whatever its case and width. A field that the table lacks, or leaves empty in a row, stays as
    it is. The first of two rows with one SKU counts. Hidden rows are taken, and said. Buyers' numbers are kept; new
    products get the next ones free.
    """
    work = _Import(sheet, mapping, products, pictures or FoundPictures())
    return work.plan(progress)


@dataclass(slots=True)
class _Import:
    sheet: Sheet
    mapping: Mapping
    products: Iterable[Product]
    pictures: FoundPictures
    reader: RowReader = field(init=False)
    existing: dict[str, Product] = field(init=False)
    made: dict[str, Product] = field(default_factory=dict)
    reads: dict[str, RowRead] = field(default_factory=dict)
    problems: list[ImportProblem] = field(default_factory=list)
    has_asked_currency: bool = False

    def __post_init__(self) -> None:
        self.reader = RowReader(self.sheet, self.mapping)
        self.existing = {sku_key(product.sku): product for product in self.products}

    def plan(self, progress: Progress) -> ImportPlan:
        self.problems += column_problems(self.sheet, self.mapping)
        reads = self._read_rows(progress)
        for read in reads:
            if not read.parent and not read.is_left_out:
                self._make(read)
        for read in reads:
            if read.parent and not read.is_left_out:
                self._make_variant(read)
        self._give_numbers()
        for read in reads:
            self.problems += read.problems
        new, updated, unchanged = [], [], []
        for key, product in self.made.items():
            before = self.existing.get(key)
            if before is None:
                new.append(product)
            elif product != before:
                updated.append(product)
            else:
                unchanged.append(product.sku)
        return ImportPlan(tuple(new), tuple(updated), tuple(unchanged), tuple(self.problems), len(reads))

    def _read_rows(self, progress: Progress) -> list[RowRead]:
        first, total = self.mapping.header.first_row, len(self.sheet.rows)
        seen: dict[str, int] = {}
        reads = []
        for row in range(first, total):
            if (row - first) % _STEP == 0:
                progress(row - first, total - first)
            read = self.reader.read(row)
            if read is None or self._is_heading(read):
                continue
            reads.append(read)
            if row in self.sheet.hidden_rows:
                index = read.cells.get(Field.SKU, 0)
                error = BadCell(ProblemCode.HIDDEN_ROW, read.sku)
                self.reader.complain(read, index, error, Field.SKU, Effect.TAKEN)
            key = sku_key(read.sku)
            if key and key in seen:
                cell = self.sheet.cell(seen[key], read.cells[Field.SKU])
                error = BadCell(ProblemCode.DUPLICATE_SKU, f"{read.sku} ({cell})")
                self.reader.complain(read, read.cells[Field.SKU], error, Field.SKU)
            elif key:
                seen[key] = row
        progress(total - first, total - first)
        return reads

    def _is_heading(self, read: RowRead) -> bool:
        """Whether the headings stand there again, as on each page of a printed list."""
        index = read.cells.get(Field.SKU)
        return index is not None and read.sku == self.mapping.header.headings[index]

    def _complain(self, read: RowRead) -> Complain:
        def complain(index: int, error: BadCell, about: Field, effect: Effect | None = None) -> None:
            self.reader.complain(read, index, error, about, effect)

        return complain

    def _make(self, read: RowRead) -> None:
        key = sku_key(read.sku)
        before = self.existing.get(key)
        product, terms = product_of(read, before, self.mapping.defaults, self.pictures, self._complain(read))
        if read.is_left_out:
            return
        if not terms.is_currency_known and not self.has_asked_currency:
            self.has_asked_currency = True
            index = read.prices[0][2]
            error = BadCell(ProblemCode.NO_CURRENCY, USUAL_CURRENCY)
            self.reader.complain(read, index, error, Field.CURRENCY, Effect.TAKEN)
        self.made[key] = product
        self.reads[key] = read

    def _make_variant(self, read: RowRead) -> None:
        parent = sku_key(read.parent)
        product = self.made.get(parent) or self.existing.get(parent)
        if product is None:
            index = read.cells[Field.VARIANT_OF]
            self.reader.complain(read, index, BadCell(ProblemCode.NO_PARENT), Field.VARIANT_OF)
            return
        key = sku_key(read.sku)
        old = next((v for v in product.variants if sku_key(v.sku) == key), None)
        variant = variant_of(read, old, product, self.pictures, self._complain(read))
        if read.is_left_out:
            return
        variants = (
            (*product.variants, variant)
            if old is None
            else tuple(variant if v is old else v for v in product.variants)
        )
        self.made[parent] = replace(product, variants=variants)

    def _give_numbers(self) -> None:
        """Keep the numbers there are, take those that the table gives and nobody has, count on for the others."""
        asked = {k: r.values[Field.NUMBER] for k, r in self.reads.items() if Field.NUMBER in r.values}
        owner = {p.number: k for k, p in self.existing.items() if p.number and k not in asked}
        for key, number in asked.items():
            if owner.setdefault(number, key) != key:
                read = self.reads[key]
                index = read.cells[Field.NUMBER]
                self.reader.complain(read, index, BadCell(ProblemCode.NUMBER_TAKEN), Field.NUMBER)
                before = self.existing.get(key)
                if before and before.number:
                    owner.setdefault(before.number, key)
        given = {key: number for number, key in owner.items()}
        following = max(owner, default=0)
        for key, product in self.made.items():
            number = given.get(key, 0)
            if not number:
                following = number = following + 1
            if number != product.number:
                self.made[key] = replace(product, number=number)
