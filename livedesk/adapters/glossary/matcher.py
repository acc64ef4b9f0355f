"""Finds every phrase of a large glossary in a line in one pass, with the Aho-Corasick automaton of pyahocorasick."""

from collections.abc import Iterable, Sequence

import ahocorasick

from livedesk.core.ports import PhraseMatcher
from livedesk.core.typing_compat import override


class AhoMatcher(PhraseMatcher):
    """Matches `phrases`; of those that are alike the last one counts, and an empty one is never found."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for number, phrase in enumerate(phrases):
            if phrase:
                self._automaton.add_word(phrase, (number, len(phrase)))
        self._is_empty = len(self._automaton) == 0
        if not self._is_empty:
            self._automaton.make_automaton()

    @override
    def find(self, text: str) -> Iterable[tuple[int, int, int]]:
        if self._is_empty:
            return []  # an automaton without words refuses to search
        found = self._automaton.iter(text)
        return [(last + 1 - length, last + 1, number) for last, (number, length) in found]
