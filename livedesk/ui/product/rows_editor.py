"""A small table to type into: price steps, lead times, certificates. A blank row at its end waits for the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from livedesk.core.catalogue.typed import NotReadable
from livedesk.core.typing_compat import override
from livedesk.ui.product.field import IDLE_MS
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_S, GRID

_BUTTON_PX = 28
_MOST_CHARACTERS = 400
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: how its texts are read and written, how wide it is beside the others, whether it must be filled."""

    read: Callable[[str], object]
    write: Callable[[object], str]
    stretch: int = 1
    is_required: bool = True


class RowsEditor(QWidget):
    """The value is a tuple of rows. Rows come and go as one types: an emptied row goes, a started one stays.

    While a row is not complete, or holds something that cannot be read, the value stays what it was, and the row says
    what it wants.
    """

    finished = Signal()

    def __init__(self, theme: AppTheme, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = tuple(columns)
        self._value: tuple[Row, ...] = ()
        self._problem = self._held = ""
        self._headings = [QLabel(self) for _ in columns]
        self._rows: list[tuple[list[QLineEdit], QToolButton]] = []
        self._names: tuple[str, ...] = ("",) * len(columns)
        self._placeholders: tuple[str, ...] = ("",) * len(columns)
        self._remove_name = self._incomplete = self._unreadable = ""
        self.note = QLabel(self)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._keep_quietly)
        self._lay_out()
        self._add_row()
        theme.changed.connect(self._recolour)

    @property
    def value(self) -> tuple[Row, ...]:
        """The rows that were last complete, from top to bottom."""
        return self._value

    @property
    def problem(self) -> str:
        """What is said below the rows."""
        return self.note.text() if not self.note.isHidden() else ""

    def editors(self, row: int) -> list[QLineEdit]:
        """Return the fields of a row, the blank one at the end included."""
        return self._rows[row][0]

    @property
    def row_count(self) -> int:
        """How many rows there are, the blank one included."""
        return len(self._rows)

    def remove_button(self, row: int) -> QToolButton:
        """Return the button that takes a row away."""
        return self._rows[row][1]

    def show_value(self, value: tuple[Row, ...]) -> None:
        """Show these rows, unless the operator is typing other ones right now."""
        if self._held or (value == self._value and self._try_read() == value):
            return
        if self._try_read() is None:
            return  # a row that is not complete is nobody's to take away
        if self._has_focus() and (self._idle.isActive() or self._try_read() == value):
            self._value = value if self._try_read() == value else self._value
            return
        self._value = value
        self._show_rows()

    def set_texts(
        self,
        names: Sequence[str],
        remove: str,
        incomplete: str,
        unreadable: str,
        examples: Sequence[str] = (),
    ) -> None:
        """Set the headings, the remove button's name, and what is said to a row that cannot be kept."""
        self._names, self._remove_name = tuple(names), remove
        self._incomplete, self._unreadable = incomplete, unreadable
        self._placeholders = tuple(examples) or ("",) * len(self._columns)
        for heading, name in zip(self._headings, names, strict=True):
            heading.setText(name)
        self._name_rows()
        self._tell()

    def hold(self, why: str) -> None:
        """Keep what was typed though it was not taken, and say why; "" lets go of it."""
        self._held = why
        self._tell()

    def forget(self) -> None:
        """Drop what was typed and not taken."""
        self._idle.stop()
        self._held = ""
        self._show_rows()

    def set_problem(self, text: str) -> None:
        """Say what is wrong with the value, "" where nothing is."""
        self._problem = text
        self._tell()

    @Slot()
    def keep(self) -> None:
        """Take the rows as finished, as leaving a field does."""
        self._idle.stop()
        rows = self._try_read()
        if rows is None:
            self._tell()
            return
        is_other, self._value = rows != self._value, rows
        if not self._has_focus():
            self._show_rows()
        self._tell()
        if is_other:
            self.finished.emit()

    # --- reading ---

    def _texts(self) -> list[list[str]]:
        return [[editor.text().strip() for editor in editors] for editors, _ in self._rows]

    def _read(self) -> tuple[Row, ...]:
        """Return the rows that are filled in; raises `NotReadable`, with True where only something is missing."""
        rows = []
        for texts in self._texts():
            if not any(texts):
                continue
            if any(
                column.is_required and not text for column, text in zip(self._columns, texts, strict=True)
            ):
                raise NotReadable(True)
            rows.append(tuple(column.read(text) for column, text in zip(self._columns, texts, strict=True)))
        return tuple(rows)

    def _try_read(self) -> tuple[Row, ...] | None:
        try:
            return self._read()
        except NotReadable:
            return None

    @Slot()
    def _keep_quietly(self) -> None:
        rows = self._try_read()
        if rows is not None and rows != self._value:
            self._value = rows
            self._tell()
            self.finished.emit()

    def _tell(self) -> None:
        text = self._held or self._problem
        try:
            self._read()
        except NotReadable as error:
            text = self._incomplete if error.args == (True,) else self._unreadable
        self.note.setText(text)
        self.note.setVisible(bool(text))

    # --- rows ---

    def _show_rows(self) -> None:
        while len(self._rows) > len(self._value) + 1:
            self._drop_row(len(self._rows) - 1)
        while len(self._rows) < len(self._value) + 1:
            self._add_row()
        blank: Row = (None,) * len(self._columns)
        for (editors, _), row in zip(self._rows, (*self._value, blank), strict=True):
            for editor, column, cell in zip(editors, self._columns, row, strict=True):
                text = "" if cell is None else column.write(cell)
                if editor.text() != text:
                    editor.setText(text)
        self._name_rows()
        self._tell()

    def _add_row(self) -> None:
        number = len(self._rows) + 1
        editors = []
        for place in range(len(self._columns)):
            editor = QLineEdit(self)
            editor.setMaxLength(_MOST_CHARACTERS)
            editor.textEdited.connect(self._typed)
            editor.returnPressed.connect(self._to_next_row)
            editor.installEventFilter(self)
            self._grid.addWidget(editor, number, place)
            editors.append(editor)
        button = QToolButton(self)
        button.setFixedSize(_BUTTON_PX, _BUTTON_PX)
        button.setIcon(self._theme.icon("close", "mute"))
        set_role(button, "bare")
        button.clicked.connect(self._remove_clicked)
        self._grid.addWidget(button, number, len(self._columns))
        self._rows.append((editors, button))
        self._name_rows()

    def _drop_row(self, row: int) -> None:
        editors, button = self._rows.pop(row)
        for widget in (*editors, button):
            widget.removeEventFilter(self)
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    @Slot()
    def _remove_clicked(self) -> None:
        rows = [row for row, (_, button) in enumerate(self._rows) if button is self.sender()]
        if rows and rows[0] < len(self._rows) - 1:
            for editor in self._rows[rows[0]][0]:
                editor.clear()
            self._rows[-1][0][0].setFocus(Qt.FocusReason.OtherFocusReason)
            texts = [row for row in self._texts() if any(row)]
            self._drop_row(len(self._rows) - 1)
            for (editors, _), row in zip(self._rows, (*texts, [""] * len(self._columns)), strict=False):
                for editor, text in zip(editors, row, strict=True):
                    editor.setText(text)
            self.keep()

    @Slot()
    def _typed(self) -> None:
        if any(self._texts()[-1]):
            self._add_row()
        self._idle.start()

    @Slot()
    def _to_next_row(self) -> None:
        """Enter goes down, as in a spreadsheet."""
        self.keep()
        for number, (editors, _) in enumerate(self._rows[:-1]):
            if any(editor.hasFocus() for editor in editors):
                self._rows[number + 1][0][0].setFocus(Qt.FocusReason.TabFocusReason)
                return

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)  # where the focus goes is not known yet
        return super().eventFilter(watched, event)

    @Slot()
    def _left(self) -> None:
        if not self._has_focus():
            self.keep()

    def _has_focus(self) -> bool:
        return any(editor.hasFocus() for editors, _ in self._rows for editor in editors)

    def _name_rows(self) -> None:
        for number, (editors, button) in enumerate(self._rows, start=1):
            is_blank = number == len(self._rows)
            for editor, name, example in zip(editors, self._names, self._placeholders, strict=True):
                editor.setAccessibleName(f"{name} {number}")
                editor.setPlaceholderText(example if is_blank else "")
            button.setVisible(not is_blank)
            button.setAccessibleName(f"{self._remove_name} {number}")
            button.setToolTip(self._remove_name)

    def _lay_out(self) -> None:
        set_role(self.note, "warn")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP_S)
        self._grid.setVerticalSpacing(GRID)
        for place, (heading, column) in enumerate(zip(self._headings, self._columns, strict=True)):
            set_role(heading, "small")
            self._grid.addWidget(heading, 0, place)
            self._grid.setColumnStretch(place, column.stretch)
        self._grid.setColumnMinimumWidth(len(self._columns), _BUTTON_PX)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(GRID)
        column_layout.addLayout(self._grid)
        column_layout.addWidget(self.note)

    @Slot()
    def _recolour(self) -> None:
        for _, button in self._rows:
            button.setIcon(self._theme.icon("close", "mute"))
