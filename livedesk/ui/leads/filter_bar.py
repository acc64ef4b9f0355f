"""Above the list of leads: a search, the scores to show, of which show, with which tag, and in which order."""

import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from livedesk.core.leads.filtering import LeadFilter, LeadOrder
from livedesk.core.leads.lead import Lead, LeadScore
from livedesk.ui.catalogue.search_field import SearchField
from livedesk.ui.leads import words
from livedesk.ui.leads.state import LeadsState
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_S
from livedesk.ui.widgets.picker import Picker

_ALL, _SHOW, _TODAY = "all", "show", "today"


class FilterBar(QWidget):
    """Says `changed` when something else is wanted; `wanted` and `order` are what."""

    changed = Signal()

    def __init__(self, theme: AppTheme, state: LeadsState, now: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._state, self._now = state, now
        self.search = SearchField(theme)
        self.chips = {score: self._chip() for score in LeadScore}
        self.when, self.tag, self.sort = Picker(self), Picker(self), Picker(self)
        self._lay_out()
        self.search.textChanged.connect(self.changed)
        for picker in (self.when, self.tag, self.sort):
            picker.currentIndexChanged.connect(self.changed)
        state.changed.connect(self.refresh)
        self.retranslate()

    @property
    def wanted(self) -> LeadFilter:
        """What is looked for."""
        when = self.when.currentData()
        midnight = datetime.fromtimestamp(self._now()).astimezone().replace(hour=0, minute=0, second=0)
        return LeadFilter(
            self.search.text(),
            frozenset(score for score, chip in self.chips.items() if chip.isChecked()),
            self._state.session if when == _SHOW else None,
            midnight.timestamp() if when == _TODAY else None,
            self.tag.currentData() or "",
        )

    @property
    def order(self) -> LeadOrder:
        """What stands first."""
        return LeadOrder(self.sort.currentData() or LeadOrder.NEWEST)

    def clear(self) -> None:
        """Look for nothing any more."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self.when.setCurrentIndex(0)
        self.tag.setCurrentIndex(0)
        self.search.clear()
        self.changed.emit()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.search.setPlaceholderText(self.tr("Search name, contact, product, words"))
        self.search.setAccessibleName(self.tr("Search leads"))
        self.search.set_clear_text(self.tr("Clear the search"))
        times = ((_ALL, self.tr("All shows")), (_SHOW, self.tr("This show")), (_TODAY, self.tr("Today")))
        _fill(self.when, times)
        self.when.setAccessibleName(self.tr("Of which show"))
        _fill(self.sort, tuple((order.value, words.order_text(order)) for order in LeadOrder))
        self.sort.setAccessibleName(self.tr("Order"))
        self.tag.setAccessibleName(self.tr("Tag"))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the counts and the tags of the leads there are."""
        leads: tuple[Lead, ...] = self._state.leads
        counts = Counter(lead.score for lead in leads)
        for score, chip in self.chips.items():
            chip.setText(f"{words.score_text(score)} · {words.count_text(counts[score])}")
        tags = sorted({tag for lead in leads for tag in lead.tags})
        _fill(self.tag, (("", self.tr("All tags")), *((tag, tag) for tag in tags)))
        self.tag.setVisible(bool(tags))

    def _chip(self) -> QPushButton:
        chip = QPushButton(self)
        set_role(chip, "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.toggled.connect(self.changed)
        return chip

    def _lay_out(self) -> None:
        chips, pickers = QHBoxLayout(), QHBoxLayout()
        for chip in self.chips.values():
            chips.addWidget(chip)
        chips.addStretch()
        for picker in (self.when, self.tag, self.sort):
            picker.setMinimumContentsLength(6)
            picker.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            pickers.addWidget(picker, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self.search)
        for row in (chips, pickers):
            row.setSpacing(GAP_S)
            column.addLayout(row)


def _fill(picker: Picker, entries: tuple[tuple[str, str], ...]) -> None:
    """Put these entries into a picker; what is picked stays, where it is still there."""
    if [(picker.itemData(row), picker.itemText(row)) for row in range(picker.count())] == list(entries):
        return
    picked = picker.currentData()
    picker.blockSignals(True)
    picker.clear()
    for value, text in entries:
        picker.addItem(text, value)
    picker.setCurrentIndex(max(0, picker.findData(picked)))
    picker.blockSignals(False)
