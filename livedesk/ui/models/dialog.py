"""The models, in a window beside the desk: what each does, which are here, and getting or removing one."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.errors import ErrorCode
from livedesk.core.jobs import Job, JobState
from livedesk.core.model_list import CHINA_MIRROR, ModelEntry, pairs_in_use
from livedesk.core.settings import Settings
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.catalogue.search_field import SearchField
from livedesk.ui.glossary.notes import Note
from livedesk.ui.models.row import ModelRow
from livedesk.ui.models.state import ModelsState
from livedesk.ui.models.words import matches, progress_text
from livedesk.ui.services import AppServices
from livedesk.ui.session.choosers import choose_folder
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID
from livedesk.ui.widgets.picker import Picker

_SIZE = (780, 640)
_TRANSLATION, _SPEECH = 0, 1
_ANOTHER_SOURCE_MAY_HELP = frozenset(
    {
        ErrorCode.NO_CONNECTION,
        ErrorCode.DOWNLOAD_REFUSED,
        ErrorCode.DOWNLOAD_NOT_THERE,
        ErrorCode.DOWNLOAD_BUSY,
        ErrorCode.DOWNLOAD_CUT,
        ErrorCode.DOWNLOAD_CHANGED,
        ErrorCode.DOWNLOAD_FAILED,
    }
)


class ModelsDialog(QDialog):
    """Shows `state`; nothing is fetched before someone presses a button for it."""

    def __init__(
        self,
        theme: AppTheme,
        state: ModelsState,
        preferences: Preferences,
        services: AppServices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*_SIZE)
        self._theme, self._state = theme, state
        self._preferences, self._services = preferences, services
        self.rows: dict[str, ModelRow] = {}
        self._copied = ""
        self._wanted = ""
        self._has_chosen_page = False
        self._heading, self._hint, self._empty = QLabel(self), QLabel(self), QLabel(self)
        self._needed, self._others, self._from = QLabel(self), QLabel(self), QLabel(self)
        self.translation_chip, self.speech_chip = self._chip(), self._chip()
        self.search = SearchField(theme)
        self.mirror = Picker(self)
        self.folder = QPushButton(self)
        self.folder.setAutoDefault(False)
        self.note = Note("notice-info", self)
        self._list = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._show_mirror(preferences.settings)
        self.retranslate()
        self._show_list()
        services.look_for_models()

    def show_model(self, name: str) -> None:
        """Bring the model called `name` into sight, as soon as it is listed."""
        self._wanted = name
        self._show_wanted()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setWindowTitle(self.tr("Models"))
        self._heading.setText(self.tr("Models"))
        self._hint.setText(
            self.tr("They work on this computer, without internet. Only installing one needs a connection.")
        )
        self.search.setPlaceholderText(self.tr("Search models"))
        self.search.setAccessibleName(self.tr("Search models"))
        self.search.set_clear_text(self.tr("Clear the search"))
        self._needed.setText(self.tr("For your languages"))
        self._others.setText(self.tr("Others"))
        self._from.setText(self.tr("Download from"))
        self.mirror.setAccessibleName(self._from.text())
        self._name_mirrors()
        self.folder.setText(self.tr("From a folder or USB stick…"))
        self.note.button.setText(self.tr("Close"))
        self._show_counts()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- building ---

    def _chip(self) -> QPushButton:
        chip = QPushButton(self)
        set_role(chip, "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        return chip

    def _lay_out(self) -> None:
        self._set_roles()
        self._chips = QButtonGroup(self)
        for number, chip in enumerate((self.translation_chip, self.speech_chip)):
            self._chips.addButton(chip, number)
        self.translation_chip.setChecked(True)
        tools = QHBoxLayout()
        tools.setSpacing(GAP_S)
        tools.addWidget(self.translation_chip)
        tools.addWidget(self.speech_chip)
        tools.addWidget(self.search, 1)
        sources = QHBoxLayout()
        sources.setSpacing(GAP_S)
        sources.addWidget(self._from)
        sources.addWidget(self.mirror)
        sources.addStretch(1)
        sources.addWidget(self.folder)
        inside = QVBoxLayout()
        inside.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_M)
        inside.setSpacing(GAP_M)
        top = QVBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._heading)
        top.addWidget(self._hint)
        inside.addLayout(top)
        inside.addLayout(tools)
        inside.addWidget(self._scroller(), 1)
        inside.addWidget(self._empty, 1)
        inside.addLayout(sources)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(self.note)

    def _set_roles(self) -> None:
        set_role(self._heading, "heading")
        for label in (self._hint, self._from):
            set_role(label, "mute")
        for label in (self._needed, self._others):
            set_role(label, "small")
        set_role(self._empty, "mute")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _scroller(self) -> QWidget:
        holder = QWidget()
        self._list.setContentsMargins(0, 0, GAP_S, 0)
        self._list.setSpacing(0)
        holder.setLayout(self._list)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(holder)
        return self._area

    def _connect(self) -> None:
        self._chips.idClicked.connect(self._choose_page)
        self.search.textChanged.connect(self._arrange)
        self.mirror.activated.connect(self._change_mirror)
        self.folder.clicked.connect(self._choose_folder)
        self._state.list_changed.connect(self._show_list)
        self._state.job_changed.connect(self._show_job)
        self._preferences.changed.connect(self._settings_changed)

    def _row(self, entry: ModelEntry) -> ModelRow:
        row = ModelRow(self._theme, entry, self)
        row.install_wanted.connect(self._install)
        row.cancel_wanted.connect(self._services.cancel_model)
        row.remove_wanted.connect(self._remove)
        row.mirror_wanted.connect(self._install_from_mirror)
        return row

    # --- showing ---

    def _show_list(self) -> None:
        entries = {entry.name: entry for entry in self._state.models}
        for name in [name for name in self.rows if name not in entries]:
            self.rows.pop(name).deleteLater()
        for name, entry in entries.items():
            if name in self.rows:
                self.rows[name].show_entry(entry)
            else:
                self.rows[name] = self._row(entry)
            self._show_row_job(name)
        if entries and not self._has_chosen_page:
            (self.speech_chip if self._lacks_speech_only() else self.translation_chip).setChecked(True)
        self._arrange()
        self._show_wanted()

    def _arrange(self) -> None:
        """Put the rows of this page below their headings, those for the languages in use first."""
        while self._list.count():
            self._list.takeAt(0)
        is_speech = self._chips.checkedId() == _SPEECH
        page = [entry for entry in self._state.models if entry.kind.is_speech == is_speech]
        shown = [entry for entry in page if matches(entry, self.search.text())]
        settings = self._preferences.settings
        pairs = pairs_in_use(settings.host_language, settings.audience_languages)
        here = [e for pair in pairs for e in shown if (e.source, e.target) == pair]
        rest = [entry for entry in shown if entry not in here]
        for label, entries in ((self._needed, here), (self._others, rest)):
            label.setVisible(bool(entries and here))
            if entries and here:
                self._list.addWidget(label)
            for entry in entries:
                self._list.addWidget(self.rows[entry.name])
            if entries:
                self._list.addSpacing(GAP_M)
        self._list.addStretch(1)
        names = {entry.name for entry in shown}
        for name, row in self.rows.items():
            row.setVisible(name in names)
        self._area.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._show_counts()

    def _show_counts(self) -> None:
        for chip, is_speech, text in (
            (self.translation_chip, False, self.tr("Translation · {count} installed")),
            (self.speech_chip, True, self.tr("Speech · {count} installed")),
        ):
            count = sum(e.is_installed for e in self._state.models if e.kind.is_speech == is_speech)
            chip.setText(text.format(count=words.format_count(count)))
            # Qt reckons with the plain type, and the one that is chosen is bold.
            width = QFontMetrics(font(bold=True)).horizontalAdvance(chip.text())
            chip.setMinimumWidth(width + 2 * GAP_L)
        failure = self._state.failure
        if failure is not None:
            self._empty.setText(words.failure_text(failure.code, failure.params))
        elif self.search.text():
            self._empty.setText(self.tr("No model reads like “{text}”.").format(text=self.search.text()))
        else:
            self._empty.setText(self.tr("Looking for models…"))

    def _lacks_speech_only(self) -> bool:
        """Whether speech is what is missing: every direction in use has its model."""
        installed = [entry for entry in self._state.models if entry.is_installed]
        if any(entry.kind.is_speech for entry in installed):
            return False
        settings = self._preferences.settings
        routes = [self._preferences.route(settings.host_language, a) for a in settings.audience_languages]
        return all(route is not None and not words.route_text(route) for route in routes)

    def _show_job(self, job: Job) -> None:
        if job.name in self.rows:
            self._show_row_job(job.name)
        if job.name != self._copied:
            return
        if job.state is JobState.RUNNING:
            self.note.tell(
                self.tr("Copying {name}: {progress}").format(name=job.name, progress=progress_text(job))
            )
        elif job.state is JobState.FAILED:
            self.note.tell(words.failure_text(job.code, job.params))
        elif job.state is JobState.DONE:
            self.note.tell(self.tr("{name} is installed.").format(name=job.name))

    def _show_row_job(self, name: str) -> None:
        job = self._state.jobs.get(name)
        has_it = self._preferences.settings.model_mirror == CHINA_MIRROR
        may_help = job is not None and job.code in _ANOTHER_SOURCE_MAY_HELP
        self.rows[name].show_job(job, offers_mirror=may_help and not has_it)

    def _show_wanted(self) -> None:
        row = self.rows.get(self._wanted)
        if row is None:
            return
        self._wanted = ""
        self._choose_page(_SPEECH if row.entry.kind.is_speech else _TRANSLATION)
        self._area.ensureWidgetVisible(row)
        row.install.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_mirror(self, settings: Settings) -> None:
        """List where to download from; an address set elsewhere is one of them."""
        kept = settings.model_mirror
        self.mirror.clear()
        for address in dict.fromkeys(("", CHINA_MIRROR, kept)):
            self.mirror.addItem("", address)
        self._name_mirrors()
        self.mirror.pick(kept)

    def _name_mirrors(self) -> None:
        names = {"": self.tr("Hugging Face"), CHINA_MIRROR: self.tr("China mirror (hf-mirror.com)")}
        for row in range(self.mirror.count()):
            address = str(self.mirror.itemData(row))
            self.mirror.setItemText(row, names.get(address, address))

    # --- doing ---

    def _choose_page(self, page: int) -> None:
        self._has_chosen_page = True
        self._chips.button(page).setChecked(True)
        self._arrange()

    def _install(self, name: str) -> None:
        self._state.forget(name)
        self._services.download_model(name)

    def _remove(self, name: str) -> None:
        self._state.forget(name)
        self._services.remove_model(name)

    def _install_from_mirror(self, name: str) -> None:
        self._preferences.apply(replace(self._preferences.settings, model_mirror=CHINA_MIRROR))
        self._install(name)

    def _change_mirror(self) -> None:
        self._preferences.apply(
            replace(self._preferences.settings, model_mirror=str(self.mirror.currentData()))
        )

    def _settings_changed(self, settings: Settings) -> None:
        self._show_mirror(settings)
        for name in self.rows:
            self._show_row_job(name)
        self._arrange()

    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Choose the folder of a model"), self._copy)

    def _copy(self, folder: Path) -> None:
        self._copied = folder.name
        self._services.install_model(folder)
