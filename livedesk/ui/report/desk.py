"""Opens the report of the show, and shows the messages that it speaks of in the chat."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from livedesk.core.ids import MessageId, SessionId
from livedesk.core.records import Session
from livedesk.ui.bridge import Bridge
from livedesk.ui.chat.panel import ChatPanel
from livedesk.ui.report.dialog import ReportDialog
from livedesk.ui.report.state import ReportState
from livedesk.ui.services import AppServices
from livedesk.ui.theme.theme import AppTheme


class ReportDesk(QObject):
    """One window at a time; asked for again it is made anew, with what was said meanwhile."""

    def __init__(
        self, theme: AppTheme, bridge: Bridge, services: AppServices, chat: ChatPanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme, self._services, self._chat, self._window = theme, services, chat, window
        self._session: SessionId | None = None
        self.state = ReportState(bridge, self)
        bridge.session_changed.connect(self._take)

    @Slot()
    def open(self) -> None:
        """Open the report of the show on the desk, else of the newest one that is stored."""
        for already in self._window.findChildren(ReportDialog):
            already.close()
        if self._session is None:
            self.state.wanted = self.state.made = None
        dialog = ReportDialog(self._theme, self.state, self._services, self._session, self._window)
        dialog.message_wanted.connect(self._show_message)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    @Slot(object)
    def _take(self, session: Session) -> None:
        self._session = session.id or None

    @Slot(object)
    def _show_message(self, message: MessageId) -> None:
        self._chat.show_message(message)
        self._window.raise_()
        self._window.activateWindow()
