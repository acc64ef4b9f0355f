"""The way of an order from the factory to the buyer's door: every stop, every leg, how many days each takes.

The days are the trade's rules of thumb for a first answer on air, and every one of them can be changed by the
operator; they are never a promise of a carrier. Distances come from the `Atlas`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.logistics.countries import (
    BEHIND_BREST,
    BY_RAIL,
    CENTRAL_ASIA,
    JOINED_BY_ROAD,
    THROUGH_ERENHOT,
)
from livedesk.core.logistics.places import (
    Atlas,
    Place,
    PlaceKind,
    Point,
    SeaWay,
    distance_km,
    great_circle,
    road_km,
)


class Mode(StrEnum):
    """How the long leg is made; what a person chooses."""

    SEA = "sea"
    AIR = "air"
    RAIL = "rail"
    ROAD = "road"


class StopKind(StrEnum):
    """What happens at a stop."""

    FACTORY = "factory"
    CONSOLIDATION = "consolidation"
    EXPORT_PORT = "export_port"
    EXPORT_AIRPORT = "export_airport"
    EXPORT_STATION = "export_station"
    PASSAGE = "passage"
    BORDER = "border"
    IMPORT_PORT = "import_port"
    IMPORT_AIRPORT = "import_airport"
    IMPORT_STATION = "import_station"
    DECONSOLIDATION = "deconsolidation"
    DOOR = "door"


class Container(StrEnum):
    """What the goods travel in by sea and rail; LCL shares a container with others."""

    LCL = "LCL"
    GP20 = "20GP"
    HQ40 = "40HQ"


@dataclass(frozen=True, slots=True)
class Load:
    """What is shipped: cubic metres and kilograms, None where the packing is not known."""

    cbm: Decimal | None = None
    gross_weight_kg: Decimal | None = None

    @property
    def containers(self) -> tuple[tuple[Container, int], ...]:
        """What it fills, by the room goods really take: 28 m³ in a 20GP, 68 m³ in a 40HQ; below 15 m³ LCL."""
        if self.cbm is None:
            return ()
        if self.cbm < _LCL_BELOW_CBM:
            return ((Container.LCL, 1),)
        large, rest = divmod(self.cbm, _HQ40_CBM)
        small = int(0 < rest <= _GP20_CBM)
        counts = (Container.HQ40, int(large) + (rest > _GP20_CBM)), (Container.GP20, small)
        return tuple((container, count) for container, count in counts if count)


@dataclass(frozen=True, slots=True)
class Stop:
    """One node of the way; `days` are spent there. `passage` names a strait or canal ("suez")."""

    kind: StopKind
    place: Place | None
    days: int
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Leg:
    """From one stop to the next: how, how far, how many days, and the points to draw it."""

    mode: Mode
    km: int
    days: int
    path: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """The whole way: one leg fewer than stops. `made_in_days` is the production before it."""

    mode: Mode
    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    load: Load
    made_in_days: int = 0

    @property
    def days(self) -> int:
        """Days from the order to the door."""
        return self.made_in_days + sum(stop.days for stop in self.stops) + sum(leg.days for leg in self.legs)

    @property
    def km(self) -> int:
        """The length of all legs."""
        return sum(leg.km for leg in self.legs)

    def with_stop_days(self, index: int, days: int) -> "Route":
        """Return the route with other days at stop `index`; raises ValueError for fewer than 0 or over a year."""
        stop = replace(self.stops[index], days=_sane(days))
        return replace(self, stops=(*self.stops[:index], stop, *self.stops[index + 1 :]))

    def with_leg_days(self, index: int, days: int) -> "Route":
        """Return the route with other days for leg `index`."""
        leg = replace(self.legs[index], days=_sane(days))
        return replace(self, legs=(*self.legs[:index], leg, *self.legs[index + 1 :]))


_LCL_BELOW_CBM, _GP20_CBM, _HQ40_CBM = Decimal(15), Decimal(28), Decimal(68)
_NEAR_KM = 1500.0
"""A hub in another country is taken only this near; a port further inland than that is nobody's port."""
_TRIED = 5
_ON_THE_WAY_KM = 400.0
_AT_AN_END_KM = 100.0
"""A passage is a stop of its own where the ship comes this near to it, and not where its port lies in it."""
_KM_A_DAY = {Mode.SEA: 640.0, Mode.AIR: 9000.0, Mode.RAIL: 900.0, Mode.ROAD: 600.0}
"""Sea: 16 knots and calls on the way; rail: the China-Europe trains' usual 13-18 days."""
_LORRY_COST = 6.0
"""A kilometre by lorry weighs this much against one by ship when ports are compared."""

_PASSAGE_AT: dict[str, Point] = {
    "malacca": (100.6, 3.2),
    "babalmandab": (43.3, 12.6),
    "suez": (32.4, 30.6),
    "gibraltar": (-5.5, 35.95),
    "panama": (-79.7, 9.1),
    "bosporus": (29.1, 41.1),
    "ormuz": (56.4, 26.5),
    "dover": (1.4, 51.0),
    "sunda": (105.8, -6.0),
    "magellan": (-70.9, -53.3),
    "chili": (-70.9, -53.3),
    "south_africa": (19.5, -35.2),
}
"""Where the straits and canals are that a card names; the keys are the sea-way library's."""


def plan(
    origin: Place, destination: Place, mode: Mode, load: Load, atlas: Atlas, made_in_days: int = 0
) -> Route:
    """Return the way from `origin` to `destination`; raises `UserFacing(NO_ROUTE)`: by road or rail
    across the sea, or to where no hub is near."""
    stops: list[Stop]
    legs: list[Leg]
    match mode:
        case Mode.SEA:
            stops, legs = _by_sea(origin, destination, load, atlas)
        case Mode.AIR:
            stops, legs = _by_air(origin, destination, atlas)
        case Mode.RAIL:
            stops, legs = _by_rail(origin, destination, load, atlas)
        case Mode.ROAD:
            stops, legs = _by_road(origin, destination)
    return Route(mode, tuple(stops), tuple(legs), load, made_in_days)


def _by_sea(origin: Place, destination: Place, load: Load, atlas: Atlas) -> tuple[list[Stop], list[Leg]]:
    ports = atlas.hubs(PlaceKind.PORT)
    starts, ends = _nearest(origin, ports), _nearest(destination, ports)
    if not starts or not ends:
        raise UserFacing(ErrorCode.NO_ROUTE)
    ways = [(start, end, atlas.sea_way(start, end)) for start in starts for end in ends if start != end]
    if not ways:
        raise UserFacing(ErrorCode.NO_ROUTE)
    start, end, way = min(
        ways,
        key=lambda w: (
            w[2].km + _LORRY_COST * (road_km(origin.at, w[0].at) + road_km(w[1].at, destination.at))
        ),
    )
    is_shared = any(container is Container.LCL for container, _ in load.containers)
    stops = [Stop(StopKind.FACTORY, origin, 0)]
    legs = [_road(origin.at, start.at)]
    if is_shared:
        stops.append(Stop(StopKind.CONSOLIDATION, start, 2))
        legs.append(Leg(Mode.ROAD, 0, 0, ()))
    stops.append(Stop(StopKind.EXPORT_PORT, start, 4))
    passages, pieces = _cut(way)
    for piece, passage in zip(pieces, [*passages, ""], strict=True):
        legs.append(_leg(Mode.SEA, sum(distance_km(a, b) for a, b in pairwise(piece)), piece))
        if passage:
            stops.append(Stop(StopKind.PASSAGE, None, 0, passage))
    stops.append(Stop(StopKind.IMPORT_PORT, end, 4))
    if is_shared:
        legs.append(Leg(Mode.ROAD, 0, 0, ()))
        stops.append(Stop(StopKind.DECONSOLIDATION, end, 3))
    legs.append(_road(end.at, destination.at))
    stops.append(Stop(StopKind.DOOR, destination, 0))
    return stops, legs


def _by_air(origin: Place, destination: Place, atlas: Atlas) -> tuple[list[Stop], list[Leg]]:
    airports = atlas.hubs(PlaceKind.AIRPORT)
    starts, ends = _nearest(origin, airports), _nearest(destination, airports)
    if not starts or not ends or starts[0] == ends[0]:
        raise UserFacing(ErrorCode.NO_ROUTE)
    start, end = starts[0], ends[0]
    path = great_circle(start.at, end.at)
    stops = [
        Stop(StopKind.FACTORY, origin, 0),
        Stop(StopKind.EXPORT_AIRPORT, start, 2),
        Stop(StopKind.IMPORT_AIRPORT, end, 2),
        Stop(StopKind.DOOR, destination, 0),
    ]
    flight = _leg(Mode.AIR, distance_km(start.at, end.at), path)
    return stops, [_road(origin.at, start.at), flight, _road(end.at, destination.at)]


def _by_rail(origin: Place, destination: Place, load: Load, atlas: Atlas) -> tuple[list[Stop], list[Leg]]:
    if destination.country not in BY_RAIL or origin.country != "CN":
        raise UserFacing(ErrorCode.NO_ROUTE)
    stations, borders = atlas.hubs(PlaceKind.RAIL), {b.code: b for b in atlas.hubs(PlaceKind.BORDER)}
    start = min(
        (s for s in stations if s.country == "CN"), key=lambda s: distance_km(s.at, origin.at), default=None
    )
    abroad = [s for s in stations if s.country != "CN"]
    at_home = [s for s in abroad if s.country == destination.country]
    end = min(at_home or abroad, key=lambda s: distance_km(s.at, destination.at), default=None)
    if start is None or end is None or distance_km(end.at, destination.at) > _NEAR_KM:
        raise UserFacing(ErrorCode.NO_ROUTE)
    is_shared = any(container is Container.LCL for container, _ in load.containers)
    stops = [
        Stop(StopKind.FACTORY, origin, 0),
        Stop(StopKind.EXPORT_STATION, start, 5 if is_shared else 3),
        *(
            Stop(StopKind.BORDER, borders[code], days)
            for code, days in _borders(start, end)
            if code in borders
        ),
        Stop(StopKind.IMPORT_STATION, end, 3),
        Stop(StopKind.DOOR, destination, 0),
    ]
    points = [stop.place.at for stop in stops if stop.place]
    modes = [Mode.ROAD, *[Mode.RAIL] * (len(stops) - 3), Mode.ROAD]
    legs = [
        _road(a, b) if mode is Mode.ROAD else _leg(mode, distance_km(a, b) * 1.15, (a, b))
        for mode, (a, b) in zip(modes, pairwise(points), strict=True)
    ]
    return stops, legs


def _borders(start: Place, end: Place) -> list[tuple[str, int]]:
    """Return the border crossings with the days they take: the gauge changes at each."""
    if end.country in THROUGH_ERENHOT:
        return [("Erenhot", 2)]
    if end.country in CENTRAL_ASIA:
        return [("Khorgos", 2)]
    first = "Manzhouli" if start.at[0] > 118 or end.country == "RU" else "Alashankou"
    return [(first, 2), *([("Brest", 2)] if end.country in BEHIND_BREST else [])]


def _by_road(origin: Place, destination: Place) -> tuple[list[Stop], list[Leg]]:
    is_one = origin.country == destination.country
    if not is_one and not any({origin.country, destination.country} <= block for block in JOINED_BY_ROAD):
        raise UserFacing(ErrorCode.NO_ROUTE)
    stops = [Stop(StopKind.FACTORY, origin, 0), Stop(StopKind.DOOR, destination, 0 if is_one else 2)]
    return stops, [_road(origin.at, destination.at)]


def _nearest(place: Place, hubs: Sequence[Place]) -> list[Place]:
    """Return the hubs that come into question: those of the country, else near ones of its neighbours."""
    own = [hub for hub in hubs if hub.country == place.country]
    near = own or [hub for hub in hubs if distance_km(hub.at, place.at) < _NEAR_KM]
    return sorted(near, key=lambda hub: distance_km(hub.at, place.at))[:_TRIED]


def _road(one: Point, other: Point) -> Leg:
    return _leg(Mode.ROAD, road_km(one, other), (one, other))


def _leg(mode: Mode, km: float, path: tuple[Point, ...]) -> Leg:
    return Leg(mode, round(km), max(1, round(km / _KM_A_DAY[mode])), path)


def _cut(way: SeaWay) -> tuple[list[str], list[tuple[Point, ...]]]:
    """Return the passages in the order of the way, and the way cut at them; the pieces share their ends."""
    last = len(way.path) - 1
    found = []
    for passage in way.passages:
        if at := _PASSAGE_AT.get(passage):
            km, index = min((distance_km(_wrapped(point), at), i) for i, point in enumerate(way.path))
            to_end_km = min(distance_km(way.path[index], way.path[end]) for end in (0, last))
            if km < _ON_THE_WAY_KM and to_end_km > _AT_AN_END_KM:
                found.append((index, passage))
    found.sort()
    cuts = [0, *(index for index, _ in found), last]
    return [passage for _, passage in found], [way.path[a : b + 1] for a, b in pairwise(cuts)]


def _wrapped(point: Point) -> Point:
    return (point[0] + 180) % 360 - 180, point[1]


def _sane(days: int) -> int:
    if not 0 <= days <= 365:
        raise ValueError(f"days: {days}")
    return days
