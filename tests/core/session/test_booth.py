"""What follows from each input at the desk: captions, chat, replies, the session, the board."""

from dataclasses import replace

import pytest

from livedesk.core import events as ev
from livedesk.core.captions.segmenter import SILENCE_CLOSES_AFTER_S
from livedesk.core.ids import EN, ZH, Language, MessageId, ReplyId, SegmentId, Sku
from livedesk.core.records import (
    Caption,
    Health,
    HealthState,
    LineWarning,
    MessageState,
    Notice,
    NoticeCode,
    NoticeLevel,
    Part,
    Reason,
    ReplyState,
    SessionState,
    WarningKind,
)
from livedesk.core.session.booth import BEHIND_AFTER_S
from livedesk.core.session.show import MAX_PINNED
from livedesk.core.translation.order import MAX_WAITING_MESSAGES
from livedesk.core.translation.request import Work
from tests.core.session.rig import ES, Rig, products, show_items

DOUBT = LineWarning(WarningKind.FIGURES, ("12000",), ("1200",))


# --- what the host says ---


def test_that_a_typed_line_is_a_final_caption_and_asked_for() -> None:
    rig = Rig().live().give(ev.AddHostLine("  大家好  "))
    caption = rig.captions()[1]
    request = rig.only_request()
    assert (caption.text, caption.is_final, caption.language) == ("大家好", True, ZH)
    assert (request.work, request.item, request.target) == (Work.FINAL_CAPTION, 1, EN)


def test_that_a_typed_lines_time_is_the_time_live() -> None:
    rig = Rig().live().after(30).give(ev.PauseSession()).after(100).give(ev.ContinueSession())
    caption = rig.after(5).give(ev.AddHostLine("大家好")).captions()[1]
    assert (caption.t0_s, caption.heard_at) == (35.0, rig.now)


@pytest.mark.parametrize("text", ["", "   ", "\u202e\u0000"])
def test_that_an_empty_line_is_no_caption(text: str) -> None:
    assert Rig().live().give(ev.AddHostLine(text)).captions() == {}


@pytest.mark.parametrize("command", [None, ev.PauseSession(), ev.EndSession()])
def test_that_nothing_is_captioned_unless_the_show_is_live(command: ev.Command | None) -> None:
    rig = Rig()
    if command:
        rig.live().give(command)
    rig.give(ev.AddHostLine("大家好")).hear("大家好", 1, end=True)
    assert rig.captions() == {}


@pytest.mark.parametrize("command", [ev.PauseSession(), ev.EndSession()])
def test_that_the_last_words_before_a_pause_or_the_end_are_captioned(command: ev.Command) -> None:
    rig = Rig().live().after(5).hear("大家好", 1).after(1).give(command)
    rig.hear("大家好，欢迎各位", 2, end=True)
    assert [(c.text, c.is_final) for c in rig.captions().values()] == [("大家好", True), ("，欢迎各位", True)]


def test_that_sound_lost_right_before_a_pause_is_a_gap() -> None:
    rig = Rig().live().after(5).give(ev.PauseSession(), ev.AudioLost(4.0, 5.0), ev.AudioLost(5.5, 6.0))
    assert [c.gap_s for c in rig.captions().values()] == [1.0]


def test_that_silence_closes_a_segment_by_the_desks_timer() -> None:
    rig = Rig().live().hear("大家好", 1)
    rig.after(SILENCE_CLOSES_AFTER_S - 0.1).give(ev.Ticked())
    assert not rig.captions()[1].is_final
    rig.after(0.2).give(ev.Ticked())
    assert rig.captions()[1].is_final


def test_that_pausing_closes_the_open_caption() -> None:
    rig = Rig().live().hear("大家好", 1).give(ev.PauseSession())
    assert rig.captions()[1].is_final
    assert rig.only_request().work is Work.FINAL_CAPTION


def test_that_what_is_said_after_a_pause_is_captioned_too() -> None:
    rig = Rig().live().hear("大家好", 1).give(ev.PauseSession(), ev.ContinueSession())
    rig.hear("大家好，欢迎各位", 2, end=True)
    assert [c.text for c in rig.captions().values()] == ["大家好", "，欢迎各位"]


def test_that_ending_closes_the_open_caption_before_the_session() -> None:
    rig = Rig().live().hear("大家好", 1).give(ev.EndSession())
    kinds = [type(event) for event in rig.last.events]
    assert kinds.index(ev.CaptionChanged) < kinds.index(ev.SessionChanged)
    assert rig.captions()[1].is_final


def test_that_a_final_takes_the_waiting_partials_back() -> None:
    rig = Rig().live().hear("大家好", 1).hear("大家好欢", 2).hear("大家好欢迎", 3, end=True)
    assert (Work.CAPTION_PARTIAL, 1) in rig.last.withdrawn
    assert rig.only_request().work is Work.FINAL_CAPTION


def test_that_the_host_language_itself_is_not_asked_for() -> None:
    rig = Rig(ZH, EN).live().give(ev.AddHostLine("大家好"))
    assert [r.target for r in rig.requests] == [EN]


def test_that_new_languages_hold_from_the_next_line_on() -> None:
    rig = Rig(EN).live().hear("你好", 1)
    rig.give(ev.ChangeLanguages(EN, (ZH, ES))).give(ev.AddHostLine("hello"))
    assert [r.target for r in rig.requests if r.item == 2] == [ZH, ES]
    assert rig.captions()[2].language == EN
    assert rig.booth.session.host_language == EN


# --- behind ---


def test_that_partials_stop_while_a_final_waits_too_long() -> None:
    rig = Rig().live().give(ev.AddHostLine("第一句"))
    rig.after(BEHIND_AFTER_S + 0.1).hear("第二", 1, 5).hear("第二句", 2, 5)
    assert [r.work for r in rig.requests] == [Work.FINAL_CAPTION]
    rig.answer(rig.only_request()).hear("第二句话", 3, 5)
    assert [r.work for r in rig.requests] == [Work.CAPTION_PARTIAL]


def test_that_the_strip_says_behind_in_whole_seconds() -> None:
    rig = Rig().live().give(ev.AddHostLine("第一句"))
    for _ in range(11):
        rig.after(0.3).give(ev.Ticked())
    behind = [h for h in rig.healths() if h.state is HealthState.BEHIND]
    assert [h.lag_ms for h in behind] == [2000, 3000]


@pytest.mark.parametrize("reason", [None, Reason.LOOP, Reason.EMPTY, Reason.NO_PATH])
def test_that_the_strip_says_ok_once_nothing_waits(reason: Reason | None) -> None:
    rig = Rig().live().give(ev.AddHostLine("第一句"))
    rig.after(3).give(ev.Ticked())
    rig.answer(rig.only_request(), reason=reason).after(0.2).give(ev.Ticked())
    assert rig.healths()[-1].state is HealthState.OK


@pytest.mark.parametrize("state", [HealthState.FAILED, HealthState.OFF])
def test_that_a_translator_that_failed_is_not_called_late(state: HealthState) -> None:
    rig = Rig().live().give(ev.AddHostLine("第一句"))
    rig.give(ev.HealthReported(Health(Part.TRANSLATION, state, code="model_broken")))
    rig.after(5).give(ev.Ticked()).after(5).give(ev.Ticked())
    assert rig.booth.snapshot()[-len(Part) :][list(Part).index(Part.TRANSLATION)] == ev.HealthChanged(
        Health(Part.TRANSLATION, state, code="model_broken")
    )


# --- what buyers say ---


def test_that_a_message_appears_at_once_and_untranslated() -> None:
    rig = Rig().live().chat("price?")
    message = rig.messages()[1]
    assert (message.text, message.state, message.language) == ("price?", MessageState.WAITING, None)
    request = rig.only_request()
    assert (request.source, request.target, request.hints) == (None, ZH, (EN,))


def test_that_a_message_delivered_twice_counts_once() -> None:
    rig = Rig().live().chat("price?").chat("price?")
    assert (len(rig.messages()), rig.booth.session.messages, len(rig.requests)) == (1, 1, 1)


def test_that_chat_goes_on_in_a_pause_and_stops_with_the_show() -> None:
    rig = Rig().chat("too early", 1).live().chat("one", 2).give(ev.PauseSession()).chat("two", 3)
    rig.give(ev.EndSession()).chat("too late", 4)
    assert [m.text for m in rig.messages().values()] == ["one", "two"]


def test_that_a_flood_marks_the_oldest_as_skipped_and_takes_them_back() -> None:
    rig = Rig().live()
    for number in range(MAX_WAITING_MESSAGES + 2):
        rig.chat("price?", number)
    states = [rig.messages()[n].state for n in (1, 2, 3)]
    assert states == [MessageState.SKIPPED, MessageState.SKIPPED, MessageState.WAITING]
    assert (Work.CHAT_MESSAGE, 2) in rig.last.withdrawn
    assert len(rig.requests) == MAX_WAITING_MESSAGES


def test_that_one_click_translates_a_skipped_message() -> None:
    rig = Rig().live()
    for number in range(MAX_WAITING_MESSAGES + 1):
        rig.chat("price?", number)
    rig.answer_all().give(ev.TranslateMessage(MessageId(1)))
    assert rig.messages()[1].state is MessageState.WAITING
    assert rig.answer(rig.only_request(), "多少钱？").messages()[1].state is MessageState.TRANSLATED


@pytest.mark.parametrize("reason", [None, Reason.SAME_LANGUAGE])
def test_that_a_translated_message_is_not_asked_for_again(reason: Reason | None) -> None:
    rig = Rig().live().chat("price?")
    rig.answer(rig.only_request(), "多少钱？", reason=reason).give(ev.TranslateMessage(MessageId(1)))
    assert rig.requests == []


def test_that_a_waiting_message_is_not_asked_for_twice() -> None:
    rig = Rig().live().chat("price?").give(ev.TranslateMessage(MessageId(1)))
    assert len(rig.requests) == 1


def test_that_a_message_that_failed_can_be_tried_again_in_its_language() -> None:
    rig = Rig().live().chat("precio?")
    rig.answer(rig.only_request(), reason=Reason.NO_MODEL, language=ES)
    assert rig.messages()[1].state is MessageState.UNTRANSLATED
    rig.give(ev.TranslateMessage(MessageId(1)))
    assert rig.only_request().source == ES


def test_that_the_operator_can_say_which_language_a_message_is_in() -> None:
    rig = Rig().live().chat("ok gracias")
    guess = rig.only_request()
    rig.give(ev.SetMessageLanguage(MessageId(1), ES))
    assert rig.only_request().source == ES
    rig.answer(guess, "错", language=EN)
    assert rig.messages()[1].language == ES
    assert rig.answer(rig.only_request(), "好的，谢谢").messages()[1].is_language_sure


@pytest.mark.parametrize(
    "command",
    [
        ev.TranslateMessage(MessageId(9)),
        ev.SetMessageLanguage(MessageId(9), ES),
        ev.DraftReply(MessageId(9), "你好"),
        ev.SendReply(MessageId(9), "你好"),
        ev.RetryReply(ReplyId(9)),
        ev.ReplySent(ReplyId(9)),
        ev.ReplyFailed(ReplyId(9), "source_closed"),
        ev.AcceptFigures(SegmentId(9)),
        ev.UnpinProduct(Sku("none")),
        ev.DismissNotice(NoticeCode.BEHIND),
        ev.GoToShowItem(3),
    ],
    ids=lambda c: type(c).__name__,
)
def test_that_a_word_about_what_is_not_there_changes_nothing(command: ev.Input) -> None:
    assert Rig().live().give(command).last.events == []


# --- replies ---


def _asked(rig: Rig, language: Language | None = ES) -> Rig:
    rig.live().chat("precio?")
    return rig.answer(rig.only_request(), "多少钱？", language=language) if language else rig


def test_that_a_reply_goes_out_in_the_buyers_language() -> None:
    rig = _asked(Rig()).give(ev.SendReply(MessageId(1), "四美元", is_private=True))
    assert (rig.only_request().source, rig.only_request().target) == (ZH, ES)
    assert rig.deliveries == []
    rig.answer(rig.only_request(), "cuatro dólares")
    ((message, reply),) = rig.deliveries
    assert reply.translation is not None
    assert (message.id, reply.translation.text, reply.is_private) == (1, "cuatro dólares", True)


def test_that_a_reply_to_a_buyer_not_yet_identified_goes_in_the_audiences_language() -> None:
    rig = _asked(Rig(), None)
    rig.requests.clear()
    rig.give(ev.SendReply(MessageId(1), "四美元"))
    assert (rig.only_request().source, rig.only_request().target) == (ZH, EN)
    assert rig.deliveries == []


def test_that_a_reply_in_the_hosts_own_language_goes_as_it_is() -> None:
    rig = _asked(Rig(), ZH).give(ev.SendReply(MessageId(1), "四美元"))
    rig.answer(rig.only_request(), "四美元", reason=Reason.SAME_LANGUAGE)
    assert [r.state for _, r in rig.deliveries] == [ReplyState.SENDING]


def test_that_a_reply_as_written_goes_at_once() -> None:
    rig = _asked(Rig()).give(ev.SendReply(MessageId(1), "FOB Ningbo", as_written=True))
    ((_, reply),) = rig.deliveries
    assert reply.translation is not None
    assert reply.translation.text == "FOB Ningbo"
    assert rig.requests == []


def test_that_a_message_is_answered_once_its_reply_was_taken() -> None:
    rig = _asked(Rig())
    assert rig.booth.session.unanswered == 1
    rig.give(ev.SendReply(MessageId(1), "四美元")).answer_all()
    assert not rig.messages()[1].is_answered
    rig.give(ev.ReplySent(ReplyId(1)))
    assert rig.messages()[1].is_answered
    assert rig.replies()[1].state is ReplyState.SENT
    assert rig.booth.session.unanswered == 0


def test_that_a_failed_reply_is_sent_again_once_on_retry() -> None:
    rig = _asked(Rig()).give(ev.SendReply(MessageId(1), "四美元", is_private=True)).answer_all()
    rig.give(ev.ReplyFailed(ReplyId(1), "source_closed"))
    assert (rig.replies()[1].state, rig.replies()[1].failure) == (ReplyState.FAILED, "source_closed")
    rig.deliveries.clear()
    rig.give(ev.RetryReply(ReplyId(1)), ev.RetryReply(ReplyId(1)))
    ((_, reply),) = rig.deliveries
    assert (reply.id, reply.text, reply.is_private) == (1, "四美元", True)
    assert len(rig.replies()) == 1


def test_that_a_draft_shows_its_translation_and_its_reading_back() -> None:
    rig = _asked(Rig()).give(ev.DraftReply(MessageId(1), "四美元"))
    rig.answer(rig.only_request(), "cuatro dólares").answer(rig.only_request(), "四块美金")
    reply = rig.replies()[1]
    assert reply.back is not None
    assert (reply.state, reply.back.text) == (ReplyState.CHECKED, "四块美金")


# --- doubtful figures ---


def test_that_doubtful_figures_count_until_they_are_accepted() -> None:
    rig = Rig().live().give(ev.AddHostLine("一万二"))
    rig.answer(rig.only_request(), "1,200", warnings=(DOUBT,))
    assert rig.booth.session.doubts == 1
    rig.give(ev.AcceptFigures(SegmentId(1)))
    assert rig.booth.session.doubts == 0
    assert rig.captions()[1].translations[0].warnings == ()


# --- on air ---


def test_that_at_most_three_products_are_on_air() -> None:
    rig = Rig().give(ev.CatalogueLoaded(products("A", "B", "C", "D")))
    rig.give(*(ev.PinProduct(Sku(s)) for s in "ABCD"))
    assert rig.booth.session.pinned == ("A", "B", "C")
    assert [n.code for n in rig.notices()] == [NoticeCode.PIN_LIMIT]
    assert rig.notices()[0].params == {"limit": MAX_PINNED}


def test_that_making_room_on_air_takes_the_notice_down() -> None:
    rig = Rig().give(ev.CatalogueLoaded(products("A", "B", "C", "D")))
    rig.give(*(ev.PinProduct(Sku(s)) for s in "ABCD")).give(ev.UnpinProduct(Sku("A")))
    assert rig.of(ev.NoticeCleared) == [ev.NoticeCleared(NoticeCode.PIN_LIMIT)]
    assert rig.give(ev.PinProduct(Sku("D"))).booth.session.pinned == ("B", "C", "D")


def test_that_a_product_on_air_is_not_pinned_twice() -> None:
    rig = Rig().give(ev.CatalogueLoaded(products("A"))).give(ev.PinProduct(Sku("A")), ev.PinProduct(Sku("A")))
    assert rig.booth.session.pinned == ("A",)


def test_that_an_unknown_product_is_not_pinned() -> None:
    rig = Rig().give(ev.CatalogueLoaded(products("A"))).give(ev.PinProduct(Sku("X")))
    assert rig.booth.session.pinned == ()


def test_that_sold_out_can_be_set_and_taken_back() -> None:
    rig = Rig().give(ev.CatalogueLoaded(products("A", "B"))).give(ev.MarkSoldOut(Sku("A"), True))
    assert rig.booth.session.sold_out == {"A"}
    assert rig.give(ev.MarkSoldOut(Sku("A"), False)).booth.session.sold_out == frozenset()


def test_that_what_is_on_air_stays_through_start_and_end() -> None:
    rig = Rig().give(ev.CatalogueLoaded(products("A", "B")), ev.PinProduct(Sku("A")))
    rig.give(ev.MarkSoldOut(Sku("B"), True)).live()
    assert (rig.booth.session.pinned, rig.booth.session.sold_out) == (("A",), {"B"})


def test_that_a_product_that_left_the_catalogue_is_off_air() -> None:
    rig = Rig().give(ev.CatalogueLoaded(products("A", "B")), ev.PinProduct(Sku("A")), ev.PinProduct(Sku("B")))
    rig.give(ev.CatalogueLoaded(products("B", "C")))
    assert rig.booth.session.pinned == ("B",)
    assert [e.products for e in rig.of(ev.CatalogueChanged)] == [products("B", "C")]


def test_that_the_run_of_show_moves_to_steps_it_has() -> None:
    rig = Rig().give(ev.CatalogueLoaded((), show_items(3))).live().after(60).give(ev.GoToShowItem(2))
    assert (rig.booth.session.show_index, rig.booth.session.show_item_since) == (2, rig.now)
    rig.after(60).give(ev.GoToShowItem(3), ev.GoToShowItem(-1))
    assert rig.booth.session.show_index == 2


def test_that_a_shorter_run_of_show_begins_at_its_first_step() -> None:
    rig = Rig().give(ev.CatalogueLoaded((), show_items(3))).live().give(ev.GoToShowItem(2))
    rig.after(60).give(ev.CatalogueLoaded((), show_items(2)))
    assert (rig.booth.session.show_index, rig.booth.session.show_item_since) == (0, rig.now)


# --- the session ---


def test_that_commands_that_do_not_fit_the_state_change_nothing() -> None:
    rig = Rig().give(ev.PauseSession(), ev.ContinueSession(), ev.EndSession())
    assert rig.events == []
    rig.live()
    before = rig.booth.session
    rig.give(ev.StartSession("another", is_rehearsal=True), ev.ContinueSession())
    assert rig.booth.session == before


def test_that_a_new_session_begins_empty() -> None:
    rig = Rig().live().give(ev.AddHostLine("大家好")).chat("price?").give(ev.EndSession()).after(60).live()
    session = rig.booth.session
    assert (session.messages, session.unanswered, session.doubts) == (0, 0, 0)
    assert rig.give(ev.AddHostLine("又见面了")).of(ev.CaptionChanged)[0].caption.segment == 1


def test_that_results_of_an_earlier_session_are_ignored() -> None:
    rig = Rig().live().give(ev.AddHostLine("旧的")).chat("old?")
    caption, message = rig.requests
    rig.give(ev.EndSession()).after(60).live().give(ev.AddHostLine("新的")).chat("new?", 2)
    rig.answer(caption, "old").answer(message, "旧的")
    assert rig.captions()[1].translations == ()
    assert rig.messages()[1].state is MessageState.WAITING


def test_that_results_that_come_after_the_end_still_count() -> None:
    rig = Rig().live().give(ev.AddHostLine("再见")).give(ev.EndSession())
    assert rig.answer(rig.only_request(), "Goodbye").captions()[1].translations[0].text == "Goodbye"


def test_that_the_end_says_what_was_saved() -> None:
    rig = Rig().live().give(ev.AddHostLine("大家好")).chat("hi").chat("price?", 2).give(ev.EndSession())
    (notice,) = rig.notices()
    assert (notice.code, notice.params) == (NoticeCode.SESSION_SAVED, {"captions": 1, "messages": 2})


def test_that_the_session_is_told_only_when_it_changed() -> None:
    rig = Rig().live().give(ev.Ticked(), ev.GoToShowItem(5))
    assert len([e for e in rig.events if isinstance(e, ev.SessionChanged)]) == 1


# --- going on after a crash ---


def _crashed(rig: Rig) -> ev.SessionRestored:
    """What the store holds when the process is killed: the newest state of each row, finals only."""
    captions = (replace(c, translations=tuple(t for t in c.translations if t.is_final)) for c in _finals(rig))
    return ev.SessionRestored(
        rig.booth.session, tuple(captions), tuple(rig.messages().values()), tuple(rig.replies().values())
    )


def _finals(rig: Rig) -> list[Caption]:
    return [c for c in rig.captions().values() if c.is_final]


def test_that_a_restored_session_goes_on_paused_with_all_its_lines() -> None:
    rig = Rig().live().give(ev.AddHostLine("大家好")).chat("price?").answer_all()
    fresh = Rig(now=rig.now + 600).give(_crashed(rig))
    assert fresh.booth.session.state is SessionState.PAUSED
    assert isinstance(fresh.events[0], ev.SessionChanged)
    assert (len(fresh.captions()), len(fresh.messages())) == (1, 1)
    fresh.give(ev.ContinueSession(), ev.AddHostLine("我们继续"))
    assert fresh.captions()[2].text == "我们继续"


def test_that_the_clock_of_a_restored_session_goes_on_where_its_last_line_stood() -> None:
    rig = Rig().live().after(3_600).give(ev.AddHostLine("一小时了"))
    fresh = Rig(now=rig.now + 600).give(_crashed(rig)).after(60)
    assert fresh.booth.session.ran_s == 3_600
    caption = fresh.give(ev.ContinueSession()).after(5).give(ev.AddHostLine("继续")).captions()[2]
    assert caption.t0_s == 3_605


def test_that_the_clock_of_a_session_killed_in_a_pause_stands_where_it_was_paused() -> None:
    rig = Rig().live().after(100).give(ev.PauseSession()).after(500).chat("still there?")
    assert Rig(now=rig.now + 600).give(_crashed(rig)).booth.session.ran_s == 100


def test_that_lines_that_waited_when_the_process_died_are_asked_for_again() -> None:
    rig = Rig(EN, ES).live().give(ev.AddHostLine("大家好")).chat("price?").chat("hola", 2)
    english, _, _, second = rig.requests
    rig.answer(english, "Hello").answer(second, "你好")
    fresh = Rig(EN, ES, now=rig.now + 600).give(_crashed(rig))
    assert [(r.work, r.item, r.target) for r in fresh.requests] == [
        (Work.FINAL_CAPTION, 1, ES),
        (Work.CHAT_MESSAGE, 1, ZH),
    ]
    fresh.answer_all()
    assert [t.text for t in fresh.captions()[1].translations] == ["Hello", "[es]"]
    assert fresh.messages()[1].state is MessageState.TRANSLATED
    assert not fresh.booth.is_waiting


def test_that_a_line_that_has_its_reason_is_not_asked_for_again() -> None:
    rig = Rig().live().give(ev.AddHostLine("大家好"))
    rig.answer(rig.only_request(), reason=Reason.LOOP)
    assert Rig(now=rig.now + 600).give(_crashed(rig)).requests == []


def test_that_a_reply_that_was_on_its_way_is_failed_and_can_be_retried() -> None:
    rig = _asked(Rig()).give(ev.SendReply(MessageId(1), "四美元")).answer_all()
    fresh = Rig(now=rig.now + 600).give(_crashed(rig))
    assert (fresh.replies()[1].state, fresh.replies()[1].failure) == (ReplyState.FAILED, Reason.STOPPED.value)
    assert [r.id for _, r in fresh.give(ev.RetryReply(ReplyId(1))).deliveries] == [1]


def test_that_translations_count_even_if_the_computers_clock_was_set_back() -> None:
    rig = Rig(now=5_000.0).live().give(ev.AddHostLine("大家好")).answer_all()
    fresh = Rig(now=2_000.0).give(_crashed(rig), ev.ContinueSession(), ev.AddHostLine("继续"))
    assert fresh.answer(fresh.only_request(), "Go on").captions()[2].translations[0].text == "Go on"


def test_that_a_restored_flood_is_skipped_down_to_the_limit() -> None:
    rig = Rig().live()
    for number in range(MAX_WAITING_MESSAGES):
        rig.chat("price?", number)
    fresh = Rig(now=rig.now + 600).give(_crashed(rig)).chat("one more", 99)
    assert fresh.messages()[1].state is MessageState.SKIPPED


def test_that_a_session_is_not_restored_over_a_running_one() -> None:
    old = _crashed(Rig().live().give(ev.AddHostLine("大家好")))
    rig = Rig(now=9_000.0).live()
    assert rig.give(old).last.events == []


def test_that_restoring_takes_the_offer_down() -> None:
    rig = Rig().give(ev.NoticeRaised(Notice(NoticeCode.UNFINISHED_SESSION, NoticeLevel.WARNING)))
    rig.give(_crashed(Rig().live()))
    assert ev.NoticeCleared(NoticeCode.UNFINISHED_SESSION) in rig.last.events


def test_that_a_newcomer_among_the_subscribers_is_told_what_stands() -> None:
    notice = Notice(NoticeCode.NO_MODEL, NoticeLevel.WARNING, {"source": "zh"})
    rig = Rig().give(ev.CatalogueLoaded(products("A")), ev.NoticeRaised(notice)).live()
    told = rig.booth.snapshot()
    assert ev.CatalogueChanged(products("A")) in told
    assert ev.SessionChanged(rig.booth.session) in told
    assert ev.NoticePosted(notice) in told
    assert {e.health.part for e in told if isinstance(e, ev.HealthChanged)} == set(Part)


# --- stopping ---


def test_that_stopping_leaves_nothing_waiting() -> None:
    rig = Rig(EN, ES).live().give(ev.AddHostLine("大家好")).chat("price?").chat("hola", 2)
    rig.answer(rig.requests[-1], "你好", language=ES).give(ev.SendReply(MessageId(2), "四美元"))
    assert rig.booth.is_waiting
    assert rig.booth.is_waiting_for_finals
    rig.stop()
    assert not rig.booth.is_waiting
    assert [t.reason for t in rig.captions()[1].translations] == [Reason.STOPPED, Reason.STOPPED]
    assert rig.messages()[1].state is MessageState.SKIPPED
    assert rig.replies()[1].failure == Reason.STOPPED.value


def test_that_stopping_with_nothing_waiting_says_nothing() -> None:
    assert Rig().live().give(ev.AddHostLine("大家好")).answer_all().stop().last.events == []


# --- the board ---


def test_that_health_is_told_only_when_it_changed() -> None:
    report = ev.HealthReported(Health(Part.STORE, HealthState.OK))
    rig = Rig().give(report, report)
    assert len(rig.healths()) == 1


def test_that_a_notice_is_posted_once() -> None:
    raised = ev.NoticeRaised(Notice(NoticeCode.STORE_FAILED, NoticeLevel.ERROR, {"code": "disk_full"}))
    rig = Rig().give(raised, raised)
    assert len(rig.notices()) == 1


def test_that_a_notice_with_news_replaces_the_one_before() -> None:
    first = Notice(NoticeCode.STORE_FAILED, NoticeLevel.ERROR, {"code": "disk_full"})
    second = replace(first, params={"code": "database_locked"})
    rig = Rig().give(ev.NoticeRaised(first), ev.NoticeRaised(second))
    assert rig.notices() == [first, second]


def test_that_a_dismissed_notice_may_come_again() -> None:
    raised = ev.NoticeRaised(Notice(NoticeCode.STORE_FAILED, NoticeLevel.ERROR))
    rig = Rig().give(raised, ev.DismissNotice(NoticeCode.STORE_FAILED))
    assert rig.of(ev.NoticeCleared) == [ev.NoticeCleared(NoticeCode.STORE_FAILED)]
    assert len(rig.give(raised).notices()) == 2


def test_that_a_missing_model_is_said_once_and_shown_in_the_strip() -> None:
    rig = Rig().live().give(ev.AddHostLine("一"), ev.AddHostLine("二"))
    for request in list(rig.requests):
        rig.answer(request, reason=Reason.NO_MODEL)
    assert [n.code for n in rig.notices()] == [NoticeCode.NO_MODEL]
    assert rig.healths()[-1] == Health(Part.TRANSLATION, HealthState.OFF, code=Reason.NO_MODEL)


def test_that_a_buyers_language_without_a_model_is_no_fault_of_the_desk() -> None:
    rig = Rig().live().chat("สวัสดี")
    rig.answer(rig.only_request(), reason=Reason.NO_MODEL, language=Language("th"))
    assert rig.notices() == []
    assert [h.state for h in rig.healths()] == [HealthState.OK]


def test_that_a_failing_engine_is_shown_until_a_line_comes_through() -> None:
    rig = Rig().live().give(ev.AddHostLine("一"), ev.AddHostLine("二"))
    first, second = rig.requests
    rig.answer(first, reason=Reason.ENGINE_FAILED)
    assert rig.healths()[-1].state is HealthState.FAILED
    rig.after(0.5).answer(second, "Two")
    assert (rig.healths()[-1].state, rig.healths()[-1].lag_ms) == (HealthState.OK, 500)
