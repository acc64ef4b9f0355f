"""The last step: what was done, and a way back."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from livedesk.core.catalogue.importing.job import ImportApplied
from livedesk.core.typing_compat import override
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S

_ICON_PX = 40


class DonePage(QWidget):
    """Says what the catalogue now has; the whole import can be taken back at once."""

    undo_wanted = Signal()

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._applied: ImportApplied | None = None
        self._is_undone = False
        self._icon, self._title, self._facts = QLabel(self), QLabel(self), QLabel(self)
        self.undo = QPushButton(self)
        self.undo.setAutoDefault(False)
        set_role(self._title, "heading")
        set_role(self._facts, "mute")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addStretch(2)
        for label in (self._icon, self._title, self._facts):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(label is self._facts)
            column.addWidget(label)
        column.addSpacing(GAP_S)
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.undo.clicked.connect(self._take_back)
        theme.changed.connect(self._show)
        self.retranslate()

    def show_applied(self, applied: ImportApplied) -> None:
        """Show what was done."""
        self._applied, self._is_undone = applied, False
        self.undo.setEnabled(True)
        self._show()

    def forget_undo(self) -> None:
        """Something else was changed since: the catalogue's own undo goes back step by step."""
        self.undo.setEnabled(False)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.undo.setText(self.tr("Take the import back"))
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _take_back(self) -> None:
        self._is_undone = True
        self.undo.setEnabled(False)
        self.undo_wanted.emit()
        self._show()

    def _show(self) -> None:
        icon, colour = ("retry", "mute") if self._is_undone else ("check", "ok")
        self._icon.setPixmap(self._theme.pixmap(icon, _ICON_PX, colour, self.devicePixelRatioF()))
        done = self._applied
        if done is None:
            return
        if self._is_undone:
            self._title.setText(self.tr("Taken back"))
            self._facts.setText(self.tr("The catalogue is as it was before the import."))
            return
        self._title.setText(self.tr("The catalogue is up to date"))
        facts = [self.tr("%n product(s) added", "", done.new), self.tr("%n changed", "", done.updated)]
        if done.unchanged:
            facts.append(self.tr("%n unchanged", "", done.unchanged))
        if done.problems:
            facts.append(self.tr("%n picture(s) could not be used", "", len(done.problems)))
        self._facts.setText(" · ".join(facts))
