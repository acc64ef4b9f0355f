"""The catalogue's search field: searches as one types, and hands over to the list by keyboard."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from livedesk.core.typing_compat import override
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_S

_ICON_PX = 16
_ROOM_PX = _ICON_PX + GAP_S


class SearchField(QLineEdit):
    """A field with a magnifying glass; Esc and the cross clear it, Down and Enter go to the list."""

    to_list = Signal()

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self._cross = QToolButton(self)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does the same by keyboard
        set_role(self._cross, "bare")
        self.setTextMargins(_ROOM_PX, 0, _ROOM_PX, 0)
        self._cross.clicked.connect(self.clear)
        self.textChanged.connect(self._show_cross)
        theme.changed.connect(self._recolour)
        self._recolour()
        self._show_cross()

    def set_clear_text(self, text: str) -> None:
        """Set the name of the cross."""
        self._cross.setAccessibleName(text)
        self._cross.setToolTip(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.to_list.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        glass = self._theme.pixmap("search", _ICON_PX, "mute", self.devicePixelRatioF())
        painter.drawPixmap(GAP_S + 2, (self.height() - _ICON_PX) // 2, glass)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - GAP_S
        self._cross.setGeometry(QRect(self.width() - side - GAP_S // 2, GAP_S // 2, side, side))

    @Slot()
    def _show_cross(self) -> None:
        self._cross.setVisible(bool(self.text()))

    @Slot()
    def _recolour(self) -> None:
        self._cross.setIcon(self._theme.icon("close", "mute"))
        self.update()
