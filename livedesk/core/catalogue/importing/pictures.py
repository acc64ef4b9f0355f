"""Which pictures belong to which product of a table, by the names under which they are kept."""

from dataclasses import dataclass, field

from livedesk.core.catalogue.product import sku_key
from livedesk.core.ids import Sku

PICTURE_ENDINGS = frozenset(
    {".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".heic", ".heif", ".avif", ".tif", ".tiff"}
)


@dataclass(frozen=True, slots=True)
class FoundPictures:
    """Pictures that an import can use: `in_row` in the sheet, `by_sku` of a folder, `by_name` as a cell names them.

    `in_row` counts rows from 0, `by_sku` has keys of SKUs and `by_name` file names, case-folded. The values are the
    names under which the catalogue keeps the files, the cover first.
    """

    in_row: dict[int, tuple[str, ...]] = field(default_factory=dict)
    by_sku: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)

    def of(self, row: int, sku: Sku, named: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the pictures of a product and the names in its cell that no file has.

        What the cell names comes before pictures in the row, and these before the folder's.
        """
        known = tuple(self.by_name[n.casefold()] for n in named if n.casefold() in self.by_name)
        missing = tuple(n for n in named if n.casefold() not in self.by_name)
        if named and not missing:
            return known, ()
        others = self.in_row.get(row) or self.by_sku.get(sku_key(sku)) or ()
        return (others, ()) if others else (known, missing)


def sku_of_file(stem: str, skus: frozenset[str]) -> tuple[str, int] | None:
    """Return which of the `skus`, as keys, a file is named by, and its place: "JZ-03_2" is the second of JZ-03."""
    folded = sku_key(stem).strip()
    if folded in skus:
        return folded, 0
    for cut in range(len(folded) - 1, 0, -1):
        rest = folded[cut:].strip(" ()_-.")
        if folded[:cut] in skus and folded[cut] in " (_-.":
            return folded[:cut], int(rest) if rest.isascii() and rest.isdecimal() and len(rest) < 6 else 10**6
    return None
