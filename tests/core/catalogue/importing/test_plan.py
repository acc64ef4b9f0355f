"""What an import would do: the rules of new, updated and left out, on tables as exporters have them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from livedesk.core.catalogue.importing.columns import column_key
from livedesk.core.catalogue.importing.header import find_header
from livedesk.core.catalogue.importing.mapping import (
    Defaults,
    Mapping,
    fingerprint,
    from_data,
    guess_mapping,
    to_data,
)
from livedesk.core.catalogue.importing.pictures import FoundPictures, sku_of_file
from livedesk.core.catalogue.importing.plan import ImportPlan, plan_import
from livedesk.core.catalogue.importing.problems import BadCell, Effect, ProblemCode
from livedesk.core.catalogue.importing.sheet import CellError, Row, Sheet, Value, cell_name
from livedesk.core.catalogue.product import Certificate, Packing, PriceTier, Product, Variant
from livedesk.core.errors import Cancelled
from livedesk.core.ids import EN, ZH, Sku

CUP = Product(
    Sku("A-1"),
    7,
    {EN: "Cup", ZH: "杯"},
    {},
    (PriceTier(500, Decimal("3.50")), PriceTier(1000, Decimal("3.20"))),
    currency="USD",
    incoterm="FOB",
    incoterm_place="Ningbo",
    moq=500,
    brand="Lumio",
    sample_price=Decimal(15),
    certificates=(Certificate("CE", "2027-05-01"),),
    packing=Packing(24, Decimal(60), Decimal(40), Decimal(35), Decimal(12), Decimal(11)),
    pictures=("cup.png",),
    machine_texts=frozenset({"names.en"}),
)


def table(*rows: Row) -> Sheet:
    """A sheet called 报价 of these rows."""
    return Sheet("报价", rows)


def plan(sheet: Sheet, *products: Product, pictures: FoundPictures | None = None) -> ImportPlan:
    """What importing `sheet` would do, its columns found by their headings."""
    mapping = guess_mapping(sheet)
    assert mapping is not None
    return plan_import(sheet, mapping, products, pictures)


def told(found: ImportPlan) -> list[tuple[str, str, str]]:
    """The problems as cell, code and effect."""
    return [(p.cell, p.code.value, p.effect.value) for p in found.problems]


# --- finding the headings ---


def test_that_the_headings_are_found_below_a_title_and_over_units() -> None:
    sheet = table(
        ["朗汐厨具 2026 报价单"],
        [],
        ["货号", "品名", "FOB Ningbo (US$)", None, "外箱尺寸"],
        [None, None, "500-999pcs", "≥1000", "cm"],
        ["A-1", "杯", 3.5, 3.2, "60x40x35"],
    )
    header = find_header(sheet)
    assert header is not None
    assert (header.row, header.height) == (2, 2)
    (product,) = plan(sheet).new
    assert product.tiers == (PriceTier(500, Decimal("3.5")), PriceTier(1000, Decimal("3.2")))
    assert (product.currency, product.incoterm, product.incoterm_place) == ("USD", "FOB", "Ningbo")
    assert product.packing.carton_cbm == Decimal("0.084")


def test_that_the_sides_of_a_carton_may_stand_under_one_heading() -> None:
    sheet = table(
        ["ABC TRADING CO., LTD"],
        ["Item No", "Description", "CTN Size", None, None, "N.W", "G.W", "FOB price"],
        [None, None, "L", "W", "H", "(kg)", "(kg)", "USD/pc"],
        ["K-01", "Kettle", 58, 44, 46, 12, 14.2, 5.2],
    )
    found = plan(sheet)
    assert found.problems == ()
    (kettle,) = found.new
    assert (kettle.packing.length_cm, kettle.packing.width_cm, kettle.packing.height_cm) == (58, 44, 46)
    assert (kettle.from_price, kettle.currency, kettle.unit[EN]) == (Decimal("5.2"), "USD", "pcs")


def test_that_prices_may_be_headed_by_the_quantity_they_begin_at() -> None:
    sheet = table(["产品编号", "名称", "MOQ 500", "MOQ 1000"], ["B-1", "杯", "$3.9", "$3.65"])
    (cup,) = plan(sheet).new
    assert (cup.moq, [(t.min_quantity, t.price) for t in cup.tiers]) == (
        500,
        [(500, Decimal("3.9")), (1000, Decimal("3.65"))],
    )


def test_that_a_first_product_full_of_codes_is_not_taken_for_headings() -> None:
    sheet = table(
        ["SKU", "No.", "Name", "Currency", "Incoterm", "MOQ"], ["A-1", 12, "Cup", "USD", "FOB", 500]
    )
    assert [p.sku for p in plan(sheet).new] == ["A-1"]


def test_that_headings_in_two_languages_on_two_rows_are_one() -> None:
    sheet = table(["货号", "品名", "单价"], ["Item No.", "Name", "Price (USD)"], ["A-1", "杯", 3])
    found = plan(sheet)
    assert [(p.sku, p.currency) for p in found.new] == [("A-1", "USD")]
    assert found.problems == ()


def test_that_a_table_without_headings_is_not_guessed_at() -> None:
    assert guess_mapping(table(["A-1", "杯", 3.5], ["A-2", "碗", 2])) is None


def test_that_two_columns_of_names_are_told_apart_by_their_headings() -> None:
    (product,) = plan(table(["货号", "品名", "Product name"], ["A-1", "杯", "Cup"])).new
    assert product.names == {ZH: "杯", EN: "Cup"}


def test_that_two_languages_in_one_cell_are_told_apart() -> None:
    (product,) = plan(table(["货号", "品名"], ["A-1", "榨汁杯 / Juicer cup"])).new
    assert product.names == {ZH: "榨汁杯", EN: "Juicer cup"}


def test_that_the_price_for_export_is_preferred_and_the_other_column_named() -> None:
    found = plan(table(["货号", "品名", "出厂价(RMB)", "FOB US$"], ["A-1", "杯", 25, 3.5]))
    assert (found.new[0].from_price, found.new[0].currency) == (Decimal("3.5"), "USD")
    assert told(found) == [("报价!C1", "column_twice", "column_left_out")]


def test_that_an_unknown_column_is_named_with_its_cell() -> None:
    assert told(plan(table(["货号", "品名", "备注"], ["A-1", "杯", "x"]))) == [
        ("报价!C1", "unknown_column", "column_left_out")
    ]


# --- what rows do ---


def test_that_a_new_product_without_a_currency_is_taken_as_dollars_and_said() -> None:
    found = plan(table(["货号", "品名", "单价"], ["A-1", "杯", 3], ["A-2", "碗", 4]))
    assert {p.currency for p in found.new} == {"USD"}
    assert told(found) == [("报价!C2", "no_currency", "taken")]


def test_that_what_a_person_said_about_the_currency_counts() -> None:
    sheet = table(["货号", "品名", "单价"], ["A-1", "杯", 25])
    mapping = guess_mapping(sheet)
    assert mapping is not None
    found = plan_import(sheet, replace(mapping, defaults=Defaults("CNY", "EXW", "Yiwu")), ())
    assert (found.new[0].currency, found.new[0].incoterm, found.new[0].incoterm_place) == (
        "CNY",
        "EXW",
        "Yiwu",
    )
    assert found.problems == ()


def test_that_an_update_changes_what_the_row_says_and_nothing_else() -> None:
    found = plan(table(["sku", "name", "brand", "毛重(kg)"], ["a-1", None, "", 12.5]), CUP)
    assert found.updated == (replace(CUP, packing=replace(CUP.packing, gross_weight_kg=Decimal("12.5"))),)


def test_that_a_row_that_says_the_same_changes_nothing() -> None:
    found = plan(table(["sku", "name_en", "price (USD)", "证书"], ["A-1", "Cup", "3.50", "CE"]), CUP)
    assert (found.new, found.updated, found.unchanged) == ((), (), ("A-1",))


def test_that_a_single_new_price_replaces_the_tiers() -> None:
    found = plan(table(["sku", "price (USD)"], ["A-1", 3.3]), CUP)
    assert found.updated[0].tiers == (PriceTier(500, Decimal("3.3")),)


def test_that_a_text_from_the_table_is_no_machines_any_more() -> None:
    found = plan(table(["sku", "name_en", "name_zh"], ["A-1", "Mug", "杯"]), CUP)
    assert found.updated[0].machine_texts == frozenset()


def test_that_the_first_of_two_rows_with_one_sku_counts() -> None:
    found = plan(table(["sku", "name"], ["A-9", "Cup"], ["a-9", "Bowl"]))
    assert [p.names[EN] for p in found.new] == ["Cup"]
    assert told(found) == [("报价!A3", "duplicate_sku", "row_left_out")]
    assert "报价!A2" in found.problems[0].text


@pytest.mark.parametrize(
    ("heading", "value", "code", "effect"),
    [
        ("price (USD)", -3, "price_out_of_range", "row_left_out"),
        ("price (USD)", 0, "price_out_of_range", "row_left_out"),
        ("price (USD)", 99_999_999, "price_out_of_range", "row_left_out"),
        ("price (USD)", "￥25", "currency_differs", "row_left_out"),
        ("price (USD)", "3.5/dozen", "unit_differs", "row_left_out"),
        ("price (USD)", CellError("#REF!"), "formula_error", "row_left_out"),
        ("price (USD)", "3.5-4", "price_range", "taken"),
        ("MOQ", "many", "not_a_number", "row_left_out"),
        ("MOQ", 0, "out_of_range", "row_left_out"),
        ("MOQ", "1.000", "ambiguous_number", "row_left_out"),
        ("MOQ", "1.000 pcs", "ambiguous_number", "row_left_out"),
        ("currency", "shells", "currency_unknown", "row_left_out"),
        ("Incoterm", "FOP", "not_an_incoterm", "row_left_out"),
        ("交期", "soon", "not_a_number", "field_left"),
        ("sample price (USD)", "￥99", "currency_differs", "field_left"),
        ("HS code", 8509.4, "not_an_hs_code", "field_left"),
        ("净重(kg)", 13, "net_above_gross", "field_left"),
        ("CBM", 0.5, "cbm_differs", "taken"),
        ("证书有效期", "05/06/2027", "ambiguous_date", "field_left"),
        ("装箱数", 0, "out_of_range", "field_left"),
        ("stock", -1, "out_of_range", "field_left"),
        ("stock", "2.000", "ambiguous_number", "field_left"),
        ("picture", "gone.png", "picture_missing", "field_left"),
        ("description", "x" * 9000, "too_long", "field_left"),
        ("品牌", CellError("#N/A"), "formula_error", "field_left"),
    ],
)
def test_that_a_bad_cell_is_named_and_never_guessed(
    heading: str, value: object, code: str, effect: str
) -> None:
    row: list[object] = ["A-1", "Cup", "pcs", value]
    existing = replace(CUP, unit={EN: "pcs"})
    found = plan(Sheet("报价", [["sku", "name_en", "unit", heading], row]), existing)  # type: ignore[list-item]
    assert ("报价!D2", code, effect) in told(found)
    if effect == Effect.ROW_LEFT_OUT:
        assert (found.updated, found.unchanged) == ((), ())
    elif effect == Effect.FIELD_LEFT:
        assert found.updated == ()
        assert found.unchanged == ("A-1",)


def test_that_a_row_without_an_article_number_is_left_out() -> None:
    found = plan(table(["sku", "name"], [None, "Cup"], ["A\t1", "Bowl"], ["x" * 61, "Pan"]))
    assert found.new == ()
    assert [code for _, code, _ in told(found)] == ["no_sku", "bad_sku", "bad_sku"]


@pytest.mark.parametrize("cell", ["6.92E+12", "6.92e+12", 6.921234567890123e17, date(2026, 3, 5), True])
def test_that_an_article_number_that_a_spreadsheet_spoilt_is_refused(cell: Value) -> None:
    found = plan(Sheet("", [["sku", "name", "price (USD)"], [cell, "Cup", 3.5]]))
    assert found.new == ()
    assert [code for _, code, _ in told(found)] == ["bad_sku"]


def test_that_a_new_product_needs_a_name() -> None:
    assert told(plan(table(["sku", "name", "MOQ"], ["A-9", "", 5]))) == [
        ("报价!A2", "no_name", "row_left_out")
    ]


def test_that_headings_repeated_on_every_page_are_passed_over() -> None:
    found = plan(table(["货号", "品名"], ["A-1", "杯"], ["货号", "品名"], ["A-2", "碗"]))
    assert [p.sku for p in found.new] == ["A-1", "A-2"]
    assert found.problems == ()


def test_that_prices_by_quantity_may_stand_in_pairs_of_columns() -> None:
    sheet = table(
        ["sku", "name", "数量1", "价格1 (USD)", "数量2", "价格2 (USD)"], ["A", "Cup", 500, 3.5, 1000, 3.2]
    )
    assert plan(sheet).new[0].tiers == (PriceTier(500, Decimal("3.5")), PriceTier(1000, Decimal("3.2")))
    half = table(["sku", "name", "数量1", "价格1 (USD)"], ["A", "Cup", 500, None])
    assert told(plan(half)) == [("报价!C2", "tier_incomplete", "row_left_out")]


def test_that_the_sign_of_the_yuan_is_yen_below_a_heading_in_yen() -> None:
    assert plan(table(["sku", "name", "price (JPY)"], ["A", "Cup", "¥250"])).new[0].currency == "JPY"
    assert told(plan(table(["sku", "name", "price (JPY)"], ["A", "Cup", "25元"]))) == [
        ("报价!C2", "currency_differs", "row_left_out")
    ]


def test_that_a_word_for_none_is_no_certificate_and_blanks_none() -> None:
    assert plan(table(["sku", "name", "证书"], ["A", "Cup", "无"])).new[0].certificates == ()
    assert plan(table(["sku", "证书"], ["A-1", "N/A"]), CUP).unchanged == ("A-1",)


def test_that_the_unit_of_the_moq_is_the_products() -> None:
    (product,) = plan(table(["sku", "name", "MOQ"], ["A", "Cup", "MOQ 500 sets"])).new
    assert (product.moq, product.unit) == (500, {ZH: "套", EN: "set"})


def test_that_a_changed_currency_does_not_silently_change_other_prices() -> None:
    found = plan(table(["sku", "price (EUR)"], ["A-1", 3]), CUP)
    assert told(found) == [("报价!B2", "currency_differs", "row_left_out")]


# --- numbers, variants, pictures ---


def test_that_numbers_are_kept_and_the_next_ones_given() -> None:
    found = plan(table(["sku", "name"], ["A-1", "Mug"], ["B-2", "Bowl"], ["C-3", "Pan"]), CUP)
    assert [p.number for p in found.updated + found.new] == [7, 8, 9]


def test_that_a_number_that_another_product_has_is_not_taken() -> None:
    found = plan(table(["sku", "name", "number"], ["B-2", "Bowl", 7], ["C-3", "Pan", 3]), CUP)
    assert [(p.sku, p.number) for p in found.new] == [("B-2", 8), ("C-3", 3)]
    assert told(found) == [("报价!C2", "number_taken", "field_left")]


def test_that_two_products_may_change_numbers_with_each_other() -> None:
    other = replace(CUP, sku=Sku("B-2"), number=8)
    found = plan(table(["sku", "number"], ["A-1", 8], ["B-2", 7]), CUP, other)
    assert [(p.sku, p.number) for p in found.updated] == [("A-1", 8), ("B-2", 7)]
    assert found.problems == ()


def test_that_variants_stand_in_rows_of_their_own() -> None:
    sheet = table(
        ["sku", "variant of", "name", "option_en", "stock"],
        ["A-1-R", "A-1", None, "red", 5],
        ["A-1", None, "Cup", None, None],
        ["X-1", "Z", None, "blue", 1],
    )
    found = plan(sheet)
    assert found.new[0].variants == (Variant(Sku("A-1-R"), {EN: "red"}, stock=5),)
    assert told(found) == [("报价!B4", "no_parent", "row_left_out")]


def test_that_a_variant_joins_a_product_of_the_catalogue() -> None:
    known = replace(CUP, variants=(Variant(Sku("A-1-R"), {EN: "red"}, stock=5),))
    found = plan(table(["sku", "variant of", "stock"], ["A-1-R", "a-1", 9], ["A-1-B", "A-1", 2]), known)
    assert [(v.sku, v.options, v.stock) for v in found.updated[0].variants] == [
        ("A-1-R", {EN: "red"}, 9),
        ("A-1-B", {}, 2),
    ]


def test_that_named_pictures_come_before_those_in_the_row_and_the_folder() -> None:
    sheet = table(["sku", "name", "picture"], ["A", "Cup", "a.png"], ["B", "Bowl", None], ["C", "Pan", None])
    pictures = FoundPictures(
        in_row={1: ("row1.jpg",), 2: ("row2.jpg",)},
        by_sku={"b": ("folder.jpg",), "c": ("c1.jpg", "c2.jpg")},
        by_name={"a.png": "kept.png"},
    )
    assert [p.pictures for p in plan(sheet, pictures=pictures).new] == [
        ("kept.png",),
        ("row2.jpg",),
        ("c1.jpg", "c2.jpg"),
    ]


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("JZ-03", ("jz-03", 0)),
        ("jz-03_2", ("jz-03", 2)),
        ("JZ-03 (3)", ("jz-03", 3)),
        ("JZ-03-back", ("jz-03", 10**6)),
        ("XX", None),
        ("JZ-031", None),
    ],
)
def test_that_a_picture_belongs_to_the_sku_it_is_named_by(stem: str, found: tuple[str, int] | None) -> None:
    assert sku_of_file(stem, frozenset({"jz-03"})) == found


# --- the mapping as a value ---


def test_that_a_mapping_is_saved_and_read_back() -> None:
    sheet = table(["title"], ["货号", "杯子叫什么", "单价"], ["A-1", "杯", 3])
    data: dict[str, object] = {
        "header_row": 2,
        "currency": "RMB",
        "columns": {"杯子叫什么": "names.zh", "单价": "price.500", "A": "sku"},
    }
    mapping = from_data(sheet, data)
    assert [column_key(c) if c else "" for c in mapping.columns] == ["sku", "names.zh", "price.500"]
    assert mapping.defaults.currency == "CNY"
    again = from_data(sheet, to_data(mapping))
    assert (again.header, again.columns, again.defaults) == (
        mapping.header,
        mapping.columns,
        mapping.defaults,
    )


@pytest.mark.parametrize(
    "data",
    [
        {"columns": {"货号": "skus"}},
        {"columns": {"nowhere": "sku"}},
        {"columns": ["sku"]},
        {"column": {}},
        {"header_row": 99},
        {"header_row": "one"},
        {"currency": "shells"},
        {"currency": 3},
    ],
)
def test_that_a_file_of_columns_with_a_mistake_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(BadCell):
        from_data(table(["货号", "品名"], ["A-1", "杯"]), data)


def test_that_a_column_left_out_on_purpose_is_not_complained_about() -> None:
    sheet = table(["货号", "品名", "备注"], ["A-1", "杯", "x"])
    assert plan_import(sheet, from_data(sheet, {"columns": {"备注": ""}}), ()).problems == ()


def test_that_a_layout_is_known_by_its_headings_whatever_their_width() -> None:
    assert fingerprint(["货号", "单价（ＵＳＤ）"]) == fingerprint(["貨號", "單價(USD)", ""])
    assert fingerprint(["货号"]) != fingerprint(["品名"])


# --- how it runs ---


def test_that_progress_is_told_and_may_stop_the_work() -> None:
    sheet = table(["sku", "name"], *([f"A-{n}", "Cup"] for n in range(500)))
    mapping = guess_mapping(sheet)
    assert isinstance(mapping, Mapping)
    steps: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        steps.append((done, total))
        if done > 200:
            raise Cancelled

    with pytest.raises(Cancelled):
        plan_import(sheet, mapping, (), None, progress)
    assert steps[0] == (0, 500)
    assert len(steps) < 9


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (11, 2, "C12"), (0, 26, "AA1"), (4, 701, "ZZ5"), (0, 702, "AAA1")],
)
def test_that_a_cell_is_called_as_spreadsheets_call_it(row: int, column: int, name: str) -> None:
    assert cell_name("", row, column) == name
    assert cell_name("S", row, column) == f"S!{name}"


def test_that_one_article_number_is_one_product_whatever_its_width_and_case() -> None:
    found = plan(table(["SKU", "Name"], ["ａ－１", "Beaker"], ["A-1", "Cup again"]), CUP)
    assert not found.new
    assert [(p.code, p.cell) for p in found.problems] == [(ProblemCode.DUPLICATE_SKU, "报价!A3")]
    (changed,) = found.updated
    assert (changed.sku, changed.names[EN]) == (CUP.sku, "Beaker")


def test_that_a_hidden_row_is_taken_and_said() -> None:
    sheet = replace(
        table(["SKU", "Name"], ["A-1", "Beaker"], ["A-2", "Tray"], ["A-3", "Lid"]),
        hidden_rows=frozenset([0, 2]),
    )
    found = plan(sheet)
    assert [product.sku for product in found.new] == ["A-1", "A-2", "A-3"]
    assert told(found) == [("报价!A3", "hidden_row", "taken")]
