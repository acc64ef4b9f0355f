"""Writes the catalogue, but only what changed: one edited product of 10,000 is one row.

A product that did not change is the same object as before (`core.events.CatalogueChanged`), so the products last
read or written say what there is to write.
"""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, update

from livedesk.adapters.store import rows, schema
from livedesk.adapters.store.tables import remove, replace_all, upsert
from livedesk.core.events import CatalogueChanged
from livedesk.core.records import Product
from livedesk.core.wire import encode


class StoredCatalogue:
    """What is known to stand in the table; shared by the thread that reads at the start and the one that writes."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Product, ...]] = {}

    @property
    def products(self) -> tuple[Product, ...] | None:
        """The products in their order, None while nothing is known."""
        return self._known.get("products")

    def was_read(self, products: tuple[Product, ...]) -> None:
        """Take what was read, unless something was written meanwhile: `setdefault` is one step for all threads."""
        self._known.setdefault("products", products)

    def was_written(self, products: tuple[Product, ...]) -> None:
        """Take what was committed."""
        self._known["products"] = products


@dataclass(frozen=True, slots=True)
class CatalogueChange:
    """What to write: whole rows, places only, and which rows go."""

    changed: list[tuple[int, Product]]
    moved: list[tuple[int, Product]]
    gone: list[str]

    @property
    def is_empty(self) -> bool:
        """Whether the table is right as it is."""
        return not (self.changed or self.moved or self.gone)


def changes(before: tuple[Product, ...], after: tuple[Product, ...]) -> CatalogueChange:
    """Return what makes a table that holds `before` hold `after`, both in their order."""
    if before is after:
        return CatalogueChange([], [], [])
    places = {product.sku: (place, product) for place, product in enumerate(before)}
    change = CatalogueChange([], [], [])
    for place, product in enumerate(after):
        old_place, old = places.pop(product.sku, (-1, None))
        if old is not product:
            change.changed.append((place, product))
        elif old_place != place:
            change.moved.append((place, product))
    change.gone.extend(places)
    return change


def write_catalogue(
    connection: Connection, catalogue: CatalogueChanged, known: tuple[Product, ...] | None, now: float
) -> None:
    """Make the table hold `catalogue`; `known` is what it holds, None where nobody has looked."""
    table = schema.products
    if known is None:
        replace_all(
            connection, table, [rows.product_row(place, p) for place, p in enumerate(catalogue.products)]
        )
    else:
        change = changes(known, catalogue.products)
        remove(connection, table, change.gone)
        upsert(connection, table, [rows.product_row(place, p) for place, p in change.changed])
        if change.moved:
            place_only = (
                update(table).where(table.c.sku == bindparam("of")).values(position=bindparam("to_place"))
            )
            connection.execute(place_only, [{"of": p.sku, "to_place": place} for place, p in change.moved])
        if change.is_empty and not _is_renamed(connection, catalogue):
            return
    facts = {"changed_at": repr(now), "name": _name(catalogue)}
    upsert(connection, schema.catalogue_meta, [{"key": k, "value": v} for k, v in facts.items()])


def _name(catalogue: CatalogueChanged) -> str:
    return json.dumps(encode(catalogue.name), ensure_ascii=False)


def _is_renamed(connection: Connection, catalogue: CatalogueChanged) -> bool:
    meta = schema.catalogue_meta
    stored = connection.scalar(meta.select().with_only_columns(meta.c.value).where(meta.c.key == "name"))
    return stored != _name(catalogue)
