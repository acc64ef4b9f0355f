"""One event of a batch, being written: what, when, where, and a note."""

from contextlib import suppress

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QWidget

from livedesk.core.catalogue.typed import NotReadable, read_date
from livedesk.core.logistics.trace import TraceDoubt, TraceEvent, TraceKind
from livedesk.ui.cards.labels import event_kind, window_tongue
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_S, GRID
from livedesk.ui.widgets.picker import Picker

_DATE_PX, _MOST_CHARACTERS = 128, 80


class EventRow(QWidget):
    """`changed` with every change, `removed` by the cross."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: AppTheme, event: TraceEvent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.kind, self.on = Picker(self), QLineEdit(self)
        self.place, self.note = QLineEdit(self), QLineEdit(self)
        self.remove, self._doubt = QToolButton(self), QLabel(self)
        for kind in TraceKind:
            self.kind.addItem("", kind.value)
        self.kind.pick(event.kind.value)
        for edit, text in ((self.on, event.on), (self.place, event.place), (self.note, event.note)):
            edit.setMaxLength(_MOST_CHARACTERS)
            edit.setText(text)
            edit.textEdited.connect(self.changed)
        self.kind.activated.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        self._lay_out()
        self._recolour()
        theme.changed.connect(self._recolour)
        self.retranslate()

    def event_now(self) -> TraceEvent:
        """Return the event as written; a day that can be read as ISO, any other text as it stands."""
        text = self.on.text().strip()
        with suppress(NotReadable):
            text = read_date(text)
        return TraceEvent(
            TraceKind(self.kind.currentData()), text, self.place.text().strip(), self.note.text().strip()
        )

    def show_doubts(self, doubts: list[TraceDoubt]) -> None:
        """Say what is missing or wrong with this event."""
        self._doubt.setText("\n".join(event_doubt_text(doubt) for doubt in doubts))
        self._doubt.setVisible(bool(doubts))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        tongue = window_tongue()
        for row, kind in enumerate(TraceKind):
            self.kind.setItemText(row, event_kind(kind, tongue))
        self.kind.setAccessibleName(self.tr("What happened"))
        for edit, text in (
            (self.on, self.tr("year-month-day")),
            (self.place, self.tr("Place")),
            (self.note, self.tr("Note, for example the inspector")),
        ):
            edit.setPlaceholderText(text)
            edit.setAccessibleName(text)
        self.remove.setToolTip(self.tr("Remove this event"))
        self.remove.setAccessibleName(self.tr("Remove this event"))

    def _lay_out(self) -> None:
        set_role(self.remove, "quiet")
        set_role(self._doubt, "warn")
        self._doubt.setWordWrap(True)
        self._doubt.hide()
        self.on.setFixedWidth(_DATE_PX)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GRID, 0, GRID)
        grid.setHorizontalSpacing(GAP_S)
        grid.setVerticalSpacing(GRID)
        grid.addWidget(self.kind, 0, 0)
        grid.addWidget(self.on, 0, 1)
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(self.place, 1, 0)
        grid.addWidget(self.note, 1, 1, 1, 2)
        grid.addWidget(self._doubt, 2, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        for first, second in (
            (self.kind, self.on),
            (self.on, self.place),
            (self.place, self.note),
            (self.note, self.remove),
        ):
            QWidget.setTabOrder(first, second)

    def _recolour(self) -> None:
        self.remove.setIcon(self._theme.icon("close"))


def event_doubt_text(doubt: TraceDoubt) -> str:
    """Return what is doubtful and what to do about it."""
    match doubt:
        case TraceDoubt.NO_DATE:
            return QCoreApplication.translate("trace", "Enter the day.")
        case TraceDoubt.BAD_DATE:
            return QCoreApplication.translate("trace", "This is no day: write it as year-month-day.")
        case TraceDoubt.IN_FUTURE:
            return QCoreApplication.translate("trace", "This day is still to come.")
        case TraceDoubt.OUT_OF_ORDER:
            return QCoreApplication.translate("trace", "This is earlier than what usually comes before it.")
        case TraceDoubt.NO_PLACE:
            return QCoreApplication.translate("trace", "Enter the place.")
        case TraceDoubt.NO_CODE:
            return QCoreApplication.translate("trace", "Enter the batch code as it is printed on the carton.")
        case TraceDoubt.NO_EVENTS:
            return QCoreApplication.translate("trace", "Add what happened to the batch.")
