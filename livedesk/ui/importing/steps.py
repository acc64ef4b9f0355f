"""Where one is in the import: file, columns, check, done."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, Step

_DISC_PX = 22


class Steps(QWidget):
    """Discs with numbers and names; what is behind has a tick."""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self._current = 0
        theme.changed.connect(self.update)

    def set_names(self, names: tuple[str, ...]) -> None:
        """Name the steps."""
        self._names = names
        self.updateGeometry()
        self._tell()

    def set_current(self, current: int) -> None:
        """Show step `current` (from 0) as the one in hand."""
        self._current = current
        self._tell()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        names = sum(metrics.horizontalAdvance(name) for name in self._names)
        return QSize(names + len(self._names) * (_DISC_PX + GAP_S + GAP_L + GAP_M), _DISC_PX + GAP_S)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 1.0
        for number, name in enumerate(self._names):
            left = self._paint_step(painter, left, number, name)

    def _paint_step(self, painter: QPainter, left: float, number: int, name: str) -> float:
        colour = self._theme.colour
        is_here, is_done = number == self._current, number < self._current
        disc = QRectF(left, (self.height() - _DISC_PX) / 2, _DISC_PX, _DISC_PX)
        painter.setPen(Qt.PenStyle.NoPen if is_here else colour("accent" if is_done else "faint"))
        painter.setBrush(colour("accent") if is_here else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setFont(font(Step.SMALL, bold=True))
        painter.setPen(colour("on_accent" if is_here else "accent" if is_done else "mute"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "✓" if is_done else str(number + 1))
        painter.setFont(font(Step.BODY, bold=is_here))
        painter.setPen(colour("ink" if is_here else "mute"))
        width = painter.fontMetrics().horizontalAdvance(name)
        text = QRectF(disc.right() + GAP_S, 0, width + 2, self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        after = text.right() + GAP_M
        if number < len(self._names) - 1:
            painter.setPen(colour("line"))
            middle = self.height() / 2
            painter.drawLine(int(after), int(middle), int(after + GAP_L), int(middle))
            after += GAP_L + GAP_M
        return after

    def _tell(self) -> None:
        if self._names:
            self.setAccessibleName(self._names[self._current])
        self.update()
