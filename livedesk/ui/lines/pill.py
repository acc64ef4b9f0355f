"""The small button over a list that leads back to the newest line."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton, QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.lines.view import LinesView
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_M


class NewestPill(QPushButton):
    """Hovers over the foot of `view` while it does not follow, and says how many lines came since."""

    def __init__(self, view: LinesView) -> None:
        super().__init__(view)
        self._view = view
        self._unseen = 0
        set_role(self, "pill")
        self.hide()
        self.clicked.connect(self._clicked)
        view.following_changed.connect(self._following_changed)
        view.unseen_changed.connect(self._unseen_changed)
        view.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the text in the language of the window."""
        text = (
            self.tr("%n new", "lines or messages", self._unseen) if self._unseen else self.tr("Jump to now")
        )
        self.setText(f"↓ {text}")
        self.setAccessibleName(text)
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _clicked(self) -> None:
        self._view.go_to_newest()

    def _following_changed(self, is_following: bool) -> None:
        self._show_or_hide()

    def _unseen_changed(self, unseen: int) -> None:
        self._unseen = unseen
        self.retranslate()
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        bar = self._view.verticalScrollBar()
        is_away = not self._view.is_following and (self._unseen > 0 or bar.value() < bar.maximum())
        self.setVisible(is_away)
        self.raise_()

    def _place(self) -> None:
        self.adjustSize()
        area: QWidget = self._view
        self.move((area.width() - self.width()) // 2, area.height() - self.height() - GAP_M)
