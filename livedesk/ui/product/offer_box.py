"""An offer for one product: what the host promises, at which price, for how long. On air until its time is over."""

import time
from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from livedesk.core.catalogue.product import Product
from livedesk.core.events import ClearOffer, Command, PinProduct, PutOffer
from livedesk.core.records import Offer
from livedesk.core.typing_compat import override
from livedesk.ui.product import readers
from livedesk.ui.product.field import Field
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_M, GAP_S
from livedesk.ui.widgets.picker import Picker
from livedesk.ui.words import format_minutes

_MINUTES = (0, 3, 5, 10, 15, 30, 60)
_FIRST_MINUTES = 10
_MINUTE_S = 60


class OfferBox(QWidget):
    """Nothing goes on air while one types: the button puts it there, Enter does the same."""

    def __init__(
        self,
        state: CatalogueState,
        post: Callable[[Command], None],
        parent: QWidget | None = None,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Take the desk's `post`, and the time of day in seconds since 1970."""
        super().__init__(parent)
        self._state, self._post, self._now = state, post, now
        self._product: Product | None = None
        self._heading, self.status = QLabel(self), QLabel(self)
        self.text = Field(QLineEdit(self), readers.one_line, parent=self)
        self.price = Field(QLineEdit(self), readers.price_or_none, readers.write_price, self)
        self.minutes = Picker(self)
        self._minutes = Field(self.minutes, parent=self)
        self.put, self.clear = QPushButton(self), QPushButton(self)
        for count in _MINUTES:
            self.minutes.addItem("", str(count))
        self.minutes.pick(str(_FIRST_MINUTES))
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tell)
        self._lay_out()
        self.put.clicked.connect(self._put)
        self.clear.clicked.connect(self._clear)
        assert isinstance(self.text.editor, QLineEdit)
        self.text.editor.returnPressed.connect(self._put)
        self.text.editor.textChanged.connect(self._tell)
        state.session_changed.connect(self._tell)
        self.retranslate()

    def show_product(self, product: Product) -> None:
        """Make ready an offer for `product`; the one on air for it is shown to be changed."""
        is_other = self._product is None or self._product.sku != product.sku
        self._product = product
        if is_other:
            offer = self._offer()
            language = self._state.languages[0]
            self.text.show_value(offer.texts.get(language, "") if offer else "")
            self.price.show_value(offer.price if offer else None)
        self._tell()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._heading.setText(self.tr("Offer on air"))
        self.text.set_texts(self.tr("What you promise"), self.tr("The audience reads it in its own language"))
        self.text.set_placeholder(self.tr("Your logo free on the first 100 orders"))
        self.price.set_texts(self.tr("Price"), "", self.tr("Write a figure, such as 3.50."))
        self._minutes.set_texts(self.tr("For"))
        for row, count in enumerate(_MINUTES):
            text = self.tr("%n minutes", "", count) if count else self.tr("until taken off")
            self.minutes.setItemText(row, text)
        self.clear.setText(self.tr("Take the offer off"))
        self._tell()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        set_role(self._heading, "title")
        set_role(self.status, "small")
        set_role(self.put, "primary")
        set_role(self.clear, "quiet")
        self.status.setWordWrap(True)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(self.price, 1)
        row.addWidget(self._minutes, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addWidget(self.put)
        buttons.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(self._heading)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addLayout(buttons)
        column.addWidget(self.status)

    def _offer(self) -> Offer | None:
        """Return the offer on air if it is for this product."""
        session = self._state.session
        offer = session.offer if session else None
        return offer if offer and self._product and offer.sku == self._product.sku else None

    @Slot()
    def _tell(self) -> None:
        """Say whether an offer is on air, and how long it still stands."""
        offer = self._offer()
        session = self._state.session
        assert isinstance(self.text.editor, QLineEdit)
        self.put.setEnabled(bool(self.text.editor.text().strip()) or self.price.value is not None)
        self.put.setText(self.tr("Change the offer") if offer else self.tr("Put the offer on air"))
        self.clear.setVisible(offer is not None)
        text = ""
        if offer is not None and offer.ends_at is not None:
            text = self.tr("On air, {time} left.").format(time=format_minutes(offer.ends_at - self._now()))
        elif offer is not None:
            text = self.tr("On air until you take it off.")
        elif session is not None and session.offer is not None:
            text = self.tr("An offer for another product is on air; this one takes its place.")
        self.status.setText(text)
        self.status.setVisible(bool(text))
        if offer is not None and offer.ends_at is not None and self.isVisible():
            self._second.start()
        else:
            self._second.stop()

    @Slot()
    def _put(self) -> None:
        self.text.keep()
        self.price.keep()
        product, session = self._product, self._state.session
        text, price = str(self.text.value or ""), self.price.value
        if product is None or not (text or price is not None) or not self.price.is_readable:
            return
        if session is None or product.sku not in session.pinned:
            self._post(PinProduct(product.sku))  # what is offered is shown
        minutes = int(self.minutes.currentData())
        ends_at = self._now() + minutes * _MINUTE_S if minutes else None
        self._post(PutOffer(product.sku, text, price if isinstance(price, Decimal) else None, ends_at))

    @Slot()
    def _clear(self) -> None:
        self._post(ClearOffer())
