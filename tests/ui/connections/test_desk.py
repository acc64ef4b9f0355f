"""The connections in the main window: one window at a time, the phones on the top bar, questions with one key."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from livedesk.core.audience.audience import Audience
from livedesk.core.chat.moderation import ChatRules, Moderation
from livedesk.core.events import AudienceChanged, Command, LinkChanged, ModerationChanged, SetChatRules
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.ui.actions import ActionId
from livedesk.ui.bridge import Bridge
from livedesk.ui.connections.dialog import ConnectionsDialog, Page
from livedesk.ui.main_window import MainWindow


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    window = make_window()
    window.show()
    return window


def _dialogs(window: MainWindow) -> list[ConnectionsDialog]:
    return [d for d in window.findChildren(ConnectionsDialog) if d.isVisible()]


def test_that_asked_for_again_the_same_window_comes(window: MainWindow) -> None:
    window.actions_table[ActionId.CONNECTIONS].trigger()
    window.top_bar.phones.click()
    window.connections.open_page(Page.RULES)
    assert len(_dialogs(window)) == 1
    assert _dialogs(window)[0].list.currentRow() == Page.RULES


def test_that_every_page_opens_by_the_keyboard(window: MainWindow) -> None:
    window.actions_table[ActionId.CONNECTIONS].trigger()
    dialog = _dialogs(window)[0]
    for page in Page:
        dialog.list.setCurrentRow(page)
        assert dialog._stack.currentIndex() == list(Page).index(page)


def test_that_the_top_bar_tells_how_many_phones_there_are(
    qtbot: QtBot, window: MainWindow, bridge: Bridge
) -> None:
    button = window.top_bar.phones
    assert (button.text(), button.accessibleName()) == ("", "Closed for phones")
    bridge.receive(LinkChanged(Link(LinkKind.AUDIENCE, LinkState.ON, "http://10.0.0.1:8484/k/")))
    bridge.receive(AudienceChanged(Audience(1200)))
    qtbot.waitUntil(lambda: button.text() == "1,200")
    bridge.receive(ModerationChanged(Moderation(ChatRules(takes_questions=False))))
    qtbot.waitUntil(lambda: "paused" in button.text())
    bridge.receive(LinkChanged(Link(LinkKind.AUDIENCE, LinkState.WAITING, code="address_gone")))
    qtbot.waitUntil(lambda: button.text() == "!")


def test_that_questions_are_paused_and_taken_again_with_one_key(
    qtbot: QtBot, window: MainWindow, bridge: Bridge, posted: list[Command]
) -> None:
    window.actions_table[ActionId.QUESTIONS].trigger()
    paused = ChatRules(takes_questions=False)
    assert posted == [SetChatRules(paused)]
    bridge.receive(ModerationChanged(Moderation(paused)))
    qtbot.waitUntil(lambda: not window.connections.state.moderation.rules.takes_questions)
    window.actions_table[ActionId.QUESTIONS].trigger()
    assert posted[-1] == SetChatRules(ChatRules())
