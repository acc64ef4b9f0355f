"""OBS: where it is, whether it is connected, what it gets from the show."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from livedesk.core.errors import ErrorCode
from livedesk.core.ids import Language
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.settings import Settings
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.connections.state import ConnectionsState
from livedesk.ui.services import AppServices
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_M, GAP_S
from livedesk.ui.widgets.picker import Picker
from livedesk.ui.widgets.tick_box import TickBox

_LOOK_EVERY_MS = 1500
_NOT_LATIN = frozenset({"zh", "ja", "ko", "ar", "fa", "he", "ur", "ru", "uk", "el", "th", "hi", "bn"})
"""What closed captions in a stream have no letters for."""


class ObsBox(QWidget):
    """Every change counts at once; address and password when one leaves the field or presses Enter."""

    def __init__(
        self,
        preferences: Preferences,
        services: AppServices,
        state: ConnectionsState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._services, self._state = preferences, services, state
        self._scenes: tuple[str, ...] | None = None
        self._heading, self.status, self._how, self._hint = (QLabel(self) for _ in range(4))
        self.switch, self.captions = TickBox(self), TickBox(self)
        self.address, self.password = QLineEdit(self), QLineEdit(self)
        self.again = QPushButton(self)
        self.language, self.on_pin, self.off_pin = Picker(self), Picker(self), Picker(self)
        self._labels = [QLabel(self) for _ in range(4)]
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_EVERY_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._looks.start()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._heading.setText(self.tr("OBS"))
        self.switch.setText(self.tr("Connect to OBS"))
        self._how.setText(
            self.tr(
                "In OBS 28 or newer open Tools > WebSocket Server Settings and tick “Enable WebSocket server”. "
                "“Show Connect Info” there shows the password to enter here."
            )
        )
        texts = (
            self.tr("Address"),
            self.tr("Password"),
            self.tr("Scene while a product is on air"),
            self.tr("Scene when none is any more"),
        )
        widgets = (self.address, self.password, self.on_pin, self.off_pin)
        for label, widget, text in zip(self._labels, widgets, texts, strict=True):
            label.setText(text)
            widget.setAccessibleName(text)
        self.again.setText(self.tr("Try again"))
        self.captions.setText(self.tr("Send closed captions with the stream, in"))
        self.language.setAccessibleName(self.tr("Language of the closed captions"))
        self._fill_languages()
        self._scenes = None
        self._look()
        self._follow(self._preferences.settings)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- building ---

    def _lay_out(self) -> None:
        set_role(self._heading, "heading")
        for label in (self._how, self._hint):
            set_role(label, "small")
        for label in (self.status, self._how, self._hint):
            label.setWordWrap(True)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.again.setAutoDefault(False)
        state = QHBoxLayout()
        state.setSpacing(GAP_S)
        state.addWidget(self.status, 1)
        state.addWidget(self.again)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_S)
        grid.setVerticalSpacing(GAP_S)
        grid.setColumnStretch(1, 1)
        for row, widget in enumerate((self.address, self.password)):
            grid.addWidget(self._labels[row], row, 0)
            grid.addWidget(widget, row, 1)
        grid.addLayout(state, 2, 0, 1, 2)
        said = QHBoxLayout()
        said.setSpacing(GAP_S)
        said.addWidget(self.captions)
        said.addWidget(self.language, 1)
        grid.addLayout(said, 3, 0, 1, 2)
        grid.addWidget(self._hint, 4, 0, 1, 2)
        for row, picker in enumerate((self.on_pin, self.off_pin), 2):
            grid.addWidget(self._labels[row], row + 3, 0)
            grid.addWidget(picker, row + 3, 1)
        self._details = QWidget(self)
        self._details.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        for each in (self._heading, self.switch, self._how, self._details):
            column.addWidget(each)

    def _connect(self) -> None:
        self.switch.clicked.connect(self._keep)
        self.captions.clicked.connect(self._keep)
        for field in (self.address, self.password):
            field.editingFinished.connect(self._keep)
        for picker in (self.language, self.on_pin, self.off_pin):
            picker.activated.connect(self._keep)
        self.again.clicked.connect(self._try_again)
        self._looks.timeout.connect(self._look)
        self._preferences.changed.connect(self._follow)
        self._state.link_changed.connect(self._link_changed)
        self.destroyed.connect(self._looks.stop)

    def _fill_languages(self) -> None:
        settings = self._preferences.settings
        self._fill(
            self.language,
            settings.obs_caption_language,
            [
                (self.tr("the audience's first language"), ""),
                *((words.language_own_name(code), str(code)) for code in settings.audience_languages),
                (words.language_own_name(settings.host_language), str(settings.host_language)),
            ],
        )

    def _fill(self, picker: Picker, value: str, choices: Iterable[tuple[str, str]]) -> None:
        picker.blockSignals(True)
        picker.clear()
        for text, data in choices:
            picker.addItem(text, data)
        if value and picker.findData(value) < 0:
            picker.addItem(value, value)  # OBS is not there, or has it no more: what is set stays readable
        picker.setCurrentIndex(0)
        picker.pick(value)
        picker.blockSignals(False)

    # --- showing ---

    @Slot()
    def _look(self) -> None:
        """See which scenes OBS has."""
        scenes = self._services.network.obs_scenes()
        if scenes == self._scenes:
            return
        self._scenes = scenes
        settings = self._preferences.settings
        for picker, value in (
            (self.on_pin, settings.obs_scene_on_pin),
            (self.off_pin, settings.obs_scene_off_pin),
        ):
            choices = [(self.tr("Leave the scene alone"), ""), *((name, name) for name in scenes)]
            self._fill(picker, value, choices)

    @Slot(object)
    def _follow(self, settings: Settings) -> None:
        self.switch.setChecked(settings.is_obs_on)
        self.captions.setChecked(settings.obs_sends_captions)
        self.language.setEnabled(settings.obs_sends_captions)
        for field, value in ((self.address, settings.obs_address), (self.password, settings.obs_password)):
            if field.text() != value and not field.hasFocus():
                field.setText(value)
        self._details.setVisible(settings.is_obs_on)
        language = settings.obs_caption_language or next(
            iter(settings.audience_languages), settings.host_language
        )
        self._hint.setText(
            self.tr(
                "Closed captions in a stream have Latin letters only. For {language} use the overlay."
            ).format(language=words.language_name(Language(language)))
        )
        self._hint.setVisible(settings.obs_sends_captions and language in _NOT_LATIN)
        self._show_link(self._state.link(LinkKind.OBS))

    @Slot(object)
    def _link_changed(self, link: Link) -> None:
        if link.kind is LinkKind.OBS:
            self._show_link(link)

    def _show_link(self, link: Link) -> None:
        is_bad = link.state in (LinkState.WAITING, LinkState.FAILED)
        self.status.setText(self._link_text(link))
        set_role(self.status, "failed" if is_bad else "mute")
        self.again.setVisible(is_bad)
        self._look()

    def _link_text(self, link: Link) -> str:
        match link.state:
            case LinkState.OFF:
                return ""
            case LinkState.CONNECTING:
                return self.tr("Connecting…")
            case LinkState.ON if link.can_send:
                return self.tr("Connected. The stream is running.")
            case LinkState.ON:
                return self.tr("Connected. The stream is not running.")
            case LinkState.WAITING | LinkState.FAILED:
                return self._trouble_text(link)

    def _trouble_text(self, link: Link) -> str:
        if link.code == ErrorCode.ACCESS_REFUSED:
            return self.tr("OBS refuses the password. Copy it anew from OBS.")
        if link.code == ErrorCode.UNREACHABLE:
            return self.tr(
                "OBS does not answer at this address. Start it, and switch on its WebSocket server."
            )
        return words.failure_text(link.code, link.params)

    # --- doing ---

    @Slot()
    def _keep(self) -> None:
        self._preferences.apply(
            replace(
                self._preferences.settings,
                is_obs_on=self.switch.isChecked(),
                obs_address=self.address.text().strip() or Settings().obs_address,
                obs_password=self.password.text(),
                obs_sends_captions=self.captions.isChecked(),
                obs_caption_language=str(self.language.currentData() or ""),
                obs_scene_on_pin=str(self.on_pin.currentData() or ""),
                obs_scene_off_pin=str(self.off_pin.currentData() or ""),
            )
        )

    @Slot()
    def _try_again(self) -> None:
        self._keep()
        self._services.network.retry(LinkKind.OBS)
