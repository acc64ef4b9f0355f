"""The database sink: the contract, what only a file can do wrong, and everything read back as written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.adapters.store.catalogue import StoredCatalogue
from livedesk.adapters.store.database import OpenedDatabase, open_database
from livedesk.adapters.store.reading import StoreReader
from livedesk.adapters.store.sink import SqlSink
from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.events import (
    CaptionChanged,
    CatalogueChanged,
    Event,
    LineRemembered,
    MessageChanged,
    SessionChanged,
    SessionRestored,
)
from livedesk.core.ids import EN, ZH, Language, MessageId, SegmentId, Sku
from livedesk.core.ports import EventSink
from livedesk.core.records import SessionState
from livedesk.core.session.air import AirKind, AirTime
from livedesk.core.translation.memory import MOST_LINES
from livedesk.core.typing_compat import override
from livedesk.runtime.clock import ManualClock
from tests import strategies
from tests.contracts.fakes_store import MemorySink
from tests.contracts.sink_contract import (
    BARE,
    CAPTION,
    FIRST,
    LIVE,
    MESSAGE,
    MUG,
    NAME,
    OFFER,
    REMEMBERED,
    SECOND,
    WHOLE,
    Reading,
    SinkContract,
)

ON_AIR = replace(LIVE, sold_out=frozenset())


class OrUnknown:
    """The store's reader, with None for an unknown session as the contract has it."""

    def __init__(self, database: OpenedDatabase) -> None:
        self._reader = StoreReader(database)
        self.unfinished_session = self._reader.unfinished_session
        self.load_catalogue = self._reader.load_catalogue
        self.load_booth_name = self._reader.load_booth_name
        self.load_terms = self._reader.load_terms
        self.load_batches = self._reader.load_batches
        self.load_memory = self._reader.load_memory
        self.load_leads = self._reader.load_leads
        self.load_canned = self._reader.load_canned
        self.load_moderation = self._reader.load_moderation

    def load_session(self, session: str) -> SessionRestored | None:
        known = {summary.id for summary in self._reader.sessions()}
        return self._reader.load_session(session) if session in known else None


@pytest.fixture
def database(tmp_path: Path) -> Iterator[OpenedDatabase]:
    opened = open_database(tmp_path / "livedesk.db")
    yield opened
    opened.close()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(100.0)


@pytest.fixture
def sink(database: OpenedDatabase, clock: ManualClock) -> SqlSink:
    return SqlSink(database, clock)


class TestSqlSink(SinkContract):
    @pytest.fixture
    @override
    def sink(self, database: OpenedDatabase, clock: ManualClock) -> EventSink:
        return SqlSink(database, clock)

    @pytest.fixture
    @override
    def reading(self, database: OpenedDatabase) -> Reading:
        return OrUnknown(database)


class TestMemorySink(SinkContract):
    @pytest.fixture
    @override
    def sink(self) -> EventSink:
        return MemorySink()

    @pytest.fixture
    @override
    def reading(self, sink: EventSink) -> Reading:
        assert isinstance(sink, MemorySink)
        return sink


def test_that_the_oldest_remembered_lines_make_room(database: OpenedDatabase) -> None:
    sink, reading = SqlSink(database, ManualClock()), StoreReader(database)
    lines = [replace(REMEMBERED, source=str(n), at=float(n)) for n in range(MOST_LINES + 5)]
    sink.write([LineRemembered(line) for line in lines[:10]])
    sink.write([LineRemembered(line) for line in lines])
    assert reading.load_memory() == tuple(lines[5:])


@given(batches=st.lists(st.lists(strategies.stored_events, max_size=8), max_size=3))
@settings(max_examples=60, deadline=None)
def test_that_what_is_read_back_equals_what_was_written(batches: list[list[Event]]) -> None:
    """The memory sink is the model: whatever the events, both keep the same."""
    with TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "livedesk.db")
        sink, model, reading = SqlSink(database, ManualClock()), MemorySink(), OrUnknown(database)
        for batch in batches:
            sink.write(batch)
            model.write(batch)
        for session in (FIRST, "20261121-201500-002"):
            assert reading.load_session(session) == model.load_session(session)
        assert reading.load_catalogue() == model.load_catalogue()
        assert reading.load_booth_name() == model.load_booth_name()
        assert reading.load_terms() == model.load_terms()
        assert reading.load_batches() == model.load_batches()
        assert set(reading.load_memory()) == set(model.load_memory())
        assert reading.unfinished_session() == model.unfinished_session()
        sink.close()


def test_that_half_a_surrogate_pair_does_not_stop_the_store(sink: SqlSink, database: OpenedDatabase) -> None:
    broken = replace(MESSAGE, text="price? \ud83d", buyer_name="\ud83d\ude00")
    sink.write([SessionChanged(LIVE), MessageChanged(broken)])
    (found,) = StoreReader(database).load_session(FIRST).messages
    assert (found.text, found.buyer_name) == ("price? \ufffd", "😀")


def test_that_pins_become_air_history(sink: SqlSink, database: OpenedDatabase, clock: ManualClock) -> None:
    plate = Sku("PLATE")
    sink.write([SessionChanged(ON_AIR)])
    clock.move_to(110.0)
    sink.write([SessionChanged(replace(ON_AIR, pinned=(Sku("MUG-01"), plate)))])
    clock.move_to(120.0)
    sink.write([SessionChanged(replace(ON_AIR, pinned=(plate,)))])
    clock.move_to(130.0)
    sink.write([SessionChanged(replace(ON_AIR, pinned=(plate,), messages=7))])
    assert StoreReader(database).air_history(FIRST) == (
        AirTime(FIRST, AirKind.PINNED, Sku("MUG-01"), 100.0, 120.0),
        AirTime(FIRST, AirKind.PINNED, plate, 110.0, None),
    )


def test_that_the_end_of_the_show_takes_everything_off_air(
    sink: SqlSink, database: OpenedDatabase, clock: ManualClock
) -> None:
    sink.write([SessionChanged(ON_AIR)])
    clock.move_to(150.0)
    sink.write([SessionChanged(replace(ON_AIR, state=SessionState.ENDED, ended_at=149.5))])
    assert StoreReader(database).air_history(FIRST) == (
        AirTime(FIRST, AirKind.PINNED, Sku("MUG-01"), 100.0, 149.5),
    )


def test_that_a_repeated_batch_leaves_the_air_history_alone(
    sink: SqlSink, database: OpenedDatabase, clock: ManualClock
) -> None:
    batch = [SessionChanged(ON_AIR), SessionChanged(replace(ON_AIR, pinned=(Sku("PLATE"),)))]
    sink.write(batch)
    clock.move_to(200.0)
    sink.write(batch)
    assert StoreReader(database).air_history(FIRST) == (
        AirTime(FIRST, AirKind.PINNED, Sku("PLATE"), 100.0, None),
    )


def test_that_sold_out_marks_become_air_history(
    sink: SqlSink, database: OpenedDatabase, clock: ManualClock
) -> None:
    off, mug = replace(ON_AIR, pinned=()), Sku("MUG-01")
    sink.write([SessionChanged(replace(off, sold_out=frozenset({mug})))])
    clock.move_to(120.0)
    sink.write([SessionChanged(off)])
    clock.move_to(130.0)
    sink.write([SessionChanged(replace(off, sold_out=frozenset({mug})))])
    assert StoreReader(database).air_history(FIRST) == (
        AirTime(FIRST, AirKind.SOLD_OUT, mug, 100.0, 120.0),
        AirTime(FIRST, AirKind.SOLD_OUT, mug, 130.0, None),
    )


def test_that_offers_become_air_history_with_their_newest_words(
    sink: SqlSink, database: OpenedDatabase, clock: ManualClock
) -> None:
    off = replace(ON_AIR, pinned=())
    first, spanish = replace(OFFER, put_at=90.0), {**OFFER.texts, Language("es"): "10% hoy"}
    again = replace(OFFER, put_at=115.0)
    sink.write([SessionChanged(replace(off, offer=first))])
    clock.move_to(110.0)
    sink.write([SessionChanged(replace(off, offer=replace(first, texts=spanish)))])
    clock.move_to(120.0)
    sink.write([SessionChanged(replace(off, offer=again))])
    clock.move_to(130.0)
    sink.write([SessionChanged(off)])
    assert StoreReader(database).air_history(FIRST) == (
        AirTime(FIRST, AirKind.OFFER, OFFER.sku, 90.0, 120.0, replace(first, texts=spanish)),
        AirTime(FIRST, AirKind.OFFER, OFFER.sku, 115.0, 130.0, again),
    )


def test_that_an_idle_session_has_nothing_on_air(sink: SqlSink, database: OpenedDatabase) -> None:
    sink.write([SessionChanged(replace(LIVE, state=SessionState.IDLE)), MessageChanged(MESSAGE)])
    assert StoreReader(database).air_history(FIRST) == ()


def test_that_a_removed_product_keeps_its_history(sink: SqlSink, database: OpenedDatabase) -> None:
    sink.write([CatalogueChanged((MUG,)), SessionChanged(ON_AIR)])
    sink.write([CatalogueChanged(())])
    assert [time.sku for time in StoreReader(database).air_history(FIRST)] == ["MUG-01"]


def test_that_a_full_disk_is_reported_and_the_batch_can_be_written_again(
    sink: SqlSink, database: OpenedDatabase
) -> None:
    sink.write([SessionChanged(LIVE)])
    batch: list[Event] = [
        SessionChanged(replace(LIVE, id=SECOND)),
        *(CaptionChanged(replace(CAPTION, segment=SegmentId(n), text="长" * 2000)) for n in range(1, 60)),
    ]
    set_page_limit(database, 1)  # SQLite keeps to the pages there are
    with pytest.raises(Unavailable) as caught:
        sink.write(batch)
    assert (caught.value.part, caught.value.code) == ("store", ErrorCode.DISK_FULL)
    assert [s.id for s in StoreReader(database).sessions()] == [FIRST]
    set_page_limit(database, 100_000)
    sink.write(batch)
    reader = StoreReader(database)
    assert len(reader.load_session(SECOND).captions) == 59
    assert reader.load_session(FIRST).captions == ()


def test_that_a_locked_database_is_reported(sink: SqlSink, database: OpenedDatabase) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable) as caught:
            sink.write([SessionChanged(LIVE)])
        other.execute("ROLLBACK")
    assert caught.value.code is ErrorCode.DATABASE_LOCKED
    sink.write([SessionChanged(LIVE)])
    assert StoreReader(database).load_session(FIRST).session == LIVE


def test_that_a_file_that_became_read_only_is_reported(sink: SqlSink, database: OpenedDatabase) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = 1")  # fails as a read-only file does: SQLITE_READONLY
    with pytest.raises(Unavailable) as caught:
        sink.write([SessionChanged(LIVE)])
    assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE


def test_that_a_file_damaged_while_it_is_open_is_reported(tmp_path: Path, clock: ManualClock) -> None:
    path = tmp_path / "livedesk.db"
    database = open_database(path)
    sink = SqlSink(database, clock)
    sink.write([SessionChanged(LIVE)])
    database.close()
    size = path.stat().st_size
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (size - 4096))
    with pytest.raises(Unavailable) as caught:
        sink.write([SessionChanged(LIVE), CaptionChanged(CAPTION)])
    assert caught.value.code is ErrorCode.DATABASE_CORRUPT
    sink.close()


def test_that_a_bug_is_not_taken_for_a_failing_disk(sink: SqlSink, database: OpenedDatabase) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE replies")
        connection.exec_driver_sql("DROP TABLE messages")
    with pytest.raises(Exception, match="no such table") as caught:
        sink.write([SessionChanged(LIVE), MessageChanged(replace(MESSAGE, id=MessageId(2)))])
    assert not isinstance(caught.value, Unavailable)


def test_that_ten_thousand_products_go_in_and_come_back(sink: SqlSink, database: OpenedDatabase) -> None:
    many = tuple(
        Product(Sku(f"S{n}"), n, {ZH: "杯子", EN: "Mug"}, {EN: "Cups"}, (PriceTier(1, Decimal(n) / 100),))
        for n in range(10_000)
    )
    sink.write([CatalogueChanged(many)])
    sink.write([CatalogueChanged(many[::-2])])
    assert StoreReader(database).load_catalogue() == many[::-2]


@pytest.fixture
def written(database: OpenedDatabase) -> None:
    """Have the database note every product that is inserted, changed (its place apart) or deleted."""
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("CREATE TABLE noted (what TEXT)")
        for when, row in (("INSERT", "new"), ("UPDATE OF names", "new"), ("DELETE", "old")):
            name = when.split()[0].lower()
            other.execute(
                f"CREATE TRIGGER note_{name} AFTER {when} ON products "
                f"BEGIN INSERT INTO noted VALUES ('{name} ' || {row}.sku); END"
            )


def noted(database: OpenedDatabase) -> list[str]:
    """Return what was noted since the last call."""
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        found = [what for (what,) in other.execute("SELECT what FROM noted ORDER BY rowid")]
        other.execute("DELETE FROM noted")
    return found


@pytest.mark.usefixtures("written")
def test_that_only_the_changed_products_are_written(sink: SqlSink, database: OpenedDatabase) -> None:
    a, b, c, d = (replace(BARE, sku=Sku(name)) for name in "ABCD")
    sink.write([CatalogueChanged((a, b, c))])
    assert noted(database) == ["insert A", "insert B", "insert C"]
    changed = replace(b, brand="Lumio")
    sink.write([CatalogueChanged((a, changed, c))])
    assert noted(database) == ["update B"]
    sink.write([CatalogueChanged((c, d, a))])
    assert noted(database) == ["delete B", "insert D"]
    assert StoreReader(database).load_catalogue() == (c, d, a)


@pytest.mark.usefixtures("written")
def test_that_products_just_read_are_not_written_again(database: OpenedDatabase) -> None:
    SqlSink(database, ManualClock(100.0)).write([CatalogueChanged((MUG, WHOLE), NAME)])
    noted(database)
    reopened = open_database(database.path)
    reader, sink = StoreReader(reopened), SqlSink(reopened, ManualClock(200.0))
    products = reader.load_catalogue()
    sink.write([CatalogueChanged(products, NAME)])
    assert (noted(reopened), reader.catalogue_changed_at()) == ([], 100.0)
    sink.write([CatalogueChanged((products[0], replace(products[1], stock=3)), NAME)])
    assert (noted(reopened), reader.catalogue_changed_at()) == (["update MUG-03"], 200.0)
    sink.close()


@pytest.mark.usefixtures("written")
def test_that_products_whose_writing_failed_are_written_later(
    sink: SqlSink, database: OpenedDatabase
) -> None:
    sink.write([CatalogueChanged((MUG,))])
    set_page_limit(database, 1)
    long = replace(WHOLE, description={EN: "long " * 4000})
    with pytest.raises(Unavailable):
        sink.write([CatalogueChanged((MUG, long))])
    set_page_limit(database, 100_000)
    noted(database)
    sink.write([CatalogueChanged((MUG, long))])
    assert noted(database) == ["insert MUG-03"]
    assert StoreReader(database).load_catalogue() == (MUG, long)


def test_that_what_was_written_meanwhile_counts_more_than_what_was_read() -> None:
    stored = StoredCatalogue()
    stored.was_written((MUG, WHOLE))
    stored.was_read((MUG,))
    assert stored.products == (MUG, WHOLE)


def set_page_limit(database: OpenedDatabase, pages: int) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
