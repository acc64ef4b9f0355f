"""The phones of a show, minute by minute: the peak is kept, and nothing outside a show."""

from dataclasses import replace
from pathlib import Path

from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.reading import StoreReader
from livedesk.adapters.store.sink import SqlSink
from livedesk.core.audience.audience import Audience
from livedesk.core.events import AudienceChanged, SessionChanged
from livedesk.core.ids import EN, Language
from livedesk.core.records import SessionState
from livedesk.core.report.minutes import AudienceMinute
from livedesk.runtime.clock import ManualClock
from tests.contracts.sink_contract import LIVE

ES = Language("es")


def test_that_each_minute_of_a_show_keeps_its_peak_and_its_newest_reactions(tmp_path: Path) -> None:
    clock = ManualClock(1_800_000_000.0)  # a full minute
    database = open_database(tmp_path / "livedesk.db")
    sink = SqlSink(database, clock)
    few, many = Audience(2, {EN: 2}), Audience(5, {EN: 3, ES: 2}, reactions={"heart": 1})
    sink.write([AudienceChanged(many)])  # before any show
    sink.write([SessionChanged(LIVE), AudienceChanged(few), AudienceChanged(many)])
    sink.write([AudienceChanged(replace(few, reactions={"heart": 4}))])
    clock.move_to(clock.now() + 60)
    sink.write([AudienceChanged(few)])
    clock.move_to(clock.now() + 60)
    sink.write([SessionChanged(replace(LIVE, state=SessionState.ENDED)), AudienceChanged(many)])
    first = 1_800_000_000 // 60
    assert StoreReader(database).audience_minutes(LIVE.id) == (
        AudienceMinute(first, 5, {EN: 3, ES: 2}, {"heart": 4}),
        AudienceMinute(first + 1, 2, {EN: 2}, {}),
    )
    database.close()
