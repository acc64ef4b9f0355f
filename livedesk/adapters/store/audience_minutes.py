"""Keeps how many phones there were, minute by minute; for the sink and the report."""

from collections.abc import Sequence

from sqlalchemy import Connection, case
from sqlalchemy.dialects.sqlite import insert

from livedesk.adapters.store import schema
from livedesk.core.audience.audience import Audience
from livedesk.core.ids import SessionId
from livedesk.core.wire import encode

_MINUTE_S = 60


def write_audience(
    connection: Connection, session: SessionId, counted: Sequence[Audience], now: float
) -> None:
    """Keep the most phones of this minute; of equal counts, and of reactions, the newest."""
    peak = max(reversed(counted), key=lambda audience: audience.phones)
    table = schema.audience_minutes
    row = insert(table).values(
        session=session,
        minute=int(now // _MINUTE_S),
        phones=peak.phones,
        languages=encode(peak.languages),
        reactions=encode(counted[-1].reactions),
    )
    new = row.excluded
    is_peak = new.phones >= table.c.phones
    connection.execute(
        row.on_conflict_do_update(
            list(table.primary_key),
            set_={
                "phones": case((is_peak, new.phones), else_=table.c.phones),
                "languages": case((is_peak, new.languages), else_=table.c.languages),
                "reactions": new.reactions,
            },
        )
    )
