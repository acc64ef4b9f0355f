"""Opens the one database file: makes it, updates it, refuses a newer one, keeps a damaged one aside.

WAL with synchronous=NORMAL: what was committed survives a killed process at once, and a power cut may take the
last commits but never the file (https://sqlite.org/pragma.html#pragma_synchronous).
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from livedesk.adapters.store.catalogue import StoredCatalogue
from livedesk.adapters.store.failures import store_errors
from livedesk.adapters.store.files import name_aside
from livedesk.adapters.store.leads import StoredLeads
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing

MIGRATIONS = Path(__file__).parent / "migrations"
BACKUPS_KEPT = 3
BUSY_TIMEOUT_MS = 2_000
"""How long a write waits for another process, an export say, before it fails with DATABASE_LOCKED."""

_MAGIC = b"SQLite format 3\0"
_VERSION_OFFSET = 60
"""How a database file begins, and where it keeps its user_version, 4 bytes big-endian
(https://sqlite.org/fileformat.html)."""


@dataclass(frozen=True, slots=True)
class OpenedDatabase:
    """The open database. `kept_aside` is where a damaged file was moved to, if there was one."""

    path: Path
    engine: Engine
    kept_aside: Path | None = None
    catalogue: StoredCatalogue = field(default_factory=StoredCatalogue)
    leads: StoredLeads = field(default_factory=StoredLeads)

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        self.engine.dispose()


class _Damaged(Exception):  # noqa: N818 - never leaves this module
    """The file is not a database of ours, or not a whole one."""


def open_database(path: Path, migrations: Path = MIGRATIONS) -> OpenedDatabase:
    """Open the database at `path`, at the version that `migrations` leads to.

    Raises `UserFacing(DATABASE_NEWER, found=, known=, file=)` and touches nothing where a newer livedesk wrote the
    file, `UserFacing(FOLDER_NOT_WRITABLE, folder=)`, and `Unavailable("store", DISK_FULL | DATABASE_LOCKED)`.
    """
    newest = newest_version(migrations)
    with _opening_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_newer(path, _version_in_header(path), newest)
        kept_aside = None
        try:
            version = _examine(path, newest)
        except _Damaged:
            kept_aside, version = _keep_aside(path), 0
        _refuse_newer(path, version, newest)  # the log may hold a later version than the header
        if version < newest:
            if version:
                _back_up(path, version)
            _update(path, migrations)
        database = OpenedDatabase(path, make_engine(path), kept_aside)
        _check_writable(database)
        return database


def newest_version(migrations: Path = MIGRATIONS) -> int:
    """Return the number of the last migration."""
    names = (re.match(r"v(\d{4})_", p.name) for p in (migrations / "versions").iterdir())
    return max(int(name[1]) for name in names if name)


def make_engine(path: Path, *, has_foreign_keys: bool = True) -> Engine:
    """Return an engine on `path`; transactions begin as its execution option `begin` says, else deferred."""
    engine = create_engine(URL.create("sqlite", database=str(path)))

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # else the driver commits on its own before some statements
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted, a buyer above all, is overwritten
        connection.execute(f"PRAGMA foreign_keys = {int(has_foreign_keys)}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        kind: Any = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {kind}")

    return engine


@contextmanager
def _opening_errors(path: Path) -> Iterator[None]:
    """As `store_errors`, but a folder that cannot be written to is for the user to put right."""
    try:
        with store_errors(path):
            yield
    except Unavailable as failure:
        if failure.code == ErrorCode.FOLDER_NOT_WRITABLE:
            raise UserFacing(failure.code, folder=str(path.parent)) from failure
        raise


def _version_in_header(path: Path) -> int:
    """Read the version without opening the database, so that a newer one is not touched at all."""
    if not path.exists():
        return 0
    with path.open("rb") as file:
        header = file.read(_VERSION_OFFSET + 4)
    return int.from_bytes(header[_VERSION_OFFSET:], "big", signed=True) if header.startswith(_MAGIC) else 0


def _refuse_newer(path: Path, found: int, newest: int) -> None:
    if found > newest:
        raise UserFacing(ErrorCode.DATABASE_NEWER, found=found, known=newest, file=str(path))


def _examine(path: Path, newest: int) -> int:
    """Return the version of a sound database, 0 for one still to be made; raises `_Damaged`."""
    has_log = _beside(path, "-wal").exists() and _beside(path, "-wal").stat().st_size > 0
    if not path.exists() or path.stat().st_size == 0:
        if has_log:
            raise _Damaged  # SQLite would delete the log, and with it what it holds
        return 0
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise _Damaged  # SQLite takes a file of a few bytes for an empty database, and deletes its log
    try:
        # Closing a writer folds the log into the file; what turns out damaged or newer is to stay as it is.
        uri = f"{path.absolute().as_uri()}?mode={'ro' if has_log else 'rw'}"
        with closing(sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_MS / 1000)) as connection:
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise _Damaged
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version <= newest and not _is_ours(connection, version):
                raise _Damaged
            return int(version)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise _Damaged from error
        raise


def _is_ours(connection: sqlite3.Connection, version: int) -> bool:
    """Each migration sets both alembic's version and user_version, in one transaction: they cannot differ."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "alembic_version" not in tables:
        return version == 0 and not tables
    return connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(f"{version:04d}",)]


def _keep_aside(path: Path) -> Path:
    """Move the damaged file and its log away under a name that keeps them together."""
    aside = name_aside(path, "damaged")
    for ending in ("-wal", "-shm", ""):
        part = _beside(path, ending)
        if part.exists():
            part.rename(_beside(aside, ending))
    return aside


def _back_up(path: Path, version: int) -> None:
    """Copy the database as it is, log included, before a migration; the last `BACKUPS_KEPT` copies stay."""
    backup = path.with_name(f"{path.name}.backup-{version}")
    unfinished = path.with_name(f"{backup.name}.tmp")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as target:
            source.backup(target)
        unfinished.replace(backup)
    except (sqlite3.Error, OSError):
        unfinished.unlink(missing_ok=True)
        raise
    name = re.compile(re.escape(path.name) + r"\.backup-(\d+)")
    copies = [(int(m[1]), p) for p in path.parent.iterdir() if (m := name.fullmatch(p.name))]
    for _, old in sorted(copies)[:-BACKUPS_KEPT]:
        old.unlink()


def _update(path: Path, migrations: Path) -> None:
    from livedesk.adapters.store.migrate import migrate  # noqa: PLC0415 - alembic takes 0.1 s, rarely needed

    engine = make_engine(path, has_foreign_keys=False).execution_options(begin="IMMEDIATE")
    try:
        migrate(engine, migrations)
    finally:
        engine.dispose()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("VACUUM")  # before version 5 nothing overwrote what was deleted


def _check_writable(database: OpenedDatabase) -> None:
    """A file or disk that is read-only says so when a write begins; so does one that another program holds."""
    try:
        with database.engine.execution_options(begin="IMMEDIATE").begin():
            pass
    except DBAPIError:
        database.close()
        raise


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
