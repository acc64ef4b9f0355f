"""The catalogue as a table: what the import reads back exactly as it was."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from livedesk.core.catalogue.importing.words import SEPARATORS
from livedesk.core.catalogue.product import Certificate, LeadTime, PriceTier, Product, Variant
from livedesk.core.ids import EN, ZH, Language

ExportValue = str | int | Decimal | None
FREE_SAMPLE = "free"
_CBM_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """A column: its heading, and what it says of a product and of a variant. `is_wide`: long texts stand in it."""

    heading: str
    of_product: Callable[[Product], ExportValue]
    of_variant: Callable[[Variant], ExportValue] = lambda _: None
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class ExportTable:
    """The catalogue as rows. `pictures` names the cover of each row, "" for none."""

    columns: tuple[ExportColumn, ...]
    rows: tuple[tuple[ExportValue, ...], ...]
    pictures: tuple[str, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above the columns."""
        return tuple(column.heading for column in self.columns)


def to_table(products: Sequence[Product]) -> ExportTable:
    """Return `products` as a table, each variant in a row of its own; empty columns are left out."""
    columns = _columns(products)
    lines: list[tuple[ExportValue, ...]] = []
    pictures = []
    for product in products:
        lines.append(tuple(column.of_product(product) for column in columns))
        pictures.append(product.picture)
        for variant in product.variants:
            cells = [column.of_variant(variant) for column in columns]
            cells[1] = product.sku
            lines.append(tuple(cells))
            pictures.append(variant.picture)
    filled = [i for i in range(len(columns)) if i == 0 or any(line[i] is not None for line in lines)]
    rows = tuple(tuple(line[i] for i in filled) for line in lines)
    return ExportTable(tuple(columns[i] for i in filled), rows, tuple(pictures))


def listed(items: Iterable[str]) -> str | None:
    """Return a list as one cell, an item a line; the line break at the end tells one item that holds a separator."""
    given = list(items)
    if not given:
        return None
    text = "\n".join(given)
    return text + "\n" if len(given) == 1 and SEPARATORS.search(text) else text


def _columns(products: Sequence[Product]) -> list[ExportColumn]:
    def languages(field: str) -> list[Language]:
        found = {language for product in products for language in getattr(product, field)}
        return sorted(found, key=lambda code: (code != ZH, code != EN, code))

    def texts(heading: str, field: str, *, is_wide: bool = False) -> list[ExportColumn]:
        return [
            ExportColumn(f"{heading} ({code})", _text(field, code), is_wide=is_wide)
            for code in languages(field)
        ]

    options = {language for p in products for variant in p.variants for language in variant.options}
    return [
        ExportColumn("货号 SKU", lambda p: p.sku, lambda v: v.sku),
        ExportColumn("主款货号 Variant of", lambda _: None),
        *(ExportColumn(f"款式 Option ({code})", lambda _: None, _option(code)) for code in sorted(options)),
        ExportColumn("直播编号 Live No.", lambda p: p.number or None),
        *texts("品名 Name", "names"),
        *texts("类别 Category", "category"),
        ExportColumn("品牌 Brand", lambda p: p.brand or None),
        ExportColumn("起订量 MOQ", lambda p: p.moq),
        *texts("单位 Unit", "unit"),
        *_tier_columns(products),
        *_term_columns(),
        *_packing_columns(),
        ExportColumn("海关编码 HS code", lambda p: p.hs_code or None),
        ExportColumn("证书 Certificates", lambda p: listed(map(_certificate, p.certificates))),
        *texts("材质 Material", "materials"),
        *texts("颜色 Colour", "colours"),
        *texts("规格 Size", "sizes"),
        *texts("描述 Description", "description", is_wide=True),
        *texts("卖点 Selling points", "selling_points", is_wide=True),
        *texts("话术 Script", "script", is_wide=True),
        *_other_columns(products),
    ]


def _other_columns(products: Sequence[Product]) -> list[ExportColumn]:
    return [
        ExportColumn("标签 Tags", lambda p: listed(p.tags)),
        ExportColumn("库存 Stock", lambda p: p.stock, lambda v: v.stock),
        ExportColumn(
            "图片 Pictures", lambda p: listed(p.pictures), lambda v: listed([v.picture] if v.picture else [])
        ),
        *_custom_columns(products),
        ExportColumn("机器译文 Machine texts", lambda p: listed(sorted(p.machine_texts))),
    ]


def _tier_columns(products: Sequence[Product]) -> list[ExportColumn]:
    tiers = [tiers for p in products for tiers in (p.tiers, *(v.tiers for v in p.variants))]
    steps = max(map(len, tiers), default=0)
    columns = []
    for step in range(steps):
        quantity, price = _tier(step, "min_quantity"), _tier(step, "price")
        columns.append(ExportColumn(f"数量{step + 1} Qty {step + 1}", quantity, quantity))
        columns.append(ExportColumn(f"价格{step + 1} Price {step + 1}", price, price))
    return columns


def _term_columns() -> list[ExportColumn]:
    return [
        ExportColumn("币种 Currency", lambda p: p.currency or None),
        ExportColumn("贸易术语 Incoterm", lambda p: p.incoterm or None),
        ExportColumn("港口 Port", lambda p: p.incoterm_place or None),
        ExportColumn("样品价 Sample price", lambda p: p.sample_price if p.sample_price != 0 else FREE_SAMPLE),
        ExportColumn("样品天数 Sample days", lambda p: p.sample_days),
        ExportColumn("交期(天) Lead time (days)", lambda p: _lead_times(p.lead_times)),
    ]


def _packing_columns() -> list[ExportColumn]:
    return [
        ExportColumn("装箱数 Pcs/ctn", lambda p: p.packing.pieces_per_carton),
        ExportColumn("外箱长 Carton length (cm)", lambda p: p.packing.length_cm),
        ExportColumn("外箱宽 Carton width (cm)", lambda p: p.packing.width_cm),
        ExportColumn("外箱高 Carton height (cm)", lambda p: p.packing.height_cm),
        ExportColumn("毛重 G.W. (kg)", lambda p: p.packing.gross_weight_kg),
        ExportColumn("净重 N.W. (kg)", lambda p: p.packing.net_weight_kg),
        ExportColumn("体积 CBM", _cbm),
    ]


def _custom_columns(products: Sequence[Product]) -> list[ExportColumn]:
    return [ExportColumn(f"自定义 Custom: {name}", _custom(name)) for name in _custom_names(products)]


def _custom_names(products: Sequence[Product]) -> list[str]:
    """Return the users' own fields, each before those that it stands before in some product, as far as they agree."""
    rows = {tuple(custom.name for custom in product.custom): None for product in products}
    order: TopologicalSorter[str] = TopologicalSorter()
    for names in rows:
        for name in names:
            order.add(name)
        for before, after in pairwise(names):
            order.add(after, before)
    try:
        return list(order.static_order())
    except CycleError:
        return list(dict.fromkeys(name for names in rows for name in names))


def _text(field: str, language: Language) -> Callable[[Product], ExportValue]:
    return lambda product: getattr(product, field).get(language) or None


def _option(language: Language) -> Callable[[Variant], ExportValue]:
    return lambda variant: variant.options.get(language) or None


def _custom(name: str) -> Callable[[Product], ExportValue]:
    return lambda product: next((c.value or None for c in product.custom if c.name == name), None)


def _tier(step: int, name: str) -> Callable[[Product | Variant], ExportValue]:
    def of(record: Product | Variant) -> ExportValue:
        tiers: tuple[PriceTier, ...] = record.tiers
        value: ExportValue = getattr(tiers[step], name) if step < len(tiers) else None
        return value

    return of


def _certificate(certificate: Certificate) -> str:
    if certificate.expires:
        return f"{certificate.name} ({certificate.expires})"
    # Empty brackets tell a name that ends in brackets from one with a date.
    return f"{certificate.name} ()" if certificate.name.endswith((")", "）")) else certificate.name


def _lead_times(times: tuple[LeadTime, ...]) -> ExportValue:
    if len(times) == 1 and times[0].min_quantity == 0:
        return times[0].days
    return listed(f"{time.min_quantity}+: {time.days}" for time in times)


def _cbm(product: Product) -> ExportValue:
    volume = product.packing.carton_cbm
    return None if volume is None else volume.quantize(_CBM_PLACES)
