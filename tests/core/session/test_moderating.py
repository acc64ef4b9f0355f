"""What the operator's rules hide of what buyers write, also where a buyer writes around them."""

import pytest

from livedesk.core import events as ev
from livedesk.core.chat.moderation import ChatRules, HiddenWhy
from livedesk.core.ids import BuyerId, MessageId
from livedesk.core.records import Message
from livedesk.core.session.moderating import ModerationBook


def _hidden(text: str, rules: ChatRules) -> HiddenWhy | None:
    book = ModerationBook()
    book.change(ev.SetChatRules(rules))
    return book.hides(Message(MessageId(1), "phone", "1", BuyerId("phone:1"), "Maria", text, 1.0))


@pytest.mark.parametrize(
    "text", ["buy FOLLOWERS now", "ｆｏｌｌｏｗｅｒｓ", "fol\u200dlow\u200cers", "Followers!"]
)
def test_that_a_word_of_the_list_hides_a_line_however_it_is_written(text: str) -> None:
    assert _hidden(text, ChatRules(words=("Followers",))) is HiddenWhy.WORD


def test_that_a_rule_of_joiners_alone_hides_nothing() -> None:
    assert _hidden("MOQ?", ChatRules(words=("\u200d",))) is None


@pytest.mark.parametrize(
    "text", ["see bit.ly/3xY", "http://a.b", "www.x", "ｗｗｗ.spam.de/x", "t.me/group", "HTTPS://X"]
)
def test_that_links_are_hidden_where_none_are_allowed(text: str) -> None:
    assert _hidden(text, ChatRules(allows_links=False)) is HiddenWhy.LINK
    assert _hidden(text, ChatRules()) is None


@pytest.mark.parametrize("text", ["0.45/pc?", "ok.thanks", "12.5 kg/ctn", "e.g. this"])
def test_that_what_only_looks_like_a_link_stays(text: str) -> None:
    assert _hidden(text, ChatRules(allows_links=False)) is None
