"""Draws a card, at any size: sizes are in parts of a 720th of its height, so that 1280 x 720 reads from 3 m."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from livedesk.ui.cards.route_map import draw_map
from livedesk.ui.cards.scene import RouteScene, Scene, TraceScene
from livedesk.ui.cards.steps import card_font, draw_steps, draw_text
from livedesk.ui.theme.tokens import Colours

SHAPE = QSize(1280, 720)
PICTURE = QSize(1920, 1080)
_MARGIN, _HEAD, _LIST, _TOTAL, _CODE, _GAP = 32.0, 116.0, 560.0, 420.0, 400.0, 96.0
_QUIET_MODULES = 4
"""A QR code is read only with this much white around it."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


def png(scene: Scene, colours: Colours, size: QSize = PICTURE) -> bytes:
    """Return the card as a PNG picture."""
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw(painter, QRectF(image.rect()), scene, colours)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(data.data())


def draw(painter: QPainter, room: QRectF, scene: Scene, c: Colours) -> None:
    """Draw the card so that it fills `room`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(room, QColor(c.panel))
    unit = min(room.width() / SHAPE.width(), room.height() / SHAPE.height())
    head = QRectF(room.left(), room.top(), room.width(), _HEAD * unit)
    body = QRectF(room.left(), head.bottom(), room.width(), room.height() - head.height())
    _draw_head(painter, head, scene, unit, c)
    if isinstance(scene, RouteScene):
        _draw_route(painter, body, scene, unit, c)
    else:
        _draw_trace(painter, body, scene, unit, c)
    painter.fillRect(QRectF(head.left(), head.bottom() - unit, head.width(), unit), QColor(c.line))


def _draw_head(painter: QPainter, room: QRectF, scene: Scene, unit: float, c: Colours) -> None:
    inside = room.adjusted(_MARGIN * unit, 18 * unit, -_MARGIN * unit, -18 * unit)
    right = QRectF(inside)
    right.setLeft(inside.right() - _TOTAL * unit)
    left = inside.adjusted(0, 0, -(_TOTAL + 16) * unit, 0)
    for texts, half, align, colour in (
        (scene.title, left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, c.ink),
        (scene.total, right, _RIGHT, c.accent),
    ):
        y = half.top() if len(texts) > 1 else half.top() + 16 * unit
        for number, text in enumerate(texts[:2]):
            high = (46 if number == 0 else 32) * unit
            font = card_font((32 if number == 0 else 22) * unit, bold=number == 0)
            line = QRectF(half.left(), y, half.width(), high)
            draw_text(painter, line, text, font, c.mute if number else colour, align)
            y += high


def _draw_route(painter: QPainter, room: QRectF, scene: RouteScene, unit: float, c: Colours) -> None:
    side = QRectF(room)
    side.setLeft(room.right() - _LIST * unit)
    draw_map(painter, room.adjusted(0, 0, -_LIST * unit, 0), scene, unit, c)
    painter.fillRect(QRectF(side.left(), side.top(), unit, side.height()), QColor(c.line))
    inside = side.adjusted(24 * unit, 14 * unit, -_MARGIN * unit, -10 * unit)
    y = inside.top()
    for text in scene.facts:
        line = QRectF(inside.left(), y, inside.width(), 24 * unit)
        draw_text(painter, line, text, card_font(17 * unit), c.mute)
        y += 24 * unit
    foot = QRectF(inside.left(), inside.bottom() - 24 * unit, inside.width(), 24 * unit)
    draw_text(painter, foot, scene.footer, card_font(14 * unit), c.mute)
    steps = QRectF(inside.left(), y + 8 * unit, inside.width(), foot.top() - y - 12 * unit)
    draw_steps(painter, steps, scene.steps(), unit, c)


def _draw_trace(painter: QPainter, room: QRectF, scene: TraceScene, unit: float, c: Colours) -> None:
    inside = room.adjusted(_MARGIN * unit, 20 * unit, -_MARGIN * unit, -20 * unit)
    if scene.modules:
        side = QRectF(inside.right() - _CODE * unit, inside.top() + 8 * unit, _CODE * unit, _CODE * unit)
        _draw_code(painter, side, scene.modules)
        y = side.bottom() + 10 * unit
        for text in (*scene.scan, *scene.facts):
            line = QRectF(side.left(), y, side.width(), 28 * unit)
            draw_text(painter, line, text, card_font(18 * unit), c.mute, _CENTRE)
            y += 28 * unit
        inside.setRight(side.left() - _GAP * unit)
    draw_steps(painter, inside, scene.steps(), unit, c)


def _draw_code(painter: QPainter, room: QRectF, modules: tuple[tuple[bool, ...], ...]) -> None:
    """Draw a QR code black on white, in any theme: phones read it so."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(room, QColor(Qt.GlobalColor.white))
    count = len(modules) + 2 * _QUIET_MODULES
    # Whole pixels for each module, or some would come out wider than others.
    side = max(1, int(room.width() / count))
    left = round(room.center().x() - side * len(modules) / 2)
    top = round(room.center().y() - side * len(modules) / 2)
    for y, row in enumerate(modules):
        for x, is_dark in enumerate(row):
            if is_dark:
                painter.fillRect(left + x * side, top + y * side, side, side, Qt.GlobalColor.black)
    painter.restore()
