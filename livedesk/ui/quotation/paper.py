"""A quotation on one page of paper, in two languages, and as a few lines for the chat."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape

from babel.dates import format_date as babel_date
from babel.numbers import format_decimal
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QPainter, QPdfWriter, QTextDocument

from livedesk.core.catalogue.product import in_language
from livedesk.core.catalogue.quotation import Quotation, QuoteLine, valid_until
from livedesk.core.ids import EN, ZH, Language
from livedesk.ui.quotation.labels import Label, Say, both, said
from livedesk.ui.theme import fonts
from livedesk.ui.theme.tokens import LIGHT
from livedesk.ui.widgets import pdf as paper
from livedesk.ui.words import format_price

MARGIN_MM = 16.0
_LARGEST_PX, _SMALLEST_PX = 40, 22
"""Of the body text at 300 dpi: 9.6 to 5.3 points. The largest that fits one page is taken."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who sells and who buys, as the operator wrote it; `number` names the quotation."""

    seller: str
    contact: str
    buyer: str
    number: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language of the paper: its code, the lookup of its words and the locale of its dates."""

    language: Language
    say: Say

    @property
    def locale(self) -> str:
        """The locale for Babel."""
        return "zh_CN" if self.language == ZH else "en"


def pdf(quotation: Quotation, head: Letterhead, first: Tongue, second: Tongue) -> bytes:
    """Return the quotation as a PDF of one A4 page with its fonts embedded."""

    def put(writer: QPdfWriter, painter: QPainter) -> None:
        draw(painter, html(quotation, head, first, second), QSizeF(writer.width(), writer.height()))

    return paper.pdf(f"{said(Label.TITLE, first.say)} {head.number}".strip(), MARGIN_MM, put)


def printed_size() -> QSizeF:
    """Return the size of the printed part of the page, in dots of the paper."""
    dots_a_mm = paper.DPI / 25.4
    return QSizeF((210 - 2 * MARGIN_MM) * dots_a_mm, (297 - 2 * MARGIN_MM) * dots_a_mm)


def draw(painter: QPainter, text: str, page: QSizeF) -> None:
    """Draw the page's HTML at the painter's origin, `page` dots large."""
    document = _fitting(text, page)
    # More lines than one page takes even in the smallest print: shrunk as a whole rather than cut.
    height = document.size().height()
    if height > page.height():
        painter.scale(page.height() / height, page.height() / height)
    document.drawContents(painter)


def _fitting(text: str, page: QSizeF) -> QTextDocument:
    for size in range(_LARGEST_PX, _SMALLEST_PX - 1, -2):
        document = QTextDocument()
        document.setDocumentMargin(0)
        font = QFont()
        font.setFamilies(list(fonts.families()))
        font.setPixelSize(size)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(_STYLE)
        document.setHtml(text)
        document.setTextWidth(page.width())
        if document.size().height() <= page.height():
            break
    return document


_STYLE = f"""
body, td {{ color: {LIGHT.ink}; }}
p, td, th {{ line-height: 140%; }}
p {{ margin-top: 24px; margin-bottom: 0px; }}
p.first {{ margin-top: 0px; }}
h1 {{ margin-bottom: 48px; }}
h1 {{ font-size: xx-large; font-weight: 600; color: {LIGHT.ink}; }}
.mute {{ color: {LIGHT.mute}; }}
.total {{ font-weight: 600; color: {LIGHT.accent}; }}
th {{ color: {LIGHT.mute}; font-weight: 400; }}
"""


def html(quotation: Quotation, head: Letterhead, first: Tongue, second: Tongue) -> str:
    """Return the quotation as HTML of the kind that QTextDocument draws."""
    parts = [
        _heading(quotation, head, first, second),
        _table(quotation, first, second),
        _facts(quotation, first, second),
    ]
    if head.note.strip():
        parts.append(f"<p>{_lines(head.note)}</p>")
    return f"<body>{''.join(parts)}</body>"


def _heading(quotation: Quotation, head: Letterhead, first: Tongue, second: Tongue) -> str:
    terms = quotation.terms
    until = valid_until(terms)
    facts = [
        (Label.NUMBER, escape(head.number)),
        (Label.DATE, _date(terms.date, first)),
        (Label.VALID_UNTIL, _date(until, first)),
        (Label.PRICE_TERMS, escape(f"{terms.incoterm} {terms.place}".strip())),
        (Label.DESTINATION, escape(terms.destination)),
    ]
    rows = "".join(
        f"<tr><td class='mute'>{both(label, first.say, second.say)}&nbsp;&nbsp;</td><td>{value}</td></tr>"
        for label, value in facts
        if value
    )
    buyer = (
        f"<p><span class='mute'>{both(Label.TO, first.say, second.say)}</span><br>{_lines(head.buyer)}</p>"
        if head.buyer.strip()
        else ""
    )
    return (
        f"<h1>{both(Label.TITLE, first.say, second.say)}</h1>"
        "<table width='100%' cellspacing='0'><tr>"
        f"<td width='55%'><p class='first'><b>{_lines(head.seller)}</b><br>{_lines(head.contact)}</p>{buyer}</td>"
        f"<td><table cellpadding='4'>{rows}</table></td></tr></table><p>&nbsp;</p>"
    )


_COLUMNS = (
    (Label.ITEM, "left"),
    (Label.QUANTITY, "right"),
    (Label.UNIT_PRICE, "right"),
    (Label.AMOUNT, "right"),
    (Label.CARTONS, "right"),
    (Label.VOLUME, "right"),
    (Label.WEIGHT, "right"),
)


def _table(quotation: Quotation, first: Tongue, second: Tongue) -> str:
    head = "".join(
        f"<th align='{side}'>{'<br>'.join(dict.fromkeys((said(label, first.say), said(label, second.say))))}</th>"
        for label, side in _COLUMNS
    )
    rows = "".join(_row(line, quotation.terms.currency, first, second) for line in quotation.lines)
    total = _cells(
        [
            f"<b>{both(Label.TOTAL, first.say, second.say)}</b>",
            "",
            "",
            f"<span class='total'>{_money(quotation.total, quotation.terms.currency)}</span>",
            _number(quotation.cartons),
            _number(quotation.cbm),
            _number(quotation.gross_weight_kg),
        ]
    )
    return (
        f"<table width='100%' cellspacing='0' cellpadding='20' border='1' style='border-collapse: collapse; "
        f"border-style: solid; border-color: {LIGHT.line};'><tr>{head}</tr>{rows}{total}</table>"
    )


def _row(line: QuoteLine, currency: str, first: Tongue, second: Tongue) -> str:
    product, form = line.item.product, line.item.form
    names = dict.fromkeys(escape(in_language(product.names, tongue.language)) for tongue in (first, second))
    sku = escape(form.sku if form else product.sku)
    options = escape(in_language(form.options, first.language)) if form else ""
    name = "<br>".join(filter(None, [f"<b>{sku}</b>", *names, options]))
    unit = escape(in_language(product.unit, first.language, EN))
    return _cells(
        [
            name,
            f"{_number(line.item.quantity)} {unit}".strip(),
            _money(line.unit_price, currency),
            _money(line.amount, currency),
            _number(line.cartons),
            _number(line.cbm),
            _number(line.gross_weight_kg),
        ]
    )


def _cells(texts: list[str]) -> str:
    sides = (side for _, side in _COLUMNS)
    cells = (f"<td align='{side}' valign='top'>{text}</td>" for side, text in zip(sides, texts, strict=True))
    return f"<tr>{''.join(cells)}</tr>"


def _facts(quotation: Quotation, first: Tongue, second: Tongue) -> str:
    """Return what else is known of each product: further prices, lead time, packing, certificates."""
    parts = []
    for product in dict.fromkeys(line.item.product.sku for line in quotation.lines):
        lines = [line for line in quotation.lines if line.item.product.sku == product]
        facts = [
            f"<span class='mute'>{both(label, first.say, second.say)}</span>&nbsp; {value}"
            for label, value in _facts_of(lines[0], first)
            if value
        ]
        if facts:
            parts.append(f"<p><b>{escape(product)}</b><br>{'<br>'.join(facts)}</p>")
    rates = {line.rate: line for line in quotation.lines if line.rate}
    for rate in rates:
        text = said(Label.RATE, first.say).format(
            rate=_number(rate.rate, "0.####"), pair=f"{rate.base}/{rate.quote}", date=_date(rate.dated, first)
        )
        parts.append(f"<p class='mute'>{escape(text)}</p>")
    return "".join(parts)


def _facts_of(line: QuoteLine, tongue: Tongue) -> list[tuple[Label, str]]:
    product, packing = line.item.product, line.item.product.packing
    tiers = ", ".join(
        f"{_money(tier.price, product.currency)} "
        + said(Label.FROM_QUANTITY, tongue.say).format(quantity=_number(tier.min_quantity))
        for tier in product.tiers
    )
    days = said(Label.DAYS, tongue.say)
    lead = "" if product.lead_time_days is None else days.format(days=product.lead_time_days)
    sides = [packing.length_cm, packing.width_cm, packing.height_cm]
    size = "×".join(_number(side, "0.##") for side in sides) if None not in sides else ""
    box = (
        said(Label.PIECES_A_CARTON, tongue.say).format(
            pieces=packing.pieces_per_carton, size=size, weight=_number(packing.gross_weight_kg)
        )
        if packing.pieces_per_carton and size and packing.gross_weight_kg is not None
        else ""
    )
    sample = "" if product.sample_price is None else _money(product.sample_price, product.currency)
    return [
        (Label.PRICES_BY_QUANTITY, tiers if len(product.tiers) > 1 else ""),
        (Label.LEAD_TIME, lead),
        (Label.SAMPLE, sample),
        (Label.PACKING, box),
        (Label.CERTIFICATES, escape(", ".join(c.name for c in product.certificates))),
        (Label.HS_CODE, escape(product.hs_code)),
    ]


def answer(quotation: Quotation, tongue: Tongue) -> str:
    """Return the quotation as an answer for the chat, one line a product, in one language."""
    terms, say = quotation.terms, tongue.say
    lines = []
    for line in quotation.lines:
        product, form = line.item.product, line.item.form
        name = in_language(product.names, tongue.language) or product.sku
        options = in_language(form.options, tongue.language) if form else ""
        title = " ".join(filter(None, [name, options, f"({form.sku if form else product.sku})"]))
        unit = in_language(product.unit, tongue.language, EN)
        parts = [
            f"{_number(line.item.quantity)} {unit}".strip(),
            f"{said(Label.UNIT_PRICE, say)} {_money(line.unit_price, terms.currency)}",
            f"{said(Label.AMOUNT, say)} {_money(line.amount, terms.currency)}",
        ]
        if line.cbm is not None:
            parts.append(f"{_number(line.cartons)} {said(Label.CARTONS, say)}, {_number(line.cbm)} m³")
        lines.append(f"{title}: {'; '.join(parts)}")
    if len(quotation.lines) > 1:
        lines.append(f"{said(Label.TOTAL, say)} {_money(quotation.total, terms.currency)}")
    until = f"{said(Label.VALID_UNTIL, say)} {_date(valid_until(terms), tongue)}"
    lines.append(f"{terms.incoterm} {terms.place}".strip() + f"; {until}")
    return "\n".join(lines)


def _money(value: Decimal | None, currency: str) -> str:
    return "–" if value is None else escape(format_price(value, currency))


def _number(value: Decimal | int | None, pattern: str = "#,##0.###") -> str:
    return "–" if value is None else format_decimal(value, format=pattern, locale="en")


def _date(iso: str, tongue: Tongue) -> str:
    return babel_date(date.fromisoformat(iso), "long", locale=tongue.locale)


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.strip().splitlines())
