"""What the window asks about models: looking, downloading, copying from a stick, removing. Each is a job."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from livedesk.adapters.models.download import Wanted
from livedesk.app import models
from livedesk.app.wiring import Wired
from livedesk.core.errors import UserFacing
from livedesk.core.events import DismissNotice, JobReported, NoticeRaised
from livedesk.core.jobs import Job, JobState
from livedesk.core.model_list import LIST_JOB, MODEL_JOB
from livedesk.core.records import Notice, NoticeCode, NoticeLevel
from livedesk.runtime.job_lane import IsCancelled, Progress

_SOLVED = (NoticeCode.NO_MODEL, NoticeCode.MODEL_BROKEN, NoticeCode.SPEECH_MODEL_MISSING)
"""What a new model may put right; whoever still misses one says so again when it looks."""


class ModelJobs:
    """Returns at once; the work is done on the thread of the downloads, so that nothing else waits for it.

    `models_changed` is called there after a model came or went, before the job is told as done.
    """

    def __init__(self, wired: Wired, models_changed: Callable[[], None]) -> None:
        self._wired = wired
        self._models_changed = models_changed

    def look(self) -> None:
        """Tell which models there are: the job `LIST_JOB`, whose result is a `ModelList`."""
        self._wired.errands.run(self._look, NoticeCode.MODEL_BROKEN)

    def download(self, name: str) -> None:
        """Fetch a listed model from where the settings say."""

        def work(progress: Progress, is_cancelled: IsCancelled) -> object:
            wanted = Wanted(mirror=self._wired.settings.model_mirror)
            folder = models.fetch(self._wired.paths, name, wanted, progress, is_cancelled)
            self._installed(folder.name)
            return None

        self._wired.downloads.run(MODEL_JOB, name, work)

    def install(self, folder: Path) -> None:
        """Copy a model from a folder or stick; a failure is also a notice, since no list may be open."""

        def work(progress: Progress, _is_cancelled: IsCancelled) -> object:
            try:
                model = models.copy(self._wired.paths, folder, progress)
            except UserFacing as error:
                params: dict[str, str | int] = {"code": error.code, **error.params}
                notice = Notice(NoticeCode.MODEL_BROKEN, NoticeLevel.ERROR, params)
                self._wired.desk.post(NoticeRaised(notice))
                raise
            self._installed(model.name)
            return None

        self._wired.downloads.run(MODEL_JOB, folder.name, work)

    def remove(self, name: str) -> None:
        """Delete one of the user's own models, and what is left of its download."""

        def work(_progress: Progress, _is_cancelled: IsCancelled) -> object:
            models.remove(self._wired.paths, name)
            self._changed()
            return None

        self._wired.downloads.run(MODEL_JOB, name, work)

    def cancel(self, name: str) -> None:
        """Stop fetching a model; what came so far is kept for the next time."""
        self._wired.downloads.cancel(MODEL_JOB, name)

    def _installed(self, name: str) -> None:
        for code in _SOLVED:
            self._wired.desk.post(DismissNotice(code))
        self._changed()
        notice = Notice(NoticeCode.MODEL_INSTALLED, NoticeLevel.INFO, {"model": name})
        self._wired.desk.post(NoticeRaised(notice))

    def _changed(self) -> None:
        self._models_changed()
        self._look()

    def _look(self) -> None:
        job = Job(LIST_JOB, "", JobState.DONE)
        try:
            job = replace(job, result=models.model_list(self._wired.paths))
        except UserFacing as error:
            job = replace(job, state=JobState.FAILED, code=error.code, params=dict(error.params))
        self._wired.desk.post(JobReported(job))
