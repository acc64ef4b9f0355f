"""A list model for lines that come in by number: it keeps all of them and shows the newest.

Rows are records with an ascending number (segment or message id). The view gets the newest `SHOWN_ROWS`; when one
scrolls to the top it asks for earlier ones, and when one is back at the bottom they are put away again.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from livedesk.core.typing_compat import override

SHOWN_ROWS = 400
_SLACK_ROWS = 100
"""Rows are put away in steps of this size, not one for each that comes."""

NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Record = TypeVar("Record")


class LineRole(IntEnum):
    """What a row can be asked for beyond Qt's own roles."""

    RECORD = Qt.ItemDataRole.UserRole
    IS_CURRENT = Qt.ItemDataRole.UserRole + 1


class LinesModel(QAbstractListModel, Generic[Record]):
    """Rows in the order of their numbers; a subclass says what is newer and what a row reads."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers: list[int] = []
        self._records: dict[int, Record] = {}
        self._first = 0
        self._is_following = True

    def number(self, record: Record) -> int:
        """Return the number that orders `record`."""
        raise NotImplementedError

    def is_older(self, record: Record, shown: Record) -> bool:
        """Return whether `record` is older news than what is shown, and must be dropped."""
        raise NotImplementedError

    def text(self, record: Record) -> str:
        """Return the row as plain text, for copying and for screen readers."""
        raise NotImplementedError

    @override
    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._numbers) - self._first

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == LineRole.RECORD:
            return self.record(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(self.record(index.row()))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.description(self.record(index.row()))
        if role == LineRole.IS_CURRENT:
            return index.row() == self.rowCount() - 1
        return None

    def description(self, record: Record) -> str:
        """Return what a screen reader adds to the line's text, "" for nothing."""
        return ""

    def record(self, row: int) -> Record:
        """Return the record in `row`."""
        return self._records[self._numbers[self._first + row]]

    def find(self, number: int) -> Record | None:
        """Return the record with `number`, shown or not."""
        return self._records.get(number)

    def records(self) -> list[Record]:
        """Return all records in order, also those not shown."""
        return [self._records[n] for n in self._numbers]

    def row_of(self, number: int) -> int:
        """Return the row of `number`, -1 where it is not shown."""
        position = bisect_left(self._numbers, number, self._first)
        is_there = position < len(self._numbers) and self._numbers[position] == number
        return position - self._first if is_there else -1

    @property
    def total(self) -> int:
        """How many lines there are, shown or not."""
        return len(self._numbers)

    def clear(self) -> None:
        """Forget everything: another session began."""
        self.beginResetModel()
        self._numbers, self._records, self._first = [], {}, 0
        self.endResetModel()

    def put(self, records: Iterable[Record]) -> None:
        """Take new and changed records in any order; older news is dropped."""
        changed, new = [], []
        for record in records:
            number = self.number(record)
            shown = self._records.get(number)
            if shown is not None and self.is_older(record, shown):
                continue
            if shown is None:
                new.append(number)
            else:
                changed.append(number)
            self._records[number] = record
        self._tell_changed(changed)
        self._insert(sorted(set(new)))
        if self._is_following and self.rowCount() > SHOWN_ROWS + _SLACK_ROWS:
            self._put_away()

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget lines, shown or not."""
        for number in numbers:
            if number not in self._records:
                continue
            row = self.row_of(number)
            if row >= 0:
                self.beginRemoveRows(NO_INDEX, row, row)
            else:
                self._first -= 1
            self._numbers.remove(number)
            del self._records[number]
            if row >= 0:
                self.endRemoveRows()
            if row >= 0 and row == self.rowCount() > 0:  # the line before is the current one now
                self.dataChanged.emit(self.index(row - 1), self.index(row - 1), [LineRole.IS_CURRENT])
        if self._first and not self.rowCount():
            self.reveal_earlier()

    @Slot()
    def reveal_earlier(self) -> None:
        """Show up to `SHOWN_ROWS` more of the earlier lines."""
        self._reveal(min(self._first, SHOWN_ROWS))

    def reveal(self, number: int) -> int:
        """Show the line with `number` if it was put away; return its row, -1 where there is none."""
        if self._first and number < self._numbers[self._first]:
            self._reveal(self._first - bisect_left(self._numbers, number))
        return self.row_of(number)

    @Slot(bool)
    def set_following(self, is_following: bool) -> None:
        """Say whether the view is at the newest line; if so, earlier lines are put away."""
        self._is_following = is_following
        if is_following and self.rowCount() > SHOWN_ROWS + _SLACK_ROWS:
            self._put_away()

    def tell_changed(self, number: int) -> None:
        """Tell the view that the row of `number` looks different."""
        self._tell_changed([number])

    def _tell_changed(self, numbers: Sequence[int]) -> None:
        rows = sorted(row for n in numbers if (row := self.row_of(n)) >= 0)
        while rows:
            run = 1
            while run < len(rows) and rows[run] == rows[0] + run:
                run += 1
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[run - 1]))
            rows = rows[run:]

    def _insert(self, numbers: list[int]) -> None:
        last = self._numbers[-1] if self._numbers else 0
        late, following = [n for n in numbers if n < last], [n for n in numbers if n > last]
        for number in late:
            position = bisect_left(self._numbers, number)
            if position < self._first:
                insort(self._numbers, number)
                self._first += 1
                continue
            row = position - self._first
            self.beginInsertRows(NO_INDEX, row, row)
            insort(self._numbers, number)
            self.endInsertRows()
        if following:
            row = self.rowCount()
            self.beginInsertRows(NO_INDEX, row, row + len(following) - 1)
            self._numbers += following
            self.endInsertRows()
            if row:  # the line before is no longer the current one
                self.dataChanged.emit(self.index(row - 1), self.index(row - 1), [LineRole.IS_CURRENT])

    def _reveal(self, count: int) -> None:
        if count > 0:
            self.beginInsertRows(NO_INDEX, 0, count - 1)
            self._first -= count
            self.endInsertRows()

    def _put_away(self) -> None:
        count = self.rowCount() - SHOWN_ROWS
        self.beginRemoveRows(NO_INDEX, 0, count - 1)
        self._first += count
        self.endRemoveRows()
