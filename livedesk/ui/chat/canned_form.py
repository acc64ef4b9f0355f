"""One canned answer being edited: its text in each language, the questions it answers, and how it reads filled in."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.fill import FIELDS
from livedesk.core.chat.intent import Intent
from livedesk.core.ids import Language, Sku
from livedesk.core.typing_compat import override
from livedesk.ui import names
from livedesk.ui.catalogue.product_text import title_text
from livedesk.ui.chat.answers import Answers
from livedesk.ui.chat.canned_words import field_name, gaps_text
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID
from livedesk.ui.widgets.picker import Picker
from livedesk.ui.widgets.tick_box import TickBox

KEEP_AFTER_MS = 400
_COLUMNS = 3
_MOST_PRODUCTS = 200
_MOST_CHARACTERS = 1000
_LANGUAGES = tuple(
    map(Language, ("zh", "en", "es", "fr", "de", "pt", "ru", "ar", "it", "ja", "ko", "vi", "th"))
)
_MORE_LANGUAGES = tuple(map(Language, ("id", "tr", "hi", "nl", "pl", "uk", "fa", "he")))


class CannedForm(QWidget):
    """Edits a copy; `changed` hands over the whole answer a moment after the last key."""

    changed = Signal(object)  # CannedAnswer

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers = answers
        self._answer: CannedAnswer | None = None
        self._is_showing = False
        self._shown_language = Language("")
        self.language = Picker(self)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.fields = QPushButton(self)
        self.fields.setAutoDefault(False)
        self.product = Picker(self)
        self.intents = {intent: TickBox(self) for intent in Intent}
        self._language_label, self._intents_label = QLabel(self), QLabel(self)
        self._preview_label, self.preview, self.gaps = QLabel(self), QLabel(self), QLabel(self)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(KEEP_AFTER_MS)
        self._build()
        self._lay_out()
        self._connect()
        self.fill_languages()
        self.fill_products()
        self.retranslate()

    def _build(self) -> None:
        for label in (self._language_label, self._intents_label, self._preview_label):
            set_role(label, "mute")
        set_role(self.gaps, "warn")
        for label in (self.preview, self.gaps):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fields.setMenu(QMenu(self.fields))
        self._language_label.setBuddy(self.language)
        self._preview_label.setBuddy(self.product)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP_S)
        head.addWidget(self._language_label)
        head.addWidget(self.language)
        head.addStretch(1)
        head.addWidget(self.fields)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_L)
        grid.setVerticalSpacing(GRID)
        for number, tick in enumerate(self.intents.values()):
            grid.addWidget(tick, number // _COLUMNS, number % _COLUMNS)
        about = QHBoxLayout()
        about.setSpacing(GAP_S)
        about.addWidget(self._preview_label)
        about.addWidget(self.product, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addWidget(self._intents_label)
        column.addLayout(grid)
        column.addLayout(about)
        column.addWidget(self.preview)
        column.addWidget(self.gaps)

    def _connect(self) -> None:
        self.language.currentIndexChanged.connect(self._language_chosen)
        self.text.textChanged.connect(self._edited)
        self.product.currentIndexChanged.connect(self._show_preview)
        for tick in self.intents.values():
            tick.toggled.connect(self._edited)
        self._delay.timeout.connect(self.keep)
        self._answers.changed.connect(self._answers_changed)

    # --- what is edited ---

    @property
    def chosen_language(self) -> Language:
        """The language of the text in sight."""
        return Language(str(self.language.currentData() or ""))

    def show_answer(self, answer: CannedAnswer | None) -> None:
        """Edit `answer`; None empties the form. What was typed to the one before is kept first."""
        is_same = answer is not None and self._answer is not None and answer.id == self._answer.id
        if not is_same:
            self.keep()
        self._answer = answer
        if is_same and self._delay.isActive():
            return  # what is being typed is newer
        self.setEnabled(answer is not None)
        self._show()

    def keep(self) -> None:
        """Hand over what was changed."""
        self._delay.stop()
        answer = self._answer
        if answer is None:
            return
        changed = self._edited_answer(answer)
        if changed != answer:
            self._answer = changed
            self.changed.emit(changed)

    def insert_field(self, field: str) -> None:
        """Put a field where the cursor is."""
        self.text.insertPlainText(f"{{{field}}}")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_languages(self) -> None:
        """List the languages of the show first."""
        session = self._answers.session
        ours = (session.host_language, *session.audience_languages) if session else ()
        for language in dict.fromkeys((*ours, *_LANGUAGES, *_MORE_LANGUAGES)):
            self.language.addItem(names.language_own_name(language), language)

    def fill_products(self) -> None:
        """List products to read the answer with, what is on air first."""
        session = self._answers.session
        on_air = tuple(reversed(session.pinned)) if session else ()
        skus = tuple(dict.fromkeys((*on_air, *self._answers.products)))[:_MOST_PRODUCTS]
        for sku in skus:
            if product := self._answers.products.get(sku):
                self.product.addItem(title_text(product), sku)

    def _edited_answer(self, answer: CannedAnswer) -> CannedAnswer:
        text = self.text.toPlainText().strip()[:_MOST_CHARACTERS]
        texts = {**answer.texts, self._shown_language: text}
        intents = tuple(intent for intent, tick in self.intents.items() if tick.isChecked())
        kept = tuple(i for i in answer.intents if i in intents)  # their order counts
        return replace(
            answer,
            texts={language: text for language, text in texts.items() if text},
            intents=(*kept, *(i for i in intents if i not in kept)),
        )

    # --- what is seen ---

    def retranslate(self) -> None:
        """Write the texts in the language of the window."""
        self._language_label.setText(self.tr("Text in"))
        self.language.setAccessibleName(self.tr("Language of the text"))
        self.text.setAccessibleName(self.tr("Text of the answer"))
        self.text.setPlaceholderText(
            self.tr("Not written in this language: the answer is translated by the model.")
        )
        insert = self.tr("Insert field")
        self.fields.setText(f"{insert} ▾")
        self._intents_label.setText(self.tr("Offered first when a buyer asks about"))
        self._preview_label.setText(self.tr("Reads like this for"))
        self.product.setAccessibleName(self.tr("Product to read the answer with"))
        for intent, tick in self.intents.items():
            tick.setText(names.intent_text(intent))
        menu = self.fields.menu()
        menu.clear()
        for field in FIELDS:
            action = menu.addAction(f"{field_name(field)}\t{{{field}}}")
            action.triggered.connect(lambda _checked=False, name=field: self.insert_field(name))
        self._show_preview()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self) -> None:
        answer = self._answer
        self._is_showing = True
        self._shown_language = self.chosen_language
        text = answer.texts.get(self.chosen_language, "") if answer else ""
        if text != self.text.toPlainText().strip():
            self.text.setPlainText(text)
        for intent, tick in self.intents.items():
            tick.setChecked(answer is not None and intent in answer.intents)
        self._is_showing = False
        self._show_preview()

    def _show_preview(self) -> None:
        answer = self._answer
        if answer is None:
            self.preview.clear()
            self.gaps.clear()
            return
        edited = self._edited_answer(answer)
        product = self._answers.products.get(Sku(str(self.product.currentData() or "")))
        filled = self._answers.read(edited, product, self._shown_language)
        self.preview.setText(filled.text)
        self.gaps.setText(gaps_text(filled))
        self.gaps.setVisible(bool(filled.gaps))

    def _language_chosen(self) -> None:
        self.keep()  # the text in sight is still that of the language before
        self._show()

    def _edited(self) -> None:
        if not self._is_showing:
            self._delay.start()
            self._show_preview()

    def _answers_changed(self) -> None:
        if not self.product.count():
            self.fill_products()
