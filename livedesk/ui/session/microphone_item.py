"""The microphone in the status strip: its state, how loud it is, and the way to switch it on and off."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from livedesk.core.records import Health, HealthState, Level, Part
from livedesk.core.typing_compat import override
from livedesk.ui.actions import ActionId, with_shortcut
from livedesk.ui.session.health_item import HealthItem
from livedesk.ui.session.level_bar import LevelBar
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme

_LOUD_MS = 2000
_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MicrophoneItem(HealthItem):
    """A `HealthItem` with a meter, which is pressed like a button."""

    def __init__(self, theme: AppTheme, switch: QAction, parent: QWidget | None = None) -> None:
        self._loud = QTimer()
        self._meter = LevelBar(theme)
        self._switch = switch
        super().__init__(theme, Health(Part.MICROPHONE, HealthState.OFF), parent)
        self._loud.setParent(self)
        self._loud.setSingleShot(True)
        self._loud.setInterval(_LOUD_MS)
        self._loud.timeout.connect(self._refresh)
        row = self.layout()
        assert row is not None
        row.addWidget(self._meter)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "strip-item")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def meter(self) -> LevelBar:
        """The bar."""
        return self._meter

    def show_level(self, level: Level) -> None:
        """Show how loud the microphone is; one that is too loud says so for two seconds."""
        if not self._is_heard():
            return
        self._meter.show_level(level)
        if level.is_clipped:
            was_loud = self._loud.isActive()
            self._loud.start()
            if not was_loud:
                self._refresh()

    @override
    def show_health(self, health: Health) -> None:
        super().show_health(health)
        if not self._is_heard():
            self._loud.stop()
            self._meter.clear()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._switch.trigger()
        else:
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSING:
            self._switch.trigger()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _PRESSING
        ):
            event.accept()  # Space is pressed here, it does not pause the show
            return True
        return super().event(event)

    @override
    def _refresh(self) -> None:
        super()._refresh()
        is_heard = self._is_heard()
        self._meter.setVisible(is_heard)
        if is_heard and self._loud.isActive() and self.health.state is HealthState.OK:
            hint = self.tr(
                "The microphone is too loud, which costs words. Turn it down, or hold it further away."
            )
            self.show_words(self.tr("Too loud"), "warn", hint)
        switch = (
            self.tr("Switch the microphone on")
            if self.health.state is HealthState.OFF
            else self.tr("Switch it off")
        )
        self.setToolTip(f"{self.toolTip()}\n{with_shortcut(switch, ActionId.MICROPHONE)}")

    def _is_heard(self) -> bool:
        return self.health.state in (HealthState.OK, HealthState.BEHIND)
