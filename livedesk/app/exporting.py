"""Writing the catalogue to a table that the import reads back exactly as it was."""

from collections.abc import Sequence
from pathlib import Path

from livedesk.adapters.spreadsheet.write_csv import csv_bytes
from livedesk.adapters.spreadsheet.write_xlsx import write_xlsx
from livedesk.adapters.store.files import write_whole
from livedesk.core.catalogue.importing.sheet import Progress, no_progress
from livedesk.core.catalogue.importing.to_rows import to_table
from livedesk.core.catalogue.product import Product
from livedesk.core.errors import ErrorCode, UserFacing


def write_table(
    path: Path, products: Sequence[Product], pictures: Path, progress: Progress = no_progress
) -> None:
    """Write `products` to an .xlsx (with the pictures that `pictures` holds) or .csv file; raises `UserFacing`."""
    ending = path.suffix.lower()
    table = to_table(products)
    if ending == ".csv":
        write_whole(path, csv_bytes(table))
    elif ending == ".xlsx":

        def picture(name: str) -> bytes:
            file = (pictures / name).resolve()
            if not file.is_relative_to(pictures.resolve()):
                return b""
            try:
                return file.read_bytes()
            except OSError:
                return b""

        write_xlsx(path, table, picture, progress)
    else:
        raise UserFacing(ErrorCode.BAD_INPUT, value=path.name, allowed=".xlsx .csv")
