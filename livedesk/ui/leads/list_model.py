"""The leads as a Qt list: those that are wanted, in the order that is."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Slot

from livedesk.core.ids import LeadId
from livedesk.core.leads.filtering import LeadFilter, LeadFinder, LeadOrder
from livedesk.core.leads.lead import Lead
from livedesk.core.typing_compat import override
from livedesk.ui.leads import words
from livedesk.ui.leads.state import LeadsState

_WARM_MS, _WARM_AT_ONCE = 10, 60
Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row holds beside its text."""

    LEAD = Qt.ItemDataRole.UserRole + 1


class LeadsModel(QAbstractListModel):
    """Follows `state`; rows that stay are kept, so that the selection stays with them."""

    def __init__(self, state: LeadsState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._finder = LeadFinder(state.names_of)
        self._rows: list[Lead] = list(state.leads)
        self._places: dict[LeadId, int] = {lead.id: row for row, lead in enumerate(self._rows)}
        self.wanted, self.order = LeadFilter(), LeadOrder.NEWEST
        self._warmed = 0
        self._warming = QTimer(self)
        self._warming.setInterval(_WARM_MS)
        self._warming.timeout.connect(self._warm)
        self._warming.start()
        state.changed.connect(self.refresh)
        state.names_changed.connect(self._forget_names)

    @property
    def leads(self) -> tuple[Lead, ...]:
        """The leads that are listed, in their order."""
        return tuple(self._rows)

    def row_of(self, lead: LeadId) -> int:
        """Return where a lead stands, -1 where it is not listed."""
        return self._places.get(lead, -1)

    def show(self, wanted: LeadFilter, order: LeadOrder) -> None:
        """List what is wanted."""
        if (wanted, order) != (self.wanted, self.order):
            self.wanted, self.order = wanted, order
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Take what the desk told: rows that are the same leads change in place, else the list is made anew."""
        found = self._finder.find(self._state.leads, self.wanted, self.order)
        before = self._rows
        if [lead.id for lead in found] != [lead.id for lead in before]:
            self._replace(found)
            return
        self._rows = found
        changed = [row for row, (old, new) in enumerate(zip(before, found, strict=True)) if old is not new]
        for row in changed:
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def _replace(self, found: list[Lead]) -> None:
        """Put other rows in place of those there are; where they only came or went at one place, just those."""
        before = self._rows
        start = 0
        while start < min(len(before), len(found)) and before[start].id == found[start].id:
            start += 1
        end = 0
        while end < min(len(before), len(found)) - start and before[-1 - end].id == found[-1 - end].id:
            end += 1
        gone, added = len(before) - start - end, len(found) - start - end
        if added and not gone:
            self.beginInsertRows(QModelIndex(), start, start + added - 1)
            self._set(found)
            self.endInsertRows()
        elif gone and not added:
            self.beginRemoveRows(QModelIndex(), start, start + gone - 1)
            self._set(found)
            self.endRemoveRows()
        else:
            self.beginResetModel()
            self._set(found)
            self.endResetModel()

    def _set(self, found: list[Lead]) -> None:
        self._rows = found
        self._places = {lead.id: row for row, lead in enumerate(found)}

    @Slot()
    def _warm(self) -> None:
        """Get the texts ready to be searched, some at a time, so that the first key is as quick as the others."""
        self._finder.warm(self._state.leads, self._warmed, _WARM_AT_ONCE)
        self._warmed += _WARM_AT_ONCE
        if self._warmed >= len(self._state.leads):
            self._warming.stop()

    @Slot()
    def _forget_names(self) -> None:
        self._finder.forget()
        self.refresh()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        lead = self._rows[index.row()]
        if role == Role.LEAD:
            return lead
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            facts = (lead.name, lead.company, words.score_text(lead.score), words.country_name(lead.country))
            return ", ".join(filter(None, facts))
        return None
