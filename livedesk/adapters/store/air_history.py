"""Keeps the history of what was on air; for the sink."""

from typing import Any

from sqlalchemy import Connection, select, update

from livedesk.adapters.store import schema
from livedesk.core.records import Session
from livedesk.core.session.air import AirKind, OnAir, on_air
from livedesk.core.wire import encode


def write_air_history(connection: Connection, session: Session, now: float) -> None:
    """Open and close rows so that those open are what is on air; an offer's row keeps its newest words."""
    table = schema.air_history
    columns = (table.c.id, table.c.kind, table.c.sku, table.c.began_at, table.c.offer)
    is_open = (table.c.session == session.id) & table.c.ended_at.is_(None)
    shown = on_air(session)
    for id_, kind, sku, began_at, offer in connection.execute(select(*columns).where(is_open)).fetchall():
        thing = OnAir(AirKind(kind), sku, began_at if kind == AirKind.OFFER else 0.0)
        row = update(table).where(table.c.id == id_)
        if thing not in shown:
            connection.execute(row.values(ended_at=session.ended_at or now))
        elif (words := encode(shown.pop(thing))) != offer:
            connection.execute(row.values(offer=words))
    new: list[dict[str, Any]] = [
        {
            "session": session.id,
            "kind": thing.kind,
            "sku": thing.sku,
            "began_at": thing.since or now,
            "ended_at": None,
            "offer": encode(offer),
        }
        for thing, offer in shown.items()
    ]
    if new:
        connection.execute(table.insert(), new)
