"""What exporters write above their columns is understood, in both languages; what is something else is left alone."""

from decimal import Decimal

import pytest

from livedesk.core.catalogue.importing.columns import Field, column_from_key, column_key
from livedesk.core.catalogue.importing.headings import read_heading
from livedesk.core.catalogue.importing.to_rows import to_table
from livedesk.core.catalogue.product import (
    Certificate,
    CustomField,
    LeadTime,
    Packing,
    PriceTier,
    Product,
    Variant,
)
from livedesk.core.ids import Language, Sku


def key_of(heading: str) -> str:
    """What a heading says, as a file of columns names it; "" for nothing."""
    match = read_heading(heading)
    return column_key(match.column) if match else ""


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("货号", "sku"),
        ("貨號", "sku"),
        ("Item No.", "sku"),
        ("Model", "sku"),
        ("序号", "row_number"),
        ("No.", "row_number"),
        ("品名", "names"),
        ("产品名称（中文）", "names.zh"),
        ("英文品名", "names.en"),
        ("品名(英)", "names.en"),
        ("名称 Name (es)", "names.es"),
        ("name_zh", "names.zh"),
        ("unit_en", "unit.en"),
        ("单价(USD)", "price"),
        ("單價(HK$)", "price"),
        ("FOB Price US$/pc", "price"),
        ("FOB 宁波 单价(美元)", "price"),
        ("500-999pcs", "price.500"),
        ("500-999个 单价", "price.500"),
        ("≥1000", "price.1000"),
        ("1,000+", "price.1000"),
        ("1000个以上", "price.1000"),
        ("价格(3000-4999)", "price.3000"),
        ("<500pcs", "price.1"),
        ("价格1", "tier_price.1"),
        ("数量1", "tier_quantity.1"),
        ("Price 2 (USD)", "tier_price.2"),
        ("Qty 2", "tier_quantity.2"),
        ("tier3_price", "tier_price.3"),
        ("最小起订量 MOQ", "moq"),
        ("MOQ 500", "price.500"),
        ("MOQ 1000pcs", "price.1000"),
        ("产品尺寸 长*宽*高", "sizes"),
        ("装箱数 pcs/ctn", "pieces_per_carton"),
        ("Qty/CTN", "pieces_per_carton"),
        ("外箱尺寸 cm", "carton_size"),
        ("Carton Size L*W*H (cm)", "carton_size"),
        ("外箱尺寸(cm) 长", "carton_length"),
        ("G.W. (kg)", "gross_weight"),
        ("净重", "net_weight"),
        ("毛重/净重(kg)", "weights"),
        ("体积 CBM", "cbm"),
        ("海关编码 HS Code", "hs_code"),
        ("证书", "certificates"),
        ("证书有效期", "certificate_expires"),
        ("lead_time_days", "lead_time"),
        ("交期（天）", "lead_time"),
        ("样品价 Sample price (USD)", "sample_price"),
        ("产品图片 Picture", "pictures"),
        ("卖点", "selling_points"),
        ("材质(中文)", "materials.zh"),
        ("颜色 Color", "colours"),
        ("自定义 Custom: 保质期", "custom.保质期"),
    ],
)
def test_that_a_heading_is_understood(heading: str, key: str) -> None:
    assert key_of(heading) == key


@pytest.mark.parametrize(
    "heading",
    [
        "备注",
        "尺寸(cm) 长",
        "Remarks",
        "联系电话",
        "公司名称",
        "内盒尺寸",
        "税率",
        "EAN",
        "",
        "备注说明：请在月底前确认价格",
        "价" * 90,
    ],
)
def test_that_another_heading_says_nothing(heading: str) -> None:
    assert key_of(heading) == ""


@pytest.mark.parametrize(
    ("heading", "name", "value"),
    [
        ("单价(USD)", "currency", "USD"),
        ("单价(￥)", "currency", "CNY"),
        ("Price (€)", "currency", "EUR"),
        ("FOB Ningbo (US$)", "incoterm", "FOB"),
        ("FOB Ningbo (US$)", "place", "Ningbo"),
        ("Price/Set", "unit", "set"),
        ("单价(USD/箱)", "unit", "箱"),
        ("外箱尺寸 mm", "unit", "mm"),
        ("Net weight (g)", "unit", "g"),
    ],
)
def test_that_a_heading_adds_what_every_cell_below_it_means(heading: str, name: str, value: str) -> None:
    match = read_heading(heading)
    assert match is not None
    assert getattr(match.column, name) == value


def test_that_every_exported_heading_is_understood() -> None:
    texts = {Language(code): "x" for code in ("zh", "en", "es", "no", "id")}
    product = Product(
        Sku("A"), 1, texts, texts, tuple(PriceTier(q, q) for q in (1, 2, 3)),  # type: ignore[arg-type]  # any figure
        unit=texts, lead_times=(LeadTime(0, 3),), sample_price=Decimal(3), incoterm_place="Ningbo", sample_days=3,
        certificates=(Certificate("CE"),), pictures=("a.png",), description=texts, tags=("a",), brand="b",
        materials=texts, colours=texts, sizes=texts, packing=Packing(1, 2, 3, 4, 5, 6),  # type: ignore[arg-type]
        hs_code="850940", stock=1, selling_points=texts, script=texts,
        variants=(Variant(Sku("A-1"), texts),), custom=(CustomField("Shelf life", "2 y"),),
        machine_texts=frozenset({"names.es"}),
    )  # fmt: skip
    found = [key_of(heading) for heading in to_table([product]).headings]
    assert "" not in found
    assert len(set(found)) == len(found)
    assert {key.partition(".")[0] for key in found} >= {field.value for field in Field} - {
        "price", "certificate_expires", "carton_size", "weights", "row_number",
    }  # fmt: skip


@pytest.mark.parametrize(
    "key", ["sku", "names", "names.es", "price", "price.500", "tier_quantity.20", "custom.a.b"]
)
def test_that_a_key_names_its_column_both_ways(key: str) -> None:
    column = column_from_key(key)
    assert column is not None
    assert column_key(column) == key


@pytest.mark.parametrize(
    "key", ["", "skus", "price.-1", "price.x", "tier_price", "tier_price.21", "names.xx", "custom", "sku.zh"]
)
def test_that_an_unknown_key_is_refused(key: str) -> None:
    assert column_from_key(key) is None
