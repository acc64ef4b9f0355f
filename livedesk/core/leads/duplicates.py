"""Which leads seem to be the same person, and one lead made of several. Nothing is merged unasked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from livedesk.core.ids import LeadId
from livedesk.core.leads.contacts import contact_key
from livedesk.core.leads.following import MOST_CONTACTS, MOST_ITEMS, with_line
from livedesk.core.leads.lead import Contact, Lead, LeadItem, LeadScore, ScoreReason
from livedesk.core.leads.scoring import MoqOf, scored

_ORDER = (LeadScore.COLD, LeadScore.WARM, LeadScore.HOT)


MOST_TOLD = 20
"""So many others are named for one lead; who shares a number with more has a wrong one."""


class DuplicateFinder:
    """Finds leads that seem to be the same person: they share a contact, or both their name and their company.

    The signs of a lead are kept as long as it is the same object, so that a change of one costs little.
    """

    def __init__(self) -> None:
        self._signs: dict[LeadId, tuple[Lead, frozenset[object]]] = {}
        self._by_sign: dict[object, list[LeadId]] = {}

    def take(self, leads: Iterable[Lead]) -> None:
        """Look among these leads from now on."""
        known, self._signs, self._by_sign = self._signs, {}, {}
        for lead in leads:
            kept = known.get(lead.id)
            signs = kept if kept and kept[0] is lead else (lead, _signs(lead))
            self._signs[lead.id] = signs
            for sign in signs[1]:
                self._by_sign.setdefault(sign, []).append(lead.id)

    def of(self, lead: LeadId) -> tuple[LeadId, ...]:
        """Return the leads that seem to be the same person as `lead`."""
        found = self._signs.get(lead)
        signs = found[1] if found else ()
        others = dict.fromkeys(other for sign in signs for other in self._by_sign[sign] if other != lead)
        return tuple(others)[:MOST_TOLD]


def _signs(lead: Lead) -> frozenset[object]:
    signs: set[object] = {contact_key(contact) for contact in lead.contacts}
    name, company = _plain(lead.name), _plain(lead.company)
    if name and company:
        signs.add((name, company))
    return frozenset(signs)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def merged(keep: Lead, others: Sequence[Lead], moq_of: MoqOf) -> Lead:
    """Return `keep` with what it lacks of the others; where both say something, `keep` is right."""
    result = keep
    for other in others:
        result = _with(result, other)
    return scored(result, moq_of)


def _with(keep: Lead, other: Lead) -> Lead:
    consents = [lead for lead in (keep, other) if lead.consented_at is not None]
    first = min(consents, key=lambda lead: lead.consented_at or 0.0, default=keep)
    buyers = dict.fromkeys((*keep.buyers, *other.buyers))
    buyer = keep.buyer or next(iter(buyers), None)
    is_by_hand = ScoreReason.SET_BY_HAND in keep.score_reasons
    reasons = {*keep.score_reasons, *(r for r in other.score_reasons if r is not ScoreReason.SET_BY_HAND)}
    return replace(
        keep,
        created_at=min(keep.created_at, other.created_at),
        buyer=buyer,
        source=keep.source or other.source,
        name=keep.name or other.name,
        company=keep.company or other.company,
        country=keep.country or other.country,
        language=keep.language or other.language,
        contacts=_all_contacts(keep.contacts, other.contacts),
        items=_all_items(keep.items, other.items),
        score=keep.score if is_by_hand else max(keep.score, other.score, key=_ORDER.index),
        score_reasons=tuple(reason for reason in ScoreReason if reason in reasons),
        notes="\n".join(dict.fromkeys(filter(None, (keep.notes, other.notes)))),
        tags=tuple(dict.fromkeys((*keep.tags, *other.tags))),
        transcript=with_line(keep.transcript, other.transcript),
        consented_at=first.consented_at,
        consent=first.consent,
        merged_buyers=tuple(each for each in buyers if each != buyer),
    )


def _all_contacts(kept: tuple[Contact, ...], more: tuple[Contact, ...]) -> tuple[Contact, ...]:
    known = {(contact.kind, contact_key(contact)): contact for contact in (*more, *kept)}
    ordered = dict.fromkeys((contact.kind, contact_key(contact)) for contact in (*kept, *more))
    return tuple(known[key] for key in ordered)[: 2 * MOST_CONTACTS]


def _all_items(kept: tuple[LeadItem, ...], more: tuple[LeadItem, ...]) -> tuple[LeadItem, ...]:
    known = {item.sku: item for item in kept}
    for item in more:
        if item.sku not in known or known[item.sku].quantity is None:
            known[item.sku] = item
    return tuple(known.values())[: 2 * MOST_ITEMS]
