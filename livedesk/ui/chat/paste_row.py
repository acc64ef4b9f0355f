"""The row in which a message from a platform is pasted: the buyer's name and what was written."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S

_NAME_CHARACTERS, _TEXT_CHARACTERS = 80, 5000


class PasteRow(QFrame):
    """Hidden until asked for. Enter hands the message on; the name stays for the next one."""

    closed = Signal()

    def __init__(self, receive: Callable[[str, str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._receive = receive
        self._is_running = False
        self._name, self._text = QLineEdit(), QLineEdit()
        self._name.setMaxLength(_NAME_CHARACTERS)
        self._text.setMaxLength(_TEXT_CHARACTERS)
        self._add = QPushButton()
        self._explanation = QLabel()
        self._explanation.setWordWrap(True)
        set_role(self._explanation, "warn")
        self._explanation.hide()
        fields = QHBoxLayout()
        fields.setSpacing(GAP_S)
        fields.addWidget(self._name, 2)
        fields.addWidget(self._text, 5)
        fields.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, 0, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addLayout(fields)
        column.addWidget(self._explanation)
        self._name.returnPressed.connect(self._text.setFocus)
        self._text.returnPressed.connect(self._hand_on)
        self._add.clicked.connect(self._hand_on)
        self.retranslate()
        self.hide()

    @property
    def name_field(self) -> QLineEdit:
        """The buyer's name."""
        return self._name

    @property
    def text_field(self) -> QLineEdit:
        """What the buyer wrote."""
        return self._text

    @property
    def explanation(self) -> str:
        """Why nothing was added, "" while it works."""
        return self._explanation.text() if self._explanation.isVisibleTo(self) else ""

    def set_running(self, *, is_running: bool) -> None:
        """Say whether a show runs; only then messages are taken."""
        self._is_running = is_running
        if is_running:
            self._explanation.hide()

    def open(self) -> None:
        """Show the row with the cursor where the message goes: what is pasted at once is never taken for a name."""
        self.show()
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Write the texts in the language of the window."""
        self._name.setPlaceholderText(self.tr("Buyer"))
        self._name.setAccessibleName(self.tr("Name of the buyer"))
        self._text.setPlaceholderText(self.tr("Paste a buyer's message"))
        self._text.setAccessibleName(self.tr("The buyer's message"))
        self._add.setText(self.tr("Add"))
        self._add.setAccessibleName(self.tr("Add the message"))
        self._explanation.setText(self.tr("No show is running. Rehearse or go live first."))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _hand_on(self) -> None:
        text = self._text.text().strip()
        if not text:
            self._text.setFocus()
            return
        if not self._is_running:
            self._explanation.show()
            return
        self._receive(self._name.text().strip() or self.tr("Buyer"), text)
        self._text.clear()
        self._text.setFocus()
