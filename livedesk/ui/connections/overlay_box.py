"""The overlay: switched on here, looked at in small, and its addresses copied for OBS."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from livedesk.core.audience.overlay import HOST
from livedesk.core.audience.overlay_style import (
    SIZES,
    OverlayPosition,
    OverlayStyle,
    OverlayTheme,
    read_style,
)
from livedesk.core.ids import Language
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.settings import Settings
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.connections.overlay_preview import OverlayPreview
from livedesk.ui.connections.state import ConnectionsState
from livedesk.ui.services import AppServices
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.stage.audience_words import sample_line
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID
from livedesk.ui.widgets.picker import Picker
from livedesk.ui.widgets.tick_box import TickBox

PARTS = ("captions", "product", "both")
_GROUNDS = (0, 25, 50, 75, 100)
_BY_THEME = -1
_COPIED_MS = 2000


class OverlayBox(QWidget):
    """The style stands in the address only: sources that OBS has already stay as they are."""

    def __init__(
        self,
        theme: AppTheme,
        preferences: Preferences,
        services: AppServices,
        state: ConnectionsState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._services, self._state = preferences, services, state
        self._heading, self.status, self._how = QLabel(self), QLabel(self), QLabel(self)
        self.switch = TickBox(self)
        self.preview = OverlayPreview(theme, self)
        self.language, self.letters, self.position = Picker(self), Picker(self), Picker(self)
        self.look, self.background = Picker(self), Picker(self)
        self._pickers = (self.language, self.letters, self.position, self.look, self.background)
        self._labels = [QLabel(self) for _ in self._pickers]
        self.code = TickBox(self)
        self.names = {part: QLabel(self) for part in PARTS}
        self.addresses = {part: QLineEdit(self) for part in PARTS}
        self.copies = {part: QPushButton(self) for part in PARTS}
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def style_chosen(self) -> OverlayStyle:
        """What is chosen now."""
        ground = self.background.currentData()
        language = str(self.language.currentData() or "")
        return OverlayStyle(
            languages=tuple(language.split(",")) if language else (),
            size=int(self.letters.currentData() or OverlayStyle().size),
            position=OverlayPosition(self.position.currentData() or OverlayPosition.BOTTOM),
            theme=OverlayTheme(self.look.currentData() or OverlayTheme.DARK),
            background=None if ground in (None, _BY_THEME) else int(ground),
            has_qr=self.code.isChecked(),
        )

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._heading.setText(self.tr("Overlay in the video"))
        self.switch.setText(self.tr("Show captions and products in the video"))
        self._how.setText(
            self.tr(
                "In OBS, add a source of the kind Browser, paste one of these addresses, and make it as large as "
                "your video (1920 × 1080). Only programs on this computer can open them."
            )
        )
        texts = (
            self.tr("Language"),
            self.tr("Size"),
            self.tr("Captions at"),
            self.tr("Look"),
            self.tr("Background"),
        )
        for label, picker, text in zip(self._labels, self._pickers, texts, strict=True):
            label.setText(text)
            picker.setAccessibleName(text)
        self.code.setText(self.tr("With the QR code for phones"))
        names = (self.tr("Captions"), self.tr("Product"), self.tr("Both"))
        for (part, label), text in zip(self.names.items(), names, strict=True):
            label.setText(text)
            self.addresses[part].setAccessibleName(self.tr("Address: {what}").format(what=text))
            self.copies[part].setAccessibleName(self.tr("Copy the address: {what}").format(what=text))
        self.preview.setAccessibleName(self.tr("How the overlay looks"))
        self._name_copies()
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- building ---

    def _lay_out(self) -> None:
        set_role(self._heading, "heading")
        set_role(self._how, "small")
        set_role(self.status, "failed")
        for label in (self._how, self.status):
            label.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_S)
        grid.setVerticalSpacing(GAP_S)
        for row, (label, picker) in enumerate(zip(self._labels, self._pickers, strict=True)):
            grid.addWidget(label, row, 0)
            grid.addWidget(picker, row, 1)
        grid.addWidget(self.code, len(self._pickers), 0, 1, 2)
        grid.setColumnStretch(1, 1)
        beside = QHBoxLayout()
        beside.setSpacing(GAP_L)
        beside.addLayout(grid, 1)
        seen = QVBoxLayout()
        seen.addWidget(self.preview)
        seen.addStretch(1)
        beside.addLayout(seen)
        rows = QGridLayout()
        rows.setHorizontalSpacing(GAP_S)
        rows.setVerticalSpacing(GRID)
        for row, part in enumerate(PARTS):
            self.addresses[part].setReadOnly(True)
            self.copies[part].setAutoDefault(False)
            for column, widget in enumerate((self.names[part], self.addresses[part], self.copies[part])):
                rows.addWidget(widget, row, column)
        rows.setColumnStretch(1, 1)
        self._details = QWidget(self)
        inside = QVBoxLayout(self._details)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP_M)
        inside.addLayout(beside)
        inside.addLayout(rows)
        inside.addWidget(self._how)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP_M)
        for each in (self._heading, self.switch, self.status, self._details):
            whole.addWidget(each)

    def _connect(self) -> None:
        self.switch.clicked.connect(self._switch)
        for picker in self._pickers:
            picker.activated.connect(self._chosen)
        self.code.clicked.connect(self._chosen)
        for part in PARTS:
            self.copies[part].clicked.connect(partial(self._copy, part))
        self._preferences.changed.connect(self._follow)
        self._state.link_changed.connect(self._link_changed)

    def _fill(self) -> None:
        """Fill the pickers anew, in the language of the window, with what was chosen last."""
        style = read_style(self._preferences.settings.overlay_style)
        self._fill_languages(style)
        self._fill_one(
            self.letters,
            style.size,
            zip(
                (self.tr("Small"), self.tr("Usual"), self.tr("Large"), self.tr("Huge")),
                SIZES,
                strict=True,
            ),
        )
        self._fill_one(
            self.position,
            style.position.value,
            ((self.tr("Bottom"), OverlayPosition.BOTTOM.value), (self.tr("Top"), OverlayPosition.TOP.value)),
        )
        self._fill_one(
            self.look,
            style.theme.value,
            (
                (self.tr("White on dark"), OverlayTheme.DARK.value),
                (self.tr("Dark on white"), OverlayTheme.LIGHT.value),
                (self.tr("White with an edge"), OverlayTheme.OUTLINE.value),
            ),
        )
        grounds: list[tuple[str, object]] = [(self.tr("Goes with the look"), _BY_THEME)]
        grounds += [(self.tr("{percent} %").format(percent=percent), percent) for percent in _GROUNDS]
        self._fill_one(self.background, _BY_THEME if style.background is None else style.background, grounds)
        self.code.setChecked(style.has_qr)
        self._follow(self._preferences.settings)

    def _fill_languages(self, style: OverlayStyle) -> None:
        settings = self._preferences.settings
        host = words.language_own_name(settings.host_language)
        offered = settings.audience_languages
        choices: list[tuple[str, object]] = [(self.tr("The audience's first language"), "")]
        choices += [(words.language_own_name(code), str(code)) for code in offered]
        choices.append((host, HOST))
        choices += [(f"{words.language_own_name(code)} + {host}", f"{code},{HOST}") for code in offered]
        self._fill_one(self.language, ",".join(style.languages), choices)

    def _fill_one(self, picker: Picker, value: object, choices: Iterable[tuple[str, object]]) -> None:
        picker.blockSignals(True)
        picker.clear()
        for text, data in choices:
            picker.addItem(text, data)
        picker.setCurrentIndex(0)
        picker.pick(value)
        picker.blockSignals(False)

    # --- showing ---

    @Slot(object)
    def _follow(self, settings: Settings) -> None:
        self.switch.setChecked(settings.is_overlay_on)
        self._show_link(self._state.link(LinkKind.OVERLAY))

    @Slot(object)
    def _link_changed(self, link: Link) -> None:
        if link.kind is LinkKind.OVERLAY:
            self._show_link(link)

    def _show_link(self, link: Link) -> None:
        is_wanted = self._preferences.settings.is_overlay_on
        self.status.setText(words.failure_text(link.code, link.params) if is_wanted and link.code else "")
        self.status.setVisible(bool(self.status.text()))
        is_on = is_wanted and link.state is LinkState.ON
        style = self.style_chosen
        end = f"?{style.query()}" if style.query() else ""
        for part in PARTS:
            self.addresses[part].setText(f"{link.address}{part}{end}" if is_on else "")
            self.addresses[part].setCursorPosition(0)
            self.copies[part].setEnabled(is_on)
        self._details.setVisible(is_wanted)
        self.preview.show_style(style, tuple(sample_line(language) for language in self._shown(style)))

    def _shown(self, style: OverlayStyle) -> tuple[Language, ...]:
        """Return the languages that `style` comes to with the settings as they are."""
        settings = self._preferences.settings
        if not style.languages:
            return settings.audience_languages[:1] or (settings.host_language,)
        return tuple(settings.host_language if n == HOST else Language(n) for n in style.languages)

    # --- doing ---

    @Slot()
    def _switch(self) -> None:
        """Switch on or off; the key stays, so that what OBS has goes on to work another day."""
        settings = self._preferences.settings
        key = settings.overlay_key or self._services.network.new_key()
        self._preferences.apply(replace(settings, is_overlay_on=self.switch.isChecked(), overlay_key=key))

    @Slot()
    def _chosen(self) -> None:
        settings = replace(self._preferences.settings, overlay_style=self.style_chosen.query())
        self._preferences.apply(settings)
        self._show_link(self._state.link(LinkKind.OVERLAY))

    def _copy(self, part: str, _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(self.addresses[part].text())
        self.copies[part].setText(self.tr("Copied"))
        QTimer.singleShot(_COPIED_MS, self, self._name_copies)

    @Slot()
    def _name_copies(self) -> None:
        for button in self.copies.values():
            button.setText(self.tr("Copy"))
