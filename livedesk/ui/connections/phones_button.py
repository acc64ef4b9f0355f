"""How many phones there are, on the top bar: one look tells whether phones are let in, one click opens their page."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QToolButton, QWidget

from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.actions import ActionId, with_shortcut
from livedesk.ui.connections import words as own
from livedesk.ui.connections.state import ConnectionsState
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme

_ICON_PX = 20


class PhonesButton(QToolButton):
    """A phone with the count beside it while phones are let in; faint while they are not."""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: ConnectionsState | None = None
        set_role(self, "quiet")
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        theme.changed.connect(self._show)

    def follow(self, state: ConnectionsState) -> None:
        """Show what `state` knows from now on."""
        self._state = state
        for signal in (state.link_changed, state.audience_changed, state.moderation_changed):
            signal.connect(self._show)
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        if self._state is None:
            return
        link, audience = self._state.link(LinkKind.AUDIENCE), self._state.audience
        has_trouble = link.state in (LinkState.FAILED, LinkState.WAITING)
        is_open = link.state is LinkState.ON
        self.setText(self._text(link))
        colour = "warn" if has_trouble else "accent" if is_open else "mute"
        self.setIcon(self._theme.icon("phone", colour))
        parts = [own.phones_text(link, audience)]
        if is_open and not self._state.moderation.rules.takes_questions:
            parts.append(self.tr("questions are paused"))
        if link.code:
            parts.append(words.failure_text(link.code, link.params))
        text = " · ".join(parts)
        self.setToolTip(with_shortcut(text, ActionId.CONNECTIONS))
        self.setAccessibleName(text)

    def _text(self, link: Link) -> str:
        assert self._state is not None
        if link.state in (LinkState.FAILED, LinkState.WAITING):
            text = "!"
        elif link.state is LinkState.ON:
            text = words.format_count(self._state.audience.phones)
            if not self._state.moderation.rules.takes_questions:
                text = self.tr("{phones} · paused").format(phones=text)
        else:
            text = ""
        style = self.toolButtonStyle()
        wanted = style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly
        if style is not wanted:
            self.setToolButtonStyle(wanted)
        return text
