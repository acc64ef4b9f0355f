"""The export dialog and the choosers: nothing is written before a file was chosen, nothing is modal."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.ids import Language
from livedesk.ui.i18n import Translator
from livedesk.ui.session.choosers import choose_folder
from livedesk.ui.session.export_dialog import FORMATS, ExportDialog
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.widgets.picker import Picker
from tests.ui.fakes import FakeServices
from tests.ui.records import ENDED


@pytest.fixture
def dialog(qtbot: QtBot, theme: AppTheme, services: FakeServices, translator: Translator) -> ExportDialog:
    dialog = ExportDialog(services, ENDED)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # qtbot closes it again
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def _click(dialog: QWidget, text: str) -> None:
    own = Qt.FindChildOption.FindDirectChildrenOnly  # a chooser has buttons too
    (button,) = [b for b in dialog.findChildren(QPushButton, options=own) if b.text() == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _chooser(dialog: QWidget) -> QFileDialog:
    (chooser,) = dialog.findChildren(QFileDialog)
    return chooser


def test_that_all_languages_are_exported_unless_some_are_chosen(dialog: ExportDialog) -> None:
    assert dialog.languages() == ()
    _click(dialog, "Español")
    _click(dialog, "中文")
    assert dialog.languages() == (Language("zh"), Language("es"))
    _click(dialog, "All")
    assert dialog.languages() == ()


def test_that_all_stays_on_when_the_last_language_is_taken_back(dialog: ExportDialog) -> None:
    _click(dialog, "English")
    _click(dialog, "English")
    (every,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "All"]
    assert every.isChecked()


@pytest.mark.parametrize("name", FORMATS)
def test_that_saving_hands_form_languages_and_file_over(
    qtbot: QtBot, dialog: ExportDialog, services: FakeServices, tmp_path: Path, name: str
) -> None:
    (form,) = dialog.findChildren(Picker)
    form.pick(name)
    _click(dialog, "English")
    _click(dialog, "Save as…")
    assert services.calls == []
    chooser = _chooser(dialog)
    assert chooser.windowModality() is Qt.WindowModality.NonModal
    assert Path(chooser.selectedFiles()[0]).name == f"Canton-Fair,-kitchen-line.{name}"
    target = tmp_path / f"show 广交会.{name}"
    chooser.selectFile(str(target))
    chooser.accept()
    qtbot.waitUntil(lambda: services.calls == [("export_session", name, (Language("en"),), target)])
    assert not dialog.isVisible()


def test_that_cancelling_exports_nothing(dialog: ExportDialog, services: FakeServices) -> None:
    _click(dialog, "Save as…")
    _chooser(dialog).reject()
    _click(dialog, "Cancel")
    assert services.calls == []
    assert not dialog.isVisible()


def test_that_a_folder_is_handed_over(qtbot: QtBot, theme: AppTheme, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[Path] = []
    chooser = choose_folder(parent, "Open a booth folder", chosen.append)
    assert not chooser.isModal()
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile(str(tmp_path))
    chooser.accept()
    qtbot.waitUntil(lambda: chosen == [tmp_path])
