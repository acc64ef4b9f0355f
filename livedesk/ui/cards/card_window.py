"""The window that a card is shown on air in, with nothing else in it: for a second screen, or for OBS to capture."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.cards import painting
from livedesk.ui.cards.card_view import CardView
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.widgets.full_screen import FullScreenWindow


class CardWindow(FullScreenWindow):
    """F11 or a double click fills the screen and back; Esc leaves it, and closes the window after that."""

    def __init__(self, theme: AppTheme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.view = CardView(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.resize(painting.SHAPE)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        """Set the title: OBS lists windows by it."""
        self.setWindowTitle(self.tr("livedesk on-air card"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.isFullScreen():
            self.switch_full_screen()
        else:
            self.close()
