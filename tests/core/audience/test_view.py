"""What a phone sees of a show: in its language, what is for it, and never what is for the operator."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from livedesk.core import events as ev
from livedesk.core.audience import showing
from livedesk.core.audience.changes import CAPTION, GONE, PRODUCTS, BarsChanged, BeginAnew, Forgotten, Seen
from livedesk.core.audience.incoming import Ask, external_id
from livedesk.core.audience.view import KEPT_CAPTIONS, SHOWN_CAPTIONS, AudienceView
from livedesk.core.catalogue.product import Certificate, LeadTime, PriceTier, Product
from livedesk.core.chat.moderation import Bar, ChatRules
from livedesk.core.chat.sources import PHONE, TWITCH
from livedesk.core.ids import EN, ZH, BuyerId, Language, Sku, buyer_id
from livedesk.core.records import LineWarning, Message, Reason, Reply, Translation, WarningKind
from livedesk.core.settings import CaptionMode
from tests.core.session.rig import ES, Rig

MARIA, OMAR = "maria", "omar"
AR = Language("ar")


class Watched(Rig):
    """A booth with phones that see everything at once."""

    def __init__(self, *audience: Language) -> None:
        super().__init__(*(audience or (EN, ES)))
        self.view = AudienceView(lambda code: code.upper(), lambda code: f"consent {code}")
        self.changes: list[object] = []
        self.give(ev.ModerationLoaded(self.booth._moderation.moderation))
        for event in self.booth.snapshot():
            self.view.receive(event)

    def _keep(self, outcome: Any) -> None:
        super()._keep(outcome)
        self.changes = [change for event in outcome.events for change in self.view.receive(event)]

    def shown(self, key: tuple[str, int], language: Language = EN) -> Any:
        line = self.view.render(key, language)
        return json.loads(line) if line else None

    def caption(self, number: int = 1, language: Language = EN) -> Any:
        return self.shown((CAPTION, number), language)

    def seen_by(self, key: str, language: Language = EN) -> list[Any]:
        """Return all that a phone sees that comes in, without the welcome."""
        lines = [self.view.render(each, language) for each in self.view.all_for(buyer_id(PHONE, key))[1:]]
        return [json.loads(line) for line in lines if line]

    def kinds(self, key: str, language: Language = EN) -> list[str]:
        return [f"{shown['t']} {shown.get('id', '')}".strip() for shown in self.seen_by(key, language)]

    def ask(self, text: str = "MOQ?", key: str = MARIA, ref: int = 1, **more: Any) -> Message:
        asked = Ask(ref, text, "", Sku(""), "")
        self.give(ev.ChatReceived(PHONE, external_id(key, asked), key, text, buyer_key=key, **more))
        return self.of(ev.MessageChanged)[0].message

    def reply(self, message: Message, text: str = "500", *, private: bool = False) -> Reply:
        self.answer_all()
        self.give(ev.SendReply(message.id, text, is_private=private))
        while self.requests:
            self.answer(self.requests[0], text=f"{text} ({self.requests[0].target})")
        number = self.deliveries[-1][1].id
        self.give(ev.ReplySent(number))
        return self.replies()[number]


def on_air() -> Watched:
    return Watched().live()  # type: ignore[return-value]


# --- captions ---


def test_that_a_caption_is_shown_in_the_phones_language_once_it_is_translated() -> None:
    rig = on_air()
    rig.give(ev.AddHostLine("大家好"))
    assert rig.caption(language=ES) is None
    for request in list(rig.requests):
        rig.answer(request, "Hola" if request.target == ES else "Hello")
    assert rig.caption(language=ES) == {"t": "caption", "n": 1, "text": "Hola", "stable": 4, "final": True}


def test_that_who_reads_the_hosts_language_reads_the_hosts_words_at_once() -> None:
    rig = on_air()
    rig.hear("大家好", 1).hear("大家好欢迎", 2)
    shown = rig.caption(language=ZH)
    assert (shown["text"], shown["source"], shown["final"]) == ("大家好欢迎", True, False)
    assert 0 < shown["stable"] <= 5


@pytest.mark.parametrize("reason", [r for r in Reason if r not in (Reason.SAME_LANGUAGE, Reason.STOPPED)])
def test_that_a_line_without_translation_shows_the_hosts_words_and_never_why(reason: Reason) -> None:
    rig = on_air()
    rig.give(ev.AddHostLine("大家好"))
    for request in list(rig.requests):
        rig.answer(request, "", reason=reason)
    shown = rig.caption()
    assert shown == {"t": "caption", "n": 1, "text": "大家好", "stable": 3, "final": True, "source": True}


def test_that_doubtful_figures_are_marked_until_the_operator_has_checked_them() -> None:
    rig = on_air()
    rig.give(ev.AddHostLine("一万二"))
    doubt = LineWarning(WarningKind.FIGURES, ("12000",), ("120",))
    rig.answer(rig.requests[0], "120", warnings=(doubt,))
    assert rig.caption()["doubt"] is True
    rig.give(ev.AcceptFigures(rig.captions()[1].segment))
    assert "doubt" not in rig.caption()


def test_that_a_gap_says_how_long_it_is() -> None:
    rig = on_air().after(10)
    rig.give(ev.AudioLost(1.0, 4.2))
    assert rig.caption()["gap"] == 3


def test_that_stable_counts_as_a_page_counts() -> None:
    line = Translation(EN, "👍👍 ok", 1, 2, False)
    rig = on_air()
    rig.give(ev.AddHostLine("好"))
    record = replace(rig.captions()[1], translations=(line,))
    shown = showing.caption(record, EN)
    assert shown is not None
    assert shown["stable"] == 4


def test_that_a_line_that_is_not_shown_any_more_is_emptied_on_the_page() -> None:
    rig = on_air()
    rig.give(ev.SetCaptionMode(CaptionMode.FAST))
    for revision, text in enumerate(
        ("大家", "大家好欢迎来", "大家好欢迎来到我们", "大家好欢迎来到我们的"), 1
    ):
        rig.hear(text, revision)
        for request in list(rig.requests):
            rig.answer(request, "Hello everyone and welcome to our"[: 12 * revision])
    assert rig.caption()["text"]
    rig.view.renew((CAPTION, 1), {EN})
    rig.give(ev.SetCaptionMode(CaptionMode.FINALS))
    assert rig.view.renew((CAPTION, 1), {EN}) == {EN}
    assert (rig.caption()["text"], rig.caption()["final"]) == ("", False)


def test_that_nothing_is_sent_twice_to_a_language_in_which_nothing_changed() -> None:
    rig = on_air()
    rig.give(ev.AddHostLine("大家好"))
    first, second = rig.requests
    rig.answer(first, "Hello")
    key = (CAPTION, 1)
    assert rig.view.renew(key, {EN, ES}) == {EN}
    rig.answer(second, "Hola")
    assert rig.view.renew(key, {EN, ES}) == {ES}


def test_that_only_the_last_captions_are_kept_and_fewer_shown_to_who_comes() -> None:
    rig = on_air()
    for number in range(KEPT_CAPTIONS + 20):
        rig.give(ev.AddHostLine(f"第{number}句")).answer_all()
    shown = [each["n"] for each in rig.seen_by(MARIA) if each["t"] == "caption"]
    assert shown == list(range(KEPT_CAPTIONS + 21 - SHOWN_CAPTIONS, KEPT_CAPTIONS + 21))
    assert rig.caption(1) is None


# --- what is on air ---


def full_product() -> Product:
    return Product(
        Sku("A"),
        3,
        {EN: "Cup", ES: "Taza", ZH: "杯"},
        {},
        (PriceTier(100, Decimal("4.50")), PriceTier(1000, Decimal("1E+1"))),
        incoterm_place="Ningbo",
        moq=100,
        unit={EN: "pcs"},
        lead_times=(LeadTime(1, 15),),
        sample_price=Decimal("9.90"),
        certificates=(Certificate("CE"),),
        pictures=("a/cover.jpg",),
        description={EN: "A cup"},
    )


def test_that_a_product_on_air_is_shown_in_the_language_as_far_as_it_is_filled_in() -> None:
    rig = on_air()
    rig.give(ev.CatalogueLoaded((full_product(),)), ev.PinProduct(Sku("A")), ev.MarkSoldOut(Sku("A"), True))
    (card,) = rig.shown(PRODUCTS, ES)["items"]
    assert (card["name"], card["description"], card["unit"]) == ("Taza", "A cup", "pcs")
    assert card["tiers"] == [{"from": 100, "price": "4.50"}, {"from": 1000, "price": "10"}]
    assert (card["incoterm"], card["moq"], card["lead_days"]) == ("FOB Ningbo", 100, 15)
    assert (card["sample_price"], card["certificates"], card["is_sold_out"]) == ("9.90", ["CE"], True)
    assert card["offer"] is None


def test_that_a_picture_has_a_name_that_says_nothing_and_only_while_it_is_on_air() -> None:
    rig = on_air()
    rig.give(ev.CatalogueLoaded((full_product(),)), ev.PinProduct(Sku("A")))
    name = rig.shown(PRODUCTS)["items"][0]["picture"]
    assert "cover" not in name
    assert rig.view.picture_path(name) == "a/cover.jpg"
    assert rig.view.picture_path("a/cover.jpg") is None
    rig.give(ev.UnpinProduct(Sku("A")))
    assert rig.view.picture_path(name) is None


def test_that_an_offer_is_shown_in_the_language_and_until_then_in_the_hosts_words() -> None:
    rig = on_air()
    rig.give(
        ev.CatalogueLoaded((full_product(),)), ev.PutOffer(Sku("A"), "今天特价", Decimal("4.00"), 5_000.0)
    )
    assert rig.shown(PRODUCTS)["items"][0]["offer"] == {
        "text": "今天特价",
        "price": "4.00",
        "ends_at": 5_000.0,
    }
    rig.answer(rig.requests[0], "Special today")
    assert rig.shown(PRODUCTS)["items"][0]["offer"]["text"] in ("Special today", "今天特价")
    assert rig.changes
    rig.view.renew(PRODUCTS, {EN})
    assert rig.shown(PRODUCTS)["items"][0]["offer"]["text"] == "Special today"


def test_that_a_change_of_a_product_that_is_not_on_air_is_no_news() -> None:
    rig = on_air()
    other = replace(full_product(), sku=Sku("B"), number=4)
    rig.give(ev.CatalogueLoaded((full_product(), other)), ev.PinProduct(Sku("A")))
    rig.give(ev.PutProducts((replace(other, moq=7),)))
    assert Seen(PRODUCTS) not in rig.changes
    rig.give(ev.PutProducts((replace(full_product(), moq=7),)))
    assert Seen(PRODUCTS) in rig.changes


# --- questions and answers ---


def test_that_a_question_is_shown_to_who_asked_it_and_to_nobody_else() -> None:
    rig = on_air()
    message = rig.ask()
    assert rig.changes == [Seen(("question", message.id), only=buyer_id(PHONE, MARIA))]
    assert rig.seen_by(MARIA)[-1] == {"t": "question", "ref": 1, "id": "q1", "text": "MOQ?", "at": rig.now}
    assert "question q1" not in rig.kinds(OMAR)


def test_that_a_private_answer_is_for_its_asker_only() -> None:
    rig = on_air()
    rig.reply(rig.ask(), private=True)
    assert rig.kinds(MARIA)[-1] == "answer a1"
    assert "answer a1" not in rig.kinds(OMAR)
    assert rig.shown(("answer", 1)) is None


def test_that_a_public_answer_reaches_all_each_in_the_own_language() -> None:
    rig = on_air()
    message = rig.ask("¿Cuánto?", key=MARIA)
    rig.answer(rig.requests[0], "多少钱？", language=ES)
    reply = rig.reply(message, "五百")
    others = (Translation(EN, "500 pieces", 1, 10, True), Translation(AR, "", 1, 0, True, Reason.NO_MODEL))
    rig.changes = rig.view.receive(ev.ReplyChanged(replace(reply, others=others)))  # type: ignore[assignment]
    for language in (EN, ES, ZH, AR):
        rig.view.renew(("answer", 1), {language})
        rig.view.renew(("own_answer", 1), {language})
    mine = rig.seen_by(MARIA, ES)[-1]
    assert (mine["mine"], mine["to"], mine["text"], mine["original"]) == (True, "q1", "五百 (es)", "五百")
    assert (mine["question"], mine["private"]) == ("¿Cuánto?", False)
    seen = {language: rig.seen_by(OMAR, language)[-1] for language in (EN, ZH, AR)}
    assert {language: shown["text"] for language, shown in seen.items()} == {
        EN: "500 pieces",
        ZH: "五百",
        AR: "五百 (es)",
    }
    assert (seen[ZH]["question"], seen[EN]["question"]) == ("多少钱？", "¿Cuánto?")
    assert not seen[EN]["mine"]


def test_that_an_answer_in_a_platforms_chat_is_read_on_phones_too() -> None:
    rig = on_air()
    rig.give(ev.ChatReceived(TWITCH, "t1", "bob", "price?"))
    rig.reply(rig.messages()[1])
    assert rig.kinds(MARIA)[-1] == "answer a1"


def test_that_how_to_reach_a_buyer_is_not_in_what_others_read() -> None:
    rig = on_air()
    rig.reply(rig.ask("Price for 12000 pcs? maria@acme.mx or +52 (55) 1234-5678"))
    assert rig.seen_by(OMAR)[-1]["question"] == "Price for 12000 pcs? … or …"
    assert "maria@acme.mx" in rig.seen_by(MARIA)[-1]["question"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("My wechat: maria_88, call me", "My wechat: … , call me"),
        ("maria at acme dot mx please", "… please"),
        ("Is 5000 pcs at $3.50 ok? Size 12x30 cm", "Is 5000 pcs at $3.50 ok? Size 12x30 cm"),
        ("MOQ 1000 - 2000, delivery 2026-12-24?", "MOQ 1000 - 2000, delivery 2026-12-24?"),
    ],
)
def test_that_names_at_services_are_left_out_and_prices_are_not(written: str, read: str) -> None:
    assert showing.for_others(written) == read


def test_that_drafts_and_failed_answers_are_not_shown() -> None:
    rig = on_air()
    message = rig.ask()
    rig.answer_all().give(ev.DraftReply(message.id, "wait")).answer_all()
    rig.give(ev.SendReply(message.id, "wait")).answer_all()
    rig.give(ev.ReplyFailed(rig.deliveries[-1][1].id, "cannot_send"))
    assert rig.kinds(MARIA)[-1] == "question q1"


# --- what is hidden and forgotten ---


def test_that_a_hidden_question_is_taken_away_with_its_answers_and_comes_back() -> None:
    rig = on_air()
    message = rig.ask()
    rig.reply(message)
    rig.seen_by(OMAR)
    rig.give(ev.HideMessage(message.id, True))
    assert rig.changes == [Seen(GONE)]
    assert rig.shown(GONE) == {"t": "gone", "ids": ["q1", "a1"]}
    assert rig.kinds(OMAR) == rig.kinds(MARIA) == ["gone", "products"]
    assert rig.shown(("answer", 1)) is None
    rig.give(ev.HideMessage(message.id, False))
    assert len(rig.changes) == 3
    assert rig.kinds(OMAR) == ["products", "answer a1"]
    assert rig.kinds(MARIA) == ["products", "question q1", "answer a1"]


def test_that_a_question_hidden_as_it_comes_is_acknowledged_and_not_shown_again() -> None:
    rig = on_air()
    rig.give(ev.SetChatRules(ChatRules(words=("fake",))))
    message = rig.ask("Is it fake?")
    assert rig.changes == [Seen(("question", message.id), only=buyer_id(PHONE, MARIA))]
    assert rig.shown(("question", message.id))["text"] == "Is it fake?"
    assert rig.kinds(MARIA) == ["products"]


def test_that_a_hidden_message_is_not_shown_by_an_answer_that_comes_later() -> None:
    rig = on_air()
    message = rig.ask()
    rig.give(ev.HideMessage(message.id, True))
    rig.reply(message)
    assert "answer a1" not in rig.kinds(OMAR) + rig.kinds(MARIA)


def test_that_a_buyer_who_is_forgotten_leaves_nothing_with_anyone() -> None:
    rig = on_air()
    rig.reply(rig.ask())
    rig.ask(key=OMAR)
    rig.give(ev.ForgetBuyer(buyer_id(PHONE, MARIA)))
    assert Forgotten(buyer_id(PHONE, MARIA)) in rig.changes
    assert rig.kinds(MARIA) == ["gone", "products"]
    assert rig.kinds(OMAR) == ["gone", "products", "question q2"]
    assert rig.shown(GONE)["ids"] == ["q1", "a1"]


def test_that_blocking_is_told_and_a_muted_buyer_is_not_blocked() -> None:
    rig = on_air()
    rig.give(ev.BarBuyer(BuyerId("phone:maria"), Bar.MUTED))
    assert not rig.view.is_blocked(BuyerId("phone:maria"))
    rig.give(ev.BarBuyer(BuyerId("phone:maria"), Bar.BLOCKED))
    assert BarsChanged() in rig.changes
    assert rig.view.is_blocked(BuyerId("phone:maria"))


# --- the show itself ---


def test_that_the_welcome_says_what_is_offered() -> None:
    rig = Watched(EN, ES)
    rig.give(ev.CatalogueLoaded((), name={EN: "Acme", ES: "Acme ES"})).live()
    welcome = json.loads(rig.view.welcome(ES, 7.0))
    assert welcome == {
        "t": "welcome",
        "booth": "Acme ES",
        "state": "live",
        "is_rehearsal": False,
        "questions": True,
        "photos": False,
        "language": "es",
        "languages": [
            {"code": "en", "name": "EN"},
            {"code": "es", "name": "ES"},
            {"code": "zh", "name": "ZH"},
        ],
        "consent": "consent es",
        "session": rig.booth.session.id,
        "now": 7.0,
    }


@pytest.mark.parametrize(("wished", "gets"), [("es", "es"), ("zh", "zh"), ("tr", "en"), ("", "en")])
def test_that_a_phone_gets_what_it_wishes_or_else_english(wished: str, gets: str) -> None:
    assert on_air().view.language_for(Language(wished)) == gets


def test_that_without_english_a_phone_gets_the_first_language_on_offer() -> None:
    assert Watched(ES, AR).live().view.language_for(Language("tr")) == ES  # type: ignore[attr-defined]


def test_that_a_pause_and_paused_questions_are_told_field_by_field() -> None:
    rig = on_air()
    rig.give(ev.PauseSession())
    assert Seen(("state:state", 0)) in rig.changes
    assert rig.shown(("state:state", 0)) == {"t": "state", "state": "paused"}
    rig.give(ev.SetChatRules(ChatRules(takes_questions=False, takes_photos=True)))
    assert rig.shown(("state:questions", 0)) == {"t": "state", "questions": False}
    assert rig.shown(("state:photos", 0)) == {"t": "state", "photos": True}


def test_that_another_show_empties_everything() -> None:
    rig = on_air()
    rig.give(ev.AddHostLine("大家好")).answer_all()
    rig.reply(rig.ask())
    rig.give(ev.EndSession())
    assert "answer a1" in rig.kinds(OMAR)
    rig.after(5).live()
    assert BeginAnew() in rig.changes
    assert rig.kinds(MARIA) == ["products"]


def test_that_another_language_on_offer_begins_everything_anew() -> None:
    rig = on_air()
    rig.give(ev.ChangeLanguages(ZH, (EN, AR)))
    assert rig.changes == [BeginAnew()]
    assert rig.view.language_for(ES) == EN


def test_that_a_show_that_is_restored_gives_phones_their_answers_back() -> None:
    rig = on_air()
    rig.give(ev.AddHostLine("大家好")).answer_all()
    rig.reply(rig.ask(), private=True)
    before = rig.seen_by(MARIA)
    again = Watched()
    again.give(
        ev.SessionRestored(
            rig.booth.session,
            tuple(rig.captions().values()),
            tuple(rig.messages().values()),
            tuple(rig.replies().values()),
        )
    )
    assert again.seen_by(MARIA) == before
    assert "answer a1" not in again.kinds(OMAR)
    asked = external_id(MARIA, Ask(1, "MOQ?", "", Sku(""), ""))
    assert again.view.asked(asked) == 1


def test_that_an_answer_that_is_told_before_its_question_is_shown_once_that_is_there() -> None:
    rig = on_air()
    reply = rig.reply(rig.ask())
    late = AudienceView(str, str)
    for event in rig.booth.snapshot():
        late.receive(event)
    assert late.receive(ev.ReplyChanged(reply)) == []
    assert ("answer", 1) not in late.all_for(None)
    changes = late.receive(ev.MessageChanged(rig.messages()[1]))
    assert Seen(("own_answer", 1), only=buyer_id(PHONE, MARIA)) in changes
    assert late.all_for(buyer_id(PHONE, MARIA))[-1] == ("own_answer", 1)
