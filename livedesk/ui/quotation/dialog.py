"""Writing a quotation, in a window beside the desk: products, terms, the page as it will look."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.catalogue.quotation import INCOTERMS, Quotation, QuoteDoubt, QuoteTerms, quote
from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.product_text import title_text
from livedesk.ui.i18n import CHINESE, ENGLISH, Translator
from livedesk.ui.product.prices_section import CURRENCIES
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.quotation import paper
from livedesk.ui.quotation.doubts import doubt_text
from livedesk.ui.quotation.line_row import LineRow
from livedesk.ui.quotation.page_view import PageView
from livedesk.ui.quotation.rates_box import RatesBox
from livedesk.ui.services import AppServices
from livedesk.ui.session.choosers import choose_new_file
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, GAP_S
from livedesk.ui.widgets.form_beside import lay_out_beside
from livedesk.ui.widgets.picker import Picker
from livedesk.ui.words import format_days, format_price

_SIZE = (1080, 720)
_FORM_PX = 480
_IDLE_MS = 250
"""A pause in typing after which the page is drawn again."""
_TEXT_LINES_PX = 56
_VALID_DAYS = (7, 15, 30, 60, 90)


class QuotationDialog(QDialog):
    """Nothing is sent or written by itself: `answer_wanted` hands the text to the reply box, Save asks where to."""

    answer_wanted = Signal(str)

    def __init__(
        self,
        theme: AppTheme,
        state: CatalogueState,
        preferences: Preferences,
        services: AppServices,
        translator: Translator,
        skus: tuple[Sku, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*_SIZE)
        self._theme, self._state = theme, state
        self._preferences, self._services = preferences, services
        self._today = date.today().isoformat()
        self._number = f"Q-{self._today.replace('-', '')}"
        english = paper.Tongue(EN, translator.texts_in(ENGLISH))
        chinese = paper.Tongue(ZH, translator.texts_in(CHINESE))
        self._tongues = {EN: english, ZH: chinese}
        self.rows: list[LineRow] = []
        self.quotation: Quotation | None = None
        self._build()
        self._lay_out()
        self._connect()
        for sku in skus:
            self.add(sku)
        self._take_terms()
        self.retranslate()

    def add(self, sku: Sku) -> None:
        """Put a product on the quotation."""
        product = self._state.product(sku)
        if product is None:
            return
        row = LineRow(self._theme, product, self)
        row.changed.connect(self._changed)
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._lines.addWidget(row)
        self._changed()

    def answer(self) -> str:
        """Return the quotation as text in the host's language, "" while it has no line."""
        if self.quotation is None or not self.quotation.lines:
            return ""
        return paper.answer(self.quotation, self._tongues.get(self._host, self._tongues[EN]))

    def say_no_message(self) -> None:
        """Say that there is no buyer's message that the answer could go to."""
        self._doubts.setText(self.tr("No buyer's message to answer yet: copy it as text instead."))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setWindowTitle(self.tr("Quotation"))
        self._heading.setText(self.tr("Quotation"))
        self._empty.setText(self.tr("Add a product to begin."))
        texts = {
            "currency": self.tr("Currency"),
            "incoterm": self.tr("Terms"),
            "destination": self.tr("Destination"),
            "valid": self.tr("Valid"),
            "buyer": self.tr("Buyer"),
            "note": self.tr("Remarks"),
            "seller": self.tr("Your company"),
            "contact": self.tr("Your address"),
        }
        for name, label in self._labels.items():
            label.setText(texts[name])
        self.place.setPlaceholderText(self.tr("Place, for example Ningbo"))
        self.place.setAccessibleName(self.tr("Place of the terms"))
        self.destination.setPlaceholderText(self.tr("City or port, for example Hamburg"))
        self.buyer.setPlaceholderText(self.tr("Name and company of the buyer"))
        self.note.setPlaceholderText(self.tr("For example how to pay"))
        for number, days in enumerate(_VALID_DAYS):
            self.valid.setItemText(number, format_days(days))
        self._save.setText(self.tr("Save as PDF…"))
        self._copy.setText(self.tr("Copy as text"))
        self._reply.setText(self.tr("Put into the reply"))
        self._reply.setToolTip(self.tr("Goes into the reply box; you read it there before you send it"))
        self._add.setAccessibleName(self.tr("Add a product"))
        self._add.setItemText(0, self.tr("Add a product…"))
        for row in self.rows:
            row.retranslate()
        self.rates.retranslate()
        self._compute()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- building ---

    def _build(self) -> None:
        settings = self._preferences.settings
        self._heading, self._empty, self._total, self._doubts = (QLabel(self) for _ in range(4))
        self._add = Picker(self)
        self._add.addItem("", "")
        for product in self._state.products:
            self._add.addItem(title_text(product), product.sku)
        self.currency, self.incoterm = Picker(self), Picker(self)
        for code in CURRENCIES:
            self.currency.addItem(code, code)
        for code in INCOTERMS:
            self.incoterm.addItem(code, code)
        self.place, self.destination, self.seller = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.buyer, self.note, self.contact = (QPlainTextEdit(self) for _ in range(3))
        for box in (self.buyer, self.note, self.contact):
            box.setFixedHeight(_TEXT_LINES_PX)
            box.setTabChangesFocus(True)
        self.valid = Picker(self)
        for days in _VALID_DAYS:
            self.valid.addItem("", days)
        self.valid.pick(15)
        self.seller.setText(settings.seller)
        self.contact.setPlainText(settings.seller_contact)
        self.rates = RatesBox(settings.rates, self._today, self)
        self.page = PageView(self._theme, self)
        self._save, self._copy, self._reply = (QPushButton(self) for _ in range(3))
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)

    def _lay_out(self) -> None:
        for widget, role in (
            (self._heading, "heading"),
            (self._empty, "mute"),
            (self._total, "heading"),
            (self._doubts, "warn"),
            (self._save, "primary"),
        ):
            set_role(widget, role)
        self._doubts.setWordWrap(True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        terms = QHBoxLayout()
        terms.setSpacing(GAP_S)
        terms.addWidget(self.incoterm)
        terms.addWidget(self.place, 1)
        self._form = QFormLayout()
        self._form.setSpacing(GAP_S)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._labels: dict[str, QLabel] = {}
        fields: dict[str, QWidget | QHBoxLayout] = {
            "currency": self.currency,
            "incoterm": terms,
            "destination": self.destination,
            "valid": self.valid,
            "buyer": self.buyer,
            "note": self.note,
            "seller": self.seller,
            "contact": self.contact,
        }
        for name, field in fields.items():
            label = self._labels[name] = QLabel(self)
            set_role(label, "mute")
            if isinstance(field, QHBoxLayout):
                label.setBuddy(self.incoterm)
                self._form.addRow(label, field)
            else:
                label.setBuddy(field)
                self._form.addRow(label, field)
            if name == "currency":
                self._form.addRow("", self.rates)
        left = QVBoxLayout()
        left.setSpacing(GAP_M)
        left.addWidget(self._heading)
        left.addLayout(self._lines)
        left.addWidget(self._empty)
        left.addWidget(self._add)
        left.addLayout(self._form)
        left.addStretch(1)
        buttons = lay_out_beside(self, left, self.page, _FORM_PX)
        buttons.addWidget(self._total)
        buttons.addWidget(self._doubts, 1)
        for button in (self._copy, self._reply, self._save):
            button.setAutoDefault(False)
            buttons.addWidget(button)

    def _connect(self) -> None:
        self._idle.timeout.connect(self._draw)
        self._add.activated.connect(self._add_chosen)
        for picker in (self.currency, self.incoterm, self.valid):
            picker.currentIndexChanged.connect(self._changed)
        for edit in (self.place, self.destination, self.seller):
            edit.textChanged.connect(self._changed)
        for box in (self.buyer, self.note, self.contact):
            box.textChanged.connect(self._changed)
        self.rates.changed.connect(self._changed)
        self.finished.connect(self._keep)
        self._save.clicked.connect(self._choose_file)
        self._copy.clicked.connect(self._copy_answer)
        self._reply.clicked.connect(self._hand_over)
        self._state.changed.connect(self._products_changed)

    def _take_terms(self) -> None:
        """Begin with the terms of the first product."""
        product = self._state.product(self.rows[0].sku) if self.rows else None
        if product:
            self.currency.pick(product.currency)
            self.incoterm.pick(product.incoterm)
            self.place.setText(product.incoterm_place)

    # --- what follows from a change ---

    @property
    def _host(self) -> Language:
        return self._preferences.settings.host_language

    def _changed(self) -> None:
        self._compute()

    def _compute(self) -> None:
        currency = self.currency.currentData()
        products = [p for row in self.rows if (p := self._state.product(row.sku)) and p.tiers]
        self.rates.show_pairs(
            list(dict.fromkeys((p.currency, currency) for p in products if p.currency != currency))
        )
        items = [(row, row.item()) for row in self.rows]
        terms = QuoteTerms(
            currency,
            self.incoterm.currentData(),
            self.place.text().strip(),
            self.destination.text().strip(),
            self._today,
            self.valid.currentData(),
        )
        quotation = quote([item for _, item in items if item], terms, self.rates.rates)
        lines = iter(quotation.lines)
        for row, item in items:
            row.show_line(next(lines) if item else None, currency)
        is_whole = all(item for _, item in items)
        self.quotation = quotation if is_whole else None
        self._empty.setVisible(not self.rows)
        total = quotation.total if is_whole else None
        self._total.setText("" if total is None else format_price(total, currency))
        other = [line for line in quotation.lines if QuoteDoubt.OTHER_INCOTERM in line.doubts]
        self._doubts.setText(doubt_text(QuoteDoubt.OTHER_INCOTERM, other[0]) if other else "")
        is_ready = is_whole and bool(self.rows) and total is not None
        for button in (self._save, self._copy, self._reply):
            button.setEnabled(is_ready)
        self._idle.start()

    def _draw(self) -> None:
        if self.quotation is not None and self.quotation.lines:
            self.page.show_html(paper.html(self.quotation, self._letterhead(), *self._pair()))
        else:
            self.page.clear()

    def _pair(self) -> tuple[paper.Tongue, paper.Tongue]:
        return self._tongues[EN], self._tongues[ZH]

    def _letterhead(self) -> paper.Letterhead:
        return paper.Letterhead(
            self.seller.text(),
            self.contact.toPlainText(),
            self.buyer.toPlainText(),
            self._number,
            self.note.toPlainText(),
        )

    def _products_changed(self) -> None:
        for row in list(self.rows):
            product = self._state.product(row.sku)
            if product is None:
                self._remove(row)
            else:
                row.show_product(product)
        self._compute()

    # --- doing ---

    def _add_chosen(self) -> None:
        sku = self._add.currentData()
        self._add.setCurrentIndex(0)
        if sku:
            is_first = not self.rows
            self.add(Sku(sku))
            if is_first:
                self._take_terms()

    def _remove(self, row: LineRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.deleteLater()
        self._changed()

    def _keep(self) -> None:
        """Remember what holds for the next quotation too: who sells, and the rates."""
        self._preferences.apply(
            replace(
                self._preferences.settings,
                seller=self.seller.text().strip(),
                seller_contact=self.contact.toPlainText().strip(),
                rates=self.rates.rates,
            )
        )

    def _copy_answer(self) -> None:
        self._keep()
        QGuiApplication.clipboard().setText(self.answer())

    def _hand_over(self) -> None:
        self._keep()
        self.answer_wanted.emit(self.answer())

    def _choose_file(self) -> None:
        self._keep()
        choose_new_file(self, self.tr("Save the quotation"), f"{self._number}.pdf", self._save_to)

    def _save_to(self, path: Path) -> None:
        if self.quotation is not None:
            data = paper.pdf(self.quotation, self._letterhead(), *self._pair())
            self._services.write_file(path, data)
