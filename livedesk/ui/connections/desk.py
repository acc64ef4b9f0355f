"""Opens the window of the connections, and keeps what is known of them from the start."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from livedesk.core.events import Command, SetChatRules
from livedesk.ui.bridge import Bridge
from livedesk.ui.connections.dialog import ConnectionsDialog, Page
from livedesk.ui.connections.page import ConnectionsPage
from livedesk.ui.connections.state import ConnectionsState
from livedesk.ui.services import AppServices
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.theme import AppTheme


class ConnectionsDesk(QObject):
    """One window at a time: asked for again, the open one comes to the front."""

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        post: Callable[[Command], None],
        preferences: Preferences,
        services: AppServices,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme, self._bridge, self._post = theme, bridge, post
        self._preferences, self._services, self._window = preferences, services, window
        self.state = ConnectionsState(bridge, self)

    @Slot()
    def open(self) -> None:
        """Open the window, or bring it to the front, at the page it shows."""
        self._front()

    @Slot()
    def open_phones(self) -> None:
        """Open the window at the page of the phones."""
        self.open_page(Page.PHONES)

    def open_page(self, page: Page) -> ConnectionsPage:
        """Open the window at `page`."""
        return self._front().show_page(page)

    @Slot()
    def switch_questions(self) -> None:
        """Take questions from phones, or pause them."""
        rules = self.state.moderation.rules
        self._post(SetChatRules(replace(rules, takes_questions=not rules.takes_questions)))

    def _front(self) -> ConnectionsDialog:
        already = [d for d in self._window.findChildren(ConnectionsDialog) if d.isVisible()]
        dialog = (
            already[0]
            if already
            else ConnectionsDialog(
                self._theme,
                self._bridge,
                self._post,
                self._preferences,
                self._services,
                self.state,
                self._window,
            )
        )
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog
