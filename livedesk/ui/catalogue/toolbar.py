"""Above the products: the title with their count, the search, the filter, list or grid, and a new product."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from livedesk.core.catalogue.filters import CatalogueFilter
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.filter_chips import FilterChips
from livedesk.ui.catalogue.filter_popover import FilterPopover
from livedesk.ui.catalogue.search_field import SearchField
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, GAP_S, GRID

_HEADER_PX = 34


class CatalogueToolbar(QWidget):
    """`filter_changed` comes from the popover and from the chips; both show the same filter."""

    filter_changed = Signal(object)  # CatalogueFilter
    filters_wanted = Signal()

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self._is_grid = False
        self._is_filtered = False
        self.search = SearchField(theme)  # first: where the keyboard begins
        self.filter, self.view, self.new = QToolButton(), QToolButton(), QToolButton()
        self._title, self.count = QLabel(), QLabel()
        self.popover, self.chips = FilterPopover(self), FilterChips()
        self._lay_out()
        self.popover.changed.connect(self.filter_changed)
        self.chips.changed.connect(self.filter_changed)
        self.filter.clicked.connect(self.filters_wanted)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()

    def show_filter(self, wanted: CatalogueFilter) -> None:
        """Show what narrows the catalogue down."""
        self.popover.show_filter(wanted)
        self.chips.show_filter(wanted)
        self._is_filtered = not wanted.is_empty
        self._recolour()

    def show_view(self, *, is_grid: bool) -> None:
        """Show whether products are cards or rows; the button leads to the other one."""
        self._is_grid = is_grid
        self._recolour()
        self.retranslate()

    def show_tools(self, *, are_wanted: bool) -> None:
        """Show what only makes sense with products."""
        for widget in (self.count, self.new, self.view, self.filter):
            widget.setVisible(are_wanted)
        self.search.setEnabled(are_wanted)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._title.setText(self.tr("Catalogue"))
        self.search.setPlaceholderText(self.tr("Search products"))
        self.search.setToolTip(
            self.tr("By name in any language, pinyin, SKU, number (#3), tag or price (<5)")
        )
        self.search.setAccessibleName(self.tr("Search products"))
        self.search.set_clear_text(self.tr("Clear the search"))
        for button, text in (
            (self.new, self.tr("New product (Ctrl+N)")),
            (self.filter, self.tr("Filter by category, price and what is left")),
            (self.view, self.tr("Show as a list") if self._is_grid else self.tr("Show as a grid")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _recolour(self) -> None:
        self.new.setIcon(self._theme.icon("plus", "mute"))
        self.view.setIcon(self._theme.icon("list" if self._is_grid else "grid", "mute"))
        self.filter.setIcon(self._theme.icon("filter", "accent" if self._is_filtered else "mute"))

    def _lay_out(self) -> None:
        set_role(self._title, "title")
        set_role(self.count, "small")
        header = QHBoxLayout()
        header.setContentsMargins(GAP_M, GRID, GAP_S, GRID)
        header.addStrut(_HEADER_PX)
        header.setSpacing(GRID)
        header.addWidget(self._title)
        header.addStretch()
        header.addWidget(self.count)
        search = QHBoxLayout()
        search.setContentsMargins(GAP_M, 0, GAP_S, GAP_S)
        search.setSpacing(GRID)
        search.addWidget(self.search, 1)
        search.addWidget(self.filter)
        for button in (self.view, self.new):
            header.addWidget(button)
        for button in (self.filter, self.view, self.new):
            set_role(button, "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addLayout(search)
        layout.addWidget(self.chips)
        for first, second in ((self.search, self.filter), (self.filter, self.view), (self.view, self.new)):
            QWidget.setTabOrder(first, second)
