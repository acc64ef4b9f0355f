"""The map behind a route: Miller's projection, cropped to the way; the land is drawn again to the east and west.

Longitudes are not wrapped: a way across the date line goes on beyond 180, and so does the land.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, pi, radians, tan

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from livedesk.core.logistics.places import Point

Rings = tuple[tuple[Point, ...], ...]

_AIR = 0.12
"""Of the way's size is left free around it."""
_LEAST_DEGREES = 9.0
"""A way within one country still shows where on earth that is."""
_NORTH, _SOUTH = 84.0, -62.0
_LEAST_STEP_PX = 0.6
"""Points of an outline that fall nearer to each other are drawn as one."""


def miller_y(latitude: float) -> float:
    """Return how far up the page a latitude is, in degrees of longitude; north is positive."""
    return 1.25 * log(tan(pi / 4 + 0.4 * radians(latitude))) * 180 / pi


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of the world that fills `room` (pixels), with the scale at its equator in pixels a degree."""

    room: QRectF
    west: float
    top: float
    scale: float

    @classmethod
    def around(cls, points: Sequence[Point], room: QRectF) -> "Crop":
        """Return the crop that shows all `points` with some air, and fills the room."""
        xs = [x for x, _ in points]
        ys = [miller_y(min(_NORTH, max(_SOUTH, y))) for _, y in points]
        width = max((max(xs) - min(xs)) * (1 + 2 * _AIR), _LEAST_DEGREES)
        height = max((max(ys) - min(ys)) * (1 + 2 * _AIR), _LEAST_DEGREES)
        scale = min(room.width() / width, room.height() / height)
        # Never smaller than the world is wide: it would be seen twice.
        scale = max(scale, room.width() / 360)
        middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
        half = room.height() / scale / 2
        lowest, highest = miller_y(_SOUTH) + half, miller_y(_NORTH) - half
        if lowest < highest:
            middle_y = min(highest, max(lowest, middle_y))
        return cls(room, middle_x - room.width() / scale / 2, middle_y + half, scale)

    def at(self, point: Point) -> QPointF:
        """Return where a point is drawn."""
        return QPointF(
            self.room.left() + (point[0] - self.west) * self.scale,
            self.room.top() + (self.top - miller_y(point[1])) * self.scale,
        )

    def outlines(self, land: Rings) -> QPainterPath:
        """Return the land that is in sight, as one path."""
        path = QPainterPath()
        east = self.west + self.room.width() / self.scale
        for ring in land:
            xs = [x for x, _ in ring]
            first, last = min(xs), max(xs)
            for turn in (-720.0, -360.0, 0.0, 360.0, 720.0):
                if first + turn < east and last + turn > self.west:
                    path.addPolygon(QPolygonF(self._thinned(ring, turn)))
                    path.closeSubpath()
        return path

    def _thinned(self, ring: Sequence[Point], turn: float) -> list[QPointF]:
        points: list[QPointF] = []
        for longitude, latitude in ring:
            point = self.at((longitude + turn, max(-89.0, min(89.0, latitude))))
            if not points or (point - points[-1]).manhattanLength() >= _LEAST_STEP_PX:
                points.append(point)
        return points
