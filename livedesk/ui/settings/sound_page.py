"""The page of the settings for the microphone and for how captions come."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.records import Health, HealthState, Level, Microphone, Part
from livedesk.core.settings import CaptionMode, Settings
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.actions import ActionId, shortcut_text
from livedesk.ui.bridge import Bridge
from livedesk.ui.session.level_bar import LevelBar
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL
from livedesk.ui.widgets.picker import Picker
from livedesk.ui.widgets.tick_box import TickBox

_LOOK_MS = 2000
_BAR_PX = 220
_INDICATOR_PX = 27


class SoundPage(QWidget):
    """Shows what is set and how the microphone is; hands each change to `Preferences`.

    While it is seen it asks every two seconds which microphones there are, so that one plugged in appears.
    """

    def __init__(
        self,
        theme: AppTheme,
        preferences: Preferences,
        bridge: Bridge,
        health: dict[Part, Health],
        parent: QWidget | None = None,
    ) -> None:
        """`health` is how the parts are now."""
        super().__init__(parent)
        self._preferences = preferences
        self._health = dict(health)
        self._microphones: tuple[Microphone, ...] = ()
        self._labels = [QLabel(self) for _ in range(4)]
        self._microphone = Picker(self)
        self._is_on, self._records = TickBox(self), TickBox(self)
        self._bar = LevelBar(theme, _BAR_PX, "background", self)
        self._state, self._model, self._records_hint = QLabel(self), QLabel(self), QLabel(self)
        self._modes = {mode: QRadioButton(self) for mode in CaptionMode}
        self._mode_hints = {mode: QLabel(self) for mode in CaptionMode}
        self._group = QButtonGroup(self)
        for hint in (self._state, self._model, self._records_hint, *self._mode_hints.values()):
            set_role(hint, "small")
            hint.setWordWrap(True)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self._listen(bridge)
        self.retranslate()
        self.show_settings(preferences.settings)

    def show_settings(self, settings: Settings) -> None:
        """Show the settings as they now are."""
        self._is_on.setChecked(settings.is_microphone_on)
        self._records.setChecked(settings.records_host)
        self._modes[settings.caption_mode].setChecked(True)
        self._fill_microphones()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = (self.tr("Microphone"), self.tr("Level"), self.tr("Speech model"), self.tr("Captions"))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self._microphone.setAccessibleName(texts[0])
        self._bar.setAccessibleName(self.tr("Microphone level"))
        self._is_on.setText(
            self.tr("Listen to the microphone ({key})").format(key=shortcut_text(ActionId.MICROPHONE))
        )
        names = {
            CaptionMode.STEADY: (
                self.tr("Steady"),
                self.tr("Words appear when they will hardly change any more. Easiest to read."),
            ),
            CaptionMode.FAST: (
                self.tr("Fast"),
                self.tr("Words appear sooner; the last few may still change while one reads."),
            ),
            CaptionMode.FINALS: (
                self.tr("Whole sentences"),
                self.tr(
                    "Each sentence appears when it is complete. Nothing ever changes, but it comes last."
                ),
            ),
        }
        for mode, (name, hint) in names.items():
            self._modes[mode].setText(name)
            self._modes[mode].setAccessibleDescription(hint)
            self._mode_hints[mode].setText(hint)
        self._records.setText(self.tr("Keep a recording of the host's voice"))
        self._records_hint.setText(
            self.tr("Some 60 MB an hour, kept on this computer only: {folder}").format(
                folder=self._preferences.recordings
            )
        )
        self._records.setAccessibleDescription(self._records_hint.text())
        self._fill_microphones()
        self._show_states()

    def show_health(self, health: Health) -> None:
        """Show how a part now is."""
        self._health[health.part] = health
        self._show_states()
        self._fill_microphones()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    # --- showing ---

    def _look(self) -> None:
        found = self._preferences.microphones()
        if found != self._microphones:
            self._microphones = found
            self._fill_microphones()

    def _fill_microphones(self) -> None:
        """List the microphones; the one that is set stays on the list while it is unplugged."""
        wanted = self._preferences.settings.microphone
        entries = [("", self._own_choice())]
        entries += [(each.id, each.name) for each in self._microphones]
        if wanted and wanted not in dict(entries):
            name = wanted.partition("|")[2] or wanted
            entries.append((wanted, self.tr("{name} (not plugged in)").format(name=name)))
        box = self._microphone
        shown = [(box.itemData(row), box.itemText(row)) for row in range(box.count())]
        if shown != entries and not box.view().isVisible():
            box.clear()
            for data, text in entries:
                box.addItem(text, data)
        box.pick(wanted)

    def _own_choice(self) -> str:
        name = next((each.name for each in self._microphones if each.is_default), "")
        if name:
            return self.tr("As the computer chooses ({name})").format(name=name)
        return self.tr("As the computer chooses")

    def _show_level(self, level: Level) -> None:
        if self._is_heard():
            self._bar.show_level(level)

    def _is_heard(self) -> bool:
        return self._health[Part.MICROPHONE].state in (HealthState.OK, HealthState.BEHIND)

    def _show_states(self) -> None:
        microphone, speech = self._health[Part.MICROPHONE], self._health[Part.SPEECH]
        if not self._is_heard():
            self._bar.clear()
        self._say(self._state, microphone)
        if speech.state in (HealthState.OK, HealthState.BEHIND) and speech.detail:
            self._model.setText(self.tr("{model} is in use.").format(model=speech.detail))
            set_role(self._model, "small")
        else:
            self._say(self._model, speech)

    def _say(self, label: QLabel, health: Health) -> None:
        if health.part is Part.MICROPHONE and health.state is HealthState.OK:
            label.setText(self.tr("Speak: the bar should move, and stay green."))
        else:
            label.setText(words.health_hint(health))
        is_wrong = health.state in (HealthState.FAILED, HealthState.BEHIND)
        set_role(label, "warn" if is_wrong else "small")

    # --- building ---

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(GAP_XL)
        form.setVerticalSpacing(GAP_M)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.addRow(self._labels[0], self._microphone)
        form.addRow("", self._is_on)
        form.addRow(self._labels[1], self._level_row())
        form.addRow(self._labels[2], self._model)
        form.addRow(self._labels[3], self._mode_rows())
        form.addRow("", _above(self._records, self._records_hint))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)

    def _level_row(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, GAP_S, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self._bar)
        column.addWidget(self._state)
        return holder

    def _mode_rows(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, GAP_L - GAP_M)
        column.setSpacing(GAP_S)
        for mode, button in self._modes.items():
            self._group.addButton(button)
            column.addWidget(_above(button, self._mode_hints[mode]))
        return holder

    def _listen(self, bridge: Bridge) -> None:
        self._microphone.activated.connect(self._changed)
        for button in (self._is_on, self._records, *self._modes.values()):
            button.clicked.connect(self._changed)
        self._preferences.changed.connect(self.show_settings)
        bridge.level_changed.connect(self._show_level)
        bridge.health_changed.connect(self.show_health)

    def _changed(self) -> None:
        self._preferences.apply(
            replace(
                self._preferences.settings,
                microphone=self._microphone.currentData(),
                is_microphone_on=self._is_on.isChecked(),
                records_host=self._records.isChecked(),
                caption_mode=next(mode for mode, button in self._modes.items() if button.isChecked()),
            )
        )


def _above(button: QWidget, hint: QLabel) -> QWidget:
    """Return `button` with its line of explanation below it, under its own words."""
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(button)
    row = QHBoxLayout()
    row.setContentsMargins(_INDICATOR_PX, 0, 0, 0)
    row.addWidget(hint)
    column.addLayout(row)
    return holder
