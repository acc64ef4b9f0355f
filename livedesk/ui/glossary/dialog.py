"""The glossary, in a window beside the desk: how names are translated, the user's own and the catalogue's."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.events import Command, PutTerms, RemoveTerms, TermsImported
from livedesk.core.translation.terms import Term
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.bridge import Bridge
from livedesk.ui.catalogue.search_field import SearchField
from livedesk.ui.glossary.add_row import AddRow
from livedesk.ui.glossary.notes import Note
from livedesk.ui.glossary.preview import PreviewPane
from livedesk.ui.glossary.state import GlossaryState
from livedesk.ui.glossary.table_model import CatalogueTermsModel, OwnTermsModel
from livedesk.ui.glossary.terms_view import TermsView
from livedesk.ui.glossary.words import problem_text
from livedesk.ui.services import AppServices
from livedesk.ui.session.choosers import choose_file, choose_new_file
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID

_SIZE = (860, 640)
_OWN, _CATALOGUE = 0, 1


class GlossaryDialog(QDialog):
    """Shows the terms in `state`; every change is a command, and counts from the next line on."""

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        state: GlossaryState,
        post: Callable[[Command], None],
        services: AppServices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*_SIZE)
        self._state, self._post, self._services = state, post, services
        self._removed: tuple[Term, ...] = ()
        self.own, self.catalogue = OwnTermsModel(post, self), CatalogueTermsModel(self)
        self.own_view, self.catalogue_view = (
            TermsView(theme, self.own, self),
            TermsView(theme, self.catalogue, self),
        )
        self._heading, self._hint, self._empty = QLabel(self), QLabel(self), QLabel(self)
        self.own_chip, self.catalogue_chip = self._chip(), self._chip()
        self.search = SearchField(theme)
        self._import, self._export, self._delete = self._quiet(), self._quiet(), self._quiet()
        self.add_row = AddRow(post, self)
        self.undo_note, self.file_note = Note("notice-info", self), Note("notice-warning", self)
        self.preview = PreviewPane(theme, state, post, self)
        self._lay_out()
        self._connect(bridge)
        self._show_languages()
        self._show_catalogue()
        self._show_terms()
        self.retranslate()
        self.add_row.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setWindowTitle(self.tr("Glossary"))
        self._heading.setText(self.tr("Glossary"))
        self._hint.setText(self.tr("Names are translated just so. A change counts from the next line on."))
        self.search.setPlaceholderText(self.tr("Search terms"))
        self.search.setAccessibleName(self.tr("Search terms"))
        self.search.set_clear_text(self.tr("Clear the search"))
        self._import.setText(self.tr("Import…"))
        self._import.setToolTip(self.tr("Read terms from a table (.csv) with a column for each language"))
        self._export.setText(self.tr("Export…"))
        self._delete.setText(self.tr("Delete"))
        self._delete.setToolTip(self.tr("Delete the selected terms (Del)"))
        self.own_view.setAccessibleName(self.tr("Your terms"))
        self.catalogue_view.setAccessibleName(self.tr("Terms of the catalogue"))
        self.undo_note.button.setText(self.tr("Undo"))
        self.undo_note.button.setToolTip(QKeySequence(QKeySequence.StandardKey.Undo).toString())
        self.file_note.button.setText(self.tr("Close"))
        self.own.retranslate()
        self.catalogue.retranslate()
        self._show_counts()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and self._removed:
            self.undo_note.button.click()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # --- building ---

    def _chip(self) -> QPushButton:
        chip = QPushButton(self)
        set_role(chip, "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        return chip

    def _quiet(self) -> QPushButton:
        button = QPushButton(self)
        set_role(button, "quiet")
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        set_role(self._heading, "heading")
        set_role(self._hint, "mute")
        set_role(self._empty, "mute")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._chips = QButtonGroup(self)
        for number, chip in enumerate((self.own_chip, self.catalogue_chip)):
            self._chips.addButton(chip, number)
        self.own_chip.setChecked(True)
        tools = QHBoxLayout()
        tools.setSpacing(GAP_S)
        for widget in (self.own_chip, self.catalogue_chip):
            tools.addWidget(widget)
        tools.addWidget(self.search, 1)
        for button in (self._delete, self._import, self._export):
            tools.addWidget(button)
        self._pages = QStackedLayout()
        for page in (self.own_view, self.catalogue_view, self._empty):
            self._pages.addWidget(page)
        inside = QVBoxLayout()
        inside.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_M)
        inside.setSpacing(GAP_M)
        top = QVBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._heading)
        top.addWidget(self._hint)
        inside.addLayout(top)
        inside.addLayout(tools)
        inside.addWidget(self.add_row)
        inside.addLayout(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(self.undo_note)
        column.addWidget(self.file_note)
        column.addWidget(self.preview)

    def _connect(self, bridge: Bridge) -> None:
        self._chips.idClicked.connect(self._show_page)
        self.search.textChanged.connect(self._search)
        self.search.to_list.connect(self._to_list)
        self.own.refused.connect(self._refuse)
        self.own_view.delete_wanted.connect(self._delete_selected)
        self.own_view.selectionModel().selectionChanged.connect(self._show_counts)
        self._delete.clicked.connect(self._delete_selected)
        self._import.clicked.connect(self._choose_import)
        self._export.clicked.connect(self._choose_export)
        self.undo_note.wanted.connect(self._undo)
        self._state.terms_changed.connect(self._show_terms)
        self._state.catalogue_changed.connect(self._show_catalogue)
        self._state.languages_changed.connect(self._show_languages)
        bridge.terms_imported.connect(self._imported)
        bridge.line_previewed.connect(self.preview.show_result)

    # --- showing ---

    def _show_languages(self) -> None:
        languages = self._state.languages
        self.own.set_languages(languages)
        self.catalogue.set_languages(languages)
        audience = self._state.audience_languages
        self.add_row.set_languages(self._state.host_language, audience[0] if audience else languages[-1])

    def _show_terms(self) -> None:
        self.own.set_terms(self._state.terms)
        self._show_page()

    def _show_catalogue(self) -> None:
        self.catalogue.set_catalogue(self._state.products, self._state.booth_name)
        self._show_page()

    def _search(self, text: str) -> None:
        self.own.search(text)
        self.catalogue.search(text)
        self._show_page()

    def _show_page(self) -> None:
        is_own = self._chips.checkedId() == _OWN
        self.add_row.setVisible(is_own)
        model = self.own if is_own else self.catalogue
        self._pages.setCurrentIndex(self._chips.checkedId() if model.rowCount() else 2)
        self._show_counts()

    def _show_counts(self) -> None:
        is_own = self._chips.checkedId() == _OWN
        self.own_chip.setText(
            self.tr("Your terms · {count}").format(count=words.format_count(len(self._state.terms)))
        )
        count = words.format_count(len(self.catalogue.all_rows()))
        self.catalogue_chip.setText(self.tr("From the catalogue · {count}").format(count=count))
        self._delete.setEnabled(is_own and bool(self.own_view.selected_rows))
        self._export.setEnabled(bool(self._state.terms))
        if self.search.text():
            self._empty.setText(self.tr("No term reads like “{text}”.").format(text=self.search.text()))
        elif is_own:
            self._empty.setText(
                self.tr(
                    "No terms of your own yet. The catalogue's names are translated as it has them; "
                    "add here what is missing, a brand or a word of your trade."
                )
            )
        else:
            self._empty.setText(
                self.tr("The catalogue is empty. Open a booth folder, and its names appear here.")
            )

    # --- doing ---

    def _to_list(self) -> None:
        view = self.own_view if self._chips.checkedId() == _OWN else self.catalogue_view
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not view.currentIndex().isValid() and view.model().rowCount():
            view.selectRow(0)

    def _refuse(self) -> None:
        self.file_note.tell(self.tr("A term needs two languages. To be rid of it, delete it."))

    def _delete_selected(self) -> None:
        terms = tuple(self.own.term(row) for row in self.own_view.selected_rows)
        if not terms or self._chips.checkedId() != _OWN:
            return
        self._removed = terms
        self._post(RemoveTerms(tuple(term.id for term in terms)))
        self.undo_note.tell(self.tr("%n term(s) deleted.", "", len(terms)))

    def _undo(self) -> None:
        terms, self._removed = self._removed, ()
        if terms:
            self._post(PutTerms(terms))

    def _choose_import(self) -> None:
        choose_file(self, self.tr("Import terms"), "*.csv *.tsv *.txt", self._services.import_terms)

    def _choose_export(self) -> None:
        choose_new_file(self, self.tr("Export terms"), "terms.csv", self._services.export_terms)

    def _imported(self, done: TermsImported) -> None:
        taken = self.tr("%n term(s) taken from {file}.", "", done.taken).format(file=done.file)
        wrong = self.tr("%n mistake(s):", "", len(done.problems)) if done.problems else ""
        self.file_note.tell(
            words.join_sentences(taken, wrong), [problem_text(problem) for problem in done.problems]
        )
