"""What every `EventSink` does, whether it keeps things in a file or in memory."""

from dataclasses import replace
from decimal import Decimal
from typing import Protocol

import pytest

from livedesk.core.captions.heard import Correction, CorrectionKind
from livedesk.core.catalogue.product import (
    Certificate,
    CustomField,
    LeadTime,
    Packing,
    PriceTier,
    Product,
    Variant,
)
from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.intent import Intent
from livedesk.core.chat.moderation import Bar, BarredBuyer, ChatRules, HiddenWhy, Moderation
from livedesk.core.events import (
    BatchesChanged,
    BuyerForgotten,
    CannedChanged,
    CaptionChanged,
    CatalogueChanged,
    Event,
    GlossaryChanged,
    HealthChanged,
    LeadsChanged,
    LinePreviewed,
    LineRemembered,
    MessageChanged,
    ModerationChanged,
    NoticeCleared,
    NoticePosted,
    ReplyChanged,
    SessionChanged,
    SessionRestored,
)
from livedesk.core.ids import (
    EN,
    ZH,
    BuyerId,
    CannedId,
    Language,
    LeadId,
    MessageId,
    ReplyId,
    SegmentId,
    SessionId,
    Sku,
    TermId,
    buyer_id,
)
from livedesk.core.leads.lead import (
    Contact,
    ContactKind,
    Lead,
    LeadItem,
    LeadScore,
    ScoreReason,
    TranscriptLine,
)
from livedesk.core.logistics.trace import Batch, TraceEvent, TraceKind
from livedesk.core.ports import EventSink
from livedesk.core.records import (
    Caption,
    Health,
    HealthState,
    LineWarning,
    Message,
    MessageState,
    Notice,
    NoticeCode,
    NoticeLevel,
    Offer,
    Origin,
    Part,
    Reason,
    Reply,
    ReplyState,
    Session,
    SessionState,
    ShowItem,
    Translation,
    WarningKind,
)
from livedesk.core.translation.remembered import RememberedLine
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.core.translation.terms import Term, TermKind

FIRST, SECOND = SessionId("20261121-193205-001"), SessionId("20261121-210000-002")
LIVE = Session(
    FIRST,
    "秋季展会 3 号馆",
    SessionState.LIVE,
    False,
    ZH,
    (EN, Language("es")),
    started_at=1_795_000_000.25,
    running_since=1_795_000_000.25,
    pinned=(Sku("MUG-01"),),
    sold_out=frozenset({Sku("MUG-02"), Sku("MUG-03")}),
    show=(ShowItem({ZH: "开场", EN: "Welcome"}, 2.5, (Sku("MUG-01"),), {ZH: "大家好"}),),
)
ENGLISH = Translation(EN, "Hello, 12,000 pieces", 3, 20, True, None, (), 180, "zh-en")
DOUBT = LineWarning(WarningKind.FIGURES, ("12400",), ("12000",))
CAPTION = Caption(SegmentId(1), 3, ZH, "大家好，12400 件", 10, True, Origin.TYPED, 1.5, 3.25, 1_795_000_003.5)
TRANSLATED = replace(CAPTION, translations=(replace(ENGLISH, warnings=(DOUBT,)),))
MESSAGE = Message(
    MessageId(1), "phone", "a-1", buyer_id("phone", "María"), "María", "¿Cuánto cuesta? 😀", 1_795_000_010.125
)
ANSWER = Translation(Language("es"), "Veinte dólares", 1, 14, True, model="zh-es")
REPLY = Reply(
    ReplyId(1),
    MessageId(1),
    1,
    "二十美元",
    ZH,
    ReplyState.CHECKED,
    1_795_000_020.0,
    ANSWER,
    Translation(ZH, "", 1, 0, True, Reason.NO_PATH),
)
MUG = Product(
    Sku("MUG-01"),
    1,
    {ZH: "马克杯", EN: "Mug"},
    {ZH: "杯子", EN: "Cups"},
    (PriceTier(100, Decimal("1.20")), PriceTier(1000, Decimal("0.95"))),
    incoterm_place="宁波",
    moq=100,
    unit={EN: "pcs"},
    lead_times=(LeadTime(0, 25),),
    sample_price=Decimal("5.00"),
    certificates=(Certificate("CE"), Certificate("FDA")),
    pictures=("mug.png",),
    description={EN: 'Says "hi"; 350 ml'},
    tags=("new",),
)
BARE = Product(Sku("MUG-02"), 2, {}, {}, ())
WHOLE = replace(
    MUG,
    sku=Sku("MUG-03"),
    number=3,
    lead_times=(LeadTime(100, 20), LeadTime(5000, 35)),
    sample_days=7,
    certificates=(Certificate("LFGB", "2027-06-30"), Certificate("CE")),
    pictures=("a.png", "b.webp"),
    brand="朗汐",
    materials={ZH: "陶瓷", EN: "ceramic"},
    colours={EN: "white, blue"},
    sizes={EN: "350 ml"},
    packing=Packing(36, Decimal("42.5"), Decimal("32"), Decimal("36.0"), Decimal("15.20"), Decimal("14")),
    hs_code="6912.00",
    stock=0,
    selling_points={ZH: "不怕摔\n微波炉可用"},
    script={EN: "Hold it up."},
    variants=(
        Variant(Sku("MUG-03-B"), {EN: "blue"}, (PriceTier(100, Decimal("1.30")),), 12, "b.webp"),
        Variant(Sku("MUG-03-W"), {}),
    ),
    custom=(CustomField("Glaze", "lead-free"),),
    machine_texts=frozenset({"names.en", "materials.en"}),
)
OFFER = Offer(
    Sku("MUG-01"),
    {ZH: "今天九折", EN: "10% off today"},
    Decimal("1.08"),
    "USD",
    1_795_000_900.5,
    1_795_000_060.5,
)
HEARD = replace(
    CAPTION,
    segment=SegmentId(3),
    corrections=(Correction(CorrectionKind.HOT_WORD, 0, "打家", "大家", Sku("MUG-01")),),
)
GAP = replace(CAPTION, segment=SegmentId(4), text="", agreed_length=0, gap_s=2.5)
LINKED = replace(MESSAGE, id=MessageId(2), external_id="a-2", products=(Sku("MUG-01"), Sku("MUG-03")))
NAME = {ZH: "朗汐厨具", EN: "Lumio Kitchen"}
BATCH = Batch("B-2610-07", Sku("MUG-01"), (TraceEvent(TraceKind.PRODUCTION, "2026-10-02", "德化", "2 号窑"),))
EMPTY_BATCH = Batch("B-2611-01", Sku("MUG-01"))
BRAND = Term(TermId("own:1"), {ZH: ("红米",), EN: ("Redmi", "Red Mi")}, TermKind.BRAND, True, Sku("MUG-01"))
MARK = Term(TermId("own:2"), {ZH: ("唛头",), EN: ("shipping mark",)})
REMEMBERED = RememberedLine(ZH, EN, "支持贴牌。", "We do private label. 😀", 1_795_000_030.5)
MARIA = buyer_id("phone", "María")
LEAD = Lead(
    LeadId("20261121-193205-001/1"),
    1_795_000_040.5,
    1_795_000_050.5,
    FIRST,
    MARIA,
    "phone",
    "María López",
    "Tiendas del Sur, S.A.",
    "MX",
    Language("es"),
    (Contact(ContactKind.WHATSAPP, "+525512345678"), Contact(ContactKind.EMAIL, "maria@tiendas.mx")),
    (LeadItem(Sku("MUG-01"), 500), LeadItem(Sku("MUG-03"))),
    LeadScore.HOT,
    (ScoreReason.ASKED_QUOTE, ScoreReason.REACHES_MOQ),
    "wants blue 😀",
    ("fair",),
    (TranscriptLine(1_795_000_010.125, True, "¿Cuánto cuesta?", "多少钱？"),),
    1_795_000_041.5,
    "You may write to me.",
    (BuyerId("twitch:maria_l"),),
    frozenset({"name"}),
)
HAND_LEAD = Lead(LeadId("hand/1795000000"), 1_795_000_000.0, 1_795_000_000.0, SessionId(""), name="Wang")
CANNED = CannedAnswer(CannedId("price"), {EN: "From {price:500}", ZH: "{price:500} 起"}, (Intent.PRICE,))
OWN_CANNED = CannedAnswer(CannedId("own:1"), {EN: "Hall 3"})
MODERATION = Moderation(
    ChatRules(("spam",), allows_links=False, takes_photos=True), (BarredBuyer(MARIA, "María", Bar.MUTED),)
)
FROM_AFAR = replace(
    MESSAGE,
    id=MessageId(3),
    external_id="a-3",
    platform="tiktok",
    country="MX",
    photo="photo-1.jpg",
    hidden=HiddenWhy.WORD,
    intents=(Intent.PRICE, Intent.MOQ),
)
PUBLIC = replace(REPLY, id=ReplyId(2), message=MessageId(3), others=(ENGLISH, ANSWER))

PREVIEW = TranslateRequest(Work.GLOSSARY_PREVIEW, 0, 1, "你好", ZH, EN, 1_795_000_000.0)


class Reading(Protocol):
    """How the contract looks at what was kept."""

    def load_session(self, session: SessionId) -> SessionRestored | None: ...
    def unfinished_session(self) -> SessionRestored | None: ...
    def load_catalogue(self) -> tuple[Product, ...]: ...
    def load_booth_name(self) -> dict[Language, str]: ...
    def load_terms(self) -> tuple[Term, ...]: ...

    def load_batches(self) -> tuple[Batch, ...]: ...
    def load_leads(self) -> tuple[Lead, ...]: ...
    def load_canned(self) -> tuple[CannedAnswer, ...] | None: ...
    def load_moderation(self) -> Moderation: ...
    def load_memory(self) -> tuple[RememberedLine, ...]: ...


class SinkContract:
    """Inherit it and give the two fixtures."""

    @pytest.fixture
    def sink(self) -> EventSink:
        raise NotImplementedError

    @pytest.fixture
    def reading(self, sink: EventSink) -> Reading:
        raise NotImplementedError

    def kept(self, reading: Reading, session: SessionId = FIRST) -> SessionRestored:
        found = reading.load_session(session)
        assert found is not None
        return found

    def test_that_everything_of_a_session_comes_back_as_it_was(
        self, sink: EventSink, reading: Reading
    ) -> None:
        sink.write(
            [SessionChanged(LIVE), CaptionChanged(TRANSLATED), MessageChanged(MESSAGE), ReplyChanged(REPLY)]
        )
        assert self.kept(reading) == SessionRestored(LIVE, (TRANSLATED,), (MESSAGE,), (REPLY,))

    def test_that_what_a_line_speaks_of_and_what_was_changed_in_it_is_kept(
        self, sink: EventSink, reading: Reading
    ) -> None:
        offered = replace(LIVE, offer=OFFER)
        sink.write(
            [SessionChanged(offered), CaptionChanged(HEARD), CaptionChanged(GAP), MessageChanged(LINKED)]
        )
        assert self.kept(reading) == SessionRestored(offered, (HEARD, GAP), (LINKED,), ())
        sink.write([SessionChanged(LIVE)])
        assert self.kept(reading).session.offer is None

    def test_that_a_partial_is_never_kept(self, sink: EventSink, reading: Reading) -> None:
        sink.write([SessionChanged(LIVE), CaptionChanged(replace(TRANSLATED, is_final=False))])
        assert self.kept(reading).captions == ()

    def test_that_a_later_partial_does_not_replace_a_final(self, sink: EventSink, reading: Reading) -> None:
        sink.write([SessionChanged(LIVE), CaptionChanged(CAPTION)])
        sink.write([CaptionChanged(replace(CAPTION, text="大", is_final=False))])
        assert self.kept(reading).captions == (CAPTION,)

    def test_that_a_translation_that_comes_later_is_added(self, sink: EventSink, reading: Reading) -> None:
        sink.write([SessionChanged(LIVE), CaptionChanged(CAPTION)])
        sink.write([CaptionChanged(TRANSLATED)])
        assert self.kept(reading).captions == (TRANSLATED,)

    def test_that_the_translation_of_a_partial_is_not_kept_with_the_final(
        self, sink: EventSink, reading: Reading
    ) -> None:
        half = replace(ENGLISH, text="Hel", is_final=False)
        sink.write([SessionChanged(LIVE), CaptionChanged(replace(CAPTION, translations=(half,)))])
        assert self.kept(reading).captions == (CAPTION,)

    def test_that_translations_keep_the_order_of_the_audience(
        self, sink: EventSink, reading: Reading
    ) -> None:
        both = replace(CAPTION, translations=(ANSWER, ENGLISH))
        sink.write([SessionChanged(LIVE), CaptionChanged(TRANSLATED)])
        sink.write([CaptionChanged(both)])
        assert self.kept(reading).captions == (both,)

    def test_that_the_newest_state_of_a_row_wins(self, sink: EventSink, reading: Reading) -> None:
        answered = replace(
            MESSAGE,
            language=Language("es"),
            is_language_sure=True,
            state=MessageState.TRANSLATED,
            translation=replace(ENGLISH, language=ZH, text="多少钱？"),
            is_answered=True,
        )
        sent = replace(REPLY, state=ReplyState.SENT)
        sink.write(
            [SessionChanged(LIVE), MessageChanged(MESSAGE), MessageChanged(answered), ReplyChanged(REPLY)]
        )
        sink.write([ReplyChanged(sent), SessionChanged(replace(LIVE, messages=1))])
        found = self.kept(reading)
        assert (found.messages, found.replies) == ((answered,), (sent,))
        assert found.session.messages == 1

    def test_that_lines_come_back_in_their_order(self, sink: EventSink, reading: Reading) -> None:
        numbered = [replace(CAPTION, segment=SegmentId(n)) for n in (10, 2, 1)]
        sink.write([SessionChanged(LIVE), *map(CaptionChanged, numbered)])
        assert [c.segment for c in self.kept(reading).captions] == [1, 2, 10]

    def test_that_lines_belong_to_the_session_named_last(self, sink: EventSink, reading: Reading) -> None:
        second = replace(LIVE, id=SECOND)
        other = replace(CAPTION, text="再见")
        sink.write(
            [SessionChanged(LIVE), CaptionChanged(CAPTION), SessionChanged(second), CaptionChanged(other)]
        )
        sink.write([MessageChanged(MESSAGE)])
        assert self.kept(reading, FIRST) == SessionRestored(LIVE, (CAPTION,), (), ())
        assert self.kept(reading, SECOND) == SessionRestored(second, (other,), (MESSAGE,), ())

    def test_that_writing_a_batch_twice_changes_nothing(self, sink: EventSink, reading: Reading) -> None:
        batch: list[Event] = [
            SessionChanged(LIVE),
            CaptionChanged(TRANSLATED),
            MessageChanged(MESSAGE),
            ReplyChanged(REPLY),
            CatalogueChanged((MUG, BARE)),
        ]
        sink.write(batch)
        before = self.kept(reading), reading.load_catalogue()
        sink.write(batch)
        assert (self.kept(reading), reading.load_catalogue()) == before

    def test_that_the_catalogue_is_replaced_as_a_whole(self, sink: EventSink, reading: Reading) -> None:
        dearer = replace(MUG, tiers=(PriceTier(100, Decimal("1.30")),))
        sink.write([CatalogueChanged((MUG, BARE))])
        assert reading.load_catalogue() == (MUG, BARE)
        sink.write([CatalogueChanged((MUG, WHOLE, BARE))])
        assert reading.load_catalogue() == (MUG, WHOLE, BARE)
        sink.write([CatalogueChanged((WHOLE, MUG))])
        assert reading.load_catalogue() == (WHOLE, MUG)
        new = replace(BARE, sku=Sku("NEW"))
        sink.write([CatalogueChanged((new, dearer))])
        assert reading.load_catalogue() == (new, dearer)
        sink.write([CatalogueChanged(())])
        assert reading.load_catalogue() == ()

    def test_that_the_booths_name_is_kept_with_its_products(self, sink: EventSink, reading: Reading) -> None:
        assert reading.load_booth_name() == {}
        sink.write([CatalogueChanged((MUG,), NAME)])
        assert reading.load_booth_name() == NAME
        sink.write([CatalogueChanged((MUG,))])
        assert reading.load_booth_name() == {}

    def test_that_the_batches_are_replaced_as_a_whole(self, sink: EventSink, reading: Reading) -> None:
        assert reading.load_batches() == ()
        sink.write([BatchesChanged((BATCH,)), BatchesChanged((BATCH, EMPTY_BATCH))])
        assert reading.load_batches() == (BATCH, EMPTY_BATCH)
        sink.write([BatchesChanged((EMPTY_BATCH,))])
        assert reading.load_batches() == (EMPTY_BATCH,)

    def test_that_a_message_from_afar_is_kept_whole(self, sink: EventSink, reading: Reading) -> None:
        sink.write([SessionChanged(LIVE), MessageChanged(FROM_AFAR), ReplyChanged(PUBLIC)])
        found = self.kept(reading)
        assert (found.messages, found.replies) == ((FROM_AFAR,), (PUBLIC,))

    def test_that_leads_are_replaced_as_a_whole(self, sink: EventSink, reading: Reading) -> None:
        assert reading.load_leads() == ()
        sink.write([LeadsChanged((HAND_LEAD,)), LeadsChanged((LEAD, HAND_LEAD))])
        assert reading.load_leads() == (LEAD, HAND_LEAD)
        called = replace(LEAD, notes="called", items=())
        sink.write([LeadsChanged((called, HAND_LEAD))])
        assert reading.load_leads() == (called, HAND_LEAD)
        sink.write([LeadsChanged((HAND_LEAD,))])
        assert reading.load_leads() == (HAND_LEAD,)
        sink.write([LeadsChanged(())])
        assert reading.load_leads() == ()

    def test_that_canned_answers_and_the_rules_of_the_chat_are_kept(
        self, sink: EventSink, reading: Reading
    ) -> None:
        assert (reading.load_canned(), reading.load_moderation()) == (None, Moderation())
        sink.write([CannedChanged((CANNED, OWN_CANNED)), ModerationChanged(MODERATION)])
        assert reading.load_canned() == (CANNED, OWN_CANNED)
        assert reading.load_moderation() == MODERATION
        sink.write([CannedChanged((OWN_CANNED, CANNED)), ModerationChanged(Moderation())])
        assert reading.load_canned() == (OWN_CANNED, CANNED)
        assert reading.load_moderation() == Moderation()

    def test_that_a_forgotten_buyer_is_gone_from_every_session_and_nobody_else(
        self, sink: EventSink, reading: Reading
    ) -> None:
        other = replace(MESSAGE, id=MessageId(2), external_id="b", buyer=BuyerId("phone:Ana"))
        answer = replace(REPLY, id=ReplyId(2), message=MessageId(2))
        said = replace(REMEMBERED, source=MESSAGE.text)
        for session in (FIRST, SECOND):
            sink.write(
                [SessionChanged(replace(LIVE, id=session)), MessageChanged(MESSAGE), ReplyChanged(REPLY)]
            )
            sink.write([MessageChanged(other), ReplyChanged(answer)])
        sink.write([LineRemembered(REMEMBERED), LineRemembered(said), LeadsChanged((LEAD, HAND_LEAD))])
        sink.write([LeadsChanged((HAND_LEAD,)), BuyerForgotten(MARIA)])
        for session in (FIRST, SECOND):
            found = self.kept(reading, session)
            assert (found.messages, found.replies) == ((other,), (answer,))
        assert reading.load_leads() == (HAND_LEAD,)
        assert reading.load_memory() == (REMEMBERED,)

    def test_that_what_waits_to_be_written_of_a_forgotten_buyer_is_not_written(
        self, sink: EventSink, reading: Reading
    ) -> None:
        said = replace(REMEMBERED, source=MESSAGE.text)
        again = replace(MESSAGE, id=MessageId(9), external_id="later", text="hello again")
        sink.write(
            [
                SessionChanged(LIVE),
                MessageChanged(MESSAGE),
                ReplyChanged(REPLY),
                LineRemembered(said),
                BuyerForgotten(MARIA, (MESSAGE.id,), (REPLY.id,)),
                MessageChanged(again),
            ]
        )
        found = self.kept(reading)
        assert (found.messages, found.replies, reading.load_memory()) == ((again,), (), ())

    def test_that_the_users_terms_are_replaced_as_a_whole(self, sink: EventSink, reading: Reading) -> None:
        assert reading.load_terms() == ()
        sink.write([GlossaryChanged((BRAND,)), GlossaryChanged((MARK, BRAND))])
        assert reading.load_terms() == (MARK, BRAND)
        changed = replace(BRAND, texts={ZH: ("红米",), EN: ("Redmi",)}, is_case_sensitive=False, sku=None)
        sink.write([GlossaryChanged((changed,))])
        assert reading.load_terms() == (changed,)
        sink.write([GlossaryChanged(())])
        assert reading.load_terms() == ()

    def test_that_a_remembered_line_is_kept_without_a_session(
        self, sink: EventSink, reading: Reading
    ) -> None:
        later = replace(REMEMBERED, text="We offer private label.", at=REMEMBERED.at + 1)
        spanish = replace(REMEMBERED, target_language=Language("es"), text="Sí.")
        sink.write([LineRemembered(REMEMBERED), LineRemembered(spanish)])
        assert reading.load_memory() == (REMEMBERED, spanish)
        sink.write([LineRemembered(later)])
        assert reading.load_memory() == (spanish, later)

    def test_that_a_corrected_line_is_known_as_one(self, sink: EventSink, reading: Reading) -> None:
        by_hand = replace(ENGLISH, is_corrected=True)
        caption = replace(CAPTION, translations=(by_hand,))
        message = replace(MESSAGE, translation=by_hand)
        sink.write([SessionChanged(LIVE), CaptionChanged(caption), MessageChanged(message)])
        found = self.kept(reading)
        assert (found.captions, found.messages) == ((caption,), (message,))

    def test_that_only_a_running_session_is_unfinished(self, sink: EventSink, reading: Reading) -> None:
        assert reading.unfinished_session() is None
        sink.write(
            [SessionChanged(LIVE), SessionChanged(replace(LIVE, id=SECOND, state=SessionState.PAUSED))]
        )
        found = reading.unfinished_session()
        assert found is not None
        assert found.session.id == SECOND
        sink.write(
            [SessionChanged(replace(LIVE, id=SECOND, state=SessionState.ENDED, ended_at=1_795_009_999.0))]
        )
        found = reading.unfinished_session()
        assert found is not None
        assert found.session.id == FIRST
        sink.write([SessionChanged(replace(LIVE, state=SessionState.ENDED))])
        assert reading.unfinished_session() is None

    def test_that_an_idle_desk_leaves_no_session_behind(self, sink: EventSink, reading: Reading) -> None:
        idle = replace(LIVE, state=SessionState.IDLE)
        sink.write([SessionChanged(replace(idle, id=SessionId(""))), MessageChanged(MESSAGE)])
        sink.write([SessionChanged(idle)])
        assert (reading.load_session(FIRST), reading.load_session(SessionId(""))) == (None, None)

    def test_that_an_idle_session_is_kept_with_the_first_thing_it_holds(
        self, sink: EventSink, reading: Reading
    ) -> None:
        idle = replace(LIVE, state=SessionState.IDLE)
        sink.write([SessionChanged(idle)])
        sink.write([MessageChanged(MESSAGE)])
        assert self.kept(reading) == SessionRestored(idle, (), (MESSAGE,), ())
        assert reading.unfinished_session() is None

    def test_that_what_is_not_about_the_show_is_passed_over(self, sink: EventSink, reading: Reading) -> None:
        sink.write([])
        sink.write(
            [
                HealthChanged(Health(Part.STORE, HealthState.OK)),
                NoticePosted(Notice(NoticeCode.NO_MODEL, NoticeLevel.INFO)),
                NoticeCleared(NoticeCode.NO_MODEL),
                LinePreviewed(TranslateResult(PREVIEW, "Hello", ZH, True)),
                CaptionChanged(CAPTION),
            ]
        )
        assert reading.unfinished_session() is None
        assert reading.load_catalogue() == ()
