"""What the window knows of canned answers, and which of them fit a message."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.core.catalogue.product import Product
from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.fill import Filled, OnSale, fill
from livedesk.core.chat.suggesting import Suggestion, in_order, on_sale, suggestion
from livedesk.core.ids import ZH, Language, Sku
from livedesk.core.records import Message, Session
from livedesk.ui.bridge import Bridge
from livedesk.ui.chat.canned_figures import LocalFigures


class Answers(QObject):
    """Keeps answers, products and the show as the bridge tells them."""

    changed = Signal()
    """The answers, or what fills them."""

    def __init__(
        self, bridge: Bridge, parent: QObject | None = None, now: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._now = now
        self.answers: tuple[CannedAnswer, ...] = ()
        self.products: dict[Sku, Product] = {}
        self.session: Session | None = None
        self._figures = LocalFigures()
        bridge.canned_changed.connect(self._canned_changed)
        bridge.catalogue_changed.connect(self._catalogue_changed)
        bridge.session_changed.connect(self._session_changed)

    @property
    def host_language(self) -> Language:
        """What the host writes in."""
        return self.session.host_language if self.session else ZH

    def for_message(self, message: Message) -> tuple[Suggestion, ...]:
        """Return the answers for `message`, the likeliest first."""
        sale = self._on_sale(message)
        answers = in_order(self.answers, message.intents, sale.quantity if sale else None)
        return tuple(
            suggestion(answer, sale, self.host_language, message.language, self._figures, message.intents)
            for answer in answers
        )

    def read(self, answer: CannedAnswer, product: Product | None, language: Language) -> Filled:
        """Return `answer` as who reads `language` and asks for the smallest order would read it about `product`."""
        sale = (
            OnSale(product, product.stock == 0, today=self._today(), quantity=product.moq)
            if product
            else None
        )
        return fill(answer.texts.get(language, ""), sale, language, self._figures)

    def _on_sale(self, message: Message) -> OnSale | None:
        return on_sale(message, self.session, self.products, self._today())

    def _today(self) -> str:
        return time.strftime("%Y-%m-%d", time.localtime(self._now()))

    @Slot(object)
    def _canned_changed(self, answers: tuple[CannedAnswer, ...]) -> None:
        self.answers = answers
        self.changed.emit()

    @Slot(object)
    def _catalogue_changed(self, products: tuple[Product, ...]) -> None:
        self.products = {product.sku: product for product in products}
        self.changed.emit()

    @Slot(object)
    def _session_changed(self, session: Session) -> None:
        before, self.session = self.session, session
        if before is None or _matters(before) != _matters(session):
            self.changed.emit()


def _matters(session: Session) -> tuple[object, ...]:
    return session.pinned, session.sold_out, session.offer, session.host_language
