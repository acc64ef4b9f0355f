"""A field for a city, with suggestions while one types; they come from the application's map."""

from babel import Locale
from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QVBoxLayout, QWidget

from livedesk.core.errors import ErrorCode
from livedesk.core.ids import EN, ZH
from livedesk.core.jobs import Job, JobState
from livedesk.core.logistics.asking import PLACES_JOB, PlacesFound
from livedesk.core.logistics.places import Place
from livedesk.ui.bridge import Bridge
from livedesk.ui.catalogue.product_text import window_language
from livedesk.ui.services import AppServices
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GRID
from livedesk.ui.words import error_text, locale_name

_IDLE_MS = 150
_MOST_CHARACTERS = 60


class PlaceField(QWidget):
    """`place` is what was chosen, None while what is typed is none; `changed` comes with every change of it."""

    changed = Signal()

    def __init__(self, bridge: Bridge, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.place: Place | None = None
        self._found: tuple[Place, ...] = ()
        self._answered = ""
        self._takes_first = False
        self.edit, self._trouble = QLineEdit(self), QLabel(self)
        self.edit.setMaxLength(_MOST_CHARACTERS)
        self._list = QStringListModel(self)
        self._completer = QCompleter(self._list, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self.edit)
        set_role(self._trouble, "warn")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.edit)
        column.addWidget(self._trouble)
        self.setFocusProxy(self.edit)
        self._idle.timeout.connect(self._ask)
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self.take_first)
        self._completer.activated.connect(self._chosen)
        bridge.job_changed.connect(self._take_job)

    @property
    def trouble(self) -> str:
        """What is said below the field, "" for nothing."""
        return self._trouble.text()

    def look_up(self, text: str) -> None:
        """Put `text` into the field and take the likeliest place of that name."""
        self.edit.setText(text)
        self._typed()
        self.take_first()

    @Slot()
    def take_first(self) -> None:
        """Take the likeliest place for what is typed, once it is known; its whole name is then seen."""
        text = self._text()
        if self.place is not None or not text:
            return
        if self._answered != text:
            self._takes_first = True
            self._idle.stop()
            self._ask()
        elif self._found and not self._is_choosing():
            self._take(self._found[0])

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        if self.place is not None:
            self.edit.setText(place_text(self.place))
        self._list.setStringList([place_text(place) for place in self._found])
        self._say()

    # --- inside ---

    def _is_choosing(self) -> bool:
        popup = self._completer.popup()
        return popup is not None and popup.isVisible()

    def _text(self) -> str:
        return self.edit.text().strip()

    @Slot()
    def _typed(self) -> None:
        self._takes_first = False
        if self.place is not None:
            self.place = None
            self.changed.emit()
        self._answered = ""
        self._say()
        self._idle.start()

    @Slot()
    def _ask(self) -> None:
        if self._text():
            self._services.find_places(self._text())

    @Slot(object)
    def _take_job(self, job: Job) -> None:
        if job.kind != PLACES_JOB or job.name != self._text() or self.place is not None:
            return
        if job.state is JobState.FAILED:
            self._say(error_text(ErrorCode(job.code), job.params) if job.code else "")
        elif isinstance(job.result, PlacesFound):
            self._answered, self._found = job.name, job.result.places
            self._list.setStringList([place_text(place) for place in self._found])
            self._say()
            if self._takes_first and self._found:
                self._take(self._found[0])
            elif self._found and self.edit.hasFocus():
                self._completer.complete()

    @Slot()
    def _chosen(self) -> None:
        popup = self._completer.popup()
        # Not by its text: some cities are called alike.
        row = popup.currentIndex().row() if popup is not None else -1
        if 0 <= row < len(self._found):
            self._take(self._found[row])

    def _take(self, place: Place) -> None:
        self._takes_first = False
        self.place = place
        self.edit.setText(place_text(place))
        self._say()
        self.changed.emit()

    def _say(self, text: str = "") -> None:
        is_unknown = self.place is None and self._answered == self._text() != "" and not self._found
        if not text and is_unknown:
            text = self.tr("No city of this name. Try the next larger one, in English or Chinese.")
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))


def place_text(place: Place) -> str:
    """Return a place as it is listed: "Hamburg 汉堡 · Germany"; the window's language first."""
    first, second = (ZH, EN) if window_language() == ZH else (EN, ZH)
    country = Locale.parse(locale_name()).territories.get(place.country, place.country)
    names = dict.fromkeys(name for code in (first, second) if (name := place.names.get(code)))
    return f"{' '.join(names)} · {country}"
