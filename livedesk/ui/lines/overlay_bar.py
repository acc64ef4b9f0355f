"""A scroll bar that lies over the right edge of a list, so that its coming never wraps the lines anew."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from livedesk.core.typing_compat import override

_WIDTH_PX = 10


class OverlayBar(QScrollBar):
    """Mirrors the hidden vertical scroll bar of `area`; seen only where there is something to scroll."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._real = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.installEventFilter(self)
        self._real.rangeChanged.connect(self._range_changed)
        self._real.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._real.setValue)
        self.hide()

    def _range_changed(self, least: int, most: int) -> None:
        self.setPageStep(self._real.pageStep())
        self.setSingleStep(self._real.singleStep())
        self.setRange(least, most)
        self.setVisible(most > least)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QAbstractScrollArea):
            self.setGeometry(watched.width() - _WIDTH_PX, 0, _WIDTH_PX, watched.height())
        return super().eventFilter(watched, event)
