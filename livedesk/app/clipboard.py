"""Puts texts on the clipboard from any thread."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication


class Clipboard(QObject):
    """`copy` may be called from the desk thread; the clipboard itself is touched on the main thread."""

    _wanted = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._wanted.connect(self._copy, Qt.ConnectionType.QueuedConnection)

    def copy(self, text: str) -> None:
        """Put `text` on the clipboard soon."""
        self._wanted.emit(text)

    @Slot(str)
    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)
