"""What the glossary window says between table and preview: a deletion to undo, what a file had wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID

_MOST_LINES = 5


class Note(QFrame):
    """A sentence, a list where there is one, a button; hidden until `tell`."""

    wanted = Signal()
    """The button was pressed; the note goes."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, role)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        set_role(self.button, "quiet")
        self.lines = QListWidget(self)
        self.lines.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.button.clicked.connect(self._press)
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GRID, GAP_S, GRID)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.lines)
        self.hide()

    def tell(self, text: str, lines: list[str] | None = None) -> None:
        """Show the note with `text` and, where there are any, `lines` below."""
        self.label.setText(text)
        self.lines.clear()
        self.lines.addItems(lines or [])
        self.lines.setVisible(bool(lines))
        shown = min(_MOST_LINES, self.lines.count())
        self.lines.setFixedHeight(shown * max(1, self.lines.sizeHintForRow(0)) + 2 * GRID)
        self.show()

    def _press(self) -> None:
        self.hide()
        self.wanted.emit()
