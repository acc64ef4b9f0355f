"""The import window: from a file to products, by mouse and keyboard, in both languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.catalogue.importing.columns import BY_LANGUAGE, Column, Field, column_key
from livedesk.core.catalogue.importing.job import (
    IMPORT_JOB,
    ImportApplied,
    ImportChecked,
    ImportStep,
    TableRead,
)
from livedesk.core.catalogue.importing.mapping import Mapping, guess_mapping
from livedesk.core.catalogue.importing.problems import Effect, ImportProblem, ProblemCode
from livedesk.core.catalogue.importing.sheet import Sheet
from livedesk.core.errors import ErrorCode
from livedesk.core.events import Command, UndoCatalogue
from livedesk.core.ids import ZH
from livedesk.core.jobs import Job, JobState
from livedesk.ui.bridge import Bridge
from livedesk.ui.i18n import Translator
from livedesk.ui.importing.desk import ImportDesk
from livedesk.ui.importing.dialog import ImportDialog
from livedesk.ui.importing.words import column_text, effect_text, problem_text
from livedesk.ui.theme.theme import AppTheme
from tests.ui.fakes import FakeServices

ROWS = (
    ("朗汐厨具 报价单", "", "", ""),
    ("货号", "品名", "单价", "备注"),
    ("A-1", "杯", "3.5", "x"),
    ("A-2", "碗", "abc", ""),
)
PROBLEMS = (
    ImportProblem("报价!D2", ProblemCode.UNKNOWN_COLUMN, "备注", Effect.COLUMN_LEFT_OUT),
    ImportProblem("报价!C4", ProblemCode.NOT_A_PRICE, "abc", Effect.ROW_LEFT_OUT),
)


def table(rows: tuple[tuple[str, ...], ...] = ROWS, sheets: tuple[str, ...] = ("报价",)) -> TableRead:
    """A table as the application reads it."""
    mapping = guess_mapping(Sheet("报价", rows))
    return TableRead("offer.xlsx", sheets, "报价", rows, len(rows), (), mapping)


def done(step: ImportStep, result: object) -> Job:
    """A step that is done."""
    return Job(IMPORT_JOB, step, JobState.DONE, result=result)


@pytest.fixture
def dialog(
    qtbot: QtBot,
    theme: AppTheme,
    bridge: Bridge,
    posted: list[Command],
    services: FakeServices,
    translator: Translator,
) -> ImportDialog:
    dialog = ImportDialog(theme, bridge, posted.append, services)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def columns(dialog: ImportDialog, bridge: Bridge) -> ImportDialog:
    """The window with a table read."""
    dialog.open_file(Path("offer.xlsx"))
    bridge.job_changed.emit(done(ImportStep.READ, table()))
    return dialog


def keys(dialog: ImportDialog) -> list[str]:
    """What the columns say, as a file of columns names it."""
    mapping = dialog.columns_page.mapping()
    assert mapping is not None
    return [column_key(column) if column else "" for column in mapping.columns]


def choose(dialog: ImportDialog, column: int, key: str) -> None:
    """Choose what a column says, as by mouse."""
    combo = dialog.columns_page.preview.head.combos[column]
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def test_that_a_file_becomes_products_step_by_step(
    dialog: ImportDialog, bridge: Bridge, services: FakeServices, posted: list[Command]
) -> None:
    dialog.open_file(Path("offer.xlsx"))
    assert services.calls[-1] == ("read_table", Path("offer.xlsx"), "")
    assert dialog.working.isVisible()
    bridge.job_changed.emit(done(ImportStep.READ, table()))
    assert keys(dialog) == ["sku", "names", "price", ""]
    assert "备注" in dialog.columns_page.note.text()
    dialog.next.click()
    name, mapping, folder = services.calls[-1]
    assert (name, folder) == ("check_import", None)
    assert isinstance(mapping, Mapping)
    bridge.job_changed.emit(done(ImportStep.CHECK, ImportChecked(1, 0, 0, 2, PROBLEMS)))
    assert [tile.number.text() for tile in dialog.check_page.tiles] == ["1", "0", "0", "1"]
    assert dialog.next.text() == "Import 1 product"
    dialog.next.click()
    assert services.calls[-1] == ("apply_import",)
    bridge.job_changed.emit(done(ImportStep.APPLY, ImportApplied(1, 0, 0, ())))
    dialog.done_page.undo.click()
    assert posted == [UndoCatalogue()]
    assert not dialog.done_page.undo.isEnabled()


def test_that_a_column_chosen_twice_is_left_out_the_first_time(columns: ImportDialog) -> None:
    choose(columns, 3, "names")
    assert keys(columns) == ["sku", "", "price", "names"]
    mapping = columns.columns_page.mapping()
    assert mapping is not None
    assert mapping.is_chosen == {1, 3}


def test_that_without_article_numbers_one_cannot_go_on(columns: ImportDialog) -> None:
    choose(columns, 0, "")
    assert not columns.next.isEnabled()
    assert "article numbers" in columns.columns_page.note.text()
    choose(columns, 3, "sku")
    assert columns.next.isEnabled()


def test_that_a_column_may_become_a_field_of_the_users_own(columns: ImportDialog) -> None:
    choose(columns, 3, "custom.备注")
    assert keys(columns)[3] == "custom.备注"


def test_that_the_row_of_the_headings_can_be_changed(columns: ImportDialog) -> None:
    page = columns.columns_page
    page.preview.verticalHeader().sectionClicked.emit(2)
    mapping = page.mapping()
    assert mapping is not None
    assert (mapping.header.row, mapping.header.headings[0]) == (2, "A-1")
    page.row.setCurrentIndex(1)
    page.row.activated.emit(1)
    assert keys(columns) == ["sku", "names", "price", ""]


def test_that_the_currency_of_prices_without_one_is_asked_for(columns: ImportDialog) -> None:
    currency = columns.columns_page.currency
    currency.setCurrentIndex(currency.findData("CNY"))
    mapping = columns.columns_page.mapping()
    assert mapping is not None
    assert mapping.defaults.currency == "CNY"


def test_that_another_sheet_is_read_when_it_is_chosen(
    dialog: ImportDialog, bridge: Bridge, services: FakeServices
) -> None:
    dialog.open_file(Path("offer.xlsx"))
    bridge.job_changed.emit(done(ImportStep.READ, table(sheets=("报价", "条款"))))
    dialog.columns_page.sheet.textActivated.emit("条款")
    assert services.calls[-1] == ("read_table", Path("offer.xlsx"), "条款")


def test_that_a_table_without_headings_can_still_be_matched(dialog: ImportDialog, bridge: Bridge) -> None:
    dialog.open_file(Path("offer.csv"))
    bridge.job_changed.emit(done(ImportStep.READ, table((("x", "y"), ("A-1", "Cup", "more")))))
    assert not dialog.next.isEnabled()
    choose(dialog, 0, "sku")
    choose(dialog, 1, "names.en")
    assert keys(dialog) == ["sku", "names.en", ""]
    assert dialog.next.isEnabled()


def test_that_a_file_that_cannot_be_read_says_why(dialog: ImportDialog, bridge: Bridge) -> None:
    dialog.open_file(Path("locked.xlsx"))
    failed = Job(
        IMPORT_JOB,
        ImportStep.READ,
        JobState.FAILED,
        code=ErrorCode.SHEET_PASSWORD,
        params={"file": "locked.xlsx"},
    )
    bridge.job_changed.emit(failed)
    assert dialog.note.isVisible()
    assert "password" in dialog.note.label.text()
    assert dialog.file_page.isVisible()


def test_that_a_bug_is_not_shown_as_the_users_fault(dialog: ImportDialog, bridge: Bridge) -> None:
    dialog.open_file(Path("a.xlsx"))
    bridge.job_changed.emit(Job(IMPORT_JOB, ImportStep.READ, JobState.FAILED))
    assert "nothing was changed" in dialog.note.label.text()


def test_that_a_step_can_be_stopped_and_progress_is_shown(
    dialog: ImportDialog, bridge: Bridge, services: FakeServices
) -> None:
    dialog.open_file(Path("a.xlsx"))
    bridge.job_changed.emit(Job(IMPORT_JOB, ImportStep.READ, JobState.RUNNING, 500, 2000))
    assert (dialog.working.bar.value(), dialog.working.bar.maximum()) == (500, 2000)
    assert "500 / 2,000" in dialog.working.label.text()
    dialog.working.stop.click()
    assert services.calls[-1] == ("cancel_import",)
    bridge.job_changed.emit(Job(IMPORT_JOB, ImportStep.READ, JobState.CANCELLED))
    assert not dialog.working.isVisible()
    assert dialog.file_page.isVisible()


def test_that_closing_the_window_stops_what_is_being_done(
    dialog: ImportDialog, services: FakeServices
) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.open_file(Path("a.xlsx"))
    dialog.close()
    assert services.calls[-1] == ("cancel_import",)


def test_that_jobs_of_others_change_nothing(dialog: ImportDialog, bridge: Bridge) -> None:
    bridge.job_changed.emit(done(ImportStep.READ, table()))
    bridge.job_changed.emit(Job("model", "x", JobState.DONE))
    assert dialog.file_page.isVisible()


def test_that_problems_are_filtered_by_what_became_of_them_and_by_text(
    columns: ImportDialog, bridge: Bridge
) -> None:
    columns.next.click()
    bridge.job_changed.emit(done(ImportStep.CHECK, ImportChecked(1, 0, 0, 2, PROBLEMS)))
    page = columns.check_page
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [p.cell for p in page.model.shown] == ["报价!C4", "报价!D2"]
    page.chips[1].click()
    assert [p.cell for p in page.model.shown] == ["报价!C4"]
    page.chips[0].click()
    page.search.setText("备注")
    assert [p.cell for p in page.model.shown] == ["报价!D2"]
    assert page.model.data(page.model.index(0, 1)) == problem_text(ProblemCode.UNKNOWN_COLUMN)


def test_that_nothing_to_import_cannot_be_imported(columns: ImportDialog, bridge: Bridge) -> None:
    columns.next.click()
    bridge.job_changed.emit(done(ImportStep.CHECK, ImportChecked(0, 0, 2, 2, ())))
    assert not columns.next.isEnabled()
    assert columns.next.text() == "Nothing to import"
    columns.back.click()
    assert columns.columns_page.isVisible()


def test_that_the_import_is_not_taken_back_over_a_later_change(columns: ImportDialog, bridge: Bridge) -> None:
    columns.next.click()
    bridge.job_changed.emit(done(ImportStep.CHECK, ImportChecked(1, 0, 0, 1, ())))
    columns.next.click()
    bridge.job_changed.emit(done(ImportStep.APPLY, ImportApplied(1, 0, 0, ())))
    bridge.catalogue_changed.emit(())
    assert columns.done_page.undo.isEnabled()
    bridge.catalogue_changed.emit(())
    assert not columns.done_page.undo.isEnabled()


def test_that_it_works_by_keyboard(
    dialog: ImportDialog, bridge: Bridge, services: FakeServices, qtbot: QtBot
) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.file_page.choose, Qt.Key.Key_Space)
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    chooser.close()
    dialog.open_file(Path("offer.xlsx"))
    bridge.job_changed.emit(done(ImportStep.READ, table()))
    combo = dialog.columns_page.preview.head.combos[3]
    combo.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert keys(dialog)[3] != ""
    dialog.next.setFocus(Qt.FocusReason.TabFocusReason)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert services.calls[-1][0] == "check_import"


def test_that_a_dropped_table_is_read_and_another_file_is_not(
    dialog: ImportDialog, services: FakeServices
) -> None:
    for path, count in (("/tmp/photo.png", 0), ("/tmp/offer.xlsx", 1)):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(path)])
        dialog.dropEvent(
            QDropEvent(
                QPoint(5, 5),
                Qt.DropAction.CopyAction,
                mime,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
        assert len([call for call in services.calls if call[0] == "read_table"]) == count


def test_that_a_table_dropped_on_the_catalogue_opens_the_import(
    qtbot: QtBot,
    theme: AppTheme,
    bridge: Bridge,
    services: FakeServices,
    posted: list[Command],
    translator: Translator,
) -> None:
    window = QWidget()
    catalogue = QWidget(window)
    qtbot.addWidget(window)
    desk = ImportDesk(theme, bridge, posted.append, services, catalogue, window)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/offer.xlsx")])
    drop = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert desk.eventFilter(catalogue, drop)
    assert services.calls == [("read_table", Path("/tmp/offer.xlsx"), "")]
    assert len(window.findChildren(ImportDialog)) == 1
    assert desk.open() is window.findChildren(ImportDialog)[0]


def test_that_the_preview_is_a_sound_model_that_marks_the_headings(columns: ImportDialog) -> None:
    model = columns.columns_page.preview.rows
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.data(model.index(1, 0), Qt.ItemDataRole.BackgroundRole) is not None
    assert model.data(model.index(2, 0), Qt.ItemDataRole.BackgroundRole) is None
    assert model.headerData(26, Qt.Orientation.Horizontal) == "AA"
    assert model.rowCount(QModelIndex()) == 4


def test_that_the_window_speaks_chinese(
    columns: ImportDialog, bridge: Bridge, translator: Translator, qtbot: QtBot
) -> None:
    translator.use("zh_CN")
    qtbot.waitUntil(lambda: columns.next.text() == "核对")
    assert columns.columns_page.preview.head.combos[0].currentText() == "货号（SKU）"
    columns.next.click()
    bridge.job_changed.emit(done(ImportStep.CHECK, ImportChecked(2, 0, 0, 2, PROBLEMS)))
    assert columns.next.text() == "导入 2 个产品"
    assert effect_text(Effect.ROW_LEFT_OUT) == "整行未导入"


def test_that_every_field_and_problem_has_its_words(translator: Translator) -> None:
    assert all(problem_text(code) for code in ProblemCode)
    assert all(effect_text(effect) for effect in Effect)
    texts = [
        column_text(Column(field, ZH if field in BY_LANGUAGE else None, name="x", step=1)) for field in Field
    ]
    assert len(set(texts)) == len(texts)
