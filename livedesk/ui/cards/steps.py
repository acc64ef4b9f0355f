"""Draws the numbered lines of a card: the stops of a route, the events of a batch."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from livedesk.ui.cards.scene import Step
from livedesk.ui.theme import fonts
from livedesk.ui.theme.tokens import Colours

_ROW, _LARGEST, _SMALLEST = 96.0, 26.0, 16.0
"""In parts of a 720th of the card's height, as all sizes here."""
_NAME, _NAME_ALONE, _SMALL, _DATE, _MARK = 0.285, 0.36, 0.72, 0.9, 0.66
"""Of a row's height: names, with two lines below them or one. Of names: what stands below, dates, a mark's radius."""

_MOST_SHRUNK = 0.72

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def card_font(size: float, *, bold: bool = False) -> QFont:
    """Return the interface font at `size` px of the card."""
    font = fonts.font(bold=bold, tabular=True)
    font.setPixelSize(max(1, round(size)))
    return font


def draw_text(
    painter: QPainter,
    room: QRectF,
    text: str,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = _LEFT,
) -> float:
    """Draw one line of `text`, shortened to the room; returns how wide it became."""
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(room, int(align | Qt.TextFlag.TextDontClip), shown)
    return QFontMetricsF(font).horizontalAdvance(shown)


def draw_mark(painter: QPainter, at: QPointF, radius: float, step: Step, c: Colours) -> None:
    """Draw the number of a step, filled for a main one."""
    painter.setPen(QPen(QColor(c.accent), max(1.0, radius * 0.16)))
    painter.setBrush(QColor(c.accent if step.is_main else c.panel))
    painter.drawEllipse(at, radius, radius)
    painter.setFont(card_font(radius * 1.15, bold=True))
    painter.setPen(QColor(c.on_accent if step.is_main else c.accent))
    painter.drawText(
        QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius),
        int(Qt.AlignmentFlag.AlignCenter),
        step.mark,
    )


def draw_steps(painter: QPainter, room: QRectF, steps: tuple[Step, ...], unit: float, c: Colours) -> None:
    """Draw all `steps` below each other; they share the room, and grow no larger than is calm."""
    if not steps:
        return
    height = min(_ROW * unit, room.height() / len(steps))
    size = min(_LARGEST * unit, height * _NAME)
    if size < _SMALLEST * unit:  # too small for a line of its own for each language
        size = height * _NAME_ALONE
    radius = size * _MARK
    x = room.left() + radius
    painter.setPen(QPen(QColor(c.line), 2 * unit))
    middle = room.top() + height / 2
    painter.drawLine(QPointF(x, middle), QPointF(x, middle + height * (len(steps) - 1)))
    dates = QFontMetricsF(card_font(size * _DATE, bold=True))
    widest = max((dates.horizontalAdvance(text) for step in steps for text in step.when), default=0.0)
    for number, step in enumerate(steps):
        row = QRectF(room.left(), room.top() + number * height, room.width(), height)
        draw_mark(painter, QPointF(x, row.center().y()), radius, step, c)
        when = QRectF(row.right() - widest - unit, row.top(), widest + unit, height)
        _draw_when(painter, when, step, size, c)
        texts = row.adjusted(2 * radius + 14 * unit, 0, -widest - 14 * unit, 0)
        _draw_texts(painter, texts, step, size, c)


def _draw_texts(painter: QPainter, room: QRectF, step: Step, size: float, c: Colours) -> None:
    """Draw names and details: the languages below each other where there is room, else beside each other."""
    small = size * _SMALL
    line, low = size * 1.35, small * 1.4
    names, details = list(step.names), list(step.details)
    if line + low * len(details) > room.height():
        details = ["   ".join(details)]
    y = room.center().y() - (line + low * len(details)) / 2
    first = QRectF(room.left(), y, room.width(), line)
    size *= _shrunk(names, size, room.width(), is_bold=step.is_main)
    bold = card_font(size, bold=step.is_main)
    used = draw_text(painter, first, names[0] if names else "", bold, c.ink)
    rest = first.adjusted(used + size * 0.45, 0, 0, 0)
    if len(names) > 1 and rest.width() > 2 * size:
        draw_text(painter, rest, names[1], card_font(size * 0.82), c.mute)
    y += line
    for detail in details:
        draw_text(painter, QRectF(room.left(), y, room.width(), low), detail, card_font(small), c.mute)
        y += low


def _draw_when(painter: QPainter, room: QRectF, step: Step, size: float, c: Colours) -> None:
    sizes = [size * (_SMALL if number else _DATE) for number in range(len(step.when))]
    y = room.center().y() - sum(each * 1.35 for each in sizes) / 2
    for number, (text, each) in enumerate(zip(step.when, sizes, strict=True)):
        font = card_font(each, bold=step.is_main and not number)
        line = QRectF(room.left(), y, room.width(), each * 1.35)
        draw_text(painter, line, text, font, c.mute if number else c.ink, _RIGHT)
        y += each * 1.35


def _shrunk(names: list[str], size: float, width: float, *, is_bold: bool) -> float:
    """Return how much smaller the names must be to stand beside each other, within reason."""
    wanted = sum(
        QFontMetricsF(card_font(size if not i else size * 0.82, bold=is_bold and not i)).horizontalAdvance(
            name
        )
        for i, name in enumerate(names[:2])
    )
    return min(1.0, max(_MOST_SHRUNK, width / max(1.0, wanted + size)))
