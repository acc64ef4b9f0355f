"""A quantity is read where there is no doubt: a wrong one is a wrong price."""

from dataclasses import replace

import pytest

from livedesk.core.chat.asking import asked_quantity
from livedesk.core.chat.intent import Intent
from livedesk.core.ids import Language
from tests.ui.lines.records import message

NUMBERS = frozenset([12, 108])


def _asked(text: str, language: str = "en", *intents: Intent) -> int | None:
    asks = replace(message(1), text=text, language=Language(language) if language else None, intents=intents)
    return asked_quantity(asks, NUMBERS.__contains__)


@pytest.mark.parametrize(
    ("language", "text", "quantity"),
    [
        ("en", "price for 500 pcs?", 500),
        ("en", "5000pcs price", 5000),
        ("en", "and for 2k sets, 220V?", 2000),
        ("en", "i need two dozen", 24),
        ("en", "12 pieces of the 28 cm pan", 12),
        ("en", "1 pc costs? no, 300 pieces", 300),
        ("en", "1,500 pcs at $3?", 1500),
        ("zh", "五百个多少钱", 500),
        ("zh", "一千五百件什么价", 1500),
        ("es", "cuanto cuesta 300 unidades", 300),
        ("ru", "цена за 500 шт", 500),
        ("", "500 pcs?", 500),
    ],
)
def test_that_counted_pieces_are_read(language: str, text: str, quantity: int) -> None:
    assert _asked(text, language) == quantity


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "price please"),
        ("en", ""),
        ("en", "price for 1.500 pcs"),  # one and a half, or fifteen hundred
        ("en", "500-1000 pcs?"),
        ("en", "500 pcs and 1000 pcs?"),
        ("zh", "两三百个多少钱"),
        ("zh", "三个颜色多少钱"),
        ("en", "3 boxes of 500 pcs"),
        ("en", "200 cartons, 30 days"),
        ("en", "500 pairs"),
        ("en", "2.5 pcs"),
        ("en", "0 pcs"),
        ("en", "9000000000 pcs"),
        ("en", "is $3 ok"),
    ],
)
def test_that_what_may_be_read_otherwise_is_not_read(language: str, text: str) -> None:
    assert _asked(text, language, Intent.PRICE) is None


def test_that_a_bare_number_counts_alone_and_where_a_price_is_asked_for() -> None:
    assert _asked("how much for 1000", "en", Intent.PRICE) == 1000
    assert _asked("Preis für 1.500 Stück", "de", Intent.PRICE) == 1500
    assert _asked("preço para 1000 peças", "pt", Intent.PRICE) == 1000
    assert _asked("how much for 1000", "en") is None
    assert _asked("i like 1000", "en", Intent.GREETING) is None
    assert _asked("1000 for $3", "en", Intent.PRICE) is None
    assert _asked("how much is 108", "en", Intent.PRICE) is None  # the number of an article
    assert _asked("how much are 4", "en", Intent.PRICE) is None
