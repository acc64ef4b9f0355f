"""What is wrong in a product, in plain sentences; one for each `Fault`."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.catalogue.checks import Fault, Problem
from livedesk.ui.figures import format_figure

_FIGURES = ("value", "limit")
_SENTENCES: dict[Fault, object] = {
    Fault.SKU_MISSING: QT_TRANSLATE_NOOP("product", "A product needs a SKU."),
    Fault.SKU_TAKEN: QT_TRANSLATE_NOOP("product", "{value} is the SKU of {other} already."),
    Fault.SKU_UNPRINTABLE: QT_TRANSLATE_NOOP("product", "A SKU has no blanks around it and no hidden signs."),
    Fault.NUMBER_NEGATIVE: QT_TRANSLATE_NOOP("product", "A number is 1 or more."),
    Fault.NUMBER_TAKEN: QT_TRANSLATE_NOOP("product", "{value} is the number of {other} already."),
    Fault.NAME_MISSING: QT_TRANSLATE_NOOP("product", "A product needs a name in one language at least."),
    Fault.PRICE_NOT_ABOVE_0: QT_TRANSLATE_NOOP("product", "A price is above 0."),
    Fault.PRICE_TOO_HIGH: QT_TRANSLATE_NOOP("product", "{value} is a very high price. Is that right?"),
    Fault.PRICE_TOO_FINE: QT_TRANSLATE_NOOP(
        "product", "{value} has more than four decimal places. Is that right?"
    ),
    Fault.PRICE_RISES: QT_TRANSLATE_NOOP(
        "product", "{value} for more pieces is above {limit} for fewer. Is that right?"
    ),
    Fault.PRICE_DROPS: QT_TRANSLATE_NOOP(
        "product", "From {limit} to {value} is a big step. Is the decimal point right?"
    ),
    Fault.QUANTITY_NOT_ABOVE_0: QT_TRANSLATE_NOOP("product", "A quantity is 1 or more."),
    Fault.QUANTITY_ORDER: QT_TRANSLATE_NOOP(
        "product", "The quantity {value} is there twice, or out of order."
    ),
    Fault.SAMPLE_PRICE_NEGATIVE: QT_TRANSLATE_NOOP("product", "A sample costs 0 or more."),
    Fault.CURRENCY_FORM: QT_TRANSLATE_NOOP("product", "A currency has three letters, such as USD."),
    Fault.INCOTERM_UNKNOWN: QT_TRANSLATE_NOOP("product", "{value} is none of the Incoterms 2020."),
    Fault.MOQ_NOT_ABOVE_0: QT_TRANSLATE_NOOP("product", "The least order is 1 or more."),
    Fault.MOQ_WITHOUT_PRICE: QT_TRANSLATE_NOOP(
        "product", "There is no price for {value} pieces: the first one starts at {limit}."
    ),
    Fault.MOQ_ABOVE_TIER: QT_TRANSLATE_NOOP(
        "product", "Nobody can order so few that the price from {limit} pieces counts."
    ),
    Fault.DAYS_OUT_OF_RANGE: QT_TRANSLATE_NOOP("product", "Days run from 0 to {limit}."),
    Fault.STOCK_NEGATIVE: QT_TRANSLATE_NOOP("product", "The stock is 0 or more."),
    Fault.HS_CODE_FORM: QT_TRANSLATE_NOOP(
        "product", "An HS code has 4, 6, 8, 10 or 13 digits. Is that right?"
    ),
    Fault.CERTIFICATE_UNNAMED: QT_TRANSLATE_NOOP("product", "A certificate needs a name."),
    Fault.EXPIRES_FORM: QT_TRANSLATE_NOOP("product", "{name}: write the day as 2027-03-31."),
    Fault.EXPIRED: QT_TRANSLATE_NOOP("product", "{name} expired on {value}. Do not promise it on air."),
    Fault.EXPIRES_SOON: QT_TRANSLATE_NOOP("product", "{name} expires soon, on {value}."),
    Fault.PIECES_NOT_ABOVE_0: QT_TRANSLATE_NOOP("product", "A carton holds 1 piece or more."),
    Fault.SIDE_NOT_ABOVE_0: QT_TRANSLATE_NOOP("product", "A side is longer than 0."),
    Fault.SIDE_TOO_LONG: QT_TRANSLATE_NOOP("product", "Longer than {limit} cm. Is that right?"),
    Fault.SIDE_MISSING: QT_TRANSLATE_NOOP("product", "Missing for the volume."),
    Fault.WEIGHT_NOT_ABOVE_0: QT_TRANSLATE_NOOP("product", "A weight is above 0."),
    Fault.WEIGHT_TOO_HIGH: QT_TRANSLATE_NOOP("product", "Heavier than {limit} kg. Is that right?"),
    Fault.NET_ABOVE_GROSS: QT_TRANSLATE_NOOP(
        "product", "The net weight is above the gross weight of {limit} kg."
    ),
    Fault.CUSTOM_UNNAMED: QT_TRANSLATE_NOOP("product", "A field of your own needs a name."),
}


def problem_text(problem: Problem) -> str:
    """Return the sentence for `problem`, with the row it is about where the field has several."""
    values = {
        name: format_figure(str(v)) if name in _FIGURES else str(v) for name, v in problem.params.items()
    }
    text = QCoreApplication.translate("product", str(_SENTENCES[problem.code])).format_map(values)
    if "row" not in problem.params or "name" in problem.params:
        return text
    return QCoreApplication.translate("product", "Row {row}: {problem}").format(
        row=problem.params["row"], problem=text
    )
