"""What editors post, and what they show until the desk has answered."""

from dataclasses import replace
from decimal import Decimal

from livedesk.core import events as ev
from livedesk.core.catalogue.pictures import PICTURES_JOB, PicturesTaken
from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.ids import Sku
from livedesk.core.jobs import Job, JobState
from livedesk.ui.bridge import Bridge
from livedesk.ui.product.state import CatalogueState
from tests.ui.catalogue.shelf import BOOTH, FRYER, JUICER, KETTLE, WOK
from tests.ui.product.conftest import Desk


def test_that_a_change_says_what_the_product_was(desk: Desk) -> None:
    edited = replace(JUICER, brand="Lumio")
    desk.state.put(JUICER, edited)
    assert desk.posted == [ev.PutProducts((edited,), based_on=(JUICER,))]
    assert desk.booth.products[0] == edited


def test_that_nothing_is_posted_where_nothing_changed(desk: Desk) -> None:
    desk.state.put(JUICER, replace(JUICER))
    assert desk.posted == []


def test_that_an_edit_shows_before_the_desk_has_answered(bridge: Bridge) -> None:
    posted: list[ev.Command] = []
    state = CatalogueState(bridge, posted.append)
    state.take_products(BOOTH)
    state.put(JUICER, replace(JUICER, brand="Lumio"))
    found = state.product(JUICER.sku)
    assert found is not None
    assert found.brand == "Lumio"


def test_that_an_edit_leaves_what_came_meanwhile(desk: Desk) -> None:
    desk.feed(ev.PutProducts((replace(JUICER, hs_code="850940"),)))
    desk.state.put(JUICER, replace(JUICER, brand="Lumio"))
    assert (desk.booth.products[0].brand, desk.booth.products[0].hs_code) == ("Lumio", "850940")


def test_that_a_product_is_renamed_in_its_place(desk: Desk) -> None:
    told: list[tuple[object, object]] = []
    desk.state.renamed.connect(lambda before, now: told.append((before, now)))
    desk.state.put(WOK, replace(WOK, sku=Sku("CG-99")))
    assert [p.sku for p in desk.booth.products] == [JUICER.sku, "CG-99", KETTLE.sku, FRYER.sku]
    assert told == [(WOK.sku, "CG-99")]
    assert desk.state.product(WOK.sku) is None


def test_that_a_new_product_has_a_free_sku_number_and_the_terms_of_the_last(desk: Desk) -> None:
    sku = desk.state.new()
    product = desk.state.product(sku)
    assert product is not None
    assert (product.sku, product.number, product.incoterm_place) == ("NEW-1", 14, "Ningbo")
    assert desk.state.new() == "NEW-2"
    assert len(desk.booth.products) == 6


def test_that_a_copy_is_a_product_of_its_own(desk: Desk) -> None:
    copy = desk.state.duplicate(JUICER.sku)
    product = desk.state.product(copy)
    assert product is not None
    assert (product.sku, product.number, product.names) == ("JZ-03-2", 14, JUICER.names)
    assert desk.state.duplicate(Sku("nothing")) is None


def test_that_removed_products_come_back_with_undo(desk: Desk) -> None:
    assert not desk.state.can_undo
    desk.state.remove((JUICER.sku, WOK.sku, Sku("nothing")))
    assert desk.posted == [ev.RemoveProducts((JUICER.sku, WOK.sku))]
    assert desk.state.can_undo
    desk.state.undo()
    assert desk.booth.products == BOOTH
    desk.state.redo()
    assert len(desk.booth.products) == 2


def test_that_undo_without_a_change_posts_nothing(desk: Desk) -> None:
    desk.state.undo()
    desk.state.redo()
    assert desk.posted == []


def test_that_several_products_change_in_one_step(desk: Desk) -> None:
    def cheaper(product: Product) -> Product:
        return replace(product, tiers=(PriceTier(1, Decimal("1.00")),))

    desk.state.put_all([(p, cheaper(p)) for p in BOOTH])
    assert len(desk.posted) == 1
    desk.state.undo()
    assert desk.booth.products == BOOTH


def test_that_pictures_taken_in_belong_to_their_product_whatever_is_open(desk: Desk) -> None:
    taken = PicturesTaken(WOK.sku, ("CG-32-a.jpg", "CG-32-b.jpg"))
    done = Job(PICTURES_JOB, "CG-32#1", JobState.DONE, 2, 2, taken, params={"sku": WOK.sku})
    desk.feed(ev.JobReported(done))
    assert desk.booth.products[1].pictures == ("CG-32-a.jpg", "CG-32-b.jpg")
    desk.feed(ev.JobReported(replace(done, name="CG-32#2")))
    assert desk.booth.products[1].pictures == ("CG-32-a.jpg", "CG-32-b.jpg")


def test_that_pictures_of_a_product_that_is_gone_change_nothing(desk: Desk) -> None:
    desk.state.remove((WOK.sku,))
    taken = PicturesTaken(WOK.sku, ("CG-32-a.jpg",))
    desk.feed(ev.JobReported(Job(PICTURES_JOB, "x", JobState.DONE, 1, 1, taken, params={"sku": WOK.sku})))
    assert len(desk.booth.products) == 3
