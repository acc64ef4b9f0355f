from livedesk.core.ids import MessageId
from livedesk.core.records import ReplyState
from livedesk.ui.chat.drafts import Draft, Drafts
from tests.ui.lines.records import reply

ONE = MessageId(1)


def test_that_a_failed_reply_gives_its_text_back() -> None:
    drafts = Drafts()
    drafts.keep(ONE, Draft())
    assert drafts.follow(reply(1, 1, "三块二", state=ReplyState.FAILED, is_private=True))
    assert drafts.get(ONE) == Draft("三块二", is_private=True)


def test_that_a_failed_reply_never_overwrites_what_was_typed_since() -> None:
    drafts = Drafts()
    drafts.keep(ONE, Draft("something newer"))
    assert not drafts.follow(reply(1, 1, "三块二", state=ReplyState.FAILED))
    assert drafts.get(ONE).text == "something newer"


def test_that_a_reply_on_its_way_takes_its_own_text_out_of_the_box() -> None:
    drafts = Drafts()
    drafts.keep(ONE, Draft("三块二 "))
    assert drafts.follow(reply(1, 1, "三块二", state=ReplyState.SENDING))
    assert drafts.get(ONE) == Draft()


def test_that_a_reply_on_its_way_leaves_other_text_in_the_box() -> None:
    drafts = Drafts()
    drafts.keep(ONE, Draft("the next answer"))
    assert not drafts.follow(reply(1, 1, "三块二", state=ReplyState.SENT))
    assert drafts.get(ONE).text == "the next answer"


def test_that_a_draft_of_a_stored_session_comes_back_unless_the_box_was_touched() -> None:
    drafts = Drafts()
    assert drafts.follow(reply(1, 1, "stored", state=ReplyState.CHECKED))
    assert drafts.get(ONE).text == "stored"
    drafts.keep(ONE, Draft(""))
    assert not drafts.follow(reply(1, 1, "stored", state=ReplyState.CHECKED))
    assert drafts.get(ONE).text == ""


def test_that_an_empty_stored_draft_fills_nothing() -> None:
    assert not Drafts().follow(reply(1, 1, "", state=ReplyState.TYPED))


def test_that_clearing_forgets_all_drafts() -> None:
    drafts = Drafts()
    drafts.keep(ONE, Draft("x"))
    drafts.clear()
    assert drafts.get(ONE) == Draft()
