"""Looks up places and plans shipping routes on the errands thread, and says what came of it."""

from collections.abc import Callable

from livedesk.adapters.places.atlas import OfflineAtlas
from livedesk.app import paths as places
from livedesk.app.wiring import Wired
from livedesk.core.errors import UserFacing
from livedesk.core.events import JobReported
from livedesk.core.jobs import Job, JobState
from livedesk.core.logistics.asking import (
    MOST_PLACES,
    PLACES_JOB,
    ROUTE_JOB,
    PlacesFound,
    RoutePlanned,
    RouteWish,
)
from livedesk.core.logistics.route import plan
from livedesk.core.records import NoticeCode


class RouteErrands:
    """Both calls return at once; of routes that wait only the newest is planned."""

    def __init__(self, wired: Wired) -> None:
        self._wired = wired
        self._atlas = OfflineAtlas(places.places())
        self._wish: RouteWish | None = None

    def find(self, text: str) -> None:
        """Look up what `text` may mean: a job PLACES_JOB named `text`."""
        self._run(PLACES_JOB, text, lambda: PlacesFound(text, self._atlas.find(text, MOST_PLACES)))

    def plan(self, wish: RouteWish) -> None:
        """Plan the route wished for: a job ROUTE_JOB."""
        self._wish = wish

        def work() -> RoutePlanned | None:
            if wish is not self._wish:
                return None
            route = plan(wish.origin, wish.destination, wish.mode, wish.load, self._atlas, wish.made_in_days)
            return RoutePlanned(wish, route, self._atlas.land)

        self._run(ROUTE_JOB, "", work)

    def _run(self, kind: str, name: str, work: Callable[[], object | None]) -> None:
        def errand() -> None:
            try:
                result = work()
            except UserFacing as error:
                self._tell(Job(kind, name, JobState.FAILED, code=error.code, params=error.params))
            except Exception:
                self._tell(Job(kind, name, JobState.FAILED))  # the form does not wait for ever
                raise
            else:
                if result is not None:
                    self._tell(Job(kind, name, JobState.DONE, result=result))

        self._wired.errands.run(errand, NoticeCode.ROUTE_FAILED)

    def _tell(self, job: Job) -> None:
        self._wired.desk.post(JobReported(job))
