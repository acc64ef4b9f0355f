"""Makes and writes reports on the errands thread, and says what came of it; see `ui.report.services`."""

from collections.abc import Callable
from pathlib import Path

from livedesk.adapters.store.files import write_whole
from livedesk.app.report import file_of, load, page_of, window_words
from livedesk.app.wiring import Wired
from livedesk.core.errors import Unavailable, UserFacing
from livedesk.core.events import JobReported, NoticeRaised
from livedesk.core.ids import SessionId
from livedesk.core.jobs import Job, JobState
from livedesk.core.records import Notice, NoticeCode, NoticeLevel
from livedesk.core.report.job import REPORT_JOB, SHOWS_JOB, ReportMade, ShowLine, Shows
from livedesk.core.typing_compat import override
from livedesk.ui.report.services import ReportForm, ReportServices


class ReportErrands(ReportServices):
    """Every call returns at once. The words are taken on the main thread, where the window's language is."""

    def __init__(self, wired: Wired) -> None:
        self._wired = wired

    @override
    def list_shows(self) -> None:
        def work() -> Shows:
            found = self._wired.reader.sessions()
            return Shows(
                tuple(
                    ShowLine(s.id, s.name, s.is_rehearsal, s.started_at, s.captions, s.messages)
                    for s in found
                )
            )

        self._run(SHOWS_JOB, "", work)

    @override
    def make(self, session: SessionId) -> None:
        words, _ = window_words()
        reader = self._wired.reader
        self._run(REPORT_JOB, session, lambda: ReportMade(*page_of(load(reader, session), words)))

    @override
    def save(self, session: SessionId, form: ReportForm, path: Path) -> None:
        words = window_words()

        def errand() -> None:
            write_whole(path, file_of(load(self._wired.reader, session), form, *words))
            notice = Notice(NoticeCode.EXPORTED, NoticeLevel.INFO, {"path": str(path)})
            self._wired.desk.post(NoticeRaised(notice))

        self._wired.errands.run(errand, NoticeCode.REPORT_FAILED)

    def _run(self, kind: str, name: str, work: Callable[[], object]) -> None:
        def errand() -> None:
            try:
                result = work()
            except (UserFacing, Unavailable) as error:
                self._tell(Job(kind, name, JobState.FAILED, code=error.code, params=error.params))
            except Exception:
                self._tell(Job(kind, name, JobState.FAILED))  # the window does not wait for ever
                raise
            else:
                self._tell(Job(kind, name, JobState.DONE, result=result))

        self._wired.errands.run(errand, NoticeCode.REPORT_FAILED)

    def _tell(self, job: Job) -> None:
        self._wired.desk.post(JobReported(job))
