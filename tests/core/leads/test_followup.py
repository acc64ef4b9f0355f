"""The letter after the fair: facts of the lead in prepared sentences."""

from dataclasses import replace
from decimal import Decimal

from livedesk.core.catalogue.product import LeadTime, PriceTier, Product
from livedesk.core.ids import EN, ZH, LeadId, SessionId, Sku
from livedesk.core.leads.followup import FollowUp, draft
from livedesk.core.leads.lead import Lead, LeadItem, ScoreReason

WORDS = FollowUp(
    greeting="Dear {name},",
    greeting_unnamed="Hello,",
    thanks="thanks for visiting {booth}.",
    thanks_unnamed="thanks for visiting.",
    asked="You asked about:",
    product="{product} ({sku})",
    quantity="{quantity} pieces",
    price="{price} each, {terms}",
    price_from="from {price} each, {terms}",
    lead_time="in {days} days",
    moq="at least {moq}",
    next_sample="Where to?",
    next_quote="I will send a quotation.",
    next_question="How many?",
    closing="Regards",
)
CUP = Product(
    Sku("JZ-03"),
    3,
    {EN: "Juicer cup", ZH: "榨汁杯"},
    {},
    (PriceTier(500, Decimal("3.50")), PriceTier(2000, Decimal("3.20"))),
    incoterm_place="Ningbo",
    moq=500,
    lead_times=(LeadTime(0, 15), LeadTime(2000, 25)),
)
LEAD = Lead(LeadId("s/1"), 1.0, 1.0, SessionId("s"), name="María")


def _draft(lead: Lead, booth: str = "Lumio") -> str:
    return draft(lead, WORDS, EN, {CUP.sku: CUP}.get, booth)


def test_that_a_letter_has_the_price_and_time_of_the_quantity_asked_for() -> None:
    letter = _draft(replace(LEAD, items=(LeadItem(CUP.sku, 2000),)))
    assert letter.splitlines() == [
        "Dear María,",
        "",
        "thanks for visiting Lumio.",
        "",
        "You asked about:",
        "- Juicer cup (JZ-03): 2000 pieces, USD 3.20 each, FOB Ningbo, in 25 days",
        "",
        "I will send a quotation.",
        "",
        "Regards",
        "Lumio",
    ]


def test_that_below_the_first_price_the_smallest_order_is_said_and_no_price_invented() -> None:
    letter = _draft(replace(LEAD, items=(LeadItem(CUP.sku, 100),)))
    assert "100 pieces, from USD 3.50 each, FOB Ningbo, at least 500, in 15 days" in letter


def test_that_what_is_not_known_is_left_out() -> None:
    bare = Product(Sku("X"), 1, {}, {}, (), incoterm="")
    lead = replace(LEAD, name=" ", items=(LeadItem(Sku("X")), LeadItem(Sku("GONE"), 5)))
    letter = draft(lead, WORDS, EN, {bare.sku: bare}.get, "")
    unplaced = replace(CUP, incoterm="", incoterm_place="", lead_times=())
    assert "2000 pieces, USD 3.20 each\n" in draft(
        replace(LEAD, items=(LeadItem(CUP.sku, 2000),)), WORDS, EN, {CUP.sku: unplaced}.get, ""
    )
    assert letter.splitlines() == [
        "Hello,",
        "",
        "thanks for visiting.",
        "",
        "You asked about:",
        "- X",
        "",
        "I will send a quotation.",
        "",
        "Regards",
    ]


def test_that_the_next_step_is_what_the_buyer_waits_for() -> None:
    assert "How many?" in _draft(LEAD)
    assert "Where to?" in _draft(replace(LEAD, score_reasons=(ScoreReason.ASKED_SAMPLE,)))
    assert "quotation" in _draft(replace(LEAD, score_reasons=(ScoreReason.ASKED_QUOTE,)))
