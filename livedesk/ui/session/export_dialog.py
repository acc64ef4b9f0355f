"""What to export of the show: the form, the languages; then where to."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.ids import Language
from livedesk.core.records import Session
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.services import AppServices
from livedesk.ui.session.choosers import choose_new_file
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL
from livedesk.ui.widgets.picker import Picker

FORMATS = ("txt", "srt", "vtt", "xlsx", "csv")


class ExportDialog(QDialog):
    """A small window beside the desk; nothing is written before a file was chosen."""

    def __init__(self, services: AppServices, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._services = services
        self._session = session
        self._heading = QLabel(self)
        set_role(self._heading, "heading")
        self._format = Picker(self)
        for name in FORMATS:
            self._format.addItem(name, name)
        self._format_label, self._languages_label = QLabel(self), QLabel(self)
        self._all = self._chip()
        self._chips = {
            language: self._chip()
            for language in dict.fromkeys((session.host_language, *session.audience_languages))
        }
        self._all.setChecked(True)
        self._all.clicked.connect(self._all_clicked)
        for chip in self._chips.values():
            chip.clicked.connect(self._one_clicked)
        self._cancel, self._save = QPushButton(self), QPushButton(self)
        set_role(self._save, "primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self._choose_file)
        self._cancel.clicked.connect(self.close)
        self._lay_out()
        self.retranslate()

    def languages(self) -> tuple[Language, ...]:
        """Return the languages chosen; none means all."""
        return tuple(language for language, chip in self._chips.items() if chip.isChecked())

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setWindowTitle(self.tr("Export the show"))
        self._heading.setText(self.tr("Export the show"))
        self._format_label.setText(self.tr("Form"))
        self._languages_label.setText(self.tr("Languages"))
        texts = {
            "txt": self.tr("Text, to read (.txt)"),
            "srt": self.tr("Subtitles for a video (.srt)"),
            "vtt": self.tr("Subtitles for the web (.vtt)"),
            "xlsx": self.tr("Excel table, with the chat (.xlsx)"),
            "csv": self.tr("Table for other programs, with the chat (.csv)"),
        }
        for row, name in enumerate(FORMATS):
            self._format.setItemText(row, texts[name])
        self._format.setAccessibleName(self._format_label.text())
        self._all.setText(self.tr("All"))
        for language, chip in self._chips.items():
            chip.setText(words.language_own_name(language))
        self._cancel.setText(self.tr("Cancel"))
        self._save.setText(self.tr("Save as…"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _chip(self) -> QPushButton:
        chip = QPushButton(self)
        set_role(chip, "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        return chip

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(GAP_S)
        for chip in (self._all, *self._chips.values()):
            chips.addWidget(chip)
        chips.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(GAP_L)
        form.setVerticalSpacing(GAP_M)
        form.addRow(self._format_label, self._format)
        form.addRow(self._languages_label, chips)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_L)
        column.setSpacing(GAP_L)
        column.addWidget(self._heading)
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(440)

    def _all_clicked(self) -> None:
        self._all.setChecked(True)
        for chip in self._chips.values():
            chip.setChecked(False)

    def _one_clicked(self) -> None:
        self._all.setChecked(not self.languages())

    def _choose_file(self) -> None:
        name = re.sub(r'[\\/:*?"<>|\s]+', "-", self._session.name).strip("-") or str(self._session.id)
        export = partial(self._export, str(self._format.currentData()))
        choose_new_file(self, self.windowTitle(), f"{name}.{self._format.currentData()}", export)

    def _export(self, format_name: str, path: Path) -> None:
        self._services.export_session(format_name, self.languages(), path)
        self.close()
