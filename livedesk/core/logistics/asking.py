"""What the window asks of the map, and what it is told: results of the jobs PLACES_JOB and ROUTE_JOB."""

from dataclasses import dataclass

from livedesk.core.logistics.places import Place, Point
from livedesk.core.logistics.route import Load, Mode, Route

PLACES_JOB, ROUTE_JOB = "places", "route"

MOST_PLACES = 8
"""Suggestions for what is typed: more are not read."""


@dataclass(frozen=True, slots=True)
class PlacesFound:
    """The cities that `text` may mean, the likeliest first."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class RouteWish:
    """From where to where, how, what, and how many days it takes to make before."""

    origin: Place
    destination: Place
    mode: Mode
    load: Load
    made_in_days: int = 0


@dataclass(frozen=True, slots=True)
class RoutePlanned:
    """The way that was wished for, and the outlines of all land to draw it on, in degrees."""

    wish: RouteWish
    route: Route
    land: tuple[tuple[Point, ...], ...]
