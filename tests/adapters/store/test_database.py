"""Opening the database: new, old, newer, damaged, read-only, full; nothing that was kept is ever deleted."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from livedesk.adapters.store import schema
from livedesk.adapters.store.database import BACKUPS_KEPT, MIGRATIONS, newest_version, open_database
from livedesk.adapters.store.reading import StoreReader
from livedesk.adapters.store.sink import SqlSink
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.events import CaptionChanged, CatalogueChanged, SessionChanged
from livedesk.runtime.clock import ManualClock
from tests.adapters.store.conftest import fill_disk, lock_disk
from tests.contracts.sink_contract import CAPTION, FIRST, LIVE, MUG

ADD_COLUMN = '''"""A step of the test's own."""

from alembic import op

revision = "{number:04d}"
down_revision = "{before:04d}"


def upgrade() -> None:
    op.execute("ALTER TABLE sessions ADD COLUMN added_{number} TEXT")
    {then}
    op.execute("PRAGMA user_version = {number}")
'''


def migrations_up_to(folder: Path, number: int, then: str = "") -> Path:
    """Return a copy of the migrations with steps added until `number`; the last one also does `then`."""
    copy = folder / f"migrations to {number} 100%"
    shutil.copytree(MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    for step in range(newest_version() + 1, number + 1):
        script = ADD_COLUMN.format(number=step, before=step - 1, then=then if step == number else "")
        (copy / "versions" / f"v{step:04d}_added.py").write_text(script, encoding="utf-8")
    return copy


def fill(path: Path) -> None:
    """Make a database with a session, a caption and a product at `path`."""
    sink = SqlSink(open_database(path), ManualClock(5.0))
    sink.write([SessionChanged(LIVE), CaptionChanged(CAPTION), CatalogueChanged((MUG,))])
    sink.close()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def user_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def set_user_version(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


# --- new ---


def test_that_a_new_database_is_made_by_the_migrations(hall: Path) -> None:
    database = open_database(hall / "data" / "livedesk.db")
    assert database.kept_aside is None
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == f"{newest_version():04d}"
        assert compare_metadata(context, schema.metadata) == []
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == newest_version()
    database.close()
    assert [path.name for path in (hall / "data").iterdir()] == ["livedesk.db"]


def test_that_connections_are_set_up_as_designed(hall: Path) -> None:
    database = open_database(hall / "livedesk.db")
    with database.engine.connect() as connection:
        settings = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    database.close()
    assert settings == ["wal", 1, 1, 2000]


def test_that_an_empty_file_is_taken_for_a_new_database(hall: Path) -> None:
    (hall / "livedesk.db").touch()
    database = open_database(hall / "livedesk.db")
    database.close()
    assert database.kept_aside is None
    assert user_version(hall / "livedesk.db") == newest_version()


def test_that_opening_again_changes_nothing(hall: Path) -> None:
    fill(hall / "livedesk.db")
    before = contents(hall)
    open_database(hall / "livedesk.db").close()
    assert contents(hall) == before


# --- older ---


def test_that_an_older_database_is_backed_up_and_updated(hall: Path, tmp_path: Path) -> None:
    path, first = hall / "livedesk.db", newest_version()
    fill(path)
    database = open_database(path, migrations_up_to(tmp_path, first + 2))
    assert StoreReader(database).load_session(FIRST).captions == (CAPTION,)
    database.close()
    assert user_version(path) == first + 2
    backup = hall / f"livedesk.db.backup-{first}"
    assert sorted(contents(hall)) == ["livedesk.db", backup.name]
    old = open_database(backup)
    assert StoreReader(old).load_session(FIRST).session == LIVE
    assert StoreReader(old).load_catalogue() == (MUG,)
    old.close()
    assert user_version(backup) == first


def test_that_the_backup_holds_what_is_only_in_the_log(hall: Path, tmp_path: Path) -> None:
    source, path = hall / "running.db", hall / "livedesk.db"
    running = open_database(source)
    SqlSink(running, ManualClock()).write([SessionChanged(LIVE)])
    for ending in ("", "-wal"):  # as a killed process leaves them
        shutil.copy(f"{source}{ending}", f"{path}{ending}")
    running.close()
    open_database(path, migrations_up_to(tmp_path, newest_version() + 1)).close()
    old = open_database(hall / f"livedesk.db.backup-{newest_version()}")
    assert StoreReader(old).load_session(FIRST).session == LIVE
    old.close()


def test_that_the_last_three_backups_stay(hall: Path, tmp_path: Path) -> None:
    path, first = hall / "livedesk.db", newest_version()
    fill(path)
    for number in range(first + 1, first + 13):
        open_database(path, migrations_up_to(tmp_path, number)).close()
    kept = sorted(int(p.name.rpartition("-")[2]) for p in hall.glob("*.backup-*"))
    assert kept == list(range(first + 13 - 1 - BACKUPS_KEPT, first + 12))


def test_that_a_failing_migration_leaves_the_database_as_it_was(hall: Path, tmp_path: Path) -> None:
    path, first = hall / "livedesk.db", newest_version()
    fill(path)
    with pytest.raises(Exception, match="no such table: nowhere"):
        open_database(path, migrations_up_to(tmp_path, first + 2, 'op.execute("DROP TABLE nowhere")'))
    assert user_version(path) == first
    database = open_database(path)
    assert StoreReader(database).load_session(FIRST).session == LIVE
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
    database.close()


def test_that_a_migration_that_rebuilds_a_table_keeps_what_points_to_it(hall: Path, tmp_path: Path) -> None:
    path, number = hall / "livedesk.db", newest_version() + 1
    fill(path)
    rebuild = (
        'with op.batch_alter_table("sessions", recreate="always") as table:\n'
        f'        table.drop_column("added_{number}")'
    )
    database = open_database(path, migrations_up_to(tmp_path, number, rebuild))
    assert StoreReader(database).load_session(FIRST).captions == (CAPTION,)
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    database.close()


# --- newer ---


def test_that_a_newer_database_is_refused_and_not_touched(hall: Path) -> None:
    path, newer = hall / "livedesk.db", newest_version() + 1
    fill(path)
    set_user_version(path, newer)
    before, touched = contents(hall), path.stat().st_mtime_ns
    with pytest.raises(UserFacing) as caught:
        open_database(path)
    assert caught.value.code is ErrorCode.DATABASE_NEWER
    assert caught.value.params == {"found": newer, "known": newest_version(), "file": str(path)}
    assert (contents(hall), path.stat().st_mtime_ns) == (before, touched)


def test_that_a_newer_database_is_refused_even_if_only_its_log_says_so(hall: Path) -> None:
    source, path = hall / "running.db", hall / "livedesk.db"
    fill(source)
    with closing(sqlite3.connect(source)) as running:
        running.execute(f"PRAGMA user_version = {newest_version() + 1}")
        for ending in ("", "-wal"):
            shutil.copy(f"{source}{ending}", f"{path}{ending}")
    with pytest.raises(UserFacing) as caught:
        open_database(path)
    assert caught.value.code is ErrorCode.DATABASE_NEWER
    assert list(hall.glob("livedesk.db.*")) == []


# --- damaged ---


def damage_header(data: bytes) -> bytes:
    return b"This is a text file\n" * 50 + data[1000:]


def damage_pages(data: bytes) -> bytes:
    return data[:4096] + b"\xa5" * (len(data) - 4096)


def cut_in_half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def cut_to_a_page_and_a_half(data: bytes) -> bytes:
    return data[:6144]


def cut_to_one_page(data: bytes) -> bytes:
    return data[:4096]


def cut_in_the_header(data: bytes) -> bytes:
    return data[:50]


def cut_to_one_byte(data: bytes) -> bytes:
    return data[:1]


def zero(data: bytes) -> bytes:
    return bytes(len(data))


@pytest.mark.parametrize(
    "damage",
    [
        damage_header,
        damage_pages,
        cut_in_half,
        cut_to_a_page_and_a_half,
        cut_to_one_page,
        cut_in_the_header,
        cut_to_one_byte,
        zero,
    ],
)
def test_that_a_damaged_database_is_kept_aside_and_a_new_one_made(hall: Path, damage: object) -> None:
    assert callable(damage)
    path = hall / "livedesk.db"
    fill(path)
    broken = damage(path.read_bytes())
    path.write_bytes(broken)
    database = open_database(path)
    aside = database.kept_aside
    assert aside is not None
    assert aside.parent == hall
    assert aside.name.startswith("livedesk.db.damaged-2")
    assert aside.read_bytes() == broken
    assert StoreReader(database).sessions() == []
    SqlSink(database, ManualClock()).write([SessionChanged(LIVE)])
    database.close()
    again = open_database(path)
    assert again.kept_aside is None
    assert StoreReader(again).load_session(FIRST).session == LIVE
    again.close()


def test_that_the_log_of_a_damaged_database_goes_with_it(hall: Path) -> None:
    path = hall / "livedesk.db"
    for ending in ("", "-wal", "-shm"):
        (hall / f"livedesk.db{ending}").write_bytes(b"no database" * 100)
    database = open_database(path)
    database.close()
    aside = database.kept_aside
    assert aside is not None
    for ending in ("", "-wal", "-shm"):
        assert (hall / f"{aside.name}{ending}").read_bytes() == b"no database" * 100


def test_that_a_log_without_its_database_is_kept_aside(hall: Path) -> None:
    (hall / "livedesk.db-wal").write_bytes(b"the last minutes of a show")
    database = open_database(hall / "livedesk.db")
    database.close()
    aside = database.kept_aside
    assert aside is not None
    assert (hall / f"{aside.name}-wal").read_bytes() == b"the last minutes of a show"


def test_that_two_damaged_databases_in_one_second_are_both_kept(hall: Path) -> None:
    path = hall / "livedesk.db"
    kept = set()
    for text in (b"one", b"two", b"three"):
        path.write_bytes(text)
        database = open_database(path)
        database.close()
        path.unlink()
        assert database.kept_aside is not None
        kept.add(database.kept_aside.read_bytes())
    assert kept == {b"one", b"two", b"three"}
    assert len(list(hall.iterdir())) == 3


@pytest.mark.parametrize("version", [0, 1])
def test_that_a_database_of_another_program_is_kept_aside(hall: Path, version: int) -> None:
    path = hall / "livedesk.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
        connection.execute(f"PRAGMA user_version = {version}")
    database = open_database(path)
    database.close()
    assert database.kept_aside is not None
    with closing(sqlite3.connect(database.kept_aside)) as connection:
        assert connection.execute("SELECT * FROM bookmarks").fetchall() == []


# --- the folder ---


def test_that_a_folder_that_cannot_be_made_is_for_the_user_to_put_right(hall: Path) -> None:
    (hall / "file").write_text("in the way")
    with pytest.raises(UserFacing) as caught:
        open_database(hall / "file" / "data" / "livedesk.db")
    assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert caught.value.params == {"folder": str(hall / "file" / "data")}


def test_that_a_folder_in_place_of_the_file_is_for_the_user_to_put_right(hall: Path) -> None:
    (hall / "livedesk.db").mkdir()
    with pytest.raises(UserFacing) as caught:
        open_database(hall / "livedesk.db")
    assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE


@pytest.mark.parametrize("is_new", [True, False])
def test_that_a_read_only_disk_is_for_the_user_to_put_right(read_only_disk: Path, is_new: bool) -> None:
    path = read_only_disk / "livedesk.db"
    if not is_new:
        fill(path)
    lock_disk(read_only_disk)
    with pytest.raises(UserFacing) as caught:
        open_database(path)
    assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert caught.value.params == {"folder": str(read_only_disk)}
    assert list(read_only_disk.iterdir()) == ([] if is_new else [path])


@pytest.mark.parametrize("is_new", [True, False])
def test_that_a_full_disk_is_said_so_and_nothing_is_moved(tiny_disk: Path, is_new: bool) -> None:
    path = tiny_disk / "livedesk.db"
    if not is_new:
        fill(path)
    fill_disk(tiny_disk)
    with pytest.raises(Unavailable) as caught:
        open_database(path)
    assert (caught.value.part, caught.value.code) == ("store", ErrorCode.DISK_FULL)
    (tiny_disk / "ballast").unlink()
    database = open_database(path)
    assert database.kept_aside is None
    assert len(StoreReader(database).sessions()) == (0 if is_new else 1)
    database.close()


def test_that_a_disk_too_full_for_the_backup_stops_the_update(tiny_disk: Path, tmp_path: Path) -> None:
    path = tiny_disk / "livedesk.db"
    fill(path)
    (tiny_disk / "photos").write_bytes(bytes(430 * 1024 - path.stat().st_size))
    newer = migrations_up_to(tmp_path, newest_version() + 1)
    with pytest.raises(Unavailable) as caught:
        open_database(path, newer)
    assert caught.value.code is ErrorCode.DISK_FULL
    assert user_version(path) == newest_version()
    assert sorted(p.name for p in tiny_disk.iterdir()) == ["livedesk.db", "photos"]


def test_that_a_database_in_use_by_another_program_is_said_so(
    hall: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("livedesk.adapters.store.database.BUSY_TIMEOUT_MS", 1)
    path = hall / "livedesk.db"
    fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable) as caught:
            open_database(path)
        other.execute("ROLLBACK")
    assert caught.value.code is ErrorCode.DATABASE_LOCKED
