"""What the desk and the command line ask of the store."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.adapters.store.database import OpenedDatabase, open_database
from livedesk.adapters.store.reading import LATEST, SessionSummary, StoreReader
from livedesk.adapters.store.sink import SqlSink
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.events import (
    CaptionChanged,
    CatalogueChanged,
    GlossaryChanged,
    LineRemembered,
    MessageChanged,
    ReplyChanged,
    SessionChanged,
)
from livedesk.core.ids import MessageId, SegmentId, SessionId
from livedesk.core.records import SessionState
from livedesk.runtime.clock import ManualClock
from tests.contracts.sink_contract import (
    BRAND,
    CAPTION,
    FIRST,
    LIVE,
    MESSAGE,
    MUG,
    REMEMBERED,
    REPLY,
    SECOND,
    TRANSLATED,
)


@pytest.fixture
def database(hall: Path) -> Iterator[OpenedDatabase]:
    opened = open_database(hall / "livedesk.db")
    yield opened
    opened.close()


@pytest.fixture
def sink(database: OpenedDatabase) -> SqlSink:
    return SqlSink(database, ManualClock(77.5))


@pytest.fixture
def reader(database: OpenedDatabase) -> StoreReader:
    return StoreReader(database)


def test_that_sessions_are_listed_with_what_they_hold_newest_first(
    sink: SqlSink, reader: StoreReader
) -> None:
    sink.write([SessionChanged(LIVE), CaptionChanged(TRANSLATED), MessageChanged(MESSAGE)])
    sink.write([CaptionChanged(replace(CAPTION, segment=SegmentId(2))), ReplyChanged(REPLY)])
    sink.write([MessageChanged(replace(MESSAGE, id=MessageId(n))) for n in (2, 3)])
    ended = replace(LIVE, id=SECOND, name="试播", state=SessionState.ENDED, is_rehearsal=True, ended_at=9.5)
    sink.write([SessionChanged(ended)])
    assert reader.sessions() == [
        SessionSummary(SECOND, "试播", SessionState.ENDED, True, LIVE.started_at, 9.5, 0, 0, 0),
        SessionSummary(FIRST, LIVE.name, SessionState.LIVE, False, LIVE.started_at, 0.0, 2, 3, 1),
    ]


def test_that_latest_is_the_last_session(sink: SqlSink, reader: StoreReader) -> None:
    sink.write([SessionChanged(replace(LIVE, id=SECOND)), SessionChanged(LIVE), CaptionChanged(CAPTION)])
    assert reader.load_session(LATEST).session.id == SECOND


@pytest.mark.parametrize("asked", ["20200101-000000-000", "latest", "", "'; DROP TABLE sessions; --"])
def test_that_an_unknown_session_is_said_so(reader: StoreReader, asked: str) -> None:
    with pytest.raises(UserFacing) as caught:
        reader.load_session(SessionId(asked))
    assert caught.value.code is ErrorCode.SESSION_UNKNOWN
    assert caught.value.params == {"session": asked}


def test_that_a_new_store_holds_nothing(reader: StoreReader) -> None:
    assert reader.unfinished_session() is None
    assert reader.sessions() == []
    assert reader.load_catalogue() == ()
    assert reader.catalogue_changed_at() is None
    assert reader.air_history(FIRST) == ()


def test_that_the_catalogue_knows_when_it_changed(sink: SqlSink, reader: StoreReader) -> None:
    sink.write([CatalogueChanged((MUG,))])
    assert reader.catalogue_changed_at() == 77.5


@pytest.mark.parametrize(
    ("change", "read"),
    [
        ("UPDATE sessions SET state = 'dancing'", StoreReader.sessions),
        ("UPDATE sessions SET pinned = '[1'", StoreReader.unfinished_session),
        ("UPDATE captions SET origin = 'the moon'", StoreReader.unfinished_session),
        ("UPDATE messages SET translation_language = 'en'", StoreReader.unfinished_session),
        ("UPDATE show_items SET item = '{}'", StoreReader.unfinished_session),
        (
            'UPDATE products SET tiers = \'[{"min_quantity": 1, "price": "dear"}]\'',
            StoreReader.load_catalogue,
        ),
        (
            "UPDATE catalogue_meta SET value = 'yesterday' WHERE key = 'changed_at'",
            StoreReader.catalogue_changed_at,
        ),
        ("UPDATE catalogue_meta SET value = '[5]' WHERE key = 'name'", StoreReader.load_booth_name),
        ("UPDATE terms SET kind = 'poem'", StoreReader.load_terms),
        ("UPDATE terms SET texts = '{\"zh\": 5}'", StoreReader.load_terms),
        ("UPDATE memory SET at = 'once'", StoreReader.load_memory),
    ],
)
def test_that_rows_that_make_no_sense_are_damage_and_never_guessed_at(
    database: OpenedDatabase,
    sink: SqlSink,
    reader: StoreReader,
    change: str,
    read: Callable[[StoreReader], object],
) -> None:
    sink.write([SessionChanged(LIVE), CaptionChanged(TRANSLATED), MessageChanged(MESSAGE)])
    sink.write([CatalogueChanged((MUG,)), GlossaryChanged((BRAND,)), LineRemembered(REMEMBERED)])
    with database.engine.begin() as connection:
        assert connection.exec_driver_sql(change).rowcount == 1
    with pytest.raises(Unavailable) as caught:
        read(reader)
    assert (caught.value.part, caught.value.code) == ("store", ErrorCode.DATABASE_CORRUPT)


def test_that_reading_goes_on_while_something_is_being_written(
    database: OpenedDatabase, sink: SqlSink, reader: StoreReader
) -> None:
    sink.write([SessionChanged(LIVE), CaptionChanged(CAPTION)])
    with database.engine.execution_options(begin="IMMEDIATE").begin() as writing:
        writing.exec_driver_sql("DELETE FROM captions")
        assert reader.load_session(FIRST).captions == (CAPTION,)
    assert reader.load_session(FIRST).captions == ()
