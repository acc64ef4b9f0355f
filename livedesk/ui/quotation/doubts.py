"""What is doubtful in a quotation, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.catalogue.quotation import QuoteDoubt, QuoteLine
from livedesk.ui.catalogue.product_text import incoterm_text, unit_text
from livedesk.ui.figures import format_count, format_quantity

_TEXTS: dict[QuoteDoubt, object] = {
    QuoteDoubt.NO_PRICE: QT_TRANSLATE_NOOP("quotation", "This product has no price yet."),
    QuoteDoubt.BELOW_MOQ: QT_TRANSLATE_NOOP("quotation", "Below the minimum order of {moq}."),
    QuoteDoubt.BELOW_FIRST_TIER: QT_TRANSLATE_NOOP("quotation", "There is no price for fewer than {first}."),
    QuoteDoubt.NO_RATE: QT_TRANSLATE_NOOP("quotation", "Enter the exchange rate for {currency} below."),
    QuoteDoubt.OLD_RATE: QT_TRANSLATE_NOOP(
        "quotation", "The exchange rate is from {dated}. Is it still right?"
    ),
    QuoteDoubt.NO_PACKING: QT_TRANSLATE_NOOP(
        "quotation", "No carton size is filled in: the volume is not known."
    ),
    QuoteDoubt.SOLD_OUT: QT_TRANSLATE_NOOP("quotation", "This product is sold out."),
    QuoteDoubt.NOT_ENOUGH_STOCK: QT_TRANSLATE_NOOP("quotation", "Only {stock} in stock."),
    QuoteDoubt.OTHER_INCOTERM: QT_TRANSLATE_NOOP(
        "quotation", "The prices of the catalogue are {incoterm}. Check that they hold for these terms too."
    ),
}


def doubt_text(doubt: QuoteDoubt, line: QuoteLine) -> str:
    """Return the sentence for a doubt about `line`."""
    product, form = line.item.product, line.item.form
    unit = unit_text(product)
    tiers = form.tiers if form and form.tiers else product.tiers
    stock = form.stock if form else product.stock
    return QCoreApplication.translate("quotation", str(_TEXTS[doubt])).format(
        moq=format_quantity(product.moq, unit),
        first=format_quantity(tiers[0].min_quantity, unit) if tiers else "",
        currency=product.currency,
        dated=line.rate.dated if line.rate else "",
        stock=format_count(stock or 0),
        incoterm=incoterm_text(product),
    )
