"""A small picture of a video with the overlay in it, so that one sees what one chooses."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.core.audience.overlay_style import OverlayPosition, OverlayStyle, OverlayTheme
from livedesk.core.typing_compat import override
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import DARK, LIGHT, RADIUS

_WIDTH, _HEIGHT = 288, 162
_VIDEO = 1080
_EDGE = 0.04
_SECOND = 0.76


class OverlayPreview(QWidget):
    """Draws captions and a product as the page does, on a plain picture of a booth."""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._style = theme, OverlayStyle()
        self._lines: tuple[str, ...] = ()
        self.setFixedSize(QSize(_WIDTH, _HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._recolour)

    def show_style(self, style: OverlayStyle, lines: tuple[str, ...]) -> None:
        """Show `style` with one sample line for each language."""
        self._style, self._lines = style, lines
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(outline)
        self._draw_booth(painter)
        is_top = self._style.position is OverlayPosition.TOP
        self._draw_captions(painter, is_top=is_top)
        self._draw_card(painter, is_top=not is_top)
        painter.end()

    def _draw_booth(self, painter: QPainter) -> None:
        """Draw what a camera sees, roughly: a wall in half light, a bright shelf, a person."""
        c = LIGHT
        painter.fillRect(self.rect(), QColor(c.faint))
        painter.fillRect(QRectF(0, _HEIGHT * 0.2, _WIDTH * 0.5, _HEIGHT * 0.34), QColor(c.background))
        painter.fillRect(QRectF(0, _HEIGHT * 0.74, _WIDTH, _HEIGHT * 0.26), QColor(c.mute))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DARK.line))
        painter.drawEllipse(QRectF(_WIDTH * 0.46, _HEIGHT * 0.22, _HEIGHT * 0.28, _HEIGHT * 0.3))
        painter.drawRoundedRect(QRectF(_WIDTH * 0.4, _HEIGHT * 0.54, _HEIGHT * 0.5, _HEIGHT), 24, 24)

    def _draw_captions(self, painter: QPainter, *, is_top: bool) -> None:
        unit = _HEIGHT / _VIDEO
        sizes = [
            self._style.size * unit * (1 if place == 0 else _SECOND) for place in range(len(self._lines))
        ]
        heights = [size * 1.9 for size in sizes]
        y = _HEIGHT * _EDGE if is_top else _HEIGHT * (1 - _EDGE) - sum(heights) - 2 * (len(heights) - 1)
        for line, size, height in zip(self._lines, sizes, heights, strict=True):
            box = QRectF(_WIDTH * 0.08, y, _WIDTH * 0.84, height)
            self._draw_ground(painter, box)
            self._draw_text(painter, box.adjusted(size * 0.5, 0, -size * 0.5, 0), line, size, bold=True)
            y += height + 2

    def _draw_card(self, painter: QPainter, *, is_top: bool) -> None:
        size = self._style.size * _HEIGHT / _VIDEO * 0.62
        wide, high = size * 13.5, size * 7
        margin = _HEIGHT * _EDGE
        box = QRectF(_WIDTH - margin - wide, margin if is_top else _HEIGHT - margin - high, wide, high)
        self._draw_ground(painter, box, at_least=60 if self._style.background is None else 0)
        picture = QRectF(box.left() + size * 0.7, box.top() + size * 1.9, size * 4.2, size * 4.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.accent_soft))
        painter.drawRoundedRect(picture, 2, 2)
        accent = LIGHT.accent if self._style.theme is OverlayTheme.LIGHT else DARK.accent
        painter.setBrush(QColor(accent))
        painter.drawRoundedRect(QRectF(picture.right() + size * 0.7, picture.top(), size * 5, size), 1, 1)
        for row in range(2):
            top = picture.top() + size * (1.8 + 1.1 * row)
            painter.setBrush(self._ink())
            painter.drawRoundedRect(QRectF(picture.right() + size * 0.7, top, size * 3.6, size * 0.4), 1, 1)
        painter.drawRoundedRect(
            QRectF(box.left() + size * 0.7, box.top() + size * 0.75, size * 8, size * 0.6), 1, 1
        )

    def _draw_ground(self, painter: QPainter, box: QRectF, at_least: int = 0) -> None:
        ground = QColor(LIGHT.panel if self._style.theme is OverlayTheme.LIGHT else DARK.background)
        ground.setAlphaF(max(self._style.ground, at_least) / 100)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 2, 2)

    def _draw_text(self, painter: QPainter, box: QRectF, text: str, size: float, *, bold: bool) -> None:
        letters = font(max(4, round(size)), bold=bold)
        measures = QFontMetricsF(letters)
        shown = measures.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        base = box.center().y() + (measures.ascent() - measures.descent()) / 2
        path = QPainterPath()
        path.addText(box.left(), base, letters, shown)
        if self._style.theme is OverlayTheme.OUTLINE:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(Qt.GlobalColor.black), 2))
            painter.drawPath(path)
        painter.fillPath(path, self._ink())

    def _ink(self) -> QColor:
        return QColor(LIGHT.ink if self._style.theme is OverlayTheme.LIGHT else LIGHT.panel)

    @Slot()
    def _recolour(self) -> None:
        self.update()
