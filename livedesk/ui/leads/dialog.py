"""The leads, in a window beside the desk: the list on the left, one of them on the right."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.events import BuyerForgotten, Command, MergeLeads, PutLeads, RemoveLeads
from livedesk.core.ids import LeadId, SessionId
from livedesk.core.leads.lead import Lead
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.empty_state import EmptyState
from livedesk.ui.glossary.notes import Note
from livedesk.ui.leads.delegate import LeadDelegate
from livedesk.ui.leads.detail import LeadDetail
from livedesk.ui.leads.filter_bar import FilterBar
from livedesk.ui.leads.list_model import LeadsModel
from livedesk.ui.leads.services import LeadServices
from livedesk.ui.leads.state import LeadsState
from livedesk.ui.session.choosers import choose_new_file
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S

_SIZE = (1120, 760)
_LIST_PX = 400
_MARGIN_PX = 40
_KINDS = ("xlsx", "csv", "vcf")


class LeadsDialog(QDialog):
    """Shows the leads in `state`; every change is a command. What was removed or merged can be taken back once."""

    def __init__(
        self,
        theme: AppTheme,
        state: LeadsState,
        post: Callable[[Command], None],
        services: LeadServices,
        now: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        room = self.screen().availableSize()
        self.resize(QSize(*_SIZE).boundedTo(QSize(room.width() - _MARGIN_PX, room.height() - _MARGIN_PX)))
        self._state, self._post, self._services, self._now = state, post, services, now
        self._undone: tuple[Lead, ...] = ()
        self._chosen = LeadId("")
        self._awaited: LeadId | None = None
        """A lead that the desk was asked for: shown as soon as it is there."""
        self.model = LeadsModel(state, self)
        self.filters = FilterBar(theme, state, now)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(LeadDelegate(theme, self.view, now))
        self.detail = LeadDetail(theme, state, post, services)
        self.empty, self.nothing = EmptyState(theme, "lead"), QLabel(self)
        self.new, self.export = QPushButton(self), QPushButton(self)
        self._kinds = QMenu(self)
        self.undo_note = Note("notice-info", self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._choose_first()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, lead: LeadId) -> None:
        """Show one lead."""
        if self.model.row_of(lead) < 0:
            self.filters.clear()
        self._chosen = lead
        self._select_chosen()
        shown = self._state.get(lead)
        if shown is not None:
            self.detail.show_leads((shown, *(other for other in self.selected if other.id != lead)))
        self._show_page()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setWindowTitle(self.tr("Leads"))
        self.view.setAccessibleName(self.tr("Leads"))
        self.new.setText(self.tr("New lead"))
        self.export.setText(self.tr("Export…"))
        self.export.setToolTip(self.tr("Write the listed leads to a file"))
        titles = (
            self.tr("Workbook (.xlsx)…"),
            self.tr("Text table (.csv)…"),
            self.tr("Address cards (.vcf)…"),
        )
        for action, title in zip(self._kinds.actions(), titles, strict=True):
            action.setText(title)
        self.undo_note.button.setText(self.tr("Undo"))
        self.undo_note.button.setToolTip(QKeySequence(QKeySequence.StandardKey.Undo).toString())
        self.empty.set_texts(
            self.tr("No leads yet"),
            self.tr(
                "A buyer worth writing to after the fair becomes a lead: select a message and press K, or let buyers "
                "tap “I want a quote” on their phones."
            ),
            self.tr("New lead"),
        )
        self.filters.retranslate()
        self.detail.retranslate()
        self._show_page()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and self._undone:
            self.undo_note.button.click()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.matches(QKeySequence.StandardKey.Delete) and self.view.hasFocus():
            self._remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # ends a field, not the window
        elif event.key() == Qt.Key.Key_Escape and self.detail.cancel_question():
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def done(self, result: int) -> None:
        self.detail.form.keep()
        super().done(result)

    # --- showing ---

    @property
    def selected(self) -> tuple[Lead, ...]:
        """The leads that are selected in the list."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        leads = self.model.leads
        return tuple(leads[row] for row in rows if row < len(leads))

    @Slot()
    def _filter(self) -> None:
        self.model.show(self.filters.wanted, self.filters.order)
        self._select_chosen()
        self._show_page()

    @Slot()
    def _leads_changed(self) -> None:
        self._show_page()
        awaited = self._awaited
        if awaited is not None and (lead := self._state.get(awaited)):
            self._awaited = None
            self.choose(awaited)
            if lead.name == "":
                self.detail.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        lead = self._state.get(self._chosen)
        if lead is None:
            self._choose_first()
        else:
            self._select_chosen()
            self.detail.show_leads(self.selected or (lead,))

    def _choose_first(self) -> None:
        """Show the lead that stands where the last one did, else the first."""
        leads = self.model.leads
        row = max(0, min(self.view.currentIndex().row(), len(leads) - 1))
        self._chosen = leads[row].id if leads else LeadId("")
        self._select_chosen()
        self._show_page()

    def _select_chosen(self) -> None:
        row = self.model.row_of(self._chosen)
        if row >= 0 and not any(lead.id == self._chosen for lead in self.selected):
            index = self.model.index(row)
            self.view.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.view.scrollTo(index)

    @Slot()
    def _selection_changed(self) -> None:
        selected = self.selected
        if selected:
            current = self.view.currentIndex().row()
            leads = self.model.leads
            here = leads[current] if 0 <= current < len(leads) and leads[current] in selected else selected[0]
            self._chosen = here.id
            self.detail.show_leads((here, *(lead for lead in selected if lead is not here)))
        self._show_page()

    def _show_page(self) -> None:
        has_leads = bool(self._state.leads)
        self._lists.setCurrentWidget(self.view if self.model.rowCount() else self.nothing)
        self._pages.setCurrentWidget(
            self.detail if has_leads and self._state.get(self._chosen) else self.empty
        )
        self.filters.setEnabled(has_leads)
        self.export.setEnabled(self.model.rowCount() > 0)
        self.nothing.setText(self.tr("No lead is like this.") if has_leads else "")

    # --- doing ---

    @Slot()
    def _make(self) -> None:
        now = self._now()
        lead = Lead(LeadId(f"hand/{int(now * 1000)}"), now, now, SessionId(""))
        self.filters.clear()
        self._awaited = lead.id
        self._post(PutLeads((lead,)))

    @Slot()
    def _remove(self) -> None:
        leads = self.selected
        if leads:
            self._keep_for_undo(leads, self.tr("%n lead(s) removed.", "", len(leads)))
            self._post(RemoveLeads(tuple(lead.id for lead in leads)))

    def _merge(self, keep: LeadId, others: tuple[LeadId, ...]) -> None:
        leads = tuple(lead for id_ in (keep, *others) if (lead := self._state.get(id_)))
        self._keep_for_undo(leads, self.tr("%n lead(s) merged into one.", "", len(leads)))
        self._awaited = keep
        self._post(MergeLeads(keep, others))

    def _keep_for_undo(self, leads: Sequence[Lead], text: str) -> None:
        self._undone = tuple(leads)
        self.undo_note.tell(text)

    @Slot()
    def _undo(self) -> None:
        leads, self._undone = self._undone, ()
        if leads:
            self._awaited = leads[0].id
            self._post(PutLeads(leads))

    @Slot(object)
    def _forget(self, forgotten: BuyerForgotten) -> None:
        """What is forgotten cannot be brought back."""
        self._undone = tuple(lead for lead in self._undone if forgotten.buyer not in lead.buyers)
        if not self._undone:
            self.undo_note.hide()

    @Slot()
    def _open_kinds(self) -> None:
        self._kinds.popup(self.export.mapToGlobal(QPoint(0, self.export.height())))

    def _export(self, kind: str) -> None:
        leads = self.model.leads
        name = self.tr("leads") + f".{kind}"
        choose_new_file(
            self, self.tr("Export leads"), name, lambda path: self._services.export_leads(path, leads)
        )

    # --- building ---

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.filters.search.to_list.connect(self.view.setFocus)
        self.view.selectionModel().selectionChanged.connect(self._selection_changed)
        self._state.changed.connect(self._leads_changed)
        self._state.forgotten.connect(self._forget)
        self.new.clicked.connect(self._make)
        self.empty.first_wanted.connect(self._make)
        self.export.clicked.connect(self._open_kinds)
        for kind in _KINDS:
            self._kinds.addAction("").triggered.connect(partial(self._export_kind, kind))
        self.undo_note.wanted.connect(self._undo)
        self.detail.remove_wanted.connect(self._remove)
        self.detail.merge_wanted.connect(self._merge)

    def _export_kind(self, kind: str, _checked: bool = False) -> None:
        self._export(kind)

    def _lay_out(self) -> None:
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setMouseTracking(True)
        set_role(self.nothing, "mute")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lists, self._pages = QStackedWidget(self), QStackedWidget(self)
        for widget in (self.view, self.nothing):
            self._lists.addWidget(widget)
        for page in (self.detail, self.empty):
            self._pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        for button in (self.new, self.export):
            button.setAutoDefault(False)
            buttons.addWidget(button, 1)
        left, right = QFrame(self), QFrame(self)
        set_role(left, "column-left")
        column = QVBoxLayout(left)
        column.setContentsMargins(GAP_M, GAP_L, GAP_M, GAP_M)
        column.setSpacing(GAP_M)
        column.addWidget(self.filters)
        column.addWidget(self._lists, 1)
        column.addLayout(buttons)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_M)
        beside.addWidget(self._pages)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setStretchFactor(1, 1)
        parts.setSizes([_LIST_PX, _SIZE[0] - _LIST_PX])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(parts, 1)
        whole.addWidget(self.undo_note)
