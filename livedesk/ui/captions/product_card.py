"""One product that is on air, with everything a host is asked about it."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from livedesk.core.catalogue.product import Product
from livedesk.core.typing_compat import override
from livedesk.ui.captions.card_text import (
    BUTTON_PX,
    FACTS_LINE_PX,
    NAME_LINE_PX,
    PRICE_LINE_PX,
    CardText,
    PriceLine,
    content,
    lay_out,
    narrowest,
)
from livedesk.ui.catalogue.delegate import draw_line
from livedesk.ui.catalogue.product_text import Mark, facts_html, mark_word
from livedesk.ui.catalogue.row import metrics
from livedesk.ui.catalogue.thumbnails import Thumbnails
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, GAP_S, RADIUS, Step

_DIMMED = 0.45


class ProductCard(QFrame):
    """Picture, number and name, the price large, terms, further prices, certificates; a button to unpin."""

    unpin_wanted = Signal(object)  # Product

    def __init__(
        self,
        theme: AppTheme,
        thumbnails: Thumbnails,
        product: Product,
        *,
        is_sold_out: bool,
        is_listed: bool = True,
    ) -> None:
        """Take the product; of one not listed in the catalogue only the SKU needs to be filled in."""
        super().__init__()
        self._theme = theme
        self._thumbnails = thumbnails
        self._product = product
        self._is_sold_out, self._is_listed = is_sold_out, is_listed
        self._text: CardText | None = None
        self._button = _UnpinButton(theme, self)
        self._button.clicked.connect(self._unpin)
        thumbnails.decoded.connect(self.update)
        theme.changed.connect(self.update)
        set_role(self, "card")
        self.retranslate()

    @property
    def narrowest(self) -> int:
        """The width that the card needs at the least."""
        return narrowest(self._content)

    def height_at(self, width: int) -> int:
        """Return the height the card needs at `width`."""
        return self._texts(width).height

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._text = None
        self._content = said = content(self._product, is_listed=self._is_listed)
        self.setToolTip(facts_html(self._product) if self._is_listed else "")
        spoken = (self._sold_out_word, said.price, *said.terms, *said.tiers, *said.facts)
        self.setAccessibleName(said.title)
        self.setAccessibleDescription(", ".join(part for part in spoken if part))
        self._button.setToolTip(self.tr("Take off air"))
        self._button.setAccessibleName(self.tr("Take off air: {product}").format(product=said.title))
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._button.move(self.width() - BUTTON_PX - GAP_S, GAP_S)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._button.reveal(is_hovered=True)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._button.reveal(is_hovered=False)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        text = self._texts(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not text.picture.isEmpty():
            self._paint_picture(painter, text.picture)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(font(bold=True, tabular=True))
        room = self.width() - text.name_left - GAP_M
        for number, line in enumerate(text.name):
            top = text.name_top + number * NAME_LINE_PX
            draw_line(painter, QRect(text.name_left, top, room, NAME_LINE_PX), line)
        self._paint_price(painter, text.price, text.terms)
        painter.setPen(self._theme.colour("mute"))
        painter.setFont(font(Step.SMALL, tabular=True))
        top = text.price.top + PRICE_LINE_PX
        for line in text.facts:
            draw_line(painter, QRect(text.facts_left, top, self.width(), FACTS_LINE_PX), line)
            top += FACTS_LINE_PX
        painter.end()

    @property
    def _sold_out_word(self) -> str:
        return mark_word(Mark.SOLD_OUT) if self._is_sold_out else ""

    def _texts(self, width: int) -> CardText:
        if self._text is None or self._text.width != width:
            self._text = lay_out(self._content, width, self._sold_out_word)
        return self._text

    def _paint_picture(self, painter: QPainter, rect: QRect) -> None:
        painter.setOpacity(_DIMMED if self._is_sold_out else 1.0)
        painter.drawPixmap(rect, self._thumbnails.pixmap(self._product, self.devicePixelRatioF()))
        painter.setOpacity(1.0)

    def _paint_price(self, painter: QPainter, price: PriceLine, terms: str) -> None:
        if price.chip:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("live"))
            painter.drawRoundedRect(price.chip, RADIUS / 2, RADIUS / 2)
            painter.setPen(self._theme.colour("on_live"))
            painter.setFont(font(Step.SMALL, bold=True, tabular=True))
            draw_line(painter, price.chip.adjusted(GAP_S, 0, 0, 0), self._sold_out_word)
        painter.setPen(self._theme.colour("mute" if self._is_sold_out else "accent"))
        painter.setFont(font(price.step, bold=True, tabular=True))
        draw_line(painter, QRect(price.left, price.top, self.width(), PRICE_LINE_PX), price.text)
        # Terms share the price's base line.
        measures, small = metrics(price.step, is_bold=True), metrics(Step.SMALL)
        drop = (measures.ascent() - measures.descent() - small.ascent() + small.descent()) / 2
        painter.setPen(self._theme.colour("mute"))
        painter.setFont(font(Step.SMALL, tabular=True))
        row = QRect(round(price.right), price.top + round(drop), self.width(), PRICE_LINE_PX)
        draw_line(painter, row, terms)

    @Slot()
    def _unpin(self) -> None:
        self.unpin_wanted.emit(self._product)


class _UnpinButton(QToolButton):
    """A cross that is seen while the mouse is on the card or the keyboard focus on the button."""

    def __init__(self, theme: AppTheme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_hovered = False
        self.setFixedSize(BUTTON_PX, BUTTON_PX)
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_role(self, "bare")
        theme.changed.connect(self._draw)

    def reveal(self, *, is_hovered: bool) -> None:
        """Show the cross while the mouse is on the card."""
        self._is_hovered = is_hovered
        self._draw()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._draw()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        is_shown = self._is_hovered or self.hasFocus()
        self.setIcon(self._theme.icon("close", "mute") if is_shown else QIcon())
