"""Finding the row with the headings: below a title, over a row of units, in one row or in two."""

import re
from collections import Counter
from dataclasses import dataclass

from livedesk.core.catalogue.importing.columns import Column, Field
from livedesk.core.catalogue.importing.headings import Match, fold_heading, read_heading
from livedesk.core.catalogue.importing.money import currency_in
from livedesk.core.catalogue.importing.sheet import Sheet, as_text, is_blank
from livedesk.core.catalogue.importing.units import CENTIMETRES, KILOGRAMS, SOLD_BY

ROWS_SEARCHED = 60
MOST_HEADER_ROWS = 3
_LEAST_FIELDS = 2
_IMPORTANT = frozenset({Field.SKU, Field.NAMES, Field.PRICE})
_UNIT = re.compile(r"[a-z]+|[一-鿿]+|[^\sa-z一-鿿]")
_UNIT_SIGNS = frozenset('()[]/*.-（）"')
_UNIT_WORDS = frozenset(
    [
        "天",
        "days",
        "day",
        "必填",
        "选填",
        "每",
        "per",
        "%",
        "cbm",
        "m",
        "立方",
        "required",
        "optional",
        "l",
        "w",
        "h",
        "长",
        "宽",
        "高",
    ]
)


@dataclass(frozen=True, slots=True)
class Header:
    """Where the headings stand: from row `row` (from 0), `height` rows; and what each column is called."""

    row: int
    height: int
    headings: tuple[str, ...]

    @property
    def first_row(self) -> int:
        """The first row below the headings."""
        return self.row + self.height


def find_header(sheet: Sheet) -> Header | None:
    """Return the likeliest row of headings of `sheet`, None where no row looks like one."""
    best: tuple[float, Header] | None = None
    for row in range(min(len(sheet.rows), ROWS_SEARCHED)):
        if all(is_blank(value) for value in sheet.rows[row]):
            continue
        for height in range(1, MOST_HEADER_ROWS + 1):
            if height > 1 and not _continues(sheet, row, row + height - 1):
                break
            if height > 1 and sum(not is_blank(v) for v in sheet.rows[row]) < 3:
                break  # a title, not the upper half of a heading
            header = header_at(sheet, row, height)
            score = _score(header)
            # Equal is better when taller: else a row of units would be read as a product.
            if score and (best is None or score > best[0] or (score == best[0] and row == best[1].row)):
                best = score, header
    return best[1] if best else None


def header_at(sheet: Sheet, row: int, height: int = 1) -> Header:
    """Return the headings that stand in `height` rows from `row` on."""
    width = max((len(sheet.rows[r]) for r in range(row, min(row + height, len(sheet.rows)))), default=0)
    parts = [[as_text(sheet.value(r, c)) for c in range(width)] for r in range(row, row + height)]
    for number, line in enumerate(parts[:-1]):
        _spread(sheet, row + number, line, parts[number + 1])
    joined = (dict.fromkeys(part for part in column if part) for column in zip(*parts, strict=True))
    return Header(row, height, tuple(" ".join(" ".join(column).split()) for column in joined))


def _spread(sheet: Sheet, row: int, line: list[str], below: list[str]) -> None:
    """Give the columns under a merged heading its text; without known merges a blank takes what stands left of it."""
    areas = [area for area in sheet.merged if area[0] == row and area[3] > area[1]]
    if areas:
        for _, left, _, right in areas:
            for column in range(left + 1, min(right + 1, len(line))):
                line[column] = line[column] or line[left]
        return
    for column in range(1, len(line)):
        if not line[column] and below[column] and not sheet.merged:
            line[column] = line[column - 1]


def _continues(sheet: Sheet, first: int, row: int) -> bool:
    """Whether `row` goes on with the headings from `first` on: units, a second language, the quantities of prices.

    A row that says something in the columns of article numbers or names is a product, whatever else stands in it.
    """
    if row >= len(sheet.rows):
        return False
    for column in range(len(sheet.rows[row])):
        found = read_heading(as_text(sheet.value(row, column)))
        for above in range(first, row):
            match = read_heading(as_text(sheet.value(above, column)))
            is_key = match is not None and match.column.field in (Field.SKU, Field.NAMES)
            is_same = found is not None and match is not None and found.column.field is match.column.field
            if is_key and not is_same and not is_blank(sheet.value(row, column)):
                return False
    values = [value for value in sheet.rows[row] if not is_blank(value)]
    if not values:
        return False
    known = 0
    for value in values:
        text = as_text(value)
        if isinstance(value, str):
            known += _is_unit(text) or read_heading(text) is not None
        else:
            known += text.isdecimal() and int(text) >= 10 and len(values) <= len(sheet.rows[row]) // 2
    return known >= 0.6 * len(values)


def _is_unit(text: str) -> bool:
    folded = currency_in(fold_heading(text))[1]
    return all(
        part in SOLD_BY
        or part in CENTIMETRES
        or part in KILOGRAMS
        or part in _UNIT_SIGNS
        or part in _UNIT_WORDS
        for part in _UNIT.findall(folded)
    )


def _score(header: Header) -> float:
    """Return how much of a product the headings say, 0 where they say too little to be headings."""
    matches = [match for match in map(read_heading, header.headings) if match is not None]
    targets: Counter[Column] = Counter(Column(*match.column.target) for match in matches)
    fields = {column.field for column in targets}
    if len(fields) < _LEAST_FIELDS or not fields & _IMPORTANT:
        return 0.0
    return sum(_worth(match) for match in matches) - 0.5 * sum(n - 1 for n in targets.values())


def _worth(match: Match) -> float:
    if match.column.field in _IMPORTANT and not match.column.quantity:
        return 2.0
    return 1.0
