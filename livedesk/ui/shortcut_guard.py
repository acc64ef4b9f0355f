"""Who gets a key that both the focused widget and the window want."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from livedesk.core.typing_compat import override

_Standard = QKeySequence.StandardKey


class ShortcutGuard(QObject):
    """Settles who gets a key when both the focused widget and the window want it.

    Qt asks the focused widget with a ShortcutOverride event before it fires a shortcut. Text fields keep plain
    letters by themselves; this filter, moved along with the focus, keeps Space for a button and paging for a
    list, and gives our own Ctrl and Alt keys to the window even where the platform has another use for them in
    text (Ctrl+E is "end of line" on Linux). Enter presses the button that has the focus, as Space does.
    """

    def __init__(self, ours: set[str], parent: QObject) -> None:
        """Take the window's keys in Qt's portable form."""
        super().__init__(parent)
        self._watched: QWidget | None = None
        self._ours = ours
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self._focus_moved(None, app.focusWidget())

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now
        if now is not None:
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return _presses(watched, event)
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if _is_plain(event):
            is_needed = _needs(watched, event.key())
            event.setAccepted(is_needed)
            return is_needed
        if _can_step_back(watched, event):
            event.accept()  # first what was typed, then what the catalogue was
            return True
        is_ours = QKeySequence(event.keyCombination()).toString() in self._ours
        if is_ours:
            event.ignore()
        return is_ours


def _presses(widget: QObject, event: QKeyEvent) -> bool:
    """Press a button by Enter; Qt does that in dialogs only, and there not for every button."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    is_alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    if not (is_enter and is_alone and isinstance(widget, QPushButton | QToolButton)):
        return False
    if not event.isAutoRepeat():
        widget.click()
    return True


def _is_plain(event: QKeyEvent) -> bool:
    return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


def _can_step_back(widget: QObject, event: QKeyEvent) -> bool:
    """Whether undo or redo is about the text in the field that has the keyboard."""
    is_undo, is_redo = event.matches(_Standard.Undo), event.matches(_Standard.Redo)
    match widget:
        case QLineEdit():
            return (is_undo and widget.isUndoAvailable()) or (is_redo and widget.isRedoAvailable())
        case QPlainTextEdit():
            text = widget.document()
            return (is_undo and text.isUndoAvailable()) or (is_redo and text.isRedoAvailable())
        case _:
            return False


def _needs(widget: QObject, key: int) -> bool:
    if key == Qt.Key.Key_Space:
        return isinstance(widget, QAbstractButton)
    return key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and isinstance(widget, QAbstractScrollArea)
