"""One field of a form: its name above, what is wrong with it below, and what is in between kept at once."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from livedesk.core.catalogue.typed import NotReadable
from livedesk.core.typing_compat import override
from livedesk.ui.product.readers import write_text
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GRID
from livedesk.ui.widgets.elided_label import ElidedLabel

IDLE_MS = 800
"""A text that rests this long is kept, so that a killed process loses less than a second of typing."""
_MOST_CHARACTERS = 20_000

Editor = QLineEdit | QPlainTextEdit | QComboBox


class Field(QWidget):
    """Shows a value in `editor` and says `finished` when the operator has put another one there.

    `read` turns the text into a value and raises `NotReadable`; then the text stays as typed, and `unreadable` says
    beside it what is wanted. `write` is the way back.
    """

    finished = Signal()

    def __init__(
        self,
        editor: Editor,
        read: Callable[[str], object] = str.strip,
        write: Callable[[object], str] = write_text,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._read, self._write = read, write
        self._value: object = None
        self._unreadable = ""
        self._problem = self._held = self._name = self._mark = ""
        self.label, self.note = ElidedLabel(self), QLabel(self)
        set_role(self.label, "small")
        set_role(self.note, "warn")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.hide()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._keep_quietly)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.label)
        column.addWidget(editor)
        column.addWidget(self.note)
        self.setFocusProxy(editor)
        self._listen()

    @property
    def value(self) -> object:
        """What the field holds; the last readable value while the text is none."""
        return self._value

    @property
    def is_readable(self) -> bool:
        """Whether the text is a value."""
        try:
            self._read(self._text())
        except NotReadable:
            return False
        return True

    def show_value(self, value: object) -> None:
        """Show `value`, unless the operator is typing another one right now."""
        if self._held:
            return
        is_unread = not self.is_readable and self._text() != self._write(self._value)
        is_typing = is_unread or (self.editor.hasFocus() and self._idle.isActive())
        if is_typing or (value == self._value and self._text() == self._write(value)):
            return
        is_same = self.editor.hasFocus() and self.is_readable and self._read(self._text()) == value
        self._value = value
        if not is_same:  # "3.5" becomes "3.50" when one leaves, not under the cursor
            self._set_text(self._write(value))
            self._tell()

    def set_texts(self, label: str, hint: str = "", unreadable: str = "") -> None:
        """Set the name, what a tooltip adds, and what is said to a text that cannot be read."""
        self._name = label
        self._show_name()
        self.editor.setToolTip(hint)
        self._unreadable = unreadable
        self._tell()

    def set_placeholder(self, text: str) -> None:
        """Set what stands in the field while it is empty."""
        if isinstance(self.editor, (QLineEdit, QPlainTextEdit)):
            self.editor.setPlaceholderText(text)

    def hold(self, why: str) -> None:
        """Keep what was typed in the field though it was not taken, and say why; "" lets go of it."""
        self._held = why
        self._tell()

    def forget(self) -> None:
        """Drop what was typed and not taken."""
        self._idle.stop()
        self._held = ""
        self._set_text(self._write(self._value))
        self._tell()

    def set_mark(self, mark: str) -> None:
        """Say behind the name what is special about the value: "by machine"; "" for nothing."""
        if mark != self._mark:
            self._mark = mark
            set_role(self.label, "warn" if mark else "small")
            self._show_name()

    def _show_name(self) -> None:
        name = f"{self._name} · {self._mark}" if self._mark else self._name
        self.label.set_text(name)
        self.editor.setAccessibleName(name)

    def set_problem(self, text: str) -> None:
        """Say what is wrong with the value, "" where nothing is."""
        self._problem = text
        self._tell()

    @property
    def problem(self) -> str:
        """What is said below the field."""
        return self.note.text() if not self.note.isHidden() else ""

    def keep(self) -> None:
        """Take what was typed as finished, as leaving the field does."""
        self._idle.stop()
        try:
            value = self._read(self._text())
        except NotReadable:
            self._tell()
            return
        is_other = value != self._value
        self._value = value
        if self._text() != self._write(value):
            self._set_text(self._write(value))
        self._tell()
        if is_other:
            self.finished.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)

    def _listen(self) -> None:
        match self.editor:
            case QComboBox():
                self.editor.activated.connect(self.keep)
            case QPlainTextEdit():
                self.editor.textChanged.connect(self._typed)
                self.editor.setTabChangesFocus(True)
            case QLineEdit():
                self.editor.setMaxLength(_MOST_CHARACTERS)
                self.editor.textEdited.connect(self._typed)
                self.editor.returnPressed.connect(self.keep)
        if not isinstance(self.editor, QComboBox):
            self.editor.installEventFilter(self)

    @Slot()
    def _typed(self) -> None:
        if isinstance(self.editor, QPlainTextEdit) and self._text() == self._write(self._value):
            return  # shown, not typed
        self._idle.start()

    @Slot()
    def _keep_quietly(self) -> None:
        """Keep what rests in the field, the cursor where it is; an unfinished figure is not complained about yet."""
        try:
            value = self._read(self._text())
        except NotReadable:
            return
        if value != self._value:
            self._value = value
            self._tell()
            self.finished.emit()

    def _tell(self) -> None:
        text = (self._held or self._problem) if self.is_readable else self._unreadable
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)

    def _text(self) -> str:
        match self.editor:
            case QComboBox():
                return str(self.editor.currentData() or "")
            case QPlainTextEdit():
                return self.editor.toPlainText()
            case QLineEdit():
                return self.editor.text()

    def _set_text(self, text: str) -> None:
        match self.editor:
            case QComboBox():
                row = self.editor.findData(text)
                if row < 0 and text:
                    self.editor.addItem(text, text)  # a value of an imported list that is not among ours
                    row = self.editor.count() - 1
                self.editor.setCurrentIndex(row)
            case QPlainTextEdit():
                self.editor.setPlainText(text)
            case QLineEdit():
                self.editor.setText(text)
                self.editor.setCursorPosition(0)  # its beginning is what one looks for
