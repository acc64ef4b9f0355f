"""The first rows of the table as they stand in the file, and above each column what it is taken for."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from livedesk.core.catalogue.importing.columns import Column, Field, column_from_key, column_key
from livedesk.core.catalogue.importing.header import Header
from livedesk.core.catalogue.importing.mapping import with_hints_of
from livedesk.core.catalogue.importing.sheet import cell_name
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.typing_compat import override
from livedesk.ui.importing.words import column_text
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
MOST_COLUMNS_SHOWN = 80
_HEAD_PX, _COMBO_PX, _ROW_PX, _COLUMN_PX = 66, 30, 30, 186
_TWO_LANGUAGES = (Field.NAMES, Field.CATEGORY, Field.UNIT, Field.DESCRIPTION, Field.MATERIALS, Field.COLOURS)
_MORE_LANGUAGES = (Field.SIZES, Field.SELLING_POINTS, Field.SCRIPT, Field.OPTIONS)
_STEPS = 5


class PreviewModel(QAbstractTableModel):
    """The rows as text; the rows of the headings are marked, what stands above them is faint."""

    def __init__(self, theme: AppTheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._width = 0
        self._header: Header | None = None
        self._used: frozenset[int] = frozenset()

    def show_rows(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Show another table."""
        self.beginResetModel()
        self._rows = rows
        self._width = min(MOST_COLUMNS_SHOWN, max(map(len, rows), default=0))
        self.endResetModel()

    def mark(self, header: Header | None, used: frozenset[int]) -> None:
        """Mark the rows of the headings, and the columns that are used."""
        self._header, self._used = header, used
        if self._rows and self._width:
            last = self.index(len(self._rows) - 1, self._width - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @override
    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else self._width

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(section + 1) if orientation is Qt.Orientation.Vertical else cell_name("", 0, section)[:-1]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        text = self._rows[row][column] if column < len(self._rows[row]) else ""
        header = self._header
        is_heading = header is not None and header.row <= row < header.first_row
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(text.split())
            case Qt.ItemDataRole.ToolTipRole:
                return text or None
            case Qt.ItemDataRole.BackgroundRole if is_heading:
                return self._theme.colour("accent_soft")
            case Qt.ItemDataRole.ForegroundRole:
                is_faint = header is None or row < header.row or column not in self._used
                return self._theme.colour("mute" if is_faint and not is_heading else "ink")
            case _:
                return None


class PreviewCells(QStyledItemDelegate):
    """Paints the background that the model asks for, which a style sheet would leave out."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        background = index.data(Qt.ItemDataRole.BackgroundRole)
        if background is not None:
            painter.fillRect(option.rect, background)
        super().paint(painter, option, index)


class MeaningList(QComboBox):
    """What a column may say, with a mark that there is more to choose from."""

    def __init__(self, theme: AppTheme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMaxVisibleItems(18)
        self.view().setMinimumWidth(230)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("mute"), 1.5))
        middle, right = self.height() / 2, self.width() - 12.0
        painter.drawPolyline(
            [QPointF(right - 4, middle - 2), QPointF(right, middle + 2), QPointF(right + 4, middle - 2)]
        )


class PreviewHead(QHeaderView):
    """A letter and a list of meanings above each column; Tab goes from one list to the next."""

    chosen = Signal(int, object)  # the column, and the Column it says or None
    LEFT_OUT = ""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._combos: list[QComboBox] = []
        self._headings: tuple[str, ...] = ()
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setHighlightSections(False)
        self.setDefaultSectionSize(_COLUMN_PX)
        self.sectionResized.connect(self.place)

    def show_columns(self, headings: tuple[str, ...], columns: tuple[Column | None, ...]) -> None:
        """Show a list above each column, set to what it says."""
        self._headings = headings
        for combo in self._combos:
            combo.hide()
            combo.deleteLater()
        self._combos = []
        for index in range(min(len(headings), MOST_COLUMNS_SHOWN)):
            column = columns[index]
            combo = MeaningList(self._theme, self)
            set_role(combo, "used" if column else "unused")
            combo.setModel(self._choices(headings[index], column, combo))
            combo.setCurrentIndex(max(0, combo.findData(column_key(column) if column else self.LEFT_OUT)))
            combo.setAccessibleName(f"{cell_name('', 0, index)[:-1]}: {headings[index]}")
            combo.activated.connect(self._choose)
            combo.installEventFilter(self)
            combo.show()
            self._combos.append(combo)
        self.place()

    @property
    def combos(self) -> list[QComboBox]:
        """The lists, from left to right."""
        return self._combos

    def place(self) -> None:
        """Put each list above its column."""
        for index, combo in enumerate(self._combos):
            left, width = self.sectionViewportPosition(index), self.sectionSize(index)
            combo.setGeometry(QRect(left + 4, _HEAD_PX - _COMBO_PX - 5, width - 8, _COMBO_PX))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEAD_PX)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True  # the wheel scrolls the table; it must not change what a column says
        if event.type() == QEvent.Type.FocusIn and watched in self._combos:
            table = self.parent()
            if isinstance(table, QTableView) and table.model().rowCount():
                table.scrollTo(table.model().index(0, self._combos.index(watched)))
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        combo = self.sender()
        if not isinstance(combo, QComboBox) or combo not in self._combos:
            return
        index = self._combos.index(combo)
        key = combo.currentData()
        column = column_from_key(key) if key else None
        self.chosen.emit(index, with_hints_of(column, self._headings[index]) if column else None)

    def _choices(self, heading: str, now: Column | None, parent: QObject) -> QStandardItemModel:
        """Return what a column may say: nothing, what is most often wanted, a field of the user's own."""
        model = QStandardItemModel(parent)
        keys = dict.fromkeys([self.LEFT_OUT, *_all_keys()])
        if now is not None:
            keys.setdefault(column_key(now))
        if heading:
            keys.setdefault(f"custom.{heading}")
        for key in keys:
            column = column_from_key(key) if key else None
            item = QStandardItem(column_text(column) if column else self.tr("Not used"))
            item.setData(key, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
        return model


def _all_keys() -> list[str]:
    keys: list[str] = []
    for field in Field:
        if field in (Field.CUSTOM, Field.MACHINE_TEXTS):
            continue
        if field in _TWO_LANGUAGES or field in _MORE_LANGUAGES:
            keys.append(field.value)
            keys += [column_key(Column(field, language)) for language in (ZH, EN, *_more(field))]
        elif field is Field.TIER_QUANTITY:
            for step in range(1, _STEPS + 1):
                keys += [f"tier_quantity.{step}", f"tier_price.{step}"]
        elif field is not Field.TIER_PRICE:
            keys.append(field.value)
    return keys


def _more(field: Field) -> tuple[Language, ...]:
    return (
        (Language("es"), Language("ru"), Language("ar")) if field in (Field.NAMES, Field.DESCRIPTION) else ()
    )


class PreviewTable(QTableView):
    """Shows the rows; a click on a row's number takes its row for the headings."""

    row_chosen = Signal(int)

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PreviewModel(theme, self)
        self.head = PreviewHead(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(PreviewCells(self))
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(self.head)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        numbers = self.verticalHeader()
        numbers.setDefaultSectionSize(_ROW_PX)
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        numbers.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        numbers.setSectionsClickable(True)
        numbers.sectionClicked.connect(self.row_chosen)
        self.horizontalScrollBar().valueChanged.connect(self.head.place)
        theme.changed.connect(self.viewport().update)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.head.place()
