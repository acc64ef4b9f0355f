"""The third step: what the import would do, and each cell about which something is to be said."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.catalogue.importing.job import ImportChecked
from livedesk.core.catalogue.importing.problems import Effect
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.importing.problems_model import CELL, EFFECT, TEXT, WHAT, ProblemsModel
from livedesk.ui.importing.words import effect_text
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID, Step

_ROW_PX = 34
_WIDTHS = {CELL: 150, WHAT: 330, EFFECT: 170}
_FILTERS: tuple[Effect | None, ...] = (
    None,
    Effect.ROW_LEFT_OUT,
    Effect.FIELD_LEFT,
    Effect.TAKEN,
    Effect.COLUMN_LEFT_OUT,
)


class Tile(QFrame):
    """A big number and what it counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.number, self.name = QLabel(self), QLabel(self)
        self.number.setFont(font(Step.HERO, bold=True, tabular=True))
        set_role(self.name, "mute")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GRID)
        column.addWidget(self.number)
        column.addWidget(self.name)

    def show_count(self, count: int, name: str) -> None:
        """Show `count` of `name`."""
        self.number.setText(words.format_count(count))
        self.name.setText(name)
        self.setAccessibleName(f"{words.format_count(count)} {name}")


class CheckPage(QWidget):
    """Counts above, the problems below; what happens to each is said beside it."""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checked: ImportChecked | None = None
        self.tiles = [Tile(self) for _ in range(4)]
        self.chips = [QPushButton(self) for _ in _FILTERS]
        self._group = QButtonGroup(self)
        self.search = QLineEdit(self)
        self.model = ProblemsModel(theme, self)
        self.table = QTableView(self)
        self._fine = QLabel(self)
        self._lay_out()
        self._group.idClicked.connect(self._narrow)
        self.search.textChanged.connect(self._narrow)
        self.retranslate()

    def show_checked(self, checked: ImportChecked) -> None:
        """Show what would happen."""
        self._checked = checked
        self.chips[0].setChecked(True)
        self.search.clear()
        self.model.show_problems(checked.problems)
        self._narrow()
        self._show_counts()

    @property
    def change_count(self) -> int:
        """How many products would be added or changed."""
        return self._checked.new + self._checked.updated if self._checked else 0

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.search.setPlaceholderText(self.tr("Search cells and problems"))
        self.search.setAccessibleName(self.tr("Search cells and problems"))
        self.table.setAccessibleName(self.tr("Problems"))
        self._fine.setText(self.tr("Every row is fine."))
        self.model.retranslate()
        self._show_counts()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _narrow(self) -> None:
        self.model.narrow(_FILTERS[max(0, self._group.checkedId())], self.search.text())

    def _show_counts(self) -> None:
        checked = self._checked
        if checked is None:
            return
        names = self.tr("new"), self.tr("changed"), self.tr("unchanged"), self.tr("rows left out")
        left_out = sum(p.effect is Effect.ROW_LEFT_OUT for p in checked.problems)
        counts = checked.new, checked.updated, checked.unchanged, left_out
        for tile, count, name in zip(self.tiles, counts, names, strict=True):
            tile.show_count(count, name)
        set_role(self.tiles[3].name, "failed" if left_out else "mute")
        for chip, effect in zip(self.chips, _FILTERS, strict=True):
            count = sum(effect in (None, p.effect) for p in checked.problems)
            name = self.tr("Everything") if effect is None else effect_text(effect)
            chip.setText(f"{name} · {words.format_count(count)}")
            chip.setVisible(bool(count))
        has_problems = bool(checked.problems)
        self.table.setVisible(has_problems)
        self.search.setVisible(has_problems)
        self._fine.setVisible(not has_problems)

    def _lay_out(self) -> None:
        tiles = QHBoxLayout()
        tiles.setSpacing(GAP_M)
        for tile in self.tiles:
            tiles.addWidget(tile, 1)
        tools = QHBoxLayout()
        tools.setSpacing(GAP_S)
        for number, chip in enumerate(self.chips):
            set_role(chip, "chip")
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            self._group.addButton(chip, number)
            tools.addWidget(chip)
        self.chips[0].setChecked(True)
        tools.addStretch(1)
        self.search.setMinimumWidth(220)
        tools.addWidget(self.search)
        self._set_up_table()
        set_role(self._fine, "mute")
        self._fine.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_M)
        column.setSpacing(GAP_M)
        column.addLayout(tiles)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self._fine, 1)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
