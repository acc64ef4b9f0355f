"""What comes of asking for reports: the list of shows, and a report with the page to read."""

from dataclasses import dataclass

from livedesk.core.ids import SessionId
from livedesk.core.report.page import Page
from livedesk.core.report.report import Report

SHOWS_JOB, REPORT_JOB = "shows", "report"
"""Kinds of jobs: the first ends with `Shows`, the second, named by the session, with `ReportMade`."""


@dataclass(frozen=True, slots=True)
class ShowLine:
    """One stored show in a list, and how much was said and written in it."""

    id: SessionId
    name: str
    is_rehearsal: bool
    started_at: float
    captions: int
    messages: int


@dataclass(frozen=True, slots=True)
class Shows:
    """The stored shows, the newest first."""

    shows: tuple[ShowLine, ...]


@dataclass(frozen=True, slots=True)
class ReportMade:
    """A report, and its page in the language of the window."""

    report: Report
    page: Page
