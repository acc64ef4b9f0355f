"""A line whose translation a person wrote or approved, as it is stored; `memory.py` says when it answers again."""

from dataclasses import dataclass

from livedesk.core.ids import Language


@dataclass(frozen=True, slots=True)
class RememberedLine:
    """`source` in one language is `text` in the other; `at` in seconds since 1970."""

    source_language: Language
    target_language: Language
    source: str
    text: str
    at: float
