"""What is on air, at the side of the stage: the newest product large, with its prices and the offer, others below."""

import time
from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from livedesk.core.catalogue.product import PriceTier, Product, in_language
from livedesk.core.ids import EN, Language, Sku
from livedesk.core.records import Offer
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.product_text import SEPARATOR, certificates_text, incoterm_text
from livedesk.ui.catalogue.thumbnails import Thumbnails
from livedesk.ui.lines.scripts import is_right_to_left
from livedesk.ui.lines.styles import text_style
from livedesk.ui.lines.text_block import TextBlock
from livedesk.ui.services import AppServices
from livedesk.ui.stage.audience_words import stage_words
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.words import format_amount, format_minutes, format_price, format_quantity

_NAME, _PRICE, _FACTS, _OFFER, _SMALL = 25, 46, 19, 21, 17
"""Sizes of type on a stage 720 px high."""
_PICTURE_SHARE = 0.72
_PICTURE_MOST = 232
_MOST_TIERS = 3
_LEAST_PRICE = 22


class StageGoods(QWidget):
    """Draws all of it; what the height has no room for is left out from below, never cut."""

    def __init__(
        self,
        theme: AppTheme,
        services: AppServices,
        parent: QWidget,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._theme, self._services, self._now = theme, services, now
        self._products: list[Product] = []
        self._sold_out: frozenset[Sku] = frozenset()
        self._offer: Offer | None = None
        self._language, self._unit = EN, 1.0
        self._thumbnails: Thumbnails | None = None
        self._side = 0
        self._countdown = QRect()
        self._blocks: dict[tuple[str, int, str, int, bool, int], TextBlock] = {}
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tell_time)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._forget)

    def show_goods(
        self,
        products: list[Product],
        sold_out: frozenset[Sku],
        offer: Offer | None,
        language: Language,
        unit: float,
    ) -> None:
        """Show what is on air; `unit` is how many px one px of a stage 720 px high has."""
        given = (products, sold_out, offer, language, unit)
        if given == (self._products, self._sold_out, self._offer, self._language, self._unit):
            return
        self._products, self._sold_out, self._offer, self._language, self._unit = given
        first = products[0] if products else None
        self.setAccessibleName(self._name(first) if first else "")
        self._forget()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._second.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        self._countdown = QRect()
        y = 0.0
        for place, product in enumerate(self._products):
            y = self._draw_first(painter, product) if place == 0 else self._draw_other(painter, product, y)
        painter.end()

    # --- the product of the moment ---

    def _draw_first(self, painter: QPainter, product: Product) -> float:
        u, offer = self._unit, self._offer_of(product)
        is_sold_out = product.sku in self._sold_out
        below = self._text_height(product, offer, is_sold_out=is_sold_out)
        below += (len(self._products) - 1) * self._other_px
        side = round(min(self.width() * _PICTURE_SHARE, _PICTURE_MOST * u, self.height() - below - 12 * u))
        y = 0.0
        if side >= 72 * u and product.picture:
            painter.setOpacity(0.45 if is_sold_out else 1.0)
            left = self.width() - side if self._is_mirrored else 0
            painter.drawPixmap(QRect(left, 0, side, side), self._picture(product, side))
            painter.setOpacity(1.0)
            y = side + 14 * u
        y += self._draw(painter, self._name(product), _NAME, y, bold=True, lines=2) + 2 * u
        if is_sold_out:
            y += self._draw_sold_out(painter, y) + 4 * u
        y += self._draw_price(painter, product, y, is_sold_out=is_sold_out)
        for line in self._facts(product):
            y += self._draw(painter, line, _FACTS, y, colour="mute", lines=1)
        if not is_sold_out:
            for tier in product.tiers[1 : 1 + _MOST_TIERS]:
                y += self._draw(painter, self._tier(product, tier), _FACTS, y, lines=1)
            if offer is not None:
                y = self._draw_offer(painter, product, offer, y + 12 * u)
        return y

    def _text_height(self, product: Product, offer: Offer | None, *, is_sold_out: bool) -> float:
        """Return what stands below the picture, so that the picture gives way and no price is cut."""
        u = self._unit
        height = self._block(self._name(product), _NAME, bold=True, lines=2).height + _PRICE * 1.34 * u
        height += len(self._facts(product)) * _FACTS * 1.5 * u
        if is_sold_out:
            return height + 40 * u
        height += len(product.tiers[1 : 1 + _MOST_TIERS]) * _FACTS * 1.5 * u
        if offer is not None:
            words = self._block(offer.texts.get(self._language, ""), _OFFER, bold=True, lines=2, inset=24)
            height += words.height + _OFFER * 1.5 * u + 36 * u
        return height

    def _draw_price(self, painter: QPainter, product: Product, y: float, *, is_sold_out: bool) -> float:
        if product.from_price is None:
            return 0.0
        text = format_price(product.from_price, product.currency)
        size = _PRICE
        while size > _LEAST_PRICE and self._block(text, size, bold=True, lines=2).line_count > 1:
            size -= 2
        colour = "mute" if is_sold_out else "accent"
        return self._draw(painter, text, size, y, bold=True, colour=colour, lines=1)

    def _draw_sold_out(self, painter: QPainter, y: float) -> float:
        u = self._unit
        block = self._block(
            stage_words(self._language).sold_out, _OFFER, bold=True, colour="on_live", lines=1
        )
        wide = block.last_line_width + 24 * u
        chip = QRectF(self.width() - wide if self._is_mirrored else 0, y, wide, block.height + 6 * u)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("live"))
        painter.drawRoundedRect(chip, 6 * u, 6 * u)
        ink = block.line_rect(0)
        block.draw(painter, chip.left() + 12 * u - ink.left(), y + 3 * u)
        return chip.height()

    def _draw_offer(self, painter: QPainter, product: Product, offer: Offer, y: float) -> float:
        u = self._unit
        words = offer.texts.get(self._language, "")
        block = self._block(words, _OFFER, bold=True, lines=2, inset=24)
        words_px = block.height if words else 0
        price = format_price(offer.price, offer.currency or product.currency) if offer.price else ""
        terms = self._block(price, _OFFER, bold=True, colour="accent", lines=1, inset=24)
        box = QRectF(0, y, self.width(), words_px + terms.height + 20 * u)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft"))
        painter.drawRoundedRect(box, 8 * u, 8 * u)
        if words:
            block.draw(painter, 12 * u, y + 10 * u)
        line = y + 10 * u + words_px
        inner = self.width() - 12 * u
        if price:
            terms.draw(painter, inner - terms.last_line_width if self._is_mirrored else 12 * u, line)
        if offer.ends_at is not None:
            left = format_minutes(max(0.0, offer.ends_at - self._now()))
            time_left = self._block(left, _OFFER, lines=1, inset=24)
            x = 12 * u if self._is_mirrored else inner - time_left.last_line_width
            self._countdown = QRect(round(x) - 4, round(line), round(80 * u), time_left.height + 4)
            time_left.draw(painter, x, line)
        return box.bottom()

    # --- the others ---

    @property
    def _other_px(self) -> float:
        return (_SMALL * 1.5 * 2 + 20) * self._unit

    def _draw_other(self, painter: QPainter, product: Product, y: float) -> float:
        u = self._unit
        if y + self._other_px > self.height():
            return y + self.height()
        painter.fillRect(QRectF(0, y + 9 * u, self.width(), max(1.0, u)).toRect(), self._theme.colour("line"))
        y += 16 * u
        y += self._draw(painter, self._name(product), _SMALL, y, bold=True, lines=1)
        price = format_price(product.from_price, product.currency) if product.from_price is not None else ""
        is_sold_out = product.sku in self._sold_out
        text = stage_words(self._language).sold_out if is_sold_out else price
        return y + self._draw(
            painter, text, _SMALL, y, bold=True, colour="live" if is_sold_out else "accent", lines=1
        )

    # --- texts ---

    def _name(self, product: Product) -> str:
        name = " ".join(in_language(product.names, self._language).split()) or product.sku
        return f"{product.number}{SEPARATOR}{name}" if product.number else name

    def _facts(self, product: Product) -> list[str]:
        first = self._at_least(product, product.tiers[0]) if product.tiers else ""
        lines = [SEPARATOR.join(part for part in (incoterm_text(product), first) if part)]
        return [line for line in (*lines, certificates_text(product)) if line]

    def _tier(self, product: Product, tier: PriceTier) -> str:
        return f"{format_amount(tier.price, product.currency)}{SEPARATOR}{self._at_least(product, tier)}"

    def _at_least(self, product: Product, tier: PriceTier) -> str:
        """Return a quantity in figures: words would be in the operator's language."""
        return f"≥ {format_quantity(tier.min_quantity, product.unit.get(self._language, ''))}"

    def _offer_of(self, product: Product) -> Offer | None:
        return self._offer if self._offer is not None and self._offer.sku == product.sku else None

    # --- drawing ---

    @property
    def _is_mirrored(self) -> bool:
        """Whether everything stands at the right, as in a language that is read from there."""
        first = self._products[0] if self._products else None
        return first is not None and is_right_to_left(
            in_language(first.names, self._language), self._language
        )

    def _draw(
        self,
        painter: QPainter,
        text: str,
        size: int,
        y: float,
        *,
        colour: str = "ink",
        bold: bool = False,
        lines: int,
    ) -> float:
        block = self._block(text, size, colour=colour, bold=bold, lines=lines)
        if y + block.height > self.height():
            return float(self.height())  # what follows has no room either
        is_turned = self._is_mirrored and not block.is_right_to_left  # figures among right-to-left words
        block.draw(painter, self.width() - block.last_line_width if is_turned else 0, y)
        return float(block.height)

    def _block(
        self,
        text: str,
        size: int,
        *,
        colour: str = "ink",
        bold: bool = False,
        lines: int,
        inset: int = 0,
    ) -> TextBlock:
        key = text, size, colour, lines, bold, inset
        if key not in self._blocks:
            if len(self._blocks) > 64:
                self._blocks.clear()  # a countdown makes one a second
            style = text_style(
                self._theme, size, colour, bold=bold, tabular=True, scale=self._unit, max_lines=lines
            )
            width = self.width() - inset * self._unit
            self._blocks[key] = TextBlock(text, width, style, language=self._language)
        return self._blocks[key]

    def _picture(self, product: Product, side: int) -> QPixmap:
        if self._thumbnails is None or side != self._side:
            if self._thumbnails is not None:
                self._thumbnails.deleteLater()
            self._side = side
            self._thumbnails = Thumbnails(self._theme, self._services, side, self)
            self._thumbnails.decoded.connect(self.update)
        return self._thumbnails.pixmap(product, self.devicePixelRatioF())

    @Slot()
    def _tell_time(self) -> None:
        if not self._countdown.isEmpty():
            self.update(self._countdown)

    @Slot()
    def _forget(self) -> None:
        self._blocks.clear()
        self.update()
