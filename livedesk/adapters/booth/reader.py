"""Reads a booth folder: who exhibits, what is sold, the run of show, and the tape of a rehearsal.

The format of every file is described for users in resources/demo/README.md. Whatever is wrong raises
`UserFacing(BOOTH_BROKEN)` with the parameters file, line (from 1, 0 for the whole file), field, fault (a value of
`Fault`) and value (what was found); a booth is read whole or not at all.
"""

import os
import re
import tomllib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from livedesk.adapters.booth.fault import Fault, broken, read_text
from livedesk.adapters.booth.fields import Fields
from livedesk.adapters.booth.tape_jsonl import read_tape_lines
from livedesk.core.catalogue.product import Product
from livedesk.core.ids import Language, Sku
from livedesk.core.records import ShowItem
from livedesk.core.session.tape_lines import TapeLine

BOOTH_FILE, SHOW_FILE = "booth.toml", "show.toml"
PICTURES = "pictures"

INCOTERMS = frozenset({"EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"})
"""Incoterms 2020, the rules for any transport and those for sea."""
PICTURE_ENDINGS = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a product without terms of its own is sold under."""

    currency: str
    incoterm: str
    incoterm_place: str


@dataclass(frozen=True, slots=True)
class BoothFiles:
    """What reading the products of a booth needs: its folder, its terms, its picture files by case-folded name."""

    folder: Path
    terms: Terms
    pictures: dict[str, str] = field(default_factory=dict)


ReadProducts = Callable[[BoothFiles], tuple[Product, ...]]
"""Reads the table of products, at least one; raises `UserFacing(BOOTH_BROKEN)`. The table is another shelf's work."""

_AT_LINE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True, slots=True)
class BoothFolder:
    """What a booth folder says. Product pictures are paths below `pictures_dir`."""

    name: dict[Language, str]
    number: str
    fair: dict[Language, str]
    facts: dict[Language, tuple[str, ...]]
    host_language: Language
    audience_languages: tuple[Language, ...]
    products: tuple[Product, ...]
    show: tuple[ShowItem, ...]
    pictures_dir: Path


def read_booth(folder: Path, read_products: ReadProducts) -> BoothFolder:
    """Return the booth in `folder`; a booth without show.toml has an empty run of show."""
    if not os.path.isdir(folder):  # unlike Path.is_dir, never raises
        raise broken(str(folder), Fault.MISSING)
    fields = Fields(_toml(folder, BOOTH_FILE), BOOTH_FILE)
    name = fields.texts_by_language("name")
    if not name:
        raise fields.fault("name", Fault.MISSING)
    terms = _terms(fields.table("terms"))
    pictures = folder / PICTURES
    products = read_products(BoothFiles(folder, terms, _picture_files(pictures)))
    booth = BoothFolder(
        name=name,
        number=fields.optional_text("number", ""),
        fair=fields.texts_by_language("fair"),
        facts=fields.lists_by_language("facts"),
        host_language=fields.language("host_language"),
        audience_languages=fields.languages("audience_languages"),
        products=products,
        show=_show(folder, {product.sku for product in products}),
        pictures_dir=pictures,
    )
    fields.end()
    return booth


def read_tape(booth: BoothFolder) -> tuple[TapeLine, ...]:
    """Return the tape of `booth`, checked against its products and run of show."""
    folder = booth.pictures_dir.parent
    return read_tape_lines(folder, {product.sku for product in booth.products}, len(booth.show))


def _terms(fields: Fields) -> Terms:
    currency = fields.optional_text("currency", "USD")
    if not _CURRENCY.fullmatch(currency):
        raise fields.fault("currency", Fault.NOT_A_CHOICE, currency)
    incoterm = fields.optional_text("incoterm", "FOB")
    if incoterm not in INCOTERMS:
        raise fields.fault("incoterm", Fault.NOT_A_CHOICE, incoterm)
    terms = Terms(currency, incoterm, fields.optional_text("incoterm_place", ""))
    fields.end()
    return terms


def _picture_files(folder: Path) -> dict[str, str]:
    """Return the pictures of the booth; one that is a link to a place outside is none of them."""
    if not os.path.isdir(folder):
        return {}
    inside = os.path.realpath(folder)
    return {
        name.casefold(): name
        for name in os.listdir(folder)
        if Path(name).suffix.lower() in PICTURE_ENDINGS
        and os.path.isfile(folder / name)
        and Path(os.path.realpath(folder / name)).is_relative_to(inside)
    }


def _show(folder: Path, skus: Collection[Sku]) -> tuple[ShowItem, ...]:
    if not (folder / SHOW_FILE).exists():
        return ()
    data = _toml(folder, SHOW_FILE)
    items = data.pop("item", [])
    Fields(data, SHOW_FILE).end()
    if not isinstance(items, list):
        raise broken(SHOW_FILE, Fault.MALFORMED, field="item")
    return tuple(
        _show_item(Fields(item, SHOW_FILE, path=f"item {n}."), skus) for n, item in enumerate(items, 1)
    )


def _show_item(fields: Fields, skus: Collection[Sku]) -> ShowItem:
    title = fields.texts_by_language("title")
    if not title:
        raise fields.fault("title", Fault.MISSING)
    shown = tuple(Sku(text) for text in fields.list_of_texts("skus"))
    for sku in shown:
        if sku not in skus:
            raise fields.fault("skus", Fault.UNKNOWN_SKU, sku)
    item = ShowItem(
        title, fields.number("minutes", above_zero=True), shown, fields.texts_by_language("script")
    )
    fields.end()
    return item


def _toml(folder: Path, name: str) -> dict[str, object]:
    try:
        return tomllib.loads(read_text(folder, name))
    except tomllib.TOMLDecodeError as error:
        # Before Python 3.14 the line is only in the message.
        found = _AT_LINE.search(str(error))
        raise broken(name, Fault.MALFORMED, line=int(found[1]) if found else 0) from error
