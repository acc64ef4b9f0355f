"""The list of leads: made from chat, from a phone or by hand; changed, merged, removed.

A lead follows its buyer: what they write and what they are answered goes into it, field by field, except for fields
that a person has set.
"""

from collections.abc import Iterable
from dataclasses import fields, replace
from itertools import zip_longest

from livedesk.core import events as ev
from livedesk.core.chat.log import clean
from livedesk.core.ids import BuyerId, Language, LeadId, SessionId, buyer_id
from livedesk.core.leads.duplicates import merged
from livedesk.core.leads.following import MOST_CONTACTS, MOST_ITEMS, with_given, with_message, with_reply
from livedesk.core.leads.lead import Contact, Lead, LeadItem, TranscriptLine
from livedesk.core.leads.scoring import MoqOf, scored
from livedesk.core.records import Message, Reply, ReplyState

MOST_FROM_PHONES = 2_000
"""Leads that phones can make in one session; whoever asks then is told by the page, and the list stays readable."""
_LONGEST_NAME, _LONGEST_NOTE, _LONGEST_CONTACT = 80, 1_000, 120
_FOLLOWING = frozenset({"name", "company", "country", "language", "contacts", "items"})
"""The fields that follow the buyer until a person sets them."""


class LeadBook:
    """All leads, the newest first; belongs to the desk, and outlives a session."""

    def __init__(self, moq_of: MoqOf = lambda _sku: None) -> None:
        self.leads: tuple[Lead, ...] = ()
        self._moq_of = moq_of
        self._by_buyer: dict[BuyerId, LeadId] = {}
        self._by_id: dict[LeadId, Lead] = {}

    def of_buyer(self, buyer: BuyerId) -> Lead | None:
        """Return the lead that is about a buyer, None where there is none."""
        found = self._by_buyer.get(buyer)
        return self._by_id[found] if found is not None else None

    def change(
        self, given: ev.PutLeads | ev.RemoveLeads | ev.MergeLeads | ev.LeadsLoaded, now: float = 0.0
    ) -> list[ev.Event]:
        """Take a change; nothing follows where all stays the same."""
        known = dict(self._by_id)
        match given:
            case ev.PutLeads((edited,), (seen,)) if edited.id in known:
                put = self._put(edited, seen, now)
                return [] if put is known[edited.id] else self._replace(put)
            case ev.PutLeads(leads, based_on):
                for lead, base in zip_longest(leads, based_on[: len(leads)]):
                    if base is None or lead.id in known:  # an edit of one that is gone does not bring it back
                        known[lead.id] = self._put(lead, base, now)
            case ev.RemoveLeads(gone):
                known = {id_: lead for id_, lead in known.items() if id_ not in gone}
            case ev.MergeLeads(keep, others):
                same = [lead for id_ in dict.fromkeys(others) if id_ != keep and (lead := known.get(id_))]
                if keep in known and same:
                    known[keep] = replace(merged(known[keep], same, self._moq_of), changed_at=now)
                    known = {id_: lead for id_, lead in known.items() if lead not in same}
            case ev.LeadsLoaded(leads):
                known = {lead.id: lead for lead in leads}
        return self._set(known.values())

    def forget(self, buyer: BuyerId) -> list[ev.Event]:
        """Drop every lead that is about a buyer."""
        return self._set(lead for lead in self.leads if buyer not in lead.buyers)

    def make(
        self, session: SessionId, messages: Iterable[Message], replies: Iterable[Reply], now: float
    ) -> tuple[Lead | None, list[ev.Event]]:
        """Make a lead of a buyer's messages and the answers to them, or bring the one there is up to date."""
        lead: Lead | None = None
        for message in messages:
            lead = lead or self.of_buyer(message.buyer)
            if lead is None:
                lead = Lead(
                    self._new_id(session, now),
                    now,
                    now,
                    session,
                    message.buyer,
                    message.platform or message.source,
                )
            lead = with_message(lead, message, self._moq_of)
        if lead is None:
            return None, []
        lead = self._with_said(lead, (), replies)
        return lead, self._keep(lead, now)

    def follow(self, message: Message, now: float) -> list[ev.Event]:
        """A message is new or was translated: its buyer's lead, where there is one, takes it."""
        lead = self.of_buyer(message.buyer)
        return self._keep(with_message(lead, message, self._moq_of), now) if lead else []

    def answered(self, message: Message, reply: Reply, now: float) -> list[ev.Event]:
        """An answer was sent: its buyer's lead, where there is one, takes it."""
        lead = self.of_buyer(message.buyer)
        return self._keep(with_reply(lead, reply), now) if lead else []

    def quote_wanted(
        self,
        given: ev.QuoteWanted,
        session: SessionId,
        now: float,
        messages: Iterable[Message] = (),
        replies: Iterable[Reply] = (),
    ) -> tuple[bool, list[ev.Event]]:
        """A phone asks for a quote: make its lead or bring it up to date; return whether it is a new one.

        A new lead begins with the `messages` that the buyer wrote before and the answers to them. The same twice
        changes nothing. Texts are cut to what a person would write.
        """
        buyer = buyer_id(given.source, given.buyer_key or given.buyer_name)
        lead = self.of_buyer(buyer)
        is_new = lead is None
        if lead is None:
            of_session = sum(each.session == session and each.consented_at is not None for each in self.leads)
            if of_session >= MOST_FROM_PHONES:
                return False, []
            lead = Lead(self._new_id(session, now), now, now, session, buyer, given.source)
            lead = self._with_said(lead, messages, replies)
        consent = clean(given.consent)
        if lead.consented_at is None or lead.consent != consent:
            lead = replace(lead, consented_at=now, consent=consent)
        facts: dict[str, str | Language] = {
            "name": _line(given.buyer_name, _LONGEST_NAME),
            "company": _line(given.company, _LONGEST_NAME),
            "country": given.country[:2].upper() if given.country[:2].isalpha() else "",
            "language": given.language,
        }
        contacts = [Contact(c.kind, _line(c.value, _LONGEST_CONTACT)) for c in given.contacts[:MOST_CONTACTS]]
        note = clean(given.note)[:_LONGEST_NOTE]
        lead = with_given(
            lead,
            self._moq_of,
            facts=facts,
            contacts=tuple(contact for contact in contacts if contact.value),
            items=tuple(item for item in given.items[:MOST_ITEMS] if _is_possible(item, self._moq_of)),
            note=TranscriptLine(now, True, note) if note else None,
        )
        return is_new, self._keep(lead, now)

    # --- how ---

    def _with_said(self, lead: Lead, messages: Iterable[Message], replies: Iterable[Reply]) -> Lead:
        """Return the lead with what its buyer wrote, and with the answers that were sent."""
        for message in messages:
            lead = with_message(lead, message, self._moq_of)
        for reply in replies:
            if reply.state is ReplyState.SENT:
                lead = with_reply(lead, reply)
        return lead

    def _put(self, lead: Lead, base: Lead | None, now: float) -> Lead:
        """Return what to keep of a lead that a person put."""
        if base is None:
            return scored(lead, self._moq_of)
        current = self._by_id[lead.id]
        changed = {f.name for f in fields(Lead) if getattr(lead, f.name) != getattr(base, f.name)}
        by_hand = changed & _FOLLOWING
        wanted = {name: getattr(lead, name) for name in changed - {"by_hand", "changed_at"}}
        result = replace(current, **wanted, by_hand=current.by_hand | by_hand)
        result = scored(result, self._moq_of)
        return current if result == current else replace(result, changed_at=now)

    def _keep(self, lead: Lead, now: float) -> list[ev.Event]:
        if self._by_id.get(lead.id) == lead:
            return []
        return self._replace(replace(lead, changed_at=now))

    def _replace(self, lead: Lead) -> list[ev.Event]:
        """Keep one lead; where it is as old and about as many buyers as before, the others are not looked at."""
        old = self._by_id.get(lead.id)
        if old is None or (old.created_at, old.buyers) != (lead.created_at, lead.buyers):
            return self._set((self._by_id | {lead.id: lead}).values())
        self._by_id[lead.id] = lead
        self.leads = tuple([lead if each is old else each for each in self.leads])
        return [ev.LeadsChanged(self.leads)]

    def _set(self, leads: Iterable[Lead]) -> list[ev.Event]:
        changed = tuple(sorted(leads, key=lambda lead: lead.created_at, reverse=True))
        if changed == self.leads:
            return []
        self.leads = changed
        self._by_id = {lead.id: lead for lead in changed}
        self._by_buyer = {buyer: lead.id for lead in changed for buyer in lead.buyers}
        return [ev.LeadsChanged(changed)]

    def _new_id(self, session: SessionId, now: float) -> LeadId:
        stem = f"{session}/" if session else "hand/"
        last = (id_.removeprefix(stem) for id_ in self._by_id if id_.startswith(stem))
        count = max((int(number) for number in last if number.isdecimal()), default=0) + 1
        return LeadId(f"{stem}{count if session else max(count, int(now))}")


def _line(text: str, longest: int) -> str:
    return " ".join(clean(text).split())[:longest]


def _is_possible(item: LeadItem, moq_of: MoqOf) -> bool:
    """Whether there is such a product, and such a quantity of it."""
    return moq_of(item.sku) is not None and (item.quantity is None or 0 < item.quantity < 1_000_000_000)
