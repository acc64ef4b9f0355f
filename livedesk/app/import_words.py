"""What the command line says about the cells of an import."""

from livedesk.core.catalogue.importing.problems import Effect, ImportProblem, ProblemCode

PROBLEMS: dict[ProblemCode, str] = {
    ProblemCode.NO_SKU: "there is no article number in this row",
    ProblemCode.BAD_SKU: "this is no article number",
    ProblemCode.DUPLICATE_SKU: "this article number stands there twice; the first row counts",
    ProblemCode.NO_NAME: "a new product needs a name",
    ProblemCode.NO_PARENT: "there is no product with this article number",
    ProblemCode.FORMULA_ERROR: "the formula in this cell failed",
    ProblemCode.NOT_A_PRICE: "this is no price",
    ProblemCode.PRICE_OUT_OF_RANGE: "a price lies above 0 and below 10 million",
    ProblemCode.PRICE_RANGE: "two prices; the higher one is taken",
    ProblemCode.PRICE_FROM: "a price 'from'; it is taken as the price",
    ProblemCode.TIER_RISES: "the price rises with the quantity",
    ProblemCode.TIER_TWICE: "two prices for the same quantity",
    ProblemCode.TIER_INCOMPLETE: "a quantity without a price, or a price without a quantity",
    ProblemCode.CURRENCY_DIFFERS: "the currency is not the one of the other prices",
    ProblemCode.CURRENCY_UNKNOWN: "this currency is not known",
    ProblemCode.NO_CURRENCY: "no currency stands anywhere; the prices are taken as USD. Say otherwise with --map",
    ProblemCode.UNIT_DIFFERS: "the price or the quantity is for another unit than the product is sold by",
    ProblemCode.NOT_A_NUMBER: "this is not a number",
    ProblemCode.AMBIGUOUS_NUMBER: "this number can be read in two ways",
    ProblemCode.OUT_OF_RANGE: "this is too small or too large",
    ProblemCode.NOT_A_DATE: "this is no date",
    ProblemCode.AMBIGUOUS_DATE: "day and month can be read in two ways",
    ProblemCode.NOT_A_SIZE: "this is no size such as 60x40x35 cm",
    ProblemCode.NOT_A_WEIGHT: "this is no weight such as 12.5 kg",
    ProblemCode.NET_ABOVE_GROSS: "the net weight is above the gross weight",
    ProblemCode.CBM_DIFFERS: "the volume is not the one of the carton's size",
    ProblemCode.NOT_AN_HS_CODE: "this is no customs code such as 8509.40.00",
    ProblemCode.NOT_AN_INCOTERM: "this is no Incoterm such as FOB",
    ProblemCode.NUMBER_TAKEN: "another product has this number",
    ProblemCode.TOO_LONG: "this text is too long",
    ProblemCode.PICTURE_MISSING: "there is no such picture",
    ProblemCode.NOT_A_PICTURE: "this is no picture",
    ProblemCode.HIDDEN_ROW: "this row is hidden in the file",
    ProblemCode.PICTURES_NOT_READ: "the pictures inside a file of this kind are not read; save it as .xlsx",
    ProblemCode.UNKNOWN_COLUMN: "this column is not known and left out",
    ProblemCode.COLUMN_TWICE: "another column says the same; this one is left out",
}
EFFECTS: dict[Effect, str] = {
    Effect.ROW_LEFT_OUT: "The row is left out.",
    Effect.FIELD_LEFT: "The field is left as it is.",
    Effect.COLUMN_LEFT_OUT: "",
    Effect.TAKEN: "Please check.",
}


def problem_sentence(problem: ImportProblem) -> str:
    """Return what is wrong with a cell and what became of it."""
    found = f" ({problem.text})" if problem.text else ""
    return f"{problem.cell}: {PROBLEMS[problem.code]}{found}. {EFFECTS[problem.effect]}".rstrip()
