"""Replies: only the translation of exactly the text that was sent goes out, once, and no text is ever lost."""

from dataclasses import replace

import pytest

from livedesk.core.chat.reply import ReplyBook
from livedesk.core.errors import ErrorCode
from livedesk.core.ids import EN, ZH, Language, MessageId, ReplyId, buyer_id
from livedesk.core.records import LineWarning, Message, Reason, Reply, ReplyState, WarningKind
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work

ES = Language("es")
MESSAGE = Message(MessageId(1), "phone", "id-1", buyer_id("phone", "Maria"), "Maria", "precio?", 100.0, ES)
OTHER = Message(MessageId(2), "phone", "id-2", buyer_id("phone", "Ana"), "Ana", "hola", 101.0, ES)


def _draft(book: ReplyBook, text: str, message: Message = MESSAGE) -> tuple[Reply, list[TranslateRequest]]:
    return book.draft(message, text, ZH, ES, 200.0)


def _send(
    book: ReplyBook, text: str, *, language: Language = ES, private: bool = False, as_written: bool = False
) -> tuple[Reply, list[TranslateRequest]]:
    sent = book.send(MESSAGE, text, ZH, language, 201.0, is_private=private, as_written=as_written)
    assert sent is not None
    return sent


def _result(request: TranslateRequest, text: str, reason: Reason | None = None) -> TranslateResult:
    return TranslateResult(request, text, request.source or ZH, True, reason, (), 12.0, "some-model", "ct2")


def _answer(
    book: ReplyBook, request: TranslateRequest, text: str, reason: Reason | None = None
) -> tuple[Reply | None, list[TranslateRequest], bool]:
    return book.translated(_result(request, text, reason), ZH, 202.0)


def _sent_with(book: ReplyBook, text: str, translation: str) -> Reply:
    _, (request,) = _send(book, text)
    reply, _, is_ready = _answer(book, request, translation)
    assert is_ready
    assert reply is not None
    return reply


# --- the preview ---


def test_that_a_draft_is_translated_and_read_back() -> None:
    book = ReplyBook()
    typed, (forth,) = _draft(book, "四美元")
    assert (typed.state, forth.work, forth.source, forth.target) == (
        ReplyState.TYPED,
        Work.REPLY_PREVIEW,
        ZH,
        ES,
    )
    translated, (back,), _ = _answer(book, forth, "cuatro dólares")
    assert translated is not None
    assert (translated.state, back.text, back.source, back.target, back.is_back) == (
        ReplyState.TRANSLATED,
        "cuatro dólares",
        ES,
        ZH,
        True,
    )
    checked, _, _ = _answer(book, back, "四块美金")
    assert checked is not None
    assert checked.back is not None
    assert (checked.state, checked.back.text) == (ReplyState.CHECKED, "四块美金")


def test_that_a_preview_of_older_text_never_answers_newer_text() -> None:
    book = ReplyBook()
    _, (old,) = _draft(book, "四美元")
    _, (new,) = _draft(book, "五美元")
    assert _answer(book, old, "cuatro dólares") == (None, [], False)
    reply, _, _ = _answer(book, new, "cinco dólares")
    assert reply is not None
    assert reply.translation is not None
    assert reply.translation.text == "cinco dólares"


def test_that_a_reading_back_of_older_text_never_answers_newer_text() -> None:
    book = ReplyBook()
    _, (forth,) = _draft(book, "四美元")
    _, (back,), _ = _answer(book, forth, "cuatro dólares")
    _draft(book, "五美元")
    assert _answer(book, back, "四块美金") == (None, [], False)


def test_that_an_empty_draft_asks_for_nothing() -> None:
    book = ReplyBook()
    _draft(book, "四美元")
    reply, requests = _draft(book, "  ")
    assert (reply.state, reply.translation, requests) == (ReplyState.TYPED, None, [])


def test_that_each_message_has_its_own_draft() -> None:
    book = ReplyBook()
    first, _ = _draft(book, "四美元", MESSAGE)
    second, _ = _draft(book, "你好", OTHER)
    again, _ = _draft(book, "五美元", MESSAGE)
    assert (first.id, second.id, again.id) == (1, 2, 1)


def test_that_a_preview_without_a_translation_says_why_and_stays_a_draft() -> None:
    book = ReplyBook()
    _, (forth,) = _draft(book, "四美元")
    reply, requests, is_ready = _answer(book, forth, "", Reason.NO_MODEL)
    assert reply is not None
    assert (reply.state, reply.failure, requests, is_ready) == (
        ReplyState.TYPED,
        Reason.NO_MODEL.value,
        [],
        False,
    )


@pytest.mark.parametrize("reason", [Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE])
def test_that_a_reply_in_the_hosts_own_language_needs_no_check(reason: Reason) -> None:
    book = ReplyBook()
    _, (forth,) = _draft(book, "👍")
    reply, requests, _ = _answer(book, forth, "👍", reason)
    assert reply is not None
    assert (reply.state, requests) == (ReplyState.CHECKED, [])


# --- sending ---


def test_that_sending_waits_for_the_translation_of_exactly_the_text_sent() -> None:
    book = ReplyBook()
    _, (preview,) = _draft(book, "四美元")
    reply, (request,) = _send(book, "五美元")
    assert (reply.state, request.work, request.text) == (
        ReplyState.SENDING,
        Work.REPLY_TO_SEND,
        "五美元",
    )
    assert _answer(book, preview, "cuatro dólares") == (None, [], False)
    ready, _, is_ready = _answer(book, request, "cinco dólares")
    assert ready is not None
    assert ready.translation is not None
    assert (is_ready, ready.translation.text) == (True, "cinco dólares")


def test_that_a_reply_whose_preview_is_there_goes_at_once() -> None:
    book = ReplyBook()
    _, (preview,) = _draft(book, "四美元")
    _answer(book, preview, "cuatro dólares")
    reply, requests = _send(book, "四美元")
    assert (reply.state, requests) == (ReplyState.SENDING, [])


def test_that_a_preview_in_another_language_is_not_sent() -> None:
    book = ReplyBook()
    _, (preview,) = _draft(book, "四美元")
    _answer(book, preview, "cuatro dólares")
    reply, (request,) = _send(book, "四美元", language=EN)
    assert (reply.translation, request.target) == (None, EN)


def test_that_a_reply_is_not_sent_without_a_translation() -> None:
    book = ReplyBook()
    _, (request,) = _send(book, "四美元")
    reply, _, is_ready = _answer(book, request, "", Reason.LOOP)
    assert reply is not None
    assert (is_ready, reply.state, reply.failure, reply.text) == (
        False,
        ReplyState.FAILED,
        Reason.LOOP.value,
        "四美元",
    )


def test_that_the_operator_may_send_as_written() -> None:
    book = ReplyBook()
    reply, requests = _send(book, "FOB Ningbo", as_written=True)
    assert reply.translation is not None
    assert (reply.state, requests, reply.translation.text) == (ReplyState.SENDING, [], "FOB Ningbo")


def test_that_a_private_reply_stays_private() -> None:
    reply, _ = _send(ReplyBook(), "四美元", private=True)
    assert reply.is_private


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_that_an_empty_reply_is_not_sent(text: str) -> None:
    assert ReplyBook().send(MESSAGE, text, ZH, ES, 201.0, is_private=False, as_written=False) is None


def test_that_a_second_press_on_send_sends_nothing_twice() -> None:
    book = ReplyBook()
    _send(book, "四美元")
    assert book.send(MESSAGE, "四美元", ZH, ES, 201.5, is_private=False, as_written=False) is None


def test_that_a_buyer_can_be_answered_again_with_the_same_words() -> None:
    book = ReplyBook()
    first = _sent_with(book, "四美元", "cuatro dólares")
    book.sent(first.id, 203.0)
    second, _ = _send(book, "四美元")
    assert second.id != first.id


def test_that_a_draft_begun_while_one_is_on_its_way_is_another_reply() -> None:
    book = ReplyBook()
    sending, (request,) = _send(book, "四美元")
    draft, _ = _draft(book, "还有别的问题吗")
    assert draft.id != sending.id
    reply, _, is_ready = _answer(book, request, "cuatro dólares")
    assert reply is not None
    assert (reply.id, reply.text, is_ready) == (sending.id, "四美元", True)


# --- sent ---


def test_that_a_late_preview_leaves_a_sent_reply_as_it_went() -> None:
    book = ReplyBook()
    _, (preview,) = _draft(book, "四美元")
    sent = book.sent(_sent_with(book, "四美元", "cuatro dólares").id, 203.0)
    assert sent is not None
    assert _answer(book, preview, "4 dólares") == (None, [], False)
    assert book.get(sent.id) == sent


def test_that_a_late_preview_leaves_a_failed_reply_failed() -> None:
    book = ReplyBook()
    _, (preview,) = _draft(book, "四美元")
    failed = book.failed(_sent_with(book, "四美元", "cuatro dólares").id, "source_closed", 203.0)
    assert failed is not None
    assert _answer(book, preview, "4 dólares") == (None, [], False)
    assert book.get(failed.id) == failed


def test_that_a_late_reading_back_is_still_shown_with_a_sent_reply() -> None:
    book = ReplyBook()
    _, (preview,) = _draft(book, "四美元")
    _, (back,), _ = _answer(book, preview, "cuatro dólares")
    reply, _ = _send(book, "四美元")
    book.sent(reply.id, 203.0)
    late, _, is_ready = _answer(book, back, "四块美金")
    assert late is not None
    assert late.back is not None
    assert (late.state, late.back.text, is_ready) == (ReplyState.SENT, "四块美金", False)


@pytest.mark.parametrize("state", [ReplyState.TYPED, ReplyState.SENT, ReplyState.FAILED])
def test_that_a_delivery_counts_only_for_a_reply_on_its_way(state: ReplyState) -> None:
    reply = Reply(ReplyId(1), MESSAGE.id, 1, "四美元", ES, state, 200.0)
    book = ReplyBook((reply,))
    assert book.sent(reply.id, 203.0) is None
    assert book.failed(reply.id, "source_closed", 203.0) is None
    assert book.get(reply.id) == reply


def test_that_a_delivery_of_an_unknown_reply_is_ignored() -> None:
    book = ReplyBook()
    assert book.sent(ReplyId(9), 203.0) is None
    assert book.failed(ReplyId(9), "source_closed", 203.0) is None


# --- failed ---


def _failed(book: ReplyBook, text: str = "四美元") -> Reply:
    failed = book.failed(_sent_with(book, text, "cuatro dólares").id, "source_closed", 203.0)
    assert failed is not None
    return failed


def test_that_a_failed_reply_keeps_its_text_and_can_be_retried() -> None:
    book = ReplyBook()
    failed = _failed(book)
    assert (failed.state, failed.text, failed.failure) == (ReplyState.FAILED, "四美元", "source_closed")
    retried = book.retry(failed.id, ZH, ES, 204.0)
    assert retried is not None
    reply, requests = retried
    assert (reply.id, reply.state, reply.failure, requests) == (failed.id, ReplyState.SENDING, "", [])


def test_that_a_second_press_on_retry_sends_nothing_twice() -> None:
    book = ReplyBook()
    failed = _failed(book)
    book.retry(failed.id, ZH, ES, 204.0)
    assert book.retry(failed.id, ZH, ES, 204.1) is None
    book.sent(failed.id, 205.0)
    assert book.retry(failed.id, ZH, ES, 206.0) is None


def test_that_a_retry_of_an_unknown_reply_is_ignored() -> None:
    assert ReplyBook().retry(ReplyId(9), ZH, ES, 204.0) is None


def test_that_a_retry_asks_for_the_translation_that_was_missing() -> None:
    book = ReplyBook()
    _, (request,) = _send(book, "四美元")
    _answer(book, request, "", Reason.NO_MODEL)
    retried = book.retry(ReplyId(1), ZH, ES, 204.0)
    assert retried is not None
    reply, (again,) = retried
    assert (reply.state, again.work, again.text) == (ReplyState.SENDING, Work.REPLY_TO_SEND, "四美元")


def test_that_a_retry_goes_in_the_language_the_buyer_turned_out_to_speak() -> None:
    book = ReplyBook()
    retried = book.retry(_failed(book).id, ZH, EN, 204.0)
    assert retried is not None
    reply, (request,) = retried
    assert (reply.language, reply.translation, request.target) == (EN, None, EN)


def test_that_a_retry_of_a_reply_as_written_stays_as_written() -> None:
    book = ReplyBook()
    written, _ = _send(book, "FOB Ningbo", as_written=True)
    book.failed(written.id, "source_closed", 203.0)
    retried = book.retry(written.id, ZH, EN, 204.0)
    assert retried is not None
    reply, requests = retried
    assert reply.translation is not None
    assert (requests, reply.translation.text) == ([], "FOB Ningbo")


@pytest.mark.parametrize("reason", [None, Reason.LOOP])
def test_that_a_failure_and_its_retry_leave_a_newer_draft_alone(reason: Reason | None) -> None:
    book = ReplyBook()
    sending, (request,) = _send(book, "四美元")
    draft, _ = _draft(book, "还有别的问题吗")
    _answer(book, request, "" if reason else "cuatro dólares", reason)
    if reason is None:
        book.failed(sending.id, "source_closed", 203.0)
    edited, _ = _draft(book, "还有别的问题吗？")
    assert edited.id == draft.id
    retried = book.retry(sending.id, ZH, ES, 204.0)
    assert retried is not None
    assert (retried[0].id, retried[0].text) == (sending.id, "四美元")
    assert book.get(draft.id) == edited
    assert _draft(book, "还有什么")[0].id == draft.id


def test_that_editing_a_failed_reply_makes_it_a_draft_again() -> None:
    book = ReplyBook()
    failed = _failed(book)
    draft, _ = _draft(book, "五美元")
    assert (draft.id, draft.state, draft.failure, draft.translation) == (
        failed.id,
        ReplyState.TYPED,
        "",
        None,
    )


def test_that_giving_up_fails_what_is_on_its_way() -> None:
    book = ReplyBook()
    _, (request,) = _send(book, "四美元")
    assert book.is_sending
    (failed,) = book.abandon_sending(203.0)
    assert (failed.state, failed.failure, failed.text) == (
        ReplyState.FAILED,
        Reason.STOPPED.value,
        "四美元",
    )
    assert not book.is_sending
    assert _answer(book, request, "cuatro dólares") == (None, [], False)


def test_that_a_draft_of_an_earlier_run_is_gone_on_with() -> None:
    book = ReplyBook()
    draft, _ = _draft(book, "四美元")
    restored = ReplyBook((draft,))
    assert _draft(restored, "五美元")[0].id == draft.id


# --- figures ---

DOUBT = LineWarning(WarningKind.FIGURES, ("3.2",), ("32",))


def _doubtful(request: TranslateRequest) -> TranslateResult:
    return TranslateResult(request, "US$ 32", ZH, True, None, (DOUBT,), 12.0, "some-model", "ct2")


def test_that_a_reply_with_other_figures_is_not_sent_before_somebody_checked_them() -> None:
    book = ReplyBook()
    _, (request,) = _send(book, "3.20美元")
    reply, _, is_ready = book.translated(_doubtful(request), ZH, 202.0)
    assert reply is not None
    assert (reply.state, reply.failure, reply.text, is_ready) == (
        ReplyState.FAILED,
        ErrorCode.FIGURES_DIFFER,
        "3.20美元",
        False,
    )


def test_that_a_preview_with_other_figures_does_not_go_at_once() -> None:
    book = ReplyBook()
    _, (request,) = _draft(book, "3.20美元")
    book.translated(_doubtful(request), ZH, 202.0)
    reply, requests = _send(book, "3.20美元")
    assert (reply.state, reply.failure, requests) == (ReplyState.FAILED, ErrorCode.FIGURES_DIFFER, [])


def test_that_checked_figures_go_as_they_are() -> None:
    book = ReplyBook()
    _, (request,) = _draft(book, "3.20美元")
    book.translated(_doubtful(request), ZH, 202.0)
    sent = book.send(
        MESSAGE, "3.20美元", ZH, ES, 203.0, is_private=False, as_written=False, figures_checked=True
    )
    assert sent is not None
    assert (sent[0].state, sent[1]) == (ReplyState.SENDING, [])


def test_that_checked_figures_of_older_words_say_nothing_about_newer_ones() -> None:
    book = ReplyBook()
    _, (request,) = _draft(book, "3.20美元")
    book.translated(_doubtful(request), ZH, 202.0)
    book.send(MESSAGE, "3.20美元", ZH, ES, 203.0, is_private=False, as_written=False, figures_checked=True)
    book.failed(ReplyId(1), ErrorCode.CANNOT_SEND, 204.0)
    _, (request,) = _draft(book, "4.20美元")
    book.translated(_doubtful(request), ZH, 205.0)
    reply, _ = _send(book, "4.20美元")
    assert reply.failure == ErrorCode.FIGURES_DIFFER


def test_that_trying_again_after_other_figures_sends_them_as_they_are() -> None:
    book = ReplyBook()
    _, (request,) = _send(book, "3.20美元")
    book.translated(_doubtful(request), ZH, 202.0)
    retried = book.retry(ReplyId(1), ZH, ES, 203.0)
    assert retried is not None
    assert (retried[0].state, retried[1]) == (ReplyState.SENDING, [])


def test_that_figures_checked_in_one_language_are_not_checked_in_another() -> None:
    book = ReplyBook()
    _, (request,) = _send(book, "四美元")
    book.translated(
        replace(_result(request, "5 dólares"), warnings=(LineWarning(WarningKind.FIGURES, ("4",), ("5",)),)),
        ZH,
        202.0,
    )
    retried = book.retry(ReplyId(1), ZH, EN, 204.0)
    assert retried is not None
    _, (again,) = retried
    reply, _, is_ready = book.translated(
        replace(_result(again, "6 dollars"), warnings=(LineWarning(WarningKind.FIGURES, ("4",), ("6",)),)),
        ZH,
        205.0,
    )
    assert reply is not None
    assert (is_ready, reply.failure) == (False, ErrorCode.FIGURES_DIFFER)
