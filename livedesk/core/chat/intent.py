"""What a buyer wants to know; `intents.py` decides it."""

from enum import StrEnum


class Intent(StrEnum):
    """The kinds of messages that a booth gets."""

    PRICE = "price"
    MOQ = "moq"
    SAMPLE = "sample"
    SHIPPING = "shipping"
    CUSTOMISATION = "customisation"
    CERTIFICATE = "certificate"
    PAYMENT = "payment"
    STOCK = "stock"
    GREETING = "greeting"
    COMPLAINT = "complaint"
    AFTER_SALES = "after_sales"
