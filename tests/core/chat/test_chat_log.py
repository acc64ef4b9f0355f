"""Buyers' messages: none counts twice, none waits for ever, each buyer keeps a language."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.chat.log import ChatLog, clean
from livedesk.core.events import ChatReceived
from livedesk.core.ids import EN, ZH, Language, MessageId
from livedesk.core.records import Message, MessageState, Reason
from livedesk.core.translation.order import MAX_WAITING_MESSAGES
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work

ES = Language("es")


def _chat(text: str, number: int = 1, *, name: str = "Maria", source: str = "phone") -> ChatReceived:
    return ChatReceived(source, f"id-{number}", name, text)


def _receive(log: ChatLog, text: str, number: int = 1, name: str = "Maria", now: float = 100.0) -> Message:
    message = log.received(_chat(text, number, name=name), now)
    assert message is not None
    return message


def _ask(log: ChatLog, message: Message, language: Language | None = None) -> TranslateRequest:
    return log.ask(message, ZH, EN, 100.0, language)[1]


def _result(
    request: TranslateRequest,
    text: str = "多少钱？",
    language: Language = EN,
    *,
    sure: bool = True,
    reason: Reason | None = None,
) -> TranslateResult:
    return TranslateResult(request, text, language, sure, reason, (), 12.0, "some-model", "ct2")


# --- receiving ---


def test_that_a_line_delivered_twice_counts_once() -> None:
    log = ChatLog()
    _receive(log, "price?")
    assert log.received(_chat("price?"), 101.0) is None
    assert log.received(_chat("something else under the same id"), 102.0) is None
    assert (len(log), log.unanswered) == (1, 1)


def test_that_the_same_id_from_another_source_is_another_line() -> None:
    log = ChatLog()
    _receive(log, "price?")
    assert log.received(_chat("price?", source="youtube"), 101.0) is not None


def test_that_a_repeated_line_after_a_restart_counts_once() -> None:
    log = ChatLog()
    message = _receive(log, "price?")
    assert ChatLog((message,)).received(_chat("price?"), 101.0) is None


def test_that_a_line_without_content_is_no_message() -> None:
    assert ChatLog().received(_chat(" \u202e\u0000 \n"), 100.0) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  price? ", "price?"),
        ("line one\r\nline two\rline three", "line one\nline two\nline three"),
        ("pay \u202etfel ot thgir\u202c", "pay tfel ot thgir"),
        ("zero\u200bwidth \ufeffbom", "zerowidth bom"),
        ("bell\u0007 null\u0000", "bell null"),
        ("family 👩\u200d👩\u200d👧", "family 👩\u200d👩\u200d👧"),
        ("broken \ud83d surrogate", "broken  surrogate"),
        ("two\u2028lines\u2029three\x85four", "two\nlines\nthree\nfour"),
        ("\u3164\u115f\u2800", ""),
        ("no\ufffe chara\uffffcters\ufdd0", "no characters"),
        ("e" + "\u0301" * 40 + "!", "e" + "\u0301" * 6 + "!"),
        ("e" + "\u0301\u200c" * 40, "e" + "\u0301\u200c" * 6),
        ("ที่นี่ นั้น שָׁלוֹם", "ที่นี่ นั้น שָׁלוֹם"),
    ],
)
def test_that_signs_that_mislead_are_taken_out(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(text=st.text(max_size=60))
def test_that_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("name", "expected"), [("", "?"), ("\u202e", "?"), ("Maria\nS.", "Maria S."), (" Ana  B ", "Ana B")]
)
def test_that_a_buyers_name_is_one_line(name: str, expected: str) -> None:
    message = ChatLog().received(_chat("hi", name=name), 100.0)
    assert message is not None
    assert message.buyer_name == expected


def test_that_phones_without_a_name_are_told_apart_by_a_number_they_keep() -> None:
    def ask(log: ChatLog, number: int, key: str, name: str = "") -> Message:
        chat = ChatReceived("phone", str(number), name, "How much?", buyer_key=key)
        message = log.received(chat, 100.0)
        assert message is not None
        return message

    log = ChatLog()
    said = [ask(log, 1, "a"), ask(log, 2, "b"), ask(log, 3, "a"), ask(log, 4, "c", "Maria")]
    assert [message.buyer_name for message in said] == ["#1", "#2", "#1", "Maria"]
    again = ChatLog(tuple(said))
    assert [ask(again, 5, "b").buyer_name, ask(again, 6, "d").buyer_name] == ["#2", "#3"]
    again.forget(said[1].buyer)
    assert ask(again, 7, "e").buyer_name == "#4"


# --- languages ---


def test_that_an_unknown_buyer_is_taken_for_the_default() -> None:
    log = ChatLog()
    request = _ask(log, _receive(log, "hola"))
    assert (request.source, request.target, request.hints) == (None, ZH, (EN,))


def test_that_a_buyers_last_language_is_tried_before_the_default() -> None:
    log = ChatLog()
    log.translated(_result(_ask(log, _receive(log, "cuanto cuesta", 1)), language=ES), 101.0)
    assert _ask(log, _receive(log, "ok", 2)).hints == (ES, EN)
    assert _ask(log, _receive(log, "ok", 3, name="John")).hints == (EN,)


def test_that_a_guess_is_not_remembered() -> None:
    log = ChatLog()
    log.translated(_result(_ask(log, _receive(log, "ok", 1)), language=ES, sure=False), 101.0)
    assert _ask(log, _receive(log, "ok", 2)).hints == (EN,)


def test_that_a_buyers_language_is_remembered_after_a_restart() -> None:
    log = ChatLog()
    message = log.translated(_result(_ask(log, _receive(log, "cuanto cuesta", 1)), language=ES), 101.0)
    assert message is not None
    restored = ChatLog((message,))
    assert _ask(restored, _receive(restored, "ok", 2)).hints == (ES, EN)


def test_that_the_operators_word_on_a_language_is_final_and_remembered() -> None:
    log = ChatLog()
    message, request = log.ask(_receive(log, "ok"), ZH, EN, 100.0, ES)
    assert (request.source, message.language, message.is_language_sure) == (ES, ES, True)
    assert _ask(log, _receive(log, "si", 2)).hints == (ES, EN)


def test_that_a_reply_goes_in_the_buyers_language_as_far_as_it_is_known() -> None:
    log = ChatLog()
    first = _receive(log, "cuanto cuesta", 1)
    assert log.language_of(first, EN) == EN
    answered = log.translated(_result(_ask(log, first), language=ES), 101.0)
    assert answered is not None
    assert log.language_of(answered, EN) == ES
    assert log.language_of(_receive(log, "ok", 2), EN) == ES


# --- translations ---


def test_that_a_translation_fills_the_row_in() -> None:
    log = ChatLog()
    message = log.translated(_result(_ask(log, _receive(log, "price?"))), 100.5)
    assert message is not None
    assert message.translation is not None
    assert (message.state, message.translation.text, message.translation.lag_ms) == (
        MessageState.TRANSLATED,
        "多少钱？",
        500,
    )
    assert not log.is_waiting


def test_that_a_late_translation_is_dropped() -> None:
    log = ChatLog()
    message = _receive(log, "hola")
    first = _ask(log, message)
    second = _ask(log, message if (asked := log.get(message.id)) is None else asked, ES)
    assert log.translated(_result(first, "错了"), 101.0) is None
    found = log.translated(_result(second, "你好", ES), 102.0)
    assert found is not None
    assert found.language == ES
    assert log.translated(_result(first, "错了"), 103.0) is None


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        (Reason.SAME_LANGUAGE, MessageState.TRANSLATED),
        (Reason.NOTHING_TO_TRANSLATE, MessageState.TRANSLATED),
        (Reason.NO_MODEL, MessageState.UNTRANSLATED),
        (Reason.NO_PATH, MessageState.UNTRANSLATED),
        (Reason.LOOP, MessageState.UNTRANSLATED),
        (Reason.EMPTY, MessageState.UNTRANSLATED),
        (Reason.ENGINE_FAILED, MessageState.UNTRANSLATED),
    ],
)
def test_that_a_message_without_a_translation_says_why(reason: Reason, state: MessageState) -> None:
    log = ChatLog()
    message = log.translated(_result(_ask(log, _receive(log, "price?")), "", reason=reason), 101.0)
    assert message is not None
    assert message.translation is not None
    assert (message.state, message.translation.reason) == (state, reason)
    assert not log.is_waiting


def test_that_a_result_for_an_unknown_message_is_ignored() -> None:
    request = TranslateRequest(Work.CHAT_MESSAGE, 99, 1, "hi", None, ZH, 100.0)
    assert ChatLog().translated(_result(request), 101.0) is None


# --- the flood ---


def test_that_a_flood_skips_the_oldest_waiting_messages() -> None:
    log = ChatLog()
    skipped: list[Message] = []
    requests = []
    for number in range(1, MAX_WAITING_MESSAGES + 4):
        requests.append(_ask(log, _receive(log, "price?", number)))
        skipped += log.skip_overflow()
    assert [m.id for m in skipped] == [1, 2, 3]
    assert all(m.state is MessageState.SKIPPED for m in skipped)
    assert log.translated(_result(requests[-1]), 101.0) is not None


def test_that_a_message_skipped_in_the_engines_hands_is_translated_all_the_same() -> None:
    log = ChatLog()
    requests = [_ask(log, _receive(log, "price?", n)) for n in range(1, MAX_WAITING_MESSAGES + 2)]
    (skipped,) = log.skip_overflow()
    late = log.translated(_result(requests[0]), 101.0)
    assert late is not None
    assert (late.id, late.state) == (skipped.id, MessageState.TRANSLATED)
    again = _ask(log, late)
    assert log.translated(_result(requests[0]), 102.0) is None
    assert log.translated(_result(again), 102.0) is not None


def test_that_a_skipped_message_can_be_asked_again() -> None:
    log = ChatLog()
    for number in range(1, MAX_WAITING_MESSAGES + 2):
        _ask(log, _receive(log, "price?", number))
    (skipped,) = log.skip_overflow()
    request = _ask(log, skipped)
    assert [m.id for m in log.skip_overflow()] == [MessageId(2)]
    message = log.translated(_result(request), 101.0)
    assert message is not None
    assert (message.id, message.state) == (1, MessageState.TRANSLATED)


def test_that_giving_up_leaves_no_message_waiting() -> None:
    log = ChatLog()
    done = _ask(log, _receive(log, "hello", 1))
    _ask(log, _receive(log, "price?", 2))
    log.translated(_result(done), 101.0)
    (skipped,) = log.abandon_waiting()
    assert (skipped.id, skipped.state) == (2, MessageState.SKIPPED)
    assert not log.is_waiting


# --- answers ---


def test_that_unanswered_messages_are_counted() -> None:
    log = ChatLog()
    first, _ = _receive(log, "price?", 1), _receive(log, "moq?", 2)
    log.put(replace(first, is_answered=True))
    assert log.unanswered == 1
    log.put(replace(first, is_answered=True))
    assert log.unanswered == 1
    messages = (log.get(MessageId(1)), log.get(MessageId(2)))
    assert ChatLog(tuple(m for m in messages if m)).unanswered == 1


def test_that_a_message_is_found_by_what_its_source_calls_it() -> None:
    log = ChatLog()
    message = _receive(log, "price?", 7)
    assert log.find("phone", "id-7") == message
    assert log.find("phone", "id-8") is None
    assert log.get(MessageId(9)) is None
