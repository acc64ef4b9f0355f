"""Reading one row of a table: what each cell says, and what is wrong with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from livedesk.core.catalogue.importing import measures, words
from livedesk.core.catalogue.importing.columns import BY_LANGUAGE, PRICES, Column, Field
from livedesk.core.catalogue.importing.mapping import Mapping
from livedesk.core.catalogue.importing.money import read_currency
from livedesk.core.catalogue.importing.numbers import (
    figure,
    fold_cell,
    plain_number,
    quantity,
    refuse_error,
    refuse_thousand,
    writes_comma_decimals,
)
from livedesk.core.catalogue.importing.prices import FREE, CellPrice, read_prices
from livedesk.core.catalogue.importing.problems import BadCell, Effect, ImportProblem, ProblemCode, shown
from livedesk.core.catalogue.importing.sheet import Sheet, Value, as_text, is_blank
from livedesk.core.catalogue.importing.units import SOLD_BY
from livedesk.core.catalogue.product import Certificate
from livedesk.core.catalogue.quotation import INCOTERMS
from livedesk.core.ids import Language

CRITICAL = frozenset(
    {
        Field.SKU,
        Field.VARIANT_OF,
        Field.PRICE,
        Field.TIER_PRICE,
        Field.TIER_QUANTITY,
        Field.CURRENCY,
        Field.INCOTERM,
        Field.MOQ,
    }
)
"""A row with a problem in one of these is left out whole; with one in another, only that field is."""

_UNITS = "|".join(sorted(map(re.escape, SOLD_BY), key=len, reverse=True))
_MOQ = re.compile(
    rf"(?:moq|min\.?(?:imum)?(?: order)?|起订量|最低|最少)?\s*[:：]?\s*(?:>=|≥)?\s*(?P<number>\d[\d., ]*)\s*"
    rf"(?P<unit>{_UNITS})?\.?(?:\s*(?:/|per|每)\s*(?:color|colour|design|style|item|model|色|款|型号))?\s*(?:起|以上|起订)?"
)
_NO_MOQ = frozenset({"no moq", "无", "无起订量", "不限", "none"})
_NOTHING = frozenset({"无", "没有", "none", "no", "n/a", "na", "-", "/"})
_SOLD_OUT = frozenset({"sold out", "out of stock", "售罄", "缺货", "无货", "断货", "no stock"})
_UNCOUNTED = frozenset(
    {"in stock", "现货", "充足", "有货", "有", "yes", "available", "ready stock", "-", "/"}
)
_STOCK_UNIT = re.compile(rf"(?P<number>\d[\d,]*)\s*(?:{_UNITS})")
_CARTON_UNIT = re.compile(rf"(?P<number>\d[\d,]*)\s*(?:{_UNITS})?(?:\s*(?:/|per)\s*(?:ctn|carton|case|箱))?")
_CELL_PICTURE = re.compile(r"=?(?:_xlfn\.)?dispimg\(", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"^(?:no\.?|#|号|第)\s*|\s*号(?:链接)?$")


@dataclass(slots=True)
class RowRead:
    """What a row says: plain fields by name, texts by language, prices with their cells, and its problems."""

    row: int
    sku: str = ""
    parent: str = ""
    values: dict[Field, Any] = field(default_factory=dict)
    texts: dict[Field, dict[Language, str]] = field(default_factory=dict)
    prices: list[tuple[CellPrice, Column, int]] = field(default_factory=list)
    sample: CellPrice | None = None
    custom: dict[str, str] = field(default_factory=dict)
    cells: dict[Field, int] = field(default_factory=dict)
    problems: list[ImportProblem] = field(default_factory=list)

    @property
    def is_left_out(self) -> bool:
        """Whether a problem keeps the whole row out."""
        return any(problem.effect is Effect.ROW_LEFT_OUT for problem in self.problems)


class RowReader:
    """Reads the rows of one sheet by one mapping."""

    def __init__(self, sheet: Sheet, mapping: Mapping) -> None:
        self._sheet = sheet
        self._columns = [(i, column) for i, column in enumerate(mapping.columns) if column is not None]
        self._spread = _merged_down(sheet, mapping.header.first_row)
        self._with_commas = {
            i for i, column in self._columns if column.field in PRICES and self._writes_commas(i, mapping)
        }

    def _writes_commas(self, index: int, mapping: Mapping) -> bool:
        values = (
            self._sheet.value(row, index) for row in range(mapping.header.first_row, len(self._sheet.rows))
        )
        return writes_comma_decimals([value for value in values if isinstance(value, str)])

    def value(self, row: int, column: int) -> Value:
        """Return what a cell says, also where it is merged with the one above."""
        value = self._sheet.value(row, column)
        if is_blank(value) and (row, column) in self._spread:
            return self._sheet.value(self._spread[row, column], column)
        return value

    def read(self, row: int) -> RowRead | None:
        """Return what row `row` (from 0) says, None where its columns are empty."""
        read = RowRead(row)
        steps: dict[int, dict[Field, tuple[int, Column]]] = {}
        is_empty = True
        for index, column in self._columns:
            value = self.value(row, index)
            if is_blank(value):
                continue
            is_empty = is_empty and column.field is Field.ROW_NUMBER
            if column.step:
                steps.setdefault(column.step, {})[column.field] = (index, column)
                continue
            try:
                self._read_cell(read, index, column, value)
            except BadCell as error:
                self.complain(read, index, error, column.field)
        if is_empty:
            return None
        for number in sorted(steps):
            self._read_step(read, steps[number])
        if not read.sku and not read.is_left_out:
            index = next((i for i, column in self._columns if column.field is Field.SKU), 0)
            text = next(
                (as_text(self.value(row, i)) for i, _ in self._columns if not is_blank(self.value(row, i))),
                "",
            )
            self.complain(read, index, BadCell(ProblemCode.NO_SKU, text), Field.SKU)
        return read

    def complain(
        self, read: RowRead, index: int, error: BadCell, about: Field, effect: Effect | None = None
    ) -> None:
        """Note what is wrong with the cell of `read` in column `index`."""
        if effect is None:
            effect = Effect.ROW_LEFT_OUT if about in CRITICAL else Effect.FIELD_LEFT
        text = error.text or as_text(self.value(read.row, index))
        cell = self._sheet.cell(read.row, index)
        read.problems.append(ImportProblem(cell, error.code, shown(text), effect))

    def _read_step(self, read: RowRead, step: dict[Field, tuple[int, Column]]) -> None:
        if len(step) < 2:
            index, column = next(iter(step.values()))
            self.complain(read, index, BadCell(ProblemCode.TIER_INCOMPLETE), column.field)
            return
        index, column = step[Field.TIER_QUANTITY]
        try:
            count, _ = moq_of(self.value(read.row, index))
            index, column = step[Field.TIER_PRICE]
            has_commas = index in self._with_commas
            for price in read_prices(self.value(read.row, index), has_comma_decimals=has_commas):
                found = CellPrice(price.price, count, price.currency, price.unit, price.incoterm, price.doubt)
                read.prices.append((found, column, index))
        except BadCell as error:
            self.complain(read, index, error, column.field)

    def _read_cell(self, read: RowRead, index: int, column: Column, value: Value) -> None:
        kind = column.field
        read.cells.setdefault(kind, index)
        if kind in BY_LANGUAGE:
            text = words.text_of(value)
            found = texts_of(kind, text, column.language)
            read.texts.setdefault(kind, {}).update({k: t for k, t in found.items() if t})
        elif kind is Field.PRICE:
            for price in read_prices(value, has_comma_decimals=index in self._with_commas):
                read.prices.append((_in_yen(price, column, value), column, index))
        elif kind is Field.SAMPLE_PRICE:
            self._read_sample(read, index, column, value)
        elif kind is Field.CUSTOM:
            read.custom[column.name] = words.text_of(value)
        elif kind is Field.SKU:
            read.sku = words.sku_of(value)
        elif kind is Field.VARIANT_OF:
            read.parent = words.sku_of(value)
        elif kind is Field.MOQ:
            read.values[Field.MOQ], unit = moq_of(value)
            if unit:
                read.values[Field.UNIT] = unit
        elif kind in _WITH_UNIT:
            read.values[kind] = _WITH_UNIT[kind](value, column.unit)
        elif kind in _PLAIN:
            found_value = _PLAIN[kind](value)
            if found_value is not None:
                read.values[kind] = found_value

    def _read_sample(self, read: RowRead, index: int, column: Column, value: Value) -> None:
        if fold_cell(value) in FREE:
            read.sample = CellPrice(Decimal(0))
            return
        prices = read_prices(value, has_comma_decimals=index in self._with_commas)
        if len(prices) > 1:
            raise BadCell(ProblemCode.NOT_A_PRICE)
        for price in prices:
            currency = price.currency or column.currency
            read.sample = CellPrice(price.price, 0, currency, "", "", price.doubt)


def _in_yen(price: CellPrice, column: Column, value: Value) -> CellPrice:
    """Read "¥250" as yen below a heading that says so; elsewhere the sign stands for the yuan."""
    is_sign = (
        isinstance(value, str)
        and "¥" in fold_cell(value)
        and not re.search(r"[元块]|rmb|cny", value.casefold())
    )
    return replace(price, currency="JPY") if is_sign and column.currency == "JPY" else price


def _merged_down(sheet: Sheet, first: int) -> dict[tuple[int, int], int]:
    """Return for cells merged with the one above the row that holds their value; pictures aside, it is theirs too."""
    found = {}
    for top, left, bottom, right in sheet.merged:
        if top >= first and bottom > top and left == right:
            for row in range(top + 1, min(bottom + 1, len(sheet.rows))):
                found[row, left] = top
    return found


def texts_of(kind: Field, text: str, language: Language | None) -> dict[Language, str]:
    """Return the texts of a cell by language; only short ones may hold two languages side by side."""
    is_long = kind in (Field.DESCRIPTION, Field.SELLING_POINTS, Field.SCRIPT)
    return words.texts_by_language(text, language, by_lines_only=is_long)


def moq_of(value: Value) -> tuple[int, str]:
    """Return the smallest order in a cell and its unit, "" where the cell does not say; raises `BadCell`."""
    if isinstance(value, str):
        refuse_error(value)
        folded = fold_cell(value)
        if folded in _NO_MOQ:
            return 1, ""
        match = _MOQ.fullmatch(folded)
        if match is None:
            if folded.startswith("-"):
                quantity(value)
            raise BadCell(ProblemCode.NOT_A_NUMBER)
        refuse_thousand(match["number"])
        number, unit = figure(match["number"]), match["unit"] or ""
    else:
        number, unit = plain_number(value), ""
    if number != number.to_integral_value():
        raise BadCell(ProblemCode.NOT_A_NUMBER)
    if not 1 <= number <= 10**9:
        raise BadCell(ProblemCode.OUT_OF_RANGE)
    return int(number), unit


def _number(value: Value) -> int:
    if isinstance(value, str):
        value = _NUMBER_SIGN.sub("", fold_cell(value))
    number = quantity(value, 10**6)
    if number < 1:
        raise BadCell(ProblemCode.OUT_OF_RANGE)
    return number


def _stock(value: Value) -> int | None:
    if isinstance(value, str):
        folded = fold_cell(value)
        if folded in _SOLD_OUT:
            return 0
        if folded in _UNCOUNTED:
            return None
        match = _STOCK_UNIT.fullmatch(folded)
        if match:
            value = match["number"]
    return quantity(value)


def _pieces(value: Value) -> int:
    if isinstance(value, str):
        match = _CARTON_UNIT.fullmatch(fold_cell(value))
        value = match["number"] if match else value
    number = quantity(value, 10**6)
    if number < 1:
        raise BadCell(ProblemCode.OUT_OF_RANGE)
    return number


def _currency(value: Value) -> str:
    refuse_error(value)
    code = read_currency(as_text(value))
    if not code:
        raise BadCell(ProblemCode.CURRENCY_UNKNOWN)
    return code


def _incoterm(value: Value) -> str:
    refuse_error(value)
    term, _, place = as_text(value).partition(" ")
    if term.upper() not in INCOTERMS:
        raise BadCell(ProblemCode.NOT_AN_INCOTERM)
    return f"{term.upper()} {place}".strip()


def _pictures(value: Value) -> tuple[str, ...] | None:
    refuse_error(value)
    if _CELL_PICTURE.match(as_text(value)):
        return None
    return words.items_of(value)


def _certificates(value: Value) -> tuple[Certificate, ...] | None:
    return None if fold_cell(value) in _NOTHING else words.certificates_of(value)


def _expiries(value: Value) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(measures.iso_date(part) for part in re.split(r"[;；、\n]+", value) if part.strip())
    return (measures.iso_date(value),)


def _brand(value: Value) -> str:
    return words.text_of(value, 200)


def _place(value: Value) -> str:
    return words.text_of(value, 100)


def _machine_texts(value: Value) -> frozenset[str]:
    return frozenset(words.items_of(value))


_PLAIN: dict[Field, Callable[[Value], Any]] = {
    Field.NUMBER: _number,
    Field.BRAND: _brand,
    Field.CURRENCY: _currency,
    Field.INCOTERM: _incoterm,
    Field.INCOTERM_PLACE: _place,
    Field.LEAD_TIME: measures.lead_times,
    Field.SAMPLE_DAYS: measures.days,
    Field.CERTIFICATES: _certificates,
    Field.EXPIRES: _expiries,
    Field.PICTURES: _pictures,
    Field.TAGS: words.items_of,
    Field.PIECES: _pieces,
    Field.CBM: measures.volume,
    Field.HS_CODE: measures.hs_code,
    Field.STOCK: _stock,
    Field.MACHINE_TEXTS: _machine_texts,
}
_WITH_UNIT: dict[Field, Callable[[Value, str], Any]] = {
    Field.CARTON_SIZE: measures.carton_sides,
    Field.CARTON_LENGTH: measures.carton_side,
    Field.CARTON_WIDTH: measures.carton_side,
    Field.CARTON_HEIGHT: measures.carton_side,
    Field.WEIGHTS: measures.weights,
    Field.GROSS_WEIGHT: measures.weight,
    Field.NET_WEIGHT: measures.weight,
}
