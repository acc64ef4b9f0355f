"""Draws the way of an order on the map: land, legs, and a numbered mark at every stop."""

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from livedesk.core.logistics.places import Point, unwrapped
from livedesk.core.logistics.route import Mode
from livedesk.ui.cards.projection import Crop, Rings
from livedesk.ui.cards.scene import RouteScene
from livedesk.ui.cards.steps import draw_mark
from livedesk.ui.theme.tokens import Colours

_RADIUS, _PASSAGE_RADIUS, _LINE = 14.0, 11.0, 3.2
_ROUNDS = 80


def draw_map(painter: QPainter, room: QRectF, scene: RouteScene, unit: float, c: Colours) -> None:
    """Draw the map so that the whole way is in sight."""
    paths = unwrapped(leg.path for leg in scene.route.legs)
    stops = _places_of(paths)
    crop = Crop.around([point for path in paths for point in path], room)
    painter.save()
    painter.setClipRect(room)
    painter.fillRect(room, QColor(c.background))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(c.line))
    painter.drawPath(_outlines(crop, scene.land))
    for leg, path in zip(scene.route.legs, paths, strict=True):
        _draw_leg(painter, [crop.at(point) for point in path], leg.mode, unit, c)
    _draw_marks(painter, [crop.at(point) for point in stops], scene, unit, c)
    painter.restore()


_drawn: list[tuple[Crop, Rings, QPainterPath]] = []
"""The outlines drawn last: they stay while only days change, and take a fifth of a second to make."""


def _outlines(crop: Crop, land: Rings) -> QPainterPath:
    for known, of_land, path in _drawn:
        if known == crop and of_land is land:
            return path
    path = crop.outlines(land)
    _drawn[:] = [(crop, land, path), *_drawn[:1]]  # one for the preview, one for the window on air
    return path


def _places_of(paths: tuple[tuple[Point, ...], ...]) -> list[Point]:
    """Return where each stop is: one more than there are legs; a leg without a path stays where it began."""
    at = next(path[0] for path in paths if path)
    places = [at]
    for path in paths:
        at = path[-1] if path else at
        places.append(at)
    return places


def _draw_leg(painter: QPainter, points: list[QPointF], mode: Mode, unit: float, c: Colours) -> None:
    if len(points) < 2:
        return
    pen = QPen(QColor(c.accent if mode in (Mode.SEA, Mode.AIR) else c.ink), _LINE * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if mode is Mode.AIR:
        pen.setDashPattern([2.5, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    way = QPainterPath(points[0])
    for point in points[1:]:
        way.lineTo(point)
    painter.drawPath(way)


def _draw_marks(painter: QPainter, points: list[QPointF], scene: RouteScene, unit: float, c: Colours) -> None:
    steps = scene.steps()
    radii = [(_RADIUS if step.is_main else _PASSAGE_RADIUS) * unit for step in steps]
    for place, at in zip(points, marks := spread(points, radii), strict=True):
        if hypot(at.x() - place.x(), at.y() - place.y()) > unit:
            painter.setPen(QPen(QColor(c.mute), 1.2 * unit))
            painter.drawLine(place, at)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.ink))
            painter.drawEllipse(place, 3 * unit, 3 * unit)
    for step, at, radius in zip(steps, marks, radii, strict=True):
        draw_mark(painter, at, radius, step, c)


def spread(points: list[QPointF], radii: list[float]) -> list[QPointF]:
    """Return where marks go so that none covers another: as near to their points as that allows."""
    marks = [QPointF(p) for p in points]
    for _ in range(_ROUNDS):
        has_moved = False
        for i in range(len(marks)):
            for j in range(i + 1, len(marks)):
                least = (radii[i] + radii[j]) * 1.08
                away = marks[j] - marks[i]
                far = hypot(away.x(), away.y())
                if far >= least - 0.01:
                    continue
                has_moved = True
                # Marks of one place part sideways, in the order of the way.
                push = away / far if far > 0.5 else QPointF(0.9, -0.44 + 0.2 * (j % 3))
                step = push * ((least - far) / 2)
                marks[i] -= step
                marks[j] += step
        if not has_moved:
            break
    return marks
