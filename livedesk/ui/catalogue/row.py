"""Where everything in a catalogue row goes, worked out once per product, width and language.

A row is always three lines: the name in the window's language, the other language's name (or the rest of a long
first one), then SKU, price and lead time. What does not fit ends in an ellipsis; a figure is never cut in two.
"""

import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from livedesk.core.catalogue.product import Product
from livedesk.ui.catalogue import product_text
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.tokens import GAP_S, Step

THUMBNAIL_PX = 48
NAME_LINE_PX = 18
FACTS_LINE_PX = 16
ROW_HEIGHT = 76
PIN_SIDE = 24
_BAR_PX = 3
_TOP_PX = 11
_LEFT_PX, _GAP_PX = 10, 6
_ELLIPSIS = "…"
_MOST_CHARACTERS = 400  # more never fits on a line
_UNIT_GAP = re.compile(r"(?<=\d) (?=[A-Za-z]{1,3}\b)")


@dataclass(frozen=True, slots=True)
class RowRects:
    """The parts of one row in the view's coordinates."""

    bar: QRect
    number: QRect
    picture: QRect
    first_line: QRect
    second_line: QRect
    facts: QRect
    first_mark: QRect
    second_mark: QRect
    pin: QRect


@dataclass(frozen=True, slots=True)
class RowText:
    """The texts of one row, cut to their rectangles; `rest` follows `second` in the second language's look."""

    first: str
    second: str
    rest: str
    facts: str


def number_width(largest_number: int) -> int:
    """Return the width of the number column for numbers up to `largest_number`, in px."""
    digits = "8" * max(2, len(str(largest_number)))
    return round(metrics(is_bold=True).horizontalAdvance(digits)) + 1


def arrange(row: QRect, number_px: int, marks_px: int) -> RowRects:
    """Return the rectangles of a row; `marks_px` is the width of its widest mark ("sold out"), 0 for none.

    The names leave room at the right for the marks and for the pin button, so nothing is ever covered.
    """
    middle = row.center().y() + 1
    number = QRect(row.x() + _LEFT_PX, middle - 10, number_px, 20)
    picture = QRect(number.right() + 1 + _GAP_PX, middle - THUMBNAIL_PX // 2, THUMBNAIL_PX, THUMBNAIL_PX)
    left = picture.right() + 1 + _LEFT_PX
    right = row.right() + 1 - GAP_S
    reserved = max(marks_px, PIN_SIDE) + GAP_S
    top = row.y() + _TOP_PX
    names_px = max(0, right - left - reserved)
    second = top + NAME_LINE_PX
    facts = second + NAME_LINE_PX + 2
    marks_left = right - marks_px
    return RowRects(
        bar=QRect(row.x(), row.y(), _BAR_PX, row.height()),
        number=number,
        picture=picture,
        first_line=QRect(left, top, names_px, NAME_LINE_PX),
        second_line=QRect(left, second, names_px, NAME_LINE_PX),
        facts=QRect(left, facts, max(0, right - left + _GAP_PX), FACTS_LINE_PX),
        first_mark=QRect(marks_left, top, marks_px, NAME_LINE_PX),
        second_mark=QRect(marks_left, second, marks_px, NAME_LINE_PX),
        pin=QRect(right - PIN_SIDE, facts + 1 - PIN_SIDE, PIN_SIDE, PIN_SIDE),
    )


def row_text(product: Product, rects: RowRects) -> RowText:
    """Return the row's texts, cut to the widths in `rects`."""
    width = rects.first_line.width()
    first, *more = bold_lines(product_text.name_text(product), width)
    other = product_text.other_name_text(product)
    facts = fit_facts(product_text.facts_parts(product), rects.facts.width())
    if not more:
        return RowText(first, "", _elided(other, width), facts)
    second, gap = more[0], "  "
    room = width - metrics(is_bold=True).horizontalAdvance(second + gap)
    rest = _elided(other, room) if other and room > 3 * NAME_LINE_PX else ""
    return RowText(first, second, f"{gap}{rest}" if rest else "", facts)


def bold_lines(text: str, width_px: float) -> tuple[str, ...]:
    """Return `text` as one or two lines of `width_px` in the bold interface font, the second one elided.

    A figure and its unit ("28 cm") stay on one line.
    """
    text = _UNIT_GAP.sub("\u00a0", text)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text[:_MOST_CHARACTERS], font(bold=True, tabular=True))
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1.0, width_px))
    layout.endLayout()
    # Qt counts UTF-16 units, in which a pictograph is two.
    units = text.encode("utf-16-le", "surrogatepass")
    end = 2 * line.textLength()
    first = units[:end].decode("utf-16-le", "surrogatepass").rstrip()
    left_over = units[end:].decode("utf-16-le", "surrogatepass").strip()
    return (first, _elided(left_over, width_px, is_bold=True)) if left_over else (first,)


def fit_facts(parts: tuple[str, str, str, str], width_px: float) -> str:
    """Return SKU, price, quantity and lead time as one line of at most `width_px`.

    The lead time goes first, then the middle of the SKU, then the quantity; no figure is ever cut in two.
    """
    sku, price, quantity, lead_time = parts
    small = metrics(Step.SMALL)
    separator = product_text.SEPARATOR
    offer = f"{price} {quantity}"
    short = f"{sku}{separator}{offer}"
    candidates = [f"{short}{separator}{lead_time}", short] if lead_time else [short]
    room = width_px - small.horizontalAdvance(f"{separator}{offer}")
    if room >= small.horizontalAdvance("WW…"):
        candidates.append(f"{small.elidedText(sku, Qt.TextElideMode.ElideMiddle, room)}{separator}{offer}")
    candidates += [offer, f"{price} {_ELLIPSIS}"]
    return next((text for text in candidates if small.horizontalAdvance(text) <= width_px), _ELLIPSIS)


@cache
def metrics(step: int = Step.BODY, *, is_bold: bool = False) -> QFontMetricsF:
    """Return the measures of the interface font with figures of equal width."""
    return QFontMetricsF(font(step, bold=is_bold, tabular=True))


def _elided(text: str, width_px: float, *, is_bold: bool = False) -> str:
    return metrics(is_bold=is_bold).elidedText(text, Qt.TextElideMode.ElideRight, width_px)
