"""What a column of a table may say about a product, and how that is written in a file of columns."""

import re
from dataclasses import dataclass
from enum import StrEnum

from livedesk.core.ids import Language
from livedesk.core.translation.model import language_from_code


class Field(StrEnum):
    """One thing that a column says. ROW_NUMBER counts the rows, or repeats a picture: it says nothing."""

    SKU = "sku"
    NUMBER = "number"
    NAMES = "names"
    CATEGORY = "category"
    BRAND = "brand"
    PRICE = "price"
    TIER_QUANTITY = "tier_quantity"
    TIER_PRICE = "tier_price"
    CURRENCY = "currency"
    INCOTERM = "incoterm"
    INCOTERM_PLACE = "incoterm_place"
    MOQ = "moq"
    UNIT = "unit"
    LEAD_TIME = "lead_time"
    SAMPLE_PRICE = "sample_price"
    SAMPLE_DAYS = "sample_days"
    CERTIFICATES = "certificates"
    EXPIRES = "certificate_expires"
    PICTURES = "pictures"
    DESCRIPTION = "description"
    TAGS = "tags"
    MATERIALS = "materials"
    COLOURS = "colours"
    SIZES = "sizes"
    PIECES = "pieces_per_carton"
    CARTON_SIZE = "carton_size"
    CARTON_LENGTH = "carton_length"
    CARTON_WIDTH = "carton_width"
    CARTON_HEIGHT = "carton_height"
    WEIGHTS = "weights"
    GROSS_WEIGHT = "gross_weight"
    NET_WEIGHT = "net_weight"
    CBM = "cbm"
    HS_CODE = "hs_code"
    STOCK = "stock"
    SELLING_POINTS = "selling_points"
    SCRIPT = "script"
    VARIANT_OF = "variant_of"
    OPTIONS = "options"
    CUSTOM = "custom"
    MACHINE_TEXTS = "machine_texts"
    ROW_NUMBER = "row_number"


BY_LANGUAGE = frozenset(
    {
        Field.NAMES,
        Field.CATEGORY,
        Field.UNIT,
        Field.DESCRIPTION,
        Field.MATERIALS,
        Field.COLOURS,
        Field.SIZES,
        Field.SELLING_POINTS,
        Field.SCRIPT,
        Field.OPTIONS,
    }
)
"""Texts, a column for each language; without one the script of each cell tells Chinese from English."""

PRICES = frozenset({Field.PRICE, Field.TIER_PRICE, Field.SAMPLE_PRICE})
STEPPED = frozenset({Field.TIER_QUANTITY, Field.TIER_PRICE})
MOST_STEPS = 20


@dataclass(frozen=True, slots=True)
class Column:
    """What one column says.

    `language` of a text. `quantity` of a price: it holds from so many pieces. `step` ties a price to the quantity in
    the other column of the same step. `name` of a field of the user's own. The rest is what the heading adds to every
    cell below it: `currency`, `incoterm` and its `place` of a price; the `unit` of a size, a weight, or a price.
    """

    field: Field
    language: Language | None = None
    quantity: int = 0
    step: int = 0
    name: str = ""
    currency: str = ""
    incoterm: str = ""
    place: str = ""
    unit: str = ""

    @property
    def target(self) -> tuple[Field, Language | None, int, int, str]:
        """What is filled in; two columns with the same one cannot both be taken."""
        return self.field, self.language, self.quantity, self.step, self.name


_KEY = re.compile(r"([a-z_]+)(?:\.(.+))?", re.DOTALL)


def column_key(column: Column) -> str:
    """Return how a file of columns names what a column says: "sku", "names.en", "price.500", "tier_price.1"."""
    if column.field is Field.CUSTOM:
        return f"custom.{column.name}"
    if column.field in STEPPED:
        return f"{column.field}.{column.step}"
    if column.field is Field.PRICE and column.quantity:
        return f"price.{column.quantity}"
    return f"{column.field}.{column.language}" if column.language else column.field.value


def column_from_key(key: str) -> Column | None:
    """Return the column that `column_key` wrote as `key`, None where it says nothing known."""
    match = _KEY.fullmatch(key.strip())
    if match is None or match[1] not in set(Field):
        return None
    field, rest = Field(match[1]), match[2] or ""
    if field is Field.CUSTOM:
        return Column(field, name=rest) if rest else None
    if field in STEPPED:
        return Column(field, step=int(rest)) if _is_whole(rest, MOST_STEPS) else None
    if not rest:
        return Column(field)
    if field is Field.PRICE:
        return Column(field, quantity=int(rest)) if _is_whole(rest, 10**9) else None
    language = language_from_code(rest)
    return Column(field, language=language) if field in BY_LANGUAGE and language else None


def _is_whole(text: str, most: int) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 11 and 1 <= int(text) <= most
