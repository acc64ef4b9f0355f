"""Draws a product as a card of the grid: the picture large, its number on it, name and price below."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from livedesk.core.catalogue.product import Product
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.delegate import ProductDelegate, draw_line, state_of
from livedesk.ui.catalogue.list_model import Index, Role
from livedesk.ui.catalogue.product_text import Mark, mark_word, name_text, price_text
from livedesk.ui.catalogue.row import NAME_LINE_PX, PIN_SIDE, bold_lines, metrics
from livedesk.ui.catalogue.thumbnails import Thumbnails
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_S, GRID, RADIUS, Step

PICTURE_PX = 112
LEAST_CARD_PX = PICTURE_PX + 2 * GAP_S
CARD_HEIGHT = GAP_S + PICTURE_PX + GRID + 2 * NAME_LINE_PX + NAME_LINE_PX + GAP_S
_BADGE_PX = 20
_DIMMED = 0.45


class CardDelegate(ProductDelegate):
    """Every card is as wide as `set_width` says; the mark stands where the price is not."""

    def __init__(self, theme: AppTheme, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(theme, thumbnails, parent)
        self._width = LEAST_CARD_PX
        self._names: dict[tuple[str, int], tuple[Product, tuple[str, ...]]] = {}

    def set_width(self, width: int) -> None:
        """Set the width of a card in px."""
        self._width = width

    @override
    def forget(self) -> None:
        super().forget()
        self._names = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._width, CARD_HEIGHT)

    @override
    def is_over_pin(self, position: QPoint, row: QRect, index: Index) -> bool:
        return _pin(_picture(row)).contains(position)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: QRect = option.rect
        state = state_of(option)
        product: Product = index.data(Role.PRODUCT)
        marks: tuple[Mark, ...] = index.data(Role.MARKS)
        picture = _picture(card)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, card, state)
        painter.setOpacity(_DIMMED if Mark.SOLD_OUT in marks else 1.0)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(picture, self._thumbnails.pixmap(product, ratio))
        painter.setOpacity(1.0)
        self._paint_number(painter, picture, product.number)
        self._paint_texts(painter, card, product, marks)
        if state & QStyle.StateFlag.State_MouseOver:
            self._paint_pin(painter, _pin(picture), is_on_air=Mark.ON_AIR in marks)
        painter.restore()

    def _paint_card(self, painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
        inside = QRectF(card).adjusted(2.5, 2.5, -2.5, -2.5)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(self._theme.colour("accent"))
            painter.setBrush(self._theme.colour("selection"))
            painter.drawRoundedRect(inside, RADIUS, RADIUS)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("panel"))
            painter.drawRoundedRect(inside, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside.adjusted(-1, -1, 1, 1), RADIUS, RADIUS)

    def _paint_number(self, painter: QPainter, picture: QRect, number: int) -> None:
        if not number:
            return
        text = str(number)
        width = max(
            _BADGE_PX, round(metrics(Step.SMALL, is_bold=True).horizontalAdvance(text)) + 2 * GRID + 2
        )
        badge = QRect(picture.x() + GRID, picture.y() + GRID, width, _BADGE_PX)
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), _BADGE_PX / 2, _BADGE_PX / 2)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(font(Step.SMALL, bold=True, tabular=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_texts(self, painter: QPainter, card: QRect, product: Product, marks: tuple[Mark, ...]) -> None:
        left, width = card.x() + GAP_S, card.width() - 2 * GAP_S
        top = card.y() + GAP_S + PICTURE_PX + GRID
        painter.setFont(font(bold=True, tabular=True))
        painter.setPen(self._theme.colour("mute" if Mark.SOLD_OUT in marks else "ink"))
        for number, line in enumerate(self._name(product, width)):
            draw_line(painter, QRect(left, top + number * NAME_LINE_PX, width, NAME_LINE_PX), line)
        facts = QRect(left, top + 2 * NAME_LINE_PX, width, NAME_LINE_PX)
        painter.setFont(font(Step.SMALL, bold=bool(marks), tabular=True))
        small = metrics(Step.SMALL, is_bold=True)
        taken = 0.0
        if marks:
            painter.setPen(self._theme.colour(marks[0].value))
            word = mark_word(marks[0])
            taken = small.horizontalAdvance(word) + GAP_S
            draw_line(painter, facts, word, is_right=True)
        price = price_text(product)
        if small.horizontalAdvance(price) <= width - taken:
            painter.setFont(font(Step.SMALL, tabular=True))
            painter.setPen(self._theme.colour("mute"))
            draw_line(painter, facts, price)

    def _name(self, product: Product, width: int) -> tuple[str, ...]:
        key = product.sku, width
        known = self._names.get(key)
        if known is None or known[0] is not product:
            if len(self._names) > 1024:
                self._names.clear()
            known = self._names[key] = product, bold_lines(name_text(product), width)
        return known[1]


def _picture(card: QRect) -> QRect:
    """Return where the picture stands in a card, in the middle of its width."""
    return QRect(card.x() + (card.width() - PICTURE_PX) // 2, card.y() + GAP_S, PICTURE_PX, PICTURE_PX)


def _pin(picture: QRect) -> QRect:
    return QRect(picture.right() + 1 - PIN_SIDE - GRID, picture.y() + GRID, PIN_SIDE, PIN_SIDE)
