"""Writes rows into tables, whichever they are; for the sink."""

from sqlalchemy import Connection, Table, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from livedesk.adapters.store.rows import Row


def upsert(connection: Connection, table: Table, values: list[Row]) -> None:
    """Insert `values`, or overwrite the rows that have the same key."""
    if not values:
        return
    statement = insert(table)
    changes = {c.name: statement.excluded[c.name] for c in table.columns if not c.primary_key}
    connection.execute(statement.on_conflict_do_update(list(table.primary_key), set_=changes), values)


def remove(connection: Connection, table: Table, keys: list[str]) -> None:
    """Delete the rows with these keys from `table`, which has one key column."""
    (key,) = table.primary_key
    if keys:
        connection.execute(delete(table).where(key == bindparam("gone")), [{"gone": k} for k in keys])


def replace_all(connection: Connection, table: Table, values: list[Row]) -> None:
    """Make `values` the whole content of `table`, which has one key column."""
    (key,) = table.primary_key
    kept = {row[key.name] for row in values}
    remove(connection, table, [found for found in connection.scalars(select(key)) if found not in kept])
    upsert(connection, table, values)
