"""Making the card of a shipping route: what, from where to where, how, and how many days each part takes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from livedesk.core.catalogue.product import Product, in_language
from livedesk.core.catalogue.quotation import MOST_QUANTITY, volume
from livedesk.core.catalogue.typed import NotReadable, read_count, read_date, read_decimal
from livedesk.core.errors import ErrorCode
from livedesk.core.ids import EN, Sku
from livedesk.core.jobs import Job, JobState
from livedesk.core.logistics.asking import ROUTE_JOB, RoutePlanned, RouteWish
from livedesk.core.logistics.route import Load, Mode, Route
from livedesk.core.typing_compat import override
from livedesk.ui.bridge import Bridge
from livedesk.ui.cards.card_form import CardForm, today
from livedesk.ui.cards.days_edit import DaysEdit
from livedesk.ui.cards.days_editor import DaysEditor
from livedesk.ui.cards.labels import Tongues, mode_name, once, window_tongue
from livedesk.ui.cards.place_field import PlaceField
from livedesk.ui.cards.scene import SEPARATOR, RouteScene, load_text
from livedesk.ui.catalogue.product_text import title_text, unit_text
from livedesk.ui.figures import format_count, format_figure, group_mark
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.services import AppServices
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_S
from livedesk.ui.widgets.picker import Picker
from livedesk.ui.words import error_text

_FIGURE_PX = 104
_MOST_CBM = Decimal(100_000)


class RouteDialog(CardForm):
    """Plans again whenever a field changes; days that were changed stay as long as the way is the same."""

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        state: CatalogueState,
        preferences: Preferences,
        services: AppServices,
        tongues: Tongues,
        sku: Sku | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, services, parent)
        self._state, self._preferences, self._tongues = state, preferences, tongues
        self._wish: RouteWish | None = None
        self._planned: RoutePlanned | None = None
        self._failure = ""
        self.product, self.mode = Picker(self), Picker(self)
        self.quantity, self.cbm, self.start = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.made = DaysEdit(self)
        self.origin, self.destination = (
            PlaceField(bridge, services, self),
            PlaceField(bridge, services, self),
        )
        self.days = DaysEditor(self)
        self._unit, self._cbm_unit, self._load = QLabel(self), QLabel("m³", self), QLabel(self)
        self._days_title, self._made_unit = QLabel(self), QLabel(self)
        self._fill()
        self._lay_out()
        self._connect(bridge)
        self.retranslate()
        self.product.pick(sku or "")
        self._product_chosen()
        if preferences.settings.factory:
            self.origin.look_up(preferences.settings.factory)
        self.destination.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def file_name(self) -> str:
        place = self.destination.place
        return f"route-{in_language(place.names, EN)}" if place else "route"

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("Shipping route"))
        self.heading.setText(self.tr("Shipping route"))
        self.set_labels(
            {
                "product": self.tr("Product"),
                "quantity": self.tr("Quantity"),
                "cbm": self.tr("Volume"),
                "origin": self.tr("From"),
                "destination": self.tr("To"),
                "mode": self.tr("By"),
                "made": self.tr("Production"),
                "start": self.tr("Order on"),
            }
        )
        self.origin.edit.setPlaceholderText(self.tr("City of your factory"))
        self.destination.edit.setPlaceholderText(self.tr("City of the buyer, for example Hamburg"))
        self.start.setPlaceholderText(self.tr("year-month-day"))
        self._made_unit.setText(self.tr("days"))
        self.product.setItemText(0, self.tr("No product: type the volume"))
        self.card.set_hint(self.tr("The way appears here when you have chosen from where to where."))
        self._days_title.setText(self.tr("Days, as far as you know them better"))
        tongue = window_tongue()
        for row, mode in enumerate(Mode):
            self.mode.setItemText(row, mode_name(mode, tongue))
        for field in (self.origin, self.destination, self.days):
            field.retranslate()
        self._refresh()

    @override
    def done(self, result: int) -> None:
        place = self.origin.place
        if place is not None:
            factory = in_language(place.names, EN)
            self._preferences.apply(replace(self._preferences.settings, factory=factory))
        super().done(result)

    # --- building ---

    def _fill(self) -> None:
        self.product.addItem("", "")
        for product in self._state.products:
            self.product.addItem(title_text(product), product.sku)
        for mode in Mode:
            self.mode.addItem("", mode.value)
        self.start.setText(today())
        for edit in (self.quantity, self.cbm, self.start, self.made):
            edit.setFixedWidth(_FIGURE_PX)
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        for edit in (self.quantity, self.cbm, self.start):
            edit.setMaxLength(16)

    def _lay_out(self) -> None:
        for label in (self._unit, self._cbm_unit, self._load, self._made_unit):
            set_role(label, "mute")
        set_role(self._days_title, "title")
        self.add_row("product", self.product)
        self.add_row("quantity", _beside(self.quantity, self._unit))
        self.add_row("cbm", _beside(self.cbm, self._cbm_unit))
        self.form.addRow("", self._load)
        self.add_row("origin", self.origin)
        self.add_row("destination", self.destination)
        self.add_row("mode", self.mode)
        self.add_row("made", _beside(self.made, self._made_unit))
        self.add_row("start", self.start)
        self.left.addWidget(self._days_title)
        self.left.addWidget(self.days)

    def _connect(self, bridge: Bridge) -> None:
        self.product.activated.connect(self._product_chosen)
        self.quantity.textEdited.connect(self._quantity_typed)
        self.cbm.textEdited.connect(self._plan)
        self.start.textEdited.connect(self._refresh)
        self.mode.activated.connect(self._plan)
        self.made.days_changed.connect(self._plan)
        self.origin.changed.connect(self._plan)
        self.destination.changed.connect(self._plan)
        self.days.changed.connect(self._refresh)
        bridge.job_changed.connect(self._take_job)

    # --- what is shipped ---

    @property
    def _product(self) -> Product | None:
        return self._state.product(Sku(self.product.currentData() or ""))

    @Slot()
    def _product_chosen(self) -> None:
        product = self._product
        for widget in (self.quantity, self._unit):
            widget.setEnabled(product is not None)
        if product is not None:
            first = product.tiers[0].min_quantity if product.tiers else 1
            self.quantity.setText(format_count(max(product.moq, first, 1)))
            self._unit.setText(unit_text(product))
            self.made.show_days(product.lead_time_days or 0)
        else:
            self.quantity.clear()
            self._unit.clear()
        self._quantity_typed()

    @Slot()
    def _quantity_typed(self) -> None:
        """Work the volume out anew; one typed by hand holds until then."""
        product, quantity = self._product, self._quantity()
        if product is not None:
            cbm = volume(product, quantity)[1] if quantity else None
            self.cbm.setText("" if cbm is None else format_figure(str(cbm)))
        self._plan()

    def _quantity(self) -> int | None:
        try:
            quantity = read_count(self.quantity.text(), group_mark())
        except NotReadable:
            return None
        return quantity if 1 <= quantity <= MOST_QUANTITY else None

    def _cbm(self) -> Decimal | None:
        try:
            cbm = read_decimal(self.cbm.text(), group_mark())
        except NotReadable:
            return None
        return cbm if 0 < cbm <= _MOST_CBM else None

    def load(self) -> Load:
        """Return what is shipped, as far as it is known; the weight goes with the packing's volume only."""
        cbm, product, quantity = self._cbm(), self._product, self._quantity()
        packed = volume(product, quantity) if product and quantity else (None, None, None)
        return Load(cbm, packed[2] if cbm is not None and cbm == packed[1] else None)

    def _start(self) -> date | None:
        try:
            return date.fromisoformat(read_date(self.start.text()))
        except NotReadable:
            return None

    # --- planning ---

    @Slot()
    def _plan(self) -> None:
        origin, destination = self.origin.place, self.destination.place
        wish = None
        if origin is not None and destination is not None:
            mode = Mode(self.mode.currentData())
            wish = RouteWish(origin, destination, mode, self.load(), self.made.days)
        if wish != self._wish:
            self._wish, self._failure = wish, ""
            if wish is not None:
                self._services.plan_route(wish)
        self._refresh()

    @Slot(object)
    def _take_job(self, job: Job) -> None:
        if job.kind != ROUTE_JOB:
            return
        if job.state is JobState.FAILED:
            code = ErrorCode(job.code) if job.code else None
            self._failure = error_text(code, job.params) if code else self.tr("This could not be worked out.")
            self._planned = None
            self.days.show_route(None)
        elif isinstance(job.result, RoutePlanned) and job.result.wish == self._wish:
            self._planned = job.result
            self.days.show_route(job.result.route)
        self._refresh()

    @property
    def route(self) -> Route | None:
        """The route as it is now, with the days as changed; None while there is none for what the form says."""
        is_current = self._planned is not None and self._planned.wish == self._wish
        return self.days.route if is_current else None

    # --- showing ---

    @Slot()
    def _refresh(self) -> None:
        start, route = self._start(), self.route
        scene = None
        if route is not None and self._planned is not None and start is not None:
            tongues = self._tongues.of(self._state.languages)
            product = self._product
            names = once(*(in_language(product.names, t.language) for t in tongues)) if product else ()
            scene = RouteScene(names, route, start, self._planned.land, tongues)
        self._days_title.setVisible(route is not None)
        self.days.setVisible(route is not None)
        self._load.setText(self._load_text())
        self._load.setVisible(bool(self._load.text()))
        self.doubts.setText("\n".join(self._doubts(start)))
        self.show_card(scene, is_ready=True)

    def _load_text(self) -> str:
        """Return what the goods fill and weigh, as far as it is known."""
        load = self.load()
        weight = f"{format_figure(str(load.gross_weight_kg))} kg" if load.gross_weight_kg is not None else ""
        return SEPARATOR.join(once(load_text(load, window_tongue()).partition(SEPARATOR)[2], weight))

    def _doubts(self, start: date | None) -> list[str]:
        """Return what is missing or doubtful, in words."""
        said = []
        product = self._product
        if product is not None and self._quantity() is None:
            said.append(self.tr("Enter a quantity, for example 500."))
        if self._cbm() is None:
            if self.cbm.text().strip():
                said.append(self.tr("Enter the volume in cubic metres, for example 8.4."))
            elif product is not None and self._quantity() is not None:
                said.append(self.tr("The product's packing is not filled in: type the volume."))
        if start is None:
            said.append(self.tr("Enter the day of the order, for example {date}.").format(date=today()))
        if self._failure:
            said.append(self._failure)
        elif self._wish is None:
            said.append(self.tr("Choose from where to where."))
        elif self.route is None:
            said.append(self.tr("Working out the route…"))
        return said


def _beside(*widgets: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP_S)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    box.setFocusProxy(widgets[0])
    return box
