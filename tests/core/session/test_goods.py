"""Editing the catalogue at the desk, and what is on air of it: pins, sold-out marks, the run of show, the offer."""

from dataclasses import replace
from decimal import Decimal

import pytest

from livedesk.core import events as ev
from livedesk.core.catalogue.product import Product
from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.core.records import LineWarning, NoticeCode, Reason, WarningKind
from livedesk.core.session.show import MAX_PINNED
from livedesk.core.translation.request import Work
from tests.core.session.rig import ES, Rig, products, show_items

A, B, C = Sku("A"), Sku("B"), Sku("C")
RU = Language("ru")
DOUBT = LineWarning(WarningKind.FIGURES, ("10%",), ("1%",))


def stocked(*skus: str) -> Rig:
    return Rig(EN, ES).give(ev.CatalogueLoaded(products(*skus)))


def named(rig: Rig, sku: str) -> Product:
    return next(p for p in rig.booth.products if p.sku == sku)


# --- editing ---


def test_that_a_change_tells_everyone_whether_it_can_be_taken_back() -> None:
    rig = stocked("A", "B")
    steps = []
    for given in (ev.RemoveProducts((A,)), ev.UndoCatalogue(), ev.RedoCatalogue(), ev.MoveProduct(B, 0)):
        rig.give(given)
        steps.append([(len(e.products), e.can_undo, e.can_redo) for e in rig.of(ev.CatalogueChanged)])
    assert steps == [[(1, True, False)], [(2, False, True)], [(1, True, False)], []]


def test_that_a_clash_of_numbers_is_told() -> None:
    rig = stocked("A", "B").give(ev.PutProducts((replace(products("C")[0], number=2),)))
    (notice,) = rig.notices()
    assert (notice.code, notice.params) == (
        NoticeCode.NUMBER_TAKEN,
        {"sku": "C", "wanted": 2, "given": 3},
    )
    rig.give(ev.PutProducts(tuple(replace(p, number=1) for p in products("D", "E"))))
    assert rig.notices()[-1].params == {"count": 2}


def test_that_a_sku_of_another_product_is_told_and_refused() -> None:
    rig = stocked("A", "B")
    base = named(rig, "B")
    rig.give(ev.PutProducts((replace(base, sku=A),), (base,)))
    assert [(n.code, n.params) for n in rig.notices()] == [(NoticeCode.SKU_TAKEN, {"sku": "A"})]
    assert rig.booth.products == products("A", "B")


def test_that_a_new_sku_is_taken_over_on_air() -> None:
    rig = stocked("A", "B").give(ev.SetShow((replace(show_items(1)[0], skus=(B, A)),)))
    rig.live().give(ev.PinProduct(B), ev.MarkSoldOut(B, True), ev.PutOffer(B, "今天九折"))
    base = named(rig, "B")
    rig.give(ev.PutProducts((replace(base, sku=C),), (base,)))
    session = rig.booth.session
    assert (session.pinned, session.sold_out, session.show[0].skus) == ((C,), {C}, (C, A))
    assert session.offer is not None
    assert session.offer.sku == C
    rig.give(ev.UndoCatalogue())
    session = rig.booth.session
    assert (session.pinned, session.sold_out, session.show[0].skus) == ((B,), {B}, (B, A))


def test_that_a_removed_product_leaves_the_air_and_comes_back_with_its_undo() -> None:
    rig = stocked("A", "B").live().give(ev.PinProduct(A), ev.PinProduct(B), ev.PutOffer(A, "今天九折"))
    offer = rig.booth.session.offer
    rig.give(ev.RemoveProducts((A,)))
    assert (rig.booth.session.pinned, rig.booth.session.offer) == ((B,), None)
    rig.give(ev.UndoCatalogue())
    assert (rig.booth.session.pinned, rig.booth.session.offer) == ((B, A), offer)
    rig.give(ev.RedoCatalogue())
    assert (rig.booth.session.pinned, rig.booth.session.offer) == ((B,), None)
    rig.give(ev.UndoCatalogue())
    assert (rig.booth.session.pinned, rig.booth.session.offer) == ((B, A), offer)


def test_that_what_comes_back_takes_no_place_on_air_that_is_taken() -> None:
    rig = stocked("A", "B", "C", "D").live().give(ev.PinProduct(A), ev.RemoveProducts((A,)))
    rig.give(*(ev.PinProduct(Sku(s)) for s in "BCD"), ev.UndoCatalogue())
    assert rig.booth.session.pinned == (B, C, "D")
    assert len(rig.booth.session.pinned) == MAX_PINNED


def test_that_an_offer_whose_time_ran_out_meanwhile_does_not_come_back() -> None:
    rig = stocked("A").live().give(ev.PutOffer(A, "九折", ends_at=1_060.0), ev.RemoveProducts((A,)))
    rig.after(90).give(ev.UndoCatalogue())
    assert rig.booth.session.offer is None


# --- sold out ---


def test_that_a_stock_of_nothing_is_sold_out_until_there_is_some() -> None:
    rig = stocked("A", "B")
    seen = []
    for stock in (5, 0, 0, 7, 0, None):
        rig.give(ev.PutProducts((replace(named(rig, "A"), stock=stock),)))
        seen.append(A in rig.booth.session.sold_out)
    assert seen == [False, True, True, False, True, False]


def test_that_a_mark_by_hand_stays_while_the_stock_does() -> None:
    rig = Rig().give(ev.CatalogueLoaded(tuple(replace(p, stock=0) for p in products("A", "B"))))
    assert rig.booth.session.sold_out == {A, B}
    rig.give(ev.MarkSoldOut(A, False), ev.PutProducts((replace(named(rig, "A"), brand="new"),)))
    assert rig.booth.session.sold_out == {B}


def test_that_undoing_a_stock_undoes_its_mark() -> None:
    rig = stocked("A").give(ev.PutProducts((replace(products("A")[0], stock=0),)), ev.UndoCatalogue())
    assert rig.booth.session.sold_out == frozenset()
    assert rig.give(ev.RedoCatalogue()).booth.session.sold_out == {A}


# --- the run of show ---


@pytest.mark.parametrize(
    ("order", "index"),
    [((0, 1, 2), 1), ((1, 0, 2), 0), ((0, 2, 1), 2), ((0, 2), 1), ((0,), 0), ((), 0), ((1, 1), 1)],
)
def test_that_an_edited_run_of_show_stays_at_its_step(order: tuple[int, ...], index: int) -> None:
    items = show_items(3)
    rig = Rig().give(ev.CatalogueLoaded((), items)).live().give(ev.GoToShowItem(1))
    rig.after(30).give(ev.SetShow(tuple(items[place] for place in order)))
    assert rig.booth.session.show_index == index
    is_still_there = 1 in order
    assert rig.booth.session.show_item_since == (1_000.0 if is_still_there else 1_030.0)


def test_that_the_step_in_hand_can_be_edited() -> None:
    items = show_items(2)
    rig = Rig().give(ev.CatalogueLoaded((), items)).live().give(ev.GoToShowItem(1)).after(30)
    rig.give(ev.SetShow((items[0], replace(items[1], minutes=9.0))))
    assert (rig.booth.session.show_index, rig.booth.session.show_item_since) == (1, 1_000.0)


# --- the offer ---


def test_that_an_offer_goes_into_every_audience_language() -> None:
    rig = stocked("A").live().give(ev.PutOffer(A, " 今天九折\u202e ", Decimal("3.78"), 1_600.0))
    assert [(r.work, r.text, r.source, r.target) for r in rig.requests] == [
        (Work.CATALOGUE, "今天九折", ZH, EN),
        (Work.CATALOGUE, "今天九折", ZH, ES),
    ]
    rig.answer(rig.requests[0], "10% off today").answer(rig.requests[0], "10% hoy")
    offer = rig.booth.session.offer
    assert offer is not None
    assert offer.texts == {ZH: "今天九折", EN: "10% off today", ES: "10% hoy"}
    assert (offer.price, offer.currency, offer.ends_at, offer.put_at) == (
        Decimal("3.78"),
        "USD",
        1_600.0,
        1_000.0,
    )


@pytest.mark.parametrize(
    "given",
    [
        ev.PutOffer(Sku("X"), "九折"),
        ev.PutOffer(A, " \u202e"),
        ev.PutOffer(A, "九折", ends_at=1_000.0),
    ],
)
def test_that_an_offer_that_says_nothing_is_not_put_on_air(given: ev.PutOffer) -> None:
    rig = stocked("A").live().give(given)
    assert (rig.booth.session.offer, rig.requests) == (None, [])


def test_that_an_offer_may_be_a_price_only() -> None:
    rig = stocked("A").live().give(ev.PutOffer(A, "", Decimal("3.78")))
    offer = rig.booth.session.offer
    assert offer is not None
    assert (offer.texts, rig.requests) == ({}, [])


def test_that_a_late_translation_of_an_earlier_offer_is_dropped() -> None:
    rig = stocked("A").live().give(ev.PutOffer(A, "九折"))
    late = rig.requests[0]
    rig.give(ev.PutOffer(A, "八折"))
    assert [r.text for r in rig.requests] == ["八折", "八折"]
    rig.answer(late, "10% off")
    offer = rig.booth.session.offer
    assert offer is not None
    assert offer.texts == {ZH: "八折"}
    rig.give(ev.ClearOffer()).answer(rig.requests[0], "20% off")
    assert rig.booth.session.offer is None


def test_that_doubtful_or_refused_words_stay_off_air_and_are_told() -> None:
    rig = stocked("A").live().give(ev.PutOffer(A, "今天九折"))
    rig.answer(rig.requests[0], "1% off", warnings=(DOUBT,))
    assert rig.notices()[-1].params == {"language": EN, "figures": "10% | 1%"}
    rig.answer(rig.requests[0], reason=Reason.LOOP)
    assert rig.notices()[-1].params == {"language": ES, "code": "loop"}
    offer = rig.booth.session.offer
    assert offer is not None
    assert offer.texts == {ZH: "今天九折"}
    rig.give(ev.ClearOffer())
    assert rig.of(ev.NoticeCleared) == [ev.NoticeCleared(NoticeCode.OFFER_NOT_TRANSLATED)]


def test_that_an_offer_ends_when_its_time_is_over() -> None:
    rig = stocked("A").live().give(ev.PutOffer(A, "九折", ends_at=1_060.0))
    rig.after(59).give(ev.Ticked())
    assert rig.booth.session.offer is not None
    rig.give(ev.PauseSession()).after(1).give(ev.Ticked())
    assert rig.booth.session.offer is None
    assert [e.session.offer for e in rig.of(ev.SessionChanged)] == [None]


def test_that_an_offer_follows_the_audience_into_a_new_language() -> None:
    rig = stocked("A").live().give(ev.PutOffer(A, "九折")).answer_all()
    rig.give(ev.ChangeLanguages(ZH, (EN, RU)))
    assert [r.target for r in rig.requests] == [RU]


def test_that_an_offer_prepared_before_the_show_begins_with_it() -> None:
    rig = stocked("A").give(ev.PutOffer(A, "九折")).after(30).live().answer_all()
    offer = rig.booth.session.offer
    assert offer is not None
    assert (offer.put_at, set(offer.texts)) == (1_030.0, {ZH, EN, ES})


def test_that_a_restored_offer_is_translated_as_far_as_it_was_not() -> None:
    before = stocked("A").live().give(ev.PutOffer(A, "九折"))
    before.answer(before.requests[0], "10% off")
    rig = stocked("A").after(60).give(ev.SessionRestored(before.booth.session, (), (), ()))
    assert [r.target for r in rig.requests] == [ES]
