"""Every database that an older livedesk left behind still opens, with every row it had."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.adapters.store.database import newest_version, open_database
from livedesk.adapters.store.reading import StoreReader
from livedesk.core.events import SessionRestored
from livedesk.core.ids import SegmentId
from tests.contracts.sink_contract import (
    BARE,
    BRAND,
    CAPTION,
    FIRST,
    LIVE,
    MARK,
    MESSAGE,
    MUG,
    NAME,
    REMEMBERED,
    REPLY,
    SECOND,
    TRANSLATED,
)

OLD = sorted((Path(__file__).parents[2] / "data" / "old_db").glob("*.db"))
Rows = dict[str, list[dict[str, object]]]


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
        columns = rows[0].keys()
        assert [{name: row[name] for name in columns} for row in after[table]] == rows


@pytest.mark.parametrize("old", OLD, ids=lambda path: str(path.stem))
def test_that_an_old_session_reads_as_it_was(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "livedesk.db"
    shutil.copy(old, path)
    database = open_database(path)
    reader = StoreReader(database)
    unpinned = replace(LIVE, pinned=())
    captions = (TRANSLATED, replace(CAPTION, segment=SegmentId(2)))
    assert reader.load_session(FIRST) == SessionRestored(unpinned, captions, (MESSAGE,), (REPLY,))
    assert reader.load_catalogue() == (MUG, BARE)
    has_terms = int(old.stem.removeprefix("v")) >= 2
    assert reader.load_terms() == ((BRAND, MARK) if has_terms else ())
    assert reader.load_memory() == ((REMEMBERED,) if has_terms else ())
    assert reader.load_booth_name() == (NAME if has_terms else {})
    assert [summary.id for summary in reader.sessions()] == [SECOND, FIRST]
    database.close()
