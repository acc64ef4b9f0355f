"""Draws a catalogue row and takes clicks on its pin button."""

from collections import OrderedDict

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from livedesk.core.catalogue.product import Product
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.list_model import Index, Role
from livedesk.ui.catalogue.product_text import Mark, mark_word
from livedesk.ui.catalogue.row import (
    PIN_SIDE,
    ROW_HEIGHT,
    RowRects,
    RowText,
    arrange,
    metrics,
    number_width,
    row_text,
)
from livedesk.ui.catalogue.thumbnails import Thumbnails
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import RADIUS, Step

_KEPT_ROWS = 512
_DIMMED = 0.45


class ProductDelegate(QStyledItemDelegate):
    """Number, picture, both names, facts and marks of one product, in a row of fixed height."""

    pin_clicked = Signal(object)  # Product

    def __init__(self, theme: AppTheme, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._texts: OrderedDict[tuple[str, int], tuple[Product, RowText]] = OrderedDict()
        self._number_px = number_width(0)
        self._pressed = QPersistentModelIndex()
        self._fonts: dict[str, QFont] = {
            "name": font(Step.BODY, bold=True, tabular=True),
            "other": font(Step.BODY, tabular=True),
            "facts": font(Step.SMALL, tabular=True),
            "mark": font(Step.SMALL, bold=True, tabular=True),
            "number": font(Step.BODY, bold=True, tabular=True),
        }

    def set_largest_number(self, number: int) -> None:
        """Make the number column as wide as `number` needs."""
        self._number_px = number_width(number)
        self.forget()

    @Slot()
    def forget(self) -> None:
        """Drop the texts laid out so far: the language or the products are different."""
        self._texts.clear()

    def rects(self, row: QRect, index: Index) -> RowRects:
        """Return where the parts of the row at `index` are when it is painted into `row`."""
        marks = index.data(Role.MARKS)
        widths = [metrics(Step.SMALL, is_bold=True).horizontalAdvance(mark_word(m)) for m in marks]
        return arrange(row, self._number_px, round(max(widths, default=0.0)) + (2 if widths else 0))

    def text(self, product: Product, rects: RowRects) -> RowText:
        """Return the texts of a row with the widths in `rects`."""
        key = product.sku, rects.first_line.width() << 16 | rects.facts.width()
        known = self._texts.get(key)
        if known is not None and known[0] is product:
            self._texts.move_to_end(key)
            return known[1]
        text = row_text(product, rects)
        self._texts[key] = product, text
        if len(self._texts) > _KEPT_ROWS:
            self._texts.popitem(last=False)
        return text

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, row = state_of(option), _rect(option)
        product: Product = index.data(Role.PRODUCT)
        marks: tuple[Mark, ...] = index.data(Role.MARKS)
        rects = self.rects(row, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self._paint_ground(painter, row, rects, state)
        self._paint_product(painter, rects, product, is_dimmed=Mark.SOLD_OUT in marks)
        painter.setFont(self._fonts["mark"])
        for mark, rect in zip(marks, (rects.first_mark, rects.second_mark), strict=False):
            if is_hovered and rect is rects.second_mark:
                break  # the pin button stands here
            painter.setPen(self._theme.colour(mark.value))
            draw_line(painter, rect, mark_word(mark), is_right=True)
        if is_hovered:
            self._paint_pin(painter, rects.pin, is_on_air=Mark.ON_AIR in marks)
        painter.restore()

    @override
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Click the pin button: pressed and released over it. A double click on it counts once."""
        if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
            return False
        is_over = self.is_over_pin(event.position().toPoint(), _rect(option), index)
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = QPersistentModelIndex(index) if is_over else QPersistentModelIndex()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            was_pressed = self._pressed.isValid() and self._pressed == index
            self._pressed = QPersistentModelIndex()
            if is_over and was_pressed:
                self.pin_clicked.emit(index.data(Role.PRODUCT))
        return is_over

    def is_over_pin(self, position: QPoint, row: QRect, index: Index) -> bool:
        """Whether `position` (in the view) is on the pin button of the row at `index`."""
        return self.rects(row, index).pin.contains(position)

    def _paint_ground(self, painter: QPainter, row: QRect, rects: RowRects, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, self._theme.colour("selection"))
            painter.fillRect(rects.bar, self._theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, self._theme.colour("panel"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_product(
        self, painter: QPainter, rects: RowRects, product: Product, *, is_dimmed: bool
    ) -> None:
        text = self.text(product, rects)
        ink, mute = self._theme.colour("mute" if is_dimmed else "ink"), self._theme.colour("mute")
        painter.setPen(mute)
        painter.setFont(self._fonts["number"])
        draw_line(painter, rects.number, str(product.number), is_right=True)
        device = painter.device()
        painter.setOpacity(_DIMMED if is_dimmed else 1.0)
        painter.drawPixmap(rects.picture, self._thumbnails.pixmap(product, device.devicePixelRatioF()))
        painter.setOpacity(1.0)
        painter.setPen(ink)
        painter.setFont(self._fonts["name"])
        draw_line(painter, rects.first_line, text.first)
        draw_line(painter, rects.second_line, text.second)
        painter.setPen(mute)
        painter.setFont(self._fonts["other"])
        used = round(metrics(is_bold=True).horizontalAdvance(text.second)) if text.second else 0
        draw_line(painter, rects.second_line.adjusted(used, 0, 0, 0), text.rest)
        painter.setFont(self._fonts["facts"])
        draw_line(painter, rects.facts, text.facts)

    def _paint_pin(self, painter: QPainter, pin: QRect, *, is_on_air: bool) -> None:
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(QRectF(pin).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        px = PIN_SIDE - 10
        icon = self._theme.pixmap(
            "pin-off" if is_on_air else "pin", px, "accent", painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(pin.x() + 5, pin.y() + 5, icon)


def draw_line(painter: QPainter, rect: QRect, text: str, *, is_right: bool = False) -> None:
    """Draw one line of `text` centred on the height of `rect`.

    The base line depends on the font alone: a Chinese name sits level with a Latin one, which a text rectangle
    would shift by the height of the fallback font.
    """
    if not text:
        return
    measures = painter.fontMetrics()
    y = rect.y() + (rect.height() + measures.ascent() - measures.descent()) // 2
    x = rect.right() + 1 - measures.horizontalAdvance(text) if is_right else rect.x()
    painter.drawText(x, y, text)


def state_of(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    """Return whether the row is selected, hovered, focused."""
    state: QStyle.StateFlag = option.state
    return state


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect
