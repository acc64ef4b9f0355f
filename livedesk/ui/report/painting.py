"""Paints the charts of a report, in the window and on paper, with the colours of a theme."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from livedesk.core.report.drawing import TEXT_PX, Anchor, Box, Drawing, Label, Rule, Tone
from livedesk.ui.theme import fonts
from livedesk.ui.theme.tokens import Colours


def paint_drawing(painter: QPainter, drawing: Drawing, colours: Colours) -> None:
    """Paint `drawing` at the painter's origin, a px of it as one unit of the painter."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(text_font(TEXT_PX))
    metrics = QFontMetricsF(painter.font())
    for shape in drawing.shapes:
        match shape:
            case Box():
                _paint_box(painter, shape, colours)
            case Rule():
                painter.setPen(_hairline(colours.line))
                painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
            case Label():
                _paint_label(painter, shape, metrics, colours)
    painter.restore()


def text_font(px: float, *, bold: bool = False) -> QFont:
    """Return the font of a report; its letters keep their distances at every size."""
    font = QFont()
    font.setFamilies(list(fonts.families()))
    font.setPixelSize(round(px))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _paint_box(painter: QPainter, box: Box, colours: Colours) -> None:
    fill, outline = {
        Tone.FULL: (colours.accent, None),
        Tone.SOFT: (colours.accent_soft, colours.accent),
        Tone.INK: (colours.ink, None),
        Tone.MUTE: (colours.mute, None),
        Tone.LINE: (colours.line, None),
        Tone.WARN: (colours.warn, None),
    }[box.tone]
    painter.setBrush(QColor(fill))
    painter.setPen(_hairline(outline) if outline else Qt.PenStyle.NoPen)
    inset = 0.5 if outline else 0.0  # the outline lies within the box
    painter.drawRect(QRectF(box.x, box.y, box.width, box.height).adjusted(inset, inset, -inset, -inset))


def _paint_label(painter: QPainter, label: Label, metrics: QFontMetricsF, colours: Colours) -> None:
    text = label.text
    if label.most:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, label.most)
    width = metrics.horizontalAdvance(text)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
    painter.setPen(QColor(colours.mute if label.tone is Tone.MUTE else colours.ink))
    # From the baseline: a line of Chinese is higher than the Latin font, and would sink in a box of its height.
    painter.drawText(QPointF(label.x - shift, label.y + metrics.capHeight() / 2), text)


def _hairline(colour: str) -> QPen:
    pen = QPen(QColor(colour))
    pen.setWidthF(1.0)
    return pen
