"""Product pictures as small rounded squares, decoded one per turn of the event loop while one scrolls.

What cannot be read shows as a neutral square with the product's number, so a row is never without its mark.
"""

from collections import OrderedDict

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from livedesk.core.catalogue.product import Product
from livedesk.ui.services import AppServices
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import RADIUS, Step

CAPACITY = 256
"""Pictures kept: some ten screens full, 9 MB at 48 px and 200 %."""
WAITING = 64
"""Pictures waiting to be decoded; when one scrolls past more, the oldest are forgotten until asked for again."""

_EDGE = QColor(0, 0, 0, 24)
"""A faint rim, so that a photograph on white does not melt into a white card."""
_COVER = Qt.AspectRatioMode.KeepAspectRatioByExpanding
_Key = tuple[str, int]  # picture name, side in device pixels


class Thumbnails(QObject):
    """Gives each product's picture in one size; asks `services` for the file when it is first shown."""

    decoded = Signal()
    """A picture that was asked for is there: draw again."""

    def __init__(
        self, theme: AppTheme, services: AppServices, side_px: int, parent: QObject | None = None
    ) -> None:
        """Take the side in device-independent pixels."""
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._side_px = side_px
        self._pictures: OrderedDict[_Key, QPixmap | None] = OrderedDict()
        self._placeholders: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._waiting: OrderedDict[_Key, float] = OrderedDict()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._decode_one)
        theme.changed.connect(self._forget_placeholders)

    def pixmap(self, product: Product, ratio: float) -> QPixmap:
        """Return the picture for a screen of device pixel `ratio`, or the placeholder until there is one."""
        key = product.picture, round(self._side_px * ratio)
        if not product.picture:
            return self._placeholder(product.number, ratio)
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key] or self._placeholder(product.number, ratio)
        self._waiting[key] = ratio
        self._waiting.move_to_end(key)
        if len(self._waiting) > WAITING:
            self._waiting.popitem(last=False)
        if not self._timer.isActive():
            self._timer.start()
        return self._placeholder(product.number, ratio)

    def forget(self) -> None:
        """Drop every picture, as another catalogue may use the same names."""
        self._pictures.clear()
        self._waiting.clear()
        self._placeholders.clear()

    @Slot()
    def _forget_placeholders(self) -> None:
        self._placeholders.clear()

    @Slot()
    def _decode_one(self) -> None:
        if not self._waiting:
            return
        key, ratio = self._waiting.popitem()  # the newest: what is on screen now
        image = decode(self._services.picture(key[0]), key[1], round(RADIUS * ratio))
        pixmap = None
        if image is not None:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(ratio)
        self._pictures[key] = pixmap
        if len(self._pictures) > CAPACITY:
            self._pictures.popitem(last=False)
        if self._waiting:
            self._timer.start()
        self.decoded.emit()

    def _placeholder(self, number: int, ratio: float) -> QPixmap:
        key = number, round(self._side_px * ratio)
        if key not in self._placeholders:
            self._placeholders[key] = self._draw_placeholder(number, ratio)
            if len(self._placeholders) > CAPACITY:
                self._placeholders.popitem(last=False)
        return self._placeholders[key]

    def _draw_placeholder(self, number: int, ratio: float) -> QPixmap:
        side = self._side_px
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(QRectF(0, 0, side, side), RADIUS, RADIUS)
        painter.setPen(self._theme.colour("mute"))
        painter.setFont(font(Step.LARGE, bold=True, tabular=True))
        painter.drawText(
            QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, str(number) if number else ""
        )
        painter.end()
        return pixmap


def decode(data: bytes, side_px: int, radius_px: int) -> QImage | None:
    """Return the picture file `data` (SVG or a bitmap) as a square of `side_px` with round corners.

    The picture fills the square and is cut at its longer sides. Returns None where it cannot be read.
    """
    square = _from_svg(data, side_px) if b"<svg" in data[:2048] else _from_bitmap(data, side_px)
    if square is None:
        return None
    image = _empty(side_px)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(0, 0, side_px, side_px), radius_px, radius_px)
    painter.setClipPath(outline)
    painter.drawImage(0, 0, square)
    painter.setPen(QPen(_EDGE, min(side_px / 24, 4)))  # half of it is cut off: 1 px at 48
    painter.drawPath(outline)
    painter.end()
    return image


def _empty(side_px: int) -> QImage:
    image = QImage(side_px, side_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(Qt.GlobalColor.transparent))
    return image


def _from_svg(data: bytes, side_px: int) -> QImage | None:
    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return None
    image = _empty(side_px)
    bounds = QRectF(QPointF(), QSizeF(size).scaled(side_px, side_px, _COVER))
    bounds.moveCenter(QPointF(side_px / 2, side_px / 2))
    painter = QPainter(image)
    renderer.render(painter, bounds)
    painter.end()
    return image


def _from_bitmap(data: bytes, side_px: int) -> QImage | None:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)  # phone photographs carry their orientation
    size = reader.size()
    if size.isEmpty():
        return None
    # Cut before scaling: a long banner scaled whole would need gigabytes, and a JPEG is read at scale.
    side = min(size.width(), size.height())
    reader.setClipRect(QRect((size.width() - side) // 2, (size.height() - side) // 2, side, side))
    reader.setScaledSize(QSize(side_px, side_px))
    image = reader.read()
    return None if image.isNull() else image
