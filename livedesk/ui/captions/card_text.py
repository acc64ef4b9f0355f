"""What an on-air card says and how high it must be for that, worked out once per product and width.

A wide card has the picture beside everything; a narrow one has it beside the name only, the narrowest none. Lines
break between facts, never inside one, so that a price is read whole or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QCoreApplication, QRect, Qt

from livedesk.core.catalogue.product import Product
from livedesk.ui.catalogue import product_text
from livedesk.ui.catalogue.row import bold_lines, metrics
from livedesk.ui.theme.tokens import GAP_M, GAP_S, Step

PICTURE_PX = 64
NAME_LINE_PX, PRICE_LINE_PX, FACTS_LINE_PX = 18, 28, 17
BUTTON_PX = 24
_NARROW_PICTURE_PX = 40
_NARROW_BELOW_PX, _PICTURE_FROM_PX = 312, 200
_CHIP_PX = 20
_PRICE_STEPS = (Step.CAPTION, Step.LARGE, Step.SMALL)
"""A price too long for its card gets smaller, never cut."""


@dataclass(frozen=True, slots=True)
class CardContent:
    """What one card says, in the window's language, before it is cut to a width."""

    title: str
    price: str
    terms: tuple[str, ...]
    tiers: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PriceLine:
    """Where the price goes, and how large it is.

    `chip` is the ground of the word "sold out", empty where it is not shown; it stands before the price, or above
    it where both have no room in one line.
    """

    text: str
    step: Step
    chip: QRect
    left: int
    top: int

    @property
    def right(self) -> float:
        """Where text may follow the price."""
        return self.left + (_advance(self.text, self.step) + GAP_S if self.text else 0)


@dataclass(frozen=True, slots=True)
class CardText:
    """The lines of one card, cut to its width, and where they go.

    `terms` stand behind the price, or are empty where they are among the `facts` below it. `picture` is empty where
    the name needs its room.
    """

    width: int
    height: int
    picture: QRect
    name: tuple[str, ...]
    name_left: int
    name_top: int
    price: PriceLine
    terms: str
    facts: tuple[str, ...]
    facts_left: int


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
    """Return the texts and measures of a card of `width` px; `sold_out_word` stands beside the price."""
    is_narrow = width < _NARROW_BELOW_PX
    side = _NARROW_PICTURE_PX if is_narrow else PICTURE_PX
    picture = QRect(GAP_M, GAP_M, side, side) if width >= _PICTURE_FROM_PX else QRect()
    name_left = picture.right() + 1 + GAP_M
    left = GAP_M if is_narrow else name_left
    name = bold_lines(said.title, width - name_left - BUTTON_PX - GAP_S)
    name_top, name_px = GAP_M, len(name) * NAME_LINE_PX
    top = name_top + name_px
    if is_narrow and not picture.isEmpty():
        name_top += (side - name_px) // 2
        top = picture.bottom() + 1 + GAP_S // 2
    room = width - left - GAP_S
    price = _price_line(said.price, sold_out_word, left, top, room)
    terms = ", ".join(said.terms)
    facts: list[str] = []
    if price.right + metrics(Step.SMALL).horizontalAdvance(terms) > left + room:
        terms, facts = "", flow(said.terms, room, most_lines=2, joint=", ")
    facts += flow(said.tiers, room, most_lines=2)
    facts += flow(said.facts, room, most_lines=1 if is_narrow else 2)
    bottom = price.top + PRICE_LINE_PX + len(facts) * FACTS_LINE_PX
    height = max(bottom, picture.bottom() + 1) + GAP_M - 2
    return CardText(width, height, picture, name, name_left, name_top, price, terms, tuple(facts), left)


def narrowest(said: CardContent) -> int:
    """Return the width below which the price would be cut."""
    return ceil(_advance(said.price, _PRICE_STEPS[-1])) + GAP_M + GAP_S


def _price_line(price: str, sold_out_word: str, left: int, top: int, room: int) -> PriceLine:
    step = next((s for s in _PRICE_STEPS if _advance(price, s) <= room), _PRICE_STEPS[-1])
    if not sold_out_word:
        return PriceLine(price, step, QRect(), left, top)
    word_px = round(metrics(Step.SMALL, is_bold=True).horizontalAdvance(sold_out_word))
    chip = QRect(left, top + (PRICE_LINE_PX - _CHIP_PX) // 2, word_px + 2 * GAP_S, _CHIP_PX)
    if chip.width() + GAP_S + _advance(price, step) <= room:
        return PriceLine(price, step, chip, chip.right() + 1 + GAP_S, top)
    return PriceLine(price, step, chip, left, top + PRICE_LINE_PX)


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


def _advance(price: str, step: Step) -> float:
    return metrics(step, is_bold=True).horizontalAdvance(price)
