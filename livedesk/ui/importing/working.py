"""How far the step in hand is, with a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from livedesk.core.jobs import Job
from livedesk.ui import words
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S

_BAR_PX = 6


class Working(QFrame):
    """Hidden while nothing is done."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "strip")
        self.label, self.bar, self.stop = QLabel(self), QProgressBar(self), QPushButton(self)
        set_role(self.stop, "quiet")
        self.stop.setAutoDefault(False)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(_BAR_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, GAP_S, GAP_S, GAP_S)
        row.setSpacing(GAP_M)
        row.addWidget(self.label)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.stop.clicked.connect(self.stop_wanted)
        self._what = ""
        self.hide()

    def begin(self, what: str) -> None:
        """Show that `what` is being done, how far is not known yet."""
        self._what = what
        self.label.setText(what)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(what)
        self.show()

    def show_job(self, job: Job) -> None:
        """Show how far the job is."""
        self.bar.setRange(0, job.total)
        self.bar.setValue(job.done)
        if job.total:
            done, total = words.format_count(job.done), words.format_count(job.total)
            self.label.setText(f"{self._what}  {done} / {total}")

    def end(self) -> None:
        """Nothing is done any more."""
        self.hide()
