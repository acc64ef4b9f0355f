"""The offer on air, below the card of its product: what is promised, at which price, how long still."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from livedesk.core.catalogue.product import Product, in_language
from livedesk.core.ids import Language
from livedesk.core.records import Offer
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.product_text import SEPARATOR, title_text, window_language
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_S, GRID, Step
from livedesk.ui.widgets.elided_label import ElidedLabel
from livedesk.ui.words import format_amount, format_minutes, format_price

HEIGHT = 52
_ROOM_FOR_TWO_PRICES = 340


class OfferStrip(QFrame):
    """Counts down once a second, in figures of equal width: nothing moves and nothing blinks."""

    clear_wanted = Signal()

    def __init__(self, theme: AppTheme, parent: QWidget, *, now: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        self._offer: Offer | None = None
        self._product: Product | None = None
        self._host = Language("")
        self._is_named = False
        self.text, self.price, self.left = ElidedLabel(self), QLabel(self), QLabel(self)
        self.clear_button = QToolButton(self)
        self.clear_button.setIconSize(QSize(16, 16))
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tell_time)
        self._lay_out()
        self.clear_button.clicked.connect(self.clear_wanted)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()
        self.hide()

    def show_offer(
        self, offer: Offer | None, product: Product | None, host: Language, *, is_named: bool
    ) -> None:
        """Show `offer` (None: nothing); `is_named` adds the product, for where its card is not above."""
        self._offer, self._product, self._host, self._is_named = offer, product, host, is_named
        self.retranslate()
        self.setVisible(offer is not None)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.setAccessibleName(self.tr("Offer on air"))
        clear = self.tr("Take the offer off")
        self.clear_button.setToolTip(clear)
        self.clear_button.setAccessibleName(clear)
        offer = self._offer
        if offer is None:
            return
        words = in_language(offer.texts, window_language(), self._host) or self.tr("Special price")
        name = title_text(self._product) if self._product is not None and self._is_named else ""
        self.text.set_text(f"{name}{SEPARATOR}{words}" if name else words, "\n".join(offer.texts.values()))
        self.price.setText(self._price_text(offer))
        self.price.setVisible(offer.price is not None)
        self._tell_time()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._offer is not None:
            self.price.setText(self._price_text(self._offer))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_time()
        self._second.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    def _price_text(self, offer: Offer) -> str:
        if offer.price is None:
            return ""
        price = format_price(offer.price, offer.currency)
        usual = self._product.from_price if self._product is not None else None
        is_narrow = self.width() < _ROOM_FOR_TWO_PRICES
        if usual is None or usual <= offer.price or self._product is None or is_narrow:
            return price
        text = self.tr("{price} instead of {usual}")
        return text.format(price=price, usual=format_amount(usual, self._product.currency))

    @Slot()
    def _tell_time(self) -> None:
        offer = self._offer
        ends_at = offer.ends_at if offer else None
        left_s = 0.0 if ends_at is None else max(0.0, ends_at - self._now())
        shown = self.tr("{time} left").format(time=format_minutes(left_s)) if ends_at is not None else ""
        self.left.setText(shown)
        self.left.setVisible(bool(shown))

    def _lay_out(self) -> None:
        set_role(self, "offer")
        set_role(self.clear_button, "bare")
        self.clear_button.setFixedSize(24, 24)
        self.text.setFont(font(bold=True))
        self.price.setFont(font(Step.BODY, bold=True, tabular=True))
        self.left.setFont(font(Step.BODY, tabular=True))
        for label in (self.price, self.left):
            label.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.left, "mute")
        facts = QHBoxLayout()
        facts.setSpacing(GAP_S)
        facts.addWidget(self.price)
        facts.addWidget(self.left)
        facts.addStretch(1)
        promise = QHBoxLayout()
        promise.setSpacing(GAP_S)
        promise.addWidget(self.text, 1)
        promise.addWidget(self.clear_button)
        lines = QVBoxLayout(self)  # price and time have the whole width: they are never cut
        lines.setContentsMargins(GAP_S + GRID, 0, GRID, GRID)
        lines.setSpacing(0)
        lines.addLayout(promise)
        lines.addLayout(facts)

    @Slot()
    def _recolour(self) -> None:
        self.clear_button.setIcon(self._theme.icon("close", "mute"))
