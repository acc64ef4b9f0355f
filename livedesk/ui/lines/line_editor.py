"""The box in which a person puts a translation right, over the line itself."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.theme.style import set_role

_PAD_X, _PAD_Y = 11, 2
"""Border and padding of the role "inline": the text stays where it was read, and its neighbours can be read too."""
_MOST_LINES = 8


class LineEditor(QPlainTextEdit):
    """Enter saves, Esc leaves; grows with its text. Hidden until `begin`."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._spot = QRect()
        set_role(self, "inline")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        self.hide()
        self.retranslate()

    def begin(self, text: str) -> None:
        """Show `text` for editing; `place` says where."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, spot: QRect, font: QFont) -> None:
        """Stand over `spot`, where the text was read (in the parent's coordinates) in `font`."""
        self._spot = spot
        if self.font() != font:
            self.setFont(font)
        self._fit()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Put the translation right"))
        self.setToolTip(self.tr("Enter saves, Esc leaves it as it was"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_break = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_break:
            self.saved.emit(self.toPlainText())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Be as high as the text, within reason and within the window."""
        spacing = self.fontMetrics().lineSpacing()
        lines = max(1, min(_MOST_LINES, int(self.document().size().height())))
        height = max(self._spot.height(), lines * spacing) + 2 * _PAD_Y
        box = QRect(self._spot.x() - _PAD_X, self._spot.y() - _PAD_Y, self._spot.width() + 2 * _PAD_X, height)
        room = self._room.rect()
        box.setRight(min(box.right(), room.right() - 1))
        box.setLeft(max(box.left(), 0))
        if box.bottom() > room.bottom() and box.height() <= room.height():
            box.moveBottom(room.bottom())
        self.setGeometry(box)
