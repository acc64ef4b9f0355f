"""What narrows the catalogue down at the moment, one chip each; a click on one takes it away."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from livedesk.core.catalogue.filters import CatalogueFilter
from livedesk.core.typing_compat import override
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_M, GAP_S, GRID
from livedesk.ui.words import format_price

_LONGEST = 14


class FilterChips(QWidget):
    """Hides itself while nothing is filtered."""

    changed = Signal(object)  # CatalogueFilter

    def __init__(self) -> None:
        super().__init__()
        self._filter = CatalogueFilter()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GAP_M, 0, GAP_M, GAP_S)
        self._row.setSpacing(GRID)
        self._row.addStretch(1)
        self.chips: list[QPushButton] = []
        self.hide()

    def show_filter(self, wanted: CatalogueFilter) -> None:
        """Show a chip for each thing that `wanted` asks for."""
        self._filter = wanted
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for text, without in self._parts():
            short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
            chip = QPushButton(f"{short}  ×", self)
            chip.setToolTip(text)
            chip.setAccessibleName(self.tr("Do not filter by {what}").format(what=text))
            set_role(chip, "chip")
            chip.clicked.connect(partial(self._dropped, without))
            self._row.insertWidget(len(self.chips), chip)
            self.chips.append(chip)
        self.setVisible(bool(self.chips))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_filter(self._filter)
        super().changeEvent(event)

    def _parts(self) -> list[tuple[str, CatalogueFilter]]:
        wanted, parts = self._filter, []
        if wanted.category:
            parts.append((wanted.category[-1], replace(wanted, category=())))
        if wanted.has_price or wanted.currency:
            parts.append((self._price_text(), replace(wanted, least=None, most=None, currency="")))
        if wanted.is_sold_out is not None:
            text = self.tr("sold out") if wanted.is_sold_out else self.tr("available")
            parts.append((text, replace(wanted, is_sold_out=None)))
        return parts

    def _price_text(self) -> str:
        wanted = self._filter
        currency = wanted.currency or "USD"
        if not wanted.has_price:
            return wanted.currency
        least = "" if wanted.least is None else format_price(wanted.least, currency)
        most = "" if wanted.most is None else format_price(wanted.most, currency)
        if not wanted.currency:  # figures only: any currency counts
            least, most = (text.split(" ", 1)[-1] for text in (least, most))
        if least and most:
            return f"{least} – {most}"
        return f"≥ {least}" if least else f"≤ {most}"

    def _dropped(self, without: CatalogueFilter, _checked: bool = False) -> None:
        self.show_filter(without)
        self.changed.emit(without)
