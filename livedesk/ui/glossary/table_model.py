"""The tables of the glossary window: the user's terms, which can be changed, and the catalogue's, which cannot."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from livedesk.core.events import Command, PutTerms
from livedesk.core.ids import Language, TermId
from livedesk.core.records import Product
from livedesk.core.translation.fold import fold
from livedesk.core.translation.terms import Term, TermKind, tidy
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.glossary.words import kind_text

BAR = " | "
"""Between several ways to write a term in one cell."""
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class TermRole(IntEnum):
    """What a cell can be asked for beyond Qt's own roles."""

    KIND = Qt.ItemDataRole.UserRole


class TermTable(QAbstractTableModel):
    """Rows of texts by language and a kind; a subclass says what its rows are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._languages: tuple[Language, ...] = ()
        self._search = ""
        self._rows: list[Any] = []

    @property
    def languages(self) -> tuple[Language, ...]:
        """The columns' languages; the kind comes after them."""
        return self._languages

    def set_languages(self, languages: tuple[Language, ...]) -> None:
        """Show a column for each of `languages`."""
        if languages != self._languages:
            self.beginResetModel()
            self._languages = languages
            self.endResetModel()

    def search(self, text: str) -> None:
        """Show only the rows in which `text` is written, in whatever case; "" shows all."""
        self._search = fold(text)
        self.refill()

    def refill(self) -> None:
        """Show the rows anew."""
        self.beginResetModel()
        self._rows = [row for row in self.all_rows() if not self._search or self._search in self.key(row)]
        self.endResetModel()

    def all_rows(self) -> Sequence[Any]:
        """Return every row, found or not."""
        raise NotImplementedError

    def key(self, row: Any) -> str:
        """Return the folded text that a row is found by."""
        return "\n".join(fold(self.text(row, language)) for language in self._languages)

    def text(self, row: Any, language: Language) -> str:
        """Return how the row's term is written in `language`, "" where it is not filled in."""
        raise NotImplementedError

    def kind(self, row: Any) -> TermKind:
        """Return what the row's term names."""
        raise NotImplementedError

    @override
    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._languages) + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < len(self._languages):
            return words.language_own_name(self._languages[section])
        return self.tr("Kind") if section == len(self._languages) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole)
        if column < len(self._languages):
            return self.text(row, self._languages[column]) if role in shown else None
        if column == len(self._languages):
            if role == TermRole.KIND:
                return self.kind(row).value
            return kind_text(self.kind(row)) if role in shown[:1] else None
        return None

    def retranslate(self) -> None:
        """Show headings and kinds in the language of the window."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))


class OwnTermsModel(TermTable):
    """The user's terms; a change in a cell is posted and shown, until the desk says how the list now is."""

    refused = Signal()
    """A change would have left a term in one language only."""

    def __init__(self, post: Callable[[Command], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post
        self._terms: tuple[Term, ...] = ()

    def set_terms(self, terms: tuple[Term, ...]) -> None:
        """Show the user's list as it now is; where only texts differ the selection stays."""
        shown = [term for term in terms if not self._search or self._search in self.key(term)]
        is_alike = [t.id for t in shown] == [t.id for t in self._rows]
        self._terms = terms
        if not is_alike:
            self.refill()
            return
        for row, term in enumerate(shown):
            if self._rows[row] != term:
                self._rows[row] = term
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def term(self, row: int) -> Term:
        """Return the term in `row`."""
        term: Term = self._rows[row]
        return term

    def row_of(self, term: TermId) -> int:
        """Return the row of a term, -1 where it is not shown."""
        return next((row for row, shown in enumerate(self._rows) if shown.id == term), -1)

    @override
    def all_rows(self) -> Sequence[Term]:
        return self._terms

    @override
    def text(self, row: Term, language: Language) -> str:
        return BAR.join(row.texts.get(language, ()))

    @override
    def kind(self, row: Term) -> TermKind:
        return row.kind

    @override
    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._languages) + 2

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_case = section == len(self._languages) + 1 and orientation is Qt.Orientation.Horizontal
        if is_case and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Aa")
        if is_case and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if is_case and role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Ticked: only found in these capitals, Dove but not dove")
        return super().headerData(section, orientation, role)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and index.column() == len(self._languages) + 1:
            if role != Qt.ItemDataRole.CheckStateRole:
                return None
            is_ticked = self.term(index.row()).is_case_sensitive
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == len(self._languages) + 1:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid():
            return False
        before, column = self.term(index.row()), index.column()
        if column < len(self._languages):
            forms = tuple(form for form in str(value).split(BAR.strip()) if form.strip())
            after = tidy(replace(before, texts={**before.texts, self._languages[column]: forms}))
        elif column == len(self._languages):
            after = replace(before, kind=TermKind(value))
        else:
            is_ticked = Qt.CheckState(value) == Qt.CheckState.Checked
            after = replace(before, is_case_sensitive=is_ticked)
        if len(after.texts) < 2:
            self.refused.emit()
            return False
        if after != before:
            self._rows[index.row()] = after
            self._post(PutTerms((after,)))
            self.dataChanged.emit(index, index)
        return True


class CatalogueTermsModel(TermTable):
    """What the catalogue says: the booth's name, the products, the categories. Texts are made as rows are seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[tuple[TermKind, dict[Language, str]]] = []

    def set_catalogue(self, products: Sequence[Product], name: dict[Language, str]) -> None:
        """Show the names of a catalogue."""
        rows = [(TermKind.BRAND, name)] if len(name) > 1 else []
        rows += [(TermKind.PRODUCT, product.names) for product in products]
        categories = {tuple(p.category.items()): p.category for p in products if len(p.category) > 1}
        rows += [(TermKind.CATEGORY, category) for category in categories.values()]
        self._all = rows
        self.refill()

    @override
    def all_rows(self) -> Sequence[tuple[TermKind, dict[Language, str]]]:
        return self._all

    @override
    def key(self, row: tuple[TermKind, dict[Language, str]]) -> str:
        return "\n".join(row[1].values()).casefold()

    @override
    def search(self, text: str) -> None:
        self._search = text.strip().casefold()
        self.refill()

    @override
    def text(self, row: tuple[TermKind, dict[Language, str]], language: Language) -> str:
        return row[1].get(language, "")

    @override
    def kind(self, row: tuple[TermKind, dict[Language, str]]) -> TermKind:
        return row[0]
