"""What the window of the report shows, kept from job to job."""

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.core.ids import SessionId
from livedesk.core.jobs import Job, JobState
from livedesk.core.report.job import REPORT_JOB, SHOWS_JOB, ReportMade, ShowLine, Shows
from livedesk.ui.bridge import Bridge


class ReportState(QObject):
    """The stored shows, and the report that was last asked for; `failure` says why there is none."""

    shows_changed = Signal()
    report_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shows: tuple[ShowLine, ...] = ()
        self.has_looked = False
        self.wanted: SessionId | None = None
        self.made: ReportMade | None = None
        self.failure: Job | None = None
        bridge.job_changed.connect(self._take)

    def want(self, session: SessionId) -> None:
        """Wait for the report of `session`; one of another show that still comes is left aside."""
        self.wanted, self.made, self.failure = session, None, None
        self.report_changed.emit()

    @Slot(object)
    def _take(self, job: Job) -> None:
        if job.kind == SHOWS_JOB:
            self.has_looked = True
            self.failure = job if job.state is JobState.FAILED else None
            if isinstance(job.result, Shows):
                self.shows = job.result.shows
            self.shows_changed.emit()
        elif job.kind == REPORT_JOB and job.name == self.wanted:
            self.failure = job if job.state is JobState.FAILED else None
            if isinstance(job.result, ReportMade):
                self.made = job.result
            self.report_changed.emit()
