"""Products as the catalogue may hold them: what the import, the form and the translator make."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from livedesk.core.catalogue.importing.numbers import is_formula_error
from livedesk.core.catalogue.product import (
    TEXT_FIELDS,
    Certificate,
    CustomField,
    LeadTime,
    Packing,
    PriceTier,
    Product,
    Variant,
    sku_key,
)
from livedesk.core.ids import Sku
from tests.strategies import languages

_LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\ufeff\u200b"
)
_WRITTEN = st.sampled_from(
    [
        "=1+1",
        "+86 21",
        "-5",
        "@sum",
        "'quoted",
        "''twice",
        "'=x",
        '="01"',
        "00123",
        "1,5; 2",
        "a\nb",
        "CE (x)",
    ]
)


def _tidy(text: str) -> str:
    return text.strip("\ufeff \t\n\u3000\xa0\u200b").strip()


lines = (st.text(_LETTERS, min_size=1, max_size=12) | _WRITTEN.filter(lambda t: "\n" not in t)).map(_tidy)
lines = lines.filter(lambda t: t and t == _tidy(t) and not is_formula_error(t))
long_texts = lines | _WRITTEN
texts = st.dictionaries(languages, long_texts, max_size=3)
names = st.dictionaries(languages, lines, min_size=1, max_size=3)
skus = lines.filter(lambda t: t.isprintable()).map(Sku)
money = st.decimals(min_value=Decimal("0.0001"), max_value=10**7, places=4)
sides = st.none() | st.decimals(min_value=Decimal("0.1"), max_value=1200, places=2)
weights = st.none() | st.decimals(min_value=Decimal("0.001"), max_value=30000, places=3)
days = st.integers(1, 1000)
items = st.lists(lines, max_size=3, unique=True).map(tuple)


@st.composite
def tiers(draw: st.DrawFn) -> tuple[PriceTier, ...]:
    quantities = sorted(draw(st.sets(st.integers(1, 10**9), max_size=4)))
    prices = sorted((draw(money) for _ in quantities), reverse=True)
    return tuple(PriceTier(q, p) for q, p in zip(quantities, prices, strict=True))


@st.composite
def packings(draw: st.DrawFn) -> Packing:
    gross, net = draw(weights), draw(weights)
    if gross is not None and net is not None and net > gross:
        gross, net = net, gross
    return Packing(draw(st.none() | st.integers(1, 10**6)), draw(sides), draw(sides), draw(sides), gross, net)


lead_times = st.dictionaries(st.integers(0, 10**6), days, max_size=3).map(
    lambda found: tuple(LeadTime(q, found[q]) for q in sorted(found))
)
plain_names = lines.filter(lambda t: t.isalnum() and t.isascii())
certificates = st.lists(
    st.builds(
        Certificate,
        plain_names | st.sampled_from(["ISO 9001", "FDA (21 CFR)", "A;B"]),
        st.sampled_from(["", "2027-05-01"]),
    ),
    max_size=3,
    unique_by=lambda c: c.name,
).map(tuple)


@st.composite
def products(draw: st.DrawFn) -> Product:
    """Return a product without variants or fields of its own."""
    product = Product(
        draw(skus),
        0,
        draw(names),
        draw(texts),
        draw(tiers()),
        currency=draw(st.sampled_from(["USD", "CNY", "EUR"])),
        incoterm=draw(st.sampled_from(["FOB", "EXW", "CIF", ""])),
        incoterm_place=draw(st.sampled_from(["", "Ningbo", "上海"])),
        moq=draw(st.integers(1, 10**9)),
        unit=draw(texts),
        lead_times=draw(lead_times),
        sample_price=draw(st.none() | st.just(Decimal(0)) | money),
        sample_days=draw(st.none() | days),
        certificates=draw(certificates),
        pictures=draw(items),
        description=draw(texts),
        tags=draw(items),
        brand=draw(st.just("") | lines),
        materials=draw(texts),
        colours=draw(texts),
        sizes=draw(texts),
        packing=draw(packings()),
        hs_code=draw(st.sampled_from(["", "8509.40.00", "850940", "0712.90"])),
        stock=draw(st.none() | st.integers(0, 10**9)),
        selling_points=draw(texts),
        script=draw(texts),
    )
    marks = [f"{field}.{language}" for field in TEXT_FIELDS for language in getattr(product, field)]
    return replace(product, machine_texts=frozenset(draw(st.sets(st.sampled_from(marks), max_size=3))))


@st.composite
def catalogues(draw: st.DrawFn) -> tuple[Product, ...]:
    """Return products with numbers, variants and fields of the user's own; no SKU stands twice, in whatever case."""
    found = draw(st.lists(products(), min_size=1, max_size=4))
    custom_names = draw(st.lists(plain_names, max_size=2, unique=True))
    taken: set[str] = set()
    made = []
    for number, product in enumerate(found, draw(st.integers(1, 900))):
        if sku_key(product.sku) in taken:
            continue
        taken.add(sku_key(product.sku))
        variants = []
        for sku in draw(st.lists(skus, max_size=2)):
            if sku_key(sku) not in taken:
                taken.add(sku_key(sku))
                stock, picture = draw(st.none() | st.integers(0, 10**9)), draw(st.just("") | lines)
                variants.append(Variant(sku, draw(texts), draw(tiers()), stock, picture))
        custom = tuple(CustomField(name, draw(long_texts)) for name in custom_names if draw(st.booleans()))
        made.append(replace(product, number=number, variants=tuple(variants), custom=custom))
    return tuple(made)
