"""The problems of an import as a table that can be filtered: cell, what is wrong, what stands there, what happens."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from livedesk.core.catalogue.importing.problems import Effect, ImportProblem
from livedesk.core.translation.fold import fold
from livedesk.core.typing_compat import override
from livedesk.ui.importing.words import effect_text, problem_text
from livedesk.ui.theme.theme import AppTheme

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
CELL, WHAT, TEXT, EFFECT = range(4)
_COLUMNS = 4
_ORDER = (Effect.ROW_LEFT_OUT, Effect.FIELD_LEFT, Effect.TAKEN, Effect.COLUMN_LEFT_OUT)
_COLOURS = {Effect.ROW_LEFT_OUT: "live", Effect.FIELD_LEFT: "warn", Effect.TAKEN: "warn"}


class ProblemsModel(QAbstractTableModel):
    """Shows the problems of one effect, or all, in which a text occurs."""

    def __init__(self, theme: AppTheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all: tuple[ImportProblem, ...] = ()
        self._shown: list[ImportProblem] = []
        self._effect: Effect | None = None
        self._search = ""

    @property
    def shown(self) -> list[ImportProblem]:
        """The problems that the filter leaves."""
        return self._shown

    def show_problems(self, problems: tuple[ImportProblem, ...]) -> None:
        """Show other problems."""
        # What needs a hand comes first; below, the order of the table.
        self._all = tuple(sorted(problems, key=lambda problem: _ORDER.index(problem.effect)))
        self._refill()

    def narrow(self, effect: Effect | None, text: str) -> None:
        """Show only what had this effect and holds this text."""
        self._effect, self._search = effect, fold(text)
        self._refill()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._refill()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _COLUMNS - 1)

    def _refill(self) -> None:
        self.beginResetModel()
        self._shown = [p for p in self._all if self._effect in (None, p.effect) and self._is_found(p)]
        self.endResetModel()

    def _is_found(self, problem: ImportProblem) -> bool:
        if not self._search:
            return True
        return self._search in fold(f"{problem.cell}\n{problem.text}\n{problem_text(problem.code)}")

    @override
    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else _COLUMNS

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Cell"),
            self.tr("What is wrong"),
            self.tr("What stands there"),
            self.tr("What happens"),
        )[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        problem = self._shown[index.row()]
        texts = (problem.cell, problem_text(problem.code), problem.text, effect_text(problem.effect))
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return texts[index.column()]
            case Qt.ItemDataRole.ForegroundRole if index.column() == EFFECT:
                return self._theme.colour(_COLOURS.get(problem.effect, "mute"))
            case Qt.ItemDataRole.ForegroundRole if index.column() == CELL:
                return self._theme.colour("mute")
            case _:
                return None
