"""What a lead reads out of messages: how many of what; and which leads are the same person."""

from dataclasses import replace

import pytest

from livedesk.core.ids import ZH, Language, LeadId, MessageId, SessionId, Sku, buyer_id
from livedesk.core.leads.duplicates import DuplicateFinder
from livedesk.core.leads.following import quantities_in, with_message
from livedesk.core.leads.lead import Contact, ContactKind, Lead, LeadItem
from livedesk.core.records import Message, Translation

LEAD = Lead(LeadId("s/1"), 1.0, 1.0, SessionId("s"), buyer_id("phone", "Maria"))


def _message(text: str, language: str = "en", chinese: str = "", skus: tuple[str, ...] = ()) -> Message:
    translation = Translation(ZH, chinese, 1, len(chinese), True) if chinese else None
    return Message(
        MessageId(1),
        "phone",
        "1",
        buyer_id("phone", "Maria"),
        "Maria",
        text,
        10.0,
        Language(language),
        translation=translation,
        products=tuple(map(Sku, skus)),
    )


@pytest.mark.parametrize(
    ("text", "language", "chinese", "expected"),
    [
        ("I need 500 pcs", "en", "", [500]),
        ("要500个", "zh", "", [500]),
        ("我要两千件", "zh", "", [2000]),
        ("quiero 1.000 unidades", "es", "", [1000]),
        ("500шт", "ru", "", [500]),
        ("ابغى 200 قطعة", "ar", "我要200个", [200]),
        ("price for 500, 1000 pcs?", "en", "", [1000]),
        ("12 dozen", "en", "", [144]),
        ("3 days delivery?", "en", "", []),
        ("$500 total", "en", "", []),
        ("500 ml bottle", "en", "", []),
        ("我要3个颜色", "zh", "", []),
        ("call +34 600 123 456", "en", "", []),
        ("", "en", "", []),
    ],
)
def test_that_pieces_are_read_and_other_figures_are_not(
    text: str, language: str, chinese: str, expected: list[int]
) -> None:
    found = quantities_in(_message(text, language, chinese))
    assert found[-1:] == expected[-1:]


def _none(_sku: Sku) -> int | None:
    return None


def test_that_each_product_gets_its_own_quantity_or_none() -> None:
    both = _message("300 pcs JZ-03 and 500 pcs JZ-05", skus=("JZ-05", "JZ-03"))
    assert set(with_message(LEAD, both, _none).items) == {
        LeadItem(Sku("JZ-03"), 300),
        LeadItem(Sku("JZ-05"), 500),
    }
    same = _message("300 pcs each of JZ-03 and JZ-05", skus=("JZ-03", "JZ-05"))
    assert {item.quantity for item in with_message(LEAD, same, _none).items} == {300}
    unclear = _message("300 pcs or 500 pcs or 700 pcs JZ-03 JZ-05", skus=("JZ-03", "JZ-05"))
    assert {item.quantity for item in with_message(LEAD, unclear, _none).items} == {None}


def test_that_the_same_message_twice_changes_nothing() -> None:
    message = _message("300 pcs JZ-03, m@x.es", skus=("JZ-03",))
    once = with_message(LEAD, message, _none)
    assert with_message(once, message, _none) is once
    translated = replace(message, translation=Translation(ZH, "300 个", 1, 5, True))
    again = with_message(once, translated, _none)
    assert [line.translation for line in again.transcript] == ["300 个"]


def _person(number: int, name: str = "", company: str = "", *contacts: str) -> Lead:
    ways = tuple(Contact(ContactKind.EMAIL if "@" in c else ContactKind.PHONE, c) for c in contacts)
    return Lead(LeadId(str(number)), 1.0, 1.0, SessionId("s"), name=name, company=company, contacts=ways)


def test_that_leads_with_one_contact_or_one_name_and_company_may_be_the_same() -> None:
    leads = [
        _person(1, "Ana", "", "+34600123456"),
        _person(2, "A. Silva", "", "+34 600 123 456", "ana@x.es"),
        _person(3, "Ana", "", "Ana@X.es"),
        _person(4, "Li Wei", "ACME Ltd."),
        _person(5, "li wei", "Acme Ltd"),
        _person(6, "Li Wei"),
        _person(7),
        _person(8),
    ]
    finder = DuplicateFinder()
    finder.take(leads)
    same = {str(lead.id): {str(other) for other in finder.of(lead.id)} for lead in leads}
    same = {lead: others for lead, others in same.items() if others}
    assert same == {"1": {"2"}, "2": {"1", "3"}, "3": {"2"}, "4": {"5"}, "5": {"4"}}
