"""What the live panel shows before a show: what to do next, and the two buttons that do it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from livedesk.core.events import Command, StartSession
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_S, GAP_XL, GRID

_WIDTH_PX = 440
_NAME_CHARACTERS = 80


class StartPage(QWidget):
    """Asks for a name (or makes one up from date and time) and posts `StartSession`."""

    def __init__(
        self, theme: AppTheme, post: Callable[[Command], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._post = post
        self._heading, self._text = QLabel(), QLabel()
        set_role(self._heading, "heading")
        set_role(self._text, "mute")
        self._text.setWordWrap(True)
        self._name = QLineEdit()
        self._name.setMaxLength(_NAME_CHARACTERS)
        self._rehearse, self._go_live = QPushButton(), QPushButton()
        set_role(self._rehearse, "primary")
        self._arrange()
        self._rehearse.clicked.connect(self._start_rehearsal)
        self._go_live.clicked.connect(self._start_live)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addWidget(self._rehearse)
        buttons.addWidget(self._go_live)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(GAP_S)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        column.addSpacing(GAP_S)
        column.addWidget(self._name)
        column.addSpacing(GRID)
        column.addLayout(buttons)
        holder = QWidget()
        holder.setLayout(column)
        holder.setMaximumWidth(_WIDTH_PX)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_L, GAP_XL, GAP_L, GAP_XL)
        outer.addStretch(2)
        centre = QHBoxLayout()
        centre.addStretch(1)
        centre.addWidget(holder, 100)
        centre.addStretch(1)
        outer.addLayout(centre)
        outer.addStretch(3)

    @property
    def name_field(self) -> QLineEdit:
        """The field for the show's name."""
        return self._name

    @property
    def rehearse_button(self) -> QPushButton:
        """Starts a rehearsal."""
        return self._rehearse

    @property
    def live_button(self) -> QPushButton:
        """Goes live."""
        return self._go_live

    def retranslate(self) -> None:
        """Write the texts in the language of the window."""
        self._heading.setText(self.tr("Ready for the show"))
        self._text.setText(
            self.tr(
                "Rehearse to try everything out with nobody watching, or go live. "
                "What the host says then appears here in both languages."
            )
        )
        self._name.setPlaceholderText(self.tr("Name of the show, for example “Canton Fair, day 2”"))
        self._name.setAccessibleName(self.tr("Name of the show"))
        self._rehearse.setText(self.tr("Rehearse"))
        self._go_live.setText(self.tr("Go live"))
        for button in (self._rehearse, self._go_live):
            button.setAccessibleName(button.text())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _start_rehearsal(self) -> None:
        self._start(is_rehearsal=True)

    def _start_live(self) -> None:
        self._start(is_rehearsal=False)

    def _start(self, *, is_rehearsal: bool) -> None:
        name = self._name.text().strip() or words.default_session_name(time.time())
        self._post(StartSession(name, is_rehearsal))
        self._name.clear()

    def _recolour(self) -> None:
        self._rehearse.setIcon(self._theme.icon("rehearse", "on_accent"))
        self._go_live.setIcon(self._theme.icon("live", "live"))
