"""Reports: figures of shows that were counted by hand, and what must add up in every show."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.chat.intent import Intent
from livedesk.core.chat.moderation import HiddenWhy
from livedesk.core.events import SessionRestored
from livedesk.core.ids import (
    EN,
    ZH,
    Language,
    LeadId,
    MessageId,
    ReplyId,
    SegmentId,
    SessionId,
    Sku,
    buyer_id,
)
from livedesk.core.leads.lead import Lead, LeadItem, LeadScore
from livedesk.core.records import (
    Caption,
    LineWarning,
    Message,
    MessageState,
    Offer,
    Origin,
    Reason,
    Reply,
    ReplyState,
    Session,
    SessionState,
    Translation,
    WarningKind,
)
from livedesk.core.report.making import Stored, make_report, message_lines
from livedesk.core.report.minutes import AudienceMinute
from livedesk.core.report.report import Count, MessageFate, Money, Report, ResponseTimes
from livedesk.core.session.air import AirKind, AirTime
from tests import strategies

ES = Language("es")
SHOW = SessionId("20270115-080000-000")
START = 1_800_000_000.0
MUG, PAN = Sku("MUG"), Sku("PAN")
SESSION = Session(
    SHOW,
    "Hall 3",
    SessionState.ENDED,
    False,
    ZH,
    (EN, ES),
    started_at=START,
    ended_at=START + 600,
    ran_s=540,
)


def asked(number: int, at_s: float, name: str, *intents: Intent, product: Sku | None = None) -> Message:
    return Message(
        MessageId(number),
        "phone",
        str(number),
        buyer_id("phone", name),
        name,
        f"question {number}",
        START + at_s,
        ES,
        True,
        MessageState.TRANSLATED,
        translation=Translation(ZH, f"问题 {number}", 1, 4, True),
        products=(product,) if product else (),
        intents=intents,
    )


def answered(number: int, message: int, at_s: float, state: ReplyState = ReplyState.SENT) -> Reply:
    return Reply(ReplyId(number), MessageId(message), 1, "二十", ZH, state, START + at_s)


def said(number: int, text: str, *translations: Translation) -> Caption:
    at = float(number * 10)
    return Caption(
        SegmentId(number),
        1,
        ZH,
        text,
        len(text),
        True,
        Origin.TYPED,
        at,
        at + 2,
        START + at,
        translations,
    )


def into(language: Language, text: str, lag_ms: int = 0, reason: Reason | None = None) -> Translation:
    return Translation(language, text, 1, len(text), True, reason, lag_ms=lag_ms)


def report_of(
    messages: tuple[Message, ...] = (), replies: tuple[Reply, ...] = (), captions: tuple[Caption, ...] = ()
) -> Report:
    return make_report(Stored(SessionRestored(SESSION, captions, messages, replies)))


# --- time ---


def test_that_time_live_and_pauses_are_told_apart() -> None:
    report = report_of()
    assert (report.live_s, report.paused_s) == (540, 60)
    assert report.is_ended


def test_that_a_show_that_runs_counts_up_to_the_last_that_is_known_of_it() -> None:
    running = replace(SESSION, state=SessionState.LIVE, ended_at=0.0, ran_s=100, running_since=START + 120)
    report = make_report(Stored(SessionRestored(running, (), (asked(1, 300, "Ana"),), ())))
    assert (report.until_at, report.live_s, report.paused_s) == (START + 300, 280, 20)
    assert not report.is_ended


def test_that_a_show_without_a_line_is_empty_and_one_with_a_single_line_is_not() -> None:
    assert report_of().is_empty
    assert report_of().stretches != ()
    assert not report_of(captions=(said(1, "好"),)).is_empty
    never = replace(SESSION, started_at=0.0, ended_at=0.0, ran_s=0.0)
    report = make_report(Stored(SessionRestored(never, (), (), ())))
    assert (report.live_s, report.paused_s, report.stretches) == (0, 0, ())


def test_that_a_clock_that_jumped_makes_no_negative_time() -> None:
    message = asked(1, -4000, "Ana", Intent.PRICE)
    report = report_of((message,), (answered(1, 1, -5000),))
    assert report.chat.response == ResponseTimes(1, 0.0, 0.0)
    assert sum(stretch.messages for stretch in report.stretches) == 1


# --- chat ---

CHAT = (
    asked(1, 10, "Ana", Intent.GREETING),
    asked(2, 20, "Ana", Intent.PRICE, product=MUG),
    asked(3, 30, "Bo", Intent.PRICE, Intent.MOQ, product=MUG),
    asked(4, 40, "Bo", Intent.SAMPLE, product=PAN),
    asked(5, 50, "Cy", product=PAN),
    asked(6, 60, "Cy", Intent.COMPLAINT),
    replace(asked(7, 70, "Spam", Intent.PRICE, product=MUG), hidden=HiddenWhy.WORD),
)
REPLIES = (
    answered(1, 2, 50),
    answered(2, 2, 90),
    answered(3, 3, 40),
    answered(4, 4, 100, ReplyState.FAILED),
    answered(5, 7, 80),
    answered(6, 5, 55, ReplyState.TYPED),
)


def test_that_messages_are_answered_open_or_greetings_and_hidden_ones_are_apart() -> None:
    chat = report_of(CHAT, REPLIES).chat
    assert (chat.messages, chat.hidden, chat.buyers) == (6, 1, 3)
    assert (chat.answered, chat.unanswered, chat.greetings) == (2, 3, 1)
    assert (chat.replies, chat.failed_replies) == (3, 1)


def test_that_the_wait_is_to_the_first_answer_and_nobody_waits_for_a_draft() -> None:
    report = report_of(CHAT, REPLIES)
    assert report.chat.response == ResponseTimes(2, 10.0, 30.0)
    by_intent = {figures.intent: figures for figures in report.intents}
    assert by_intent["price"].response == ResponseTimes(2, 10.0, 30.0)
    assert by_intent["sample"].response == ResponseTimes()


def test_that_the_table_of_products_and_questions_counts_each_message_once() -> None:
    cross = report_of(CHAT, REPLIES).cross
    assert cross.intents == ("price", "sample", "greeting", "complaint", "other")
    assert [(row.sku, row.counts) for row in cross.rows] == [
        (MUG, (2, 0, 0, 0, 0)),
        (PAN, (0, 1, 0, 0, 1)),
        ("", (0, 0, 1, 1, 0)),
    ]
    assert cross.totals == (2, 1, 1, 1, 1)


def test_that_a_message_about_two_products_counts_for_both_in_the_list_of_products() -> None:
    both = replace(asked(1, 10, "Ana", Intent.PRICE), products=(MUG, PAN, MUG))
    report = report_of((both,))
    assert [(p.sku, p.asked, p.unanswered) for p in report.products] == [(MUG, 1, 1), (PAN, 1, 1)]
    assert [row.total for row in report.cross.rows] == [1]


def test_that_hot_leads_come_first_then_complaints_and_remarks_come_last() -> None:
    chat = (
        asked(1, 10, "Cold", Intent.PRICE),
        asked(2, 20, "Angry", Intent.COMPLAINT),
        asked(3, 30, "Hot"),
        asked(4, 40, "Hot", Intent.SAMPLE),
        asked(5, 50, "Nobody", Intent.PRICE),
    )
    hot = Lead(LeadId("1"), START, START, SHOW, buyer_id("phone", "Hot"), name="Hot", score=LeadScore.HOT)
    cold = replace(hot, id=LeadId("2"), buyer=buyer_id("phone", "Cold"), score=LeadScore.COLD)
    report = make_report(Stored(SessionRestored(SESSION, (), chat, ()), leads=(cold, hot)))
    assert [q.buyer_name for q in report.open_questions] == ["Hot", "Angry", "Cold", "Nobody", "Hot"]
    assert report.open_questions[-1].message == 3
    assert report.open_questions[0].score is LeadScore.HOT


def test_that_an_answer_that_failed_is_marked_at_its_question() -> None:
    report = report_of(CHAT, REPLIES)
    assert {q.message: q.has_failed for q in report.open_questions} == {4: True, 5: False, 6: False}


def test_that_each_message_has_its_fate_in_the_list() -> None:
    lines = message_lines(Stored(SessionRestored(SESSION, (), CHAT, REPLIES)))
    assert [(line.message.id, line.fate, line.waited_s) for line in lines] == [
        (1, MessageFate.GREETING, None),
        (2, MessageFate.ANSWERED, 30.0),
        (3, MessageFate.ANSWERED, 10.0),
        (4, MessageFate.UNANSWERED, None),
        (5, MessageFate.UNANSWERED, None),
        (6, MessageFate.UNANSWERED, None),
    ]


def test_that_places_are_counted_by_platform_and_country_with_the_unknown_last() -> None:
    chat = (
        replace(CHAT[0], platform="tiktok", country="MX"),
        replace(CHAT[1], country="MX"),
        replace(CHAT[2], language=None),
        CHAT[3],
    )
    figures = report_of(chat).chat
    assert figures.by_platform == (Count("phone", 3), Count("tiktok", 1))
    assert figures.by_country == (Count("MX", 2), Count("", 2))
    assert figures.by_language == (Count("es", 3), Count("", 1))


# --- captions ---


def test_that_captions_are_counted_by_language_with_why_and_how_late() -> None:
    doubt = (LineWarning(WarningKind.FIGURES, ("12",), ("21",)),)
    lines = (
        said(1, "大家好 12", replace(into(EN, "Hello 21", 100), warnings=doubt), into(ES, "Hola", 300)),
        said(2, "马克杯", into(EN, "Mug", 200), into(ES, "", 0, Reason.LOOP)),
        said(3, "OK", into(EN, "OK", 0, Reason.SAME_LANGUAGE), into(ES, "Vale", 500)),
        said(4, "好", replace(into(EN, "Good", 9000), is_corrected=True), into(ES, "", 0, Reason.LOOP)),
        replace(said(5, ""), gap_s=12.0),
    )
    figures = report_of(captions=lines).captions
    assert (figures.lines, figures.words) == (4, 4 + 3 + 1 + 1)
    assert (figures.corrected, figures.to_check, figures.gaps, figures.gaps_s) == (1, 1, 1, 12.0)
    english, spanish = figures.translations
    assert (english.translated, english.untranslated) == (3, ())
    assert (english.lag_p50_ms, english.lag_p95_ms) == (100, 200)
    assert (spanish.translated, spanish.untranslated) == (2, (Count("loop", 2),))


# --- leads, air, phones ---


def test_that_leads_are_those_of_the_show_and_their_worth_is_exact() -> None:
    product = Product(
        MUG, 1, {EN: "Mug"}, {}, (PriceTier(100, Decimal("0.10")), PriceTier(1000, Decimal("0.07")))
    )
    lead = Lead(
        LeadId("1"), START, START, SHOW, country="MX", score=LeadScore.WARM, items=(LeadItem(MUG, 3000),)
    )
    leads = (
        lead,
        replace(lead, id=LeadId("2"), score=LeadScore.HOT, items=(LeadItem(MUG, 50), LeadItem(PAN, 9))),
        replace(lead, id=LeadId("3"), items=(LeadItem(MUG),)),
        replace(lead, id=LeadId("4"), session=SessionId("another")),
    )
    report = make_report(Stored(SessionRestored(SESSION, (), (), ()), leads=leads, products=(product,)))
    assert [line.lead.id for line in report.leads.lines] == ["2", "1", "3"]
    assert report.leads.value == (Money("USD", Decimal("215.00")),)
    assert report.leads.scored(LeadScore.WARM) == 2
    assert report.leads.by_product == (Count(MUG, 3), Count(PAN, 1))
    assert [(p.sku, p.leads, p.quantity) for p in report.products] == [(MUG, 3, 3050), (PAN, 1, 9)]
    assert report.names == {MUG: {EN: "Mug"}}


def test_that_what_was_on_air_stays_within_the_show_and_counts_what_came_meanwhile() -> None:
    offer = Offer(MUG, {ZH: "九折"}, Decimal("1.00"), "USD")
    history = (
        AirTime(SHOW, AirKind.PINNED, MUG, START - 500, START + 45),
        AirTime(SHOW, AirKind.OFFER, MUG, START + 25, None, offer),
    )
    report = make_report(Stored(SessionRestored(SESSION, (), CHAT, ()), history))
    pinned, offered = report.on_air
    assert (pinned.began_at, pinned.ended_at, pinned.messages) == (START, START + 45, 4)
    assert (offered.ended_at, offered.messages, offered.price) == (
        START + 600,
        4,
        Money("USD", Decimal("1.00")),
    )
    assert [(p.sku, p.on_air_s) for p in report.products if p.on_air_s] == [(MUG, 45.0)]


def test_that_the_peak_of_the_phones_and_all_reactions_are_told() -> None:
    first = int(START // 60)
    minutes = (
        AudienceMinute(first, 3, {EN: 3}, {"heart": 2}),
        AudienceMinute(first + 2, 9, {EN: 4, ES: 5}, {"heart": 7, "clap": 1}),
        AudienceMinute(first + 3, 9, {EN: 9}, {"heart": 1}),
    )
    report = make_report(Stored(SessionRestored(SESSION, (), (), ()), audience=minutes))
    assert report.audience is not None
    assert (report.audience.peak, report.audience.peak_at) == (9, START + 120)
    assert report.audience.languages == (Count("es", 5), Count("en", 4))
    assert report.audience.reactions == (Count("heart", 7), Count("clap", 1))
    assert [stretch.phones for stretch in report.stretches[:5]] == [3, None, 9, 9, None]


# --- in every show ---

own_leads = st.builds(
    Lead,
    id=st.text(max_size=5).map(LeadId),
    created_at=strategies.times,
    changed_at=strategies.times,
    session=st.sampled_from([SHOW, SessionId("x")]),
    buyer=st.none() | st.just(buyer_id("phone", "Ana")),
    country=st.sampled_from(["", "MX", "AE"]),
    score=st.sampled_from(LeadScore),
    items=st.lists(st.builds(LeadItem, strategies.skus, st.none() | st.integers(0, 10**6)), max_size=3).map(
        tuple
    ),
)
shows = st.builds(
    Stored,
    st.builds(
        SessionRestored,
        strategies.sessions.map(lambda session: replace(session, id=SHOW)),
        st.lists(strategies.captions, max_size=5).map(tuple),
        st.lists(strategies.messages, max_size=12, unique_by=lambda m: m.id).map(tuple),
        st.lists(strategies.replies, max_size=8).map(tuple),
    ),
    leads=st.lists(own_leads, max_size=4).map(tuple),
    products=strategies.catalogues,
)


@given(stored=shows)
@settings(deadline=None, max_examples=50)
def test_that_every_message_is_counted_once_in_every_table(stored: Stored) -> None:
    report = make_report(stored)
    chat, shown = report.chat, sum(message.hidden is None for message in stored.data.messages)
    assert chat.messages == shown == len(stored.data.messages) - chat.hidden
    assert chat.messages == chat.answered + chat.unanswered + chat.greetings
    for table in (chat.by_language, chat.by_country, chat.by_platform):
        assert sum(count.count for count in table) == shown
    assert sum(figures.messages for figures in report.intents) == shown
    assert sum(figures.unanswered for figures in report.intents) == chat.unanswered
    assert sum(report.cross.totals) == sum(row.total for row in report.cross.rows) == shown
    assert sum(stretch.messages for stretch in report.stretches) == shown
    assert len(report.open_questions) == chat.unanswered
    fates = Counter(line.fate for line in message_lines(stored))
    assert (fates[MessageFate.ANSWERED], fates[MessageFate.UNANSWERED]) == (chat.answered, chat.unanswered)
    assert chat.response.answers <= chat.answered
    leads = [lead for lead in stored.leads if lead.session == SHOW]
    assert sum(count.count for count in report.leads.by_score) == len(leads)
    assert sum(count.count for count in report.leads.by_country) == len(leads)
    assert min(report.live_s, report.paused_s) >= 0
    assert make_report(stored) == report
