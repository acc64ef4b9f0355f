"""The products on air, side by side above the captions."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from livedesk.core.catalogue.product import Product
from livedesk.core.events import ClearOffer, Command, UnpinProduct
from livedesk.core.ids import Language, Sku
from livedesk.core.records import Offer, Session
from livedesk.core.typing_compat import override
from livedesk.ui.bridge import Bridge
from livedesk.ui.captions import offer_strip
from livedesk.ui.captions.card_text import PICTURE_PX
from livedesk.ui.captions.offer_strip import OfferStrip
from livedesk.ui.captions.product_card import ProductCard
from livedesk.ui.catalogue.thumbnails import Thumbnails
from livedesk.ui.services import AppServices
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, GAP_S, GRID

_NARROWEST_PX, _WIDEST_PX = 112, 440
"""Three cards fit side by side into the smallest window: a second row would leave no room for the captions."""
_HINT_PX = 36


class OnAirCards(QWidget):
    """Up to three cards of equal size, or a hint how to put something on air.

    The height follows from the products and the width alone, so nothing below moves while captions come in.
    """

    def __init__(
        self, theme: AppTheme, bridge: Bridge, post: Callable[[Command], None], services: AppServices
    ) -> None:
        super().__init__()
        self._theme = theme
        self._post = post
        self._thumbnails = Thumbnails(theme, services, PICTURE_PX, self)
        self._products: dict[Sku, Product] = {}
        self._pinned: tuple[Sku, ...] = ()
        self._sold_out: frozenset[Sku] = frozenset()
        self._shown: tuple[tuple[Product, bool], ...] = ()
        self._cards: list[ProductCard] = []
        self._offer: Offer | None = None
        self._host = Language("")
        self.offer_strip = OfferStrip(theme, self)
        self.offer_strip.clear_wanted.connect(self._clear_offer)
        self._hint, self._hint_icon, self._hint_text = QWidget(self), QLabel(), QLabel()
        self._lay_out_hint()
        bridge.catalogue_changed.connect(self.show_products)
        bridge.session_changed.connect(self.show_session)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()
        self._place()

    @property
    def cards(self) -> list[ProductCard]:
        """The cards from left to right."""
        return list(self._cards)

    @Slot(object)
    def show_products(self, products: tuple[Product, ...]) -> None:
        """Take another catalogue."""
        self._products = {product.sku: product for product in products}
        self._thumbnails.forget()
        self._show_cards()
        self._show_offer()

    @Slot(object)
    def show_session(self, session: Session) -> None:
        """Show what is pinned now."""
        before = self._pinned
        self._pinned, self._sold_out = session.pinned, session.sold_out
        self._show_cards()
        now = session.offer, session.host_language
        if now != (self._offer, self._host) or session.pinned != before:
            self._offer, self._host = now
            self._show_offer()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.setAccessibleName(self.tr("On air"))
        self._hint_text.setText(self.tr("Nothing on air. Select a product and press P."))
        for card in self._cards:
            card.retranslate()
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _show_cards(self) -> None:
        shown = tuple((self._product(sku), sku in self._sold_out) for sku in self._pinned)
        if shown == self._shown:
            return
        self._shown = shown
        for old in self._cards:
            old.hide()
            old.deleteLater()
        self._cards = [
            ProductCard(
                self._theme,
                self._thumbnails,
                product,
                is_sold_out=is_sold_out,
                is_listed=product.sku in self._products,
            )
            for product, is_sold_out in shown
        ]
        for card in self._cards:
            card.setParent(self)
            card.unpin_wanted.connect(self._unpin)
            card.show()
        self._place()

    def _product(self, sku: Sku) -> Product:
        # A session restored over another catalogue may pin what is not listed; it can still be taken off air.
        return self._products.get(sku) or Product(sku=sku, number=0, names={}, category={}, tiers=())

    def _place(self) -> None:
        self._hint.setVisible(not self._cards)
        if not self._cards:
            self._hint.setGeometry(0, 0, self.width(), _HINT_PX)
            self._place_offer(_HINT_PX, 0, min(self.width(), _WIDEST_PX))
            return
        columns, least = len(self._cards), max(_NARROWEST_PX, *(card.narrowest for card in self._cards))
        while columns > 1 and _card_width(self.width(), columns) < least:
            columns -= 1
        width = min(_card_width(self.width(), columns), _WIDEST_PX)
        height = max(card.height_at(width) for card in self._cards)
        for number, card in enumerate(self._cards):
            row, column = divmod(number, columns)
            card.setGeometry(column * (width + GAP_M), row * (height + GAP_M), width, height)
        rows = -(-len(self._cards) // columns)
        offered = self._offer.sku if self._offer else None
        place = self._pinned.index(offered) % columns if offered in self._pinned else 0
        self._place_offer(rows * (height + GAP_M) - GAP_M, place * (width + GAP_M), width)

    def _place_offer(self, top: int, left: int, width: int) -> None:
        """Put the offer's strip below what ends at `top`, and take the height that all needs."""
        if self._offer is None:
            self.setFixedHeight(top)
            return
        self.offer_strip.setGeometry(left, top + GRID, width, offer_strip.HEIGHT)
        self.setFixedHeight(top + GRID + offer_strip.HEIGHT)

    def _show_offer(self) -> None:
        offer = self._offer
        product = self._products.get(offer.sku) if offer else None
        is_named = offer is not None and offer.sku not in self._pinned
        self.offer_strip.show_offer(offer, product, self._host, is_named=is_named)
        self._place()

    @Slot()
    def _clear_offer(self) -> None:
        self._post(ClearOffer())

    @Slot(object)
    def _unpin(self, product: Product) -> None:
        self._post(UnpinProduct(product.sku))

    def _lay_out_hint(self) -> None:
        set_role(self._hint_text, "mute")
        self._hint_text.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self._hint)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_S)
        layout.addWidget(self._hint_icon)
        layout.addWidget(self._hint_text, 1)

    @Slot()
    def _recolour(self) -> None:
        self._hint_icon.setPixmap(self._theme.pixmap("pin", 16, "mute", self.devicePixelRatioF()))


def _card_width(width: int, columns: int) -> int:
    return (width - GAP_M * (columns - 1)) // columns
