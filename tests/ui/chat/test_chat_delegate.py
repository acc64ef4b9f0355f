import itertools

import pytest

from livedesk.core.errors import ErrorCode
from livedesk.core.records import Message, MessageState, Reason, Reply, ReplyState
from livedesk.ui.chat.delegate import BADGE, MORE, RETRY, TRANSLATE, ChatDelegate
from livedesk.ui.chat.list_model import ChatModel
from livedesk.ui.chat.photos import ChatPhotos
from livedesk.ui.lines.delegate import RowLayout
from livedesk.ui.theme.theme import AppTheme
from tests.ui.lines.records import AR, DOUBT, EN, ES, message, reply, translation

WIDTH = 386


@pytest.fixture
def model(qapp: object) -> ChatModel:
    return ChatModel()


@pytest.fixture
def delegate(theme: AppTheme, model: ChatModel) -> ChatDelegate:
    return ChatDelegate(theme, model, ChatPhotos(lambda _name: b"", model), model)


def _row(delegate: ChatDelegate, model: ChatModel, shown: Message, *replies: Reply) -> RowLayout:
    model.clear()
    model.put([shown])
    model.put_replies(replies)
    return delegate.row_layout(model.index(0), WIDTH)


def _texts(layout: RowLayout) -> list[str]:
    return [block.text for _, _, block in layout.blocks]


def test_that_the_translation_stands_over_the_original(delegate: ChatDelegate, model: ChatModel) -> None:
    texts = _texts(_row(delegate, model, message(1, "precio del 3?", "3号什么价格？")))
    assert texts.index("3号什么价格？") < texts.index("precio del 3?")
    assert {"Maria S.", "ES", "Phone"} <= set(texts)


def test_that_a_language_that_is_only_guessed_has_a_question_mark(
    delegate: ChatDelegate, model: ChatModel
) -> None:
    assert "ES ?" in _texts(_row(delegate, model, message(1, is_sure=False)))
    assert "?" in _texts(_row(delegate, model, message(1, translated=None, language=None)))


def test_that_a_waiting_message_keeps_the_place_of_its_translation(
    delegate: ChatDelegate, model: ChatModel
) -> None:
    waiting = _row(delegate, model, message(1, translated=None))
    assert "…" in _texts(waiting)
    # A Chinese translation has taller lines than the mark in its place: never more than one line's difference.
    assert abs(waiting.height - _row(delegate, model, message(1)).height) <= 4


def test_that_a_skipped_message_offers_to_be_translated(delegate: ChatDelegate, model: ChatModel) -> None:
    layout = _row(delegate, model, message(1, translated=None, state=MessageState.SKIPPED))
    assert TRANSLATE in layout.parts
    assert "Skipped in the rush" in _texts(layout)


def test_that_an_untranslated_message_says_why_and_can_be_tried_again(
    delegate: ChatDelegate, model: ChatModel
) -> None:
    failed = message(1, translated=None, state=MessageState.UNTRANSLATED, reason=Reason.NO_MODEL)
    layout = _row(delegate, model, failed)
    assert "No translation model installed for this language" in _texts(layout)
    assert TRANSLATE in layout.parts


def test_that_a_message_no_model_could_translate_is_not_offered_again(
    delegate: ChatDelegate, model: ChatModel
) -> None:
    failed = message(1, translated=None, state=MessageState.UNTRANSLATED, reason=Reason.NO_PATH)
    assert TRANSLATE not in _row(delegate, model, failed).parts


def test_that_a_message_in_the_hosts_language_is_shown_once(delegate: ChatDelegate, model: ChatModel) -> None:
    same = message(1, "可以印商标吗？", "可以印商标吗？", reason=Reason.SAME_LANGUAGE)
    assert _texts(_row(delegate, model, same)).count("可以印商标吗？") == 1


def test_that_a_sent_reply_stands_beneath_in_both_languages(delegate: ChatDelegate, model: ChatModel) -> None:
    sent = reply(1, 1, "三块二。", translation("Son 3,20.", ES), state=ReplyState.SENT, is_private=True)
    layout = _row(delegate, model, message(1, is_answered=True), sent)
    texts = _texts(layout)
    assert texts.index("Son 3,20.") < texts.index("三块二。")
    assert "✓" in texts
    assert any(text.startswith("Sent · private · ") for text in texts)
    indents = {text: x for x, _, block in layout.blocks for text in [block.text]}
    assert indents["Son 3,20."] > indents["precio?"]


def test_that_a_failed_reply_says_why_and_offers_a_retry(delegate: ChatDelegate, model: ChatModel) -> None:
    failed = reply(
        4, 1, "三块二。", translation("Son 3,20.", ES), state=ReplyState.FAILED, failure=ErrorCode.CANNOT_SEND
    )
    layout = _row(delegate, model, message(1), failed)
    assert f"{RETRY}:4" in layout.parts
    assert any(text.startswith("Not sent. ") for text in _texts(layout))


def test_that_a_reply_sent_as_written_is_shown_once(delegate: ChatDelegate, model: ChatModel) -> None:
    line = translation("OK 3.20", ES, reason=Reason.SAME_LANGUAGE)
    sent = reply(1, 1, "OK 3.20", line, state=ReplyState.SENDING)
    assert _texts(_row(delegate, model, message(1), sent)).count("OK 3.20") == 1


def test_that_a_doubtful_figure_is_marked_and_named(delegate: ChatDelegate, model: ChatModel) -> None:
    layout = _row(
        delegate, model, message(1, "I want 12,400 pcs", "我要12000个", language=EN, warnings=(DOUBT,))
    )
    assert "figure differs: 12,000 / 12,400" in _texts(layout)
    marked = [block.text for _, _, block in layout.blocks if block.mark_rects()]
    assert marked == ["我要12000个", "I want 12,400 pcs"]


def test_that_a_doubtful_figure_in_a_sent_reply_is_named(delegate: ChatDelegate, model: ChatModel) -> None:
    sent = reply(1, 1, "一万两千四", translation("12.000", ES, warnings=(DOUBT,)), state=ReplyState.SENT)
    assert "figure differs: 12,000 / 12,400" in _texts(_row(delegate, model, message(1), sent))


def test_that_an_arabic_original_hangs_on_the_right(delegate: ChatDelegate, model: ChatModel) -> None:
    layout = _row(delegate, model, message(1, "هل متاح DDP؟", language=AR))
    (original,) = [block for _, _, block in layout.blocks if "DDP" in block.text]
    assert original.is_right_to_left
    assert original.line_rect(0).right() == pytest.approx(original.width, abs=1)


def test_that_tags_and_emoji_are_shown_as_typed(delegate: ChatDelegate, model: ChatModel) -> None:
    text = '<b>moq?</b> <a href="x">🙏🏽👨‍👩‍👧 ❤️</a>'
    named = message(1, text, "<i>最小起订量</i>", name="<u>Ann</u>")
    assert {text, "<i>最小起订量</i>", "<u>Ann</u>"} <= set(_texts(_row(delegate, model, named)))


@pytest.mark.parametrize("text", ["word " * 1000, "字" * 5000, "x" * 5000, "z\n" * 2500])
def test_that_a_message_of_5000_characters_is_cut_and_can_be_opened(
    delegate: ChatDelegate, model: ChatModel, text: str
) -> None:
    long = message(1, text, text[::-1])
    short_height = _row(delegate, model, long).height
    assert short_height < 400
    assert MORE in delegate.row_layout(model.index(0), WIDTH).parts
    assert text in delegate.full_text(model.index(0), WIDTH)
    delegate.toggle_expanded(long.id)
    opened = delegate.row_layout(model.index(0), WIDTH)
    assert opened.height > 4 * short_height
    assert not any(block.is_elided for _, _, block in opened.blocks)
    delegate.toggle_expanded(long.id)
    assert delegate.row_layout(model.index(0), WIDTH).height == short_height


def test_that_a_short_message_has_nothing_to_open_and_no_tooltip(
    delegate: ChatDelegate, model: ChatModel
) -> None:
    layout = _row(delegate, model, message(1))
    assert MORE not in layout.parts
    assert delegate.full_text(model.index(0), WIDTH) == ""


@pytest.mark.parametrize(
    "name", ["张" * 200, "Bartholomäus-Maximilian " * 10, "محمد عبد الرحمن بن " * 10, "?"]
)
def test_that_a_long_name_leaves_badge_and_time_in_their_place(
    delegate: ChatDelegate, model: ChatModel, name: str
) -> None:
    layout = _row(delegate, model, message(1, name=name, is_answered=True))
    badge = layout.parts[BADGE]
    assert 0 <= badge.left() < badge.right() < WIDTH - 50
    header = sorted((x, block.last_line_width) for x, y, block in layout.blocks if y < 24)
    for (x, width), (next_x, _) in itertools.pairwise(header):
        assert x + width <= next_x + 1
