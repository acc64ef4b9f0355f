"""The window of the connections, at the page that a test wants, and news of connections."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from livedesk.core.events import Command, LinkChanged
from livedesk.core.links import Link
from livedesk.ui.bridge import Bridge
from livedesk.ui.connections.dialog import ConnectionsDialog
from livedesk.ui.connections.state import ConnectionsState
from livedesk.ui.i18n import Translator
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.theme import AppTheme
from tests.ui.fakes import FakeServices

OpenDialog = Callable[[], ConnectionsDialog]


@pytest.fixture
def state(bridge: Bridge) -> ConnectionsState:
    return ConnectionsState(bridge, bridge)


@pytest.fixture
def open_dialog(
    qtbot: QtBot,
    theme: AppTheme,
    bridge: Bridge,
    posted: list[Command],
    services: FakeServices,
    translator: Translator,
    state: ConnectionsState,
) -> Iterator[OpenDialog]:
    """Opens the window with the settings that `services` keeps by then."""
    dialogs = []

    def open_one() -> ConnectionsDialog:
        preferences = Preferences(theme, translator, services, bridge)
        dialog = ConnectionsDialog(theme, bridge, posted.append, preferences, services, state)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        dialogs.append(dialog)
        return dialog

    yield open_one
    for dialog in dialogs:
        dialog.close()


def tell(qtbot: QtBot, bridge: Bridge, *links: Link) -> None:
    """Let the window hear how connections are; it has when this returns."""
    for link in links:
        bridge.receive(LinkChanged(link))
    qtbot.waitUntil(lambda: not bridge._waiting)
