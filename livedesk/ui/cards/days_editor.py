"""The days of a route, each to be changed on the spot: what a stop takes, and what the way to the next one takes."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from livedesk.core.logistics.route import Route, StopKind
from livedesk.ui.cards.days_edit import DaysEdit
from livedesk.ui.cards.labels import Label, mode_name, said, stop_kind, stop_name, window_tongue
from livedesk.ui.figures import format_count
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_S, GRID
from livedesk.ui.widgets.elided_label import ElidedLabel

_DAYS_PX = 72


class DaysEditor(QWidget):
    """Keeps what was changed when the same way is planned again, for another load for example."""

    changed = Signal(object)  # Route

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.route: Route | None = None
        self._edited: dict[tuple[bool, int], int] = {}
        self.boxes: dict[tuple[bool, int], DaysEdit] = {}
        """By whether it is a leg's, and which."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None

    def show_route(self, route: Route | None) -> Route | None:
        """Show a planned route; returns it with the days that were changed before."""
        if route is None or self.route is None or _way(route) != _way(self.route):
            self._edited = {}
        if route is not None:
            for (is_leg, index), days in self._edited.items():
                route = _with(route, is_leg, index, days)
        self.route = route
        self._rebuild()
        return route

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._rebuild()

    def _rebuild(self) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._column.removeWidget(self._inside)
            self._inside.deleteLater()
        self._inside, self.boxes = None, {}
        if self.route is None:
            return
        self._inside = QWidget(self)
        self._column.addWidget(self._inside)
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_S)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        tongue = window_tongue()
        for index, stop in enumerate(self.route.stops):
            names = [stop_name(stop, tongue)]
            if stop.kind is not StopKind.PASSAGE:
                names.append(stop_kind(stop.kind, tongue))
            self._add(grid, str(index + 1), " · ".join(names), False, index, stop.days)
            if index < len(self.route.legs) and self.route.legs[index].path:
                leg = self.route.legs[index]
                way = said(Label.KM, tongue, km=format_count(leg.km))
                self._add(grid, "", f"{mode_name(leg.mode, tongue)} · {way}", True, index, leg.days)

    def _add(self, grid: QGridLayout, mark: str, text: str, is_leg: bool, index: int, days: int) -> None:
        number, label, unit = QLabel(mark), ElidedLabel(), QLabel(self.tr("days"))
        box = DaysEdit()
        label.set_text(text)
        for each in (number, unit, *([label] if is_leg else [])):
            set_role(each, "mute")
        box.show_days(days)
        box.setFixedWidth(_DAYS_PX)
        box.setAccessibleName(self.tr("Days: {what}").format(what=text))
        box.days_changed.connect(partial(self._changed, is_leg, index))
        self.boxes[is_leg, index] = box
        row = grid.rowCount()
        for column, widget in enumerate((number, label, box, unit)):
            grid.addWidget(widget, row, column)

    def _changed(self, is_leg: bool, index: int, days: int) -> None:
        if self.route is not None:
            self._edited[is_leg, index] = days
            self.route = _with(self.route, is_leg, index, days)
            self.changed.emit(self.route)


def _with(route: Route, is_leg: bool, index: int, days: int) -> Route:
    return route.with_leg_days(index, days) if is_leg else route.with_stop_days(index, days)


def _way(route: Route) -> tuple[object, ...]:
    """Return what makes two routes the same way."""
    return route.mode, tuple((stop.kind, stop.place, stop.passage) for stop in route.stops)
