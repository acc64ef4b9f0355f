"""Which leads are listed."""

from dataclasses import replace

from livedesk.core.ids import SessionId, Sku
from livedesk.core.leads.filtering import LeadFilter, LeadFinder, LeadOrder
from livedesk.core.leads.lead import Lead, LeadScore
from tests.screenshots.leads import LEADS

MARIA, AHMED, OTHER, HANS = LEADS


def _names(sku: Sku) -> tuple[str, ...]:
    return ("Portable juicer cup", "便携式榨汁杯") if sku == "JZ-03" else ()


def _find(wanted: LeadFilter, order: LeadOrder = LeadOrder.NEWEST) -> list[Lead]:
    return LeadFinder(_names).find(LEADS, wanted, order)


def test_that_a_lead_is_found_by_anything_that_is_known_of_it() -> None:
    for text, found in (
        ("gonzalez", [MARIA]),
        ("GONZÁLEZ mexico", [MARIA]),
        ("榨汁杯", [MARIA, AHMED]),
        ("juicer", [MARIA, AHMED]),
        ("５０１２３", [AHMED]),
        ("الخالدي", [AHMED]),
        ("grosshandelsgesellschaft", [HANS]),
        ("muestra", [MARIA]),
        ("muestra nobody", []),
        ("  ", list(LEADS)),
    ):
        assert _find(LeadFilter(text)) == found, text


def test_that_filters_add_up() -> None:
    assert _find(LeadFilter(scores=frozenset({LeadScore.HOT, LeadScore.WARM}))) == [MARIA, AHMED, OTHER]
    assert _find(LeadFilter("juicer", frozenset({LeadScore.WARM}))) == []
    assert _find(LeadFilter(session=SessionId(""))) == [HANS]
    assert _find(LeadFilter(since=AHMED.created_at)) == [MARIA, AHMED]
    assert _find(LeadFilter(tag="distributor")) == [MARIA, HANS]
    assert LeadFilter().is_empty
    assert not LeadFilter(tag="x").is_empty


def test_that_each_order_puts_the_unknown_last() -> None:
    assert _find(LeadFilter(), LeadOrder.HOTTEST) == [MARIA, AHMED, OTHER, HANS]
    nameless = replace(HANS, name="", country="")
    found = LeadFinder(_names).find((nameless, *LEADS), LeadFilter(), LeadOrder.NAME)
    assert found[-1] is nameless
    found = LeadFinder(_names).find((nameless, *LEADS), LeadFilter(), LeadOrder.COUNTRY)
    assert [lead.country for lead in found] == ["DE", "MX", "MX", "SA", ""]


def test_that_a_changed_lead_is_found_by_its_new_words() -> None:
    finder = LeadFinder(_names)
    finder.warm(LEADS, 0, 9)
    changed = replace(HANS, notes="blue enamel")
    assert finder.find((MARIA, changed), LeadFilter("enamel")) == [changed]
    assert finder.find((MARIA, HANS), LeadFilter("enamel")) == []
