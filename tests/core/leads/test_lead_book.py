"""Leads in the desk: made, followed, put right by hand, merged, forgotten."""

from dataclasses import replace

import pytest

from livedesk.core import events as ev
from livedesk.core.chat.intent import Intent
from livedesk.core.chat.moderation import Bar
from livedesk.core.ids import Language, LeadId, MessageId, SessionId, Sku, buyer_id
from livedesk.core.leads import book
from livedesk.core.leads.lead import (
    Contact,
    ContactKind,
    Lead,
    LeadItem,
    LeadScore,
    ScoreReason,
    TranscriptLine,
)
from livedesk.core.leads.scoring import reasons_for, score_of, set_by_hand
from livedesk.core.records import NoticeCode
from tests.core.session.rig import ES, Rig, products

MARIA = buyer_id("phone", "Maria")
CUPS = tuple(replace(p, moq=500) for p in products("JZ-03", "JZ-05"))
QUOTE = ev.QuoteWanted(
    "phone",
    "key-7",
    "Ana  Silva",
    "You may write to me about my question.",
    Language("pt"),
    company="Casa Ltda",
    contacts=(Contact(ContactKind.WHATSAPP, "+5511912345678"),),
    items=(LeadItem(Sku("JZ-03"), 1000), LeadItem(Sku("NOT-OURS"), 5)),
    note="Preciso em azul",
)


def _rig() -> Rig:
    return Rig().live().give(ev.CatalogueLoaded(CUPS)).after(1).give(ev.Ticked())


def _leads(rig: Rig) -> tuple[Lead, ...]:
    changes = [e for e in rig.events if isinstance(e, ev.LeadsChanged)]
    return changes[-1].leads if changes else ()


def _only(rig: Rig) -> Lead:
    (lead,) = _leads(rig)
    return lead


def test_that_a_lead_of_a_message_holds_what_its_buyer_said_and_was_answered() -> None:
    rig = _rig()
    rig.chat("Hola, ¿precio de JZ-03? Quiero 800 pcs").answer(rig.only_request(), "你好", language=ES)
    rig.after(5).chat("maria@tiendas.es o WhatsApp +34 600 123 456", 2)
    rig.answer(rig.only_request(), language=ES)
    rig.chat("hello", 3, "Someone else").answer_all()
    rig.give(ev.SendReply(MessageId(1), "有货")).answer_all()
    rig.give(ev.ReplySent(next(iter(rig.replies())))).give(ev.MakeLead(MessageId(2)))
    lead = _only(rig)
    assert (lead.buyer, lead.name, lead.country, lead.language) == (MARIA, "Maria", "ES", ES)
    assert lead.id == f"{rig.booth.session.id}/1"
    assert lead.items == (LeadItem(Sku("JZ-03"), 800),)
    assert [c.value for c in lead.contacts] == ["maria@tiendas.es", "+34600123456"]
    assert [(line.is_from_buyer, line.text) for line in lead.transcript] == [
        (True, "Hola, ¿precio de JZ-03? Quiero 800 pcs"),
        (True, "maria@tiendas.es o WhatsApp +34 600 123 456"),
        (False, "有货"),
    ]
    assert lead.transcript[0].translation == "你好"
    assert lead.score is LeadScore.HOT
    assert ScoreReason.REACHES_MOQ in lead.score_reasons
    assert rig.notices()[-1].code is NoticeCode.LEAD_KEPT


def test_that_asking_for_a_lead_again_says_that_it_is_there() -> None:
    rig = _rig().chat("hi").answer_all().give(ev.MakeLead(MessageId(1)))
    rig.give(ev.DismissNotice(NoticeCode.LEAD_KEPT)).give(ev.MakeLead(MessageId(1)))
    assert [e.notice.code for e in rig.of(ev.NoticePosted)] == [NoticeCode.LEAD_KEPT]
    assert rig.of(ev.LeadsChanged) == []


def test_that_a_lead_follows_its_buyer_and_nobody_else() -> None:
    rig = _rig().chat("hi").answer_all().give(ev.MakeLead(MessageId(1)))
    assert _only(rig).score is LeadScore.COLD
    rig.after(1).chat("JZ-03 please", 2).answer_all()
    rig.after(1).chat("+34 600 123 456 JZ-05", 3, "Someone else").answer_all()
    assert _only(rig).items == (LeadItem(Sku("JZ-03")),)
    rig.after(1).chat("600 pcs, mail maria@x.es", 4).answer_all()
    lead = _only(rig)
    assert lead.items == (LeadItem(Sku("JZ-03"), 600),)
    assert lead.score is LeadScore.HOT
    assert len(lead.transcript) == 3


def test_that_an_old_message_does_not_take_back_what_a_newer_one_says() -> None:
    rig = _rig().chat("500 pcs of JZ-03").give(ev.MakeLead(MessageId(1)))
    rig.after(1).chat("make it 1000 pcs of JZ-03", 2)
    rig.give(ev.TranslateMessage(MessageId(1))).answer_all()
    assert _only(rig).items == (LeadItem(Sku("JZ-03"), 1000),)


def test_that_what_a_person_set_no_longer_follows_the_buyer() -> None:
    rig = _rig().chat("hi, maria@x.es").answer_all().give(ev.MakeLead(MessageId(1)))
    lead = _only(rig)
    edited = replace(lead, name="María López", contacts=(), notes="met at hall 3")
    rig.after(1).chat("JZ-03, maria@y.es", 2).answer_all()
    rig.give(ev.PutLeads((edited,), (lead,)))
    rig.after(1).chat("maria@z.es", 3).answer_all()
    kept = _only(rig)
    assert (kept.name, kept.contacts, kept.notes) == ("María López", (), "met at hall 3")
    assert kept.by_hand == {"name", "contacts"}
    assert kept.items == (LeadItem(Sku("JZ-03")),)
    assert len(kept.transcript) == 3


def test_that_a_score_set_by_hand_stays_until_the_rules_are_to_decide_again() -> None:
    rig = _rig().chat("hi").answer_all().give(ev.MakeLead(MessageId(1)))
    cold = _only(rig)
    rig.give(ev.PutLeads((set_by_hand(cold, LeadScore.WARM),), (cold,)))
    rig.after(1).chat("800 pcs JZ-03", 2).answer_all()
    warm = _only(rig)
    assert warm.score is LeadScore.WARM
    assert ScoreReason.SET_BY_HAND in warm.score_reasons
    rig.give(ev.PutLeads((set_by_hand(warm, None),), (warm,)))
    assert _only(rig).score is LeadScore.HOT


def test_that_a_phone_that_asks_twice_has_one_lead() -> None:
    rig = _rig().give(QUOTE)
    first = _only(rig)
    assert rig.notices()[-1].code is NoticeCode.LEAD_MADE
    assert (first.name, first.company, first.country) == ("Ana Silva", "Casa Ltda", "BR")
    assert first.items == (LeadItem(Sku("JZ-03"), 1000),)
    assert (first.consent, first.consented_at) == (QUOTE.consent, rig.now)
    assert first.transcript == (TranscriptLine(rig.now, True, "Preciso em azul"),)
    rig.after(60).give(QUOTE)
    assert rig.last.events == []
    rig.give(replace(QUOTE, items=(LeadItem(Sku("JZ-03"), 2000), LeadItem(Sku("JZ-05")))))
    second = _only(rig)
    assert second.items == (LeadItem(Sku("JZ-03"), 2000), LeadItem(Sku("JZ-05")))
    assert (second.id, second.consented_at) == (first.id, first.consented_at)
    assert rig.of(ev.NoticePosted) == []


def test_that_a_lead_from_a_phone_begins_with_what_its_buyer_asked_before() -> None:
    rig = _rig()
    asked = ev.ChatReceived("phone", "1", "", "Price of JZ-05 for 700 pcs?", buyer_key="key-7")
    rig.give(asked).answer(rig.only_request(), "JZ-05 700 个多少钱？").give(
        ev.SendReply(MessageId(1), "有货")
    )
    rig.answer_all().give(ev.ReplySent(next(iter(rig.replies()))))
    assert _leads(rig) == ()
    rig.after(5).give(QUOTE)
    lead = _only(rig)
    said = [(line.is_from_buyer, line.text) for line in lead.transcript]
    assert said == [(True, "Price of JZ-05 for 700 pcs?"), (False, "有货"), (True, "Preciso em azul")]
    assert set(lead.items) == {LeadItem(Sku("JZ-05"), 700), LeadItem(Sku("JZ-03"), 1000)}
    assert ScoreReason.ASKED_PRICE in lead.score_reasons


def test_that_a_quote_is_taken_without_a_show_and_not_from_a_blocked_phone() -> None:
    rig = Rig().give(ev.CatalogueLoaded(CUPS), QUOTE)
    assert _only(rig).id.startswith("hand/")
    blocked = Rig().give(ev.BarBuyer(buyer_id("phone", "key-7"), Bar.BLOCKED), QUOTE)
    assert _leads(blocked) == ()


def test_that_a_flood_of_quotes_is_cut_and_long_texts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "MOST_FROM_PHONES", 20)
    rig = _rig()
    for number in range(25):
        rig.booth.handle(replace(QUOTE, buyer_key=f"key-{number}", note="n" * 5_000), rig.now)
    rig.give(replace(QUOTE, buyer_key="one more"))
    assert rig.last.events == []
    loud = Rig().give(replace(QUOTE, buyer_name="N" * 999 + "\u202e", note="n" * 5_000))
    assert len(_only(loud).name) == 80
    assert len(_only(loud).transcript[0].text) == 1_000


def test_that_merging_keeps_all_that_is_known_and_forgets_it_as_one() -> None:
    rig = _rig().give(QUOTE).after(1).chat("JZ-05, ana@casa.br").answer_all().give(ev.MakeLead(MessageId(1)))
    phone, chat = sorted(_leads(rig), key=lambda lead: lead.consented_at is None)
    rig.give(ev.MergeLeads(phone.id, (chat.id, phone.id, LeadId("unknown"))))
    lead = _only(rig)
    assert lead.buyers == (phone.buyer, chat.buyer)
    assert [item.sku for item in lead.items] == ["JZ-03", "JZ-05"]
    assert [c.kind for c in lead.contacts] == [ContactKind.WHATSAPP, ContactKind.EMAIL]
    assert len(lead.transcript) == 2
    assert lead.consent == QUOTE.consent
    rig.after(1).chat("and blue?", 2).answer_all()
    assert len(_only(rig).transcript) == 3
    rig.give(ev.ForgetBuyer(MARIA))
    assert _leads(rig) == ()


def test_that_a_forgotten_buyer_leaves_no_line_in_the_desk() -> None:
    rig = (
        _rig().chat("JZ-03, ana@casa.br").give(ev.MakeLead(MessageId(1)), ev.ForgetBuyer(MARIA)).answer_all()
    )
    assert _leads(rig) == ()
    assert "ana@casa.br" not in repr(rig.booth.snapshot())
    rig.give(ev.MakeLead(MessageId(1)))
    assert rig.last.events == []


def test_that_leads_that_were_loaded_stay_the_same_objects_until_they_change() -> None:
    old = [
        Lead(LeadId(f"s/{n}"), float(n), float(n), SessionId("s"), buyer_id("phone", str(n)))
        for n in range(3)
    ]
    rig = _rig().give(ev.LeadsLoaded(tuple(old)))
    rig.give(ev.PutLeads((replace(old[1], notes="call"),), (old[1],)))
    now = {lead.id: lead for lead in _leads(rig)}
    assert [now[lead.id] is lead for lead in old] == [True, False, True]
    rig.give(ev.PutLeads((now[old[1].id],), (now[old[1].id],)))
    assert rig.last.events == []


def test_that_a_removed_lead_comes_back_as_it_was() -> None:
    rig = _rig().give(QUOTE)
    lead = _only(rig)
    rig.give(ev.RemoveLeads((lead.id,)))
    assert _leads(rig) == ()
    rig.give(ev.PutLeads((lead,)))
    assert _only(rig) == lead


def test_that_an_edit_does_not_bring_back_a_lead_that_is_gone() -> None:
    rig = _rig().give(QUOTE)
    lead = _only(rig)
    rig.give(ev.ForgetBuyer(lead.buyers[0])).give(ev.PutLeads((replace(lead, notes="late"),), (lead,)))
    assert rig.last.events == []
    assert _leads(rig) == ()


def test_that_the_rules_of_the_score_are_those_written_down() -> None:
    reasons = ScoreReason
    assert score_of(frozenset()) is LeadScore.COLD
    assert score_of(frozenset({reasons.ASKED_PRICE})) is LeadScore.COLD
    assert score_of(frozenset({reasons.COMPLAINED})) is LeadScore.COLD
    assert score_of(frozenset({reasons.ASKED_PRICE, reasons.ASKED_SEVERAL})) is LeadScore.WARM
    for one in (reasons.GAVE_QUANTITY, reasons.GAVE_CONTACT, reasons.ASKED_SAMPLE, reasons.ASKED_TERMS):
        assert score_of(frozenset({one})) is LeadScore.WARM
    for other in (reasons.GAVE_CONTACT, reasons.ASKED_SAMPLE, reasons.ASKED_TERMS):
        assert score_of(frozenset({reasons.GAVE_QUANTITY, other})) is LeadScore.HOT
    assert score_of(frozenset({reasons.ASKED_QUOTE})) is LeadScore.HOT
    assert score_of(frozenset({reasons.REACHES_MOQ, reasons.COMPLAINED})) is LeadScore.HOT
    assert reasons_for([Intent.PRICE, Intent.GREETING, Intent.SHIPPING]) == {
        reasons.ASKED_PRICE,
        reasons.ASKED_TERMS,
    }


def test_that_no_lead_is_made_of_a_message_that_is_not_there() -> None:
    assert _rig().give(ev.MakeLead(MessageId(9))).last.events == []
