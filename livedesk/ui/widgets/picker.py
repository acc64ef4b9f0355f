"""A box to pick one of several values; like QComboBox, with an arrow that the style sheet cannot draw."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox

from livedesk.core.typing_compat import override

_FROM_RIGHT, _HALF = 16, 4


class Picker(QComboBox):
    """Values are the items' data, as plain text or numbers; `pick` selects by value."""

    def pick(self, value: object) -> None:
        """Select the item with `value`; leaves the selection alone where there is none."""
        row = self.findData(value)
        if row >= 0:
            self.setCurrentIndex(row)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.5))
        x = (
            self.width() - _FROM_RIGHT
            if self.layoutDirection() is Qt.LayoutDirection.LeftToRight
            else _FROM_RIGHT
        )
        tip = QPointF(x, self.height() / 2 + _HALF / 2)
        painter.drawPolyline((tip + QPointF(-_HALF, -_HALF), tip, tip + QPointF(_HALF, -_HALF)))
