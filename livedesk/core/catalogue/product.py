"""A product as an exporter keeps it: names, prices by quantity, packing, terms. Money is Decimal, never a float."""

import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal

from livedesk.core.ids import EN, ZH, Language, Sku


@dataclass(frozen=True, slots=True)
class PriceTier:
    """The unit price from `min_quantity` upwards."""

    min_quantity: int
    price: Decimal


@dataclass(frozen=True, slots=True)
class LeadTime:
    """Days of production for an order from `min_quantity` upwards."""

    min_quantity: int
    days: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate of the product; `expires` is an ISO date, "" where it does not expire or is not known."""

    name: str
    expires: str = ""


@dataclass(frozen=True, slots=True)
class Packing:
    """How the product is packed for export: one carton. What is not known is None."""

    pieces_per_carton: int | None = None
    length_cm: Decimal | None = None
    width_cm: Decimal | None = None
    height_cm: Decimal | None = None
    gross_weight_kg: Decimal | None = None
    net_weight_kg: Decimal | None = None

    @property
    def carton_cbm(self) -> Decimal | None:
        """The carton's volume in cubic metres, not rounded; None where a side is missing."""
        if self.length_cm is None or self.width_cm is None or self.height_cm is None:
            return None
        return self.length_cm * self.width_cm * self.height_cm / Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the forms a product is sold in, with an article number of its own.

    `options` are what tells it apart, by language: {"en": "red, 500 ml"}. Without tiers it costs what the product
    costs; `stock` None is not counted.
    """

    sku: Sku
    options: dict[Language, str]
    tiers: tuple[PriceTier, ...] = ()
    stock: int | None = None
    picture: str = ""


@dataclass(frozen=True, slots=True)
class CustomField:
    """A field of the user's own: what it is called and what it says, as written."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Product:
    """One article of the catalogue.

    `number` is what buyers can type and what stands on the badge (0: not given yet). `tiers` and `lead_times` ascend
    by quantity. `pictures` are paths below the catalogue's picture folder, the cover first. Texts are given by
    language, as far as filled in; `selling_points` has one point a line. `stock` None is not counted, 0 is sold out.
    `machine_texts` names the texts that a machine wrote and nobody has approved: "names.es".
    """

    sku: Sku
    number: int
    names: dict[Language, str]
    category: dict[Language, str]
    tiers: tuple[PriceTier, ...]
    currency: str = "USD"
    incoterm: str = "FOB"
    incoterm_place: str = ""
    moq: int = 1
    unit: dict[Language, str] = field(default_factory=dict)
    lead_times: tuple[LeadTime, ...] = ()
    sample_price: Decimal | None = None
    sample_days: int | None = None
    certificates: tuple[Certificate, ...] = ()
    pictures: tuple[str, ...] = ()
    description: dict[Language, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    brand: str = ""
    materials: dict[Language, str] = field(default_factory=dict)
    colours: dict[Language, str] = field(default_factory=dict)
    sizes: dict[Language, str] = field(default_factory=dict)
    packing: Packing = field(default_factory=Packing)
    hs_code: str = ""
    stock: int | None = None
    selling_points: dict[Language, str] = field(default_factory=dict)
    script: dict[Language, str] = field(default_factory=dict)
    variants: tuple[Variant, ...] = ()
    custom: tuple[CustomField, ...] = ()
    machine_texts: frozenset[str] = frozenset()

    @property
    def picture(self) -> str:
        """The cover, "" where there is no picture."""
        return self.pictures[0] if self.pictures else ""

    @property
    def lead_time_days(self) -> int | None:
        """Days of production for the smallest order, None where not filled in."""
        return self.lead_times[0].days if self.lead_times else None

    @property
    def from_price(self) -> Decimal | None:
        """The price at the smallest quantity, None where no price is filled in."""
        return self.tiers[0].price if self.tiers else None


TEXT_FIELDS = (
    "names",
    "category",
    "unit",
    "description",
    "materials",
    "colours",
    "sizes",
    "selling_points",
    "script",
)
"""The fields of a product that are texts by language."""


def sku_key(sku: str) -> str:
    """Return what two ways to write one SKU have in common: x11, X11 and Ｘ１１ are the same article."""
    return (sku if sku.isascii() else unicodedata.normalize("NFKC", sku)).casefold()


def price_at(tiers: tuple[PriceTier, ...], quantity: int) -> Decimal | None:
    """Return the unit price for `quantity` pieces by `tiers`, None below the first."""
    price = None
    for tier in tiers:
        if tier.min_quantity <= quantity:
            price = tier.price
    return price


def in_language(texts: dict[Language, str], *wanted: Language) -> str:
    """Return the text in the first wanted language that is filled in, else in any, else ""."""
    for language in (*wanted, EN, ZH):
        if texts.get(language):
            return texts[language]
    return next((text for text in texts.values() if text), "")
