"""The canned answers, in a window beside the desk: their list and order, and the one that is being edited."""

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.events import Command, PutCanned, RemoveCanned
from livedesk.core.ids import CannedId
from livedesk.core.typing_compat import override
from livedesk.ui.chat.answers import Answers
from livedesk.ui.chat.canned_form import CannedForm
from livedesk.ui.chat.canned_words import title
from livedesk.ui.chat.suggestion_row import KEYS
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID

_SIZE = (860, 620)
_LIST_PX = 240
_OWN = "own:"


class CannedDialog(QDialog):
    """Every change is a command, and counts from the next answer on."""

    def __init__(
        self,
        answers: Answers,
        post: Callable[[Command], None],
        ours: Callable[[], tuple[CannedAnswer, ...]],
        parent: QWidget | None = None,
    ) -> None:
        """`ours` returns the answers that livedesk brings."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._answers, self._post, self._ours = answers, post, ours
        self._wanted: CannedId | None = None
        self.list = QListWidget(self)
        self.list.setFixedWidth(_LIST_PX)
        self.form = CannedForm(answers, self)
        self._heading, self._hint = QLabel(self), QLabel(self)
        self.new, self.remove = QPushButton(self), QPushButton(self)
        self.up, self.down, self.reset = QPushButton(self), QPushButton(self), QPushButton(self)
        self.sure = QPushButton(self)
        self.sure.hide()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_list()
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        set_role(self._heading, "heading")
        set_role(self.list, "rows")
        set_role(self._hint, "mute")
        self._hint.setWordWrap(True)
        set_role(self.sure, "danger")
        for button in (self.new, self.remove, self.up, self.down, self.reset, self.sure):
            button.setAutoDefault(False)
        for button in (self.remove, self.up, self.down, self.reset):
            set_role(button, "quiet")
        tools = QHBoxLayout()
        tools.setSpacing(GRID)
        for button in (self.new, self.up, self.down, self.remove):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.reset)
        tools.addWidget(self.sure)
        body = QHBoxLayout()
        body.setSpacing(GAP_L)
        body.addWidget(self.list)
        body.addWidget(self.form, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        top = QVBoxLayout()
        top.setSpacing(GAP_S)
        top.addWidget(self._heading)
        top.addWidget(self._hint)
        column.addLayout(top)
        column.addLayout(tools)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._chosen)
        self.form.changed.connect(self._put)
        self.new.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.reset.clicked.connect(self._ask_to_reset)
        self.sure.clicked.connect(self._reset)
        self._answers.changed.connect(self._show_list)

    def retranslate(self) -> None:
        """Write the texts in the language of the window."""
        self.setWindowTitle(self.tr("Canned answers"))
        self._heading.setText(self.tr("Canned answers"))
        self._hint.setText(
            self.tr(
                "Written once, sent with a number key. What a buyer asks about comes first, then this order."
            )
        )
        self.list.setAccessibleName(self.tr("Canned answers"))
        self.new.setText(self.tr("New answer"))
        self.remove.setText(self.tr("Remove"))
        self.up.setText(self.tr("Up"))
        self.up.setAccessibleName(self.tr("Move the answer up"))
        self.down.setText(self.tr("Down"))
        self.down.setAccessibleName(self.tr("Move the answer down"))
        self.reset.setText(self.tr("Back to ours…"))
        self.sure.setText(self.tr("Drop all changes"))
        self._show_list()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.form.keep()
        super().closeEvent(event)

    @override
    def reject(self) -> None:
        self.form.keep()
        super().reject()

    # --- showing ---

    @property
    def _current(self) -> CannedAnswer | None:
        row = self.list.currentRow()
        return self._answers.answers[row] if 0 <= row < len(self._answers.answers) else None

    def _show_list(self) -> None:
        answers = self._answers.answers
        item = self.list.currentItem()
        wanted = self._wanted or (item.data(Qt.ItemDataRole.UserRole) if item else None)
        self.list.blockSignals(True)
        self.list.clear()
        for number, answer in enumerate(answers, 1):
            key = f"{number}  " if number <= KEYS else "    "
            name = title(answer, self._answers.host_language) or self.tr("New answer")
            line = QListWidgetItem(f"{key}{name}", self.list)
            line.setData(Qt.ItemDataRole.UserRole, answer.id)
        row = next((n for n, answer in enumerate(answers) if answer.id == wanted), min(0, len(answers) - 1))
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        if self._current and self._current.id == self._wanted:
            self._wanted = None
        self._chosen()

    def _chosen(self) -> None:
        current, row = self._current, self.list.currentRow()
        self.form.show_answer(current)
        self.remove.setEnabled(current is not None)
        self.up.setEnabled(current is not None and row > 0)
        self.down.setEnabled(current is not None and row < len(self._answers.answers) - 1)

    # --- changing ---

    def _put(self, answer: CannedAnswer) -> None:
        self._post(PutCanned((answer,)))

    def _add(self) -> None:
        taken = {answer.id for answer in self._answers.answers}
        name = next(CannedId(f"{_OWN}{n}") for n in count(1) if f"{_OWN}{n}" not in taken)
        self._wanted = name
        self._post(PutCanned((CannedAnswer(name, {}),)))
        self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        if self._current is not None:
            self._post(RemoveCanned((self._current.id,)))

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        self.form.keep()
        answers, row = list(self._answers.answers), self.list.currentRow()
        if 0 <= row < len(answers) and 0 <= row + step < len(answers):
            self._wanted = answers[row].id
            answers[row], answers[row + step] = answers[row + step], answers[row]
            self._post(PutCanned(tuple(answers)))

    def _ask_to_reset(self) -> None:
        self.reset.hide()
        self.sure.show()
        self.sure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset(self) -> None:
        self.sure.hide()
        self.reset.show()
        ours = self._ours()
        known = {answer.id for answer in ours}
        own = tuple(answer.id for answer in self._answers.answers if answer.id not in known)
        if own:
            self._post(RemoveCanned(own))
        self._post(PutCanned(ours))
