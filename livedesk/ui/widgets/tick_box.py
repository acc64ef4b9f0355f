"""A box to switch something on and off; like QCheckBox, with a tick that the style sheet cannot draw."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from livedesk.core.typing_compat import override

_TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
"""The corners of the tick, in parts of the box."""


class TickBox(QCheckBox):
    """Drawn in the theme's colours, the same on every system."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.HighlightedText), 1.8))
        corner = QPointF(box.topLeft())
        painter.drawPolyline([corner + QPointF(x * box.width(), y * box.height()) for x, y in _TICK])
        painter.end()
