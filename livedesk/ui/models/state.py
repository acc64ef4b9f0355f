"""What the window of the models shows, kept from the start, since that window is opened later."""

from PySide6.QtCore import QObject, Signal

from livedesk.core.jobs import Job, JobState
from livedesk.core.model_list import LIST_JOB, MODEL_JOB, ModelEntry, ModelList
from livedesk.ui.bridge import Bridge


class ModelsState(QObject):
    """The newest list of models, and the newest word of each job about one."""

    list_changed = Signal()
    job_changed = Signal(object)  # Job

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.models: tuple[ModelEntry, ...] = ()
        self.failure: Job | None = None
        self.jobs: dict[str, Job] = {}
        bridge.job_changed.connect(self._take)

    def forget(self, name: str) -> None:
        """Show no more how the last job about a model ended."""
        self.jobs.pop(name, None)

    def _take(self, job: Job) -> None:
        if job.kind == LIST_JOB:
            self.failure = job if job.state is JobState.FAILED else None
            if isinstance(job.result, ModelList):
                self.models = job.result.models
            self.list_changed.emit()
        elif job.kind == MODEL_JOB:
            self.jobs[job.name] = job
            self.job_changed.emit(job)
