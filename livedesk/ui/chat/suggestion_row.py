"""The row of canned answers above the reply box: the likeliest first, numbered as their keys are."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from livedesk.core.chat.suggesting import Suggestion
from livedesk.core.ids import Language
from livedesk.core.typing_compat import override
from livedesk.ui.chat.canned_words import gaps_text, title
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GRID

KEYS = 9
_LINES = 2
_BUTTON_PX = 28


class SuggestionRow(QWidget):
    """As many buttons as fit two lines, and a menu with all; `chosen` hands over the answer, nothing is sent."""

    chosen = Signal(object)  # Suggestion
    edit_wanted = Signal()

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._suggestions: tuple[Suggestion, ...] = ()
        self._language = Language("")
        self._buttons: list[QPushButton] = []
        self._more = QToolButton(self)
        set_role(self._more, "quiet")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._menu.setToolTipsVisible(True)
        self._more.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What is offered now, in the order of the keys."""
        return self._suggestions

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons in sight."""
        return tuple(button for button in self._buttons if not button.isHidden())

    @property
    def more(self) -> QToolButton:
        """Opens the menu with all answers."""
        return self._more

    def offer(self, suggestions: tuple[Suggestion, ...], language: Language) -> None:
        """Offer these answers, called as someone calls them who reads `language`."""
        if (suggestions, language) == (self._suggestions, self._language):
            return
        self._suggestions, self._language = suggestions, language
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(number) for number in range(min(KEYS, len(suggestions)))]
        self._place()

    def choose(self, number: int) -> None:
        """Take the answer with the key `number`, from 1; one that there is not is left alone."""
        if 1 <= number <= min(KEYS, len(self._suggestions)):
            self.chosen.emit(self._suggestions[number - 1])

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Canned answers"))
        text = self.tr("All canned answers")
        self._more.setAccessibleName(text)
        self._more.setToolTip(text)
        suggestions, self._suggestions = self._suggestions, ()
        self.offer(suggestions, self._language)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def _button(self, number: int) -> QPushButton:
        each = self._suggestions[number]
        name, gaps = title(each.answer, self._language), gaps_text(each.filled)
        button = QPushButton(f"{number + 1}  {name}" + (" …" if gaps else ""), self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_role(button, "chip-meant" if each.is_meant else "chip")
        button.setFixedHeight(_BUTTON_PX)
        button.setToolTip("\n".join(part for part in (each.filled.text, gaps) if part))
        button.setAccessibleName(
            self.tr("Canned answer {number}: {title}").format(number=number + 1, title=name)
        )
        button.setAccessibleDescription(button.toolTip())
        button.clicked.connect(lambda _checked=False, key=number + 1: self.choose(key))
        return button

    def _place(self) -> None:
        """Put the buttons into lines; what does not fit stays in the menu, and on its key."""
        more = self._more.sizeHint().width()
        x, line = 0, 0
        is_full = False
        for button in self._buttons:
            width = button.sizeHint().width()
            last = self.width() - (more + GRID if line == _LINES - 1 else 0)
            if x and x + width > last:
                x, line = 0, line + 1
            is_full = is_full or line >= _LINES
            button.setVisible(not is_full)
            if not is_full:
                button.setGeometry(x, line * (_BUTTON_PX + GRID), min(width, self.width()), _BUTTON_PX)
                x += width + GRID
        lines = min(line + 1, _LINES)
        if self._buttons and not is_full and lines == 1 and x + more > self.width():
            lines = _LINES
        height = lines * (_BUTTON_PX + GRID) - GRID
        self._more.setGeometry(self.width() - more, height - _BUTTON_PX, more, _BUTTON_PX)
        if height != self.height():
            self.setFixedHeight(height)
        self.updateGeometry()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for number, each in enumerate(self._suggestions, 1):
            key = f"{number}  " if number <= KEYS else ""
            action = self._menu.addAction(f"{key}{title(each.answer, self._language)}")
            action.setToolTip("\n".join(part for part in (each.filled.text, gaps_text(each.filled)) if part))
            action.triggered.connect(lambda _checked=False, chosen=each: self.chosen.emit(chosen))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Edit canned answers…"), self.edit_wanted.emit)

    def _recolour(self) -> None:
        self._more.setIcon(self._theme.icon("more", "mute"))
