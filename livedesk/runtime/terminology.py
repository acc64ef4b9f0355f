"""The glossary and the memory as the translator uses them: told of changes by the desk, read by the `mt` thread.

A change is a record put in place of another, so neither side ever waits. The translator builds what it needs from the
newest records before its next line: of the user's own terms in no time, of a catalogue of 10,000 products within a
second or two. When such a catalogue changes, only what changed of its names is built, beside what there is.
"""

from collections import deque
from collections.abc import Iterable, Sequence

from livedesk.core.events import CatalogueChanged, Event, GlossaryChanged, LineRemembered
from livedesk.core.ids import Language, Sku, TermId
from livedesk.core.ports import NearestText
from livedesk.core.translation.glossary import Glossary, MakeMatcher, Match, TermList
from livedesk.core.translation.memory import Memory
from livedesk.core.translation.remembered import RememberedLine
from livedesk.core.translation.terms import CatalogueTerms, Term

MOST_CHANGES = 300
"""Terms that differ from the list built as a whole before that is built anew."""


class Terminology:
    """What is known of names and of lines."""

    def __init__(
        self, make_matcher: MakeMatcher, nearest: NearestText, lines: Iterable[RememberedLine] = ()
    ) -> None:
        """`lines` are those remembered so far, the oldest first."""
        self._make_matcher = make_matcher
        self._catalogue = CatalogueChanged(())
        self._own: tuple[Term, ...] = ()
        self._news: deque[RememberedLine] = deque(lines)
        self._version = 0
        # From here on only the translator's thread looks.
        self._memory = Memory(nearest)
        self._built: tuple[CatalogueChanged, tuple[Term, ...]] = (self._catalogue, self._own)
        self._lists = TermList((), make_matcher, is_own=True), TermList((), make_matcher, is_own=False)
        self._glossary = Glossary(*self._lists)
        self._catalogue_terms = CatalogueTerms()
        self._whole = self._lists[1], dict[TermId, Term]()
        """The catalogue's terms that were last built as a whole."""
        self._in_use: dict[TermId, Term] = {}
        self._languages: dict[Language, None] = {}

    @property
    def version(self) -> int:
        """Counts the changes in use: what was translated under another version may be translated otherwise now."""
        return self._version

    @property
    def is_outdated(self) -> bool:
        """Whether a change waits for `refresh`."""
        catalogue, own = self._built
        return bool(self._news) or catalogue is not self._catalogue or own is not self._own

    def receive(self, event: Event) -> None:
        """Take what the desk tells everyone; returns at once."""
        match event:
            case CatalogueChanged():
                self._catalogue = event
            case GlossaryChanged(terms):
                self._own = terms
            case LineRemembered(line):
                self._news.append(line)
            case _:
                pass  # nothing about names or remembered lines

    def refresh(self) -> None:
        """Build what changed; the translator calls it before each batch, and while it has nothing else to do."""
        self._version += bool(self._news)
        while self._news:
            self._memory.put(self._news.popleft())
        catalogue, own = self._catalogue, self._own
        if self._built[0] is catalogue and self._built[1] is own:
            return
        own_list, catalogue_list = self._lists
        if own is not self._built[1]:
            own_list = TermList(own, self._make_matcher, is_own=True)
        if catalogue is not self._built[0]:
            catalogue_list = self._catalogue_list(catalogue)
        self._version += (own_list, catalogue_list) != self._lists
        self._lists = own_list, catalogue_list
        self._glossary = Glossary(own_list, catalogue_list, catalogue.products)
        self._built = catalogue, own
        for language in self._languages:
            own_list.prepare(language)
            catalogue_list.prepare(language)

    def _catalogue_list(self, catalogue: CatalogueChanged) -> TermList:
        """Return the catalogue's terms: the list there is, that one with changes, or a whole new one."""
        terms = self._catalogue_terms.of(catalogue.products, catalogue.name)
        in_use, self._in_use = self._in_use, terms
        if terms is in_use:
            return self._lists[1]
        whole, known = self._whole
        gone = frozenset(id_ for id_, term in known.items() if terms.get(id_) is not term)
        added = [term for id_, term in terms.items() if known.get(id_) is not term]
        if known and len(gone) + len(added) <= MOST_CHANGES:
            return whole.changed(gone, added)
        self._whole = TermList(tuple(terms.values()), self._make_matcher, is_own=False), terms
        return self._whole[0]

    def matches(
        self, text: str, source: Language, target: Language, on_air: Sequence[Sku]
    ) -> tuple[Match, ...]:
        """Return the terms in a piece of a line."""
        self._languages[source] = None
        return self._glossary.find(text, source, target, on_air)

    def recall(self, text: str, source: Language, target: Language) -> str | None:
        """Return what a person wrote or approved for this line, None where there is no such line."""
        return self._memory.recall(text, source, target)
