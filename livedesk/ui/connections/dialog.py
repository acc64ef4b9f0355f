"""The window for everything that connects: phones, the rules of the chat, platforms, OBS and overlay."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from livedesk.core.events import Command
from livedesk.core.typing_compat import override
from livedesk.ui.bridge import Bridge
from livedesk.ui.connections.page import ConnectionsPage
from livedesk.ui.connections.phones_page import PhonesPage
from livedesk.ui.connections.platforms_page import PlatformsPage
from livedesk.ui.connections.rules_page import RulesPage
from livedesk.ui.connections.state import ConnectionsState
from livedesk.ui.connections.video_page import VideoPage
from livedesk.ui.services import AppServices
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, GAP_S

_SIZE = (860, 660)
_LIST_PX = 180
_ROW_PX = 36


class Page(IntEnum):
    """The pages, in the order of the list."""

    PHONES = 0
    RULES = 1
    PLATFORMS = 2
    VIDEO = 3


_KINDS: dict[Page, type[ConnectionsPage]] = {
    Page.PHONES: PhonesPage,
    Page.RULES: RulesPage,
    Page.PLATFORMS: PlatformsPage,
    Page.VIDEO: VideoPage,
}
_ICONS = {Page.PHONES: "phone", Page.RULES: "lock", Page.PLATFORMS: "chat", Page.VIDEO: "stage"}


class ConnectionsDialog(QDialog):
    """A list of pages at the left; a page is made when it is first turned to."""

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
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*_SIZE)
        self._theme, self._bridge, self._post = theme, bridge, post
        self._preferences, self._services, self._state = preferences, services, state
        self._made: dict[Page, tuple[ConnectionsPage, QScrollArea]] = {}
        self.list = QListWidget(self)
        set_role(self.list, "rows")
        self.list.setIconSize(QSize(20, 20))
        for page in Page:
            item = QListWidgetItem(self.list)
            item.setSizeHint(QSize(0, _ROW_PX))
            item.setData(Qt.ItemDataRole.UserRole, int(page))
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.list.currentRowChanged.connect(self._turn_to)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()
        self.list.setCurrentRow(Page.PHONES)

    def show_page(self, page: Page) -> ConnectionsPage:
        """Turn to `page` and return it."""
        self.list.setCurrentRow(page)
        return self._made[page][0]

    def retranslate(self) -> None:
        """Set all texts in the language of the window; the pages do so themselves."""
        self.setWindowTitle(self.tr("Connections"))
        self.list.setAccessibleName(self.tr("Connections"))
        for page, kind in _KINDS.items():
            self.list.item(page).setText(kind.title())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        side = QFrame(self)
        set_role(side, "column-left")
        side.setFixedWidth(_LIST_PX)
        inside = QHBoxLayout(side)
        inside.setContentsMargins(GAP_S, GAP_M, GAP_S, GAP_M)
        inside.addWidget(self.list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self._stack, 1)

    def _turn_to(self, row: int) -> None:
        page = Page(row)
        if page not in self._made:
            made = _KINDS[page](
                self._theme, self._bridge, self._post, self._preferences, self._services, self._state
            )
            area = QScrollArea(self)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(made)
            self._stack.addWidget(area)
            self._made[page] = made, area
        self._stack.setCurrentWidget(self._made[page][1])

    def _recolour(self) -> None:
        for page, name in _ICONS.items():
            self.list.item(page).setIcon(self._theme.icon(name))
