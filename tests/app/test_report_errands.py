"""Reports of stored shows, from the window's call to what is told."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.sink import SqlSink
from livedesk.app.paths import Paths
from livedesk.app.report_errands import ReportErrands
from livedesk.app.wiring import Wired, wire
from livedesk.core import events as ev
from livedesk.core.errors import ErrorCode
from livedesk.core.ids import SessionId
from livedesk.core.jobs import Job, JobState
from livedesk.core.records import Notice, NoticeCode
from livedesk.core.report.job import REPORT_JOB, SHOWS_JOB, ReportMade, Shows
from livedesk.core.report.making import make_report
from livedesk.core.settings import Settings
from livedesk.runtime import desk as desk_module
from livedesk.runtime.clock import ManualClock
from tests.report_scene import SHOW, stored
from tests.runtime.rig import Heard, wait_for


@pytest.fixture
def wired(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wired]:
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)
    paths = Paths(tmp_path / "base")
    show = stored()
    sink = SqlSink(open_database(paths.database), ManualClock(show.data.session.ended_at))
    sink.write(
        [
            ev.SessionChanged(show.data.session),
            *map(ev.CaptionChanged, show.data.captions),
            *map(ev.MessageChanged, show.data.messages),
            *map(ev.ReplyChanged, show.data.replies),
            ev.LeadsChanged(show.leads),
            ev.CatalogueChanged(show.products),
        ]
    )
    sink.close()
    made = wire(paths, Settings(), model_folders=[])
    made.start()
    yield made
    made.stop()


@pytest.fixture
def heard(wired: Wired) -> Heard:
    result = Heard()
    wired.desk.subscribe(result.receive)
    return result


def told(wired: Wired, heard: Heard) -> list[ev.Event]:
    """Wait until all errands are done and return what was told meanwhile."""
    done, handled = threading.Event(), threading.Event()
    wired.errands.run(done.set, NoticeCode.STORE_FAILED)
    wait_for(done)

    async def mark() -> None:
        handled.set()

    wired.desk.spawn(mark)
    wait_for(handled)
    return list(heard.events)


def jobs(events: list[ev.Event], kind: str) -> list[Job]:
    return [e.job for e in events if isinstance(e, ev.JobChanged) and e.job.kind == kind]


def notices_of(events: list[ev.Event]) -> list[Notice]:
    ours = (NoticeCode.EXPORTED, NoticeCode.REPORT_FAILED)
    return [e.notice for e in events if isinstance(e, ev.NoticePosted) and e.notice.code in ours]


def test_that_the_stored_shows_are_listed(wired: Wired, heard: Heard) -> None:
    ReportErrands(wired).list_shows()
    (job,) = jobs(told(wired, heard), SHOWS_JOB)
    assert isinstance(job.result, Shows)
    (show,) = job.result.shows
    assert (show.id, show.captions, show.messages) == (SHOW, 300, 168)


def test_that_the_report_of_a_stored_show_is_that_of_the_show_itself(wired: Wired, heard: Heard) -> None:
    ReportErrands(wired).make(SHOW)
    (job,) = jobs(told(wired, heard), REPORT_JOB)
    assert (job.name, job.state) == (SHOW, JobState.DONE)
    assert isinstance(job.result, ReportMade)
    made, show = job.result.report, make_report(stored())
    assert (made.chat, made.leads, made.captions) == (show.chat, show.leads, show.captions)
    assert (made.cross, made.open_questions) == (show.cross, show.open_questions)
    assert job.result.page.title == show.name


def test_that_a_show_that_is_not_there_fails_with_its_code(wired: Wired, heard: Heard) -> None:
    ReportErrands(wired).make(SessionId("gone"))
    (job,) = jobs(told(wired, heard), REPORT_JOB)
    assert (job.state, job.code) == (JobState.FAILED, ErrorCode.SESSION_UNKNOWN)


def test_that_a_report_is_saved_and_said_so(wired: Wired, heard: Heard, tmp_path: Path) -> None:
    errands = ReportErrands(wired)
    errands.save(SHOW, "html", tmp_path / "a.html")
    errands.save(SHOW, "xlsx", tmp_path / "a.xlsx")
    notices = notices_of(told(wired, heard))
    assert [n.code for n in notices] == [NoticeCode.EXPORTED, NoticeCode.EXPORTED]
    assert "Canton Fair" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_that_a_folder_that_takes_no_file_is_a_notice(wired: Wired, heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ReportErrands(wired).save(SHOW, "html", tmp_path / "file" / "a.html")
    (notice,) = notices_of(told(wired, heard))
    assert notice.code is NoticeCode.REPORT_FAILED
    assert notice.params["code"] == ErrorCode.FOLDER_NOT_WRITABLE
