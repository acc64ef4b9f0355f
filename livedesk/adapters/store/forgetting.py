"""Deletes all that is stored of a buyer, in every session; for the sink."""

from sqlalchemy import Connection, delete, exists

from livedesk.adapters.store import schema
from livedesk.core.ids import BuyerId


def forget_buyer(connection: Connection, buyer: BuyerId) -> None:
    """Delete a buyer's messages, the replies to them, and the leads made of that buyer."""
    messages, replies, leads = schema.messages, schema.replies, schema.leads
    is_answered = exists().where(
        messages.c.session == replies.c.session, messages.c.id == replies.c.message, messages.c.buyer == buyer
    )
    connection.execute(delete(replies).where(is_answered))
    connection.execute(delete(messages).where(messages.c.buyer == buyer))
    connection.execute(delete(leads).where(leads.c.buyer == buyer))
