"""The catalogue's rows: exact signals, marks, texts."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from livedesk.ui.catalogue.list_model import CatalogueModel, Role
from livedesk.ui.catalogue.product_text import Mark
from tests.ui.catalogue.shelf import BOOTH, JUICER, KETTLE, SHOW, WOK, session


@pytest.fixture
def model(qapp: QApplication) -> CatalogueModel:
    model = CatalogueModel()
    model.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]  # lives as long as the model
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model.show(BOOTH)
    return model


def changed_rows(model: CatalogueModel, rows: list[int]) -> None:
    def note(first: QModelIndex, last: QModelIndex, _roles: list[int]) -> None:
        rows.extend(range(first.row(), last.row() + 1))

    model.dataChanged.connect(note)


def test_that_the_rows_follow_the_products_given(model: CatalogueModel) -> None:
    assert [model.index(row).data(Role.PRODUCT) for row in range(model.rowCount())] == list(BOOTH)
    model.show((WOK,))
    assert model.rowCount() == 1
    assert model.row_of(WOK.sku) == 0
    assert model.row_of(JUICER.sku) is None
    model.show(())
    assert model.rowCount() == 0


def test_that_only_rows_whose_marks_differ_are_reported(model: CatalogueModel) -> None:
    model.set_session(session(pinned=(JUICER.sku,), sold_out=frozenset({WOK.sku})))
    rows: list[int] = []
    changed_rows(model, rows)
    model.set_session(session(pinned=(JUICER.sku,), sold_out=frozenset({WOK.sku}), messages=5))
    assert rows == []
    model.set_session(session(pinned=(KETTLE.sku,), sold_out=frozenset({WOK.sku})))
    assert sorted(rows) == [0, 2]


def test_that_the_next_item_of_the_show_marks_its_products(model: CatalogueModel) -> None:
    model.set_session(session(show=SHOW, show_index=1))
    assert model.index(1).data(Role.MARKS) == (Mark.NEXT,)
    assert model.index(2).data(Role.MARKS) == (Mark.NEXT,)
    model.set_session(session(show=SHOW, show_index=3))
    assert model.index(1).data(Role.MARKS) == ()


def test_that_a_product_on_air_that_is_sold_out_carries_both_marks(model: CatalogueModel) -> None:
    model.set_session(session(pinned=(WOK.sku,), sold_out=frozenset({WOK.sku}), show=SHOW, show_index=1))
    assert model.index(1).data(Role.MARKS) == (Mark.SOLD_OUT, Mark.ON_AIR)
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "4 · Non-stick wok 32 cm, sold out, on air"


def test_that_pins_of_products_not_shown_are_remembered(model: CatalogueModel) -> None:
    model.set_session(session(pinned=(WOK.sku,)))
    model.show((JUICER,))
    assert model.is_on_air(WOK.sku)
    model.show(BOOTH)
    assert model.index(1).data(Role.MARKS) == (Mark.ON_AIR,)


def test_that_an_index_that_is_no_longer_there_gives_nothing(model: CatalogueModel) -> None:
    last = model.index(3)
    model.show((JUICER,))
    assert model.data(last, Role.PRODUCT) is None
    assert model.product(QModelIndex()) is None
