"""From the chat to the leads by keyboard, in the real window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from livedesk.core.events import Command, LeadsChanged, MakeLead, MessageChanged
from livedesk.core.ids import MessageId
from livedesk.core.records import MessageState
from livedesk.ui.bridge import Bridge
from livedesk.ui.leads.dialog import LeadsDialog
from livedesk.ui.main_window import MainWindow
from tests.contracts.sink_contract import MESSAGE
from tests.screenshots.leads import LEADS
from tests.ui.conftest import bring_to_front


@pytest.fixture
def window(qtbot: QtBot, make_window: Callable[[], MainWindow]) -> Iterator[MainWindow]:
    window = make_window()
    bring_to_front(qtbot, window)
    yield window
    window.close()


def test_that_k_makes_a_lead_of_the_selected_message_and_ctrl_k_opens_the_list(
    window: MainWindow, bridge: Bridge, posted: list[Command], qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K)
    assert not [command for command in posted if isinstance(command, MakeLead)], "no message is selected"
    bridge.receive(MessageChanged(MESSAGE))
    with qtbot.waitSignal(bridge.messages_changed):
        pass
    assert MESSAGE.state is MessageState.WAITING
    window.chat.next_unanswered()
    window.chat.view.setFocus()
    qtbot.keyClick(window.chat.view, Qt.Key.Key_K)
    assert MakeLead(MessageId(1)) in posted
    bridge.receive(LeadsChanged(LEADS))
    qtbot.waitUntil(lambda: bool(window.leads.state.leads))
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = [each for each in window.findChildren(LeadsDialog) if each.isVisible()]
    window.leads.open()
    assert [each for each in window.findChildren(LeadsDialog) if each.isVisible()] == [dialog]
