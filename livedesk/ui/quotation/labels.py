"""The words of a quotation, in both languages of the paper at once, whatever language the window is in."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP

Say = Callable[[str, str], str]
"""Looks up a text of a context in one language (`Translator.texts_in`)."""

_CONTEXT = "quotation"


class Label(Enum):
    """One word or sentence on the paper; the value is the English source."""

    TITLE = QT_TRANSLATE_NOOP("quotation", "Quotation")
    NUMBER = QT_TRANSLATE_NOOP("quotation", "No.")
    DATE = QT_TRANSLATE_NOOP("quotation", "Date")
    VALID_UNTIL = QT_TRANSLATE_NOOP("quotation", "Valid until")
    TO = QT_TRANSLATE_NOOP("quotation", "To")
    FROM = QT_TRANSLATE_NOOP("quotation", "From")
    DESTINATION = QT_TRANSLATE_NOOP("quotation", "Destination")
    PRICE_TERMS = QT_TRANSLATE_NOOP("quotation", "Terms (Incoterms 2020)")
    ITEM = QT_TRANSLATE_NOOP("quotation", "Item")
    QUANTITY = QT_TRANSLATE_NOOP("quotation", "Quantity")
    UNIT_PRICE = QT_TRANSLATE_NOOP("quotation", "Unit price")
    AMOUNT = QT_TRANSLATE_NOOP("quotation", "Amount")
    CARTONS = QT_TRANSLATE_NOOP("quotation", "Cartons")
    VOLUME = QT_TRANSLATE_NOOP("quotation", "Volume (m³)")
    WEIGHT = QT_TRANSLATE_NOOP("quotation", "Gross weight (kg)")
    TOTAL = QT_TRANSLATE_NOOP("quotation", "Total")
    PRICES_BY_QUANTITY = QT_TRANSLATE_NOOP("quotation", "Prices by quantity")
    LEAD_TIME = QT_TRANSLATE_NOOP("quotation", "Lead time")
    DAYS = QT_TRANSLATE_NOOP("quotation", "{days} days")
    SAMPLE = QT_TRANSLATE_NOOP("quotation", "Sample")
    CERTIFICATES = QT_TRANSLATE_NOOP("quotation", "Certificates")
    HS_CODE = QT_TRANSLATE_NOOP("quotation", "HS code")
    PACKING = QT_TRANSLATE_NOOP("quotation", "Packing")
    PIECES_A_CARTON = QT_TRANSLATE_NOOP("quotation", "{pieces} pcs/carton, {size} cm, {weight} kg")
    RATE = QT_TRANSLATE_NOOP("quotation", "Converted at {rate} {pair}, {date}")
    FROM_QUANTITY = QT_TRANSLATE_NOOP("quotation", "from {quantity}")


def said(label: Label, say: Say) -> str:
    """Return `label` in the language that `say` speaks."""
    source = str(label.value)
    return say(_CONTEXT, source) or source


def both(label: Label, first: Say, second: Say) -> str:
    """Return `label` in both languages, once where they say the same."""
    texts = dict.fromkeys((said(label, first), said(label, second)))
    return " ".join(texts)
