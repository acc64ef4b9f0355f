"""The offer on air below its product's card."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.events import ClearOffer, Command
from livedesk.core.ids import EN, ZH
from livedesk.core.records import Offer
from livedesk.ui.bridge import Bridge
from livedesk.ui.captions.offer_strip import OfferStrip
from livedesk.ui.captions.on_air_cards import OnAirCards
from livedesk.ui.theme.theme import AppTheme
from tests.ui.catalogue.shelf import BOOTH, JUICER, KETTLE, LONG_GERMAN, WOK, session
from tests.ui.fakes import FakeServices

OFFER = Offer(
    WOK.sku, {ZH: "前一百单免费印标志", EN: "Free logo on the first 100"}, Decimal("6.20"), "USD", 1_600.0
)


@pytest.fixture
def cards(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, posted: list[Command], services: FakeServices
) -> OnAirCards:
    widget = OnAirCards(theme, bridge, posted.append, services)
    qtbot.addWidget(widget)
    widget.resize(900, 300)
    widget.show()
    widget.show_products(BOOTH)
    return widget


def test_that_the_offer_stands_below_the_card_of_its_product(cards: OnAirCards) -> None:
    cards.show_session(session(pinned=(JUICER.sku, WOK.sku)))
    before = cards.height()
    cards.show_session(session(pinned=(JUICER.sku, WOK.sku), offer=OFFER))
    strip, card = cards.offer_strip, cards.cards[1]
    assert (strip.x(), strip.width()) == (card.x(), card.width())
    assert strip.y() > card.geometry().bottom()
    assert cards.height() > before
    assert strip.text.whole_text == "Free logo on the first 100"
    cards.show_session(session(pinned=(JUICER.sku, WOK.sku)))
    assert strip.isHidden()
    assert cards.height() == before


def test_that_an_offer_whose_product_is_not_on_air_names_it(cards: OnAirCards) -> None:
    cards.show_session(session(pinned=(KETTLE.sku,), offer=OFFER))
    assert cards.offer_strip.text.whole_text.startswith("4 · Non-stick wok 32 cm")
    cards.show_session(session(offer=OFFER))
    assert cards.offer_strip.isVisible()


def test_that_the_offer_is_taken_off_by_its_cross(cards: OnAirCards, posted: list[Command]) -> None:
    cards.show_session(session(pinned=(WOK.sku,), offer=OFFER))
    cards.offer_strip.clear_button.click()
    assert posted == [ClearOffer()]


def test_that_the_time_left_is_counted_down_to_nothing(qtbot: QtBot, theme: AppTheme) -> None:
    now = [1_000.0]
    holder = QWidget()
    qtbot.addWidget(holder)
    strip = OfferStrip(theme, holder, now=lambda: now[0])
    strip.resize(400, 52)
    holder.show()
    strip.show_offer(OFFER, WOK, ZH, is_named=False)
    assert strip.left.text() == "10:00 left"
    assert strip.price.text() == "US$ 6.20 instead of 6.80"
    now[0] = 1_599.0
    qtbot.waitUntil(lambda: strip.left.text() == "00:01 left")
    now[0] = 1_700.0
    qtbot.waitUntil(lambda: strip.left.text() == "00:00 left")


def test_that_an_offer_without_price_or_end_says_only_its_words(qtbot: QtBot, theme: AppTheme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    strip = OfferStrip(theme, holder)
    strip.resize(180, 52)
    holder.show()
    strip.show_offer(Offer(WOK.sku, {ZH: LONG_GERMAN}), WOK, ZH, is_named=False)
    assert strip.price.isHidden()
    assert strip.left.isHidden()
    assert strip.text.text().endswith("…")
    assert LONG_GERMAN in strip.text.toolTip()
