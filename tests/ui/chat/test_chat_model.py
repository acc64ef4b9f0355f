import pytest
from PySide6.QtTest import QAbstractItemModelTester

from livedesk.core.ids import MessageId
from livedesk.core.records import Reason, ReplyState
from livedesk.ui.chat.list_model import ChatModel
from tests.ui.lines.records import AR, ES, message, reply, translation


@pytest.fixture
def model(qapp: object) -> ChatModel:
    model = ChatModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def test_that_a_lower_revision_of_a_message_never_replaces_a_higher(model: ChatModel) -> None:
    model.put([message(1, "new", revision=3)])
    model.put([message(1, "old", revision=2)])
    assert model.record(0).text == "new"


def test_that_a_lower_revision_of_a_reply_never_replaces_a_higher(model: ChatModel) -> None:
    model.put([message(1)])
    model.put_replies([reply(1, 1, "new", revision=2)])
    assert model.put_replies([reply(1, 1, "old", revision=1, state=ReplyState.FAILED)]) == []
    draft = model.draft(MessageId(1))
    assert draft is not None
    assert draft.text == "new"


def test_that_a_reply_tells_the_row_of_its_message(model: ChatModel) -> None:
    model.put([message(1), message(2)])
    rows: list[int] = []
    model.dataChanged.connect(lambda first, last, roles: rows.append(first.row()))
    model.put_replies([reply(1, 2, state=ReplyState.SENT)])
    assert rows == [1]


def test_that_only_replies_that_went_out_or_failed_stand_beneath_the_message(model: ChatModel) -> None:
    model.put_replies(reply(n, 1, state=state) for n, state in enumerate(ReplyState, start=1))
    shown = [r.state for r in model.shown_replies(MessageId(1))]
    assert shown == [ReplyState.SENDING, ReplyState.SENT, ReplyState.FAILED]


def test_that_a_reply_before_its_message_is_kept_for_it(model: ChatModel) -> None:
    model.put_replies([reply(1, 7, state=ReplyState.SENT)])
    model.put([message(7)])
    assert len(model.shown_replies(MessageId(7))) == 1


def test_that_a_message_is_open_until_a_reply_is_on_its_way(model: ChatModel) -> None:
    first = message(1)
    model.put([first])
    assert model.is_open(first)
    model.put_replies([reply(1, 1, state=ReplyState.SENDING)])
    assert not model.is_open(first)
    model.put_replies([reply(1, 1, state=ReplyState.FAILED)])
    assert model.is_open(first)
    assert not model.is_open(message(2, is_answered=True))


def test_that_the_next_open_message_comes_after_the_current_and_then_from_the_oldest(
    model: ChatModel,
) -> None:
    model.put([message(1), message(2, is_answered=True), message(3), message(4)])

    def following(number: int | None) -> int | None:
        found = model.next_open(None if number is None else MessageId(number))
        return found.id if found else None

    assert following(None) == 1
    assert following(1) == 3
    assert following(4) == 1
    model.put([message(1, is_answered=True), message(3, is_answered=True)])
    assert following(4) is None


def test_that_the_newest_failed_reply_is_found_for_one_message_and_for_all(model: ChatModel) -> None:
    model.put_replies([reply(n, n, state=ReplyState.FAILED) for n in (1, 2)])
    one, newest = model.failed_reply(MessageId(1)), model.failed_reply(None)
    assert one is not None
    assert newest is not None
    assert (one.id, newest.id) == (1, 2)
    assert model.failed_reply(MessageId(9)) is None


def test_that_languages_are_counted_the_most_frequent_first(model: ChatModel) -> None:
    model.put([message(1, language=AR), message(2), message(3), message(4, language=None)])
    assert model.languages() == [ES, AR]


def test_that_plain_text_holds_who_and_both_languages_and_the_reply(model: ChatModel) -> None:
    model.put([message(1, "precio?", "价格？"), message(2, "你好", "你好", reason=Reason.SAME_LANGUAGE)])
    model.put_replies([reply(1, 1, "三块二", translation("3,20", ES), state=ReplyState.SENT)])
    assert model.index(0).data() == "Maria S.: precio?\n价格？\n> 3,20\n> 三块二"
    assert model.index(1).data() == "Maria S.: 你好"


def test_that_clearing_forgets_messages_and_replies(model: ChatModel) -> None:
    model.put([message(1)])
    model.put_replies([reply(1, 1, state=ReplyState.SENT)])
    model.clear()
    model.put([message(1)])
    assert model.shown_replies(MessageId(1)) == ()
