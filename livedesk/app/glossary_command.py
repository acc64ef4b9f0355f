"""`livedesk glossary`: the user's own terms on the command line, read from a table, written to one, or listed."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from livedesk.adapters.glossary.csv_file import read_terms, write_terms
from livedesk.adapters.store.database import OpenedDatabase, open_database
from livedesk.adapters.store.instance_lock import InstanceLock
from livedesk.adapters.store.reading import StoreReader
from livedesk.adapters.store.sink import SqlSink
from livedesk.app.cli_words import terms_problem
from livedesk.app.paths import Paths
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.events import GlossaryChanged
from livedesk.core.translation.terms import Term, merged
from livedesk.core.wire import encode
from livedesk.runtime.clock import SystemClock

WORKBOOKS = (".xlsx", ".xls", ".ods")


def import_terms(base: Paths, path: Path) -> int:
    """Add the terms in the file to the user's list; 1 if a line was not taken. Raises `UserFacing`, `Unavailable`.

    Not while the desk is open (ALREADY_RUNNING): it would go on with the list it has, and write that.
    """
    terms, problems = read_terms(path)
    if terms:
        with InstanceLock(base.base), _database(base) as database:
            changed = merged(StoreReader(database).load_terms(), terms)
            SqlSink(database, SystemClock()).write([GlossaryChanged(changed)])
    for problem in problems:
        print(f"livedesk: {terms_problem(path.name, problem)}", file=sys.stderr)
    print(f"{len(terms)} terms taken from {path.name}.")
    return int(bool(problems))


def export_terms(base: Paths, path: Path) -> int:
    """Write the user's list to the file. Raises `UserFacing`, `Unavailable`."""
    if path.suffix.lower() in WORKBOOKS:  # no spreadsheet opens text under such a name
        raise UserFacing(ErrorCode.BAD_INPUT, value=path.name, allowed=".csv")
    write_terms(path, _stored(base))
    print(path)
    return 0


def list_terms(base: Paths, *, as_json: bool) -> int:
    """Print the user's list."""
    terms = _stored(base)
    if as_json:
        print(json.dumps([encode(term) for term in terms], ensure_ascii=False))
        return 0
    for term in terms:
        texts = "  ".join(f"{language}: {' | '.join(forms)}" for language, forms in term.texts.items())
        print(f"{term.kind.value:9} {texts}")
    if not terms:
        print("No terms yet. Add some: livedesk glossary import FILE")
    return 0


def _stored(base: Paths) -> tuple[Term, ...]:
    if not base.database.exists():
        return ()
    with _database(base) as database:
        return StoreReader(database).load_terms()


@contextmanager
def _database(base: Paths) -> Iterator[OpenedDatabase]:
    database = open_database(base.database)
    try:
        yield database
    finally:
        database.close()
