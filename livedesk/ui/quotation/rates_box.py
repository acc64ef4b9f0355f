"""The exchange rates that a quotation needs, to be typed with the day they are from."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from livedesk.core.catalogue.quotation import find_rate
from livedesk.core.catalogue.typed import NotReadable, read_decimal
from livedesk.core.settings import ExchangeRate
from livedesk.ui.figures import format_figure, group_mark
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_S

_RATE_PX = 104


class RatesBox(QWidget):
    """One row for each currency that differs from the quotation's; a rate that is typed is from today."""

    changed = Signal()

    def __init__(self, rates: tuple[ExchangeRate, ...], today: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rates = rates
        self._today = today
        self._pairs: list[tuple[str, str]] = []
        self._rows: list[tuple[QLabel, QLineEdit, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP_S)
        self._grid.setColumnStretch(2, 1)

    def show_pairs(self, pairs: list[tuple[str, str]]) -> None:
        """Ask for the rates between these currencies; shows those that are known."""
        if pairs != self._pairs:
            self._pairs = pairs
            self._rebuild()
        self.setVisible(bool(pairs))

    def edits(self) -> list[QLineEdit]:
        """Return the fields, in the order of the pairs."""
        return [edit for _, edit, _ in self._rows]

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for (base, quote), (label, edit, note) in zip(self._pairs, self._rows, strict=True):
            label.setText(f"1 {base} =")
            edit.setAccessibleName(
                self.tr("How many {quote} one {base} costs").format(base=base, quote=quote)
            )
            rate = find_rate(base, quote, self.rates)
            dated = self.tr("{quote}, rate of {date}").format(quote=quote, date=rate.dated) if rate else quote
            note.setText(dated)

    def _rebuild(self) -> None:
        for row in self._rows:
            for old in row:
                self._grid.removeWidget(old)
                old.deleteLater()
        self._rows = []
        for number, (base, quote) in enumerate(self._pairs):
            label, edit, note = QLabel(self), QLineEdit(self), QLabel(self)
            set_role(note, "mute")
            edit.setFixedWidth(_RATE_PX)
            edit.setMaxLength(16)
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            if rate := find_rate(base, quote, self.rates):
                edit.setText(format_figure(f"{rate.rate:.6f}".rstrip("0")))
            edit.textEdited.connect(self._typed)
            for column, widget in enumerate((label, edit, note)):
                self._grid.addWidget(widget, number, column)
            self._rows.append((label, edit, note))
        self.retranslate()

    def _typed(self) -> None:
        for (base, quote), (_, edit, _) in zip(self._pairs, self._rows, strict=True):
            if edit is not self.sender():
                continue
            others = tuple(r for r in self.rates if {r.base, r.quote} != {base, quote})
            try:
                rate = read_decimal(edit.text(), group_mark())
            except NotReadable:
                rate = Decimal(0)
            # Nothing that is no rate is counted with: the line then says that one is missing.
            self.rates = (*others, ExchangeRate(base, quote, rate, self._today)) if rate > 0 else others
        self.retranslate()
        self.changed.emit()
