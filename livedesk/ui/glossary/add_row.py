"""The row in which a new term is typed: what it is called in each of the two languages."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from livedesk.core.events import Command, PutTerms
from livedesk.core.ids import Language, TermId
from livedesk.core.translation.terms import OWN_KINDS, Term, TermKind
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.glossary.words import kind_text
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_S, GRID
from livedesk.ui.widgets.picker import Picker

_MOST_CHARACTERS = 200


class AddRow(QWidget):
    """Enter in the first field goes to the second, Enter there adds the term."""

    added = Signal()

    def __init__(self, post: Callable[[Command], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._post = post
        self._languages: tuple[Language, Language] = (Language("zh"), Language("en"))
        self.first, self.second = QLineEdit(self), QLineEdit(self)
        self.kind = Picker(self)
        self.add = QPushButton(self)
        self.add.setAutoDefault(False)
        set_role(self.add, "primary")
        self._explanation = QLabel(self)
        set_role(self._explanation, "warn")
        self._explanation.hide()
        for kind in OWN_KINDS:
            self.kind.addItem("", kind.value)
        for field in (self.first, self.second):
            field.setMaxLength(_MOST_CHARACTERS)
            field.textChanged.connect(self._explanation.hide)
        self.first.returnPressed.connect(self._to_second)
        self.second.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self._lay_out()
        self.retranslate()

    @property
    def explanation(self) -> str:
        """Why nothing was added, "" while it works."""
        return self._explanation.text() if self._explanation.isVisibleTo(self) else ""

    def set_languages(self, host: Language, audience: Language) -> None:
        """Ask for the term in these two languages."""
        self._languages = (host, audience)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for field, language in zip((self.first, self.second), self._languages, strict=True):
            name = words.language_own_name(language)
            field.setPlaceholderText(name)
            field.setAccessibleName(self.tr("New term in {language}").format(language=name))
        for row, kind in enumerate(OWN_KINDS):
            self.kind.setItemText(row, kind_text(kind))
        self.kind.setAccessibleName(self.tr("Kind of the new term"))
        self.add.setText(self.tr("Add"))
        self.add.setAccessibleName(self.tr("Add the term"))
        self._explanation.setText(self.tr("A term needs both languages."))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(self.first, 5)
        row.addWidget(self.second, 5)
        row.addWidget(self.kind, 2)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self._explanation)

    def _to_second(self) -> None:
        self.second.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self) -> None:
        texts = [self.first.text().strip(), self.second.text().strip()]
        if not all(texts):
            self._explanation.show()
            (self.first if not texts[0] else self.second).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        named: dict[Language, tuple[str, ...]] = {}
        for language, text in zip(self._languages, texts, strict=True):
            named[language] = (text,)
        self._post(PutTerms((Term(TermId(""), named, TermKind(self.kind.currentData())),)))
        self.first.clear()
        self.second.clear()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.added.emit()
