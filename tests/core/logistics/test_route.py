"""The way of an order: every stop from the factory to the door, on a small atlas of our own."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN
from livedesk.core.logistics.places import (
    Atlas,
    Place,
    PlaceKind,
    Point,
    SeaWay,
    distance_km,
    great_circle,
    unwrapped,
    unwrapped_ring,
)
from livedesk.core.logistics.route import Container, Load, Mode, Route, StopKind, plan
from livedesk.core.typing_compat import override


def place(kind: PlaceKind, name: str, country: str, at: Point, code: str = "") -> Place:
    return Place(kind, {EN: name}, country, at, code)


YIWU = place(PlaceKind.CITY, "Yiwu", "CN", (120.08, 29.32))
MUNICH = place(PlaceKind.CITY, "Munich", "DE", (11.58, 48.14))
NINGBO = place(PlaceKind.PORT, "Ningbo", "CN", (121.56, 29.87), "CNNGB")
HAMBURG = place(PlaceKind.PORT, "Hamburg", "DE", (9.97, 53.54), "DEHAM")
SUEZ: Point = (32.4, 30.6)


class SmallAtlas(Atlas):
    """Two ports, two airports, two stations, two borders; ships go through Suez."""

    @override
    def find(self, text: str, limit: int) -> tuple[Place, ...]:
        return tuple(p for p in (YIWU, MUNICH) if text in p.names[EN])[:limit]

    @override
    def hubs(self, kind: PlaceKind) -> tuple[Place, ...]:
        known = (
            NINGBO,
            HAMBURG,
            place(PlaceKind.AIRPORT, "Pudong", "CN", (121.8, 31.1), "PVG"),
            place(PlaceKind.AIRPORT, "Frankfurt", "DE", (8.57, 50.03), "FRA"),
            place(PlaceKind.RAIL, "Yiwu West", "CN", (120.08, 29.32), "Yiwu"),
            place(PlaceKind.RAIL, "Duisburg", "DE", (6.77, 51.43), "Duisburg"),
            place(PlaceKind.BORDER, "Manzhouli", "CN", (117.44, 49.6), "Manzhouli"),
            place(PlaceKind.BORDER, "Brest", "PL", (23.69, 52.09), "Brest"),
        )
        return tuple(p for p in known if p.kind is kind)

    @override
    def sea_way(self, origin: Place, destination: Place) -> SeaWay:
        path = (origin.at, (100.0, 3.0), (60.0, 12.0), SUEZ, (0.0, 36.5), destination.at)
        km = sum(distance_km(a, b) for a, b in itertools.pairwise(path))
        # As the library gives them: not in order, and one far from the way.
        return SeaWay(km, path, ("suez", "malacca", "panama"))


def kinds(route: Route) -> list[StopKind]:
    return [stop.kind for stop in route.stops]


def test_that_by_sea_every_port_and_passage_is_a_stop_in_the_order_of_the_way() -> None:
    route = plan(YIWU, MUNICH, Mode.SEA, Load(Decimal(35)), SmallAtlas(), made_in_days=30)
    assert kinds(route) == [
        StopKind.FACTORY,
        StopKind.EXPORT_PORT,
        StopKind.PASSAGE,
        StopKind.PASSAGE,
        StopKind.IMPORT_PORT,
        StopKind.DOOR,
    ]
    assert [stop.passage for stop in route.stops if stop.passage] == ["malacca", "suez"]
    assert [leg.mode for leg in route.legs] == [Mode.ROAD, Mode.SEA, Mode.SEA, Mode.SEA, Mode.ROAD]
    assert route.days == 30 + sum(s.days for s in route.stops) + sum(leg.days for leg in route.legs)


def test_that_the_drawn_way_has_no_gap() -> None:
    route = plan(YIWU, MUNICH, Mode.SEA, Load(), SmallAtlas())
    for before, after in zip(route.legs, route.legs[1:], strict=False):
        assert before.path[-1] == after.path[0]
    assert (route.legs[0].path[0], route.legs[-1].path[-1]) == (YIWU.at, MUNICH.at)


def test_that_a_small_load_is_consolidated_and_taken_apart_again() -> None:
    small = plan(YIWU, MUNICH, Mode.SEA, Load(Decimal("3.2")), SmallAtlas())
    assert StopKind.DECONSOLIDATION in kinds(small)
    assert small.days > plan(YIWU, MUNICH, Mode.SEA, Load(Decimal(60)), SmallAtlas()).days


@pytest.mark.parametrize(
    ("cbm", "expected"),
    [
        (None, ()),
        ("14.9", ((Container.LCL, 1),)),
        ("28", ((Container.GP20, 1),)),
        ("28.1", ((Container.HQ40, 1),)),
        ("68", ((Container.HQ40, 1),)),
        ("90", ((Container.HQ40, 1), (Container.GP20, 1))),
        ("136", ((Container.HQ40, 2),)),
        ("150", ((Container.HQ40, 2), (Container.GP20, 1))),
    ],
)
def test_that_the_room_taken_decides_the_containers(cbm: str | None, expected: object) -> None:
    assert Load(None if cbm is None else Decimal(cbm)).containers == expected


@given(st.decimals(15, 5000, places=3))
def test_that_the_containers_hold_the_load(cbm: Decimal) -> None:
    room = {Container.HQ40: 68, Container.GP20: 28}
    assert sum(room[c] * n for c, n in Load(cbm).containers) >= cbm


def test_that_by_rail_the_gauge_changes_at_both_borders() -> None:
    route = plan(YIWU, MUNICH, Mode.RAIL, Load(), SmallAtlas())
    borders = [stop.place.names[EN] for stop in route.stops if stop.kind is StopKind.BORDER and stop.place]
    assert borders == ["Manzhouli", "Brest"]
    assert 18 <= route.days <= 40


def test_that_air_is_quickest() -> None:
    by_air = plan(YIWU, MUNICH, Mode.AIR, Load(), SmallAtlas())
    assert kinds(by_air)[1:3] == [StopKind.EXPORT_AIRPORT, StopKind.IMPORT_AIRPORT]
    assert by_air.days < plan(YIWU, MUNICH, Mode.RAIL, Load(), SmallAtlas()).days


SYDNEY = place(PlaceKind.CITY, "Sydney", "AU", (151.2, -33.9))


@pytest.mark.parametrize("mode", [Mode.SEA, Mode.RAIL, Mode.ROAD])
def test_that_a_way_that_does_not_exist_is_refused(mode: Mode) -> None:
    with pytest.raises(UserFacing) as refused:
        plan(YIWU, SYDNEY, mode, Load(), SmallAtlas())
    assert refused.value.code is ErrorCode.NO_ROUTE


def test_that_days_can_be_changed_and_nonsense_is_refused() -> None:
    route = plan(YIWU, MUNICH, Mode.AIR, Load(), SmallAtlas())
    assert route.with_stop_days(1, 5).days == route.days + 5 - route.stops[1].days
    assert route.with_leg_days(1, 9).days == route.days + 9 - route.legs[1].days
    for days in (-1, 400):
        with pytest.raises(ValueError):
            route.with_leg_days(0, days)


def test_that_distances_are_those_of_the_earth() -> None:
    assert distance_km((121.47, 31.23), (-74.0, 40.71)) == pytest.approx(11_860, rel=0.01)


def test_that_a_flight_over_the_date_line_is_drawn_in_one_piece() -> None:
    path = great_circle((121.8, 31.1), (-118.4, 33.9))
    assert all(abs(a[0] - b[0]) < 30 for a, b in itertools.pairwise(path))
    assert path[0] == pytest.approx((121.8, 31.1))
    assert path[-1] == pytest.approx((241.6, 33.9))


def test_that_a_shared_container_is_loaded_and_unloaded_in_a_warehouse() -> None:
    shared = kinds(plan(YIWU, MUNICH, Mode.SEA, Load(Decimal(3)), SmallAtlas()))
    assert shared[1:3] == [StopKind.CONSOLIDATION, StopKind.EXPORT_PORT]
    assert shared[-3:-1] == [StopKind.IMPORT_PORT, StopKind.DECONSOLIDATION]
    own = kinds(plan(YIWU, MUNICH, Mode.SEA, Load(Decimal(60)), SmallAtlas()))
    assert StopKind.CONSOLIDATION not in own
    assert StopKind.DECONSOLIDATION not in own


def test_that_a_way_across_the_date_line_goes_on_beyond_it() -> None:
    first, second = unwrapped([[(170.0, 0.0), (-175.0, 5.0)], [(-170.0, 10.0), (-120.0, 30.0)]])
    assert [x for x, _ in first + second] == [170.0, 185.0, 190.0, 240.0]


def test_that_an_outline_across_the_date_line_has_no_jump() -> None:
    ring = unwrapped_ring([(170.0, 60.0), (-170.0, 60.0), (-170.0, 70.0), (170.0, 70.0)])
    assert all(abs(a[0] - b[0]) <= 180 for a, b in itertools.pairwise([*ring, ring[0]]))


def test_that_an_outline_around_a_pole_is_closed_along_the_pole() -> None:
    ring = unwrapped_ring([(float(x), -70.0) for x in range(-180, 181, 30)])
    assert ring[-2:] == ((180.0, -90.0), (-180.0, -90.0))
