"""The tables of the glossary: exact as list models, and every change a command."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from livedesk.core.catalogue.product import Product
from livedesk.core.events import Command, PutTerms
from livedesk.core.ids import EN, ZH, Language, Sku, TermId
from livedesk.core.translation.terms import Term, TermKind
from livedesk.ui.glossary.table_model import CatalogueTermsModel, OwnTermsModel, TermRole
from livedesk.ui.i18n import Translator

ES = Language("es")
MARK = Term(TermId("own:1"), {ZH: ("唛头",), EN: ("shipping mark", "carton mark")})
BRAND = Term(TermId("own:2"), {ZH: ("红米",), EN: ("Redmi",)}, TermKind.BRAND, is_case_sensitive=True)
CUP = Product(
    Sku("JZ-03"), 3, {ZH: "便携式榨汁杯", EN: "Portable juicer cup"}, {ZH: "小家电", EN: "Appliances"}, ()
)
WOK = Product(Sku("CG-32"), 4, {ZH: "不粘炒锅", EN: "Non-stick wok"}, {ZH: "锅具", EN: "Cookware"}, ())
NAME = {ZH: "朗汐厨具", EN: "Lumio Kitchen"}


@pytest.fixture
def own(qtbot: QtBot, posted: list[Command]) -> OwnTermsModel:
    model = OwnTermsModel(posted.append)
    model.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]  # lives as long as the model
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model.set_languages((ZH, EN, ES))
    model.set_terms((MARK, BRAND))
    return model


@pytest.fixture
def catalogue(qtbot: QtBot) -> CatalogueTermsModel:
    model = CatalogueTermsModel()
    model.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]  # lives as long as the model
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model.set_languages((ZH, EN))
    model.set_catalogue((CUP, WOK, replace(WOK, sku=Sku("CG-28"))), NAME)
    return model


def shown(model: QAbstractItemModel) -> list[list[str | None]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_that_a_term_is_shown_in_every_language(own: OwnTermsModel) -> None:
    assert shown(own) == [
        ["唛头", "shipping mark | carton mark", "", "Word", None],
        ["红米", "Redmi", "", "Brand", None],
    ]
    headings = [own.headerData(n, Qt.Orientation.Horizontal) for n in range(5)]
    assert headings == ["中文", "English", "Español", "Kind", "Aa"]


def test_that_a_changed_text_is_posted_and_shown(own: OwnTermsModel, posted: list[Command]) -> None:
    assert own.setData(own.index(1, 2), " Redmi ")
    assert posted == [PutTerms((replace(BRAND, texts={**BRAND.texts, ES: ("Redmi",)}),))]
    assert own.index(1, 2).data() == "Redmi"


def test_that_several_forms_can_be_typed(own: OwnTermsModel, posted: list[Command]) -> None:
    own.setData(own.index(0, 1), "mark|  sign | mark")
    (command,) = posted
    assert isinstance(command, PutTerms)
    assert command.terms[0].texts[EN] == ("mark", "sign")


def test_that_the_same_text_is_no_change(own: OwnTermsModel, posted: list[Command]) -> None:
    assert own.setData(own.index(0, 1), "shipping mark | carton mark")
    assert posted == []


def test_that_a_term_keeps_two_languages(qtbot: QtBot, own: OwnTermsModel, posted: list[Command]) -> None:
    with qtbot.waitSignal(own.refused):
        assert not own.setData(own.index(1, 1), "  ")
    assert posted == []
    assert own.index(1, 1).data() == "Redmi"


def test_that_the_kind_and_the_tick_are_changed(own: OwnTermsModel, posted: list[Command]) -> None:
    own.setData(own.index(0, 3), TermKind.MATERIAL.value)
    own.setData(own.index(1, 4), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert posted == [
        PutTerms((replace(MARK, kind=TermKind.MATERIAL),)),
        PutTerms((replace(BRAND, is_case_sensitive=False),)),
    ]
    assert own.index(0, 3).data(TermRole.KIND) == "material"


def test_that_the_desks_word_is_the_last(own: OwnTermsModel) -> None:
    changed = replace(BRAND, texts={ZH: ("红米",), EN: ("Red Mi",)})
    own.set_terms((MARK, changed))
    assert own.index(1, 1).data() == "Red Mi"
    own.set_terms((changed,))
    assert [row[0] for row in shown(own)] == ["红米"]
    own.set_terms(())
    assert shown(own) == []


@pytest.mark.parametrize(
    ("text", "found"), [("redmi", ["红米"]), ("MARK", ["唛头"]), ("头", ["唛头"]), ("x", [])]
)
def test_that_terms_are_searched_in_every_language(own: OwnTermsModel, text: str, found: list[str]) -> None:
    own.search(text)
    assert [row[0] for row in shown(own)] == found
    own.search("")
    assert own.rowCount() == 2


def test_that_a_search_goes_on_while_terms_change(own: OwnTermsModel) -> None:
    own.search("mark")
    own.set_terms((BRAND, replace(MARK, texts={ZH: ("唛头",), EN: ("mark",)})))
    assert [row[1] for row in shown(own)] == ["mark"]


def test_that_the_catalogue_shows_brand_products_and_each_category_once(
    catalogue: CatalogueTermsModel,
) -> None:
    assert [(row[1], row[2]) for row in shown(catalogue)] == [
        ("Lumio Kitchen", "Brand"),
        ("Portable juicer cup", "Product"),
        ("Non-stick wok", "Product"),
        ("Non-stick wok", "Product"),
        ("Appliances", "Category"),
        ("Cookware", "Category"),
    ]


def test_that_the_catalogue_cannot_be_changed_here(catalogue: CatalogueTermsModel) -> None:
    index = catalogue.index(1, 1)
    assert not catalogue.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not catalogue.setData(index, "Cup")


def test_that_the_catalogue_is_searched(catalogue: CatalogueTermsModel) -> None:
    catalogue.search("WOK")
    assert catalogue.rowCount() == 2
    assert len(catalogue.all_rows()) == 6


def test_that_headings_and_kinds_follow_the_language(own: OwnTermsModel, translator: Translator) -> None:
    translator.use("zh_CN")
    own.retranslate()
    assert own.index(1, 3).data() == "品牌"
    assert own.headerData(3, Qt.Orientation.Horizontal) == "类别"
