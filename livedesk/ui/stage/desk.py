"""Opens and closes the stage window, on the booth's second screen where there is one."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from livedesk.ui.bridge import Bridge
from livedesk.ui.services import AppServices
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.stage.state import StageState
from livedesk.ui.stage.window import StageWindow
from livedesk.ui.theme.theme import AppTheme


class StageDesk(QObject):
    """One stage. A second screen that is unplugged takes the stage with it, and brings it back."""

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        preferences: Preferences,
        services: AppServices,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme, self._preferences, self._services = theme, preferences, services
        self._window = window
        self.state = StageState(bridge, self)
        self.stage: StageWindow | None = None
        self._lost_its_screen = False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._screen_gone)
            app.screenAdded.connect(self._screen_came)

    @Slot()
    def switch(self) -> None:
        """Open the stage, or close it."""
        self._lost_its_screen = False
        if self.stage is not None and self.stage.isVisible():
            self.stage.close()
        else:
            self.open()

    def open(self) -> StageWindow:
        """Open the stage: full screen on another screen than the desk's, else as a window."""
        if self.stage is None:
            self.stage = StageWindow(self._theme, self.state, self._preferences, self._services, self._window)
        other = second_screen(self._window.screen(), QGuiApplication.screens())
        if other is not None:
            self.stage.setScreen(other)
            self.stage.setGeometry(other.geometry())
            self.stage.showFullScreen()
        else:
            self.stage.showNormal()
            self.stage.raise_()
        return self.stage

    @Slot(QScreen)
    def _screen_gone(self, screen: QScreen) -> None:
        """Close the stage before it covers the desk."""
        if self.stage is not None and self.stage.isVisible() and self.stage.screen() is screen:
            self.stage.close()
            self._lost_its_screen = True

    @Slot(QScreen)
    def _screen_came(self, _screen: QScreen) -> None:
        if self._lost_its_screen:
            self._lost_its_screen = False
            self.open()


def second_screen(desk: QScreen, screens: list[QScreen]) -> QScreen | None:
    """Return the largest screen that is not the desk's, None where there is no other."""
    others = [screen for screen in screens if screen is not desk]
    return max(others, key=lambda s: s.geometry().width() * s.geometry().height(), default=None)
