"""Work that takes a while and that a person waits for: a download, an import, a batch of pictures.

Whoever does it tells the desk how far it is; the window shows the newest word of each job.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class JobState(StrEnum):
    """How far a job has come."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Job:
    """One job, named by `kind` and what it is about ("model", "whisper-base").

    `done` of `total` steps or bytes (`total` 0: not known yet). `result` is a frozen record when the state is DONE;
    it stays in the process. `code` is an `ErrorCode` or `Reason` value with the `params` of its sentence when it is
    FAILED.
    """

    kind: str
    name: str
    state: JobState
    done: int = 0
    total: int = 0
    result: object = None
    code: str = ""
    params: dict[str, str | int] = field(default_factory=dict)
