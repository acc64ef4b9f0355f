"""What the window of the report asks of the application; `app/` provides it, tests bring a fake."""

from pathlib import Path
from typing import Literal, Protocol

from livedesk.core.ids import SessionId

ReportForm = Literal["html", "xlsx", "csv"]
"""The kinds of files that are written without Qt; paper is the window's own."""


class ReportServices(Protocol):
    """Every call returns at once; what it leads to comes back as a job (see `core.report.job`) or a notice."""

    def list_shows(self) -> None:
        """Look which shows are stored: a job SHOWS_JOB."""
        ...

    def make(self, session: SessionId) -> None:
        """Make the report of `session` in the language of the window: a job REPORT_JOB named by it."""
        ...

    def save(self, session: SessionId, form: ReportForm, path: Path) -> None:
        """Write the report to `path`; EXPORTED says that it is there, REPORT_FAILED why not."""
        ...
