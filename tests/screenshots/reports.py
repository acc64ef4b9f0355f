"""The reports in the pictures: the show of `tests.report_scene`, in the language of the window."""

from livedesk.app.report import page_of, window_words
from livedesk.core.jobs import Job, JobState
from livedesk.core.report.job import REPORT_JOB, SHOWS_JOB, ReportMade, ShowLine, Shows
from tests.report_scene import SHOW, START, stored


def no_shows() -> Job:
    """Return the list of shows before the first one."""
    return Job(SHOWS_JOB, "", JobState.DONE, result=Shows(()))


def made() -> tuple[Job, ...]:
    """Return the list of shows and the report of the newest one."""
    report, page = page_of(stored(), window_words()[0])
    shows = Shows((ShowLine(SHOW, report.name, False, START, report.captions.lines, report.chat.messages),))
    return (
        Job(SHOWS_JOB, "", JobState.DONE, result=shows),
        Job(REPORT_JOB, SHOW, JobState.DONE, result=ReportMade(report, page)),
    )
