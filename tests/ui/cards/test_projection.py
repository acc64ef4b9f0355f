"""The map: the whole way in sight, shapes kept, no jump at the date line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from livedesk.ui.cards.projection import Crop, miller_y
from livedesk.ui.cards.route_map import spread

ROOM = QRectF(10, 20, 700, 600)


def test_that_the_projection_is_millers() -> None:
    assert miller_y(0) == pytest.approx(0)
    assert miller_y(45) == pytest.approx(48.29, abs=0.01)
    assert miller_y(-45) == pytest.approx(-miller_y(45))
    assert miller_y(90) == pytest.approx(131.97, abs=0.01)  # the world is 0.733 as high as it is wide


@given(
    st.lists(
        st.tuples(st.floats(-170, 350), st.floats(-55, 75)),
        min_size=2,
        max_size=12,
    ).filter(lambda points: max(x for x, _ in points) - min(x for x, _ in points) < 280)
)
def test_that_every_point_of_the_way_is_in_sight(points: list[tuple[float, float]]) -> None:
    crop = Crop.around(points, ROOM)
    for point in points:
        at = crop.at(point)
        assert ROOM.adjusted(-1, -1, 1, 1).contains(at), (point, at)


def test_that_a_way_within_a_city_still_shows_the_land_around() -> None:
    crop = Crop.around([(9.97, 53.54), (9.99, 53.55)], ROOM)
    assert ROOM.width() / crop.scale >= 9


def test_that_land_beyond_the_date_line_is_drawn_again() -> None:
    ring = ((-125.0, 30.0), (-115.0, 30.0), (-115.0, 45.0), (-125.0, 45.0))
    crop = Crop.around([(120.0, 30.0), (242.0, 34.0)], ROOM)
    path = crop.outlines((ring,))
    assert path.contains(crop.at((240.0, 35.0)))
    assert not path.contains(crop.at((180.0, 35.0)))


def test_that_land_out_of_sight_costs_nothing() -> None:
    ring = ((-60.0, -10.0), (-50.0, -10.0), (-50.0, 0.0))
    assert Crop.around([(100.0, 30.0), (120.0, 40.0)], ROOM).outlines((ring,)).isEmpty()


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_that_marks_of_one_place_do_not_cover_each_other(count: int) -> None:
    marks = spread([QPointF(100, 100)] * count, [14.0] * count)
    for i, one in enumerate(marks):
        for other in marks[:i]:
            away = one - other
            assert (away.x() ** 2 + away.y() ** 2) ** 0.5 >= 27


def test_that_marks_apart_stay_where_they_belong() -> None:
    points = [QPointF(0, 0), QPointF(100, 0)]
    assert spread(points, [14.0, 14.0]) == points
