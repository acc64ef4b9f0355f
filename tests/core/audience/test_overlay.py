"""What the overlay may show: text in its language, or nothing."""

from dataclasses import replace
from decimal import Decimal

from livedesk.core.audience import overlay
from livedesk.core.audience.overlay import OverlayWish, read_wish
from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.ids import Language, SegmentId, SessionId, Sku
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.records import Caption, Offer, Origin, Reason, Session, SessionState, Translation

ZH, EN, ES = Language("zh"), Language("en"), Language("es")
SHOW = Session(SessionId("one"), "Show", SessionState.LIVE, False, ZH, (EN, ES))
CUP = Product(
    Sku("A"),
    3,
    {ZH: "杯子", EN: "Cup"},
    {},
    (PriceTier(500, Decimal("3.50")), PriceTier(2000, Decimal("3.20"))),
)


def said(text: str, *translations: Translation, is_final: bool = True) -> Caption:
    return Caption(
        SegmentId(1), 1, ZH, text, 2, is_final, Origin.MICROPHONE, 0, 1, 0, translations=translations
    )


def into(
    language: Language, text: str, stable: int = 0, *, is_final: bool = True, why: Reason | None = None
) -> Translation:
    return Translation(language, text, 1, stable, is_final, why)


def lines(wish: OverlayWish, caption: Caption, shown: Session = SHOW) -> list[tuple[object, object, object]]:
    frame = overlay.caption_frame(wish, shown, caption, 0.0)
    found = frame["lines"]
    assert isinstance(found, list)
    return [(line["language"], line["text"], line["stable"]) for line in found]


def test_that_an_overlay_shows_the_first_audience_language_unless_it_names_others() -> None:
    assert overlay.languages_of(OverlayWish(), SHOW) == (EN,)
    assert overlay.languages_of(OverlayWish(("host", "es")), SHOW) == (ZH, ES)
    assert overlay.languages_of(OverlayWish(), replace(SHOW, audience_languages=())) == (ZH,)


def test_that_a_language_is_shown_once_though_it_is_named_twice() -> None:
    assert overlay.languages_of(OverlayWish(("zh", "host")), SHOW) == (ZH,)


def test_that_what_an_address_says_wrong_counts_as_not_written() -> None:
    wish = read_wish("captions", {"lang": "EN, <b>,../x,en,es,fr", "mode": "sideways", "qr": "yes"})
    assert wish == OverlayWish(("en", "es"), has_products=False)


def test_that_each_page_gets_only_its_part() -> None:
    assert not read_wish("product", {}).has_captions
    assert not read_wish("captions", {}).has_products
    both = read_wish("both", {})
    assert (both.has_captions, both.has_products) == (True, True)


def test_that_the_host_language_is_the_hosts_own_words() -> None:
    assert lines(OverlayWish(("zh",)), said("大家好")) == [(ZH, "大家好", 2)]


def test_that_a_line_without_a_translation_is_not_shown_and_neither_is_the_reason() -> None:
    for reason in Reason:
        assert lines(OverlayWish(), said("大家好", into(EN, "", why=reason))) == []
    assert lines(OverlayWish(), said("大家好")) == []


def test_that_the_hosts_words_stand_in_where_that_is_wanted_and_they_are_final() -> None:
    wish = OverlayWish(shows_source=True)
    assert lines(wish, said("大家好", into(EN, "", why=Reason.LOOP))) == [(ZH, "大家好", 3)]
    assert lines(wish, said("大家", is_final=False)) == []


def test_that_a_name_that_is_the_same_in_both_languages_is_shown() -> None:
    same = into(EN, "LM-003", why=Reason.SAME_LANGUAGE)
    assert lines(OverlayWish(), said("LM-003", same)) == [(EN, "LM-003", 6)]


def test_that_only_finals_are_shown_where_that_is_wanted() -> None:
    growing = said("大家好", into(EN, "Hello every", 5, is_final=False), is_final=False)
    assert lines(OverlayWish(), growing) == [(EN, "Hello every", 5)]
    assert lines(OverlayWish(finals_only=True), growing) == []
    assert lines(OverlayWish(finals_only=True), said("大家好", into(EN, "Hello", 5))) == [(EN, "Hello", 5)]


def test_that_a_gap_shows_nothing() -> None:
    gap = replace(said(""), gap_s=12.0)
    assert lines(OverlayWish(("zh", "en"), shows_source=True), gap) == []


def test_that_nothing_is_on_air_before_and_after_the_show() -> None:
    pinned = replace(SHOW, pinned=(CUP.sku,))
    for state in (SessionState.IDLE, SessionState.ENDED):
        shown = replace(pinned, state=state)
        assert overlay.products_frame(OverlayWish(), shown, {CUP.sku: CUP})["items"] == []
        assert overlay.show_frame(OverlayWish(), shown)["live"] is False
    assert overlay.products_frame(OverlayWish(), pinned, {CUP.sku: CUP})["items"] != []


def test_that_the_product_pinned_last_comes_first_and_unknown_ones_are_left_out() -> None:
    other = replace(CUP, sku=Sku("B"), number=4)
    shown = replace(SHOW, pinned=(CUP.sku, Sku("gone"), other.sku))
    items = overlay.products_frame(OverlayWish(), shown, {CUP.sku: CUP, other.sku: other})["items"]
    assert isinstance(items, list)
    assert [item["number"] for item in items] == [4, 3]


def test_that_an_offer_shows_its_words_only_in_the_language_of_the_overlay() -> None:
    offer = Offer(CUP.sku, {ZH: "免费印标"}, Decimal("3.20"), "USD", 99.0)
    shown = replace(SHOW, pinned=(CUP.sku,), offer=offer, sold_out=frozenset({CUP.sku}))
    items = overlay.products_frame(OverlayWish(), shown, {CUP.sku: CUP})["items"]
    assert isinstance(items, list)
    assert items[0]["offer"] == {"text": "", "price": "3.20", "currency": "USD", "ends_at": 99.0}
    assert items[0]["is_sold_out"]
    own = overlay.products_frame(OverlayWish(("host",)), shown, {CUP.sku: CUP})["items"]
    assert isinstance(own, list)
    assert own[0]["offer"]["text"] == "免费印标"


def test_that_the_code_is_shown_only_while_phones_can_connect() -> None:
    rows = ((True, False), (False, True))
    on = Link(LinkKind.AUDIENCE, LinkState.ON, "http://192.168.1.20:8484/key/")
    assert overlay.qr_frame(on, rows)["rows"] == ["10", "01"]
    for state in (LinkState.OFF, LinkState.CONNECTING, LinkState.WAITING, LinkState.FAILED):
        assert overlay.qr_frame(replace(on, state=state), rows)["rows"] == []
    assert overlay.qr_frame(None, rows)["rows"] == []


def test_that_no_price_stands_in_powers_of_ten() -> None:
    offer = Offer(CUP.sku, {}, Decimal("1E+3"), "IDR", None)
    dear = replace(CUP, tiers=(PriceTier(1, Decimal("5E+4")),))
    shown = replace(SHOW, pinned=(CUP.sku,), offer=offer)
    items = overlay.products_frame(OverlayWish(), shown, {CUP.sku: dear})["items"]
    assert isinstance(items, list)
    assert items[0]["tiers"] == [{"from": 1, "price": "50000"}]
    assert items[0]["offer"]["price"] == "1000"
