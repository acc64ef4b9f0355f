"""The window of the report: which show, what came of it, and where to keep it."""

import re
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.ids import SessionId
from livedesk.core.report.job import ShowLine
from livedesk.core.typing_compat import override
from livedesk.ui.report import paper
from livedesk.ui.report.services import ReportForm
from livedesk.ui.report.state import ReportState
from livedesk.ui.report.view import PAGE_PX, ReportView
from livedesk.ui.services import AppServices
from livedesk.ui.session.choosers import choose_new_file
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S
from livedesk.ui.widgets.picker import Picker
from livedesk.ui.words import failure_text, format_count

_SIZE = (PAGE_PX + 120, 760)
_PICKER_PX, _MOST_PICKER_PX = 360, 600
_FORMS: tuple[ReportForm, ...] = ("xlsx", "html")


class ReportDialog(QDialog):
    """Opens with the newest show, or the one that is asked for; `message_wanted` wants the desk to show a message."""

    message_wanted = Signal(object)  # MessageId

    def __init__(
        self,
        theme: AppTheme,
        state: ReportState,
        services: AppServices,
        session: SessionId | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*_SIZE)
        self._state, self._services = state, services
        self._running = session
        self._heading, self._shows_label, self._told = QLabel(self), QLabel(self), QLabel(self)
        self.shows = Picker(self)
        self.view = ReportView(theme, self)
        self.pdf, self.excel, self.html = (QPushButton(self) for _ in range(3))
        self._lay_out()
        self.shows.activated.connect(self._chosen)
        self.view.message_wanted.connect(self.message_wanted)
        self.pdf.clicked.connect(self._save_pdf)
        for button, form in zip((self.excel, self.html), _FORMS, strict=True):
            button.clicked.connect(partial(self._save_as, form))
        state.shows_changed.connect(self._show_shows)
        state.report_changed.connect(self._show_report)
        services.reports.list_shows()
        if session:
            self._make(session)
        self.retranslate()

    def told(self) -> str:
        """Return what stands in the place of a report that is not there, "" where it is."""
        return "" if self._pages.currentWidget() is self.view else self._told.text()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setWindowTitle(self.tr("Show report"))
        self._heading.setText(self.tr("Show report"))
        self._shows_label.setText(self.tr("Show"))
        self.shows.setAccessibleName(self._shows_label.text())
        self.pdf.setText(self.tr("Save as PDF…"))
        self.excel.setText(self.tr("Save as Excel…"))
        self.html.setText(self.tr("Save as web page…"))
        self._show_shows()
        self._show_report()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._state.wanted:
                self._make(self._state.wanted)  # the page is in the language that the window had

    def _lay_out(self) -> None:
        set_role(self._heading, "heading")
        set_role(self._shows_label, "mute")
        set_role(self._told, "mute")
        set_role(self.pdf, "primary")
        self._shows_label.setBuddy(self.shows)
        self.shows.setMinimumWidth(_PICKER_PX)
        self.shows.setMaximumWidth(_MOST_PICKER_PX)
        self.shows.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToContents)
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(GAP_M)
        top.addWidget(self._heading)
        top.addStretch(1)
        top.addWidget(self._shows_label)
        top.addWidget(self.shows)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._told)
        self._pages.addWidget(self.view)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addStretch(1)
        for button in (self.html, self.excel, self.pdf):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(top)
        column.addLayout(self._pages, 1)
        column.addLayout(buttons)

    # --- showing ---

    @Slot()
    def _show_shows(self) -> None:
        wanted = self._state.wanted
        self.shows.clear()
        for show in self._state.shows:
            self.shows.addItem(self._name(show), show.id)
        self.shows.setEnabled(bool(self._state.shows))
        if wanted:
            self.shows.pick(wanted)
        elif self._state.shows:
            self._make(self._state.shows[0].id)
        self._show_report()

    @Slot()
    def _show_report(self) -> None:
        state = self._state
        made = state.made
        if made is not None:
            self.view.show_page(made.page, has_links=made.report.session == self._running)
        self._told.setText(self._why())
        self._pages.setCurrentWidget(self._told if made is None else self.view)
        for button in (self.pdf, self.excel, self.html):
            button.setEnabled(made is not None)

    def _why(self) -> str:
        """Return why there is no report."""
        state = self._state
        if state.failure is not None:
            why = failure_text(state.failure.code, state.failure.params) if state.failure.code else ""
            return why or self.tr("The report could not be made.")
        if state.has_looked and not state.shows and not state.wanted:
            return self.tr("No show yet. Go live or rehearse; what came of it is here afterwards.")
        return self.tr("Counting…")

    def _name(self, show: ShowLine) -> str:
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(show.started_at))
        name = self.tr("{name} (rehearsal)").format(name=show.name) if show.is_rehearsal else show.name
        messages = self.tr("{count} messages").format(count=format_count(show.messages))
        return " · ".join((name, when, messages))

    # --- doing ---

    @Slot()
    def _chosen(self) -> None:
        session = self.shows.currentData()
        if session and session != self._state.wanted:
            self._make(SessionId(session))

    def _make(self, session: SessionId) -> None:
        self._state.want(session)
        self._services.reports.make(session)

    @Slot()
    def _save_pdf(self) -> None:
        choose_new_file(self, self.pdf.text().rstrip("…"), self._file("pdf"), self._write_pdf)

    def _write_pdf(self, path: Path) -> None:
        if self._state.made is not None:
            self._services.write_file(path, paper.pdf(self._state.made.page))

    def _save_as(self, form: ReportForm, _checked: bool = False) -> None:
        button = self.excel if form == "xlsx" else self.html
        choose_new_file(self, button.text().rstrip("…"), self._file(form), partial(self._write, form))

    def _write(self, form: ReportForm, path: Path) -> None:
        if self._state.wanted is not None:
            self._services.reports.save(self._state.wanted, form, path)

    def _file(self, ending: str) -> str:
        made = self._state.made
        name = made.report.name if made else ""
        return (re.sub(r'[\\/:*?"<>|\s]+', "-", name).strip("-") or "report") + f".{ending}"
