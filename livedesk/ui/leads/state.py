"""What the window of the leads shows, kept from the start, since that window is opened later."""

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.core.catalogue.product import Product
from livedesk.core.events import BuyerForgotten
from livedesk.core.ids import ZH, Language, LeadId, SessionId, Sku
from livedesk.core.leads.duplicates import DuplicateFinder
from livedesk.core.leads.lead import Lead
from livedesk.core.records import Session
from livedesk.ui.bridge import Bridge


class LeadsState(QObject):
    """The leads, and what their texts need, as the desk last told them."""

    changed = Signal()
    """The leads are others."""
    names_changed = Signal()
    """The products, the booth or the languages are."""
    forgotten = Signal(object)
    """BuyerForgotten."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.leads: tuple[Lead, ...] = ()
        self.products: dict[Sku, Product] = {}
        self.booth_name: dict[Language, str] = {}
        self.host_language = ZH
        self.session = SessionId("")
        self._by_id: dict[LeadId, Lead] = {}
        self._finder = DuplicateFinder()
        self._is_searched = False
        bridge.leads_changed.connect(self._take_leads)
        bridge.catalogue_changed.connect(self._take_products)
        bridge.booth_named.connect(self._take_name)
        bridge.session_changed.connect(self._take_session)
        bridge.buyer_forgotten.connect(self._forget)

    def get(self, lead: LeadId) -> Lead | None:
        """Return the lead, None where it is gone."""
        return self._by_id.get(lead)

    def duplicates_of(self, lead: LeadId) -> tuple[LeadId, ...]:
        """Return the leads that seem to be the same person."""
        if not self._is_searched:
            self._finder.take(self.leads)
            self._is_searched = True
        return self._finder.of(lead)

    def names_of(self, sku: Sku) -> tuple[str, ...]:
        """Return what a product is called in all languages."""
        product = self.products.get(sku)
        return tuple(product.names.values()) if product else ()

    @Slot(object)
    def _take_leads(self, leads: tuple[Lead, ...]) -> None:
        self.leads = leads
        self._by_id = {lead.id: lead for lead in leads}
        self._is_searched = False
        self.changed.emit()

    @Slot(object)
    def _take_products(self, products: tuple[Product, ...]) -> None:
        self.products = {product.sku: product for product in products}
        self.names_changed.emit()

    @Slot(object)
    def _take_name(self, name: dict[Language, str]) -> None:
        if name != self.booth_name:
            self.booth_name = name
            self.names_changed.emit()

    @Slot(object)
    def _take_session(self, session: Session) -> None:
        known = self.session, self.host_language
        self.session, self.host_language = session.id, session.host_language
        if known != (self.session, self.host_language):
            self.names_changed.emit()

    @Slot(object)
    def _forget(self, forgotten: BuyerForgotten) -> None:
        self.forgotten.emit(forgotten)
