"""One lead: its facts, what was said, the letter to write, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.events import Command, ForgetBuyer, PutLeads, RemoveLeads
from livedesk.core.ids import LeadId
from livedesk.core.leads.lead import Lead
from livedesk.core.records import NoticeLevel
from livedesk.core.typing_compat import override
from livedesk.ui.leads.conversation import Conversation
from livedesk.ui.leads.followup_pane import FollowUpPane
from livedesk.ui.leads.form import LeadForm
from livedesk.ui.leads.services import LeadServices
from livedesk.ui.leads.state import LeadsState
from livedesk.ui.notices.row import NoticeRow
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, GAP_S

_LEAST_FORM_PX = 160


class _Roomy(QScrollArea):
    """Holds the form: as high as it wants to be, and with a scroll bar where there is no room for that."""

    def __init__(self, form: LeadForm) -> None:
        super().__init__()
        self._form = form
        self.setWidget(form)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(_LEAST_FORM_PX)
        for widget in (self.viewport(), form):
            widget.setAutoFillBackground(False)
        form.installEventFilter(self)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._form.minimumSizeHint().width(), self._wanted())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.setMaximumHeight(self._wanted())
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _wanted(self) -> int:
        layout = self._form.layout()
        width = self.viewport().width()
        return max(_LEAST_FORM_PX, layout.totalHeightForWidth(width) if layout else 0)


class LeadDetail(QWidget):
    """Shows the first of the selected leads; the others matter for removing and merging only."""

    remove_wanted = Signal()
    merge_wanted = Signal(object, object)  # LeadId, tuple[LeadId, ...]

    def __init__(
        self, theme: AppTheme, state: LeadsState, post: Callable[[Command], None], services: LeadServices
    ) -> None:
        super().__init__()
        self._state, self._post = state, post
        self._leads: tuple[Lead, ...] = ()
        self._not_same: set[frozenset[LeadId]] = set()
        self._asked: Lead | None = None
        self.form = LeadForm(state)
        self.said, self.letter = Conversation(theme), FollowUpPane(state, services.followups())
        self.merge_same, self.not_same = QPushButton(), QPushButton()
        self.same_note = NoticeRow(
            theme, NoticeLevel.WARNING, (self.merge_same, self.not_same), can_dismiss=False
        )
        self.said_chip, self.letter_chip = self._chip(), self._chip()
        self.merge, self.remove, self.forget = self._quiet(), self._quiet(), self._quiet()
        self.yes, self.no = QPushButton(), QPushButton()
        self.question = NoticeRow(theme, NoticeLevel.ERROR, (self.yes, self.no), can_dismiss=False)
        self._lay_out()
        self._connect()

    def show_leads(self, leads: tuple[Lead, ...]) -> None:
        """Show the first of `leads`."""
        is_other = not self._leads or leads[0].id != self._leads[0].id
        self._leads = leads
        if is_other:
            self.cancel_question()
        self.form.show_lead(leads[0])
        self.said.show_lead(leads[0])
        self.letter.show_lead(leads[0])
        self._show_same()
        self._show_buttons()

    def cancel_question(self) -> bool:
        """Take the question away; returns whether there was one."""
        was_asking, self._asked = self._asked is not None, None
        self.question.hide()
        return was_asking

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.said_chip.setText(self.tr("Conversation"))
        self.letter_chip.setText(self.tr("Follow-up letter"))
        self.remove.setText(self.tr("Remove"))
        self.remove.setToolTip(self.tr("Take the lead off the list; the chat stays (Del)"))
        self.merge.setText(self.tr("Merge the selected"))
        self.forget.setText(self.tr("Delete all data of this buyer…"))
        self.yes.setText(self.tr("Delete everything"))
        self.no.setText(self.tr("Keep"))
        self.merge_same.setText(self.tr("Merge"))
        self.not_same.setText(self.tr("Not the same"))
        self.form.retranslate()
        self.said.retranslate()
        self.letter.retranslate()
        if self._leads:
            self.show_leads(self._leads)

    # --- showing ---

    def _show_same(self) -> None:
        lead = self._leads[0]
        others = [
            other
            for id_ in self._state.duplicates_of(lead.id)
            if frozenset((lead.id, id_)) not in self._not_same and (other := self._state.get(id_))
        ]
        if others:
            name = others[0].name or others[0].company or self.tr("another lead")
            self.same_note.set_text(self.tr("This may be the same person as {name}.").format(name=name), "")
        self.same_note.setVisible(bool(others))

    def _show_buttons(self) -> None:
        self.merge.setVisible(len(self._leads) > 1)
        self.forget.setVisible(bool(self._leads[0].buyers))

    # --- doing ---

    @Slot()
    def _merge_same(self) -> None:
        lead = self._leads[0]
        others = self._state.duplicates_of(lead.id)
        wanted = tuple(other for other in others if frozenset((lead.id, other)) not in self._not_same)
        if wanted:
            self.merge_wanted.emit(lead.id, wanted)

    @Slot()
    def _are_not_same(self) -> None:
        lead = self._leads[0]
        self._not_same |= {frozenset((lead.id, other)) for other in self._state.duplicates_of(lead.id)}
        self.same_note.hide()

    @Slot()
    def _merge_selected(self) -> None:
        if len(self._leads) > 1:
            self.merge_wanted.emit(self._leads[0].id, tuple(lead.id for lead in self._leads[1:]))

    @Slot()
    def _ask(self) -> None:
        self._asked = self._leads[0]
        name = self._asked.name or self.tr("this buyer")
        text = self.tr(
            "Delete everything of {name}? Messages, answers, photos and this lead, in all shows. "
            "It cannot be brought back."
        )
        self.question.set_text(text.format(name=name), "")
        self.question.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _delete(self) -> None:
        lead = self._asked
        self.cancel_question()
        if lead is not None:
            for buyer in lead.buyers:
                self._post(ForgetBuyer(buyer))
            self._post(RemoveLeads((lead.id,)))

    @Slot(object, object)
    def _changed(self, edited: Lead, base: Lead) -> None:
        self._post(PutLeads((edited,), (base,)))

    # --- building ---

    def _connect(self) -> None:
        self._chips.idClicked.connect(self._panes.setCurrentIndex)
        self.form.changed.connect(self._changed)
        self.merge_same.clicked.connect(self._merge_same)
        self.not_same.clicked.connect(self._are_not_same)
        self.merge.clicked.connect(self._merge_selected)
        self.remove.clicked.connect(self.remove_wanted)
        self.forget.clicked.connect(self._ask)
        self.yes.clicked.connect(self._delete)
        self.no.clicked.connect(self.cancel_question)

    def _lay_out(self) -> None:
        set_role(self.yes, "danger")
        self.question.hide()
        set_role(self.not_same, "quiet")
        self.same_note.hide()
        for button in (self.yes, self.no, self.merge_same, self.not_same):
            button.setAutoDefault(False)
        self._chips = QButtonGroup(self)
        self._panes = QStackedWidget(self)
        chips, buttons = QHBoxLayout(), QHBoxLayout()
        for number, (chip, pane) in enumerate(((self.said_chip, self.said), (self.letter_chip, self.letter))):
            self._chips.addButton(chip, number)
            self._panes.addWidget(pane)
            chips.addWidget(chip)
        self.said_chip.setChecked(True)
        chips.addStretch()
        buttons.addWidget(self.merge)
        buttons.addStretch()
        buttons.addWidget(self.forget)
        buttons.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(self.same_note)
        column.addWidget(_Roomy(self.form))
        column.addLayout(chips)
        column.addWidget(self._panes, 1)
        column.addWidget(self.question)
        for layout in (chips, buttons):
            layout.setSpacing(GAP_S)
        column.addLayout(buttons)

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
