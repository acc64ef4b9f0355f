"""Deletes all that is stored of a buyer, in every session; for the sink.

Deleting is meant as such: `secure_delete` overwrites what goes (see `database.make_engine`), the write-ahead log is
folded and emptied, and the copies made before migrations are treated alike, in their own older form. What cannot be
rewritten among those is deleted. A damaged database that was kept aside, tapes (`--tape`) and exported files are the
user's own and stay.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, exists, func, or_, select

from livedesk.adapters.store import schema
from livedesk.core.ids import BuyerId


def forget_buyer(connection: Connection, buyer: BuyerId) -> list[str]:
    """Delete a buyer's messages, the replies to them, what was remembered of their words, and the leads.

    Returns the names of the photos that came with the messages.
    """
    messages, replies, leads, memory = schema.messages, schema.replies, schema.leads, schema.memory
    is_answered = exists().where(
        messages.c.session == replies.c.session, messages.c.id == replies.c.message, messages.c.buyer == buyer
    )
    said = select(messages.c.text).where(messages.c.buyer == buyer)
    of_buyer = select(messages.c.photo).where(messages.c.buyer == buyer, messages.c.photo != "")
    photos = list(connection.scalars(of_buyer))
    connection.execute(delete(memory).where(memory.c.source.in_(said)))
    connection.execute(delete(replies).where(is_answered))
    connection.execute(delete(messages).where(messages.c.buyer == buyer))
    merged = func.json_each(leads.c.lead, "$.merged_buyers").table_valued("value")
    is_merged = exists(select(1).select_from(merged).where(merged.c.value == buyer))
    connection.execute(delete(leads).where(or_(leads.c.buyer == buyer, is_merged)))
    return photos


def empty_log(engine: Engine) -> bool:
    """Fold the write-ahead log into the file and cut it to nothing; return False where a reader is in the way."""
    with closing(engine.raw_connection()) as connection:
        is_busy, _, _ = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not is_busy


def forget_in_copies(database: Path, buyers: Iterable[BuyerId]) -> None:
    """Delete the buyers from the copies of `database` that were made before migrations, or else the copies."""
    gone = [(buyer,) for buyer in buyers]
    for copy in sorted(database.parent.glob(f"{database.name}.backup-*")):
        try:
            _forget_in(copy, gone)
        except sqlite3.Error:
            copy.unlink(missing_ok=True)


def _forget_in(copy: Path, gone: list[tuple[BuyerId]]) -> None:
    """Delete buyers from a database of any version, and whatever its free pages still hold."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN IMMEDIATE")
        statements = (
            ("memory", "DELETE FROM memory WHERE source IN (SELECT text FROM messages WHERE buyer = ?)"),
            (
                "replies",
                "DELETE FROM replies WHERE EXISTS (SELECT 1 FROM messages WHERE messages.session = replies.session "
                "AND messages.id = replies.message AND messages.buyer = ?)",
            ),
            ("messages", "DELETE FROM messages WHERE buyer = ?"),
            ("leads", "DELETE FROM leads WHERE buyer = ?"),
        )
        for table, statement in statements:
            if table in tables:
                connection.executemany(statement, gone)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
