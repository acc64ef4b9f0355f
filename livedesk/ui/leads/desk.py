"""Opens the window of the leads, makes a lead of the selected message, and keeps what is known from the start."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from livedesk.core.events import Command, MakeLead
from livedesk.ui.bridge import Bridge
from livedesk.ui.chat.panel import ChatPanel
from livedesk.ui.leads.dialog import LeadsDialog
from livedesk.ui.leads.services import LeadServices
from livedesk.ui.leads.state import LeadsState
from livedesk.ui.theme.theme import AppTheme


class LeadsDesk(QObject):
    """One window at a time: asked for again, the open one comes to the front."""

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        post: Callable[[Command], None],
        services: LeadServices,
        chat: ChatPanel,
        window: QWidget,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(window)
        self._theme, self._post, self._services = theme, post, services
        self._chat, self._window, self._now = chat, window, now
        self.state = LeadsState(bridge, self)

    @Slot()
    def open(self) -> None:
        """Open the window, or bring it to the front."""
        self._front()

    @Slot()
    def make(self) -> None:
        """Make a lead of the buyer of the selected message."""
        message = self._chat.selected
        if message is not None:
            self._post(MakeLead(message.id))

    def _front(self) -> LeadsDialog:
        already = [dialog for dialog in self._window.findChildren(LeadsDialog) if dialog.isVisible()]
        dialog = (
            already[0]
            if already
            else LeadsDialog(self._theme, self.state, self._post, self._services, self._now, self._window)
        )
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog
