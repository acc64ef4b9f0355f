"""Answers that people wrote in the buyer's language beforehand, and public ones for those who read along."""

import pytest

from livedesk.core import events as ev
from livedesk.core.errors import ErrorCode
from livedesk.core.ids import EN, ZH, Language, MessageId, ReplyId
from livedesk.core.records import LineWarning, Reason, ReplyState, WarningKind
from livedesk.core.translation.request import TranslateRequest, Work
from tests.core.session.rig import Rig

ES, FR, DE = Language("es"), Language("fr"), Language("de")
FIRST = MessageId(1)
HOST, BUYER = "500个起订，单价3.20美元。", "Desde 500 piezas, 3,20 USD cada una."


def _asked(*audience: Language) -> Rig:
    rig = Rig(*(audience or (ES, EN))).live().chat("precio?")
    return rig.answer(rig.only_request(), "价格？", language=ES)


def _public(rig: Rig) -> list[TranslateRequest]:
    return [request for request in rig.requests if request.work is Work.PUBLIC_ANSWER]


def _sent(rig: Rig, text: str = "三天后发货。", *, private: bool = False, as_written: bool = False) -> Rig:
    rig.give(ev.SendReply(FIRST, text, is_private=private, as_written=as_written))
    for request in [r for r in rig.requests if r.work is Work.REPLY_TO_SEND]:
        rig.answer(request, "En tres días.")
    return rig.give(ev.ReplySent(ReplyId(1)))


# --- prepared ---


def test_that_what_people_wrote_is_the_preview_and_no_model_is_asked() -> None:
    rig = _asked().give(ev.DraftReply(FIRST, HOST, BUYER))
    reply = rig.replies()[1]
    assert reply.state is ReplyState.CHECKED
    assert reply.translation is not None
    assert reply.back is not None
    assert (reply.translation.text, reply.translation.language, reply.translation.warnings) == (BUYER, ES, ())
    assert (reply.back.text, reply.back.language) == (HOST, ZH)
    assert not rig.requests


def test_that_what_people_wrote_is_what_goes() -> None:
    rig = _asked().give(ev.SendReply(FIRST, HOST, prepared=BUYER))
    ((message, reply),) = rig.deliveries
    assert (message.id, reply.text, reply.translation and reply.translation.text) == (FIRST, HOST, BUYER)
    assert not rig.requests


def test_that_an_edited_text_goes_to_the_model_again() -> None:
    rig = _asked().give(ev.DraftReply(FIRST, HOST, BUYER), ev.DraftReply(FIRST, HOST + "谢谢。"))
    assert rig.only_request().work is Work.REPLY_PREVIEW
    assert rig.replies()[1].translation is None


def test_that_a_preview_of_the_same_words_that_is_still_on_its_way_changes_nothing() -> None:
    rig = _asked().give(ev.DraftReply(FIRST, HOST))
    late = rig.only_request()
    rig.give(ev.DraftReply(FIRST, HOST, BUYER)).answer(late, "mal traducido")
    line = rig.replies()[1].translation
    assert line is not None
    assert line.text == BUYER


def test_that_the_figures_of_both_sides_are_compared() -> None:
    rig = _asked().give(ev.SendReply(FIRST, HOST, prepared="Desde 500 piezas, 3,50 USD cada una."))
    assert not rig.deliveries
    assert (rig.replies()[1].state, rig.replies()[1].failure) == (
        ReplyState.FAILED,
        ErrorCode.FIGURES_DIFFER,
    )
    rig.give(ev.RetryReply(ReplyId(1)))
    assert len(rig.deliveries) == 1


def test_that_a_buyer_who_reads_the_hosts_language_gets_the_hosts_words() -> None:
    rig = Rig(ES).live().chat("多少钱？")
    rig.answer(rig.only_request(), "多少钱？", language=ZH, reason=Reason.SAME_LANGUAGE)
    rig.give(ev.SendReply(FIRST, HOST, prepared=BUYER))
    rig.answer(rig.only_request(), HOST, reason=Reason.SAME_LANGUAGE)
    ((_, reply),) = rig.deliveries
    assert reply.translation is not None
    assert reply.translation.text == HOST


def test_that_what_people_wrote_goes_again_after_a_failure() -> None:
    rig = _asked().give(ev.SendReply(FIRST, HOST, prepared=BUYER), ev.ReplyFailed(ReplyId(1), "offline"))
    rig.give(ev.RetryReply(ReplyId(1)))
    assert [reply.translation and reply.translation.text for _, reply in rig.deliveries] == [BUYER, BUYER]


def test_that_it_is_translated_anew_where_the_buyer_turns_out_to_read_something_else() -> None:
    rig = _asked().give(ev.SendReply(FIRST, HOST, prepared=BUYER), ev.ReplyFailed(ReplyId(1), "offline"))
    rig.give(ev.SetMessageLanguage(FIRST, FR), ev.RetryReply(ReplyId(1)))
    (request,) = [r for r in rig.requests if r.work is Work.REPLY_TO_SEND]
    assert (request.text, request.target) == (HOST, FR)


def test_that_control_characters_do_not_go_along() -> None:
    rig = _asked().give(ev.SendReply(FIRST, HOST, prepared=f"\u202e{BUYER}\x00"))
    ((_, reply),) = rig.deliveries
    assert reply.translation is not None
    assert reply.translation.text == BUYER


# --- for those who read along ---


def test_that_a_public_answer_goes_into_the_other_audience_languages_once_it_is_sent() -> None:
    rig = _asked(ES, EN, FR)
    rig.give(ev.SendReply(FIRST, "三天后发货。"))
    assert not _public(rig)
    _sent(rig)
    assert [(r.source, r.target, r.text) for r in _public(rig)] == [
        (ZH, EN, "三天后发货。"),
        (ZH, FR, "三天后发货。"),
    ]
    for request in _public(rig):
        rig.answer(request, f"in {request.target}")
    assert [(t.language, t.text) for t in rig.replies()[1].others] == [(EN, "in en"), (FR, "in fr")]
    assert rig.replies()[1].state is ReplyState.SENT


def test_that_a_private_answer_is_for_one_only() -> None:
    assert not _public(_sent(_asked(), private=True))


def test_that_an_answer_sent_as_written_is_left_alone() -> None:
    assert not _public(_sent(_asked(), "hola amiga", as_written=True))


@pytest.mark.parametrize("reason", [Reason.NO_MODEL, Reason.LOOP])
def test_that_what_could_not_be_translated_is_left_out(reason: Reason) -> None:
    rig = _sent(_asked())
    rig.answer(_public(rig)[0], reason=reason)
    assert rig.replies()[1].others == ()


def test_that_a_doubtful_figure_is_not_shown_to_those_who_read_along() -> None:
    rig = _sent(_asked())
    doubt = LineWarning(WarningKind.FIGURES, ("3",), ("30",))
    rig.answer(_public(rig)[0], "in 30 days", warnings=(doubt,))
    assert rig.replies()[1].others == ()


def test_that_a_translation_for_a_deleted_buyer_is_dropped() -> None:
    rig = _sent(_asked())
    waiting = _public(rig)
    rig.give(ev.ForgetBuyer(rig.messages()[1].buyer))
    rig.answer(waiting[0], "in three days")
    assert not rig.of(ev.ReplyChanged)
