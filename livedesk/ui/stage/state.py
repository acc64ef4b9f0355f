"""What the stage window shows, kept from the start so that it can be opened in the middle of a show."""

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.core.audience.overlay import is_on_air
from livedesk.core.catalogue.product import Product
from livedesk.core.ids import Language, SegmentId, SessionId, Sku
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.records import Caption, Session, SessionState
from livedesk.core.settings import Settings
from livedesk.ui.bridge import Bridge

KEPT = 12
"""Captions; more than the largest screen has lines for."""


class StageState(QObject):
    """Signals come only where something that is seen has changed; the desk counts messages in the session, too."""

    captions_changed = Signal()
    goods_changed = Signal()
    show_changed = Signal()
    """Another state of the show, other languages, another name of the booth."""
    code_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.captions: dict[SegmentId, Caption] = {}
        self.session: Session | None = None
        self.products: dict[Sku, Product] = {}
        self.booth_name: dict[Language, str] = {}
        self.address = ""
        """Where phones find the audience page; "" while they are not let in."""
        self._of = SessionId("")
        bridge.captions_changed.connect(self._take_captions)
        bridge.session_changed.connect(self._take_session)
        bridge.catalogue_changed.connect(self._take_products)
        bridge.booth_named.connect(self._take_name)
        bridge.link_changed.connect(self._take_link)

    @property
    def is_on_air(self) -> bool:
        """Whether a show runs."""
        return self.session is not None and is_on_air(self.session)

    @property
    def is_paused(self) -> bool:
        """Whether the show is paused."""
        return self.session is not None and self.session.state is SessionState.PAUSED

    def languages(self, settings: Settings) -> tuple[Language, ...]:
        """Return the languages of the captions, the large one first: one or two."""
        if settings.stage_languages:
            return tuple(dict.fromkeys(settings.stage_languages))[:2]
        host = self.session.host_language if self.session else settings.host_language
        audience = self.session.audience_languages if self.session else settings.audience_languages
        return tuple(dict.fromkeys((*audience[:1], host)))

    def pinned(self) -> list[Product]:
        """Return the products on air, the newest first."""
        if self.session is None or not self.is_on_air:
            return []
        return [self.products[sku] for sku in reversed(self.session.pinned) if sku in self.products]

    @Slot(list)
    def _take_captions(self, captions: list[Caption]) -> None:
        self.captions |= {caption.segment: caption for caption in captions}
        if len(self.captions) > KEPT:
            for old in sorted(self.captions)[:-KEPT]:
                del self.captions[old]
        self.captions_changed.emit()

    @Slot(object)
    def _take_session(self, session: Session) -> None:
        before, self.session = self.session, session
        if session.id != self._of:
            self._of = session.id
            self.captions.clear()
            self.captions_changed.emit()
        if before is None or _show(before) != _show(session):
            self.show_changed.emit()
        if before is None or _goods(before) != _goods(session):
            self.goods_changed.emit()

    @Slot(object)
    def _take_products(self, products: tuple[Product, ...]) -> None:
        before = self.pinned()
        self.products = {product.sku: product for product in products}
        if self.pinned() != before:
            self.goods_changed.emit()

    @Slot(object)
    def _take_name(self, name: dict[Language, str]) -> None:
        self.booth_name = name
        self.show_changed.emit()

    @Slot(object)
    def _take_link(self, link: Link) -> None:
        if link.kind is not LinkKind.AUDIENCE:
            return
        address = link.address if link.state is LinkState.ON else ""
        if address != self.address:
            self.address = address
            self.code_changed.emit()


def _show(session: Session) -> tuple[object, ...]:
    return session.id, session.state, session.host_language, session.audience_languages, session.name


def _goods(session: Session) -> tuple[object, ...]:
    return is_on_air(session), session.pinned, session.sold_out, session.offer
