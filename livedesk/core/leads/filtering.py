"""Which leads are listed, and in which order. A search costs a look at each lead's folded text, kept between keys."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from livedesk.core.ids import LeadId, SessionId, Sku
from livedesk.core.leads.lead import Lead, LeadScore


class LeadOrder(StrEnum):
    """What stands first."""

    NEWEST = "newest"
    HOTTEST = "hottest"
    NAME = "name"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class LeadFilter:
    """What is looked for; "" and None let everything through. `since` is compared with the time of the making."""

    text: str = ""
    scores: frozenset[LeadScore] = frozenset()
    session: SessionId | None = None
    since: float | None = None
    tag: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether all leads are listed."""
        return self == LeadFilter()


_ACCENTS = re.compile("[\u0300-\u036f]")
_HEAT = {LeadScore.HOT: 0, LeadScore.WARM: 1, LeadScore.COLD: 2}


class LeadFinder:
    """Finds among leads; `names` gives the other names of a product, so that a buyer of "cups" is found."""

    def __init__(self, names: Callable[[Sku], Iterable[str]]) -> None:
        self._names = names
        self._texts: dict[LeadId, tuple[Lead, str]] = {}

    def forget(self) -> None:
        """The products are called otherwise now."""
        self._texts.clear()

    def find(
        self, leads: Sequence[Lead], wanted: LeadFilter, order: LeadOrder = LeadOrder.NEWEST
    ) -> list[Lead]:
        """Return the leads that are wanted; each word of the text must stand somewhere in the lead."""
        words = fold(wanted.text).split()
        found = [lead for lead in leads if _is_of(lead, wanted) and self._has(lead, words)]
        match order:
            case LeadOrder.HOTTEST:
                found.sort(key=lambda lead: (_HEAT[lead.score], -lead.created_at))
            case LeadOrder.NAME:
                found.sort(key=lambda lead: (not lead.name, fold(lead.name)))
            case LeadOrder.COUNTRY:
                found.sort(key=lambda lead: (not lead.country, lead.country, -lead.created_at))
            case LeadOrder.NEWEST:
                pass  # as the desk keeps them
        return found

    def warm(self, leads: Sequence[Lead], start: int, count: int) -> None:
        """Fold the texts of some leads before anybody looks for them."""
        for lead in leads[start : start + count]:
            self._has(lead, [""])

    def _has(self, lead: Lead, words: list[str]) -> bool:
        if not words:
            return True
        known = self._texts.get(lead.id)
        if known is None or known[0] is not lead:
            known = self._texts[lead.id] = lead, self._text(lead)
        return all(word in known[1] for word in words)

    def _text(self, lead: Lead) -> str:
        parts = [lead.name, lead.company, lead.country, lead.language or "", lead.notes, *lead.tags]
        parts += [contact.value for contact in lead.contacts]
        for item in lead.items:
            parts += [item.sku, *self._names(item.sku)]
        for line in lead.transcript:
            parts += [line.text, line.translation]
        return fold("\n".join(parts))


def fold(text: str) -> str:
    """Return `text` as it is compared: half-width, lower case, accents dropped. Made for many long texts at once."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()


def _is_of(lead: Lead, wanted: LeadFilter) -> bool:
    return (
        (not wanted.scores or lead.score in wanted.scores)
        and (wanted.session is None or lead.session == wanted.session)
        and (wanted.since is None or lead.created_at >= wanted.since)
        and (not wanted.tag or wanted.tag in lead.tags)
    )
