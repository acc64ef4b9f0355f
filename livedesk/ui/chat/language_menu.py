"""The menu in which the operator says which language a message is in."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from livedesk.core.ids import Language
from livedesk.core.records import Message
from livedesk.ui import words

_TRADE_LANGUAGES = (
    "en", "es", "ar", "ru", "pt", "fr", "de", "it", "tr", "pl", "nl", "hi", "id", "vi", "th", "ja", "ko", "zh", "fa",
    "he", "uk", "ro", "cs", "sw",
)  # fmt: skip
"""What buyers at fairs write in, by and large; the languages of the show come before."""


class LanguageMenu(QMenu):
    """Offers `first` (the show's and the buyers' languages), then the usual ones."""

    chosen = Signal(object, object)  # MessageId, Language

    def __init__(self, message: Message, first: Iterable[Language], parent: QWidget) -> None:
        super().__init__(parent)
        self._message = message.id
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        near = list(dict.fromkeys(first))
        self._add(near, message.language)
        if near:
            self.addSeparator()
        self._add([Language(code) for code in _TRADE_LANGUAGES if code not in near], message.language)
        self.triggered.connect(self._triggered)

    def _add(self, languages: Iterable[Language], current: Language | None) -> None:
        for language in languages:
            own, name = words.language_own_name(language), words.language_name(language)
            action = self.addAction(own if own == name else f"{own} · {name}")
            action.setData(language)
            action.setCheckable(True)
            action.setChecked(language == current)

    def _triggered(self, action: QAction) -> None:
        self.chosen.emit(self._message, Language(str(action.data())))
