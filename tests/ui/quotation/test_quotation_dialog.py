"""A quotation is written beside the desk; what is doubtful is said, and nothing leaves by itself."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.catalogue.product import Packing, PriceTier, Product, Variant
from livedesk.core.catalogue.quotation import QuoteItem, QuoteTerms, quote
from livedesk.core.ids import EN, ZH, Sku
from livedesk.core.settings import ExchangeRate, Theme
from livedesk.ui.bridge import Bridge
from livedesk.ui.i18n import CHINESE, ENGLISH, Translator
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.quotation import paper
from livedesk.ui.quotation.dialog import QuotationDialog
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.theme import AppTheme
from tests.ui.fakes import FakeServices

CUP = Product(
    Sku("JZ-03"),
    3,
    {EN: "Portable juicer cup", ZH: "便携式榨汁杯"},
    {},
    (PriceTier(500, Decimal("3.50")), PriceTier(2000, Decimal("3.20"))),
    incoterm_place="Ningbo",
    moq=500,
    unit={EN: "pcs", ZH: "个"},
    packing=Packing(24, Decimal(60), Decimal(40), Decimal("35.5"), Decimal("12.4")),
    variants=(Variant(Sku("JZ-03-R"), {EN: "red", ZH: "红色"}, stock=0),),
)
WOK = replace(
    CUP, sku=Sku("CG-32"), number=4, names={EN: "Wok"}, tiers=(PriceTier(300, Decimal("6.80")),), variants=()
)


@pytest.fixture
def translator(qapp: QApplication, translations: dict[str, bytes]) -> Translator:
    result = Translator(qapp, lambda name: translations.get(name, b""))
    result.use(ENGLISH)
    return result


class Open:
    """The dialog and what it stands on."""

    def __init__(
        self, qtbot: QtBot, theme: AppTheme, bridge: Bridge, services: FakeServices, translator: Translator
    ) -> None:
        self.services = services
        self.state = CatalogueState(bridge, lambda _: None)
        self.state.take_products((CUP, WOK))
        self.preferences = Preferences(theme, translator, services)
        self._window = QWidget()  # as in the desk: it owns the dialog
        qtbot.addWidget(self._window)
        self._make = lambda skus: QuotationDialog(
            theme, self.state, self.preferences, services, translator, skus, self._window
        )

    def __call__(self, *skus: str) -> QuotationDialog:
        dialog = self._make(tuple(map(Sku, skus)))
        dialog.show()
        return dialog


@pytest.fixture
def opened(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, services: FakeServices, translator: Translator
) -> Open:
    return Open(qtbot, theme, bridge, services, translator)


def test_that_it_begins_with_the_products_terms_and_least_order(opened: Open) -> None:
    dialog = opened("JZ-03")
    assert dialog.quotation is not None
    assert dialog.quotation.total == Decimal("1750.00")
    assert (dialog.incoterm.currentData(), dialog.place.text()) == ("FOB", "Ningbo")
    assert dialog._save.isEnabled()


def test_that_without_a_product_it_says_what_to_do_and_saves_nothing(opened: Open) -> None:
    dialog = opened()
    assert dialog._empty.isVisible()
    assert not dialog._save.isEnabled()
    dialog._add.setCurrentIndex(2)
    dialog._add.activated.emit(2)
    assert [row.sku for row in dialog.rows] == ["CG-32"]
    assert dialog._save.isEnabled()


@pytest.mark.parametrize("text", ["", "abc", "0", "-5", "9999999999999"])
def test_that_a_quantity_that_is_none_stops_the_quotation(opened: Open, text: str) -> None:
    dialog = opened("JZ-03")
    dialog.rows[0].quantity.setText(text)
    assert dialog.quotation is None
    assert "quantity" in dialog.rows[0]._doubts.text()
    assert not dialog._save.isEnabled()


def test_that_a_missing_rate_is_asked_for_and_a_typed_one_counts_and_is_kept(opened: Open) -> None:
    dialog = opened("JZ-03")
    dialog.currency.pick("EUR")
    assert not dialog._save.isEnabled()
    assert "USD" in dialog.rows[0]._doubts.text()
    (edit,) = dialog.rates.edits()
    edit.setText("0.9")
    edit.textEdited.emit("0.9")
    assert dialog.quotation is not None
    assert dialog.quotation.total == Decimal("1575.00")
    dialog.reject()
    kept = opened.services.settings().rates
    assert [(r.base, r.quote, r.rate) for r in kept] == [("USD", "EUR", Decimal("0.9"))]


def test_that_a_rate_that_is_none_is_not_counted_with(opened: Open) -> None:
    dialog = opened("JZ-03")
    dialog.currency.pick("EUR")
    (edit,) = dialog.rates.edits()
    for text in ("0", "-1", "abc", ""):
        edit.setText(text)
        edit.textEdited.emit(text)
        assert dialog.rates.rates == ()
        assert not dialog._save.isEnabled()


def test_that_other_terms_and_a_sold_out_variant_are_pointed_out(opened: Open) -> None:
    dialog = opened("JZ-03")
    dialog.incoterm.pick("CIF")
    assert "FOB Ningbo" in dialog._doubts.text()
    dialog.rows[0].form.pick("JZ-03-R")
    assert "sold out" in dialog.rows[0]._doubts.text()


def test_that_a_price_changed_meanwhile_is_the_one_quoted(opened: Open) -> None:
    dialog = opened("JZ-03")
    opened.state.take_products((replace(CUP, tiers=(PriceTier(500, Decimal(4)),)), WOK))
    assert dialog.quotation is not None
    assert dialog.quotation.total == Decimal("2000.00")


def test_that_a_product_removed_meanwhile_leaves_the_quotation(opened: Open) -> None:
    dialog = opened("JZ-03", "CG-32")
    opened.state.take_products((WOK,))
    assert [row.sku for row in dialog.rows] == ["CG-32"]


def test_that_the_answer_is_in_the_hosts_language_and_goes_to_the_reply_box(
    opened: Open, qtbot: QtBot
) -> None:
    dialog = opened("JZ-03")
    with qtbot.waitSignal(dialog.answer_wanted) as wanted:
        dialog._reply.click()
    (text,) = wanted.args
    assert "便携式榨汁杯 (JZ-03)" in text
    assert "单价 US$ 3.50" in text
    dialog._copy.click()
    assert QGuiApplication.clipboard().text() == text


def test_that_the_page_is_written_where_the_operator_says(opened: Open, tmp_path: Path) -> None:
    dialog = opened("JZ-03")
    dialog._save.click()
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "q.pdf"))
    chooser.close()
    ((_, (path, data)),) = [call for call in opened.services.calls if call[0] == "write_file"]
    assert path == tmp_path / "q.pdf"
    assert data.startswith(b"%PDF-")


def make_pdf(translator: Translator, lines: int, name: str = "Portable juicer cup") -> bytes:
    terms = QuoteTerms("EUR", "FOB", "Ningbo", "Hamburg", "2026-11-21")
    rates = [ExchangeRate("USD", "EUR", Decimal("0.9"), "2026-11-20")]
    product = replace(CUP, names={EN: name, ZH: "便携式榨汁杯"})
    head = paper.Letterhead(
        "宁波佳哲厨具有限公司", "Ningbo\n<b>not bold</b>", "Müller & Söhne", "Q-1", "30 %"
    )
    return paper.pdf(
        quote([QuoteItem(replace(product, sku=Sku(f"JZ-{n}")), 500) for n in range(lines)], terms, rates),
        head,
        paper.Tongue(EN, translator.texts_in(ENGLISH)),
        paper.Tongue(ZH, translator.texts_in(CHINESE)),
    )


@pytest.mark.parametrize("lines", [1, 12, 40])
def test_that_a_quotation_is_one_page_with_its_fonts_inside(translator: Translator, lines: int) -> None:
    data = make_pdf(translator, lines)
    assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") == 1
    assert b"/FontFile" in data


def test_that_long_words_do_not_push_the_amounts_off_the_page(translator: Translator) -> None:
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 2
    assert make_pdf(translator, 2, long).startswith(b"%PDF-")


def test_that_paper_is_dark_on_white_in_a_dark_window_too(
    opened: Open, theme: AppTheme, translator: Translator
) -> None:
    light = make_pdf(translator, 1)
    theme.use(Theme.DARK)
    # But for the time of making, which Qt writes into the file.
    assert len(make_pdf(translator, 1)) == pytest.approx(len(light), abs=64)


def test_that_names_are_written_as_text() -> None:
    plain = paper.Tongue(EN, lambda _context, text: text)
    terms = QuoteTerms("USD", "FOB", "<i>Ningbo</i>", "", "2026-11-21")
    product = replace(CUP, names={EN: "<img src=x>"})
    text = paper.html(
        quote([QuoteItem(product, 500)], terms, ()), paper.Letterhead("<b>", "", "", "1"), plain, plain
    )
    assert "<img" not in text
    assert "<i>" not in text
    assert "&lt;b&gt;" in text
