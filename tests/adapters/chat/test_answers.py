"""The answers that livedesk brings: complete in every language, and with the same figures in each."""

from decimal import Decimal

import pytest

from livedesk.app.terms import our_answers
from livedesk.core.catalogue.product import Certificate, LeadTime, Packing, PriceTier, Product
from livedesk.core.chat.fill import GapWhy, OnSale, fill
from livedesk.core.chat.intent import Intent
from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.core.translation.figures import compare
from livedesk.ui.chat.canned_figures import LocalFigures

LANGUAGES = tuple(
    map(Language, ["zh", "en", "es", "fr", "de", "pt", "ru", "ar", "it", "ja", "ko", "vi", "th", "id", "tr"])
)
FULL = OnSale(
    Product(
        Sku("JZ-03"),
        3,
        {EN: "Juicer cup", ZH: "榨汁杯"},
        {},
        (PriceTier(500, Decimal("3.5")), PriceTier(1000, Decimal("3.255"))),
        incoterm_place="Ningbo",
        moq=500,
        unit={EN: "pcs"},
        lead_times=(LeadTime(500, 30),),
        sample_price=Decimal(15),
        sample_days=7,
        certificates=(Certificate("CE"),),
        packing=Packing(pieces_per_carton=24),
        stock=12400,
    ),
    quantity=12000,
)


def test_that_every_question_has_an_answer_in_every_language() -> None:
    answers = our_answers()
    assert {intent for answer in answers for intent in answer.intents} == set(Intent)
    for answer in answers:
        assert set(answer.texts) == set(LANGUAGES), answer.id
        assert all(text == text.strip() and text for text in answer.texts.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_only_fields_that_exist_are_used_and_the_same_in_each_language(language: Language) -> None:
    for answer in our_answers():
        without = fill(
            answer.texts[language], OnSale(Product(Sku("X"), 0, {}, {}, ())), language, LocalFigures()
        )
        in_english = fill(answer.texts[EN], OnSale(Product(Sku("X"), 0, {}, {}, ())), EN, LocalFigures())
        assert GapWhy.UNKNOWN not in {gap.why for gap in without.gaps}
        assert set(without.gaps) == set(in_english.gaps), (answer.id, language)


@pytest.mark.parametrize("host", [ZH, EN])
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_figures_agree_with_the_hosts_text(host: Language, language: Language) -> None:
    for answer in our_answers():
        if language == host:
            continue
        own = fill(answer.texts[host], FULL, host, LocalFigures())
        theirs = fill(answer.texts[language], FULL, language, LocalFigures())
        assert not own.gaps
        assert not theirs.gaps
        assert compare(own.text, host, theirs.text, language) is None, (own.text, theirs.text)


@pytest.mark.parametrize(
    ("language", "money", "count"),
    [
        ("en", "US$ 3.50", "12,400"),
        ("de", "US$ 3,50", "12.400"),
        ("es", "US$ 3,50", "12.400"),
        ("zh", "US$ 3.50", "12,400"),
        ("ar", "US$ 3.50", "12,400"),
        ("xx", "US$ 3.50", "12,400"),
    ],
)
def test_that_figures_are_written_as_the_reader_does(language: str, money: str, count: str) -> None:
    figures = LocalFigures()
    assert figures.money(Decimal("3.5"), "usd", Language(language)) == money
    assert figures.count(12400, Language(language)) == count


def test_that_no_price_is_rounded() -> None:
    assert LocalFigures().money(Decimal("0.0125"), "USD", EN) == "US$ 0.0125"
