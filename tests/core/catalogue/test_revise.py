"""Changing products as an editor does."""

from dataclasses import replace
from decimal import Decimal

import pytest

from livedesk.core.catalogue.product import LeadTime, PriceTier, Product, Variant
from livedesk.core.catalogue.revise import (
    BulkChange,
    Rounding,
    changed,
    duplicate,
    free_sku,
    raised,
    rebased,
    with_text,
)
from livedesk.core.ids import EN, ZH, Language, Sku

ES = Language("es")
CUP = Product(
    sku=Sku("JZ-03"),
    number=3,
    names={ZH: "榨汁杯", EN: "Juicer"},
    category={ZH: "小家电", EN: "Appliances"},
    tiers=(PriceTier(500, Decimal("3.50")), PriceTier(2000, Decimal("3.20"))),
    sample_price=Decimal("15.00"),
    tags=("gift", "kitchen"),
    variants=(Variant(Sku("JZ-03-R"), {EN: "red"}, (PriceTier(1, Decimal("4.00")),)),),
)


def test_that_a_text_translated_meanwhile_stays() -> None:
    current = replace(CUP, names={**CUP.names, ES: "Licuadora"}, machine_texts=frozenset({"names.es"}))
    edited = with_text(CUP, "names", EN, "Juicer cup")
    result = rebased(current, CUP, edited)
    assert result.names == {ZH: "榨汁杯", EN: "Juicer cup", ES: "Licuadora"}
    assert result.machine_texts == {"names.es"}


def test_that_only_what_the_editor_changed_is_changed() -> None:
    current = replace(CUP, moq=1000, stock=0)
    assert rebased(current, CUP, replace(CUP, brand="Lumio")) == replace(current, brand="Lumio")
    assert rebased(current, CUP, CUP) is current


def test_that_a_text_can_be_emptied() -> None:
    assert rebased(CUP, CUP, with_text(CUP, "names", EN, "")).names == {ZH: "榨汁杯"}


def test_that_another_sku_renames_the_product() -> None:
    assert rebased(CUP, CUP, replace(CUP, sku=Sku("JZ-04"))).sku == "JZ-04"


def test_that_what_a_person_writes_is_no_machines() -> None:
    marked = replace(CUP, machine_texts=frozenset({"names.en", "script.en"}))
    assert with_text(marked, "names", EN, "Cup").machine_texts == {"script.en"}
    with pytest.raises(ValueError):
        with_text(CUP, "tags", EN, "x")


def test_that_a_duplicate_gets_a_free_sku_and_its_own_stock() -> None:
    copy = duplicate(replace(CUP, stock=0), frozenset({Sku("JZ-03"), Sku("JZ-03-2")}), 9)
    assert (copy.sku, copy.number, copy.stock, copy.variants) == ("JZ-03-3", 9, None, ())
    assert copy.names == CUP.names
    assert free_sku("NEW-", frozenset({Sku("NEW-1")})) == "NEW-2"


@pytest.mark.parametrize(
    ("price", "percent", "rounding", "expected"),
    [
        ("3.50", "5", Rounding.CENT, "3.68"),
        ("3.50", "5", Rounding.FIVE_CENTS, "3.70"),
        ("3.50", "5", Rounding.TEN_CENTS, "3.70"),
        ("3.50", "5", Rounding.WHOLE, "4.00"),
        ("3.50", "5", Rounding.NINE, "3.69"),
        ("3.49", "0", Rounding.NINE, "3.49"),
        ("3.50", "0", Rounding.NINE, "3.59"),
        ("3.50", "-10", Rounding.CENT, "3.15"),
        ("0.01", "-90", Rounding.CENT, "0.01"),
        ("0.02", "-50", Rounding.TEN_CENTS, "0.10"),
        ("0.00", "10", Rounding.CENT, "0.00"),
        ("0.125", "0", Rounding.CENT, "0.13"),
    ],
)
def test_that_a_raised_price_is_rounded_as_asked(
    price: str, percent: str, rounding: Rounding, expected: str
) -> None:
    assert raised(Decimal(price), Decimal(percent), rounding) == Decimal(expected)


def test_that_prices_of_samples_and_variants_are_raised_too() -> None:
    result = changed(CUP, BulkChange(percent=Decimal(10)))
    assert [tier.price for tier in result.tiers] == [Decimal("3.85"), Decimal("3.52")]
    assert result.sample_price == Decimal("16.50")
    assert result.variants[0].tiers == (PriceTier(1, Decimal("4.40")),)


def test_that_what_is_not_asked_for_stays() -> None:
    assert changed(CUP, BulkChange()) is CUP
    assert changed(CUP, BulkChange(brand="")) is CUP
    result = changed(CUP, BulkChange(category={EN: "Kitchen"}, lead_times=(LeadTime(1, 25),)))
    assert result.category == {ZH: "小家电", EN: "Kitchen"}
    assert result.lead_time_days == 25
    assert result.tiers is CUP.tiers


def test_that_tags_are_added_once_and_taken_away() -> None:
    result = changed(CUP, BulkChange(add_tags=("gift", "new"), remove_tags=("kitchen",)))
    assert result.tags == ("gift", "new")


def test_that_a_category_set_for_all_is_no_machines_any_more() -> None:
    marked = replace(CUP, machine_texts=frozenset({"category.en", "names.en"}))
    assert changed(marked, BulkChange(category={EN: "Kitchen"})).machine_texts == {"names.en"}
