"""One model in the list: what it does, whether it is here, how far it is, and the next step."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from livedesk.core.jobs import Job, JobState
from livedesk.core.model_list import ModelEntry
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.models.words import details, progress_text, size_text, title
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, GAP_S, GRID
from livedesk.ui.widgets.elided_label import ElidedLabel

_BAR_PX, _MARK_PX = 6, 16
_STEPS = 1000


class ModelRow(QFrame):
    """Shows a model and the newest word of its job; every button is a signal with the model's name."""

    install_wanted = Signal(str)
    cancel_wanted = Signal(str)
    remove_wanted = Signal(str)
    mirror_wanted = Signal(str)

    def __init__(self, theme: AppTheme, entry: ModelEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "model")
        self._theme = theme
        self.entry = entry
        self.job: Job | None = None
        self._offers_mirror = False
        self._title, self._details = ElidedLabel(self), ElidedLabel(self)
        set_role(self._title, "title")
        set_role(self._details, "small")
        self._mark, self._state, self._failure = QLabel(self), QLabel(self), QLabel(self)
        set_role(self._state, "status")
        set_role(self._failure, "warn")
        self._failure.setWordWrap(True)
        self._failure.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(_BAR_PX)
        self.install, self.cancel, self.remove = self._button(), self._button(), self._button()
        self.mirror, self.sure, self.keep = self._button(), self._button(), self._button()
        set_role(self.remove, "quiet")
        set_role(self.sure, "danger")
        self._is_asking = False
        self._lay_out()
        self._connect()
        theme.changed.connect(self._recolour)
        self._recolour()
        self._refresh()

    @property
    def failure(self) -> str:
        """What went wrong and what to do, "" for nothing."""
        return self._failure.text()

    @property
    def state(self) -> str:
        """The words beside the buttons."""
        return self._state.text()

    def show_entry(self, entry: ModelEntry) -> None:
        """Show the model as it now is."""
        if entry != self.entry:
            self.entry, self._is_asking = entry, False
            self._refresh()

    def show_job(self, job: Job | None, *, offers_mirror: bool = False) -> None:
        """Show how far the job about it is; `offers_mirror` says that another source can be offered."""
        self.job, self._offers_mirror = job, offers_mirror
        self._refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()

    # --- building ---

    def _button(self) -> QPushButton:
        button = QPushButton(self)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._details)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addLayout(texts, 1)
        row.addSpacing(GAP_M)
        row.addWidget(self._mark)
        row.addWidget(self._state)
        for button in (self.install, self.cancel, self.remove, self.sure, self.keep):
            row.addWidget(button)
        below = QHBoxLayout()
        below.setSpacing(GAP_M)
        below.addWidget(self._failure, 1)
        below.addWidget(self.mirror)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP_S, GRID, GAP_S)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addLayout(below)

    def _connect(self) -> None:
        self.install.clicked.connect(self._install)
        self.cancel.clicked.connect(self._cancel)
        self.remove.clicked.connect(self._ask)
        self.keep.clicked.connect(self._keep)
        self.sure.clicked.connect(self._remove)
        self.mirror.clicked.connect(self._use_mirror)

    # --- showing ---

    def _refresh(self) -> None:
        entry, job = self.entry, self.job
        is_busy = job is not None and job.state is JobState.RUNNING
        has_failed = job is not None and job.state is JobState.FAILED
        self._title.set_text(title(entry))
        self._details.set_text(details(entry))
        self.setAccessibleName(title(entry))
        self._state.setText(self._state_text(is_busy=is_busy))
        self._mark.setVisible(entry.is_installed and not is_busy and not self._is_asking)
        self.bar.setVisible(is_busy)
        self._show_bar(job)
        self._failure.setText(
            words.failure_text(job.code, job.params) or self._bug() if has_failed and job else ""
        )
        self._failure.setVisible(has_failed)
        asks = self._is_asking and not is_busy
        self._show_buttons(
            {
                self.mirror: has_failed and self._offers_mirror,
                self.install: not entry.is_installed and not is_busy,
                self.cancel: is_busy,
                self.keep: asks,
                self.sure: asks,
                self.remove: entry.is_ours and not is_busy and not self._is_asking,
            }
        )
        self._say_buttons(has_failed=has_failed)

    def _show_buttons(self, wanted: dict[QPushButton, bool]) -> None:
        """Show those that are wanted; one that goes hands the keyboard on within the row, never to another model."""
        leaves = any(button.hasFocus() and not is_wanted for button, is_wanted in wanted.items())
        for button, is_wanted in wanted.items():
            if is_wanted:
                button.show()
        heir = next((button for button, is_wanted in wanted.items() if is_wanted), None)
        if leaves and heir is not None:
            heir.setFocus(Qt.FocusReason.OtherFocusReason)
        for button, is_wanted in wanted.items():
            if not is_wanted:
                button.clearFocus()
                button.hide()

    def _state_text(self, *, is_busy: bool) -> str:
        if is_busy and self.job:
            return progress_text(self.job)
        if self._is_asking:
            return self.tr("Remove it from this computer?")
        if self.entry.is_installed:
            return self.tr("Installed") if self.entry.is_listed else self.tr("Installed, not checked")
        if self.entry.here_bytes:
            return self.tr("{size} are here already").format(size=size_text(self.entry.here_bytes))
        return ""

    def _say_buttons(self, *, has_failed: bool) -> None:
        begun = self.tr("Continue") if self.entry.here_bytes else self.tr("Install")
        texts = {
            self.install: self.tr("Try again") if has_failed else begun,
            self.cancel: self.tr("Cancel"),
            self.remove: self.tr("Remove"),
            self.sure: self.tr("Remove"),
            self.keep: self.tr("Keep"),
            self.mirror: self.tr("Use the China mirror"),
        }
        for button, text in texts.items():
            button.setText(text)
            button.setAccessibleName(f"{text}: {title(self.entry)}")

    def _bug(self) -> str:
        return self.tr("Something went wrong that should not. Try again.")

    def _show_bar(self, job: Job | None) -> None:
        if job is None or not job.total:
            self.bar.setRange(0, 0)
            return
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(job.done * _STEPS // job.total)

    def _recolour(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("check", _MARK_PX, "ok", self.devicePixelRatioF()))

    # --- doing ---

    def _install(self) -> None:
        self.install_wanted.emit(self.entry.name)

    def _cancel(self) -> None:
        self.cancel_wanted.emit(self.entry.name)

    def _ask(self) -> None:
        self._is_asking = True
        self._refresh()

    def _keep(self) -> None:
        self._is_asking = False
        self._refresh()

    def _remove(self) -> None:
        self._is_asking = False
        self._refresh()
        self.remove_wanted.emit(self.entry.name)

    def _use_mirror(self) -> None:
        self.mirror_wanted.emit(self.entry.name)
