"""Asks once, in the top bar and not in a dialog, whether the show is to end."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from livedesk.core.typing_compat import override
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_S

WAIT_MS = 5000


class EndQuestion(QWidget):
    """Reads "End now? [End] [Keep going]"; no answer within five seconds means keep going.

    The keyboard lands on "Keep going", so that a stray Enter ends nothing, and goes back where it was.
    """

    confirmed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wait_ms = WAIT_MS
        self._focus_before: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.cancel)
        self._label = QLabel(self)
        self._end = QPushButton(self)
        set_role(self._end, "danger")
        self._keep = QPushButton(self)
        self._end.clicked.connect(self.confirm)
        self._keep.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        for widget in (self._label, self._end, self._keep):
            row.addWidget(widget)
        self.hide()
        self.retranslate()

    def ask(self) -> None:
        """Show the question; asking again while it is shown means yes."""
        if not self.isHidden():
            self.confirm()
            return
        self._focus_before = QApplication.focusWidget()
        self.show()
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.start(self.wait_ms)

    def confirm(self) -> None:
        """Answer yes."""
        self._close()
        self.confirmed.emit()

    def cancel(self) -> None:
        """Answer no."""
        self._close()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._label.setText(self.tr("End now?"))
        self._end.setText(self.tr("End"))
        self._end.setAccessibleName(self.tr("End the show now"))
        self._keep.setText(self.tr("Keep going"))
        self._keep.setAccessibleName(self.tr("Keep going"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _close(self) -> None:
        self._timer.stop()
        before, self._focus_before = self._focus_before, None
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if had_focus and before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
