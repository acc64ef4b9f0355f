"""A product as the show needs it: name, number, price tiers. Money is Decimal, never a float."""

from dataclasses import dataclass, field
from decimal import Decimal

from livedesk.core.ids import EN, ZH, Language, Sku


@dataclass(frozen=True, slots=True)
class PriceTier:
    """The unit price from `min_quantity` upwards."""

    min_quantity: int
    price: Decimal


@dataclass(frozen=True, slots=True)
class Product:
    """One article of the catalogue.

    `number` is what buyers can type and what stands on the badge. `tiers` ascend by quantity. `picture` is a
    path below the catalogue's picture folder, "" for none. Texts are given by language, as far as filled in.
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
    lead_time_days: int | None = None
    sample_price: Decimal | None = None
    certificates: tuple[str, ...] = ()
    picture: str = ""
    description: dict[Language, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()

    @property
    def from_price(self) -> Decimal | None:
        """The price at the smallest quantity, None where no price is filled in."""
        return self.tiers[0].price if self.tiers else None

    def price_for(self, quantity: int) -> Decimal | None:
        """Return the unit price for `quantity` pieces, None below the first tier or without prices."""
        price = None
        for tier in self.tiers:
            if tier.min_quantity <= quantity:
                price = tier.price
        return price


def in_language(texts: dict[Language, str], *wanted: Language) -> str:
    """Return the text in the first wanted language that is filled in, else in any, else ""."""
    for language in (*wanted, EN, ZH):
        if texts.get(language):
            return texts[language]
    return next((text for text in texts.values() if text), "")
