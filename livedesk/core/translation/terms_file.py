"""What can be wrong with a file of terms, line by line; a bad line never stops the others."""

from dataclasses import dataclass
from enum import StrEnum


class TermsFault(StrEnum):
    """Why a file or a line was not taken; one sentence each in `ui/glossary/words.py` and `app/cli_words.py`."""

    UNREADABLE = "unreadable"
    NO_LANGUAGES = "no_languages"
    UNKNOWN_COLUMN = "unknown_column"
    ONE_LANGUAGE = "one_language"
    UNKNOWN_KIND = "unknown_kind"
    TWICE = "twice"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class TermsProblem:
    """A fault in `line` of the file (from 1, the heading; 0 for the file itself) and what stands there."""

    line: int
    fault: TermsFault
    value: str = ""
