"""Words for canned answers: what each is called, and why a field could not be filled."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.catalogue.product import in_language
from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.fill import Filled, Gap, GapWhy, has_fields
from livedesk.core.ids import Language
from livedesk.ui import names

_TITLES = {
    "price": QT_TRANSLATE_NOOP("answers", "Price"),
    "price_asked": QT_TRANSLATE_NOOP("answers", "Price for this quantity"),
    "price_more": QT_TRANSLATE_NOOP("answers", "Price for 1,000"),
    "moq": QT_TRANSLATE_NOOP("answers", "Minimum order"),
    "sample": QT_TRANSLATE_NOOP("answers", "Sample"),
    "shipping": QT_TRANSLATE_NOOP("answers", "Delivery"),
    "logo": QT_TRANSLATE_NOOP("answers", "Own logo"),
    "certificate": QT_TRANSLATE_NOOP("answers", "Certificates"),
    "payment": QT_TRANSLATE_NOOP("answers", "Payment"),
    "stock": QT_TRANSLATE_NOOP("answers", "Stock"),
    "greeting": QT_TRANSLATE_NOOP("answers", "Welcome"),
    "sorry": QT_TRANSLATE_NOOP("answers", "Sorry"),
    "service": QT_TRANSLATE_NOOP("answers", "Help"),
    "moment": QT_TRANSLATE_NOOP("answers", "One moment"),
}
"""Of the answers that livedesk brings. One's own are called by what they begin with."""

_WHY = {
    GapWhy.NO_PRODUCT: QT_TRANSLATE_NOOP("answers", "No product is linked or on air: {field}"),
    GapWhy.MISSING: QT_TRANSLATE_NOOP("answers", "The product does not say: {field}"),
    GapWhy.BELOW_MOQ: QT_TRANSLATE_NOOP("answers", "Below the minimum order: {field}"),
    GapWhy.SOLD_OUT: QT_TRANSLATE_NOOP("answers", "The product is sold out: {field}"),
    GapWhy.ON_OFFER: QT_TRANSLATE_NOOP("answers", "The offer on air has a price of its own: {field}"),
    GapWhy.VARIES: QT_TRANSLATE_NOOP("answers", "Its variants have prices of their own: {field}"),
    GapWhy.NO_QUANTITY: QT_TRANSLATE_NOOP("answers", "The buyer names no quantity, or several: {field}"),
    GapWhy.UNKNOWN: QT_TRANSLATE_NOOP("answers", "There is no such field: {field}"),
}
_FIELDS = {
    "name": QT_TRANSLATE_NOOP("answers", "name"),
    "number": QT_TRANSLATE_NOOP("answers", "number"),
    "price": QT_TRANSLATE_NOOP("answers", "price"),
    "quantity": QT_TRANSLATE_NOOP("answers", "quantity asked for"),
    "moq": QT_TRANSLATE_NOOP("answers", "minimum order"),
    "unit": QT_TRANSLATE_NOOP("answers", "unit"),
    "lead_time": QT_TRANSLATE_NOOP("answers", "days of production"),
    "sample": QT_TRANSLATE_NOOP("answers", "price of a sample"),
    "sample_days": QT_TRANSLATE_NOOP("answers", "days for a sample"),
    "cert": QT_TRANSLATE_NOOP("answers", "certificates"),
    "port": QT_TRANSLATE_NOOP("answers", "port"),
    "incoterm": QT_TRANSLATE_NOOP("answers", "Incoterm"),
    "stock": QT_TRANSLATE_NOOP("answers", "stock"),
    "pack": QT_TRANSLATE_NOOP("answers", "pieces in a carton"),
}
_TITLE_CHARACTERS = 18


def title(answer: CannedAnswer, language: Language) -> str:
    """Return what an answer is called on its button."""
    if answer.id in _TITLES:
        return _say(_TITLES[answer.id])
    text = " ".join(in_language(answer.texts, language).split())
    if answer.intents and (not text or has_fields(text)):
        return names.intent_text(answer.intents[0])
    return text if len(text) <= _TITLE_CHARACTERS else f"{text[: _TITLE_CHARACTERS - 1]}…"


def field_name(field: str) -> str:
    """Return what a field is, "price for 500" of "price:500"; itself for one that there is not."""
    name, _, quantity = field.partition(":")
    if name not in _FIELDS:
        return f"{{{field}}}"
    said = _say(_FIELDS[name])
    if not quantity:
        return said
    if quantity == "quantity":
        return QCoreApplication.translate("answers", "{field} for the quantity asked for").format(field=said)
    return QCoreApplication.translate("answers", "{field} for {quantity}").format(
        field=said, quantity=quantity
    )


def gaps_text(filled: Filled) -> str:
    """Return why fields are missing, one sentence for each reason; "" where none is."""
    by_reason: dict[GapWhy, list[Gap]] = {}
    for gap in filled.gaps:
        by_reason.setdefault(gap.why, []).append(gap)
    sentences = []
    for why, gaps in by_reason.items():
        fields = ", ".join(field_name(gap.field) for gap in gaps)
        sentences.append(_say(_WHY[why]).format(field=fields) + _say(_STOP))
    return " ".join(sentences)


_STOP = QT_TRANSLATE_NOOP("answers", ".")


def _say(source: object) -> str:
    return QCoreApplication.translate("answers", str(source))
