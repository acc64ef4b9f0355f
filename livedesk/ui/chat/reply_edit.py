"""The field for a reply: grows with its text, sends on Ctrl+Enter, leaves on Escape and on Tab.

Alt and a digit asks for a canned answer.
"""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from livedesk.core.typing_compat import override

MAX_CHARACTERS = 1000
_MIN_LINES, _MAX_LINES = 1, 5
_CANNED_KEYS = 9
_FRAME_PX = 18
"""Padding and border of the field in the style sheet, and the document's own margin."""


class ReplyEdit(QPlainTextEdit):
    """Plain text of one to five visible lines."""

    sent = Signal()
    left = Signal()
    canned_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
            return
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
            event.accept()
            return
        number = event.key() - Qt.Key.Key_0
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and 1 <= number <= _CANNED_KEYS:
            self.canned_wanted.emit(number)
            event.accept()
            return
        super().keyPressEvent(event)

    def select_first(self, text: str) -> bool:
        """Select the first place where `text` stands, and take the keyboard; False where it is nowhere."""
        cursor = self.document().find(text)
        if cursor.isNull():
            return False
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        room = MAX_CHARACTERS - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.insertPlainText(source.text()[: max(0, room)])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A plain text document measures its height in lines.
        lines = round(self.document().size().height())
        shown = max(_MIN_LINES, min(_MAX_LINES, lines))
        is_long = lines > _MAX_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() is not policy:
            self.setVerticalScrollBarPolicy(policy)
        height = shown * self.fontMetrics().lineSpacing() + _FRAME_PX
        if height != self.height():
            self.setFixedHeight(height)
