"""What buyers ask, measured on lines as they type them, and the rules that rank it."""

from pathlib import Path

import pytest

from livedesk.core.chat.intent import Intent
from livedesk.core.chat.intent_words import WORDS
from livedesk.core.chat.intents import MOST_INTENTS, intents_of, ranked
from livedesk.core.ids import EN, ZH, Language
from tests.core.session.rig import Rig
from tests.ui.lines.records import message

ES, FR = Language("es"), Language("fr")
_LINES = Path(__file__).parents[2] / "data" / "intents.tsv"
_LEAST = {"tune": (0.98, 0.98), "held": (0.80, 0.83)}
"""The share of lines whose first intent is right, and whose intent is among the first two. Nobody looks at "held"
when words are added."""


def _read() -> list[tuple[str, Language, tuple[str, ...], str]]:
    rows = (line.split("\t") for line in _LINES.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [
        (part, Language(code), () if wanted == "-" else tuple(wanted.split(",")), text)
        for part, code, wanted, text in rows
    ]


@pytest.mark.parametrize("part", ["tune", "held"])
def test_that_intents_are_found_in_lines_as_buyers_type_them(part: str) -> None:
    lines = [line for line in _read() if line[0] == part]
    assert len(lines) > 150
    first = second = 0
    for _, language, wanted, text in lines:
        found = ranked(text, language)
        first += found[:1] == wanted[:1]
        second += wanted[0] in found[:2] if wanted else not found
    shares = (first / len(lines), second / len(lines))
    assert shares >= _LEAST[part], shares
    assert shares[1] >= _LEAST[part][1], shares


def test_that_every_language_has_words_for_every_intent() -> None:
    assert len(WORDS) >= 16
    for language, words in WORDS.items():
        assert set(words) == set(Intent), language
        assert all(word.strip("~*. ") for text in words.values() for word in text.split("|"))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how much is the sample?", [Intent.SAMPLE, Intent.PRICE]),
        ("price? and the sample?", [Intent.PRICE, Intent.SAMPLE]),
        ("hi, price?", [Intent.PRICE, Intent.GREETING]),
        ("price ok but mine came broken", [Intent.COMPLAINT, Intent.PRICE]),
        ("price FOB", [Intent.PRICE]),
        ("FOB or CIF?", [Intent.SHIPPING]),
        ("PRICE!!!", [Intent.PRICE]),
        ("", []),
        ("👍", []),
        ("pricey.com/price", [Intent.PRICE]),
        ("a logotype costume", [Intent.CUSTOMISATION]),
        ("hippo", []),
    ],
)
def test_that_intents_are_ranked(text: str, asked: list[Intent]) -> None:
    assert list(ranked(text, EN)) == asked


def test_that_a_word_counts_in_its_own_language() -> None:
    assert ranked("ce produit est joli", FR) == ()
    assert ranked("CE ?", FR) == (Intent.CERTIFICATE,)
    assert ranked("precio?", None) == (Intent.PRICE,)


def test_that_english_words_count_in_every_language() -> None:
    assert ranked("logo 可以吗 moq", ZH) == (Intent.CUSTOMISATION, Intent.MOQ)
    assert ranked("我们的logo", ZH) == (Intent.CUSTOMISATION,)


def test_that_a_long_text_does_no_harm() -> None:
    assert ranked("a" * 1_000_000 + " price", None) == ()
    assert ranked("moq " * 100_000, EN) == (Intent.MOQ,)


def test_that_the_translation_says_it_where_the_text_does_not() -> None:
    assert intents_of(message(1, "zzz", "起订量是多少")) == (Intent.MOQ,)
    assert intents_of(message(1, "precio?", "起订量是多少")) == (Intent.PRICE, Intent.MOQ)
    assert intents_of(message(1, "zzz", "多少钱？", language=None)) == (Intent.PRICE,)


def test_that_a_message_has_only_a_few_intents() -> None:
    text = "price moq sample shipping logo certificate payment stock"
    assert len(intents_of(message(1, text, None))) == MOST_INTENTS


def test_that_the_desk_tells_intents_at_once_and_again_with_the_translation() -> None:
    rig = Rig(ES).live().chat("qwerty? sample")
    assert rig.messages()[1].intents == (Intent.SAMPLE,)
    rig.answer(rig.only_request(), "最小起订量？样品", language=ES)
    assert rig.messages()[1].intents == (Intent.SAMPLE, Intent.MOQ)


def test_that_a_corrected_translation_changes_the_intents() -> None:
    from livedesk.core.events import CorrectMessage
    from livedesk.core.ids import MessageId

    rig = Rig(ES).live().chat("qwerty")
    rig.answer(rig.only_request(), "你好", language=ES)
    assert rig.messages()[1].intents == (Intent.GREETING,)
    rig.give(CorrectMessage(MessageId(1), "多少钱？"))
    assert rig.messages()[1].intents == (Intent.PRICE,)
