"""The run of show for its list: rows change by `dataChanged` as time goes by, by reset when the show does."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from livedesk.core.typing_compat import override
from livedesk.ui.session.show_rows import ShowRow

Index = QModelIndex | QPersistentModelIndex


class ShowRole(IntEnum):
    """What a row tells besides its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


class ShowModel(QAbstractListModel):
    """Holds the rows it is given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ShowRow, ...] = ()

    def show(self, rows: tuple[ShowRow, ...]) -> None:
        """Show `rows`, telling of those that differ."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number), self.index(number))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case ShowRole.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return None
