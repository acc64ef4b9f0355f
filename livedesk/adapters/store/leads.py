"""Writes the leads, but only those that changed; for the sink.

A lead that did not change is the same object as before (`core.events.LeadsChanged`), so the leads last read or
written say what there is to write.
"""

from sqlalchemy import Connection

from livedesk.adapters.store import rows, schema
from livedesk.adapters.store.tables import remove, upsert
from livedesk.core.leads.lead import Lead


class StoredLeads:
    """What is known to stand in the table; shared by the thread that reads at the start and the one that writes."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Lead, ...]] = {}

    @property
    def leads(self) -> tuple[Lead, ...]:
        """The leads that were last read or written; those of a table that could not be read are left alone."""
        return self._known.get("leads", ())

    def was_read(self, leads: tuple[Lead, ...]) -> None:
        """Take what was read, unless something was written meanwhile: `setdefault` is one step for all threads."""
        self._known.setdefault("leads", leads)

    def was_written(self, leads: tuple[Lead, ...]) -> None:
        """Take what was committed."""
        self._known["leads"] = leads


def write_leads(connection: Connection, leads: tuple[Lead, ...], known: tuple[Lead, ...]) -> None:
    """Make the table, which holds `known`, hold `leads`."""
    kept = {lead.id for lead in leads}
    remove(connection, schema.leads, [lead.id for lead in known if lead.id not in kept])
    unchanged = {id(lead) for lead in known}
    upsert(connection, schema.leads, [rows.lead_row(lead) for lead in leads if id(lead) not in unchanged])
