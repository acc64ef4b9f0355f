"""Places and routes, from the window's call to what is told."""

import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from livedesk.app import route_errands
from livedesk.app.paths import Paths
from livedesk.app.route_errands import RouteErrands
from livedesk.app.wiring import Wired, wire
from livedesk.core import events as ev
from livedesk.core.errors import ErrorCode
from livedesk.core.ids import EN, ZH
from livedesk.core.jobs import Job, JobState
from livedesk.core.logistics.asking import PLACES_JOB, ROUTE_JOB, PlacesFound, RoutePlanned, RouteWish
from livedesk.core.logistics.places import Place, PlaceKind
from livedesk.core.logistics.route import Load, Mode, StopKind
from livedesk.core.records import NoticeCode
from livedesk.core.settings import Settings
from livedesk.runtime import desk as desk_module
from tests.runtime.rig import Heard, wait_for

YIWU = Place(PlaceKind.CITY, {EN: "Yiwu", ZH: "义乌"}, "CN", (120.08, 29.32))
LONDON = Place(PlaceKind.CITY, {EN: "London"}, "GB", (-0.13, 51.51))
LIMA = Place(PlaceKind.CITY, {EN: "Lima"}, "PE", (-77.03, -12.05))


@pytest.fixture
def wired(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wired]:
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)
    made = wire(Paths(tmp_path / "base"), Settings(), model_folders=[])
    made.start()
    yield made
    made.stop()


@pytest.fixture
def heard(wired: Wired) -> Heard:
    result = Heard()
    wired.desk.subscribe(result.receive)
    return result


def jobs(wired: Wired, heard: Heard, kind: str) -> list[Job]:
    """Wait until all errands are done and return what was told about them."""
    done, handled = threading.Event(), threading.Event()
    wired.errands.run(done.set, NoticeCode.STORE_FAILED)
    wait_for(done)

    async def mark() -> None:
        handled.set()

    wired.desk.spawn(mark)
    wait_for(handled)
    told = (event.job for event in list(heard.events) if isinstance(event, ev.JobChanged))
    return [job for job in told if job.kind == kind]


def test_that_places_are_found_for_what_is_typed(wired: Wired, heard: Heard) -> None:
    errands = RouteErrands(wired)
    errands.find("汉堡")
    errands.find("qxzzy")
    found, none = jobs(wired, heard, PLACES_JOB)
    assert isinstance(found.result, PlacesFound)
    assert (found.name, found.result.places[0].names[EN]) == ("汉堡", "Hamburg")
    assert isinstance(none.result, PlacesFound)
    assert none.result.places == ()


def test_that_a_route_comes_with_the_land_to_draw_it_on(wired: Wired, heard: Heard) -> None:
    wish = RouteWish(YIWU, LONDON, Mode.AIR, Load(Decimal(2)), 30)
    RouteErrands(wired).plan(wish)
    (job,) = jobs(wired, heard, ROUTE_JOB)
    assert isinstance(job.result, RoutePlanned)
    assert job.result.wish == wish
    assert job.result.route.stops[-1].kind is StopKind.DOOR
    assert job.result.route.made_in_days == 30
    assert len(job.result.land) > 1000


def test_that_only_the_newest_wish_that_waits_is_planned(wired: Wired, heard: Heard) -> None:
    errands, gate = RouteErrands(wired), threading.Event()
    wired.errands.run(lambda: wait_for(gate), NoticeCode.STORE_FAILED)
    errands.plan(RouteWish(YIWU, LONDON, Mode.AIR, Load()))
    errands.plan(RouteWish(YIWU, LIMA, Mode.AIR, Load()))
    gate.set()
    (job,) = jobs(wired, heard, ROUTE_JOB)
    assert isinstance(job.result, RoutePlanned)
    assert job.result.wish.destination == LIMA


def test_that_a_way_there_is_not_is_told_in_the_form_and_is_no_alarm(wired: Wired, heard: Heard) -> None:
    RouteErrands(wired).plan(RouteWish(YIWU, LIMA, Mode.RAIL, Load()))
    (job,) = jobs(wired, heard, ROUTE_JOB)
    assert (job.state, job.code) == (JobState.FAILED, ErrorCode.NO_ROUTE)
    notices = [event.notice.code for event in heard.events if isinstance(event, ev.NoticePosted)]
    assert NoticeCode.ROUTE_FAILED not in notices


def test_that_damaged_places_are_told(
    wired: Wired, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(route_errands.places, "places", lambda: tmp_path)
    (tmp_path / "cities.tsv.xz").write_bytes(b"no such thing")
    RouteErrands(wired).find("Hamburg")
    (job,) = jobs(wired, heard, PLACES_JOB)
    assert (job.state, job.code) == (JobState.FAILED, ErrorCode.PLACES_BROKEN)
