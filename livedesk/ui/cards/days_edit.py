"""A field for a number of days: digits only, up and down by the arrow keys."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from livedesk.core.typing_compat import override

MOST_DAYS = 365


class DaysEdit(QLineEdit):
    """From 0 to a year; `days_changed` with every number that is one, an empty field keeps the last."""

    days_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = 0
        self.setValidator(QIntValidator(0, MOST_DAYS, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.show_days(0)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._tidy)

    def show_days(self, days: int) -> None:
        """Show a number of days, the most it can be where it is more."""
        self.days = min(max(days, 0), MOST_DAYS)
        self.setText(str(self.days))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps:
            before = self.days
            self.show_days(self.days + steps[Qt.Key(event.key())])
            if self.days != before:
                self.days_changed.emit(self.days)
            return
        super().keyPressEvent(event)

    @Slot()
    def _typed(self) -> None:
        if self.hasAcceptableInput() and int(self.text()) != self.days:
            self.days = int(self.text())
            self.days_changed.emit(self.days)

    @Slot()
    def _tidy(self) -> None:
        self.show_days(self.days)
