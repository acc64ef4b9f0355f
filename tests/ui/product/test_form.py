"""The product form, typed into as an exporter does; a real desk answers."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core import events as ev
from livedesk.core.catalogue import filling
from livedesk.core.catalogue.pictures import PICTURES_JOB, PicturesTaken, RefusedPicture
from livedesk.core.catalogue.product import Certificate, CustomField, LeadTime, Packing, PriceTier, Variant
from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.core.jobs import Job, JobState
from livedesk.ui.product.field import Field
from livedesk.ui.product.form import ProductForm
from livedesk.ui.product.picture_strip import as_bmp
from livedesk.ui.product.rows_editor import RowsEditor
from livedesk.ui.theme.theme import AppTheme
from tests.ui.catalogue.shelf import BOOTH, JUICER, KETTLE, LONG_CHINESE, LONG_GERMAN, SVG, WOK
from tests.ui.fakes import FakeServices
from tests.ui.product.conftest import Desk

PRODUCT, TEXTS, PRICES, DELIVERY, PAPERS, VARIANTS = range(6)


class Form:
    """The form in a window, and the product it edits as the desk has it."""

    def __init__(self, qtbot: QtBot, form: ProductForm, desk: Desk) -> None:
        self.qtbot, self.form, self.desk = qtbot, form, desk

    @property
    def product(self) -> ev.Product:
        return next(p for p in self.desk.booth.products if p.sku == self.form.sku)

    def fill(self, field: Field, text: str) -> None:
        field.editor.setFocus()
        assert isinstance(field.editor, QLineEdit | QPlainTextEdit)
        field.editor.selectAll()
        QTest.keyClick(field.editor, Qt.Key.Key_Delete)
        if isinstance(field.editor, QLineEdit):
            field.editor.insert(text)  # as an input method does; QTest has no keys for Chinese
            field.editor.textEdited.emit(text)
        else:
            field.editor.insertPlainText(text)
        field.keep()

    def fill_row(self, rows: RowsEditor, row: int, *texts: str) -> None:
        for editor, text in zip(rows.editors(row), texts, strict=True):
            editor.setText(text)
            editor.textEdited.emit(text)
        rows.keep()


@pytest.fixture
def form(qtbot: QtBot, theme: AppTheme, desk: Desk, services: FakeServices) -> Form:
    services.pictures = {"JZ-03.svg": SVG}
    widget = ProductForm(theme, desk.state, desk.post, services)
    qtbot.addWidget(widget)
    widget.resize(640, 720)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    widget.edit(JUICER.sku)
    return Form(qtbot, widget, desk)


# --- every page keeps what is typed ---


def test_that_basics_are_kept(form: Form) -> None:
    basics = form.form.basics
    form.fill(basics.brand, "Lumio")
    form.fill(basics.category, "小家电 > 榨汁机")
    form.fill(basics.tags, "gift，夏天, gift")
    form.fill(basics.number, "７")
    form.fill(basics.stock.count, "1,200")
    product = form.product
    assert (product.brand, product.category[ZH], product.tags) == (
        "Lumio",
        "小家电 > 榨汁机",
        ("gift", "夏天"),
    )
    assert (product.number, product.stock) == (7, 1200)


def test_that_another_sku_renames_the_product_and_the_form_goes_on(form: Form) -> None:
    form.fill(form.form.basics.sku, "JZ-2027")
    assert form.form.sku == "JZ-2027"
    form.fill(form.form.basics.brand, "Lumio")
    assert form.product.brand == "Lumio"
    assert len(form.desk.booth.products) == len(BOOTH)


def test_that_the_sku_of_another_product_is_refused_beside_the_field(form: Form) -> None:
    form.fill(form.form.basics.sku, WOK.sku)
    assert form.form.sku == JUICER.sku
    assert form.form.basics.sku.problem
    assert form.desk.posted == []
    form.fill(form.form.basics.brand, "Lumio")
    assert form.product.brand == "Lumio"
    assert form.form.basics.sku.editor.text() == WOK.sku  # type: ignore[union-attr]


def test_that_prices_are_decimals_as_typed(form: Form) -> None:
    prices = form.form.prices
    form.fill_row(prices.tiers, 3, "10000", "2,805")
    assert form.product.tiers[-1] == PriceTier(10000, Decimal("2805.00"))
    form.fill_row(prices.tiers, 3, "10000", "2.805")
    assert form.product.tiers[-1] == PriceTier(10000, Decimal("2.805"))
    form.fill(prices.moq, "600")
    form.fill(prices.sample_price, "US$ 12")
    form.fill(prices.sample_days, "5")
    form.fill(prices.place, "Shenzhen")
    form.fill(prices.unit, "只")
    product = form.product
    assert (product.moq, product.sample_price, product.sample_days) == (600, Decimal("12.00"), 5)
    assert (product.incoterm_place, product.unit[ZH]) == ("Shenzhen", "只")


def test_that_currency_and_incoterm_are_picked(form: Form) -> None:
    for picker, value in ((form.form.prices.currency, "EUR"), (form.form.prices.incoterm, "CIF")):
        picker.pick(value)
        picker.activated.emit(picker.currentIndex())
    assert (form.product.currency, form.product.incoterm) == ("EUR", "CIF")


def test_that_price_steps_stand_in_order_however_they_were_typed(form: Form) -> None:
    form.fill_row(form.form.prices.tiers, 3, "1000", "3.40")
    assert [tier.min_quantity for tier in form.product.tiers] == [500, 1000, 2000, 5000]


def test_that_the_volume_of_a_carton_is_computed_and_shown(form: Form) -> None:
    delivery = form.form.delivery
    for name, text in (
        ("length_cm", "52"),
        ("width_cm", "38,5"),
        ("height_cm", "41"),
        ("pieces_per_carton", "24"),
    ):
        form.fill(delivery.packing[name], text)
    packing = form.product.packing
    assert packing == Packing(24, Decimal(52), Decimal("38.5"), Decimal(41))
    assert "0.0821 m³" in delivery.volume.text()
    assert "292" in delivery.volume.text()


def test_that_lead_times_papers_and_fields_of_ones_own_are_kept(form: Form) -> None:
    form.fill_row(form.form.delivery.lead_times, 1, "5000", "45")
    form.fill_row(form.form.papers.certificates, 2, "LFGB", "2031年3月31日")
    form.fill_row(form.form.papers.custom, 0, "Plug", "EU")
    form.fill(form.form.papers.hs_code, "8509.40")
    product = form.product
    assert product.lead_times[-1] == LeadTime(5000, 45)
    assert product.certificates[-1] == Certificate("LFGB", "2031-03-31")
    assert (product.custom, product.hs_code) == ((CustomField("Plug", "EU"),), "8509.40")


def test_that_variants_keep_what_the_table_does_not_show(form: Form, desk: Desk) -> None:
    tiers = (PriceTier(500, Decimal("3.60")), PriceTier(2000, Decimal("3.30")))
    variant = Variant(Sku("JZ-03-R"), {ZH: "红色", EN: "red"}, tiers, 10, "red.jpg")
    desk.feed(ev.PutProducts((replace(JUICER, variants=(variant,)),)))
    form.fill_row(form.form.variants.variants, 0, "JZ-03-RED", "大红", "3.70", "20")
    form.fill_row(form.form.variants.variants, 1, "JZ-03-B", "蓝色", "", "")
    first, second = form.product.variants
    assert (first.sku, first.options, first.stock) == ("JZ-03-RED", {ZH: "大红", EN: "red"}, 20)
    assert (first.picture, first.tiers) == ("red.jpg", (PriceTier(500, Decimal("3.70")), tiers[1]))
    assert second == Variant(Sku("JZ-03-B"), {ZH: "蓝色"})


# --- texts ---


def test_that_texts_are_kept_in_the_language_of_the_tab(form: Form) -> None:
    texts = form.form.texts
    form.form.show_page(TEXTS)
    form.fill(texts.fields["selling_points"], "轻便\n可拆洗")
    form.qtbot.mouseClick(texts.tab_buttons[EN], Qt.MouseButton.LeftButton)
    form.fill(texts.fields["names"], "Juicer to go")
    assert form.product.names == {ZH: JUICER.names[ZH], EN: "Juicer to go"}
    assert form.product.selling_points == {ZH: "轻便\n可拆洗"}


def test_that_empty_texts_are_translated_with_progress_and_can_be_stopped(form: Form, desk: Desk) -> None:
    texts = form.form.texts
    form.form.show_page(TEXTS)
    form.fill(texts.fields["materials"], "不锈钢")
    form.qtbot.mouseClick(texts.fill, Qt.MouseButton.LeftButton)
    assert desk.posted[-1] == ev.FillTexts((JUICER.sku,), (ZH, EN))
    desk.feed(ev.JobReported(Job(filling.KIND, "", JobState.RUNNING, 0, 1)))
    assert texts.progress.isVisibleTo(form.form)
    form.qtbot.mouseClick(texts.stop, Qt.MouseButton.LeftButton)
    assert desk.posted[-1] == ev.StopFillingTexts()
    done = Job(filling.KIND, "", JobState.DONE, 1, 1, params={"filled": 0, "refused": 2, "figures": 1})
    desk.feed(ev.JobReported(done))
    assert not texts.progress.isVisibleTo(form.form)
    assert texts.empty_label.text().startswith("3 text")


def test_that_what_a_machine_wrote_is_marked_until_it_is_approved(form: Form, desk: Desk) -> None:
    marked = replace(JUICER, machine_texts=frozenset({"names.en", "category.zh"}))
    desk.feed(ev.PutProducts((marked,)))
    texts = form.form.texts
    form.form.show_page(TEXTS)
    texts.show_language(EN)
    assert texts.fields["names"].label.whole_text == "Name · by machine"
    assert texts.fields["category"].label.whole_text == "Category"
    form.qtbot.mouseClick(texts.approve, Qt.MouseButton.LeftButton)
    assert desk.posted[-1] == ev.ApproveTexts((JUICER.sku,), EN)
    assert form.product.machine_texts == {"category.zh"}
    assert texts.fields["names"].label.whole_text == "Name"


def test_that_a_text_put_right_by_hand_is_no_machines(form: Form, desk: Desk) -> None:
    desk.feed(ev.PutProducts((replace(JUICER, machine_texts=frozenset({"names.en"})),)))
    form.form.texts.show_language(EN)
    form.fill(form.form.texts.fields["names"], "Juicer to go")
    assert form.product.machine_texts == frozenset()


def test_that_a_language_the_product_has_texts_in_gets_a_tab(form: Form, desk: Desk) -> None:
    desk.feed(ev.PutProducts((replace(JUICER, names={**JUICER.names, Language("es"): "Licuadora"}),)))
    assert tuple(form.form.texts.tab_buttons) == (ZH, EN, "es")


# --- what is wrong ---


@pytest.mark.parametrize("text", ["-3", "0"])
def test_that_a_price_that_cannot_be_is_told_and_not_kept(form: Form, text: str) -> None:
    form.form.show_page(PRICES)
    form.fill_row(form.form.prices.tiers, 0, "500", text)
    assert "A price is above 0." in form.form.prices.tiers.problem
    assert form.product.tiers == JUICER.tiers
    form.fill(form.form.prices.moq, "700")
    assert (form.product.moq, form.product.tiers) == (700, JUICER.tiers)
    assert form.form.prices.tiers.editors(0)[1].text() == f"{text}.00"
    form.fill_row(form.form.prices.tiers, 0, "500", "3.40")
    assert form.product.tiers[0].price == Decimal("3.40")
    assert form.form.prices.tiers.problem == ""


def test_that_a_doubtful_price_is_kept_and_told(form: Form) -> None:
    form.fill_row(form.form.prices.tiers, 2, "5000", "0.29")
    assert form.product.tiers[-1].price == Decimal("0.29")
    assert "decimal point" in form.form.prices.tiers.problem


def test_that_the_number_of_another_product_is_told_and_not_kept(form: Form) -> None:
    form.fill(form.form.basics.number, str(KETTLE.number))
    assert KETTLE.sku in form.form.basics.number.problem
    assert form.product.number == JUICER.number


def test_that_an_expired_certificate_is_told(form: Form) -> None:
    form.fill_row(form.form.papers.certificates, 0, "CE", "2020-01-31")
    assert form.product.certificates[0] == Certificate("CE", "2020-01-31")
    assert "CE expired on" in form.form.papers.certificates.problem


def test_that_pages_count_what_is_to_check_and_lead_there(form: Form) -> None:
    form.fill_row(form.form.papers.certificates, 0, "CE", "2020-01-31")
    form.qtbot.waitUntil(lambda: form.form.chips[PAPERS].text() == "Papers · 1")
    form.form.show_page(PRODUCT)
    buttons = {b.text(): b for b in form.form.findChildren(QAbstractButton) if b.isVisible()}
    form.qtbot.mouseClick(buttons["1 to check"], Qt.MouseButton.LeftButton)
    assert form.form.pages.currentIndex() == PAPERS


def test_that_what_is_held_is_forgotten_for_another_product(form: Form) -> None:
    form.fill(form.form.basics.number, str(KETTLE.number))
    form.form.edit(WOK.sku)
    assert form.form.basics.number.problem == ""
    assert form.form.basics.number.editor.text() == str(WOK.number)  # type: ignore[union-attr]


# --- header, keys ---


def test_that_undo_and_redo_go_through_the_desk(form: Form) -> None:
    form.fill(form.form.basics.brand, "Lumio")
    form.qtbot.mouseClick(form.form.undo, Qt.MouseButton.LeftButton)
    assert form.product.brand == ""
    assert form.form.basics.brand.editor.text() == ""  # type: ignore[union-attr]
    form.qtbot.mouseClick(form.form.redo, Qt.MouseButton.LeftButton)
    assert form.product.brand == "Lumio"


def test_that_a_copy_is_opened(form: Form) -> None:
    with form.qtbot.waitSignal(form.form.product_wanted) as wanted:
        form.qtbot.mouseClick(form.form.duplicate, Qt.MouseButton.LeftButton)
    assert wanted.args == ["JZ-03-2"]
    assert form.form.sku == "JZ-03-2"


def test_that_removing_the_product_closes_the_form(form: Form) -> None:
    with form.qtbot.waitSignal(form.form.closed):
        form.qtbot.mouseClick(form.form.remove, Qt.MouseButton.LeftButton)
    assert form.desk.posted[-1] == ev.RemoveProducts((JUICER.sku,))


def test_that_escape_keeps_what_is_typed_and_closes(form: Form) -> None:
    editor = form.form.basics.brand.editor
    editor.setFocus()
    QTest.keyClicks(editor, "Lumio")
    with form.qtbot.waitSignal(form.form.closed):
        QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert form.product.brand == "Lumio"


def test_that_opening_another_product_keeps_what_is_typed(form: Form) -> None:
    editor = form.form.basics.brand.editor
    editor.setFocus()
    QTest.keyClicks(editor, "Lumio")
    form.form.edit(WOK.sku)
    assert form.desk.booth.products[0].brand == "Lumio"
    assert editor.text() == ""  # type: ignore[union-attr]


def test_that_control_and_page_keys_turn_the_pages(form: Form) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(form.form, Qt.Key.Key_PageDown, control)
    assert form.form.pages.currentIndex() == TEXTS
    QTest.keyClick(form.form, Qt.Key.Key_PageUp, control)
    QTest.keyClick(form.form, Qt.Key.Key_PageUp, control)
    assert form.form.pages.currentIndex() == VARIANTS


def test_that_the_sold_out_mark_goes_to_the_desk_at_once(form: Form, desk: Desk) -> None:
    form.form.basics.stock.sold_out.click()
    assert desk.posted == [ev.MarkSoldOut(JUICER.sku, True)]
    assert form.form.basics.stock.sold_out.isChecked()


# --- pictures ---


def _drop(target: QWidget, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert isinstance(target, QListWidget)
    target.dropEvent(event)


def test_that_files_dragged_in_are_taken_in(form: Form, services: FakeServices, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg")), QUrl("https://example.org/b.jpg")])
    _drop(form.form.basics.pictures, data)
    assert services.calls == [("add_pictures", JUICER.sku, (tmp_path / "a.jpg",))]


def test_that_a_picture_pasted_is_taken_in(form: Form, services: FakeServices) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    _drop(form.form.basics.pictures, data)
    assert services.calls == [("paste_picture", JUICER.sku, as_bmp(image))]
    assert as_bmp(image).startswith(b"BM")


def test_that_text_dragged_in_is_left_alone(form: Form, services: FakeServices) -> None:
    data = QMimeData()
    data.setText("not a picture")
    _drop(form.form.basics.pictures, data)
    assert services.calls == []


def test_that_pictures_are_ordered_and_the_first_is_the_cover(form: Form, desk: Desk) -> None:
    desk.feed(ev.PutProducts((replace(JUICER, pictures=("a.jpg", "b.jpg", "c.jpg")),)))
    strip = form.form.basics.pictures
    strip.setCurrentRow(2)
    form.form.basics.cover.click()
    assert form.product.pictures == ("c.jpg", "a.jpg", "b.jpg")
    assert strip.item(0).toolTip() == "Cover"
    QTest.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert form.product.pictures == ("a.jpg", "c.jpg", "b.jpg")
    QTest.keyClick(strip, Qt.Key.Key_Delete)
    assert form.product.pictures == ("a.jpg", "b.jpg")
    form.desk.state.undo()
    assert strip.names == ("a.jpg", "c.jpg", "b.jpg")


def test_that_the_way_of_pictures_is_told_and_what_is_refused(form: Form, desk: Desk) -> None:
    note = form.form.basics.picture_note
    running = Job(PICTURES_JOB, "JZ-03#1", JobState.RUNNING, 1, 3, params={"sku": JUICER.sku})
    desk.feed(ev.JobReported(running))
    assert note.text() == "Taking in picture 2 of 3…"
    taken = PicturesTaken(JUICER.sku, ("new.jpg",), (RefusedPicture("list.docx", "picture_unreadable"),))
    desk.feed(ev.JobReported(replace(running, state=JobState.DONE, result=taken)))
    assert "list.docx is no picture" in note.text()
    assert form.product.pictures[-1] == "new.jpg"


def test_that_pictures_of_another_product_are_not_told_here(form: Form, desk: Desk) -> None:
    before = form.form.basics.picture_note.text()
    desk.feed(ev.JobReported(Job(PICTURES_JOB, "x", JobState.RUNNING, 1, 3, params={"sku": WOK.sku})))
    assert form.form.basics.picture_note.text() == before


# --- looks ---


def test_that_every_control_has_a_name_for_screen_readers(form: Form) -> None:
    for page in range(len(form.form.sections)):
        form.form.show_page(page)
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox):
            for widget in form.form.findChildren(kind):
                if widget.isVisible() and not widget.objectName().startswith("qt_"):
                    text = widget.text() if isinstance(widget, QAbstractButton) else ""
                    assert widget.accessibleName() or text, widget


def test_that_long_names_do_not_make_the_form_wider(form: Form, desk: Desk) -> None:
    names = {ZH: LONG_CHINESE, EN: LONG_GERMAN}
    least = form.form.minimumSizeHint().width()
    desk.feed(ev.PutProducts((replace(JUICER, names=names, tags=tuple(LONG_GERMAN.split())),)))
    assert form.form.minimumSizeHint().width() <= max(least, 520)
