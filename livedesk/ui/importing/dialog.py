"""The import in a window beside the desk: file, columns, check, done. The show goes on meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from livedesk.core.catalogue.importing.job import (
    IMPORT_JOB,
    ImportApplied,
    ImportChecked,
    ImportStep,
    TableRead,
)
from livedesk.core.errors import ErrorCode
from livedesk.core.events import Command, UndoCatalogue
from livedesk.core.jobs import Job, JobState
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.bridge import Bridge
from livedesk.ui.glossary.notes import Note
from livedesk.ui.importing.check_page import CheckPage
from livedesk.ui.importing.columns_page import ColumnsPage
from livedesk.ui.importing.done_page import DonePage
from livedesk.ui.importing.file_page import PATTERNS, FilePage, table_in
from livedesk.ui.importing.steps import Steps
from livedesk.ui.importing.working import Working
from livedesk.ui.services import AppServices
from livedesk.ui.session.choosers import choose_file
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S

_SIZE = (1080, 700)
_FILE, _COLUMNS, _CHECK, _DONE = range(4)


class ImportDialog(QDialog):
    """Each step is a job of the application; what it found comes back through the bridge."""

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        post: Callable[[Command], None],
        services: AppServices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        self._post, self._services = post, services
        self._path: Path | None = None
        self._running: ImportStep | None = None
        self._changes_since = -1
        self.steps = Steps(theme, self)
        self.file_page = FilePage(theme, self)
        self.columns_page = ColumnsPage(theme, self)
        self.check_page = CheckPage(theme, self)
        self.done_page = DonePage(theme, self)
        self.note, self.working = Note("notice-error", self), Working(self)
        self.back, self.next = QPushButton(self), QPushButton(self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._connect(bridge)
        self.retranslate()
        self._go(_FILE)

    def open_file(self, path: Path) -> None:
        """Read the table in `path`."""
        self._path = path
        self._begin(ImportStep.READ)
        self._services.read_table(path)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.setWindowTitle(self.tr("Import products"))
        self.steps.set_names((self.tr("File"), self.tr("Columns"), self.tr("Check"), self.tr("Done")))
        self.back.setText(self.tr("Back"))
        self.working.stop.setText(self.tr("Stop"))
        self.note.button.setText(self.tr("Close"))
        self._show_buttons()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- dropping a file ---

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._running is None and table_in(event.mimeData()):
            event.acceptProposedAction()
            self.file_page.show_hover(is_hovered=True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.file_page.show_hover(is_hovered=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.file_page.show_hover(is_hovered=False)
        if path := table_in(event.mimeData()):
            event.acceptProposedAction()
            self.open_file(Path(path))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running is not None:
            self._services.cancel_import()
        super().closeEvent(event)

    # --- the steps ---

    def _choose(self) -> None:
        choose_file(self, self.tr("Choose a price list"), PATTERNS, self.open_file)

    def _read_sheet(self, sheet: str) -> None:
        if self._path is not None:
            self._begin(ImportStep.READ)
            self._services.read_table(self._path, sheet)

    def _forward(self) -> None:
        match self._pages.currentIndex():
            case i if i == _COLUMNS:
                mapping = self.columns_page.mapping()
                if mapping is not None:
                    self._begin(ImportStep.CHECK)
                    self._services.check_import(mapping, self.columns_page.pictures)
            case i if i == _CHECK:
                self._begin(ImportStep.APPLY)
                self._services.apply_import()
            case _:
                self.close()

    def _backward(self) -> None:
        if self._pages.currentIndex() == _DONE:
            self._go(_FILE)
        else:
            self._go(self._pages.currentIndex() - 1)

    def _undo(self) -> None:
        self._post(UndoCatalogue())

    def _begin(self, step: ImportStep) -> None:
        self._running = step
        self.note.hide()
        self.working.begin(
            {
                ImportStep.READ: self.tr("Reading…"),
                ImportStep.CHECK: self.tr("Checking…"),
                ImportStep.APPLY: self.tr("Importing…"),
            }[step]
        )
        self._pages.setEnabled(False)
        self._show_buttons()
        self.working.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what the application tells ---

    def _job_changed(self, job: Job) -> None:
        if job.kind != IMPORT_JOB or job.name != self._running:
            return
        if job.state is JobState.RUNNING:
            self.working.show_job(job)
            return
        self._running = None
        self.working.end()
        self._pages.setEnabled(True)
        if job.state is JobState.DONE:
            self._show_result(job.result)
        elif job.state is JobState.FAILED:
            self.note.tell(self._failure(job))
        self._show_buttons()

    def _failure(self, job: Job) -> str:
        if job.code in set(ErrorCode):
            return words.error_text(ErrorCode(job.code), job.params)
        return self.tr("This did not work, and nothing was changed. A report was written.")

    def _show_result(self, result: object) -> None:
        match result:
            case TableRead():
                self.columns_page.show_table(result)
                self._go(_COLUMNS)
            case ImportChecked():
                self.check_page.show_checked(result)
                self._go(_CHECK)
            case ImportApplied():
                self._changes_since = 0 if result.new + result.updated else 1
                self.done_page.show_applied(result)
                self._go(_DONE)
            case _:
                pass

    def _catalogue_changed(self, _products: object) -> None:
        if self._changes_since < 0:
            return
        self._changes_since += 1
        if self._changes_since > 1:
            self.done_page.forget_undo()

    # --- showing ---

    def _go(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self.steps.set_current(page)
        self.note.hide()
        self._show_buttons()
        if page == _FILE:
            self.file_page.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.next.isEnabled():
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        page, is_idle = self._pages.currentIndex(), self._running is None
        self.back.setVisible(page in (_COLUMNS, _CHECK))
        self.back.setEnabled(is_idle)
        self.next.setVisible(page != _FILE)
        match page:
            case i if i == _COLUMNS:
                self.next.setText(self.tr("Check"))
                self.next.setEnabled(is_idle and self.columns_page.is_ready)
                self.setWindowTitle(f"{self.tr('Import products')} – {self.columns_page.count_text()}")
            case i if i == _CHECK:
                count = self.check_page.change_count
                text = self.tr("Import %n product(s)", "", count) if count else self.tr("Nothing to import")
                self.next.setText(text)
                self.next.setEnabled(is_idle and count > 0)
            case _:
                self.next.setText(self.tr("Close"))
                self.next.setEnabled(is_idle)

    def _lay_out(self) -> None:
        set_role(self.next, "primary")
        self.back.setAutoDefault(False)
        self.next.setDefault(True)
        for page in (self.file_page, self.columns_page, self.check_page, self.done_page):
            self._pages.addWidget(page)
        head = QFrame(self)
        set_role(head, "bar")
        top = QHBoxLayout(head)
        top.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        top.addWidget(self.steps, 1)
        foot = QFrame(self)
        set_role(foot, "strip")
        bottom = QHBoxLayout(foot)
        bottom.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        bottom.setSpacing(GAP_S)
        bottom.addWidget(self.back)
        bottom.addStretch(1)
        bottom.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        column.addWidget(self.note)
        column.addWidget(self.working)
        column.addWidget(foot)

    def _connect(self, bridge: Bridge) -> None:
        self.file_page.choose_wanted.connect(self._choose)
        self.columns_page.sheet_wanted.connect(self._read_sheet)
        self.columns_page.changed.connect(self._show_buttons)
        self.done_page.undo_wanted.connect(self._undo)
        self.working.stop_wanted.connect(self._services.cancel_import)
        self.back.clicked.connect(self._backward)
        self.next.clicked.connect(self._forward)
        bridge.job_changed.connect(self._job_changed)
        bridge.catalogue_changed.connect(self._catalogue_changed)
