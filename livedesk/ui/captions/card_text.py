"""What an on-air card says and how high it must be for that, worked out once per product and width.

A wide card has the picture beside everything; a narrow one has it beside the name only. Lines break between
facts, never inside one, so that a price is read whole or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QFontMetricsF

from livedesk.core.catalogue.product import Product
from livedesk.ui.catalogue import product_text
from livedesk.ui.catalogue.row import bold_lines, metrics
from livedesk.ui.theme.tokens import GAP_M, GAP_S, Step

PICTURE_PX = 64
NAME_LINE_PX, PRICE_LINE_PX, FACTS_LINE_PX = 18, 28, 17
BUTTON_PX = 24
_NARROW_PICTURE_PX = 40
_NARROW_BELOW_PX = 312


@dataclass(frozen=True, slots=True)
class CardContent:
    """What one card says, in the window's language, before it is cut to a width."""

    title: str
    price: str
    terms: tuple[str, ...]
    tiers: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardText:
    """The lines of one card, cut to its width. `terms` stand behind the price where `are_terms_beside`."""

    width: int
    name: tuple[str, ...]
    price: str
    terms: str
    are_terms_beside: bool
    facts: tuple[str, ...]
    picture: QRect
    name_left: int
    name_top: int
    price_left: int
    price_top: int
    height: int


def content(product: Product, *, is_listed: bool = True) -> CardContent:
    """Return what the card of `product` says; of one that the catalogue does not list only the SKU is known."""
    if not is_listed:
        unknown = QCoreApplication.translate("catalogue", "not in this catalogue")
        return CardContent(product.sku, "", (unknown,))
    return CardContent(
        product_text.title_text(product),
        product_text.price_text(product),
        product_text.terms_parts(product),
        tuple(product_text.tier_text(product, tier) for tier in product.tiers[1:]),
        product_text.card_facts(product),
    )


def lay_out(said: CardContent, width: int, sold_out_word: str = "") -> CardText:
    """Return the texts and measures of a card of `width` px; `sold_out_word` stands before the price."""
    is_narrow = width < _NARROW_BELOW_PX
    side = _NARROW_PICTURE_PX if is_narrow else PICTURE_PX
    picture = QRect(GAP_M, GAP_M, side, side)
    name_left = picture.right() + 1 + GAP_M
    price_left = GAP_M if is_narrow else name_left
    name = bold_lines(said.title, width - name_left - BUTTON_PX - GAP_S)
    name_top, name_px = GAP_M, len(name) * NAME_LINE_PX
    price_top = name_top + name_px
    if is_narrow:
        name_top += (side - name_px) // 2
        price_top = picture.bottom() + 1 + GAP_S // 2
    room = width - price_left - GAP_S
    small = metrics(Step.SMALL)
    taken = price_metrics().horizontalAdvance(said.price) + GAP_S if said.price else 0.0
    if sold_out_word:
        taken += chip_width(sold_out_word) + GAP_S
    terms = ", ".join(said.terms)
    are_beside = taken + small.horizontalAdvance(terms) <= room
    facts = [] if are_beside else flow(said.terms, room, most_lines=2, joint=", ")
    facts += [
        *flow(said.tiers, room, most_lines=2),
        *flow(said.facts, room, most_lines=1 if is_narrow else 2),
    ]
    bottom = price_top + PRICE_LINE_PX + len(facts) * FACTS_LINE_PX
    height = max(bottom, picture.bottom() + 1) + GAP_M - 2
    return CardText(
        width=width,
        name=name,
        price=said.price,
        terms=terms,
        are_terms_beside=are_beside,
        facts=tuple(facts),
        picture=picture,
        name_left=name_left,
        name_top=name_top,
        price_left=price_left,
        price_top=price_top,
        height=height,
    )


def flow(
    parts: Sequence[str], width_px: float, *, most_lines: int, joint: str = product_text.SEPARATOR
) -> list[str]:
    """Return `parts` joined on lines of `width_px`; an ellipsis stands for those that have no room."""
    small = metrics(Step.SMALL)

    def fits(line: Sequence[str]) -> bool:
        return small.horizontalAdvance(joint.join(line)) <= width_px

    lines: list[list[str]] = []
    for part in (p for p in parts if p):
        if lines and fits([*lines[-1], part]):
            lines[-1].append(part)
        elif len(lines) < most_lines:
            lines.append([part])
        else:
            while len(lines[-1]) > 1 and not fits([*lines[-1], "…"]):
                lines[-1].pop()
            lines[-1].append("…")
            break
    return [small.elidedText(joint.join(line), Qt.TextElideMode.ElideRight, width_px) for line in lines]


def price_metrics() -> QFontMetricsF:
    """Return the measures of the price's font."""
    return metrics(Step.CAPTION, is_bold=True)


def chip_width(word: str) -> int:
    """Return the width of the "sold out" chip."""
    return round(metrics(Step.SMALL, is_bold=True).horizontalAdvance(word)) + 2 * GAP_S
