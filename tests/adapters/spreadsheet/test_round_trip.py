"""What is exported is imported exactly as it was, by either kind of file."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from livedesk.adapters.spreadsheet.workbook import open_book
from livedesk.adapters.spreadsheet.write_csv import csv_bytes
from livedesk.adapters.spreadsheet.write_xlsx import write_xlsx
from livedesk.core.catalogue.importing.mapping import guess_mapping
from livedesk.core.catalogue.importing.pictures import FoundPictures
from livedesk.core.catalogue.importing.plan import ImportPlan, plan_import
from livedesk.core.catalogue.importing.to_rows import to_table
from livedesk.core.catalogue.product import Product
from tests.core.catalogue.importing.tidy import catalogues


def written(path: Path, products: tuple[Product, ...]) -> Path:
    """Export `products` to `path`."""
    if path.suffix == ".csv":
        path.write_bytes(csv_bytes(to_table(products)))
    else:
        write_xlsx(path, to_table(products), lambda _: b"")
    return path


def imported(path: Path, into: Iterable[Product], known: tuple[Product, ...]) -> ImportPlan:
    """Import `path`; the pictures of `known` are there."""
    book = open_book(path)
    sheet = book.read(book.sheets[0])
    mapping = guess_mapping(sheet)
    assert mapping is not None
    names = [name for p in known for name in (*p.pictures, *(v.picture for v in p.variants))]
    return plan_import(sheet, mapping, into, FoundPictures(by_name={n.casefold(): n for n in names}))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(products=catalogues())
def test_that_an_exported_catalogue_is_imported_as_it_was(
    tmp_path: Path, ending: str, products: tuple[Product, ...]
) -> None:
    path = written(tmp_path / f"catalogue.{ending}", products)
    fresh = imported(path, (), products)
    assert fresh.problems == ()
    assert fresh.new == products
    again = imported(path, products, products)
    assert (again.new, again.updated, again.problems) == ((), (), ())
    assert again.unchanged == tuple(p.sku for p in products)
