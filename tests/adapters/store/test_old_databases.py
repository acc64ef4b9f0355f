"""Every database that an older livedesk left behind still opens, with every row it had."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.adapters.store.database import newest_version, open_database
from livedesk.adapters.store.reading import StoreReader
from livedesk.core.chat.moderation import Moderation
from livedesk.core.events import SessionRestored
from livedesk.core.ids import SegmentId, Sku
from livedesk.core.session.air import AirKind, AirTime
from tests.contracts.sink_contract import (
    BARE,
    BATCH,
    BRAND,
    CANNED,
    CAPTION,
    EMPTY_BATCH,
    FIRST,
    FROM_AFAR,
    GAP,
    HAND_LEAD,
    HEARD,
    LEAD,
    LINKED,
    LIVE,
    MARK,
    MESSAGE,
    MODERATION,
    MUG,
    NAME,
    OFFER,
    OWN_CANNED,
    PUBLIC,
    REMEMBERED,
    REPLY,
    SECOND,
    TRANSLATED,
    WHOLE,
)

OLD = sorted((Path(__file__).parents[2] / "data" / "old_db").glob("*.db"))
Rows = dict[str, list[dict[str, object]]]

MOVED: dict[str, dict[str, str | None]] = {
    "air_history": {"pinned_at": "began_at", "unpinned_at": "ended_at"},
    "products": {"lead_time_days": None, "picture": None, "certificates": None},
}
"""Columns that a later version names otherwise; None: it says the same as a record, which the next test reads."""


def rows_of(path: Path) -> Rows:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {
            name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')]
            for name in names
            if name != "alembic_version"
        }


def test_that_a_database_of_every_version_is_kept() -> None:
    assert [path.stem for path in OLD] == [f"v{n:04d}" for n in range(1, newest_version() + 1)]


@pytest.mark.parametrize("old", OLD, ids=lambda path: str(path.stem))
def test_that_an_old_database_is_updated_with_its_rows_intact(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "livedesk.db"
    shutil.copy(old, path)
    before = rows_of(path)
    assert all(before.values()), "a table without rows would prove nothing"
    database = open_database(path)
    assert database.kept_aside is None
    database.close()
    after = rows_of(path)
    for table, rows in before.items():
        moved = MOVED.get(table, {})
        columns = {name: moved.get(name, name) for name in rows[0] if moved.get(name, name)}
        kept = [{old: row[new] for old, new in columns.items()} for row in after[table]]
        assert kept == [{name: row[name] for name in columns} for row in rows]


@pytest.mark.parametrize("old", OLD, ids=lambda path: str(path.stem))
def test_that_an_old_session_reads_as_it_was(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "livedesk.db"
    shutil.copy(old, path)
    database = open_database(path)
    reader = StoreReader(database)
    has_terms, is_whole = old.stem >= "v0002", old.stem >= "v0003"
    unpinned = replace(LIVE, pinned=(), offer=OFFER if is_whole else None)
    captions = (TRANSLATED, replace(CAPTION, segment=SegmentId(2)), *((HEARD, GAP) if is_whole else ()))
    has_buyers = old.stem >= "v0005"
    messages = (MESSAGE, LINKED) if is_whole else (MESSAGE,)
    messages += (FROM_AFAR,) if has_buyers else ()
    replies = (REPLY, PUBLIC) if has_buyers else (REPLY,)
    assert reader.load_session(FIRST) == SessionRestored(unpinned, captions, messages, replies)
    assert reader.load_catalogue() == ((MUG, BARE, WHOLE) if is_whole else (MUG, BARE))
    pinned = AirTime(FIRST, AirKind.PINNED, Sku("MUG-01"), 1_795_000_000.0, 1_795_000_000.0)
    assert [time for time in reader.air_history(FIRST) if time.kind is AirKind.PINNED] == [pinned]
    assert reader.load_terms() == ((BRAND, MARK) if has_terms else ())
    assert reader.load_batches() == ((BATCH, EMPTY_BATCH) if old.stem >= "v0004" else ())
    assert reader.load_memory() == ((REMEMBERED,) if has_terms else ())
    assert reader.load_leads() == ((LEAD, HAND_LEAD) if has_buyers else ())
    assert reader.load_canned() == ((CANNED, OWN_CANNED) if has_buyers else None)
    assert reader.load_moderation() == (MODERATION if has_buyers else Moderation())
    assert reader.load_booth_name() == (NAME if has_terms else {})
    assert [summary.id for summary in reader.sessions()] == [SECOND, FIRST]
    database.close()
