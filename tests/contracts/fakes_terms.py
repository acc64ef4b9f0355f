"""Fakes of core's ports for glossary and memory: plain and slow, for few terms."""

import difflib
from collections.abc import Iterable, Sequence

from livedesk.core.ports import NearestText, PhraseMatcher


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


class PlainNearest(NearestText):
    """Compares with every text by difflib."""

    def nearest(self, text: str, among: Sequence[str], least: float) -> int | None:
        ratios = [difflib.SequenceMatcher(None, text, other, autojunk=False).ratio() for other in among]
        best = max(range(len(among)), key=ratios.__getitem__, default=None)
        return best if best is not None and ratios[best] >= least else None
