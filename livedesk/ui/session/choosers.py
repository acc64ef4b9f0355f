"""Folder and file choosers that do not stop the show: open beside the window, answer through a function."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_folder(parent: QWidget, title: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Open a chooser for a folder; `chosen` is called when one was taken."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, chosen)


def choose_file(parent: QWidget, title: str, patterns: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Open a chooser for a file to read, of those that match `patterns` ("*.csv *.txt")."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(f"({patterns})")
    return _open(dialog, chosen)


def choose_new_file(
    parent: QWidget, title: str, suggested: str, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Open a chooser for a file to write, named `suggested` at first; asks before it replaces one."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
    dialog.selectFile(suggested)
    return _open(dialog, chosen)


def _open(dialog: QFileDialog, chosen: Callable[[Path], None]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.fileSelected.connect(partial(_answer, chosen))
    dialog.show()
    return dialog


def _answer(chosen: Callable[[Path], None], path: str) -> None:
    if path:
        chosen(Path(path))
