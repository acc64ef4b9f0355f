"""The strip at the bottom: is it working, from the microphone to the disk, and is a figure in doubt."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from livedesk.core.records import Health, HealthState, Level, Part, Session
from livedesk.core.typing_compat import override
from livedesk.ui.actions import ActionId, Actions, shortcut_text, with_shortcut
from livedesk.ui.session.health_item import HealthItem
from livedesk.ui.session.microphone_item import MicrophoneItem
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S
from livedesk.ui.widgets.action_button import ActionButton

HEIGHT = 32


class StatusStrip(QFrame):
    """Shows the health of each part and the number of doubtful figures; `figures_wanted` asks to see them."""

    figures_wanted = Signal()

    def __init__(self, theme: AppTheme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "strip")
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(1)  # it fits itself into the window, it does not widen it
        self._theme = theme
        self._doubts = 0
        self._microphone = MicrophoneItem(theme, actions[ActionId.MICROPHONE], self)
        self._items: dict[Part, HealthItem] = {Part.MICROPHONE: self._microphone}
        for part in (Part.SPEECH, Part.TRANSLATION, Part.STORE):
            self._items[part] = HealthItem(theme, Health(part, HealthState.OFF), self)
        self._catch_up = ActionButton(actions[ActionId.CATCH_UP], self, role="doubt")
        self._catch_up.hide()
        self._actions = actions
        self._figures = QPushButton(self)
        set_role(self._figures, "doubt")
        self._figures.clicked.connect(self.figures_wanted)
        self._figures.hide()
        self._offline_mark = QLabel(self)
        self._offline = QLabel(self)
        set_role(self._offline, "small")
        self._shortcuts = ActionButton(actions[ActionId.SHORTCUTS], self, role="strip")
        self._lay_out()
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()

    def show_health(self, health: Health) -> None:
        """Show how a part now is."""
        self._items[health.part].show_health(health)
        if health.part is Part.SPEECH:
            is_behind = health.state is HealthState.BEHIND
            self._catch_up.setVisible(is_behind)
            self._actions[ActionId.CATCH_UP].setEnabled(is_behind)

    def show_level(self, level: Level) -> None:
        """Show how loud the microphone is."""
        self._microphone.show_level(level)

    def health(self, part: Part) -> Health:
        """Return how a part is."""
        return self._items[part].health

    def show_session(self, session: Session) -> None:
        """Show how many figures of the show wait to be checked."""
        self._doubts = session.doubts
        self._show_doubts()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._offline.setText(self.tr("Works offline"))
        hint = self.tr(
            "Translation runs on this computer. Nothing that is said or typed goes to the internet for it."
        )
        self._offline.setToolTip(hint)
        self._offline_mark.setToolTip(hint)
        self._shortcuts.set_own_text(self.tr("{key} shortcuts").format(key=shortcut_text(ActionId.SHORTCUTS)))
        self._catch_up.set_own_text(self.tr("Catch up"))
        self._show_doubts()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # a part says more, or less, than before
            self._fit()
        return is_done

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, 0, GAP_S, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self._items[Part.MICROPHONE])
        for part in (Part.SPEECH, Part.TRANSLATION):
            arrow = QLabel("›", self)
            set_role(arrow, "mute")
            row.addWidget(arrow)
            row.addWidget(self._items[part])
            if part is Part.SPEECH:
                row.addWidget(self._catch_up)
        row.addSpacing(GAP_M)
        row.addWidget(self._figures)
        row.addStretch(1)
        row.addWidget(self._items[Part.STORE])
        row.addSpacing(GAP_M)
        row.addWidget(self._offline_mark)
        row.addWidget(self._offline)
        row.addSpacing(GAP_S)
        row.addWidget(self._shortcuts)

    def _show_doubts(self) -> None:
        text = self.tr("%n figure(s) to check", "", self._doubts)
        self._figures.setText(text)
        self._figures.setAccessibleName(text)
        self._figures.setToolTip(
            with_shortcut(self.tr("Go through the lines whose figures differ"), ActionId.FIGURES_CHECKED)
        )
        self._figures.setVisible(self._doubts > 0)

    def _fit(self) -> None:
        """Leave out what is no news where there is no room for it: the lock alone says it too."""
        layout = self.layout()
        assert layout is not None
        needed_px = layout.sizeHint().width()
        if self._offline.isHidden():
            needed_px += self._offline.sizeHint().width() + layout.spacing()
        self._offline.setVisible(needed_px <= self.width())

    def _recolour(self) -> None:
        self._offline_mark.setPixmap(self._theme.pixmap("lock", 16, "mute", self.devicePixelRatioF()))
        self._figures.setIcon(self._theme.icon("warning", "warn"))
