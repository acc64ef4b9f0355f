"""The cards of what is on air: exact prices, equal sizes, unpinning, nothing that jumps or hides."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from livedesk.core.catalogue.product import Certificate, PriceTier
from livedesk.core.events import Command, UnpinProduct
from livedesk.core.ids import EN, ZH, Sku
from livedesk.ui.bridge import Bridge
from livedesk.ui.captions.card_text import content, flow, lay_out, narrowest
from livedesk.ui.captions.on_air_cards import OnAirCards
from livedesk.ui.catalogue.row import metrics
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import Step
from tests.ui.catalogue.shelf import (
    BOOTH,
    FRYER,
    JUICER,
    KETTLE,
    LONG_CHINESE,
    LONG_GERMAN,
    SVG,
    WOK,
    session,
)
from tests.ui.fakes import FakeServices

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def cards(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, posted: list[Command], services: FakeServices
) -> OnAirCards:
    widget = OnAirCards(theme=theme, bridge=bridge, post=posted.append, services=services)
    qtbot.addWidget(widget)
    widget.resize(660, 100)
    widget.show_products(BOOTH)
    widget.show()
    widget.activateWindow()
    qtbot.waitActive(widget)
    return widget


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("zh_CN"))
    yield
    QLocale.setDefault(before)


def pin(cards: OnAirCards, *skus: Sku, **changes: object) -> None:
    cards.show_session(session(pinned=skus, **changes))


def buttons(cards: OnAirCards) -> list[QToolButton]:
    return [card.findChild(QToolButton) for card in cards.cards]


# --- what is shown ---


def test_that_nothing_on_air_shows_how_to_begin(cards: OnAirCards) -> None:
    pin(cards)
    assert cards.cards == []
    texts = [label.text() for label in cards.findChildren(QLabel) if label.isVisible()]
    assert "Nothing on air. Select a product and press P." in texts


def test_that_cards_come_in_the_order_of_pinning(cards: OnAirCards) -> None:
    pin(cards, WOK.sku, JUICER.sku)
    assert [card.accessibleName() for card in cards.cards] == [
        "4 · Non-stick wok 32 cm",
        "3 · Portable juicer cup",
    ]


def test_that_a_card_holds_what_buyers_ask_for() -> None:
    said = content(JUICER)
    assert said.price == "US$ 3.50"
    assert said.terms == ("FOB Ningbo", "from 500")
    assert said.tiers == ("3.20 from 2,000", "2.95 from 5,000")
    assert said.facts == ("CE, RoHS", "sample US$ 15.00", "30 days")


@pytest.mark.parametrize(("price", "shown"), [("0.0125", "US$ 0.0125"), ("12400", "US$ 12,400.00")])
def test_that_the_price_on_a_card_is_exact(price: str, shown: str) -> None:
    product = replace(JUICER, tiers=(PriceTier(1, Decimal(price)), PriceTier(10, Decimal(price))))
    assert content(product).price == shown
    assert content(product).tiers[0].startswith(shown.removeprefix("US$ "))


def test_that_a_sold_out_product_says_so_on_its_card(cards: OnAirCards) -> None:
    pin(cards, JUICER.sku)
    before = cards.cards[0].grab().toImage()
    pin(cards, JUICER.sku, sold_out=frozenset({JUICER.sku}))
    assert cards.cards[0].accessibleDescription().startswith("sold out, ")
    assert cards.cards[0].grab().toImage() != before


def test_that_a_pinned_product_missing_in_the_catalogue_can_still_be_taken_off(
    cards: OnAirCards, posted: list[Command], qtbot: QtBot
) -> None:
    pin(cards, Sku("OLD-1"))
    assert cards.cards[0].accessibleName() == "OLD-1"
    assert cards.cards[0].accessibleDescription() == "not in this catalogue"
    qtbot.mouseClick(buttons(cards)[0], LEFT)
    assert posted == [UnpinProduct(Sku("OLD-1"))]


def test_that_a_card_follows_its_product_to_another_catalogue(cards: OnAirCards) -> None:
    pin(cards, JUICER.sku)
    cards.show_products((replace(JUICER, tiers=(PriceTier(100, Decimal("9.99")),)),))
    assert "US$ 9.99" in cards.cards[0].accessibleDescription()
    assert "3.50" not in cards.cards[0].accessibleDescription()


def test_that_pictures_arrive_on_the_cards(cards: OnAirCards, services: FakeServices, qtbot: QtBot) -> None:
    services.pictures["JZ-03.svg"] = SVG
    pin(cards, JUICER.sku)
    middle = lay_out(content(JUICER), cards.cards[0].width()).picture.center()
    qtbot.waitUntil(lambda: cards.cards[0].grab().toImage().pixelColor(middle).red() > 240)


def test_that_cards_follow_the_window_language(cards: OnAirCards, chinese: None) -> None:
    pin(cards, JUICER.sku)
    QApplication.sendEvent(cards, QEvent(QEvent.Type.LanguageChange))
    assert cards.cards[0].accessibleName() == "3 · 便携式榨汁杯"


# --- taking off air ---


def test_that_the_cross_takes_its_product_off_air_once(
    cards: OnAirCards, posted: list[Command], qtbot: QtBot
) -> None:
    pin(cards, JUICER.sku, WOK.sku)
    qtbot.mouseClick(buttons(cards)[1], LEFT)
    assert posted == [UnpinProduct(WOK.sku)]


def test_that_the_cross_works_by_keyboard_and_shows_with_the_focus(
    cards: OnAirCards, posted: list[Command], qtbot: QtBot
) -> None:
    pin(cards, JUICER.sku, WOK.sku)
    first, second = buttons(cards)
    for card in cards.cards:  # wherever the mouse is
        QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert not first.icon().isNull()
    assert second.icon().isNull()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    assert first.icon().isNull()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert posted == [UnpinProduct(WOK.sku)]


def test_that_the_cross_is_named_for_screen_readers(cards: OnAirCards) -> None:
    pin(cards, JUICER.sku)
    assert buttons(cards)[0].accessibleName() == "Take off air: 3 · Portable juicer cup"


def test_that_the_cross_shows_while_the_mouse_is_on_the_card(cards: OnAirCards, qtbot: QtBot) -> None:
    pin(cards, JUICER.sku)
    (button,) = buttons(cards)
    button.clearFocus()
    beside = QPoint(cards.width() - 10, 4)
    qtbot.mouseMove(cards.cards[0], cards.cards[0].rect().center())
    qtbot.waitUntil(lambda: not button.icon().isNull())
    qtbot.mouseMove(cards, beside)
    qtbot.waitUntil(lambda: button.icon().isNull())


# --- places ---


@pytest.mark.parametrize("width", [300, 420, 660, 900, 1600])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_that_cards_are_equal_and_apart_and_inside(cards: OnAirCards, width: int, count: int) -> None:
    long = replace(FRYER, sku=Sku("LONG"), names={EN: LONG_GERMAN, ZH: LONG_CHINESE})
    cards.show_products((*BOOTH, long))
    cards.resize(width, cards.height())
    pin(cards, *(JUICER.sku, long.sku, KETTLE.sku)[:count])
    places = [card.geometry() for card in cards.cards]
    assert len({(place.width(), place.height()) for place in places}) == 1
    assert all(cards.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for a, b in pairwise(places))


def test_that_three_cards_leave_the_captions_their_room_in_the_smallest_window(cards: OnAirCards) -> None:
    cards.resize(380, cards.height())
    pin(cards, JUICER.sku, WOK.sku, KETTLE.sku)
    assert len({card.y() for card in cards.cards}) == 1
    assert cards.height() < 190


def test_that_a_long_price_is_rather_wrapped_than_cut(cards: OnAirCards) -> None:
    dear = replace(FRYER, sku=Sku("DEAR"), tiers=(PriceTier(1, Decimal("1234567.00")),))
    cards.show_products((*BOOTH, dear))
    cards.resize(380, cards.height())
    pin(cards, JUICER.sku, WOK.sku, dear.sku)
    assert len({card.y() for card in cards.cards}) == 2


def test_that_cards_wrap_where_they_have_no_room_side_by_side(cards: OnAirCards) -> None:
    cards.resize(300, cards.height())
    pin(cards, JUICER.sku, WOK.sku, KETTLE.sku)
    tops = [card.y() for card in cards.cards]
    assert tops[0] == tops[1] < tops[2]


def test_that_the_height_stays_while_the_show_goes_on(cards: OnAirCards) -> None:
    pin(cards, JUICER.sku, WOK.sku)
    height, kept = cards.height(), cards.cards
    pin(cards, JUICER.sku, WOK.sku, messages=12, unanswered=3, doubts=1, show_index=1)
    assert cards.height() == height
    assert cards.cards == kept  # not built again: nothing flickers


@pytest.mark.parametrize("width", [112, 176, 212, 300, 324, 440])
@pytest.mark.parametrize("name", [LONG_GERMAN, LONG_CHINESE, "Cup"], ids=["german", "chinese", "short"])
@pytest.mark.parametrize("price", ["3.50", "1234567.00"])
@pytest.mark.parametrize("word", ["", "sold out", "ausverkauft"])
def test_that_the_texts_of_a_card_stay_inside_and_apart(width: int, name: str, price: str, word: str) -> None:
    product = replace(
        JUICER,
        names={EN: name},
        tiers=(PriceTier(500, Decimal(price)), *JUICER.tiers[1:]),
        certificates=tuple(map(Certificate, ("CE", "RoHS", "LFGB", "FDA", "REACH"))),
    )
    width = max(width, narrowest(content(product)))
    text = lay_out(content(product), width, word)
    bold, small = metrics(is_bold=True), metrics(Step.SMALL)
    for line in text.name:
        assert text.name_left + bold.horizontalAdvance(line) <= width
    for line in text.facts:
        assert text.facts_left + small.horizontalAdvance(line) <= width
    price, price_px = text.price, metrics(text.price.step, is_bold=True).horizontalAdvance(text.price.text)
    assert price.left + price_px <= width
    assert price.right >= price.left + price_px
    assert price.right + small.horizontalAdvance(text.terms) <= width or not text.terms
    top = text.name_top + 18 * len(text.name)
    if word:
        assert top <= price.chip.top()
        assert price.chip.right() < price.left or price.chip.bottom() < price.top
    assert top <= price.top
    assert price.top + 28 + 17 * len(text.facts) <= text.height
    assert text.picture.bottom() < text.height


def test_that_lines_break_between_facts_and_never_inside_one() -> None:
    parts = ["3.20 from 2,000", "2.95 from 5,000", "2.80 from 10,000"]
    room = metrics(Step.SMALL).horizontalAdvance(" · ".join(parts[:2])) + 2
    assert flow(parts, room, most_lines=2) == ["3.20 from 2,000 · 2.95 from 5,000", "2.80 from 10,000"]
    assert flow(parts, room, most_lines=1) == ["3.20 from 2,000 · …"]
    assert flow([], room, most_lines=2) == []
