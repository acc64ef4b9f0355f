"""The heights of the rows of a list, of which most were never measured: where is row n, which row is at y?"""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

_TYPICAL_PX = 60


class RowHeights:
    """One height in px for each row; a row that was not measured counts with a typical or its last height."""

    def __init__(self, count: int = 0) -> None:
        self._heights = [_TYPICAL_PX] * count
        self._measured = [False] * count
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    @property
    def total(self) -> int:
        """Height of all rows together."""
        return self._top_list()[-1]

    def top(self, row: int) -> int:
        """Return where `row` begins; the row after the last begins at the end."""
        return self._top_list()[row]

    def row_at(self, y: int) -> int:
        """Return the row at `y`, clamped to the rows there are."""
        return max(0, min(bisect_right(self._top_list(), y) - 1, len(self._heights) - 1))

    def rows_between(self, top: int, bottom: int) -> range:
        """Return the rows that touch the stretch from `top` up to `bottom`."""
        return range(self.row_at(top), self.row_at(bottom - 1) + 1) if self._heights else range(0)

    def insert(self, row: int, count: int) -> None:
        """Add `count` rows that nobody measured before `row`."""
        self._heights[row:row] = [_TYPICAL_PX] * count
        self._measured[row:row] = [False] * count
        self._tops = None

    def remove(self, row: int, count: int) -> None:
        """Take `count` rows away from `row` on."""
        del self._heights[row : row + count]
        del self._measured[row : row + count]
        self._tops = None

    def doubt(self, first: int, last: int) -> None:
        """Measure the rows from `first` to `last` again when they are next seen."""
        self._measured[first : last + 1] = [False] * (last + 1 - first)

    def doubt_all(self) -> None:
        """Measure every row again when it is next seen."""
        self._measured = [False] * len(self._heights)

    def measure(self, rows: range, height_of: Callable[[int], int]) -> bool:
        """Measure those of `rows` that need it; return whether any height was not as thought."""
        is_changed = False
        for row in rows:
            if self._measured[row]:
                continue
            self._measured[row] = True
            height = height_of(row)
            is_changed |= height != self._heights[row]
            self._heights[row] = height
        if is_changed:
            self._tops = None
        return is_changed

    def _top_list(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops
