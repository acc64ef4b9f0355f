"""The letter to a lead: drafted in its buyer's language, to be changed and copied; beside it in the host's."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from livedesk.core.ids import EN, Language
from livedesk.core.leads.followup import FollowUp, draft
from livedesk.core.leads.lead import Lead
from livedesk.ui.leads.state import LeadsState
from livedesk.ui.names import language_name
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_M, GAP_S, GRID
from livedesk.ui.widgets.picker import Picker

_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})
_THANKS_MS = 2_000


class FollowUpPane(QWidget):
    """Shows the drafts of one lead; what a person changed in one stays until another lead is shown."""

    def __init__(self, state: LeadsState, words: dict[Language, FollowUp]) -> None:
        super().__init__()
        self._state, self._words = state, words
        self._lead: Lead | None = None
        self._drafted = ""
        self.letter, self.reading = QPlainTextEdit(self), QPlainTextEdit(self)
        self.language, self.copy = Picker(self), QPushButton(self)
        self._reading_label = QLabel(self)
        self._thanks = QTimer(self)
        self._thanks.setSingleShot(True)
        self._thanks.setInterval(_THANKS_MS)
        self._thanks.timeout.connect(self.retranslate)
        self.reading.setReadOnly(True)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self.language.currentIndexChanged.connect(self._draft)
        self._lay_out()
        self.retranslate()

    def show_lead(self, lead: Lead) -> None:
        """Show the drafts for `lead`."""
        is_other = self._lead is None or lead.id != self._lead.id
        was_touched = not is_other and self.letter.toPlainText() != self._drafted
        before, self._lead = self._lead, lead
        if is_other or (before and before.language != lead.language):
            self.language.blockSignals(True)
            self.language.pick(lead.language if lead.language in self._words else EN)
            self.language.blockSignals(False)
        if not was_touched:
            self._draft()

    @Slot()
    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        picked = self.language.currentData()
        self.language.blockSignals(True)
        self.language.clear()
        for language in self._words:
            self.language.addItem(language_name(language), language)
        self.language.pick(picked or EN)
        self.language.blockSignals(False)
        self.language.setAccessibleName(self.tr("Language of the letter"))
        self.letter.setAccessibleName(self.tr("Letter in the buyer's language"))
        self.reading.setAccessibleName(self.tr("The same letter in your language"))
        self._reading_label.setText(self.tr("The same in your language"))
        self.copy.setText(self.tr("Copy the letter"))

    @Slot()
    def _draft(self) -> None:
        lead, language = self._lead, Language(self.language.currentData() or EN)
        if lead is None or language not in self._words:
            return
        self._drafted = self._in(lead, language)
        self.letter.setPlainText(self._drafted)
        host = self._state.host_language
        _set_direction(self.letter, language)
        _set_direction(self.reading, host)
        is_same = host == language or host not in self._words
        for widget in (self.reading, self._reading_label):
            widget.setVisible(not is_same)
        self.reading.setPlainText("" if is_same else self._in(lead, host))

    def _in(self, lead: Lead, language: Language) -> str:
        names = self._state.booth_name
        booth = names.get(language) or names.get(EN) or ""
        return draft(lead, self._words[language], language, self._state.products.get, booth)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.letter.toPlainText())
        self.copy.setText(self.tr("Copied"))
        self._thanks.start()

    def _lay_out(self) -> None:
        set_role(self._reading_label, "small")
        set_role(self.copy, "primary")
        left, right, head = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        head.setSpacing(GAP_S)
        head.addWidget(self.language, 1)
        head.addWidget(self.copy)
        left.addLayout(head)
        left.addWidget(self.letter, 1)
        right.addWidget(self._reading_label)
        right.addWidget(self.reading, 1)
        self._reading_label.setFixedHeight(self.copy.sizeHint().height())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_M)
        for column in (left, right):
            column.setSpacing(GRID + GRID)
            row.addLayout(column, 1)


def _set_direction(editor: QPlainTextEdit, language: Language) -> None:
    """Write from the side that `language` is written from, whatever a line begins with."""
    is_right = language in _RIGHT_TO_LEFT
    direction = Qt.LayoutDirection.RightToLeft if is_right else Qt.LayoutDirection.LeftToRight
    option = editor.document().defaultTextOption()
    option.setTextDirection(direction)
    editor.document().setDefaultTextOption(option)
    editor.setLayoutDirection(direction)
