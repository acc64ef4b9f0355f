"""What every page of the connections window is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from livedesk.core.events import Command
from livedesk.core.typing_compat import override
from livedesk.ui.bridge import Bridge
from livedesk.ui.connections.state import ConnectionsState
from livedesk.ui.services import AppServices
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.theme import AppTheme


class ConnectionsPage(QWidget):
    """One page: made when it is first turned to, gone with the window; the window scrolls it where it is too long.

    A page fills itself from `state` and `preferences.settings` when it is made, and follows their signals. A change
    of settings goes through `preferences.apply`; everything else through `post` or `services.network`.
    """

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        post: Callable[[Command], None],
        preferences: Preferences,
        services: AppServices,
        state: ConnectionsState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._bridge, self._post = theme, bridge, post
        self._preferences, self._services, self._state = preferences, services, state
        self._build()

    @staticmethod
    def title() -> str:
        """Return the page's name in the list, in the language of the window."""
        raise NotImplementedError

    def _build(self) -> None:
        """Make the page's controls, fill them and follow what they show."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set all texts in the language of the window; called by the page itself once it is built."""
        raise NotImplementedError

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
