"""The list of leads: made from chat, from a phone or by hand; changed, merged, removed."""

from livedesk.core import events as ev
from livedesk.core.leads.lead import Lead


class LeadBook:
    """All leads, the newest first; belongs to the desk, and outlives a session."""

    def __init__(self) -> None:
        self.leads: tuple[Lead, ...] = ()

    def change(self, given: ev.PutLeads | ev.RemoveLeads | ev.LeadsLoaded) -> list[ev.Event]:
        """Take a change; nothing follows where all stays the same."""
        known = {lead.id: lead for lead in self.leads}
        match given:
            case ev.PutLeads(leads):
                known |= {lead.id: lead for lead in leads}
            case ev.RemoveLeads(gone):
                known = {id_: lead for id_, lead in known.items() if id_ not in gone}
            case ev.LeadsLoaded(leads):
                known = {lead.id: lead for lead in leads}
        changed = tuple(sorted(known.values(), key=lambda lead: lead.created_at, reverse=True))
        if changed == self.leads:
            return []
        self.leads = changed
        return [ev.LeadsChanged(changed)]
