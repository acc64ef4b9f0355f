"""What the window hears of an import that is being done: the table as read, what it would change, what it changed."""

from dataclasses import dataclass
from enum import StrEnum

from livedesk.core.catalogue.importing.mapping import Mapping
from livedesk.core.catalogue.importing.problems import ImportProblem
from livedesk.core.catalogue.importing.sheet import Area, Sheet

IMPORT_JOB = "import"
"""The `Job.kind` of each step of an import; its `Job.name` is a value of `ImportStep`."""
PREVIEW_ROWS = 200


class ImportStep(StrEnum):
    """The steps of an import, each a job of its own."""

    READ = "read"
    CHECK = "check"
    APPLY = "apply"


@dataclass(frozen=True, slots=True)
class TableRead:
    """The first rows of a table as text, how many it has, and how it is likely to be read.

    `is_remembered`: a table with these headings was imported before, and its columns are read as they were then.
    """

    file: str
    sheets: tuple[str, ...]
    sheet: str
    rows: tuple[tuple[str, ...], ...]
    row_count: int
    merged: tuple[Area, ...]
    mapping: Mapping | None
    is_remembered: bool = False

    def preview(self) -> Sheet:
        """Return the first rows as a table, to look for headings in."""
        return Sheet(self.sheet, self.rows, self.merged)


@dataclass(frozen=True, slots=True)
class ImportChecked:
    """What an import would do to so many products, and what is to be said about cells; nothing is changed yet."""

    new: int
    updated: int
    unchanged: int
    rows: int
    problems: tuple[ImportProblem, ...]


@dataclass(frozen=True, slots=True)
class ImportApplied:
    """What an import did; `problems` are those that came up on the way, such as pictures that are none."""

    new: int
    updated: int
    unchanged: int
    problems: tuple[ImportProblem, ...]
