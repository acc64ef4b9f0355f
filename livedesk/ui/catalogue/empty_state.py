"""What stands where nothing can be listed: what is so, why, and the buttons that help."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_S, GAP_XL

_ICON_PX = 32


class EmptyState(QWidget):
    """An icon, a title, an explanation and one or two buttons; the owner sets the texts."""

    first_wanted = Signal()
    second_wanted = Signal()

    def __init__(self, theme: AppTheme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon_name = icon
        self._icon, self._title, self._explanation = QLabel(), QLabel(), QLabel()
        self._first, self._second = QPushButton(), QPushButton()
        set_role(self._title, "title")
        set_role(self._explanation, "mute")
        set_role(self._first, "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_L, GAP_XL, GAP_L, GAP_L)
        layout.setSpacing(GAP_S)
        for label in (self._icon, self._title, self._explanation):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(label is not self._icon)
            layout.addWidget(label)
        layout.addSpacing(GAP_S)
        for button in (self._first, self._second):
            row = QHBoxLayout()
            row.addStretch()
            row.addWidget(button)
            row.addStretch()
            layout.addLayout(row)
        layout.addStretch()
        self._first.clicked.connect(self.first_wanted)
        self._second.clicked.connect(self.second_wanted)
        theme.changed.connect(self._recolour)
        self._recolour()

    def set_texts(self, title: str, explanation: str, first: str, second: str = "") -> None:
        """Set title, explanation and the buttons' texts; a button without one is hidden."""
        self._title.setText(title)
        self._explanation.setText(explanation)
        self._explanation.setVisible(bool(explanation))
        self._first.setText(first)
        self._second.setText(second)
        self._second.setVisible(bool(second))

    @Slot()
    def _recolour(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, _ICON_PX, "faint", ratio))
