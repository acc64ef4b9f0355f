"""The window that a card is shown on air in, with nothing else in it: for a second screen, or for OBS to capture."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.cards import painting
from livedesk.ui.cards.card_view import CardView
from livedesk.ui.theme.theme import AppTheme


class CardWindow(QWidget):
    """F11 or a double click fills the screen and back; Esc leaves it, and closes the window after that."""

    def __init__(self, theme: AppTheme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.view = CardView(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.resize(painting.SHAPE)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the title: OBS lists windows by it."""
        self.setWindowTitle(self.tr("livedesk on-air card"))

    def switch_full_screen(self) -> None:
        """Fill the screen, or give it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.WindowStateChange:
            if self.isFullScreen():
                self.setCursor(Qt.CursorShape.BlankCursor)
            else:
                self.unsetCursor()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11 or (event.key() == Qt.Key.Key_Escape and self.isFullScreen()):
            self.switch_full_screen()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.switch_full_screen()
