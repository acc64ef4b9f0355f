"""A small world for the cards' tests: places, a route, a batch, and services that answer from it."""

from dataclasses import replace
from decimal import Decimal

from livedesk.core.catalogue.product import LeadTime, Packing, PriceTier, Product
from livedesk.core.errors import ErrorCode
from livedesk.core.ids import EN, ZH, Sku
from livedesk.core.jobs import Job, JobState
from livedesk.core.logistics.asking import PLACES_JOB, ROUTE_JOB, PlacesFound, RoutePlanned, RouteWish
from livedesk.core.logistics.places import Place, PlaceKind
from livedesk.core.logistics.route import Leg, Mode, Route, Stop, StopKind
from livedesk.core.logistics.trace import Batch, TraceEvent, TraceKind
from livedesk.core.typing_compat import override
from livedesk.ui.bridge import Bridge
from tests.ui.fakes import FakeServices

CUP = Product(
    Sku("JZ-03"),
    3,
    {EN: "Portable juicer cup", ZH: "便携式榨汁杯"},
    {},
    (PriceTier(500, Decimal("3.50")),),
    moq=500,
    unit={EN: "pcs", ZH: "个"},
    lead_times=(LeadTime(1, 25),),
    packing=Packing(24, Decimal(60), Decimal(40), Decimal("35.5"), Decimal("12.4")),
)
WOK = replace(CUP, sku=Sku("CG-32"), number=4, names={EN: "Wok"}, packing=Packing(), lead_times=())

YIWU = Place(PlaceKind.CITY, {EN: "Yiwu", ZH: "义乌"}, "CN", (120.08, 29.32))
HAMBURG = Place(PlaceKind.CITY, {EN: "Hamburg", ZH: "汉堡"}, "DE", (9.99, 53.55))
NEW_HAMBURG = Place(PlaceKind.CITY, {EN: "Hamburg"}, "US", (-78.83, 42.72))
NINGBO = Place(PlaceKind.PORT, {EN: "Ningbo", ZH: "宁波港"}, "CN", (121.56, 29.87), "CNNGB")
PORT = Place(PlaceKind.PORT, {EN: "Hamburg", ZH: "汉堡港"}, "DE", (9.97, 53.54), "DEHAM")
SQUARE = ((-10.0, 35.0), (130.0, 35.0), (130.0, 60.0), (-10.0, 60.0))

BATCH = Batch(
    "B-2610-07",
    Sku("JZ-03"),
    (
        TraceEvent(TraceKind.PRODUCTION, "2026-10-02", "Ningbo", "line 3"),
        TraceEvent(TraceKind.INSPECTION, "2026-10-05", "Ningbo"),
    ),
)


def route_for(wish: RouteWish) -> Route:
    """Return a way by ship through Suez."""
    stops = (
        Stop(StopKind.FACTORY, wish.origin, 0),
        Stop(StopKind.EXPORT_PORT, NINGBO, 4),
        Stop(StopKind.PASSAGE, None, 0, "suez"),
        Stop(StopKind.IMPORT_PORT, PORT, 4),
        Stop(StopKind.DOOR, wish.destination, 0),
    )
    points = (YIWU.at, NINGBO.at, (32.4, 30.6), PORT.at, HAMBURG.at)
    days = (1, 21, 11, 1)
    modes = (Mode.ROAD, Mode.SEA, Mode.SEA, Mode.ROAD)
    legs = tuple(
        Leg(mode, 100, each, (points[i], points[i + 1]))
        for i, (mode, each) in enumerate(zip(modes, days, strict=True))
    )
    return Route(wish.mode, stops, legs, wish.load, wish.made_in_days)


class Answering(FakeServices):
    """Answers at once, as the application does later: three cities, and every way but the one by train."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.is_answering = True

    @override
    def find_places(self, text: str) -> None:
        super().find_places(text)
        known = [p for p in (YIWU, HAMBURG, NEW_HAMBURG) if text.casefold() in str(p.names).casefold()]
        if self.is_answering:
            found = PlacesFound(text, tuple(known))
            self._bridge.job_changed.emit(Job(PLACES_JOB, text, JobState.DONE, result=found))

    @override
    def plan_route(self, wish: RouteWish) -> None:
        super().plan_route(wish)
        if not self.is_answering:
            return
        if wish.mode is Mode.RAIL:
            job = Job(ROUTE_JOB, "", JobState.FAILED, code=ErrorCode.NO_ROUTE)
        else:
            planned = RoutePlanned(wish, route_for(wish), (SQUARE,))
            job = Job(ROUTE_JOB, "", JobState.DONE, result=planned)
        self._bridge.job_changed.emit(job)

    def asked(self, what: str) -> list[object]:
        """Return what was asked of one service, in order."""
        return [call[1] for call in self.calls if call[0] == what]
