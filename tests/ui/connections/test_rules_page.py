"""The page of the chat's rules: what is ticked counts at once, words when one stops typing."""

import pytest
from pytestqt.qtbot import QtBot

from livedesk.core.chat.moderation import Bar, BarredBuyer, ChatRules, Moderation
from livedesk.core.events import BarBuyer, Command, ModerationChanged, SetChatRules
from livedesk.core.ids import BuyerId
from livedesk.ui.bridge import Bridge
from livedesk.ui.connections.dialog import Page
from livedesk.ui.connections.rules_page import RulesPage
from livedesk.ui.connections.state import ConnectionsState
from tests.ui.connections.conftest import OpenDialog

RULES = ChatRules(words=("scam",), takes_photos=True)


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge, state: ConnectionsState, open_dialog: OpenDialog) -> RulesPage:
    bridge.receive(ModerationChanged(Moderation(RULES)))
    qtbot.waitUntil(lambda: state.moderation.rules == RULES)
    made = open_dialog().show_page(Page.RULES)
    assert isinstance(made, RulesPage)
    return made


def test_that_the_rules_are_shown_and_a_tick_counts_at_once(page: RulesPage, posted: list[Command]) -> None:
    assert (page.questions.isChecked(), page.photos.isChecked(), page.links.isChecked()) == (True, True, True)
    page.questions.click()
    assert posted == [SetChatRules(ChatRules(words=("scam",), takes_questions=False, takes_photos=True))]


def test_that_words_are_kept_tidy_and_none_is_lost_when_the_window_closes(
    page: RulesPage, posted: list[Command]
) -> None:
    page.words.setPlainText("scam\n\n  fake   goods \nscam\n")
    page.window().close()
    assert posted == [SetChatRules(ChatRules(words=("scam", "fake goods"), takes_photos=True))]


def test_that_news_do_not_take_away_what_is_being_typed(
    qtbot: QtBot, page: RulesPage, bridge: Bridge
) -> None:
    page.words.setPlainText("half a wor")
    bridge.receive(ModerationChanged(Moderation(ChatRules(allows_links=False))))
    qtbot.waitUntil(lambda: not page.links.isChecked())
    assert page.words.toPlainText() == "half a wor"


def test_that_a_barred_buyer_may_be_allowed_again(
    qtbot: QtBot, page: RulesPage, bridge: Bridge, posted: list[Command]
) -> None:
    barred = BarredBuyer(BuyerId("twitch:maria"), "Maria", Bar.BLOCKED)
    bridge.receive(ModerationChanged(Moderation(RULES, (barred,))))
    qtbot.waitUntil(lambda: barred.buyer in page.allows)
    assert not page._nobody.isVisibleTo(page)
    page.allows[barred.buyer].click()
    assert posted == [BarBuyer(barred.buyer, None)]
