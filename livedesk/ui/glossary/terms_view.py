"""The table of the glossary window, for the user's terms and for the catalogue's."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.glossary.cells import KindCells, TextCells, TickCells
from livedesk.ui.glossary.table_model import TermTable
from livedesk.ui.theme.theme import AppTheme

_ROW_PX = 36
_KIND_PX, _CASE_PX = 128, 72


class TermsView(QTableView):
    """Rows are selected whole; Delete asks for the selected ones to go."""

    delete_wanted = Signal()

    def __init__(self, theme: AppTheme, model: TermTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._texts, self._kinds, self._ticks = TextCells(self), KindCells(self), TickCells(theme, self)
        self.setItemDelegate(self._texts)
        model.modelReset.connect(self._share_width)
        self._share_width()

    @property
    def selected_rows(self) -> list[int]:
        """The rows selected, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not is_editing:
            self.delete_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_editing:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _share_width(self) -> None:
        """Give the languages the room that kind and capitals leave."""
        model = self.model()
        assert isinstance(model, TermTable)
        header, texts = self.horizontalHeader(), len(model.languages)
        for column in range(model.columnCount()):
            if column < texts:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(column, _KIND_PX if column == texts else _CASE_PX)
            self.setItemDelegateForColumn(column, self._cells(column - texts))

    def _cells(self, behind_texts: int) -> QAbstractItemDelegate:
        return {0: self._kinds, 1: self._ticks}.get(behind_texts, self._texts)
