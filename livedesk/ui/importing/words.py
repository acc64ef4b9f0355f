"""What the import says about columns and cells."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.catalogue.importing.columns import BY_LANGUAGE, STEPPED, Column, Field
from livedesk.core.catalogue.importing.problems import Effect, ProblemCode
from livedesk.ui import words

_FIELDS: dict[Field, object] = {
    Field.SKU: QT_TRANSLATE_NOOP("import", "Article number (SKU)"),
    Field.NUMBER: QT_TRANSLATE_NOOP("import", "Number on air"),
    Field.NAMES: QT_TRANSLATE_NOOP("import", "Name"),
    Field.CATEGORY: QT_TRANSLATE_NOOP("import", "Category"),
    Field.BRAND: QT_TRANSLATE_NOOP("import", "Brand"),
    Field.PRICE: QT_TRANSLATE_NOOP("import", "Price"),
    Field.TIER_QUANTITY: QT_TRANSLATE_NOOP("import", "Quantity {step}"),
    Field.TIER_PRICE: QT_TRANSLATE_NOOP("import", "Price {step}"),
    Field.CURRENCY: QT_TRANSLATE_NOOP("import", "Currency"),
    Field.INCOTERM: QT_TRANSLATE_NOOP("import", "Incoterm"),
    Field.INCOTERM_PLACE: QT_TRANSLATE_NOOP("import", "Place of the Incoterm"),
    Field.MOQ: QT_TRANSLATE_NOOP("import", "MOQ"),
    Field.UNIT: QT_TRANSLATE_NOOP("import", "Unit"),
    Field.LEAD_TIME: QT_TRANSLATE_NOOP("import", "Lead time"),
    Field.SAMPLE_PRICE: QT_TRANSLATE_NOOP("import", "Sample price"),
    Field.SAMPLE_DAYS: QT_TRANSLATE_NOOP("import", "Sample days"),
    Field.CERTIFICATES: QT_TRANSLATE_NOOP("import", "Certificates"),
    Field.EXPIRES: QT_TRANSLATE_NOOP("import", "Certificates expire"),
    Field.PICTURES: QT_TRANSLATE_NOOP("import", "Pictures"),
    Field.DESCRIPTION: QT_TRANSLATE_NOOP("import", "Description"),
    Field.TAGS: QT_TRANSLATE_NOOP("import", "Tags"),
    Field.MATERIALS: QT_TRANSLATE_NOOP("import", "Material"),
    Field.COLOURS: QT_TRANSLATE_NOOP("import", "Colours"),
    Field.SIZES: QT_TRANSLATE_NOOP("import", "Sizes"),
    Field.PIECES: QT_TRANSLATE_NOOP("import", "Pieces per carton"),
    Field.CARTON_SIZE: QT_TRANSLATE_NOOP("import", "Carton size"),
    Field.CARTON_LENGTH: QT_TRANSLATE_NOOP("import", "Carton length"),
    Field.CARTON_WIDTH: QT_TRANSLATE_NOOP("import", "Carton width"),
    Field.CARTON_HEIGHT: QT_TRANSLATE_NOOP("import", "Carton height"),
    Field.WEIGHTS: QT_TRANSLATE_NOOP("import", "Gross and net weight"),
    Field.GROSS_WEIGHT: QT_TRANSLATE_NOOP("import", "Gross weight"),
    Field.NET_WEIGHT: QT_TRANSLATE_NOOP("import", "Net weight"),
    Field.CBM: QT_TRANSLATE_NOOP("import", "Volume (CBM), for checking"),
    Field.HS_CODE: QT_TRANSLATE_NOOP("import", "HS code"),
    Field.STOCK: QT_TRANSLATE_NOOP("import", "Stock"),
    Field.SELLING_POINTS: QT_TRANSLATE_NOOP("import", "Selling points"),
    Field.SCRIPT: QT_TRANSLATE_NOOP("import", "Script"),
    Field.VARIANT_OF: QT_TRANSLATE_NOOP("import", "Variant of"),
    Field.OPTIONS: QT_TRANSLATE_NOOP("import", "Option"),
    Field.CUSTOM: QT_TRANSLATE_NOOP("import", "Own field “{name}”"),
    Field.MACHINE_TEXTS: QT_TRANSLATE_NOOP("import", "Texts by a machine"),
    Field.ROW_NUMBER: QT_TRANSLATE_NOOP("import", "Row number"),
}
_FROM_QUANTITY = QT_TRANSLATE_NOOP("import", "Price from {count}")

_PROBLEMS: dict[ProblemCode, object] = {
    ProblemCode.NO_SKU: QT_TRANSLATE_NOOP("import", "No article number in this row"),
    ProblemCode.BAD_SKU: QT_TRANSLATE_NOOP("import", "Not an article number"),
    ProblemCode.DUPLICATE_SKU: QT_TRANSLATE_NOOP(
        "import", "The article number stands twice; the first row counts"
    ),
    ProblemCode.NO_NAME: QT_TRANSLATE_NOOP("import", "A new product needs a name"),
    ProblemCode.NO_PARENT: QT_TRANSLATE_NOOP("import", "There is no product with this article number"),
    ProblemCode.FORMULA_ERROR: QT_TRANSLATE_NOOP("import", "The formula in this cell failed"),
    ProblemCode.NOT_A_PRICE: QT_TRANSLATE_NOOP("import", "Not a price"),
    ProblemCode.PRICE_OUT_OF_RANGE: QT_TRANSLATE_NOOP("import", "A price lies above 0 and below 10 million"),
    ProblemCode.PRICE_RANGE: QT_TRANSLATE_NOOP("import", "Two prices; the higher one is taken"),
    ProblemCode.PRICE_FROM: QT_TRANSLATE_NOOP("import", "A price “from”; it is taken as the price"),
    ProblemCode.TIER_RISES: QT_TRANSLATE_NOOP("import", "The price rises with the quantity"),
    ProblemCode.TIER_TWICE: QT_TRANSLATE_NOOP("import", "Two prices for the same quantity"),
    ProblemCode.TIER_INCOMPLETE: QT_TRANSLATE_NOOP(
        "import", "A quantity without a price, or the other way round"
    ),
    ProblemCode.CURRENCY_DIFFERS: QT_TRANSLATE_NOOP("import", "Not the currency of the other prices"),
    ProblemCode.CURRENCY_UNKNOWN: QT_TRANSLATE_NOOP("import", "Not a known currency"),
    ProblemCode.NO_CURRENCY: QT_TRANSLATE_NOOP("import", "No currency stands anywhere; taken as US dollars"),
    ProblemCode.UNIT_DIFFERS: QT_TRANSLATE_NOOP("import", "For another unit than the product is sold by"),
    ProblemCode.NOT_A_NUMBER: QT_TRANSLATE_NOOP("import", "Not a number"),
    ProblemCode.AMBIGUOUS_NUMBER: QT_TRANSLATE_NOOP("import", "This number can be read in two ways"),
    ProblemCode.OUT_OF_RANGE: QT_TRANSLATE_NOOP("import", "Too small or too large"),
    ProblemCode.NOT_A_DATE: QT_TRANSLATE_NOOP("import", "Not a date"),
    ProblemCode.AMBIGUOUS_DATE: QT_TRANSLATE_NOOP("import", "Day and month can be read in two ways"),
    ProblemCode.NOT_A_SIZE: QT_TRANSLATE_NOOP("import", "Not a size such as 60x40x35 cm"),
    ProblemCode.NOT_A_WEIGHT: QT_TRANSLATE_NOOP("import", "Not a weight such as 12.5 kg"),
    ProblemCode.NET_ABOVE_GROSS: QT_TRANSLATE_NOOP("import", "The net weight is above the gross weight"),
    ProblemCode.CBM_DIFFERS: QT_TRANSLATE_NOOP("import", "Not the volume of the carton"),
    ProblemCode.NOT_AN_HS_CODE: QT_TRANSLATE_NOOP("import", "Not a customs code such as 8509.40.00"),
    ProblemCode.NOT_AN_INCOTERM: QT_TRANSLATE_NOOP("import", "Not an Incoterm such as FOB"),
    ProblemCode.NUMBER_TAKEN: QT_TRANSLATE_NOOP("import", "Another product has this number"),
    ProblemCode.TOO_LONG: QT_TRANSLATE_NOOP("import", "This text is too long"),
    ProblemCode.PICTURE_MISSING: QT_TRANSLATE_NOOP("import", "There is no such picture"),
    ProblemCode.NOT_A_PICTURE: QT_TRANSLATE_NOOP("import", "Not a picture"),
    ProblemCode.HIDDEN_ROW: QT_TRANSLATE_NOOP("import", "This row is hidden in the file"),
    ProblemCode.PICTURES_NOT_READ: QT_TRANSLATE_NOOP(
        "import", "Pictures inside this kind of file are not read; save it as .xlsx"
    ),
    ProblemCode.UNKNOWN_COLUMN: QT_TRANSLATE_NOOP("import", "This column is not used"),
    ProblemCode.COLUMN_TWICE: QT_TRANSLATE_NOOP(
        "import", "Another column says the same; this one is not used"
    ),
}
_EFFECTS: dict[Effect, object] = {
    Effect.ROW_LEFT_OUT: QT_TRANSLATE_NOOP("import", "Row left out"),
    Effect.FIELD_LEFT: QT_TRANSLATE_NOOP("import", "Field left as it is"),
    Effect.COLUMN_LEFT_OUT: QT_TRANSLATE_NOOP("import", "Column left out"),
    Effect.TAKEN: QT_TRANSLATE_NOOP("import", "Taken, please check"),
}


def column_text(column: Column) -> str:
    """Return what a column says about a product: "Name · English", "Price from 500"."""
    if column.field is Field.PRICE and column.quantity:
        return _say(_FROM_QUANTITY).format(count=words.format_count(column.quantity))
    text = _say(_FIELDS[column.field])
    if column.field in STEPPED:
        return text.format(step=column.step)
    if column.field is Field.CUSTOM:
        return text.format(name=column.name)
    if column.field in BY_LANGUAGE and column.language:
        return f"{text} · {words.language_name(column.language)}"
    return text


def problem_text(code: ProblemCode) -> str:
    """Return what is wrong with a cell."""
    return _say(_PROBLEMS[code])


def effect_text(effect: Effect) -> str:
    """Return what became of a cell with a problem."""
    return _say(_EFFECTS[effect])


def _say(source: object) -> str:
    return QCoreApplication.translate("import", str(source))
