"""From what a recogniser heard to what is shown: one script, marks, the catalogue's names, figures in digits.

For the thread that recognises. The same beginning of what is heard gives the same beginning of what is shown, as far
as `CleanHeard.steady_length` says; further than that nothing may be taken as settled.
"""

from dataclasses import dataclass

from livedesk.core.captions.heard import Correction, Heard
from livedesk.core.captions.marks import with_commas, with_marks
from livedesk.core.events import Event
from livedesk.core.ids import ZH, Language
from livedesk.core.ports import NearestText, Phonetics, ScriptConverter, SpokenNumbers


@dataclass(frozen=True, slots=True)
class CleanHeard:
    """What is shown of a hypothesis, and what was changed in it; `corrections` are in the order of the text.

    However what is heard goes on, the first `steady_length` characters stay; what follows them may become part of a
    name or a number.
    """

    text: str
    corrections: tuple[Correction, ...]
    steady_length: int


class Hearing:
    """Puts right what was heard. `receive` may be called by any thread, everything else by one."""

    def __init__(
        self,
        script: ScriptConverter,
        phonetics: Phonetics,
        numbers: SpokenNumbers,
        nearest: NearestText,
    ) -> None:
        self._script = script
        self._phonetics = phonetics
        self._numbers = numbers
        self._nearest = nearest

    def receive(self, event: Event) -> None:
        """Take what the desk tells everyone (catalogue, glossary); returns at once."""

    @property
    def is_outdated(self) -> bool:
        """Whether a change of catalogue or glossary waits for `refresh`."""
        return False

    def refresh(self) -> None:
        """Build what changed (a second for 10,000 products): between two utterances, or while nobody speaks."""

    def clean(self, heard: Heard, language: Language, *, is_last: bool = False) -> CleanHeard:
        """Return what is shown of `heard`; `is_last` for the last word on an utterance. Never raises."""
        text = with_commas(heard.text, heard.words, language)
        if language == ZH:
            text = self._script.to_simplified(text)
        text = with_marks(text, language, is_last=is_last)
        return CleanHeard(text, (), len(text))
