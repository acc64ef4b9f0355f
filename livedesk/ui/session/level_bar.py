"""How loud the microphone is, as a short bar that follows the voice."""

from math import log10

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.core.records import Level
from livedesk.core.typing_compat import override
from livedesk.ui.theme.theme import AppTheme

FLOOR_DB = 54.0
"""What is quieter than this below full scale is an empty bar: a quiet room."""

_RISE_MS, _FALL_MS = 60, 150
_HIGH_PX, _RADIUS = 6, 3.0


class LevelBar(QWidget):
    """Shows `Level` records; repaints nothing but itself. Full and amber means too loud."""

    def __init__(
        self, theme: AppTheme, width_px: int = 56, ground: str = "panel", parent: QWidget | None = None
    ) -> None:
        """`ground` is the token of the colour that it lies on."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # no parent is painted for it
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._size = QSize(width_px, _HIGH_PX + 2)
        self._ground = ground
        self._is_clipped = False
        self._shown = self._goal = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.valueChanged.connect(self._move)
        self.setAccessibleName(self.tr("Microphone level"))
        theme.changed.connect(self.update)

    @property
    def filled(self) -> float:
        """How much of the bar is filled, from 0 to 1, when it has come to rest."""
        return self._goal

    @property
    def is_clipped(self) -> bool:
        """Whether the last level was too loud."""
        return self._is_clipped

    def show_level(self, level: Level) -> None:
        """Move to `level`: at once when it rises, more slowly when it falls."""
        goal = filled(level)
        is_new = goal != self._goal or level.is_clipped != self._is_clipped
        self._is_clipped = level.is_clipped
        if not is_new:
            return
        self._goal = goal
        self._motion.stop()
        if not self.isVisible():
            self._shown = goal
            return
        self._motion.setDuration(_RISE_MS if goal > self._shown else _FALL_MS)
        self._motion.setStartValue(self._shown)
        self._motion.setEndValue(goal)
        self._motion.start()

    def clear(self) -> None:
        """Show silence: the microphone is off or gone."""
        self.show_level(Level(0.0, 0.0))

    @override
    def sizeHint(self) -> QSize:
        return self._size

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(self._ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - _HIGH_PX) / 2, self.width(), _HIGH_PX)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(track, _RADIUS, _RADIUS)
        if self._shown > 0:
            width = max(_HIGH_PX, self._shown * track.width())
            left = track.left() if not self.isRightToLeft() else track.right() - width
            painter.setBrush(self._theme.colour("warn" if self._is_clipped else "ok"))
            painter.drawRoundedRect(QRectF(left, track.top(), width, _HIGH_PX), _RADIUS, _RADIUS)
        painter.end()

    def _move(self, value: object) -> None:
        self._shown = float(str(value))
        self.update()


def filled(level: Level) -> float:
    """Return how much of a bar `level` fills, from 0 to 1: by decibels, as one hears it; clipping fills it all."""
    if level.is_clipped:
        return 1.0
    if level.peak <= 0:
        return 0.0
    return round(max(0.0, min(1.0, 1 + 20 * log10(level.peak) / FLOOR_DB)), 3)
