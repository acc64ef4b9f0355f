"""The bar on top: where the show is, between which languages, how much was said, and the next step."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from livedesk.core.events import Command, EndSession
from livedesk.core.records import Session, SessionState
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.actions import ActionId, Actions, Group, group_text
from livedesk.ui.connections.phones_button import PhonesButton
from livedesk.ui.session.end_question import EndQuestion
from livedesk.ui.session.state_pill import StatePill
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S
from livedesk.ui.widgets.action_button import ActionButton
from livedesk.ui.widgets.elided_label import ElidedLabel

HEIGHT = 48
_ROOM_FOR_BRAND = 1200
_CATALOGUE: tuple[ActionId | None, ...] = (
    ActionId.NEW_PRODUCT,
    ActionId.IMPORT_PRODUCTS,
    ActionId.EXPORT_PRODUCTS,
    None,
    ActionId.OPEN_BOOTH,
    ActionId.SAMPLE_BOOTH,
)
_TOOLS: tuple[ActionId | None, ...] = (
    ActionId.GLOSSARY,
    ActionId.INSTALL_MODEL,
    None,
    ActionId.SWITCH_LANGUAGE,
    ActionId.SWITCH_THEME,
    ActionId.SETTINGS,
)
_MENU: tuple[ActionId | Group | None, ...] = (
    ActionId.CONNECTIONS,
    ActionId.STAGE,
    ActionId.MICROPHONE,
    ActionId.EDIT_SHOW,
    ActionId.PASTE_MESSAGE,
    None,
    ActionId.LEADS,
    ActionId.EDIT_CANNED,
    ActionId.REPORT,
    ActionId.EXPORT,
    None,
    ActionId.QUOTE,
    ActionId.SHIPPING_ROUTE,
    ActionId.TRACE_BATCH,
    None,
    Group.CATALOGUE,
    Group.DESK,
    None,
    ActionId.SHORTCUTS,
    ActionId.ABOUT,
)
_SUBMENU_ICONS = {Group.CATALOGUE: "catalogue", Group.DESK: "settings"}
_SUBMENUS = {Group.CATALOGUE: _CATALOGUE, Group.DESK: _TOOLS}
"""What prepares a show lies one step deeper: the menu stays short enough for the smallest window."""


class TopBar(QFrame):
    """Shows the session it is given; its buttons trigger the window's actions."""

    def __init__(
        self,
        theme: AppTheme,
        actions: Actions,
        post: Callable[[Command], None],
        *,
        now: Callable[[], float] = time.time,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self.setFixedHeight(HEIGHT)
        self._theme = theme
        self._post = post
        self._now = now
        self._session: Session | None = None
        self.submenus: dict[Group, QMenu] = {}
        self._ticker = QTimer(self)
        self._ticker.setSingleShot(True)
        self._ticker.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticker.timeout.connect(self._tick)
        self._build(actions)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()

    def show_session(self, session: Session) -> None:
        """Show the show as it now is."""
        self._session = session
        self._refresh()

    def ask_to_end(self) -> None:
        """Ask whether the show is to end; asking twice means yes."""
        self.question.ask()
        self._show_buttons()

    def cancel_question(self) -> bool:
        """Take the question away; returns whether there was one."""
        was_asking = not self.question.isHidden()
        if was_asking:
            self.question.cancel()
        return was_asking

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._menu_button.setToolTip(self.tr("Menu"))
        self._menu_button.setAccessibleName(self.tr("Menu"))
        for group, submenu in self.submenus.items():
            submenu.setTitle(group_text(group))
        self._refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._brand.setVisible(self.width() >= _ROOM_FOR_BRAND)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- building ---

    def _build(self, actions: Actions) -> None:
        self._mark = QLabel(self)
        self._brand = QLabel("livedesk", self)
        set_role(self._brand, "brand")
        self._pill = StatePill(self._theme, self)
        self._title = ElidedLabel(self, minimum_px=64)
        set_role(self._title, "title")
        self._languages = ElidedLabel(self, minimum_px=96)
        set_role(self._languages, "mute")
        self._counts = ElidedLabel(self, minimum_px=176)
        set_role(self._counts, "mute")
        self._counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.phones = PhonesButton(self._theme, self)
        self._rehearse = ActionButton(actions[ActionId.REHEARSE], self)
        self._go_live = ActionButton(actions[ActionId.GO_LIVE], self, has_icon=True)
        self._pause = ActionButton(actions[ActionId.PAUSE], self)
        self._end = ActionButton(actions[ActionId.END_SHOW], self)
        self.question = EndQuestion(self)
        self.question.confirmed.connect(self._end_show)
        self.question.closed.connect(self._show_buttons)
        self._menu_button = QToolButton(self)
        set_role(self._menu_button, "quiet")
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = self._build_menu(actions)
        self._menu_button.setMenu(self.menu)
        self._lay_out()

    def _build_menu(self, actions: Actions) -> QMenu:
        menu = QMenu(self)
        for entry in _MENU:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, Group):
                self.submenus[entry] = submenu = menu.addMenu("")
                for action in _SUBMENUS[entry]:
                    _ = submenu.addSeparator() if action is None else submenu.addAction(actions[action])
            else:
                menu.addAction(actions[entry])
        return menu

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, 0, GAP_S, 0)
        row.setSpacing(GAP_M)
        row.addWidget(self._mark)
        row.addWidget(self._brand)
        row.addSpacing(GAP_S - GAP_M // 2)
        for widget in (self._pill, self._title, self._languages):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._counts)
        row.addWidget(self.phones)
        for button in (self._rehearse, self._go_live, self._pause, self._end, self.question):
            row.addWidget(button)
        row.addWidget(self._menu_button)

    # --- showing ---

    def _refresh(self) -> None:
        session = self._session
        is_running = session is not None and session.state in (SessionState.LIVE, SessionState.PAUSED)
        name = session.name if session else ""
        self._title.set_text(name)
        self._title.setVisible(bool(name))
        self._languages.set_text(words.languages_text(session) if session else "")
        self._counts.set_text(self._counts_text(session) if session else "")
        is_paused = session is not None and session.state is SessionState.PAUSED
        self._pause.set_own_text(self.tr("Continue") if is_paused else self.tr("Pause"))
        set_role(self._pause, "primary" if is_paused else "")
        if not is_running:
            self.cancel_question()
        self._show_buttons()
        self._tick()

    def _show_buttons(self) -> None:
        session = self._session
        is_running = session is not None and session.state in (SessionState.LIVE, SessionState.PAUSED)
        is_asking = not self.question.isHidden()
        for button, is_wanted in (
            (self._rehearse, not is_running),
            (self._go_live, not is_running),
            (self._pause, is_running and not is_asking),
            (self._end, is_running and not is_asking),
        ):
            if not is_wanted:
                button.clearFocus()  # or Qt hands the keyboard to the neighbour, and Space with it
            button.setVisible(is_wanted)
        self._counts.setVisible(not is_asking)

    def _counts_text(self, session: Session) -> str:
        if not session.messages:
            return ""
        messages = self.tr("%n message(s)", "", session.messages)
        if not session.unanswered:
            return messages
        return self.tr("{messages} · {unanswered} unanswered").format(
            messages=messages, unanswered=words.format_count(session.unanswered)
        )

    def _tick(self) -> None:
        """Draw the time, and come again at the next full second while the clock runs."""
        session = self._session
        ran_s = 0.0
        if session is not None:
            ran_s = session.ran_s
            if session.running_since is not None:
                ran_s += max(0.0, self._now() - session.running_since)
                self._ticker.start(max(1, round(1000 * (1 - ran_s % 1))))
        self._pill.show_session(session, ran_s)

    def _recolour(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("app", 24, ratio=self.devicePixelRatioF()))
        self._menu_button.setIcon(self._theme.icon("more"))
        self._menu_button.setIconSize(QSize(20, 20))
        for group, submenu in self.submenus.items():
            submenu.setIcon(self._theme.icon(_SUBMENU_ICONS[group]))

    def _end_show(self) -> None:
        self._post(EndSession())
