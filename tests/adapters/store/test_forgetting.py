"""A buyer who is forgotten is gone: from the tables, from the free pages, from the log and from the copies."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.adapters.store.database import OpenedDatabase, open_database
from livedesk.adapters.store.reading import StoreReader
from livedesk.adapters.store.sink import SqlSink
from livedesk.core.chat.moderation import Bar, BarredBuyer, Moderation
from livedesk.core.events import (
    BuyerForgotten,
    LeadsChanged,
    LineRemembered,
    MessageChanged,
    ModerationChanged,
    ReplyChanged,
    SessionChanged,
)
from livedesk.core.ids import MessageId, ReplyId, buyer_id
from livedesk.core.leads.lead import Contact, ContactKind, TranscriptLine
from livedesk.core.records import SessionState
from livedesk.runtime.clock import ManualClock
from tests.contracts.sink_contract import (
    FIRST,
    HAND_LEAD,
    LEAD,
    LIVE,
    MESSAGE,
    REMEMBERED,
    REPLY,
    SECOND,
)

OLD = Path(__file__).parents[2] / "data" / "old_db"
BUYER = buyer_id("phone", "Xochitl-Quetzalcoatl")
SECRETS = ("Xochitl-Quetzalcoatl", "glazed-with-obsidian", "xochitl@obsidian.mx", "answer-to-obsidian")
LONG = " ".join(["glazed-with-obsidian"] * 900)
"""Longer than a page of the database, so that it spills over."""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[OpenedDatabase]:
    opened = open_database(tmp_path / "livedesk.db")
    yield opened
    opened.close()


def _tell_of(sink: SqlSink, session: object = FIRST) -> None:
    """Store a session in which the buyer said much, among others who did too."""
    sink.write([SessionChanged(replace(LIVE, id=session))])  # type: ignore[arg-type]  # a SessionId
    lead = replace(
        LEAD,
        buyer=BUYER,
        name=SECRETS[0],
        contacts=(Contact(ContactKind.EMAIL, SECRETS[2]),),
        transcript=(TranscriptLine(1.0, True, LONG),),
    )
    barred = Moderation(barred=(BarredBuyer(BUYER, SECRETS[0], Bar.MUTED),))
    for number in range(1, 60):
        text = LONG if number % 7 == 0 else f"{SECRETS[1]} {number} {SECRETS[2]}"
        is_theirs = number % 3 != 0
        message = replace(MESSAGE, id=MessageId(number), external_id=str(number), text="hello")
        if is_theirs:
            message = replace(message, buyer=BUYER, buyer_name=SECRETS[0], text=text)
        said = SECRETS[3] if is_theirs else "a word"
        reply = replace(REPLY, id=ReplyId(number), message=message.id, text=f"{said} {number}")
        sink.write(
            [
                MessageChanged(message),
                ReplyChanged(reply),
                LineRemembered(replace(REMEMBERED, source=message.text)),
            ]
        )
        sink.write([ReplyChanged(replace(reply, text=f"{reply.text}, once more"))])
    sink.write([LeadsChanged((lead, HAND_LEAD)), ModerationChanged(barred)])
    sink.write([LeadsChanged((replace(lead, notes=SECRETS[1]), HAND_LEAD))])


def _forget(sink: SqlSink) -> None:
    sink.write([LeadsChanged((HAND_LEAD,)), ModerationChanged(Moderation()), BuyerForgotten(BUYER)])


def _found_in(folder: Path) -> dict[str, set[str]]:
    """Return which secrets stand in which files, byte for byte."""
    found = {
        path.name: {secret for secret in SECRETS if secret.encode() in path.read_bytes()}
        for path in folder.rglob("*")
        if path.is_file()
    }
    return {name: secrets for name, secrets in found.items() if secrets}


def test_that_no_byte_of_a_forgotten_buyer_is_left(database: OpenedDatabase) -> None:
    sink = SqlSink(database, ManualClock(100.0))
    _tell_of(sink, FIRST)
    sink.write([SessionChanged(replace(LIVE, state=SessionState.ENDED))])
    _tell_of(sink, SECOND)
    folder = database.path.parent
    assert set().union(*_found_in(folder).values()) == set(SECRETS), "or the test would prove nothing"
    _forget(sink)
    assert _found_in(folder) == {}
    reader = StoreReader(database)
    for session in (FIRST, SECOND):
        left = reader.load_session(session)
        assert [m.text for m in left.messages] == ["hello"] * 19
        assert len(left.replies) == 19
    assert reader.load_leads() == (HAND_LEAD,)


def test_that_a_buyer_of_an_earlier_run_of_the_program_is_forgotten_too(database: OpenedDatabase) -> None:
    _tell_of(SqlSink(database, ManualClock(100.0)))
    database.close()
    again = open_database(database.path)
    try:
        leads = StoreReader(again).load_leads()
        SqlSink(again, ManualClock(200.0)).write([LeadsChanged(leads[1:]), BuyerForgotten(BUYER)])
        found = _found_in(database.path.parent)
        assert set(found) <= {"livedesk.db"}
        assert found.get("livedesk.db", set()) <= {SECRETS[0]}, "the bar goes with ModerationChanged"
    finally:
        again.close()


def test_that_what_a_reader_holds_back_is_emptied_with_the_next_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("livedesk.adapters.store.database.BUSY_TIMEOUT_MS", 50)
    database = open_database(tmp_path / "livedesk.db")
    sink = SqlSink(database, ManualClock(100.0))
    _tell_of(sink)
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM messages").fetchone()
        _forget(sink)
        assert _found_in(database.path.parent) != {}
        other.execute("ROLLBACK")
    sink.write([LeadsChanged((replace(HAND_LEAD, notes="n"),))])
    assert _found_in(database.path.parent) == {}
    database.close()


@pytest.mark.parametrize("version", ["v0001", "v0004"])
def test_that_the_copy_from_before_a_migration_forgets_too(tmp_path: Path, version: str) -> None:
    path = tmp_path / "livedesk.db"
    shutil.copy(OLD / f"{version}.db", path)
    with closing(sqlite3.connect(path)) as old:
        old.execute("UPDATE messages SET buyer = ?, text = ?, buyer_name = ?", (BUYER, LONG, SECRETS[0]))
        old.commit()
    database = open_database(path)
    copy = tmp_path / f"livedesk.db.backup-{int(version[1:])}"
    assert copy.name in _found_in(tmp_path)
    SqlSink(database, ManualClock(1.0)).write([BuyerForgotten(BUYER)])
    assert _found_in(tmp_path) == {}
    assert copy.exists()
    database.close()


def test_that_a_copy_that_cannot_be_rewritten_is_deleted(database: OpenedDatabase) -> None:
    copy = database.path.with_name(f"{database.path.name}.backup-4")
    copy.write_bytes(b"SQLite format 3\0" + SECRETS[0].encode() * 500)
    SqlSink(database, ManualClock(1.0)).write([BuyerForgotten(BUYER)])
    assert not copy.exists()


def test_that_leads_read_at_the_start_are_not_written_again(database: OpenedDatabase) -> None:
    SqlSink(database, ManualClock(1.0)).write([LeadsChanged((LEAD, HAND_LEAD))])
    database.close()
    again = open_database(database.path)
    try:
        leads = StoreReader(again).load_leads()
        written: list[str] = []
        with closing(again.engine.raw_connection()) as connection:
            connection.driver_connection.set_trace_callback(written.append)  # type: ignore[union-attr]  # sqlite3's
        sink = SqlSink(again, ManualClock(2.0))
        sink.write([LeadsChanged(leads)])
        assert not [line for line in written if "INSERT" in line or "DELETE" in line]
        sink.write([LeadsChanged((leads[0],))])
        assert StoreReader(again).load_leads() == (LEAD,)
        assert len([line for line in written if line.startswith("DELETE FROM leads")]) == 1
        assert not [line for line in written if line.startswith("INSERT")]
    finally:
        again.close()


def test_that_the_photos_of_earlier_shows_are_named_to_be_deleted(database: OpenedDatabase) -> None:
    gone: list[str] = []
    sink = SqlSink(database, ManualClock(1.0), gone.append)
    for number, session in enumerate((FIRST, SECOND), 1):
        photo = replace(MESSAGE, id=MessageId(number), external_id=str(number), photo=f"p{number}.jpg")
        others = replace(photo, id=MessageId(9), external_id="9", buyer=BUYER, photo="other.jpg")
        sink.write([SessionChanged(replace(LIVE, id=session)), MessageChanged(photo), MessageChanged(others)])
    unwritten = replace(MESSAGE, id=MessageId(5), external_id="5", photo="p5.jpg")
    sink.write(
        [MessageChanged(unwritten), BuyerForgotten(MESSAGE.buyer, (unwritten.id,), (), ("p5.jpg", "p2.jpg"))]
    )
    assert sorted(gone) == ["p1.jpg", "p2.jpg", "p5.jpg"]
