"""One line of the banner: a coloured edge, an icon, a sentence, what can be done, and a cross."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from livedesk.core.records import NoticeLevel
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID

_ICONS = {
    NoticeLevel.INFO: ("info", "accent"),
    NoticeLevel.WARNING: ("warning", "warn"),
    NoticeLevel.ERROR: ("error", "live"),
}


class NoticeRow(QFrame):
    """Shows a sentence with the buttons it is given; the cross emits `dismissed`."""

    dismissed = Signal()

    def __init__(
        self,
        theme: AppTheme,
        level: NoticeLevel,
        buttons: Sequence[QPushButton],
        parent: QWidget | None = None,
        *,
        can_dismiss: bool = True,
    ) -> None:
        super().__init__(parent)
        set_role(self, f"notice-{level}")
        self._theme = theme
        self._level = level
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._cross = QToolButton(self)
        set_role(self._cross, "quiet")
        self._cross.clicked.connect(self.dismissed)
        self._cross.setVisible(can_dismiss)
        self._layout = row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, GRID, GAP_S, GRID)
        row.setSpacing(GAP_S)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addSpacing(GAP_L)
        for button in buttons:
            row.addWidget(button)
        row.addWidget(self._cross)
        theme.changed.connect(self._recolour)
        self._recolour()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def set_text(self, text: str, dismiss_text: str) -> None:
        """Show `text`; `dismiss_text` names the cross."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._cross.setToolTip(dismiss_text)
        self._cross.setAccessibleName(dismiss_text)

    def hold(self, widget: QWidget) -> None:
        """Take `widget` into the row, left of the cross."""
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def _recolour(self) -> None:
        name, colour = _ICONS[self._level]
        self._icon.setPixmap(self._theme.pixmap(name, 20, colour, self.devicePixelRatioF()))
        self._cross.setIcon(self._theme.icon("close", "mute"))
        self._cross.setIconSize(QSize(16, 16))
