"""The sentences of follow-up letters are there in every language, with the fields they need and no others."""

from dataclasses import fields
from string import Formatter

import pytest

from livedesk.adapters.leads.followup_files import read_followups
from livedesk.app.paths import resources
from livedesk.core.ids import Language
from livedesk.core.leads.followup import FollowUp

LANGUAGES = "zh en es fr de pt ru ar it ja ko vi th id tr".split()  # noqa: SIM905 - a list of codes
WORDS = read_followups(resources() / "followup")
FIELDS = {
    "greeting": {"name"},
    "thanks": {"booth"},
    "product": {"product", "sku"},
    "quantity": {"quantity"},
    "price": {"price", "terms"},
    "price_from": {"price", "terms"},
    "lead_time": {"days"},
    "moq": {"moq"},
}
"""Those that are not named have none."""


def test_that_there_are_sentences_for_every_language_of_the_fair() -> None:
    assert set(WORDS) == set(map(Language, LANGUAGES))


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_each_sentence_has_its_fields(language: str) -> None:
    words = WORDS[Language(language)]
    for name in (field.name for field in fields(FollowUp)):
        sentence = getattr(words, name)
        assert sentence.strip()
        assert {field for _, field, _, _ in Formatter().parse(sentence) if field} == FIELDS.get(name, set())
