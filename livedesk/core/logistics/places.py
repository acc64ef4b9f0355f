"""Places on the map and the ways between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import asin, atan2, cos, degrees, radians, sin, sqrt
from typing import Protocol

from livedesk.core.ids import Language

_EARTH_KM = 6371.0
_ON_ROADS = 1.25
"""A road is about this much longer than the straight line."""

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


class PlaceKind(StrEnum):
    """What a place is for whoever moves goods."""

    CITY = "city"
    PORT = "port"
    AIRPORT = "airport"
    RAIL = "rail"
    BORDER = "border"


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its names; `country` is an ISO 3166 code, `code` a UN/LOCODE or IATA code, "" for a city."""

    kind: PlaceKind
    names: dict[Language, str]
    country: str
    at: Point
    code: str = ""


@dataclass(frozen=True, slots=True)
class SeaWay:
    """The way of a ship: its length, the points to draw it, and the straits and canals it takes, in order."""

    km: float
    path: tuple[Point, ...]
    passages: tuple[str, ...] = ()


class Atlas(Protocol):
    """What is known of the world, without any network."""

    def find(self, text: str, limit: int) -> tuple[Place, ...]:
        """Return the cities that `text` may mean, in any of their names, the likeliest first."""
        ...

    def hubs(self, kind: PlaceKind) -> tuple[Place, ...]:
        """Return all ports, airports, railway terminals or border crossings."""
        ...

    def sea_way(self, origin: Place, destination: Place) -> SeaWay:
        """Return the shortest way of a ship between two ports."""
        ...


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance (haversine; the error against the ellipsoid is below 0.6 %)."""
    (x0, y0), (x1, y1) = ((radians(a), radians(b)) for a, b in (one, other))
    half = sin((y1 - y0) / 2) ** 2 + cos(y0) * cos(y1) * sin((x1 - x0) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, half)))


def road_km(one: Point, other: Point) -> float:
    """Return about how far it is by lorry."""
    return distance_km(one, other) * _ON_ROADS


def great_circle(one: Point, other: Point, steps: int = 32) -> tuple[Point, ...]:
    """Return points along the shortest way through the air, ends included, longitudes not wrapped at 180."""
    (x0, y0), (x1, y1) = ((radians(a), radians(b)) for a, b in (one, other))
    angle = distance_km(one, other) / _EARTH_KM
    if angle < 1e-6:
        return one, other
    points: list[Point] = []
    for step in range(steps + 1):
        a, b = sin((1 - step / steps) * angle) / sin(angle), sin(step / steps * angle) / sin(angle)
        x = a * cos(y0) * cos(x0) + b * cos(y1) * cos(x1)
        y = a * cos(y0) * sin(x0) + b * cos(y1) * sin(x1)
        z = a * sin(y0) + b * sin(y1)
        longitude = degrees(atan2(y, x))
        if points:
            longitude += round((points[-1][0] - longitude) / 360) * 360
        points.append((longitude, degrees(atan2(z, sqrt(x * x + y * y)))))
    return tuple(points)


def unwrapped(paths: Iterable[Sequence[Point]]) -> tuple[tuple[Point, ...], ...]:
    """Return `paths` with each longitude within 180 degrees of the one before it, from path to path."""
    result = []
    last: float | None = None
    for path in paths:
        points = []
        for longitude, latitude in path:
            near = longitude if last is None else longitude + round((last - longitude) / 360) * 360
            points.append((near, latitude))
            last = near
        result.append(tuple(points))
    return tuple(result)


def unwrapped_ring(ring: Sequence[Point]) -> tuple[Point, ...]:
    """Return the outline of land without its jumps at 180 degrees; one around a pole is closed along the pole."""
    ((*points,),) = unwrapped([ring])
    if points and abs(points[-1][0] - points[0][0]) > 180:
        pole = -90.0 if points[0][1] < 0 else 90.0
        points += [(points[-1][0], pole), (points[0][0], pole)]
    return tuple(points)
