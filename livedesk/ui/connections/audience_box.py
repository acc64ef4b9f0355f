"""Who is on the phones: how many, what they read, what they would rather read, how they like it."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from livedesk.core.audience.audience import Audience
from livedesk.core.ids import Language
from livedesk.ui import words
from livedesk.ui.connections import words as own
from livedesk.ui.connections.state import ConnectionsState
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_S

_MOST_WISHES = 4


class AudienceBox(QWidget):
    """A language that phones ask for can be added with one click where the models can write it."""

    def __init__(
        self, state: ConnectionsState, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state, self._preferences = state, preferences
        self._heading = QLabel(self)
        set_role(self._heading, "title")
        self.languages, self.reactions = QLabel(self), QLabel(self)
        for label in (self.languages, self.reactions):
            label.setWordWrap(True)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(GAP_S)
        self._rows.setVerticalSpacing(GAP_S)
        self._rows.setColumnStretch(0, 1)
        self.adds: dict[Language, QPushButton] = {}
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        for widget in (self._heading, self.languages, self.reactions):
            column.addWidget(widget)
        column.addLayout(self._rows)
        state.audience_changed.connect(self._show)
        preferences.changed.connect(self._show_again)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._heading.setText(self.tr("Who is reading"))
        self._shown = ()
        self._show(self._state.audience)

    def _show_again(self) -> None:
        self._show(self._state.audience)

    def _show(self, audience: Audience) -> None:
        read = own.languages_read(audience)
        self.languages.setText(read or self.tr("Nobody yet. Show the code, or print it and put it up."))
        set_role(self.languages, "" if read else "mute")
        self.reactions.setText(own.reactions_text(audience))
        self.reactions.setAccessibleName(own.reactions_spoken(audience))
        self.reactions.setVisible(bool(self.reactions.text()))
        self._show_wishes(audience)

    def _show_wishes(self, audience: Audience) -> None:
        settings = self._preferences.settings
        offered = {settings.host_language, *settings.audience_languages}
        wishes = [(code, n) for code, n in audience.wished.items() if code not in offered and n]
        wishes.sort(key=lambda wish: (-wish[1], wish[0]))
        reasons = [self._reason_against(code) for code, _ in wishes]
        shown = (tuple(wishes[:_MOST_WISHES]), tuple(reasons))
        if shown == self._shown:  # a button must not vanish under the pointer each second
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.adds.clear()
        for row, ((code, count), reason) in enumerate(zip(wishes[:_MOST_WISHES], reasons, strict=False)):
            self._add_wish(row, code, count, reason)

    def _add_wish(self, row: int, code: Language, count: int, reason: str) -> None:
        label = QLabel(own.wish_text(code, count), self)
        label.setWordWrap(True)
        self._rows.addWidget(label, row, 0)
        if reason:
            label.setText(f"{label.text()} — {reason}")
            set_role(label, "mute")
            return
        add = QPushButton(self.tr("Offer {language}").format(language=words.language_own_name(code)), self)
        add.setAutoDefault(False)
        add.clicked.connect(partial(self._offer, code))
        self._rows.addWidget(add, row, 1)
        self.adds[code] = add

    def _reason_against(self, code: Language) -> str:
        """Return why the host's lines cannot be written in `code`, "" where they can or that is not known yet."""
        route = self._preferences.route(self._preferences.settings.host_language, code)
        return words.route_text(route) if route else ""

    def _offer(self, code: Language, _checked: bool = False) -> None:
        settings = self._preferences.settings
        if code not in settings.audience_languages:
            self._preferences.apply(
                replace(settings, audience_languages=(*settings.audience_languages, code))
            )
