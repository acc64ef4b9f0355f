"""A product's facts as short texts and as a table, for rows, cards and tooltips, in the window's language.

The texts are looked up at the moment of the call, so widgets call again when the language changes.
"""

from enum import Enum
from html import escape

from PySide6.QtCore import QCoreApplication

from livedesk.core.catalogue.product import PriceTier, Product, in_language
from livedesk.core.ids import EN, ZH, Language
from livedesk.ui.words import (
    format_amount,
    format_days,
    format_from_quantity,
    format_price,
    format_quantity,
    locale_name,
)

SEPARATOR = " · "


class Mark(Enum):
    """What the show says about a product; the value is the colour token of its word."""

    SOLD_OUT = "live"
    ON_AIR = "accent"
    NEXT = "mute"


def mark_word(mark: Mark) -> str:
    """Return the word for a mark: "sold out"."""
    match mark:
        case Mark.SOLD_OUT:
            return QCoreApplication.translate("catalogue", "sold out")
        case Mark.ON_AIR:
            return QCoreApplication.translate("catalogue", "on air")
        case Mark.NEXT:
            return QCoreApplication.translate("catalogue", "next")


def window_language() -> Language:
    """Return the language the window is in."""
    return Language(locale_name().split("_")[0])


def name_text(product: Product) -> str:
    """Return the product's name in the window's language, its SKU where no name is filled in."""
    return _one_line(in_language(product.names, window_language())) or product.sku


def other_name_text(product: Product) -> str:
    """Return the name in the other language of the show, "" where there is none."""
    shown = name_text(product)
    for language in (ZH, EN, *product.names):
        name = _one_line(product.names.get(language, ""))
        if name and name != shown:
            return name
    return ""


def title_text(product: Product) -> str:
    """Return number and name: "3 · Portable juicer cup"."""
    return f"{product.number}{SEPARATOR}{name_text(product)}"


def unit_text(product: Product) -> str:
    """Return the unit of sale in the window's language, "" where none is filled in."""
    return in_language(product.unit, window_language())


def price_text(product: Product) -> str:
    """Return the first price, "US$ 3.50", or words that there is none yet."""
    if product.from_price is None:
        return QCoreApplication.translate("catalogue", "no price yet")
    return format_price(product.from_price, product.currency)


def from_text(product: Product) -> str:
    """Return the quantity the first price starts at, "from 500 pcs", "" without prices."""
    return format_from_quantity(product.tiers[0].min_quantity, unit_text(product)) if product.tiers else ""


def moq_text(product: Product) -> str:
    """Return the least order, "MOQ 500 pcs"."""
    quantity = format_quantity(product.moq, unit_text(product))
    return QCoreApplication.translate("catalogue", "MOQ {quantity}").format(quantity=quantity)


def incoterm_text(product: Product) -> str:
    """Return what the price includes: "FOB Ningbo"."""
    return f"{product.incoterm} {product.incoterm_place}".strip()


def tier_text(product: Product, tier: PriceTier) -> str:
    """Return a further price step, to stand beside the first price: "3.20 from 2,000"."""
    return f"{format_amount(tier.price, product.currency)} {format_from_quantity(tier.min_quantity)}"


def certificates_text(product: Product) -> str:
    """Return the names of the certificates in a row."""
    return ", ".join(certificate.name for certificate in product.certificates)


def lead_time_text(product: Product) -> str:
    """Return the lead time, "30 days", "" where none is filled in."""
    if product.lead_time_days is None:
        return ""
    return format_days(product.lead_time_days)


def sample_text(product: Product) -> str:
    """Return what a sample costs, "sample US$ 15.00", "" where no price is filled in."""
    if product.sample_price is None:
        return ""
    price = format_price(product.sample_price, product.currency)
    return QCoreApplication.translate("catalogue", "sample {price}").format(price=price)


def facts_parts(product: Product) -> tuple[str, str, str, str]:
    """Return a row's second line in parts: SKU, price, quantity, lead time ("" where unknown)."""
    quantity = from_text(product) or f"{SEPARATOR.strip()} {moq_text(product)}"
    return product.sku, price_text(product), quantity, lead_time_text(product)


def terms_parts(product: Product) -> tuple[str, ...]:
    """Return what stands behind a card's price: "FOB Ningbo", "from 500"."""
    first = format_from_quantity(product.tiers[0].min_quantity) if product.tiers else moq_text(product)
    return tuple(part for part in (incoterm_text(product), first) if part)


def card_facts(product: Product) -> tuple[str, ...]:
    """Return a card's last facts as far as filled in: certificates, sample price, lead time."""
    parts = (certificates_text(product), sample_text(product), lead_time_text(product))
    return tuple(part for part in parts if part)


def facts_html(product: Product) -> str:
    """Return all facts as rich text for a tooltip; texts of the catalogue are escaped."""
    rows = [
        (QCoreApplication.translate("catalogue", "SKU"), product.sku),
        (
            QCoreApplication.translate("catalogue", "Category"),
            in_language(product.category, window_language()),
        ),
        *(
            (
                format_from_quantity(t.min_quantity, unit_text(product)),
                format_price(t.price, product.currency),
            )
            for t in product.tiers
        ),
        (QCoreApplication.translate("catalogue", "Terms"), incoterm_text(product)),
        (QCoreApplication.translate("catalogue", "MOQ"), format_quantity(product.moq, unit_text(product))),
        (QCoreApplication.translate("catalogue", "Lead time"), lead_time_text(product)),
        (
            QCoreApplication.translate("catalogue", "Sample"),
            "" if product.sample_price is None else format_price(product.sample_price, product.currency),
        ),
        (QCoreApplication.translate("catalogue", "Certificates"), certificates_text(product)),
    ]
    names = [f"<b>{escape(title_text(product))}</b>"]
    if other := other_name_text(product):
        names.append(escape(other))
    table = "".join(
        f"<tr><td>{escape(label)}&nbsp;&nbsp;</td><td>{escape(value)}</td></tr>"
        for label, value in rows
        if value
    )
    return f"{'<br>'.join(names)}<table cellspacing='2'>{table}</table>"


def _one_line(text: str) -> str:
    """Return `text` with line breaks and tabs, which cells of a spreadsheet may hold, as single spaces."""
    return " ".join(text.split())
