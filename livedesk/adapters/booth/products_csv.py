"""Reads products.csv of a booth folder. The columns are described in resources/demo/README.md."""

import csv
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from livedesk.adapters.booth.fault import Fault, broken, read_text
from livedesk.core.catalogue.product import Certificate, LeadTime, PriceTier, Product
from livedesk.core.errors import UserFacing
from livedesk.core.ids import Language, Sku

FILE = "products.csv"
INCOTERMS = frozenset({"EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"})
"""Incoterms 2020, the rules for any transport and those for sea."""

_REQUIRED = ("number", "sku", "moq")
_OPTIONAL = (
    "currency",
    "incoterm",
    "incoterm_place",
    "lead_time_days",
    "sample_price",
    "certificates",
    "picture",
    "tags",
)
_TEXT_COLUMN = re.compile(r"(name|category|unit|description)_([a-z]{2})")
_TIER_COLUMN = re.compile(r"tier[1-9]_(qty|price)")
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_MONEY = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,4})?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})


@dataclass(frozen=True, slots=True)
class Terms:
    """What a product without cells of its own is sold under."""

    currency: str
    incoterm: str
    incoterm_place: str


def read_products(folder: Path, pictures: Path, terms: Terms) -> tuple[Product, ...]:
    """Return the products in the order of the file, at least one; raises `UserFacing(BOOTH_BROKEN)`."""
    rows = _rows(read_text(folder, FILE))
    line, header = next(rows, (1, []))
    columns = [name.strip() for name in header]
    _check_columns(columns, line)
    products: list[Product] = []
    numbers: set[int] = set()
    skus: set[str] = set()
    for line, cells in rows:
        if len(cells) != len(columns):
            raise broken(FILE, Fault.MALFORMED, line=line, value=f"{len(cells)}/{len(columns)}")
        row = _Row(dict(zip(columns, (cell.strip() for cell in cells), strict=True)), line)
        product = _product(row, pictures, terms)
        if product.number in numbers:
            raise row.fault("number", Fault.DUPLICATE)
        if product.sku.casefold() in skus:
            raise row.fault("sku", Fault.DUPLICATE)
        numbers.add(product.number)
        skus.add(product.sku.casefold())
        products.append(product)
    if not products:
        raise broken(FILE, Fault.MISSING, field="sku")
    return tuple(products)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold anything, each with the line it starts on."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise broken(FILE, Fault.MALFORMED, line=line) from error


def _check_columns(columns: list[str], line: int) -> None:
    for name in columns:
        is_plain = name in _REQUIRED or name in _OPTIONAL
        if not is_plain and not _TEXT_COLUMN.fullmatch(name) and not _TIER_COLUMN.fullmatch(name):
            raise broken(FILE, Fault.UNKNOWN_FIELD, line=line, field=name)
        if columns.count(name) > 1:
            raise broken(FILE, Fault.DUPLICATE, line=line, field=name)
    for name in _REQUIRED:
        if name not in columns:
            raise broken(FILE, Fault.MISSING, line=line, field=name)


class _Row:
    """One row's cells by column, stripped; a column that the file does not have reads as empty."""

    def __init__(self, cells: dict[str, str], line: int) -> None:
        self._cells, self._line = cells, line

    def fault(self, column: str, fault: Fault) -> UserFacing:
        return broken(FILE, fault, line=self._line, field=column, value=self.text(column))

    def text(self, column: str) -> str:
        return self._cells.get(column, "")

    def texts(self, kind: str) -> dict[Language, str]:
        found = {}
        for column, value in self._cells.items():
            match = _TEXT_COLUMN.fullmatch(column)
            if match and match[1] == kind and value:
                found[Language(match[2])] = value
        return found

    def items(self, column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.text(column).split(";") if part.strip())

    def whole(self, column: str) -> int | None:
        value = self._number(column, _WHOLE)
        return int(value) if value is not None else None

    def required_whole(self, column: str) -> int:
        value = self.whole(column)
        if value is None:
            raise self.fault(column, Fault.MISSING)
        return value

    def money(self, column: str) -> Decimal | None:
        return self._number(column, _MONEY)

    def _number(self, column: str, pattern: re.Pattern[str]) -> Decimal | None:
        text = self.text(column)
        if not text:
            return None
        # Stricter than Decimal: "1,200", "3.5e2", "NaN" and full-width digits are mistakes in a price list.
        if not pattern.fullmatch(text):
            raise self.fault(column, Fault.NOT_A_NUMBER)
        value = Decimal(text)
        if value <= 0:
            raise self.fault(column, Fault.OUT_OF_RANGE)
        return value


def _product(row: _Row, pictures: Path, terms: Terms) -> Product:
    sku = row.text("sku")
    if not sku:
        raise row.fault("sku", Fault.MISSING)
    if not sku.isprintable():
        raise row.fault("sku", Fault.MALFORMED)
    names = row.texts("name")
    if not names:
        raise row.fault("name", Fault.MISSING)
    currency = row.text("currency") or terms.currency
    if not _CURRENCY.fullmatch(currency):
        raise row.fault("currency", Fault.NOT_A_CHOICE)
    incoterm = row.text("incoterm") or terms.incoterm
    if incoterm not in INCOTERMS:
        raise row.fault("incoterm", Fault.NOT_A_CHOICE)
    days, picture = row.whole("lead_time_days"), _picture(row, pictures)
    return Product(
        sku=Sku(sku),
        number=row.required_whole("number"),
        names=names,
        category=row.texts("category"),
        tiers=_tiers(row),
        currency=currency,
        incoterm=incoterm,
        incoterm_place=row.text("incoterm_place") or terms.incoterm_place,
        moq=row.required_whole("moq"),
        unit=row.texts("unit"),
        lead_times=() if days is None else (LeadTime(0, days),),
        sample_price=row.money("sample_price"),
        certificates=tuple(map(Certificate, row.items("certificates"))),
        pictures=(picture,) if picture else (),
        description=row.texts("description"),
        tags=row.items("tags"),
    )


def _tiers(row: _Row) -> tuple[PriceTier, ...]:
    """Return the price steps: no gap between them, quantities rise, prices do not.

    A price that rises with the quantity is nearly always a slip of the decimal point; better refused here than
    read out on air.
    """
    tiers: list[PriceTier] = []
    has_ended = False
    for step in range(1, 10):
        quantity, price = row.whole(f"tier{step}_qty"), row.money(f"tier{step}_price")
        if quantity is None and price is None:
            has_ended = True
            continue
        if quantity is None or price is None:
            raise row.fault(f"tier{step}_qty" if quantity is None else f"tier{step}_price", Fault.MISSING)
        if has_ended:
            raise row.fault(f"tier{step - 1}_qty", Fault.MISSING)
        if tiers and quantity <= tiers[-1].min_quantity:
            raise row.fault(f"tier{step}_qty", Fault.OUT_OF_ORDER)
        if tiers and price > tiers[-1].price:
            raise row.fault(f"tier{step}_price", Fault.OUT_OF_ORDER)
        tiers.append(PriceTier(quantity, price))
    return tuple(tiers)


def _picture(row: _Row, pictures: Path) -> str:
    name = row.text("picture")
    if not name:
        return ""
    path = pictures / name
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(pictures)):
        raise row.fault("picture", Fault.OUTSIDE_FOLDER)
    if path.suffix.lower() not in _PICTURES:
        raise row.fault("picture", Fault.NOT_A_CHOICE)
    if not os.path.isfile(path):
        raise row.fault("picture", Fault.MISSING)
    return name
