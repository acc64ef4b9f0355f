"""One part of the desk in the status strip: its icon, its state in words, what to do in the tooltip."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from livedesk.core.records import Health, HealthState, Part
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GRID

_ICONS = {
    Part.MICROPHONE: "microphone",
    Part.SPEECH: "speech",
    Part.TRANSLATION: "translate",
    Part.STORE: "store",
}
_LOOKS = {
    HealthState.OFF: ("mute", "small"),
    HealthState.STARTING: ("mute", "small"),
    HealthState.OK: ("ok", "status"),
    HealthState.BEHIND: ("warn", "warn"),
    HealthState.FAILED: ("live", "failed"),
}
"""Colour of the icon and look of the words; behind and failed change the icon's shape too."""
_SHAPES = {HealthState.BEHIND: "warning", HealthState.FAILED: "error"}


class HealthItem(QWidget):
    """Shows one `Health` record."""

    def __init__(self, theme: AppTheme, health: Health, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._health = health
        self._icon = QLabel(self)
        self._text = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID + 2)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        theme.changed.connect(self._refresh)
        self._refresh()

    @property
    def text(self) -> str:
        """What the item reads."""
        return self._text.text()

    @property
    def health(self) -> Health:
        """How the part is."""
        return self._health

    def show_health(self, health: Health) -> None:
        """Show how the part now is."""
        self._health = health
        self._refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()

    def _refresh(self) -> None:
        colour, role = _LOOKS[self._health.state]
        name = _SHAPES.get(self._health.state, _ICONS[self._health.part])
        self._icon.setPixmap(self._theme.pixmap(name, 16, colour, self.devicePixelRatioF()))
        self.show_words(words.health_text(self._health), role, words.health_hint(self._health))

    def show_words(self, text: str, role: str, hint: str) -> None:
        """Say `text` in the look `role`, and `hint` in the tooltip."""
        self._text.setText(text)
        if self._text.property("role") != role:
            set_role(self._text, role)
        self.setToolTip(hint)
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)
