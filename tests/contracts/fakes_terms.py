"""Fakes of core's ports for glossary and memory: plain and slow, for few terms."""

from collections.abc import Iterable, Sequence

from livedesk.core.ports import PhraseMatcher


class PlainMatcher(PhraseMatcher):
    """Looks for one phrase after the other."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = list(phrases)

    def find(self, text: str) -> Iterable[tuple[int, int, int]]:
        for number, phrase in enumerate(self._phrases):
            start = text.find(phrase) if phrase else -1
            while start >= 0:
                yield start, start + len(phrase), number
                start = text.find(phrase, start + 1)
