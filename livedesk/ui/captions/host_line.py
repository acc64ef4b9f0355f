"""The box in which a line is typed for the host; Enter makes it a caption."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from livedesk.core.events import AddHostLine, Command
from livedesk.core.records import SessionState
from livedesk.core.typing_compat import override
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_M, GRID

MAX_CHARACTERS = 1000
"""More is no line any more; the rest of a pasted page is not taken."""


class HostLine(QWidget):
    """Posts `AddHostLine` while the show is live; at other times it says what is missing and keeps the text."""

    def __init__(self, post: Callable[[Command], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._post = post
        self._state = SessionState.IDLE
        self._field = QLineEdit()
        self._field.setMaxLength(MAX_CHARACTERS)
        self._field.setMinimumHeight(10 * GRID)
        self._key = QLabel()
        set_role(self._key, "small")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self._field)
        inside.setContentsMargins(0, 0, GAP_M, 0)
        inside.addWidget(self._key, 0, Qt.AlignmentFlag.AlignRight)
        self._explanation = QLabel()
        self._explanation.setWordWrap(True)
        set_role(self._explanation, "warn")
        self._explanation.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._field)
        layout.addWidget(self._explanation)
        self.setFocusProxy(self._field)
        self._field.returnPressed.connect(self._enter)
        self._field.textEdited.connect(self._edited)
        self.retranslate()

    @property
    def field(self) -> QLineEdit:
        """The text field."""
        return self._field

    @property
    def explanation(self) -> str:
        """Why Enter did nothing, "" while it works."""
        return self._explanation.text() if self._explanation.isVisibleTo(self) else ""

    def set_state(self, state: SessionState) -> None:
        """Say where the show is."""
        self._state = state
        if state is SessionState.LIVE:
            self._explanation.hide()
        else:
            self.retranslate()

    def retranslate(self) -> None:
        """Write the texts in the language of the window."""
        self._field.setPlaceholderText(self.tr("Type a line for the host…"))
        self._field.setAccessibleName(self.tr("A line for the host"))
        self._key.setText(self.tr("↵ caption"))
        self._field.setTextMargins(0, 0, self._key.sizeHint().width() + GAP_M, 0)
        if self._state is SessionState.PAUSED:
            self._explanation.setText(self.tr("The show is paused. Continue it, then press Enter again."))
        else:
            self._explanation.setText(
                self.tr("No show is running. Rehearse or go live, then press Enter again.")
            )

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._field.clearFocus()
            event.accept()
            return
        super().keyPressEvent(event)

    def _enter(self) -> None:
        text = self._field.text().strip()
        if not text:
            return
        if self._state is not SessionState.LIVE:
            self._explanation.show()
            return
        self._post(AddHostLine(text))
        self._field.clear()

    def _edited(self) -> None:
        self._explanation.hide()
