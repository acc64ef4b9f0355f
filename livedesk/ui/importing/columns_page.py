"""The second step: the table as it stands in the file, where its headings are and what each column says."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from livedesk.core.catalogue.importing.columns import PRICES, STEPPED, Column
from livedesk.core.catalogue.importing.header import MOST_HEADER_ROWS, ROWS_SEARCHED, Header, header_at
from livedesk.core.catalogue.importing.job import TableRead
from livedesk.core.catalogue.importing.mapping import Defaults, Mapping, match_columns
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.importing.preview import PreviewTable
from livedesk.ui.session.choosers import choose_folder
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S

_CURRENCIES = ("USD", "CNY", "EUR", "GBP", "HKD", "JPY", "AUD", "CAD", "AED", "INR")
_NAMED = 4


class ColumnsPage(QWidget):
    """Holds the mapping as the user wants it; `is_ready` says whether the next step makes sense."""

    changed = Signal()
    sheet_wanted = Signal(str)

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: TableRead | None = None
        self._header: Header | None = None
        self._columns: tuple[Column | None, ...] = ()
        self._chosen: frozenset[int] = frozenset()
        self.pictures: Path | None = None
        self.sheet, self.currency = QComboBox(self), QComboBox(self)
        self.row, self.heading_rows = QComboBox(self), QComboBox(self)
        self.folder = QPushButton(self)
        self._labels = {name: QLabel(self) for name in ("sheet", "row", "rows", "currency")}
        self.note = QLabel(self)
        self.preview = PreviewTable(theme, self)
        self._lay_out()
        self.sheet.textActivated.connect(self.sheet_wanted)
        self.row.activated.connect(self._move_header)
        self.heading_rows.activated.connect(self._move_header)
        self.currency.activated.connect(self._tell)
        self.folder.clicked.connect(self._choose_folder)
        self.preview.head.chosen.connect(self._choose)
        self.preview.row_chosen.connect(self._take_row)
        self.retranslate()

    def show_table(self, table: TableRead) -> None:
        """Show another table as it is likely to be read."""
        self._table = table
        self.sheet.clear()
        self.sheet.addItems(list(table.sheets))
        self.sheet.setCurrentText(table.sheet)
        for widget in (self.sheet, self._labels["sheet"]):
            widget.setVisible(len(table.sheets) > 1)
        mapping = table.mapping
        self._header = mapping.header if mapping else header_at(table.preview(), 0)
        self._columns = mapping.columns if mapping else match_columns(self._header)
        self._chosen = mapping.is_chosen if mapping else frozenset()
        self._fit()
        rows = max(1, min(ROWS_SEARCHED, len(table.rows)), self._header.row + 1)
        self.row.clear()
        self.row.addItems([str(number) for number in range(1, rows + 1)])
        self.row.setCurrentIndex(self._header.row)
        self.heading_rows.setCurrentIndex(self._header.height - 1)
        currency = mapping.defaults.currency if mapping else ""
        self.currency.setCurrentIndex(max(0, self.currency.findData(currency)))
        self.preview.rows.show_rows(table.rows)
        self._show_columns()
        first = max(0, self._header.row - 1)
        self.preview.scrollTo(self.preview.rows.index(first, 0), PreviewTable.ScrollHint.PositionAtTop)

    def mapping(self) -> Mapping | None:
        """Return how the table is to be read, None without a table."""
        if self._table is None or self._header is None:
            return None
        defaults = Defaults(currency=self.currency.currentData() or "")
        return Mapping(self._table.sheet, self._header, self._columns, defaults, self._chosen)

    @property
    def is_ready(self) -> bool:
        """Whether a column names the products."""
        mapping = self.mapping()
        return mapping is not None and mapping.has_sku

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._labels["sheet"].setText(self.tr("Sheet"))
        self._labels["row"].setText(self.tr("Headings in row"))
        self._labels["rows"].setText(self.tr("rows"))
        self._labels["currency"].setText(self.tr("Prices without a currency are in"))
        self.preview.setAccessibleName(self.tr("The table in the file"))
        self.preview.verticalHeader().setToolTip(
            self.tr("Click a row's number to take its row for the headings")
        )
        now = self.currency.currentData()
        self.currency.clear()
        self.currency.addItem(self.tr("not known"), "")
        for code in _CURRENCIES:
            self.currency.addItem(code, code)
        self.currency.setCurrentIndex(max(0, self.currency.findData(now or "")))
        for widget, name in (
            (self.sheet, "sheet"),
            (self.row, "row"),
            (self.heading_rows, "rows"),
            (self.currency, "currency"),
        ):
            widget.setAccessibleName(self._labels[name].text())
        self._show_folder()
        if self._table is not None:
            self._show_columns()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # --- what the user changes ---

    def _move_header(self) -> None:
        if self._table is None:
            return
        self._header = header_at(
            self._table.preview(), self.row.currentIndex(), self.heading_rows.currentIndex() + 1
        )
        self._columns, self._chosen = match_columns(self._header), frozenset()
        self._fit()
        self._show_columns()

    def _take_row(self, row: int) -> None:
        while self.row.count() <= row:
            self.row.addItem(str(self.row.count() + 1))
        self.row.setCurrentIndex(row)
        self.heading_rows.setCurrentIndex(0)
        self._move_header()

    def _choose(self, index: int, column: Column | None) -> None:
        columns, chosen = list(self._columns), set(self._chosen)
        if column is not None:
            for other, now in enumerate(columns):
                if now is not None and other != index and now.target == column.target:
                    columns[other] = None  # what was chosen last counts
                    chosen.add(other)
        columns[index] = column
        chosen.add(index)
        self._columns, self._chosen = tuple(columns), frozenset(chosen)
        self._show_columns()
        self.preview.head.combos[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_folder(self) -> None:
        if self.pictures is not None:
            self.pictures = None
            self._show_folder()
            return
        choose_folder(self, self.tr("Folder of pictures named by article number"), self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        self.pictures = folder
        self._show_folder()

    # --- showing ---

    def _fit(self) -> None:
        """The preview may be wider than the headings."""
        if self._header is None or self._table is None:
            return
        width = max(len(self._header.headings), max(map(len, self._table.rows), default=0))
        missing = width - len(self._header.headings)
        self._header = replace(self._header, headings=self._header.headings + ("",) * missing)
        self._columns += (None,) * (width - len(self._columns))

    def _show_columns(self) -> None:
        if self._header is None:
            return
        used = frozenset(i for i, column in enumerate(self._columns) if column is not None)
        self.preview.rows.mark(self._header, used)
        self.preview.head.show_columns(self._header.headings, self._columns)
        self._show_note()
        has_price = any(c and (c.field in PRICES or c.field in STEPPED) for c in self._columns)
        for widget in (self.currency, self._labels["currency"]):
            widget.setVisible(has_price)
        self._tell()

    def _show_note(self) -> None:
        assert self._header is not None
        unused = [h for h, c in zip(self._header.headings, self._columns, strict=True) if h and c is None]
        is_ready = self.is_ready
        set_role(self.note, "mute" if is_ready else "failed")
        if not is_ready:
            self.note.setText(self.tr("Which column holds the article numbers? Choose it above the column."))
        elif unused:
            names = ", ".join(unused[:_NAMED]) + (" …" if len(unused) > _NAMED else "")
            text = self.tr("%n column(s) not used:", "", len(unused))
            self.note.setText(f"{text} {names}")
        elif self._table and self._table.is_remembered:
            self.note.setText(self.tr("All columns are known; they are read as last time."))
        else:
            self.note.setText(self.tr("All columns are known."))

    def _show_folder(self) -> None:
        if self.pictures is None:
            self.folder.setText(self.tr("Pictures from a folder…"))
            self.folder.setToolTip(self.tr("A folder of pictures that are named by article number"))
        else:
            self.folder.setText(self.tr("Pictures: {folder}  ✕").format(folder=self.pictures.name))
            self.folder.setToolTip(self.tr("Take no pictures from this folder"))

    def _tell(self) -> None:
        self.changed.emit()

    def count_text(self) -> str:
        """Return how many rows the table has below its headings."""
        if self._table is None or self._header is None:
            return ""
        rows = max(0, self._table.row_count - self._header.first_row)
        return self.tr("{file}: {count} rows").format(file=self._table.file, count=words.format_count(rows))

    def _lay_out(self) -> None:
        set_role(self.folder, "quiet")
        self.folder.setAutoDefault(False)
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.sheet.setMinimumWidth(140)
        self.heading_rows.addItems([str(count) for count in range(1, MOST_HEADER_ROWS + 1)])
        tools = QHBoxLayout()
        tools.setSpacing(GAP_S)
        for name, widget in (
            ("sheet", self.sheet),
            ("row", self.row),
            ("rows", self.heading_rows),
            ("currency", self.currency),
        ):
            if name == "rows":
                tools.addWidget(widget)
                tools.addWidget(self._labels[name])
            else:
                tools.addWidget(self._labels[name])
                tools.addWidget(widget)
            tools.addSpacing(GAP_M)
        tools.addStretch(1)
        tools.addWidget(self.folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_M)
        column.addLayout(tools)
        column.addWidget(self.preview, 1)
        column.addWidget(self.note)
