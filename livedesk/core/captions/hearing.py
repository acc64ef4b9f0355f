"""From what a recogniser heard to what is shown: one script, marks, the catalogue's names, figures in digits.

For the thread that recognises. The same beginning of what is heard gives the same beginning of what is shown, as far
as `CleanHeard.steady_length` says; further than that nothing may be taken as settled.
"""

from dataclasses import dataclass

from livedesk.core.captions.changes import Change, apply
from livedesk.core.captions.heard import Correction, Heard
from livedesk.core.captions.hot_words import HotWords
from livedesk.core.captions.marks import with_commas, with_marks
from livedesk.core.captions.numbers import numbers_in_digits
from livedesk.core.captions.said_names import said_names
from livedesk.core.captions.spelled import Spellings
from livedesk.core.events import CatalogueChanged, Event, GlossaryChanged
from livedesk.core.ids import ZH, Language
from livedesk.core.ports import CommonWords, NearestText, Phonetics, ScriptConverter, SpokenNumbers
from livedesk.core.translation import figures
from livedesk.core.translation.figures import Strength
from livedesk.core.translation.terms import Term, are_named_alike


@dataclass(frozen=True, slots=True)
class CleanHeard:
    """What is shown of a hypothesis, and what was changed in it; `corrections` are in the order of the text.

    However what is heard goes on, the first `steady_length` characters stay; what follows them may become part of a
    name or a number.
    """

    text: str
    corrections: tuple[Correction, ...]
    steady_length: int


@dataclass(frozen=True, slots=True)
class Ears:
    """What `Hearing` needs from the outside."""

    script: ScriptConverter
    phonetics: Phonetics
    numbers: SpokenNumbers
    nearest: NearestText
    common: CommonWords


class Hearing:
    """Puts right what was heard. `receive` may be called by any thread, everything else by one."""

    def __init__(self, ears: Ears) -> None:
        self._ears = ears
        self._catalogue = CatalogueChanged(())
        self._own: tuple[Term, ...] = ()
        self._built: tuple[CatalogueChanged, tuple[Term, ...]] = (self._catalogue, self._own)
        self._hot_words = HotWords((), ears.phonetics, ears.nearest, ears.common)
        self._spellings = Spellings((), ears.nearest)

    def receive(self, event: Event) -> None:
        """Take what the desk tells everyone; returns at once."""
        match event:
            case CatalogueChanged():
                self._catalogue = event
            case GlossaryChanged(terms):
                self._own = terms
            case _:
                pass  # nothing about names

    @property
    def is_outdated(self) -> bool:
        """Whether a change of catalogue or glossary waits for `refresh`."""
        catalogue, own = self._built
        return catalogue is not self._catalogue or own is not self._own

    def refresh(self) -> None:
        """Build what changed, between two utterances: 10,000 products take 2 s, a later change half of that."""
        catalogue, own = self._catalogue, self._own
        built, built_own = self._built
        is_same = own is built_own and catalogue.name == built.name
        if not (is_same and are_named_alike(built.products, catalogue.products)):
            terms = said_names(own, catalogue.products, catalogue.name)
            ears = self._ears
            self._hot_words = HotWords(terms, ears.phonetics, ears.nearest, ears.common, self._hot_words)
            self._spellings = Spellings(terms, ears.nearest)
        self._built = catalogue, own

    def clean(self, heard: Heard, language: Language, *, is_last: bool = False) -> CleanHeard:
        """Return what is shown of `heard`; `is_last` for the last word on an utterance. Never raises."""
        text = with_commas(heard.text, heard.words, language)
        if language == ZH:
            text = self._ears.script.to_simplified(text)
        text = with_marks(text, language, is_last=is_last)
        changes = self._spellings.find(text, language)
        settled = [len(text) if is_last else self._spellings.settled(_without_end(text))]
        if language == ZH:
            syllables = self._ears.phonetics.syllables(text)
            names = self._hot_words.find(text, syllables, is_last=is_last)
            sound = _with_same_figures(text, names)
            changes += _apart(sound, changes)
            numbers, end = numbers_in_digits(text, self._ears.numbers, is_last=is_last)
            changes += _apart(numbers, changes)
            settled.append(end)
            if not is_last:
                settled.append(self._hot_words.settled(text, syllables))
                settled += [name.start for name in names if name not in sound]
        changes = [change for change in changes if text[change.start : change.end] != change.written]
        shown, corrections = apply(text, changes)
        return CleanHeard(shown, corrections, _moved(min(settled), changes))


def _apart(changes: list[Change], others: list[Change]) -> list[Change]:
    """Return those of `changes` that none of `others` overlaps."""
    return [c for c in changes if not any(c.start < o.end and o.start < c.end for o in others)]


def _without_end(text: str) -> str:
    """Return `text` without the marks at its end, which change as more is heard."""
    return text.rstrip("，。！？；：、,.!?;:… ")


def _figures(text: str) -> list[object]:
    return [figure.readings for figure in figures.read(text, ZH).all if figure.strength > Strength.POSSIBLE]


def _with_same_figures(text: str, changes: list[Change]) -> list[Change]:
    """Return those of `changes` that leave every figure, with its unit, as it was heard."""
    if not changes or _figures(text) == _figures(apply(text, changes)[0]):
        return changes
    return [change for change in changes if _figures(text) == _figures(apply(text, [change])[0])]


def _moved(place: int, changes: list[Change]) -> int:
    """Return where `place` of a text is after `changes`; the start of the one it is in."""
    moved = 0
    for change in changes:
        if change.end <= place:
            moved += len(change.written) - (change.end - change.start)
    around = min((c.start for c in changes if c.start < place < c.end), default=place)
    return around + moved
