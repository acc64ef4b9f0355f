"""What the operator's rules hide of what buyers write, also where a buyer writes around them."""

from dataclasses import replace

import pytest

from livedesk.core import events as ev
from livedesk.core.chat.moderation import Bar, ChatRules, HiddenWhy
from livedesk.core.ids import BuyerId, MessageId, buyer_id
from livedesk.core.records import Message, MessageState, ReplyState
from livedesk.core.session.moderating import ModerationBook
from tests.core.session.rig import ES, Rig


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


def test_that_a_name_with_a_link_or_a_word_of_the_list_hides_its_lines() -> None:
    book = ModerationBook()
    book.change(ev.SetChatRules(ChatRules(words=("followers",), allows_links=False)))
    line = Message(MessageId(1), "phone", "1", BuyerId("phone:1"), "Maria", "MOQ?", 1.0)
    assert book.hides(replace(line, buyer_name="www.spam.example")) is HiddenWhy.LINK
    assert book.hides(replace(line, buyer_name="F o l l o w e r s")) is HiddenWhy.WORD
    assert book.hides(line) is None


# --- in the session ---

MARIA = buyer_id("phone", "Maria")


def _with_words(*words: str) -> Rig:
    return Rig().live().give(ev.SetChatRules(ChatRules(words=words)))


def test_that_a_hidden_line_is_kept_as_written_and_asks_for_no_translation() -> None:
    rig = _with_words("spam").chat("ｓｐａｍ!")
    assert rig.messages()[1].text == "ｓｐａｍ!"
    assert rig.messages()[1].hidden is HiddenWhy.WORD
    assert rig.requests == []
    assert rig.booth.chat.unanswered == 0


def test_that_a_line_hidden_at_arrival_is_translated_once_it_is_shown_and_then_counts() -> None:
    rig = _with_words("spam").chat("spam?")
    rig.give(ev.HideMessage(MessageId(1), is_hidden=False))
    assert rig.only_request().text == "spam?"
    assert rig.booth.chat.unanswered == 1
    rig.answer_all()
    shown = rig.messages()[1]
    assert (shown.hidden, shown.state) == (None, MessageState.TRANSLATED)
    rig.give(ev.HideMessage(MessageId(1), is_hidden=True), ev.HideMessage(MessageId(1), is_hidden=False))
    assert rig.requests == []


def test_that_a_line_hidden_at_arrival_is_translated_from_the_language_that_its_buyer_chose() -> None:
    rig = _with_words("spam")
    rig.give(ev.ChatReceived("phone", "1", "Maria", "spam?", language=ES))
    rig.give(ev.HideMessage(MessageId(1), is_hidden=False))
    assert rig.only_request().source == ES


def test_that_a_hidden_line_of_a_restored_show_is_translated_only_when_it_is_shown() -> None:
    before = _with_words("spam").chat("spam?").chat("MOQ?", 2)
    session = before.booth.session
    after = Rig().give(ev.SessionRestored(session, (), tuple(before.messages().values()), ()))
    assert after.only_request().text == "MOQ?"
    after.give(ev.HideMessage(MessageId(1), is_hidden=False))
    assert [r.text for r in after.requests] == ["MOQ?", "spam?"]


def test_that_a_muted_buyers_lines_are_hidden_until_the_buyer_may_write_again() -> None:
    rig = Rig().live().chat("before").give(ev.BarBuyer(MARIA, Bar.MUTED)).chat("muted", 2)
    rig.give(ev.BarBuyer(MARIA, None)).chat("after", 3)
    assert [m.hidden for m in rig.messages().values()] == [None, HiddenWhy.MUTED, None]
    assert rig.booth.chat.unanswered == 2


def test_that_a_change_that_changes_nothing_is_not_told() -> None:
    rig = Rig().live().chat("x").give(ev.BarBuyer(MARIA, Bar.MUTED))
    (told,) = rig.of(ev.ModerationChanged)
    assert [(b.name, b.bar) for b in told.moderation.barred] == [("Maria", Bar.MUTED)]
    assert rig.give(ev.BarBuyer(MARIA, Bar.MUTED)).of(ev.ModerationChanged) == []
    rig.give(ev.BarBuyer(MARIA, None))
    assert rig.give(ev.BarBuyer(MARIA, None)).of(ev.ModerationChanged) == []


@pytest.mark.parametrize("name", ["Maria", " Maria ", "Maria\u200b", "Ma\u2060ria", "Maria\n"])
def test_that_nothing_is_taken_of_a_blocked_buyer_however_the_name_is_spaced(name: str) -> None:
    rig = Rig().live().chat("before").give(ev.BarBuyer(MARIA, Bar.BLOCKED)).chat("after", 2, name)
    assert list(rig.messages()) == [1]


def test_that_a_blocked_buyer_gets_the_answer_that_is_on_its_way_but_makes_no_lead() -> None:
    rig = Rig().live().chat("MOQ?").answer_all()
    rig.give(ev.SendReply(MessageId(1), "100", as_written=True)).answer_all()
    rig.give(ev.BarBuyer(MARIA, Bar.BLOCKED))
    (delivered,) = rig.deliveries
    rig.give(ev.ReplySent(delivered[1].id))
    assert rig.replies()[delivered[1].id].state is ReplyState.SENT
    rig.give(ev.QuoteWanted("phone", "Maria", "Maria", "I agree", ES))
    assert rig.of(ev.LeadsChanged) == []


def test_that_a_platform_hides_one_line_or_all_of_a_buyer_but_not_over_the_operators_reason() -> None:
    rig = Rig().live()
    for number, text in enumerate(("a?", "b?", "c?"), 1):
        rig.give(ev.ChatReceived("twitch", str(number), "Maria", text, "key"))
    rig.give(ev.HideMessage(MessageId(1), is_hidden=True), ev.ChatWithdrawn("twitch", "2"))
    assert rig.booth.chat.unanswered == 1
    rig.give(ev.ChatWithdrawn("twitch", buyer_key="key"))
    hidden = [m.hidden for m in rig.messages().values()]
    assert hidden == [HiddenWhy.OPERATOR, HiddenWhy.PLATFORM, HiddenWhy.PLATFORM]
    assert rig.booth.chat.unanswered == 0
    rig.give(ev.ChatWithdrawn("twitch", "9"), ev.ChatWithdrawn("twitch", buyer_key="nobody"))
    assert rig.of(ev.MessageChanged) == []


def test_that_a_forgotten_buyer_is_not_barred_by_a_name_any_more() -> None:
    rig = Rig().live().chat("x").give(ev.BarBuyer(MARIA, Bar.MUTED), ev.ForgetBuyer(MARIA))
    (told,) = rig.of(ev.ModerationChanged)
    assert told.moderation.barred == ()
