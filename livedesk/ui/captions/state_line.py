"""The line between captions and host box that says why nothing comes: paused, or over."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from livedesk.core.events import Command, ContinueSession
from livedesk.core.records import Session, SessionState
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_S


class StateLine(QWidget):
    """Visible while the show is paused or ended, with what one can do then."""

    report_requested = Signal()
    export_requested = Signal()
    new_show_requested = Signal()

    def __init__(
        self, theme: AppTheme, post: Callable[[Command], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._post = post
        self._session: Session | None = None
        self._captions = 0
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._continue, self._report, self._export, self._new = (QPushButton() for _ in range(4))
        for button in (self._continue, self._report):
            set_role(button, "primary")
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addStretch(1)
        for button in (self._new, self._export, self._report, self._continue):
            buttons.addWidget(button)
        self._arrangement = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arrangement.setContentsMargins(0, 0, 0, 0)
        self._arrangement.setSpacing(GAP_S)
        self._arrangement.addWidget(self._text, 1)
        self._arrangement.addLayout(buttons)
        self._continue.clicked.connect(self._continue_show)
        self._report.clicked.connect(self.report_requested)
        self._export.clicked.connect(self.export_requested)
        self._new.clicked.connect(self.new_show_requested)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()

    @property
    def text(self) -> str:
        """What the line says."""
        return self._text.text()

    @property
    def continue_button(self) -> QPushButton:
        """Ends the pause."""
        return self._continue

    @property
    def report_button(self) -> QPushButton:
        """Asks what the show came to."""
        return self._report

    @property
    def export_button(self) -> QPushButton:
        """Asks for an export."""
        return self._export

    @property
    def new_show_button(self) -> QPushButton:
        """Goes back to the start page."""
        return self._new

    def show_session(self, session: Session, captions: int) -> None:
        """Show the state of `session`, which has so many captions."""
        self._session, self._captions = session, captions
        self.retranslate()

    def retranslate(self) -> None:
        """Write the texts in the language of the window."""
        for button, text in (
            (self._continue, self.tr("Continue")),
            (self._report, self.tr("Report")),
            (self._export, self.tr("Export…")),
            (self._new, self.tr("New show")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        if self._session is None:
            self.hide()
            return
        is_paused = self._session.state is SessionState.PAUSED
        is_ended = self._session.state is SessionState.ENDED
        # Three buttons leave a narrow window no room for words beside them.
        sides = QBoxLayout.Direction
        self._arrangement.setDirection(sides.TopToBottom if is_ended else sides.LeftToRight)
        self._continue.setVisible(is_paused)
        self._report.setVisible(is_ended)
        self._export.setVisible(is_ended)
        self._new.setVisible(is_ended)
        if is_paused:
            self._text.setText(self.tr("Paused. Captions wait until you continue; chat goes on."))
        elif is_ended:
            self._text.setText(self._summary(self._session))
        self.setVisible(is_paused or is_ended)

    def _summary(self, session: Session) -> str:
        parts = (
            self.tr("Rehearsal over") if session.is_rehearsal else self.tr("Show over"),
            words.format_timer(session.ran_s),
            self.tr("%n caption(s)", "", self._captions),
            self.tr("%n message(s)", "", session.messages),
            self.tr("%n unanswered", "messages", session.unanswered) if session.unanswered else "",
        )
        return " · ".join(part for part in parts if part)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _continue_show(self) -> None:
        self._post(ContinueSession())

    def _recolour(self) -> None:
        self._continue.setIcon(self._theme.icon("play", "on_accent"))
        self._report.setIcon(self._theme.icon("report", "on_accent"))
