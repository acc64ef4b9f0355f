"""The catalogue as the operator changes it: order, numbers, SKUs, undo and redo."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core.catalogue.book import HIGHEST_NUMBER, MOST_STEPS, CatalogueBook, Renumbered
from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.ids import EN, ZH, Language, Sku

ES = Language("es")


def product(sku: str, number: int = 0, **changes: object) -> Product:
    plain = Product(Sku(sku), number, {EN: f"Mug {sku}"}, {}, (PriceTier(1, Decimal("2.50")),))
    return replace(plain, **changes)  # type: ignore[arg-type]


def book(*skus: str) -> CatalogueBook:
    made = CatalogueBook()
    made.load([product(sku, number) for number, sku in enumerate(skus, 1)], {})
    return made


def shown(found: CatalogueBook) -> str:
    return " ".join(f"{p.sku}{p.number}" for p in found.products)


def test_that_new_products_stand_at_the_end_and_changed_ones_stay_in_their_place() -> None:
    made = book("A", "B")
    made.put([product("C"), product("A", 1, brand="Lumio")])
    assert shown(made) == "A1 B2 C3"
    assert made.products[0].brand == "Lumio"


def test_that_unchanged_products_stay_the_same_objects() -> None:
    made = book("A", "B", "C")
    a, b, c = made.products
    change = made.put([product("A", 1), product("B", 2, brand="new")])
    assert [p is q for p, q in zip(made.products, (a, b, c), strict=True)] == [True, False, True]
    assert [(old is b, new and new.brand) for old, new in change.pairs] == [(True, "new")]
    made.move(Sku("C"), 0)
    made.undo()
    assert made.products[2] is c


def test_that_putting_what_is_there_already_is_no_step() -> None:
    made = book("A")
    assert made.put([product("A", 1)]).is_empty
    assert not made.event().can_undo


def test_that_a_product_without_a_sku_is_not_taken() -> None:
    made = book("A")
    assert made.put([product("")]).is_empty


# --- numbers ---


@pytest.mark.parametrize(
    ("put", "after"),
    [
        ([("C", 0)], "A1 B2 C3"),
        ([("C", 9)], "A1 B2 C9"),
        ([("C", 2)], "A1 B2 C3"),
        ([("A", 2)], "A1 B2"),
        ([("A", 2), ("B", 1)], "A2 B1"),
        ([("C", 7), ("D", 7)], "A1 B2 C7 D8"),
        ([("A", 0)], "A1 B2"),
        ([("A", 7), ("C", 1)], "A7 B2 C1"),
        ([("A", -4)], "A1 B2"),
        ([("C", HIGHEST_NUMBER), ("D", 0)], f"A1 B2 C{HIGHEST_NUMBER} D3"),
        ([("C", 123_456), ("D", 0)], "A1 B2 C123456 D3"),
    ],
)
def test_that_every_product_has_a_number_of_its_own(put: list[tuple[str, int]], after: str) -> None:
    made = book("A", "B")
    made.put([product(sku, number) for sku, number in put])
    assert shown(made) == after


def test_that_who_did_not_get_the_wanted_number_is_told() -> None:
    change = book("A", "B").put([product("C", 2), product("D", 0)])
    assert change.renumbered == (Renumbered(Sku("C"), 2, 3),)


def test_that_a_number_that_was_given_up_is_not_given_away_at_once() -> None:
    made = book("A", "B", "C")
    made.remove([Sku("B")])
    made.put([product("D")])
    assert shown(made) == "A1 C3 D4"


def test_that_a_loaded_catalogue_gets_numbers_and_loses_doubles() -> None:
    made = CatalogueBook()
    change = made.load([product("A", 1), product("B", 1), product("A", 9), product("", 4)], {EN: "Fair"})
    assert shown(made) == "A1 B2"
    assert change.renumbered == (Renumbered(Sku("B"), 1, 2),)


# --- SKUs ---


def test_that_an_edited_sku_renames_the_product_in_its_place() -> None:
    made = book("A", "B", "C")
    base = made.products[1]
    change = made.put([replace(base, sku=Sku("B-2"), brand="new")], [base])
    assert shown(made) == "A1 B-22 C3"
    assert change.renamed == ((Sku("B"), Sku("B-2")),)
    assert made.undo().renamed == ((Sku("B-2"), Sku("B")),)
    assert made.redo().renamed == ((Sku("B"), Sku("B-2")),)
    assert made.undo().renamed == ((Sku("B-2"), Sku("B")),)


def test_that_a_sku_of_another_product_is_refused_and_the_rest_is_taken() -> None:
    made = book("A", "B")
    base = made.products[1]
    change = made.put([replace(base, sku=Sku("A"), brand="new")], [base])
    assert (shown(made), made.products[1].brand) == ("A1 B2", "new")
    assert change.refused == (Sku("A"),)


def test_that_only_what_was_edited_is_changed() -> None:
    made = book("A")
    base = made.products[0]
    made.put([replace(base, names={**base.names, ES: "Taza"}, machine_texts=frozenset({"names.es"}))])
    made.put([replace(base, brand="new")], [base])
    now = made.products[0]
    assert (now.brand, now.names[ES], now.machine_texts) == ("new", "Taza", {"names.es"})


def test_that_what_was_removed_meanwhile_comes_back_when_it_is_saved() -> None:
    made = book("A", "B")
    base = made.products[0]
    made.remove([Sku("A")])
    made.put([replace(base, brand="new")], [base])
    assert shown(made) == "B2 A1"


# --- texts of a machine ---


def test_that_a_text_edited_by_hand_is_no_machines_any_more() -> None:
    made = CatalogueBook()
    marks = frozenset({"names.es", "names.zh", "description.en"})
    made.load([product("A", 1, names={ES: "Taza", ZH: "杯"}, description={EN: "x"}, machine_texts=marks)], {})
    base = made.products[0]
    made.put([replace(base, names={ES: "Tazón", ZH: "杯"}, description={})])
    assert made.products[0].machine_texts == {"names.zh"}


def test_that_marks_of_texts_that_are_none_are_dropped() -> None:
    made = book("A")
    made.put([product("B", machine_texts=frozenset({"names.ru", "sku.en", "nonsense"}))])
    assert made.products[1].machine_texts == frozenset()


# --- order ---


@pytest.mark.parametrize(
    ("sku", "index", "order"),
    [
        ("A", 0, "A1 B2 C3"),
        ("A", 1, "A1 B2 C3"),
        ("A", 2, "B2 A1 C3"),
        ("A", 3, "B2 C3 A1"),
        ("A", 99, "B2 C3 A1"),
        ("C", 0, "C3 A1 B2"),
        ("C", -5, "C3 A1 B2"),
        ("C", 1, "A1 C3 B2"),
        ("X", 0, "A1 B2 C3"),
    ],
)
def test_that_a_product_is_put_before_another(sku: str, index: int, order: str) -> None:
    made = book("A", "B", "C")
    made.move(Sku(sku), index)
    assert shown(made) == order
    assert made.event().can_undo == (order != "A1 B2 C3")
    assert all(made.get(p.sku) is p for p in made.products)


# --- undo and redo ---


def test_that_every_change_can_be_taken_back_and_done_again() -> None:
    made = book("A", "B")
    states = [made.products]
    for change in (
        lambda: made.put([product("C")]),
        lambda: made.remove([Sku("A"), Sku("X")]),
        lambda: made.move(Sku("C"), 0),
        lambda: made.put([product("B", 2, brand="new")]),
    ):
        change()
        states.append(made.products)
    for before in reversed(states[:-1]):
        made.undo()
        assert made.products is before
    assert (made.event().can_undo, made.event().can_redo) == (False, True)
    for after in states[1:]:
        made.redo()
        assert made.products is after
    assert made.redo().is_empty
    assert all(made.get(p.sku) is p for p in made.products)


def test_that_a_new_change_ends_what_could_be_done_again() -> None:
    made = book("A")
    made.put([product("B")])
    made.undo()
    made.put([product("C")])
    assert (made.event().can_undo, made.event().can_redo) == (True, False)


def test_that_only_so_many_changes_are_kept() -> None:
    made = book("A")
    for n in range(MOST_STEPS + 10):
        made.put([product("A", 1, brand=str(n))])
    steps = 0
    while made.event().can_undo:
        made.undo()
        steps += 1
    assert (steps, made.products[0].brand) == (MOST_STEPS, "9")


def test_that_the_first_catalogue_is_no_step_and_another_one_is() -> None:
    made = book("A", "B")
    assert not made.event().can_undo
    made.load([product("A", 1), product("C", 3)], {EN: "Other"})
    assert (shown(made), made.name) == ("A1 C3", {EN: "Other"})
    made.undo()
    assert (shown(made), made.name) == ("A1 B2", {})


def test_that_changes_of_one_kind_are_taken_back_together() -> None:
    made = book("A", "B")
    made.revise([product("A", 1, brand="1")], "fill")
    made.revise([product("B", 2, brand="2")], "fill")
    made.put([product("C")])
    made.revise([product("A", 1, brand="3")], "fill")
    brands = []
    while made.event().can_undo:
        made.undo()
        brands.append("".join(p.brand or "-" for p in made.products))
    assert brands == ["12-", "12", "--"]


_SKUS = st.sampled_from("ABCDE")
_OPERATIONS = st.one_of(
    st.builds(lambda sku, n: ("put", [product(sku, n)]), _SKUS, st.integers(0, 4)),
    st.builds(lambda skus: ("put", [product(sku) for sku in skus]), st.lists(_SKUS, max_size=4)),
    st.builds(lambda skus: ("remove", list(map(Sku, skus))), st.lists(_SKUS, max_size=3)),
    st.builds(lambda skus: ("load", [product(sku) for sku in skus]), st.lists(_SKUS, max_size=4)),
    st.builds(lambda sku, index: ("move", (Sku(sku), index)), _SKUS, st.integers(-1, 6)),
    st.sampled_from([("undo", None), ("redo", None)]),
)


@given(operations=st.lists(_OPERATIONS, max_size=20))
@settings(deadline=None)
def test_that_whatever_is_done_products_are_found_and_changes_are_whole(
    operations: list[tuple[str, Any]],
) -> None:
    made, by_changes = CatalogueBook(), dict[Sku, Product]()
    for name, given_ in operations:
        before = made.products
        match name:
            case "load":
                change = made.load(given_, {})
            case "move":
                change = made.move(*given_)
            case "undo" | "redo":
                change = getattr(made, name)()
            case _:
                change = getattr(made, name)(given_)
        for old, _new in change.pairs:
            if old:
                del by_changes[old.sku]
        by_changes |= {new.sku: new for _, new in change.pairs if new}
        assert list(map(made.get, by_changes)) == list(by_changes.values())
        assert sorted(by_changes) == sorted(p.sku for p in made.products)
        assert all(made.get(p.sku) is p for p in made.products)
        numbers = [p.number for p in made.products]
        assert len(set(numbers)) == len(numbers)
        assert change.is_empty == (before == made.products)
