"""Finds the remembered line most like a new one, with rapidfuzz."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from livedesk.core.ports import NearestText
from livedesk.core.typing_compat import override


class FuzzyNearest(NearestText):
    """Likeness is the normalised Indel similarity: one minus the share of letters put in or left out."""

    @override
    def nearest(self, text: str, among: Sequence[str], least: float) -> int | None:
        found = process.extractOne(text, among, scorer=fuzz.ratio, score_cutoff=least * 100)
        return None if found is None else int(found[2])
