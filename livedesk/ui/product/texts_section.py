"""What is said about the product, language by language. A machine can fill in what is empty; that is marked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from livedesk.core.catalogue import filling
from livedesk.core.catalogue.product import TEXT_FIELDS, Product
from livedesk.core.catalogue.revise import with_text
from livedesk.core.events import ApproveTexts, Command, FillTexts, StopFillingTexts
from livedesk.core.ids import Language
from livedesk.core.jobs import Job, JobState
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.product import readers
from livedesk.ui.product.field import Field
from livedesk.ui.product.section import Section
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_S

_LONG = {"description": 3, "selling_points": 4, "script": 5}
"""Texts of several lines, and how many of them are seen."""
_LINE_PX = 20


class TextsSection(Section):
    """One tab a language: those of the show first, then any other that the product has texts in."""

    language_changed = Signal()

    def __init__(
        self, state: CatalogueState, post: Callable[[Command], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state, self._post = state, post
        self.language = state.languages[0]
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(GAP_S)
        self._group = QButtonGroup(self)
        self.tab_buttons: dict[Language, QPushButton] = {}
        self.empty_label, self.machine_label = QLabel(self), QLabel(self)
        self.fill, self.stop, self.approve = QPushButton(self), QPushButton(self), QPushButton(self)
        self.progress = QProgressBar(self)
        self.fields = {name: self._field(name) for name in TEXT_FIELDS}
        self._lay_out()
        self.fill.clicked.connect(self._fill)
        self.stop.clicked.connect(self._stop)
        self.approve.clicked.connect(self._approve)
        self._group.buttonClicked.connect(self._tab_clicked)
        self.edited.connect(self._tell)
        state.job_changed.connect(self._show_job)
        state.session_changed.connect(self._tell)
        self.retranslate()
        self._tell()

    @override
    def show_product(self, product: Product) -> None:
        super().show_product(product)
        self._tell()

    @override
    def retranslate(self) -> None:
        texts = {
            "names": (self.tr("Name"), ""),
            "category": (self.tr("Category"), ""),
            "unit": (self.tr("Unit"), self.tr("What one counts: pcs, sets, pairs")),
            "description": (self.tr("Description"), ""),
            "materials": (self.tr("Materials"), ""),
            "colours": (self.tr("Colours"), ""),
            "sizes": (self.tr("Sizes"), ""),
            "selling_points": (self.tr("Selling points"), self.tr("One point a line")),
            "script": (self.tr("Script"), self.tr("What the host says about it")),
        }
        for name, (label, hint) in texts.items():
            self.fields[name].set_texts(label, hint)
        self.fill.setText(self.tr("Translate the empty ones"))
        self.fill.setToolTip(
            self.tr("Fill in what is empty in each of these languages, from what is written")
        )
        self.stop.setText(self.tr("Stop"))
        self.approve.setText(self.tr("These are right"))
        self.approve.setToolTip(self.tr("You have read what the machine wrote in this language"))
        self.progress.setAccessibleName(self.tr("Translating the empty texts"))
        self._tell()

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that have a tab."""
        shown = list(self._state.languages)
        if self.product is not None:
            for name in TEXT_FIELDS:
                shown += getattr(self.product, name)
        return tuple(dict.fromkeys(shown))

    def show_language(self, language: Language) -> None:
        """Show the texts in `language`."""
        self.keep()
        self.language = language
        if self.product is not None:
            self.show_product(self.product)
        self.language_changed.emit()

    # --- building ---

    def _field(self, name: str) -> Field:
        if name in _LONG:
            editor = QPlainTextEdit(self)
            editor.setFixedHeight(_LONG[name] * _LINE_PX + GAP_S)
            field = Field(editor, readers.lines, readers.write_text, self)
        else:
            field = Field(QLineEdit(self), readers.one_line, readers.write_text, self)
        self.bind(name, field, partial(self._text, name), partial(self._with_text, name))
        return field

    def _lay_out(self) -> None:
        set_role(self.empty_label, "small")
        set_role(self.machine_label, "warn")
        for label in (self.empty_label, self.machine_label):
            label.setWordWrap(True)
        for button in (self.fill, self.stop, self.approve):
            button.setAutoDefault(False)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.hide()
        self.stop.hide()
        self._tabs.addStretch(1)
        self.column.addLayout(self._tabs)
        filling = QHBoxLayout()
        filling.setSpacing(GAP_S)
        filling.addWidget(self.empty_label, 1)
        filling.addWidget(self.stop)
        filling.addWidget(self.fill)
        self.column.addLayout(filling)
        self.column.addWidget(self.progress)
        approving = QHBoxLayout()
        approving.setSpacing(GAP_S)
        approving.addWidget(self.machine_label, 1)
        approving.addWidget(self.approve)
        self.column.addLayout(approving)
        fields = self.fields
        self.row((fields["names"], 3), (fields["unit"], 1))
        self.row((fields["category"], 1), (fields["materials"], 1))
        self.row((fields["colours"], 1), (fields["sizes"], 1))
        for name in _LONG:
            self.column.addWidget(fields[name])
        self.column.addStretch()

    def _text(self, name: str, product: Product) -> str:
        text: str = getattr(product, name).get(self.language, "")
        return text

    def _with_text(self, name: str, product: Product, text: str) -> Product:
        return with_text(product, name, self.language, text)

    # --- what it tells ---

    @Slot()
    def _tell(self) -> None:
        """Show tabs, what is empty, and what a machine wrote in the language on show."""
        languages = self.languages
        if tuple(self.tab_buttons) != languages:
            self._make_tabs(languages)
        product = self.product
        host = self._state.languages[0]
        empty = [] if product is None else list(filling.empty_texts(product, languages, host))
        for language, button in self.tab_buttons.items():
            count = sum(1 for text in empty if text.target == language)
            name = words.language_own_name(language)
            button.setText(f"{name} · {words.format_count(count)}" if count else name)
            button.setAccessibleName(self.tr("{language}, %n text(s) empty", "", count).format(language=name))
            button.setChecked(language == self.language)
        if product is None:
            return
        self.empty_label.setText(
            self.tr("%n text(s) empty that another language has.", "", len(empty))
            if empty
            else self.tr("What one of these languages says, the others say too.")
        )
        self.fill.setEnabled(bool(empty))
        machine = [name for name in TEXT_FIELDS if f"{name}.{self.language}" in product.machine_texts]
        for name, field in self.fields.items():
            field.set_mark(self.tr("by machine") if name in machine else "")
        self.machine_label.setText(
            self.tr("%n text(s) here by machine. Read them before the show.", "", len(machine))
        )
        for widget in (self.machine_label, self.approve):
            widget.setVisible(bool(machine))

    def _make_tabs(self, languages: tuple[Language, ...]) -> None:
        for button in self.tab_buttons.values():
            self._group.removeButton(button)
            self._tabs.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.tab_buttons = {}
        for place, language in enumerate(languages):
            button = QPushButton(self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setToolTip(words.language_name(language))
            set_role(button, "chip")
            self._group.addButton(button)
            self._tabs.insertWidget(place, button)
            self.tab_buttons[language] = button
        if self.language not in languages:
            self.language = languages[0]

    @Slot(object)
    def _show_job(self, job: Job) -> None:
        if job.kind != filling.KIND:
            return
        is_running = job.state is JobState.RUNNING
        self.progress.setRange(0, max(1, job.total))
        self.progress.setValue(job.done)
        self.progress.setVisible(is_running)
        self.stop.setVisible(is_running)
        self.fill.setVisible(not is_running)
        if is_running:
            done, total = words.format_count(job.done), words.format_count(job.total)
            self.empty_label.setText(self.tr("Translating: {done} of {total}").format(done=done, total=total))
            return
        self._tell()
        if job.state is JobState.FAILED:
            self.empty_label.setText(words.failure_text(job.code, job.params))
        elif refused := int(job.params.get("refused", 0)) + int(job.params.get("figures", 0)):
            text = self.tr(
                "%n text(s) left empty: the machine was not sure. Write them by hand.", "", refused
            )
            self.empty_label.setText(text)

    # --- what it does ---

    @Slot(object)
    def _tab_clicked(self, button: QPushButton) -> None:
        for language, tab in self.tab_buttons.items():
            if tab is button:
                self.show_language(language)

    @Slot()
    def _fill(self) -> None:
        self.keep()
        if self.product is not None:
            self._post(FillTexts((self.product.sku,), self.languages))

    @Slot()
    def _stop(self) -> None:
        self._post(StopFillingTexts())

    @Slot()
    def _approve(self) -> None:
        self.keep()
        if self.product is not None:
            self._post(ApproveTexts((self.product.sku,), self.language))
