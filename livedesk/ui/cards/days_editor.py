"""The days of a route, each to be changed on the spot: what a stop takes, and what the way to the next one takes."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QWidget

from livedesk.core.logistics.route import Route, StopKind
from livedesk.ui.cards.labels import Label, mode_name, said, stop_kind, stop_name, window_tongue
from livedesk.ui.figures import format_count
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_S, GRID
from livedesk.ui.widgets.elided_label import ElidedLabel

_DAYS_PX = 72
_MOST_DAYS = 365


class DaysEditor(QWidget):
    """Keeps what was changed when the same way is planned again, for another load for example."""

    changed = Signal(object)  # Route

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.route: Route | None = None
        self._edited: dict[tuple[bool, int], int] = {}
        self.boxes: dict[tuple[bool, int], QSpinBox] = {}
        """By whether it is a leg's, and which."""
        self._rows: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP_S)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)

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
        for row in self._rows:
            self._grid.removeWidget(row)
            row.deleteLater()
        self._rows, self.boxes = [], {}
        if self.route is None:
            return
        tongue = window_tongue()
        for index, stop in enumerate(self.route.stops):
            names = [stop_name(stop, tongue)]
            if stop.kind is not StopKind.PASSAGE:
                names.append(stop_kind(stop.kind, tongue))
            self._add(str(index + 1), " · ".join(names), False, index, stop.days)
            if index < len(self.route.legs) and self.route.legs[index].path:
                leg = self.route.legs[index]
                way = said(Label.KM, tongue, km=format_count(leg.km))
                self._add("", f"{mode_name(leg.mode, tongue)} · {way}", True, index, leg.days)

    def _add(self, mark: str, text: str, is_leg: bool, index: int, days: int) -> None:
        row = self._grid.rowCount()
        number, label, box = QLabel(mark, self), ElidedLabel(self), QSpinBox(self)
        label.set_text(text)
        set_role(number, "mute")
        if is_leg:
            set_role(label, "mute")
        box.setRange(0, _MOST_DAYS)
        box.setValue(days)
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setFixedWidth(_DAYS_PX)
        box.setAccessibleName(self.tr("Days: {what}").format(what=text))
        box.valueChanged.connect(partial(self._changed, is_leg, index))
        self.boxes[is_leg, index] = box
        for column, widget in enumerate((number, label, box, unit := QLabel(self.tr("days"), self))):
            self._grid.addWidget(widget, row, column)
            self._rows.append(widget)
        set_role(unit, "mute")

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
